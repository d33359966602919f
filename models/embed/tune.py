"""Tunes the static table of `distil.py` so that queries lie near the products that answer them.

Three losses over the rows, in every step:

1. **Queries** of the invented shop against the products that are just what was asked for (`build/bench/judgedPairs.ts`), and
2. **WordNet**: a word for a thing against another word for it, its definition, or what it is a kind of (shared by all shops). Both are
   InfoNCE with the other pairs of the batch as negatives (van den Oord et al. 2018), in both directions; products that would do are no negatives.
3. **The teacher**: similarities of all pairs of texts in a batch as the sentence encoder sees them, so that nothing general is forgotten.

Run it in a virtual environment with torch, numpy, safetensors and tokenizers, one thread, about ten minutes:

    npx tsx ../../build/bench/judgedPairs.ts --out .scratch/pairs.json
    python tune.py --teacher DIR --wordnet DIR --pairs .scratch/pairs.json [--steps 3600] [--out ../weights/embedder]

`--teacher` as in `distil.py`; `--wordnet` holds WordNet's data.noun and data.adj. The table in `--start` is where it begins; tune a freshly
distilled one, not one that was tuned before. Scratch goes to `.scratch/`, which git ignores. How good the result is: `npx shelftalk evaluate retrieval`.
"""

import argparse
import hashlib
import json
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.numpy import load_file
from tokenizers import BertWordPieceTokenizer

import wordnet
from distil import HEADS, SCRATCH, Teacher, wordpieces, write

TEMPERATURE = 0.06
# Weights of the three losses.
QUERIES, WORDS, TEACHER = 0.5, 1.5, 100.0
# Share of a text's pieces left out at random.
DROP = 0.2


