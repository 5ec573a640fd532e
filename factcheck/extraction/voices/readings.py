"""One part of a speaker's noun phrase: the body that a spokesperson or minister stands for, the person named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.extraction.voices.bodies import LEAD_INS, PREPOSITIONS, bare, is_body, known, plain, roles, strip
from factcheck.language.naming import adjective, country, state_adjective
from factcheck.lexicons import word_set

_RULERS = word_set("authorities leaders government police army military diplomats investigators")
_ARMS_OF_PERSONS = word_set("office government administration cabinet party camp team entourage press-service")
_FORMER = word_set("former ex retired ousted onetime one-time")
_GRADES = word_set("state union cabinet")
"""What parts ministers by rank where there are two for one matter."""
_OF_STATE = re.compile(r"(?:(?P<us>secretary)|minister) of state\b(?! (?:for|of|at|in)\b)", re.IGNORECASE)
"""'The Secretary of State', 'Minister of State Ann Roe': of the one state, and of no matter."""
_SECRETARIES = word_set("defense defence state interior home foreign health war homeland")
_MEDIA = word_set("agency newspaper website magazine broadcaster channel daily outlet network")
_WHERE = re.compile(
    r"\s+(?:on|at|in|near|over|after|before|since|during|by|who|which|that|living|based|from)\s+(?=\S)"
)
_RELATIVE = re.compile(
    r"who\s+(?:also\s+|now\s+|currently\s+)?(?:(?P<leads>is(?!\s+no\b|\s+not\b)|speaks\s+for|heads|leads|runs"
    r"|chairs|commands"
    r"|directs|represents|presides\s+over|acts\s+for)\s+"
    r"|(?:resigned|stepped|quit|left|lost|retired|was|served|used|had|once|until)\b)",
    re.IGNORECASE,
)
"""'X, who heads the council', 'Y, who resigned as minister'."""
_VAGUE_OWNERS = word_set(
    "local village regional community camp district provincial tribal neighbourhood neighborhood area station "
    "team unit "
    "humanitarian relief resident emergency project media communications operations "
    "municipal county rear senior religious spiritual traditional clan youth"
)
_SIDES = ("north", "west", "east", "south", "southeast")
_REGIONS = word_set("africa asia europe america balkans caucasus") | frozenset(
    f"{part} {whole}"
    for part, whole in (
        *(("middle", "east"), ("latin", "america"), ("central", "asia"), ("southern", "africa")),
        *((part, whole) for part in _SIDES for whole in ("africa", "asia")),
        *(("western", "europe"), ("eastern", "europe")),
    )
)
"""What parts the offices of a body that works everywhere."""
_MADE_BY = ("-installed", "-appointed", "-backed", "-imposed", "-elected")
"""'Local chief', 'the Moscow-installed governor': an office without a name of its own."""
_FOLLOWERS = word_set("rebel militant insurgent guerrilla separatist")
SMALL = word_set("al el de la del van von da di dos abu ben bin ibn ul ur")
TITLE = re.compile(r"^[A-Z][\w’'.-]*$")


def unjoined(text: str) -> str:
    """Titles of two words as two again: 'Prime Minister' of 'Prime-Minister'."""
    return _TWO_WORDS.sub(r"\1 ", text) if "-" in text else text


_TWO_WORDS = re.compile(
    r"\b(prime|vice|crown|supreme|press|information|secretary|general|director|attorney|chief)-(?=[a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one part of a phrase says: a body, a person, or neither."""

    described: str
    body: str | None = None
    person: str | None = None
    stays: bool = False  # the person stays a person


