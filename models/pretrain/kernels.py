"""Fused elementwise steps for training on a CPU (kernels.c), about twice the tokens a second of plain torch 1.13.

`available(x)` tells whether a tensor can go through them: bfloat16 on a CPU, with a C compiler on the machine. The library is
built once into the temporary folder. Where there is none, callers take their plain torch path.
"""

import ctypes
import functools
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import torch

SOURCE = Path(__file__).with_name("kernels.c")
FLAGS = ["-O3", "-march=native", "-ffast-math", "-fopenmp", "-shared", "-fPIC"]
_POINTER, _LONG, _FLOAT = ctypes.c_void_p, ctypes.c_long, ctypes.c_float
_SIGNATURES = {
    "norm_forward": [_POINTER] * 4 + [_LONG] * 2 + [_FLOAT],
    "norm_backward": [_POINTER] * 6 + [_LONG] * 3,
    "swiglu_forward": [_POINTER] * 2 + [_LONG] * 2,
    "swiglu_backward": [_POINTER] * 3 + [_LONG] * 2,
    "rotate": [_POINTER] * 4 + [_LONG] * 5 + [_FLOAT],
    "square_sum": [_POINTER, _LONG],
    "adamw": [_POINTER] * 5 + [_LONG] + [_FLOAT] * 7,
}


@functools.lru_cache(maxsize=1)
def library():
    """The built library, or None without a compiler (or with SHELFTALK_KERNELS=off)."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler or os.environ.get("SHELFTALK_KERNELS") == "off":
        return None
    digest = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]
    target = Path(tempfile.gettempdir()) / f"shelftalk-kernels-{digest}.so"
    if not target.exists():
        partial = target.with_suffix(f".{os.getpid()}")
        subprocess.run([compiler, *FLAGS, str(SOURCE), "-o", str(partial), "-lm"], check=True)
        partial.replace(target)
    built = ctypes.CDLL(str(target))
    for name, arguments in _SIGNATURES.items():
        getattr(built, name).argtypes = arguments
        getattr(built, name).restype = ctypes.c_double if name == "square_sum" else None
    return built


def available(x):
    """Whether `x` can go through the kernels."""
    return x.dtype == torch.bfloat16 and not x.is_cuda and library() is not None


class Norm(torch.autograd.Function):
    """RMSNorm over the last axis: x [..., d], weight [d]."""

    @staticmethod
    def forward(ctx, x, weight, epsilon):
        x = x.contiguous()
        rows, size = x.numel() // x.shape[-1], x.shape[-1]
        out, scale = torch.empty_like(x), torch.empty(rows)
        pointers = [t.data_ptr() for t in (x, weight, out, scale)]
        library().norm_forward(*pointers, rows, size, epsilon)
        ctx.save_for_backward(x, weight, scale)
        return out

    @staticmethod
    def backward(ctx, gradient):
        x, weight, scale = ctx.saved_tensors
        gradient = gradient.contiguous()
        rows, size, parts = scale.numel(), x.shape[-1], 2 * torch.get_num_threads()
        dx, dw = torch.empty_like(x), torch.zeros(parts, size)
        pointers = [t.data_ptr() for t in (gradient, x, weight, scale, dx, dw)]
        library().norm_backward(*pointers, rows, size, parts)
        return dx, dw.sum(0).to(weight.dtype), None


class SwiGlu(torch.autograd.Function):
    """silu(gate) * up of joint [..., 2f] -> [..., f]."""

    @staticmethod
    def forward(ctx, joint):
        joint = joint.contiguous()
        size = joint.shape[-1] // 2
        out = joint.new_empty(*joint.shape[:-1], size)
        library().swiglu_forward(joint.data_ptr(), out.data_ptr(), out.numel() // size, size)
        ctx.save_for_backward(joint)
        return out

    @staticmethod
    def backward(ctx, gradient):
        (joint,) = ctx.saved_tensors
        gradient, out, size = gradient.contiguous(), torch.empty_like(joint), joint.shape[-1] // 2
        library().swiglu_backward(gradient.data_ptr(), joint.data_ptr(), out.data_ptr(), joint.numel() // (2 * size), size)
        return out


class Rotate(torch.autograd.Function):
    """RoPE over the first `turned` heads of x [B, T, heads, c]; cos, sin [T, c/2] float32."""

    @staticmethod
    def forward(ctx, x, cos, sin, turned):
        ctx.save_for_backward(cos, sin)
        ctx.turned = turned
        return Rotate.run(x, cos, sin, turned, 1.0)

    @staticmethod
    def backward(ctx, gradient):
        return Rotate.run(gradient, *ctx.saved_tensors, ctx.turned, -1.0), None, None, None

    @staticmethod
    def run(x, cos, sin, turned, sign):
        x = x.contiguous()
        rows, length, heads, size = x.shape
        out = torch.empty_like(x)
        pointers = [t.data_ptr() for t in (x, out, cos, sin)]
        library().rotate(*pointers, rows * length, length, heads, turned, size, sign)
        return out


def square_sum(gradient):
    """Sum of squares of a bfloat16 tensor, a float."""
    return library().square_sum(gradient.data_ptr(), gradient.numel())


def adamw(tensors, rate, keep, betas, biases, shrink):
    """One update in place; `tensors` are weight, gradient, master, first and second moment, all contiguous."""
    pointers = [t.data_ptr() for t in tensors]
    library().adamw(*pointers, tensors[0].numel(), rate, keep, *betas, *biases, shrink)
