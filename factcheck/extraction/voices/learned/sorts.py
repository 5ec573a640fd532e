"""What sort of voice a name is, and what sort of deed a verb is."""

from __future__ import annotations

from functools import cache

from factcheck.extraction.counts.kinds import senses
from factcheck.extraction.page import Page
from factcheck.extraction.places.mentions import known as place
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.bodies import is_body, kind_of, plain
from factcheck.extraction.voices.cast import cast_of
from factcheck.extraction.voices.speech import verbs
from factcheck.lexicons import column, word_set

_ALONE = word_set(
    "police ministry government army military officials authorities witnesses residents villagers "
    "relatives survivors"
)
_CLINICS = word_set("hospital clinic hospitals clinics doctors medics")


def sort_of(page: Page, name: str) -> str:
    """What sort of voice a name is: 'a government body', 'a person', 'a hospital', 'a longer name'."""
    if cast_of(page).person(name) is not None and not is_body(name) and not kind_of(name):
        return "a person"
    return _sort(name)


@cache
def _sort(name: str) -> str:
    kind = kind_of(name)
    if kind:
        return f"a {kind} body"
    words = [plain(word) for word in name.split()]
    for word in reversed(words):
        if word in _CLINICS:
            return "a hospital"
        if word in _ALONE:
            return word
    nouns = column("speaker_nouns", "noun", "kind")
    last = words[-1] if words else ""
    noun = nouns.get(last) or nouns.get(last.removesuffix("s"))
    if noun:
        return f"a noun for {noun}"
    if name.islower():
        return "small letters"
    if place(name, 0, 0) is not None:
        return "a place"
    return "a name of one word" if len(words) == 1 else "a longer name"


def harms(verb: Token) -> str | None:
    """What a verb does: 'harm' (killed, seized), 'saying', 'having'; None for other words."""
    if verb.lower_ in senses():
        return "harm"
    if verb.lower_ in verbs():
        return "saying"
    return "having" if verb.lower_ in _HAVE else None


DOES_ELSE = word_set(
    "condemned condemns condemn deplored deplores mourned mourns mourn regretted offered expressed sent thanked "
    "thanks visited visits honoured honored praised prayed prays vowed pledged promised ordered orders urged "
    "urges called demanded declined refused arrived met attended welcomed travelled flew"
)
"""What somebody does about a toll without giving it."""
_HAVE = word_set("has have had having holds hold held")
