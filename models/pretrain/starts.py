"""The two ways a model begins, and how the one from scratch grows."""

import json
from pathlib import Path

import torch

from config import llama_config
from model import Model, from_hugging_face
from tensors import read_sharded

SCRATCH_LAYERS = 12
SCRATCH_SMALL_LAYERS = 4
# Peak learning rates, measured in short runs: a small random model bears more than a large or a pretrained one.
PEAK_RATE = {"pruned": 1e-3, "small": 2e-3, "scratch": 1e-3}


def scratch_config(layers, eos):
    """d 640: wide and shallow is faster a token than deep at the same size, in training and in ONNX Runtime."""
    return llama_config(hidden=640, ffn=1728, layers=layers, heads=10, groups=5, theta=10_000, eos=eos)


def pruned_start(data):
    """The model written by `prepare.py prune`."""
    folder = Path(data) / "pruned"
    config = json.loads((folder / "config.json").read_text())
    config.pop("shelftalk")
    model = Model(config)
    model.load_state_dict(from_hugging_face({n: torch.from_numpy(w) for n, w in read_sharded(folder).items()}, config))
    return model


def scratch_start(seed, eos):
    """Four layers of random weights."""
    return Model(scratch_config(SCRATCH_SMALL_LAYERS, eos), seed)


def grown(model):
    """Stacks the layers of a trained small model until there are SCRATCH_LAYERS (arXiv 1904.09482)."""
    small = model.config["num_hidden_layers"]
    large = Model({**model.config, "num_hidden_layers": SCRATCH_LAYERS})
    old, new = model.state_dict(), {}
    for name in large.state_dict():
        source = name
        if name.startswith("blocks."):
            _, layer, rest = name.split(".", 2)
            source = f"blocks.{int(layer) % small}.{rest}"
        new[name] = old[source].float().clone()
    large.load_state_dict(new)
    return large
