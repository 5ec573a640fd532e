"""The figures of a bulletin: 'Missing: 16', 'dead 14, injured 52, missing 6'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.parts.joined import following
from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.counts.tolls.toll import Toll
from factcheck.extraction.gates import gated

_LABEL = gated(
    r"(?:^\W*(?:[a-z0-9][.)]\s+)?|[.;•:|]\s+)(?P<label>[A-Za-z][^:#.;|]{1,90}?)(?::\s*"
    r"|\s+[-–—]\s+)(?P<figure>#+)"
    r"(?=\s*(?:$|[.,;()•+|]|and\b|(?:by|in|as|at|according|including|among|people|persons|with|since|so\s+far|alone)\b))"
)
_LABEL_KINDS = (
    (
        "killed",
        r"dead|deaths?|killed|deceased|cadavers?|corpses|fatalit(?:y|ies)|martyr(?:s|ed)|bodies"
        r"|fallen|victims",
    ),
    ("wounded", r"injured|wounded|injur(?:y|ies)|hurt"),
    (
        "missing",
        r"missing|unaccounted|still\s+(?:sought|searched\s+for|looked\s+for)|untraced"
        r"|not\s+(?:yet\s+)?found",
    ),
    (
        "destroyed",
        r"(?:houses|homes|dwellings|buildings|huts|shops|schools|villages)\s+(?:gone|burn(?:ed|t)|razed|levelled"
        r"|leveled"
        r"|flattened|lost|collapsed)"
        r"|^(?:(?:totally|completely|fully|houses|homes|dwellings|buildings)\s+)?(?:destroyed|burn(?:ed|t)"
        r"|razed|levelled)$"
        r"|(?:totally|completely|fully)\s+(?:destroyed|damaged|burn(?:ed|t))|(?:houses"
        r"|homes|buildings)"
        r"\s+destroyed",
    ),
    (
        "destroyed",
        r"(?:tanks|vehicles|trucks|lorries|aircraft|planes|helicopters|ships|boats|drones|guns)\s+(?:lost"
        r"|destroyed|sunk|downed|shot\s+down|burn(?:ed|t))",
    ),
    ("displaced", r"displaced|displacement|homeless|evacuated|evacuees|fled|idps"),
    ("captured", r"captured|prisoners|captives|hostages|abducted|kidnapped|taken|retained|held\s+by"),
    ("arrested", r"arrests?|arrested|detained|detentions"),
    ("casualties", r"casualties|killed\s+(?:and|or)\s+(?:wounded|injured)"),
    ("attendance", r"attendance|turnout|participants|marchers|demonstrators"),
)
_LABEL_WORD = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _LABEL_KINDS)
_TALLY = gated(
    r"\b(?P<word>(?:(?:houses|homes|dwellings|buildings)\s+destroyed)|dead|killed|deaths|deceased|fatalities"
    r"|disappeared|evacuated(?:\s+persons)?|injured|wounded|missing|displaced|homeless|arrested"
    r"|detained)\s*(?:[:=–-]\s*)?"
    r"(?P<figure>#+)(?=\s*(?:[,.;)/]|and\b|$))",
    re.IGNORECASE,
)
"""'dead 14, injured 52, missing 6': two of them in a row are a tally."""
_ROLL = gated(
    r"(?:^|[/,;:(|]\s*|\band\s+|\s)(?P<word>(?-i:KIA|WIA|MIA|POWs?"
    r"|EKIA))\s*[:=–-]?\s*(?P<figure>#+)(?=\s*(?:[,./;)|]|$|and\b))"
    r"|(?P<figure2>#+)\s+(?P<word2>(?-i:KIA|WIA|MIA|POWs?))\b"
    r"(?!\s+(?:[a-z]+\s+)?(?:soldiers?|troops|fighters?|members?|militants?|rebels?|cadres?|men|officers?|commanders?"
    r"|guerrillas?|battalions?|brigades?|units?|bases?|camps?|posts?|outposts?|positions?|cars?|vehicles?)\b)",
    re.IGNORECASE,
)
"""'military: KIA 6 / WIA 88': the letters of army returns."""
_ROLL_KINDS = {
    "KIA": "killed",
    "EKIA": "killed",
    "WIA": "wounded",
    "MIA": "missing",
    "POW": "captured",
    "POWS": "captured",
}
_SAVED = re.compile(
    r"\b(?:rescued|saved|released|freed|discharged|identified"
    r"|recovered\s+alive)\b",
    re.IGNORECASE,
)


_LEADS = gated(r"^\W*(?:[a-z0-9]{1,2}[.)]\s+)?(?P<label>[A-Za-z][^:#.;|]{2,40}):\s*(?P<figure>#+)(?=\s+[a-z])")
"""'Martyrs: 41 police officers, two soldiers and 47 citizens'."""
_OF_PEOPLE = frozenset({"killed", "wounded", "missing", "captured"})
_OF_THESE = re.compile(r"^\W*(?:out\s+)?of\s+(?:these|them|those|whom|which)\b", re.IGNORECASE)


def labelled(reading: Reading) -> Iterator[Toll]:
    """The figures of a bulletin: 'Missing: 16', 'Violent deaths verified by this office: 34'."""
    text, where = reading.coded()
    if _OF_THESE.match(text):
        return  # "Of these, burned: 3"
    for match in _LABEL.finditer(text):
        amount = where.get(match.start("figure"))
        kind = label_kind(match["label"])
        if amount is not None and kind is not None:
            yield Toll(kind, amount, match.start("label"), match.end("figure"))
    for match in _ROLL.finditer(text):
        name = "" if match["word"] else "2"
        amount = where.get(match.start("figure" + name))
        if amount is not None:
            yield Toll(
                _ROLL_KINDS[match["word" + name].upper()],
                amount,
                match.start("word" + name) if not name else match.start("figure2"),
                match.end("figure") if not name else match.end("word2"),
            )
    lead = _LEADS.match(text)
    kind = label_kind(lead["label"]) if lead is not None else None
    amount = where.get(lead.start("figure")) if lead is not None else None
    if (
        lead is not None
        and kind in _OF_PEOPLE
        and amount is not None
        and amount.noun is not None
        and nouns.is_person(amount.noun.text)
    ):
        yield Toll(kind, amount, lead.start("label"), amount.last.idx + len(amount.last))
        for other, start, end in following(reading, amount):
            yield Toll(kind, other, start, end)


def tally(reading: Reading) -> Iterator[Toll]:
    """Two or more in a row: 'dead 14, injured 52, missing 6'."""
    text, where = reading.coded()
    items = list(_TALLY.finditer(text))
    for item in items if len(items) > 1 else []:
        amount, kind = where.get(item.start("figure")), label_kind(item["word"])
        if amount is not None and kind is not None:
            yield Toll(kind, amount, item.start(), item.end())


def label_kind(label: str) -> str | None:
    """The kind that the words of a label name first, None when they name none or speak of the saved."""
    if _SAVED.search(label):
        return None
    hits = [(m.start(), -m.end(), kind) for kind, pattern in _LABEL_WORD if (m := pattern.search(label))]
    fates = [hit for hit in hits if hit[2] in ("killed", "wounded", "missing")]
    hits = fates or hits  # "hostages deceased: 23"
    return min(hits)[2] if hits else None
