"""Trains the base model, on a CPU with torch 1.13 or on CUDA with a current torch.

  python3 train.py --start pruned|scratch --data DIR --out DIR --minutes M [--threads N]
  python3 train.py --resume  --data DIR --out DIR --minutes M     goes on exactly where latest.pt stands
  python3 train.py --prolong --data DIR --out DIR --minutes M     goes back to the last state at full rate, then decays anew

Weights are bfloat16 with float32 masters. The learning rate warms up, stays, and falls linearly over the last `--decay` of
the budget (warm-up, stable, decay: arXiv 2404.06395), so a run can be prolonged from `stable.pt` without having decayed.
`--steps N` replaces the clock by a count, which makes two runs alike to the bit.
"""

import argparse
import json
import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# The largest single gain on a CPU, 15 %: keep freed tensors instead of giving their pages back each step.
MALLOC = {
    "MALLOC_MMAP_THRESHOLD_": "4294967296",
    "MALLOC_TRIM_THRESHOLD_": "17179869184",
    "MALLOC_TOP_PAD_": "268435456",
}
if __name__ == "__main__" and sys.platform == "linux" and "MALLOC_TOP_PAD_" not in os.environ:
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **MALLOC})

import torch

from checkpoint import LATEST, STABLE, load_checkpoint, save_checkpoint
from documents import collate, corpus_lines, epoch_batches, load_documents
from optimiser import AdamW
from parallel import Team
from starts import PEAK_RATE, SCRATCH_LAYERS, grown, pruned_start, scratch_start

WARM_STEPS = 60
FLOOR = 0.02
SAVE_SECONDS = 300
HELD_OUT_DOCUMENTS = 192
JUDGED_NARRATIVES = 64


def rate_factor(fraction, steps_since_start, decay):
    """Share of the peak rate: linear warm-up over WARM_STEPS, then 1, then linear to FLOOR over the last `decay`."""
    warm = min(1.0, (steps_since_start + 1) / WARM_STEPS)
    falling = min(1.0, (1 - fraction) / decay) if decay > 0 else 1.0
    return warm * max(FLOOR, falling)


def held_out_loss(model, documents, device):
    """(nats a scored token, nats a narrative) over the first HELD_OUT_DOCUMENTS."""
    count = min(HELD_OUT_DOCUMENTS, len(documents))
    nats, tokens = 0.0, 0
    with torch.no_grad():
        for start in range(0, count, 8):
            ids, targets = collate(documents, range(start, min(start + 8, count)), device=device)
            losses = model(ids, targets)
            nats, tokens = nats + float(losses.sum()), tokens + len(losses)
    return nats / tokens, nats / count


class Feed:
    """Batches in a fixed order; `place` (epoch, cursor) is all it takes to go on. On a GPU the next batch is made meanwhile."""

    def __init__(self, documents, options, place):
        self.documents, self.options = documents, options
        self.epoch, self.cursor = place
        self.batches = None
        self.ahead = ThreadPoolExecutor(1) if options.device == "cuda" else None
        self.waiting = None

    def next(self):
        """The next (ids, targets)."""
        if self.batches is None:
            self.batches = epoch_batches(self.documents.lengths, self.options.batch_tokens, self.options.seed, self.epoch)
        if self.cursor >= len(self.batches):
            self.epoch, self.cursor, self.batches, self.waiting = self.epoch + 1, 0, None, None
            return self.next()
        self.cursor += 1
        if self.ahead is None:
            return self.made(self.cursor - 1)
        ready = self.waiting or self.ahead.submit(self.made, self.cursor - 1)
        last = self.cursor >= len(self.batches)
        self.waiting = None if last else self.ahead.submit(self.made, self.cursor)
        return ready.result()

    def made(self, index):
        """The batch `index` of this epoch."""
        round_to = 64 if self.options.device == "cuda" else 1
        return collate(self.documents, self.batches[index], round_to, self.options.device)


