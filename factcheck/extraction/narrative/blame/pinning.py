"""Charges in other words: pronounced guilty, puts it on X, names the group, calls it a crime, sees its hand."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate
from factcheck.extraction.narrative.armed import ARMED
from factcheck.extraction.narrative.blame.failings.neglect import IN_CHARGE
from factcheck.extraction.narrative.doers import is_armed_group, is_doer, names_side, subject_of
from factcheck.extraction.narrative.hostile import VIOLENT
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import asserter, child, core, object_of, text_of
from factcheck.extraction.voices.speaking import may_speak
from factcheck.lexicons import word_set

_FINDS = word_set(
    "hold holds held find finds found pronounce pronounces pronounced declare declares declared consider "
    "considers considered deem deems deemed think thinks believe believes call calls called"
)
_COURT = word_set("court jury judge tribunal jurors judges court-martial bench magistrate")
_REPROACH = word_set("reproach reproaches reproached charge charges charged tax taxes taxed")
_PUTS = word_set("put puts lay lays laid pin pins pinned hang hangs hung")
_NAMES = word_set("name names named naming")
_GROUPS = word_set("group outfit organisation organization faction movement militia network cell gang")
_CALLS = word_set(
    "call calls called calling name names named term terms termed label labels labelled brand brands branded "
    "describe describes described see sees saw denounce denounces denounced condemn condemned"
)
_CRIMES = VIOLENT | word_set(
    "stab piracy betrayal treachery barbarism cowardice terrorism barbarity banditry vandalism revenge "
    "trap lie shame"
)
_ATTACKERS = word_set(
    "attackers attacker gunmen gunman bombers bomber assailants terrorists killers perpetrators raiders "
    "militants infiltrators arsonists hijackers abductors kidnappers authors shooters culprits"
)
_HAND = gated(
    r"\b(?:indications?|evidence|proofs?|signs?|traces?|sees?|saw|detects?"
    r"|suspects?)\b[^.;]{0,40}?\b(?:of )?(?:the )?"
    r"(?P<who>(?-i:[A-Z])[\w’'-]+?)['’]s? (?:hidden |invisible |own )?(?:hand|hands|involvement|complicity"
    r"|fingerprints)\b",
    re.IGNORECASE,
)
BEGIN = (
    _FINDS
    | _REPROACH
    | _PUTS
    | _NAMES
    | _CALLS
    | word_set("did done do owned owns own belonged belong were was are is wore wear our its his their")
    | word_set(
        "ours indications indication evidence proof signs sign traces trace sees saw detects suspects members"
    )
)
"""The words with which one of these rules begins."""

_GATE = gated(
    r"\b(?:holds?|held|pronounce[sd]?|declare[sd]?|consider(?:s|ed)?|deem\w*|finds?"
    r"|found)\b[^.;]{2,60}\bguilty\b|\breproach(?:es|ed)?\b|\b(?:charges|charged) (?:the )?[\w’' -]{2,40} with\b"
    r"|\b(?:put|puts|lays?|laid|pins?|pinned|hangs?|hung) (?:it|this|that|them|all this) on\b"
    r"|\b(?:name|names|named) (?:an?|the) (?:[\w-]+ ){0,2}(?:group|outfit|organi[sz]ation|faction|movement"
    r"|militia|network|cell|gang)\b"
    r"|\b(?:officials?|minister|ministry|police|army|government|spokes\w+)\b[^.;]{0,40}\bnamed? [A-Z]"
    r"|\b(?:call|name|term|label|brand|denounce|condemn|describe|see)\w* (?:it|this|that"
    r"|the [\w-]+) (?:as )?(?:an? |the )[^.;]{2,40} (?:by|of) "
    r"|\b(?:did|done) (?:it|this|that)\b|\b(?:our|its|his|their)(?: own)? (?:doing|work|handiwork|deed)\b"
    r"|\bit was (?:our|its|his|their) (?:own )?(?:battalion|brigade|unit|men|boys|fighters|group|people)\b"
    r"|\bown(?:s|ed) (?:up to )?(?:the|that|this|an?) (?:[\w-]+ ){0,2}(?:attack|ambush|raid|bombing|blast"
    r"|killing|strike|assault)s?\b"
    r"|\bowned (?:January|February|March|April|May|June|July|August|September|October|November|December) \d"
    r"|\b(?:attackers?|gunm[ae]n|bombers?|assailants|terrorists|killers|perpetrators|raiders|militants"
    r"|infiltrators|hijackers"
    r"|four|three|two|both)\b[^.;]{0,30}\b(?:belong(?:s|ed)? to|(?:was|were) (?:members?|fighters) of)\b"
    r"|\b(?:attackers?|gunm[ae]n|bombers?|assailants|terrorists|killers|perpetrators|raiders|shooters|culprits"
    r"|authors|kidnappers|abductors) (?:wore|were|are|was|is)\b"
    r"|\b(?:his|our|their|its) (?:men|boys|group|fighters|unit|people|gunners|snipers?) \w+(?:ed|t|k) (?:the|a) ",
    re.IGNORECASE,
)


_GATE_WORDS = (
    _REPROACH
    | _PUTS
    | _NAMES
    | _CALLS
    | word_set(
        "guilty did done doing work handiwork deed owned owns belong belongs belonged members member fighters "
        "wore were are was is"
    )
    | word_set(
        "men boys group unit people gunners sniper snipers battalion brigade hand hands involvement complicity"
    )
) - word_set("see sees saw seen")
"""Words of which each of these ways has one."""


def may_pin(text: str, words: frozenset[str]) -> bool:
    """True for a sentence with one of these charges or admissions; ``words`` are its words in lower case."""
    if words.isdisjoint(_GATE_WORDS):
        return False
    return _GATE.search(text) is not None or _HAND.search(text) is not None


def found_guilty(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The mission held the rebels guilty of murder', 'had pronounced the militia guilty': no court."""
    if verb.lower_ not in _FINDS or verb.pos_ != "VERB" or negated(verb):
        return None
    guilty = next((t for t in verb.subtree if t.lower_ == "guilty" and 1 < t.i - verb.i < 14), None)
    side = subject_of(verb)
    if guilty is None or side is None or not _COURT.isdisjoint(t.lower_ for t in core(side)):
        return None
    inner = child(verb, "ccomp", "xcomp")
    who = child(verb, "dobj") or (child(inner, "nsubj") if inner is not None else None) or child(guilty, "nsubj")
    if who is None or who.i > guilty.i or who.lower_ in ("him", "her"):
        return None
    tokens = [verb, *core(who), *(t for t in core(guilty) if t.i >= guilty.i)]
    return accusation(sentence, "held", verb, tokens, text_of(who), text_of(object_of(guilty, "of", "for")))


