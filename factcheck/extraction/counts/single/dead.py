"""One dead: 'a farmer, Ram Singh, 45, was killed', 'a girl hit by a stray bullet has died'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.single.stretch import BESIDE, WHO, Single, fits, how_named, is_somebody, is_told
from factcheck.extraction.gates import gated

_ALSO = (
    r"(?:also|later|since|then|too|reportedly|allegedly|instantly|himself|herself|subsequently|eventually|soon|already"
    r"|accidentally|apparently|now)"
)
_HAS = rf"(?:(?:has|had|{_ALSO})\s+)*"
_WAS = rf"(?:(?:has|had|{_ALSO})\s+)*(?:was|is|been|being)\s+(?:(?:being|{_ALSO})\s+)*"
_DIED = (
    r"(?:died|drowned|perished|succumbed|passed\s+away|lost\s+(?:his|her)\s+(?:own\s+)?life|gave\s+(?:his|her)\s+life"
    r"|did\s+not\s+(?:survive|make\s+it)|not\s+survived|(?:bled|burn(?:ed|t)|froze|starved)\s+to\s+death|breathed\s+(?:his|her)\s+last"
    r"|fell\s+(?:in\s+(?:the\s+line\s+of\s+duty|battle|combat|action|the\s+fighting)|to\s+(?:\w+\s+)?(?:fire|bullets?))"
    r"|paid\s+(?:the\s+ultimate\s+price|with\s+(?:his|her)\s+life))"
)
_KILLED = (
    r"(?:killed|slain|murdered|assassinated|executed|beheaded|lynched|gunned\s+down|martyred|electrocuted|fatally\s+\w+"
    r"|shot\s+(?:dead|and\s+killed|to\s+death)|(?:beaten|stabbed|hacked|crushed|burn(?:ed|t)|trampled|tortured)\s+to\s+death"
    r"|found\s+(?:\w+\s+)?(?:dead|lifeless)|(?:pronounced|declared|confirmed)\s+dead"
    r"|(?:among|one\s+of)\s+(?:the\s+(?:dead|deceased|fatalities|killed|slain|fallen)"
    r"|those\s+(?:killed|executed|who\s+(?:died|perished|were\s+killed)|gunned\s+down|shot\s+dead|slain|murdered|martyred)))"
)
_ONE_DEAD = gated(rf"{WHO}{BESIDE}(?P<fate>(?:and\s+)?(?:{_HAS}{_DIED}|{_WAS}{_KILLED}))\b", re.IGNORECASE)
_BURIED = gated(
    r"\b(?P<fate>buri(?:ed|es)|burying|laid\s+to\s+rest)\s+(?P<who>(?P<article>his|her|my|our)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[\w-]+))"
    r"(?=\s*[.,;]|\s+(?:on|in|at|and|this|yesterday|today|last\s+(?:week|night)|the\s+(?:day|next|same)|beside|under|with|who)\b)"
    r"(?![^.;]{0,40}\b(?:years?|decades?)\s+(?:ago|earlier|before))"
    r"|\b(?P<fate2>(?:body|corpse),\s+that\s+of)\s+(?P<who2>(?P<article2>an?|the|his|her)\s+(?:[\w-]+\s+){0,3}?(?P<noun2>[\w-]+))(?=\s*[.,;]|\s+(?:who|was)\b)",
    re.IGNORECASE,
)
"""'Ali, a survivor, buried his wife on Monday', 'the last body, that of a boy'."""
_AFTERWARDS = re.compile(
    r"\s+(?:out\b|down\b|off\b|every\b|each\b|of\s+(?:laughter|boredom|shame|cancer|old\s+age|natural\s+causes|a\s+heart))",
    re.I,
)


def may_be_one_dead(text: str) -> bool:
    """True when a sentence may tell so of one dead; without a parse."""
    return next(fits(_ONE_DEAD, text, _is_one), None) is not None or any(_buried(text))


def one_dead(text: str) -> Iterator[Single]:
    """The single dead of a sentence, in the words of the text."""
    for match in fits(_ONE_DEAD, text, _is_one):
        among = re.search(r"\b(?:among|one\s+of)\b", match["fate"], re.IGNORECASE) is not None
        how = "one" if among else how_named(match["article"], match["noun"])
        yield Single("killed", match.start(), match.end(), match["who"], how, among)
    yield from _buried(text)


def _buried(text: str) -> Iterator[Single]:
    for match in _BURIED.finditer(text):
        kin = match["who"] is not None
        noun, who = (match["noun"], match["who"]) if kin else (match["noun2"], match["who2"])
        if nouns.is_one_person(noun) and (not kin or nouns.is_sort(noun, "kin")):
            yield Single("killed", match.start(), match.end(), who)


def _is_one(match: re.Match[str]) -> bool:
    return (
        is_somebody(match["noun"], match["who"])
        and is_told(match)
        and _AFTERWARDS.match(match.string, match.end()) is None
    )
