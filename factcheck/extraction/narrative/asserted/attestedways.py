"""The ways of what somebody attests, each asked of a verb and its subject."""

from __future__ import annotations

from itertools import pairwise

from factcheck.extraction.narrative.accusing import negated, predicate
from factcheck.extraction.narrative.armed import ARMED, PEOPLE
from factcheck.extraction.narrative.asserted.attestedwords import (
    AFLOAT,
    ALERTS,
    BARRED,
    BARRIERS,
    CRAFTS,
    DEAD,
    FLAGS,
    FLY,
    HELD,
    HELP,
    KINDS,
    LASTS,
    LEADERS,
    QUIT,
    RANKS,
    REQUESTS,
    RULING,
    SAFE,
    STRUCK,
    SWITCHED,
    TRUTHS,
)
from factcheck.extraction.narrative.doers import is_doer, names_side
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of


def _alerted(verb: Token, what: Token) -> bool:
    """'It had warned the city in writing', 'the jets were warned ten times', 'he was told that it was safe'."""
    if verb.lower_ not in ALERTS or negated(verb):
        return False
    if child(verb, "nsubjpass", "auxpass") is not None:
        thing = child(verb, "ccomp") if verb.lower_ == "told" else what
        return thing is not None and (verb.lower_ != "told" or what.lower_ in ("he", "she", "it", "they"))
    if (told := child(verb, "dobj", "dative")) is not None and told.lower_ in ("us", "me"):
        return False
    asked = verb.lower_ in ("asked", "told", "urged", "advised")
    whom, act = child(verb, "dobj"), child(verb, "xcomp", "ccomp")
    if asked:
        return (whom is not None and act is not None) or (whom is not None and whom.lower_ in HELP)
    return whom is not None or object_of(verb, "of", "about", "in") is not None


def _by_mistake(verb: Token, what: Token) -> bool:
    """'The hospital was struck by mistake', 'he crossed the line by accident'."""
    if verb.lower_ not in STRUCK:
        return False
    near = [t.lower_ for t in verb.doc[max(0, verb.i - 2) : verb.i + 9]]
    if "mistakenly" in near or "accidentally" in near:
        return True
    return any(a in ("by", "in") and b in ("mistake", "accident", "error") for a, b in pairwise(near))


def _who_they_were(verb: Token, what: Token) -> bool:
    """'Those in the village had been fighters', 'some of the bodies were dummies'."""
    if verb.lower_ not in ("was", "were", "been", "are", "is"):
        return False
    member = object_of(what, "of")
    who = child(verb, "attr")
    counted = who is None or any(t.tag_ == "CD" for t in (*core(who), *core(member or who)))
    return (
        who is not None
        and not counted
        and who.lower_ in RANKS
        and (what.lower_ in DEAD or (member is not None and member.lower_ in DEAD))
    )


def _flies(verb: Token, what: Token) -> bool:
    """'Rebel flags still flew in the town', 'the flag of Ruritania flies there'."""
    return what.lower_ in FLAGS and verb.lower_ in FLY


def _rules(verb: Token, what: Token) -> bool:
    """'The elected government is in charge', 'the army has taken over the whole country'."""
    if verb.lower_ in ("is", "are", "am", "remains", "remain", "was", "were"):
        within = object_of(verb, "in")
        return within is not None and within.lower_ in RULING
    if verb.lower_ not in ("taken", "took") or not any(c.lower_ == "over" for c in verb.children):
        return False
    return is_doer(what) or what.lower_ in ARMED


def _asked_for(verb: Token, what: Token) -> bool:
    """'The Afghans had asked for the strike', 'Kabul requested the truce'."""
    if verb.lower_ not in REQUESTS or negated(verb):
        return False
    thing = object_of(verb, "for", "in") or child(verb, "dobj")
    party = names_side(what) or what.lower_ in ARMED or what.lower_ in ("who", "that") or what.lower_ in PEOPLE
    return party and thing is not None and thing.lower_ in HELP


def _quit(verb: Token, what: Token) -> bool:
    """'The president has apologised', 'she has resigned'."""
    if verb.lower_ not in QUIT or negated(verb) or what.lower_ in ("i", "we", "you", "who"):
        return False
    return what.pos_ == "PROPN" or what.lower_ in ("he", "she") or what.lower_ in PEOPLE


