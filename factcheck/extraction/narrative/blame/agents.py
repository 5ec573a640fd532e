"""Deeds with their doer after "by": was shelled by, killed by, an attack by, done by us."""

from __future__ import annotations

from factcheck.extraction.narrative.accusing import accusation, accuser, negated
from factcheck.extraction.narrative.armed import ARMED
from factcheck.extraction.narrative.doers import CROWD, did_harm, is_doer, same_side
from factcheck.extraction.narrative.hostile import VIOLENT, forms, hurts, is_deed
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, said, text_of
from factcheck.language.parties import side_of
from factcheck.lexicons import word_set

DONE = word_set("caused done perpetrated equipped armed financed funded trained directed hired")
IT = word_set("it this that so")
TARGETS = word_set(
    "ship cruiser frigate vessel warship boat submarine destroyer tanker jet aircraft plane "
    "helicopter bomber "
    "warplane airliner jetliner bridge airfield airbase depot refinery radar headquarters satellite "
    "drone flagship carrier convoy"
)
"""Things of war and of supply whose loss is a charge or a claim of the deed."""
HITS = word_set("hit struck sank sunk downed destroyed shot torpedoed attacked bombed")
_HIT_BY = HITS | {"brought"}
_TAKEN = word_set("taken seized caused")
_DONE_OR_TAKEN = DONE | _TAKEN
_DONE_BY = forms() | _DONE_OR_TAKEN
_CAUSES = word_set("triggered sparked ignited caused")
_MISSILES = word_set("missile missiles torpedo torpedoes rocket rockets drone drones mine shell shells bomb bombs")


