"""The rules for figures: each looks at two positions and gives a verdict with its sentence, or passes.

``RULES`` lists them in the order in which they are asked; the first that answers decides. The docstring of a rule
is what readers of the dashboard and of the report see about it.
"""

from __future__ import annotations

from factcheck.comparison.figures import (
    bounds,
    gap,
    gap_abs,
    is_stated,
    point,
    ratio,
    severity,
    shared,
)
from factcheck.comparison.glimpses import only_seen, taken_to_doctors, with_the_attacker
from factcheck.comparison.moved import moved_on
from factcheck.comparison.narrower import none_of_some, of_one_place, told_by_how, told_by_what
from factcheck.comparison.offices import offices_of_one_state, one_government
from factcheck.comparison.positions import Answer, by_their_words
from factcheck.comparison.scope import (
    each_its_own,
    each_took_its_own,
    losses_of_one_side,
    one_group_of_many,
    one_person,
    one_ward,
    passing_state,
    running_toll,
    told_together,
    vague_words,
    worlds_apart,
)
from factcheck.comparison.setting import Rule, Setting, is_neutral
from factcheck.comparison.sidebyside import beyond_the_bound, both_exact, two_voices_of_one_text
from factcheck.comparison.updates import (
    both_past,
    earlier_figure,
    falling_count,
    first_hours,
    first_reports,
    first_word,
    floor_then_count,
    known_since,
    later_end,
    one_apart,
    own_voices,
    rising_toll,
    same_side,
    still_counting,
    undated,
)
from factcheck.comparison.whenwhere import of_other_days, other_day, other_place
from factcheck.language.telling import does
from factcheck.values import Outcome, Qualifier, Verdict

NEAR_AGREEMENT = 0.05
"""Two figures that differ by at most this share of the larger agree in substance (30 and 29); 7 and 6 do not."""

NEAR_BOUND = 0.1
"""The same where one of the two is a bound, which is a round figure: "more than a dozen" and 11."""

GARBLED = 2.0
"""One claimant's figures of one day are a slip of a report from so many times apart (1 and 16); closer ones (5 and
7) are an early and a late bulletin."""


def compare_counts(a: Answer, b: Answer, setting: Setting) -> Verdict:
    """What the first rule that answers says of two figures."""
    a, b = by_their_words(a, b)
    for function in RULES:
        verdict = function(a, b, setting)
        if verdict is not None:
            return verdict
    raise AssertionError("the last rule answers always")


def compare_own(older: Answer, newer: Answer, setting: Setting) -> Verdict:
    """What one claimant's earlier figure is to its current one. ``setting``: of that claimant's figures alone."""
    if not (is_stated(older) and is_stated(newer)):
        return Verdict(Outcome.NOT_COMPARABLE, "count", f"{newer.name} gave no figure at one time.")
    if bounds(older) == bounds(newer):
        return Verdict(Outcome.DUPLICATE, "count", f"{does(newer.name, 'says')} {newer.quantity} each time.")
    if point(older) == point(newer):
        return Verdict(Outcome.COMPATIBLE, "count", f"{newer.name}: {older.quantity}, {newer.quantity}.")
    if _garbled(older, newer) and not setting.one_text_tells_both(older, newer):
        text = (f"{newer.name} is said to have given {older.quantity} and {newer.quantity} on one day: "
                f"one of the reports garbles it{shared(older, newer)}.")  # fmt: skip
        return Verdict(
            Outcome.CONFLICT, "carrier", text, severity(older, newer), gap_abs(older, newer), ratio(older, newer)
        )
    word = "raised" if point(newer) > point(older) else "lowered"
    text = f"{newer.name} {word} its figure from {older.quantity} to {newer.quantity}."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(older, newer), gap_ratio=ratio(older, newer))


def no_figure(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A claim without a number ("heavy losses") cannot be held against one with a number."""
    if is_stated(a) and is_stated(b):
        return None
    vague = a if not is_stated(a) else b
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{does(vague.name, 'gives')} no figure.")


def same_figure(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Two claimants give the same figure."""
    if bounds(a) == bounds(b):
        return Verdict(Outcome.DUPLICATE, "count", f"Both say {a.quantity}.", gap_abs=0.0, gap_ratio=1.0)
    return None


def ranges_meet(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Both can be true: "at least 10" leaves room for 12, "about 200" for 190 or 215."""
    if gap(a, b) > 0:
        return None
    return Verdict(Outcome.COMPATIBLE, "count", f"{a.quantity} and {b.quantity} can both be true.", gap_abs=0.0)


def near_agreement(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Figures within five in a hundred of each other agree in substance: 30 and 29."""
    low, high = sorted((point(a), point(b)))
    if two_voices_of_one_text(a, b) and both_exact(a, b):
        return None  # who sets 119 beside 116 to 118 says that they differ
    if high and (high - low) / high <= (NEAR_BOUND if _is_bound(a) != _is_bound(b) else NEAR_AGREEMENT):
        text = f"{a.quantity} and {b.quantity} differ by {high - low:,.0f} of {high:,.0f}: near agreement."
        return Verdict(Outcome.COMPATIBLE, "count", text, gap_abs=high - low, gap_ratio=ratio(a, b))
    return None


def ranges_apart(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """The two figures cannot both be true: their ranges do not meet."""
    more, less = (a, b) if point(a) >= point(b) else (b, a)
    sides = f"{more.quantity} ({more.name}) against {less.quantity} ({less.name})"
    text = f"{sides}: the two ranges do not meet{shared(a, b)}."
    return Verdict(Outcome.CONFLICT, "count", text, severity(a, b), gap_abs(a, b), ratio(a, b))


def _is_bound(a: Answer) -> bool:
    return a.quantity is not None and a.quantity.qualifier in (Qualifier.MORE_THAN, Qualifier.FEWER_THAN)


def _garbled(a: Answer, b: Answer) -> bool:
    """Two documents of one day give one claimant figures that exclude each other: no time passed in between."""
    if a.document == b.document or a.published is None or a.published != b.published or is_neutral(a):
        return False
    return gap(a, b) > 0 and ratio(a, b) >= GARBLED and not (a.superseded or b.superseded)


RULES: tuple[Rule, ...] = (
    no_figure,
    other_day,
    other_place,
    same_figure,
    of_other_days,
    beyond_the_bound,
    floor_then_count,
    ranges_meet,
    near_agreement,
    worlds_apart,
    vague_words,
    told_together,
    passing_state,
    one_group_of_many,
    one_person,
    one_ward,
    of_one_place,
    told_by_how,
    told_by_what,
    none_of_some,
    running_toll,
    losses_of_one_side,
    each_its_own,
    each_took_its_own,
    only_seen,
    taken_to_doctors,
    with_the_attacker,
    one_government,
    same_side,
    first_word,
    offices_of_one_state,
    first_reports,
    earlier_figure,
    moved_on,
    rising_toll,
    later_end,
    falling_count,
    both_past,
    own_voices,
    undated,
    known_since,
    first_hours,
    one_apart,
    still_counting,
    ranges_apart,
)
"""All rules, in the order in which they are asked."""
