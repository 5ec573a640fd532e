"""The cast of a page: who was introduced as what, who spoke last, and whom "he", "it" and "the ministry" mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.extraction.surface import speakers_in
from factcheck.extraction.organisations import bare, is_body, kind_of, known, party_of, roles
from factcheck.extraction.page import Page, Sentence
from factcheck.lexicons import column
from factcheck.naming import canonical, country, name_key

_N = r"(?:[A-Z][\w’'-]+\.?|[A-Z]\.)"
_PERSON = rf"{_N}(?:\s(?:(?:bin|ibn|al|el|de|la|van|von|da|abu|ul)\s)?(?:al-|el-)?{_N}){{1,3}}"
_ROLE_WORDS = (
    r"spokes\w+|minister|secretary|chief|head|leader|director|chair\w*|president|commander|governor|mayor|representative|"
    r"official|editor|coroner|prosecutor|sheriff|superintendent|coordinator|manager|officer|deacon|ambassador|envoy"
)
_INTRODUCED = re.compile(rf"(?P<name>{_PERSON}), (?P<what>[^,.;:\"“”()]{{3,110}})")
_TITLED = re.compile(
    rf"\b(?P<role>(?i:{_ROLE_WORDS}|lt|sgt|capt|det|maj|col|gen)\b\.?(?: (?:of|for|at|in) [^,.;:\"“”]{{3,60}},)?,? )(?P<name>{_PERSON})"
)
_OF_BODY = re.compile(rf"(?P<name>{_PERSON}),? (?:of|with|from) (?P<what>(?:the )?[^,.;:\"“”]{{3,60}})")
_IS_ROLE = re.compile(
    rf"(?P<name>{_PERSON}) (?:is|was|leads|heads|speaks for|commands|chairs|runs|who leads|who heads) (?P<what>[^,.;:\"“”]{{3,80}})"
)
_LEFT_END = re.compile(
    r"[,.;:\"“”()](?=\s)|\b(?:that|and|but|by|to|with|when|while|said|told|as|where|who|which|is|was|says)\s",
    re.IGNORECASE,
)
_ROLE = re.compile(rf"\b(?:{_ROLE_WORDS})\b", re.IGNORECASE)
_ROLE_HINT = re.compile(
    rf"\b(?:{_ROLE_WORDS}|Lt|Sgt|Capt|Det|Maj|Col|Gen|speaks for|leads|of|with)\b", re.IGNORECASE
)
_BODY_NOUNS = (
    r"[Mm]inistry|[Aa]rmy|[Mm]ilitary|[Pp]olice(?: [Dd]epartment)?|[Gg]overnment|[Dd]epartment|[Oo]ffice|[Aa]gency|[Cc]ommittee|[Cc]ouncil|"
    r"[Cc]ommission|[Bb]oard|[Cc]orps|[Cc]ommand|[Uu]nion|[Pp]refecture|[Ff]ederation|[Ss]ociety|[Oo]rgani[sz]ation|[Gg]roup|[Ff]ront|"
    r"[Mm]ission|[Hh]ospital|[Oo]bservatory|[Aa]dministration|Crescent|Cross|Attorney General|[Ss]heriff['’]s [Oo]ffice"
)
_BODY = re.compile(
    rf"[A-Z][\w.’'&-]*\s+(?:(?:[A-Z][\w.’'&-]*|and|of|the|for)\s+){{0,6}}(?:[a-z]+ )?(?:{_BODY_NOUNS})\b(?: (?:of|for|in) (?:the )?[A-Z]\w+)?"
    rf"|(?:{_BODY_NOUNS}) (?:of|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?|\b[a-z]+ (?:[Mm]inistry|prefecture|hospital)\b"
)
_SHORT_NAME = re.compile(r",\s+(?:the\s+)?(?P<a>[A-Z]{2,9})\b|\s*\((?:the\s+)?(?P<b>[A-Z]{2,9})\)")
_NOT_OF_NAME = frozenset("in at on for from by of the a an and but when after before as with to while".split())
_PRESENTED = re.compile(rf"\bwas (?P<name>{_PERSON})\.$")
_NAMES = re.compile(_N + rf"(?: {_N})*")
_ACRONYM = re.compile(r"\b[A-Z][A-Z-]{2,8}\b")
_SHORT = re.compile(r"^(?:the|this|that|its|same|his|her)\b", re.IGNORECASE)
REACH = 12
"""How many sentences back a pronoun may find its speaker (newspaper paragraphs are one to three sentences)."""


@dataclass(slots=True)
class Cast:
    """People and bodies of a page by the names it calls them."""

    people: dict[str, str] = field(default_factory=dict)  # full name and surname, as key -> claimant
    persons: set[str] = field(default_factory=set)  # claimants that are persons
    bodies: list[tuple[int, str, str]] = field(default_factory=list)  # (offset, claimant, its noun in lower case)
    roles: list[tuple[str, str]] = field(default_factory=list)  # (role in lower case, claimant), in order
    here: int = 0  # offset of the sentence being read

    def add_person(self, name: str, claimant: str) -> None:
        """The person is known by full name and surname from now on; what was said first counts."""
        words = [word for word in name.replace("’", "'").split() if not word.endswith(".")]
        for key in (name_key(" ".join(words)), name_key(words[-1]) if words else ""):
            if key and (
                key not in self.people or self.people[key] in self.persons and claimant not in self.persons
            ):
                self.people[key] = claimant

    def person(self, name: str) -> str | None:
        """The claimant that a full name or surname stands for here."""
        key = name_key(name.removesuffix("'s").removesuffix("’s"))
        if key in self.people:
            return self.people[key]
        words = key.split()
        if 1 < len(words) < 5 and words[-1] in self.people and name[:1].isupper():
            return self.people[words[-1]]
        return None

    def body(self, noun: str, before: int) -> str | None:
        """The body whose noun it is (ministry, army), named last before an offset, else first after it."""
        named = [
            (at, name)
            for at, name, head in self.bodies
            if head == noun or head == "acronym" and kind_of(name) == noun
        ]
        earlier = [name for at, name in named if at < before]
        return earlier[-1] if earlier else named[0][1] if named else None


def cast_of(page: Page) -> Cast:
    """The cast of a page, worked out once."""
    cast: Cast | None = page.memo.get("cast")
    if cast is None:
        cast = page.memo["cast"] = _read_cast(page)
    return cast


def _read_cast(page: Page) -> Cast:
    cast = Cast()
    for sentence in page.sentences:
        if shouted(sentence.text):
            continue  # in capitals throughout, names cannot be told from words
        if _ROLE_HINT.search(sentence.text):
            cast.here = sentence.span.start
            _read_people(cast, sentence.text)
        for match in _BODY.finditer(sentence.text):
            short = _SHORT_NAME.match(sentence.text, match.end())
            name = (short["a"] or short["b"]) if short else None
            _add_body(cast, sentence.span.start + match.start(), match.group(), name)
        for match in _ACRONYM.finditer(sentence.text):
            if known(match.group()):
                cast.bodies.append((sentence.span.start + match.start(), canonical(match.group()), "acronym"))
    cast.bodies.sort()
    return cast


def _read_people(cast: Cast, text: str) -> None:
    for pattern in (_INTRODUCED, _IS_ROLE, _OF_BODY):
        for match in pattern.finditer(text):
            if pattern is not _INTRODUCED or _ROLE.search(match["what"]):
                _introduce(cast, match["name"], match["what"], titled=False)
    for match in _TITLED.finditer(text):
        left = text[max(0, match.start() - 70) : match.start()]
        cut = max((m.end() for m in _LEFT_END.finditer(left)), default=0)
        before = [
            word for word in left[cut:].split() if word.lower() not in _NOT_OF_NAME and not word.endswith("day")
        ]
        _introduce(cast, match["name"], f"{' '.join(before)} {match['role']}", titled=True)


def _introduce(cast: Cast, name: str, what: str, titled: bool) -> None:
    if name.split()[0].lower() in _NOT_OF_NAME:
        return
    if is_body(name) or known(name) or country(name) or _plain(name.split()[0]) in roles() and titled:
        words = name.split()
        while words and (_plain(words[0]) in roles() or _plain(words[0]) in ("police",)):
            words = words[1:]
        if len(words) < 2 or is_body(name) or known(name):
            return
        what, name = f"{what} {' '.join(name.split()[: -len(words)])}", " ".join(words)
    party = party_of(f"{what.strip(' ,')} {name}" if titled else f"{name}, {what}")
    if party is not None and party.person is not None:
        alone = party.name == party.person
        if alone and any(roles().get(word) in ("spokes", None) for word in what.lower().split()[-1:]):
            return  # "spokesman X": of whom, the place where it stands must say
        for word in what.lower().replace(",", " ").split():
            if word in roles():
                cast.roles.append((word, cast.person(party.person) or party.name))
        cast.add_person(party.person, party.name)
        if party.name == party.person:
            cast.persons.add(party.name)


def _plain(word: str) -> str:
    return word.lower().rstrip(".,")


def _add_body(cast: Cast, at: int, phrase: str, short: str | None) -> None:
    words = bare(phrase).split()
    while words and words[0].lower() in _NOT_OF_NAME:
        words = words[1:]
    while "the" in words[1:] and words[words.index("the", 1) - 1] not in ("of", "for", "and", "in"):
        words = words[words.index("the", 1) + 1 :]
    if len(words) < 2:
        return
    party = party_of(" ".join(words))
    name = canonical(short) if short and known(short) else party.name if party else " ".join(words)
    nouns = column("speaker_nouns", "noun", "kind")
    for word in words:
        if nouns.get(word.lower()) == "body":
            cast.bodies.append((at, name, word.lower()))


@dataclass(slots=True)
class Floor:
    """Who had the floor after a sentence: the last person, body and speaker of any sort."""

    person: str | None = None
    body: str | None = None
    last: str | None = None
    at: int = -REACH


def floors(page: Page) -> list[Floor]:
    """For each sentence who had the floor before it; worked out once."""
    done: list[Floor] | None = page.memo.get("floors")
    if done is None:
        done = page.memo["floors"] = []
        floor = Floor()
        for sentence in page.sentences:
            done.append(floor)
            floor = _after(page, sentence, floor)
    return done


def _after(page: Page, sentence: Sentence, before: Floor) -> Floor:
    if sentence.index - before.at > REACH:
        before = Floor()
    floor = Floor(before.person, before.body, before.last, before.at)
    cast = cast_of(page)
    for match in () if shouted(sentence.text) else _NAMES.finditer(sentence.text):
        named = cast.person(match.group())
        if named is not None:
            floor.person, floor.at = named, sentence.index
    bodies = [name for at, name, _ in cast.bodies if sentence.span.start <= at < sentence.span.end]
    spoken = [s for s in speakers_in(sentence) if s]
    for phrase in spoken:
        claimant = resolve(page, sentence, phrase, before)
        if claimant is None:
            continue
        floor.last, floor.at = claimant, sentence.index
        if _is_person(cast, phrase, claimant):
            floor.person = claimant
        if not _is_pronoun(phrase) and kind_of(claimant) != "media":
            floor.body = claimant
    if bodies and not spoken:
        short = [
            name
            for at, name, noun in cast.bodies
            if noun == "acronym" and sentence.span.start <= at < sentence.span.end
        ]
        floor.body, floor.at = (short or bodies)[0], sentence.index
    presented = _PRESENTED.search(sentence.text)
    if presented and not shouted(sentence.text) and not spoken:
        floor.person, floor.at = presented["name"], sentence.index
    return floor


def shouted(text: str) -> bool:
    """True for a sentence in capitals, as telex has them."""
    letters = sum(map(str.isalpha, text))
    return letters > 12 and sum(map(str.isupper, text)) > 0.75 * letters


def _is_pronoun(phrase: str) -> bool:
    return phrase.lower() in ("he", "she", "it", "they", "we", "i", "who")


def _is_person(cast: Cast, phrase: str, claimant: str) -> bool:
    words = phrase.lower().split()
    return (
        claimant in cast.persons
        or cast.person(phrase.split(",")[0]) is not None
        or bool(
            words
            and any(
                roles().get(_plain(word)) in ("spokes", "minister", "leads", "head", "office", "rank", "people")
                for word in words
            )
        )
        or not is_body(phrase)
        and claimant == phrase
        and phrase.istitle()
        and len(words) > 1
        or any(word in ("deacon", "man", "woman", "resident", "witness", "doctor") for word in words)
    )


_BY_WHOM = re.compile(r"\b(?:from|by|of) (?:the )?[A-Z]|\b(?:from|by) the \w", re.IGNORECASE)
_VERB_IN = re.compile(r"\b(?:said|says|told|wrote)\b")
_SPOKES = re.compile(r"(?:the |a |its |their )?(?:chief )?spokes\w+ [A-Z]")
_OWN = re.compile(
    r"\b(?:fighters|troops|forces|men|army|military|spokes\w+|leaders?|commanders?|officials?|government)\b"
)
_SAME = re.compile(
    r"(?:same|new|latest|second|evening|earlier|later|written) (?:office|body|statement|report|agency|group|organisation|organization|note)\b|statement\b|release\b|list\b"
)


def resolve(page: Page, sentence: Sentence, phrase: str, floor: Floor | None = None) -> str | None:
    """The claimant that a speaker's phrase means in this sentence; None when a pronoun leads nowhere."""
    floor = floors(page)[sentence.index] if floor is None else floor
    phrase = _VERB_IN.split(phrase)[0].strip(" ,")
    lowered = bare(phrase).lower() if len(phrase.split()) == 2 else phrase.lower()
    if lowered in ("he", "she"):
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
    if lowered in ("its", "their", "his", "her") or first in ("its", "their", "his", "her") and _OWN.search(rest):
        return {"its": floor.body or floor.last, "their": floor.last or floor.body}.get(first, floor.person)
    if first in ("the", "this", "a") and _SAME.match(rest) and not _BY_WHOM.search(rest):
        return floor.last or floor.body
    cast = cast_of(page)
    if shouted(sentence.text):
        phrase = _cased(phrase)
    head = phrase.split(",")[0].strip()
    by_name = cast.person(head)
    if by_name is not None and not known(head):
        return by_name
    party = party_of(phrase)
    if party is None:
        return None
    if party.person is not None and party.name == party.person:
        speaks_for = _SPOKES.match(phrase)
        return cast.person(party.person) or (floor.body if speaks_for else None) or party.name
    return _short_form(cast, sentence, phrase, party.name, floor) or party.name


