"""The trained model: Llama with fused projections, for torch 1.13 on a CPU and for current torch on CUDA.

Shapes: B rows, T positions, d hidden, h query heads, g key/value heads, c head size, f inner size.
"""

import math

import torch
import torch.nn.functional as F
from torch import nn

import kernels
from config import weight_shapes

HAS_SDPA = hasattr(F, "scaled_dot_product_attention")
HAS_RMS_NORM = hasattr(F, "rms_norm")


def on_gpu(function):
    """`function` fused by torch.compile for training on a GPU, as it stands for all else; compiled at first use."""
    fused = []

    def chosen(x, *rest):
        if not x.is_cuda or not torch.is_grad_enabled():
            return function(x, *rest)
        if not fused:
            fused.append(torch.compile(function, dynamic=True))
        return fused[0](x, *rest)

    return chosen


class Norm(nn.Module):
    """RMSNorm, computed in float32 whatever the type of its input."""

    def __init__(self, size, epsilon):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))
        self.epsilon = epsilon

    def forward(self, x):
        if kernels.available(x):
            return kernels.Norm.apply(x, self.weight, self.epsilon)
        if HAS_RMS_NORM and x.is_cuda:
            return F.rms_norm(x, (x.shape[-1],), self.weight, self.epsilon)
        wide = x.float()
        return (wide * torch.rsqrt(wide.pow(2).mean(-1, keepdim=True) + self.epsilon)).to(x.dtype) * self.weight


def rotation_tables(config, length):
    """cos and sin [length, c] of RoPE, the half-split form."""
    size = config["head_dim"]
    frequency = 1.0 / config["rope_theta"] ** (torch.arange(0, size, 2).float() / size)
    angle = torch.outer(torch.arange(length).float(), frequency)
    return torch.cat([angle.cos()] * 2, -1), torch.cat([angle.sin()] * 2, -1)


@on_gpu
def rotate(x, cos, sin):
    """x [B, T, heads, c]; cos, sin [T, 1, c]."""
    half = x.shape[-1] // 2
    return x * cos + torch.cat([-x[..., half:], x[..., :half]], -1) * sin


@on_gpu
def gated(joint):
    """SwiGLU: [..., 2 f], gate before up -> [..., f]."""
    gate, up = joint.chunk(2, -1)
    return F.silu(gate.float()).to(up.dtype) * up


def attend(query, key, value, mask):
    """query [B, T, h, c], key and value [B, S, g, c], mask [T, S] or None for causal -> [B, T, h c]."""
    rows, length, heads, size = query.shape
    groups = key.shape[2]
    if HAS_SDPA and query.is_cuda:
        query, key, value = (x.transpose(1, 2) for x in (query, key, value))
        out = F.scaled_dot_product_attention(query, key, value, mask, is_causal=mask is None, enable_gqa=True)
        return out.transpose(1, 2).reshape(rows, length, heads * size)
    if mask is None:
        mask = torch.full((length, length), -1e9, dtype=query.dtype, device=query.device).triu(1)
    share, span = heads // groups, key.shape[1]
    query = (query * size**-0.5).transpose(1, 2).reshape(rows * groups, share * length, size)
    key, value = (x.transpose(1, 2).reshape(rows * groups, span, size) for x in (key, value))
    scores = torch.bmm(query, key.transpose(1, 2)).view(rows * groups, share, length, span) + mask
    mixed = torch.bmm(torch.softmax(scores, -1).view(rows * groups, share * length, span), value)
    return mixed.view(rows, heads, length, size).transpose(1, 2).reshape(rows, length, heads * size)


class Block(nn.Module):
    """One layer; q, k, v are one matrix and gate, up another, because fewer and larger products run faster."""

    def __init__(self, config):
        super().__init__()
        d, f, c = config["hidden_size"], config["intermediate_size"], config["head_dim"]
        self.heads, self.groups, self.size = config["num_attention_heads"], config["num_key_value_heads"], c
        self.before_attention = Norm(d, config["rms_norm_eps"])
        self.before_mlp = Norm(d, config["rms_norm_eps"])
        self.qkv = nn.Linear(d, (self.heads + 2 * self.groups) * c, bias=False)
        self.out = nn.Linear(self.heads * c, d, bias=False)
        self.gate_up = nn.Linear(d, 2 * f, bias=False)
        self.down = nn.Linear(f, d, bias=False)

    def forward(self, x, cos, sin, cache=None):
        """x [B, T, d]; `cache` holds keys and values so far, [B, S, g, c] each, and is extended."""
        rows, length, _ = x.shape
        h, g = self.heads, self.groups
        joint = self.qkv(self.before_attention(x)).view(rows, length, h + 2 * g, self.size)
        if kernels.available(x):
            half = self.size // 2
            joint = kernels.Rotate.apply(joint, cos[:, 0, :half].contiguous(), sin[:, 0, :half].contiguous(), h + g)
            turned, value = joint[:, :, : h + g], joint[:, :, h + g :]
        else:
            turned, value = rotate(joint[:, :, : h + g], cos, sin), joint[:, :, h + g :]
        query, key = turned[:, :, :h], turned[:, :, h:]
        mask = None
        if cache is not None:
            key, value = cache.extend(key, value)
            mask = torch.zeros(length, key.shape[1], dtype=x.dtype, device=x.device)
        x = x + self.out(attend(query, key, value, mask))
        joint = self.gate_up(self.before_mlp(x))
        if kernels.available(x):
            return x + self.down(kernels.SwiGlu.apply(joint))
        return x + self.down(gated(joint))


