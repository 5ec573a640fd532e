"""The cast of a page: who was introduced as what, who spoke last, and whom "he", "it" and "the ministry" mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.bodies import bare, is_body, kind_of, known, plain, roles
from factcheck.extraction.voices.cast import NAME_WORD, PERSON, Cast, cast_of, shouted
from factcheck.extraction.voices.homes import at_home
from factcheck.extraction.voices.leading import leads_in
from factcheck.extraction.voices.nobodies import NAMELESS, names_nobody, speaks_for_nobody
from factcheck.extraction.voices.organisations import party_of
from factcheck.extraction.voices.origins import origin_in
from factcheck.extraction.voices.pagewords import without_page_words
from factcheck.extraction.voices.shortforms import SHORT, short_form
from factcheck.extraction.voices.speaking import is_office, is_paper
from factcheck.extraction.voices.surface import speakers_in
from factcheck.language.naming import canonical, name_key, on_day
from factcheck.lexicons import column, word_set

_PRESENTED = gated(rf"\bwas (?P<name>{PERSON})\.$")
_NAMES = re.compile(NAME_WORD + rf"(?: {NAME_WORD})*")
REACH = 12
"""How many sentences back a pronoun may find its speaker (newspaper paragraphs are one to three sentences)."""


@dataclass(slots=True)
class Floor:
    """Who had the floor after a sentence: the last person, body and speaker of any sort."""

    person: str | None = None
    body: str | None = None
    last: str | None = None
    at: int = -REACH
    earlier: str | None = None  # the body before the last


class _FloorBefore:
    """The floor before a sentence, worked out when a phrase turns out to need it: most name whom they mean."""

    __slots__ = ("_index", "_page")

    def __init__(self, page: Page, index: int) -> None:
        self._page, self._index = page, index

    @property
    def person(self) -> str | None:
        return floor_before(self._page, self._index).person

    @property
    def body(self) -> str | None:
        return floor_before(self._page, self._index).body

    @property
    def last(self) -> str | None:
        return floor_before(self._page, self._index).last

    @property
    def earlier(self) -> str | None:
        return floor_before(self._page, self._index).earlier


def floor_before(page: Page, index: int) -> Floor:
    """Who had the floor before a sentence; worked out once, as far into the page as anybody asked."""
    done: list[Floor] = page.memo.setdefault("floors", [Floor()])
    while len(done) <= index:
        done.append(_after(page, page.sentences[len(done) - 1], done[-1]))
    return done[index]


_Floor = Floor | _FloorBefore


def _after(page: Page, sentence: Sentence, before: Floor) -> Floor:
    if sentence.index - before.at > REACH:
        before = Floor()
    floor = Floor(before.person, before.body, before.last, before.at, before.earlier)
    cast = cast_of(page)
    for match in () if shouted(sentence.text) else _NAMES.finditer(sentence.text):
        named = cast.person(match.group())
        if named is not None:
            floor.person, floor.at = named, sentence.index
    first = bisect_left(cast.bodies, (sentence.span.start, "", ""))
    here = cast.bodies[first : bisect_left(cast.bodies, (sentence.span.end, "", ""))]
    spoken = [s for s in (*speakers_in(sentence), origin_in(sentence.text)) if s]
    if len(spoken) > 1 and _GIVEN_BY.search(sentence.text) is not None:
        spoken.sort(key=lambda phrase: not _is_given_by(sentence.text, phrase))
    for phrase in spoken:
        again = _is_pronoun(phrase) and floor.at == sentence.index
        claimant = resolve(page, sentence, phrase, floor if again else before)
        if claimant is None:
            continue
        floor.last, floor.at = claimant, sentence.index
        if _is_person(cast, phrase, claimant):
            floor.person = claimant
        if not _is_pronoun(phrase) and kind_of(claimant) != "media":
            if claimant != floor.body:
                floor.earlier = floor.body
            floor.body = claimant
    if here and not spoken:
        short = [name for _, name, noun in here if noun == "acronym"]
        floor.body, floor.at = (short or [here[0][1]])[0], sentence.index
    if not spoken:
        body, person = leads_in(cast, sentence)
        if body is not None and not here:
            floor.body, floor.at = body, sentence.index
        if person is not None and floor.at != sentence.index:
            floor.person, floor.at = person, sentence.index
    presented = _PRESENTED.search(sentence.text)
    if presented and not shouted(sentence.text) and not spoken:
        floor.person, floor.at = presented["name"], sentence.index
    return floor


_GIVEN_BY = gated(
    r"\b(?:given|announced|published|put\s+out|claimed|made|reported|issued|cited|released|circulated|spread|advanced|quoted)\s+by\b",
    re.IGNORECASE,
)


def _is_given_by(text: str, phrase: str) -> bool:
    """'Israel rejects the figure given by (the ministry)': it is Israel that goes on speaking."""
    return any(text.startswith(phrase, m.end() + 1) for m in _GIVEN_BY.finditer(text))


def _is_pronoun(phrase: str) -> bool:
    return phrase.lower() in ("he", "she", "it", "they", "we", "i", "who")


def _is_person(cast: Cast, phrase: str, claimant: str) -> bool:
    words = phrase.lower().split()
    people = column("speaker_nouns", "noun", "kind")
    return (
        claimant in cast.persons
        or cast.person(phrase.split(",")[0]) is not None
        or bool(
            words
            and any(
                roles().get(plain(word)) in ("spokes", "minister", "leads", "head", "office", "rank", "people")
                for word in words
            )
        )
        or (not is_body(phrase) and claimant == phrase and phrase.istitle() and len(words) > 1)
        or any(word.strip(",") in _PRIVATE or people.get(word.strip(",")) == "people" for word in words[:3])
    )


_PRIVATE = word_set(
    "deacon man woman resident witness doctor abbot priest imam pastor monk bishop nun nurse surgeon medic "
    "teacher farmer driver pilot captain survivor villager mother father son daughter brother sister wife husband "
    "widow neighbour neighbor lawyer judge fisherman shopkeeper superintendent chairman chairwoman owner "
    "manager engineer student elder passenger porter paramedic rescuer volunteer worker "
    "chief director head professor merchant"
)
_CLOCK = re.compile(r"^(?:\d{1,2}[:.]\d\d\s*(?:[-–—|/]\s*)?|/\s+)(?=[A-Za-z])")
"""'20:10 Health Ministry: ...' in a live report: the hour is no part of the name."""
_DATE = re.compile(
    r"(?:in |on |by )?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2},?)?(?: (?:19|20)\d\d)?|(?:19|20)\d\d"
)
"""'March 2017 counted 26': a time says nothing."""
_COLON_FIGURE = re.compile(
    r":\s+(?=\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|dozens|at least|no)\b)", re.I
)
_NOTICE = re.compile(
    r"(?:an? )?(?:note|word|letter|message|correction|apology) (?:to|for) (?:our |the )?"
    r"(?:readers?|editors?|listeners|viewers)\b",
    re.I,
)
_DAY_NAME = re.compile(r"(?:(?:last|this|on)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday")
_CAPITALS_AHEAD = re.compile(r"^[A-Z]{4,}(?: [A-Z]{2,}){0,2} [–—-] (?=[A-Z][a-z])")
"""'PARLIAMENT – Defence Minister X': the line over a report."""
_OF_THE_GROUP = re.compile(
    r"^[Tt]he (?P<whose>group|movement|militia|organi[sz]ation|party|union|company|airline|operator|agency"
    r"|militants|rebels|insurgents)['’]s? "
    r"(?:[a-z-]+ ){0,3}(?:spokes\w+|leader|leadership|commander|command|chief|director|chair\w*|president"
    r"|secretary|head)\b"
)
_TIME_AHEAD = re.compile(
    r"^(?:(?:\w+ )?(?:hours?|minutes?|days?|weeks?|months?|years?) (?:ago|earlier|later|after|before)|(?:on|late"
    r"|early) \w+day|(?:at )?(?:the|that) time"
    r"|an? (?:hour|day|week) (?:ago|earlier|later)),? (?=\w)",
    re.IGNORECASE,
)
_DATED_PAPER = re.compile(
    r"(?<=['’]s)? (?:communiqu[eé]|statement|bulletin|report|press release) (?:of|from|dated) \d{1,2} .*$",
    re.IGNORECASE,
)
_AND_ITS = re.compile(r" and (?:its|their|his|her) ")
_BY_WHOM = re.compile(r"\b(?:from|by|of) (?:the )?[A-Z]|\b(?:from|by) the \w", re.IGNORECASE)
_VERB_IN = re.compile(r"\b(?:said|says|told|wrote)\b")
_SPOKES = re.compile(r"(?:the |a |its |their )?(?:chief )?spokes\w+ [A-Z]")
_OWN = re.compile(
    r"\b(?:fighters|troops|forces|men|army|military|spokes\w+|leaders?|commanders?|officials?|government|"
    r"chair(?:man|woman|person)?|director|secretary|president|head|chief|manager|lawyers?|units|members|staff)\b"
)
_STAFF = re.compile(
    r"(?:[a-z]+ )?(?:spokes\w+|fighters|troops|forces|men|soldiers|gunmen|leadership|commanders?|director"
    r"|researchers|investigators|monitors|delegates|volunteers|observers|experts|doctors|medics"
    r"|employees|crews|teams?|workers|engineers|divers|rescuers|staff|agents|press office|control room"
    r"|field office|mission|figures?|records?|list|survey|report|statement|bulletin)"
)
"""Whose words are those of the body that has them: 'its researchers'."""
_HEADS = re.compile(r"(?:\w+ )?(?:director|chair(?:man|woman|person)?|manager|head|chief|owner)\b")
"""Whom a clinic or a company has, and no government."""
_SAME = re.compile(
    r"(?:same|new|latest|second|evening|earlier|later|previous|first|third|written) (?:office|body|statement"
    r"|report|agency"
    r"|group|organisation|organization|note|bulletin|communiqu[eé]|update|count|tally|version|release|list"
    r"|message|one)\b"
    r"|statement\b|release\b|list\b"
)


def resolve(page: Page, sentence: Sentence, phrase: str, floor: _Floor | None = None) -> str | None:
    """The claimant that a speaker's phrase means in this sentence; None when a pronoun leads nowhere."""
    if floor is not None:
        return _resolved(page, sentence, phrase, floor)
    known_here: dict[tuple[int, str], str | None] = page.memo.setdefault("resolved", {})
    if (sentence.index, phrase) not in known_here:
        known_here[sentence.index, phrase] = _resolved(page, sentence, phrase, None)
    return known_here[sentence.index, phrase]


