"""The proper names of a text are those of people and places, not whatever a sentence begins with."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language import proper_names as module
from factcheck.language.proper_names import proper_names, proper_names_of


def test_names_stand_inside_sentences() -> None:
    text = "Police arrested Anna Kestrel on Tuesday. Neighbours say Kestrel's brother fled to Varnholt."
    assert proper_names(text) == "Anna Kestrel Tuesday Kestrel Varnholt"


def test_a_name_counts_where_a_sentence_begins_with_it_too() -> None:
    assert proper_names("Oshar fled. They caught Oshar. Then it rained.") == "Oshar Oshar"


def test_a_text_without_names_has_none() -> None:
    assert proper_names("Nobody was hurt.\n\nIt rained. A") == ""


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("AbzSs0_ '’-.,\n|Éßªǅ中😀")), min_size=1))
def test_many_texts_have_the_names_of_each(texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "FEW", -1)
        assert proper_names_of(texts).to_pylist() == [proper_names(text) for text in texts]
