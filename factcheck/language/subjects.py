"""Who or what is counted: the side, the role, and whether a figure counts all of them or a part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.language.parties import side_of, sides_in
from factcheck.lexicons import word_set

FIGHTERS = word_set(
    "soldier soldiers troop troops troopers serviceman servicemen servicewoman servicewomen servicemember"
    " servicemembers personnel fighter fighters militant militants insurgent insurgents rebel rebels"
    " combatant combatants attacker attackers assailants gunman gunmen militiaman militiamen militia"
    " guerrilla guerrillas jihadist jihadists terrorist terrorists paramilitary paramilitaries ranger"
    " rangers marine marines sailor sailors airman airmen officer-cadets army forces guardsmen commandos"
    " martyrs infantrymen operative operatives commander commanders enemy enemies mujahideen"
    " peacekeeper peacekeepers recruit recruits conscript conscripts cadet cadets paratrooper paratroopers"
    " comrade comrades reservist reservists mercenary mercenaries islamist islamists extremist extremists "
    "bandit bandits"
    " aggressor aggressors invader invaders raider raiders infantryman partisans guardsman seaman seamen"
)
POLICE = word_set("police policeman policemen policewoman officer officers gendarme gendarmes constable deputies")
CIVILIANS = word_set(
    "civilian civilians resident residents villager villagers inhabitant inhabitants bystander bystanders"
    " noncombatant noncombatants"
)
PEOPLE = word_set(
    "people person persons others dead deaths death victim victims lives life human souls individuals"
    " citizens toll casualties fatalities bodies body injured wounded killed missing men man those"
    " remaining demonstrator demonstrators protester protesters marcher marchers participants strikers"
    " crowd member members team mission group delegation contingent anybody anyone nobody somebody someone"
    " everybody everyone"
)
_CIVIL = CIVILIANS | PEOPLE
CHILDREN = word_set(
    "child children minor minors baby babies infant infants toddler boy boys girl girls schoolchildren"
    " schoolgirls pupils teenager teenagers teen teens youths"
)
WOMEN = word_set("woman women female females")

_MEASURES = (
    ("buried", re.compile(r"\bburied\b|\bmass graves?\b|\bburials?\b", re.I)),
    ("morgue", re.compile(r"\b(?:morgues?|mortuar(?:y|ies)|hospitals?|corridors?)\b", re.I)),
    ("unidentified", re.compile(r"\bunidentified\b|\bnot (?:yet )?(?:been )?identified\b", re.I)),
    ("identified", re.compile(r"(?<!un)\bidentified (?:bod|victim|remains|dead)"
        r"|\bbodies (?:already |so far )?identified\b", re.I)),
    ("last", re.compile(r"\b(?:last|(?<!or )more) (?:[\w-]+ )?bodies\b", re.I)),
    ("new", re.compile(r"\bnew(?:ly)?\b|\badditional\b|\bmore than in the previous\b|\bsince the last\b", re.I)),
    ("serious", re.compile(r"\bcritical(?:ly)?\b|\bserious(?:ly)?\b|\bseverely\b|\bbadly\b|\bgravely\b", re.I)),
    ("minor", re.compile(r"\bminor injuries\b|\bslight(?:ly)?\b|\blight(?:ly)? (?:injur|wound)", re.I)),
    ("later", re.compile(r"\bdied later\b|\bsuccumbed\b|\bdied of (?:grave |their |his |her )?(?:injuries"
        r"|wounds)\b", re.I)),
    ("maimed", re.compile(r"\b(?:lost|lose|losing) (?:an? |his |her |their |one |both |a single )?(?:limbs?|arms?"
        r"|legs?|eyes?|hands?|feet|foot|sight|eyesight)\b|\bamput\w+|\bparaly[sz]ed\b|\bblinded\b|\bmaimed\b",
        re.I)),
    ("family", re.compile(r"\b(?:family|relatives|kin|household)\b|\bof (?:one|a single) (?!of\b)[\w-]+$"
        r"|\b(?:his|her) (?:own )?(?:children|sons|daughters|brothers|sisters|parents|cousins|nephews|nieces)\b",
        re.I)),
)  # fmt: skip
"""Ways of counting that make another figure than the toll, told by what is counted; the first that fits."""

_AILING = re.compile(
    r"\b(?:with|suffering(?: from)?|treated for) (?!(?:[\w-]+ )?(?:gun ?shots?|bullets?|shrapnel|stab|knife)\b)"
    r"(?:[\w-]+ ){0,6}?(?P<what>bones?|arms?|legs?|limbs?|ribs?|hands?|burns?|bruises?|cuts|fractures?"
    r"|concussions?|smoke|hearing|sight|symptoms|complaints?|problems?|shock|trauma|disease|cholera|poisoning|infections?|bites?"
    r"|frostbite|hypothermia|dehydration|exhaustion|crush|acoustic)\b",
    re.I,
)
"""What ails some of the hurt: "people with broken arms"; but most with gunshot wounds are all who were shot."""

_OF_QUOTES = [(n, pattern) for n, pattern in _MEASURES if n in ("buried", "unidentified", "minor", "last")]
_IN_QUOTES = re.compile("|".join(pattern.pattern for _, pattern in _OF_QUOTES), re.I)
_IN_HOSPITAL = re.compile(
    r"\b(?:taken|transported|rushed|airlifted|flown|transferred|sent) (?:by \w+ )?to\b|\bhospitali[sz]ed\b"
    r"|\b(?:be|are|were|is|remain(?:s|ed)?|,) (?:in )?(?:the )?(?:icu|intensive care|critical)\b"
    r"|\blife.?threatening\b|\b(?:critical|serious|stable|fair|good|grave) (?:but \w+ )?condition\b"
    r"|\b(?:seriously|critically) "
    r"(?:hurt|injured|wounded)\b|\breleased from\b",
    re.I,
)
_BY = re.compile(r"(?<=\w) by (?!(?:name|train|car|boat|bus|sea|air|land|road)\b)", re.I)
_SPEAKERS = re.compile(
    r"\b[A-Z][\w'’.-]+ (?:(?:state|foreign|interior|defen[cs]e|health|prime|military) )?"
    r"(?:television|tv|radio|broadcaster|government|ministry|minister|president|presidency|officials?|authorities"
    r"|sources?|media|agency|newspapers?|embassy|parliament|court|prosecutors?|investigators)\b"
    r"|\b[A-Z][\w'’.-]+ (?:army|military|armed forces|air force|navy|police|troops|rebels) (?:also |has |had )?"
    r"(?:said|says|claim(?:s|ed)|announced|report(?:s|ed)|confirm(?:s|ed)|put)\b"
    r"|\b(?:[A-Z][\w'’.-]+ ){0,3}[A-Z][\w'’.-]+ (?:also |has |had )?(?:said|says|claim(?:s|ed)|announced)\b"
    r"|\b[Aa]ccording to (?:the )?[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}"
)
"""Who speaks in the words of a quote: not whose people are counted."""
_BEHIND = re.compile(
    r"(?<=\w) (?:killed|wounded|injured|hurt|dead|who|whose|that|which|found|taken|held|with|during|by)\b", re.I
)
"""Ends the words for who is counted: what follows tells how or where."""
_OWN_MEN = re.compile(r"\b(?:its|our|their)(?: own)? men\b", re.I)
"""Men of a party: those who fight for it."""
_MEMBERS = re.compile(r"\bmembers? of (?:the )?[A-Z]|\b[A-Z]{2,5} members?\b")
_YOUNG = re.compile(
    r"\b(?:under|below)[ -](?:the age of )?"
    r"(?:1[0-8]|ten|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)s?\b",
    re.I,
)
"""'People under eighteen': children."""
_SERVICE = re.compile(r"\bservice[ -](?:members?|personnel|men|women)\b", re.I)
_OF_THEM = re.compile(
    r"\b(?:including|include[sd]?|among (?:them|whom|the (?:dead|injured|wounded|killed|missing|victims))"
    r"|of (?:them|whom|which)\b|of th[eo]se (?:deaths|dead|victims|fatalities|bodies|cases)\b"
    r"|of the (?:\d[\d,]*|dead|deaths|fatalities|injured|wounded|killed|missing|victims|bodies|corpses|remains"
    r"|prisoners|inmates|passengers)\b|were among)",
    re.I,
)
_MORE = re.compile(
    r"\b(?:others?(?! (?:side|party|country|half|end))|further|another|additional"
    r"|(?<!or )(?<!any )(?<!no )more(?! than))\b",
    re.I,
)
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|(?:twen|thir|for|fif|six"
    r"|seven|eigh"
    r"|nine)ty(?:-\w+)?|hundreds?|thousands?|dozens?|scores)\b",
    re.I,
)
_NAMES = re.compile(r"^(?:[A-Z][\w'’.-]+\s+){1,3}[A-Z][\w'’.-]+$")
_SINGLE = re.compile(
    r"\b(?:an?|his|her|their|the)\s+(?!(?:dozen|hundred|thousand|million|few|number|total|toll)\b)", re.I
)
_LETTERS = re.compile(r"[a-z]{2,}")
_OF = re.compile(r"['’]s\b")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_STOP = word_set(
    "the a an of in on at by for from to and or with as its his her their our at least more than about"
    " some around nearly over up no not who were was been had has have is are be all both said also other"
    " another further least who whom which them total number many several dozens hundreds thousands scores"
    " killed wounded injured dead died hurt missing listed name named identified recovered counted shot"
    " military security armed federal local government state side own unarmed innocent affiliated hostile"
    " seized captured destroyed"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what a figure counts.

    ``role``: fighter, police, civilian, child, woman, people (nobody said who) or '' (a thing, or people of
    another sort; then ``words`` tells). ``measure``: '' for the toll itself, else how it was counted otherwise.
    """

    side: str | None
    role: str
    measure: str
    words: frozenset[str]
    single: bool  # one person told apart: a name, "a doctor"
    part: bool  # said to be part of a larger figure
    more: bool  # "17 others": part of the total when one stands before it


