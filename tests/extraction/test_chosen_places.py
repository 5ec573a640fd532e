"""The place of a claim, weighed: candidates of a page, the choice among them, the site before the place."""

from __future__ import annotations

import pytest

from factcheck import extraction
from factcheck.extraction.page import Finding, Page, lay_out
from factcheck.extraction.places.choice.around import RULES, candidates
from factcheck.extraction.places.choice.candidates import PageCandidates
from factcheck.extraction.places.choice.choosing import choose, described_places, is_scene, likeliest
from factcheck.extraction.places.choice.names import streets
from factcheck.extraction.places.choice.pagesites import joined, page_sites
from factcheck.extraction.places.choice.sites import sites
from factcheck.extraction.places.scene import places_of
from factcheck.values import Document, Span


def laid_out(text: str, title: str | None = None) -> Page:
    return lay_out(Document("d", text, title=title))


def finding_at(page: Page, quote: str, kind: str = "killed") -> Finding:
    start = page.text.index(quote)
    sentence = next(s for s in page.sentences if s.span.start <= start < s.span.end)
    return Finding(kind, Span(start, start + len(quote)), sentence, "test")


LEAD = "Gunmen killed nine farmers in Korvale on Friday. The governor spoke in Accra. "


def test_every_place_of_a_page_is_a_candidate_and_so_is_an_unlisted_name_behind_a_preposition() -> None:
    found = PageCandidates(places_of(laid_out(LEAD + "Farmers from Upper Tessem fled."))).found
    assert {"korvale", "accra", "upper tessem"} <= found.keys()


def test_people_and_months_are_no_candidates() -> None:
    text = "In May Anna Korvale spoke. The villagers trust Korvale. Nine men were killed in Accra."
    assert "korvale" not in PageCandidates(places_of(laid_out(text))).found


def test_what_the_rules_say_is_among_the_candidates_even_where_the_page_does_not_name_it() -> None:
    page = laid_out(LEAD)
    described = described_places(places_of(page))
    found, said = candidates(described, finding_at(page, "nine farmers"), "Nowhere, Ghana")
    assert said == "nowhere"
    assert RULES in found[said]
    assert candidates(described, finding_at(page, "nine farmers"), None)[1] == ""


def test_another_place_must_be_likelier_by_the_margin_and_none_that_is_wider_is_taken() -> None:
    found = {"a": ["rule"], "b": ["good"], "c": ["best", "around what the rules say"]}
    weights = {"good": 1.0, "best": 9.0}
    assert likeliest(found, "a", weights, margin=1.2) == "a"
    assert likeliest(found, "a", weights, margin=0.9) == "b"


def test_the_choice_says_what_spoke_for_it() -> None:
    page = laid_out(LEAD)
    chosen = choose(places_of(page), finding_at(page, "nine farmers"), "Accra, Ghana")
    assert chosen.rule == "Accra, Ghana"
    assert chosen.place == chosen.rule or chosen.reasons()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A man was shot on Maple Street.", ["Maple Street"]),
        ("Police were called to the 300 block of North Elm Avenue at noon.", ["North Elm Avenue"]),
        ("The lorry left Highway 9 and burnt near Interstate 80.", ["Interstate 80"]),
        ("Street vendors fled.", []),
        ("He leads the Maple Street Church choir.", []),
    ],
)
def test_streets_behind_a_preposition(text: str, found: list[str]) -> None:
    assert [mention.name for mention in streets(laid_out(text).sentences[0])] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A fire at a garment factory killed 12.", ["garment factory"]),
        ("A bomb went off inside the drama theatre.", ["drama theatre"]),
        ("Six died in a coal mine.", ["coal mine"]),
        ("Six died when a lorry drove over a mine.", []),
        ("The market's owner was in tears.", []),
        ("School began on Monday.", []),
    ],
)
def test_sites_that_something_leads_to(text: str, found: list[str]) -> None:
    assert [site.name for site in sites(laid_out(text).sentences[0])] == found


def test_a_site_stands_before_the_place_unless_that_names_it() -> None:
    site = sites(laid_out("A fire at a garment factory killed 12.").sentences[0])[0]
    assert joined(site, "Derna, Libya") == "garment factory, Derna, Libya"
    assert joined(site, "Korvale factory, Derna") == "Korvale factory, Derna"
    site = sites(laid_out("Nine died in Shifa hospital.").sentences[0])[0]
    assert joined(site, "Shifa") == "Shifa hospital"
    assert joined(site, "Shifa, Gaza") == "Shifa hospital, Gaza"


def test_sites_with_one_noun_are_one_and_the_longest_words_show_it() -> None:
    page = laid_out("A blast hit the factory. Twelve died in the garment factory. Others fled to a school.")
    known = page_sites(page).known
    assert [one.shown.name for one in known.values()] == ["garment factory", "school"]


def test_only_at_the_place_of_the_page_s_incident_do_other_sentences_name_the_site() -> None:
    text = (
        "A bomb killed 14 people at a livestock market in Kutum on Friday, police said. The market was full of "
        "traders. A week ago five men were shot dead in Nyala."
    )
    claims = {c.low: c.place for c in extraction.extract(Document("d", text))}
    assert claims[14] is not None
    assert claims[14].startswith("livestock market, Kutum")
    assert claims[5] is not None
    assert "market" not in claims[5]


def test_a_place_lies_at_the_scene_where_the_page_has_none_other() -> None:
    places = places_of(laid_out(LEAD))
    assert is_scene(places, "Korvale")
    assert is_scene(places, None)
    assert not is_scene(places, "Accra, Ghana")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A source in the Interior Ministry said that nine died.", []),
        ("A bomb went off outside the Interior Ministry.", ["Interior Ministry"]),
    ],
)
def test_a_ministry_is_a_site_where_something_is_at_it_and_not_where_it_speaks(
    text: str, found: list[str]
) -> None:
    assert [site.name for site in sites(laid_out(text).sentences[0])] == found
