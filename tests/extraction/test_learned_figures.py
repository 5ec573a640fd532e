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
