"""The parser: parts of speech as the model gives them, offsets as the text has them."""

import pytest

from factcheck.extraction.network.pieces import DROPPED
from factcheck.extraction.parser import parse, pipeline, readable
from factcheck.resources import DEMO

SENTENCES = [
    "The army said that 23 of its soldiers had been killed while they were asleep.",
    "There were no casualties, but nobody could have known it.",
    "Have you seen those who did it? That is all that he has.",
    "Someone who'd been hurt didn't say whether more would come, though he might.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_parts_of_speech_by_table_are_those_of_the_models_own_rules(text: str) -> None:
    by_rules = pipeline()(readable(text))
    by_table = next(iter(parse([text])))
    assert [(t.text, t.pos_) for t in by_table] == [(t.text, t.pos_) for t in by_rules]


def test_words_and_trees_are_those_of_spacys_own_run() -> None:
    texts = [text for path in sorted(DEMO.rglob("*.txt")) for text in path.read_text("utf-8").splitlines() if text]
    own = list(parse(texts))
    for text, words in zip(texts, own, strict=True):
        asked = readable(text)
        theirs = pipeline()(asked.replace(DROPPED, ""))
        places = [place for place, character in enumerate(asked) if character != DROPPED]
        assert [(t.text, t.idx, t.tag_, t.head.i) for t in words] == [
            (t.text, places[t.idx], t.tag_, t.head.i) for t in theirs
        ]
        for near in ("children", "subtree", "ancestors", "conjuncts", "lefts"):
            for ours, its in zip(words, theirs, strict=True):
                assert [t.i for t in getattr(ours, near)] == [t.i for t in getattr(its, near)]
        assert [t.dep_ for t in words if not t.is_space] == [t.dep_ for t in theirs if not t.is_space]


def test_a_sentence_parses_alike_alone_and_among_others() -> None:
    many = [*SENTENCES, "", " ", *reversed(SENTENCES)]
    together = [[(t.tag_, t.dep_, t.head.i) for t in words] for words in parse(many)]
    assert together == [[(t.tag_, t.dep_, t.head.i) for t in next(iter(parse([text])))] for text in many]


def test_offsets_stay_whatever_is_made_readable() -> None:
    text = "“SIX\u00a0MEN” WERE KILLED — NEAR ÇEŞME\u200b."
    assert len(readable(text)) == len(text)
    assert readable(text).startswith('"six men" were killed - near')


def test_quotation_marks_around_a_figure_make_no_words_and_leave_the_offsets() -> None:
    text = 'Officials say "at least 40" are dead and "nearly 100" hurt.'
    words = next(iter(parse([text])))
    assert '"' not in [word.text for word in words]
    assert all(text[word.idx : word.idx + len(word)] == word.text for word in words)
