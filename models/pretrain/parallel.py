"""Data-parallel training on one CPU machine: processes of one thread each beat threads inside operators, above all when other
programs want the cores too. Weights, gradients and optimiser state lie in shared memory; every process computes the gradient
of a batch of its own, then updates its share of the parameters with the mean gradient.
"""

import torch
import torch.multiprocessing as processes

import kernels


class Team:
    """What the processes of one run share. Make it before the first backward pass; `start` forks."""

    def __init__(self, run, size):
        self.size, self.context = size, processes.get_context("fork")
        self.barrier = self.context.Barrier(size)
        self.alive = self.context.Value("b", 1)
        parameters, optimiser = list(run.model.parameters()), run.optimiser
        for p in parameters:
            p.data = p.data.share_memory_()
        for tensors in (optimiser.masters, optimiser.first, optimiser.second):
            for tensor in tensors:
                tensor.share_memory_()
        self.gradients = [[torch.zeros_like(p.data).share_memory_() for p in parameters] for _ in range(size)]
        self.squares = torch.zeros(size, dtype=torch.float64).share_memory_()
        self.losses = torch.zeros(size, 2, dtype=torch.float64).share_memory_()
        self.rate = torch.zeros(1, dtype=torch.float64).share_memory_()

    def start(self, run):
        """Forks the helpers; the caller is process 0."""
        for rank in range(1, self.size):
            self.context.Process(target=self.help, args=(run, rank), daemon=True).start()

    def help(self, run, rank):
        """The loop of a helper."""
        while True:
            self.barrier.wait()
            if not self.alive.value:
                return
            self.work(run, rank)

    def step(self, run, rate):
        """One update by all processes; returns (mean loss, tokens)."""
        self.rate[0] = rate
        self.barrier.wait()
        self.work(run, 0)
        return float(self.losses[:, 0].mean()), int(self.losses[:, 1].sum())

    def work(self, run, rank):
        batches = [run.feed.next() for _ in range(self.size)]
        ids, targets = batches[rank]
        parameters = list(run.model.parameters())
        for p, gradient in zip(parameters, self.gradients[rank]):
            p.grad = gradient
        loss = run.model(ids, targets).mean()
        loss.backward()
        self.losses[rank, 0], self.losses[rank, 1] = float(loss), ids.numel()
        self.barrier.wait()
        own = range(rank, len(parameters), self.size)
        for index in own:
            for other in range(1, self.size):
                self.gradients[0][index].add_(self.gradients[other][index])
        self.squares[rank] = sum(kernels.square_sum(self.gradients[0][index]) for index in own)
        self.barrier.wait()
        run.optimiser.update(own, self.gradients[0], float(self.squares.sum()) ** 0.5 / self.size, float(self.rate), self.size)
        for index in own:
            for other in range(self.size):
                self.gradients[other][index].zero_()
        self.barrier.wait()

    def stop(self):
        """Lets the helpers end."""
        self.alive.value = 0
        self.barrier.wait()
