"""Publication dates as files write them."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.readers.dates import UnclearDateError, published

DAY = date(2025, 10, 12)


@pytest.mark.parametrize(
    "value",
    [
        "2025-10-12", "20251012", "2025/10/12", "12 October 2025", "12 Oct 2025", "12th October, 2025",
        "Oct. 12, 2025", "October 12, 2025", "October 12th 2025", "Sunday, 12 October 2025", "Sun. Oct 12, 2025",
        "12.10.2025", "12. 10. 2025", "12-Oct-2025", " 12  October\n2025 ", "12 October 2025, 14:05",
        "Oct 12, 2025 at 9:30 p.m.", "OCTOBER 12, 2025", "12 October 2025 (updated)",
    ],
)  # fmt: skip
def test_a_day_is_understood(value: str) -> None:
    assert published(value)[0] == DAY


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2025-10-12", None),
        ("2025-10-12T09:30:00+05:00", "2025-10-12T09:30:00+05:00"),
        ("2025-10-12T09:30:00Z", "2025-10-12T09:30:00+00:00"),
        ("2025-10-12 09:30", "2025-10-12T09:30:00"),
        ("Sun, 12 Oct 2025 09:30:00 +0500", "2025-10-12T09:30:00+05:00"),
        ("Sun, 12 Oct 2025 09:30:00 GMT", "2025-10-12T09:30:00+00:00"),
    ],
)
def test_a_clock_time_in_a_standard_form_is_kept_and_the_day_is_the_one_written(
    value: str, moment: str | None
) -> None:
    assert published(value) == (DAY, moment)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "10/12/2025",
        "2025",
        "October 2025",
        "31 June 2025",
        "2025-13-01",
        "12 Okt",
        "0000-00-00",
        "9" * 50,
    ],
)
def test_what_is_no_day_or_two_days_is_refused(value: str) -> None:
    with pytest.raises(UnclearDateError):
        published(value)
