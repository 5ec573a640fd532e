"""Words that mostly say something else ("took", "fled", "found"): what their figures must be to count."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.counts.quantities import Amount
from factcheck.lexicons import word_set

GO_AWAY = word_set(
    "fled flee flees fleeing shelter shelters sheltering sheltered relocated relocating resettled moved crossed "
    "expelled "
    "camped camping"
)
TAKE = word_set(
    "release releases released freed frees free freeing releasing rescue rescues rescued rescuing liberated "
    "ransomed "
    "escape escapes escaped escaping seized seizing "
    "take took taken taking snatched hold holds held "
    "holding walked marched carried apprehended apprehending nabbed surrendered set"
)
CAPTIVE = word_set("captive hostage hostages prisoner prisoners captives")
_THEFT = re.compile(
    r"\b(?:abduct|kidnap|hostage|captiv|captor|ransom|prisoner|militant|terrorist|insurgent|rebel|guerrilla"
    r"|pirate|gunm[ae]n|bandit|jihadi|separatist|militia)",
    re.I,
)
_NO_CAPTIVES = word_set("suspects suspect people persons others men women minutes officers police")
_CAPTORS = word_set("men forces army group gang boys")
CROWD_FLED = 1000
"""So many of any people ('100,000 ethnic Armenians') left home."""
MANY_FLED = 20
"""Fewer who fled ran from the police or left a bar; from here on they left home."""
KEEP = word_set(
    "secured recovered recovering confiscated confiscate confiscating impounded found located discovered "
    "discovering "
    "uncovered uncovering unearthed unearthing intercepted intercepting netted hauled bagged looted looting "
    "stole stolen laid lay lays display displays displayed"
)
BURN = word_set(
    "burned burnt burning gone gutted brought washed swept collapsed wrecked sank sunk set blew blown reduced"
)


CAPTIVES_PAGE = "captives"
"""Set on the parse of the sentences of a page that tells of captives: there 'were taken' needs no other word."""

_RELEASE = word_set(
    "release releases released releasing free frees freed freeing rescue rescues rescued rescuing liberated "
    "ransomed "
    "escape escapes escaped escaping fled flee fleeing eluded set sets let lets walked slipped broke broken got "
    "ran run "
    "sneaked returned came went handed regained secured won negotiated obtained"
)
_GUARDS = word_set("suspects suspect officers police policemen inmates")


_SET_FREE = word_set("set sets let lets regained regain regains liberated ransomed eluded")
"""What only captives are or do, on any page."""
_GIVES_UP = word_set("surrender surrenders surrendered surrendering fall falls fell fallen falling")


def is_release(trigger: Trigger) -> bool:
    """'two were set free': a count of captives where the page speaks of captives at all."""
    if trigger.kind != "captured":
        return False
    word = trigger.token.lower_
    if word in _SET_FREE:
        return False
    return word in _RELEASE or (trigger.form == "fate" and word not in _GIVES_UP)


def is_weak(trigger: Trigger) -> bool:
    """A word that mostly says something else ("took", "found", "left"): only syntax ties figures to it."""
    word = trigger.token.lower_
    match trigger.kind:
        case "kidnapped":
            return trigger.companion is not None and trigger.companion.lower_ not in CAPTIVE
        case "captured":
            return (word in TAKE or is_release(trigger)) and (
                trigger.companion is None or trigger.companion.lower_ not in CAPTIVE
            )
        case "displaced":
            return word in GO_AWAY or (word == "left" and trigger.form == "fate")
        case "seized":
            return word in KEEP
        case "killed":
            return word in ("fell", "fallen")
        case _:
            return trigger.kind == "destroyed" and word in BURN


def may_be_taken(amount: Amount, trigger: Trigger) -> bool:
    """'gunmen took ten workers', 'two of the hostages were freed'; not 'police held two suspects'."""
    led_off = any(c.lower_ in ("away", "off", "hostage", "captive", "prisoner") for c in trigger.token.children)
    single = amount.how == "one" or (led_off and amount.how in ("name", "definite"))
    if amount.how != "figure" and not (single and trigger.form == "act"):
        return False
    if amount.noun is not None and amount.noun.lower_ != "them" and not nouns.is_person(amount.noun.text):
        return False
    if any(w.lower_ == "hospital" for w in trigger.token.doc):
        return False
    if is_release(trigger):
        return amount.noun is None or amount.noun.lower_ not in _GUARDS
    doers = {c.lower_ for node in (trigger.token, trigger.token.head) for c in node.children if c.dep_ == "nsubj"}
    if trigger.token.dep_ in ("acl", "relcl"):
        doers.add(trigger.token.head.lower_)  # "the gang holding 17 missionaries"
    if (
        trigger.token.lower_ in _SURRENDER
        and amount.noun is not None
        and nouns.is_sort(amount.noun.text, "fighter")
    ):
        return True
    if (
        any(d in _CAPTORS or nouns.is_sort(d, "fighter") for d in doers)
        and trigger.token.lower_ in BY_FORCE
        and amount.noun is not None
    ):
        return True
    text = trigger.token.doc.text
    about = trigger.token.doc.notes.get(CAPTIVES_PAGE) and trigger.token.lower_ in (
        "taken",
        "carried",
        "seized",
    )
    if about and (amount.noun is None or amount.noun.lower_ in ("others", "people", "persons", "more")):
        return True
    return (about or _THEFT.search(text) is not None) and (
        amount.noun is None or amount.noun.lower_ not in _NO_CAPTIVES
    )


BY_FORCE = word_set(
    "seized seizing take took taking snatched apprehended walked marched carried hold holding held"
)


_SURRENDER = word_set("surrender surrenders surrendered surrendering")
_DESTROYED = word_set("destroyed destroy destroying destroys annihilated obliterated")


def as_counted(trigger: Trigger, amount: Amount) -> Trigger:
    """'captured 40 rifles' is seized, 'seized two men' captured."""
    noun = amount.noun
    people = noun is not None and noun.lower_ != "others" and (nouns.is_person(noun.text) or noun.lower_ == "them")
    if trigger.kind == "destroyed" and trigger.token.lower_ in _DESTROYED and people:
        return replace(trigger, kind="killed")  # "120 fighters were destroyed"
    if (
        trigger.kind == "destroyed"
        and trigger.token.lower_ == "put"
        and (noun is None or nouns.is_person(noun.text))
    ):
        return replace(trigger, kind="casualties")  # "37 put out of action"
    if trigger.token.lower_ in ("loss", "losses") and noun is not None and nouns.is_category(noun.text, "thing"):
        return replace(trigger, kind="destroyed")  # "the loss of a helicopter"
    wiped = trigger.kind == "killed" and trigger.token.lower_ in ("wiped", "wiping", "wipe", "wipes")
    if wiped and noun is not None and nouns.is_category(noun.text, "thing"):
        return replace(trigger, kind="destroyed")
    taken = trigger.kind in ("captured", "kidnapped")
    if (
        taken
        and noun is not None
        and (nouns.is_sort(noun.text, "arms", "gear") or nouns.is_category(noun.text, "thing"))
    ):
        return replace(trigger, kind="seized")
    if noun is not None and trigger.kind == "seized" and nouns.is_person(noun.text) and noun.lower_ != "others":
        return replace(trigger, kind="captured")
    if noun is not None and trigger.kind == "arrested" and nouns.role(noun.text) == "soldier":
        return replace(trigger, kind="captured")
    return trigger


def may_be_displaced(amount: Amount) -> bool:
    """'3,800 people had fled', '120 families have left'; not 'two suspects fled'."""
    size = amount.quantity.low or amount.quantity.high or 0
    if amount.how != "figure" or size < MANY_FLED:
        return False
    noun = amount.noun
    return (
        noun is None
        or nouns.is_sort(noun.text, "inhabitant")
        or (size >= CROWD_FLED and noun.tag_ in ("NNPS", "NNS"))
    )
