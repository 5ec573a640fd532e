"""What body a noun phrase stands for: spokespeople for their organisation, ministers for their ministry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.extraction.gates import gated
from factcheck.extraction.voices.bodies import bare, is_body, known, plain, roles
from factcheck.extraction.voices.readings import SMALL, TITLE, read, unjoined
from factcheck.extraction.voices.speaking import NEVER_SPEAK
from factcheck.language.naming import canonical, country, state_adjective
from factcheck.lexicons import column, word_set

_IN_TOWN = re.compile(r"\b(?:in|at|from|near|of) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?$")
"""'The Red Cross in Goma, Congo': a state behind a town says where the town is."""
_PARTS = re.compile(r",\s+(?!and\b)|\s+-+\s+|\s*[()]\s*")
_JOINED = gated(
    r"\b(prime(?= minister)|vice(?= president)|crown(?= prince)|supreme(?= leader)|press(?= (?:secretary|"
    r"officer|service|"
    r"office))|information(?= officer)|secretary(?= general)|general(?= (?:secretary|staff|command))|"
    r"director(?= general)|"
    r"attorney(?= general)|chief(?= executive))\s",
    re.IGNORECASE,
)
"""Words that are one title or name together: read as one."""
_ARM_OF = re.compile(r"^(?i:the )?(?:[a-z-]+ )?(?:arm|wing|branch|delegation|chapter) of (?:the )?(?=[A-Z])")
_ONE_OF = re.compile(
    r"^(?:one|two|three|some|several|many|most|others?|both|all|a number) of (?:the|these|those|its|his|their) ",
    re.I,
)
_RANK = (
    r"(?:Gen|Col|Lt|Maj|Capt|Brig|Adm|General|Colonel|Major|Captain|Lieutenant|Brigadier|Admiral|Marshal"
    r"|Commodore)\.?"
)
_OF_THE_TOWN = re.compile(
    r"^((?:(?i:the )?(?i:chief |head |deputy )*(?:doctor|surgeon|physician|prosecutor|architect|police officer"
    r"|medical officer)) of the [a-z]+)"
    r" ([A-Z][\w'’-]+ [A-Z][\w'’-]+)$"
)
"""'chief doctor of the city (X Y)'."""
_RANKED = re.compile(
    r"^((?i:the |acting )*(?i:head|chief|commander|director|minister) of (?:[\w'’-]+ ){0,3}[\w'’-]+) "
    rf"({_RANK} (?:{_RANK} )?[A-Z].*)$"
)
"""'head of civil defence (Col X Y)'."""
_CHIEF_OF_STAFF = re.compile(
    rf"^(?i:the |its |acting |deputy |army |armed forces )*(?i:chief of (?:the )?(?:general |defen[cs]e "
    rf"|joint )?staff),? {_RANK} "
)
"""The soldier, not the head of a president's office."""
_DESCRIPTOR = re.compile(
    r"^(?:(?i:the|a|an) )?(?:(?!of\b|for\b)[A-Za-z]?[a-z-]+ ){0,3}(?:group|agency|organi[sz]ation|charity"
    r"|watchdog|monitor|broadcaster"
    r"|newspaper|website|outlet|network|channel|NGO|militia|movement|party|coalition|alliance|insurgents"
    r"|rebels)s? "
    r"(?=[A-Z][\w’'.&-]*(?: (?:[A-Z][\w’'.&-]*|of|for|the|and|de|al))*$)"
)
"""'the rights group (Amnesty International)': what it is said to be, before its name."""
_OWNED_RUN = re.compile(
    r"(['’]s )[\w-]+-(?:run|installed|appointed|backed|led|controlled|affiliated|owned) (?=\w)"
)
"""'Gaza's (Hamas-run) health ministry'."""
_PAPER_OF = gated(
    r"^(?i:the |a |an |their |its |his |her )?(?:[a-z]+ )?(?i:statement|release|report|reports|communiqu[eé]|"
    r"note|bulletin|tweet|post|figures|data|"
    r"records|list|roll|roster|survey|tally|briefing|interview|documents?|letter|message|announcement"
    r"|information|count)s? (?:issued "
    r"|released |published |compiled |collected |gathered |kept "
    r"|made |drawn up |put together )?"
    r"(?:(?:from|by|of|with) (?=the |an? |[A-Z])|by (?=[a-z]+s\b))"
)
_BRACKETED = gated(r"\[[^\]]*\]?|\]")
_CLOCK = re.compile(r"^(?:\d{1,2}[:.]\d\d\s+(?=[A-Z])|[\d:.]+\s*[-–—|/]\s*)")  # the time of a live blog's entry
_AUXILIARY = re.compile(
    r"\s(?i:will|would|should|could|was|were|is|are|has|have|had|did|does|do|been|captured|killed|attacked)(?=\s"
    r"|$)"
)
_LEADING = re.compile(
    r"^(?:(?:for|of|from|by|with|in|at) (?:the )?(?=[A-Z])|through (?:its |the )?|\d+-year-old )"
)
_NO_PARTY = word_set(
    "facts evidence it them us him her he she they we you i who whom which that this these those what "
    "something nothing"
)
_WHO = frozenset({"who", "which", "whose", "whom"})
_MEN = word_set("fighters militants insurgents rebels guerrillas gunmen forces leadership side")
_TIME = re.compile(
    r"\s+(?:at\s+(?:the|that)\s+time|then)$|\s+(?:last|this|earlier|late|early|on|yesterday|today|(?:mon|tues"
    r"|wednes|thurs|fri|satur|sun)day)(?: \w+)?$",
    re.IGNORECASE,
)