def read(part: str) -> Reading:
    """What one part of a phrase says, between commas: a body, a person, or neither."""
    if known(part) or country(part):
        return Reading(part, body=part)
    if (clause := _RELATIVE.match(part)) is not None:
        return _of_clause(part, clause)
    words = part.split()
    if (
        len(words) > 1
        and words[-2].endswith(("'s", "’s"))
        and words[-1].lower() in _ARMS_OF_PERSONS
        and not PREPOSITIONS & {*words}
    ):
        return Reading(part, body=part)  # "President Tshisekedi's office"
    former = any(word.lower().rstrip("-") in _FORMER or word.lower().startswith("ex-") for word in words[:3])
    at = _role_at(words)
    if at is None:
        return _without_role(part, words)
    kind = roles()[plain(words[at])]
    if kind == "minister":
        words = [w for n, w in enumerate(words) if not (n + 1 < at and w.lower() in _GRADES)]
        at = _role_at(words) or 0
    if (of_state := _OF_STATE.match(" ".join(words[at:]))) is not None:
        person = " ".join(_name(words[at + 3 :])[0]) or None
        return Reading(part, body="US State Department" if of_state["us"] else None, person=person)
    before, after = _owner_words(strip([w for w in words[:at] if w.lower() not in _FORMER])), words[at + 1 :]
    while after and roles().get(plain(after[0])) in ("rank", "office") and len(after) > 1:
        after = after[1:]  # "Staff Sgt. Lt."
    name, rest = _name(after)
    person = " ".join(name) or None
    if former or kind == "head":
        return Reading(unjoined(part), person=person, stays=True)
    whose = bare(" ".join(rest[1:])) if rest and rest[0].lower() in PREPOSITIONS | {"on"} else ""
    whose = "" if whose in ("day", "time", "moment") else whose  # "the foreign minister of the day"
    if kind == "minister":
        ministry = _ministry(before, words[at].lower(), whose, rest[:1])
        if ministry is None and not before and is_body(whose):
            ministry = whose  # "the secretary of the council"
        return Reading(part, body=ministry, person=person) if ministry else Reading(part, person=person)
    if kind == "office":
        return _office(part, before, words[at], whose, person)
    if kind == "people" and not before and rest and rest[0].lower() == "on" and whose.endswith(" side"):
        return Reading(_placed(words[at], "on", whose))
    if kind == "people" and not before and whose and not is_body(whose):
        return Reading(_placed(words[at], rest[0].lower(), whose))
    if kind == "people" and before and words[at].lower() in ("source", "sources"):
        return Reading(" ".join([*before, words[at]]))
    if kind == "people" and before and not is_body(" ".join(before)) and not known(" ".join(before)):
        return Reading(" ".join([*before, words[at]]), person=person)
    if kind == "people" and before and known(" ".join(before)) and person is None:
        return Reading(" ".join([*before, words[at]]))
    owner = " ".join(before) if before else _up_to_place(whose)
    if words[at].lower() in ("chief", "head", "commander", "director") and before == ["police"]:
        owner = "police"
    if owner.lower() == "fire":
        owner = "fire service"  # "the fire chief"
    if kind == "leads" and owner.lower() in _REGIONS:
        return Reading(part, body=whose or None, person=person)  # "Middle East director at X"
    while " " in owner and kind == "leads" and owner.rpartition(" ")[2].lower() in _VAGUE_OWNERS:
        owner = owner.rpartition(" ")[0]  # "the UN's resident coordinator"
    if owner.lower() in _VAGUE_OWNERS and (person or (kind == "leads" and part[:1].isupper())):
        return Reading(part, person=person)  # "local chief X", "the Humanitarian Coordinator, X"
    if person and owner.lower().endswith(_MADE_BY):
        return Reading(part, person=person)
    if owner.lower() in _FOLLOWERS:
        owner = f"{owner}s"  # "a rebel commander" speaks for the rebels
    return Reading(part, body=_owned(owner) or None, person=person)


def _of_clause(part: str, clause: re.Match[str]) -> Reading:
    """'who speaks for the council' tells of a body, 'who resigned as minister' of a person without one."""
    whose = bare(part[clause.end() :])
    if not clause["leads"]:
        return Reading(part, stays=True)
    if clause["leads"].lower() == "is":
        return read(whose)
    return Reading(part, body=_up_to_place(whose)) if is_body(whose) or known(whose) else Reading(part)


