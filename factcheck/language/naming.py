"""The many ways in which a party's name is written, brought to one name and one key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache

from rapidfuzz import fuzz

from factcheck.lexicons import Row, rows

_ARTICLES = re.compile(r"^(?:the|a|an)\s+")
_SPACE = re.compile(r"\s+")
_OWNER = re.compile(r"['’]s\b")
_MARK = re.compile(r"[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_OFFICE_OF = re.compile(
    r"^(?P<office>ministry|department|office|army|government|armed forces|military|police|navy|air force)"
    r" (?:of|for) (?:the )?(?P<rest>.+)$",
    re.IGNORECASE,
)
_OF_STATE = re.compile(
    r"^(?P<office>.*\b(?:ministry|army|police|government|parliament|navy|military|forces|authorities)) of "
    r"(?:the )?(?P<state>.+)$",
    re.IGNORECASE,
)
_LOWER_HEADS = frozenset(
    [
        "army",
        "military",
        "police",
        "government",
        "officials",
        "official",
        "authorities",
        "forces",
        "navy",
        "administration",
        "troops",
        "intelligence",
        "parliament",
        "officers",
    ]
)
_ALSO_ELSEWHERE = frozenset(["Georgia", "Jordan", "Chad", "Mexico", "Panama", "Jamaica", "Lebanon"])
"""States whose bare name in front of an office often means another place (a US state, a town): left as written."""
_STATE_SHORT = {"United States": "US", "United Kingdom": "UK", "United Arab Emirates": "UAE"}


@cache
def name_key(name: str) -> str:
    """The name in lower case, without article, accents, possessive and punctuation; equal keys are one name."""
    plain = name if name.isascii() else _without_accents(name)
    plain = _OWNER.sub("", plain.casefold()).replace(".", "")
    plain = " ".join(_MARK.sub(" ", plain).split())
    return _ARTICLES.sub("", plain) or name.strip().casefold()


def _without_accents(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


@cache
def canonical(name: str) -> str:
    """The name under which a body's claims stand: aliases replaced, "Ruritania's army" as "Ruritanian army".

    A state or capital that speaks is its government ("Paris" and "France" are "France government"); names that no
    list knows are only tidied.
    """
    tidy = _tidy(name)
    alias = _aliases().get(name_key(tidy))
    if alias is not None:
        return alias
    state = country(tidy)
    if state is not None:
        return f"{_STATE_SHORT.get(state, state)} government"
    tidy = _office_first(tidy)
    tidy = _with_adjective(tidy)
    return _aliases().get(name_key(tidy), tidy)


def country(name: str) -> str | None:
    """The state that a name, short form or capital stands for; None for anything else."""
    row = _states().get(name_key(name))
    return None if row is None else row["name"]


@cache
def party_key(name: str) -> str:
    """What the names of one party have in common: 'Ruritania government' and 'Ruritanian government' are one."""
    key = name_key(name)
    land, _, office = key.rpartition(" ")
    state = state_adjective(land) if office == "government" else None
    return key if state is None else f"{name_key(_STATE_SHORT.get(state, state))} government"


@cache
def adjective(state: str) -> str:
    """The adjective of a state ("Ruritanian"), short forms for those that have one ("US")."""
    if state in _STATE_SHORT:
        return _STATE_SHORT[state]
    row = _states().get(name_key(state))
    return (row["adjective"].split(";")[0] if row is not None else "") or state


@cache
def state_adjective(word: str) -> str | None:
    """The state whose adjective a word is ("Ruritanian" -> Ruritania), None for other words."""
    row = _adjectives().get(name_key(word))
    return None if row is None else row["name"]


def state_in(name: str) -> str | None:
    """The state that a name mentions by name, adjective or capital, the first of them; None when there is none."""
    words = name_key(name).split()
    for at in range(len(words)):
        for size in (4, 3, 2, 1):
            row = _all_forms().get(" ".join(words[at : at + size]))
            if row is not None:
                return row["name"]
    return None


def _tidy(name: str) -> str:
    text = _SPACE.sub(" ", name.strip(" \t\n\"'“”‘’,.;:()-–—"))
    text = _ARTICLE.sub("", text)
    return _US.sub("US", _UN.sub("UN", text)) if "U." in text else text


_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|our)\s+", re.IGNORECASE)
_US = re.compile(r"\bU\.\s?S\.?(?=\W|$)|\bU\.S\.A\.")
_UN = re.compile(r"\bU\.N\.?(?=\W|$)")


def _office_first(name: str) -> str:
    """'Ministry of Health' as 'Health Ministry', 'army of Ruritania' as 'Ruritanian army'."""
    owned = _OF_STATE.match(name)
    if owned is not None and country(owned["state"]):
        return _capital_ministry(f"{owned['state']}'s {owned['office']}")
    match = _OFFICE_OF.match(name)
    if match is None or (" and " in match["rest"].lower() and "ministry" not in match["office"].lower()):
        return _capital_ministry(name)
    rest = match["rest"].split(" of ")
    state = country(rest[-1])
    if match["office"].lower() in ("office", "department") and state is None:
        return name
    parts = ([rest[-1]] if len(rest) > 1 else []) + [rest[0], match["office"]]
    return _capital_ministry(" ".join(parts))


def _capital_ministry(name: str) -> str:
    words = name.split()
    if words and words[-1].lower() in ("ministry", "ministries"):
        words = ["Defence" if w.lower() == "defense" else w for w in words]
        return " ".join(
            w if w[:1].isupper() or w in ("and", "of", "for", "the") else w.capitalize() for w in words
        )
    return name


def _with_adjective(name: str) -> str:
    owned = _POSSESSIVE.search(name) is not None
    words = _POSSESSIVE.sub("", name).split()
    for size in (4, 3, 2, 1):
        state = country(" ".join(words[:size])) if len(words) > size else None
        if state is not None and _plain_state(" ".join(words[:size]), state, owned):
            return f"{adjective(state)} {_office_first(_rest(words[size:]))}"
        row = _adjectives().get(name_key(" ".join(words[:size]))) if len(words) > size else None
        if row is not None:
            return f"{adjective(row['name'])} {_office_first(_rest(words[size:]))}"
    return _OWNED.sub(r"\1 ", name) if "s " in name else name


_OWNED = re.compile(r"\b([A-Z]\w+)['’]s (?=[a-z])")


def _rest(words: list[str]) -> str:
    if len(words) == 1 and words[0].lower() in _LOWER_HEADS:
        return words[0].lower()
    return " ".join(words)


def _plain_state(text: str, state: str, owned: bool) -> bool:
    """True for the state's own names; a capital in front of an office is the city ("Paris police")."""
    row = _states()[name_key(state)]
    if state in _ALSO_ELSEWHERE and not owned:
        return False
    return name_key(text) not in {name_key(c) for c in row["capital"].split(";") if c}


