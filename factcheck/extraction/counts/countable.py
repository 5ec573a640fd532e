"""Which amounts a trigger may count: 'took two minutes' counts nobody, 'the wounded man' tells nothing."""

from __future__ import annotations

import re

from factcheck import gazetteer
from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.genre import UNREST
from factcheck.extraction.counts.kinds import FIGURE_ONLY, Trigger, senses
from factcheck.extraction.counts.lists import THING_KINDS
from factcheck.extraction.counts.quantities import ONE, Amount
from factcheck.extraction.counts.weak import (
    BURN,
    BY_FORCE,
    CAPTIVE,
    GO_AWAY,
    KEEP,
    TAKE,
    is_release,
    is_weak,
    may_be_displaced,
    may_be_taken,
)
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

FEW = 10
"""'Two protesters lost an eye': fewer than so many are no march."""

ONE_PERSON_KINDS = frozenset({"killed", "wounded", "casualties", "captured", "kidnapped"})
ONE_TOLD_KINDS = frozenset({"missing"})
"""Kinds of which a single person without a figure ("a soldier was killed") is a claim."""

_MANY = frozenset({"many", "numerous", "a number", "countless", "several"})
_FALL = frozenset({"fell", "fallen"})
_FALLS = word_set("from off into down through to ill sick asleep behind short under back out over")
SINGLE = frozenset({"one", "definite", "name", "pronoun"})
_FINDING = word_set(
    "found recovered discovered pulled dumped retrieved exhumed lay lying lies unearthed identified"
)


_OF_WHOM = re.compile(r"\s+of\s+(?:whom|those|them)\b", re.IGNORECASE)
_THAN = re.compile(r"\s+(?:more\s+|fewer\s+|less\s+)?than\b", re.IGNORECASE)
"""'23 deaths, four more than on Saturday': the four are told by the 23."""


_ONE_TOLD = frozenset({"fatality", "death", "injury", "casualty"})
"""'one fatality and 22 injuries'; not 'one homicide of many'."""


