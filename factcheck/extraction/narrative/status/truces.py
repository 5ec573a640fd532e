"""The words of truces and talks: who asked for one, whether it holds, who keeps it, who walked away."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.lexicons import word_set

THING = (
    r"(?:cease-?fire|truce|talks|negotiations|dialogue|discussions|armistice|pause|peace (?:process|deal|"
    r"talks|agreement)|halt in hostilities)"
)
_OVER = (
    r"(?:reached an? (?:deadlock|impasse|stalemate)|over|finished|failed|collapsed|ended|closed|broken down|"
    r"broke down|deadlocked|suspended|postponed|resumed|concluded|dead|stalled|"
    r"off|extended|in force|holding|in place|in effect|violated|signed|agreed|announced|declared|reached|"
    r"maintained|respected|frozen|halted|paused|stuck|under ?way|shelved|cancel+ed|as good as dead|doomed|"
    r"abandoned|breached|observed|back on)"
)
PATTERNS = {
    "asked": gated(
        rf"\b{THING}\b[^.;]{{0,60}}\bat (?:the )?[\w’'. ]{{2,40}} request\b|\b(?:asked|begged|pleaded|pressed|"
        rf"called)(?:, and \w+,)? for (?:the |a |an )?(?:{THING}|shooting to end|fighting to stop)"
        rf"|\brequested (?:the |a |an )?{THING}|\beach (?:side )?(?:claim|say|said|insist)\w* (?:that "
        rf")?(?:the other)[^.;]{{5,60}}"
        r"|\b(?:[A-Z]\w+ )(?:that )?(?:[A-Z]\w+ )?had (?:begged|asked|sued|pleaded) for it",
        re.IGNORECASE,
    ),
    "state": re.compile(
        rf"\b(?:the |a |an |its |their )?(?:[\w-]+ )?{THING}\b(?: (?:with|between|in|on|"
        rf"agreement)\b[^,.;]{{0,60}}?)? (?:(?:are|is|was|were|have|has|had|would|will|remains?|stays?)"
        rf" (?:now |not |been |also |be |still |indefinitely |already )*[“\"]?{_OVER}\b|(?:stays?|remains?) in "
        rf"(?:force|place|effect)|(?:holds|held|collapsed|failed|ended|broke down)\b|"
        r"(?:would|will) (?:hold|survive|continue|last|resume|end|collapse)\b[^,.;]*)",
        re.IGNORECASE,
    ),
    "agreed": re.compile(
        rf"\b(?:[\w’']+ ){{0,6}}(?:have |has |had )?(?:agreed|announced|declared|decided|promised|"
        rf"pledged)\b(?: (?:on|to|an?|the|in)\b)?[^,.;:“”\"]{{0,50}}\b{THING}\b",
        re.IGNORECASE,
    ),
    "walked": gated(
        rf"\b(?:has |have |had )?(?:walked (?:away|out)|withdrawn|pulled out|withdrew) (?:from|of) (?:its |the "
        rf"|their )?(?:[\w]+ )?{THING}|\bspoke of a deadlock|\breached (?:a|an) (?:deadlock|impasse)|"
        rf"\b[^,.;]{{3,40}} (?:was|were|been) called off\b[^,.;]{{0,30}}",
        re.IGNORECASE,
    ),
    "keeps": re.compile(
        rf"\b[^,.;:“”\"]{{2,50}}\b(?:committed to|stuck to|sticks? to|sticking to|abid(?:es?|ed|ing) by|bound by|"
        rf"respect(?:s|ed|ing)?|observ(?:es?|ed|ing)|adher(?:es?|ed|ing) to|ke(?:eps?|pt|eping)(?: to)?"
        rf"|uph(?:olds?|eld)|"
        rf"honou?r(?:s|ed|ing)?|complied with|"
        rf"comply with|complying with) (?:the |this |that |its |a )?(?:\w+ )?{THING}\b"
        rf"|\b[^,.;:“”\"]{{2,50}}\b(?:not|no|never)\b[^,.;]{{2,40}} since the {THING}\b",
        re.IGNORECASE,
    ),
    "still": re.compile(
        r"^\W*(?:still|no longer) (?:in force|in place|in effect|holding)\b|"
        r"\bit (?:was|is|has been|remains?|remained)(?: still| no longer| now)? (?:in force|in place|in effect|"
        r"holding|dead|over|alive|intact)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip

_TALKS = word_set(
    "ceasefire cease-fire truce talks negotiations dialogue discussions armistice pause peace hostilities"
)
WORDS = {
    **dict.fromkeys(("state", "agreed", "keeps", "still"), _TALKS),
    "asked": _TALKS | word_set("each begged asked sued pleaded shooting fighting"),
    "walked": _TALKS | word_set("deadlock impasse off"),
}
"""For each pattern the words of which a sentence must have one."""
