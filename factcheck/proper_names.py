"""The proper names in a text: what tells one news story from another of the same sort, town and week."""

from __future__ import annotations

import re

_PIECE = re.compile(r"[^\W\d_][\w’'-]*|[.!?:;\n\"“”|]")
_POSSESSIVE = re.compile(r"['’]s?$")


def proper_names(text: str) -> str:
    """The capitalised words of a text that stand at least once inside a sentence, each as often as it is there.

    The first word of a sentence is capitalised whatever it is; one that is a name mostly stands elsewhere too. A
    headline in capitals lets other words pass: they are common, and weigh little among many texts.
    """
    pieces = _PIECE.findall(text)
    inside = {
        word
        for before, word in zip([".", *pieces], pieces, strict=False)
        if word[0].isupper() and before[0].isalpha() and len(word) > 1
    }
    named = [word for word in pieces if word in inside]
    if "'" in text or "’" in text:
        named = [_POSSESSIVE.sub("", word) for word in named]
    return " ".join(named)
