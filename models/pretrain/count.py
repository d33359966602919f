"""Prints the exact parameter count of a model folder or checkpoint configuration: python3 count.py FOLDER"""

import json
import sys
from pathlib import Path

from config import parameter_count, weight_shapes

if __name__ == "__main__":
    config = json.loads((Path(sys.argv[1]) / "config.json").read_text())
    total = parameter_count(config)
    embedding = config["vocab_size"] * config["hidden_size"]
    print(f"{total:,} parameters in {len(weight_shapes(config))} tensors, {embedding:,} of them the tied embedding")
