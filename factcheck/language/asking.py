"""Questions as one asks them ('How many Pakistani soldiers were killed?'), in their claims' own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck.language.parties import sides_in
from factcheck.lexicons import word_set

ROOM = 120
"""Characters of the claims' words that a question takes over; more is cut at a word."""

_FORMS = {
    "killed": "How many {} were killed?",
    "wounded": "How many {} were wounded?",
    "casualties": "How many {} were killed or wounded?",
    "missing": "How many {} are missing?",
    "captured": "How many {} were captured?",
    "kidnapped": "How many {} were kidnapped?",
    "arrested": "How many {} were arrested?",
    "displaced": "How many {} were displaced?",
    "seized": "How many {} were seized?",
    "destroyed": "How many {} were destroyed?",
    "attendance": "How many {} took part?",
}
_ONE = {
    "killed": "Was {} killed?", "wounded": "Was {} wounded?", "missing": "Is {} missing?",
    "captured": "Was {} captured?", "kidnapped": "Was {} kidnapped?", "arrested": "Was {} arrested?",
}  # fmt: skip
_NAME = re.compile(r"^(?:[A-Z][\w.'’-]+ ){1,4}[A-Z][\w'’-]+$")
_PLURALS = frozenset(
    {"people", "children", "police", "personnel", "aircraft", "dead", "youth", "livestock", "cattle", "infantry",
     "staff", "women", "missing", "wounded", "injured", "homeless", "sheep"}
)  # fmt: skip
_GROUPS = frozenset({"team", "crew", "mission", "delegation", "contingent", "squad", "unit", "family", "group"})
_IRREGULAR = {"person": "people", "child": "children", "woman": "women", "man": "men"}
_LEAD = re.compile(
    r"^(?:(?:the|its|their|his|her|our|of|other|others|more|dead|fallen|killed|wounded|injured)\s+)+",
    re.IGNORECASE,
)
_SAYS_NOTHING = frozenset(
    {
        "people", "persons", "person", "bodies", "body", "deaths", "dead", "casualties", "victims", "lives",
        "others", "them", "those", "injured", "wounded",
    }
)  # fmt: skip
_KILLED = re.compile(r" (?:who were |were |was )?(?:killed|murdered|massacred)\b.*$")
_CHARGE = re.compile(r",? (?:an?|the|its) (?:charge|accusation|allegation|claim)s?$")
"""'giving militants a haven, a charge' (which Kabul denies)."""
_SHELTER = re.compile(
    r"\b(?:soil|territory|haven|sanctuar(?:y|ies)|refuge|bases?|shelter\w*|harbou?r(?:s|ed|ing)|host(?:s|ed|ing))\b"
)
"""What a side is charged with whose soil a group uses."""
_MANY = re.compile(
    r"^(?:(?:more than|at least|about|some|nearly|over|up to|as many as|an as yet unknown number of|many)\s+)*"
    r"(?:\d[\d,.]*|dozens|scores|hundreds|thousands|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: hundred| thousand| dozen)?|hundreds of|unknown number)?\s*(?:of )?(?:the )?(?:[\w’'-]+\s+){0,2}?"
    r"(?:people|persons|civilians?|residents?|villagers?|soldiers?|troops|men|women|children|prisoners|pilgrims"
    r"|demonstrators|protesters|passengers|students?|workers|patients|members)\b$",
    re.IGNORECASE,
)

_LISTED = re.compile(
    r"\d|,|\b(?:[Aa]n?|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth)\b"
    r"|\band (?:his|her|their|[A-Z][a-z]+ [A-Z])|[A-Z][a-z]+ [A-Z][a-z]+ and\b"
)
"""A list of persons or an age, not a word for those who are counted."""
_COMMON = word_set(
    "man men woman women child children boy boys girl girls teen teens people person victim victims"
)
_PRONOUNS = word_set("he she it they him her them this that these those who us we me i")

_VERB = (
    r"(?:[a-z]+ed|shot|hit|struck|brought|built|blew|broke|began|came|drove"
    r"|fought|found|gave|held|kept|led|left|lost|sank|set|took|threw|"
    r"went|withdrew)"
)
_PAST = re.compile(rf"\b({_VERB})(?: (?:up|down|at|on|into|out|off))?$", re.IGNORECASE)
_DEED_ALONE = re.compile(_VERB)
"""A charge of a deed that names no thing ('opened') has only its verb for a matter."""
_PARTICLE = re.compile(r" (?:up|down|off|out)\b")
_BEGINS = re.compile(
    rf"(?:had|has|spoke|{_VERB})"
    r"(?:,| (?:for|the|an?|to|on|from|its|their|his|her|of|all|every|no|up|down|out|back|\d+)\b)"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be|not|never)(?: \w+ly)? $", re.IGNORECASE)
_NO_DEED = word_set(
    "accused blamed held charged said claimed alleged denied reported suspected called named based "
    "united condemned failed"
)


