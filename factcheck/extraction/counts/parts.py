"""Parts of a total: 'two of them children', 'among them four women', 'including 100,000 children'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.quantities import ONE, Amount, Reading
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

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

_SORT = {
    "dead": "killed",
    "martyrs": "killed",
    "fallen": "killed",
    "slain": "killed",
    "fatalities": "killed",
    "killed": "killed",
    "died": "killed",
    "perished": "killed",
    "injured": "wounded",
    "wounded": "wounded",
    "missing": "missing",
    "hostages": "captured",
    "captives": "captured",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a total; ``kind`` is None when it is that of the total it stands with.

    Offsets count from the sentence's start.
    """

    amount: Amount
    start: int
    end: int
    kind: str | None
    who: str | None = None
    elided: bool = False  # 'three of them are engineers': the total may stand in a sentence before


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
            yield Part(amount, *_extent(amount), _SORT[match["word"].lower()])


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
                first = _part(match, amount)
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
                    yield from (
                        replace(first, amount=a, start=s, end=e) for a, s, e in _preceding(reading, amount)
                    )
                yield first
                rest = [(amount, first.start, first.end), *following(reading, amount)]
                if pattern is _AFTER_WORD and (single := _and_a_single(reading, rest[-1][0])) is not None:
                    rest.append(single)
                yield from (replace(first, amount=a, start=s, end=e, who=None) for a, s, e in rest[1:])
    opening = _OPENING.match(text)
    amount = where.get(opening.start("figure")) if opening is not None else None
    if opening is not None and amount is not None:
        yield Part(amount, opening.start("figure"), opening.end("who"), None, opening["who"], elided=True)
    if reading.tokens.notes.get(POLICE_REPORT):
        return  # it goes on to tell of each victim: "three people, including a boy" is its toll
    for match in _ONE_AFTER.finditer(text):
        yield from _single(reading, match)
    yield from _named(reading)
    for match in _ONE_AMONG.finditer(text):
        span = reading.tokens.covering(match.start(), match.end())
        if span:
            ends = [t for t in span if t.lower_ in ("among", "amongst", "with", "included")]
            named = [t for t in span if t.tag_ in ("NN", "NNP", "JJ") and ends and t.i < ends[-1].i]
            noun = next((t for t in reversed(named) if t.dep_ != "compound"), None)
            if noun is not None and nouns.is_one_person(noun.text):
                part = _part(match, Amount(noun, span[0], noun, ONE, "one", noun=noun))
                yield replace(part, kind=part.kind or ("killed" if match["of"] == "victims" else None))


_AND_A = re.compile(r"\s*,?\s*(?:and|plus|as\s+well\s+as)\s+(?=(?:an?|one|his|her|their|another)\s)")


def _and_a_single(reading: Reading, last: Amount) -> tuple[Amount, int, int] | None:
    """'including three men and a woman': the one at the end of a list of figures; not 'and a man was hurt'."""
    text = reading.tokens.text
    joint = _AND_A.match(text, _extent(last)[1])
    one = _single_at(reading, joint.end()) if joint is not None else None
    if one is None or _VERB_NEXT.match(text, _extent(one)[1]):
        return None
    return (one, *_extent(one))


_OF_THEM = re.compile(
    r"\s+of\s+(?:them|these|those)(?:\s+(?:are|were|is|was))?((?:\s+[\w-]+){1,3})", re.IGNORECASE
)


def _are_persons(after: str) -> bool:
    """' of them are engineers', ' of these minors': what follows says what sort of persons they are."""
    match = _OF_THEM.match(after)
    return match is not None and any(nouns.is_person(word) for word in match[1].split())


def _single(reading: Reading, match: re.Match[str]) -> Iterator[Part]:
    """'including a local leader', 'among them a woman and her two sons': one person, and who is joined to "
    "them."""
    article = reading.tokens.covering(*match.span("figure"))
    if not article:
        return
    noun = next((t for t in article[0].ancestors if t.i > article[0].i), None)
    person = noun is not None and (nouns.is_one_person(noun.text) or noun.lower_ in ("old", "year-old"))
    if noun is not None and article[0].lower_ == "the" and noun.lower_ in _CULPRITS:
        return
    if noun is None or not person or noun.i > article[0].i + 8 or _owns(noun):
        return
    one = Amount(noun, article[0], noun, ONE, "one", noun=noun)
    kind = _SORT.get((match["of"] or match["of3"] or "").lower())
    told_before = _OPENS_WITH_THEM.fullmatch(reading.text, 0, match.start()) is not None
    yield Part(one, match.start(), noun.idx + len(noun), kind, elided=told_before)
    for other in noun.conjuncts:
        amount = reading.figure_at(other) or _another(other)
        if amount is not None and other.i > noun.i:
            yield Part(amount, *_extent(amount), kind)