@lru_cache(maxsize=200_000)
def subject_of(victims: str, quote: str, side: str = "", role: str = "", part: bool = False) -> Subject:
    """The subject of a count, from what the record says and the words of the quote."""
    own_side = _canonical(side) or _side(victims) or _side(_SPEAKERS.sub(" ", quote))
    victims = _SERVICE.sub("servicemen", victims)
    by = _BY.search(victims)
    tokens = [w.casefold() for w in _WORD.findall(victims[: by.start()] if by else victims)]
    head = [w.casefold() for w in _WORD.findall(_BEHIND.split(victims, maxsplit=1)[0])]
    told = (
        _role(role, head or tokens)
        if tokens or role
        else _role(role, [w.casefold() for w in _WORD.findall(quote)], quiet=True)
    )
    if told == "civilian" and tokens and not any(t in _CIVIL for t in tokens):
        told = ""  # players, doctors, volunteers: a part of the dead, told apart
    if told == "people" and own_side is None and _MEMBERS.search(victims):
        told = ""  # "members of Katiba Macina" are not the people of the place
    if told in ("people", "civilian") and _YOUNG.search(victims):
        told = "child"
    if told == "people" and "men" in tokens and _OWN_MEN.search(f"{victims} {quote}"):
        told = "fighter"
    words = frozenset(stem(w) for w in tokens if w not in _STOP and w not in _KNOWN and not sides_in(w))
    if by:
        words |= {"by"}  # "inmates killed by guards" are some of the inmates killed
    measure = measure_of(victims, quote)
    single = bool(_NAMES.match(victims)) or _one_person(victims, quote)
    return Subject(
        own_side, told, measure, words, single, part or _is_part(victims, quote, tokens),
        bool(_MORE.search(quote)),
    )  # fmt: skip


