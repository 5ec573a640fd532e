"""Who gives a claim of which no words beside it tell: candidates, the choice among them, and its reasons."""

from __future__ import annotations

import pytest

from factcheck import extraction
from factcheck.extraction.page import Page, lay_out, parse_where
from factcheck.extraction.voices.learned.candidates import Asked, candidates
from factcheck.extraction.voices.learned.choosing import RULES, choose, likeliest, may_give
from factcheck.extraction.voices.learned.mentions import mentions, speaking
from factcheck.values import Document, Span

SHAFT = (
    "Miners wept at the gate of the pit on Monday. The ministry read a list on the radio at six. "
    "Dead: 48. Injured: 102.\n\nSnow fell all night."
)
BULLETIN = (
    "Miners wept at the gate of the pit on Monday. The ministry's bulletin was read out on the radio at six. "
    "Dead: 48. Injured: 102.\n\nSnow fell all night."
)


def laid_out(text: str, *, source: str | None = None) -> Page:
    page = lay_out(Document("d", text, source=source))
    parse_where([page], lambda _: True)
    return page


def asked_at(page: Page, quote: str, kind: str = "killed", rule: str | None = None) -> Asked:
    start = page.text.index(quote)
    sentence = next(s for s in page.sentences if s.span.start <= start < s.span.end)
    return Asked(sentence, Span(start, start + len(quote)), kind, rule)


def claimants(text: str) -> dict[str, str | None]:
    return {claim.quote: claim.claimant for claim in extraction.extract(Document("d", text))}


def test_a_bulletin_gives_the_bare_figures_behind_it() -> None:
    assert claimants(SHAFT) == {"Dead: 48": "ministry", "Injured: 102": "ministry"}


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were killed when a bus hit a lorry near Korvino on Friday. The road was closed for hours.",
        "Nine hikers died in the storm. The mountain hut has no telephone.",
        "In 1998 a fire in the mill killed 12 workers. The owner has rebuilt it since.",
    ],
)
def test_news_that_names_no_voice_stays_the_page_s_own(text: str) -> None:
    assert set(claimants(text).values()) == {None}


def test_what_words_beside_a_claim_tell_is_never_chosen_otherwise() -> None:
    text = "The army met the press. Police said 14 people were killed. According to the clinic, 30 were wounded."
    readings = extraction.explain(Document("d", text))[0]
    assert [claim.claimant for one in readings for claim in one.claims] == ["police", "clinic"]
    assert not any(why for one in readings for why in one.voiced)


def test_voices_of_other_paragraphs_are_candidates_only_where_they_speak() -> None:
    page = laid_out("The navy sent a ship. The coast guard said it was late.\n\nTwelve men drowned.")
    found = candidates(page, asked_at(page, "Twelve men drowned"))
    assert set(found) == {None, "coast guard"}
    assert "last to speak before, earlier" in found["coast guard"]


def test_a_pronoun_names_whom_it_means() -> None:
    page = laid_out("The Red Cross came at noon. It looks after 40 orphans.")
    told = candidates(page, asked_at(page, "40 orphans"))["Red Cross"]
    assert "meant by a pronoun, before" in told


def test_whoever_is_named_within_the_claim_is_told_apart() -> None:
    page = laid_out("Twenty soldiers of the Ruritanian army were killed in the valley.")
    found = candidates(page, asked_at(page, "Twenty soldiers of the Ruritanian army"))
    assert any("named within the claim" in told for voice, told in found.items() if voice)


def test_telex_capitals_give_no_voices_but_known_ones() -> None:
    page = laid_out("POLICE COUNT RISES. UNICEF STAFF SAFE. STORM LASHES COAST TOWNS AND VILLAGES AGAIN.")
    assert {m.name for n in range(len(page.sentences)) for m in mentions(page, n)} <= {"police", "Unicef Staff"}


def test_who_speaks_is_among_those_named() -> None:
    page = laid_out("The mayor said the bridge fell.")
    assert [m.name for m in speaking(page, 0)] == [m.name for m in mentions(page, 0) if m.spoken]


def test_another_voice_must_be_likelier_by_the_margin() -> None:
    found = {None: [RULES, "a"], "police": ["spoke 1 sentence before, earlier", "b"]}
    assert likeliest(found, None, {RULES: 1.0, "a": 0.0, "b": 1.5}) is None
    assert likeliest(found, None, {RULES: 1.0, "a": 0.0, "b": 2.1}) == "police"


def test_the_choice_says_why_in_words() -> None:
    page = laid_out(BULLETIN)
    chosen = choose(page, asked_at(page, "48"))
    assert (chosen.claimant, chosen.rule) == ("ministry", None)
    assert chosen.reasons
    assert not any("=" in reason for reason in chosen.reasons)


def test_the_explanation_names_both_voices() -> None:
    readings = extraction.explain(Document("d", SHAFT))[0]
    why = [v for one in readings for v in one.voiced if v]
    assert len(why) == 2
    for told in why:
        assert told.startswith("ministry and not the page itself: in these sentences ministry says it (")


@pytest.mark.parametrize(
    ("told", "may"),
    [
        (["says it (say)", "a longer name"], True),
        (["spoke 1 sentence before, paragraph", "police"], True),
        (["nsubj of having, over it", "a government body"], True),
        (["in front of the colon", "a hospital"], True),
        (["says it (accuse)", "a name of one word"], False),
        (["named in its sentence, before", "nsubj of harm, over it", "police"], False),
        (["nsubj of having, over it", "a longer name"], False),
        (["last to speak before, paragraph", "a place"], False),
    ],
)
def test_only_who_speaks_or_a_body_that_has_the_figure_may_give_it(told: list[str], may: bool) -> None:
    assert may_give(told) is may
