"""Who gives a claim, as the transformer reads it from the sentences around."""

from __future__ import annotations

from math import exp

import pytest

from factcheck import extraction
from factcheck.extraction.encoder.encoder import MOST
from factcheck.extraction.encoder.window import BEFORE, BEHIND, HEAD, window
from factcheck.extraction.page import Page, lay_out, parse_where
from factcheck.extraction.voices.learned import listening
from factcheck.extraction.voices.learned.listening import KNOWN, NEVER
from factcheck.language.pieces import BEGIN, END, pieces
from factcheck.values import Document, Span

RAID = (
    "The governor, Ana Petrov, visited the camp at dawn. The shelling had killed 40 refugees, she said, and the "
    "army had done nothing. Another 60 were wounded."
)


def laid_out(text: str, source: str | None = None) -> Page:
    page = lay_out(Document("d", text, source=source))
    parse_where([page], lambda _: True)
    return page


def anybody(name: str) -> bool:
    return bool(name)


def heard_at(page: Page, quote: str, rule: str | None = None) -> listening.Voices:
    start = page.text.index(quote)
    sentence = next(s for s in page.sentences if s.span.start <= start < s.span.end)
    return listening.voices(page, sentence, Span(start, start + len(quote)), rule)


def test_a_window_shows_who_publishes_what_goes_before_and_what_comes_next() -> None:
    page = laid_out("One came. Two went. Three stayed. Four fell.", source="The Daily Post")
    found = window(page, page.sentences[2])
    assert (found.ids[0], found.ids[-1], found.ids[found.middle]) == (BEGIN, END, END)
    assert found.sides.count(0) == found.middle + 1
    assert sorted(found.told) == [0, 1, 2, 3]
    assert [found.ids[row] for row in found.rows(1, 0, 3)] == [pieces("Two")[0].number]
    assert [found.ids[row] for row in found.head] == [piece.number for piece in pieces("The Daily Post")]


def test_a_window_has_its_limits() -> None:
    page = laid_out(" ".join(["Then " + "the man " * 400 + "went."] * 8), source="Post " * 50)
    found = window(page, page.sentences[5])
    assert len(found.head) == HEAD
    assert len(found.told[5][1]) == MOST
    assert len(found.told[6][1]) == BEHIND
    assert sum(len(own) for index, (_, own) in found.told.items() if index < 5) == BEFORE
    assert found.rows(5, 5000, 5003) == []


def test_of_a_long_sentence_before_its_end_is_told() -> None:
    page = laid_out("Then " + "the man " * 120 + "sang. Two fell.")
    found = window(page, page.sentences[1])
    text = page.sentences[0].text
    end = text.index("sang")
    assert [found.ids[row] for row in found.rows(0, end, end + 4)] == [pieces("sang")[0].number]
    assert found.rows(0, 0, 4) == []


def test_the_chances_of_all_voices_are_one() -> None:
    found = heard_at(laid_out(RAID), "60")
    assert sum(exp(chance) for chance in found.chances.values()) == pytest.approx(1.0, abs=1e-3)
    assert found.names[listening.OWN] is None


def test_a_voice_that_is_not_around_is_never_heard() -> None:
    assert heard_at(laid_out(RAID), "60").chance("World Health Organization") == NEVER


def test_whom_the_rules_name_is_weighed_wherever_it_stands() -> None:
    found = heard_at(laid_out(RAID), "60", rule="Red Cross")
    assert NEVER < found.chance("Red Cross") < found.chance(found.likeliest(anybody))


def test_what_is_known_of_a_mention_has_its_place() -> None:
    page = laid_out(RAID)
    sentence = page.sentences[2]
    _, around = listening.heard(page, sentence, window(page, sentence), None)
    assert all(len(one.known) == KNOWN for one in around)
    assert all(sum(one.known[:4]) == 1.0 for one in around)


@pytest.mark.parametrize(
    ("text", "quote", "claimant"),
    [
        (RAID, "60", "Ana Petrov"),
        (
            "Iran's Red Crescent held a press conference in Kerman. The blasts had killed 84 people, and 284 were "
            "in hospital. Mourners had walked to the cemetery on foot.",
            "killed 84 people",
            "Iranian Red Crescent",
        ),
    ],
)
def test_who_spoke_before_gives_what_follows(text: str, quote: str, claimant: str) -> None:
    best = heard_at(laid_out(text), quote).likeliest(anybody)
    assert best is not None
    assert claimant.split()[-1] in best


@pytest.mark.parametrize(
    "text",
    [
        "Seven villagers drowned when a ferry sank off Lorvena on Friday. The minister of transport, Ana Petrov, "
        "will visit the port on Sunday.",
        "A landslide buried nine miners near Tarsk on Monday. The government has banned digging there since 2019.",
    ],
)
def test_what_nobody_says_stays_the_page_s_own(text: str) -> None:
    claims = list(extraction.extract(Document("d", text, source="The Example Post")))
    assert claims
    assert {claim.claimant for claim in claims} == {None}


def test_two_who_deny_it_at_once_stay_two() -> None:
    text = "Oslo and Stockholm both deny that their ships were in the strait during the war."
    claims = list(extraction.extract(Document("d", text)))
    assert {claim.claimant for claim in claims} == {"Norway government", "Sweden government"}
