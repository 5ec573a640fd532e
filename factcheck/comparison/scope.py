"""Rules on scope: figures that differ because one counts a part, another area or another hour."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.comparison.figures import bounds, by_size, gap_abs, is_vague, point, ratio
from factcheck.comparison.positions import Answer, of_the_same_words
from factcheck.comparison.sentences import after, sentence_of
from factcheck.comparison.setting import Setting, are_enemies, is_neutral, takes_part
from factcheck.values import Outcome, Verdict

WORLDS_APART = 100.0
"""No marked conflict is wider than 18 times (marchers); a war wrongly linked to a day is hundreds of times."""

VAGUE_RATIO = 1.5
"""'Dozens' or 'hundreds' contradict a figure only when their lowest reading is this many times above it."""

VAGUE_GAP = 2.0
"""And at least so far above it: three to nine ("several") is no rival to two."""

VAGUE_BELOW = 2.5
"""A figure so many times the highest reading of a vague word contradicts it: 27 and "several were missing"."""

ONE_OF_MANY = 5.0
"""From so many on, "one person" in the words of somebody who takes no side is one of them."""

RUNNING = 2.0
"""A toll of months is at least so many times that of one event in it; closer figures may be of one event."""

_HURT = frozenset({"killed", "wounded", "casualties"})

PASSING = frozenset({"hospital", "serious", "minor", "morgue"})
"""Ways of counting people whose state changes by the hour (see factcheck.language.subjects)."""

_GROUP = re.compile(
    r"\b(?:men|man|males?|women|woman|females?|child(?:ren)?|boys?|girls?|teen\w*|minors?|students?)\b", re.I
)
_WARD = re.compile(
    r"\b(?:hospitals?|clinics?|medical cent(?:er|re)|infirmary|doctors?(?= at\b|$)"
    r"|superintendent|matron|surgeon|msf|m[ée]decins sans fronti[èe]res|doctors without borders)\b",
    re.I,
)
_CAME_IN = re.compile(
    r"\b(?:(?:received|admitted|took in|operated on|treated|treating) (?:[\w-]+ ){0,3}?(?:wounded|injured|patients"
    r"|casualties|people|persons|victims|\d+)\b|we (?:have |had )?(?:received|admitted|treated)"
    r"|brought (?:to us|in\b|dead)|came to us"
    r"|(?:at|in) (?:our|this) (?:hospital|clinic|ward)|our (?:hospital|clinic|wards?|beds|morgue))\b",
    re.I,
)
_SINCE = re.compile(
    r"^[^.;!?]{0,60}?\b(?:since (?:(?:it|they) (?:took|came|went) into|it took effect|\d{4}"
    r"|(?:last|early|late|mid)\b"
    r"|(?:the )?(?:[\w-]+ ){0,2}?(?:truce|cease-?fire|war|coup|agreement|deal|revolution|year|election)"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)|so far this year|this year alone"
    r"|over the (?:past|last) (?:\w+ )?(?:weeks?|months?|years?))\b"
)
_OPENS = ("since ", "this year", "over the ")
"""One of them stands in whatever ``_SINCE`` finds."""
_THIS_YEAR = re.compile(
    r"\b(?:homicides?|murders?|killings?|deaths?|dead|fatalit(?:y|ies)|victims?|shootings?|attacks?|accidents?)\b"
    r"[^.;!?]{0,40}\b(?:this year|this season|year to date)\b"
    r"|\bthis year(?:['’]s)? (?:[\w-]+ )?(?:toll|total|count|number|tally)\b",
    re.I,
)
"""A time that began before the event; "since the attack began" is the event itself."""
_ONE_SIDE = re.compile(
    r"^[^.;!?]{0,25}?\b(?:on the other side|on (?:the )?enemy'?s? side|of the enemy|enemy (?:dead|losses)"
    r"|on its own(?: side)?|(?:in|from) (?:its|their|our) (?:own )?ranks)\b",
    re.I,
)
_MARTYRS = re.compile(r"\bmartyr(?:s|ed|dom)?\b", re.I)
_FORCES = re.compile(r"\b(?:forces|troops|soldiers|fighters|personnel|servicemen|ranks)\b", re.I)
_ONLY = re.compile(r"\b(?:only|just|no more than|a single) (?:one|1)\b|\bone (?:only|alone)\b", re.I)
_ONE_FELL = re.compile(
    r"\b(?:one|1|a single)(?: of (?:its|our|their))? (?:[\w-]+ )?(?:soldiers?|fighters?|comrades?|servicem[ae]n"
    r"|m[ae]n"
    r"|troops?|members?|martyrs?)\b",
    re.I,
)
_ONE_IN_ALL = re.compile(
    r"\b(?:one|1)\b(?! of)(?:\s+(?:person|people|civilian|soldier|dead|killed|death|fatality|was|has"
    r"|injur\w+|wounded|hurt|casualty)\b|$)",
    re.I,
)


def worlds_apart(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Figures a hundred times apart hardly count the same thing: a war against a day, a land against a bus."""
    if min(point(a), point(b)) < 1 or ratio(a, b) < WORLDS_APART:
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{a.quantity} and {b.quantity} hardly count the same thing.")


