"""The floors that were reached on the demo reports hold."""

import pytest

from bench import quality


@pytest.fixture(scope="module")
def reached() -> dict[str, float]:
    return quality.measure()


@pytest.mark.parametrize("name", sorted(quality.floors()))
def test_a_figure_stays_above_its_floor(reached: dict[str, float], name: str) -> None:
    assert reached[name] >= quality.floors()[name], "run python -m bench.quality; lower a floor only with a reason"
