"""Counts on whole pages: figures without a word of their own, lists, quotes, arbitrary input."""

import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck.extraction import NOT_ENGLISH, extract, extract_all
from factcheck.record import check_quote
from factcheck.values import ClaimRecord, Document, Qualifier


def claims(text: str) -> list[ClaimRecord]:
    return extract(Document("d", text))


def test_the_figure_takes_its_kind_from_the_count_before() -> None:
    found = claims("Ruritania spoke of 23 dead soldiers. Graustark put the figure at 58.")
    assert [(c.kind, c.low) for c in found] == [("killed", 23), ("killed", 58)]


def test_a_dated_list_takes_its_kind_from_the_text_before() -> None:
    found = claims(
        "Eleven sailors were hurt.\n\nThe number over time:\n\n• May 3: none\n• May 9: 11\n• May 20: 34"
    )
    assert [c.low for c in found if c.kind == "wounded"] == [11, 0, 11, 34]


def test_a_multiple_is_worked_out() -> None:
    found = claims("Ruritania lost 20 men and the other side lost more than twice that number.")
    assert (found[-1].low, found[-1].high, found[-1].qualifier) == (40, None, Qualifier.MORE_THAN)


def test_bare_figures_on_a_page_about_marches_are_marchers() -> None:
    found = claims("The marches went on. The ministry counted 1.08 million demonstrators; the unions 3.5 million.")
    assert [c.low for c in found if c.kind == "attendance"] == [1_080_000, 3_500_000]


def test_the_quote_is_the_shortest_stretch_that_carries_the_claim() -> None:
    assert (
        claims("On Sunday 23 of its soldiers had been killed, it said.")[0].quote
        == "23 of its soldiers had been killed"
    )


def test_every_claim_says_its_rule_and_how_sure_it_is() -> None:
    for claim in claims("Nine miners died and several were hurt."):
        assert claim.rule
        assert 0 < (claim.confidence or 0) <= 1
    assert claims("Several miners were hurt.")[0].vague_word == "several"


def test_a_repeated_sentence_counts_once() -> None:
    assert len(claims("Bus crash kills 14\n\nBus crash kills 14\n\nFire crews came.")) == 1


def test_upper_case_telex_is_read() -> None:
    found = claims("STRELSAU, 3 MAY -- SIX PEASANTS WERE KILLED BY GUERRILLAS AND FOUR WERE WOUNDED.")
    assert [(c.kind, c.low) for c in found] == [("killed", 6), ("wounded", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "Bei dem Angriff wurden nach Angaben der Polizei am Sonntag mindestens 58 Menschen getötet und weitere 30 "
        "Personen verletzt, wie das Ministerium in der Hauptstadt am Abend mitteilte.",
        "Al menos 58 personas murieron y otras 30 resultaron heridas en el ataque del domingo contra la ciudad, "
        "según informaron las autoridades de la provincia en un comunicado difundido por la noche.",
    ],
)
def test_another_language_gives_no_claims_and_a_remark(text: str) -> None:
    assert [(c, remark) for _, c, remark in extract_all([Document("d", text)])] == [([], NOT_ENGLISH)]


def test_batches_keep_the_order_and_the_documents_apart() -> None:
    documents = [Document(str(n), f"{n} people were killed.") for n in range(2, 72)]
    assert [(d.doc, [c.low for c in found]) for d, found, _ in extract_all(documents)] == [
        (str(n), [n]) for n in range(2, 72)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "killed " * 14_000,
        "five people were killed and " * 3_600,
        "12 " * 30_000 + "were killed",
        "(" * 50_000 + " 5 killed " + ")" * 50_000,
        "a" * 100_000 + " 7 killed",
        "The the of and " + "9" * 90_000 + " killed",
        "\u200f\u202e killed \u200b 5 \ufeff people \U0001f4a5" * 3_000,
    ],
)
def test_hostile_text_of_a_hundred_kilobytes_takes_bounded_time(text: str) -> None:
    began = time.monotonic()
    for claim in claims(text):
        check_quote(claim, text)
    assert time.monotonic() - began < 30


WORDS = st.sampled_from(
    [
        *(
            "5",
            "23",
            "1,000",
            "million",
            "dozens",
            "at",
            "least",
            "more",
            "than",
            "about",
            "no",
            "one",
            "nobody",
            "others",
        ),
        *(
            "killed",
            "wounded",
            "died",
            "dead",
            "missing",
            "toll",
            "rose",
            "to",
            "said",
            "of",
            "the",
            "were",
            "was",
            "its",
        ),
        *("people", "soldiers", "children", "among", "them", "and", ",", ".", "(", ")", "“", "”", "—", "%", "$"),
        *("\u200b", "\u200f", "\U0001f4a5", "\n", "\n\n"),
    ]
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example("5 killed about one")
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_claims_whose_quotes_stand_at_their_offsets(text: str) -> None:
    for claim in claims(text):
        check_quote(claim, text)
        assert claim.low is None or claim.high is None or claim.low <= claim.high


def test_the_lines_below_losses_are_destroyed_or_fell() -> None:
    text = (
        "The following losses were inflicted on the enemy:\n- about 130 tanks and other armoured vehicles;\n"
        "- up to 150 servicemen;\n- five ammunition depots.\n\nThe ministry has 12 offices and 300 vehicles."
    )
    found = [(c.kind, c.low, c.high) for c in extract(Document("d", text))]
    assert found == [("destroyed", 130, 130), ("casualties", None, 150), ("destroyed", 5, 5)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("The clinic put the number of dead at nine.", ["the number of dead at nine"]),
        ("It put the dead at nine, of injured at 12.", ["put the dead at nine", "of injured at 12"]),
    ],
)
def test_the_quote_of_a_toll_begins_with_its_words(text: str, quotes: list[str]) -> None:
    assert [claim.quote for claim in claims(text)] == quotes
