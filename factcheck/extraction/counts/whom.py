"""Who a figure counts when its phrase does not say: '30 others wounded', '23 of its soldiers'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factcheck.extraction.counts import nouns, subjects
from factcheck.extraction.counts.losers import losers
from factcheck.extraction.counts.named import named_beside
from factcheck.extraction.counts.sides import side_in
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding, Page
from factcheck.language.naming import adjective, state_adjective, state_in
from factcheck.lexicons import word_set

SOMEBODY = "people"
REACH = 3
"""So many paragraphs back an elided figure finds its people; a list may be longer."""

_FATE = re.compile(
    r"^(?:(?:dead|killed|slain|wounded|injured|missing|captured|fallen|deceased|estimated|total|first|new)\s+"
    r"|[\d,.]+\s+)+",
    re.IGNORECASE,
)
_BELONGED = re.compile(r"^belong(?:ed|s|ing)? to (?:the |an? )?", re.IGNORECASE)
"""'38 of those belonged to combatants'."""
_NO_PEOPLE = word_set(
    "deaths death lives life casualties casualty bodies body corpses fatalities fatality injuries dead "
    "wounded injured missing killings murders homicides victims arrests sons arrest others them whom those "
    "these cases case abductions abduction kidnappings disappearances infections executions remains corpse body "
    "souls individuals names own loss losses certificates"
)
_NEVER_WHOM = word_set(
    "us ours theirs mine yours hers his this that these tomorrow today yesterday now later nearer alone wounds"
    " injuries burns graves burials masses nations arrivals reports rose fell stood more less"
)
"""Words that a figure may stand before and never counts: what they suffered, when, and pronouns."""
_REMAINS = word_set("bodies corpses remains")
_FOUND = re.compile(
    r"\b(?:recovered|retrieved|found|pulled|picked|dug|washed|counted|located|brought\s+(?:ashore|up|out)"
    r"|taken\s+out"
    r"|extracted|exhumed|discovered|removed)\b",
    re.IGNORECASE,
)
"""Bodies that are found are people who died; those in a morgue are counted as bodies."""
_AMONG = re.compile(
    r"\s+(?:among|to)\s+(?:the\s+|its\s+|our\s+|their\s+)?((?:[\w-]+\s+){0,2}?(?:forces|troops|soldiers"
    r"|personnel|civilians|people|staff|[a-z]+s))\b"
)
_MARCHERS = word_set("people persons person marchers protesters protestors participants them")


def resolve(page: Page, findings: list[Finding], known: list[Finding] | None = None) -> None:
    """Every count names whom it counts afterwards, with side and role where the words say them.

    ``known``: other counts of the page, which name theirs already.
    """
    told: list[Finding] = []
    others = list(known or ())
    usual = _usual([*others, *findings])
    for finding in findings:
        while others and others[0].span.start < finding.span.start:
            told.append(others.pop(0))
        how, words = next(
            ((how, w) for how, w in _ways(page, finding, told, usual) if w is not None), ("nothing", None)
        )
        assert words is not None
        finding.notes["whom"] = how
        words = _of_loser(finding, words)
        finding.victims = words
        finding.role = subjects.role_of(words)
        finding.side = side_in(words)
        told.append(finding)


def _ways(
    page: Page, finding: Finding, told: list[Finding], usual: str | None
) -> Iterator[tuple[str, str | None]]:
    """The ways by which a count finds whom it counts, the surest first; each with what it gives."""
    march = finding.kind == "attendance"
    for how, words in (
        ("its noun", _words(finding)),
        ("among whom", _among(page, finding)),
        ("what they are said to be", _said_to_be(finding)),
        ("the words beside it", named_beside(finding)),
        ("no name", _nameless(finding)),
        ("whose losses", losers(finding)),
    ):
        if not (march and words is not None and (words.lower() in _MARCHERS or _no_crowd(words))):
            yield how, words
    if march:
        yield "marchers", _marchers(page)
    yield "those beside others", _beside_others(finding)
    yield "a count before", _from_before(finding, told)
    yield "their nation", _by_nation(page, finding)
    yield "most counts", usual
    yield "all counts so far", _so_far(told)
    yield ("things", _thing(page)) if finding.kind in _OF_THINGS else ("nothing", SOMEBODY)


def _no_crowd(words: str) -> bool:
    """'Thousands filled the square to air grievances': no people."""
    noun = nouns.known(words.split()[-1])
    if noun is None:
        return words.islower() and _DOERS.search(words) is None
    return noun.category in ("thing", "unit")


_DOERS = re.compile(r"(?:er|or|ant|ent|ist|ian|ee|ite|folk|men|women|man)s?$")


def _beside_others(finding: Finding) -> str | None:
    """'The shelling killed civilians and drove others out': people of the sort of the clause before."""
    others = finding.subject
    if others is None or others.lower_ != "others" or others.dep_ != "dobj" or others.head.dep_ != "conj":
        return None
    before = next((c for c in others.head.head.children if c.dep_ == "dobj" and c.tag_ == "NNS"), None)
    if before is None or not nouns.is_person(before.text):
        return None
    sort = [c.text for c in before.children if c.dep_ in ("amod", "compound") and c.i < before.i]
    return " ".join([*sort, before.text])


_THINGS = re.compile(
    r"\b(?:houses|homes|dwellings|buildings|shops|schools|hectares|acres|vehicles|tanks|boats|aircraft|weapons"
    r"|rifles"
    r"|positions)\b",
    re.IGNORECASE,
)
_OF_THINGS = frozenset(("destroyed", "seized"))


def _thing(page: Page) -> str:
    """What the page mostly speaks of that can be destroyed or seized: '8,018 levelled'."""
    named: str | None = page.memo.get("things")
    if named is None:
        counted = Counter(word.lower() for word in _THINGS.findall(page.text))
        named = page.memo["things"] = counted.most_common(1)[0][0] if counted else "things"
    return named


_MARCHING = re.compile(r"\b(?:demonstrators?|demonstrations?|protesters?|protestors?)\b", re.IGNORECASE)


def _marchers(page: Page) -> str:
    """What the page itself calls who marched: protesters, where it speaks of protests and of no demonstration."""
    named: str | None = page.memo.get("marchers")
    if named is None:
        told = Counter(word[:4].lower() for word in _MARCHING.findall(page.text))
        named = "protesters" if told["prot"] and not told["demo"] else "demonstrators"
        page.memo["marchers"] = named
    return named


def _usual(findings: list[Finding]) -> str | None:
    """The people whom most counts of a page name, when it is nearly always the same."""
    named = [
        w
        for f in findings
        if (w := _words(f)) is not None and w.lower() not in _MARCHERS and f.notes.get("how") == "figure"
    ]
    roles = Counter(subjects.role_of(w) for w in named)
    if len(named) < 2 or roles.most_common(1)[0][1] < len(named) or None in roles:
        return None
    return Counter(named).most_common(1)[0][0]


ONLY = 3
"""So many counts of the same people, and of nobody else, make a page one about them."""


def _so_far(told: list[Finding]) -> str | None:
    """'Nobody died': of the people of whom alone the page has told."""
    named = {finding.victims for finding in told}
    return named.pop() if len(told) >= ONLY and len(named) == 1 else None


def _among(page: Page, finding: Finding) -> str | None:
    """'no casualties among Ruritanian forces'."""
    match = _AMONG.match(page.text, finding.span.end, finding.span.end + 80)
    who = match[1] if match else None
    return None if who is None or who.rsplit(None, 1)[-1].lower() in _NEVER_WHOM | {"them", "those"} else who


_ARE = re.compile(
    r"(?:\s+(?:of\s+(?:whom|which|them|these|those(?:\s+[a-z]+)?|the\s+[a-z]+)|dead|killed|injured|wounded|missing"
    r"|victims|casualties|others?))?"
    r",?\s+(?:is|are|was|were)\s+(?:all\s+|mostly\s+|themselves\s+|believed\s+to\s+be\s+|said\s+to\s+be\s+"
    r"|identified\s+as\s+)?"
    r"(?P<who>(?:(?:the|a|an)\s+)?(?:[\w-]+\s+){0,3}?(?P<noun>[\w-]+))\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s+[\w-]+")


def _said_to_be(finding: Finding) -> str | None:
    """'twenty of whom were children', 'all ten dead were civilians': whom the predicate names."""
    subject = finding.subject
    if subject is None or finding.quantity is None:
        return None
    text = finding.sentence.text
    match = _ARE.match(text, subject.idx + len(subject))
    while match is not None:
        noun = match["noun"].lower()
        if nouns.is_person(noun) and noun not in _NO_PEOPLE:
            return re.sub(r"^(?:the|an?)\s+", "", match["who"], flags=re.IGNORECASE)
        following = _NEXT.match(text, match.end())
        if following is None or len(match["who"].split()) > 2:
            return None
        match = _ARE.fullmatch(text, subject.idx + len(subject), following.end())
    return None


_IDENTIFIED = re.compile(
    r"(?:\s+of\s+(?:them|these|those|whom|which))?,?\s+(?:(?:have|has|had|are|were|was|is|not|yet|still|so|far"
    r"|been|be|now|only|to|already)\s+){1,5}"
    r"(?:identified|recognised|recognized|claimed\s+by|buried|exhumed|cremated|embalmed)\b"
)


def _nameless(finding: Finding) -> str | None:
    """'1,100 had not yet been identified': bodies, where no noun stands beside the figure."""
    if finding.kind != "killed" or finding.victims is not None or finding.subject is None:
        return None
    subject = finding.subject
    return "bodies" if _IDENTIFIED.match(finding.sentence.text, subject.idx + len(subject)) else None


def _by_nation(page: Page, finding: Finding) -> str | None:
    """'the Ruritanian dead', '35 Ruritanian dead': people of that state."""
    for word in re.findall(r"\b[A-Z][a-z]+\b", finding.span.of(page.text)):
        if state_adjective(word) is not None:
            return f"{word} {SOMEBODY}"
    return None


def _of_loser(finding: Finding, words: str) -> str:
    """'Ruritania lost 20 men': Ruritanian men; 'the RLF lost 18': RLF people."""
    if side_in(words) is not None:
        return words
    trigger = finding.trigger
    if trigger is not None and trigger.lower_ in ("lost", "lose", "losing"):
        state = next((state_in(c.text) for c in trigger.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
        if state is not None:
            return f"{adjective(state)} {words}"
    sentence = finding.sentence
    for pattern in (_GROUP_LOST, _STATE_LOST):
        loser = pattern.search(sentence.text, 0, finding.span.end - sentence.span.start)
        if loser is None or finding.span.start - sentence.span.start - loser.end() >= NEAR:
            continue
        state = state_in(loser["who"])
        if pattern is _GROUP_LOST or state is not None:
            return f"{loser['who'] if state is None else adjective(state)} {words}"
    return words


NEAR = 12
"""So many characters at most between a loser's verb and the figure."""


