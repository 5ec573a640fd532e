"""The weights of linking are checked when they come in, and linking goes by those that it is given."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.linking import explain, link
from factcheck.linking.weights import BIAS, MOST, checked, complete, says, shipped
from tests.linking.builder import claims

NIGHT = claims(*({"n": n, "day": "2024-05-03", "place": "Varnholt", "published": "2024-05-04"} for n in (58, 23)))


def homes(weights: dict[str, float] | None) -> int:
    return int(link(NIGHT, weights=weights)["incident"].nunique())


def test_linking_goes_by_the_weights_that_it_is_given() -> None:
    unsure = {**shipped(), BIAS: -20.0}
    assert homes(None) == homes(dict(shipped())) == 1
    assert homes(unsure) == 2
    a, b = (explain(NIGHT, "c000", "c001", weights).value for weights in (None, unsure))
    assert b < 0.5 < a


def test_every_feature_of_a_reason_has_a_weight_and_words() -> None:
    assert {r.feature for r in explain(NIGHT, "c000", "c001").reasons} - {"kind", "role"} <= set(shipped())
    assert all(says().values())


@pytest.mark.parametrize(
    ("changed", "told"),
    [({"words": None}, "words"), ({"smell": "1"}, "smell"), ({"words": "much"}, "much"), ({"words": "nan"}, "nan"),
     ({"words": str(MOST + 1)}, "words"), ({BIAS: None}, BIAS)],
)  # fmt: skip
def test_weights_that_cannot_be_are_refused_by_name(changed: dict[str, Any], told: str) -> None:
    given = {name: value for name, value in ({**shipped(), **changed}).items() if value is not None}
    with pytest.raises(FactcheckError, match=told):
        checked(given)


def test_weights_of_an_older_version_are_completed_and_what_it_knew_more_is_left_out() -> None:
    older = {name: value + 1 for name, value in shipped().items() if name != "words"} | {"smell": 3.0}
    found = complete(older)
    assert found["words"] == shipped()["words"]
    assert found.keys() == shipped().keys()
    assert {name: found[name] for name in found if name != "words"}.items() <= older.items()
    assert complete(None) == shipped()
    assert homes({BIAS: shipped()[BIAS]}) == homes(None)


@given(st.fixed_dictionaries({name: st.floats(-MOST, MOST) for name in shipped()}))
def test_weights_written_as_text_come_back_as_they_were(weights: dict[str, float]) -> None:
    assert checked({name: repr(value) for name, value in weights.items()}) == weights
