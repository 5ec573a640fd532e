"""What learnt models weighed is said in words, for every feature that their tables hold."""

from __future__ import annotations

import pytest

from factcheck import extraction
from factcheck.extraction import learned
from factcheck.extraction.inwords import days, figures, people, places, statements, voices
from factcheck.extraction.inwords.phrasebook import Phrasebook, quoted
from factcheck.pipeline.imports import read
from factcheck.readers import Defaults
from factcheck.resources import DEMO
from factcheck.values import Document, is_learnt

BOOKS = {
    "figures": figures.BOOK, "statements": statements.BOOK, "dates": days.BOOK, "voices": voices.BOOK,
    "victims": people.BOOK, "places": places.BOOK,
}  # fmt: skip


@pytest.mark.parametrize("model", BOOKS)
def test_every_feature_of_a_model_can_be_said(model: str) -> None:
    names = [name for name in learned.model(model).rows if name != learned.BASE]
    assert len(names) > 100
    assert [name for name in names if BOOKS[model].say(name) is None] == []


@pytest.mark.parametrize(
    ("model", "name", "said"),
    [
        ("figures", "nearest kw=wounded?", "of such words the nearest is a word that may say wounded"),
        ("figures", "size=10^1.0", "the figure is between 10 and 32"),
        ("figures", "size=2", "the figure is 2"),
        ("figures", "-12=in hole", "“hole… in” stands right before it"),
        ("figures", "+1=#", "a number stands right behind it"),
        ("figures", "verb1:nsubjpass:passive=kill", "it is the subject of the verb (passive) “kill…”"),
        ("figures", "up:pobj/prep-of=dozen", "it is the part behind “of” of “dozen…”"),
        ("figures", "last of all=killed:1", "the last count before says killed, one sentence before"),
        ("figures", "left=none", "no count stands before it in the sentence"),
        ("statements", "who of another side", "who acts is of another side than the speaker"),
        ("statements", "nobody in quoted", "it says “no” or “nobody” in somebody's quotation"),
        ("statements", "disputes 5", "5 or more sentences dispute something on the page"),
        ("statements", "a doer fir", "who acts is somebody who acts, and its verb is “fir”"),
        ("voices", "named before, only figures since, paragraph",
         "it is named before, only figures since, in the same paragraph"),
        ("voices", "last to speak before, earlier, in a list",
         "it spoke last before, in a paragraph before, in a list"),
        ("voices", "named, then 'has', before", "“has” stands behind its name, before the figure"),
        ("voices", "nsubj of harm, over it", "it is the subject of a verb of harm, over the figure"),
        ("voices", "not: the page itself, one voices",
         "against the other: the page's own voice, with one voice around"),
        ("voices", "begins the sentence 1 sentence before", "the sentence before begins with it"),
        ("victims", "killed: no role", "people of whom nothing more is said are often counted so"),
        ("victims", "far before, dobj of killed", "it stands far before, the object of a word that says killed"),
        ("victims", "named 1 times", "the page names them once"),
        ("places", "behind “in”", "“in” stands before its name"),
        ("places", "a district inside a region of the rules",
         "it is a district inside a region that the rules say"),
        ("places", "first of all town names by how often, by 2",
         "it is the first town by how often it is named, 2 times more"),
        ("places", "named as often than what the rules say", "it is named as often as what the rules say"),
        ("places", "right before, the dateline, its sentence names none",
         "the sentence before names it as the dateline, and the claim's own names none"),
        ("dates", "begins 2 times told", "its first day is told 2 times"),
        ("dates", "not: ends the same day", "against the others: it ends the same day"),
        ("dates", "night until earlier in news", "it is a night until before the page, in a news report"),
        ("dates", "one day, war in the title", "it is one day, and words of war stand in the title"),
    ],
)  # fmt: skip
def test_a_feature_in_words(model: str, name: str, said: str) -> None:
    assert BOOKS[model].say(name) == said


def test_a_feature_without_a_phrase_stays_as_it_is_and_each_phrase_comes_once() -> None:
    book = Phrasebook([("a.*", "an a")])
    assert book.all_of([("a1", 2.0), ("b", 1.5), ("a2", 1.0)], 2) == ["an a (+2.0)", "b (+1.5)"]


@pytest.mark.parametrize(
    ("stem", "shown"), [("kill", "“kill…”"), ("of", "“of”"), ("with", "“with”"), ("#", "a number")]
)
def test_a_stem_is_shown_as_one(stem: str, shown: str) -> None:
    assert quoted(stem) == shown


def test_the_explanations_of_learnt_claims_have_no_codes() -> None:
    documents = (one for one in read([DEMO], Defaults()) if isinstance(one, Document))
    sentences = [sentence for document in documents for sentence in extraction.explain(document)[0]]
    told = [
        reason
        for sentence in sentences
        for claim, reasons in zip(sentence.claims, sentence.reasons, strict=True)
        for reason in reasons
        if is_learnt(claim.rule)
    ]
    assert len(told) > 10
    assert [one for one in told if "=" in one or ":" in one] == []
    others = [
        reason
        for sentence in sentences
        for claim, reasons in zip(sentence.claims, sentence.reasons, strict=True)
        for reason in reasons
        if not is_learnt(claim.rule)
    ]
    assert others
    assert all(reason.startswith(("it counts ", "it happened in ")) and "=" not in reason for reason in others)
