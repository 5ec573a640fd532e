"""One taken or held: 'a reporter was taken from his home by armed men', 'the third is in rebel hands'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.single.stretch import BESIDE, WHO, Single, fits, how_named, is_told
from factcheck.extraction.gates import gated
from factcheck.lexicons import word_set

_TAKERS = (
    r"(?:(?:the|an?|some|two|three|four|several|unknown|unidentified|masked|armed|hooded|uniformed|suspected|plain-?clothes"
    r"|[A-Z][\w’'-]+)\s+)*"
    r"(?:gunm[ae]n|men|soldiers|fighters|militiamen|militants|rebels|pirates|troops|insurgents|guerrillas|bandits|kidnappers"
    r"|militia|mutineers|separatists|jihadists|assailants|attackers|terrorists)\b"
)
_SIDE = r"(?:rebel|enemy|militant|insurgent|guerrilla|pirate|hostile|(?-i:[A-Z])[\w’'-]+)"
_STILL = r"(?:(?:still|now|also|being|reportedly|believed|to|be|said)\s+)*"
_TAKEN = (
    r"(?:(?:was|is|(?:has|had)\s+been)\s+(?:also\s+|then\s+|reportedly\s+)*(?:taken|seized|snatched|dragged|led|marched|bundled"
    r"|hauled|carried|driven|grabbed|abducted|kidnapped|captured)\b[^.;:]{0,60}?\s(?:by\s+"
    + _TAKERS
    + r"|at\s+gunpoint)"
    rf"|(?:is|was|remains?|remained)\s+{_STILL}(?:in\s+{_SIDE}\s+(?:captivity|hands)|in\s+captivity|in\s+the\s+hands\s+of\s+"
    r"(?:the\s+)?(?:\w+\s+)?(?:rebels|militants|kidnappers|gunmen|bandits|insurgents|guerrillas|enemy|pirates|captors)"
    r"|(?:a\s+)?(?:hostage|captive|prisoner\s+of\s+war)\b))"
)
_ONE_TAKEN = gated(rf"{WHO}{BESIDE}(?P<fate>{_TAKEN})", re.IGNORECASE)
_HELD = gated(
    rf"{WHO}{BESIDE}(?P<fate>(?:is|was|remains?|remained)\s+(?:still|being)\s+(?:being\s+)?held\b(?!\s+(?:by|in)\s+(?:the\s+)?(?:police|court|jail"
    r"|prison|custody|a\s+(?:police|prison)|hospital|quarantine))"
    r"|(?:has\s+been|had\s+been|was|is)\s+(?:now\s+|since\s+|later\s+|finally\s+|also\s+)?(?:freed|released|let\s+go|set\s+free|ransomed)\b"
    r"(?!\s+(?:from\s+(?:the\s+|a\s+)?(?:\w+\s+)?(?:hospital|clinic|jail|prison|police|custody|detention|quarantine|rubble|wreck\w*|car)"
    r"|on\s+(?:bail|parole|probation)|without\s+charge|after\s+questioning|by\s+(?:the\s+)?(?:police|court|judge))))",
    re.IGNORECASE,
)
_ORDER = word_set("second third fourth fifth sixth seventh")


def may_be_one_taken(text: str) -> bool:
    """True when a sentence may tell so of one captive; without a parse."""
    return any(next(fits(pattern, text, _is_one), None) is not None for pattern in (_ONE_TAKEN, _HELD))


def one_taken(text: str, *, captives: bool) -> Iterator[Single]:
    """The single captives of a sentence; 'is still held' and 'was freed' only on a page that tells of captives."""
    for pattern in (_ONE_TAKEN, _HELD) if captives else (_ONE_TAKEN,):
        for match in fits(pattern, text, _is_one):
            how = how_named(match["article"], match["noun"])
            yield Single("captured", match.start(), match.end(), match["who"], how)


def _is_one(match: re.Match[str]) -> bool:
    noun = match["noun"].lower()
    return (nouns.is_one_person(noun) or noun in _ORDER) and is_told(match)