def _short_form(cast: Cast, sentence: Sentence, phrase: str, name: str, floor: Floor) -> str | None:
    """'The ministry', 'the same office', 'the minister': the one that was named before."""
    words = bare(phrase).split()
    if not words or len(words) > 3:
        return None
    noun = words[-1].lower()
    if len(words) == 1 and noun in (
        "minister",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "official",
        "president",
        "chief",
        "officer",
        "man",
        "woman",
    ):
        named = [claimant for role, claimant in cast.roles if role == noun]
        return floor.person if floor.person in named else named[-1] if named else floor.person or floor.last
    if len(words) == 1 and noun in ("agency", "newspaper"):
        return None
    if (
        len(words) == 1
        and (_SHORT.match(phrase) or noun in ("police",))
        or shouted(sentence.text)
        and len(words) == 1
    ):
        found = cast.body(noun, sentence.span.start)
        if noun == "police" and len({n for _, n, h in cast.bodies if h == "police"}) != 1:
            return None
        return found
    if name and len(words) <= 3 and not known(name):
        longer = [
            body for _, body, head in cast.bodies if head == noun and name_key(body).endswith(" " + name_key(name))
        ]
        return longer[0] if longer else None
    return None


def _cased(phrase: str) -> str:
    small = {"of", "the", "and", "for", "in", "a", "an"}
    return " ".join(word if word in small else word.capitalize() for word in phrase.lower().split())
