"""Writes held-out narratives with forced heads, greedily, and counts the sentences whose slots are not their head's.

  python3 eval.py CHECKPOINT.pt|FOLDER --data DIR --corpus DIR [--count 40] [--threads 1] [--json FILE]

Slots are masked to those the head names, as at run time, so what remains is a slot missing or repeated.
`--unmasked` leaves every slot open, which also shows the foreign ones.
"""

import argparse
import json
import re
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

from checkpoint import master_weights
from documents import corpus_lines
from model import LayerCache, Model, from_hugging_face
from tensors import read_sharded

SLOT = re.compile(r"<[phu]\d*\.\w+>")
SENTENCE_TOKENS_MAX = 64


def load_model(path):
    """A float32 model from a checkpoint or from a model folder (8-bit or plain)."""
    if path.is_dir():
        config = json.loads((path / "config.json").read_text())
        state = from_hugging_face({n: torch.from_numpy(w) for n, w in read_sharded(path).items()}, config)
    else:
        config, state, _ = master_weights(path)
    model = Model(config)
    model.load_state_dict(state)
    return model.eval()


class Narrative:
    """One row being written: forced tokens until `<say>`, the model's own until `<eob>`, then the next head."""

    def __init__(self, line, tokenizer):
        prompt, body = line.split("<go>", 1)
        self.heads = [part.split("<say>")[0].strip() + " <say>" for part in body.split("<eob>")[:-1]]
        self.references = [part.split("<say>")[1].strip() for part in body.split("<eob>")[:-1]]
        self.encode = lambda text: tokenizer.encode(text, add_special_tokens=False).ids
        self.eob = tokenizer.token_to_id("<eob>")
        self.prompt = prompt + "<go>"
        self.forced = [0] + self.encode(self.prompt) + self.encode(self.heads[0])
        self.sentences, self.current = [], []

    def done(self):
        return len(self.sentences) == len(self.heads)

    def writing(self):
        """Whether the next token is the model's to choose."""
        return not self.forced and not self.done()

    def take(self, token):
        """Accepts a token the model chose; returns what to feed, `<eob>` where the sentence has run too long."""
        if token != self.eob and len(self.current) < SENTENCE_TOKENS_MAX:
            self.current.append(token)
            return token
        self.sentences.append(self.current)
        self.current = []
        if not self.done():
            self.forced = self.encode(self.heads[len(self.sentences)])
        return self.eob


def slot_bans(head, slots):
    """Ids of the slots a head does not name."""
    allowed = set(SLOT.findall(head))
    return [index for name, index in slots.items() if name not in allowed]


@torch.no_grad()
def write(model, narratives, slots, length_max, masked=True):
    """Advances all rows together, one position a step; greedy."""
    table = model.embedding.weight
    caches = [LayerCache(len(narratives), length_max, model.config, table.dtype, table.device) for _ in model.blocks]
    bans = [[slot_bans(head, slots) for head in n.heads] for n in narratives]
    chosen = [0] * len(narratives)
    for position in range(length_max):
        feed = []
        for row, narrative in enumerate(narratives):
            if narrative.forced:
                feed.append(narrative.forced.pop(0))
            else:
                feed.append(chosen[row])
        hidden = model.hidden(torch.tensor(feed, device=table.device)[:, None], position, caches)[:, -1]
        writing = [row for row, narrative in enumerate(narratives) if narrative.writing()]
        if writing:
            logits = model.logits(hidden[writing]).cpu()
            for at, row in enumerate(writing):
                narrative = narratives[row]
                if masked:
                    logits[at, bans[row][len(narrative.sentences)]] = -1e9
                chosen[row] = narrative.take(int(logits[at].argmax()))
        if all(narrative.done() for narrative in narratives):
            break


def faults(head, sentence, reference):
    """Kinds of slot faults of one sentence: missing, repeated (more often than a person wrote it), foreign."""
    wanted, found, written = set(SLOT.findall(head)), SLOT.findall(sentence), SLOT.findall(reference)
    kinds = []
    if wanted - set(found):
        kinds.append("missing")
    if set(found) - wanted:
        kinds.append("foreign")
    if any(found.count(s) > max(1, written.count(s)) for s in set(found)):
        kinds.append("repeated")
    return kinds


def spoken(tokenizer, sentence):
    """The text of a sentence; slot tokens swallow the space before them, which is put back here."""
    text = tokenizer.decode(sentence, skip_special_tokens=False)
    return re.sub(r"(?<=[\w,;:.!?>])(<[phu]\d*\.)", r" \1", text).strip()


def evaluate(model, tokenizer, lines, masked):
    """Returns (summary, narratives)."""
    slots = {name: index for name, index in tokenizer.get_vocab().items() if SLOT.fullmatch(name)}
    narratives = [Narrative(line, tokenizer) for line in lines]
    length_max = max(len(tokenizer.encode(line).ids) for line in lines) + 160
    begun = time.perf_counter()
    write(model, narratives, slots, min(length_max, model.config["max_position_embeddings"]), masked)
    counts = {"sentences": 0, "wrong": 0, "missing": 0, "repeated": 0, "foreign": 0, "unfinished": 0, "verbatim": 0}
    for narrative in narratives:
        narrative.texts = [spoken(tokenizer, sentence) for sentence in narrative.sentences]
        counts["unfinished"] += len(narrative.heads) - len(narrative.texts)
        for head, text, reference in zip(narrative.heads, narrative.texts, narrative.references):
            kinds = faults(head, text, reference)
            counts["sentences"] += 1
            counts["wrong"] += bool(kinds)
            counts["verbatim"] += re.sub(r"\s+", "", text) == re.sub(r"\s+", "", reference)
            for kind in kinds:
                counts[kind] += 1
    right = sum(
        all(not faults(*x) for x in zip(n.heads, n.texts, n.references)) and n.done() for n in narratives
    )
    summary = {**counts, "narratives": len(narratives), "narrativesRight": right, "masked": masked}
    summary["wrongShare"] = round(counts["wrong"] / max(1, counts["sentences"]), 4)
    return {**summary, "seconds": round(time.perf_counter() - begun, 1)}, narratives


def show(narratives, count):
    """Prints the first `count` narratives with their heads."""
    for narrative in narratives[:count]:
        print("\n" + narrative.prompt)
        for head, text, reference in zip(narrative.heads, narrative.texts, narrative.references):
            mark = ",".join(faults(head, text, reference)) or "ok"
            print(f"  [{mark}] {head}  {text}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--samples", type=int, default=10)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--unmasked", action="store_true")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    own_tokenizer = Tokenizer.from_file(str(given.data / "tokenizer.json"))
    held_out = [line for line in corpus_lines(given.corpus, "heldout.txt") if "<free>" not in line][: given.count]
    summary, written = evaluate(load_model(given.model), own_tokenizer, held_out, not given.unmasked)
    show(written, given.samples)
    print("\n" + json.dumps(summary))
    if given.json:
        given.json.write_text(json.dumps(summary, indent=1) + "\n")
