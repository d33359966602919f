"""Trains one LoRA adapter of a base model and writes it as a PEFT folder.

  python3 adapters.py BASE --data DIR --out FOLDER --name NAME [--rank 8] [--alpha 16] [--steps 300] [--minutes M]

BASE is a checkpoint or a model folder; it stays as it is. DIR holds train.npz and heldout.npz (`prepare.py encode` with the base's
tokenizer.json). LoRA: Hu et al., arXiv 2106.09685; every linear layer is adapted: W + (alpha / rank) B A. The folder gets
adapter_config.json, adapter_model.safetensors (float16) and training.json: held-out loss before and after, steps, tokens.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from documents import epoch_batches, collate, load_documents
from eval import load_model
from tensors import write_safetensors
from train import held_out_loss, rate_factor

# Which projections each fused matrix of model.py holds, in row order, and where PEFT finds them.
PARTS = {
    "qkv": [("self_attn.q_proj", "heads"), ("self_attn.k_proj", "groups"), ("self_attn.v_proj", "groups")],
    "out": [("self_attn.o_proj", None)],
    "gate_up": [("mlp.gate_proj", "half"), ("mlp.up_proj", "half")],
    "down": [("mlp.down_proj", None)],
}
TARGETS = sorted({name.split(".")[1] for parts in PARTS.values() for name, _ in parts})


def part_rows(block, fused, share):
    """Output rows of one projection of a block's fused matrix."""
    whole = getattr(block, fused).weight.shape[0]
    return {None: whole, "half": whole // 2, "heads": block.heads * block.size, "groups": block.groups * block.size}[share]


class Adapted(nn.Module):
    """A frozen linear layer [N, K] plus the low-rank factors of each of its parts."""

    def __init__(self, linear, rows, rank, scale):
        super().__init__()
        self.weight, self.scale = linear.weight.requires_grad_(False), scale
        inputs, device = linear.weight.shape[1], linear.weight.device
        self.a = nn.ParameterList([nn.Parameter(torch.empty(rank, inputs, device=device)) for _ in rows])
        self.b = nn.ParameterList([nn.Parameter(torch.zeros(n, rank, device=device)) for n in rows])
        for a in self.a:
            nn.init.kaiming_uniform_(a, a=5**0.5)

    def forward(self, x):
        gain = torch.cat([b @ a for a, b in zip(self.a, self.b)]) * self.scale
        return functional.linear(x, self.weight + gain.to(self.weight.dtype))


def adapt(model, rank, scale, kind=Adapted):
    """Puts factors on every linear layer, as layers of `kind`; returns {PEFT name: (A, B)}."""
    factors = {}
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    for index, block in enumerate(model.blocks):
        for fused, parts in PARTS.items():
            layer = kind(getattr(block, fused), [part_rows(block, fused, share) for _, share in parts], rank, scale)
            setattr(block, fused, layer)
            for (name, _), a, b in zip(parts, layer.a, layer.b):
                factors[f"base_model.model.model.layers.{index}.{name}"] = (a, b)
    return factors


def train(model, factors, documents, options):
    """Runs the steps; returns (steps, tokens, seconds)."""
    parameters = [p for pair in factors.values() for p in pair]
    optimiser = torch.optim.AdamW(parameters, lr=options.rate, betas=(0.9, 0.95), weight_decay=0.0)
    epoch, batches, tokens, begun = 0, [], 0, time.perf_counter()
    for step in range(options.steps):
        if not batches:
            batches = epoch_batches(documents.lengths, options.batch_tokens, options.seed, epoch)
            epoch += 1
        ids, targets = collate(documents, batches.pop(), 64 if options.device == "cuda" else 1, options.device)
        spent = (time.perf_counter() - begun) / (options.minutes * 60)
        if spent >= 1:
            return step, tokens, time.perf_counter() - begun
        for group in optimiser.param_groups:
            group["lr"] = options.rate * rate_factor(max(step / options.steps, spent), step * 4, 0.7)
        loss = model(ids, targets).mean()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        tokens += ids.numel()
    return options.steps, tokens, time.perf_counter() - begun


CARD = """---
license: apache-2.0
language: en
base_model: {base}
library_name: peft
tags: [lora]
---

# {adapter}

{about}

LoRA (arXiv 2106.09685) on {modules}, rank {rank}, alpha {alpha:g}, {parameters:,} parameters, float16.

Trained on {documents:,} generated documents (`{command}`) for {steps} steps, {tokens:,} tokens, seed {seed}, by
`models/pretrain/adapters.py`. No customer's text. Loss on documents about products that training never saw: {before:.3f} nats a token
without the adapter, {after:.3f} with it (`training.json`).

Use it with the base named above, the guard and the checker; on its own it knows no product. Scale 1 is as trained, 0 is the base alone; above
about 1.5 sentences get stranger before they get stronger.
"""
VOICE = (
    "Makes the model write in the {name} voice, whatever voice the prompt and the heads name: in training they named all five by turns."
)
CATALOGUE = "Fits the model to a catalogue whose facts were read out of descriptions: its kinds, their number, the length of their values."


def card(options, report):
    """The model card of an adapter folder."""
    voice = options.kind == "voice"
    command = "datasets/corpus/generate.ts " + (f"--voice {options.name}" if voice else "--products FILE")
    return CARD.format(
        **{key: report[key] for key in ("base", "adapter", "rank", "alpha", "parameters", "documents", "steps", "tokens", "seed")},
        about=VOICE.format(name=options.name) if voice else CATALOGUE,
        modules=", ".join(report["targetModules"]),
        command=command,
        **report["heldOutLoss"],
    )


def save(folder, factors, options, report, text=None):
    """Writes the PEFT folder; `text` is its card, that of an adapter for writing when absent."""
    folder.mkdir(parents=True, exist_ok=True)
    config = {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "base_model_name_or_path": options.base_name,
        "r": options.rank,
        "lora_alpha": options.alpha,
        "lora_dropout": 0.0,
        "bias": "none",
        "target_modules": TARGETS,
        "fan_in_fan_out": False,
        "inference_mode": True,
    }
    (folder / "adapter_config.json").write_text(json.dumps(config, indent=2) + "\n")
    half = lambda x: ("F16", x.detach().float().cpu().numpy().astype(np.float16))
    tensors = {}
    for name, (a, b) in factors.items():
        tensors[f"{name}.lora_A.weight"], tensors[f"{name}.lora_B.weight"] = half(a), half(b)
    write_safetensors(folder / "adapter_model.safetensors", tensors, {"format": "pt"})
    (folder / "training.json").write_text(json.dumps(report, indent=1) + "\n")
    (folder / "README.md").write_text(text or card(options, report))


def main(options):
    torch.manual_seed(options.seed)
    model = load_model(options.base).to(torch.bfloat16).to(options.device).train()
    documents, held_out = (load_documents(options.data / f"{name}.npz") for name in ("train", "heldout"))
    before, _ = held_out_loss(model, held_out, options.device)
    factors = adapt(model, options.rank, options.alpha / options.rank)
    steps, tokens, seconds = train(model, factors, documents, options)
    after, _ = held_out_loss(model, held_out, options.device)
    report = {
        "adapter": options.name,
        "base": options.base_name,
        "rank": options.rank,
        "alpha": options.alpha,
        "targetModules": TARGETS,
        "parameters": sum(p.numel() for pair in factors.values() for p in pair),
        "documents": len(documents),
        "steps": steps,
        "tokens": tokens,
        "seconds": round(seconds, 1),
        "heldOutLoss": {"before": round(before, 4), "after": round(after, 4)},
        "seed": options.seed,
    }
    save(options.out, factors, options, report)
    print(json.dumps(report), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--kind", choices=["voice", "catalogue"], default="voice", help="what the card says it is")
    parser.add_argument("--base-name", default="shelftalk-base")
    parser.add_argument("--rank", type=int, default=8)
    parser.add_argument("--alpha", type=float, default=16)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=60, help="stop then, whatever the steps")
    parser.add_argument("--batch-tokens", type=int, default=2048)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    main(parser.parse_args())
