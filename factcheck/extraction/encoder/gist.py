"""What a charge, a denial or a state is about, where it stands: a few numbers, alike for two of one matter.

Three layers of their own stand over the first three of the transformer (``data/learned/encoder/gist.onnx``),
fitted so that claims of one marked question come out alike (``python -m bench.gists``; two towers, as in
Sentence-BERT, Reimers and Gurevych 2019). Linking weighs two gists (``linking/topics/gists.py``).
"""

from __future__ import annotations

from functools import cache

import numpy as np

from factcheck.extraction.encoder.encoder import FOLDER, Floats, encoded, session, span_in
from factcheck.extraction.page import Finding, Page

NUMBERS = 64
"""Numbers of a gist."""
TINY = 1e-5
"""Keeps what does not vary from being divided by nothing, as in the fit."""


def gist(page: Page, finding: Finding) -> str:
    """The numbers of a finding, eight bits each, in hex."""
    sentence = encoded(page, finding.sentence)
    rows = (
        sentence.inside(*span_in(finding.sentence, finding.span)) + len(sentence.inner) - 1 - len(sentence.states)
    )
    states: Floats = session("gist").run(None, {"inner": sentence.inner[None]})[0][0]
    told = np.concatenate([states[rows].mean(axis=0), states[0]])
    weights, base, step = _last()
    told = (told - told.mean()) / np.sqrt(told.var() + TINY)
    found: Floats = np.rint((told @ weights + base) / step)
    numbers: bytes = np.clip(found, -127, 127).astype(np.int8).tobytes()
    return numbers.hex()


@cache
def _last() -> tuple[Floats, Floats, Floats]:
    with np.load(FOLDER / "gist.npz") as kept:
        return kept["weights"], kept["base"], kept["step"]
