"""Who may be the doer of a hostile deed: armed people, states and their peoples, groups, somebody's weapons."""

from __future__ import annotations

import re
from collections.abc import Set

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.armed import (
    ARMED,
    CRAFT,
    DISOWNED,
    FORCE,
    IN_POWER,
    NOBODY,
    OWN,
    OWNERS,
    PARTIES,
    PEOPLE,
    WEAPONS,
)
from factcheck.extraction.narrative.hostile import hurts
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.bodies import kind_of
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.extraction.voices.organisations import party_of
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.voices import verbs
from factcheck.language.naming import country
from factcheck.language.parties import side_of
from factcheck.lexicons import word_set

_BANDS = word_set("group men gang")
CROWD = word_set("youths youth crowd interrogators bodyguards captors kidnappers jailers hitmen")
"""Of no side, but somebody's doing all the same."""


def names_disowned(words: frozenset[str]) -> bool:
    """True for a sentence with a word that only an accuser has for the doer."""
    return not words.isdisjoint(DISOWNED)


def disowned(who: Token) -> bool:
    """'Bandits', 'groups of goons'."""
    member = object_of(who, "of") if who.lower_ in _CROWDS else None
    return who.lower_ in DISOWNED or (member is not None and member.lower_ in DISOWNED)


_CROWDS = word_set("group groups gang gangs band bands horde hordes bunch crowd crowds dozens hundreds handful")


def antecedent(who: Token, verb: Token) -> Token:
    """Whom "who" and "which" stand for."""
    return verb.head if who.lower_ in ("who", "that", "which") and verb.dep_ == "relcl" else who


