"""Names that the grammar makes a speaker and that stand for nobody: 'an earlier version', the outlet itself."""

from __future__ import annotations

import re

from factcheck.extraction.page import Page
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.bodies import kind_of, known
from factcheck.extraction.voices.speaking import is_office
from factcheck.language.naming import name_key
from factcheck.lexicons import word_set


def names_nobody(name: str) -> bool:
    """'education', 'front': a single small word that is no body."""
    small = name.islower() and " " not in name and name not in _SMALL_BODIES
    return small and not is_office(name) and not known(name) and not kind_of(name)


_SMALL_BODIES = word_set(
    "opposition resistance junta regime navy clergy church prosecution coastguard defence defense"
)


NAMELESS = word_set(
    "unit company group side team firm squad crew branch front movement party organisation organization faction "
    "coalition "
    "alliance network"
)
_NOBODY = word_set(
    "relief water grounds lie lies fabrication invention one ones website version determinations determination "
    "findings information indications side sides story article "
    "portal list nobody number numbers seventh sixth fifth fourth third second first rest person people "
    "difference differences deaths cases note notes reader readers prayer population "
    "boy girl caption headline correction poll survey tally database state there"
)
"""Nouns that the grammar makes a speaker and that name none."""
_COUNTED_NOUNS = word_set(
    "deaths cases injured wounded missing dead casualties fatalities readers population prayer"
)
_COUNTED = re.compile(
    r"(?:(?:about|around|some|nearly|almost|over|more than|at least|up to|as many as)\s+)?(?:\d[\d,]*(?![\d:.])"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|dozens?|scores|hundreds?|thousands?|more|another)\b"
    r"(?! (?:sources?|officials?|witness\w*|residents?|people familiar|diplomats?|aides?|lawyers?|survivors?))",
    re.IGNORECASE,
)
_JUDGEMENTS = word_set("rubbish nonsense slander fantasy false untrue wrong baseless lies")
"""'"Rubbish," says X': what X says."""
_ONLY_DATE = re.compile(r"(?:only |just )?\d{1,2} [A-Z][a-z]+$")
_OWN_PEOPLE = word_set("reporter reporters correspondent correspondents journalist journalists")
"""Without the name of an outlet: the document's own."""
_OF_OUTLET = word_set(
    "journalists journalist reporters reporter correspondent correspondents count tally database"
)


def speaks_for_nobody(page: Page, name: str) -> bool:
    """'Fifty-six police', 'an earlier version', and the outlet itself: "AFD journalists saw"."""
    words = re.split(r" (?:of|on|in|from)\b", name)[0].split()
    if (
        words[-1:] == []
        or name.lower() in _OWN_PEOPLE
        or words[-1] in _NOBODY
        or words[-1].lower() in _COUNTED_NOUNS
        or name.lower() in _JUDGEMENTS
        or _ONLY_DATE.match(name) is not None
        or words[0].lower() == "own"
        or name.lower() in ("no source", "no sources", "no one")
        or _COUNTED.match(name) is not None
    ):
        return True
    source = page.document.source
    if not source or known(name) or statements.issuer(page) is not None:
        return False
    own = {name_key(source), "".join(w[0] for w in source.split() if w[:1].isupper()).lower()} - {"", "a"}
    first = words[0].lower()
    return name_key(name) in own or (first in own and (len(words) == 1 or words[1].lower() in _OF_OUTLET))
