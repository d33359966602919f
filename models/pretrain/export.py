"""Turns a checkpoint into a model folder (README.md has the layout).

  python3 export.py CHECKPOINT.pt --data DIR --out FOLDER [--plain F32|BF16] [--name base]

`--plain` writes unquantised Hugging Face weights, which `transformers` loads as they are.
"""

import argparse
import shutil
from pathlib import Path

from checkpoint import master_weights
from config import parameter_count, shelftalk_section, write_config
from model import to_hugging_face
from tensors import write_sharded


def export(checkpoint, data, out, kind, name):
    """Writes the folder; returns (parameters, bytes of tensors)."""
    config, masters, progress = master_weights(checkpoint)
    weights = {n: w.numpy() for n, w in to_hugging_face(masters, config).items()}
    out.mkdir(parents=True, exist_ok=True)
    for stale in out.glob("model-*.safetensors"):
        stale.unlink()
    size = write_sharded(out, weights, kind)
    section = {**shelftalk_section(config, name, kind == "q8", progress["tokens"]), "start": progress["start"]}
    write_config(out, config, section)
    for file in ("tokenizer.json", "tokenizer_config.json", "beats.json"):
        shutil.copyfile(Path(data) / file, out / file)
    return parameter_count(config), size


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--plain", choices=["F32", "BF16"])
    parser.add_argument("--name", default="base")
    given = parser.parse_args()
    parameters, size = export(given.checkpoint, given.data, given.out, given.plain or "q8", given.name)
    print(f"{parameters:,} parameters, {size / 1e6:.1f} MB in {given.out}")
