"""Safetensors files and the 8-bit block layout of README.md, with numpy alone.

Format: https://github.com/huggingface/safetensors#format (u64 header length, JSON header, raw little-endian data).
"""

import json
import struct
from pathlib import Path

import numpy as np

BLOCK = 32
ZERO_POINT = 128
SHARD_BYTES_MAX = 48_000_000

# BF16 has no numpy type: it travels as the upper half of a float32.
_NUMPY = {"F32": np.float32, "F16": np.float16, "BF16": np.uint16, "U8": np.uint8}


class TensorFileError(Exception):
    """A safetensors file that cannot be read or written; the message names the file."""


def write_safetensors(path, tensors, metadata=None):
    """Writes {name: (kind, array)}; kind is F32, F16, BF16 (as uint16) or U8."""
    header, offset, parts = {}, 0, []
    if metadata:
        header["__metadata__"] = {k: str(v) for k, v in metadata.items()}
    for name, (kind, array) in tensors.items():
        data = np.ascontiguousarray(array, dtype=_NUMPY[kind]).tobytes()
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [offset, offset + len(data)]}
        offset += len(data)
        parts.append(data)
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    Path(path).write_bytes(struct.pack("<Q", len(head)) + head + b"".join(parts))


def read_safetensors(path):
    """Returns {name: (kind, array)}; raises TensorFileError where the header and the data disagree."""
    raw = Path(path).read_bytes()
    if len(raw) < 8:
        raise TensorFileError(f"{path}: shorter than a header")
    size = struct.unpack("<Q", raw[:8])[0]
    if 8 + size > len(raw):
        raise TensorFileError(f"{path}: the header is cut off")
    header, out = json.loads(raw[8 : 8 + size]), {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        start, end = (8 + size + at for at in entry["data_offsets"])
        if end > len(raw):
            raise TensorFileError(f"{path}: the data of {name} is cut off")
        out[name] = (entry["dtype"], np.frombuffer(raw[start:end], _NUMPY[entry["dtype"]]).reshape(entry["shape"]))
    return out


def to_float32(kind, array):
    """Any stored kind but U8, as float32."""
    if kind == "BF16":
        return (array.astype(np.uint32) << 16).view(np.float32)
    return array.astype(np.float32)


def to_bf16(array):
    """float32 to the bits of bfloat16 (uint16), rounding to nearest even."""
    bits = np.ascontiguousarray(array, np.float32).view(np.uint32)
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)


def quantise(weight):
    """[N, K] float32 -> (q8 uint8 [N, K], scale float16 [N, K / 32]); symmetric, zero point 128."""
    rows, columns = weight.shape
    if columns % BLOCK:
        raise ValueError(f"{columns} inputs do not divide into blocks of {BLOCK}")
    blocks = weight.astype(np.float32).reshape(rows, columns // BLOCK, BLOCK)
    scale = (np.abs(blocks).max(-1) / 127).astype(np.float16)
    step = scale.astype(np.float32)
    safe = np.where(step == 0, 1, step)[..., None]
    levels = np.clip(np.rint(blocks / safe) + ZERO_POINT, 1, 255)
    return levels.astype(np.uint8).reshape(rows, columns), scale


def dequantise(levels, scale):
    """The inverse of `quantise`, as float32 [N, K]."""
    rows, columns = levels.shape
    blocks = levels.astype(np.float32).reshape(rows, columns // BLOCK, BLOCK) - ZERO_POINT
    return (blocks * scale.astype(np.float32)[..., None]).reshape(rows, columns)


def stored_groups(weights, kind):
    """Yields the tensors of one weight together. `kind`: 'q8' quantises every matrix, else 'F32' or 'BF16' for all."""
    for name, weight in weights.items():
        if kind == "q8" and weight.ndim == 2:
            levels, scale = quantise(weight)
            yield {f"{name}.q8": ("U8", levels), f"{name}.scale": ("F16", scale)}
        elif kind == "BF16":
            yield {name: ("BF16", to_bf16(weight))}
        else:
            yield {name: ("F32", weight)}


def write_sharded(folder, weights, kind, shard_bytes_max=SHARD_BYTES_MAX):
    """Writes model-0000X-of-0000N.safetensors and the index; returns the total size of the tensors in bytes."""
    shards, sizes = [{}], [0]
    for group in stored_groups(weights, kind):
        size = sum(array.nbytes for _, array in group.values())
        if sizes[-1] and sizes[-1] + size > shard_bytes_max:
            shards.append({})
            sizes.append(0)
        shards[-1].update(group)
        sizes[-1] += size
    weight_map = {}
    for number, shard in enumerate(shards, 1):
        name = f"model-{number:05d}-of-{len(shards):05d}.safetensors"
        write_safetensors(Path(folder) / name, shard, {"format": "pt"})
        weight_map.update({tensor: name for tensor in shard})
    index = {"metadata": {"total_size": sum(sizes)}, "weight_map": weight_map}
    (Path(folder) / "model.safetensors.index.json").write_text(json.dumps(index, indent=1) + "\n")
    return sum(sizes)


def read_sharded(folder):
    """All weights of a model folder as {name: float32 array}, 8-bit ones dequantised."""
    index = json.loads((Path(folder) / "model.safetensors.index.json").read_text())
    stored = {}
    for name in sorted(set(index["weight_map"].values())):
        stored.update(read_safetensors(Path(folder) / name))
    out = {}
    for name, (kind, array) in stored.items():
        if name.endswith(".q8"):
            base = name[: -len(".q8")]
            out[base] = dequantise(array, stored[f"{base}.scale"][1])
        elif not name.endswith(".scale"):
            out[name] = to_float32(kind, array)
    return out
