"""Whom a sentence brings up without a word of theirs: its subject is what "it" and "she" mean in the next one."""

from __future__ import annotations

import re

from factcheck import gazetteer
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Sentence
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.bodies import is_body, kind_of, plain, roles
from factcheck.extraction.voices.cast import PERSON, Cast, shouted
from factcheck.extraction.voices.privates import harmed, private
from factcheck.language.naming import canonical
from factcheck.lexicons import word_set

_FIRST = gated(
    r"^(?:\d{1,2}[:.]\d\d\W+|[A-Z][\w.,/ ]{2,40}(?: \([^)]{2,30}\))? ?(?::"
    r"|[–—-]+) )?(?:[Tt]he )?(?P<who>[A-Z][\w’'-]+(?: (?:of |for |the |de |la )?[A-Z][\w’'-]+){0,3})"
    r"(?: (?P<noun>party|group|movement|union|association|ministry|government|army|police|council|committee"
    r"|commission|organi[sz]ation|agency|charity|command))?"
    r"(?:, (?:which|who|whose|an?|the|one) [^,;:]{3,90},)? "
    r"(?:has |have |had |is |was |also |now |still |then |later |yesterday |meanwhile |on \w+day |\w+day |\w+ly )*"
    r"(?!(?:is|was|were|are|of|in|at|on|and|to|for)\b)[a-z]{3,}"
)
_LOW = gated(
    r"^The (?P<who>(?:[a-z’'-]+ ){0,2}(?:union|ministry|army|police|council|committee|commission|charity|clinic"
    r"|hospital|federation"
    r"|association|prefecture|prosecution))(?:, [^,;:]{3,90},)? (?:has |have |had |also |now |still |then "
    r"|later |\w+day |\w+ly )*"
    r"(?!(?:is|was|were|are|of|in|at|on|and|to|for|said|says)\b)[a-z]{3,}"
)
"""'The farmers' union met on Sunday.'"""
_SETS = word_set("party group movement union association organisation organization agency charity")
"""Nouns that a name does without."""
_CALLED = word_set("Radio Television TV Hotel Hospital Bank Airlines University Port Club Caritas Club")
_SOMEBODY = gated(
    r"(?:^|, (?:but|and|though) )(?:(?:At|In|On|Outside|Near|By) [\w’' -]{3,40}?,? )?(?:[Aa]n?|[Tt]he|[Oo]ne"
    r"|[Aa]nother|[Hh]is|[Hh]er) "
    r"(?P<who>(?:[\w’'-]+ ){0,3}?(?P<noun>[a-z]+))"
    r"(?:,? (?:who|whose|on|in|from|at|with|there|of) [^,;:.]{2,70}|, [^,;:.]{2,60},)?"
    r" (?:had|has|was|is|would|did|could|still|also|later|then|only|never|saw|sat|held|stood|ran|keeps?|remembers?"
    r"|remembered|showed|shows|points?|pointed|came|lives|lived|watched|heard|helped|woke|lost|got|took|left"
    r"|found|went|knew|thought|gave|[a-z]{2,}ed)\b"
)


def leads_in(cast: Cast, sentence: Sentence) -> tuple[str | None, str | None]:
    """The body and the person that a sentence without a speaker is about, as claimants; None for none.

    'Ruritania took reporters to the town. It says ...', 'A baker opened the gate. He said ...'.
    """
    if shouted(sentence.text):
        return None, None
    person = _person(cast, sentence.text)
    if person is not None:
        return None, person
    match = _FIRST.match(sentence.text)
    body = None if match is None else _body(cast, match["who"], match["noun"])
    low = _LOW.match(sentence.text) if body is None else None
    if low is not None:
        return low["who"], None
    return body, None if body is not None else _somebody(sentence.text)


_PERSON = gated(
    rf"^(?:Doctor |Dr\.? |Mrs?\.? |Ms\.? |Father |Sister |Imam |Pastor |Nurse |Professor )?(?P<who>{PERSON})"
    r"(?:, (?P<what>(?:who |of |aged |in |from |a |an |the |one |his |her )?[a-z0-9][^,;:.\"“”]{2,70}),)?"
    r" (?:had|has|was|is|would|did|could|still|also|later|then|only|never|saw|sat|held|stood|ran|keeps?"
    r"|remembers?|thinks?|thought|interrupts?|showed|shows|points?|came|lives|lived|watched|heard|helped|woke|lost|got|took|left|found|went"
    r"|knew|gave|laughs?|walks?|works?|does|[a-z]{2,}ed)\b"
)
"""'Ana Perel, assistant cook, was on the seventh floor', 'Doctor Roe took us along the wall'."""


def _person(cast: Cast, text: str) -> str | None:
    """Whom a sentence begins with by name: who he is by the page, else the name; None for who was harmed."""
    match = _PERSON.match(text)
    if match is None or harmed(text[match.end("who") : match.end() + HARM]):
        return None
    name = match["who"]
    known_as = cast.person(name)
    if known_as is not None or match["what"] is None:
        return known_as
    body = statements.is_body_name(name) or statements.party_named(name) or kind_of(canonical(name)) != ""
    unlike = body or plain(name.split()[-1]) in _PLACES or not _may_be_somebody(match["what"])
    return None if unlike or gazetteer.known(name) or name.split()[0] in _CALLED else name


_PLACES = word_set(
    "road street avenue lane square bridge park market hotel school hospital village town city district province "
    "region river lake valley mountain mount hill island bay station airport mosque church camp tower house hall "
    "university college company bank club radio tv airlines festival cup league war day week storm hurricane"
)
_DESCRIBED = re.compile(r"(?:an?|the|one) (?P<noun>[\w’' -]+?)(?= (?:of|in|at|on|from|for|with|who|whose)\b|$)")


def _may_be_somebody(what: str) -> bool:
    """'Assistant cook', 'a nurse', '41'; not 'a street of shops'."""
    described = _DESCRIBED.match(what)
    if described is None:
        return True
    noun = described["noun"].split()[-1]
    return private(noun) or noun in roles()


def _body(cast: Cast, name: str, noun: str | None) -> str | None:
    if cast.person(name) is not None:
        return None
    if noun is not None and noun not in _SETS:
        return canonical(f"{name} {noun}")
    able = statements.party_named(name) or is_body(name) or name.split()[0] in _CALLED
    return canonical(name) if able or (noun is not None and not kind_of(name)) else None


def _somebody(text: str) -> str | None:
    """'The village elder who opened the bridge', 'a shopkeeper on the square': one private person."""
    match = _SOMEBODY.search(text)
    if match is None or not private(match["noun"]):
        return None
    return None if harmed(text[match.end("who") : match.end() + HARM]) else match["who"]


HARM = 30
"""So many characters behind the name of somebody it is told that he was killed or hurt."""
