"""Parts of a total: 'two of them children', 'among them four women', 'including 100,000 children'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.parts.breakdown import single_at
from factcheck.extraction.counts.parts.joined import VERB_NEXT, following, preceding
from factcheck.extraction.counts.parts.part import SORT, Part, extent, part_of
from factcheck.extraction.counts.parts.singled import by_name, singled_out
from factcheck.extraction.counts.quantities import ONE, Amount, Reading
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token

_AFTER_WORD = gated(
    r"\b(?:the\s+(?P<of3>dead|killed|martyrs|fallen|slain|injured|wounded|missing)\s+(?:also\s+)?includ(?:ed?|es|ing)"
    r"|includ(?:ing|ed|es)|among(?:st)?\s+(?:(?:them|whom|which)(?:\s+there)?(?:\s+(?:are|were|was|is))?"
    r"|the\s+(?P<of>dead|killed|victims"
    r"|martyrs|fallen|slain|fatalities|injured|wounded|missing)\s+(?:are|were|was|is))"
    r"|of\s+(?:whom|which|them|those|these|the\s+(?:#+\s+)?(?P<of2>dead|killed|victims|martyrs|injured|wounded"
    r"|missing)\b(?=,)|(?:the\s+#+|those)\s+(?:people\s+)?who\s+(?:were\s+|had\s+)?(?P<of5>died|killed"
    r"|perished|injured|wounded)\b(?=,)))[\s,:-]+(?:(?:those|the\s+(?:bodies|remains))\s+of\s+)?(?:at\s+least\s+|also"
    r"\s+)?(?P<figure>#+)",
    re.IGNORECASE,
)
_BEFORE_WORD = gated(
    r"(?P<figure>#+)\s+(?P<of>of\s+(?:(?:them|whom|these|those)(?:(?:\s+(?:are|were|was))?\s+(?P<who>children"
    r"|women|men|civilians|soldiers|boys|girls|minors|police|officers))?|the\s+dead|the\s+victims|the\s+injured"
    r"|the\s+wounded|the\s+(?P<of4>hostages|captives)(?=\s+(?:are|were)\s+(?!released|freed|rescued|home|back"
    r"|held|still|free)))\b)",
    re.IGNORECASE,
)
_AMONG = gated(
    r"(?P<figure>#+)\s+[\w'’-]+(?:\s+[\w'’-]+){0,4}?\s+(?:(?:was|were|are|is)\s+)?among\s+(?:them|(?:the|those)"
    r"\s+(?P<of>dead|killed|victims|injured|wounded|missing))\b",
    re.IGNORECASE,
)
_ONE_AMONG = gated(
    r"(?P<figure>\b(?:a|an|one)\b)\s+[\w'’-]+(?:\s+[\w'’-]+){0,3}?\s+(?:(?:was|were|is"
    r"|are)\s+)?(?:among(?:st)?\s+(?:them|the\s+(?P<of>dead"
    r"|killed|victims|injured|wounded))|with\s+them|included)\b",
    re.IGNORECASE,
)
_ONE_AFTER = gated(
    r"\b(?:including|one\s+of\s+(?:them|whom)|among(?:st)?\s+(?:them|whom|which|(?:the|those)\s+(?P<of>dead"
    r"|killed|victims|fallen|slain|fatalities"
    r"|injured|wounded|missing))"
    r"|of\s+whom"
    r"|the\s+(?P<of3>dead|killed|fallen|slain|injured|wounded|missing)\s+includ(?:ed?|es))"
    r"[\s,:]+(?:there\s+)?(?:(?:were|was|are|is)(?:,\s+[\w ]{2,20},)?\s+)?(?:only\s+|just\s+)?(?P<figure>an?|one"
    r"|the|his|her|its|their)\b(?=\s+[A-Za-z])",
    re.IGNORECASE,
)
_OWN_STORY = re.compile(
    r"\s+(?:off\b|away\b|back\b)|\s+(?!(?:have|has|had|were|are)\s+(?:now\s+|already\s+"
    r"|so\s+far\s+)?(?:been\s+)?identified\b)(?:should"
    r"|will|would|could|may|might|can|have|has|had|are\s+(?:already|back|expected|safe|well|home|(?:considered"
    r"\s+|said\s+to\s+be\s+)?(?:cured|healed|recovered|stable|fit)|(?:still"
    r"\s+)?(?:being\s+treated|in\s+(?:hospital|care|intensive)))|were\s+(?:released|flown|moved|treated"
    r"|discharged)|remain(?:ed)?\s+in"
    r"|(?:remain(?:s|ed)?|are|were)\s+(?:still\s+)?(?:unidentified|unnamed|unknown|unclaimed))\b",
    re.IGNORECASE,
)
"""'27 of them have returned': those told of something else are no part of the toll."""


_WHERE = re.compile(r"\b(?:in|on|at|into|from|aboard|inside)\s+$", re.IGNORECASE)
"""'They had five Kenyans in one of them': in a car."""
_OF_THESE = gated(r"^\W*(?:out\s+)?of\s+(?:these|them|those|whom|which)\s*,?\s+(?=[^#]{0,40}#)", re.IGNORECASE)
_IT_INCLUDES = re.compile(
    r"^\W*(?:that|this|it|they|these|the\s+(?:figure|toll|number|total|count|dead|list"
    r"|victims))\s+(?:also\s+|already\s+)?includ",
    re.IGNORECASE,
)
"""'The figure includes nine children': parts of the total told before."""
_SAYS_MORE = re.compile(
    r"\s+(?:(?:were|was|are)\s+(?!(?:\w+\s+)?(?:arrested|released|detained|rescued|freed|charged|still|sent"
    r"|taken|able|later|flown|back|safe|alive|saved|found|on\s))"
    r"|bore|came\s+from|belonged|froze|drowned|burned|wore|lived|worked)\b",
    re.IGNORECASE,
)
"""'Nineteen of them bore the same surname', 'Eight of them froze': of those told in the sentence before."""
_FATAL = re.compile(r"\s*,?\s*(?:(?:were|was|are|proved)\s+)?(?:fatal(?:ly)?|dead)\b", re.IGNORECASE)
"""'340 cases, 21 of them fatal'."""
_IDENTIFIED = gated(
    r"(?P<figure>#+)(?:\s+of\s+(?:them|these|those|the\s+(?:dead|victims|bodies)))?\s+(?:have|has|had|were"
    r"|are|was)\s+(?:now\s+|already"
    r"\s+|so\s+far\s+)?(?:been\s+)?identified\b|\bonly\s+(?P<figure2>#+)\s+have\s+names\b",
    re.IGNORECASE,
)
_BY_LABEL = re.compile(r"(?:[,;]|^)\s*(?P<label>[^#,;:]{2,40}):\s*(?P<figure>#+)(?=\s*(?:[;,.]|$|\())")


def _labelled(reading: Reading) -> Iterator[Part]:
    """'Of these, by hanging: 10; with gunshot wounds: 6': parts of the total just given."""
    text, where = reading.coded()
    opening = _OF_THESE.match(text)
    police = reading.tokens.notes.get(POLICE_REPORT)
    for match in _IDENTIFIED.finditer(text):
        if text[: match.start()].endswith(" of ") or (police and "of the" in match.group().replace("of them", "")):
            continue  # "the remains of three have been identified"
        name = "figure" if match["figure"] else "figure2"
        amount = where.get(match.start(name))
        if amount is not None and (
            amount.noun is None or amount.noun.lower_ in ("them", "these", "those", "dead", "victims", "bodies")
        ):
            yield Part(amount, match.start(), match.end(), None, elided=True)
    yield from _of_so_many(reading)
    if opening is None:
        return
    for match in _BY_LABEL.finditer(text, opening.end()):
        amount = where.get(match.start("figure"))
        if amount is not None and amount.noun is None:
            yield Part(amount, match.start("label"), match.end("figure"), None, elided=True)


_OF_SO_MANY = gated(
    r"(?:^|[.;]\s+)[\s\"“(•*–—-]*(?:of|among)\s+the\s+#+\s+(?:[\w-]+\s+)?(?P<word>wounded|injured|missing|hostages"
    r"|captives)\b",
    re.IGNORECASE,
)
_OTHER_FATE = re.compile(
    r"\b(?:released|freed|rescued|found|recovered|remain\w*|still|treated|discharged|could|should|will|may|would)\b",
    re.IGNORECASE,
)


def _of_so_many(reading: Reading) -> Iterator[Part]:
    """'Of the 40 wounded, twelve are children and three pregnant women': each a part."""
    text, where = reading.coded()
    match = _OF_SO_MANY.search(text)
    if match is None or _OTHER_FATE.search(text, match.end()) or reading.tokens.notes.get(POLICE_REPORT):
        return
    for start, amount in where.items():
        person = amount.noun is None or nouns.is_person(amount.noun.text) or nouns.is_of_people(amount.noun.text)
        if start >= match.end() and person:
            yield Part(amount, *extent(amount), SORT[match["word"].lower()])


def parts(reading: Reading) -> Iterator[Part]:
    """The parts that a sentence names."""
    text, where = reading.coded()
    yield from _labelled(reading)
    for pattern in (_AFTER_WORD, _BEFORE_WORD, _AMONG):
        for match in pattern.finditer(text):
            amount = where.get(match.start("figure"))
            if amount is not None and not _OWN_STORY.match(text, max(match.end(), amount.span[1])):
                if pattern is _BEFORE_WORD and _WHERE.search(text, max(0, match.start() - 8), match.start()):
                    continue
                first = part_of(match, amount)
                if (
                    pattern is _BEFORE_WORD
                    and not text[: match.start()].strip(' "“')
                    and _SAYS_MORE.match(text, match.end())
                ):
                    first = replace(first, elided=True)
                if pattern is _AFTER_WORD and _IT_INCLUDES.match(text):
                    first = replace(first, elided=True)
                if pattern is _BEFORE_WORD and _FATAL.match(text, match.end()):
                    first = replace(first, kind="killed")
                if pattern is _AMONG:
                    first = replace(first, elided=True)
                    yield from (replace(first, amount=a, start=s, end=e) for a, s, e in preceding(reading, amount))
                yield first
                rest = [(amount, first.start, first.end), *following(reading, amount)]
                if pattern is _AFTER_WORD:
                    rest += _and_singles(reading, rest[-1][0])
                yield from (replace(first, amount=a, start=s, end=e, who=None) for a, s, e in rest[1:])
    opening = _OPENING.match(text)
    amount = where.get(opening.start("figure")) if opening is not None else None
    if opening is not None and amount is not None:
        yield Part(amount, opening.start("figure"), opening.end("who"), None, opening["who"], elided=True)
    if reading.tokens.notes.get(POLICE_REPORT):
        return  # it goes on to tell of each victim: "three people, including a boy" is its toll
    for match in _ONE_AFTER.finditer(text):
        yield from singled_out(reading, match)
    yield from by_name(reading)
    for match in _ONE_AMONG.finditer(text):
        span = reading.tokens.covering(match.start(), match.end())
        if span:
            ends = [t for t in span if t.lower_ in ("among", "amongst", "with", "included")]
            named = [t for t in span if t.tag_ in ("NN", "NNP", "JJ") and ends and t.i < ends[-1].i]
            noun = next((t for t in reversed(named) if t.dep_ != "compound"), None)
            if noun is not None and nouns.is_one_person(noun.text):
                if (other := _joined_before(noun, span[0])) is not None:
                    amount = Amount(other, span[0], other, ONE, "one", noun=other)
                    yield replace(part_of(match, amount), end=other.idx + len(other))
                part = part_of(match, Amount(noun, span[0], noun, ONE, "one", noun=noun))
                yield replace(part, kind=part.kind or ("killed" if match["of"] == "victims" else None))


def _joined_before(noun: Token, first: Token) -> Token | None:
    """'A boy and his sister are among the dead': the boy."""
    other = noun.head
    joined = noun.dep_ == "conj" and first.i < other.i < noun.i and nouns.is_one_person(other.text)
    return other if joined else None


_AND_A = re.compile(r"\s*,?\s*(?:and|plus|as\s+well\s+as)\s+(?=(?:an?|one|his|her|their|another)\s)")
_A_FURTHER = re.compile(r"\s*,\s+(?=(?:an?|one|his|her|their|another)\s)")


def _and_singles(reading: Reading, last: Amount) -> list[tuple[Amount, int, int]]:
    """'including three men, a boy and a girl': those behind the figures; not 'two men, a boy and a girl', nor 'and
    a man was hurt'."""
    text, found, at = reading.tokens.text, list[tuple[Amount, int, int]](), extent(last)[1]
    while True:
        joint = _AND_A.match(text, at)
        further = joint or _A_FURTHER.match(text, at)
        one = single_at(reading, further.end()) if further is not None else None
        if one is None or VERB_NEXT.match(text, extent(one)[1]):
            return []
        found.append((one, *extent(one)))
        at = extent(one)[1]
        if joint is not None:
            return [] if len(found) > 1 and last.quantity.low == len(found) else found


_OPENING = gated(
    r"^[^\w#]*(?P<figure>#+)\s+(?:were|are|was|is)\s+(?P<who>children|women|men|civilians|soldiers|boys|girls"
    r"|minors|police"
    r"|officers|foreigners|students|pupils)\b(?!\s+(?:killed|wounded|injured|who\s+(?:were\s+)?(?:killed"
    r"|died)))",
    re.IGNORECASE,
)
"""'Twenty people died. Ten were children.'"""