def _lasted(verb: Token, what: Token) -> bool:
    """'The raid lasted 29 minutes', 'the truce held four minutes'."""
    if verb.lower_ not in ("lasted", "lasts", "held"):
        return False
    after = {t.lower_ for t in predicate(verb)}
    return what.lower_ in LASTS and not after.isdisjoint(_SPANS)


_SPANS = frozenset({"minute", "minutes", "hour", "hours", "seconds", "days"})


def _was_off(verb: Token, what: Token) -> bool:
    """'The cameras had been switched off', 'all exits were bolted', 'the plant is still running'."""
    if what.lower_ not in BARRIERS | {"all"}:
        return False
    member = object_of(what, "of")
    if what.lower_ == "all" and (member is None or member.lower_ not in BARRIERS):
        return False
    if verb.lower_ in SWITCHED:
        return child(verb, "auxpass") is not None and (child(verb, "prt") is not None or verb.lower_ in BARRED)
    if verb.lower_ in BARRED:
        return child(verb, "auxpass") is not None
    how = child(verb, "acomp")
    return verb.lower_ in ("is", "was", "are", "were") and how is not None and how.lower_ in BARRED | SAFE | TRUTHS


def _is_safe(verb: Token, what: Token) -> bool:
    """'The navigator is safe', 'the rescue was a hoax', 'the ship went down'."""
    if verb.lower_ == "went":
        return what.lower_ in CRAFTS and child(verb, "prt", "advmod") is not None and _has(verb, "down")
    if verb.lower_ not in ("is", "was", "are", "were", "been"):
        return False
    how, kind = child(verb, "acomp"), child(verb, "attr")
    if how is not None and how.lower_ in ("safe", "alive", "unharmed", "unhurt"):
        return what.pos_ in ("NOUN", "PROPN") and not any(t.tag_ == "CD" for t in core(what))
    if how is not None and how.lower_ in AFLOAT:
        return what.lower_ in CRAFTS
    return kind is not None and kind.lower_ in KINDS and what.pos_ in ("NOUN", "PROPN") and not negated(verb)


def _has(verb: Token, word: str) -> bool:
    return any(c.lower_ == word for c in verb.children)


def _effect(verb: Token, what: Token) -> bool:
    """'The ceasefire did not take effect'."""
    if what.lower_ not in _TRUCES or verb.lower_ not in (
        "take",
        "took",
        "taken",
        "takes",
        "come",
        "came",
        "entered",
    ):
        return False
    thing = child(verb, "dobj") or object_of(verb, "into")
    return thing is not None and thing.lower_ in ("effect", "force", "hold")


_TRUCES = frozenset({"truce", "ceasefire", "cease-fire", "armistice", "pause"})


def _contact(verb: Token, what: Token) -> bool:
    """'The army has lost touch with its men', 'contact with the garrison was lost'."""
    if verb.lower_ not in ("lost", "lose"):
        return False
    thing = child(verb, "dobj") or (what if child(verb, "auxpass") is not None else None)
    return thing is not None and thing.lower_ in ("touch", "contact", "communication", "communications")


def _taken_to(verb: Token, what: Token) -> bool:
    """'All the crew were taken to the port alive', 'the president left the country'."""
    if verb.lower_ in ("left", "fled", "quit"):
        thing = child(verb, "dobj")
        return thing is not None and thing.lower_ in ("country", "capital") and what.lower_ in LEADERS
    if verb.lower_ not in ("taken", "brought", "moved", "evacuated") or child(verb, "auxpass") is None:
        return False
    after = {t.lower_ for t in predicate(verb)}
    return what.lower_ in HELD and not after.isdisjoint({"alive", "safely", "unharmed", "safe", "freedom"})


WAYS = {
    "effect": _effect,
    "contact": _contact,
    "taken_to": _taken_to,
    "alerted": _alerted,
    "by_mistake": _by_mistake,
    "who_they_were": _who_they_were,
    "flies": _flies,
    "rules": _rules,
    "asked_for": _asked_for,
    "quit": _quit,
    "lasted": _lasted,
    "was_off": _was_off,
    "is_safe": _is_safe,
}
