"""Writes SmolLM2-135M-Instruct itself, uncut and untrained by us, as a model folder, for comparison (`build/bench/peer.ts`).

  python3 peer.py SOURCE.gguf --out FOLDER

The GGUF is the one `source.py` names. All 49,152 tokens and 30 layers stay; matrices are quantised to 8 bits as our own are.
"""

import argparse
import json
from pathlib import Path

from gguf import GGUFReader
from tokenizers import AddedToken, Tokenizer, decoders, models

from config import parameter_count, shelftalk_section, write_config
from source import read_source
from tensors import write_sharded
from vocabulary import pre_tokenizer

CONTROL = 3
CONTEXT = 2048


def control_tokens(path, tokens):
    """The tokens that GGUF marks as control tokens, in order of id."""
    kinds = GGUFReader(path).fields["tokenizer.ggml.token_type"].contents()
    return [token for token, kind in zip(tokens, kinds) if kind == CONTROL]


def build_tokenizer(tokens, merges, control):
    """A `tokenizers.Tokenizer` with the source's own ids."""
    vocabulary = {token: index for index, token in enumerate(tokens)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[tuple(merge.split(" ")) for merge in merges]))
    tokenizer.pre_tokenizer = pre_tokenizer()
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in control])
    return tokenizer


def export(path, out):
    """Writes the folder; returns (parameters, bytes of tensors)."""
    config, weights, tokens, merges = read_source(path)
    config = {**config, "max_position_embeddings": CONTEXT, "eos_token_id": tokens.index("<|im_end|>")}
    out.mkdir(parents=True, exist_ok=True)
    size = write_sharded(out, weights, "q8")
    write_config(out, config, shelftalk_section(config, "SmolLM2-135M-Instruct", True))
    build_tokenizer(tokens, merges, control_tokens(path, tokens)).save(str(out / "tokenizer.json"), pretty=False)
    (out / "tokenizer_config.json").write_text(json.dumps({"eos_token": "<|im_end|>"}) + "\n")
    return parameter_count(config), size


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    parameters, size = export(given.source, given.out)
    print(f"{parameters:,} parameters, {size / 1e6:.1f} MB in {given.out}")