_OPENS_WITH_THEM = re.compile(r"\W*(?:(?:they|these|that|this|it|the\s+(?:figure|toll|number|dead))\s+)?", re.IGNORECASE)
"""What may stand before 'Among them is a sergeant': the total is told in the sentence before."""


def _owns(noun: Token) -> bool:
    """'including the imam's wife'."""
    return noun.i + 1 < len(noun.doc) and noun.nbor().tag_ == "POS"


_CULPRITS = word_set("gunman shooter suspect attacker bomber assailant child victim driver pilot killer")
"""'killing three people, including the gunman': he was told of before."""


_NAMES = gated(
    r"\b(?:including|among\s+(?:them|whom|(?:the|those)\s+(?P<of>dead|killed|victims|fallen|slain|fatalities|injured|wounded|missing))"
    r"(?:\s+(?:was|were|is|are))?|of\s+whom)[\s,:]+(?P<name>[A-Z])",
)
_INCLUDED = gated(r"(?P<name>[A-Z][\w'’.-]+(?:\s+[A-Z][\w'’.-]+)+)\s+(?:was\s+|is\s+)?(?:included|among\s+them)\b")


def _named(reading: Reading) -> Iterator[Part]:
    """'among them Dr. Idris', 'including Sgt. Amit Levi, 34', 'Congressman McDonald included': one person."""
    text = reading.coded()[0]
    for match in _NAMES.finditer(text):
        first = reading.tokens.covering(match.start("name"), match.start("name") + 1)
        head = _head_of_name(first[0]) if first else None
        if head is not None and _is_somebody(head, first[0]):
            kind = _SORT.get((match["of"] or "").lower())
            yield Part(
                Amount(head, first[0], head, ONE, "name", noun=head),
                match.start(),
                head.idx + len(head),
                kind,
                elided=True,
            )
    for match in _INCLUDED.finditer(text):
        span = reading.tokens.covering(*match.span("name"))
        if span and _is_somebody(span[-1], span[0]):
            yield Part(Amount(span[-1], span[0], span[-1], ONE, "name", noun=span[-1]), *match.span(), None)


def _head_of_name(first: Token) -> Token | None:
    """The last of the capitalised words that begin here."""
    last = first
    while last.i + 1 < len(last.doc) and last.nbor().text[:1].isupper():
        last = last.nbor()
    return last if last.text[:1].isalpha() else None


def _is_somebody(last: Token, first: Token) -> bool:
    """A name with a title or an occupation before it, or an age or a description behind it."""
    words = last.doc[first.i : last.i + 1]
    if any(w.lower_.rstrip(".") in _TITLES or nouns.is_one_person(w.text) for w in words[:-1]):
        return True
    after = last.doc.text[last.idx + len(last) :]
    return len(words) > 1 and _DESCRIBED.match(after) is not None


_TITLES = word_set("mr mrs ms dr sgt maj col lt gen capt cpl pte brig adm prof rev sir fr sr deputy sheikh haji")
_DESCRIBED = re.compile(r",?\s*(?:\(?\d{1,2}\b|,\s+(?:an?|the|who|his|her)\b|,\s+[a-z])")


def _another(token: Token) -> Amount | None:
    """'among the dead were the mayor and his deputy': a second single person of such a list."""
    first = next((c for c in token.children if c.dep_ in ("det", "poss") and c.i < token.i), None)
    if first is None or not nouns.is_one_person(token.text):
        return None
    first = min(first.subtree, key=lambda t: t.i)
    return Amount(token, first, token, ONE, "one", noun=token)


_OPENING = gated(
    r"^[^\w#]*(?P<figure>#+)\s+(?:were|are|was|is)\s+(?P<who>children|women|men|civilians|soldiers|boys|girls"
    r"|minors|police"
    r"|officers|foreigners|students|pupils)\b(?!\s+(?:killed|wounded|injured|who\s+(?:were\s+)?(?:killed"
    r"|died)))",
    re.IGNORECASE,
)
"""'Twenty people died. Ten were children.'"""


