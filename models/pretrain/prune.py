"""Start A: a shallower, smaller-vocabulary SmolLM2, to be healed by training."""

import numpy as np
import torch

from config import llama_config
from model import Model, from_hugging_face

# First and last layers matter most and neighbours in the middle say nearly the same (arXiv 2403.17887); used where no
# text is given to measure on.
DEFAULT_LAYERS = [0, 1, 2, 3, 4, 7, 10, 13, 16, 19, 22, 26, 27, 28, 29]


def token_embeddings(pieces, specials, embedding, source_ids, encode, seed=1):
    """Embedding rows of the trimmed vocabulary, float32 [V, d].

    `pieces` that the source knows are copied; a special token starts from the mean of its words, plus a little noise
    (a tenth of a row's spread) so that two tokens with the same words can part; anything else from the overall mean.
    """
    generator, mean, spread = np.random.default_rng(seed), embedding.mean(0), embedding.std()
    noise = lambda: generator.standard_normal(embedding.shape[1]).astype(np.float32) * spread * 0.1
    words = {entry["token"]: entry["words"] for entry in specials}
    rows = []
    for piece in pieces:
        if piece in words:
            rows.append(embedding[encode(" " + words[piece])].mean(0) + noise())
        elif piece in source_ids:
            rows.append(embedding[source_ids[piece]])
        else:
            rows.append(mean + noise())
    return np.stack(rows).astype(np.float32)


def measure_layers(weights, config, batches, keep, drop_each_round=3):
    """The layers to keep, found by leaving each one out, dropping the least missed few, and measuring again.

    `batches` are id tensors [B, T] of plain text in the source's own vocabulary. Returns (layers, [(round, layer, nats)]).
    """
    model = Model(config).bfloat16()
    model.load_state_dict(from_hugging_face({n: torch.from_numpy(w) for n, w in weights.items()}, config))
    blocks, left, trace = model.blocks, list(range(config["num_hidden_layers"])), []

    def loss_with(layers):
        model.blocks = torch.nn.ModuleList([blocks[i] for i in layers])
        with torch.no_grad():
            losses = [model(ids[:, :-1], ids[:, 1:]) for ids in batches]
        return float(torch.cat(losses).mean())

    while len(left) > keep:
        missed = sorted((loss_with([x for x in left if x != layer]), layer) for layer in left)
        trace += [(config["num_hidden_layers"] - len(left), layer, nats) for nats, layer in missed]
        gone = {layer for _, layer in missed[: min(drop_each_round, len(left) - keep)]}
        left = [layer for layer in left if layer not in gone]
        print(f"{len(left)} layers left after dropping {sorted(gone)}: {loss_with(left):.3f} nats", flush=True)
    return left, trace


def pruned(weights, config, layers, embedding, eos):
    """(config, weights) of the source with only `layers` and with `embedding` [V, d]."""
    small = llama_config(
        hidden=config["hidden_size"],
        ffn=config["intermediate_size"],
        layers=len(layers),
        heads=config["num_attention_heads"],
        groups=config["num_key_value_heads"],
        theta=config["rope_theta"],
        vocabulary=len(embedding),
        eos=eos,
    )
    out = {"model.embed_tokens.weight": embedding, "model.norm.weight": weights["model.norm.weight"]}
    for new, old in enumerate(layers):
        prefix = f"model.layers.{old}."
        for name, weight in weights.items():
            if name.startswith(prefix):
                out[f"model.layers.{new}.{name[len(prefix):]}"] = weight
    return small, out
