"""Which sentences are worth a parse."""

import pytest

from factcheck.extraction.page import lay_out
from factcheck.extraction.relevance import is_about_marches, may_count, wanted
from factcheck.values import Document


@pytest.mark.parametrize(
    "text", ["Nine men died.", "A soldier was killed.", "The death toll rose to 191.", "Nobody was hurt."]
)
def test_a_trigger_with_something_to_count_is_wanted(text: str) -> None:
    assert may_count(text)


@pytest.mark.parametrize(
    "text", ["The council met on Tuesday.", "Prices rose by 3 percent.", "they were killed off"]
)
def test_other_sentences_cost_nothing(text: str) -> None:
    assert not may_count(text)


def test_a_figure_after_a_count_is_wanted_too() -> None:
    page = lay_out(Document("d", "Ruritania lost 23 soldiers. Graustark put the figure at 58."))
    assert len(wanted(page)) == 2


def test_a_clip_title_is_furniture() -> None:
    assert wanted(lay_out(Document("d", "1:52 Shop owner shoots and kills robber"))) == []


def test_a_page_about_marches_is_known_by_its_words() -> None:
    text = "The marches drew crowds. The unions counted 150,000. The ministry saw 60,000 protesters."
    assert is_about_marches(lay_out(Document("d", text)))
    assert not is_about_marches(lay_out(Document("d", "The flood left 2,000 dead.")))
