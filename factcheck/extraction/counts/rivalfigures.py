"""Figures that somebody gives, in few words, for what was counted: 'Minsk sticks to 35', 'it had 81 by Friday'.

Reports that set versions side by side name what is counted once. Afterwards the number stands alone, behind a verb
of giving figures, in front of who says it, or beside a name whose verb is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from factcheck.extraction.counts.quantities import Amount
from factcheck.extraction.gates import gated
from factcheck.extraction.giving import ARRIVES_AT, IS_AT, PUTS_IT_AT, STANDS_BY
from factcheck.values import Qualifier, Quantity

_FIGURE = r"(?:only\s+|just\s+|still\s+|now\s+)?[\"“]?(?P<figure>#+)"
_ENDS = (
    r"(?=\s*(?:[.,;:)\"”–—]|$|(?:on|in|by|at|for|before|until|when|while|after|because|but|and|or|as|against"
    r"|instead|yesterday|today"
    r"|earlier|later|last|this|that|from|so|then|now|here|too|had)\b))"
)
_AFTER = gated(
    r"\b(?:"
    r"(?:there|they)\s+(?:are|were|have\s+been|had\s+been)|(?:we|they)\s+have|(?:tells?|told)\s+(?:us|reporters"
    r"|this\s+\w+)"
    r"|(?:gives?|gave|given|says?|said|claim(?:s|ed)?|report(?:s|ed)?|record(?:s|ed)?|confirm(?:s|ed)?"
    r"|acknowledge[sd]?|admit(?:s|ted)?"
    r"|nam(?:es?|ed)|mention(?:s|ed)?|cit(?:es?|ed)|announc(?:es?|ed|ing)|publish(?:es|ed)?|list(?:s|ed)?"
    r"|count(?:s|ed)?|giving|saying|add(?:s|ed)?"
    r"|register(?:s|ed)?"
    r"|document(?:s|ed)?|estimat(?:es?|ed)|suggest(?:s|ed)?|offer(?:s|ed)?|quot(?:es?|ed)|believes?)"
    r"|(?:knows?|knew|talks?|talked|told|warn(?:s|ed)?|speaks?|spoke|spoken|speaking)(?:\s+[\w’'-]+){0,3}?\s+of"
    r"|(?:remains?|remained|stops?|stopped)\s+(?:at|to|on|with)|(?:ha[sd]|have)\s+(?:counted|registered"
    r"|recorded)"
    r"|certif(?:ies|ied)|" + "|".join((STANDS_BY, ARRIVES_AT, IS_AT, PUTS_IT_AT)) + r")\s+" + _FIGURE + _ENDS,
    re.IGNORECASE,
)
_HAD = gated(
    r"\b(?:bulletin|count|list|tally|toll|report|statement|register|update|communiqu[eé]|version|estimate"
    r"|hospitals?|authority|ministry"
    r"|police|agency|union|it|they|army|government|organi[sz]ers)\b(?:,[^,;#]{2,30},)?\s+(?:had|has|have)\s+"
    + _FIGURE
    + r"(?=\s*(?:[.,;:)]|$))",
    re.IGNORECASE,
)  # fmt: skip
_NOT_BEYOND = gated(
    r"\b(?:not|never|n['’]t|hardly)\s+(?:\w+\s+)?(?:gone|go|went|going|got)\s+(?:past\s+)?" + _FIGURE,
    re.IGNORECASE,
)
"""'have not gone beyond 300': up to that."""
_AS_NUMBER = gated(
    r"\b(?:gives?|gave|names?|named|has|had|puts?)\s+" + _FIGURE + r"\s+as\s+(?:the|its|their|his)\s+(?:\w+"
        r"\s+)?(?:number|figure|toll|count|total)\b",
    re.IGNORECASE,
)  # fmt: skip
_FRONTED = gated(
    r"(?:^|[.;:?!]\s+|\bbut\s+)[\"“]?(?P<figure>#+)[\"”]?,?(?:\s+(?:at\s+(?:the\s+)?(?:most|least)|(?:or|and)"
    r"\s+(?:more|so)))?,?\s+"
    r"(?:(?:say|says|said|according\s+to|insists?|insisted|claims?|claimed|repl(?:ies|ied))\s+(?:[A-Zth]|an?\b"
    r"|its\b|local\b|police\b)"
    r"|(?:the\s+|an?\s+|its\s+)?[\w'’-]+(?:\s+[\w'’-]+){0,6}?\s+(?:still\s+|now\s+|later\s+|first\s+)?(?:says?"
    r"|said|insists?|insisted|maintains?"
    r"|repeats?|claims?|claimed|repl(?:ies|ied)|counters?|counted))\b",
)
"""'; 14,000, say the police', '471, the ministry still says'."""
_DATED = re.compile(
    r";\s+(?P<figure>#+)\s+(?:on\s+\w+day|the\s+(?:day|week|month)\s+before|a\s+(?:day|week|month)\s+(?:earlier"
    r"|before|ago)|yesterday)\b",
    re.IGNORECASE,
)
_BESIDE = gated(
    r"(?:[,:]|\band|\bbut|\bor|\bagainst)\s+(?:not\s+)?(?P<figure>#+)\s+(?:"
    r"(?:by|in|on)\s+(?:the\s+)?(?:[\w'’-]+\s+){1,4}?(?:counts?|counting|reckoning|estimates?|tally|tallies"
    r"|figures?|account)\b"
    r"|according\s+to\s|for\s+(?=(?:the\s+(?:police|unions?|government|opposition|organi[sz]ers|ministry|army"
    r"|rebels))\b|[A-Z][a-z]+[.,;]))"
    r"|(?:,|\band|\bbut|\bor|\bagainst)\s+(?P<figure2>#+)\s*,?\s*(?:as\s+(?:the\s+)?[\w'’-]+(?:"
    r"\s+[\w'’-]+){0,5}?\s+(?:reckon(?:s|ed)?"
    r"|counted|had\s+it|put\s+it|saw\s+it)\b|\((?=(?:the\s+)?[A-Z]|the\s|police|unions"
    r"|organi[sz]ers)[^()#\d]{2,50}\))",
)
"""', 103,000 by the police count', 'and 190,000 (the police)', 'or 8,000, as the police reckoned'."""
_FROM = gated(
    r"\b(?:up|down)\s+from\s+(?:an?\s+(?:[\w-]+\s+)?(?:peak|high|low|total|figure"
    r"|count)\s+of\s+)?(?P<figure>#+)",
    re.IGNORECASE,
)
"""'61,000 remain in camps, down from 84,000 on Monday'."""
_AND_NOT = gated(r"\b(?:and|but)\s+not\s+(?P<figure>#+)(?=\s*(?:[.,;]|$|as\b))", re.IGNORECASE)
"""'31 died and not 19, as the agency maintains'."""
_FIGURE_OF = gated(
    r"\bthe\s+(?:\w+\s+)?(?:number|figure|toll|count|total)\s+of\s+(?P<figure>#+)"
    r"(?=\s+(?:is|was|given|announced|has|had|which|did|published|rested|from|in)\b|\s*[,.;)]|$)"
    r"|\bthe\s+(?P<figure2>#+)\s+(?:in|of|from|given\s+in)\s+(?:[\w'’]+\s+){1,3}?"
    r"(?:release|statement|bulletin|report|list|announcement)\b",
    re.IGNORECASE,
)
"""'The figure of 7 given yesterday', 'the 15 in Monday's bulletin'."""
_GAVE = (
    r"(?:gave|given|announced|reported|published|released|issued|counted|claimed|put\s+out|cited|named|listed"
    r"|quoted|registered|recorded|had(?=\s*(?:[.,;:)]|$)|\s+(?:the|at|on|by|in|yesterday|earlier|until|before)\b))"
)
_THE_GIVEN = gated(
    r"\bthe\s+(?P<figure>#+)\s+(?:(?:that|which)\s+(?:[\w'’-]+\s+){1,4}?(?:(?:had|has|have|first)\s+)*"
    + _GAVE
    + r"\b|(?:first\s+|earlier\s+|initially\s+)?"
    + _GAVE
    + r"\s+(?:on\s+\w+day\s+|earlier\s+|first\s+)?by\b)",
    re.IGNORECASE,
)  # fmt: skip
"""'the 310 that police had the evening before', 'the 359 announced by the police'."""
_FROM_TO = gated(
    r"\b(?:toll|count|tally|figure|total|estimate)s?\b"
    r"(?:\s+(?:of|for|in)\s+(?:the\s+)?(?:dead|victims|[A-Z][\w'’ ]{2,30}?))?"
    r"\s+(?:(?:has|had|have|was|were|is|been|now|meanwhile|since|later|already|then)\s+)*"
    r"(?:(?:c[oa]me|gone|went|brought)\s+(?:\w+\s+)?down|f[ae]ll(?:en)?|dropped|cut|lowered|reduced|revised|corrected"
    r"|changed)(?:\s+(?:down(?:wards?)?|back|sharply|twice|again|on\s+\w+day)){0,3}(?:\s+by\s+[\w ]{2,20})?,?"
    r"\s+from\s+(?P<figure>#+)(?:\s+\w+){0,3}?\s+to\s+(?P<figure2>#+)",
    re.IGNORECASE,
)
"""'The count of that day has come down from 359 to 253': the first was wrong; 'risen from 135' was not."""
_THAT_OF = gated(
    r"\b(?:that|those|the\s+one)\s+of\s+(?:the\s+)?[\w'’-]+(?:\s+[\w'’-]+){0,3}?\s+(?:(?:of|had|gave|was|is|at)"
    r"\s+)?" + _FIGURE + _ENDS,
    re.IGNORECASE,
)
"""'the bulletin of Sunday spoke of 60 and that of Tuesday of 108'."""
_AGAINST = gated(
    r"\b(?:against|instead\s+of|rather\s+than|versus|compared\s+(?:with|to)|up\s+from"
    r"|down\s+from)\s+(?:the\s+|its\s+|an?\s+"
    r"|[A-Z]\w+['’]s\s+)?(?:(?:earlier|previous|first|original|official|initial)\s+)?" + _FIGURE
    + r"(?=\s*(?:[.,;:)]|$|(?:of|on|in|a|at|the)\s+(?:yesterday|last|the\s+(?:day|week|previous|year)|monday"
    r"|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|this\s+morning|day|week|noon|dawn|midday)|(?:yesterday|earlier|before"
    r"|previously|announced|reported|given|and)\b))",
    re.IGNORECASE,
)  # fmt: skip
"""'rise to 274, against the 231 of yesterday evening'."""
_COLON_END = gated(
    r"^[\"“]?(?!.*\b(?:age|aged|pages?|bus|route|phone|call|page|goals?|score|published|updated|opening|speed"
    r"|births?|magnitude|weight|height|price|temperature|distance|width|length|capacity|beds|seats|rooms?"
    r"|chapter|episode|vote|votes)\b)"
    r"[A-Z][^#:;]{2,80}:\s+[\"“]?(?P<figure>#+)[\"”.]*$",
)
"""'The radio goes furthest: over a thousand.', 'The sum: at least 2,121.'"""
_OF_OWN = gated(
    r"(?:,|\band|\bagainst|\bfor)\s+(?:\w+\s+)?(?P<figure>#+)\s+of\s+(?:its|their|our|his)\s+own\b",
    re.IGNORECASE,
)
"""'the rebels killed 1,200, against 241 of their own'."""
_NAME_HAS = gated(
    r"(?:^|[;,.]\s+|\b[a-z]+\s+)(?:[A-Z][\w'’.-]+\s+){1,4}(?:has|had)\s+(?P<figure>#+)(?=\s*(?:[.,;:)]|$|\b(?:across|in|throughout|so\s+far|nationwide|alone|and|by)\b"
    r"|on\s+(?:its|his|her|their)\b))"
)
"""'Commissioner Adie has 86'."""
_IT_PASSED = gated(
    r"\b(?:it|that|he|she|they|we|count|number|total|figure)\s+(?:(?:has|had|have)\s+)?(?:already\s+"
    r"|now\s+)?(?:passe[ds]|exceed(?:s|ed)"
    r"|(?:gone|got|went)\s+past)\s+" + _FIGURE + _ENDS,
    re.IGNORECASE,
)
_AND_HURT = gated(
    r"(?P<figure>#+)(?:\s+(?:in|at|from)\s+[A-Z][\w'’-]+)?,?\s+(?:and|with|plus)\s+(?:#+|an?(?:\s+single)?"
    r"|one|several|many|nobody|no\s+one)\s+"
    r"(?:(?:more|others?|people|were|are)\s+)*(?:wounded|injured|hurt)\b",
    re.IGNORECASE,
)
"""'says 62 in Rafah and around 350 wounded', 'later of 23 and a single wounded': so many dead."""
_MORE_THAN_BEFORE = gated(
    r"(?:,|and|or)\s+(?P<figure>#+)(?:\s+more)?\s+than"
    r"\s+(?:on|in|at|a|the|were|was|had|yesterday|before|previously|reported|announced|last)\b",
    re.IGNORECASE,
)
"""'23 deaths, four more than on Saturday'."""
_REACHES = gated(
    r"\b(?:the|its|their|official|a)\s+(?:[\w-]+\s+)?(?:count|tally|figure|number)(?:\s+of\s+(?:the"
    r"\s+)?(?:[\w-]+\s+){0,5}?[\w-]+(?:\s+since\s+[\w ]{2,30})?)?"
    r"\s+(?:(?:has|had|have|now|already)\s+)*(?:reach(?:es|ed)|pass(?:es|ed)|hits?|rose\s+to|risen\s+to|rises"
    r"\s+to|climb(?:s|ed)\s+to|stands?\s+at|stood\s+at|is\s+now)\s+" + _FIGURE,
    re.IGNORECASE,
)
_BY_EACH = gated(
    r"(?:,|:|–|—)\s+(?P<figure>#+)\s+by\s+(?:the\s+)?[\w'’ ]{2,30}?\s+and\s+(?P<figure2>#+)\s+by\s+(?:the\s+)?\w",
    re.IGNORECASE,
)
"""'Seventeen were freed, fifteen by the army and two by the police.'"""
DEAD_BESIDE_THE_HURT = "and so many hurt"
_PLAIN = (
    (_AS_NUMBER, "gives"),
    (_AFTER, "gives"),
    (_HAD, "had"),
    (_FRONTED, "said after it"),
    (_DATED, "dated"),
    (_FROM, "down from"),
    (_BESIDE, "beside"),
    (_REACHES, "the count reaches"),
    (_AND_NOT, "and not"),
    (_FIGURE_OF, "the figure of"),
    (_MORE_THAN_BEFORE, "more than before"),
    (_THE_GIVEN, "the figure of"),
    (_THAT_OF, "gives"),
    (_AGAINST, "down from"),
    (_COLON_END, "gives"),
    (_OF_OWN, "of their own"),
    (_NAME_HAS, "had"),
    (_AND_HURT, DEAD_BESIDE_THE_HURT),
    (_IT_PASSED, "gives"),
)


