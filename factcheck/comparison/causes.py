"""Rules for causes: what one voice puts down to people, another to chance or neglect."""

from __future__ import annotations

import re

from factcheck.comparison.positions import Answer
from factcheck.language.parties import sides_in
from factcheck.language.subjects import content_words
from factcheck.language.telling import does
from factcheck.lexicons import word_set
from factcheck.values import Outcome, Verdict

CAUSE_SEVERITY = 0.5
"""As a charge against a charge."""

SAME_MATTER = 0.6
"""Share of words (Dice) from which two charges are about one matter as they put it."""

_LITTLE = word_set(
    "the a an of in on at by to as is it and for from with that this its his their her own under over into onto"
    " through itself january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday day night morning evening"
)
_PEOPLE = re.compile(
    r"\b(?:police\w*|officers?|army|armies|military|troops|soldiers|forces?|fighters|rebels|militants?|militia\w*"
    r"|government|authorit\w+|ministry|minister|state|junta|council|company|operators?|owners?|crew|captain|driver"
    r"|pilot|staff|workers|men|women|people|youths?|protesters?|demonstrators?|hooligans?|gangs?|goons|bandits"
    r"|jihadists?|terrorists?|mercenaries|gunm[ae]n|attackers?|assailants?|himself|herself|guards?|inmates"
    r"|opposition|party|side|group|foreigners|powers?|extremists?|islamists?|insurgents?|guerrillas?|separatists?"
    r"|elements|agents|operatives|provocateurs|aircraft|(?:war)?planes?|jets?|helicopters?|gunships?|warships?)\b",
    re.I,
)
_CRIMINALS = re.compile(
    r"(?:the |armed |common |some )*(?:bandits|criminals|robbers|thieves|thugs|hooligans|gangsters|poachers"
    r"|smugglers|looters|vandals)",
    re.I,
)
_ANYBODY = re.compile(
    r"\b(?:jihadists?|militants?|terrorists?|mercenaries|gunm[ae]n|attackers?|assailants?|insurgents?|rebels?"
    r"|fighters?|extremists?|islamists?|elements?|foreign\w*|others?|allies|allied|and|or|both|aircraft|(?:war)?planes?"
    r"|jets?|helicopters?|gunships?|warships?)\b",
    re.I,
)
_MEANS = re.compile(
    r"\b(?:missiles?|rockets?|bombs?|shell\w*|drones?|munitions?|gun\w*|bullets?|rounds?|explosives?|strikes?"
    r"|attack\w*|sabotage|wounds?|air ?raids?|fire)\b",
    re.I,
)


_MISHAP = re.compile(
    r"\b(?:accident\w*|mishap|(?:technical|mechanical|engine) (?:fault|failure|problem|reasons?|defect|trouble)"
    r"|malfunction\w*|(?:pilot|human) error|bad weather|fog|storm|squall|lightning|short[- ]circuit|gas leak"
    r"|leaking gas|boiler|welding|negligence|careless\w*|(?:a|the|an accidental|electrical|kitchen) fire"
    r"(?! (?:from|by|of))|fire (?:on board|aboard|in the (?:hold|engine|store\w*|kitchen))|(?:self-)?ignition"
    r"|(?:own|stored|its) (?:ammunition|munitions|explosives)|of (?:the|its) (?:ammunition|munitions))\b",
    re.I,
)
_WEAPON = re.compile(
    r"\b(?:missiles?|rockets?|bomb(?:s|ed|ing)?|shell(?:s|ed|ing)?|drones?|torpedo(?:es)?|mines?|mortars?"
    r"|air ?strikes?|air raids?|attack(?:s|ed)?|sabotage|shot (?:it )?down|struck by|hit by|gunfire|grenades?"
    r"|blown up)\b",
    re.I,
)


def other_causes(a: Answer, b: Answer) -> Verdict | None:
    """Two put one thing down to causes that have nothing in common, one of them at least nobody's deed: "beaten by
    officers" against "a fall from a wall", a squall against shifting cargo."""
    if a.kind != "blame" or b.kind != "blame" or a.party == b.party or (a.side is not None and a.side == b.side):
        return None
    if not (_is_chance(a) or _is_chance(b)) or _MEANS.search(f"{a.target} {b.target}"):
        return None
    if not _one_matter(a, b) or content_words(a.target, _LITTLE) & content_words(b.target, _LITTLE):
        return None
    text = f"{does(a.name, 'puts')} it down to “{a.target}”, {b.name} to “{b.target}”."
    return Verdict(Outcome.CONFLICT, "blame", text, CAUSE_SEVERITY)


def mishap_or_attack(a: Answer, b: Answer) -> Verdict | None:
    """One puts it down to a mishap, a technical fault or a fire on board, the other to a weapon, whoever fired
    it."""
    if a.kind != "blame" or b.kind != "blame" or a.party == b.party:
        return None
    mishap, other = (a, b) if _MISHAP.search(a.target) else (b, a)
    if not _MISHAP.search(mishap.target) or _WEAPON.search(mishap.target) or _MISHAP.search(other.target):
        return None
    if mishap.accused or not _WEAPON.search(f"{other.target} {other.quote}"):
        return None
    text = f"{does(mishap.name, 'puts')} it down to “{mishap.target}”, {other.name} to “{other.target}”."
    return Verdict(Outcome.CONFLICT, "blame", text, CAUSE_SEVERITY)


def criminals_or_a_name(a: Answer, b: Answer) -> Verdict | None:
    """One names a group, the other speaks of common criminals: "Mahmuda" against "bandits"."""
    if a.kind != "blame" or b.kind != "blame" or a.party == b.party or (a.side is not None and a.side == b.side):
        return None
    criminal = [bool(_CRIMINALS.fullmatch(one.target.strip())) for one in (a, b)]
    name = b if criminal[0] else a
    if criminal[0] == criminal[1] or not _is_name(name.target) or not _one_matter(a, b):
        return None
    text = f"{does(a.name, 'blames')} “{a.target}”, {b.name} “{b.target}”."
    return Verdict(Outcome.CONFLICT, "blame", text, CAUSE_SEVERITY)


def other_culprits(a: Answer, b: Answer) -> Verdict | None:
    """Two name culprits that have nothing in common for one thing: "the triads" and "men in black who came to make
    trouble". Words that fit any armed group ("gunmen") name nobody, nor does who is told beside others."""
    if a.kind != "blame" or b.kind != "blame" or a.party == b.party or (a.side is not None and a.side == b.side):
        return None
    if a.accused or b.accused or not (_PEOPLE.search(a.target) or _PEOPLE.search(b.target)):
        return None
    if not a.target or not b.target or _ANYBODY.search(f"{a.target} {b.target}"):
        return None
    if not _one_matter(a, b) or content_words(a.target, _LITTLE) & content_words(b.target, _LITTLE):
        return None
    text = f"{does(a.name, 'blames')} “{a.target}”, {b.name} “{b.target}”."
    return Verdict(Outcome.CONFLICT, "blame", text, CAUSE_SEVERITY)


def _is_chance(a: Answer) -> bool:
    """The cause that it names is no person and no body."""
    named = a.target.strip()
    return bool(named) and not (_is_name(named) or _PEOPLE.search(named) or sides_in(named))


def _is_name(text: str) -> bool:
    return any(word[:1].isupper() for word in text.split() if word.casefold() not in ("the", "a", "an"))


def _one_matter(a: Answer, b: Answer) -> bool:
    p, q = (content_words(one.matter, _LITTLE) for one in (a, b))
    return bool(p and q) and 2 * len(p & q) / (len(p) + len(q)) >= SAME_MATTER
