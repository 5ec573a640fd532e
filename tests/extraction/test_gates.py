"""Gated patterns: the words that are read off a pattern, and that nothing which it fits is missed."""

import re
import sys

import pytest

from factcheck import extraction
from factcheck.extraction import gates, needs
from factcheck.resources import DEMO


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        (r"\bguilty of\b", ["|guilty| |of|"]),
        (r"\b(?:Killed|wound(?:s|ed))\b", ["|killed|,|wounded|,|wounds|"]),
        (r"(?:the\s+)?toll\s+is", ["toll|"]),
        (r"of\s+(?:its|our)\b", ["|its|,|our|"]),
        (r"\b(?:lying|\bstill there\b)\b", ["|lying|", "|still| |there|"]),
        (r"^No cease-fire", ["|cease|-|fire |no|"]),
        (r"\bwasn['’]t", ["|wasn|'|t,|wasn|’|t"]),
        (r"\w+(?=\s+massacre)", ["|massacre"]),
        (r"(?<=toll: )\w+ dead", ["|dead toll|:"]),
        (r"(?:un)*hurt|safe", ["hurt,safe"]),
        (r"dozens|\d", ["0,1,2,3,4,5,6,7,8,9,dozens"]),
        (r"(?i:Straße)n?", ["strasse"]),
        (r"(?:not|never) (?:true|right)|cannot accept", ["|right,|true never|,not|", "|accept cannot|"]),
    ],
)
def test_ways_in_which_a_pattern_fits_and_words_that_each_needs(pattern: str, ways: list[str]) -> None:
    found = {" ".join(",".join(sorted(words)) for words in way) for way in needs.ways_of(re.compile(pattern))}
    assert {way.replace(needs.EDGE, "|") for way in found} == set(ways)


@pytest.mark.parametrize(
    "pattern", [r"\w+", r"(?:dead)?\s*", r"killed|\w+", r"(?!dead)\w+", r"(?<!un)[a-z]+", r", |; "]
)
def test_without_sure_words_a_pattern_is_tried_everywhere(pattern: str) -> None:
    assert needs.ways_of(re.compile(pattern)) == ()
    assert isinstance(gates.gated(pattern), re.Pattern)


def test_a_choice_of_many_words_is_one_way_and_many_choices_in_a_row_stay_few() -> None:
    assert len(needs.ways_of(re.compile(r"dead|wounded|missing|hurt"))) == 1
    choices = "".join(rf"(?:{first}{at} \w+ x|{first}{at} \d y)" for at, first in enumerate("abcdefghijkl"))
    assert 1 <= len(needs.ways_of(re.compile(choices))) <= needs.MOST_WAYS


def test_a_text_that_holds_one_of_two_needed_words_does_not_allow_the_pattern() -> None:
    pattern = gates.gated(r"\bnot (?:correct|right)\b")
    several = gates.Several([pattern])
    for text, worth in (("not what they say", []), ("correct", []), ("right but not here", [pattern])):
        assert list(several.worth(text + " and nothing else in all this long sentence")) == worth


def test_gated_patterns_find_what_they_find_without_the_gate() -> None:
    extraction.warm_up()
    modules = [module for name, module in sys.modules.items() if name.startswith("factcheck.extraction")]
    gated = [made for module in modules for made in vars(module).values() if isinstance(made, gates._Gated)]
    assert len(gated) > 30
    texts = [path.read_text("utf-8") for path in sorted(DEMO.rglob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines() if line]
    lines += [re.sub(r"\d[\d,.]*", "#", line) for line in lines] + [line.upper() for line in lines]
    for pattern in gated:
        for line in lines:
            assert [m.span() for m in pattern.finditer(line)] == [m.span() for m in pattern._plain.finditer(line)]


@pytest.mark.parametrize("length", ["short", "long"])
def test_patterns_asked_for_together_miss_nothing_that_one_of_them_fits(length: str) -> None:
    plain = re.compile(r"#\s+(?:boats|men)")
    patterns = [gates.gated(r"\bguilty of\b"), gates.gated(r"\bdrowned\b"), plain]
    several = gates.Several(patterns)
    filling = "" if length == "short" else " and of what came after that nobody could tell anything any more"
    for text in ("he was guilty of it", "# men", "they drowned", "nothing of the sort"):
        whole = text + filling
        fitting = [pattern for pattern in patterns if pattern.search(whole) is not None]
        assert several.fits(whole) is bool(fitting)
        assert set(map(id, fitting)) <= set(map(id, several.worth(whole)))
    assert list(gates.Several(patterns[:2]).worth("nothing of the sort" + filling)) == []
    assert not gates.Several(patterns[:2]).may_fit("nothing of the sort" + filling)
    assert gates.Several(patterns).may_fit("nothing of the sort" + filling)
