"""Rules on time: figures that differ because a count went on."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from factcheck.comparison.figures import bounds, by_size, difference, gap_abs, is_vague, moment, point, ratio, when
from factcheck.comparison.positions import GROWING_KINDS, Answer, of_the_same_words
from factcheck.comparison.sentences import sentence_of
from factcheck.comparison.setting import Setting, are_enemies, is_neutral, takes_part
from factcheck.language.parties import side_of, speaks_for
from factcheck.values import Outcome, Verdict

FIRST_DAYS = 1
"""Days after an event in which outlets that count for themselves are not held to their figures."""

FIRST_GAP, FIRST_RATIO = 1.0, 1.5
"""How far apart figures of the first hours may be; on pooled local news this silences every sixth alarm, and those
that it silences differ by one."""

ONE_COUNT = 0.02
"""A floor and a later figure this close are one count: "at least 169", 170."""

STILL_COUNTING = 0.15
"""In a toll that has been rising for days, figures this close are the same count at two moments."""

SAME_SIDE = 0.25
"""Two bodies of one side whose figures differ by no more than this are one side counting on, not rivals."""

_HUMAN = frozenset(
    {"killed", "wounded", "casualties", "missing", "arrested", "captured", "kidnapped", "displaced"}
)
_FIRST_REPORTS = re.compile(
    r"^(?:the )?(?:very )?(?:first|initial|early|earlier|earliest|preliminary|unconfirmed) "
    r"(?:(?:media|press|news|local|police) )?(?:reports?|information|accounts?|figures?|estimates?|tolls?)$",
    re.I,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PUT_ON = re.compile(
    r"\b(?:puts?|said|says|gave|counted|reported|announced|spoke|stood)\b[^.;]{0,120}?\bon (?P<day>"
    + "|".join(_WEEKDAYS) + r")\b", re.I,
)  # fmt: skip


def same_side(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Two bodies of the same side, close to each other: the side goes on counting."""
    if a.side is None or a.side != b.side or (max(point(a), point(b)) and difference(a, b) > SAME_SIDE):
        return None
    if setting.one_text_holds_both(a, b):
        return None
    text = f"{a.name} ({a.quantity}) and {b.name} ({b.quantity}) belong to one side, whose count moved."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


PARTY_RATIO = 1.5
"""A party's figure and a bystander's that are so many times apart are rivals, however many days lie between."""


def _rivals(a: Answer, b: Answer, setting: Setting) -> bool:
    """Enemies, a party and a bystander far apart, or two voices of one text that sets neither before the other."""
    one_side = a.side is not None and a.side == b.side
    party = not one_side and takes_part(a) != takes_part(b) and ratio(a, b) >= PARTY_RATIO
    return are_enemies(a, b) or party or setting.one_text_holds_both(a, b)