def reproached(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Reproaches the neighbour for its part with the shelling', 'charges the police with excessive force'."""
    if verb.lower_ not in _REPROACH or verb.pos_ != "VERB" or negated(verb) or child(verb, "nsubj") is None:
        return None
    who, what = child(verb, "dobj"), object_of(verb, "with", "for")
    if who is None or what is None or what.lower_ in ("murder", "manslaughter", "assault", "part"):
        what = next((object_of(t, "with") or child(t, "pobj") for t in verb.subtree if t.lower_ == "with"), None)
    if who is None or what is None:
        return None
    if verb.lower_[:6] == "charge" and who.lower_ not in (
        "police",
        "army",
        "government",
        "military",
        "state",
        "troops",
    ):
        return None
    return accusation(sentence, "accused", verb, predicate(verb), text_of(who), text_of(what))


def puts_on(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Puts it on the neighbour'."""
    thing, on = child(verb, "dobj"), object_of(verb, "on")
    if verb.lower_ not in _PUTS or thing is None or on is None or negated(verb):
        return None
    if thing.lower_ not in ("it", "this", "that", "them") or not (
        on.pos_ == "PROPN" or is_doer(on) or on.lower_ in IN_CHARGE - {"board", "council"}
    ):
        return None
    return accusation(sentence, "held", verb, predicate(verb), text_of(on), None)


def names_group(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The spokesman had named a local group', 'officials first name Jaish'."""
    what, who = child(verb, "dobj"), child(verb, "nsubj")
    if verb.lower_ not in _NAMES or verb.pos_ != "VERB" or what is None or who is None or negated(verb):
        return None
    if not may_speak(who) or any(t.lower_ in ("as", "after", "for", "new") for t in verb.subtree):
        return None
    armed = what.pos_ == "PROPN" and is_armed_group(text_of(what) or what.text)
    named = what.lower_ in _GROUPS and child(what, "appos") is not None
    if not armed and not named:
        return None
    return accusation(sentence, "named", verb, [verb, *core(what)], text_of(child(what, "appos") or what), None)


def called_crime(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Called it a stab in the back by accomplices of terrorists', 'named it a war crime of Ruritania'."""
    if (
        verb.lower_ not in _CALLS
        or negated(verb)
        or child(verb, "nsubj") is None
        or child(verb, "prt") is not None
    ):
        return None
    noun = next(
        (t for t in verb.subtree if t.lower_ in _CRIMES and t.pos_ == "NOUN" and 1 < t.i - verb.i < 9), None
    )
    if noun is None:
        return None
    doer = object_of(noun, "by")
    if doer is None:
        doer = next((o for t in verb.subtree if t.i > noun.i and (o := object_of(t, "by")) is not None), None)
    if doer is None:
        of = object_of(noun, "of")
        doer = of if of is not None and (names_side(of) or is_doer(of)) else None
    if doer is None or doer.i - noun.i > 10:
        return None
    within = verb.doc[verb.i : core(doer)[-1].i + 1]
    return accusation(sentence, "called", verb, list(within), text_of(doer), text_of(noun))


def members_of(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The attackers belonged to the Falcons', 'the gunmen were members of the movement': in somebody's words."""
    who = child(verb, "nsubj")
    if who is None or who.lower_ not in _ATTACKERS | {"four", "three", "two", "both", "all"} or negated(verb):
        return None
    if verb.lower_ in ("belonged", "belong", "belongs"):
        what = object_of(verb, "to")
    elif verb.lower_ in ("wore", "wear"):
        dress = child(verb, "dobj")
        what = dress if dress is not None and dress.lower_ in _DRESS and _marked(dress) else None
        return (
            None
            if what is None or accuser(page, sentence, verb) is None
            else accusation(sentence, "members", verb, [*core(who), *predicate(verb)], text_of(what), None)
        )
    elif verb.lower_ in ("were", "was", "are", "is"):
        role = child(verb, "attr")
        if role is not None and role.i > verb.i and (names_side(role) or (is_doer(role) and _marked(role))):
            if who.lower_ not in _ATTACKERS or accuser(page, sentence, verb) is None:
                return None
            return accusation(sentence, "members", verb, [*core(who), verb, *core(role)], text_of(role), None)
        what = (
            object_of(role, "of")
            if role is not None and role.lower_ in ("members", "member", "fighters")
            else None
        )
    else:
        return None
    if what is None or what.pos_ != "PROPN" or accuser(page, sentence, verb) is None:
        return None
    if who.lower_ not in _ATTACKERS and not is_armed_group(text_of(what) or what.text):
        return None
    return accusation(sentence, "members", verb, [*core(who), verb, *predicate(verb)], text_of(what), None)


def _marked(what: Token) -> bool:
    """'Ruritanian uniforms', 'army fatigues', 'mercenaries of the 28th Front': told whose."""
    before = [t for t in core(what) if t.i < what.i and t.dep_ in ("amod", "compound", "poss", "nmod")]
    of = object_of(what, "of", "from")
    return any(t.lower_ in ARMED or names_side(t) or t.pos_ == "PROPN" for t in before) or (
        of is not None and of.pos_ == "PROPN"
    )


_DRESS = word_set("uniform uniforms fatigues badge badges insignia armbands armband")


def a_hand(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Conclusive indications of Ruritania's hand': in somebody's words."""
    match = next((m for m in _HAND.finditer(sentence.text) if m.start() == token.idx), None)
    if match is None or " no " in sentence.text[: match.end()].lower()[-60:]:
        return None
    seer = child(token, "nsubj") if token.pos_ == "VERB" else None
    if (seer is None or not may_speak(seer)) and asserter(page, sentence, token) is None:
        return None
    within = sentence.tokens_between(*match.span())
    return accusation(sentence, "hand", token, within, match["who"], None)


RULES = (
    found_guilty,
    reproached,
    puts_on,
    names_group,
    called_crime,
    members_of,
    a_hand,
)