def countable(amount: Amount, trigger: Trigger) -> bool:
    """True when the trigger may count the amount."""
    noun = amount.noun
    if amount.how == "figure" and noun is None and _THAN.match(trigger.token.doc.text, amount.span[1]):
        return False
    if noun is not None and noun.lower_ in CAPTIVE and noun == amount.first and trigger.token.lower_ in TAKE:
        return False  # "251 taken hostage" takes no second one
    if (
        trigger.kind == "captured"
        and trigger.form == "people"
        and (_known(amount) or amount.first.lower_ == "both")
    ):
        return False  # "71 of the 72 captives"
    if amount.how == "none" and trigger.form == "event" and _no_count(trigger):
        return False
    if trigger.kind == "captured" and trigger.form == "event" and amount.how == "name":
        return not gazetteer.known(amount.head.text)  # "the capture of Zangilan"
    if amount.how in SINGLE and trigger.token.lower_ == "buried":
        return False
    if trigger.kind == "wounded" and trigger.companion is not None and _died_there(trigger.companion):
        return False
    if trigger.kind == "wounded" and trigger.companion is not None and _brought(trigger):
        return amount.how in ("figure", "list")
    if trigger.token.lower_ in FIGURE_ONLY and amount.how in ("definite", "name", "pronoun"):
        return False
    if trigger.kind == "destroyed" and trigger.token.lower_ in ("loss", "losses"):
        before = {t.lower_ for t in trigger.token.doc[max(0, trigger.token.i - 3) : trigger.token.i]}
        return amount.how in ("figure", "one") and before.isdisjoint(("without", "no", "any"))
    if (
        trigger.form == "event"
        and amount.quantity == ONE
        and (amount.how != "figure" or trigger.token.lower_ not in _ONE_TOLD)
        and (noun == trigger.token or trigger.token.lower_ == "loss")
    ):
        return False
    if (
        amount.how in SINGLE
        and trigger.form == "event"
        and trigger.token.lower_ in ("shooting", "shootings", "loss", "injuries", "injury")
        and (trigger.kind != "killed" or trigger.token.lower_ == "loss")
    ):
        return False
    if trigger.form in ("event",) and noun == trigger.token and amount.how not in ("figure", "none"):
        return False
    if trigger.form == "act" and noun == trigger.token and noun.tag_ in ("NN", "NNS"):
        return noun.lower_.endswith(("ed", "en"))  # "several massacres" are no dead
    if trigger.form == "people" and noun == trigger.token and amount.how not in ("figure", "none"):
        again = amount.first.lower_ in ("a", "another")  # "a third body was found"
        return (amount.how == "one" or again) and trigger.token.head.lower_ in _FINDING
    if amount.quantity.low is None and amount.quantity.high is None and trigger.form in ("event", "state"):
        return amount.vague_word in _MANY and trigger.form == "event" and trigger.token.tag_ == "NNS"
    if trigger.token.lower_ == "fallen" and trigger.form == "state" and amount.first.i > trigger.token.i:
        return False  # "the rate has fallen: 1,200 on Tuesday"
    if trigger.token.lower_ in _FALL and trigger.form == "fate" and trigger.companion is None:
        after = trigger.token.nbor().lower_ if trigger.token.i + 1 < len(trigger.token.doc) else ""
        return noun is not None and nouns.is_sort(noun.text, "fighter") and after not in _FALLS
    if trigger.kind == "kidnapped" and is_weak(trigger):
        return may_be_taken(amount, trigger)
    if (
        trigger.kind == "captured"
        and (trigger.token.lower_ in TAKE or is_release(trigger))
        and trigger.token.lower_ != "captured"
    ):
        companion = trigger.companion.lower_ if trigger.companion is not None else ""
        return companion in CAPTIVE or may_be_taken(amount, trigger)
    if trigger.token.lower_ == "gone" and trigger.kind == "destroyed":
        whom = _OF_WHOM.match(trigger.token.doc.text, amount.span[1]) is not None
        thing = noun is not None and nouns.is_sort(noun.text, "building", "vehicle") and not whom
        return thing and noun is not None and noun.lower_ not in _LEFT_EMPTY
    if trigger.kind == "displaced" and _IN_ONE_BUILDING.search(trigger.token.doc.text, trigger.token.idx):
        return False
    if trigger.kind == "displaced" and noun is not None and nouns.is_sort(noun.text, "fighter"):
        return False
    if trigger.kind == "captured" and trigger.form == "people" and _is_done_to(trigger.token):
        return False
    if trigger.kind == "destroyed" and amount.how == "one" and trigger.token.lower_ in _SINKS:
        return False
    if trigger.token.lower_ in _LOSES and trigger.kind == "killed" and trigger.form == "act" and noun is not None:
        return nouns.is_person(noun.text) or nouns.is_of_people(noun.text) or noun.lower_ in _MEANT
    if trigger.kind == "attendance" and (amount.quantity.high or amount.quantity.low or 0) < FEW:
        return False
    if trigger.kind == "displaced" and trigger.token.lower_ in GO_AWAY and trigger.companion is None:
        return may_be_displaced(amount)
    if trigger.kind == "displaced" and trigger.token.lower_ == "left" and trigger.form == "fate":
        return may_be_displaced(amount)
    if trigger.kind == "seized" and noun is not None and noun.lower_ == "others":
        return trigger.token.lower_ in ("seized", "took", "captured", "recovered") and _among_things(trigger)
    if trigger.kind == "seized" and noun is not None and nouns.is_person(noun.text):
        return trigger.token.lower_ in BY_FORCE and may_be_taken(amount, trigger)
    if trigger.kind == "seized" and trigger.token.lower_ in KEEP:
        return amount.how == "figure" and noun is not None and nouns.is_sort(noun.text, "arms", "gear")
    if trigger.kind == "destroyed" and trigger.token.lower_ in BURN and noun is not None:
        named = noun.tag_ == "NNP" and trigger.companion is not None and trigger.companion.lower_ == "down"
        return amount.how in ("figure", "one") and (named or nouns.is_category(noun.text, "thing"))
    if trigger.kind == "destroyed" and noun is not None and noun.lower_ == "others":
        return _among_things(trigger)
    if amount.how == "one" and trigger.kind == "seized" and trigger.token.lower_ not in BY_WAR:
        return False
    if trigger.kind == "destroyed" and trigger.token.lower_ in _LOSES:
        lost = noun is not None and (nouns.is_category(noun.text, "thing") or noun.lower_ == "others")
        return lost and amount.how in ("figure", "one")  # "lost two orders to Airbus"
    if amount.how == "definite" and trigger.kind == "destroyed":
        return _is_wrecked(trigger) and noun is not None and noun.lower_ not in _EVERYDAY
    if trigger.kind in THING_KINDS:
        return amount.how in ("figure", "one") and noun is not None and not nouns.is_person(noun.text)
    if noun is not None and nouns.is_category(noun.text, "thing", "unit"):
        return False
    if trigger.kind == "wounded" and noun is not None and noun.lower_ in _BODIES:
        return False
    if amount.how == "one" and trigger.kind in ONE_TOLD_KINDS and trigger.token.lower_ != "trapped":
        return True
    if amount.how in ("definite", "name") and trigger.kind in ONE_TOLD_KINDS and trigger.token.lower_ == "missing":
        return (
            _is_said_of(trigger.token)
            and noun is not None
            and (amount.how == "name" or nouns.is_one_person(noun.text))
        )
    return amount.how in ("figure", "list", "none") or trigger.kind in ONE_PERSON_KINDS