class LayerCache:
    """Keys and values of one layer, for decoding one position a step."""

    def __init__(self, rows, length_max, config, dtype, device="cpu"):
        shape = (rows, length_max, config["num_key_value_heads"], config["head_dim"])
        self.keys, self.values = (torch.zeros(shape, dtype=dtype, device=device) for _ in range(2))
        self.length = 0

    def extend(self, key, value):
        """Appends [B, 1, g, c] and returns all so far."""
        end = self.length + key.shape[1]
        self.keys[:, self.length : end], self.values[:, self.length : end] = key, value
        self.length = end
        return self.keys[:, :end], self.values[:, :end]


class Model(nn.Module):
    """Embedding (also the head), blocks, final norm."""

    def __init__(self, config, seed=0):
        super().__init__()
        self.config = config
        d, layers = config["hidden_size"], config["num_hidden_layers"]
        self.embedding = nn.Embedding(config["vocab_size"], d)
        self.blocks = nn.ModuleList([Block(config) for _ in range(layers)])
        self.norm = Norm(d, config["rms_norm_eps"])
        generator = torch.Generator().manual_seed(seed)
        for name, parameter in self.named_parameters():
            if parameter.dim() == 2:
                deep = name.endswith(("out.weight", "down.weight"))
                parameter.data.normal_(std=0.02 / (math.sqrt(2 * layers) if deep else 1), generator=generator)
        cos, sin = rotation_tables(config, config["max_position_embeddings"])
        self.register_buffer("cos", cos, persistent=False)
        self.register_buffer("sin", sin, persistent=False)

    def hidden(self, ids, start=0, caches=None):
        """ids [B, T] at positions start.. -> [B, T, d], normalised, ready for the head."""
        x = self.embedding(ids)
        end = start + ids.shape[1]
        exact = kernels.available(x)
        cos, sin = (table[start:end, None].to(torch.float32 if exact else x.dtype) for table in (self.cos, self.sin))
        for index, block in enumerate(self.blocks):
            x = block(x, cos, sin, None if caches is None else caches[index])
        return self.norm(x)

    def logits(self, hidden):
        """[..., d] -> [..., V] in float32."""
        return (hidden @ self.embedding.weight.t()).float()

    def forward(self, ids, targets):
        """ids, targets [B, T], targets -1 where unscored -> nats [scored positions], rows first."""
        scored = targets >= 0
        return F.cross_entropy(self.logits(self.hidden(ids)[scored]), targets[scored], reduction="none")


def from_hugging_face(weights, config):
    """{Hugging Face name: tensor} -> this module's state dict (fused)."""
    state = {"embedding.weight": weights["model.embed_tokens.weight"], "norm.weight": weights["model.norm.weight"]}
    for layer in range(config["num_hidden_layers"]):
        own = lambda name: weights[f"model.layers.{layer}.{name}.weight"]
        prefix = f"blocks.{layer}."
        state[prefix + "before_attention.weight"] = own("input_layernorm")
        state[prefix + "before_mlp.weight"] = own("post_attention_layernorm")
        state[prefix + "qkv.weight"] = torch.cat([own(f"self_attn.{n}_proj") for n in "qkv"])
        state[prefix + "out.weight"] = own("self_attn.o_proj")
        state[prefix + "gate_up.weight"] = torch.cat([own("mlp.gate_proj"), own("mlp.up_proj")])
        state[prefix + "down.weight"] = own("mlp.down_proj")
    return state


def to_hugging_face(state, config):
    """The inverse of `from_hugging_face`, in stored order."""
    weights = {"model.embed_tokens.weight": state["embedding.weight"], "model.norm.weight": state["norm.weight"]}
    heads = config["num_attention_heads"] * config["head_dim"]
    groups = config["num_key_value_heads"] * config["head_dim"]
    for layer in range(config["num_hidden_layers"]):
        prefix, target = f"blocks.{layer}.", f"model.layers.{layer}."
        query, key, value = state[prefix + "qkv.weight"].split([heads, groups, groups])
        gate, up = state[prefix + "gate_up.weight"].chunk(2)
        parts = {"q_proj": query, "k_proj": key, "v_proj": value, "o_proj": state[prefix + "out.weight"]}
        weights.update({f"{target}self_attn.{name}.weight": part for name, part in parts.items()})
        inner = {"gate_proj": gate, "up_proj": up, "down_proj": state[prefix + "down.weight"]}
        weights.update({f"{target}mlp.{name}.weight": part for name, part in inner.items()})
        weights[f"{target}input_layernorm.weight"] = state[prefix + "before_attention.weight"]
        weights[f"{target}post_attention_layernorm.weight"] = state[prefix + "before_mlp.weight"]
    return {name: weights[name] for name in weight_shapes(config)}