_NUMBER = gated(
    r"\b(?:(?:at\s+least|about|around|some|nearly|almost|more\s+than|over|up\s+to|between|beyond)\s+)?"
    r"\b(?:\d[\d,.]*(?<![,.])(?:\s+(?:million|thousand|billion|crore|lakh))?(?:\s+(?:to|and)\s+\d[\d,.]*(?<![,.]))?"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|(?:twen|thir|for|fif|six|seven"
    r"|eigh|nine)ty|hundreds?"
    r"|thousands?|dozens?|a\s+hundred|half\s+a\s+million|a\s+million|one\s+million|one\s+hundred)(?:[-\s](?:one|two|three|four|five|six|seven"
    r"|eight|nine|hundred|thousand|million))?)\b",
    re.IGNORECASE,
)


def may_be_rival(text: str) -> bool:
    """True when a sentence may give a figure without a noun beside one counted before; without a parse."""
    figures = coded(text)
    return "#" in figures and any(
        p.search(figures) for p in (_NOT_BEYOND, _BY_EACH, _FROM_TO, *(p for p, _ in _PLAIN))
    )


@lru_cache(maxsize=64)
def coded(text: str) -> str:
    """A text with every number, in digits or plain words and with its hedge, as ``#``: a rough `Reading.coded`.

    Several finders ask for the same sentence one after the other.
    """
    return _NUMBER.sub("#", text)


def rival_figures(text: str, where: dict[int, Amount]) -> Iterator[tuple[Amount, int, int, str]]:
    """Each bare figure of a coded sentence (``Reading.coded``) that somebody gives: amount, start, end, rule.

    The offsets run over the figure with what introduces it and count from the sentence's start.
    """
    for match in _NOT_BEYOND.finditer(text):
        amount = _bare(where, match.start("figure"))
        if amount is not None:
            yield _at_most(amount), match.start("figure"), match.end("figure"), "not beyond"
    for both, named in ((_BY_EACH, "by each"), (_FROM_TO, "down from")):
        for match in both.finditer(text):
            for name in ("figure", "figure2"):
                amount = _bare(where, match.start(name))
                if amount is not None:
                    yield amount, match.start(name), match.end(name), named
    for pattern, rule in _PLAIN:
        for match in pattern.finditer(text):
            name = "figure" if match["figure"] else "figure2"
            amount = _bare(where, match.start(name), own=pattern is _OF_OWN)
            if _MAY.search(text, max(0, match.start() - 20), match.start()) or _ABOARD.match(
                text, match.end(name)
            ):
                continue
            if amount is not None and not _are_ages(amount, match.group(), text[match.end(name) :]):
                yield _passed(amount, match.group()), match.start(name), match.end(name), rule


_ABOARD = re.compile(r"\s+(?:on\s+board|aboard|survivors|rescued|alive)\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:can|could|may|might|would|should)\s+$", re.IGNORECASE)
"""'They can say a thousand': nobody says so."""


def _bare(where: dict[int, Amount], at: int, *, own: bool = False) -> Amount | None:
    amount = where.get(at)
    if own and amount is not None and amount.noun is not None and amount.noun.lower_ == "own":
        return amount
    return amount if amount is not None and amount.noun is None and amount.how == "figure" else None


GROWN_UP = 18


def _are_ages(amount: Amount, words: str, after: str) -> bool:
    """'They were 8 and 11'."""
    young = (amount.quantity.low or 0) < GROWN_UP
    return words.lower().startswith(("they were", "they are")) and (young or after.lstrip().startswith("and #"))


_PAST = re.compile(r"\b(?:past|pass(?:es|ed)?|exceed\w*|surpass\w*|topp?(?:s|ed))\b", re.IGNORECASE)
_GAVE_UP = re.compile(r"\b(?:gave|gives?)\s+up\b", re.IGNORECASE)


def _passed(amount: Amount, words: str) -> Amount:
    """'it had passed 250' is more than that; who gave up counting at 300 knows of at least so many."""
    low = amount.quantity.low
    if low is None or amount.quantity.qualifier is not Qualifier.EXACT:
        return amount
    qualifier = (
        Qualifier.MORE_THAN if _PAST.search(words) else Qualifier.AT_LEAST if _GAVE_UP.search(words) else None
    )
    return amount if qualifier is None else replace(amount, quantity=Quantity(low, None, qualifier))


def _at_most(amount: Amount) -> Amount:
    """'not gone' and then 'beyond 300', which is read as more than 300 by itself."""
    if amount.quantity.qualifier not in (Qualifier.EXACT, Qualifier.MORE_THAN):
        return amount
    return replace(amount, quantity=Quantity(None, amount.quantity.low, Qualifier.UP_TO))