def _without_role(part: str, words: list[str]) -> Reading:
    if (len(words) > 1 and words[-2].lower() in _MEDIA) or (len(words) > 2 and words[-3].lower() in _MEDIA):
        at = max(i for i, word in enumerate(words) if word.lower() in _MEDIA)
        outlet = bare(" ".join(words[at + 1 :]))
        if outlet[:1].isupper():
            return Reading(part, body=outlet)
    if (
        len(words) > 2
        and words[0].lower() in _RULERS
        and words[1] in ("in", "of")
        and country(" ".join(words[2:]))
    ):
        return Reading(_placed(words[0], words[1], " ".join(words[2:])))
    if is_body(part):
        return Reading(part, body=_up_to_place(part))
    whose = _owned(words[0])
    if whose != words[0] and len(words) > 1 and country(whose):
        return Reading(part, body=" ".join(words[1:]) if known(" ".join(words[1:])) else part)
    if whose != words[0] and known(whose) and 1 < len(words) < 5 and all(map(TITLE.match, words[1:])):
        return Reading(part, body=whose, person=" ".join(words[1:]))  # "the UN's X Y"
    name, rest = _name(words)
    if name and len(rest) > 1 and rest[0].lower() in ("of", "from", "with") and is_body(bare(" ".join(rest[1:]))):
        return Reading(part, body=bare(" ".join(rest[1:])), person=" ".join(name))
    if name and len(name) > 1 and not rest and state_adjective(name[0]) is None and not is_body(part):
        return Reading(part, person=part)
    return Reading(_up_to_place(part))


def _ministry(before: list[str], title: str, whose: str, prep: list[str]) -> str | None:
    """The ministry of a minister: area and owner stand before ("Ruritania's health minister") or after."""
    owner: list[str] = []
    area = [word for word in before if word.lower().rstrip("-") not in ("vice", "deputy", "junior")]
    if whose.lower().startswith("state for "):
        title = "minister"  # "the secretary of state for defence"
    if title == "minister":  # "the state minister of defence", "the minister of state for defence"
        area = [word for word in area if word.lower() not in _GRADES]
        whose = re.sub(r"^state (?:for|of) (?:the )?", "", whose, flags=re.IGNORECASE)
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


def _office(part: str, before: list[str], title: str, whose: str, person: str | None) -> Reading:
    if title.lower() in ("prosecutor", "ambassador", "envoy", "sheriff", "coroner"):
        return Reading(part, body=" ".join([*before, title]), person=person)
    before = [word for word in before if not word.lower().endswith(_MADE_BY) and word.lower() not in _VAGUE_OWNERS]
    place = _owned(" ".join(before)) or _up_to_place(whose)
    if place and place[:1].isupper():
        return Reading(part, body=f"{title.capitalize()} of {place}", person=person)
    return Reading(title.lower(), person=person)


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
        and (TITLE.match(words[at].removeprefix("al-").removeprefix("el-")) or (at and words[at].lower() in SMALL))
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
    while words and (
        plain(words[-1]) in LEAD_INS
        or plain(words[-1]) in ("rear", "flight", "wing", "lance")
        or roles().get(plain(words[-1])) in ("rank", "leads")
    ):
        words = words[:-1]
    last = max((at for at, word in enumerate(words) if is_body(word)), default=None)
    return words if last is None else words[: last + 1]


def _owned(text: str) -> str:
    return _OWNER_S.sub("", text.strip())


_OWNER_S = re.compile(r"(?:['’]s|(?<=s)['’])$")


def _adjective(owner: str) -> str:
    name = _owned(bare(owner))
    state = country(name)
    return adjective(state) if state else name


def _up_to_place(part: str) -> str:
    """The phrase up to what only says where or when."""
    short = _WHERE.split(part, maxsplit=1)[0]
    return short if short else part
