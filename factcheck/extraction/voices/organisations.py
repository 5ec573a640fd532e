"""What body a noun phrase stands for: spokespeople for their organisation, ministers for their ministry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.extraction.gates import gated
from factcheck.extraction.voices.bodies import LEAD_INS, PREPOSITIONS, bare, is_body, known, plain, roles, strip
from factcheck.extraction.voices.speaking import NEVER_SPEAK
from factcheck.lexicons import column, word_set
from factcheck.naming import adjective, canonical, country, state_adjective

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
_PAPER_OF = gated(
    r"^(?i:the |a |an |their |its |his |her )?(?:[a-z]+ )?(?i:statement|release|report|reports|communiqu[eé]|"
    r"note|bulletin|tweet|post|figures|data|"
    r"records|list|briefing|interview|documents?|letter|message|announcement|information|count)s? (?:issued "
    r"|released |published |compiled |collected |gathered )?"
    r"(?:from|by|of|with) (?=the |an? |[A-Z])"
)
_BRACKETED = gated(r"\[[^\]]*\]?|\]")
_CLOCK = re.compile(r"^[\d:.]+\s*[-–—]\s*")  # the time of a live blog's entry
_AUXILIARY = re.compile(
    r"\s(?i:will|would|should|could|was|were|is|are|has|have|had|did|does|do|been|captured|killed|attacked)(?=\s"
    r"|$)"
)
_LEADING = re.compile(r"^(?:(?:for|of|from|by|with|in|at) (?:the )?(?=[A-Z])|\d+-year-old )")
_RULERS = word_set("authorities leaders government police army military diplomats investigators")
_NO_PARTY = word_set(
    "facts evidence it them us him her he she they we you i who whom which that this these those what "
    "something nothing"
)
_MEN = word_set("fighters militants insurgents rebels guerrillas gunmen forces leadership side")
_FOLLOWERS = word_set("rebel militant insurgent guerrilla separatist")
_TIME = re.compile(
    r"\s+(?:last|this|earlier|late|early|on|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: \w+)?$",
    re.IGNORECASE,
)
_ARMS_OF_PERSONS = word_set("office government administration cabinet party camp team entourage press-service")
_FORMER = word_set("former ex retired ousted onetime one-time")
_SECRETARIES = word_set("defense defence state interior home foreign health war homeland")
_SMALL = word_set("al el de la del van von da di dos abu ben bin ibn ul ur")
_MEDIA = word_set("agency newspaper website magazine broadcaster channel daily outlet network")
_WHERE = re.compile(
    r"\s+(?:on|at|in|near|over|after|before|since|during|by|who|which|that|living|based|from)\s+(?=\S)"
)
_TITLE = re.compile(r"^[A-Z][\w’'.-]*$")


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
    phrase = _ONE_OF.sub("", _ARM_OF.sub("", phrase))
    phrase = _PAPER_OF.sub("", _CLOCK.sub("", _BRACKETED.sub("", phrase)))
    phrase = _LEADING.sub("", _AUXILIARY.split(phrase, maxsplit=1)[0])
    parts = [part for part in (bare(part) for part in _PARTS.split(_JOINED.sub(r"\1-", phrase))) if part]
    first = parts[0].split()[0] if parts else ""
    if not parts or (first.lower() in _NO_PARTY and first != "US") or parts[0].lower() in NEVER_SPEAK:
        return None
    if not re.search(r"[^\W\d_]{2}|^[A-Z]{1,3}-?\d{1,3}$", parts[0]):
        return None
    if (name := _described_name(parts)) is not None:
        return Party(canonical(name))
    owner, _, noun = parts[0].partition(" ")
    if len(parts) == 1 and noun in column("figure_nouns", "noun", "stance") and state_adjective(owner):
        return Party(canonical(state_adjective(owner) or owner))  # "according to Ruritanian claims"
    read = [_read(part) for part in parts]
    person = next((p.person for p in read if p.person), None)
    if (
        person is None
        and len(parts) > 1
        and _TITLE.match(parts[0])
        and not known(parts[0])
        and not country(parts[0])
    ):
        person = parts[0]  # "Dr. Sample, director of the clinic"
    if person and any(p.stays for p in read):
        return Party(person, person)
    body = next((part for part in parts[1:] if known(part)), None) or next((p.body for p in read if p.body), None)
    if body is not None:
        generic = (
            " " not in body
            and not known(body)
            and column("speaker_nouns", "noun", "kind").get(body.lower()) is not None
        )
        return Party(body.lower() if generic else canonical(_unjoined(body)), person)
    if person:
        return Party(person, person)
    acronym = next((p for p in parts[1:] if known(p) or (p.isupper() and 2 < len(p) < 9)), None)
    described = _TIME.sub("", acronym or read[0].described)
    party, _, last = described.rpartition(" ")
    if last.lower() in _MEN and known(party):
        described = party
    if " " not in described and column("speaker_nouns", "noun", "kind").get(described.lower().removesuffix("s")):
        return Party(described.lower())
    return Party(canonical(_unjoined(described)))


def _described_name(parts: list[str]) -> str | None:
    """'ODM, the party of Mr Odinga', 'the operator, Chonghaejin Marine': the name, not what it is said to be."""
    if len(parts) < 2 or known(parts[0]) or country(parts[0]):
        return None
    name, about = parts[0], parts[1].split()
    kinds = column("speaker_nouns", "noun", "kind")
    if name.isupper() and " " not in name and len(name) > 2 and about[0].islower():
        head = next((w for w in about if kinds.get(plain(w)) == "body"), None)
        return name if head is not None and not any(known(part) for part in parts[1:]) else None
    generic = (
        " " not in name and name.islower() and plain(name) not in roles() and kinds.get(plain(name)) == "body"
    )
    named = all(word[:1].isupper() or word.lower() in _SMALL for word in about)
    return parts[1] if generic and named and len(about) < 5 else None


def _unjoined(text: str) -> str:
    return re.sub(
        r"(?i)\b(prime|vice|crown|supreme|press|information|secretary|general|director|attorney|chief)-(?=[a-z])",
        r"\1 ",
        text,
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one part of a phrase says: a body, a person, or neither."""

    described: str
    body: str | None = None
    person: str | None = None
    stays: bool = False  # the person stays a person


