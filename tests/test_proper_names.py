"""The proper names of a text are those of people and places, not whatever a sentence begins with."""

from __future__ import annotations

from factcheck.proper_names import proper_names


def test_names_stand_inside_sentences() -> None:
    text = "Police arrested Anna Kestrel on Tuesday. Neighbours say Kestrel's brother fled to Varnholt."
    assert proper_names(text) == "Anna Kestrel Tuesday Kestrel Varnholt"


def test_a_name_counts_where_a_sentence_begins_with_it_too() -> None:
    assert proper_names("Oshar fled. They caught Oshar. Then it rained.") == "Oshar Oshar"


def test_a_text_without_names_has_none() -> None:
    assert proper_names("Nobody was hurt.\n\nIt rained. A") == ""
