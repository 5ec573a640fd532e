"""What others are said to have done amiss short of violence: turned the ambulance back, cut the line."""

from __future__ import annotations

import re

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate, teller
from factcheck.extraction.narrative.armed import ARMED, CONSTABLES
from factcheck.extraction.narrative.blame.failings.neglect import IN_CHARGE
from factcheck.extraction.narrative.doers import is_doer, same_side, subject_of
from factcheck.extraction.narrative.hostile import VIOLENT, is_deed
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.language.parties import sides_in
from factcheck.lexicons import word_set

_WRONGED = word_set(
    "shook shaken shoved narrowed bolted padlocked slit tampered doctored fabricated faked invented forged "
    "falsified coerced pressured tricked lured deceived duped cheated robbed incited provoked stirred stoked "
    "withheld stole stolen dumped evicted chased hounded betrayed deserted forsook smuggled blackmailed bribed "
    "extorted desecrated defiled plagiarised concealed misled swindled endangered trapped cornered baited "
    "taunted insulted muzzled gagged silenced jammed ransacked smashed wrecked trashed shattered disguised "
    "stripped dragged herded manhandled kicked punched slapped choked suffocated crushed blindfolded obstructed "
    "hindered impeded thwarted sidelined delayed interrupted stormed rigged stuffed burgled misused abused "
    "diverted squandered embezzled pocketed"
)
"""Verbs of what nobody does by right, with an object."""
_OBJECTS = {
    "press": ("pressed", "pressing"),
    "cut": ("cut", "cutting"),
    "pour": ("poured", "pouring"),
    "block": ("blocked", "blocking", "barred", "barring", "stopped", "halted", "refused", "denied"),
    "force": ("forced", "compelled"),
    "spread": ("spread", "spreading"),
    "stage": ("staged", "staging", "arranged", "arranging", "orchestrated", "set", "concocted"),
    "part": ("took", "taken", "taking", "had", "played"),
}
_NEEDS = {form: needs for needs, forms in _OBJECTS.items() for form in forms}
_OBJECT_WORDS = {
    "cut": word_set(
        "throat throats power electricity water line lines cable cables supply supplies ropes fence wires brakes "
        "communications phone telephone pipe pipeline gas internet"
    ),
    "pour": word_set("petrol gasoline fuel kerosene acid poison oil"),
    "block": word_set(
        "ambulance ambulances aid convoy convoys help evacuation evacuations access rescuers medics supplies food "
        "relief doctors passage entry exit exits departure"
    ),
    "spread": word_set("rumour rumours rumor rumors lies panic fear hatred disinformation falsehoods"),
    "stage": word_set(
        "provocation provocations scene show spectacle charade accident incident attack attacks pretext trap "
        "ambush "
        "coup massacre"
    ),
    "part": word_set("part role hand share"),
}
_AWAY = {
    "turned": ("back", "away", "around"),
    "sent": ("back", "away"),
    "send": ("back", "away"),
    "turn": ("back", "away", "around"),
    "carried": ("off", "away"),
    "took": ("away", "off"),
    "taken": ("away", "off"),
    "drove": ("off", "out", "away"),
    "driven": ("off", "out", "away"),
    "dragged": ("off", "out", "away"),
    "led": ("off", "away"),
    "locked": ("in", "up", "inside", "out"),
    "shut": ("off", "out", "in", "down"),
    "cut": ("off",),
    "walked": ("out", "off", "away"),
    "ran": ("away", "off"),
    "stood": ("by", "there", "idle", "aside"),
    "looked": ("on", "away"),
    "pushed": ("behind", "in", "back", "over", "from"),
}
_PEOPLE_OR_AID = re.compile(
    r"(?:ambulance|bod(?:y|ies)|corpse|people|men|women|child|boy|girl|resident|villager|wounded|patient|convoy"
    r"|lorr|truck"
    r"|boat|aid|relief|family|families|them|him|her|us|me|prisoner|student|pupil|refugee|migrant|worker"
    r"|journalist|both"
    r"|some|all|many|several|milk|anybody|anyone|everybody|others|one|husband|son|daughter|brother|father|wife)"
)
_AGENTS = re.compile(r"(?:[a-z-]{3,}(?:ers|ors|ists|ants|ents|ees|men|ists))$")
_NO_AGENTS = word_set(
    "attackers robbers burglars intruders shooters killers suspects hijackers carjackers rescuers firefighters "
    "helpers volunteers divers officers researchers experts readers viewers papers newspapers workers reporters "
    "containers computers rivers numbers members others doctors helicopters bombers trawlers freighters carriers "
    "leaders ministers investigators prosecutors voters miners mourners parents agents events documents accidents "
    "incidents attackers assailants residents passengers students patients dissidents immigrants inhabitants "
    "parents "
    "respondents presidents accountants elements moments movements departments governments payments agreements "
    "statements tents agents contents"
)
"""Plurals of the look of doers that are things, or people whom none blames for it."""
_ODD_AGENTS = word_set(
    "thieves fans services spies diplomats allies youths nationals monks settlers hands crowd crowds mob ally "
    "thief "
    "vandal extortionist arsonist saboteur landlord boss dairy factory mill clerk"
)
_FIRE = word_set("fire ablaze alight")
BEGIN = _WRONGED | frozenset(_NEEDS) | frozenset(_AWAY)
_MISDEEDS = BEGIN | _FIRE


