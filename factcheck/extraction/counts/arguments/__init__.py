"""Whom a trigger counts: the places in the syntax where the victims of a verb, adjective or noun stand."""

from __future__ import annotations

import re

from factcheck.extraction.counts.arguments.acts import of_act
from factcheck.extraction.counts.arguments.clause import Found, children_of
from factcheck.extraction.counts.arguments.conditions import of_condition
from factcheck.extraction.counts.arguments.events import of_event, of_people
from factcheck.extraction.counts.arguments.states import of_fate, of_state
from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.gates import gated

_ALONG = gated(r"\b(?:along|together) with\b", re.IGNORECASE)


def counted_by(trigger: Trigger) -> list[Found]:
    """The tokens that head the phrases of who is counted, each with the name of the rule that found it."""
    direct = _direct(trigger)
    rule = direct[-1][1] if direct and "subject" in direct[-1][1] else "along with"
    return _unique(direct + [(token, rule) for token, _ in _along_with(trigger)])


def _along_with(trigger: Trigger) -> list[Found]:
    """'was killed along with six other militants'."""
    if trigger.form not in ("act", "fate", "state") or _ALONG.search(trigger.token.doc.text) is None:
        return []
    found = []
    for word in trigger.token.doc:
        if word.lower_ == "with" and word.i > 0 and word.nbor(-1).lower_ in ("along", "together"):
            node, steps = word, 0
            while node.head != node and steps < 4 and node != trigger.token:
                node, steps = node.head, steps + 1
            subject_of = node.dep_.startswith("nsubj") and node.head == trigger.token
            if (
                node == trigger.token
                or subject_of
                or any(a.head == trigger.token for a in word.ancestors if a.dep_.startswith("nsubj"))
            ):
                found += [(o, "along with") for o in children_of(word, "pobj")]
    return found


def _direct(trigger: Trigger) -> list[Found]:
    finder = {
        "act": of_act,
        "fate": of_fate,
        "state": of_state,
        "event": of_event,
        "people": of_people,
        "condition": of_condition,
    }
    of = finder.get(trigger.form)
    return [] if of is None else of(trigger)


def _unique(found: list[Found]) -> list[Found]:
    seen: set[int] = set()
    unique = []
    for token, rule in found:
        if token.i not in seen:
            seen.add(token.i)
            unique.append((token, rule))
    return unique