_GROUP_LOST = gated(r"\b(?P<who>[A-Z]{3,8})\s+(?:has\s+|had\s+|have\s+)?(?:lost|loses|lose)\b")
"""An armed group goes by its letters."""
_STATE_LOST = gated(
    r"\b(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\s+(?:has\s+|had\s+|have\s+)?(?:also\s+)?(?:lost|loses|lose)\b"
)


_WHOSE = {"military": "soldiers", "civilian": "civilians", "police": "police officers", "child": "children"}
_OF_WHOSE_DEATH = re.compile(
    r"(military|civilian|police|child)\s+(?:deaths?|casualt(?:y|ies)|fatalit(?:y|ies)|losses|dead|injuries)",
    re.IGNORECASE,
)
"""'six military deaths': soldiers died."""


def _words(finding: Finding) -> str | None:
    """The phrase without the words for what befell them; None when nothing is left."""
    if finding.victims is None:
        return None
    fate = _OF_WHOSE_DEATH.fullmatch(finding.victims)
    if fate is not None:
        return _WHOSE[fate[1].lower()]
    words = _BELONGED.sub("", _FATE.sub("", finding.victims)).strip(" ,-\"'")
    parts = words.split()
    if not parts or not any(char.isalpha() for char in words):
        return None  # 'seventy of the 110'
    if parts[-1].lower() in _NEVER_WHOM and finding.kind not in _OF_THINGS:
        return None
    if parts[-1].lower() in _NO_PEOPLE:
        whose = [w for w in parts[:-1] if state_adjective(w) is not None]
        if whose:
            return f"{whose[0]} {SOMEBODY}"
        if parts[-1].lower() not in _REMAINS:
            return None
        if len(parts) > 1 and nouns.is_person(parts[-2]):
            return parts[-2] if nouns.nouns()[parts[-2].lower()].plural else f"{parts[-2]}s"
        return None if _FOUND.search(finding.sentence.text) else "bodies"
    return words if words[0] != "," else None


