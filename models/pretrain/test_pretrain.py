"""Tests of the training pipeline: python3 -m unittest -v test_pretrain (in this folder; needs torch and numpy)."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

import golden
from config import llama_config, shelftalk_section, weight_shapes, write_config
from documents import Documents, epoch_batches, save_documents, scored_mask, scored_masks
from model import Model, from_hugging_face, to_hugging_face
from reference import forward
from starts import grown
from tensors import TensorFileError, dequantise, quantise, read_safetensors, read_sharded, write_sharded
from train import Run, parse, rate_factor, train

SMALL = llama_config(hidden=64, ffn=96, layers=2, heads=4, groups=2, theta=10_000, vocabulary=128, eos=127)


class FakeMarks:
    go, say, eob, end, free = 1, 2, 3, 4, 5


def small_weights(seed=3):
    return golden.random_weights(SMALL, seed)


def write_data(folder, documents=24):
    """A data folder as prepare.py leaves it: random documents and a tiny pruned start."""
    generator = np.random.default_rng(5)
    bodies = [np.r_[0, generator.integers(6, 127, generator.integers(8, 20)), 127].astype(np.uint16) for _ in range(documents)]
    starts = np.cumsum([0] + [len(b) for b in bodies])
    whole = Documents(np.concatenate(bodies), np.ones(starts[-1], bool), starts)
    for name in ("train", "heldout"):
        save_documents(folder / f"{name}.npz", whole)
    (folder / "pruned").mkdir()
    write_config(folder / "pruned", SMALL, shelftalk_section(SMALL, "pruned", False))
    write_sharded(folder / "pruned", small_weights(), "F32")


class Layout(unittest.TestCase):
    def test_quantisation_error_is_at_most_half_a_step(self):
        weight = np.random.default_rng(1).standard_normal((7, 96)).astype(np.float32)
        weight[3, 32:64] = 0
        levels, scale = quantise(weight)
        step = np.repeat(scale.astype(np.float32), 32, 1)
        self.assertTrue((np.abs(dequantise(levels, scale) - weight) <= step * 0.51).all())
        self.assertEqual((levels[3, 32:64].tolist(), scale[3, 1]), ([128] * 32, 0))

    def test_folder_round_trip_and_shards(self):
        weights = small_weights()
        with tempfile.TemporaryDirectory() as folder:
            write_sharded(folder, weights, "F32", 40_000)
            self.assertGreater(len(list(Path(folder).glob("*.safetensors"))), 1)
            back = read_sharded(folder)
        self.assertEqual(set(back), set(weight_shapes(SMALL)))
        self.assertTrue(all((back[name] == weights[name]).all() for name in weights))

    def test_truncated_shard_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            write_sharded(folder, small_weights(), "q8")
            shard = next(Path(folder).glob("*.safetensors"))
            shard.write_bytes(shard.read_bytes()[:-5])
            with self.assertRaisesRegex(TensorFileError, "cut off"):
                read_safetensors(shard)


class Mask(unittest.TestCase):
    def test_what_is_scored(self):
        # prompt <go> head <say> a b <eob> head <say> c <eob> <end>
        ids = [0, 9, 1, 20, 2, 30, 31, 3, 20, 2, 32, 3, 4]
        self.assertEqual(np.flatnonzero(scored_mask(ids, FakeMarks)).tolist(), [5, 6, 7, 10, 11])

    def test_free_scores_heads_and_end(self):
        ids = [0, 5, 1, 20, 2, 30, 3, 4]
        self.assertEqual(np.flatnonzero(scored_mask(ids, FakeMarks)).tolist(), [3, 4, 5, 6, 7])

    def test_documents_end_to_end_are_masked_as_one_by_one(self):
        documents = [
            [0, 9, 1, 20, 2, 30, 31, 3, 20, 2, 32, 3, 4],
            [0, 5, 1, 20, 2, 30, 3, 4],
            [0, 1, 2, 3, 4],
            [0, 9, 1, 20, 2, 5, 3, 4],
        ]
        starts = np.cumsum([0] + [len(d) for d in documents])
        together = scored_masks(np.concatenate([np.array(d, np.uint16) for d in documents]), starts, FakeMarks)
        self.assertEqual(together.tolist(), [x for d in documents for x in scored_mask(d, FakeMarks)])


class Batches(unittest.TestCase):
    def test_every_document_once_within_the_budget(self):
        lengths = np.random.default_rng(2).integers(50, 400, 2500)
        batches = epoch_batches(lengths, 2048, seed=1, epoch=0)
        self.assertEqual(sorted(i for batch in batches for i in batch), list(range(2500)))
        self.assertLessEqual(max(len(b) * lengths[b].max() for b in batches), 2048)
        self.assertNotEqual(batches, epoch_batches(lengths, 2048, seed=1, epoch=1))


class Arithmetic(unittest.TestCase):
    def setUp(self):
        self.weights = {n: torch.from_numpy(w) for n, w in small_weights().items()}
        self.model = Model(SMALL)
        self.model.load_state_dict(from_hugging_face(self.weights, SMALL))

    def test_fused_model_agrees_with_the_reference(self):
        ids = np.random.default_rng(4).integers(0, 128, 30).tolist()
        expected = forward(ids, self.weights, SMALL)
        got = self.model.logits(self.model.hidden(torch.tensor([ids])))[0]
        self.assertLess(float((got - expected).abs().max()), 1e-4)

    def test_hugging_face_names_round_trip(self):
        back = to_hugging_face(self.model.state_dict(), SMALL)
        self.assertTrue(all(torch.equal(back[name], self.weights[name]) for name in self.weights))

    def test_growing_keeps_embedding_and_repeats_layers(self):
        large = grown(self.model)
        self.assertEqual(len(large.blocks), 12)
        self.assertTrue(torch.equal(large.blocks[5].qkv.weight, self.model.blocks[1].qkv.weight))


class Training(unittest.TestCase):
    def test_rate(self):
        cases = [((0.0, 0), 1 / 60), ((0.3, 500), 1.0), ((0.7, 500), 0.5), ((1.0, 500), 0.02)]
        for (fraction, steps), expected in cases:
            self.assertAlmostEqual(rate_factor(fraction, steps, 0.6), expected)

    def test_resume_is_exact(self):
        torch.set_num_threads(1)
        with tempfile.TemporaryDirectory() as name:
            data = Path(name)
            write_data(data)

            def run(out, begin, stop_at=None):
                folder = data / out
                folder.mkdir(exist_ok=True)
                base = ["--data", str(data), "--out", str(folder), "--steps", "12", "--batch-tokens", "64", "--device", "cpu"]
                current = Run(parse(begin + base))
                if stop_at:
                    for _ in range(stop_at):
                        current.step()
                    current.save()
                else:
                    train(current)
                return current

            whole = run("whole", ["--start", "pruned"])
            run("halves", ["--start", "pruned"], stop_at=5)
            halves = run("halves", ["--resume"])
            self.assertEqual(whole.progress["tokens"], halves.progress["tokens"])
            same = zip(whole.optimiser.masters, halves.optimiser.masters)
            self.assertTrue(all(torch.equal(a, b) for a, b in same))


if __name__ == "__main__":
    unittest.main()