def _is_part(victims: str, quote: str, tokens: list[str]) -> bool:
    """ "Nine of them women" is a part; "23 people, nine of them women," is the whole that it is a part of."""
    found = _OF_THEM.search(f"{victims} {quote}")
    if found is None or not tokens:
        return found is not None
    told = _OF_THEM.search(quote)
    before = quote[: told.start()].casefold() if told else ""
    if re.search(rf"\b{re.escape(tokens[-1])}\b[^,]*,\s", before) is not None:
        return False
    included = told is not None and told.group().casefold().startswith("includ")
    return not included or _OF_THEM.search(victims) is not None or _FIGURE.search(before) is None


@lru_cache(maxsize=100_000)
def measure_of(text: str, quote: str = "") -> str:
    """Another way of counting than the toll, told by what is counted or where they are; '' for the toll itself."""
    measure = _measure_told(text)
    if not measure and _IN_QUOTES.search(quote):
        measure = next((name for name, pattern in _OF_QUOTES if pattern.search(quote)), "")
    return measure or ("hospital" if _IN_HOSPITAL.search(quote or text) else "")


@lru_cache(maxsize=20_000)
def _measure_told(text: str) -> str:
    told = next((name for name, pattern in _MEASURES if pattern.search(text)), "")
    ailing = None if told else _AILING.search(text)
    return told if ailing is None else f"with {ailing['what'].casefold()}"