def subject_of(verb: Token) -> Token | None:
    """The doer of an active verb: its own subject or, of a verb that goes on with it, that of the verb before."""
    for _ in range(4):
        # the last of two: 'Mujahid again: ..., after troops opened fire' has a label that the parser takes for one
        own = next((c for c in reversed(verb.lefts) if c.dep_ == "nsubj"), None) or child(verb, "nsubj")
        if own is not None:
            return antecedent(own, verb)
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head if verb.head.pos_ in ("NOUN", "PROPN") else None
        joined = verb.dep_ == "conj" or (verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBG")
        if not joined or verb.head.i == verb.i or child(verb, "nsubjpass", "auxpass") is not None:
            return None
        verb = verb.head
        if verb.lower_ in verbs():
            return None
    return None


def is_doer(who: Token) -> bool:
    """True for whom or what a hostile deed may be laid to: armed people, a state, a people, a weapon of theirs."""
    low = who.lower_
    if low in NOBODY or (low in ("men", "group", "groups", "people") and _has(who, {"armed", "unidentified"})):
        return names_side(who) or of_a_side(who)
    if low in ARMED or disowned(who) or (low == "force" and _has(who, FORCE)):
        return True
    if low in ("group", "groups", "gang", "men", "people", "members", "horde", "groups", "wing"):
        of = object_of(who, "of", "inside", "within", "in")
        if (
            _has(who, ARMED_ADJECTIVES)
            or _in_uniform(who)
            or (of is not None and of.i - who.i < 6 and (is_doer(of) or (of.pos_ == "PROPN" and low in _BANDS)))
        ):
            return True
        if low == "members" and any(is_doer(c) for c in who.children if c.dep_ in ("compound", "amod", "nmod")):
            return True
    if low in WEAPONS:
        return owner_side(who)
    if low in CRAFT and (_has(who, OWNERS) or of_a_side(who)):
        return True
    if low in PEOPLE and of_a_side(who):
        return True
    if low in FOLK and who.text[:1].isupper():
        return True
    if who.text in ("North", "South") and who.pos_ == "PROPN":
        return True
    if low in PARTIES and _has(who, {"both", "all", "warring"}):
        return True
    return names_side(who) or _initials(who)


def did_harm(who: Token, verb: Token) -> bool:
    """True for those in power as doers of what hurts somebody."""
    return who.lower_ in IN_POWER and who.pos_ == "NOUN" and hurts(verb)


def of_a_side(who: Token) -> bool:
    """'Ruritanian fishermen', 'a Ruritanian coast guard vessel'."""
    before = [t.text for t in core(who) if t.i < who.i and t.dep_ in ("amod", "compound", "nmod", "poss")]
    if not before:
        return False
    lordless = before[-1].lower() in ("regime", "enemy", "junta", "rebel")
    return lordless or side_of(" ".join(before), capitals=False) is not None


def _initials(who: Token) -> bool:
    """'The LRA', which is no agency, court or broadcaster that a list knows."""
    named = len(who.text) < 6 and who.text[:2].isupper() and who.pos_ == "PROPN" and not who.doc.text.isupper()
    return named and kind_of(who.text) in ("", "armed") and who.lower_ not in _NO_GROUP


FOLK = word_set(
    "muslims christians hindus sikhs jews croats serbs bosniaks hutus tutsis kurds islamists maoists "
    "communists "
    "shiites "
    "sunnis druze alawites zionists nationalists royalists fascists nazis"
)
_NO_GROUP = word_set(
    "us un uk eu usa tv am pm fm dna ngo ngos who cctv suv suvs gps cnn bbc afp fbi cia mp mps pm"
)


ARMED_ADJECTIVES = word_set(
    "armed masked militant rebel jihadist terrorist extremist clad uniformed hooded repressive"
)


def _in_uniform(who: Token) -> bool:
    dress = object_of(who, "in")
    return dress is not None and dress.lower_ in ("uniform", "uniforms", "fatigues", "masks", "camouflage")


def _has(who: Token, words: Set[str]) -> bool:
    return any(c.lower_ in words for c in who.children if c.i < who.i)


def is_weapon(who: Token) -> bool:
    """'The strike', 'Israeli shells'."""
    return who.lower_ in WEAPONS


def owner_side(weapon: Token) -> bool:
    """'Israeli shells', 'a rocket of the Islamic Jihad', 'rockets from Gaza'."""
    before = [t for t in core(weapon) if t.i <= weapon.i and t.dep_ in ("amod", "compound", "poss", "nmod")]
    if before and side_of(" ".join(t.text for t in before), capitals=False) is not None:
        return True
    of = object_of(weapon, "of")
    return of is not None and (of.lower_ in ARMED or disowned(of) or names_side(of))


def names_side(who: Token) -> bool:
    """'Ruritania', 'the Ruritanians', 'Kinshasa', 'Hezbollah', 'the Ruritanian side'."""
    if who.pos_ not in ("PROPN", "ADJ", "NOUN"):
        return False
    left = [t.text for t in core(who) if (t.i <= who.i and t.dep_ in ("compound", "amod", "nmod")) or t.i == who.i]
    if who.pos_ in ("PROPN", "NOUN") and any(ch.isdigit() for ch in who.text) and of_a_side(who):
        return True  # "a Ruritanian Su-22"
    named = who.text[:1].isupper() or (who.doc.text[1:].islower() and len(who) > 3)
    if named and side_of(who.text) is not None:
        return True
    side = side_of(" ".join(left))
    if side is None and who.lower_ in _STATES:
        side = side_of(" ".join(t.text for t in core(who) if t.i < who.i and t.dep_ == "poss"))
    if side is None:
        return False
    return who.lower_ in _STATES or (who.pos_ == "PROPN" and side_of(" ".join(left[:-1])) is None)


_STATES = word_set("state government authorities republic administration delegation side group movement front")


def same_side(page: Page, sentence: Sentence, speaker: str, who: Token) -> bool:
    """True when the doer is the speaker's own side, or nobody's."""
    if any(c.lower_ in OWN for c in who.children) or who.lower_ in ("we", "i"):
        return True
    speaker = resolve(page, sentence, speaker) or speaker
    doer = side_of(text_of(who) or "", capitals=False) or side_of(who.text)
    if doer is None:
        if speaker == statements.issuer(page) and _speaks_of_us(page):
            return False  # in "we" and "our" of itself, so that "its" is another's
        own = who.lower_ in ("it", "he", "they", "she") or any(c.lower_ in ("its", "their") for c in who.children)
        party = party_of(speaker)
        return own and (party is None or kind_of(party.name) not in ("monitor", "relief", "media"))
    return side_of(speaker) == doer


def _speaks_of_us(page: Page) -> bool:
    if "us" not in page.memo:
        page.memo["us"] = _US.search(page.text) is not None
    return bool(page.memo["us"])


_US = gated(r"\b(?:our|we) \w", re.IGNORECASE)


def is_armed_group(speaker: str) -> bool:
    """True for a speaker that is an armed group, no state."""
    party = party_of(speaker)
    if party is not None and kind_of(party.name) == "armed":
        return True
    side = side_of(speaker, capitals=False)
    return side is not None and country(side) is None
