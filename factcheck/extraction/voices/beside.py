"""Who gives a figure, where the words next to it say so: '; 14,000, say the police', '190,000 (the police)'.

A sentence that sets rival figures side by side has a speaker for each; the reporting clause that holds the whole
sentence would give them all to one.
"""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.giving import ARRIVES_AT, HAS_COUNTED, IS_AT, NOT_BEYOND, PUTS_IT_AT, STANDS_BY
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices import speaking, statements
from factcheck.extraction.voices.cast import cast_of
from factcheck.extraction.voices.speakers import resolve
from factcheck.lexicons import word_set
from factcheck.values import Span

REACH = 240
"""So many characters before and behind a figure its speaker may stand."""

_WHO = r"(?P<who>(?:[Tt]he\s+|[Ii]ts\s+|[Ll]ocal\s+)?[\w'’.&-]+(?:\s+[\w'’.&-]+){0,5}?)"
_SAYS = (
    r"(?:say|says|said|insists?|insisted|claims?|claimed|reckons?|reckoned|counted|counts?|reports?|reported"
    r"|according\s+to)"
)
_BRACKET = gated(r"\W?(?:\s+[\w'’-]+){0,3}?\s*\((?:said\s+)?" + _WHO + r"\)")
_BY = re.compile(
    r"(?:\s+(?:people|persons|protesters|marchers|demonstrators|participants|strong))?\s+by\s+" + _WHO
    + r"(?=\s*(?:[,.;:)]|$|\band\b))"
)  # fmt: skip
"""'25,000 protesters by the police, 80,000 by the organisers'."""
_DONE = re.compile(r"\b(?:\w{3,}ed|taken|shot|slain|hit|found|held|brought|caught)\b")
"""'fifteen were freed, (two) by the police': who did it, not who says so."""
_COUNTS = re.compile(r"\b(?:counts?|counting|reckoning|estimates?|tally|figures?|account)$")
_BY_COUNT = gated(
    r"[^;:()\d]{0,60}?\b(?:by|on|in)\s+"
    + _WHO
    + r"(?:['’]s?)?\s+(?:own\s+)?(?:counts?|counting|reckoning|estimates?|tally|tallies|figures?|account"
    r"|guess|guesses|telling|arithmetic|measure|records)\b"
)  # fmt: skip
_BY_OWNER = gated(r",?\s+by\s+(?P<who>the\s+[\w-]+(?:\s+[\w-]+)?)(?:['’]s|(?<=s)['’])(?=\s*(?:[,.;:)]|$))")
"""'Seventy by the observers' account, nine by the government's'."""
_FOR = gated(
    r"(?:\s+(?:dead|deaths|killed|wounded|injured|missing|people|victims|protesters|marchers|demonstrators))?,?"
    r"\s+for\s+" + _WHO + r"(?=\s*(?:[,.;:)]|$|\band\b))"
)  # fmt: skip
"""'44 for the Ministry of Health, 60 for the doctors'."""
_RIVALS = re.compile(
    r"\b(?:counts?|figures?|tolls?|numbers?|versions?|tall(?:y|ies)|balance|differ\w*|var(?:y|ies|ied))\b", re.I
)
_AS = gated(
    r"[^;:()]{0,40}?,?\s+as\s+"
    + _WHO
    + r"\s+(?:has\s+|have\s+|had\s+|itself\s+|since\s+|later\s+)*(?:reckon(?:s|ed)?|counted|announced|admitted"
    r"|confirmed|stated|reported"
    r"|had\s+it|puts?\s+it|saw\s+it|sees\s+it"
    r"|brags?|bragged|boasts?|boasted|claims?|claimed|alleges?|alleged|insists?|insisted|asserts?|asserted"
    r"|maintains?|told|pretends?)\b"
)
_SAID_AFTER = re.compile(
    r"[^;:()\d]{0,70}?[,”\"]?\s+"
    + _SAYS
    + r"\s+"
    + _WHO
    + r"(?=\s*(?:[,.;:)]|$|\s+(?:on|in|at|that|for|who|whose)\b))"
)
_GAVE = (
    r"(?:gave|given|released|published|announced|reported|issued|cited|named|quoted|circulated|supplied|provided"
    r"|counted|claimed|spoke\s+of|spoken\s+of|put\s+(?:out|about|forward)|listed|recorded|confirmed|had)"
)
_WHICH_GAVE = gated(
    r"(?:\s+(?:[a-z]+ly\s+)?[a-z]+){0,3}?,?\s+(?:that|which)\s+"
    + _WHO
    + r"\s+(?:(?:has|have|had|first|earlier|initially|originally|still|itself|himself)\s+)*"
    + _GAVE
    + r"(?=\s*(?:[.,;:)]|$)|\s+(?!to\b|been\b)[a-z])"
)
_GIVEN_BY = gated(
    r"(?:\s+[a-z]+){0,3}?,?\s+(?:first\s+|earlier\s+|initially\s+|originally\s+|so\s+far\s+)?"
    r"(?:given|released|published|announced|reported|issued|cited|quoted|circulated|supplied|provided|counted"
    r"|claimed"
    r"|put\s+(?:out|about|forward)|listed|recorded|confirmed)\s+(?:[a-z]+day\s+)?by\s+"
    + _WHO
    + r"(?=\s*(?:[.,;:)]|$)|\s+(?:on|in|at|that|for|who|whose|was|is|were|has|had|yesterday|last|earlier|and)\b)"
)
_COUNT_OF = r"(?:tolls?|counts?|figures?|numbers?|totals?|tally|tallies|estimates?|death\s+toll)"
_TOLL_BY = gated(
    r"\b" + _COUNT_OF + r"(?:\s+of\s+\w+)?\s+(?:given|released|published|announced|issued|reported|offered"
    r"|compiled|put\s+out|made\s+public"
    r"|confirmed|cited|supplied|provided)\s+(?:on\s+\w+day\s+|earlier\s+|yesterday\s+)?by\s+"
    + _WHO
    + r"(?:,[^,;]{3,60},|\s+(?:on|in|at)\s+[\w ]{3,30}?)?\s+(?:is|was|were|stood\s+at|stands\s+at|came\s+to"
    r"|comes\s+to|reached|had\s+been)"
    r"\s+(?:only\s+|just\s+|about\s+|around\s+|at\s+least\s+|some\s+|more\s+than\s+|nearly\s+)?$",
    re.IGNORECASE,
)
"""'The last toll given by the ministry, on 31 March, was 140'."""
_FOR_WHOM = gated(
    r"(?:^|[.;:]|,\s+(?:and|but|while)|\band|\bbut)\s*(?:to|for)\s+"
    + _WHO
    + r",?\s+(?:it\s+was|it\s+is|they\s+were|there\s+were|it\s+had\s+been)\s+(?:only\s+|just\s+|about\s+|around\s+"
    r"|at\s+least\s+|some\s+|more\s+than\s+|nearly\s+|no\s+more\s+than\s+)?$",
    re.IGNORECASE,
)
"""'To the police it was about 15,000'."""
_BY_ESTIMATE = gated(
    r"\b(?:by|on)\s+(?:the|an?|one)\s+(?:\w+\s+)?(?:estimates?|counts?|counting|reckoning|tally|figures?|account"
    r"|guess|testimony|telling)\s+of\s+"
    + _WHO
    + r",\s+(?:only\s+|just\s+|about\s+|around\s+|at\s+least\s+|some\s+|more\s+than\s+|nearly\s+)?$",
    re.IGNORECASE,
)
"""'By the estimate of church groups, 200,000 have perished'."""
_OWNED_FIGURE = gated(
    r"(?:^|[\s(“\"])(?P<who>(?:the\s+)?[\w.-]+(?:\s+[\w.-]+){0,3}?)(?:['’]s|(?<=s)['’])(?:\s+own(?:,)?(?:"
    r"\s+now)?)?"
    r"(?:\s+(?:figure|number|count|estimate|total|toll|tally)\s+of)?\s+$",
    re.IGNORECASE,
)
_BARE_FIGURE = re.compile(
    r"(?:\s*[,.;:)”\"–—-]|\s+(?:is|was|were|are|left|leaves|includes?|included|seems?|looks?|cannot|does|did|has"
    r"|had|could|would|must|may|dead,|and|but|came|rests?)\b|$)"
)
"""'The officers' 320,000 left out the alleys': a figure without a noun that somebody has."""
_VERBS = "|".join((STANDS_BY, ARRIVES_AT, IS_AT, NOT_BEYOND, PUTS_IT_AT, HAS_COUNTED))
_GIVER_BEFORE = gated(
    r"(?:^(?:\d{1,2}[:.]\d\d\s+)?|[.;:]|,\s+(?:and|but|while)|\band|\bbut|\bwhile)\s*[\"“]?" + _WHO
    + r"(?:,[^,;]{3,70},)?\s+(?:(?:has|have|had|now|still|already|later|only|by\s+\w+day|on\s+\w+day)\s+)*(?:"
    + _VERBS
    + r")"
    r"\s+(?:only\s+|just\s+|now\s+)?(?:about\s+|around\s+|some\s+|at\s+least\s+|more\s+than\s+|over\s+|nearly\s+"
    r"|up\s+to\s+|between\s+)?[\"“]?$",
    re.IGNORECASE,
)  # fmt: skip
_SHORT = word_set(
    "police unions union organisers organizers government army ministry opposition rebels authorities"
)
_OWNER = re.compile(r"['’]s?$")
_PREPOSITIONS = word_set("on in at by for from of with to over during through via about")
_MONTHS = word_set("January February March April May June July August September October November December")
_TIME = word_set("monday tuesday wednesday thursday friday saturday sunday noon midnight")


