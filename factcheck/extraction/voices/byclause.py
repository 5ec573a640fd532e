"""Who speaks in the reporting clause that holds a claim: "X said", "according to X", who treated those counted."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extraction.counts.rejected import is_called_untrue, told_instead
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.clauses import named, speeches
from factcheck.extraction.voices.mute import mute
from factcheck.extraction.voices.organisations import party_of
from factcheck.extraction.voices.voices import Speech
from factcheck.lexicons import word_set
from factcheck.values import NARRATIVE_KINDS, Span


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who says a claim, the stance that the verb gives it, and who passes it on.

    ``told`` is False where no words beside the claim say so: its own voice, or the body that issues the page.
    """

    claimant: str | None
    stance: str = "plain"
    via: str | None = None
    told: bool = True


def by_clause(page: Page, sentence: Sentence, inside: Span, kind: str = "") -> Spoken | None:
    """The reporting clause that holds the claim, the innermost one."""
    if sentence.tokens is None:
        return None
    holding = [s for s in speeches(page, sentence) if _holds(sentence, s, inside) and not s.negated]
    holding = [s for s in holding if s.frame not in _HANDLING]
    if len(holding) > 1 and statements.issuer(page) is None:  # "My son wrote ...," said a woman
        others = [s for s in holding if s.speaker.lower() not in ("i", "we")]  # '"I counted eleven," he said'
        holding = [s for s in others or holding if not s.speaker.lower().startswith(("my ", "our "))] or holding
    if kind not in NARRATIVE_KINDS:
        holding = [s for s in holding if s.frame != "accuse"]
    elif (
        kind == "blame" and sentence.tokens is not None
    ):  # the verb that makes the blame says nothing about who lays it
        holding = [s for s in holding if not inside.start <= sentence.tokens[s.at].idx < inside.end]
    if kind == "denial":  # "the rebels' claim that 60 died is a lie": not the rebels deny it
        holding = [s for s in holding if not is_called_untrue(sentence.tokens[s.at])]
    holding.sort(key=lambda s: (s.verb != "quote", s.frame == "hold", len(s.scope)))
    stance = "plain"
    for speech in holding:
        if stance == "plain":
            # who accuses somebody of killing 20 claims the 20; the accusation is a claim of its own
            accuses = speech.verb == "accuse" and kind not in NARRATIVE_KINDS
            stance = "claims" if accuses else _stance(sentence, speech, inside)
        claimant = named(page, sentence, speech)
        if claimant is None:
            continue
        if speech.head is not None and speech.head.lower_ in _PAPERS:
            issuer = statements.issuer(page)
            stance = "estimates" if speech.head.lower_ == "estimates" and stance == "plain" else stance
            if issuer is None and len(speech.speaker.split()) == 1:
                continue
            claimant = issuer or claimant
        if mute(claimant):
            continue
        return Spoken(claimant, stance, _carrier(speech.via))
    # "it is assessed that ..." in a body's own statement is the body's
    return Spoken(statements.issuer(page), stance) if stance not in ("plain", "") else None


def _stance(sentence: Sentence, speech: Speech, inside: Span) -> str:
    """That of the verb; what a denier tells instead of what it denies is not denied."""
    if speech.stance == "denies" and sentence.tokens is not None:
        told = next((t for t in sentence.tokens if t.idx >= inside.start), None)
        if told is not None and told_instead(sentence.tokens[speech.at], told):
            return "plain"
    return speech.stance


_PAPERS = word_set("estimates figures data reports inquiry investigation findings review")
"""Speakers that stand for who issues the document, where it is a statement."""


_HANDLING = word_set("handle work")


def handler(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    """Who treated, recovered or buried those counted, when nobody says so: 'the clinic treated 46 burned'."""
    for speech in speeches(page, sentence):
        if speech.frame in _HANDLING and _holds(sentence, speech, inside):
            claimant = named(page, sentence, speech)
            if claimant is not None:
                return Spoken(claimant)
    return None


def _carrier(via: str | None) -> str | None:
    party = party_of(via) if via else None
    return None if party is None else party.name


def _holds(sentence: Sentence, speech: Speech, inside: Span) -> bool:
    assert sentence.tokens is not None
    tokens = [
        t.i for t in sentence.tokens if t.idx < inside.end and t.idx + len(t) > inside.start and not t.is_punct
    ]
    if tokens and tokens[0] == speech.at + 1 and speech.frame == "say":
        return True  # "which X says operates from there"
    return bool(tokens) and 2 * sum(i in speech.scope for i in tokens) > len(tokens)
