"""What a side asserts as a fact, where nothing closer was found in its words.

Whoever speaks for a side and says what happened, or what holds, takes a position that another may contest. Wishes,
demands, promises, opinions, what one does not know and what is only supposed assert nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.accusing import accuser, negated
from factcheck.extraction.narrative.armed import ARMED
from factcheck.extraction.narrative.denial.negated import is_none
from factcheck.extraction.narrative.hostile import forms
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, said, span_over
from factcheck.extraction.voices.speech import Speech, verbs
from factcheck.language.parties import side_of
from factcheck.lexicons import word_set

LONGEST, SHORTEST = 20, 3
"""Words of a state's quote, from its subject on."""


def may_hold(text: str, words: frozenset[str], said: bool = True) -> bool:
    """True for a sentence in which a side may say something."""
    return said and not words.isdisjoint(_telling()) and not words.isdisjoint(_speakers())


@cache
def _telling() -> frozenset[str]:
    return frozenset(form for form, (base, _, _) in verbs().items() if base in _FACTUAL)


_FACTUAL = word_set(
    "say tell state claim insist maintain assert announce declare add write report confirm acknowledge admit "
    "concede reply respond counter affirm stress argue contend reiterate note explain allege swear recount"
)


_SIDES = (
    word_set(
        "ministry army military navy government administration junta regime minister president premier presidency "
        "spokesman spokeswoman spokesperson general colonel brigadier commander command headquarters defence "
        "defense brigade battalion regiment corps intelligence cabinet embassy ambassador envoy coalition "
        "movement front faction negotiator delegation kremlin pentagon council party"
    )
    | ARMED
)
"""Who has a side in what it tells: a state, its arms and its envoys, those who fight it."""
_TOO_COMMON = word_set("council party front gang gunman gunmen officer officers patrol patrols squad shooter")
_BYSTANDERS = word_set(
    "police sheriff deputies troopers detectives coroner hospital hospitals medics paramedics television radio "
    "newspaper paper agency network editorials media"
)
"""Who tells what happened without being a side in it."""