def _read(part: str) -> _Reading:
    if known(part) or country(part):
        return _Reading(part, body=part)
    words = part.split()
    if (
        len(words) > 1
        and words[-2].endswith(("'s", "’s"))
        and words[-1].lower() in _ARMS_OF_PERSONS
        and not PREPOSITIONS & {*words}
    ):
        return _Reading(part, body=part)  # "President Tshisekedi's office"
    former = any(word.lower().rstrip("-") in _FORMER or word.lower().startswith("ex-") for word in words[:3])
    at = _role_at(words)
    if at is None:
        return _without_role(part, words)
    kind = roles()[plain(words[at])]
    before, after = _owner_words(strip([w for w in words[:at] if w.lower() not in _FORMER])), words[at + 1 :]
    while after and roles().get(plain(after[0])) in ("rank", "office") and len(after) > 1:
        after = after[1:]  # "Staff Sgt. Lt."
    name, rest = _name(after)
    person = " ".join(name) or None
    if former or kind == "head":
        return _Reading(_unjoined(part), person=person, stays=True)
    whose = bare(" ".join(rest[1:])) if rest and rest[0].lower() in PREPOSITIONS | {"on"} else ""
    whose = "" if whose in ("day", "time", "moment") else whose  # "the foreign minister of the day"
    if kind == "minister":
        ministry = _ministry(before, words[at].lower(), whose, rest[:1])
        if ministry is None and not before and is_body(whose):
            ministry = whose  # "the secretary of the council"
        return _Reading(part, body=ministry, person=person) if ministry else _Reading(part, person=person)
    if kind == "office":
        return _office(part, before, words[at], whose, person)
    if kind == "people" and not before and rest and rest[0].lower() == "on" and whose.endswith(" side"):
        return _Reading(_placed(words[at], "on", whose))
    if kind == "people" and not before and whose and not is_body(whose):
        return _Reading(_placed(words[at], rest[0].lower(), whose))
    if kind == "people" and before and words[at].lower() in ("source", "sources"):
        return _Reading(" ".join([*before, words[at]]))
    if kind == "people" and before and not is_body(" ".join(before)) and not known(" ".join(before)):
        return _Reading(" ".join([*before, words[at]]), person=person)
    if kind == "people" and before and known(" ".join(before)) and person is None:
        return _Reading(" ".join([*before, words[at]]))
    owner = " ".join(before) if before else _up_to_place(whose)
    if words[at].lower() in ("chief", "head", "commander", "director") and before == ["police"]:
        owner = "police"
    if owner.lower() == "fire":
        owner = "fire service"  # "the fire chief"
    if owner.lower() in _FOLLOWERS:
        owner = f"{owner}s"  # "a rebel commander" speaks for the rebels
    return _Reading(part, body=_owned(owner) or None, person=person)


