"""Training state on disk. The masters are the truth; the bfloat16 weights are made from them."""

import os
from pathlib import Path

import torch

from model import Model
from optimiser import AdamW

LATEST = "latest.pt"
STABLE = "stable.pt"


def save_checkpoint(path, model, optimiser, progress):
    """Writes beside the target and renames, so that a stop half way leaves the last whole file."""
    names = [name for name, _ in model.named_parameters()]
    state = {"config": model.config, "names": names, "optimiser": optimiser.state(), "progress": dict(progress)}
    partial = Path(path).with_suffix(".partial")
    torch.save(state, partial)
    os.replace(partial, path)


def load_checkpoint(path, device="cpu"):
    """Returns (model in bfloat16, optimiser, progress)."""
    state = torch.load(path, map_location=device)
    model = Model(state["config"]).to(torch.bfloat16).to(device)
    optimiser = AdamW(model.parameters())
    if state["names"] != [name for name, _ in model.named_parameters()]:
        raise ValueError(f"{path}: written by another version of the model")
    optimiser.restore(state["optimiser"])
    return model, optimiser, state["progress"]


def master_weights(path):
    """(config, {module name: float32 tensor}, progress) of a checkpoint, without its moments."""
    state = torch.load(path, map_location="cpu")
    return state["config"], dict(zip(state["names"], state["optimiser"]["masters"])), state["progress"]
