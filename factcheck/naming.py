"""One key for the many ways in which a party's name is written."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_ARTICLES = re.compile(r"^(?:the|a|an)\s+")
_SPACE = re.compile(r"\s+")


@cache
def name_key(name: str) -> str:
    """The name in lower case, without article, accents, possessive and punctuation; equal keys are one name."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['’]s\b", "", plain).replace(".", "")
    plain = _SPACE.sub(" ", re.sub(r"[^\w\s]", " ", plain)).strip()
    return _ARTICLES.sub("", plain) or name.strip().casefold()
