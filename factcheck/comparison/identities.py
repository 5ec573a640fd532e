"""Who the victims were: two sides tell of one event, and of people who cannot have been both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.comparison.figures import bounds, gap_abs, is_stated, is_vague, point, ratio
from factcheck.comparison.positions import Answer
from factcheck.comparison.related import Asked, Found, most_carried, pair_of, rule, told
from factcheck.comparison.setting import takes_part
from factcheck.language.naming import same_spot
from factcheck.language.subjects import stem
from factcheck.lexicons import word_set
from factcheck.values import Outcome, Verdict

SAID_SEVERITY = 0.5
"""Without a figure to weigh, as a charge against a denial."""

IDENTITY_SEVERITY = 0.7
"""Whether the dead were children or fighters weighs more than a tenth more or fewer of them."""

CLOSE_FIGURE = 1.25
"""Two counts so many times apart at most may be of the same dead (61 and "50 to 60"); no marked pair of two
different groups of one incident is closer without one voice counting both."""

IDENTITY_LEAST = 5.0
"""Smaller figures are alike by chance: two fighters and two farmers are mostly four people."""

OUTRIGHT_LEAST = 2.0
"""Figures from which one who says outright what they were speaks of the same people as the other."""

IDENTITY_DAYS = 3
"""Days that such an event may be told to have lasted; a longer one has room for two groups of dead."""

_PROTECTED = frozenset({"child", "woman", "civilian"})
_HARMLESS = frozenset(
    stem(word)
    for word in word_set(
        "students minors schoolgirls schoolboys pupils farmers shepherds herders fishermen villagers "
        "worshippers teachers"
        " patients doctors nurses labourers miners passengers pilgrims mourners guests refugees journalists"
    )
)
_CRIMINALS = frozenset(
    stem(word) for word in word_set("robbers pirates smugglers criminals gangsters kidnappers poachers thieves")
)
_WERE = re.compile(
    r"\b(?:they|both|(?:most|all|some) of (?:them|the dead)|(?:the |two |both )*(?:dead|victims|captives"
    r"|prisoners|men|women|people|citizens|detainees|casualties)\b[^.;]{0,40}?) (?:was|were|are|is)\b",
    re.I,
)
_ARMED_WORDS = re.compile(
    r"\b(?:operatives?|militants?|fighters?|terrorists?|combatants?|gunmen|insurgents?|guerrillas?|soldiers?)\b",
    re.I,
)
_CIVIL_WORDS = re.compile(
    r"\b(?:civilians?|shepherds?|herders?|farmers?|fisherm[ae]n|students?|pupils?|workers?|villagers?|traders?"
    r"|teachers?|journalists?|children)\b",
    re.I,
)
_OUTRIGHT = re.compile(
    r"\b(?:was|were|are|is) (?:all |both |in fact |only |mostly |unarmed |innocent )*(?:civilians?|shepherds?"
    r"|herders?"
    r"|farmers?|fisherm[ae]n|students?|minors|children|villagers?|traders?|workers?|worshippers|unarmed)\b"
    r"|\b(?:not|no) (?:a |the )?(?:terrorists?|militants?|fighters?|combatants?|insurgents?|rebels?|gunmen"
    r"|jihadists?)\b",
    re.I,
)
_NO = re.compile(r"\b(?:no|not|none|never|nor)\b", re.I)
_STRIKE = re.compile(
    r"\b(?:air[ -]?strikes?|air ?raids?|drone|strikes?|struck|missiles?|rockets?|bomb(?:ed|ing|s|ings)?"
    r"|shell(?:ed|ing|s)?|massacre\w*|executed)\b",
    re.I,
)
_BATTLE = re.compile(
    r"\b(?:clash\w*|fighting|battles?|firefights?|exchanges? of fire|ambush\w*|offensive|assault\w*"
    r"|storm(?:ed|ing)|repel\w*|repuls\w*|posts?|positions)\b",
    re.I,
)


@rule("identity")
def who_they_were(asked: Sequence[Asked]) -> Iterator[Found]:
    """The same event and about the same figure, but the dead are civilians for one and fighters for the other: 61
    schoolgirls against 50 to 60 fighters."""
    counted = [(q, p) for q in asked if q.kind in ("killed", "captured", "arrested") for p in q.positions]
    armed = most_carried([(q, p) for q, p in counted if _is_armed(p.current)])
    for one, p in most_carried([(q, p) for q, p in counted if _is_protected(p.current)] if armed else []):
        for other, q in armed:
            if one.kind == other.kind and _two_names_for_them(one, p.current, other, q.current):
                yield one.question, pair_of(p, q, _not_both(p.current, q.current))


@rule("said_to_be")
def who_they_are_said_to_be(asked: Sequence[Asked]) -> Iterator[Found]:
    """Two statements call the same people fighters and civilians: "both captives were operatives", "they were
    shepherds"."""
    states = [(q, p) for q in asked if q.kind == "status" for p in q.positions]
    armed = most_carried([(q, p) for q, p in states if _called(p.current, _ARMED_WORDS, _CIVIL_WORDS)])
    civil = [(q, p) for q, p in states if _called(p.current, _CIVIL_WORDS, _ARMED_WORDS)] if armed else []
    for one, p in most_carried(civil):
        for other, q in armed:
            same = same_spot(p.current.place, q.current.place) and _same_days(p.current, q.current)
            if one is not other and p.party != q.party and same:
                yield one.question, pair_of(p, q, _said_both(p.current, q.current))


