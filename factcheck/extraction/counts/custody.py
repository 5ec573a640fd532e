"""The taken, the held and the freed in set phrases: 'still in rebel hands', 'with their hands tied'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.quantities import Amount, Reading, told_by
from factcheck.extraction.gates import Several, gated

_WHO = r"(?:\s+(?!and\b|or\b|with\b|never\b|not\b|no\b)[\w'’-]+){0,4}?"
_BE = (
    r"(?:(?:are|is|were|was|may|might|could|remain(?:s|ed)?|be|being|been|still|now|all|have|has|had|believed"
    r"|thought|said|reported|to)\s+)+"
)
_TAKERS = (
    r"(?:(?:the|an?|some|unknown|unidentified|masked|armed|hooded|uniformed|suspected|plain-?clothes"
    r"|[A-Z][\w’'-]+)\s+)*"
    r"(?:gunmen|men|soldiers|fighters|militiamen|militants|rebels|pirates|agents|troops|insurgents|guerrillas"
    r"|bandits|kidnappers|army|militia|group|assailants|attackers)\b"
)
_SIDE = r"(?:rebel|enemy|militant|insurgent|guerrilla|government|army|pirate|hostile|foreign|(?-i:[A-Z])[\w’'-]+)"
_TAKEN = tuple(
    gated(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<figure>#+){_WHO}\s*,?\s+{_BE}(?:in\s+{_SIDE}\s+(?:hands|captivity|custody)|(?:in|under)\s+(?:(?:the"
        r"\s+)?(?:army|military|rebels?)(?:['’]s?)?|our|enemy)\s+custody|(?:in"
        r"|under)\s+[\w ’']{2,30}army['’]s\s+custody"
        r"|in\s+the\s+hands\s+of\b|prisoners?\b(?!\s+of\s+conscience)|captives?\b|in\s+captivity\b)",
        r"\b(?:there\s+(?:is|are|were|was)|has|have|had|holds?)\s+(?:only\s+|just\s+|still\s+)?(?P<figure>#+)"
        rf"{_WHO}\s+(?:still\s+)?(?:in\s+(?:{_SIDE}|their|our|its|his)\s+(?:hands|captivity)|(?:in|under)\s+(?:its|our|their"
        rf"|(?-i:[A-Z])[\w’' ]+army['’]s"
        r"|army|military)\s+(?:custody|captivity))",
        rf"(?P<figure>#+){_WHO}\s+(?:(?:were|was|are|had\s+been|have\s+been|has\s+been|been)\s+)(?:taken|dragged"
        rf"|pulled|snatched"
        r"|led|marched|seized|carried|picked\s+up|hauled|driven)(?:\s+(?:off|from|out\s+of|away)\b[^.;#]{0,50}?"
        r"|\s+)"
        rf"\bby\s+{_TAKERS}",
        r"(?<!\bin )(?<!\bon )(?P<figure>#+)\s+[\w'’-]+[^.;]{0,45}?\b(?:with\s+(?:their|his"
        r"|her)\s+hands\s+(?:tied|bound|on\s+their\s+heads)"
        r"|blindfolded|hands\s+(?:tied|bound)\s+behind|roped\s+together|in\s+chains)\b",
        r"\b(?:hold(?:s|ing)?|held|ha(?:s|ve|d)\s+(?:captured|seized|taken|caught)|captured|caught"
        r"|took)\s+(?P<figure>#+)\s+of"
        r"\s+(?:us|ours|our|theirs|their|them|its|his|the\s+enemy)\b(?!\s+(?:seats|posts|towns))",
        r"(?P<figure>#+)\s+of\s+(?:those|the\s+[\w-]+)\s+(?:(?:whom\s+|that\s+)?(?:they|we|it|he|(?:the|its"
        r"|their)\s+[\w-]+|(?-i:[A-Z])[\w-]+)"
        r"\s+(?:held|holds?|were\s+holding|had\s+(?:held|taken(?!\s+(?:refuge|shelter|part|place|to|up|in))"
        r"|seized|kidnapped|abducted"
        r"|captured))|who\s+(?:were|had\s+been)\s+(?:taken\s+hostage|held|seized|abducted|kidnapped))\b",
        rf"(?P<figure>#+){_WHO}\s+(?:have\s+|has\s+|had\s+)?(?:surrendered|gave\s+up|came\s+over"
        rf"|defected)\s+with\s+(?:their|his|all\s+their)"
        r"\s+(?:weapons|arms|guns|rifles|equipment)\b",
        rf"(?P<figure>#+){_WHO}\s+(?:surrendered|gave\s+up)\s+or\s+(?:were\s+)?(?:captured|caught|taken)\b"
        rf"|(?P<figure2>#+){_WHO}\s+(?:were\s+)?(?:captured|taken)\s+or\s+surrendered\b",
        rf"(?P<figure>#+){_WHO}\s+{_BE}in\s+(?:its|their|our|his)\s+(?:hands|captivity|custody)\b",
        r"\b(?:bring(?:s|ing)?|brought|tak(?:es|ing)|took|swell(?:s|ing|ed)?)\s+(?:the\s+(?:total|number)"
        r"|those)\s+(?:in\s+captivity"
        r"|of\s+(?:captives|hostages|prisoners)|held)\b[^.;#]{0,40}?\s(?:to|past|above|over)\s+(?P<figure>#+)",
        rf"(?P<figure>#+){_WHO}\s+(?:are|is|were|remain(?:s|ed)?)\s+(?:still\s+|now\s+)?(?:in|out\s+in)\s+the\s+(?:bush|forest|hills|mountains|jungle|desert|creeks)"
        r"\s+with\s+(?:them|the\s+(?:bandits|kidnappers|rebels|gunmen|militants|captors))\b",
        rf"(?P<figure>#+){_WHO}\s+(?:were|was|(?:have|has|had)\s+been)\s+(?:rounded\s+up|herded\s+together)\s+and\s+(?:kept|held|locked|shut|confined)\b",
        rf"(?P<figure>#+){_WHO}\s+who\s+[^.;:#]{{3,60}}?\s+(?:were|was|have\s+been|had\s+been)\s+added\b[^.;#]{{0,20}}?\sto\s+those\s+(?:whom\s+)?[^.;#]{{0,50}}\b(?:hold|holding|held|hands)\b",
        r"(?P<figure>#+)\s+(?:[\w-]+\s+){0,3}?(?:added|joined)\s+(?:[\w ]{0,25}\s)?to\s+(?:those"
        r"|the\s+(?:captives|hostages|prisoners))"
        r"(?:\s+(?:whom|that)?[^.;#]{0,50}\b(?:hold|holding|held|hands))?",
    )
)


_SEVERAL = Several(_TAKEN)


def may_be_in_custody(text: str) -> bool:
    """True when a sentence may tell so of the taken; the figures of the text are written as ``#``."""
    return _SEVERAL.fits(text)


def in_custody(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """Kind, amount and stretch (from the sentence's start) of each count of the taken that a phrase tells."""
    if reading.tokens.notes.get(POLICE_REPORT):
        return
    for match, amount in told_by(reading, _SEVERAL):
        if amount.times is None and _are_people(amount):
            yield "captured", amount, match.start(), match.end()


def _are_people(amount: Amount) -> bool:
    noun = amount.noun
    if noun is None or noun.lower_ in ("us", "ours", "them", "those", "theirs", "whom"):
        return True
    unknown = noun.tag_ in ("NNS", "NNPS") and nouns.known(noun.text) is None
    return unknown or nouns.is_person(noun.text) or nouns.is_of_people(noun.text)
