"""The model's own states as an embedder: measures them, and trains a LoRA adapter that makes them better.

  python3 contrast.py measure BASE --judged FILE [FILE ...] [--adapter FOLDER] [--vectors OUT.npz]
  python3 contrast.py train BASE --pairs FILE --out FOLDER [--steps 400] [--minutes M] [--resume]

The vector of a text is the mean of its last hidden states, normalised. FILEs come from `npx tsx build/bench/judgedPairs.ts` (see there):
products with texts, queries with the products that answer them. Training is InfoNCE over queries and products that are just what was
asked for, the other products of the batch as negatives (van den Oord et al. 2018) unless they would do. A checkpoint is written every few
minutes; `--resume` goes on from it, with the same steps as without a break.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from adapters import TARGETS, Adapted, adapt, save
from eval import load_model
from tensors import read_safetensors, to_float32
from train import rate_factor

QUERY_TOKENS, PRODUCT_TOKENS = 24, 56
TEMPERATURE = 0.05
CHECKPOINT_SECONDS = 120
DEPTH = 10


class Beside(Adapted):
    """The factors beside the frozen weight, not added to it: cheaper than the sum for batches of short texts, and the weight needs no gradient."""

    def forward(self, x):
        narrow = [functional.linear(functional.linear(x, a.to(x.dtype)), b.to(x.dtype)) for a, b in zip(self.a, self.b)]
        return functional.linear(x, self.weight) + torch.cat(narrow, -1) * self.scale


def load_tokenizer(base):
    return Tokenizer.from_file(str(base / "tokenizer.json"))


def encode(tokenizer, texts, limit):
    """Token ids of texts after <|endoftext|>, at most `limit` of them each."""
    return [[0] + one.ids[: limit - 1] for one in tokenizer.encode_batch(texts, add_special_tokens=False)]


def pooled(model, documents):
    """[texts, d] normalised means of the last hidden states; padding on the right does not reach the left of a causal model."""
    length = max(map(len, documents))
    ids = torch.tensor([one + [0] * (length - len(one)) for one in documents])
    mask = torch.tensor([[1.0] * len(one) + [0.0] * (length - len(one)) for one in documents])[..., None]
    return functional.normalize((model.hidden(ids).float() * mask).sum(1) / mask.sum(1), dim=-1)


@torch.no_grad()
def vectors_of(model, documents, tokens=4096):
    """[texts, d] in the order given; batches of similar length."""
    order, out, begin = sorted(range(len(documents)), key=lambda i: len(documents[i])), None, 0
    while begin < len(order):
        end = begin + 1
        while end < len(order) and (end + 1 - begin) * len(documents[order[end]]) <= tokens:
            end += 1
        found = pooled(model, [documents[i] for i in order[begin:end]]).numpy()
        out = np.zeros((len(documents), found.shape[1]), np.float32) if out is None else out
        out[order[begin:end]] = found
        begin = end
    return out


def ndcg(ranked, gains):
    """As `models/metrics/ranking.ts`: gains 3 and 1, depth 10."""
    discount = 1 / np.log2(np.arange(DEPTH) + 2)
    found = np.array([gains.get(one, 0) for one in ranked[:DEPTH]])
    best = np.array(sorted(gains.values(), reverse=True)[:DEPTH])
    return float((found * discount[: len(found)]).sum() / (best * discount[: len(best)]).sum())


def measured(products, queries, judged):
    """Mean NDCG@10 of ranking `products` [n, d] for `queries` [m, d] by cosine."""
    ids, scores = [one["id"] for one in judged["products"]], queries @ products.T
    values = []
    for row, one in enumerate(judged["queries"]):
        gains = {**{i: 1 for i in one["fair"]}, **{i: 3 for i in one["best"]}}
        values.append(ndcg([ids[i] for i in np.argsort(-scores[row], kind="stable")[:DEPTH]], gains))
    return float(np.mean(values))


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def load_adapter(factors, folder):
    """Puts the tensors of a PEFT folder into `factors`."""
    stored = read_safetensors(folder / "adapter_model.safetensors")
    for name, pair in factors.items():
        for factor, part in zip(pair, "AB"):
            factor.data = torch.from_numpy(to_float32(*stored[f"{name}.lora_{part}.weight"]).copy())


def measure(options):
    model, tokenizer = load_model(options.base), load_tokenizer(options.base)
    if options.adapter:
        config = json.loads((options.adapter / "adapter_config.json").read_text())
        load_adapter(adapt(model, config["r"], config["lora_alpha"] / config["r"], Beside), options.adapter)
    model.to(torch.bfloat16)
    report, kept = {}, {}
    for file in options.judged:
        judged = json.loads(file.read_text())
        products = vectors_of(model, encode(tokenizer, [one["text"] for one in judged["products"]], PRODUCT_TOKENS))
        queries = vectors_of(model, encode(tokenizer, [one["query"] for one in judged["queries"]], QUERY_TOKENS))
        centre = products.mean(0)
        report[file.stem] = {
            "ndcg10": round(measured(products, queries, judged), 4),
            # States of a language model all point one way; without their mean they tell more apart.
            "ndcg10Centred": round(measured(unit(products - centre), unit(queries - centre), judged), 4),
        }
        kept.update({f"{file.stem}.products": products, f"{file.stem}.queries": queries})
        print(file.stem, report[file.stem], flush=True)
    if options.vectors:
        np.savez(options.vectors, **kept)
    return report


class Pairs:
    """Queries and the products that answer them, as tokens."""

    def __init__(self, data, tokenizer):
        at = {one["id"]: row for row, one in enumerate(data["products"])}
        self.products = encode(tokenizer, [one["text"] for one in data["products"]], PRODUCT_TOKENS)
        self.queries = encode(tokenizer, [one["query"] for one in data["queries"]], QUERY_TOKENS)
        self.best = [[at[i] for i in one["best"]] for one in data["queries"]]
        self.fine = [{at[i] for i in one["best"] + one["fair"]} for one in data["queries"]]

    def batch(self, size, seed, step):
        """Queries, products and what is no negative [size, size]; the same for the same seed and step."""
        rng = np.random.default_rng([seed, step])
        chosen = rng.choice(len(self.queries), size, replace=False)
        answers = [self.best[i][rng.integers(len(self.best[i]))] for i in chosen]
        alike = torch.tensor([[product in self.fine[i] for product in answers] for i in chosen])
        return [self.queries[i] for i in chosen], [self.products[i] for i in answers], alike.fill_diagonal_(False)


def contrast_loss(queries, products, alike):
    scores = (queries @ products.T / TEMPERATURE).masked_fill(alike, -1e4)
    pairs = torch.arange(len(queries))
    return (functional.cross_entropy(scores, pairs) + functional.cross_entropy(scores.T, pairs)) / 2


def train(options):
    torch.manual_seed(options.seed)
    model, tokenizer = load_model(options.base).to(torch.bfloat16).train(), load_tokenizer(options.base)
    data = Pairs(json.loads(options.pairs.read_text()), tokenizer)
    factors = adapt(model, options.rank, options.alpha / options.rank, Beside)
    parameters = [factor for pair in factors.values() for factor in pair]
    optimiser = torch.optim.AdamW(parameters, lr=options.rate, betas=(0.9, 0.98), weight_decay=0.0)
    step, tokens, mean = 0, 0, None
    checkpoint = options.out / "checkpoint.pt"
    if options.resume and checkpoint.exists():
        kept = torch.load(checkpoint)
        for factor, value in zip(parameters, kept["factors"]):
            factor.data = value
        optimiser.load_state_dict(kept["optimiser"])
        step, tokens, mean = kept["step"], kept["tokens"], kept["mean"]
    options.out.mkdir(parents=True, exist_ok=True)

    def keep():
        state = {"factors": [p.data for p in parameters], "optimiser": optimiser.state_dict(), "step": step, "tokens": tokens, "mean": mean}
        torch.save(state, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)

    begun = kept_at = time.perf_counter()
    while step < options.steps and time.perf_counter() - begun < options.minutes * 60:
        for group in optimiser.param_groups:
            group["lr"] = options.rate * rate_factor(step / options.steps, step * 4, 0.7)
        queries, products, alike = data.batch(options.batch, options.seed, step)
        loss = contrast_loss(pooled(model, queries), pooled(model, products), alike)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        step, tokens = step + 1, tokens + sum(map(len, queries + products))
        mean = loss.item() if mean is None else 0.95 * mean + 0.05 * loss.item()
        if step % 10 == 0:
            print(f"step {step}: loss {mean:.3f}, {time.perf_counter() - begun:.0f} s", flush=True)
        if time.perf_counter() - kept_at > CHECKPOINT_SECONDS:
            keep()
            kept_at = time.perf_counter()
    keep()
    finish(options, factors, {"steps": step, "tokens": tokens, "queries": len(data.queries), "loss": round(mean or 0, 4)})


CARD = """---
license: apache-2.0
language: en
base_model: {base}
library_name: peft
tags: [lora]
---