def _without_role(part: str, words: list[str]) -> _Reading:
    if (len(words) > 1 and words[-2].lower() in _MEDIA) or (len(words) > 2 and words[-3].lower() in _MEDIA):
        at = max(i for i, word in enumerate(words) if word.lower() in _MEDIA)
        outlet = bare(" ".join(words[at + 1 :]))
        if outlet[:1].isupper():
            return _Reading(part, body=outlet)
    if (
        len(words) > 2
        and words[0].lower() in _RULERS
        and words[1] in ("in", "of")
        and country(" ".join(words[2:]))
    ):
        return _Reading(_placed(words[0], words[1], " ".join(words[2:])))
    if is_body(part):
        return _Reading(part, body=_up_to_place(part))
    whose = _owned(words[0])
    if whose != words[0] and len(words) > 1 and country(whose):
        return _Reading(part, body=" ".join(words[1:]) if known(" ".join(words[1:])) else part)
    name, rest = _name(words)
    if name and len(rest) > 1 and rest[0].lower() in ("of", "from", "with") and is_body(bare(" ".join(rest[1:]))):
        return _Reading(part, body=bare(" ".join(rest[1:])), person=" ".join(name))
    if name and len(name) > 1 and not rest and state_adjective(name[0]) is None and not is_body(part):
        return _Reading(part, person=part)
    return _Reading(_up_to_place(part))


def _ministry(before: list[str], title: str, whose: str, prep: list[str]) -> str | None:
    """The ministry of a minister: area and owner stand before ("Ruritania's health minister") or after."""
    owner: list[str] = []
    area = [word for word in before if word.lower().rstrip("-") not in ("vice", "deputy", "junior")]
    while area and (area[0].endswith(("'s", "’s")) or state_adjective(area[0]) is not None or country(area[0])):
        owner.append(area.pop(0))
    if not area and whose and prep and prep[0].lower() in ("of", "for"):
        matter, _, rest = whose.partition(" of ") if " of " in whose else whose.partition(" in ")
        area, whose = matter.split(), bare(rest)
    elif owner:
        whose = ""
    if not area or (title == "secretary" and area[-1].lower() not in _SECRETARIES):
        return None
    if title == "secretary" and area[-1].lower() in ("defense", "state") and not owner:
        return "Pentagon" if area[-1].lower() == "defense" else "US State Department"
    if title == "secretary":
        owner = owner or ["US"]
    belongs = " ".join(owner) or _up_to_place(re.sub(r"\b(?:administration|government)\b.*", "", whose).strip())
    return " ".join([_adjective(belongs), *area, "Ministry"]).strip()


def _office(part: str, before: list[str], title: str, whose: str, person: str | None) -> _Reading:
    if title.lower() in ("prosecutor", "ambassador", "envoy", "sheriff", "coroner"):
        return _Reading(part, body=" ".join([*before, title]), person=person)
    place = _owned(" ".join(before)) or _up_to_place(whose)
    if place and place[:1].isupper():
        return _Reading(part, body=f"{title.capitalize()} of {place}", person=person)
    return _Reading(title.lower(), person=person)


def _placed(who: str, prep: str, where: str) -> str:
    """Unnamed people of somewhere: "officials in Paris" are French officials, others keep where they are."""
    state = country(where) or (state_adjective(where.split()[0]) if where.endswith(" side") else None)
    if state is not None:
        return f"{adjective(state)} {who}"
    if prep in ("in", "of", "from", "within", "inside") and where[:1].islower() and len(where.split()) < 4:
        return f"{where} {who}"
    return f"{who} {prep} {where}" if where[:1].isupper() and len(where.split()) < 5 else who


def _name(words: list[str]) -> tuple[list[str], list[str]]:
    """The personal name that begins the words, and what follows it."""
    at = 0
    while (
        at < len(words)
        and at < 6
        and (
            _TITLE.match(words[at].removeprefix("al-").removeprefix("el-")) or (at and words[at].lower() in _SMALL)
        )
    ):
        at += 1
    return words[:at], words[at:]


def _role_at(words: list[str]) -> int | None:
    """Where the telling role stands: the last one before a preposition or name."""
    found = None
    for at, word in enumerate(words):
        if at and word.lower() in ("of", "for", "with", "at", "in", "from", "that", "which"):
            break
        if (
            plain(word) in roles()
            and not word.endswith(("'s", "’s", "s'"))
            and not (word[:1].isupper() and word.isupper() and len(word) > 3)
        ):
            if found is not None and roles()[plain(words[found])] in ("spokes", "minister", "head", "people"):
                break
            found = at
    return found


def _owner_words(words: list[str]) -> list[str]:
    """The words before a role without ranks and grades: up to the body when there is one."""
    while words and (plain(words[-1]) in LEAD_INS or roles().get(plain(words[-1])) in ("rank", "leads")):
        words = words[:-1]
    last = max((at for at, word in enumerate(words) if is_body(word)), default=None)
    return words if last is None else words[: last + 1]


def _owned(text: str) -> str:
    return re.sub(r"(?:['’]s|(?<=s)['’])$", "", text.strip())


def _adjective(owner: str) -> str:
    name = _owned(bare(owner))
    state = country(name)
    return adjective(state) if state else name


def _up_to_place(part: str) -> str:
    """The phrase up to what only says where or when."""
    short = _WHERE.split(part, maxsplit=1)[0]
    return short if short else part
