"""The sick and the treated in set phrases: 'treated 16,500 people', '96 new cases', 'six with broken bones'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import Amount, Reading
from factcheck.extraction.gates import Several, gated

_WHO = r"(?:\s+(?!and\b|or\b|with\b)[\w'’-]+){0,3}?"
_CARE = (
    r"\b(?:hospitals?|clinics?|doctors?|surgeons?|medics|nurses?|paramedics|first-aiders|teams?|msf"
    r"|médecins\s+sans\s+fronti[eè]res|red\s+c(?:ross|rescent)|ambulance\s+\w+|we|infirmary|"
    r"health\s+cent(?:re|er)s?|field\s+hospitals?|morgue|centres?|wards?)\b"
)
_TREATS = gated(
    rf"{_CARE}[^.;#]{{0,60}}?\b(?:ha(?:s|ve|d)\s+|were\s+|was\s+|are\s+|is\s+|now\s+)*(?:treat(?:ed|s|ing)?"
    rf"|received|receiving|admitted|admits|took\s+in|taken\s+in|saw|seen"
    r"|bandaged|stitched|examined|operated\s+on)\s+[\"“]?(?P<figure>#+)(?=\s+(?:[\w-]+\s+){0,2}?(?:people"
    r"|patients|persons|children|others|victims|men|women"
    r"|pupils|villagers|residents|protesters|demonstrators|pickets|civilians|casualties|cases|survivors"
    r"|wounded|injured))",
    re.IGNORECASE,
)
_PATIENTS = gated(
    r"\b(?:receiv(?:ed|ing|es)|admitt(?:ed|ing)|treat(?:ed|ing|s)|registered|counted|had|has|have"
    r"|with)\s+(?P<figure>#+)\s+(?:new\s+|cholera\s+|ebola\s+|more\s+)*patients\b",
    re.IGNORECASE,
)
_SICK = gated(
    r"(?P<figure>#+)\s+(?:people\s+|persons\s+|others\s+|residents\s+)?(?:(?:have|has|had|were|are"
    r"|was)\s+)?(?:(?:fallen|fell|become|became|taken)\s+)?(?:sick|ill|infected|poisoned|sickened)\b"
    r"(?!\s+(?:of|with\s+worry))|\btreated\s+[\"“]?(?P<figure2>#+)(?=[\"”]?\s*(?:[.,;]|$|so\s+far|since|in\b"
    r"|for\b))",
    re.IGNORECASE,
)
_LIE = gated(
    rf"(?P<figure4>#+){_WHO}\s+(?:(?:are|is|were|was|lie|lies|remain(?:s|ed)?)\s+)?(?:still\s+)?(?:being"
    rf"\s+(?:cared\s+for|treated|nursed)"
    r"|on\s+the\s+wards?|in\s+(?:critical|intensive)\s+care|in\s+(?:the\s+)?(?:\w+\s+)?(?:hospitals?|infirmary"
    r"|clinics?|wards?)"
    r"|lying\s+(?:in\s+(?:the\s+)?(?:\w+\s+)?(?:hospitals?|clinics?|wards?)|there\b))\b(?!\s+(?:staff|workers"
    r"|beds|buildings|when|at\s+the))"
    rf"|(?P<figure2>#+){_WHO}\s+(?:have\s+been|has\s+been|were|was"
    rf"|had\s+been)\s+admitted\b(?!\s+to\s+(?:the\s+)?(?:bar|union|club|university|competition|stadium|course))"
    rf"|(?P<figure3>#+)(?:\s+people|\s+others|\s+persons)?\s+(?:are\s+|were\s+)?(?:in|under"
    rf"|receiving)\s+(?:medical\s+)?treatment\b|"
    rf"(?P<figure>#+){_WHO}\s+(?:(?:are|is|were|was|lie|lies)\s+)?(?:between\s+life\s+and\s+death"
    rf"|in\s+a\s+coma|on\s+(?:a\s+)?(?:ventilators?|life\s+support)|fighting\s+for\s+(?:their\s+)?li(?:ves|fe))\b",
    re.IGNORECASE,
)
_HURT = gated(
    rf"(?P<figure>#+){_WHO}\s+(?:with|have|had|has|suffering\s+from)\s+(?:a\s+|\w+\s+)?(?:cuts?\s+(?:on|to|in"
    rf"|above|over)|gash(?:es)?|bruis(?:es|ing)"
    r"|broken\s+(?:heads?|noses?|skulls?|fingers?|teeth)|fractured\s+\w+|head\s+(?:wounds?|injur(?:y|ies))"
    r"|(?:bullets?|shrapnel"
    rf"|splinters?|gas|glass)\s+in|broken\s+(?:bones?|arms?|legs?|limbs?|ribs)|fractures?|burns?"
    r"|bullet\s+wounds|gunshot\s+wounds|cuts|concussions?|smoke\s+inhalation)\b"
    rf"|(?P<figure2>#+){_WHO}\s+(?:ha(?:s|ve|d)\s+)?(?:broke|broken)\s+(?:bones?|limbs?|(?:a|an|his|her"
    rf"|their)\s+(?:arms?|legs?|hips?|ankles?|wrists?|ribs?|bones?))\b"
    rf"|(?P<figure3>#+){_WHO}\s+burn\s+victims\b",
    re.IGNORECASE,
)


_STRUCK = gated(
    rf"(?P<figure>#+){_WHO}\s+(?:had\s+been|have\s+been|has\s+been|been|was|were|is|are|got)\s+(?:also\s+"
    rf"|lightly\s+|badly\s+|slightly\s+)*"
    r"(?:(?:struck|hit|cut|grazed)\s+(?:by|in|on|above|over|under)\s+(?:the\s+|an?\s+|flying\s+|falling\s+"
    r"|stray\s+|broken\s+|rubber\s+|bomb\s+"
    r"|shell\s+|his\s+|her\s+|their\s+)*(?:glass|rounds?|bullets?|shrapnel|fragments?|splinters?|debris|stones?"
    r"|bricks?|eyes?|head|face|leg|legs|arm"
    r"|arms|hand|hands|pellets|canisters?|batons?|shot)|knocked\s+(?:unconscious|out|down)|concussed|bruised"
    r"|bitten|gassed|overcome\s+by)\b"
    rf"|(?P<figure2>#+){_WHO}\s+(?:were|was|had\s+been|have\s+been)\s+hit(?=\s*(?:[.,;]|$|while\b|when\b|as\b"
    rf"|on\b|near\b|before\b))"
    rf"|(?P<figure3>#+){_WHO}\s+(?:(?:have|had|has)\s+)?(?:fainted|passed\s+out|lost\s+consciousness)\b"
    rf"|(?P<figure4>#+){_WHO}\s+(?:(?:had|have|has)\s+)?(?:came|come|turned\s+up|arrived|reached|(?:were\s+"
    rf"|was\s+|been\s+)?(?:brought|carried))"
    r"(?:\s+in)?\s+(?:to\s+|at\s+|into\s+)?(?:(?:the|an?|local|nearby|its|area"
    r"|(?-i:[A-Z])[\w’'-]+)\s+){0,3}(?:health\s+(?:facilit(?:y|ies)"
    r"|cent(?:re|er)s?)|hospitals?|clinics?|infirmary|first[- ]aid\s+\w+)\b(?!\s+(?:dead|workers|staff"
    r"|in\s+search|to\s+(?:visit|see|identify|donate)))"
    rf"|(?P<figure5>#+){_WHO}\s+(?:were\s+)?brought\s+in\s+with\b|(?P<figure6>#+){_WHO}\s+with\s+(?:signs"
    rf"|symptoms)\s+(?:of|consistent)\b",
    re.IGNORECASE,
)
_CARED = gated(
    r"\b(?:attended\s+to|cared\s+for|looked\s+after|saw\s+to|patched\s+up|bandaged|gave\s+first\s+aid\s+to"
    r"|operated\s+on|removed\s+(?:shrapnel"
    r"|bullets|splinters)\s+from|stitched\s+up)\s+(?:some\s+)?(?P<figure>#+)"
    r"(?!(?:\s+[\w-]+){0,2}?\s+(?:a|an|per|each|every)\s+(?:day|week|year|night|month|hour))",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"\bof\s+(?:whom|them|these|the\s+(?:wounded|injured|hurt))\b|\b(?:injured|wounded|hurt)\b[^.;]*$"
    r"|\b(?:can|could|may|might)\s+(?:still\s+)?be\b"
)
_ALL = Several((_TREATS, _PATIENTS, _SICK, _LIE, _HURT, _STRUCK, _CARED))
_BODIES_OF = re.compile(r"\b(?:bodies|remains|corpses)\s+of\s+(?:the\s+|its\s+|their\s+)?$", re.IGNORECASE)
_DIED = re.compile(r"\b(?:died|dead|expired|succumbed|dies|die|dying|killed|perished)\b", re.IGNORECASE)


def may_be_patients(text: str) -> bool:
    """True when a sentence may tell so of the sick or hurt; the figures of the text are written as ``#``."""
    return _ALL.fits(text)


def patients(reading: Reading) -> Iterator[tuple[str, Amount, int, int]]:
    """Kind, amount and stretch (from the sentence's start) of each count of the sick or treated."""
    text, where = reading.coded()
    for pattern in _ALL.worth(text):
        for match in pattern.finditer(text):
            name = next(n for n, told in match.groupdict().items() if told)
            amount = where.get(match.start(name))
            if pattern is _STRUCK and _BODIES_OF.search(text, max(0, match.start() - 24), match.start()):
                continue
            if pattern in (_LIE, _STRUCK) and (
                _OF_WHOM.search(text[: match.end()]) or _DIED.search(match.group())
            ):
                continue  # "61 of whom are home, 55 in treatment" says how those told are
            if amount is not None and _fits(amount):
                start = match.start(name) if pattern is _TREATS else match.start()
                yield "wounded", amount, start, max(match.end(), amount.last.idx + len(amount.last))


def _fits(amount: Amount) -> bool:
    noun = amount.noun
    return (
        noun is None
        or nouns.is_person(noun.text)
        or noun.lower_ in ("cases", "infections", "patients", "wounded", "injured")
    )
