"""Opposite states: words that exclude each other, a state and its negation, two who hold one place."""

from __future__ import annotations

import re

from factcheck.lexicons import word_set
from factcheck.parties import sides_in
from factcheck.subjects import stem

_WORD = re.compile(r"[a-z]{3,}")
_LITTLE = word_set(
    "the and for was were are has have had been with that this from would will could not only its their they there"
    " until while any all both other another side sides parties party government over said says"
)
_NOT = re.compile(r"\b(?:no|not|none|never|nobody|neither|nor)\b", re.I)
_NEGATED = re.compile(r"\b(?:not|never|no|nor)(?: \w+)? $", re.I)
_OPPOSITES = (
    (re.compile(r"\b(?:holds?|holding|in force|maintain\w*|intact|respected|observed|continues?|stands?"
        r"|in effect|in place|kept|committed to|adher\w+|abid\w+|st(?:uck|icks?|icking) (?:to|by))\b", re.I),
     re.compile(r"\b(?:over|ended|collapsed|broken|breached|violated|dead|failed|cancelled|suspended)\b", re.I)),
    (re.compile(r"\b(?:captured|seized|taken|took|fell|fallen|retaken|overr[ua]n|liberated|under (?:its|our"
        r"|full) control)\b", re.I),
     re.compile(r"\b(?:repelled|repulsed|retains?|still holds?|in (?:our|government) hands|thrown back"
         r"|not fallen)\b", re.I)),
    (re.compile(r"\b(?:slight|minor|minimal|light|little|limited)\b", re.I),
     re.compile(r"\b(?:heavy|severe|massive|extensive|destroyed|large-scale|considerable)\b", re.I)),
    (re.compile(r"\b(?:withdrawn|scrapped|repealed|abolished|annulled|revoked)\b", re.I),
     re.compile(r"\b(?:postponed|delayed|suspended|deferred|in force|maintained|upheld)\b", re.I)),
    (re.compile(r"\b(?:operatives?|militants?|fighters?|terrorists?|combatants?|gunmen|insurgents?|guerrillas?"
        r"|spies|agents)\b", re.I),
     re.compile(r"\b(?:civilians?|shepherds?|herders?|farmers?|fisherm[ae]n|students?|workers?|villagers?"
        r"|traders?|teachers?|journalists?|children|unarmed|innocent)\b", re.I)),
    (re.compile(r"\b(?:freed?|released|freedom|rescued|at liberty)\b", re.I),
     re.compile(r"\b(?:still (?:being )?held|(?:in|into) (?:captivity|custody)|captives?|remain hostages?"
         r"|under arrest|in the hands)\b", re.I)),
    (re.compile(r"\b(?:alive|survived|unhurt)\b", re.I), re.compile(r"\b(?:dead|died|killed|death)\b", re.I)),
    (re.compile(r"\b(?:lifted|removed|cleared|reopened|re-opened|open|dismantled|ended|over)\b", re.I),
     re.compile(r"\b(?:continues?|continuing|go(?:es|ing)? on|went on|remains? (?:in place|closed|blocked)"
         r"|blocked|closed|shut)\b", re.I)),
    (re.compile(r"\b(?:quiet|calm|under (?:full )?control|stable|secured|regained control|retook)\b", re.I),
     re.compile(r"\b(?:gunfire|shots"
         r"|(?:shooting|fighting|clashes|shelling) (?:goes on|go on|continues?|went on))\b", re.I)),
    (re.compile(r"\b(?:agreed|accepted|signed)\b", re.I), re.compile(r"\b(?:rejected|refused|declined)\b", re.I)),
)  # fmt: skip
_THERE_WERE_NO = re.compile(
    r"(?:\bthere (?:was|were|is|are|had been) no|^no) (?!longer\b|one\b|doubt\b)(?P<what>[\w\s-]{3,40})", re.I
)
_UNKNOWN = re.compile(r"\b(?:unknown|unclear|whether|may|might|could|cannot say|not known)\b")
_CONTROL = re.compile(r"\b(?:controls?|holds?|is in control of|has taken|has captured|has seized|occup(?:y|ies)"
    r"|commands?)\b", re.I)  # fmt: skip
_ASKED = re.compile(r"\b(?:request\w*|asked|begged|sought|appeal\w*|pressed|initiative)\b", re.I)


def are_opposite(x: str, y: str) -> bool:
    """True when the two states cannot both hold."""
    return any(
        test(x, y) for test in (_held_by_another, _asked_by_another, _negated, _none_or_some, opposite_words)
    )


def _asked_by_another(x: str, y: str) -> bool:
    sides_x, sides_y = sides_in(x), sides_in(y)
    return bool(_ASKED.search(x) and _ASKED.search(y) and sides_x and sides_y and sides_x[0] != sides_y[0])


def _held_by_another(x: str, y: str) -> bool:
    """Two parties each hold the same place."""
    m, n = _CONTROL.search(x), _CONTROL.search(y)
    if m is None or n is None or _NOT.search(f"{x} {y}"):
        return False
    one, other = _named(x[: m.start()]), _named(y[: n.start()])
    return bool(one and other) and not one & other and bool(content(x[m.end() :]) & content(y[n.end() :]))


def _named(text: str) -> set[str]:
    return content(text) | set(sides_in(text))


def _negated(x: str, y: str) -> bool:
    if bool(_NOT.search(x)) == bool(_NOT.search(y)):
        return False
    if _THERE_WERE_NO.search(x) or _THERE_WERE_NO.search(y) or _UNKNOWN.search(x) or _UNKNOWN.search(y):
        return False  # "no prisoners aboard" says nothing of missiles aboard; nobody knows yet
    p, q = (content(_NOT.sub("", s)) for s in (x, y))
    return bool(p and q) and 2 * len(p & q) / (len(p) + len(q)) >= 0.5


def _none_or_some(x: str, y: str) -> bool:
    """ "There were no prisoners aboard", "some prisoners were aboard"."""
    for none, some in ((x, y), (y, x)):
        m = _THERE_WERE_NO.search(none)
        if m is None or _NOT.search(some) or _UNKNOWN.search(some):
            continue
        named = [w for w in _WORD.findall(m.group("what").casefold()) if w not in _LITTLE and not sides_in(w)]
        if named and stem(named[0]) in {stem(w) for w in content(some)}:
            return True
    return False


def opposite_words(x: str, y: str) -> bool:
    """True when words of the two, which speak of one thing, exclude each other."""
    if not content(x) & content(y):
        return False  # the talks are over, the ceasefire holds: two things
    return any((_says(p, x) and _says(q, y)) or (_says(p, y) and _says(q, x)) for p, q in _OPPOSITES)


def _says(pattern: re.Pattern[str], text: str) -> bool:
    """The text has the words, and does not negate them ("not destroyed")."""
    return any(not _NEGATED.search(text[: m.start()]) for m in pattern.finditer(text))


def content(text: str) -> set[str]:
    """The words that say what a state is of: no parties, no little words."""
    return {w for w in _WORD.findall(text.casefold()) if w not in _LITTLE and not sides_in(w)}
