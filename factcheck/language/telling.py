"""Claims as people tell them: 'Afghan officials deny it', 'says that nobody was seized', '1 civilian'."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.language.naming import state_adjective
from factcheck.lexicons import word_set

_HEAD = re.compile(r"\s+(?:of|in|at|for|from|with|on|to|who|near|around|across|by)\s|[,(/;]")
"""Where the noun of a name ends: 'officials of the ministry'."""

_MANY = word_set(
    "authorities officials forces police people men women children rebels militants fighters residents witnesses"
    " sources unions investigators organisers organizers reports media troops soldiers doctors activists sides"
    " houthis villagers prosecutors experts analysts diplomats guards militias relatives lawyers guerrillas"
)
"""Nouns of several, however a name writes them."""

_NOT_MANY = re.compile(r"(?:ss|us|is|[Nn]ews|[Hh]eadquarters|[Pp]olitics|[Ss]eries)$")
_PRONOUNS = word_set(
    "it its they them their he him his she her this that these those who itself themselves one us we"
)
_NOT = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|cannot|no[ -]one|nowhere)\b|n['’]t\b", re.IGNORECASE
)
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|refut\w*|rule[sd]? out|disput\w*|rebuff\w*|rebut\w*"
    r"|contradict\w*|disown\w*|disavow\w*|brush\w*|wav(?:e|es|ed) away|lies?|false|fake|baseless|unfounded"
    r"|untrue)\b",
    re.IGNORECASE,
)
_ACCUSING = re.compile(r"\b(?:accus|suspect)\w*\s*(?:the\s)?$", re.IGNORECASE)
_HANGING = re.compile(r" (?:on|of|in|at|by|for|to|with|from|and|or)$")
_OWN_WORDS = re.compile(r"(?:we|i|our|my|us)\b|.*\b(?:we|us|our)\b", re.IGNORECASE)
_SMALL = re.compile(r"(?:An?|The|Any|All|It|Its|This|That|There|They|Their|His|Her|He|She|No|Nobody|Nothing)\b")
_IRREGULAR = {"people": "person", "children": "child", "persons": "person", "lives": "life", "bodies": "body"}


@lru_cache(maxsize=4_000)
def is_many(name: str) -> bool:
    """True for a name that takes a verb of several: 'Afghan officials', and not 'the United Nations'."""
    words = _HEAD.split(name.strip(), maxsplit=1)[0].split()
    if not words:
        return False
    last = words[-1]
    return last.lower() in _MANY or (last.islower() and last.endswith("s") and _NOT_MANY.search(last) is None)


def verb(name: str, word: str) -> str:
    """A verb of one ('denies') as it goes with the name: 'Afghan officials' 'deny'."""
    if not is_many(name):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def does(name: str, word: str) -> str:
    """A name with a verb of one in the form that goes with it: 'Afghan officials deny'."""
    return f"{name} {verb(name, word)}"


def blamed(who: str, target: str | None, quote: str) -> str:
    """'blames Afghanistan'; where the words name nobody, what is said: 'says “it looked like an attack”'."""
    told = " ".join((target or "").split())
    if told.lower() in _PRONOUNS:
        return f"{verb(who, 'says')} “{_plain(quote)}”"
    if " of " in told and _ACCUSING.search(quote.partition(told.partition(" of ")[0])[0]):
        return f"{verb(who, 'accuses')} {told}"
    told = state_adjective(told) or _HANGING.sub("", told)
    return f"{verb(who, 'blames')} {told or 'somebody'}"


def denied(who: str, target: str | None, quote: str) -> str:
    """'denies that it fired'; what denies by its own words is said: 'says that nobody was seized'."""
    told = " ".join((target or "").split())
    if not told:
        return f"{verb(who, 'denies')} it"
    told = told.removeprefix("that ")
    if not _of_one_text(_plain(told), _plain(quote)) and len(told.split()) > _NAMED:
        return f"{verb(who, 'denies')} “{_plain(told).rstrip('.')}”"  # said before, by somebody else
    before = _plain(quote).partition(told)[0]
    if _NOT.search(told) and _DENYING.search(before) is None:
        if _OWN_WORDS.match(told):
            return f"{verb(who, 'says')} “{told}”"
        return f"{verb(who, 'says')} that {_small(told)}"
    clause = before.rstrip().endswith("that")
    return f"{verb(who, 'denies')} {'that ' if clause else ''}{_small(told)}"


def _of_one_text(told: str, quote: str) -> bool:
    one, other = told.casefold().strip(".‘’'"), quote.casefold().strip(".‘’'").removeprefix("that ")
    return one in other or other in one or other[:_BEGINNING] in one


_NAMED = 4
"""With so few words what is denied is named, and not said: 'denies an earlier account'."""
_BEGINNING = 12
"""Letters of a quote by which it is known again in a longer text."""


def holds(who: str, target: str | None, quote: str) -> str:
    """'says “the talks have failed”': in its own words, since they need not tell of who says it."""
    return f"{verb(who, 'says')} “{_plain(target or quote).removeprefix('that ')}”"


def one_of(text: str) -> str:
    """The words for one of those that they name: 'civilians' is 'civilian'."""
    head, _, last = text.rpartition(" ")
    if " of " in text or not last.islower():
        return text
    one = _IRREGULAR.get(last)
    if one is None and last.endswith("men"):
        one = f"{last[:-2]}an"
    elif one is None and last.endswith("ies") and len(last) > 4:
        one = f"{last[:-3]}y"
    elif one is None and last.endswith("s") and _NOT_MANY.search(last) is None:
        one = last[:-1]
    return f"{head} {one or last}".strip()


def _plain(text: str) -> str:
    """The words on one line; their own marks of quotation do not end the quotation around them."""
    return " ".join(text.split()).translate({ord("“"): "‘", ord("”"): "’", ord('"'): "'"}).strip(" ,;:")


def _small(text: str) -> str:
    """As it goes on in a sentence: 'An earlier account' is 'an earlier account'."""
    text = text.rstrip(".")
    return text[:1].lower() + text[1:] if _SMALL.match(text) else text
