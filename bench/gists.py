"""Fits what charges, denials and states are about (factcheck/extraction/encoder/gist.py), and how two compare.

    python -m bench.gists            fits both, and prints how well pairs of claims of sets left out are told
    python -m bench.gists --write    also writes data/learned: encoder/gist.onnx, encoder/gist.npz, gists.npz
    ... --keep FILE                  keeps the weights after each round
    ... --kept FILE                  takes those that were kept, and fits nothing

Two claims of an event, marked with one question or with two, are what is learnt from. The last sets that may teach
(``LEFT_OUT``) do not: of them ``bench.topics`` learns what such a likeness weighs beside other signs. To be fitted
again whenever ``bench.encoder`` was, on whose lower layers it stands. Needs the packages of ``bench.encoder``, and
takes half an hour on two cores.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench import quality
from bench.encoder.source import unpacked
from bench.encoder.written import write_in_eight_bits
from bench.marked import finding_of
from factcheck.extraction.encoder.encoder import FOLDER, HALF, INNER, encoded, span_in
from factcheck.extraction.encoder.gist import NUMBERS
from factcheck.extraction.page import lay_out
from factcheck.linking.topics.gists import SORTS
from factcheck.resources import LEARNED
from factcheck.values import NARRATIVE_KINDS

LEFT_OUT = quality.TEACHING[-8:]
ROUNDS, TOGETHER = 3, 24
RATE, HEADS_RATE = 1e-4, 1e-3
HIDDEN, WIDTH = 64, 384
UNSEEN = 0.1
"""This share of the vectors is not seen in a round."""
WIDEST = 0.999
"""This share of a gist's numbers fits into eight bits."""
_SORTS = {("blame",): 0, ("status",): 1, ("denial",): 2, ("blame", "denial"): 3, ("denial", "status"): 4}

Inner = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Claim:
    """A marked claim: of which event and question, the vectors of its sentence, and which of them are its own."""

    event: str
    question: str
    kind: str
    inner: Inner
    rows: list[int]


def claims(name: str) -> list[Claim]:
    """The charges, denials and states of a set."""
    found = []
    for doc, document, marks in quality.documents(name):
        page = lay_out(document)
        for mark in marks:
            finding = finding_of(page, mark) if mark["kind"] in NARRATIVE_KINDS else None
            if finding is None:
                continue
            told = encoded(page, finding.sentence)
            own = told.inside(*span_in(finding.sentence, finding.span)) + len(told.inner) - 1 - len(told.states)
            inner = told.inner.astype(np.float16)
            found.append(Claim(doc.split("/")[0], mark["question"], mark["kind"], inner, own.tolist()))
    return found


