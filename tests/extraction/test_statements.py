"""The model of statements: it adds blame, denials and states in words that no rule knows, and says why."""

from __future__ import annotations

from factcheck import extraction
from factcheck.extraction.narrative.learned import gate
from factcheck.extraction.page import Sentence
from factcheck.values import ClaimRecord, Document, Span, is_learnt


def _learnt(text: str) -> list[ClaimRecord]:
    return [claim for claim in extraction.extract(Document("a", text)) if is_learnt(claim.rule)]


def _sentence(text: str) -> Sentence:
    return Sentence(0, 0, Span(0, len(text)), text)


def test_words_that_accuse_are_worth_a_look_and_others_are_not() -> None:
    assert gate.worth_a_look(_sentence("The ministry said the rebels had never respected the truce."))
    assert not gate.worth_a_look(_sentence("Rain is expected in the north until Friday."))


def test_the_outlets_own_words_and_the_report_of_a_crime_state_nothing() -> None:
    assert not _learnt("The river rose overnight. Shops in the old town stayed shut and buses were late.")
    assert not _learnt(
        "A man was shot in the parking lot of a bar late Saturday, police said. Officers responded to the scene "
        "and said the suspect had fled. Detectives said the gunman opened fire after an argument. Anyone with "
        "information is asked to call the police department."
    )


def test_a_charge_is_no_mere_assertion_of_a_side() -> None:
    text = "The general said the militia was firing on the convoy."
    assert [claim.kind for claim in extraction.extract(Document("a", text))] == ["blame"]


def test_a_state_of_a_dispute_of_which_nobody_speaks_is_the_outlets_own() -> None:
    text = (
        "The army said it holds Marin. The rebels denied it. The ceasefire expired on 3 May. The mission welcomes "
        "the ceasefire announced in June."
    )
    states = [(claim.claimant, claim.target) for claim in _learnt(text) if claim.kind == "status"]
    assert states == [(None, "The ceasefire expired on 3 May")]


def test_what_a_rare_rule_says_outright_stands_whatever_the_model_thinks() -> None:
    text = (
        "The Ostrean government refuses to recognise the line, calling it an artificial division that separates "
        "families and clans."
    )
    assert "status:border" in {claim.rule for claim in extraction.extract(Document("a", text))}


def test_who_neither_confirms_nor_denies_denies_nothing() -> None:
    text = "UKRAINE HAS NEITHER CONFIRMED NOR DENIED SHOOTING DOWN THE PLANE. IT HAS ASKED FOR AN INQUIRY."
    assert [claim.quote for claim in extraction.extract(Document("a", text)) if claim.kind == "denial"] == []
