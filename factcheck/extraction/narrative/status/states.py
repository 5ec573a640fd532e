"""The words of states: control of places, who was there, what is closed or over; with those of truces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.status import powers, truces
from factcheck.lexicons import word_set

_SITE = (
    r"(?:command (?:post|cent(?:er|re)|and control cent(?:er|re))|training (?:camp|cent(?:er|re)|base)|"
    r"headquarters|"
    r"(?:weapons?|arms|ammunition) (?:depot|store|warehouse|cache|factory)|hideout|launch(?:ing)? (?:site|pad)|"
    r"operations room|military (?:site|base|target))"
)
_PEOPLE = (
    r"(?:operatives|members|recruits|combatants|fighters|civilians|shepherds|farmers|fishermen|militants|"
    r"terrorists|"
    r"insurgents|rebels|soldiers|mercenaries|spies|smugglers|agents|workers|bystanders|hunters|traders)"
)
_WAYS = (
    r"(?:airport|border|crossing|bridge|road|highway|port|strait|airspace|pipeline|railway|corridor|checkpoint|"
    r"mine|"
    r"hospital|prison|market|plant|factory|station|harbou?r)"
)
_PLACE = (
    r"(?:town|city|village|base|capital|bridge|airport|prison|camp|wings?|blocks?|area|district|region|barracks|"
    r"hill|port)"
)
_GROUND = (
    r"(?:palace|airport|airfield|base|town|city|village|bridge|barracks|headquarters|crossing|port|district|"
    r"hill|dam|camp|prison|"
    r"garrison|outposts?|stronghold|capital|settlement|refinery|junction|island)"
)
_HELD = (
    r"(?:hostages|pupils|captives|students|girls|boys|schoolchildren|workers|passengers|prisoners|abductees|crew|"
    r"miners)"
)
PATTERNS = {
    **truces.PATTERNS,
    **powers.PATTERNS,
    "control": gated(
        r"\b(?:had|has|have|is|are|was|were)\b[^,.;]{0,50}\bunder (?:\w+ )?control\b|\b(?:is|are|was|were|been|"
        r"remain\w*) in (?:full )?control of [^,.;]{3,50}"
        r"|\b(?:retaken|recaptured|captured|liberated|taken control of|seized control of|took control of) "
        r"(?:the (?:city|town|village|border town) of )?(?-i:[A-Z])[\w’'-]+"
        r"|\b(?:armies|troops|forces|sides)\b (?:have |had )?(?:disengaged|withdrawn|pulled back)\b[^,.;]{0,30}",
        re.IGNORECASE,
    ),
    "taken": gated(
        rf"\b(?:the {_GROUND}|(?-i:[A-Z])[\w’'-]+) (?:(?:had|has|have) (?:\w+ )?been|was|were|is) (?:now |not "
        rf"|been |fully "
        rf")*(?:taken|captured|"
        r"recaptured|retaken|liberated|overrun|seized|encircled|surrounded)\b"
        r"(?! (?:to|into custody|prisoner|hostage|by "
        r"(?:surprise|"
        r"plane)))[^,.;]{0,30}"
        r"|\b(?:has |have |had )?(?:captured|taken|seized|retaken|recaptured|liberated|overrun|took|retook|"
        r"stormed) "
        rf"(?:the |an? )?(?:[\w-]+ ){{0,2}}{_GROUND}\b[^,.;]{{0,30}}"
        r"|\b(?:has |have |had )(?:withdrawn|pulled out|pulled back|retreated) from (?:the )?(?-i:[A-Z])[\w’'-]+"
        r"|\bstill (?:held|hold|holds|controlled|control|controls) (?:it|(?:the )?(?-i:[A-Z])[\w’'-]+)\b",
        re.IGNORECASE,
    ),
    "held": gated(
        r"\b[^,.;:“”\"]{2,40}\bnever left (?:the )?[\w’'-]+ hands\b|"
        r"\b[^,.;:“”\"]{2,50}\b(?:is|are|was|were|remains?|remained|stays?|fell|falls|fallen|(?:finds"
        r"|found) itself)(?: now| still| "
        r"back)? "
        r"(?:in(?:to)?) (?:the |our |its |their )?(?:hands of [^,.;]{2,40}|[\w’'-]+ hands\b)"
        r"|\b(?:re-?gain|gain|re-?tak|tak|took|retook|lost|los|seiz|establish|wrest)(?:s|ed|en|es|ing)? (?:full "
        r"|complete )?control (?:of|over) [^,.;]{3,50}"
        r"|\b(?:(?-i:[A-Z])[\w’'/-]+|forces|troops|fighters|rebels|army|units|militias?) "
        r"(?:has |have |had |now |still |fully )*control(?:s|led) (?:the |most of |all of "
        r")?[^,.;]{3,40}|\bliberated (?:it\b|the [^,.;]{3,30}|(?-i:[A-Z])[\w’'-]+)"
        r"|\bunder the (?:full )?control of [^,.;]{2,40}",
        re.IGNORECASE,
    ),
    "closed": re.compile(
        rf"\b(?:the )?(?:[\w’'-]+ )?{_WAYS}s?\b(?: [^,.;:“”\"]{{0,40}}?)? (?:remains?|remained|stays?|stayed|is "
        rf"still|"
        rf"are still|was still|has been|have been|had been) (?:\w+ly )?(?:closed|shut|sealed|blocked|open|"
        rf"reopened|"
        rf"cut|suspended|impassable)\b[^,.;]{{0,30}}",
        re.IGNORECASE,
    ),
    "who": gated(
        r"\b(?:they|both(?: [a-z]+)?|(?:all|most|some|many|half|none|two|three|several) of (?:them|the dead|"
        r"those killed|the victims)|all the dead|those killed|the (?:two |three |four |five |\d+ )?(?:men|"
        r"minors|captives|"
        r"victims|dead|prisoners|detainees|youths|boys|citizens|captured|passengers|pupils)(?: [^,.;]{0,25}?)?) "
        rf"(?:were|are|had been|may have been) (?:all |only |mostly |in fact |not |not [a-z]+ but "
        rf")?[^,.;:“”\"]{{0,30}}?\b{_PEOPLE}\b"
        rf"|\bonly {_PEOPLE} (?:died|were killed|were hit|were there|were present)",
        re.IGNORECASE,
    ),
    "site": gated(
        rf"\b(?:hit|struck|bombed|targeted|destroyed|attacked|raided|against|was|were|housed|contained|"
        rf"concealed|hid|"
        rf"used as|served as) an? (?:[^\s,.;]+ ){{0,3}}?[\"“]?{_SITE}\b[^,.;“”\"]{{0,30}}",
        re.IGNORECASE,
    ),
    "holds": gated(
        rf"\b[\w’'-]+ (?:still |now |fully |no longer |has |have |had )*(?:controls?|holds?|held|control) "
        rf"(?:the |most of |"
        rf"all of |part of |parts of |two |three )+(?:\w+ )?{_PLACE}\b|\bthe {_PLACE} (?:has |had |is |was |"
        rf"remains )"
        r"(?:now |still |completely )*(?:fallen|surrounded|encircled|besieged|under siege|cut off|calm|quiet|"
        r"deserted|"
        r"empty|flooded)\b"
        rf"|\b[\w’'-]+ (?:have |has |had )?(?:withdrawn from|withdrew from|pulled out of|"
        rf"abandoned|"
        rf"overrun|overran|stormed) the {_PLACE}\b",
        re.IGNORECASE,
    ),
    "freed": gated(
        rf"\b(?:the|all|all the|all of the|none of the|some of the) (?:[\w-]+ )?{_HELD} (?:are|is|remain|were|"
        rf"have been|had "
        r"been|has been) (?:still |all |now |safely )*(?:in captivity|in the hands|free|freed|released|rescued|"
        r"alive|"
        r"safe|in the forest|being held|held|returned|home)\b(?! (?:from (?:the )?hospitals?|on bail)\b)",
        re.IGNORECASE,
    ),
    "legal": re.compile(
        r"\bthe [\w’'-]+ (?:had|has|have) (?:no|a valid|the necessary|all) (?:licen[cs]es?|permits?|permission|"
        r"papers)\b"
        r"|\bthe [\w’'-]+ (?:was|were|is|are) (?:\w+ing )?(?:il)?legal(?:ly)?\b|\b(?:the |they |he |she "
        r")[\w’'-]* ?(?:was|were) "
        r"(?:all |not |heavily )?(?:unarmed|armed|unlicen[cs]ed|licen[cs]ed|seaworthy|unseaworthy|peaceful)\b"
        r"|\bthe (?:march|demonstration|protest|rally|strike) (?:was|is|had been|has been) (?:not )?(?:banned|"
        r"authori[sz]ed|"
        r"unauthori[sz]ed|permitted|peaceful|violent|legal|illegal)\b",
        re.IGNORECASE,
    ),
    "ended": gated(
        r"\b(?:the |a )?(?:search|rescue(?: work| effort| operation)?|operation|riot|siege|stand-?off|mutiny|"
        r"curfew|state of emergency|"
        r"blockade|"
        r"lockdown|strike|evacuation)\b(?: (?:in|of|for|at|on) [^,.;]{2,40}?)? (?:(?:is|was|has been|had been|"
        r"remains) (?:now |"
        r"still |officially )*(?:over|in force|in place|lifted|suspended|ended|under way|imposed|declared|"
        r"called off|"
        r"finished|abandoned)|continues|goes on|has ended|had ended)\b",
        re.IGNORECASE,
    ),
    "load": re.compile(
        r"\b(?:the |its |their )?[\w’'-]+ (?:was|were|is|had been) (?:badly |heavily |grossly |not |dangerously )?"
        r"(?:overloaded|overcrowded)\b",
        re.IGNORECASE,
    ),
    "aboard": gated(
        r"\b[^,.;“”\"]{3,70}\b(?:was|were|had been|been|are|is)\b[^,.;“”\"]{0,20}\b(?:on ?board|aboard)\b|"
        r"\bthere (?:was|were) (?:no|some) [^,.;]{3,60} (?:on board|aboard|on the (?:\w+ )?(?:plane|aircraft|"
        r"flight|ship|boat|train|bus|Il-\d+))\b[^,.;]{0,40}",
        re.IGNORECASE,
    ),
    "damage": re.compile(
        r"\b(?:the )?damage\b[^,.;]{0,30}\b(?:was|were|is|had been) (?:only |very )?(?:slight|minor|minimal|"
        r"limited|light|heavy|severe|extensive|serious|significant)\b"
        r"|\b(?:only |no )?(?:light|slight|minor|minimal|superficial|limited|no) "
        r"(?:structural |material )?damage\b",
        re.IGNORECASE,
    ),
    "border": re.compile(
        r"\b[\w’']+ (?:recogni[sz]es|recogni[sz]ed|accepts|regards|considers) (?:it|the [^,.;]{3,40}) as "
        r"(?:the |an? )?[^,.;]{0,30}\b(?:boundary|border|frontier)\b"
        r"|\b(?:calls|called|calling|considers|regards) it an? (?:artificial|imaginary|disputed|illegal) "
        r"[^,.;]{3,60}",
        re.IGNORECASE,
    ),
}  # fmt: skip

_PLAIN_PEOPLE = word_set(
    "operatives members recruits combatants fighters civilians shepherds farmers fishermen militants "
    "terrorists insurgents rebels soldiers mercenaries spies smugglers agents workers bystanders hunters "
    "traders"
)
_WORDS = {
    **truces.WORDS,
    **powers.WORDS,
    "control": word_set("control retaken recaptured captured liberated disengaged withdrawn pulled"),
    "held": word_set("hands control controls controlled liberated"),
    "taken": word_set(
        "taken captured recaptured retaken liberated overrun seized encircled surrounded took retook stormed "
        "withdrawn "
        "pulled retreated still"
    ),
    "closed": word_set("closed shut sealed blocked open reopened cut suspended impassable"),
    "who": _PLAIN_PEOPLE,
    "site": word_set(
        "post posts centre center camp base headquarters depot store warehouse cache factory hideout site pad "
        "room "
        "target"
    ),
    "holds": word_set(
        "control controls hold holds held fallen surrounded encircled besieged siege cut calm quiet deserted "
        "empty "
        "flooded withdrawn withdrew pulled abandoned overrun overran stormed"
    ),
    "freed": word_set(
        "hostages pupils captives students girls boys schoolchildren workers passengers prisoners abductees crew "
        "miners"
    ),
    "legal": word_set(
        "licence licences license licenses permit permits permission papers legal legally illegal illegally "
        "unarmed "
        "armed licensed licenced unlicensed unlicenced seaworthy unseaworthy peaceful banned authorised "
        "authorized "
        "unauthorised unauthorized permitted violent"
    ),
    "ended": word_set(
        "search rescue operation riot siege standoff stand-off mutiny curfew emergency blockade lockdown strike "
        "evacuation"
    ),
    "load": word_set("overloaded overcrowded"),
    "aboard": word_set("aboard board onboard plane aircraft flight ship boat train bus il"),
    "damage": word_set("damage"),
    "border": word_set("boundary border frontier artificial imaginary disputed illegal"),
}
"""For each pattern the words of which a sentence must have one."""
_BY_WORD = {
    word: [rule for rule, words in _WORDS.items() if word in words] for word in frozenset().union(*_WORDS.values())
}


def fitting(text: str, words: frozenset[str]) -> Iterator[tuple[str, re.Match[str]]]:
    """The patterns that fit a sentence, with every stretch that they fit; ``words`` are its words in lower
    case."""
    rules = {rule for word in words & _BY_WORD.keys() for rule in _BY_WORD[word]}
    for rule, pattern in PATTERNS.items() if rules else ():
        if rule in rules:
            for match in pattern.finditer(text):
                yield rule, match


def may_hold(text: str, words: frozenset[str], said: bool = True) -> bool:
    """True for a sentence that one of the patterns fits."""
    return any(True for _ in fitting(text, words))
