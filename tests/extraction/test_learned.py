"""Learnt models: what is fitted to examples is told by them, and is the same after it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import learned as trainer
from factcheck.errors import FactcheckError
from factcheck.extraction import learned

EXAMPLES = [
    trainer.Example(features, label, group)
    for group in ("one", "two")
    for features, label in (
        (("verb:drown", "noun:man"), "killed"),
        (("verb:drown", "noun:woman"), "killed"),
        (("verb:march", "noun:man"), "attendance"),
        (("verb:march", "noun:woman"), "attendance"),
    )
]


@pytest.fixture
def model() -> learned.Model:
    return trainer.fitted(EXAMPLES, ridge=0.1, fewest=1)


def test_what_speaks_for_a_class_makes_it_likely(model: learned.Model) -> None:
    assert model.chances(["verb:drown", "noun:man", "never:seen"])["killed"] > 0.9
    assert sum(model.chances(["verb:march"]).values()) == pytest.approx(1)


def test_the_loudest_features_are_the_reasons(model: learned.Model) -> None:
    assert [name for name, _ in model.reasons(["noun:man", "verb:drown"], "killed")[:1]] == ["verb:drown"]


def test_groups_left_out_are_judged_by_the_others() -> None:
    for example, found in zip(EXAMPLES, trainer.left_out(EXAMPLES, ridge=0.1, fewest=1), strict=True):
        assert max(found, key=lambda label: found[label]) == example.label


def test_a_written_model_is_read_back(
    model: learned.Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learned, "LEARNED", tmp_path)
    learned.model.cache_clear()
    trainer.write(model, tmp_path / "some.csv.gz")
    read = learned.model("some")
    assert read.chances(["verb:drown"]) == pytest.approx(model.chances(["verb:drown"]), abs=0.02)
    with pytest.raises(FactcheckError, match="cannot be read"):
        learned.model("none")