_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}(?= |$)")
"""'U.N.'"""
_POLICE = re.compile(
    r"^(?:[Tt]he )?(?:(?:ASP|SSP|DSP|DIG|IGP|AIG|PPRO|SHO|DCP|ACP|CSP)\b"
    r"|(?:SP|PPC|CP|IG|PC|DI|PRO|PIO|Insp|DCI|CPO|SPO) (?=[A-Z][a-z])"
    r"|(?i:chief constable|detective (?:constable|sergeant|inspector|superintendent)|(?:police|station) commandant"
    r"|(?:(?:deputy |assistant )?(?:inspector[- ]general|commissioner|superintendent) of police))\b)"
    r"(?: [A-Z][\w’'-]*| of (?:the )?[\w-]+(?: [\w-]+)?(?=,|$)| for [A-Z]\w+)*(?:, (?P<named>[A-Z][^,]+))?"
)
"""Ranks and offices of the police, as they stand before a name: 'ASP Roe', 'the IGP', 'the Deputy Commissioner of
Police'."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant by a phrase: the name under which the claim stands, and the person when one is named."""

    name: str
    person: str | None = None


@cache
def party_of(phrase: str) -> Party | None:
    """The body or person that a noun phrase names; None when nothing is left of it.

    A spokesperson or minister stands for the organisation; heads of state and government, people who have left
    office and private persons stay persons; unnamed people keep their description.
    """
    phrase = _DOTTED.sub(lambda match: match.group().replace(".", ""), phrase) if ".," not in phrase else phrase
    staff = _CHIEF_OF_STAFF.match(phrase)
    if staff is not None:
        return Party("General Staff")
    police = _POLICE.match(phrase)
    if police is not None and "olice" not in phrase[police.end() :] and police.end() > len(phrase) - 40:
        return Party("police")
    phrase = _MEN_OF.sub(r"\1", _owner_of_paper(phrase))
    phrase = _OF_THE_TOWN.sub(r"\1, \2", phrase)
    phrase = _RANKED.sub(r"\1, \2", _ONE_OF.sub("", _ARM_OF.sub("", phrase)))
    phrase = _PAPER_OF.sub("", _CLOCK.sub("", _BRACKETED.sub("", phrase)))
    phrase = _OWNED_RUN.sub(r"\1", _DESCRIPTOR.sub("", phrase))
    phrase = _LEADING.sub("", _AUXILIARY.split(phrase, maxsplit=1)[0])
    parts = [
        part
        for part in (bare(part) for part in _PARTS.split(_JOINED.sub(r"\1-", phrase)))
        if part and part not in _WHO
    ]
    if len(parts) > 1 and _IN_TOWN.search(parts[0]) and country(parts[1]) and not known(parts[0]):
        del parts[1]
    first = parts[0].split()[0] if parts else ""
    if not parts or (first.lower() in _NO_PARTY and first not in ("US", "WHO")) or parts[0].lower() in NEVER_SPEAK:
        return None
    if not re.search(r"[^\W\d_]{2}|^[A-Z]{1,3}-?\d{1,3}$", parts[0]):
        return None
    if (name := _described_name(parts)) is not None:
        return Party(canonical(name))
    owner, _, noun = parts[0].partition(" ")
    if len(parts) == 1 and noun in column("figure_nouns", "noun", "stance") and state_adjective(owner):
        return Party(canonical(state_adjective(owner) or owner))  # "according to Ruritanian claims"
    found = [read(part) for part in parts]
    person = next((p.person for p in found if p.person), None)
    if (
        person is None
        and len(parts) > 1
        and TITLE.match(parts[0])
        and not known(parts[0])
        and not country(parts[0])
    ):
        person = parts[0]  # "Dr. Sample, director of the clinic"
    if person and any(p.stays for p in found):
        return Party(person, person)
    body = next((part for part in parts[1:] if known(part)), None) or next((p.body for p in found if p.body), None)
    if body is not None:
        generic = (
            " " not in body
            and not known(body)
            and column("speaker_nouns", "noun", "kind").get(body.lower()) is not None
        )
        return Party(body.lower() if generic else canonical(unjoined(body)), person)
    if person:
        return Party(person, person)
    acronym = next((p for p in parts[1:] if known(p) or (p.isupper() and 2 < len(p) < 9)), None)
    described = _TIME.sub("", acronym or found[0].described)
    party, _, last = described.rpartition(" ")
    if last.lower() in _MEN and known(party):
        described = party
    if " " not in described and column("speaker_nouns", "noun", "kind").get(described.lower().removesuffix("s")):
        return Party(described.lower())
    return Party(canonical(unjoined(described)))


