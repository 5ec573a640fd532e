"""What two claims of blame, denial or status have in common and what not, each in a few plain words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.language.meaning import likeness
from factcheck.language.naming import name_key
from factcheck.language.parties import sides_in
from factcheck.lexicons import word_set
from factcheck.linking.likeness import GAPS, alike, in_common, place_sign
from factcheck.linking.table import UNKNOWN
from factcheck.linking.topics import gists
from factcheck.linking.topics.deeds import AGENTS, VAGUE, apart, families, matter_of, says_little
from factcheck.linking.topics.denials import (
    ANY_FIGURE,
    BY_WHOM,
    DOING,
    NEAR_CHARACTERS,
    PRESENT,
    SAYINGS,
    TELLING,
    THAT,
    THERE_WAS,
    TOLD_JUST_NOW,
)  # fmt: skip
from factcheck.linking.topics.states import matters
from factcheck.linking.topics.topic import Topic

BESIDE = 200
"""Characters within which two claims stand beside each other."""

ACTING = word_set(
    "request requested ask asked beg begged sought initiative initiated propose proposed first started"
)
"""Words of states that say who did something, not how things stand."""

TENTHS = (
    "a tenth or less", "two tenths", "three tenths", "four tenths", "half", "six tenths", "seven tenths",
    "eight tenths or more",
)  # fmt: skip
"""How like in meaning two texts are said to be; few are less than one or more than eight."""

Sides = frozenset[str]


def pair_of(a: Topic, b: Topic) -> str | None:
    """The sort of pair, of which each has its own weights; None for two claims that never answer one question
    or, a count and its denial, are told by rules (``denials``)."""
    kinds = {a.kind, b.kind}
    if len(kinds) == 1 and a.kind in ("blame", "status", "denial"):
        return {"blame": "two charges", "status": "two states", "denial": "two denials"}[a.kind]
    if "denial" not in kinds or not kinds & {"blame", "status"}:
        return None
    return "charge and denial" if "blame" in kinds else "state and denial"


def signs(a: Topic, b: Topic) -> list[str]:
    """What a pair of a sort (``pair_of``) has in common."""
    if a.kind != "denial" and b.kind == "denial":
        a, b = b, a
    own = {"blame": _charges, "status": _states, "denial": _denials}
    special = own[a.kind] if a.kind == b.kind else _denied_charge if b.kind == "blame" else _denied_state
    return list(dict.fromkeys((*_both(a, b), *special(a, b))))


def _both(a: Topic, b: Topic) -> Iterator[str]:
    if a.document != b.document:
        yield "other texts"
    else:
        away = abs(a.start - b.start)
        yield (
            "beside each other"
            if away < BESIDE
            else "near in the text"
            if away < NEAR_CHARACTERS
            else "far in the text"
        )
    yield place_sign(a.place, b.place)
    yield _days(a, b)
    one, other = name_key(a.claimant), name_key(b.claimant)
    if not one or not other:
        yield "both in own voice" if one == other else "one in own voice"
    elif one == other:
        yield "the same voice"
    if a.speaker and b.speaker:
        yield "voices of one side" if a.speaker & b.speaker else "voices of two sides"
    yield f"{in_common(a.words, b.words)} of all words in common"
    yield f"quotes {alike(a.quote, b.quote)}"
    if not (a.recorded and b.recorded):
        yield f"quotes {_in_meaning(a.quote, b.quote)}"
        yield f"what they are about {_in_meaning(theme(a), theme(b))}"
        yield f"paragraphs {_in_meaning(a.paragraph or a.quote, b.paragraph or b.quote)}"
    sort = pair_of(a, b)
    if a.gist and b.gist and sort is not None:
        yield gists.sign(sort, a.gist, b.gist)
    yield f"deeds {_of_kind(a.deeds, b.deeds)}"
    yield f"sides spoken of: {_sides(a.sides, b.sides)}"
    if a.numbers and b.numbers:
        yield "numbers in common" if a.numbers & b.numbers else "other numbers"


def _in_meaning(one: str, other: str) -> str:
    """How like each other two texts are in meaning, in tenths of a cosine."""
    tenths = int(10 * likeness(one, other))
    return f"alike in meaning by {TENTHS[min(max(tenths, 1), len(TENTHS)) - 1]}"


def theme(t: Topic) -> str:
    """What a claim is about, in its own words; else all of it."""
    return f"{t.target} {t.victims}".strip() or t.quote


def _days(a: Topic, b: Topic) -> str:
    if UNKNOWN in (a.days[0], b.days[0]):
        return "no day told" if a.days[0] == b.days[0] else "a day not told"
    gap = max(a.days[0] - b.days[1], b.days[0] - a.days[1])
    if gap > 0:
        return next((name for most, name in GAPS if gap <= most), "months apart")
    return "the same days" if a.days == b.days else "days that overlap"


def _sides(a: Sides, b: Sides) -> str:
    if a and b:
        return "the same" if a == b else "one in common" if a & b else "others"
    return "named by one" if a or b else "named by none"


def _of_kind(a: frozenset[int] | frozenset[str], b: frozenset[int] | frozenset[str]) -> str:
    if a and b:
        return "of one kind" if set(a) & set(b) else "of other kinds"
    return "not told by both"


def _charges(a: Topic, b: Topic) -> Iterator[str]:
    yield f"{in_common(a.matter, b.matter)} of the words for what is blamed in common"
    yield f"{in_common(_telling(a.matter), _telling(b.matter))} of its telling words in common"
    yield f"what is blamed is written {alike(a.victims, b.victims)}"
    yield f"sides accused: {_sides(a.accused, b.accused)}"
    yield f"{in_common(a.state, b.state)} of the words for the accused in common"
    mine, theirs = bool(a.speaker & b.accused), bool(b.speaker & a.accused)
    if mine and theirs:
        yield "they charge each other"
    elif mine or theirs:
        yield "one is accused by the other"
    if a.voice & b.state or b.voice & a.state:
        yield "who is accused charges another"
    if apart(a.matter, b.matter):
        yield "other deeds, or done to other things"
    for name, told in (
        ("hardly says what it is about", [says_little(t.matter) for t in (a, b)]),
        ("has a word or none for what is blamed", [len(t.matter) < TELLING for t in (a, b)]),
        ("does not say what is blamed", [not t.victims for t in (a, b)]),
    ):
        if any(told):
            yield f"{'each' if all(told) else 'one'} {name}"
    yield f"deeds blamed {_of_kind(families(a.matter), families(b.matter))}"


def _states(a: Topic, b: Topic) -> Iterator[str]:
    yield f"{in_common(a.state, b.state)} of the words for the state in common"
    yield f"the state is written {alike(a.target, b.target)}"
    acting = [bool(t.words & ACTING) for t in (a, b)]
    if any(acting):
        yield "both say who acted" if all(acting) else "one says who acted"
    yield f"matters: {_matters(a.about, b.about)}"
    if a.about == b.about:
        yield from (f"both of {matter}" for matter in sorted(a.about))
    yield f"{in_common(_telling(a.words), _telling(b.words))} of the telling words in common"
    yield f"sides of the state: {_sides(_named(a.target), _named(b.target))}"


def _denials(a: Topic, b: Topic) -> Iterator[str]:
    yield f"{in_common(matter_of(a.state), matter_of(b.state))} of the denied words in common"
    yield f"what is denied is written {alike(a.target, b.target)}"
    yield f"deeds denied {_of_kind(families(a.state), families(b.state))}"


def _denied(a: Topic, b: Topic) -> Iterator[str]:
    """A denial ``a``, and what it may deny."""
    if a.document == b.document:
        before = a.start - b.start
        yield f"the denial stands {'behind' if before >= 0 else 'before'}" + (
            ", near" if abs(before) <= NEAR_CHARACTERS else ""
        )
    yield f"{in_common(matter_of(a.state), b.words)} of the denied words in the other claim"
    yield f"what is denied is written {alike(a.target, f'{b.target} {b.victims}'.strip())}"
    if not (a.speaker and b.speaker) and a.voice == b.voice:
        yield "the same words for who speaks"
    yield from _way_of_denying(a.text, a.state)


@lru_cache(maxsize=10_000)
def _way_of_denying(text: str, denied: frozenset[str]) -> tuple[str, ...]:
    told = (
        ("denies this", THAT.search(text)),
        ("denies what was just told", TOLD_JUST_NOW.search(text)),
        ("denies a saying", matter_of(denied) <= SAYINGS),
        ("says little of what it denies", len(matter_of(denied)) < TELLING),
        ("denies having done it", DOING.search(text)),
        ("denies a figure", ANY_FIGURE.search(text)),
    )
    return tuple(name for name, found in told if found)


def _denied_charge(a: Topic, b: Topic) -> Iterator[str]:
    yield from _denied(a, b)
    of_side = bool(a.speaker & b.accused)
    by_name = bool(b.state and a.voice and (b.state <= a.voice or a.voice <= b.state))
    if of_side or by_name:
        near = a.document == b.document and abs(a.start - b.start) <= NEAR_CHARACTERS
        yield "who is accused denies"
        yield f"who is accused denies {'near by' if near else 'elsewhere'}"
        yield f"who is accused denies with {in_common(a.words, b.words)} of the words"
    else:
        yield "another denies" if a.speaker and b.accused else "who is accused is not clear"
    yield f"{in_common(matter_of(a.state), matter_of(b.matter))} of the denied words in what is blamed"
    yield f"{in_common(_telling(a.words), _telling(b.matter))} of the telling words in what is blamed"
    if a.sides & b.accused:
        yield "the denial speaks of the accused"
    yield from _way_of_denying_a_deed(a.text)
    if a.numbers:
        yield "a number is denied"


@lru_cache(maxsize=10_000)
def _way_of_denying_a_deed(text: str) -> tuple[str, ...]:
    told = (
        ("denies having been there", PRESENT.search(text)),
        ("denies that there was such a thing", THERE_WAS.match(text)),
        ("denies by whom", BY_WHOM.search(text)),
    )
    return tuple(name for name, found in told if found)


def _denied_state(a: Topic, b: Topic) -> Iterator[str]:
    yield from _denied(a, b)
    yield f"{in_common(matter_of(a.state), matter_of(b.state))} of the denied words in the state"
    yield f"what is denied is written {alike(a.target, b.target)} to the state"
    yield f"matters: {_matters(matters(a.target, a.quote), b.about)}"
    if a.speaker & b.sides:
        yield "who denies is spoken of"


def _matters(a: frozenset[str], b: frozenset[str]) -> str:
    return (
        "the same" if a and a == b else "one in common" if a & b else "others" if a and b else "not told by both"
    )


def _named(text: str) -> Sides:
    return frozenset(sides_in(text))


def _telling(words: frozenset[str]) -> frozenset[str]:
    return words - VAGUE - AGENTS
