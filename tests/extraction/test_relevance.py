"""Which sentences are worth a parse."""

import pytest

from factcheck.extraction.counts.ofmarches import is_about_marches
from factcheck.extraction.counts.relevance import wanted
from factcheck.extraction.page import lay_out
from factcheck.values import Document


@pytest.mark.parametrize(
    "text", ["Nine men died.", "A soldier was killed.", "The death toll rose to 191.", "Nobody was hurt."]
)
def test_a_trigger_with_something_to_count_is_wanted(text: str) -> None:
    assert len(wanted(lay_out(Document("d", text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Tuesday.",
        "Prices rose by 3 percent.",
        "The shooting remains under investigation.",
        "Police arrested the man at 5:30 p.m.",
    ],
)
def test_other_sentences_cost_nothing(text: str) -> None:
    assert wanted(lay_out(Document("d", text))) == []


CRIME = "Detectives asked neighbours near the apartment about a suspect; no motive is known. "


def test_a_person_spoken_of_is_read_in_a_police_report_only_when_nobody_is_counted() -> None:
    counted = "Four died. Two died here. Nine died there. Smith was dead. He died at noon."
    alone = lay_out(Document("d", CRIME + "Relatives came at once. Smith was dead, they said. He died at noon."))
    assert [s.index for s in wanted(alone)] == [3]
    assert [s.index for s in wanted(lay_out(Document("d", CRIME + counted)))] == [1, 2, 3]
    assert [s.index for s in wanted(lay_out(Document("d", counted)))] == [0, 1, 2, 4]


def test_a_figure_after_a_count_is_wanted_too() -> None:
    page = lay_out(Document("d", "Ruritania lost 23 soldiers. Graustark put the figure at 58."))
    assert len(wanted(page)) == 2


def test_a_clip_title_is_furniture() -> None:
    assert wanted(lay_out(Document("d", "1:52 Shop owner shoots and kills robber"))) == []


def test_a_page_about_marches_is_known_by_its_words() -> None:
    text = "The marches drew crowds. The unions counted 150,000. The ministry saw 60,000 protesters."
    assert is_about_marches(lay_out(Document("d", text)))
    assert not is_about_marches(lay_out(Document("d", "The flood left 2,000 dead.")))


def test_where_a_count_is_told_every_sentence_with_a_figure_is_wanted_but_in_the_report_of_one_crime() -> None:
    others = "The rain went on. The road was cut. Trees fell. Lights failed. The valley has forty villages."
    assert [s.index for s in wanted(lay_out(Document("d", f"The flood left 2,000 dead. {others}")))] == [0, 5]
    assert wanted(lay_out(Document("d", others))) == []
    crime = lay_out(Document("d", f"{CRIME}Two men died. {others}"))
    assert [s.index for s in wanted(crime)] == [1]