def beside_figure(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """The claimant that the words right around a figure name, or None.

    ``inside`` is the figure's place, from the sentence's start.
    """
    text, behind = sentence.text, (inside.end, _end_behind(sentence.text, inside))
    for pattern in (_BRACKET, _BY_COUNT, _BY_OWNER, _AS, _BY):
        match = pattern.match(text, *behind)
        if (
            pattern is _BY
            and match is not None
            and (_DONE.search(text, 0, inside.end) or _COUNTS.search(match["who"]))
        ):
            continue
        if match is not None and (who := _speaker(page, sentence, match["who"])) is not None:
            return who
    match = _FOR.match(text, *behind)
    if match is not None and _RIVALS.search(text, 0, inside.start):
        who = _speaker(page, sentence, match["who"])
        if who is not None:
            return who
    match = _SAID_AFTER.match(text, *behind) if ";" in text else None
    if match is not None and (who := _speaker(page, sentence, match["who"])) is not None:
        return who
    return None


def giver_behind(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """The claimant of 'the 359 which the police released', 'the 40 injured reported by the hospital', or None."""
    behind = inside.end, _end_behind(sentence.text, inside)
    match = _WHICH_GAVE.match(sentence.text, *behind) or _GIVEN_BY.match(sentence.text, *behind)
    return None if match is None else _speaker(page, sentence, match["who"])


def _end_behind(text: str, inside: Span) -> int:
    """Where the words right behind a figure end: at a semicolon."""
    end = min(len(text), inside.end + REACH)
    semicolon = text.find(";", inside.end, end)
    return semicolon if semicolon >= 0 else end


def giver_before(page: Page, sentence: Sentence, inside: Span) -> str | None:
    """The claimant whose verb of holding stands right before a figure ("the union sticks to 800"), or None."""
    before = sentence.text[max(0, inside.start - REACH) : inside.start]
    for pattern in (_GIVER_BEFORE, _TOLL_BY, _FOR_WHOM, _BY_ESTIMATE):
        match = pattern.search(before)
        if match is not None and (who := _speaker(page, sentence, match["who"])) is not None:
            return who
    match = _OWNED_FIGURE.search(before)
    bare = match is not None and _BARE_FIGURE.match(sentence.text, inside.end) is not None
    return _speaker(page, sentence, match["who"]) if match is not None and bare else None


def _speaker(page: Page, sentence: Sentence, phrase: str) -> str | None:
    phrase = _OWNER.sub("", phrase)
    words = phrase.split()
    if words and words[0].lower() in _PREPOSITIONS:
        return None
    name = phrase.removeprefix("the ").removeprefix("The ").removeprefix("its ").removeprefix("local ")
    if not words or any(word.lower() in _TIME or word[0].isdigit() or word in _MONTHS for word in words):
        return None
    able = (
        words[0].lower() in ("it", "they", "he", "she")
        or statements.is_body_name(name)
        or statements.party_named(name)
        or speaking.is_office(words[-1])
        or name.lower() in _SHORT
        or cast_of(page).person(name) is not None
        or (name.isupper() and name.isalpha() and len(name) > 2 and not sentence.text.isupper())
        or _headed(words)
    )
    return resolve(page, sentence, phrase) if able else None


def _headed(words: list[str]) -> bool:
    """'The head of civil defence', 'Radio Ozodi': an office with what it heads, or names of two words and more."""
    lowered = [word.lower() for word in words]
    if "of" in lowered:
        return speaking.is_office(lowered[lowered.index("of") - 1])
    return len(words) > 1 and all(word[:1].isupper() for word in words if word != "the")