def may_tell_misdeed(text: str, words: frozenset[str]) -> bool:
    """True for a sentence with one of these deeds and its possible doer; ``words`` are its words in lower case."""
    return _names_misdeed(words) and (
        not words.isdisjoint(_SOMEBODY)
        or bool(sides_in(text))
        or any(word not in _NO_AGENTS and _AGENTS.match(word) for word in words)
    )


_SOMEBODY = (ARMED - CONSTABLES | IN_CHARGE - CONSTABLES | _ODD_AGENTS) - word_set(
    "officer officers official officials deputies sheriff school hospital university driver drivers president "
    "council state department fighter"
) | {"police", "guards", "prisoners"}


def _names_misdeed(words: frozenset[str]) -> bool:
    if words.isdisjoint(_MISDEEDS):
        return False
    if not words.isdisjoint(_WRONGED):
        return True
    if not words.isdisjoint(_FIRE) and "set" in words:
        return True
    for needs, forms in _OBJECTS.items():
        if not words.isdisjoint(forms) and not words.isdisjoint(_OBJECT_WORDS.get(needs, _PRESSED)):
            return True
    return any(form in words and not words.isdisjoint(particles) for form, particles in _AWAY.items())


_PRESSED = word_set("to into")


def misdeed(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Soldiers turned both ambulances back', 'the supporters had shaken the pillars': said by somebody else."""
    if verb.pos_ != "VERB" or verb.lower_ not in BEGIN or negated(verb) or not _is_past(verb):
        return None
    agent = object_of(verb, "by") if verb.tag_ == "VBN" else None
    who = agent or subject_of(verb)
    if (
        who is None
        or any(c.tag_ == "MD" for c in verb.children)
        or not (_may_be_blamed(who) or (agent is not None and who.pos_ == "PROPN"))
    ):
        return None
    thing = child(verb, "nsubjpass") if agent is not None else child(verb, "dobj")
    if thing is None and verb.dep_ == "relcl" and who.i < verb.i and verb.head.i < who.i:
        thing = verb.head  # "human shields that the army invented"
    if not _is_misdeed(verb, thing):
        return None
    if any(c.dep_ == "conj" and is_deed(c, child(c, "dobj")) for c in verb.children):
        return None  # "dragged them out and shot them": told as one
    if teller(page, sentence, verb) is None:
        return None
    speaker = accuser(page, sentence, verb)
    if speaker is None or same_side(page, sentence, speaker, who) or _own_people(speaker, who):
        return None
    first = thing if agent is not None else who
    tokens = [*(core(first) if first is not None and 0 < verb.i - first.i < 14 else ()), verb, *predicate(verb)]
    return accusation(sentence, "misdeed", verb, tokens, text_of(who), text_of(thing))


def _is_past(verb: Token) -> bool:
    helps = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if child(verb, "nsubjpass", "auxpass") is not None:
        return object_of(verb, "by") is not None
    return (
        verb.tag_ == "VBD"
        or verb.lower_ in ("spread", "cut", "shut", "set", "send", "turn")
        or not helps.isdisjoint({"had", "has", "have", "were", "was", "are", "is"})
    )


def _own_people(speaker: str, who: Token) -> bool:
    """'Police said officers had dragged a man from the river': of the speaker's own, whoever they are."""
    words = set(speaker.lower().replace(",", " ").split())
    if who.lower_ in words:
        return True
    if any(c.dep_ in ("amod", "compound", "poss", "nmod") for c in who.children):
        return False
    return any(who.lower_ in people and not words.isdisjoint(bodies) for bodies, people in _OWN_PEOPLE)


_OWN_PEOPLE = (
    (
        word_set("police sheriff security department constable commissioner"),
        word_set("officers officer troopers deputies agents policemen guards policeman"),
    ),
    (
        word_set("army military defence defense forces general colonel navy guard"),
        word_set("soldiers troops forces engineers fighters sailors marines jets units men sappers guards"),
    ),
)


def _may_be_blamed(who: Token) -> bool:
    low = who.lower_
    if is_doer(who) or low in IN_CHARGE or low in _ODD_AGENTS:
        return True
    if who.tag_ == "NNS" and low not in _NO_AGENTS and _AGENTS.match(low) is not None:
        return not any(c.like_num for c in who.children)
    return False


def _is_misdeed(verb: Token, thing: Token | None) -> bool:
    low = verb.lower_
    if low in _AWAY and _goes_away(verb, thing):
        return True
    if low == "set":
        return thing is not None and any(t.lower_ in _FIRE for t in verb.doc[verb.i + 1 : verb.i + 9])
    if thing is None:
        return low == "tampered" and any(c.lower_ == "with" for c in verb.children)
    if thing.like_num or any(c.like_num for c in thing.children):
        return False  # a count
    needs = _NEEDS.get(low)
    words = {t.lower_ for t in core(thing)}
    if needs in ("press", "force"):
        act = child(verb, "xcomp", "ccomp") or child(thing, "xcomp", "acl")
        whom = thing.lower_ in ("them", "him", "us", "her") or thing.pos_ in ("NOUN", "PROPN")
        return act is not None and whom and (needs == "press" or low in ("forced", "compelled"))
    if needs == "part":
        after = {t.lower_ for t in verb.subtree if t.i > thing.i}
        return thing.lower_ in _OBJECT_WORDS["part"] and not after.isdisjoint(_PLOTS | VIOLENT - _LABOUR)
    if needs is not None:
        return not words.isdisjoint(_OBJECT_WORDS[needs])
    if low in ("provoked", "incited", "stirred", "stoked"):
        return is_deed(verb, thing) or not words.isdisjoint(_UNREST | VIOLENT)
    return low in _WRONGED


_PLOTS = word_set(
    "provocation plot conspiracy staging arranging preparing planning cover-up looting smuggling fraud"
)
_LABOUR = word_set("strike strikes action act acts war fighting clash clashes")
_UNREST = word_set("riot riots unrest panic crowd crowds police hatred disorder clashes fighting soldiers")


def _goes_away(verb: Token, thing: Token | None) -> bool:
    particles = _AWAY[verb.lower_]
    after = {t.lower_ for t in verb.children if t.i > verb.i} | {
        t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 5]
    }
    if after.isdisjoint(particles):
        return False
    if verb.lower_ in ("walked", "ran", "stood", "looked"):
        return thing is None and not after & {"bail", "talks"}
    if verb.lower_ == "pushed" and thing is None:
        return "behind" in after or "from" in after
    return thing is not None and _PEOPLE_OR_AID.match(thing.lower_) is not None


RULES = (misdeed,)