def first_word(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """ "No losses" is the first word of a side, or of those who speak for it; its losses were counted later."""
    small, large = by_size(a, b)
    losses = small.subject.side
    if (
        bounds(small) != (0, 0)
        or losses is None
        or {a.side, b.side} - {losses, None}
        or not {a.side, b.side} - {None}
    ):
        return None
    text = f"{small.name} spoke of no losses at first, {large.name} of {large.quantity}; nobody of the other side."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def first_reports(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """ "First reports spoke of three": what was said before anybody knew, by nobody in particular."""
    first = _is_first_report(a.name)
    if first == _is_first_report(b.name) or a.kind not in _HUMAN:
        return None
    early, known = (a, b) if first else (b, a)
    text = f"{early.quantity} were {early.name.casefold()}, {known.quantity} what {known.name} knew."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


@lru_cache(maxsize=20_000)
def _is_first_report(name: str) -> bool:
    return _FIRST_REPORTS.search(name) is not None


def earlier_figure(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """The lower of the two is told as an earlier figure of a count that grew."""
    small, large = by_size(a, b)
    if a.kind not in GROWING_KINDS or not small.superseded or large.superseded or are_enemies(a, b):
        return None
    text = f"{small.quantity} is told as an earlier figure; {large.quantity} came later."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def rising_toll(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A higher figure published later is mostly the same toll some days on; between enemies it is not."""
    if a.kind not in GROWING_KINDS or a.subject.measure == "held":
        return None  # of those who are still held ever fewer are
    older, newer = sorted((a, b), key=moment)
    if moment(older) == moment(newer) or point(newer) <= point(older):
        return None
    if _rivals(a, b, setting) or _of_guilt(a, b):
        return None
    if older.until and newer.since and older.until >= newer.since and not older.superseded:
        return None  # the lower figure was still given when the higher one came: both stand
    text = f"{older.quantity} ({when(older)}), then {newer.quantity} ({when(newer)}): the toll rose."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def _of_guilt(a: Answer, b: Answer) -> bool:
    """Both count those whom somebody is charged with ("inmates killed by guards"), and one says none."""
    none = (0, 0) in (bounds(a), bounds(b))
    return none and "by" in a.subject.words and "by" in b.subject.words


def later_end(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Both count from one day on, and the larger figure to a later day: the count went on."""
    small, large = by_size(a, b)
    if a.kind not in GROWING_KINDS or are_enemies(a, b) or not (small.first and small.first == large.first):
        return None
    if not (small.last and large.last) or large.last <= small.last or small.last == small.first:
        return None
    if any(takes_part(x) and speaks_for(y.name) != side_of(y.name) for x, y in ((a, b), (b, a))):
        return None  # a party's count and that of who speaks for itself there: an ombudsman, a union
    text = (
        f"{small.quantity} ({small.name}) counts to {small.last:%-d %B}, {large.quantity} to {large.last:%-d %B}."
    )
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def falling_count(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """The missing grow fewer as they are found: a lower figure published later is an update.
    So do those who are still held."""
    held = a.subject.measure == b.subject.measure == "held"
    if a.kind != "missing" and not held:
        return None
    older, newer = sorted((a, b), key=moment)
    if held and (moment(older) == moment(newer) or point(newer) > point(older)):
        return None
    rivals = older.document == newer.document and (a.side is None or a.side != b.side)
    if rivals and (a.own_voice or b.own_voice):
        rivals = not setting.tells_its_course(a.document)
    if moment(older) == moment(newer) and (rivals or not setting.falling):
        return None  # two voices of one text, however the count moves
    text = f"{older.quantity} ({when(older)}), then {newer.quantity} ({when(newer)}): the number of missing moved."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def both_past(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """One text tells both as earlier figures of a count that moved."""
    moves = a.kind in GROWING_KINDS or a.kind == "missing"  # a crowd is counted once
    if not moves or a.document != b.document or not (a.superseded and b.superseded) or are_enemies(a, b):
        return None
    text = f"{a.quantity} and {b.quantity} are both told as earlier figures."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def own_voices(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Two outlets that count in their own voice, on different days or in the first hours: one knew more."""
    if not (a.own_voice and b.own_voice) or (moment(a) == moment(b) and not (_first_hours(a) and _first_hours(b))):
        return None
    older, newer = sorted((a, b), key=moment)
    text = f"{older.name} had {older.quantity}, {newer.name} later {newer.quantity}, each in its own voice."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def undated(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Nobody knows when two who take no side gave their figures of a count that grows, or any two theirs of the
    missing, who are found: one may have known more."""
    if a.since or b.since or a.document == b.document:
        return None
    grows = a.kind in GROWING_KINDS and is_neutral(a) and is_neutral(b)
    if not grows and (a.kind != "missing" or are_enemies(a, b)):
        return None
    text = f"{a.quantity} ({a.name}) and {b.quantity} ({b.name}): no date says which of them came later."
    return Verdict(Outcome.NOT_COMPARABLE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def first_hours(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Outlets and authorities that take no side, a day after at most, hardly apart: figures still come in."""
    if not (is_neutral(a) and is_neutral(b) and _first_hours(a) and _first_hours(b)):
        return None
    if gap_abs(a, b) > FIRST_GAP and ratio(a, b) > FIRST_RATIO:
        return None
    text = f"{a.quantity} ({a.name}) and {b.quantity} ({b.name}): figures of the first hours."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def one_apart(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """An outlet that counts in its own voice and another who takes no side, one apart: somebody died, or was found
    unhurt, between the two. Things and crowds do neither."""
    if (
        a.kind not in _HUMAN
        or not (is_neutral(a) and is_neutral(b) and (a.own_voice or b.own_voice))
        or gap_abs(a, b) > FIRST_GAP
    ):
        return None
    text = f"{a.quantity} ({a.name}) and {b.quantity} ({b.name}): one apart, and neither takes a side."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def floor_then_count(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """ "More than 100" at first, 128 the day after, and one of the two in an outlet's own voice: a count went on.
    Two claimants who were asked apart may both be right."""
    if a.kind not in GROWING_KINDS or not (a.own_voice or b.own_voice):
        return None
    older, newer = sorted((a, b), key=moment)
    if not (older.since and newer.since):
        return None
    was, now = bounds(older), bounds(newer)
    if was is None or now is None or was[0] is None or was[1] is not None or now[0] is None:
        return None
    if newer.since <= older.since or now[0] <= was[0] or is_vague(older) or difference(a, b) <= ONE_COUNT:
        return None
    text = f"{older.quantity} ({when(older)}), then {newer.quantity} ({when(newer)}): the count went on."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def known_since(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A text that counts more in its own voice than somebody whom it names knew the later figure; a toll that it
    puts lower than another does is no update of that."""
    own, other = (a, b) if a.own_voice else (b, a)
    if a.kind not in GROWING_KINDS or not own.own_voice or other.own_voice or own.document != other.document:
        return None
    if not of_the_same_words(a, b) or point(own) <= point(other) or takes_part(other):
        return None
    text = f"{own.name} itself has {own.quantity}, more than the {other.quantity} of {other.name}: it knew more."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def still_counting(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Figures close to each other in a toll that has been rising for days: two moments of one count."""
    if not setting.rising or _rivals_at_once(a, b, setting) or difference(a, b) > STILL_COUNTING:
        return None
    text = f"{a.quantity} and {b.quantity}: close figures of a toll that was still rising."
    return Verdict(Outcome.UPDATE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))


def _rivals_at_once(a: Answer, b: Answer, setting: Setting) -> bool:
    """Enemies, or two bodies with an interest of which one text gives figures of one moment."""
    at_once = moment(a) == moment(b) and setting.one_text_holds_both(a, b) and not (_of_a_day(a) or _of_a_day(b))
    return are_enemies(a, b) or (at_once and not (is_neutral(a) or is_neutral(b)))


def _of_a_day(a: Answer) -> bool:
    """The sentence says on which day before its publication, and after the event, the figure was given."""
    m = _PUT_ON.search(sentence_of(a))
    if m is None or a.published is None or a.last is None:
        return False
    back = (a.published.weekday() - _WEEKDAYS.index(m["day"].casefold())) % 7
    return back > 0 and a.published - timedelta(days=back) > a.last


def _first_hours(a: Answer) -> bool:
    """Published on the day of the event or the next: figures still come in."""
    return a.published is not None and a.last is not None and (a.published - a.last).days <= FIRST_DAYS