@cache
def _speakers() -> frozenset[str]:
    return _SIDES - _TOO_COMMON - _BYSTANDERS


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The assertions of a parsed sentence; they yield to every other finding."""
    assert sentence.tokens is not None
    for verb in sentence.tokens:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in _CLAUSES or not _finite(verb):
            continue
        speech = said(page, sentence, verb)
        if speech is None or speech.at == verb.i or speech.stance == "denies" or not _speaks_for_many(speech):
            continue
        what = child(verb, "nsubj", "nsubjpass", "expl")
        if (
            what is None
            or what.i > verb.i
            or what.lower_ in _PERSONS
            or verb.lower_ in _INNER
            or verb.lower_ in verbs()
            or _weighs(verb, what)
            or _fights(verb, what)
        ):
            continue
        if _is_somewhere(verb) or negated(verb) or _asked(verb) or accuser(page, sentence, verb) is None:
            continue
        words = [t for t in (*core(what), *_predicate(verb)) if t.i in speech.scope or t.i == verb.i]
        words = sorted({t.i: t for t in words}.values(), key=lambda t: t.i)
        words = [t for t in words if t.i - words[0].i < LONGEST]
        if len(words) < SHORTEST or any(t.like_num for t in words):
            continue
        span = span_over(sentence, words)
        text = " ".join(span.of(" " * sentence.span.start + sentence.text).split())
        if _TOLL.search(text) is not None:
            continue
        yield Finding("status", span, sentence, "status:asserted", trigger=verb, target=text, confidence=0.3)


_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_PERSONS = word_set("i you she who what which whoever nobody none")
_INNER = word_set(
    "know knows knew think thinks thought believe believes believed hope hopes hoped want wants wanted welcome "
    "welcomes welcomed condemn condemns condemned regret regrets regretted call calls called urge urges urged "
    "ask asks asked expect expects expected plan plans planned need needs needed thank thanks thanked mean "
    "means meant feel feels felt wish wishes wished fear fears feared mourn mourns mourned demand demands "
    "demanded appeal appeals appealed came comes followed follows say says said tell tells told "
    "gone seems seem seemed appears appear "
    "appeared looking checking investigating monitoring considering hopes deserve deserves"
)
_TOLL = gated(r"\b(?:killed|dead|died|deaths?|wounded|injured|injuries|missing|casualties|tolls?|victims)\b", 2)


def _finite(verb: Token) -> bool:
    """In the past or the present, and not as what shall, may or would be."""
    if any(c.tag_ == "MD" or c.lower_ == "to" for c in verb.children if c.dep_ in ("aux", "mark")):
        return False
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.children if c.dep_ in ("aux", "auxpass")
    )


def _is_somewhere(verb: Token) -> bool:
    """'The talks were in Geneva', 'the attack was a warning': no more than where, or what one thinks of it."""
    if verb.lower_ not in ("is", "are", "was", "were"):
        return False
    told = [
        c for c in verb.children if c.i > verb.i and c.dep_ in ("attr", "acomp", "prep", "advmod", "ccomp", "prt")
    ]
    return all(c.dep_ == "prep" or (c.dep_ == "attr" and c.left_edge.lower_ in ("a", "an")) for c in told)


def _weighs(verb: Token, what: Token) -> bool:
    """'It is the same quarrel', 'such revisions are normal', 'half of them are back': an opinion, or a count."""
    if what.lower_ in _PARTS or verb.lower_ in _REASONS:
        return True
    if verb.lower_ not in ("is", "are", "was", "were"):
        return False
    if child(verb, "expl") is not None:
        thing = child(verb, "attr")
        return thing is None or is_none(thing)  # "there was no tow" denies it
    vague = what.lower_ in ("it", "this", "that", "such") or any(
        c.lower_ in ("such", "all") for c in what.children
    )
    plain = child(verb, "acomp") is not None or child(verb, "ccomp", "relcl") is None
    return vague and plain and child(verb, "attr", "acomp") is not None


_PARTS = word_set("that half both most many some several others rest")
_REASONS = word_set("provoked caused triggered motivated driven chosen made lost")


def _fights(verb: Token, what: Token) -> bool:
    """'Its men fired in self-defence', 'our boys are fighting back': one's own fighting is no contested state."""
    own = what.lower_ in ("it", "they", "we") or any(
        c.lower_ in ("its", "our", "their", "his") for c in what.children
    )
    return own and (verb.lower_ in forms() | _BATTLE) and not any(c.lower_ == "only" for c in verb.subtree)


_BATTLE = word_set(
    "fought fighting fight exercised retaliated retaliate responded responding returned launched repelled"
)


def _asked(verb: Token) -> bool:
    """'Who began', 'whether it holds': nothing is asserted."""
    before = [c for c in verb.children if c.i < verb.i]
    return any(c.tag_ in ("WP", "WRB", "WDT") or c.lower_ in ("whether", "if") for c in before)


def _speaks_for_many(speech: Speech) -> bool:
    """A body, its voice or a side; not a witness, a mother or 'one of them'."""
    words = [word.strip(",.'’") for word in speech.speaker.split()]
    if words[:1] == ["each"] or any(word.lower() in _BYSTANDERS for word in words):
        return False
    low = [word.lower() for word in words]
    passing = low[:1] in (["a"], ["an"], ["one"], ["some"])
    told = _SIDES - ARMED if passing else _SIDES
    return any(word in told for word in low) or (not passing and side_of(speech.speaker) is not None)


def _predicate(verb: Token) -> list[Token]:
    kept = [verb]
    for part in verb.children:
        if part.i < verb.i and part.dep_ in ("aux", "auxpass", "advmod", "neg"):
            kept.append(part)
        elif part.i > verb.i and part.dep_ == "ccomp" and child(verb, "attr") is not None:
            kept += part.subtree  # "it was the rebels who asked for it"
        elif part.i > verb.i and part.dep_ not in ("punct", "cc", "conj", "parataxis", "nsubj"):
            kept += part.subtree if part.dep_ == "attr" else core(part)
    return kept
