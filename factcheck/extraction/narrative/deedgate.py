"""Which sentences may tell a hostile deed and its doer: asked of the words alone, before anything is parsed."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extraction.narrative import firsts
from factcheck.extraction.narrative.agents import DONE
from factcheck.extraction.narrative.doers import POLICE, may_be_named, names_disowned, only_police
from factcheck.extraction.narrative.hostile import LIMITS, VIOLENT, forms, may_tell
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
    told = told or ("came" in words and not words.isdisjoint(firsts.SHOTS))
    if not told and not words.isdisjoint(_NAMED):
        told = "by" in words or not words.isdisjoint(GOES_ON)
    if told and "our" in words and not words.isdisjoint(LIMITS):
        return True
    if not told or not may_be_named(text, words):
        return False
    return not only_police(text, words) or _police_did().search(text) is not None


@cache
def _police_did() -> re.Pattern[str]:
    """'Officers fired', 'shot by police': not "police said" of somebody else's deed."""
    told = "|".join(sorted(forms()))
    return re.compile(
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
_IT_IS = re.compile(r"\bit (?:was|is) |\bdid (?:it|this|that)\b", re.IGNORECASE)
