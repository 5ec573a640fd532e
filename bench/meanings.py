"""Fits the vectors of pieces of words by which texts are told alike in meaning (factcheck/language/meaning.py).

    python -m bench.meanings            prints how near the cosines of texts left out come to the transformer's
    python -m bench.meanings --write    also writes data/learned/meanings.npz

A piece begins with what the transformer makes of it alone (128 principal components, times the logarithm of its
rank: Model2Vec, van Dongen and Tulkens 2024); then all are moved so that the cosines of texts come near those of
the transformer's (the mean of its vectors). The texts are sentences, clauses and paragraphs of the marked reports
that may be read, and of the ordinary pages. Needs the packages of ``bench.encoder`` and takes ten minutes on two
cores.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench import quality
from bench.encoder.source import unpacked
from bench.encoder.told import plain_pages
from factcheck.language.meaning import FILE
from factcheck.language.pieces import BEGIN, END, pieces
from factcheck.pipeline.imports import read
from factcheck.readers import Defaults
from factcheck.values import Document

SIZE = 128
"""Numbers of a vector."""
ROUNDS, TOGETHER, LEFT_OUT = 16, 256, 2_000
RATE, GAIN_RATE, STAYS = 1e-3, 1e-2, 1e-3
"""Steps of the vectors and of their lengths, and how much it costs to leave where they began."""
CLAUSES = 25_000
SHORTEST, LONGEST, CLAUSE, PARAGRAPH = 15, 600, 18, 150
"""Characters: of any text, of a clause at least, of a paragraph at least."""
_SENTENCES = re.compile(r"(?<=[.!?\"”])\s+(?=[A-Z“\"])|\n+")
_CLAUSES = re.compile(r"[,;:—]| that | said | who ")

Floats = NDArray[np.float32]


def texts() -> list[str]:
    """Sentences, clauses and paragraphs, each once."""
    bodies = [document.text for name in quality.sets() for document in _documents(name)]
    bodies += [page.text for page in plain_pages()]
    paragraphs = {part.strip()[:LONGEST] for body in bodies for part in body.split("\n")}
    sentences = {part.strip() for body in bodies for part in _SENTENCES.split(body)}
    sentences = {text for text in sentences if SHORTEST < len(text) < LONGEST}
    clauses = {part.strip() for text in sentences for part in _CLAUSES.split(text)} - sentences
    some = sorted(text for text in clauses if len(text) > CLAUSE)
    random.Random(1).shuffle(some)
    return [
        *sorted(sentences),
        *some[:CLAUSES],
        *sorted(text for text in paragraphs - sentences if len(text) > PARAGRAPH),
    ]


def _documents(name: str) -> Iterator[Document]:
    for document in read([quality.texts(name)], Defaults()):
        assert isinstance(document, Document)
        yield document


def main() -> None:
    """Fits, prints, and writes when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the vectors")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        vectors = fitted(unpacked(Path(folder)), texts())
    if asked.write:
        scale = np.maximum(np.abs(vectors).max(axis=1), np.float32(1e-9)) / np.float32(127)
        whole = np.rint(vectors / scale[:, None]).astype(np.int8)
        np.savez_compressed(FILE, vectors=whole, scale=scale.astype(np.float32))


def fitted(source: Path, told: Sequence[str]) -> Floats:
    """The vector of each piece, a row a piece."""
    import torch
    from torch.nn import functional

    torch.manual_seed(1)
    numbers = [[piece.number for piece in pieces(text)] for text in told]
    kept = [at for at, own in enumerate(numbers) if own]
    numbers = [numbers[at] for at in kept]
    begin, aim = _seen(source, numbers)
    start = torch.tensor(begin)
    vectors = torch.nn.Parameter(start.clone())
    gain = torch.nn.Parameter(torch.zeros(len(start)))
    steps = torch.optim.Adam([{"params": [vectors], "lr": RATE}, {"params": [gain], "lr": GAIN_RATE}])
    order = list(range(len(numbers)))
    random.Random(0).shuffle(order)
    out, learnt = order[:LEFT_OUT], order[LEFT_OUT:]

    def made(which: Sequence[int]) -> Any:
        flat = torch.tensor([number for at in which for number in numbers[at]])
        begins = torch.tensor(np.cumsum([0, *(len(numbers[at]) for at in which[:-1])]))
        weights = torch.exp(gain[flat])
        summed = functional.embedding_bag(flat, vectors, begins, mode="sum", per_sample_weights=weights)
        return functional.normalize(summed, dim=1)

    for turn in range(ROUNDS):
        random.Random(turn).shuffle(learnt)
        if turn == ROUNDS // 2:
            for group in steps.param_groups:
                group["lr"] *= 0.3
        for at in range(0, len(learnt) - TOGETHER, TOGETHER):
            which = learnt[at : at + TOGETHER]
            own, theirs = made(which), aim[which]
            missed = ((own @ own.T - theirs @ theirs.T) ** 2).mean() * 100
            moved = ((vectors - start) ** 2).sum(1).mean() + (gain**2).mean()
            steps.zero_grad()
            (missed + STAYS * moved).backward()
            steps.step()
        with torch.no_grad():
            own, theirs = made(out), aim[out]
            apart = torch.triu(torch.ones(len(out), len(out)), 1) > 0
            near = np.corrcoef((own @ own.T)[apart], (theirs @ theirs.T)[apart])[0, 1]
        print(f"round {turn + 1}: cosines of {len(out):,} texts left out correlate by {near:.3f}", flush=True)
    return np.asarray((vectors * torch.exp(gain)[:, None]).detach().numpy())


def _seen(source: Path, told: Sequence[Sequence[int]]) -> tuple[Floats, Any]:
    """Where the pieces begin; and what the transformer makes of each text, of length 1."""
    import torch
    from torch.nn import functional
    from transformers import BertModel

    model = BertModel.from_pretrained(source, add_pooling_layer=False).eval()

    def mean(batch: Sequence[Sequence[int]]) -> Any:
        longest = max(map(len, batch)) + 2
        ids, mask = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(2))
        for row, own in enumerate(batch):
            ids[row, : len(own) + 2] = torch.tensor([BEGIN, *own, END])
            mask[row, : len(own) + 2] = 1
        with torch.no_grad():
            states = model(ids, attention_mask=mask).last_hidden_state
        return (states * mask[:, :, None]).sum(1) / mask.sum(1)[:, None]

    amount = model.config.vocab_size
    alone = torch.cat([mean([[n] for n in range(at, min(at + 512, amount))]) for at in range(0, amount, 512)])
    centred = (alone - alone.mean(0)).numpy()
    axes = np.linalg.svd(centred, full_matrices=False)[2][:SIZE]
    begin = centred @ axes.T * np.log(1 + np.arange(amount, dtype=np.float32))[:, None]
    by_length = sorted(range(len(told)), key=lambda at: len(told[at]))
    aim = torch.zeros(len(told), alone.shape[1])
    for at in range(0, len(told), 64):
        which = by_length[at : at + 64]
        aim[which] = mean([told[number] for number in which])
    return begin / np.linalg.norm(begin, axis=1).mean(), functional.normalize(aim, dim=1)


if __name__ == "__main__":
    main()