def breakdown(reading: Reading, total: Amount) -> list[tuple[Amount, int, int]]:
    """The sorts that a list after a total names: '52 dead, viz. 41 women, 6 children and 5 men'."""
    text, where = reading.coded()
    start = total.span[1]
    found: list[tuple[Amount, int, int]] = []
    if (mark := _OPENS.search(text, start)) is not None and "#" not in text[start : mark.start()]:
        found, passed = _members(reading, mark.end(), _size(total))
        if passed and sum(_size(a) for a, _, _ in found) != _size(total):
            return []
    elif (placed := _PLACES.search(text, start)) is not None and "#" not in text[start : placed.start()]:
        for item in _PLACE_ITEM.finditer(text, placed.start(), placed.end()):
            amount = where.get(item.start("figure"))
            if amount is not None:
                found.append((amount, item.start(), item.end()))
    elif (bracket := _SORTS.search(text, start)) is not None and "#" not in text[start : bracket.start()]:
        for sort in _SORT_ITEM.finditer(text, bracket.start(), bracket.end()):
            amount = where.get(sort.start("figure"))
            if amount is not None:
                found.append((amount, sort.start(), sort.end()))
    if not found:
        return adding_up(reading, start, total)
    whole, size, told = _size(total), 0.0, 0
    for member, _, _ in found:
        size += _size(member)
        if size > whole:
            break  # "twelve of the staff and ten patients, three of the latter children"
        told += 1
    complete = told == len(found) or sum(_size(a) for a, _, _ in found[:told]) == whole
    return found[:told] if told > 1 and complete else []


SMALLEST_SUM = 4
"""'two, a man and a woman' says who they are; a list that makes up a larger number is one of sorts."""


def adding_up(reading: Reading, start: int, total: Amount) -> list[tuple[Amount, int, int]]:
    """The members of a list, from an offset on, that are exactly as many as a total: '39 died, 10 of ...'."""
    whole = total.quantity.low if total.quantity.low == total.quantity.high else None
    if whole is None or whole < SMALLEST_SUM:
        return []
    text = reading.coded()[0]
    begins = [start] if start == 0 else [m.end() for m in _BEGINS.finditer(text, start)][:_BEGINNINGS]
    for begin in begins:
        found, passed = _members(reading, begin, whole)
        if len(found) > 1 and not passed and sum(_size(a) for a, _, _ in found) == whole:
            return found
    return []


_BEGINS = re.compile(r"(?:[,;:–—(]|\s-)\s*(?=#|(?:an?|one|his|her|their)\s)")
_BEGINNINGS = 4
_OPENER = re.compile(r"\s*(?:and\s+|plus\s+|as\s+well\s+as\s+)?(?:also\s+)?")


def _members(reading: Reading, start: int, whole: float) -> tuple[list[tuple[Amount, int, int]], bool]:
    """The members of a list from an offset on until they make up the whole, each with its stretch.

    True when something between was passed over.
    """
    text, where = reading.coded()
    end = _LIST_END.search(text, start)
    stop = end.start() if end is not None else len(text)
    found: list[tuple[Amount, int, int]] = []
    passed = False
    at = start
    for mark in (*_LIST_MARK.finditer(text, start, stop), None):
        begin = _OPENER.match(text, at).end()  # type: ignore[union-attr]
        amount = where.get(begin) or _single_at(reading, begin)
        if amount is not None and (amount.noun is None or nouns.is_person(amount.noun.text)):
            found.append((amount, *_extent(amount)))
            if sum(_size(a) for a, _, _ in found) == whole:
                return found, False
        elif found and text[begin : mark.start() if mark is not None else stop].strip():
            passed = True
        if mark is None:
            break
        at = mark.end()
    return found, passed


_LIST_MARK = re.compile(r"\s*(?:[,;]\s*(?:and\s+|plus\s+)?|\s(?:and|plus)\s+)")
_LIST_END = re.compile(r"\.(?:\s|$)|:|\)|\s[–—-]\s|$")


def _single_at(reading: Reading, begin: int) -> Amount | None:
    """'a baker', 'his wife' where a member of a list begins."""
    first = reading.tokens.covering(begin, begin + 1)
    if not first or first[0].lower_ not in _SINGLE_OPENERS or first[0].doc.notes.get(POLICE_REPORT):
        return None
    for noun in first[0].doc[first[0].i + 1 : first[0].i + 6]:
        if noun.text in ",;." or noun.lower_ in ("and", "of", "who"):
            return None
        if nouns.is_one_person(noun.text) and (
            noun.i + 1 >= len(noun.doc) or not nouns.is_one_person(noun.nbor().text)
        ):
            return Amount(noun, first[0], noun, ONE, "one", noun=noun, span=(first[0].idx, first[0].idx))
    return None


_SINGLE_OPENERS = word_set("a an one his her their its our my another")