class Run:
    """One training run: the model, its optimiser, and how far it has come."""

    def __init__(self, options):
        self.options = options
        self.documents = load_documents(options.data / "train.npz")
        self.held_out = load_documents(options.data / "heldout.npz")
        self.evaluated_at = self.saved_at = 0.0
        if options.resume or options.prolong:
            self.continue_from(options.out / (LATEST if options.resume else STABLE))
        else:
            self.begin()
        place = (self.progress["epoch"], self.progress["cursor"])
        if self.progress["documents"] != len(self.documents):
            place = (self.progress["epoch"] + 1, 0)
            self.progress["documents"] = len(self.documents)
        self.feed = Feed(self.documents, options, place)
        self.forward = self.model
        self.team = None
        if options.workers > 1:
            self.team = Team(self, options.workers)
            self.team.start(self)

    def begin(self):
        data, options = self.options.data, self.options
        self.progress = {"start": options.start, "step": 0, "tokens": 0, "seconds": 0.0, "epoch": 0, "cursor": 0}
        self.progress.update(documents=len(self.documents), warmFrom=0)
        model = pruned_start(data) if options.start == "pruned" else scratch_start(options.seed, int(self.held_out.ids[-1]))
        self.adopt(model)

    def adopt(self, model):
        """Takes a float32 model: bfloat16 for computing, its float32 weights as masters."""
        precise = [p.detach().float().clone() for p in model.parameters()]
        self.model = model.to(torch.bfloat16).to(self.options.device)
        self.optimiser = AdamW(self.model.parameters())
        for master, value in zip(self.optimiser.masters, precise):
            master.copy_(value)
        self.forward = self.model

    def continue_from(self, path):
        self.model, self.optimiser, self.progress = load_checkpoint(path, self.options.device)
        self.evaluated_at = self.saved_at = self.progress["seconds"]
        if self.options.rewarm:
            self.progress["warmFrom"] = self.progress["step"]
        if self.options.fresh_clock:
            self.progress.update(seconds=0.0)
            self.evaluated_at = self.saved_at = 0.0

    def small(self):
        """Whether this is a start from scratch that has yet to grow."""
        layers = self.model.config["num_hidden_layers"]
        return self.progress["start"] == "scratch" and layers < SCRATCH_LAYERS

    def fraction(self):
        """Share of the budget spent."""
        if self.options.steps:
            return self.progress["step"] / self.options.steps
        return self.progress["seconds"] / (self.options.minutes * 60)

    def rate(self):
        peak = self.options.rate or PEAK_RATE["small" if self.small() else self.progress["start"]]
        since = self.progress["step"] - self.progress["warmFrom"]
        decay = 0 if self.small() else self.options.decay
        return peak * rate_factor(self.fraction(), since, decay)

    def decaying(self):
        return self.fraction() > 1 - self.options.decay

    def grow_when_due(self):
        if self.small() and self.fraction() >= self.options.grow_at:
            self.adopt(grown(self.model.cpu()))
            self.progress["warmFrom"] = self.progress["step"]

    def step(self):
        """One update; returns (mean loss, tokens)."""
        if self.team:
            loss, tokens = self.team.step(self, self.rate())
            self.advance(tokens)
            return loss, tokens
        ids, targets = self.feed.next()
        losses = self.forward(ids, targets)
        loss = losses.mean()
        loss.backward()
        self.optimiser.step(self.rate())
        self.advance(ids.numel())
        return float(loss), ids.numel()

    def advance(self, tokens):
        self.progress.update(epoch=self.feed.epoch, cursor=self.feed.cursor, step=self.progress["step"] + 1)
        self.progress["tokens"] += tokens

    def log(self, loss, tokens_per_second):
        """One line of curve.jsonl: nats a scored token and a narrative on held-out products."""
        token, narrative = held_out_loss(self.model, self.held_out, self.options.device)
        row = {
            "step": self.progress["step"],
            "tokens": self.progress["tokens"],
            "seconds": round(self.progress["seconds"], 1),
            "layers": self.model.config["num_hidden_layers"],
            "rate": round(self.rate(), 6),
            "loss": round(loss, 4),
            "heldToken": round(token, 4),
            "heldNarrative": round(narrative, 2),
            "tokensPerSecond": round(tokens_per_second),
            **self.wrong_sentences(),
        }
        with open(self.options.out / "curve.jsonl", "a") as file:
            file.write(json.dumps(row) + "\n")
        print(json.dumps(row), flush=True)

    def wrong_sentences(self):
        """Share of held-out sentences with a wrong slot, greedy, heads forced, slots masked; empty without a corpus."""
        if self.options.corpus is None:
            return {}
        # Imported here: training alone needs neither the tokenizers library nor the corpus.
        from tokenizers import Tokenizer

        from eval import evaluate

        lines = [line for line in corpus_lines(self.options.corpus, "heldout.txt") if "<free>" not in line]
        tokenizer = Tokenizer.from_file(str(self.options.data / "tokenizer.json"))
        summary, _ = evaluate(self.model, tokenizer, lines[:JUDGED_NARRATIVES], masked=True)
        return {"sentences": summary["sentences"], "wrongSentences": summary["wrong"]}

    def save(self):
        save_checkpoint(self.options.out / LATEST, self.model, self.optimiser, self.progress)
        if not self.decaying():
            save_checkpoint(self.options.out / STABLE, self.model, self.optimiser, self.progress)
        self.saved_at = self.progress["seconds"]


