"""Corpus lines to token ids, with the mask that says which of them the model is taught to predict.

A document is `<|endoftext|> prompt <go> (head <say> sentence <eob>)... <end>`. Code writes prompt and heads at run time, so
neither is scored, nor is `<end>`; sentences and their `<eob>` are. Where the prompt holds `<free>` the model plans for
itself, and heads and `<end>` are scored too.
"""

from pathlib import Path

import numpy as np
import torch


class Marks:
    """Ids of the tokens the mask turns on."""

    def __init__(self, tokenizer):
        ids = {name: tokenizer.token_to_id(f"<{name}>") for name in ("go", "say", "eob", "end", "free")}
        missing = [name for name, value in ids.items() if value is None]
        if missing:
            raise ValueError(f"the tokenizer lacks {missing}")
        self.go, self.say, self.eob, self.end, self.free = (ids[name] for name in ("go", "say", "eob", "end", "free"))


def scored_mask(ids, marks):
    """For each id of a document, whether predicting it is scored; bool [len(ids)]."""
    mask, started, inside, free = [], False, False, False
    for token in ids:
        mask.append(started and (inside or free))
        free |= token == marks.free and not started
        started |= token == marks.go
        if started:
            inside = token == marks.say or (inside and token != marks.eob)
    return np.array(mask, bool)


def scored_masks(ids, starts, marks):
    """`scored_mask` of documents laid end to end: ids [tokens], starts [documents + 1] -> bool [tokens]."""
    before = lambda token: np.concatenate([[0], np.cumsum(ids == token)[:-1]])
    ordinal = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    goes, opened, closed = before(marks.go), before(marks.say), before(marks.eob)
    base = lambda count: count - count[starts[:-1]][ordinal]
    started = base(goes) > 0
    frees = np.concatenate([[0], np.cumsum((ids == marks.free) & ~started)])
    free = (frees[starts[1:]] > frees[starts[:-1]])[ordinal]
    inside = base(opened) > base(closed)
    return started & (inside | free)


class Documents:
    """Encoded documents laid end to end: ids uint16, scored bool, and where each one starts."""

    def __init__(self, ids, scored, starts):
        self.ids, self.scored, self.starts = ids, scored, starts
        self.lengths = np.diff(starts)

    def __len__(self):
        return len(self.lengths)

    def one(self, index):
        """(ids, scored) of one document."""
        span = slice(self.starts[index], self.starts[index + 1])
        return self.ids[span], self.scored[span]


def encode_lines(lines, tokenizer, length_max):
    """Encodes lines into Documents; lines longer than `length_max` tokens are left out and counted."""
    marks, ids, dropped = Marks(tokenizer), [], 0
    for start in range(0, len(lines), 1000):
        for encoding in tokenizer.encode_batch(lines[start : start + 1000], add_special_tokens=False):
            document = [0] + encoding.ids
            if len(document) > length_max:
                dropped += 1
                continue
            ids.append(np.array(document, np.uint16))
    starts = np.concatenate([[0], np.cumsum([len(x) for x in ids])]).astype(np.int64)
    whole = np.concatenate(ids)
    return Documents(whole, scored_masks(whole, starts, marks), starts), dropped


def save_documents(path, documents):
    """Writes one .npz."""
    np.savez(path, ids=documents.ids, scored=documents.scored, starts=documents.starts)


def load_documents(path):
    """Reads what `save_documents` wrote."""
    with np.load(path) as stored:
        return Documents(stored["ids"], stored["scored"], stored["starts"])


def corpus_lines(folder, pattern):
    """All non-empty lines of the corpus files matching `pattern`, in name order."""
    files = sorted(Path(folder).glob(pattern))
    if not files:
        raise FileNotFoundError(f"no {pattern} in {folder}")
    return [line.strip() for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]


def epoch_batches(lengths, batch_tokens, seed, epoch):
    """Lists of document indices for one pass, in an order fixed by seed and epoch.

    Documents of like length share a batch, each in a row of its own: nothing to mask between documents, under 3 % padding,
    and attention over 300 positions instead of 512. Length and content hardly correlate here, and the order is shuffled.
    """
    generator = np.random.default_rng([seed, epoch])
    order, batches, pool = generator.permutation(len(lengths)), [], 1024
    for start in range(0, len(order), pool):
        ranked = order[start : start + pool]
        ranked = ranked[np.argsort(lengths[ranked], kind="stable")]
        current = []
        for index in ranked:
            if current and (len(current) + 1) * lengths[index] > batch_tokens:
                batches.append(current)
                current = []
            current.append(int(index))
        batches.append(current)
    return [batches[i] for i in generator.permutation(len(batches))]


def collate(documents, indices, round_to=1, device="cpu"):
    """(ids, targets) [B, T] for next-token prediction; targets -1 where unscored or padded, T a multiple of round_to."""
    longest = int(max(documents.lengths[i] for i in indices)) - 1
    width = -(-longest // round_to) * round_to
    ids = np.zeros((len(indices), width), np.int64)
    targets = np.full((len(indices), width), -1, np.int64)
    for row, index in enumerate(indices):
        document, scored = documents.one(index)
        count = len(document) - 1
        ids[row, :count] = document[:-1]
        targets[row, :count] = np.where(scored[1:], document[1:].astype(np.int64), -1)
    pair = torch.from_numpy(ids), torch.from_numpy(targets)
    if device == "cpu":
        return pair
    return tuple(x.pin_memory().to(device, non_blocking=True) for x in pair)