def following(
    reading: Reading, amount: Amount, joined: re.Pattern[str] | None = None
) -> Iterator[tuple[Amount, int, int]]:
    """The figures joined to one by commas and 'and', with no verb between; each with where it stands."""
    text, where = reading.coded()
    last = amount
    for start in sorted(s for s in where if s >= amount.span[1]):
        gap = text[last.span[1] : start]
        if not (joined or _JOINED).fullmatch(gap) or _has_verb(reading, last, where[start]):
            pair = _ARE.fullmatch(gap) is not None and _ARE_TOO.match(text, where[start].span[1]) is not None
            elided = _WERE.fullmatch(gap) is not None and _SORT_NEXT.match(text, where[start].span[1]) is not None
            if not (pair or elided):
                return
        if _NEW_CLAUSE.search(gap) and _VERB_NEXT.match(text, where[start].last.idx + len(where[start].last)):
            return  # 'among them four women, and six others were taken to hospital'
        last = where[start]
        if last.noun is not None and not (nouns.is_person(last.noun.text) or nouns.is_of_people(last.noun.text)):
            return
        yield (last, *_extent(last))


def _preceding(reading: Reading, amount: Amount) -> list[tuple[Amount, int, int]]:
    """The figures joined in front of one: 'four women and (two children are among them)'."""
    ends = (a for a in reading.figures if a.span[1] <= amount.span[0] and a.noun is not None)
    near = max(ends, key=lambda a: a.span[1], default=None)
    if near is None or not _JOINED.fullmatch(reading.coded()[0][near.span[1] : amount.span[0]]):
        return []
    if _has_verb(reading, near, amount) or near.noun is None or not nouns.is_person(near.noun.text):
        return []
    return [*_preceding(reading, near), (near, *_extent(near))]


_NEW_CLAUSE = re.compile(r",\s+(?:and|while|but)\s+$")
_VERB_NEXT = re.compile(r"\s+(?:was|were|are|is|have|has|had|remain|remained|died|suffered|sustained)\b")
_OPENS = gated(
    r"(?:,?\s*\b(?:viz\.?|namely|i\.e\.|that\s+is)[,:]?\s+|:\s+|\s*\(\s*)(?=#|(?:an?|his|her|their)\s+[a-z])"
)
_SORTS = gated(
    r"\s*\((?:(?:men|women|children|boys|girls|civilians|soldiers|police|male|female)\s+#+[,;\s]*(?:and\s+)?)+\)"
)
_PLACES = gated(r"\s*\((?:[A-Z][\w'’-]*(?:\s+[\w'’-]+){0,3}?[:\s]\s*#+[,;\s]*(?:and\s+)?){2,}\)")
"""'58 deaths (Bajhang 37, Doti 14, Bajura 7)'."""
_PLACE_ITEM = re.compile(r"[A-Z][\w'’ -]*?[:\s]\s*(?P<figure>#+)")
_SORT_ITEM = re.compile(r"[a-z]+\s+(?P<figure>#+)", re.IGNORECASE)
_JOINED = re.compile(r"[^#.;:]{0,60}?(?:,|,?\s+and|,?\s+plus)\s+(?:also\s+)?")
_ARE = re.compile(r"\s+[^#.;:,]{0,20}?\s*(?:are|were)\s+(?:[\w-]+\s+){1,2}?and\s+")
_ARE_TOO = re.compile(r"\s+(?:are|were)\s+[\w-]+")
_WERE = re.compile(r"\s+(?:are|were|was)\s+[\w-]+(?:\s+[\w'’-]+){0,6}?(?:,\s+(?:and\s+)?|\s+and\s+)")
_SORT_NEXT = re.compile(r"\s+[\w-]+(?:\s+(?:of|from|by)\s+[\w-]+)*\s*(?:[,.;]|\band\b|$)")
"""'(196 were Dutch,) 43 Malaysian and 38 residents of Rena': the verb stands once."""


def _has_verb(reading: Reading, one: Amount, other: Amount) -> bool:
    between = reading.tokens[one.last.i + 1 : other.first.i]
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBN", "VBG") for t in between)


def _extent(amount: Amount) -> tuple[int, int]:
    return amount.first.idx, amount.last.idx + len(amount.last)


def _size(amount: Amount) -> float:
    return amount.quantity.low or amount.quantity.high or 0.0


_SORT_GROUPS = ("of", "of2", "of3", "of4", "of5")


def _part(match: re.Match[str], amount: Amount) -> Part:
    groups = match.groupdict()
    said = next((groups[n] for n in _SORT_GROUPS if groups.get(n)), "").lower().split()
    kind = _SORT.get(said[-1]) if said else None
    who = groups.get("who")
    first, last = amount.first.idx, amount.last.idx + len(amount.last)
    elided = _are_persons(amount.head.doc.text[match.end("figure") :])
    return Part(amount, min(match.start(), first), max(match.end(), last), kind, who, elided)