_MEN_OF = re.compile(
    r"^((?:the |The )?(?:group|movement|militia|party|front|junta|rebels|[A-Z][\w-]*[a-z](?: [A-Z][\w-]+)*))"
    r"['’]s? (?:own )?(?:fighters|gunmen|militants|spokes\w+)$"
)
"""'The group's fighters' boast: the group does."""


_OWN_PAPER = gated(
    r"^(?P<who>(?:(?i:the|its|their) )?[\w.’'&-]+(?: [\w.’'&-]+){0,5}?)(?P<own>['’]s?)?"
    r"(?: (?:own|latest|official|internal|final|first|preliminary))* "
    r"(?:surveys?|records?|registers?|files?|data|statistics|logs?|database|stud(?:y|ies)|bulletins?|census|roster"
    r"|logbooks?|dossier|inventory|lists?|reports?|figures?|tall(?:y|ies)|ledger)$"
)


def _owner_of_paper(phrase: str) -> str:
    """'The clinic's register', 'police records': the clinic, the police; other phrases as they are."""
    match = _OWN_PAPER.match(phrase)
    if match is None:
        return phrase
    who = match["who"].removesuffix("'s").removesuffix("’s").rstrip("’'")
    name = bare(who)
    if who.split()[0].lower() in ("its", "their", "his", "her") or not name:
        return phrase
    owns = match["own"] is not None or who != match["who"]
    return who if is_body(name) or known(name) or (owns and name[:1].isupper()) else phrase


_GROUP = word_set(
    "group organisation organization charity watchdog network movement party company union association"
    " foundation militia front coalition alliance operator ngo"
)


def _named_group(name: str, about: str) -> str | None:
    """'Miners' Bridge, an aid group' and 'her party, Fanilo': the name, not what it is said to be."""
    words, told = name.split(), about.split()
    if about.islower() and plain(told[-1]) in _GROUP and len(told) < 5:
        named = words[-1][:1].isupper() and all(w[:1].isupper() or w.lower() in SMALL | _JOINS for w in words)
        roles_in = any(plain(word) in roles() for word in (*words, *told))
        return name if named and len(words) > 1 and not roles_in else None
    if plain(words[-1]) in _GROUP and len(words) > 1 and words[-1].islower() and len(told) < 4:
        owned = words[-2].endswith(("'s", "’s")) or words[0].lower() in ("its", "their", "his", "her")
        return about if owned and all(word[:1].isupper() for word in told) and not country(about) else None
    return None


_JOINS = word_set("of for the and & with")


def _described_name(parts: list[str]) -> str | None:
    """'ODM, the party of Mr Odinga', 'the operator, Chonghaejin Marine': the name, not what it is said to be."""
    if len(parts) < 2 or known(parts[0]) or country(parts[0]):
        return None
    name, about = parts[0], parts[1].split()
    kinds = column("speaker_nouns", "noun", "kind")
    if (told := _named_group(name, parts[1])) is not None:
        return told
    if name.isupper() and " " not in name and len(name) > 2 and about[0].islower():
        head = next((w for w in about if kinds.get(plain(w)) == "body"), None)
        return name if head is not None and not any(known(part) for part in parts[1:]) else None
    generic = (
        " " not in name and name.islower() and plain(name) not in roles() and kinds.get(plain(name)) == "body"
    )
    named = all(word[:1].isupper() or word.lower() in SMALL for word in about)
    return parts[1] if generic and named and len(about) < 5 else None
