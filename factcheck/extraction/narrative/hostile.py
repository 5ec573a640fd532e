"""Which verbs tell a hostile deed, and what must stand with each (``hostile_deeds.csv``)."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of
from factcheck.lexicons import rows, word_set

VIOLENT = word_set(
    "fire attack attacks assault assaults offensive war aggression raid raids strike strikes airstrike airstrikes "
    "air-strike air-strikes shelling bombardment bombardments massacre massacres crime crimes atrocity atrocities "
    "killing killings murder murders violence hostilities fighting shooting shootings ambush ambushes bombing "
    "bombings invasion incursion incursions act acts action clash clashes riot riots provocation provocations "
    "abduction abductions kidnapping genocide execution executions rampage violation violations sabotage blast "
    "blasts explosion explosions slaughter bloodshed unrest carnage terror torture ethnic-cleansing reprisals "
    "pogrom siege mutiny coup cleansing purge purges crackdown deportations expulsions looting beatings lynching "
    "lynchings stabbing stabbings hostage-taking assassination assassinations beheading beheadings onslaught "
    "onslaughts barrage barrages salvo salvos bloodbath butchery brutality savagery barbarity barbarism outrage "
    "desecration vandalism pillage plunder firebombing firebombings arson hijacking hijackings terrorism "
    "intimidation persecution repression extermination fusillade cannonade sniping blitz infiltration "
    "infiltrations intrusion intrusions encroachment transgression transgressions"
)
"""What is violent in itself."""
_MISSILES = re.compile(
    r"(?:stone|rock|brick|bottle|grenade|bomb|firebomb|petrol|molotov|cocktail|explosive|missile|rocket|shell|"
    r"mine|landmine|drone|shot|round|bullet|munition|submunition|cluster|mortar|torpedo|warhead|device|charge"
    r"|payload|"
    r"trap|sarin|chlorine|mustard|poison|cylinder|canister|"
    r"weapon|gun|artillery|cannon|gas|projectile|dynamite|napalm|phosphorus)s?$"
)
_USED = re.compile(
    r"(?:chemical|poison|toxic|nerve|sarin|chlorine|napalm|shell|cluster|incendiary|phosphorus|live|lethal|weapon|gas|munition|bomb|ammunition|round|shield|"
    r"explosive|cannon|mine|torture|violence)s?$"
)
"""What must not be used: 'used cluster bombs', 'used live rounds'."""
LIMITS = word_set(
    "ceasefire cease-fire truce sovereignty airspace agreement line border territory frontier armistice pause "
    "accord waters demarcation deal pact"
)
FIGHTERS = word_set(
    "rebels rebel militants militant terrorists terrorist insurgents guerrillas guerrilla militia militias "
    "fighters "
    "gang gangs separatists extremists mercenaries jihadists paramilitaries terrorism insurgency "
    "rebellion bandits protests rioters saboteurs"
)
"""Whom it is a charge to support."""
_WAR = VIOLENT | FIGHTERS
_TOWARDS = ("on", "upon", "at", "into", "against", "over", "towards", "toward", "through")
_ARMS = word_set(
    "bars sticks batons clubs machetes knives stones bayonets shields axes swords spears whips horses rods poles "
    "guns pistols vehicles bottles weapons arms artillery mortars rockets cannons rifles machine-guns"
)
_IDIOMS = word_set("deal agreement balance chord accord pose record note bargain low high jackpot headlines")
HARMLESS = re.compile(
    r"\b(?:warning shots|in(?:to)? the air|water cannon|rubber bullets|tear ?gas|blanks)\b", re.IGNORECASE
)


@cache
def _needs() -> dict[str, str]:
    return {form: row["needs"] for row in rows("hostile_deeds") for form in row["forms"].split(";")}


@cache
def forms() -> frozenset[str]:
    """Every form of a hostile verb."""
    return frozenset(_needs())


@cache
def _telling() -> tuple[tuple[frozenset[str], frozenset[str] | None], ...]:
    """The forms of the verbs by what they need beside them, and the words of which one must then be there."""
    kinds: dict[str, set[str]] = {}
    for form, needs in _needs().items():
        kinds.setdefault(needs.split()[0], set()).add(form)
    beside: dict[str, frozenset[str]] = {
        "violence": VIOLENT | {"it", "this", "firing"},
        "limit": LIMITS | {"it"},
        "ablaze": frozenset({"fire", "ablaze", "alight"}),
        "down": frozenset({"down"}),
        "up": frozenset({"up"}),
        "out": frozenset({"out"}),
        "over": frozenset({"over"}),
        "away": frozenset({"away"}),
        "support": _WAR,
    }
    return tuple((frozenset(found), beside.get(needs)) for needs, found in kinds.items() if needs != "missile")


def may_tell(words: frozenset[str], named: frozenset[str]) -> bool:
    """True for a sentence with a hostile verb, other than in the forms ``named``, and what it needs.

    ``words`` are its words in lower case.
    """
    if words.isdisjoint(forms()):
        return False
    verbs = words - named
    for told, beside in _telling():
        if not verbs.isdisjoint(told) and (beside is None or not words.isdisjoint(beside)):
            return True
    return not verbs.isdisjoint(_throwing()) and any(
        _MISSILES.match(word) or _USED.match(word) or word in _LAUNCHED for word in words
    )


@cache
def _throwing() -> frozenset[str]:
    return frozenset(form for form, needs in _needs().items() if needs == "missile")


CRIMES = word_set(
    "massacre massacres genocide atrocity atrocities crimes murder murders execution executions killing "
    "killings torture "
    "pogrom slaughter lynching assassination assassinations bloodbath carnage"
)
"""What nobody does by right: whoever is said to have ordered or committed it is charged."""


def hurts(verb: Token) -> bool:
    """True for a verb of harm to people or things, which needs its victim as object."""
    return _needs().get(verb.lower_) == "victim"


def is_deed(verb: Token, thing: Token | None) -> bool:
    """True when the verb tells a hostile deed, done to ``thing``, with all that it needs."""
    needs = _needs().get(verb.lower_)
    if needs is None or (needs == "target" and thing is not None and thing.lower_ in _IDIOMS):
        return False
    if verb.lower_ in _OPENED and thing is None and _opened_up(verb):
        return True
    words = {t.lower_ for t in core(thing)} if thing is not None else set()
    if needs == "limit" and thing is not None and thing.lower_ in ("times", "time"):
        words |= {t.lower_ for t in verb.subtree if t.i > verb.i}
    if needs == "nothing":
        return thing is not None or not _struck_back(verb)
    if needs == "victim":
        return thing is not None
    if needs == "target":
        return (thing is not None or object_of(verb, *_TOWARDS) is not None) and not _struck_back(verb)
    if needs == "missile":
        pattern = _USED if verb.lower_ in ("use", "uses", "used", "using") else _MISSILES
        if words <= {"it", "them"} and verb.lower_ in _PLANTED:
            return True
        if verb.lower_.startswith("launch") and thing is not None and thing.lower_ in _LAUNCHED:
            return True
        if verb.lower_.startswith("us"):
            words |= {t.lower_ for c in verb.children if c.lower_ == "as" for t in c.subtree}
        return any(pattern.match(word) for word in words)
    if needs == "limit":
        return not words.isdisjoint(LIMITS) or (bool(words & {"it", "which"}) and _limit_before(verb))
    if needs == "limit in":
        into = object_of(verb, "into", "across", "over", "inside", "beyond", "on", "upon")
        return into is not None and not {t.lower_ for t in core(into)}.isdisjoint(LIMITS)
    if needs == "support":
        return thing is not None and (not words.isdisjoint(_WAR) or _for_fighters(verb))
    if needs == "rush":
        arms = object_of(verb, "with")
        return thing is None and (
            object_of(verb, "at", "into", "through") is not None or (arms is not None and _armed_with(arms))
        )
    if needs == "ablaze":
        return any(t.lower_ in ("fire", "ablaze", "alight") for t in verb.doc[verb.i + 1 : verb.i + 12])
    particle = child(verb, "prt")
    if needs == "violence in":
        into = object_of(verb, "to", "in")
        return into is not None and not {t.lower_ for t in core(into)}.isdisjoint(VIOLENT | {"firing"})
    if needs.startswith("violence"):
        fits = not words.isdisjoint(VIOLENT) or bool(words & {"it", "this", "which"} and needs.endswith("out"))
        return fits and ("out" not in needs or (particle is not None and particle.lower_ == "out"))
    if needs == "over" and particle is None:
        return object_of(verb, "over") is not None and verb.tag_ == "VBD"
    if needs == "away":
        gone = particle or next((c for c in verb.children if c.lower_ == "away"), None)
        return gone is not None and gone.lower_ == "away" and thing is not None and thing.lower_ in _WHOM
    return particle is not None and particle.lower_ == needs and thing is not None


_LAUNCHED = word_set(
    "attack attacks assault assaults offensive war aggression raid raids strike strikes airstrike "
    "airstrikes invasion "
    "incursion bombardment ambush"
)
_PLANTED = word_set("planted laid detonated lobbed hurled")
_OPENED = frozenset({"open", "opens", "opened", "opening"})


def _opened_up(verb: Token) -> bool:
    """'opened up with heavy weapons', 'opened up on the post'."""
    particle = child(verb, "prt", "advmod")
    if particle is None or particle.lower_ != "up":
        return False
    arms = object_of(verb, "with")
    return (arms is not None and _armed_with(arms)) or object_of(verb, "on", "at", "upon") is not None


_WHOM = word_set("them him her us men women people boys girls students son husband brother father sons")


def _for_fighters(verb: Token) -> bool:
    """'supplied shells to the rebels', 'trained men for the militia'."""
    whom = object_of(verb, "to", "for", "with")
    return whom is not None and not {t.lower_ for t in core(whom)}.isdisjoint(_WAR)


def _armed_with(arms: Token) -> bool:
    return any(t.lower_ in _ARMS for t in core(arms))


def _struck_back(verb: Token) -> bool:
    return any(c.lower_ in ("back", "out") for c in verb.children)


def _limit_before(verb: Token) -> bool:
    return any(t.lower_ in LIMITS for t in verb.doc[: verb.i])