# {adapter}

Makes the mean of the model's last hidden states lie near in meaning for a query and the products that answer it. It is no voice: a
narrative written with it is not better.

LoRA (arXiv 2106.09685), rank {rank}, alpha {alpha:g}, {parameters:,} parameters, float16. Trained by `models/pretrain/contrast.py` on
{queries:,} generated queries of the invented shop, {steps} steps, {tokens:,} tokens, seed {seed}; InfoNCE {loss:.3f} at the end
(`training.json`). No customer's text.
"""


def finish(options, factors, progress):
    """Writes the PEFT folder."""
    report = {
        **{"adapter": options.name, "base": options.base_name, "rank": options.rank, "alpha": options.alpha, "targetModules": TARGETS},
        **{"parameters": sum(p.numel() for pair in factors.values() for p in pair), "seed": options.seed},
        **progress,
    }
    save(options.out, factors, options, report, CARD.format(**report))
    print(json.dumps(report), flush=True)


def arguments(given=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    measuring = commands.add_parser("measure")
    measuring.add_argument("base", type=Path)
    measuring.add_argument("--judged", type=Path, nargs="+", required=True)
    measuring.add_argument("--adapter", type=Path)
    measuring.add_argument("--vectors", type=Path)
    measuring.set_defaults(run=measure)
    training = commands.add_parser("train")
    training.add_argument("base", type=Path)
    training.add_argument("--pairs", type=Path, required=True)
    training.add_argument("--out", type=Path, required=True)
    training.add_argument("--name", default="embed")
    training.add_argument("--base-name", default="shelftalk-base")
    training.add_argument("--rank", type=int, default=8)
    training.add_argument("--alpha", type=float, default=16)
    training.add_argument("--steps", type=int, default=400)
    training.add_argument("--minutes", type=float, default=60, help="stop then, whatever the steps; go on with --resume")
    training.add_argument("--batch", type=int, default=48)
    training.add_argument("--rate", type=float, default=2e-3)
    training.add_argument("--seed", type=int, default=1)
    training.add_argument("--resume", action="store_true")
    training.set_defaults(run=train)
    return parser.parse_args(given)


if __name__ == "__main__":
    options = arguments()
    options.run(options)
