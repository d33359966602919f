"""Makes what training needs, once a corpus: tokenizer, encoded documents, and the pruned start.

  python3 prepare.py vocabulary --corpus DIR --source MODEL.gguf --out DIR   -> tokenizer.json, tokenizer_config.json
  python3 prepare.py encode     --corpus DIR --out DIR                       -> train.npz, heldout.npz
  python3 prepare.py prune      --corpus DIR --source MODEL.gguf --out DIR [--layers 15] [--measure]   -> pruned/

The corpus folder holds tokens.json, train-*.txt and heldout.txt, one document a line.
"""

import argparse
import json
import re
import shutil
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models

from config import CONTEXT, VOCABULARY, shelftalk_section, write_config
from documents import corpus_lines, encode_lines, save_documents
from prune import DEFAULT_LAYERS, measure_layers, pruned, token_embeddings
from tensors import write_sharded
from vocabulary import (
    END,
    SPECIAL_FORM,
    SPECIALS,
    build_tokenizer,
    choose_merges,
    merge_use,
    pre_tokenizer,
    save_tokenizer,
    special_tokens,
)

SAMPLE_LINES = 40_000
LENGTH_MAX = 640


def listed_tokens(corpus):
    return json.loads((Path(corpus) / "tokens.json").read_text())


def make_vocabulary(options):
    from source import read_source

    _, _, _, merges = read_source(options.source)
    lines = corpus_lines(options.corpus, "train-*.txt")
    step = max(1, len(lines) // SAMPLE_LINES)
    use = merge_use(lines[::step], merges)
    specials = special_tokens(listed_tokens(options.corpus))
    kept = choose_merges(merges, use, VOCABULARY - 1 - 256 - SPECIALS)
    save_tokenizer(options.out, build_tokenizer(kept, specials))
    used = sum(1 for merge in kept if use[merge])
    print(f"{VOCABULARY} tokens; {len(kept)} merges kept, {used} of them used by the corpus, of {len(use)} it would use")


def encode(options):
    tokenizer = Tokenizer.from_file(str(options.out / "tokenizer.json"))
    shutil.copyfile(options.corpus / "beats.json", options.out / "beats.json")
    for name, pattern in (("heldout", "heldout.txt"), ("train", "train-*.txt")):
        documents, dropped = encode_lines(corpus_lines(options.corpus, pattern), tokenizer, LENGTH_MAX)
        save_documents(options.out / f"{name}.npz", documents)
        tokens, scored = int(documents.lengths.sum()), int(documents.scored.sum())
        print(
            f"{name}: {len(documents)} documents, {tokens} tokens, {scored} scored, longest {documents.lengths.max()}, "
            f"mean {documents.lengths.mean():.0f}, {dropped} left out over {LENGTH_MAX}"
        )


def source_tokenizer(tokens, merges):
    """SmolLM2's own tokenizer, without its chat tokens."""
    vocabulary = {token: index for index, token in enumerate(tokens)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[tuple(m.split(" ")) for m in merges]))
    tokenizer.pre_tokenizer, tokenizer.decoder = pre_tokenizer(), decoders.ByteLevel()
    return tokenizer


def plain_batches(corpus, encode_ids, words, count=8, length=192):
    """A few rows of corpus text with every special token replaced by its words, as ids of the source: [1, T] each."""
    spoken = lambda match: " " + words.get(match[0], "")
    texts = [re.sub(r" +", " ", SPECIAL_FORM.sub(spoken, line)) for line in corpus_lines(corpus, "heldout.txt")[:count]]
    return [torch.tensor([encode_ids(text)[-length:]]) for text in texts]


def prune(options):
    from source import read_source

    config, weights, tokens, merges = read_source(options.source)
    source = source_tokenizer(tokens, merges)
    encode_ids = lambda text: source.encode(text, add_special_tokens=False).ids
    tokenizer = Tokenizer.from_file(str(options.out / "tokenizer.json"))
    specials = listed_tokens(options.corpus)
    pieces = [tokenizer.id_to_token(index) for index in range(tokenizer.get_vocab_size())]
    source_ids = {token: index for index, token in enumerate(tokens)}
    rows = token_embeddings(pieces, specials, weights["model.embed_tokens.weight"], source_ids, encode_ids)
    layers, trace = options.keep or DEFAULT_LAYERS, []
    if options.measure:
        words = {entry["token"]: entry["words"] for entry in specials}
        batches = plain_batches(options.corpus, encode_ids, words)
        layers, trace = measure_layers(weights, config, batches, options.layers)
    small, kept = pruned(weights, config, layers, rows, tokenizer.token_to_id(END))
    folder = options.out / "pruned"
    folder.mkdir(exist_ok=True)
    section = {**shelftalk_section(small, "pruned", False), "layersKept": layers, "layerLosses": trace}
    write_config(folder, small, section)
    write_sharded(folder, kept, "F32", 1 << 40)
    print(f"kept layers {layers}; {section['parameters']:,} parameters")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["vocabulary", "encode", "prune"])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--source", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=len(DEFAULT_LAYERS))
    parser.add_argument("--measure", action="store_true", help="choose layers by measured loss")
    parser.add_argument("--keep", type=lambda text: [int(x) for x in text.split(",")], help="layers to keep, as measured before")
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    {"vocabulary": make_vocabulary, "encode": encode, "prune": prune}[given.task](given)
