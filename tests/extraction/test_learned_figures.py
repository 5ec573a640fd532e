"""Figures that only the learnt model reads, and what is told of it."""

from __future__ import annotations

import pytest

from factcheck import extraction
from factcheck.extraction import learned
from factcheck.extraction.counts.learned import reader
from factcheck.extraction.counts.learned.features import of_figure
from factcheck.extraction.counts.learned.stems import stem_of
from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.parser import parse
from factcheck.values import ClaimRecord, Document


def features(sentence: str) -> list[str]:
    return of_figure(Reading(next(parse([sentence]))).figures[0])


def learnt(text: str) -> list[ClaimRecord]:
    return [claim for claim in extraction.extract(Document("d", text)) if claim.rule == reader.RULE]


@pytest.mark.parametrize(("forms", "stem"), [("killed kills killing kill", "kill"), ("men man", "man")])
def test_the_forms_of_a_word_share_a_stem(forms: str, stem: str) -> None:
    assert {stem_of(word) for word in forms.split()} == {stem}


def test_a_figure_is_known_by_its_noun_its_verb_and_what_it_is_to_it() -> None:
    told = features("Gunmen spirited away eleven of the miners.")
    assert {"noun=miner", "noun~person", "-1=awa", "near-=spirit"} <= set(told)
    assert "verb1:pobj/prep-of/dobj:active=spirit" in told


def test_the_same_sentence_has_the_same_features_whatever_the_figure() -> None:
    one, other = (features(f"The clinic counted {n} of them.") for n in ("34", "39"))
    assert one == other


def test_the_shipped_model_knows_the_kinds_and_what_is_none() -> None:
    assert {"killed", "wounded", "missing", "captured", "displaced", reader.NONE} <= set(
        learned.model(reader.MODEL).classes
    )


def test_the_quote_leaves_out_the_verb_of_who_gives_the_figure() -> None:
    text = "DNA SHOWS THE DEAD ARE 65 CAPTURED UKRAINIANS, SIX CREW AND  THREE MILITARY POLICE, IT SAID."
    assert [claim.quote for claim in learnt(text)] == ["SIX CREW", "THREE MILITARY POLICE"]


@pytest.mark.parametrize(
    "text",
    [
        "It is untrue that 60 villagers died, the army said.",
        "It is not true to say that 60 villagers died, the army said.",
        "The general said it was a lie that his men had killed 60 villagers.",
        "Reports that 60 people died are wrong, the minister said.",
    ],
)
def test_the_model_takes_no_figure_that_is_called_untrue(text: str) -> None:
    assert learnt(text) == []


POLICE = (
    "Detectives were called to an apartment on Elm Street on Friday. A suspect was arrested near the driveway, "
    "the sheriff said, and deputies heard gunshots."
)
ELSEWHERE = (
    "The committee met in the town hall on Friday. The roof of the mill had been mended, the engineer said, and "
    "the harbour was open."
)


def learnt_on(page: str, sentence: str) -> list[float | None]:
    """The figures that the model alone takes from a sentence of such a page."""
    return [claim.low for claim in learnt(f"News of the week\n\n{page}\n\n{sentence}")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The director could: 31 miners were killed in the shaft.",  # the parser attaches "could" wrongly
        "The union said that 31 were killed and that the owner had known; of course the company rejected this.",
    ],
)
def test_a_sure_figure_is_taken_though_a_word_tells_of_what_did_not_happen_but_in_no_police_report(
    sentence: str,
) -> None:
    assert learnt_on(ELSEWHERE, sentence) == [31]
    assert learnt_on(POLICE, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The union said over 300 could have perished.",
        "According to one survivor, at least 31 could have perished.",
    ],
)
def test_a_figure_that_is_less_sure_is_left_where_a_word_tells_of_what_did_not_happen(sentence: str) -> None:
    assert learnt_on(ELSEWHERE, sentence) == learnt_on(POLICE, sentence) == []


def test_in_a_police_report_one_of_several_was_told_of_before() -> None:
    sentence = "One of the brothers lay lifeless."
    assert learnt_on(ELSEWHERE, sentence) == [1]
    assert learnt_on(POLICE, sentence) == []
    assert learnt_on(POLICE, "A neighbour lay lifeless, and 31 lay dead.") == [31]
