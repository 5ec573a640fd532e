"""Which sentences may tell a hostile deed and its doer: asked of the words alone, before anything is parsed."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.armed import ARMED, IN_POWER
from factcheck.extraction.narrative.blame import firsts
from factcheck.extraction.narrative.blame.agents import DONE, HITS, TARGETS
from factcheck.extraction.narrative.doers import ARMED_ADJECTIVES, CROWD, FOLK, names_disowned
from factcheck.extraction.narrative.hostile import LIMITS, VIOLENT, forms, may_tell
from factcheck.language.parties import sides_in
from factcheck.lexicons import word_set

GOES_ON = word_set("began begin begins started start starts continued continue continues kept resumed")


def may_tell_deed(text: str, words: frozenset[str]) -> bool:
    """True for a sentence with a deed and its possible doer, or with a doer that only an accuser names so."""
    if names_disowned(words):
        return True
    told = may_tell(words, _NAMED) or not words.isdisjoint(DONE)
    told = told or (not words.isdisjoint(_IT) and _IT_IS.search(text) is not None)
    told = told or not (words.isdisjoint(_WAS) or words.isdisjoint(_CARRYING))
    told = told or not (words.isdisjoint(firsts.THROWN) or words.isdisjoint(firsts.THEN))
    told = told or ("came" in words and not words.isdisjoint(firsts.SHOTS | firsts.COMERS))
    if not told and not words.isdisjoint(_NAMED):
        told = "by" in words or not words.isdisjoint(GOES_ON)
    if told and "our" in words and not words.isdisjoint(LIMITS):
        return True
    if not told or not may_be_named(text, words):
        return False
    return not only_police(text, words) or _police_did().search(text) is not None


def may_be_named(text: str, words: frozenset[str]) -> bool:
    """True for a sentence that names somebody who may be a doer; ``words`` are its words in lower case."""
    return (
        not words.isdisjoint(_NAMED_DOERS)
        or bool(sides_in(text))
        or ("men" in words and "carried" in words)
        or not (words.isdisjoint(_WEAPONS) or words.isdisjoint(TARGETS) or words.isdisjoint(HITS))
        or ("by" in words and not words.isdisjoint(CROWD))
        or not (words.isdisjoint(_THROWERS) or words.isdisjoint(_THROWN))
        or _INITIALS.search(text) is not None
        or ("by" in words and _BAND_OF.search(text) is not None)
    )


_WEAPONS = word_set("missile missiles rocket rockets torpedo torpedoes shell shells drones")
_THROWERS = word_set("people youths crowd fans supporters spectators")
_THROWN = word_set("threw thrown hurled lobbed")
_BAND_OF = gated(r"\b(?:group|men|gang) of [A-Z]")
_OWNED = word_set("coast navy naval parties")
_INITIALS = re.compile(r"(?<![\w.])[A-Z][A-Z0-9]{1,5}(?: [a-z]|-[A-Z]* [a-z])")
"""A group known by its initials, in a text that is not all in capitals."""


POLICE = r"(?:police(?:m[ae]n)?|officers?|deput(?:y|ies)|troopers?|agents)"
_POLICE = word_set("police policeman policemen officer officers deputies troopers agents side security")


def only_police(text: str, words: frozenset[str]) -> bool:
    """True for a sentence whose only possible doers are police or guards, who mostly speak of others' deeds."""
    return words.isdisjoint(_OTHER_DOERS) and not sides_in(text)


_NAMED_DOERS = ARMED | ARMED_ADJECTIVES | IN_POWER | _OWNED | FOLK | {"force", "they"}
_OTHER_DOERS = (ARMED - _POLICE) | ARMED_ADJECTIVES | CROWD | FOLK | _THROWERS | {"they", "men", "group", "gang"}


@cache
def _police_did() -> re.Pattern[str]:
    """'Officers fired', 'shot by police': not "police said" of somebody else's deed."""
    told = "|".join(sorted(forms()))
    return gated(
        rf"\b{POLICE}\b(?! (?:said|say|says|told|believe|report|reported|spokes\w+|chief|department))"
        rf"(?: [\w’'-]+){{0,4}}? (?:{told})\b|\bby (?:[\w’'-]+ ){{0,3}}{POLICE}\b",
        re.IGNORECASE,
    )


_NAMED = VIOLENT | frozenset(form for form in forms() if form.endswith("ing"))
"""Deeds that are only named: they count with "by" or with "began"."""
_WAS = word_set("was were is are been")
_CARRYING = word_set(
    "carrying committing waging bombing shelling bombarding pounding targeting massacring executing"
)
_IT = word_set("it did")
_IT_IS = gated(r"\bit (?:was|is) |\bdid (?:it|this|that)\b", re.IGNORECASE)
