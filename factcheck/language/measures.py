"""Ways of counting that make another figure than the whole, by what is counted: those of the captured who are free
again, those of the wounded who were shot, those of the dead who died on the spot."""

from __future__ import annotations

import re
from functools import lru_cache

_CAPTURED = (
    ("freed", re.compile(r"\b(?:freed|released?|rescued|liberated|escaped|let go|set free|walked free|came home"
        r"|regain\w* (?:their )?(?:freedom|liberty)|recovered alive)\b", re.I)),
    ("held", re.compile(r"\bstill (?:being )?(?:held|captive|missing|in|with)\b|\bremain\w* (?:in|captive)\b"
        r"|\bin captivity\b|\bno longer\b|\bleft behind\b", re.I)),
)  # fmt: skip
OF_KIND: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "captured": _CAPTURED,
    "kidnapped": _CAPTURED,
    "wounded": (
        ("gunshot", re.compile(r"\b(?:gun ?shots?|bullets?|pellets?|by gun ?fire)\b", re.I)),
        ("fall", re.compile(r"\b(?:as (?:they|people) (?:ran|fled)|while (?:running|fleeing)|trampled"
            r"|in the (?:rush|crush|panic))\b", re.I)),
    ),
    "killed": (
        ("scene", re.compile(r"\b(?:at|on) (?:the )?(?:scene|spot)\b|\binstantly\b", re.I)),
        ("arrival", re.compile(r"\b(?:brought in dead|dead on arrival|died (?:on the (?:operating )?table"
            r"|in surgery))\b", re.I)),
    ),
    "attendance": (("hour", re.compile(r"\bat \d{1,2}(?:[:.]\d{2}| ?[ap]\.?m\b)", re.I)),),
}  # fmt: skip
"""Kind -> names of measures with the words that tell them; the first that fits."""


@lru_cache(maxsize=20_000)
def measure_for(kind: str, victims: str, quote: str) -> str:
    """The measure that the words for who is counted, or the quote, tell for a kind; '' for the whole."""
    told = OF_KIND.get(kind, ())
    if not told or not _OF_KIND[kind].search(f"{victims}\n{quote}"):
        return ""
    return next((name for text in (victims, quote) for name, words in told if words.search(text)), "")


def may_be_measured(victims: str, quote: str) -> bool:
    """True when the words tell a measure for some kind."""
    return _ALL.search(f"{victims}\n{quote}") is not None


_OF_KIND = {kind: re.compile("|".join(words.pattern for _, words in told), re.I) for kind, told in OF_KIND.items()}
_ALL = re.compile("|".join(words.pattern for told in OF_KIND.values() for _, words in told), re.I)
