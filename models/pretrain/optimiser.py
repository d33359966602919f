"""AdamW over bfloat16 weights with float32 masters (Loshchilov and Hutter, arXiv 1711.05101)."""

import torch

import kernels


class AdamW:
    """Holds the masters and moments; matrices decay, norms do not. `step` also clears the gradients."""

    def __init__(self, parameters, decay=0.1, betas=(0.9, 0.95), clip=1.0):
        self.parameters = list(parameters)
        self.masters = [p.detach().float().clone() for p in self.parameters]
        self.first = [torch.zeros_like(m) for m in self.masters]
        self.second = [torch.zeros_like(m) for m in self.masters]
        self.decay, self.betas, self.clip, self.count = decay, betas, clip, 0

    @torch.no_grad()
    def step(self, rate):
        """One update at learning rate `rate`; returns the norm of the gradient before clipping."""
        self.count += 1
        beta1, beta2 = self.betas
        if kernels.available(self.parameters[0]):
            return self.fused(rate, (1 - beta1**self.count, 1 - beta2**self.count))
        if self.parameters[0].is_cuda:
            return self.batched(rate, (1 - beta1**self.count, 1 - beta2**self.count))
        gradients = [p.grad.float() for p in self.parameters]
        norm = float(torch.sqrt(sum((g * g).sum() for g in gradients)))
        shrink = min(1.0, self.clip / (norm + 1e-6))
        bias1, bias2 = 1 - beta1**self.count, 1 - beta2**self.count
        for p, g, m, a, v in zip(self.parameters, gradients, self.masters, self.first, self.second):
            g.mul_(shrink)
            a.lerp_(g, 1 - beta1)
            v.mul_(beta2).addcmul_(g, g, value=1 - beta2)
            if p.dim() == 2:
                m.mul_(1 - rate * self.decay)
            m.addcdiv_(a, (v / bias2).sqrt_().add_(1e-8), value=-rate / bias1)
            p.copy_(m)
            p.grad = None
        return norm

    def batched(self, rate, biases):
        """The same update, a few launches for all tensors: on a GPU a launch a tensor would take as long as the step."""
        beta1, beta2 = self.betas
        gradients = [p.grad.float() for p in self.parameters]
        norm = torch.linalg.vector_norm(torch.stack(torch._foreach_norm(gradients)))
        torch._foreach_mul_(gradients, torch.clamp(self.clip / (norm + 1e-6), max=1.0))
        torch._foreach_lerp_(self.first, gradients, 1 - beta1)
        torch._foreach_mul_(self.second, beta2)
        torch._foreach_addcmul_(self.second, gradients, gradients, value=1 - beta2)
        spread = torch._foreach_div(self.second, biases[1])
        torch._foreach_sqrt_(spread)
        torch._foreach_add_(spread, 1e-8)
        torch._foreach_mul_([m for m in self.masters if m.dim() == 2], 1 - rate * self.decay)
        torch._foreach_addcdiv_(self.masters, self.first, spread, value=-rate / biases[0])
        torch._foreach_copy_(self.parameters, self.masters)
        for p in self.parameters:
            p.grad = None
        return norm

    def fused(self, rate, biases):
        """The same update through kernels.c."""
        gradients = [p.grad.contiguous() for p in self.parameters]
        norm = sum(kernels.square_sum(g) for g in gradients) ** 0.5
        self.apply(range(len(gradients)), gradients, min(1.0, self.clip / (norm + 1e-6)), rate, biases)
        for p in self.parameters:
            p.grad = None
        return norm

    def apply(self, indices, gradients, shrink, rate, biases):
        for i in indices:
            p = self.parameters[i]
            keep = 1 - rate * self.decay if p.dim() == 2 else 1.0
            tensors = (p.data, gradients[i], self.masters[i], self.first[i], self.second[i])
            kernels.adamw(tensors, rate, keep, self.betas, biases, shrink)

    def update(self, indices, sums, norm, rate, parts):
        """One process's share of a data-parallel update: `sums` are gradients summed over `parts`, `norm` that of their mean."""
        self.count += 1
        beta1, beta2 = self.betas
        shrink = min(1.0, self.clip / (norm + 1e-6)) / parts
        self.apply(indices, sums, shrink, rate, (1 - beta1**self.count, 1 - beta2**self.count))

    def state(self):
        """Everything needed to go on exactly."""
        return {"masters": self.masters, "first": self.first, "second": self.second, "count": self.count}

    @torch.no_grad()
    def restore(self, state):
        """Takes back `state()` and rewrites the weights from the masters."""
        self.count = state["count"]
        for name in ("masters", "first", "second"):
            for own, stored in zip(getattr(self, name), state[name]):
                own.copy_(stored)
        for p, m in zip(self.parameters, self.masters):
            p.copy_(m)
