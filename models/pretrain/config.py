"""Model shapes and the configuration file of an exported folder."""

import json
from pathlib import Path

VOCABULARY = 8192
CONTEXT = 1024


def llama_config(hidden, ffn, layers, heads, groups, theta, vocabulary=VOCABULARY, eos=None):
    """A Hugging Face LlamaForCausalLM configuration; sizes in units, theta the RoPE base."""
    return {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "hidden_act": "silu",
        "hidden_size": hidden,
        "intermediate_size": ffn,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "num_key_value_heads": groups,
        "head_dim": hidden // heads,
        "max_position_embeddings": CONTEXT,
        "rms_norm_eps": 1e-05,
        "rope_theta": float(theta),
        "attention_bias": False,
        "mlp_bias": False,
        "tie_word_embeddings": True,
        "vocab_size": vocabulary,
        "bos_token_id": 0,
        "pad_token_id": 0,
        "eos_token_id": eos,
    }


def weight_shapes(config):
    """{Hugging Face name: shape} in stored order; the one list of what a model folder must hold."""
    d, f, c = config["hidden_size"], config["intermediate_size"], config["head_dim"]
    q, kv = config["num_attention_heads"] * c, config["num_key_value_heads"] * c
    shapes = {"model.embed_tokens.weight": (config["vocab_size"], d)}
    for layer in range(config["num_hidden_layers"]):
        block = {
            "input_layernorm": (d,),
            "self_attn.q_proj": (q, d),
            "self_attn.k_proj": (kv, d),
            "self_attn.v_proj": (kv, d),
            "self_attn.o_proj": (d, q),
            "post_attention_layernorm": (d,),
            "mlp.gate_proj": (f, d),
            "mlp.up_proj": (f, d),
            "mlp.down_proj": (d, f),
        }
        shapes.update({f"model.layers.{layer}.{name}.weight": shape for name, shape in block.items()})
    shapes["model.norm.weight"] = (d,)
    return shapes


def parameter_count(config):
    """Exact number of parameters, the tied embedding counted once."""
    total = 0
    for shape in weight_shapes(config).values():
        total += shape[0] * (shape[1] if len(shape) == 2 else 1)
    return total


def shelftalk_section(config, name, quantised, trained_tokens=0):
    """The `shelftalk` section of config.json, see README.md."""
    layout = {"scheme": "q8-block", "bits": 8, "block": 32, "zeroPoint": 128, "scaleType": "F16"}
    return {
        "format": 1,
        "name": name,
        "parameters": parameter_count(config),
        "trainedTokens": trained_tokens,
        "quantisation": layout if quantised else None,
    }


def write_config(folder, config, section):
    """Writes config.json with its `shelftalk` section."""
    text = json.dumps({**config, "shelftalk": section}, indent=2)
    (Path(folder) / "config.json").write_text(text + "\n")
