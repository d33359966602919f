"""Tests of contrast.py: python3 -m unittest -v test_contrast (in this folder; needs torch, numpy and tokenizers)."""

import tempfile
import unittest
from pathlib import Path
from unittest import mock

import numpy as np
import torch

import contrast
from adapters import Adapted, adapt
from config import llama_config
from golden import random_weights
from model import Model, from_hugging_face

SMALL = llama_config(hidden=64, ffn=96, layers=2, heads=4, groups=2, theta=10_000, vocabulary=128, eos=127)


def small_model():
    model = Model(SMALL)
    model.load_state_dict(from_hugging_face({n: torch.from_numpy(w) for n, w in random_weights(SMALL, 3).items()}, SMALL))
    return model


class Letters:
    """A tokenizer of letters."""

    def encode_batch(self, texts, add_special_tokens):
        return [mock.Mock(ids=[ord(letter) % 128 for letter in text]) for text in texts]


DATA = {
    "products": [{"id": str(i), "text": text} for i, text in enumerate(["red lamp", "blue lamp", "mug", "tea pot"])],
    "queries": [
        {"query": "lamp", "best": ["0"], "fair": ["1"]},
        {"query": "cup", "best": ["2"], "fair": []},
        {"query": "tea", "best": ["3"], "fair": []},
    ],
}


class States(unittest.TestCase):
    def test_padding_changes_no_vector(self):
        model = small_model()
        alone = contrast.vectors_of(model, [[0, 5, 6]])
        beside = contrast.vectors_of(model, [[0, 5, 6], list(range(40))])
        self.assertLess(np.abs(alone[0] - beside[0]).max(), 1e-5)
        self.assertAlmostEqual(float((beside**2).sum(1)[1]), 1, 5)

    def test_factors_beside_the_weight_are_factors_added_to_it(self):
        vectors = []
        for kind in (Adapted, contrast.Beside):
            torch.manual_seed(2)
            model = small_model()
            for _, b in adapt(model, 4, 2.0, kind).values():
                b.data.normal_(std=0.05)
            vectors.append(contrast.vectors_of(model, [[0, 5, 6, 7]]))
        self.assertLess(np.abs(vectors[0] - vectors[1]).max(), 1e-4)
        self.assertGreater(np.abs(vectors[0] - contrast.vectors_of(small_model(), [[0, 5, 6, 7]])).max(), 1e-2)


class Measures(unittest.TestCase):
    def test_gain_of_a_ranking(self):
        gains = {"a": 3, "b": 1}
        self.assertAlmostEqual(contrast.ndcg(["a", "b"], gains), 1)
        self.assertAlmostEqual(contrast.ndcg(["x", "a"], gains), 3 / np.log2(3) / (3 + 1 / np.log2(3)))

    def test_products_are_ranked_by_cosine(self):
        products = np.eye(4, dtype=np.float32)
        right, wrong = products[[0, 2, 3]], products[[2, 3, 0]]
        self.assertGreater(contrast.measured(products, right, DATA), contrast.measured(products, wrong, DATA))


class Training(unittest.TestCase):
    def test_products_that_would_do_are_no_negatives(self):
        data = contrast.Pairs(DATA, Letters())
        queries, _, alike = data.batch(3, 1, 0)
        self.assertEqual(len(queries), 3)
        self.assertFalse(alike.diagonal().any())
        self.assertEqual(data.batch(3, 1, 5)[0], data.batch(3, 1, 5)[0])
        self.assertEqual(data.fine[0], {0, 1})

    def test_resume_is_exact(self):
        torch.set_num_threads(1)
        with tempfile.TemporaryDirectory() as name, mock.patch.multiple(
            contrast, load_model=lambda _: small_model(), load_tokenizer=lambda _: Letters()
        ):
            pairs = Path(name) / "pairs.json"
            pairs.write_text(contrast.json.dumps(DATA))

            def run(out, *more):
                given = ["train", name, "--pairs", str(pairs), "--out", f"{name}/{out}", "--batch", "3", "--steps", "6", *more]
                options = contrast.arguments(given)
                options.run(options)
                return torch.load(f"{name}/{out}/checkpoint.pt")

            whole = run("whole")
            stop = iter([0, 0, 0, 0, 0, 0, 0, 0, 1e9, 1e9, 1e9, 1e9])
            with mock.patch.object(contrast.time, "perf_counter", lambda: next(stop, 1e9)):
                half = run("halves")
            self.assertLess(half["step"], 6)
            halves = run("halves", "--resume")
        self.assertEqual(halves["step"], 6)
        self.assertTrue(all(torch.equal(a, b) for a, b in zip(whole["factors"], halves["factors"])))


if __name__ == "__main__":
    unittest.main()