def _from_before(finding: Finding, told: list[Finding]) -> str | None:
    """The people of the nearest earlier count: of the same sentence first, then of the paragraphs before."""
    same = [f for f in told if f.sentence is finding.sentence and not f.part_of and f.victims]
    for other in reversed(same):
        if _fits(other, finding):
            return SOMEBODY if other.victims == "bodies" else other.victims
    for other in reversed(told):
        near = finding.sentence.paragraph - other.sentence.paragraph <= REACH
        if (
            other.victims not in (None, SOMEBODY, "bodies")
            and near
            and not other.part_of
            and _fits(other, finding)
            and _carries(other, finding)
        ):
            return other.victims
    return None


_SEVERAL = ("figure", "none")
"""Thirty hurt are not 'a woman' because one died before."""


def _fits(other: Finding, finding: Finding) -> bool:
    things = ("seized", "destroyed")
    return (
        (other.kind in things) == (finding.kind in things)
        and other.kind != "attendance"
        and other.notes.get("how") != "name"
        and (other.notes.get("how") in _SEVERAL or finding.quantity is None or finding.quantity.low in (None, 1))
    )


def _carries(other: Finding, finding: Finding) -> bool:
    """Across sentences only what speaks of others, of a bare figure, or of the same paragraph."""
    gap = finding.sentence.index - other.sentence.index
    if finding.rule in ("listed figure", "the figure", "it was", "spoke of", "gives"):
        return True
    return gap <= 2 and other.sentence.paragraph == finding.sentence.paragraph
