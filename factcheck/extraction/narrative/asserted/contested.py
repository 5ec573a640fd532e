"""What somebody asserts of a contested thing, in any words: 'the cargo was missiles', 'the jet had turned'."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.narrative.accusing import accuser, last_subject, negated
from factcheck.extraction.narrative.armed import ARMED
from factcheck.extraction.narrative.asserted.contestedgate import GONE, may_hold
from factcheck.extraction.narrative.asserted.contestedwords import (
    ACTS,
    BE,
    CONDITIONS,
    COUNTED,
    DEALS,
    GIVE,
    GIVEN,
    HOLES,
    IN_HEALTH,
    MOVES,
    NO_STATE,
    OF_SIDES,
    OPINABLE,
    OWN_ACTS,
    PEOPLE,
    PRIVATE,
    TALKS,
    THERE,
    THINGS,
    WAITING,
)
from factcheck.extraction.narrative.doers import is_doer, names_side
from factcheck.extraction.narrative.hostile import forms
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, said, span_over
from factcheck.extraction.voices.labels import label_speaker
from factcheck.extraction.voices.speaking import is_office

__all__ = ["find", "may_hold"]

LONGEST = 20
"""Words of a state's quote from its subject on."""

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis", "dep"})


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The states of contested things that somebody asserts in a parsed sentence."""
    assert sentence.tokens is not None
    for verb in sentence.tokens:
        if verb.lower_ in NO_STATE or not _heads_clause(verb):
            continue
        what = _subject(verb)
        if what is None or not any(way(verb, what) for way in (_is_so, _did, _own_act, _gave, _has, _went)):
            continue
        if not _is_told(page, sentence, verb):
            continue
        near = [*core(what)] if 0 < verb.i - what.i < 14 else []
        words = [t for t in (*near, *_predicate(verb)) if t.i - (near or [verb])[0].i < LONGEST]
        span = span_over(sentence, words)
        text = " ".join(span.of(" " * sentence.span.start + sentence.text).split())
        yield Finding("status", span, sentence, "status:contested", trigger=verb, target=text, confidence=0.4)


def _heads_clause(verb: Token) -> bool:
    if verb.pos_ not in ("VERB", "AUX") and child(verb, "auxpass") is None:
        return False
    if any(c.lower_ in _ASKING and c.i < verb.i for c in verb.children):
        return False
    labelled = verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.nbor(-1).i > verb.head.i
    return verb.dep_ in _CLAUSES or (labelled and any(t.text == ":" for t in verb.doc[verb.head.i : verb.i]))


_ASKING = frozenset({"where", "when", "how", "why", "whether", "if"})


def _subject(verb: Token) -> Token | None:
    """Of what the verb tells: its own subject, "there" left to what is there."""
    what = last_subject(verb)
    if child(verb, "expl") is not None:
        what = child(verb, "attr") or what
    if what is None:
        return None
    member = object_of(what, "of")
    return member if member is not None and member.i - what.i < 5 and what.lower_ in _SOME else what


_SOME = frozenset({"all", "most", "some", "many", "none", "half", "part", "parts", "rest", "one", "number"})


def _is_so(verb: Token, what: Token) -> bool:
    """'The cargo was missiles', 'the dam is intact', 'two lines had been cut'."""
    if not (verb.lower_ in BE or any(c.lower_ in BE and c.dep_ in ("aux", "auxpass") for c in verb.children)):
        return False
    if verb.tag_ == "VBG" and verb.lower_ not in ACTS and what.lower_ in PEOPLE:
        return False
    told = {t.lower_ for t in _predicate(verb)}
    if verb.lower_ in forms() | {"subjected"} and not negated(verb):
        return False
    if not told.isdisjoint(COUNTED) or any(c.like_num for c in verb.children if c.dep_ == "attr"):
        return False
    how = child(verb, "acomp", "attr")
    if how is not None and how.i > verb.i:
        if what.lower_ in OPINABLE and how.dep_ == "attr":
            return False  # "the attack was a warning"
        if (
            (what.lower_ in PEOPLE or what.lower_ in ARMED)
            and how.dep_ == "acomp"
            and how.lower_ not in CONDITIONS
        ):
            return False  # "the police are not certain"
    if what.lower_ in TALKS and verb.lower_ in BE and child(verb, "acomp", "attr", "advmod") is None:
        return False  # "the talks were in Geneva"
    return _is_contested(verb, what)


def _did(verb: Token, what: Token) -> bool:
    """'The jet strayed into its airspace', 'the ship carried weapons', 'the minister has resigned'."""
    if verb.lower_ not in ACTS or child(verb, "prt") is not None or what.lower_ in ("water", "door"):
        return False
    if not _is_contested(verb, what) or (what.lower_ in PEOPLE and verb.lower_ in _BEGUN):
        return False
    told = _predicate(verb)
    return not any((t.like_num and t.head.lower_ in PEOPLE) or t.lower_ == "scene" for t in told)


_BEGUN = frozenset({"began", "begun", "ended", "continued", "continue", "continues", "stopped", "took"})


def _has(verb: Token, what: Token) -> bool:
    """'The ship had a hole at the waterline', 'the soldiers are laying down their arms'."""
    thing = child(verb, "dobj")
    if thing is None or what.lower_ not in THINGS:
        return False
    if verb.lower_ in ("laying", "laid", "lay"):
        return thing.lower_ == "arms"
    return verb.lower_ in ("has", "have", "had") and thing.lower_ in HOLES


def _went(verb: Token, what: Token) -> bool:
    """'Almost all the Ruritanians have left the valley'."""
    place = child(verb, "dobj")
    return verb.lower_ in GONE and place is not None and place.pos_ == "PROPN" and names_side(what)


def _own_act(verb: Token, what: Token) -> bool:
    """'It has suspended its work', 'local leaders had agreed to the pullout': no deed against anybody."""
    if verb.lower_ not in OWN_ACTS or any(c.like_num for c in what.children):
        return False
    thing = child(verb, "dobj")
    if verb.lower_ == "signed":
        return thing is not None and thing.lower_ in DEALS
    if verb.lower_ in ("agreed", "accepted", "decided", "agree", "accept"):
        return what.lower_ not in ("i", "you", "we") and (verb.lower_ != "decided" or what.pos_ != "PRON")
    return what.lower_ in ("it", "they") or what.lower_ in ARMED or is_doer(what)


def _gave(verb: Token, what: Token) -> bool:
    """'The owner was given a warning', 'it had handed over the coordinates'."""
    thing = child(verb, "dobj")
    return thing is not None and thing.lower_ in GIVEN and verb.lower_ in GIVE and not negated(verb)


def _is_contested(verb: Token, what: Token) -> bool:
    low = what.lower_
    told = {t.lower_ for t in _predicate(verb)}
    if low in ("he", "she", "they", "all", "both") and not told.isdisjoint(IN_HEALTH):
        return not any(c.like_num for c in verb.children)
    if low == "it" and verb.lower_ in MOVES:
        return True
    if low in PRIVATE:
        return False
    if low in THINGS:
        numbered = any(c.like_num or c.lower_ in _VAGUE for c in core(what) if c.i <= what.i)
        return not (numbered and (low in PEOPLE or low in ARMED)) or not WAITING.isdisjoint(told)
    if what.pos_ not in ("NOUN", "PROPN") or any(c.like_num for c in what.children):
        return False
    return not THERE.isdisjoint(told)


_VAGUE = frozenset({"dozens", "hundreds", "thousands", "scores", "several"})


def _is_told(page: Page, sentence: Sentence, verb: Token) -> bool:
    """True for what somebody but a passer-by says in the sentence itself, as a fact."""
    if any(c.tag_ == "MD" for c in verb.children):
        return False
    speech = said(page, sentence, verb)
    if speech is None:
        return label_speaker(page, sentence, verb.idx) is not None
    if speech.at == verb.i or accuser(page, sentence, verb) is None:
        return False
    words = speech.speaker.lower().split()
    passing = words[:1] in (["a"], ["an"], ["one"])
    return not passing or bool(OF_SIDES & set(words)) or any(map(is_office, words[1:3]))


def _predicate(verb: Token) -> list[Token]:
    kept = [verb]
    for part in verb.children:
        if part.i < verb.i and part.dep_ in ("aux", "auxpass", "advmod", "neg"):
            kept.append(part)
        elif part.i > verb.i and part.dep_ not in ("punct", "cc", "conj", "advcl", "parataxis", "relcl", "nsubj"):
            kept += core(part)
    return sorted(kept, key=lambda t: t.i)