def _two_names_for_them(one: Asked, harmless: Answer, other: Asked, armed: Answer) -> bool:
    if _said_outright(harmless, armed):
        return True
    if one is other or _share_a_voice(one, other) or min(point(harmless), point(armed)) < IDENTITY_LEAST:
        return False
    return one.kind == "killed" and _same_dead(harmless, armed)


def _called(a: Answer, wanted: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """A statement that people were of that sort, and none of the other."""
    text = a.target or a.quote
    m = _WERE.search(text)
    if m is None or _NO.search(text) or other.search(text):
        return False
    return wanted.search(text[m.end() :]) is not None


def _said_both(a: Answer, b: Answer) -> Verdict:
    text = f"{a.name}: “{(a.target or a.quote)[:80]}”; {b.name}: “{(b.target or b.quote)[:80]}”: not both."
    return Verdict(Outcome.CONFLICT, "identity", text, SAID_SEVERITY)


def _share_a_voice(one: Asked, other: Asked) -> bool:
    """One voice counts both: they are two groups."""
    return bool({p.party for p in one.positions} & {p.party for p in other.positions})


def _is_protected(a: Answer) -> bool:
    s = a.subject
    return (s.role in _PROTECTED or bool(s.words & _HARMLESS)) and _counts_alone(a)


def _is_armed(a: Answer) -> bool:
    fighters = a.subject.role == "fighter" and (takes_part(a) or a.side is not None)
    return (fighters or bool(a.subject.words & _CRIMINALS)) and _counts_alone(a)


def _counts_alone(a: Answer) -> bool:
    s = a.subject
    plain = not (s.part or s.single or s.more or s.measure)
    return plain and is_stated(a) and not is_vague(a) and not a.superseded and point(a) >= OUTRIGHT_LEAST


def _same_dead(a: Answer, b: Answer) -> bool:
    """Two who speak of one place and the same days, of about as many dead of one side, and neither for the other's
    side."""
    if a.party == b.party or not a.place or not same_spot(a.place, b.place):
        return False
    if a.subject.side and b.subject.side and a.subject.side != b.subject.side:
        return False
    if (a.side is not None and a.side == b.side) or not (_struck(a) and _struck(b)):
        return False
    return _same_days(a, b) and _close(a, b)


def _said_outright(harmless: Answer, armed: Answer) -> bool:
    """Of the very figure one says in so many words that they were no fighters: "the 23 were herders, not
    terrorists"."""
    if harmless.party == armed.party or bounds(harmless) != bounds(armed) or not _same_days(harmless, armed):
        return False
    return _OUTRIGHT.search(harmless.quote) is not None and harmless.side in (None, armed.subject.side)


def _struck(a: Answer) -> bool:
    """A strike hits those who are there; where two sides fight, fighters and bystanders both die."""
    text = f"{a.quote} {a.context}"
    return _STRIKE.search(text) is not None and _BATTLE.search(text) is None


def _same_days(a: Answer, b: Answer) -> bool:
    if not (a.first and a.last and b.first and b.last):
        return False
    short = all((x.last - x.first).days < IDENTITY_DAYS for x in (a, b) if x.first and x.last)
    return short and a.first <= b.last and b.first <= a.last


def _close(a: Answer, b: Answer) -> bool:
    (low_a, high_a), (low_b, high_b) = _ends(a), _ends(b)
    return max(low_a, low_b) <= CLOSE_FIGURE * min(high_a, high_b)


def _ends(a: Answer) -> tuple[float, float]:
    """The stated ends; an open one is as good as the other."""
    stated = [n for n in (a.quantity.low, a.quantity.high) if n is not None] if a.quantity else []
    return min(stated), max(stated)


def _not_both(harmless: Answer, armed: Answer) -> Verdict:
    text = (f"{told(harmless)} ({harmless.name}) against {told(armed)} ({armed.name}): the same event and about "
            "the same figure, but they cannot have been both.")  # fmt: skip
    return Verdict(Outcome.CONFLICT, "identity", text, IDENTITY_SEVERITY, gap_abs(harmless, armed),
                   ratio(harmless, armed))  # fmt: skip
