"""Llama's forward pass written plainly, for golden values: no fused weights, no shortcuts shared with model.py."""

import torch


def _norm(x, weight, epsilon):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + epsilon) * weight


def _rotate(x, theta):
    """RoPE, half-split form; x [heads, T, c], positions 0..T-1."""
    size = x.shape[-1]
    frequency = theta ** (-torch.arange(0, size, 2, dtype=x.dtype) / size)
    angle = torch.outer(torch.arange(x.shape[1], dtype=x.dtype), frequency)
    cos, sin = angle.cos(), angle.sin()
    first, second = x[..., : size // 2], x[..., size // 2 :]
    return torch.cat([first * cos - second * sin, second * cos + first * sin], -1)


def _attention(x, weights, config):
    """x [T, d] -> [T, h c]: one query head at a time."""
    heads, groups, size = config["num_attention_heads"], config["num_key_value_heads"], config["head_dim"]
    length = x.shape[0]
    query, key, value = (
        (x @ weights[f"self_attn.{n}_proj.weight"].T).view(length, count, size).transpose(0, 1)
        for n, count in (("q", heads), ("k", groups), ("v", groups))
    )
    query, key = _rotate(query, config["rope_theta"]), _rotate(key, config["rope_theta"])
    future = torch.full((length, length), float("-inf"), dtype=x.dtype).triu(1)
    mixed = []
    for head in range(heads):
        group = head // (heads // groups)
        scores = query[head] @ key[group].T * size**-0.5 + future
        mixed.append(torch.softmax(scores, -1) @ value[group])
    return torch.cat(mixed, -1)


def forward(ids, weights, config):
    """Token ids (list) -> logits [T, V] in the type of the weights. `weights`: Hugging Face names -> tensors."""
    x, epsilon = weights["model.embed_tokens.weight"][torch.tensor(ids)], config["rms_norm_eps"]
    for layer in range(config["num_hidden_layers"]):
        prefix = f"model.layers.{layer}."
        own = {name[len(prefix) :]: value for name, value in weights.items() if name.startswith(prefix)}
        attended = _attention(_norm(x, own["input_layernorm.weight"], epsilon), own, config)
        x = x + attended @ own["self_attn.o_proj.weight"].T
        inner = _norm(x, own["post_attention_layernorm.weight"], epsilon)
        gate = torch.nn.functional.silu(inner @ own["mlp.gate_proj.weight"].T)
        x = x + (gate * (inner @ own["mlp.up_proj.weight"].T)) @ own["mlp.down_proj.weight"].T
    return _norm(x, weights["model.norm.weight"], epsilon) @ weights["model.embed_tokens.weight"].T