def _resolved(page: Page, sentence: Sentence, phrase: str, floor: _Floor | None) -> str | None:
    phrase = without_page_words(phrase)
    phrase = _CLOCK.sub("", _VERB_IN.split(phrase)[0].strip(" ,")).removesuffix(" there").removesuffix(" here")
    phrase = _TIME_AHEAD.sub("", _CAPITALS_AHEAD.sub("", phrase)).removeprefix("According to ")
    phrase = _COLON_FIGURE.split(phrase)[0]
    owner = _OF_THE_GROUP.match(phrase)
    if owner is not None:
        whose = resolve(page, sentence, f"the {owner['whose']}", floor)
        return whose if whose not in (None, owner["whose"]) else _armed_before(page, sentence) or owner["whose"]
    phrase = re.sub(r"['’]s?$", "", _DATED_PAPER.sub("", phrase))
    phrase = _AND_ITS.split(phrase)[0] if " and " in phrase else phrase
    phrase = f"local{phrase[5:]}" if phrase.startswith("Local ") and is_office(phrase.split()[1]) else phrase
    if _DATE.fullmatch(phrase) or _DAY_NAME.fullmatch(phrase) or _NOTICE.match(phrase):
        return None
    if floor is None:
        floor = Floor() if _names_itself(page, phrase) else _FloorBefore(page, sentence.index)
    phrase = _SELF.sub("", phrase)
    phrase = _COMMAND.sub(r"the \1", phrase)
    if _OFFICER.match(phrase) and "olice" in page.text and not _SOLDIERS.search(page.text):
        phrase = "police"
    whose, _, staff = phrase.partition(" ")
    if whose.lower() in ("its", "their") and _STAFF.fullmatch(staff):
        meant = floor.body or floor.last if whose.lower() == "its" else floor.last or floor.body
        if meant is not None:
            return meant
    lowered = phrase.lower()
    if len(phrase.split()) == 2 and not lowered.startswith(("its ", "their ")):
        lowered = bare(phrase).lower()
    issuer = _issuer_meant(page, phrase)
    if issuer is not None:
        return issuer
    if lowered in ("he", "she", "him"):
        return floor.person
    if lowered == "it":
        return floor.body or floor.last
    if lowered in (
        "they",
        "we",
        "i",
        "both",
        "each",
        "the statement",
        "statement",
        "a statement",
        "the report",
        "the release",
    ):
        return floor.last or floor.body
    first, _, rest = lowered.partition(" ")
    if lowered in ("its", "their", "his", "her") or (
        first in ("its", "their", "his", "her") and (_OWN.search(rest) or rest.startswith("own "))
    ):
        if first == "its" and _HEADS.match(rest) and floor.earlier and (floor.body or "").endswith(" government"):
            return floor.earlier
        meant = {"its": floor.body or floor.last, "their": floor.last or floor.body}.get(first, floor.person)
        named = party_of(phrase.partition(", ")[2]) if meant is None and ", " in phrase else None
        return meant if named is None else named.person or named.name
    if first in ("the", "this", "a", "an") and _SAME.match(rest) and not _BY_WHOM.search(rest):
        return floor.last or floor.body
    cast = cast_of(page)
    if shouted(sentence.text):
        phrase = _cased(phrase)
    head = phrase.split(",")[0].strip()
    by_name = cast.person(head)
    if by_name is not None and not known(head):
        return at_home(page, by_name)
    party = party_of(phrase)
    if party is None:
        return None
    if party.person is not None and party.name == party.person:
        speaks_for = _SPOKES.match(phrase)
        return cast.person(party.person) or (floor.body if speaks_for else None) or party.name
    name = short_form(cast, sentence, phrase, party.name, floor) or party.name
    if party.person is not None and (name in NAMELESS or names_nobody(name)):
        name = cast.person(party.person) or party.person  # "the unit's commander, Colonel X": X
    if (" " not in name and is_paper(name)) or speaks_for_nobody(page, name):
        return None  # "the report": whose, nobody says
    return on_day(at_home(page, name), page.document.published)