class FastTeacher(Teacher):
    """The teacher in bfloat16 matrix products, which CPUs of today do several times faster."""

    def __init__(self, folder: Path):
        super().__init__(folder)
        self.tensors = {name: torch.from_numpy(value) for name, value in self.weights.items()}
        self.half = {name: value.bfloat16() for name, value in self.tensors.items()}

    @torch.no_grad()
    def embed(self, ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
        w, mask = self.tensors, torch.from_numpy(mask).float()
        x = w["embeddings.word_embeddings.weight"][torch.from_numpy(ids)]
        x = x + w["embeddings.position_embeddings.weight"][: ids.shape[1]] + w["embeddings.token_type_embeddings.weight"][0]
        x = self.normal(x, "embeddings.LayerNorm")
        bias = ((1 - mask) * -1e9)[:, None, None, :]
        for index in range(self.layers):
            name = f"encoder.layer.{index}"
            x = self.normal(x + self.attend(x, f"{name}.attention", bias), f"{name}.attention.output.LayerNorm")
            inner = F.gelu(self.product(x, f"{name}.intermediate.dense"))
            x = self.normal(x + self.product(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")
        return ((x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)).numpy()

    def attend(self, x: torch.Tensor, name: str, bias: torch.Tensor) -> torch.Tensor:
        rows, length, width = x.shape
        query, key, value = (
            self.product(x, f"{name}.self.{part}").view(rows, length, HEADS, -1).transpose(1, 2) for part in ("query", "key", "value")
        )
        scores = torch.softmax(query @ key.transpose(-1, -2) * (width / HEADS) ** -0.5 + bias, -1)
        return self.product((scores @ value).transpose(1, 2).reshape(rows, length, width), f"{name}.output.dense")

    def product(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return F.linear(x.bfloat16(), self.half[f"{name}.weight"], self.half[f"{name}.bias"]).float()

    def normal(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return F.layer_norm(x, (x.shape[-1],), self.tensors[f"{name}.weight"], self.tensors[f"{name}.bias"], 1e-12)


def teacher_vectors(folder: Path, texts: list[str], tokens: int = 4096) -> np.ndarray:
    """Normalised embeddings [texts, width] of the teacher, kept in the scratch folder."""
    SCRATCH.mkdir(exist_ok=True)
    cache = SCRATCH / f"{hashlib.sha1(chr(10).join(texts).encode()).hexdigest()[:12]}.npy"
    if cache.exists():
        return np.load(cache).astype(np.float32)
    teacher, tokenizer = FastTeacher(folder), BertWordPieceTokenizer(str(folder / "vocab.txt"), lowercase=True)
    encoded = [one.ids[:96] for one in tokenizer.encode_batch(texts)]
    order, out, begin = sorted(range(len(encoded)), key=lambda i: len(encoded[i])), None, 0
    while begin < len(order):
        # Sorted by length, so that a batch of at most `tokens` has little padding.
        end = begin + 1
        while end < len(order) and (end + 1 - begin) * len(encoded[order[end]]) <= tokens:
            end += 1
        chosen, length = order[begin:end], len(encoded[order[end - 1]])
        ids, mask = np.zeros((2, end - begin, length), np.int64)
        for row, i in enumerate(chosen):
            ids[row, : len(encoded[i])], mask[row, : len(encoded[i])] = encoded[i], 1
        vectors = teacher.embed(ids, mask)
        out = np.zeros((len(texts), vectors.shape[1]), np.float16) if out is None else out
        out[chosen] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        begin = end
    np.save(cache, out)
    return out.astype(np.float32)


class Table(torch.nn.EmbeddingBag):
    """The rows; a text is the normalised sum of its pieces' rows."""

    def texts(self, pieces: list[list[int]], rng: np.random.Generator) -> torch.Tensor:
        kept = [[piece for piece in ids if rng.random() > DROP] or ids or [0] for ids in pieces]
        starts = np.cumsum([0] + [len(ids) for ids in kept[:-1]])
        return F.normalize(self(torch.tensor([piece for ids in kept for piece in ids]), torch.from_numpy(starts)), dim=1, eps=1e-6)


def contrast(left: torch.Tensor, right: torch.Tensor, alike: torch.Tensor | None = None) -> torch.Tensor:
    """InfoNCE both ways over a batch of pairs; `alike` [batch, batch] marks what must not count as a negative."""
    scores = left @ right.T / TEMPERATURE
    if alike is not None:
        scores = scores.masked_fill(alike, -1e4)
    pairs = torch.arange(len(left))
    return (F.cross_entropy(scores, pairs) + F.cross_entropy(scores.T, pairs)) / 2


class Shop:
    """Queries and products of the invented shop."""

    def __init__(self, data: dict, split):
        ids = {product["id"]: row for row, product in enumerate(data["products"])}
        self.texts = [product["text"] for product in data["products"]]
        self.products, self.queries = split(self.texts), split([one["query"] for one in data["queries"]])
        self.grades = np.zeros((len(self.queries), len(ids)), bool)
        self.best = [np.array([ids[i] for i in one["best"]]) for one in data["queries"]]
        for row, one in enumerate(data["queries"]):
            self.grades[row, [ids[i] for i in one["best"] + one["fair"]]] = True

    def loss(self, table: Table, batch: int, rng: np.random.Generator) -> torch.Tensor:
        chosen = rng.integers(0, len(self.queries), batch)
        answers = np.array([rng.choice(self.best[i]) for i in chosen])
        alike = torch.from_numpy(self.grades[chosen][:, answers])
        alike.fill_diagonal_(False)
        return contrast(table.texts([self.queries[i] for i in chosen], rng), table.texts([self.products[i] for i in answers], rng), alike)


class Words:
    """WordNet's words, definitions and what things are kinds of."""

    def __init__(self, pairs: list, split):
        self.words = [split(words) for words, _, _ in pairs]
        self.definitions = split([definition for _, definition, _ in pairs])
        self.above = [split(above) if above else [] for _, _, above in pairs]

    def other(self, i: int, rng: np.random.Generator) -> list[int]:
        draw = rng.random()
        if draw < 0.45 and len(self.words[i]) > 1:
            return self.words[i][rng.integers(len(self.words[i]))]
        if draw < 0.6 and self.above[i]:
            return self.above[i][rng.integers(len(self.above[i]))]
        return self.definitions[i]

    def loss(self, table: Table, batch: int, rng: np.random.Generator) -> torch.Tensor:
        chosen = rng.integers(0, len(self.words), batch)
        left = [self.words[i][rng.integers(len(self.words[i]))] for i in chosen]
        return contrast(table.texts(left, rng), table.texts([self.other(i, rng) for i in chosen], rng))


def teacher_loss(table: Table, texts: tuple, batch: int, rng: np.random.Generator) -> torch.Tensor:
    pieces, vectors = texts
    chosen = rng.integers(0, len(pieces), batch)
    ours, theirs = table.texts([pieces[i] for i in chosen], rng), torch.from_numpy(vectors[chosen])
    return ((ours @ ours.T - theirs @ theirs.T) ** 2).mean()


def train(table: Table, shop: Shop, words: Words, taught: list[tuple], options: argparse.Namespace) -> None:
    rng = np.random.default_rng(options.seed)
    optimiser = torch.optim.SparseAdam(table.parameters(), lr=options.rate)
    begun, sums = time.time(), np.zeros(3)
    for step in range(options.steps):
        for group in optimiser.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / 30) * (1 - step / options.steps)
        losses = (
            shop.loss(table, options.batch, rng),
            words.loss(table, options.batch, rng),
            teacher_loss(table, taught[step % len(taught)], options.batch, rng),
        )
        optimiser.zero_grad()
        (QUERIES * losses[0] + WORDS * losses[1] + TEACHER * losses[2]).backward()
        optimiser.step()
        sums += [loss.item() for loss in losses]
        if (step + 1) % 300 == 0:
            print(f"step {step + 1}, {time.time() - begun:.0f} s: queries, words, teacher {np.round(sums / 300, 4)}", flush=True)
            sums[:] = 0


def main() -> None:
    here = Path(__file__).parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--start", type=Path, default=here.parent / "weights" / "embedder")
    parser.add_argument("--out", type=Path, default=here.parent / "weights" / "embedder")
    parser.add_argument("--golden", type=Path, default=here / "golden.json")
    parser.add_argument("--steps", type=int, default=3600)
    parser.add_argument("--batch", type=int, default=224)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)

    stored = load_file(options.start / "embedder.safetensors")
    rows = stored["rows"].astype(np.float32) * stored["scale"][:, None]
    pieces = (options.start / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    tokenizer, unknown = BertWordPieceTokenizer(str(options.start / "vocab.txt"), lowercase=True), pieces.index("[UNK]")
    split = lambda texts: [wordpieces(tokenizer, unknown, text) for text in texts]

    data = json.loads(options.pairs.read_text(encoding="utf-8"))
    shop, words = Shop(data, split), Words(wordnet.pairs(options.wordnet), split)
    taught = []
    for texts in (wordnet.texts(options.wordnet), shop.texts + [one["query"] for one in data["queries"]]):
        taught.append((split(texts), teacher_vectors(options.teacher, texts)))
        print(f"{len(texts)} texts through the teacher", flush=True)
    table = Table.from_pretrained(torch.from_numpy(rows), freeze=False, mode="sum", sparse=True)
    train(table, shop, words, taught, options)
    write(options.out, options.golden, pieces, table.weight.detach().numpy())


if __name__ == "__main__":
    main()
