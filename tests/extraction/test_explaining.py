"""What the explanation of a text says: what was taken, by which rule, and what was refused and why."""

from __future__ import annotations

from datetime import date

from factcheck import extraction
from factcheck.extraction.explaining import A_DAY, AS_ABOVE, NO_WORD, NOTHING_TOLD, SentenceReading
from factcheck.extraction.page import lay_out
from factcheck.extraction.places.choice.choosing import Chosen
from factcheck.extraction.places.scene import _MEMO, why_there
from factcheck.values import Document


def read(text: str) -> list[SentenceReading]:
    return extraction.explain(Document("d", text, published=date(2024, 5, 10)))[0]


def reasons(sentence: SentenceReading) -> dict[str, str]:
    return {refusal.text: refusal.reason for refusal in sentence.refused}


def test_every_sentence_is_shown_in_order_with_the_claims_that_extraction_gives() -> None:
    text = "Twelve miners were killed on Tuesday. Flags flew at half mast. The army denied firing on the pit."
    sentences = read(text)
    assert [s.text for s in sentences] == [text[s.span.start : s.span.end] for s in sentences]
    assert len(sentences) == 3
    assert [c for s in sentences for c in s.claims] == extraction.extract(
        Document("d", text, published=date(2024, 5, 10))
    )
    assert all(claim.rule for s in sentences for claim in s.claims)


def test_a_sentence_that_tells_nothing_says_so() -> None:
    (sentence,) = read("The choir sang at noon.")
    assert sentence.unread == NOTHING_TOLD


def test_an_age_is_refused_as_one() -> None:
    (sentence,) = read("Tom Reed, 34, was killed in the blast that wounded nine others.")
    assert "age" in reasons(sentence)["34"]


def test_a_threat_is_refused_with_its_reason() -> None:
    (sentence,) = read("The rebels could kill 40 hostages, the minister warned.")
    assert not [c for c in sentence.claims if c.kind == "killed"]
    assert any("only possible" in reason for reason in reasons(sentence).values())


def test_a_figure_without_a_word_of_harm_is_refused() -> None:
    (sentence,) = read("The council hired 40 clerks in March.")
    assert reasons(sentence)["40"] == NO_WORD


def test_every_refusal_stands_where_it_says() -> None:
    text = "Police blamed nobody. About 30 officers, aged 20 to 40, may be hurt at 5 pm on 3 May, and two died."
    refused = [refusal for sentence in read(text) for refusal in sentence.refused]
    assert len(refused) > 3
    assert [r.text for r in refused] == [text[r.span.start : r.span.end] for r in refused]


def test_a_text_in_another_language_has_a_remark_and_no_sentences() -> None:
    text = "Zwölf Bergleute wurden am Dienstag getötet, als der Schacht einstürzte. Die Armee bestritt es. " * 4
    assert extraction.explain(Document("d", text)) == ([], extraction.NOT_ENGLISH)


PORT = (
    "A huge explosion at the port.\n\n20:10 The health minister gives a first count: at least 50 people killed "
    "and about 2,700 injured.\n\n00:15 More than seventy have died, he now says.\n\n00:59 The dead number 78, and "
    "nearly 4,000 people are hurt, says the ministry of the explosion at Beirut port."
)


def test_why_a_place_was_chosen_is_told_once_and_never_of_what_the_rules_say_themselves() -> None:
    read_ = extraction.explain(
        Document("d", PORT, title="Beirut blast: as it happened", published=date(2020, 8, 5))
    )
    told = [why for sentence in read_[0] for why in sentence.placed if why]
    assert len({why for why in told if why != AS_ABOVE}) == len([why for why in told if why != AS_ABOVE])
    assert not any("happened in" in reason for s in read_[0] for reasons_ in s.reasons for reason in reasons_)


def test_a_site_before_the_place_is_no_other_place_than_the_rules_say() -> None:
    page = lay_out(Document("d", "A blast killed nine people at the port. Beirut port burnt."))
    page.memo[_MEMO] = {(8, "killed"): Chosen("Beirut, Lebanon", "Beirut port")}
    assert why_there(page, 8, "killed", "port, Beirut, Lebanon") is None
    assert why_there(page, 8, "killed", "Beirut, Lebanon") == ("Beirut, Lebanon and not Beirut port", [])
    page.memo[_MEMO] = {(8, "killed"): Chosen("Beirut, Lebanon", None)}
    assert why_there(page, 8, "killed", "Beirut, Lebanon") == ("Beirut, Lebanon, where the rules find none", [])


def test_a_figure_of_a_date_is_told_as_one() -> None:
    (sentence,) = read("KABUL, Oct 12 - The two sides met on 3 May 2024 with 40 guests.")
    told = reasons(sentence)
    assert told["12"] == told["3"] == A_DAY
    assert told["40"] == NO_WORD