def how_many(kind: str, counted: Iterable[str]) -> str:
    """The question that counts answer; ``counted``: who or what the claims count, the most frequent first."""
    named = [_small(name) for text in counted if (name := without_lead(text))]
    telling = [text for text in named if _tells(text)]
    if not telling and len(named) == 1 and kind in _ONE and _is_name(named[0]):
        return _ONE[kind].format(named[0])
    telling.sort(key=lambda text: not any(word[:1].isupper() for word in text.split()))
    things = "things" if kind in ("seized", "destroyed") else "people"
    return _FORMS.get(kind, "How many {}?").format(cut(_plural(telling[0])) if telling else things)


def _tells(text: str) -> bool:
    """True for words that name whom or what is counted; not for a figure, a name or a bare country."""
    if text.casefold() in _SAYS_NOTHING or not any(c.isalpha() for c in text) or _is_name(text):
        return False
    if _LISTED.search(text):
        return False
    last = text.split()[-1]
    return last[:1].islower() or last.endswith(("s", "S")) or not sides_in(text)


def _small(text: str) -> str:
    """A headline's 'Man' is a man."""
    return text.lower() if text.lower() in _COMMON else text


def _is_name(text: str) -> bool:
    return _NAME.match(text) is not None and not text.endswith("s") and not sides_in(text)


def _plural(text: str) -> str:
    """More than one of them: 'pilot' are 'pilots', 'policeman' 'policemen'; what is plural already stays."""
    head, _, last = text.rpartition(" ")
    if " of " in text or not last.islower() or last.endswith(("s", "men")) or last in _PLURALS:
        return text
    if last in _GROUPS:
        return f"members of the {text}"
    plural = _IRREGULAR.get(last) or (f"{last[:-3]}men" if last.endswith("man") else
                                      f"{last[:-1]}ies" if last.endswith("y") else f"{last}s")  # fmt: skip
    return f"{head} {plural}".strip()


def who_is_to_blame(charges: Iterable[tuple[str, str]]) -> str:
    """The question that charges answer; ``charges``: what each lays at somebody's door and its sentence, in the
    order of the text.

    The commonest matter is named, of equally common ones an event rather than the people it befell; a matter that
    is the object of a deed ('crossed the line') is asked for with its deed: 'Who crossed the line?'.
    """
    told = [
        (matter, quote)
        for text, quote in charges
        if (matter := _CHARGE.sub("", _KILLED.sub("", " ".join(text.split()))))
        and matter.lower() not in _PRONOUNS
        and not _DEED_ALONE.fullmatch(matter)
    ]
    if not told:
        return "Who is to blame?"
    said = Counter(matter for matter, _ in told)
    matter = min(said, key=lambda text: (-said[text], _MANY.match(text) is not None, list(said).index(text)))
    if (
        done := next((d for other, quote in told if other == matter and (d := _deed(matter, quote))), None)
    ) is not None:
        return f"Who {cut(done)}?"
    if sides_in(matter) and _SHELTER.search(next(quote for other, quote in told if other == matter)):
        return f"Who shelters {cut(matter)}?"
    return f"Who is to blame for {'the deaths of ' if _MANY.match(matter) else ''}{cut(matter)}?"


def charged(matter: str, quote: str) -> str:
    """What somebody is blamed for: 'for the failure', a deed by its verb: '(crossed the line)', '' for nothing."""
    matter = _CHARGE.sub("", " ".join(matter.split()))
    if not matter or matter.lower() in _PRONOUNS:
        return ""
    done = matter if _DEED_ALONE.fullmatch(matter) else _deed(matter, quote)
    if done is None and _KILLED.search(f" {matter}"):
        return f"(killed {_KILLED.sub('', matter)})"
    if done is None and sides_in(matter) and _SHELTER.search(quote):
        return f"(shelters {matter})"
    return f"for {matter}" if done is None else f"({done})"


def _deed(matter: str, quote: str) -> str | None:
    """The deed whose object the matter is, in the past tense: 'crossed the line'; no charging or saying verb."""
    before, found, after = " ".join(quote.split()).partition(matter)
    words = _PAST.search(before.rstrip()) if found else None
    if words is None or words.group(1).lower() in _NO_DEED or _PASSIVE.search(before[: words.start()]):
        return None
    particle = _PARTICLE.match(after)
    return f"{words.group().strip().lower()} {matter}{particle.group() if particle else ''}"


def is_it_true(statements: Sequence[str]) -> str:
    """The question that states and denials answer; ``statements``: what is said or denied, the most telling
    first. What begins with its verb is asked for its doer: 'Who asked for the truce?'."""
    said = next((text.strip() for text in statements if text.strip()), "")
    if not said:
        return "Is it true?"
    said = cut(said)
    if _BEGINS.match(said):
        return f"Who {said[:1].lower()}{said[1:].rstrip('.!?')}?"
    return f"Is it true? {said[:1].upper()}{said[1:]}{'' if said[-1] in '.!?…' else '.'}"


def without_lead(text: str) -> str:
    """The words without what only leads up to whom they name: 'its fallen soldiers' are 'soldiers'."""
    return _LEAD.sub("", text).strip()


def cut(text: str, room: int = ROOM) -> str:
    """The text on one line, cut at a word and marked when it is longer than the room."""
    text = " ".join(text.split())
    if len(text) <= room:
        return text
    return text[: room - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
