"""Who says so, case by case (tests/cases/claimants.csv), and what a page as a whole shows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factcheck.extraction import extract
from factcheck.extraction.page import Finding, Page, lay_out, parse_where
from factcheck.extraction.voices.attribution import Voice, attribute
from factcheck.values import Document, Span, Stance

CASES = Path(__file__).parents[1] / "cases" / "claimants.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))


def laid_out(text: str, source: str = "The Example Post") -> Page:
    page = lay_out(Document(doc="d", text=text, source=source))
    parse_where([page], lambda sentence: True)
    return page


def voice_of(page: Page, quote: str, kind: str = "killed") -> Voice:
    start = page.text.index(quote)
    sentence = next(s for s in page.sentences if s.span.end > start)
    finding = Finding(kind=kind, span=Span(start, start + len(quote)), sentence=sentence, rule="test")
    return attribute(page, finding)


def kind_of(row: dict[str, str]) -> str:
    if "march" in row["text"] or "organisers" in row["text"]:
        return "attendance"
    return "killed" if any(word in row["quote"] for word in ("kill", "dead", "die", "lost")) else "wounded"


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['why']}-{n}" for n, row in enumerate(ROWS)])
def test_the_claimant_the_stance_and_the_carrier_are_right(row: dict[str, str]) -> None:
    kind = "killed" if row["quote"].isdigit() and "organisers" not in row["text"] else kind_of(row)
    voice = voice_of(laid_out(row["text"]), row["quote"], kind)
    assert (voice.claimant or "").casefold() == row["claimant"].casefold()
    assert voice.stance.value == row["stance"]
    assert (voice.via or "") == row["via"]


def test_in_a_press_release_the_body_that_issued_it_speaks() -> None:
    text = (
        "NAVAL COMMAND OF FREDONIA\nPress release - Port Felix, 3 March\n\nThree vessels were boarded. Two "
        "sailors were killed.\n\n-Ends-\n"
    )
    voice = voice_of(laid_out(text, source="Naval Command of Fredonia"), "Two sailors were killed")
    assert voice.claimant == "Naval Command of Fredonia"


def test_the_head_of_a_statement_that_says_from_whom_it_is_names_the_body_alone() -> None:
    text = "MEDIA STATEMENT\nFrom: Kitwe Provincial Police\n\nFour people were killed near Ndola on Monday."
    assert voice_of(laid_out(text), "Four people were killed").claimant == "Kitwe Provincial Police"


def test_news_about_a_body_is_not_its_statement() -> None:
    text = "Two sailors were killed off Port Felix on Sunday.\n\nThe navy issued a press release later."
    assert voice_of(laid_out(text), "Two sailors were killed").claimant is None


def test_lines_of_a_list_belong_to_whom_its_introduction_names() -> None:
    text = (
        "Chad's health ministry keeps a record.\n\nThe ministry's count over time:\n\n• May 1: 12 dead\n• "
        "May 4: 19 dead\n"
    )
    voice = voice_of(laid_out(text), "19 dead")
    assert voice.claimant == "Chadian Health Ministry"


def test_a_capital_of_a_state_with_the_taliban_in_government_is_named_so() -> None:
    text = "The Taliban government met on Sunday. Kabul said four guards were killed."
    assert voice_of(laid_out(text), "four guards were killed").claimant == "Afghan Taliban government"


def test_a_person_is_known_by_surname_after_the_introduction() -> None:
    text = (
        "Ines Prado, spokeswoman for the port authority, spoke on Monday. A crane fell. Two workers died, "
        "Prado said."
    )
    assert voice_of(laid_out(text), "Two workers died").claimant == "port authority"


def test_the_second_speaker_of_a_page_does_not_take_the_first_ones_claims() -> None:
    text = (
        "Peru's army said 30 rebels were killed in the raid on Sunday. "
        "A rebel commander told the radio that only two fighters had died."
    )
    page = laid_out(text)
    assert voice_of(page, "30 rebels were killed").claimant == "Peruvian army"
    assert voice_of(page, "only two fighters had died").claimant == "rebels"


def test_a_quotation_that_opens_again_in_the_next_paragraph_keeps_its_speaker() -> None:
    text = (
        "“We heard the first blast at noon,” said Lena Ortiz, head of the clinic.\n\n"
        "“Then they came. Nine children were wounded. There was no water.”\n"
    )
    assert voice_of(laid_out(text), "Nine children were wounded", "wounded").claimant == "clinic"


def test_a_page_in_one_sentence_without_letters_has_no_claimant() -> None:
    page = laid_out("12 34 56 ... !!! 7 dead")
    assert voice_of(page, "7 dead") == Voice(None, Stance.REPORTS)


def test_marks_that_nobody_closes_do_not_swallow_the_page() -> None:
    text = 'He said "nothing was left. ' + "The road was long. " * 400 + "Four people died."
    assert voice_of(laid_out(text), "Four people died").claimant is None


def claimants(text: str, source: str) -> list[str | None]:
    return [claim.claimant for claim in extract(Document("d", text, source=source))]


@pytest.mark.parametrize(
    ("source", "claimant"),
    [
        ("Oldport Police Department", "Oldport Police Department"),
        ("City of Oldport, Police Department", "City of Oldport Police Department"),
        ("Free Valley Front (FVF) Press Centre", "Free Valley Front"),
        ("OCHA Niger", "OCHA Niger"),
        ("Border Rights Watch", "Border Rights Watch"),
        ("Croix-Rouge ruritanienne", "Croix-Rouge ruritanienne"),
        ("Prefeitura de Oldport", "Prefeitura de Oldport"),
        ("Diario del Ejército", None),
        ("Oldport Police Gazette", None),
        ("The Valley Monitor", None),
        ("Oldport Sentinel", None),
    ],
)
def test_in_what_a_body_publishes_itself_the_body_speaks(source: str, claimant: str | None) -> None:
    assert claimants("Two sailors were killed on Monday.", source) == [claimant]


@pytest.mark.parametrize(
    ("title", "source", "claimant"),
    [
        ("Statement on the loss of the ferry", "Two Islands Lines", "Two Islands Lines"),
        ("Comunicado N° 4: the facts", "Zelanda Cobre", "Zelanda Cobre"),
        ("Statement of the Naval Command: raid beaten off", "The Valley Post", "Naval Command"),
        ("Naval Command: statement to the public", "The Valley Post", "Naval Command"),
        ("Statement on the loss of the ferry", "The Valley Post", None),
        ("State of the ferry lines", "Two Islands Lines", None),
    ],
)
def test_a_page_that_its_title_calls_a_statement_speaks_for_who_issues_it(
    title: str, source: str, claimant: str | None
) -> None:
    page = Document("d", "Two sailors were killed on Monday.", source=source, title=title)
    assert [claim.claimant for claim in extract(page)] == [claimant]


def test_news_about_a_statement_does_not_speak_for_who_issued_it() -> None:
    text = "Two sailors were killed on Monday, it said. The owner told a paper more. Nobody said why."
    page = Document("d", text, source="Two Islands Lines", title="Statement on the ferry awaited")
    assert all(claim.claimant != "Two Islands Lines" for claim in extract(page))


def test_a_headline_speaks_with_the_voice_of_its_text() -> None:
    text = "Nine dead, 14 hurt in Oldport fire\n\nNine people were killed and 14 were hurt, the fire service said."
    assert set(claimants(text, "Oldport Sentinel")) == {"fire service"}


def test_a_headline_keeps_silent_about_whose_figure_it_is_when_its_text_does() -> None:
    text = "Nine dead in Oldport fire\n\nNine people were killed. The fire service said 14 were hurt."
    assert claimants(text, "Oldport Sentinel") == [None, None, "fire service"]


@pytest.mark.parametrize(
    "text",
    [
        "Fifty-six police were hurt, four of them badly.",
        "An earlier version of this story said 3,000 people marched.",
        "According to first determinations, 14 rebels were killed.",
    ],
)
def test_figures_versions_and_findings_claim_nothing(text: str) -> None:
    assert set(claimants(text, "Oldport Sentinel")) == {None}


def test_a_body_keeps_its_voice_in_an_outlet_of_the_same_initials() -> None:
    assert claimants("Two sailors were killed on Monday, OCHA said.", "Oslo City Harbour Advertiser") == ["OCHA"]


def test_in_a_live_report_a_name_behind_the_hour_speaks_and_a_place_says_where() -> None:
    text = (
        "LIVE - newest on top\n\n16:10 The navy has its own list: three sailors dead and 21 injured.\n\n"
        "15:40 Lawyers for Justice: the group has confirmed 18 deaths.\n\n"
        "15:05 Paris: nine people were killed by a shell, the police say.\n"
    )
    assert claimants(text, "Oldport Sentinel") == ["navy", "navy", "Lawyers for Justice", "police"]


def test_the_heading_of_a_list_says_whose_side_it_tells() -> None:
    text = (
        "What each side says about the night.\n\nRUSSIA (Defence Ministry)\n- Twelve soldiers dead.\n\n"
        "UKRAINE (General Staff)\n- 44 Russian soldiers killed.\n"
    )
    assert claimants(text, "Oldport Sentinel") == ["Russian Defence Ministry", "Ukrainian General Staff"]


def given(text: str, source: str, title: str) -> list[str | None]:
    document = Document("d", text, source=source, title=title)
    return [claim.claimant for claim in extract(document) if claim.kind == "killed"]


def test_a_page_that_is_headed_as_a_statement_is_its_source_speaking() -> None:
    text = (
        "Port Felix, 3 March.\n\nWe have searched the wreck for a week. Four sailors died.\n\nThe hull was sound."
    )
    for title in (
        "Statement on the loss of the Marie",
        "Comunicado N° 4: the Marie",
        "Media statement: the Marie",
    ):
        assert given(text, "Two Rivers Lines", title) == ["Two Rivers Lines"]
    assert given(text, "The Felix Herald", "Statement on the loss of the Marie") == [None]
    assert given(text, "Two Rivers Lines", "Statements on the Marie differ") == [None]


def test_news_about_a_statement_is_nobodys_statement() -> None:
    text = (
        "Four sailors died. The company said on Monday that it knew, and its chairman said that the hull was "
        "sound. A widow told the harbour board that it was not."
    )
    assert given(text, "Coastline Felix", "Statement on the loss of the Marie") == [None]


def test_a_title_may_name_whose_statement_another_carries() -> None:
    text = "To the public.\n\nThe truce was trampled on for three days. Six civilians died of the shelling."
    assert given(text, "Felix Bulletin", "FLF General Command: statement to the public") == ["FLF General Command"]
    assert given(text, "Felix Bulletin", "Communiqué no. 3 of the General Staff") == ["General Staff"]
    assert given(text, "Felix Bulletin", "FLF General Command: shelling to go on") == [None]


def test_who_begins_with_his_own_name_speaks() -> None:
    text = "Felix Poles & Wires (FPW) notes the report released today. Five people died as a result of the fire."
    assert given(text, "Felix Poles & Wires", "The regulator's report") == ["Felix Poles & Wires"]
    assert given(text, "Hill Country Notes", "The regulator's report") == [None]


def test_who_says_we_all_along_speaks() -> None:
    text = (
        "Friends, we sat in eleven kitchens. Our sons did not come home. Thirteen miners died in our pit, and we "
        "want to know why. Nobody has answered us."
    )
    assert given(text, "Felix Miners' Families", "What we saw") == ["Felix Miners' Families"]
    told = text.replace("Nobody has answered us.", "A miner told us that he had run.")
    assert given(told, "Felix Miners' Families", "What we saw") == [None]


def test_a_house_named_in_the_dateline_is_a_newspaper() -> None:
    text = "OLDPORT (OAS) -- Three workers died in the blast.\n\nThe plant makes dyes."
    assert given(text, "Oldport Associated Service", "Blast in Oldport") == [None]
    assert given(text.replace("(OAS) -- ", "-- "), "Oldport Rescue Service", "Blast in Oldport") != [None]
