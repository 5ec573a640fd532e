"""The sorts of the dead behind 'of the 298 victims'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts.parts.joined import following
from factcheck.extraction.counts.parts.part import Part
from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.counts.tolls.heads import HURT, OF_VICTIMS

_OTHERWISE = re.compile(r"\s+(?:had|have|has|were\s+(?:on|still|already|to)|lived|worked)\b", re.IGNORECASE)


def victim_sorts(reading: Reading) -> Iterator[Part]:
    """'Of the 298 victims, (196 were Dutch and 43 Malaysian)': parts of the dead, with offsets in the sentence."""
    text, where = reading.coded()
    match = OF_VICTIMS.search(text)
    first = where.get(match.start("first")) if match is not None else None
    if match is None or first is None or first.noun is not None or HURT.search(text) is not None:
        return
    if _OTHERWISE.match(text, first.span[1]) is None:
        yield Part(first, match.start("first"), first.span[1], "killed")
        for amount, start, end in following(reading, first):
            yield Part(amount, start, end, "killed")