def content_words(text: str, less: frozenset[str]) -> frozenset[str]:
    """The stems of the words of a text, those of ``less`` left out; a possessive "s" is no word."""
    words = {w for w in _LETTERS.findall(_OF.sub("", text.casefold())) if w not in less}
    return frozenset({stem(w) for w in words} - less)


def stem(word: str) -> str:
    """The word without its plural, roughly: good enough to compare subjects."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    word = _SAME_THING.get(word, word)
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


_SAME_THING = {
    "position": "posts", "positions": "posts", "outpost": "posts", "outposts": "posts", "checkpoints": "posts",
    "aircraft": "planes", "jet": "planes", "jets": "planes", "warplanes": "planes", "houses": "homes",
    "pows": "prisoners", "captured": "prisoners", "prisoner": "prisoners", "captives": "prisoners",
    "detainees": "prisoners", "lorry": "trucks", "lorries": "trucks", "truck": "trucks",
}  # fmt: skip
_KNOWN = FIGHTERS | POLICE | _CIVIL | CHILDREN | WOMEN
_ROLES = (
    ("child", CHILDREN), ("woman", WOMEN), ("fighter", FIGHTERS), ("police", POLICE), ("civilian", CIVILIANS),
    ("people", PEOPLE),
)  # fmt: skip
_COLLECTIVE = word_set("team mission group delegation contingent squad crew unit staff family crowd army police")
_GIVEN = {
    "soldier": "fighter", "militant": "fighter", "fighter": "fighter", "troops": "fighter", "military": "fighter",
    "officer": "police", "police": "police", "civilian": "civilian", "child": "child", "children": "child",
    "woman": "woman", "women": "woman", "people": "people", "person": "people", "demonstrator": "people",
    "protester": "people", "victim": "people", "man": "people",
}  # fmt: skip


def _canonical(side: str) -> str | None:
    return (side_of(side) or side) if side else None


def _side(text: str) -> str | None:
    return side_of(text, capitals=False) if text else None


def _role(given: str, tokens: list[str], *, quiet: bool = False) -> str:
    if given:
        return _GIVEN.get(given.casefold(), given.casefold())
    for name, words in _ROLES:
        if any(t in words for t in tokens):
            return name
    return "people" if quiet or not tokens else ""


def _one_person(victims: str, quote: str) -> bool:
    tokens = [w.casefold() for w in _WORD.findall(victims)]
    if (
        not tokens
        or tokens[-1].endswith("s")
        or tokens[-1] in _COLLECTIVE
        or tokens[-1] in ("people", "men", "women", "children", "personnel")
    ):
        return False
    head = re.escape(tokens[-1])
    return bool(re.search(_SINGLE.pattern + r"(?:[\w'’-]+\s+){0,4}?" + head + r"\b", quote, re.I))
