"""Who holds a place, by the words of a state: "the army controls the town", "the town is in the rebels' hands"."""

from __future__ import annotations

import re

from factcheck.comparison.positions import Answer
from factcheck.language.parties import sides_in
from factcheck.language.subjects import content_words
from factcheck.lexicons import word_set

_HOLDS = (
    r"(?:(?:re)?(?:takes?|took|taken)(?: back)?|retook|retaken|(?:re)?captures?d?|seiz(?:es?|ed)|overr[au]n"
    r"|occup(?:y|ies|ied)"
    r"|liberated?|holds?|held|controls?|controlled|(?:is|are|was|were|remains?) in (?:full |complete )?control of"
    r"|(?:re)?gain(?:s|ed) (?:full |total |complete )?control of|(?:took|taken|takes|imposed) (?:full "
    r"|total )?control)"
)
_WORD = r"[^\W\d_][\w'’-]*"
_NAMES = re.compile(
    rf"(?P<who>(?:{_WORD} ){{1,5}}?)(?:(?:still|now|again|fully|have|has|had|had just) )*{_HOLDS}\b", re.I
)
_UNDER = re.compile(
    rf"\b(?:under|in|into) (?:the |full |firm |complete |total )*(?:control of (?P<of>(?:{_WORD} ?){{1,4}})"
    rf"|hands of (?P<hands>(?:{_WORD} ?){{1,4}})|(?P<whose>(?:{_WORD} ){{1,4}}?)(?:full |firm |complete |total )?"
    r"(?:control|hands))\b",
    re.I,
)
_FELL = re.compile(rf"\b(?:fell|fallen|lost|was lost) to (?P<to>(?:{_WORD} ?){{1,4}})", re.I)
_BY = re.compile(
    rf"\b(?:captured|recaptured|retaken|seized|taken|overrun|liberated|held|controlled|occupied)(?: \w+)? by"
    rf" (?P<by>(?:{_WORD} ?){{1,4}})",
    re.I,
)
_NOT = re.compile(r"\b(?:not|no|never|denie[sd]|nor|neither)\b", re.I)
_OURS = frozenset({"our", "its", "their", "we", "our own", "it", "they"})
_LITTLE = word_set(
    "the and of a an said says that now still again fully had has have its their our own full firm forces troops"
    " soldiers fighters men units side hands control town city village base area place situation whole all it they"
    " we is are was were remains remain"
)


def holder(a: Answer) -> frozenset[str]:
    """The words, and sides, for who holds the place by that state; empty where it does not say, or says who
    not."""
    for text in (a.target, a.quote):
        if text and not _NOT.search(text) and (found := _who(text)) is not None:
            own = found.casefold().strip() in _OURS
            return _named(a.name if own else found) or (_named(a.name) if own else frozenset())
    return frozenset()


def _who(text: str) -> str | None:
    by = _BY.search(text)
    if by is not None:
        return by["by"]
    fell = _FELL.search(text)
    if fell is not None:
        return fell["to"]
    under = _UNDER.search(text)
    if under is not None:
        return under["of"] or under["hands"] or under["whose"]
    names = _NAMES.search(text)
    return names["who"] if names is not None else None


def _named(text: str) -> frozenset[str]:
    return content_words(text, _LITTLE) | frozenset(sides_in(text))


def held_by_two(a: Answer, b: Answer) -> bool:
    """Two states by each of which another party holds the place, and each voice speaks for the holder that it
    names, or of the other's."""
    one, other = holder(a), holder(b)
    if not one or not other or one & other:
        return False
    return bool(one & _named(a.name)) or bool(other & _named(b.name))
