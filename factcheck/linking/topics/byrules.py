"""The questions among charges, states and denials that are read from texts, by rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factcheck.linking.table import NARROW_DAYS, UNKNOWN
from factcheck.linking.topics.behind import right_behind
from factcheck.linking.topics.deeds import AGENTS, VAGUE, apart, matter_of, says_little
from factcheck.linking.topics.denials import dice
from factcheck.linking.topics.near import MOST_COUNTS, nearest
from factcheck.linking.topics.replies import answered, answers
from factcheck.linking.topics.signs import ACTING
from factcheck.linking.topics.states import ONE_OF_ITS_KIND
from factcheck.linking.topics.topic import Topic

STATES_ALIKE = 0.25
"""Share of words (Dice, without parties) from which two states are of one thing; set on the marked reports."""

MATTERS_ALIKE = 0.2
"""The same for what two charges are about."""

TELLING_MATTER = 2
"""Words from which a matter says what it is: "the attack" says nothing within an incident."""

MOST = 60
"""Claims of a group that a new one is compared with."""

ONE_TALK = 300
"""Characters of a text within which charges may be of one matter though no word tells so: three sentences on, a
page that goes through several matters is at the next."""

SAME_DENIAL = 0.6
"""Share of words (Dice) from which two denials deny one thing."""

Alike = Callable[[Topic, Sequence[Topic]], float]
"""How sure a claim goes with those of a group."""


def group_by_rules(topics: Sequence[Topic], counts: Sequence[Topic]) -> tuple[list[list[Topic]], dict[int, int]]:
    """The questions among the topics of one incident; and denials that answer a count: row -> the count's row."""
    before = right_behind([*topics, *counts])
    groups = _charges([t for t in topics if t.kind == "blame"])
    groups += _states([t for t in topics if t.kind == "status"], before)
    replies: dict[int, int] = {}
    for denials in _denials([t for t in topics if t.kind == "denial"]):
        if not _place(denials, groups, counts, replies):
            _home(denials, groups, before).extend(denials)
    return groups, replies


def _denials(topics: Sequence[Topic]) -> list[list[Topic]]:
    """Denials of one thing together."""
    groups: list[list[Topic]] = []
    for t in topics:
        home = next((g for g in groups if t.sides == g[0].sides and _one_denial(t, g[0])), None)
        if home is None:
            groups.append([t])
        else:
            home.append(t)
    return groups


def _one_denial(a: Topic, b: Topic) -> bool:
    """Two denials of one thing: in the same words, those for who acts aside, and of no two deeds."""
    alike = dice(matter_of(a.state), matter_of(b.state))
    return alike >= SAME_DENIAL and not (a.deeds and b.deeds and not a.deeds & b.deeds)


def _charges(topics: Sequence[Topic]) -> list[list[Topic]]:
    """Charges by what they are about; two parties that charge each other speak of one thing, however they put
    it."""
    return _grouped(topics, _of_group, MATTERS_ALIKE)


def _grouped(topics: Sequence[Topic], alike: Alike, least: float) -> list[list[Topic]]:
    """Each joins the group that it is likest, the first of several, or begins one where none is alike enough."""
    groups: list[list[Topic]] = []
    for t in topics:
        likeness, number = max(((alike(t, g[:MOST]), -n) for n, g in enumerate(groups)), default=(0.0, 0))
        if likeness >= least:
            groups[-number].append(t)
        else:
            groups.append([t])
    return groups


def _of_group(t: Topic, group: Sequence[Topic]) -> float:
    """How sure a charge is about what those of a group are about: never when it is about another thing than the
    one that says best what it is about, however much one that says nothing is like both."""
    told = max(group, key=lambda o: (len(o.matter), -o.row))
    if (told.matter and apart(t.matter, told.matter)) or any(_elsewhere_in_the_text(t, o) for o in group):
        return 0.0
    return max(_about_one_thing(t, o) for o in group)


def _elsewhere_in_the_text(a: Topic, b: Topic) -> bool:
    """Two charges of one text that stand apart in it and have no word in common that tells, of which neither
    accuses whom the other speaks for."""
    if a.document != b.document or abs(a.start - b.start) <= ONE_TALK:
        return False
    if a.speaker & b.accused or b.speaker & a.accused or a.voice & b.state or b.voice & a.state:
        return False
    return not (a.words & b.words) - AGENTS - VAGUE


def _about_one_thing(a: Topic, b: Topic) -> float:
    """How sure two charges are about one thing; one that hardly says what it is about may be about anything."""
    if _on_other_days(a, b) or apart(a.matter, b.matter):
        return 0.0
    if a.days == b.days and a.speaker & b.accused and b.speaker & a.accused:
        return 1.0
    if says_little(a.matter) and says_little(b.matter) and _of_one_time(a, b):
        return MATTERS_ALIKE
    if min(len(a.matter), len(b.matter)) < TELLING_MATTER and _of_one_time(a, b):
        return MATTERS_ALIKE + 0.1 * (a.document == b.document)
    return dice(a.matter, b.matter)


def _of_one_time(a: Topic, b: Topic) -> bool:
    """Both of one day or night, or of the same longer time; or one of them does not say when."""
    if a.days == b.days or UNKNOWN in (a.days[0], b.days[0]):
        return True
    return all(last - first < NARROW_DAYS for first, last in (a.days, b.days))


def _on_other_days(a: Topic, b: Topic) -> bool:
    """Both say when, and more than a night lies between."""
    (first_a, last_a), (first_b, last_b) = a.days, b.days
    return UNKNOWN not in (first_a, first_b) and max(first_a - last_b, first_b - last_a) > 1


def _states(topics: Sequence[Topic], before: Mapping[int, Topic]) -> list[list[Topic]]:
    """States by what they are of; two claimants' that stand side by side are of one thing in whatever words."""

    def alike(t: Topic, group: Sequence[Topic]) -> float:
        beside = before.get(t.row) in group
        return max(STATES_ALIKE * beside, *(_alike(t, o) for o in group))

    return _grouped(topics, alike, STATES_ALIKE)


def _alike(a: Topic, b: Topic) -> float:
    """Who asked for it or acted first is another question than whether it holds, and so is another matter."""
    if bool(a.words & ACTING) != bool(b.words & ACTING):
        return 0.0
    if a.about and b.about and not a.about & b.about:
        return 0.0
    one = a.about & b.about & ONE_OF_ITS_KIND and a.about == b.about
    return max(dice(a.words, b.words), STATES_ALIKE if one else 0.0)


def _place(
    denials: list[Topic], groups: list[list[Topic]], counts: Sequence[Topic], replies: dict[int, int]
) -> bool:
    """Denials join the question that they answer best; False where they answer none by their words."""
    first = denials[0]
    heads = {max(g[:MOST], key=lambda t: (answers(first, t), -t.row)): g for g in groups}
    near = counts if len(counts) <= MOST_COUNTS else nearest(first, counts)
    found = answered(denials[:MOST], [*heads, *(count for count in near if not count.part)])
    if found is None:
        return False
    if found in heads:
        heads[found].extend(denials)
    else:
        replies.update({d.row: found.row for d in denials})
    return True


def _home(denials: Sequence[Topic], groups: list[list[Topic]], before: Mapping[int, Topic]) -> list[Topic]:
    """The question of what one of the denials stands right behind; a new one where none does."""
    told = next((before[d.row] for d in denials if d.row in before), None)
    home = next((g for g in groups if told in g), None)
    if home is None:
        home = []
        groups.append(home)
    return home
