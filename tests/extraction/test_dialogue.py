"""Who speaks on pages on which people take turns: interviews, hearings, live reports with speakers."""

from __future__ import annotations

import pytest

from tests.extraction.test_attribution import laid_out, voice_of

INTERVIEW = """Two days after the raid our Sunday guest is Paul Otieno, spokesman of the Fredonia Defence Forces.

Colonel, what is the toll today?

I told you what I knew. Nine of our soldiers lost their lives.

The rebels say at least 66 are dead.

They can say a thousand.

And the enemy?

Seventy terrorists were killed. We found eleven rifles.

Thank you."""

BY_LETTERS = """We spoke to Dr Amina Sule, director of the Korvino clinic, by telephone.

Q: How many wounded did you receive?

A: Sixty people were wounded. Four children died.

Q: And since then?

A: Two more have died."""

HEARING = """PARLIAMENT – Defence Minister Crispus Karo yesterday faced MPs over the raid.

Hon. Sem Nganda (East): Can the minister assure us that not 50 of our children died, as the rebels brag?

Dr Karo: Mr Speaker, I said twelve soldiers died. I stand here and say nineteen are dead. Six are missing.

Nganda: And are any in enemy hands?

Karo: There are none, sir."""

LIVE = """21:40
FSB headquarters: 34 terrorists were killed. Two were detained. Of the Alpha group no one was killed.

17:15
Ministry of Health: more than 90 people died.

13:30
Deputy interior minister Vladimir Vasin repeats: 67 hostages died."""

REPORT = """Bystanders asked what had happened. What was it?

A bomb, said a vendor. Five people were killed.

Who did it? Nobody knows.

The street is closed. Two officers were killed."""


@pytest.mark.parametrize(
    ("text", "quote", "claimant"),
    [
        (INTERVIEW, "Nine of our soldiers lost their lives", "Fredonia Defence Forces"),
        (INTERVIEW, "at least 66 are dead", "rebels"),
        (INTERVIEW, "Seventy terrorists were killed", "Fredonia Defence Forces"),
        (BY_LETTERS, "Four children died", "Korvino clinic"),
        (BY_LETTERS, "Two more have died", "Korvino clinic"),
        (HEARING, "50 of our children died", "rebels"),
        (HEARING, "nineteen are dead", "Defence Ministry"),
        (HEARING, "Six are missing", "Defence Ministry"),
        (LIVE, "no one was killed", "FSB headquarters"),
        (LIVE, "90 people died", "Health Ministry"),
        (REPORT, "Two officers were killed", None),
    ],
)
def test_a_turn_is_the_claim_of_who_takes_it(text: str, quote: str, claimant: str | None) -> None:
    assert voice_of(laid_out(text), quote).claimant == claimant