_SELF = re.compile(r"(?<=\w) (?:himself|herself|itself|themselves)$")
_COMMAND = re.compile(
    r"^(?:[Tt]he )?(army|military)(?:['’]s)? (?:high )?(?:command|leadership|headquarters|chiefs|brass)$"
)
_OFFICER = re.compile(
    r"^(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ll]ocal|[Ss]enior|[Tt]op|[Dd]uty) )*officers?"
    r"(?: (?:at|from|of|in|on) (?:[\w’'-]+ ){0,4}(?:station|precinct|scene|duty|guard))?$"
)
"""'Local officers', 'an officer at the station': the police, on a page that has no soldiers."""
_SOLDIERS = gated(r"\b(?:soldiers?|army|troops|military)\b")


def _armed_before(page: Page, sentence: Sentence) -> str | None:
    """The armed group that the page named last before a sentence: "the group's spokesman"."""
    for earlier in reversed(page.sentences[max(0, sentence.index - REACH) : sentence.index + 1]):
        for match in _NAMES.finditer(earlier.text):
            name = canonical(match.group())
            if kind_of(name) == "armed":
                return name
    return None


def _names_itself(page: Page, phrase: str) -> bool:
    """True for a full name, which needs no one who spoke before: 'the health ministry of Ruritania'."""
    words = bare(phrase).split()
    return len(words) > 3 and SHORT.match(phrase) is None and _SPOKES.match(phrase) is None


def _issuer_meant(page: Page, phrase: str) -> str | None:
    """'We', 'our units', 'this Office', 'the Movement': the body whose own statement the page is."""
    words = phrase.split()
    issuer = statements.issuer(page) if words else None
    if issuer is None:
        return None
    if words[0].lower() in ("we", "our", "us"):
        return issuer
    if len(words) != 2 or words[0].lower() not in ("the", "this"):
        return None
    own = words[1].lower() in name_key(issuer).split() and is_office(words[1])
    own = own or (words[1] in ("organisation", "organization") and statements.is_helper(issuer))
    return issuer if own or words[1] in _OWN_NAMES else None


_OWN_NAMES = word_set(
    "Movement Service Office Division Ministry Organisation Organization Front Command Mission Commission Union "
    "Association Department Agency Company Secretariat Brigade Resistance Party Council Committee Federation"
)
"""With a capital in a body's own statement: itself."""


def _cased(phrase: str) -> str:
    small = {"of", "the", "and", "for", "in", "a", "an", "by", "from", "at", "on", "to", "with", "who", "that"}
    return " ".join(word if word in small else word.capitalize() for word in phrase.lower().split())