def vague_words(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A vague word ("dozens") has no agreed number; only a figure far below it contradicts it."""
    vague = [x for x in (a, b) if is_vague(x)]
    if not vague or all(_far_apart(x, b if x is a else a) for x in vague):
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{a.quantity} and {b.quantity}: one of them is a vague word.")


def told_together(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """One text gives both figures and nobody who takes sides stands behind them: mostly a part and its whole.

    A crowd has no such parts: who names another's count of it beside its own sets the two against each other.
    """
    sideless = a.own_voice or b.own_voice or (is_neutral(a) and is_neutral(b))
    if a.kind == "attendance" and a.own_voice != b.own_voice:
        return None
    told_apart = of_the_same_words(a, b) and not (is_neutral(a) and is_neutral(b))
    if not sideless or told_apart or not setting.one_text_tells_both(a, b):
        return None
    text = f"One text gives both {a.quantity} and {b.quantity} and does not set them against each other."
    return Verdict(Outcome.NOT_COMPARABLE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def passing_state(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """How many lie in hospital, are critical or in a morgue changes by the hour: reports need not agree."""
    if not {a.subject.measure, b.subject.measure} & PASSING or a.kind not in _HURT:
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{a.quantity} and {b.quantity}: of different hours.")


def one_group_of_many(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """The smaller figure counts men, women or children only, the larger people: a part of them."""
    small, large = by_size(a, b)
    if (
        small.kind in ("arrested", "attendance")
        or small.subject.role == "fighter"
        or not _GROUP.search(_who(small))
        or _GROUP.search(_who(large))
    ):
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{small.quantity} counts some of those in {large.quantity}.")


def one_person(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """One person told apart (a name, "a doctor") is a part of a larger figure, not its rival."""
    part = (a.subject.part or b.subject.part) and a.kind != "attendance"  # "80,000 of them in Paris"
    if a.subject.role == b.subject.role and a.subject.role in ("child", "woman"):
        part = False  # the children among the dead, however they are told apart
    small, large = by_size(a, b)
    if _own_losses(a) or _own_losses(b):
        return None  # "one comrade fell" is all that a party admits to
    told = bounds(small) == (1, 1) and is_neutral(small) and point(large) >= ONE_OF_MANY
    if a.kind in ("destroyed", "seized") and not part:
        return None  # "one helicopter was lost" is a whole count of them
    if not (_one(a) or _one(b) or part or told) or (_ONLY.search(sentence_of(small)) and not part):
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{a.quantity} and {b.quantity}: one counts a part.")


def _own_losses(a: Answer) -> bool:
    """A fighting party says that one of its own fell, and gives no name."""
    if a.subject.role != "fighter" or bounds(a) != (1, 1) or a.subject.part or not takes_part(a):
        return False
    return _ONE_FELL.search(a.quote) is not None


def one_ward(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A hospital knows the wounded that came to it; a larger figure counts those of other hospitals too."""
    small = by_size(a, b)[0]
    if small.kind not in ("killed", "wounded") or bounds(a) == bounds(b):
        return None
    ward = _is_ward(small.name)
    if small.kind == "wounded":
        own = ward or (not small.own_voice and _CAME_IN.search(sentence_of(small)))
    else:
        own = ward and _CAME_IN.search(sentence_of(small))
    if not own:
        return None
    return Verdict(
        Outcome.NOT_COMPARABLE, "count", f"{small.quantity} ({small.name}) counts those who came there."
    )


@lru_cache(maxsize=20_000)
def _is_ward(name: str) -> bool:
    return _WARD.search(name) is not None


def running_toll(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """The larger figure runs since a day long before ("since the truce took effect"), the smaller one does not."""
    small, large = by_size(a, b)
    if ratio(a, b) < RUNNING or not _runs(large) or _runs(small):
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{large.quantity} ({large.name}) counts over a longer time.")


def _runs(a: Answer) -> bool:
    behind = after(a)
    if any(word in behind for word in _OPENS) and _SINCE.search(behind):
        return True
    told = sentence_of(a)
    words = told.lower()
    return ("year" in words or "season" in words) and _THIS_YEAR.search(told) is not None


def losses_of_one_side(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A fighting party's figure for one side ("26 dead on the other side") is no rival to a toll of all."""
    for one, other in ((a, b), (b, a)):
        everybody = other.subject.role == "people" and other.subject.side is None
        if other.side is not None or takes_part(other):
            continue
        if (
            everybody
            and point(one) < point(other)
            and _ONE_SIDE.search(after(one))
            and not _ONE_SIDE.search(after(other))
        ):
            return Verdict(Outcome.NOT_COMPARABLE, "count", f"{one.quantity} ({one.name}) counts one side only.")
    return None


def each_its_own(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """ "No casualties to our forces" and "sixteen martyrs": each side speaks of its own people."""
    small, large = by_size(a, b)
    if bounds(small) != (0, 0) or small.side is None or large.side is None or small.side == large.side:
        return None
    mourned = _MARTYRS.search(f"{large.matter} {large.quote}") and large.subject.side in (None, large.side)
    if not mourned or not _FORCES.search(small.matter) or small.subject.side not in (None, small.side):
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{small.name} and {large.name} each count their own people.")


def each_took_its_own(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Two who fight each other each say what they took: two hauls."""
    if a.kind != "seized" or a.party == b.party or not (takes_part(a) and takes_part(b)):
        return None
    if a.side == b.side or (a.subject.side is not None and a.subject.side == b.subject.side):
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{a.name} and {b.name} each say what they took.")


def _far_apart(vague: Answer, other: Answer) -> bool:
    """True when even the lowest reading of the vague word is far above the other figure ("several" against two is
    not), or the highest far below it; between enemies each word is meant."""
    lowest, highest = (vague.quantity.low, vague.quantity.high) if vague.quantity else (None, None)
    above = lowest is not None and lowest - point(other) >= VAGUE_GAP
    if above and lowest is not None and (lowest >= VAGUE_RATIO * point(other) or are_enemies(vague, other)):
        return True
    return highest is not None and point(other) >= VAGUE_BELOW * highest


def _who(a: Answer) -> str:
    return f"{a.matter or a.quote} {a.subject.role}"


def _one(a: Answer) -> bool:
    """One person told apart; "one dead" or "one person" is a whole toll."""
    if a.subject.single:
        return True
    return bounds(a) == (1, 1) and not _ONE_IN_ALL.search(a.quote)