def on_day(name: str, day: date | None) -> str:
    """The name that a body bears on a day (None: now): who governs a state may change."""
    row = _dated_aliases().get(name_key(name))
    if row is None or (day is not None and day.isoformat() < row["since"]):
        return name
    return row["name"]


@cache
def _aliases() -> Mapping[str, str]:
    return {name_key(row["alias"]): row["name"] for row in rows("aliases") if not row["since"]}


@cache
def _dated_aliases() -> Mapping[str, Row]:
    return {name_key(row["alias"]): row for row in rows("aliases") if row["since"]}


@cache
def _states() -> Mapping[str, Row]:
    return _forms("name", "aliases", "capital")


@cache
def _adjectives() -> Mapping[str, Row]:
    return _forms("adjective")


@cache
def _all_forms() -> Mapping[str, Row]:
    return {**_forms("people"), **_adjectives(), **_states()}


def _forms(*columns: str) -> Mapping[str, Row]:
    found: dict[str, Row] = {}
    for field in columns:
        for row in rows("countries"):
            for form in row[field].split(";"):
                key = name_key(form) if form else ""
                if len(key) > 2 or key in ("us", "uk"):
                    found.setdefault(key, row)
    return found


SPELLINGS = 75.0
"""rapidfuzz ratio from which two regions are spellings of one: 'Nord-Kivu' and 'North Kivu' are 84 of 100."""


@cache
def same_spot(a: str, b: str) -> bool:
    """True for two names of one place as they are written: 'Varn' and 'Varn, Ruritania', not 'Varn, Sylvania', nor
    'Varn, Highlands, Ruritania' and 'Varn, Coast, Ruritania'."""
    one, *wider = (part.strip() for part in a.casefold().split(","))
    other, *around = (part.strip() for part in b.casefold().split(","))
    if one != other or not wider or not around:
        return one == other
    nested = set(wider) <= set(around) or set(around) <= set(wider)
    return nested or (not set(wider).isdisjoint(around) and fuzz.ratio(wider[0], around[0]) >= SPELLINGS)
