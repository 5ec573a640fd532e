"""Parts of speech from tags, words and the tree, by the rules that come with the model.

They are nearly half of spaCy's time, as patterns over each text; as a table they cost next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from factcheck.extraction.syntax import Tokens

_Key = tuple[str, str | None]  # tag, word in lower case (None: any)
Table = dict[_Key, str]
_CLAUSE = frozenset({"ROOT", "advcl", "ccomp", "conj", "relcl", "xcomp"})
_HAVE_DO = frozenset({"do", "does", "did", "'d", "have", "has", "had"})
_BE = frozenset({"is", "are", "was", "were", "'s", "'re"})


def assign(tokens: Tokens, table: Table) -> None:
    """Every word of a parse has its part of speech: by tag and word, then by dependency."""
    after_there = False
    for token in tokens:
        tag, word, dep = token.tag_, token.lower_, token.dep_
        part = _by_dependency(tag, word, dep)
        if after_there and word in _BE:
            part = "VERB"
        token.pos_ = part or table.get((tag, word)) or table.get((tag, None)) or ""
        after_there = dep == "expl"


def _by_dependency(tag: str, word: str, dep: str) -> str | None:
    if dep in ("aux", "auxpass") and tag != "TO":
        return "AUX"
    if word in _HAVE_DO and dep in _CLAUSE:
        return "VERB"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag in ("DT", "WDT") and dep not in ("det", "quantmod"):
        return "PRON"
    return None


def table_of(rules: Iterable[Mapping[str, Any]]) -> Table:
    """Those of the model's rules that set a part of speech by tag, or by tag and word."""
    table: Table = {}
    for rule in rules:
        part = rule["attrs"].get("POS")
        for pattern in rule["patterns"] if part else ():
            if len(pattern) == 1 and "TAG" in pattern[0] and pattern[0].keys() <= {"TAG", "LOWER"}:
                table |= dict.fromkeys(_keys(pattern[0]), part)
    return table


def _keys(pattern: dict[str, Any]) -> Iterator[_Key]:
    tags, words = (pattern.get(name) for name in ("TAG", "LOWER"))
    yield from product(_choices(tags), _choices(words) if words is not None else [None])


def _choices(asked: Any) -> list[str]:
    return list(asked.get("IN", ())) if isinstance(asked, dict) else [asked]