_LOSES = word_set("lost loses lose losing")
_MEANT = word_set("lives life others own them")
_NOT_TOLD = word_set(
    "hidden concealed covered kept withheld explained investigated examined avenged forgotten forgiven justified "
    "excused punished ignored overlooked doubted disputed"
)


def _no_count(trigger: Trigger) -> bool:
    """'No death has been hidden' says nothing of how many died; 'expects no evacuation' tells no displaced."""
    return trigger.kind == "displaced" or trigger.token.head.lower_ in _NOT_TOLD


_WRECKED = word_set("destroyed sunk downed destroy shot brought wiped torpedoed")
_EVERYDAY = word_set("car bus truck van vehicle taxi lorry boat")


def _is_wrecked(trigger: Trigger) -> bool:
    """'The landing ship was destroyed', 'the drone was shot down': one machine of war."""
    return trigger.token.lower_ in _WRECKED and bool(trigger.token.doc.notes.get(UNREST))


_REMAINS = word_set("is was are were remains remained reported still")


def _is_said_of(state: Token) -> bool:
    """'The pilot is missing in action'; not 'the missing pilot'."""
    return state.dep_ in ("acomp", "oprd", "attr", "xcomp") and state.head.lower_ in _REMAINS


_LEFT_EMPTY = word_set("towns town villages village cities city camps camp")
_IN_ONE_BUILDING = re.compile(
    r"(?:sought|seek(?:ing)?|t[ao]k(?:e|en|ing)|took|found)\s+(?:refuge|shelter|sanctuary)\s+(?:in|inside|at"
    r"|under|beside|around)\b[^.;]{0,40}"
    r"\b(?:church|mosque|school|hospital|embassy|hall|temple|basement|mission|monastery|flag|cellar)\b"
    r"|\bwhere\b[^.;]{0,40}\btaken\s+shelter\b",
    re.IGNORECASE,
)
"""Who is in one church or school when it is hit is no figure of the displaced."""
_PLACES_OF_CARE = word_set("hospital hospitals clinic clinics infirmary ward wards emergency medical surgery")


def _known(amount: Amount) -> bool:
    before = amount.head.doc.words[max(0, amount.first.i - 2) : amount.first.i]
    return [t.lower_ for t in before] == ["of", "the"]


_WHERE_DEAD = re.compile(
    r"[^.;]{0,40}?,?\s+(?:where|but|and)\s+(?:he|she|they|both|all)\s+(?:of\s+them\s+)?(?:(?:was|were|later|all|both|soon"
    r"|then|subsequently|also|had|have|been|shortly|afterwards|afterward)\s+)*(?:died|succumbed|expired|passed\s+away"
    r"|(?:pronounced|declared|confirmed|certified)\s+dead)\b"
    r"|[^.;]{0,40}?,?\s+where\s+doctors\s+(?:pronounced|declared)\s+(?:him|her|them)\s+(?:\w+\s+)?dead\b",
    re.IGNORECASE,
)


def _died_there(place: Token) -> bool:
    """'was rushed to hospital, where he was pronounced dead': one of the dead, not of the wounded."""
    return place.lower_ in _PLACES_OF_CARE and bool(_WHERE_DEAD.match(place.doc.text, place.idx + len(place)))


def _brought(trigger: Trigger) -> bool:
    """'Paramedics took two men to hospital' counts; 'they took the child there' speaks of one told of."""
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in trigger.token.children)
    cared_for = trigger.companion is not None and trigger.companion.lower_ in _PLACES_OF_CARE
    return trigger.form == "act" and cared_for and not passive and trigger.token.tag_ not in ("VBN", "VBG")


BY_WAR = word_set(
    "seized seizing captured capturing confiscated overran overrun retook retaken recaptured took taken"
)
_SINKS = word_set("sank sink sinks sinking")
"""'A boat with 40 migrants sank': the boat is the occasion."""


def _is_done_to(noun: Token) -> bool:
    """'threatened to kill 10 hostages', '34 hostages died': the verb says what is told of them."""
    verb = noun.head
    if noun.dep_ == "conj":
        verb = verb.head
    if noun.dep_ == "pobj" and verb.lower_ == "of":
        return verb.head.lower_ in ("lives", "life", "death", "deaths", "bodies", "remains")
    told = (verb, *(c for c in verb.children if c.dep_ in ("conj", "acomp", "oprd")))
    return any(sense.kind != "captured" for word in told for sense in senses().get(word.lower_, ()))


_BODIES = word_set("bodies body corpses corpse")


def _among_things(trigger: Trigger) -> bool:
    """'burned six trucks and seized seven others': things, not people."""
    before = trigger.token.doc[: trigger.token.i]
    return any(nouns.is_category(t.text, "thing") for t in before)
