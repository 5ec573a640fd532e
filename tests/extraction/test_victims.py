"""Whom a count counts when its words do not tell: weighed among the people whom its page names."""

from factcheck.extraction import explain
from factcheck.extraction.counts.victims.candidates import Phrase
from factcheck.extraction.counts.victims.choosing import likeliest
from factcheck.extraction.counts.victims.mentions import mentions, stems_of
from factcheck.extraction.page import lay_out
from factcheck.values import Document

MINERS, PEOPLE = stems_of("miners"), stems_of("people")


def test_phrases_are_the_same_in_singular_and_plural() -> None:
    assert stems_of("a Ruritanian soldier") == stems_of("the Ruritanian soldiers")


def test_the_people_of_a_page_are_named_with_what_sort_they_are() -> None:
    page = lay_out(Document("d", "Prison officers saw two Ruritanian soldiers.", title="Miners trapped"))
    assert [m.words for m in mentions(page)] == ["Miners", "Prison officers", "Ruritanian soldiers"]


def test_others_are_taken_only_by_a_margin() -> None:
    found = {PEOPLE: Phrase("people", ["a"]), MINERS: Phrase("miners", ["b"])}
    assert likeliest(found, PEOPLE, {"b": 1.0}, margin=0.9) == MINERS
    assert likeliest(found, PEOPLE, {"b": 0.8}, margin=0.9) == PEOPLE


def test_why_a_count_counts_others_is_told() -> None:
    text = "The miners were trapped by a fire. Twelve dead were found. Three guards were injured."
    readings, _ = explain(Document("d", text))
    told = {c.victims: why for one in readings for c, why in zip(one.claims, one.reasons, strict=True)}
    assert told.keys() == {"miners", "guards"}
    assert told["miners"][0].startswith("it counts miners and not people")
    assert not told["guards"]
