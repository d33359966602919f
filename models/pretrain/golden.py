"""Writes golden logits, which pin the TypeScript-built ONNX graph to PyTorch.

  python3 golden.py tiny FOLDER            a tiny model of random weights, in the exported layout, with its golden.json
  python3 golden.py real FOLDER OUT.json   golden values of an exported model: the twenty best logits of a few prompts
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch

from config import llama_config, shelftalk_section, weight_shapes, write_config
from reference import forward
from tensors import read_sharded, write_sharded

TINY = llama_config(hidden=64, ffn=128, layers=2, heads=4, groups=2, theta=10_000, vocabulary=320, eos=319)
TOP = 20


def random_weights(config, seed):
    """Weights large enough that a wrong transpose, head order or rotation moves the logits by more than rounding."""
    generator = np.random.default_rng(seed)
    weights = {}
    for name, shape in weight_shapes(config).items():
        if len(shape) == 1:
            weights[name] = (1 + 0.2 * generator.standard_normal(shape)).astype(np.float32)
        else:
            weights[name] = (generator.standard_normal(shape) * 1.5 / np.sqrt(shape[1])).astype(np.float32)
    return weights


def logits_of(folder, sequences, dtype=torch.float64):
    """Logits [T, V] of each sequence from the folder's own (dequantised) weights."""
    config = json.loads((Path(folder) / "config.json").read_text())
    weights = {name: torch.from_numpy(array).to(dtype) for name, array in read_sharded(folder).items()}
    return [forward(ids, weights, config).numpy() for ids in sequences]


def rounded(row):
    return [float(f"{value:.6g}") for value in row]


def write_tiny(folder):
    """The tiny fixture: full logit rows at the last three positions of each sequence."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    write_config(target, TINY, shelftalk_section(TINY, "tiny", True))
    # A small shard limit, so that the fixture is split over two files as a real model is.
    write_sharded(target, random_weights(TINY, 7), "q8", shard_bytes_max=60_000)
    generator = np.random.default_rng(11)
    sequences = [[0], [0, 5, 319, 17], [0] + generator.integers(1, 320, 39).tolist()]
    cases = []
    for ids, logits in zip(sequences, logits_of(target, sequences)):
        first = max(0, len(ids) - 3)
        cases.append({"ids": ids, "positions": list(range(first, len(ids))), "logits": [rounded(r) for r in logits[first:]]})
    (target / "golden.json").write_text(json.dumps({"dtype": "float64", "cases": cases}) + "\n")


def write_real(folder, out, prompts):
    """For each prompt (ids): the best twenty ids of the last position, their logits, and the largest magnitude."""
    cases = []
    for ids, logits in zip(prompts, logits_of(folder, prompts)):
        best = np.argsort(-logits[-1])[:TOP]
        row = {"ids": ids, "topIds": best.tolist(), "topLogits": rounded(logits[-1][best])}
        cases.append({**row, "maxAbs": float(np.abs(logits[-1]).max())})
    Path(out).write_text(json.dumps({"dtype": "float64", "cases": cases}) + "\n")


if __name__ == "__main__":
    if sys.argv[1] == "tiny":
        write_tiny(sys.argv[2])
