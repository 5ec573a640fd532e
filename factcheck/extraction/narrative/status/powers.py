"""Words of power over a place, apart from "control": who is in charge, whose flag flies, who was driven out."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.lexicons import word_set

_REALM = (
    r"(?:country|nation|state|city|town|village|capital|province|region|district|island|base|airport|palace|prison"
    r"|headquarters|station|port|camp|power plant|dam|area|situation)"
)
_ARMED = (
    r"(?:militants|rebels|troops|forces|fighters|enemy|soldiers|attackers|insurgents|terrorists|invaders|occupiers"
    r"|intruders|gunmen|army|units|separatists|jihadists|guerrillas|garrison|mercenaries|cartel|gangs?)"
)
_NAMED = r"(?:the )?(?:(?:town|city|village|province|district|settlement|region) of )?(?-i:[A-Z])[\w’'-]+"
_WON = r"(?:liberated|captured|recaptured|taken|retaken|secured|cleared|conquered|freed)"
PATTERNS = {
    "in charge": gated(
        rf"\b(?:the |a |its |our )?[\w’'-]+(?: [\w’'-]+){{0,4}}? (?:is|are|was|were|remains?|remained) (?:still "
        rf"|now "
        rf"|again |firmly |fully |already |back )*in (?:charge|power|(?:full )?command)(?: of the (?:whole "
        rf"|entire )?"
        rf"{_REALM})?(?=\s*(?:[.,;:!”\"]|$|and\b|but\b|in\b|there\b))"
        rf"|\b(?:(?:the |our |its )?(?:[\w’'-]+ ){{1,3}}?)?(?:(?:has|have|had) taken|took"
        rf"|takes) over (?:the )?(?:whole |entire )*(?:of the )?(?:{_REALM}|power)\b"
        rf"|\b(?:has|have|had) (?:seized|taken|assumed|lost) power\b|\bpower is in the hands of [^,.;]{{3,40}}",
        re.IGNORECASE,
    ),
    "declared": gated(
        rf"\b(?:declare[sd]?|proclaim(?:s|ed)|pronounced) {_NAMED} (?:as |to be |completely |fully |now )*{_WON}\b"
        rf"|\b(?:announce[sd]?|proclaim(?:s|ed)|report(?:s|ed)|declare[sd]?|claim(?:s|ed)) the (?:full "
        rf"|complete |final )?"
        rf"(?:liberation|capture|recapture|fall|seizure|conquest|encirclement) of (?:the {_REALM}\b|{_NAMED})",
        re.IGNORECASE,
    ),
    "driven": gated(
        rf"\b(?:the |all |most )?(?:[\w’'-]+ ){{0,2}}{_ARMED} (?:was|were|is|are|has been|had been"
        rf"|have been) (?:all |now "
        rf"|completely |fully )*(?:driven|pushed|thrown|forced|chased|flushed|dislodged|expelled|cleared|beaten"
        rf"|repelled) "
        rf"(?:out of|out from|from|back from|back to) [^,.;:]{{3,40}}"
        rf"|\b(?:has |have |had )?(?:drove|driven|pushed|threw|thrown|forced|chased|flushed|dislodged"
        rf"|expelled) (?:the |all "
        rf"|most )?(?:[\w’'-]+ )?{_ARMED} (?:out of|out from|from) (?:the )?(?:[\w’'-]+ )?(?:{_REALM}\b"
        rf"|(?-i:[A-Z])[\w’'-]+)",
        re.IGNORECASE,
    ),
    "flag": gated(
        rf"\b(?:the |our |its |their )?(?:[\w’'-]+ )?flags?(?: of (?:the )?[\w’'-]+)? (?:now |again |once more "
        rf"|already "
        rf"|still )*(?:flies|flew|fly|waves|waved|(?:was|has been|had been|is|were) (?:now )?(?:raised|hoisted"
        rf"|flying)) "
        rf"(?:over|above|on|in|from|at|there)\b[^,.;:]{{0,40}}"
        rf"|\b(?:the |an? )?(?:[\w’'-]+ )?(?:{_REALM}|hill|height|post|bridge|it) (?:has |have |had |repeatedly "
        rf"|twice )*"
        rf"chang(?:ed|es) hands\b",
        re.IGNORECASE,
    ),
    "fights": gated(
        rf"\b(?:heavy |fierce |street |the |intense )*(?:fighting|battles?|clashes|combat) (?:is|are|was"
        rf"|were) (?:still |now )*"
        rf"(?:going on|under ?way|raging|ongoing|in progress|continuing)\b"
        r"(?! over the (?:budget|bill|law|vote|leadership|case|future|succession|party))[^,.;:]{0,40}"
        rf"|\b{_NAMED} is (?:still )?being fought (?:over|for)\b",
        re.IGNORECASE,
    ),
    "measured": gated(
        r"\b(?:the |our |its |their )?(?:police )?(?:force|use of force|response|reaction|intervention|action"
        r"|actions|measures"
        r"|charges|fire)(?: (?:used|taken|employed|by)(?: (?:the )?[\w’'-]+){0,4}?)? (?:was|were|is|are|had been"
        r"|has been"
        r"|have been) (?:entirely |fully |strictly |absolutely |always |both |not |wholly "
        r"|perfectly )*(?:proportionate"
        r"|proportional|justified|lawful|legitimate|measured|disproportionate|excessive|unlawful|unjustified)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
WORDS = {
    "in charge": word_set("charge power command over"),
    "declared": word_set(
        "declare declares declared proclaims proclaimed pronounced announce announces announced reports "
        "reported claims "
        "claimed"
    ),
    "driven": word_set(
        "driven drove pushed thrown threw forced chased flushed dislodged expelled cleared beaten repelled"
    ),
    "flag": word_set("flag flags hands"),
    "fights": word_set("fighting battle battles clashes combat fought"),
    "measured": word_set(
        "proportionate proportional justified lawful legitimate measured disproportionate excessive unlawful "
        "unjustified"
    ),
}
"""For each pattern the words of which a sentence must have one."""
CLAIMED = frozenset(PATTERNS) - {"declared"}
"""Those that are states only where somebody asserts them; a declaration names who declares."""
