"""The cast of a page: who was introduced as what, and which bodies it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page
from factcheck.extraction.voices.bodies import bare, is_body, kind_of, known, plain, roles
from factcheck.extraction.voices.organisations import Party, party_of
from factcheck.extraction.voices.pagewords import without_page_words
from factcheck.extraction.voices.privates import harmed, private
from factcheck.language.naming import canonical, country, name_key
from factcheck.lexicons import column, word_set

NAME_WORD = r"(?:[A-Z](?:[\w’'-]+\.?|\.|(?<![AI])(?<!\w[A-Z])\b))"
"""A word of a name; an initial may lack its full stop ("A" and "I" are words). The capital comes first, so that a
text is searched from capital to capital."""
PERSON = rf"{NAME_WORD}(?:\s(?:(?:bin|ibn|al|el|de|la|van|von|da|abu|ul)\s)?(?:al-|el-)?{NAME_WORD}){{1,3}}"
_ROLE_WORDS = (
    r"spokes\w+|minister|secretary|chief|head|leader|director|chair\w*|president|commander|governor|mayor|"
    r"representative|"
    r"official|editor|coroner|prosecutor|sheriff|superintendent|coordinator|manager|officer|deacon|ambassador|"
    r"envoy"
)
_INTRODUCED = re.compile(rf"(?P<name>{PERSON}), (?P<what>[^,.;:\"“”()]{{3,110}})")
_TITLED = gated(
    rf"\b(?P<role>(?i:{_ROLE_WORDS}|lt|sgt|capt|det|maj|col|gen)\b\.?(?: (?:of|for|at|in) "
    rf"[^,.;:\"“”]{{3,60}},)?,? )(?P<name>{PERSON})"
)
_OF_BODY = gated(rf"(?P<name>{PERSON}),? (?:of|with|from) (?P<what>(?:the )?[^,.;:\"“”]{{3,60}})")
_IS_ROLE = gated(
    rf"(?P<name>{PERSON})(?: |, (?=who ))(?P<what>(?:is|was|leads|heads|speaks for|commands|chairs|runs"
    r"|who (?:leads|heads|speaks for|commands|chairs|runs|advises|represents|directs|oversees)) "
    rf"[^,.;:\"“”]{{3,80}}(?:, (?:the )?[A-Z]{{2,9}}\b)?)"
)
_SOMEBODY = re.compile(
    r"(?:an?|the|one|his|her) (?P<what>[\w’' -]+?)(?=$| (?:who|whose|from|of|in|at|on|with|for|to|and)\b)", re.I
)
_AGED = re.compile(
    rf"(?P<name>{PERSON}), (?:(?:aged )?\d\d(?=[,.;)])|who(?= (?:is|was|had|has|lives?|lived|runs?|works?"
    rf"|[a-z]+ed)\b))"
)
"""'Ana Perel, a nurse', 'Ana Perel, 41,', 'Ana Perel, who lives there,': somebody without an office."""
_WHO_LEADS = re.compile(
    r"^(?:an?|the|one) (?!former\b|retired\b|ex-)[\w’' -]{2,40}? "
    r"(?=who (?:is|was|heads|leads|runs|chairs|commands|directs|oversees"
    r"|speaks for)\b)"
)
"""'an ethnic Ruritanian who chairs the council': what he is beside his office."""
_LEADS = re.compile(
    r"(?:who )?(?:leads|heads|speaks for|commands|chairs|runs|advises|represents|works for|directs|oversees) "
)
_SERVES = re.compile(r"who (?:is|serves as|acts as) (?:now |also |currently )?")
_BE = re.compile(r"^(?:is|was) ")
_LEFT_END = re.compile(
    r"[,.;:|/–—\"“”()](?=\s)|\n|\b(?:that|and|but|by|to|with|when|while|said|told|as|where|who|which|is|was"
    r"|says)\s",
    re.IGNORECASE,
)
_ROLE = gated(rf"\b(?:{_ROLE_WORDS})\b", re.IGNORECASE)
_NAMED = re.compile(PERSON)
_BODY_NOUNS = (
    r"[Mm]inistry|[Aa]rmy|[Mm]ilitary|[Pp]olice(?: [Dd]epartment)?|[Gg]overnment|[Dd]epartment|[Oo]ffice|"
    r"[Aa]gency|[Cc]ommittee|[Cc]ouncil|"
    r"[Cc]ommission|[Bb]oard|[Cc]orps|[Cc]ommand|[Uu]nion|[Pp]refecture|[Ff]ederation|[Ss]ociety|"
    r"[Oo]rgani[sz]ation|[Gg]roup|[Ff]ront|"
    r"[Mm]ission|[Hh]ospital|[Oo]bservatory|[Aa]dministration|Crescent|Cross|Attorney General|[Ss]heriff['’]s "
    r"[Oo]ffice"
)
_BODY = gated(
    rf"[A-Z][\w.’'&-]*\s+(?:(?:[A-Z][\w.’'&-]*|and|of|the|for)\s+){{0,6}}(?:[a-z]+ )?(?:{_BODY_NOUNS})\b(?: "
    rf"(?:of|for|in) (?:the )?[A-Z]\w+)?"
    rf"|(?:{_BODY_NOUNS}) (?:of|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?|\b[a-z]+ (?:[Mm]inistry|prefecture|"
    rf"hospital)\b"
)
_BODY_WORDS = word_set(
    "ministry army military police government department office agency committee council commission board corps "
    "command union prefecture federation society organisation organization group front mission hospital "
    "observatory administration crescent cross general sheriff"
)
"""The body nouns, of which a sentence has one that names a body."""
_SHORT_NAME = re.compile(r",\s+(?:the\s+)?(?P<a>[A-Z]{2,9})\b|\s*\((?:the\s+)?(?P<b>[A-Z]{2,9})\)")
_NOT_OF_NAME = word_set("in at on for from by of the a an and but when after before as with to while")
_ACRONYM = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z-]{2,8}\b")


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
                key not in self.people or (self.people[key] in self.persons and claimant not in self.persons)
            ):
                self.people[key] = claimant
        if len(words) == 2:  # where the family name comes first, it is used alone
            self.people.setdefault(name_key(words[0]), claimant)

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
            if head == noun or (head == "acronym" and kind_of(name) == noun)
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
        if _NAMED.search(sentence.text):
            cast.here = sentence.span.start
            _read_people(cast, sentence.text)
        for match in () if sentence.words.isdisjoint(_BODY_WORDS) else _BODY.finditer(sentence.text):
            short = _SHORT_NAME.match(sentence.text, match.end())
            name = (short["a"] or short["b"]) if short else None
            _add_body(cast, sentence.span.start + match.start(), match.group(), name)
        for match in _ACRONYM.finditer(sentence.text):
            if known(match.group()):
                cast.bodies.append((sentence.span.start + match.start(), canonical(match.group()), "acronym"))
    cast.bodies.sort()
    return cast


def _read_people(cast: Cast, text: str) -> None:
    for match in _INTRODUCED.finditer(text):
        what = _WHO_LEADS.sub("", match["what"])
        if what != match["what"] or _ROLE.search(what):
            _introduce(cast, match["name"], _BE.sub("", what), titled=False)
        if cast.person(match["name"]) is None and _is_somebody(match):
            _add_private(cast, match["name"])
    for match in _AGED.finditer(text) if ", " in text else ():
        if cast.person(match["name"]) is None and not harmed(text[match.end() : match.end() + 50]):
            _add_private(cast, match["name"])
    for pattern in (_IS_ROLE, _OF_BODY):
        for match in pattern.finditer(text):
            _introduce(cast, match["name"], _BE.sub("", match["what"]), titled=False)
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
    if is_body(name) or known(name) or country(name) or plain(name.split()[0]) in roles():
        words = name.split()
        while words and (plain(words[0]) in roles() or plain(words[0]) in ("police",)):
            words = words[1:]
        if len(words) < 2 or is_body(name) or known(name):
            return
        what, name = f"{what} {' '.join(name.split()[: -len(words)])}" if titled else what, " ".join(words)
    what, led = _SERVES.sub("", what), _LEADS.match(what)
    if led is None and what.startswith("who "):
        return  # "who resigned as minister": no office that he holds
    if led is not None:
        body = party_of(what[led.end() :])
        party = None if body is None else Party(body.name, name)
    else:
        party = party_of(f"{what.strip(' ,')} {name}" if titled else f"{name}, {what}")
    if party is not None and party.person is not None:
        alone = party.name == party.person
        if alone and any(roles().get(word) in ("spokes", None) for word in what.lower().split()[-1:]):
            return  # "spokesman X": of whom, the place where it stands must say
        for word in re.sub(r"prime minister", "prime-minister", what.lower()).replace(",", " ").split():
            if word in roles():
                cast.roles.append((word, cast.person(party.person) or party.name))
        cast.add_person(party.person, party.name)
        if party.name == party.person:
            cast.persons.add(party.name)


def _is_somebody(match: re.Match[str]) -> bool:
    """True where what is said of a name is a word for one person who suffered nothing: a nurse, a pensioner."""
    what = _SOMEBODY.match(match["what"])
    text, end = match.string, match.end()
    return (
        what is not None and private(what["what"].split()[-1]) and not harmed(match["what"] + text[end : end + 40])
    )


def _add_private(cast: Cast, name: str) -> None:
    words = name.split()
    if (
        is_body(name)
        or known(name)
        or country(name)
        or words[0].lower() in _NOT_OF_NAME
        or plain(words[0]) in roles()
    ):
        return
    cast.add_person(name, name)
    cast.persons.add(name)


_SAYING = frozenset({"said", "says", "say", "told", "that", "claimed", "accused", "blamed"})


def _add_body(cast: Cast, at: int, phrase: str, short: str | None) -> None:
    words = bare(without_page_words(phrase)).split()
    while words and words[0].lower() in _NOT_OF_NAME:
        words = words[1:]
    while "the" in words[1:] and words[words.index("the", 1) - 1] not in ("of", "for", "and", "in"):
        words = words[words.index("the", 1) + 1 :]
    words = words[max((n + 1 for n, word in enumerate(words[:-1]) if word in _SAYING), default=0) :]
    while words and words[0][0].isdigit():
        words = words[1:]  # "20:10 Health Minister ...": the hour of a live report
    if len(words) < 2:
        return
    party = party_of(" ".join(words))
    name = canonical(short) if short and known(short) else party.name if party else " ".join(words)
    nouns = column("speaker_nouns", "noun", "kind")
    named = [word.lower() for word in words if nouns.get(word.lower()) == "body"] or [words[-1].lower()]
    for word in named:
        cast.bodies.append((at, name, word))


def shouted(text: str) -> bool:
    """True for a sentence in capitals, as telex has them."""
    if sum(map(str.islower, text[:40])) > 24:  # most sentences, in a third of the time
        return False
    capitals = sum(map(str.isupper, text))
    return capitals > 9 and (letters := sum(map(str.isalpha, text))) > 12 and capitals > 0.75 * letters
