"""Trims SmolLM2's byte-level BPE vocabulary to the size we train, and adds our special tokens.

Layout of the ids: 0 `<|endoftext|>`, 1-256 the bytes, then the kept merges by rank, then 512 special tokens at the end
(those named by the corpus, in its order, then `<spare.N>`, so that a later corpus can name more without moving an id).
"""

import collections
import json
import re

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

BOS = "<|endoftext|>"
END = "<end>"
SPECIALS = 512
SPECIAL_FORM = re.compile(r"<[/\w][^<>\s]*>|<:>")


def byte_alphabet():
    """The 256 printable stand-ins of byte-level BPE."""
    return sorted(pre_tokenizers.ByteLevel.alphabet())


def special_tokens(listed):
    """The corpus's tokens followed by spares, SPECIALS in all; raises ValueError where the list cannot be right."""
    names = [entry["token"] for entry in listed]
    if len(set(names)) != len(names):
        raise ValueError("the corpus names a token twice")
    if len(names) > SPECIALS:
        raise ValueError(f"{len(names)} special tokens, room for {SPECIALS}")
    if END not in names or "<go>" not in names:
        raise ValueError("the corpus must name <end> and <go>")
    return names + [f"<spare.{n}>" for n in range(SPECIALS - len(names))]


def _applied(word, rank):
    """The merges BPE applies to one pre-token, lowest rank first."""
    parts, used = list(word), []
    while len(parts) > 1:
        best = min(range(len(parts) - 1), key=lambda i: rank.get((parts[i], parts[i + 1]), 1 << 30))
        pair = (parts[best], parts[best + 1])
        if pair not in rank:
            break
        parts[best : best + 2] = ["".join(pair)]
        used.append(pair)
    return used


def merge_use(texts, merges):
    """How often each merge is applied over `texts`, special tokens left out."""
    splitter, rank = pre_tokenizer(), {tuple(m.split(" ")): i for i, m in enumerate(merges)}
    words = collections.Counter()
    for text in texts:
        for piece in SPECIAL_FORM.split(text):
            words.update(word for word, _ in splitter.pre_tokenize_str(piece))
    use = collections.Counter()
    for word, count in words.items():
        for pair in _applied(word, rank):
            use[" ".join(pair)] += count
    return use


def _useful(merge):
    """Shop text holds no indented code: runs of spaces and newlines are not worth a token."""
    token = merge.replace(" ", "")
    return token.count("Ġ") <= 1 and "Ċ" not in token and "ĉ" not in token


def choose_merges(merges, use, count):
    """`count` merges: those the corpus uses twice or more (most used first), then the earliest others; closed."""
    made = {m.replace(" ", ""): m for m in reversed(merges)}
    rank = {m: i for i, m in enumerate(merges)}
    kept = set()

    def needed(merge):
        """The merge and, before it, every merge its two parts need."""
        wanted = [part for part in merge.split(" ") if len(part) > 1]
        return [m for part in wanted if part in made for m in needed(made[part])] + [merge]

    used = sorted((m for m in use if use[m] >= 2), key=lambda m: (-use[m], rank[m]))
    for merge in used + [m for m in merges if _useful(m)]:
        fresh = [m for m in dict.fromkeys(needed(merge)) if m not in kept]
        if len(kept) + len(fresh) <= count:
            kept.update(fresh)
        if len(kept) == count:
            return sorted(kept, key=rank.get)
    raise ValueError(f"only {len(kept)} of {count} merges found")


def pre_tokenizer():
    """SmolLM2's: single digits, then GPT-2's split into byte-level words."""
    return pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )


def build_tokenizer(merges, specials):
    """A `tokenizers.Tokenizer` over BOS, bytes, merges and specials."""
    pieces = [BOS] + byte_alphabet() + [m.replace(" ", "") for m in merges] + specials
    vocabulary = {piece: index for index, piece in enumerate(pieces)}
    if len(vocabulary) != len(pieces):
        raise ValueError("two tokens share a spelling")
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[tuple(m.split(" ")) for m in merges]))
    tokenizer.pre_tokenizer = pre_tokenizer()
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(BOS, special=True, normalized=False)])
    tokenizer.add_special_tokens([AddedToken(s, lstrip=True, special=True, normalized=False) for s in specials])
    return tokenizer


def tokenizer_config():
    """tokenizer_config.json of an exported folder."""
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "bos_token": BOS,
        "pad_token": BOS,
        "eos_token": END,
        "add_bos_token": False,
        "clean_up_tokenization_spaces": False,
        "model_max_length": 1024,
    }


def save_tokenizer(folder, tokenizer):
    """Writes tokenizer.json and tokenizer_config.json."""
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer_config(), indent=2) + "\n")
