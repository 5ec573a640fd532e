"""Deeds and causes laid at somebody's door: fired first, killed, launched from his soil, caused the fire."""

from __future__ import annotations

import re

from spacy.tokens import Token

from factcheck.extraction.bodies import kind_of
from factcheck.extraction.clauses import asserter, child, core, object_of, said, span_over, text_of
from factcheck.extraction.organisations import party_of
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.lexicons import word_set
from factcheck.parties import side_of

_ARMED = word_set(
    "troops soldiers forces army military aircraft jets drone drones fighters militia militiamen "
    "warplanes planes gunmen rebels insurgents settlers artillery navy helicopters units paramilitaries side"
)
_STRIKES = word_set(
    "killed massacred executed bombed shelled attacked hit struck fired shot crossed opened targeted raided "
    "stormed launched downed murdered ambushed torched abducted brought"
)
_AGENT_VERBS = word_set(
    "caused triggered started sparked provoked downed killed destroyed bombed shelled attacked massacred "
    "carried planned launched fired brought shot committed"
)
_CAUSES = word_set("caused triggered started sparked ignited")
_PRONOUNS = word_set("it which that whom this them him her what")
_BREACHES = word_set("ceasefire cease-fire truce sovereignty airspace agreement line border territory")
_BREAKS = word_set("violated violating violates violate broke broken breaking breached breaching crossed crossing")
_HARBOURS = word_set(
    "sheltering harbouring harboring hosting shelters harbours harbors sheltered harboured harbored"
)
_OPINIONS = word_set("negligence recklessness mistake error sabotage provocation incompetence attack step act")


def accusation(
    sentence: Sentence, rule: str, trigger: Token, tokens: list[Token], who: str | None, what: str | None
) -> Finding:
    """A blame finding over the tokens: who is blamed for what."""
    return Finding(
        "blame",
        span_over(sentence, tokens),
        sentence,
        f"blame:{rule}",
        trigger=trigger,
        victims=None if what is None or what.lower() in _PRONOUNS else what,
        target=who,
        confidence=0.6,
    )


def predicate(verb: Token) -> list[Token]:
    """The verb with its complements to the right; loose clauses only when they begin near it."""
    kept = [verb]
    for part in verb.children:
        if (part.i > verb.i and part.dep_ not in ("punct", "cc", "conj", "advcl", "parataxis", "nsubj")) or (
            part.i > verb.i and part.dep_ == "advcl" and part.i - verb.i < 12
        ):
            kept += core(part)
    return kept


