"""Confidence: what the weights say, and that fitting them finds what is there."""

from __future__ import annotations

import math
import random

from bench import calibration
from factcheck.extraction import confidence
from factcheck.values import Qualifier, Quantity


def test_a_rule_that_was_never_seen_is_as_sure_as_an_ordinary_one() -> None:
    sure = confidence.confidence_of("killed", "a rule of tomorrow", Quantity(5, 5), "five died")
    assert 0.6 < sure < 1


def test_the_table_has_a_base_and_a_weight_for_every_kind_of_figure() -> None:
    weights = confidence._weights()
    assert confidence.BASE in weights
    assert {("figure", size) for size in ("one", "several", "zero", "vague", "none given")} <= set(weights)


def test_a_models_chance_is_found_again_in_the_confidence() -> None:
    for chance in (0.5, 0.7, 0.95):
        sure = confidence.confidence_of_learnt(chance, "figures")
        assert 0 < sure < 1
        assert abs(confidence.model_chance(sure, "figures") - chance) < 0.03


def test_shifts_make_claims_as_sure_as_they_are_right() -> None:
    told = {confidence.BASE: 1.0}
    claims = [calibration.Judged("e", told, n % 4 != 0) for n in range(400)]
    moved = calibration.shifted({confidence.BASE: 3.0}, claims)
    assert abs(1 / (1 + math.exp(-moved[confidence.BASE])) - 0.75) < 0.01


def test_a_model_that_boasts_is_believed_less_and_never_backwards() -> None:
    model = (confidence.LEARNT, calibration.FIGURES)
    claims = [
        calibration.Judged("e", {model: 1.0}, n % 3 != 0, 4.0 if n % 2 else 0.5) for n in range(600)
    ]  # two in three are right, whatever it says
    moved = calibration.shifted({}, claims)
    steep = moved[confidence.STEEP, calibration.FIGURES]
    assert 0 < steep < 0.3
    for odds in (0.5, 4.0):
        assert abs(1 / (1 + math.exp(-moved[model] - steep * odds)) - 2 / 3) < 0.1


def test_the_size_of_a_figure_is_told_by_its_larger_bound() -> None:
    def size(quantity: Quantity | None) -> str:
        return next(v for (name, v), _ in confidence.traits("killed", "r", quantity, "q") if name == "figure")

    assert size(Quantity(0, 0)) == "zero"
    assert size(Quantity(1, 1)) == "one"
    assert size(Quantity(1, 9, Qualifier.RANGE)) == "several"
    assert size(Quantity(200, None, Qualifier.VAGUE)) == "vague"
    assert size(None) == "none given"


def test_fitting_finds_the_rule_that_errs() -> None:
    chance = random.Random(1)
    claims = []
    for n in range(600):
        rule = "good" if n % 2 else "bad"
        told = dict(confidence.traits("killed", rule, Quantity(5, 5), "five died"))
        claims.append(calibration.Judged(f"event {n % 6}", told, chance.random() < (0.97 if n % 2 else 0.6)))
    sure = calibration.left_out(claims)
    assert sum(sure[1::2]) / 300 > 0.94
    assert 0.5 < sum(sure[::2]) / 300 < 0.7
    assert calibration.scores(claims, sure, calibration.reliability(claims, sure))["mean_gap"] < 0.04
