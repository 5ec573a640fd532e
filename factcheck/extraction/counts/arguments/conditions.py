"""Who is in a condition: 'listed in critical condition', 'four people with gunshot wounds'."""

from __future__ import annotations

from factcheck.extraction.counts.arguments.clause import OBJECT, Found, children_of, subjects
from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

_STATES = word_set(
    "critical serious stable fair good grave guarded poor satisfactory life-threatening non-life-threatening"
)
_WITH_STATE = {"condition": _STATES, "care": frozenset({"intensive"})}
_BEDS = word_set("hospital hospitals shelters camps centres centers ruins")
_WHERE = frozenset({"condition", "care", "hands", "captivity"}) | _BEDS
_LIES = word_set(
    "be is are was were been remain remains remained stay stays stayed staying lie lies lay live living housed"
)
_ENDS_WITH = word_set(
    "left leaves leaving leave put puts putting landed landing lands sent sends sending ended ends"
)


def _in_bed(holder: Token) -> bool:
    """'five people are in hospital', 'ended with five people in the hospital'; not 'a doctor in the hospital'."""
    if holder.pos_ in ("VERB", "AUX"):
        return holder.lower_ in _LIES
    if holder.head == holder and not any(t.pos_ == "VERB" for t in holder.doc):
        return holder.like_num or any(c.dep_ == "nummod" for c in holder.children)  # "Seven in hospital"
    governor = holder.head.head if holder.dep_ == "pobj" and holder.head.lower_ == "with" else holder.head
    return holder.dep_ in ("dobj", "pobj", "nsubj") and governor.lower_ in _ENDS_WITH


_WITH = ("with", "from")
_LEFT = word_set("leave left leaves leaving sent sends found suffering suffered suffers")


def of_condition(trigger: Trigger) -> list[Found]:
    """'was listed in critical condition', 'four people with gunshot wounds', 'left a boy in serious condition'."""
    noun = trigger.token
    if noun.lower_ in _WITH_STATE and not any(
        c.lower_ in _WITH_STATE[noun.lower_] for t in noun.children for c in (t, *t.children)
    ):
        return []
    link = noun.head
    if link.lower_ not in (("in",) if noun.lower_ in _WHERE else ("on",) if noun.lower_ == "admission" else _WITH):
        return []
    holder = link.head
    if (noun.lower_ in _BEDS or link.lower_ == "on") and not _in_bed(holder):
        return []
    if noun.lower_ == "hands" and not (children_of(noun, "prep", "poss") and holder.lower_ in _LIES):
        return []
    if holder.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
        listed = [c for c in holder.conjuncts if holder.i < c.i < link.i]  # "four dead and 15 people with wounds"
        return [(max(listed, key=lambda t: t.i, default=holder), "in that condition")]
    if link.lower_ == "from" and holder.lower_ not in _LEFT:
        return []
    if holder.dep_ == "acl" and holder.pos_ == "VERB":
        return [(holder.head, "in that condition")]
    if (objects := children_of(holder, *OBJECT)) and not children_of(holder, "nsubjpass"):
        nearest = [o for o in objects if o.i < link.i][-1:] or objects
        return [(o, "in that condition") for o in nearest] if holder.lower_ in _LEFT else []
    return [(s, "in that condition") for s in subjects(holder)]
