"""Who is accused by whom where no side is known by name: "the army" accuses "the rebels", "the rebels" the
army."""

from __future__ import annotations

import re

from factcheck.comparison.positions import Answer
from factcheck.language.parties import sides_in
from factcheck.language.subjects import content_words
from factcheck.language.telling import does
from factcheck.lexicons import word_set
from factcheck.values import Outcome, Verdict

BACK_SEVERITY = 0.5
"""As a charge against a charge."""

MOST_WORDS = 5
"""A longer target tells a story in which a claimant may be named without being accused."""

_LITTLE = word_set(
    "the and of a an its his her their own by in on at to for from spokesman spokeswoman spokesperson ministry"
    " minister office statement official officials member members source sources unnamed leader chief group forces"
    " force units unit side men elements it itself them themselves"
)
_ANYBODY = re.compile(
    r"\b(?:gunm[ae]n|attackers?|assailants?|terrorists?|militants?|bandits|others?|unknown|unidentified|foreign\w*"
    r"|both|and|or)\b",
    re.I,
)


_DEED = re.compile(
    r"\b(?:attack\w*|strikes?|air ?raids?|shell\w*|bomb\w*|missiles?|rockets?|assaults?|ambush\w*|explosions?"
    r"|blasts?"
    r"|kill\w*|massacre\w*|deaths?|murder\w*|execut\w*|shoot\w*|slaughter\w*|abduct\w*|burn\w*|fires?|arson"
    r"|loot\w*)\b",
    re.I,
)


_SERVES = re.compile(
    r"\b(?:soldiers?|troops|army|military|police\w*|gendarmes|security forces|warplanes?|helicopters?"
    r"|fighter jets?"
    r"|air force|government forces|junta)\b",
    re.I,
)
_FIGHTS_IT = re.compile(
    r"\b(?:rebels?|resistance|insurgents?|guerrillas?|jihadists?|separatists?|militants?|terrorists?)\b", re.I
)


_POLICE = re.compile(
    r"\b(?:police\w*|officers?|sheriff\w*|deput(?:y|ies)|troopers?|constables?|detectives?)\b", re.I
)


def blames_back(a: Answer, b: Answer) -> Verdict | None:
    """Who is accused names another culprit for the same thing: "the rebels shelled the market", and the rebels say
    that the army did."""
    if a.kind != "blame" or b.kind != "blame" or a.party == b.party or not (a.target and b.target):
        return None
    if bool(_DEED.search(a.matter)) != bool(_DEED.search(b.matter)):
        return None  # the deaths at a protest, the violence of it
    if _of_two_camps(a, b) and not (a.side is not None and a.side == b.side):
        text = f"{does(a.name, 'blames')} “{a.target}”, {b.name} “{b.target}”."
        return Verdict(Outcome.CONFLICT, "blame", text, BACK_SEVERITY)
    for accuser, accused in ((a, b), (b, a)):
        if _accuses(accuser, accused) and _names_another(accused, accuser):
            text = (f"{does(accuser.name, 'blames')} {accused.name} (“{accuser.target}”), which itself names "
                    f"“{accused.target}”.")  # fmt: skip
            return Verdict(Outcome.CONFLICT, "blame", text, BACK_SEVERITY)
    return None


def _of_two_camps(a: Answer, b: Answer) -> bool:
    """One names those who serve the state, the other those who fight it, and each only them."""
    return {_camp(a.target), _camp(b.target)} == {"state", "against it"}


def _camp(target: str) -> str | None:
    state, against = _SERVES.search(target), _FIGHTS_IT.search(target)
    return None if bool(state) == bool(against) else "state" if state else "against it"


def _accuses(a: Answer, b: Answer) -> bool:
    """The charge names the claimant of the other, and not together with others."""
    if (
        b.own_voice
        or bool(_named(a.target) & _named(a.name))  # its own people: it names no adversary
        or len(a.target.split()) > MOST_WORDS
        or _ANYBODY.search(a.target)
        or (a.side is not None and a.side == b.side)
    ):
        return False
    return bool(_named(a.target) & _named(b.name)) or (b.side is not None and b.side in sides_in(a.target))


def _names_another(accused: Answer, accuser: Answer) -> bool:
    """It names somebody, neither itself, by whatever word for its people, nor whom the other names."""
    culprit = _named(accused.target)
    if _POLICE.search(accused.name) and _POLICE.search(accused.target):
        return False
    return bool(culprit) and not culprit & (_named(accused.name) | _named(accuser.target))


def _named(text: str) -> frozenset[str]:
    return content_words(text, _LITTLE) | frozenset(sides_in(text))
