"""Counts of nobody and nothing that no trigger tells: 'released unharmed', 'all well', 'not one house was lost'.

'Unharmed' and 'no casualties' say that nobody died and nobody was hurt; 'no victims', that nobody died.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.numbers import figures
from factcheck.extraction.counts.quantities import Reading
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token
from factcheck.values import Quantity

NONE = Quantity(0, 0)


@dataclass(frozen=True, slots=True)
class Zero:
    """A stretch (from the sentence's start) that tells of none of a kind; ``kind`` None: that of the count before.

    ``quantity`` differs from none only for exceptions ('all but four are dead').
    """

    kind: str | None
    start: int
    end: int
    who: str | None = None
    quantity: Quantity = NONE
    part: bool = False


_ADJ = r"(?:(?:civilian|military|further|other|serious|human|enemy|friendly|loss\s+of|new|own|major)\s+)*"
_HARM = (
    r"(?P<harm>casualt(?:y|ies)|victims?|deaths?|fatalit(?:y|ies)|injur(?:y|ies)"
    r"|loss\s+of\s+(?:human\s+)?life|losses|dead"
    r"|wounded)"
)
_NO_HARM = tuple(
    gated(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:neither\s+(?:side|army|party|camp|of\s+(?:the\s+)?(?:two|them))|no\s+side|nobody"
        rf"|no\s+one)\s+(?:has\s+|have\s+)?"
        rf"(?:report(?:s|ed)?|suffer(?:s|ed)?|announc(?:es|ed)|acknowledg(?:es|ed))\s+(?:any\s+)?{_ADJ}{_HARM}\b",
        r"\b(?:nobody|no\s+one|none\s+of\s+[\w ]{2,20})\s+(?:(?:has|have|had)\s+)?(?:come|came)"
        r"\s+to\s+(?:any\s+)?(?P<harm>harm)\b",
        rf"\b(?:not\s+(?:been\s+)?(?:made\s+)?aware|unaware)\s+of\s+(?:any|a\s+single)\s+{_ADJ}{_HARM}\b",
        rf"\bno\s+(?:indications?|signs?|evidence|knowledge)\s+of\s+(?:any\s+)?{_ADJ}{_HARM}\b",
        rf"\b(?:kn[eo]ws?|learned|heard)\s+of\s+no\s+{_ADJ}{_HARM}\b",
        rf"\bno\s+{_ADJ}(?P<harm>victims?)\b(?!\s+of\b)",
        rf"\bwithout\s+(?:any\s+|a\s+single\s+|causing\s+(?:any\s+)?)?{_ADJ}{_HARM}\b",
        rf"\bruled\s+out\s+(?:any\s+)?{_ADJ}{_HARM}\b",
        rf"\b(?:did|does|do|has|have|had)\s*(?:not|n['’]t)\s+(?:caused?|claim(?:ed)?|result(?:ed)?\s+in"
        rf"|le(?:ad|d)\s+to|suffer(?:ed)?)"
        rf"\s+(?:any|a\s+single)\s+{_ADJ}{_HARM}\b",
        rf"^\W*(?:our\s+|own\s+|enemy\s+)?{_HARM}\s*(?::|\s[–—-])\s*(?:nil|none|zero|0)\b",
    )
)
_KINDS = (
    ("casualt", ("killed", "wounded")),
    ("losses", ("killed", "wounded")),
    ("harm", ("killed", "wounded")),
    ("injur", ("wounded",)),
    ("wound", ("wounded",)),
)
_UNHURT = gated(
    r"\b(?:without\s+a\s+(?:single\s+)?scratch|unhurt|unharmed|uninjured|unscathed|hale\s+and\s+hearty)\b",
    re.IGNORECASE,
)
_NOT_QUITE = re.compile(
    r"\b(?:not|almost|largely|mostly|if|virtually|politically|remained?|nearly"
    r"|emerges?)\s+(?:\w+\s+)?$",
    re.I,
)
_ALL_WELL = gated(
    r"\b(?:all|everyone|everybody)(?:\s+(?:of\s+(?:them|us|its\s+\w+)|on\s+board|aboard|inside"
    r"|\d+))?\s*,?\s*(?:is|are|was|were)?\s*"
    r"(?:reported\s+|said\s+to\s+be\s+)?(?:safe|well)\b(?=\s*[.,;]|\s*$)|\b(?:everyone"
    r"|everybody)\s+(?:else\s+)?is\s+safe\b",
    re.IGNORECASE,
)
_SURVIVED = gated(
    r"\b(?:everyone|everybody|all\s+(?:on\s+board|aboard|of\s+them|those\s+(?:on\s+board|aboard|inside))"
    r"|all\s+the\s+[a-z]+)\s+survived\b",
    re.IGNORECASE,
)
_AMONG = gated(
    r"\b(?:no|not\s+(?:a|one)(?:\s+single)?)\s+(?P<who>(?:[\w'’-]+\s+){0,5}?[\w'’-]+)\s+(?:(?:was|were|is"
    r"|are)\s+)?(?:found\s+|counted\s+)?"
    r"among\s+(?:them\b|the\s+(?P<of>dead|victims|killed|injured|wounded|missing))",
    re.IGNORECASE,
)
_NONE_OF_THEM = gated(
    r",\s+(?:but\s+)?none\s+of\s+(?:them|whom)(?:\s+(?:was|were|is|are"
    r"|being))?\s+(?:an?\s+)?(?P<who>(?:[\w'’-]+\s+){0,3}?[\w'’-]+)(?=\s*[.,;]|\s*$)",
    re.IGNORECASE,
)
_NONE_LEFT = gated(
    r"\b(?:nobody|no\s+one|none(?:\s+of\s+(?:the|them)(?:\s+\w+)?)?|not\s+one)\s+(?:was|is|had\s+been"
    r"|has\s+been|were|are|remains?|remained)\s+(?:still\s+|now\s+)?"
    r"(?:left\s+)?(?:below|inside|underground|trapped|unaccounted\s+for|under\s+the\s+(?:rubble|debris|mud)"
    r"|(?:down|in)\s+there|(?:being\s+)?(?:searched|looked)\s+for|to\s+be\s+(?:found|searched\s+for|looked\s+for)"
    r"|missing(?:\s+any\s+(?:more|longer))?)\b"
    r"|\b(?:nobody|no(?:\s+|-)one)\s+(?:else\s+|any\s+more\s+|more\s+|other\s+)(?:is|was|remains?|remained)?\s*(?:left\s+)?"
    r"(?:below|inside|underground|trapped|under\s+the\s+(?:rubble|debris|mud)|(?:being\s+)?(?:searched|looked)\s+for|missing"
    r"|to\s+be\s+(?:found|searched\s+for|looked\s+for))\b"
    r"|\b(?:all|everyone|everybody|every\s+\w+)(?!\s+but\b)(?:\s+[\w'’-]+){0,4}?\s+(?:is|are|was|were"
    r"|has\s+been|have\s+been|had\s+been)\s+(?:now\s+)?accounted\s+for\b",
    re.IGNORECASE,
)
_NOTHING = gated(
    r"\b(?:no|not\s+(?:one|a)(?:\s+single)?|none\s+of\s+(?:its|their|our))\s+(?:[\w-]+\s+)??(?P<who>[\w-]+)\s+(?:(?:has\s+been|have\s+been|was|were"
    r"|had\s+been)\s+)?(?:lost|destroyed|hit|sunk|burn(?:ed|t)|"
    r"shot\s+down|brought\s+down)\b|\bwithout\s+(?:the\s+)?loss\s+of\s+(?:an?"
    r"|any)\s+(?:single\s+)?(?P<who2>[\w-]+)\b",
    re.IGNORECASE,
)
_WAS_HIT = re.compile(r"\bhit$", re.IGNORECASE)
_NOT_ILL = gated(
    r"\b(?:nobody|no\s+one|none)\b[^.;]{0,60}?\b(?:fallen|fell|become|became|taken)\s+(?:ill|sick)\b"
    r"|\b(?:no|zero|not\s+(?:a|one)(?:\s+single)?)\s+(?:(?:confirmed|new|suspected|further|single"
    r"|other)\s+)*(?:cases?\s+of\s+(?:\w+\s+)?(?:cholera|ebola|measles"
    r"|illness|plague|polio|typhoid|meningitis|dengue|covid\S*|anthrax|diphtheria|(?:the\s+)?disease"
    r"|infection)|cholera|ebola|measles|infections?)\b(?!\s+(?:cases?\s+)?(?:treatment|centre|center|clinic"
    r"|vaccine|patient))",
    re.IGNORECASE,
)
_NOT_TAKEN = gated(
    r"\b(?:nobody|no\s+one|none(?:\s+of\s+[\w ]{2,20})?|no\s+(?:\w+\s+)?(?:soldiers?|men|man|prisoners?"
    r"|fighters?))\s+(?:was|were|has\s+been|had\s+been|have\s+been)\s+"
    r"(?:taken(?:\s+(?:alive|prisoner|captive|hostage))|captured|made\s+prisoner)\b"
    r"|\b(?:there\s+(?:is|are|was|were)\s+(?:none|nobody|no\s+one)"
    r"|(?:nobody|no\s+one|none)\s+(?:of\s+[\w ]{2,20}\s+)?(?:is|are|was|were|remains?"
    r"|remained))\s+(?:still\s+held\b|(?:still\s+)?in\s+(?:the\s+)?(?:enemy|rebel|hostile|their|its|(?:kidnappers|bandits|rebels)['’]|(?-i:[A-Z])\w+)\s+(?:hands|captivity)\b"
    r"|(?:still\s+)?in\s+captivity\b)",
    re.IGNORECASE,
)
_GIVES_NONE = gated(
    r"\b(?:admits?|admitted|says?|said|reports?|reported|acknowledges?|acknowledged|counts?|counted|gives?"
    r"|gave|lists?|listed)\s+none(?=\s*(?:[.,;]|$))"
    r"|\band\s+none\s+of\s+(?:its|their|our|his)\s+own\b"
    r"|[,;]\s+(?:and\s+|but\s+)?(?:the\s+)?[\w'’-]+\s+none(?=\s*[.;]|\s*$)",
    re.IGNORECASE,
)
_ALL_BUT = gated(
    r"\ball\s+but\s+(?P<few>[\w-]+)\b(?P<between>[^.;]{0,70}?)\b(?P<fate>dead|killed|died|drowned|perished"
    r"|accounted\s+for|rescued|saved|missing)\b",
    re.IGNORECASE,
)
_CHEAP = gated(
    r"\b(?:no|not|none|neither|nobody|without|unaware|ruled|all|every(?:one|body)|unhurt|unharmed|uninjured"
    r"|unscathed|hale|safe|alive|nil|zero|n['’]t)\b",
    re.IGNORECASE,
)


def may_tell_of_none(text: str) -> bool:
    """True when a sentence may hold one of the phrases; without a parse."""
    return _CHEAP.search(text) is not None and any(pattern.search(text) for pattern in _ANY)


_ANY = (
    *_NO_HARM, _UNHURT, _ALL_WELL, _SURVIVED, _AMONG, _NONE_OF_THEM, _NONE_LEFT, _NOTHING, _NOT_ILL, _NOT_TAKEN,
    _GIVES_NONE, _ALL_BUT,
)  # fmt: skip


def zeros(reading: Reading) -> Iterator[Zero]:
    """The counts of none of a sentence."""
    text = reading.text
    if _CHEAP.search(text) is None or _ASKED.search(text):
        return
    yield from _no_harm(text)
    if not reading.tokens.notes.get(POLICE_REPORT):
        yield from _unhurt(reading)
    for match in _SURVIVED.finditer(text):
        yield Zero("killed", *match.span())
    for match in _AMONG.finditer(text):
        word = (
            match["who"].split()[-1]
            if _AMONG_OF.search(match["who"]) is None
            else match["who"].split(" of ")[0].split()[-1]
        )
        if nouns.is_person(word) or word.lower() in ("member", "members"):
            yield Zero(_OF.get((match["of"] or "").lower()), *match.span(), who=match["who"], part=True)
    for match in _NONE_OF_THEM.finditer(text):
        if nouns.is_person(match["who"].split()[-1]):
            yield Zero(None, match.start() + 2, match.end(), who=match["who"], part=True)
    for match in _NONE_LEFT.finditer(text):
        yield Zero("missing", *match.span())
    for match in _NOTHING.finditer(text):
        who = match["who"] or match["who2"]
        if match["who"] and _WAS_HIT.search(match.group()) and not nouns.is_sort(who, "vehicle"):
            continue  # "no building was hit" says nothing of what is lost
        if nouns.is_category(who, "thing") or who.lower() in ("machine", "aircraft", "building", "vehicle"):
            yield Zero("destroyed", *match.span(), who=who)
    for match in _NOT_ILL.finditer(text):
        yield Zero("wounded", *match.span())
    for match in _NOT_TAKEN.finditer(text):
        yield Zero("captured", *match.span())
    for match in _GIVES_NONE.finditer(text):
        yield Zero(None, *match.span())
    yield from _all_but(text)


_ASKED = gated(
    r"\?\W*$|\b(?:if|unless|would|should|hop(?:es?|ed|ing)|pray(?:s|ed"
    r"|ing)?)\b[^.]{0,40}\b(?:no|nobody|unharmed|unhurt|safe)\b",
    re.I,
)
_AMONG_OF = re.compile(r"\bof\b")
_OF = {
    "dead": "killed",
    "victims": "killed",
    "killed": "killed",
    "injured": "wounded",
    "wounded": "wounded",
    "missing": "missing",
}


def _no_harm(text: str) -> Iterator[Zero]:
    for pattern in _NO_HARM:
        for match in pattern.finditer(text):
            said = match["harm"].lower()
            kinds = next((kinds for word, kinds in _KINDS if said.startswith(word)), ("killed",))
            for kind in kinds:
                yield Zero(kind, *match.span())


def _unhurt(reading: Reading) -> Iterator[Zero]:
    text = reading.text
    for match in _UNHURT.finditer(text):
        who = None if _NOT_QUITE.search(text[: match.start()]) else _who_is(reading, match.start())
        if who is not None:
            for kind in ("wounded",) if match.group()[:1].lower() in "ha" else ("killed", "wounded"):
                yield Zero(kind, who[0], match.end(), who=who[1])
    for match in _ALL_WELL.finditer(text):
        for kind in ("wounded",) if match.group().lower().endswith("well") else ("killed", "wounded"):
            yield Zero(kind, *match.span())


_ANYBODY = frozenset({"everybody", "everyone", "all"})


def _who_is(reading: Reading, at: int) -> tuple[int, str | None] | None:
    """Where the people begin whom a word says to be unharmed, and their name; None for 'he' and for things."""
    word = reading.tokens.covering(at, at + 1)
    if not word:
        return None
    node = word[0]
    for _ in range(5):
        subject = next((c for c in node.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < word[0].i), None)
        if subject is not None:
            return _as_people(subject)
        if node.dep_ in ("acl", "relcl", "amod", "appos") and node.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return _as_people(node.head)
        if node.head == node:
            break
        node = node.head
    before = word[0].nbor(-1) if word[0].i else None
    return _as_people(before) if before is not None else None


def _as_people(token: Token) -> tuple[int, str | None] | None:
    if token.lower_ in ("who", "that"):
        token = token.head.head
    word = token.lower_
    if word in _ANYBODY or (token.tag_ == "CD" and any(c.lower_ == "of" for c in token.children)):
        return token.left_edge.idx, None
    if nouns.is_one_person(word) and token.head.lower_ in ("escaped", "escape", "escapes", "survived", "emerged"):
        return None  # the target of an attempt
    if word == "others" or any(c.lower_ in ("other", "remaining") for c in token.children):
        return None  # "two were killed, the others escaped unhurt" is no toll of none
    if nouns.is_person(word) or word in ("crew", "passengers"):
        return token.left_edge.idx, token.text
    return None


def _all_but(text: str) -> Iterator[Zero]:
    """'of the 524 aboard, all but four are dead': 520; 'all but one have been accounted for': one is missing."""
    for match in _ALL_BUT.finditer(text):
        found = figures(text[match.start("few") : match.end("few")])
        few = found[0].quantity.low if found else None
        if few is None:
            continue
        fate = match["fate"].lower()
        if fate in ("rescued", "saved"):
            continue
        if fate.startswith("accounted"):
            yield Zero("missing", *match.span(), quantity=Quantity(few, few))
            continue
        whole = [f.quantity for f in figures(text[: match.end()]) if (f.quantity.low or 0) > few]
        if whole and whole[-1].low is not None and whole[-1].low == whole[-1].high:
            kind = "missing" if fate == "missing" else "killed"
            yield Zero(kind, *match.span(), quantity=Quantity(whole[-1].low - few, whole[-1].low - few))