def network(source: Path) -> Any:
    """The upper layers of the pretrained transformer, what makes a gist of theirs, and what compares two."""
    import torch
    from torch import nn
    from transformers import BertModel

    class Network(nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            whole = BertModel.from_pretrained(source, add_pooling_layer=False, attn_implementation="eager")
            self.layers = nn.ModuleList(whole.encoder.layer[HALF:])
            self.norm, self.vec = nn.LayerNorm(2 * WIDTH), nn.Linear(2 * WIDTH, NUMBERS)
            self.pair = nn.Sequential(
                nn.Linear(2 * NUMBERS + len(SORTS), HIDDEN), nn.GELU(), nn.Dropout(0.1), nn.Linear(HIDDEN, 1)
            )

        def states(self, inner: Any, mask: Any = None) -> Any:
            for layer in self.layers:
                inner = layer(inner, attention_mask=mask)
            return inner

        def gists(self, told: Sequence[Claim]) -> Any:
            """A row of numbers for each claim; each sentence goes through the layers once."""
            sentences = list({id(one.inner): one.inner for one in told}.values())
            at = {id(inner): row for row, inner in enumerate(sentences)}
            longest = max(map(len, sentences))
            inner, mask = torch.zeros(len(at), longest, WIDTH), torch.full((len(at), 1, 1, longest), -1e4)
            for row, own in enumerate(sentences):
                inner[row, : len(own)] = torch.from_numpy(own.astype(np.float32))
                mask[row, :, :, : len(own)] = 0
            if self.training:
                inner = inner * (torch.rand(len(at), longest, 1) > UNSEEN)
            found = self.states(inner, mask)
            rows = [found[at[id(one.inner)]] for one in told]
            return self.vec(self.norm(torch.stack([
                torch.cat([row[one.rows].mean(0), row[0]]) for one, row in zip(told, rows, strict=True)
            ])))  # fmt: skip

        def odds(self, a: Any, b: Any, sorts: Any) -> Any:
            sort = nn.functional.one_hot(sorts, len(SORTS)).float()
            return self.pair(torch.cat([a * b, (a - b).abs(), sort], 1)).squeeze(1)

    return Network()


def pairs(told: Sequence[Claim]) -> list[tuple[int, int, int, float]]:
    """Which two of the claims may be of one question, of which sort they are, and 1 where they are."""
    return [
        (a, b, sort, float(one.question == other.question))
        for (a, one), (b, other) in combinations(enumerate(told), 2)
        if (sort := _SORTS.get(tuple(sorted({one.kind, other.kind})))) is not None
    ]


def _batches(sets: Sequence[Sequence[Claim]], draw: random.Random) -> list[list[Claim]]:
    """Claims of one event each, those of one question mostly together."""
    found = []
    for told in sets:
        events: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        for one in told:
            events[one.event][one.question].append(one)
        for questions in events.values():
            order = draw.sample(sorted(questions), len(questions))
            flat = [one for question in order for one in questions[question]]
            found += [flat[at : at + TOGETHER] for at in range(0, len(flat), TOGETHER)]
    draw.shuffle(found)
    return [batch for batch in found if len(batch) > 3]


def fitted(
    sets: Sequence[Sequence[Claim]], left_out: Sequence[Sequence[Claim]], source: Path, keep: Path | None
) -> Any:
    """The network, fitted; prints how each round does on the sets left out, and keeps it in a file."""
    import torch

    torch.manual_seed(1)
    draw = random.Random(1)
    net = network(source)
    heads = [weight for part in (net.norm, net.vec, net.pair) for weight in part.parameters()]
    steps = torch.optim.AdamW(
        [{"params": net.layers.parameters(), "lr": RATE}, {"params": heads, "lr": HEADS_RATE}], weight_decay=0.01
    )
    last = ROUNDS * len(_batches(sets, random.Random(0))) + 5
    pace = torch.optim.lr_scheduler.LambdaLR(steps, lambda at: min(1, at / 100) * max(0.0, 1 - at / last))
    for turn in range(ROUNDS):
        net.train()
        for batch in _batches(sets, draw):
            asked = pairs(batch)
            if not asked:
                continue
            a, b, sorts, one = map(list, zip(*asked, strict=True))
            gists = net.gists(batch)
            odds = net.odds(gists[a], gists[b], torch.tensor(sorts))
            loss = torch.nn.functional.binary_cross_entropy_with_logits(odds, torch.tensor(one))
            steps.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            steps.step()
            pace.step()
        net.eval()
        if keep is not None:
            torch.save(net.state_dict(), keep)
        print(f"round {turn + 1}: {judged(net, left_out)}", flush=True)
    return net


def judged(net: Any, sets: Sequence[Sequence[Claim]]) -> str:
    """Average precision of the pairs of each event, all together."""
    import torch

    sure, right = [], []
    with torch.no_grad():
        for told in sets:
            for event in sorted({one.event for one in told}):
                own = [one for one in told if one.event == event]
                gists = torch.cat([net.gists(own[at : at + TOGETHER]) for at in range(0, len(own), TOGETHER)])
                if asked := pairs(own):
                    a, b, sorts, one = map(list, zip(*asked, strict=True))
                    sure += net.odds(gists[a], gists[b], torch.tensor(sorts)).tolist()
                    right += one
    order = np.array(right)[np.argsort(-np.array(sure))]
    precision = np.cumsum(order) / np.arange(1, len(order) + 1)
    return f"{len(order)} pairs, {int(order.sum())} one, average precision {precision[order > 0].mean():.3f}"


def write(net: Any, folder: Path, some: Sequence[Claim]) -> None:
    """What extraction reads to make gists, and linking to compare them."""
    import torch

    class Upper(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.net = net

        def forward(self, inner: Any) -> Any:
            return self.net.states(inner)

    torch.onnx.export(
        Upper().eval(), (torch.zeros(1, 30, WIDTH),), folder / "full.onnx", dynamo=False, opset_version=17,
        input_names=[INNER], output_names=["states"], dynamic_axes={INNER: {1: "pieces"}, "states": {1: "pieces"}},
    )  # fmt: skip
    write_in_eight_bits(folder / "full.onnx", FOLDER / "gist.onnx")
    with torch.no_grad():
        told = torch.cat([net.gists(some[at : at + TOGETHER]) for at in range(0, len(some), TOGETHER)])
        weights = (net.vec.weight * net.norm.weight).T.contiguous().numpy()
        base = (net.vec.weight @ net.norm.bias + net.vec.bias).numpy()
        first, base_of_pair, second, last = (
            part.detach().numpy()
            for layer in (net.pair[0], net.pair[3])
            for part in (layer.weight.T.contiguous(), layer.bias)
        )
    step = np.float32(np.quantile(np.abs(told.numpy()), WIDEST) / 127)
    np.savez_compressed(FOLDER / "gist.npz", weights=weights, base=base, step=step)
    np.savez_compressed(LEARNED / "gists.npz", first=first, base=base_of_pair, second=second, last=last, step=step)


def main() -> None:
    """Fits, prints, and writes when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write what extraction and linking read")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the weights after each round")
    parser.add_argument(
        "--kept", type=Path, metavar="FILE", help="weights that were kept, to be judged and written"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = unpacked(Path(folder))
        left_out = list(_of_sets([*LEFT_OUT, *quality.sets(unread=True)]))
        if asked.kept:
            import torch

            net = network(source)
            net.load_state_dict(torch.load(asked.kept, map_location="cpu"))
            print(judged(net.eval(), left_out))
        else:
            net = fitted(list(_of_sets(taught())), left_out, source, asked.keep)
        if asked.write:
            write(net, Path(folder), [one for told in left_out for one in told])


def taught() -> list[str]:
    """The sets of which it learns."""
    return [name for name in quality.sets() if name not in (*LEFT_OUT, "demo")]


def _of_sets(names: Sequence[str]) -> Iterator[list[Claim]]:
    with ProcessPoolExecutor() as pool:
        yield from pool.map(claims, names)


if __name__ == "__main__":
    main()