def done_by(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Shot down by Y', 'killed by Ruritanian soldiers', 'it was done by us', 'missiles launched from Y'."""
    low = verb.lower_
    if verb.tag_ not in ("VBN", "VBD") or low not in _DONE_BY or low in _CAUSES:
        return None
    if low == "carried" and (particle := child(verb, "prt")) is not None and particle.lower_ != "out":
        return None  # "carried off by helicopter"
    agent = object_of(verb, "by")
    if agent is None and low in ("fired", "shot", "set"):  # "fired upon by the rebels"
        agent = next((o for c in verb.children if c.dep_ == "prep" and (o := object_of(c, "by"))), None)
    side_from = False
    if agent is None and low in ("launched", "fired"):
        agent = object_of(verb, "from")
        side_from = agent is not None and _fired_from(verb, agent)
    if agent is None or negated(verb):
        return None
    agents = (agent, *(c for c in agent.children if c.dep_ == "conj"))
    thing = _matter(verb)
    struck = thing is not None and (thing.lower_ in TARGETS or thing.pos_ == "PROPN" or thing.lower_ == "it")
    hit = struck and agent.lower_ in _MISSILES and low in _HIT_BY
    crowd = agent.lower_ in CROWD and hurts(verb) and verb.dep_ not in ("acl", "relcl")
    if not (
        side_from
        or hit
        or crowd
        or any(is_doer(t) or did_harm(t, verb) for t in agents)
        or _ours(verb, agent)
        or _owned(agent, low)
    ):
        return None
    speaker = accuser(page, sentence, verb)
    matter = _matter(verb)
    if speaker is None or not _was_deed(verb, matter):
        return None
    return accusation(sentence, "done_by", verb, [verb, *core(agent)], text_of(agent), text_of(matter))


def _owned(agent: Token, verb: str) -> bool:
    """'Struck by an army Grad': a weapon by any name, of armed people who are told."""
    if verb not in _HIT_BY or agent.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(c.lower_ in ARMED and c.dep_ in ("compound", "poss", "amod", "nmod") for c in agent.children)


def _fired_from(verb: Token, place: Token) -> bool:
    """'Missiles launched from Ruritania', 'the rocket was fired from an area north of the town'."""
    if verb.dep_ in ("acl", "relcl"):
        return side_of(text_of(place) or "") is not None
    what = _matter(verb)
    return what is not None and what.lower_ in _MISSILES and place.lower_ in _GROUND | {"north", "south"}


_GROUND = word_set(
    "area territory side positions position direction base village town district region hills soil land"
)


def alleged(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Several had surrendered and were shot, the group charges': harm done by nobody named, told as a charge."""
    if (
        verb.tag_ != "VBN"
        or child(verb, "auxpass") is None
        or verb.dep_ not in ("ccomp", "conj", "ROOT")
        or (not hurts(verb) and verb.lower_ != "shot")
    ):
        return None
    speech = said(page, sentence, verb)
    if speech is None or speech.stance != "alleges" or object_of(verb, "by") is not None or negated(verb):
        return None
    if accuser(page, sentence, verb) is None or not _COURT.isdisjoint(speech.speaker.lower().split()):
        return None
    matter = _matter(verb)
    tokens = [*(core(matter) if matter is not None and matter.i < verb.i else ()), verb]
    return accusation(sentence, "alleged", verb, tokens, None, text_of(matter))


_COURT = word_set(
    "police prosecutors prosecutor officers investigators documents complaint affidavit indictment he she"
)


def _matter(verb: Token) -> Token | None:
    """What a passive says was done: the subject of the verb, or of the one that it goes on from."""
    for _ in range(3):
        own = child(verb, "nsubjpass", "nsubj") or (verb.head if verb.dep_ in ("acl", "relcl") else None)
        if own is not None or verb.dep_ != "conj":
            return own
        verb = verb.head
    return None


def _was_deed(verb: Token, matter: Token | None) -> bool:
    low = verb.lower_
    if (
        low in ("launched", "fired", "dropped")
        and matter is not None
        and (any(ch.isdigit() for ch in matter.text) or matter.lower_ in _MISSILES)
    ):
        return True
    if low == "brought":
        return child(verb, "prt") is not None
    if low in _DONE_OR_TAKEN or hurts(verb):
        return low != "done" or (matter is not None and matter.lower_ in IT | {"what", "which"})
    if low == "carried":
        return matter is None or matter.lower_ in IT | {"which"} or any(t.lower_ in VIOLENT for t in core(matter))
    return is_deed(verb, matter) or (
        low in ("begun", "started") and matter is not None and matter.lower_ in VIOLENT
    )


def _ours(verb: Token, agent: Token) -> bool:
    """'Done by us', 'done by the other team': whoever it is."""
    return verb.lower_ == "done" and (agent.lower_ in ("us", "them") or agent.pos_ in ("NOUN", "PROPN"))


def deed_by(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'An attack by a horde of mercenaries', 'calling it a breach of the truce': in somebody's words."""
    if noun.pos_ != "NOUN" or noun.lower_ not in VIOLENT:
        return None
    doer = object_of(noun, "by") or (object_of(noun.head.head, "by") if noun.head.lower_ == "of" else None)
    if doer is None and noun.lower_ in _OF_DOERS:
        doer = object_of(noun, "of")
    if doer is None or not is_doer(doer):
        return None
    call = noun.head
    if call.lower_ in _CALLS and child(call, "nsubj") is not None and not negated(call):
        tokens = [call, *core(noun), *core(doer)]
        return accusation(sentence, "called", call, tokens, text_of(doer), text_of(noun))
    speaker = accuser(page, sentence, noun)
    if speaker is None or same_side(page, sentence, speaker, doer):
        return None
    if noun.head.lower_ in ("no", "not") or any(c.lower_ == "no" for c in noun.children):
        return None
    return accusation(sentence, "done_by", noun, [noun, *core(doer)], text_of(doer), text_of(noun))


_OF_DOERS = word_set("crime crimes aggression provocation provocations")
"""Deeds whose doer stands after "of", where others have their victim there."""
_CALLS = word_set(
    "called calls calling described describes describing branded termed denounced condemned labelled"
)

RULES = (done_by, deed_by, alleged)