def train(run):
    """The loop. Only time spent in steps counts against the budget."""
    stop = []
    signal.signal(signal.SIGTERM, lambda *_: stop.append(True))
    losses, tokens, since = [], 0, run.progress["seconds"]
    while run.fraction() < 1 and not stop:
        begun = time.perf_counter()
        run.grow_when_due()
        loss, count = run.step()
        losses.append(loss)
        tokens += count
        run.progress["seconds"] += time.perf_counter() - begun
        seconds = run.progress["seconds"]
        if seconds - run.evaluated_at >= run.options.evaluate_seconds or run.fraction() >= 1:
            run.log(sum(losses) / len(losses), tokens / (seconds - since))
            losses, tokens, since, run.evaluated_at = [], 0, seconds, seconds
        if seconds - run.saved_at >= SAVE_SECONDS:
            run.save()
    run.save()
    if run.team:
        run.team.stop()


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    begin = parser.add_mutually_exclusive_group(required=True)
    begin.add_argument("--start", choices=["pruned", "scratch"])
    begin.add_argument("--resume", action="store_true")
    begin.add_argument("--prolong", action="store_true")
    parser.add_argument("--data", type=Path, required=True, help="what prepare.py wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=20, help="budget of training time, earlier runs counted in")
    parser.add_argument("--steps", type=int, help="budget in updates instead of minutes")
    parser.add_argument("--decay", type=float, default=0.6, help="share of the budget over which the rate falls")
    parser.add_argument("--grow-at", type=float, default=0.3, help="share of the budget after which 4 layers become 12")
    parser.add_argument("--rate", type=float, help="peak learning rate instead of the start's own")
    parser.add_argument("--rewarm", action="store_true", help="warm up again after resuming")
    parser.add_argument("--fresh-clock", action="store_true", help="count the budget from the resumed state on")
    parser.add_argument("--batch-tokens", type=int, default=2048)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--workers", type=int, default=1, help="processes of one thread each, CPU only; not while growing")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--evaluate-seconds", type=float, default=120)
    parser.add_argument("--corpus", type=Path, help="also count wrong sentences at each evaluation, over this corpus's held-out documents")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    given = parse(sys.argv[1:])
    given.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1 if given.workers > 1 else given.threads)
    torch.manual_seed(given.seed)
    train(Run(given))
