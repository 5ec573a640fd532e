"""The English parser: sentences in, their words with tags and tree out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from factcheck.extraction.gates import gated
from factcheck.extraction.network.model import parsed, pipeline
from factcheck.extraction.network.pieces import DROPPED
from factcheck.extraction.syntax import Tokens

__all__ = ["parse", "pipeline", "readable"]

BATCH = 512
"""Sentences that go through the network together: a step of all costs little more than a step of one."""


def parse(sentences: Iterable[str]) -> Iterator[Tokens]:
    """The parse of each sentence, in order; token offsets count from the sentence's first character."""
    stream = iter(sentences)
    while texts := [readable(sentence) for sentence in islice(stream, BATCH)]:
        yield from parsed(texts)


def readable(sentence: str) -> str:
    """The sentence as the parser knows text: plain quotes, and capitals only where a name may be.

    Character for character as long as the original, so that offsets stay. Marks that are no words to the parser
    are `DROPPED`.
    """
    text = _TOLD_TWICE.sub(_once, sentence.translate(_PLAIN)) if "(" in sentence else sentence.translate(_PLAIN)
    text = _INCLUDING.sub("with ", text) if "ncl. " in text else text
    if '"' in text:
        text = _SCARE_QUOTES.sub(lambda match: DROPPED + match[1] + DROPPED, text)
    if "[" in text:
        text = _EDITORS_NOTE.sub(lambda match: " " * len(match.group()), text)
    if (line := _DATELINE.match(text)) is not None:
        text = " " * line.end() + text[line.end() :]
    capitals = sum(map(str.isupper, text))
    if capitals > 9 and (letters := sum(map(str.isalpha, text))) > 12 and capitals > 0.75 * letters:
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        text = lowered[:1].upper() + lowered[1:]
    return text


_TOLD_TWICE = gated(
    r"\b((?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundred|thousand))\s?\(\s?\d[\d,]*\s?\)",
    re.IGNORECASE,
)
"""'twelve (12) soldiers', as communiqués and court papers write figures."""
_SCARE_QUOTES = re.compile(
    r"(?<![.:!?,])(?<![\w.:,]\s\n)\"((?:(?:at least|more than|over|about|around|some|nearly|almost|up to"
    r"|close to|well over|perhaps"
    r"|no fewer than|not fewer than) )?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?(?: (?:hundred|thousand|million|dozen))?"
    r"|an? (?:very )?"
    r"(?:small|large|great|huge|considerable|limited) number))\"(?=\s+[a-z])",
    re.IGNORECASE,
)
"""'"at least 40" were killed', 'the "kidnapped" sailors': quoted words in the grammar of the sentence."""
_INCLUDING = re.compile(r"\bincl\.(?= )", re.IGNORECASE)
_EDITORS_NOTE = re.compile(
    r"\[(?:sic|(?:[\w' ]{0,25}\b)?as\s+(?:heard|received|published|given|printed|spelled|transliterated)"
    r"|[\w' ]{0,30}\b(?:further\s+identified"
    r"|indistinct|inaudible|unintelligible|omitted|not\s+given|no\s+first\s+name|unidentified))\]",
    re.IGNORECASE,
)
"""'10 others [not further identified] were hurt': what monitors of broadcasts put in between."""
_DATELINE = re.compile(
    r"[A-Z][A-Z'.-]+(?:[ /][A-Z][A-Z'.-]+){0,3}(?:, (?:[A-Z][a-z]+\.?|[A-Z][\w.]*\.)(?: [A-Z][a-z]+)?)?"
    r"(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([^()]{2,40}\))?(?: -{1,2} ?|--)(?=[\"']?(?:[A-Z][a-z]|[A-Z] |\d))"
)
"""'NAIROBI, Aug 8 (XYZ) - ': where and when an agency wrote."""


def _once(match: re.Match[str]) -> str:
    return match[1].ljust(len(match.group()))


_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "—": "-", "–": "-"}
    | dict.fromkeys("\u00a0\u2009\u202f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\t", " ")
)