def _first_shot(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Y opened fire first', 'the first shots came from Y', 'Y violated the truce': in somebody's words."""
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ == "amod":
        return None
    who = child(verb, "nsubj")
    low = verb.lower_
    first = any(t.lower_ == "first" for t in verb.subtree if t.i > verb.i and t.i - verb.i < 6)
    thing = child(verb, "dobj")
    speaker = asserter(page, sentence, verb)
    if speaker is None or who is None or any(c.dep_ == "neg" for c in verb.children):
        return None
    if low == "came" and who.lower_ in ("shots", "shot", "fire") and any(t.lower_ == "first" for t in who.subtree):
        return accusation(
            sentence,
            "first_shot",
            verb,
            [*core(who), *predicate(verb)],
            text_of(object_of(verb, "from")),
            "first shots",
        )
    if low in ("was", "were") and (lead := child(verb, "acomp", "attr")) is not None and lead.lower_ == "first":
        deed = next(
            (
                t
                for t in verb.subtree
                if t.tag_ == "VB" and t.lower_ in ("cross", "open", "attack", "fire", "shoot", "strike", "violate")
            ),
            None,
        )
        if deed is not None and not _same_side(page, sentence, speaker, who):
            return accusation(
                sentence,
                "first_shot",
                verb,
                [*core(who), verb, lead, *predicate(deed)],
                text_of(who),
                text_of(child(deed, "dobj")),
            )
    opened = low in ("opened", "open", "opening") and (
        (thing is not None and thing.lower_ in ("fire", "attack")) or child(verb, "prt") is not None
    )
    shot = low in ("fired", "shot", "attacked", "cross", "crossed") and first
    broke = low in _BREAKS and thing is not None and any(t.lower_ in _BREACHES for t in thing.subtree)
    armed = _antecedent(who, verb).lower_ in _ARMED or side_of(text_of(_antecedent(who, verb)) or "") is not None
    if not ((opened and armed) or (shot and armed) or broke) or _same_side(page, sentence, speaker, who):
        return None
    return accusation(
        sentence,
        "first_shot",
        verb,
        [*core(who), *predicate(verb)],
        text_of(_antecedent(who, verb)),
        text_of(thing),
    )


def _antecedent(who: Token, verb: Token) -> Token:
    return verb.head if who.lower_ in ("who", "that", "which") and verb.dep_ == "relcl" else who


def _did_it(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Ruritanian troops killed 20 civilians', said by somebody who is not of their side."""
    if verb.lower_ not in _STRIKES or verb.pos_ != "VERB":
        return None
    who = child(verb, "nsubj")
    speaker = asserter(page, sentence, verb)
    if who is None or speaker is None:
        return None
    who = _antecedent(who, verb)
    if verb.lower_ in ("brought", "shot") and (down := child(verb, "prt")) is not None and down.lower_ == "down":
        if _same_side(page, sentence, speaker, who):
            return None
        return accusation(
            sentence, "did_it", verb, [*core(who), *predicate(verb)], text_of(who), text_of(child(verb, "dobj"))
        )
    if verb.lower_ == "crossed" and not any(t.lower_ in _BREACHES for t in verb.subtree if t.i > verb.i):
        return None
    if (who.lower_ not in _ARMED and not _national(who)) or _same_side(page, sentence, speaker, who):
        return None
    if (
        child(verb, "dobj") is None
        and child(verb, "prt") is None
        and verb.lower_ not in ("attacked", "fired", "crossed")
    ):
        return None
    return accusation(
        sentence,
        "did_it",
        verb,
        [*core(who), *predicate(verb)],
        text_of(who),
        text_of(child(verb, "dobj")) or verb.text,
    )


def _national(who: Token) -> bool:
    """'The Ruritanians' as doers."""
    return who.pos_ == "PROPN" and who.tag_ == "NNPS" and side_of(who.text) is not None


def _same_side(page: Page, sentence: Sentence, speaker: str, who: Token) -> bool:
    """True when the doer is the speaker's own side, or nobody's."""
    words = text_of(who) or ""
    doer = side_of(words, capitals=False)
    if doer is None:
        own = who.lower_ in ("it", "he", "they", "we", "she") or any(
            c.lower_ in ("its", "our", "their") for c in who.children
        )
        party = party_of(speaker)
        return own and (party is None or kind_of(party.name) not in ("monitor", "relief", "media"))
    return side_of(speaker) == doer


def _done_by(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Shot down by Y', 'killed by Ruritanian soldiers', 'caused by Z', 'missiles launched from Y'."""
    if verb.tag_ not in ("VBN", "VBD") or verb.lower_ not in _AGENT_VERBS:
        return None
    agent = object_of(verb, "by")
    if agent is None and verb.lower_ in ("launched", "fired") and verb.dep_ in ("acl", "relcl"):
        agent = object_of(verb, "from")
    if agent is None or asserter(page, sentence, verb) is None:
        return None
    matter = child(verb, "nsubjpass") or (verb.head if verb.dep_ in ("acl", "relcl") else None)
    armed = agent.lower_ in _ARMED or _national(agent) or side_of(text_of(agent) or "") is not None
    if not armed and verb.lower_ not in _CAUSES:
        return None
    rule = "by_cause" if verb.lower_ in _CAUSES else "done_by"
    return accusation(sentence, rule, verb, [verb, *core(agent)], text_of(agent), text_of(matter))


def _from_soil(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'The group operates from Ruritanian soil': the owner of the soil is blamed for letting it."""
    if noun.lower_ not in ("soil", "territory") or noun.dep_ != "pobj" or noun.head.lower_ not in ("from", "on"):
        return None
    verb = noun.head.head
    if verb.pos_ == "NOUN" and verb.head.pos_ == "VERB":
        verb = verb.head
    if noun.head.lower_ == "on" and verb.lower_ not in ("sheltering", "operating", "hiding", "based"):
        return None
    if noun.head.lower_ == "from" and not re.match(r"operat|run|launch|attack|plan|carr|direct|act", verb.lower_):
        return None
    owner = next((c for c in noun.children if c.dep_ in ("amod", "poss", "compound")), None)
    return (
        None
        if owner is None
        else accusation(sentence, "soil", verb, [verb, *core(noun)], text_of(owner), text_of(child(verb, "nsubj")))
    )


def _harbours(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Y gives the militants a haven' and 'Y harbours Z', said by somebody and not denied."""
    if token.lower_ in _HARBOURS and token.pos_ == "VERB":
        who, what = child(token, "nsubj"), child(token, "dobj")
        speech = said(page, sentence, token)
        if who is None or what is None or speech is None or speech.stance == "denies":
            return None
        return accusation(
            sentence, "harbours", token, [*core(who), *predicate(token)], text_of(who), text_of(what)
        )
    return None


def _cause(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Investigators point to negligence', 'X attributed Z to Y'."""
    if verb.lower_ in ("point", "points", "pointed", "pointing") and verb.pos_ == "VERB":
        what = object_of(verb, "to")
        if what is None or not any(t.lower_ in _OPINIONS for t in core(what)) or child(verb, "nsubj") is None:
            return None
        return accusation(sentence, "cause", verb, predicate(verb), text_of(what), None)
    if verb.lower_ in ("attributed", "attributes") and verb.pos_ == "VERB" and child(verb, "nsubj") is not None:
        what, matter = object_of(verb, "to"), child(verb, "dobj")
        return (
            None
            if what is None
            else accusation(sentence, "cause", verb, predicate(verb), text_of(what), text_of(matter))
        )
    if verb.lower_ in _CAUSES and verb.pos_ == "VERB" and child(verb, "dobj") is not None:
        who = child(verb, "nsubj")
        if (
            who is None
            or asserter(page, sentence, verb) is None
            or who.pos_ not in ("NOUN", "PROPN")
            or who.lower_ in ("police", "officers")
        ):
            return None
        fire = child(verb, "dobj")
        if fire is None or fire.lower_ not in (
            "fire",
            "blast",
            "explosion",
            "crash",
            "blaze",
            "war",
            "violence",
            "clashes",
            "fighting",
        ):
            return None
        return accusation(sentence, "by_cause", verb, [*core(who), *predicate(verb)], text_of(who), text_of(fire))
    return None


RULES = (_first_shot, _did_it, _done_by, _from_soil, _harbours, _cause)
