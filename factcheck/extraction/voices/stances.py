"""How a claimant puts it: by the verb, by "feared" beside the claim, and by whose losses they are."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding, Page
from factcheck.extraction.voices.bodies import kind_of
from factcheck.extraction.voices.cast import cast_of
from factcheck.extraction.voices.learned.stances import likelier
from factcheck.language.parties import side_of
from factcheck.values import NARRATIVE_KINDS, Stance

_GUESS = gated(
    r"\b(?:estimate[sd]?|estimated|feared|fears|believed|believes?|suspect(?:s|ed)|presumed|reckon(?:s|ed)|"
    r"thought to|thinks|"
    r"may have|might have|could (?:have|reach|rise|exceed|be)|likely|probably|possibly|expected to)\b",
    re.IGNORECASE,
)
_WAR = gated(
    r"\b(?:soldiers?|troops|militants?|fighters?|rebels?|guerrillas?|insurgents?|gunmen|terrorists?|"
    r"airstrikes?|air strikes?|"
    r"shelling|missiles?|warplanes?|ceasefire|truce|frontline|offensive|clash(?:es)?|raids?|mortars?|drones?|"
    r"prisoners|servicemen|airspace)\b",
    re.IGNORECASE,
)
WAR_WORDS = 2
"""So many words of war make a page one about a fight; for an army or armed group one is enough."""
_STATE_BODY = re.compile(
    r"\b(?:army|military|forces|government|ministry|corps|command|guard|navy|defence|defense|officials?|rebels|"
    r"pentagon|troops|general staff|brigade|battalion|regiment|investigative committee|"
    r"security council|defen[cs]e council|attorney general|prosecutors?|administration)\b",
    re.IGNORECASE,
)
_ARMY = re.compile(
    r"\b(?:army|military|armed forces|rebels|brigade|battalion|command|corps|general staff|defen[cs]e ministry)\b",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"president|premier|minister|leader|king|emir|sultan|general|colonel|commander|brigadier|admiral"
)
_ARMED_MEN = re.compile(
    r"\b(?:soldiers?|troops|service ?members?|servicemen|personnel|sailors?|marines?|rangers?|policemen|"
    r"commander|pilots?|"
    r"paramilitar\w+)\b",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"\b(?:kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|eliminat(?:ed|ing)|captur(?:ed|ing))\s+(?:at least |"
    r"about |some |"
    r"more than |over |up to |nearly |an? )?(?:\d|\w+ (?:enemy )?(?:soldiers|troops|servicemen|personnel))",
    re.IGNORECASE,
)
_SPIES = re.compile(r"^(?:\w+ ){0,2}(?:intelligence(?: agencies)?|agencies)$")
_HEALTH = re.compile(
    r"\b(?:health|hospital|red cross|red crescent|rescue|civil defen[cs]e|ambulance|relief|prefecture)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:(?:our|its|their) (?:own )?(?:losses|dead|fallen|martyrs)\b|(?:of|among) (?:its|their|our"
    r"|his)\b(?! (?:enem|oppon))|(?:its|their|our|his) (?:own )?\w+ (?:were|was|had "
    r"been|have been|has been) "
    r"(?:killed|wounded|injured|captured|hurt)|lost (?:\w+ ){0,3}(?:men|soldiers|troops|fighters))\b",
    re.IGNORECASE,
)


def stance_of(page: Page, finding: Finding, claimant: str | None, verb_stance: str) -> Stance:
    """The stance of a claim by the rules; of a side's counts what learnt weights find much likelier."""
    rule = by_rules(page, finding, claimant, verb_stance)
    if claimant is None or finding.kind in NARRATIVE_KINDS:
        return rule
    return likelier(page, finding, claimant, rule, war_words(page))


def by_rules(page: Page, finding: Finding, claimant: str | None, verb_stance: str) -> Stance:
    """The stance of a claim: what its verb says; else what its words and the claimant's interest say.

    A party that counts its own dead confirms; a party of a fight that counts the other side's claims; so do the
    two sides of a quarrel about how many marched. Everybody else reports.
    """
    if finding.kind in NARRATIVE_KINDS:
        return _of_narrative(finding, claimant, verb_stance)
    if verb_stance not in ("plain", "", "claims"):
        return Stance(verb_stance)
    if _guessed(finding):
        return Stance.ESTIMATES
    if claimant is None:
        return Stance.REPORTS
    if _SPIES.match(claimant):
        return Stance.ESTIMATES
    if finding.kind == "attendance":
        return Stance.REPORTS if kind_of(claimant) in ("firm", "media") else Stance.CLAIMS
    if finding.quantity is not None and finding.quantity.high == 0 and not _leads(page, claimant):
        return Stance.REPORTS
    own = verb_stance != "claims" and _own_losses(finding, claimant)
    if own and finding.kind not in ("seized", "destroyed", "attendance"):
        return Stance.CONFIRMS
    if verb_stance == "claims":
        return Stance.CLAIMS
    return Stance.CLAIMS if _interested(page, claimant) or _other_outlet(page, claimant) else Stance.REPORTS


def _other_outlet(page: Page, claimant: str) -> bool:
    """True for a named outlet whose figure about a fight the document hands on."""
    return kind_of(claimant) == "media" and war_words(page) >= WAR_WORDS


def _of_narrative(finding: Finding, claimant: str | None, verb_stance: str) -> Stance:
    if finding.kind == "denial":
        return Stance.DENIES
    if verb_stance in ("confirms", "estimates"):
        return Stance(verb_stance)
    if claimant is None:
        return Stance.REPORTS
    if finding.kind == "blame":
        return Stance.CLAIMS if finding.rule.endswith("cause") else Stance.ALLEGES
    return Stance.CLAIMS


def _guessed(finding: Finding) -> bool:
    text = finding.sentence.text
    start = max(0, finding.span.start - finding.sentence.span.start - 40)
    return _GUESS.search(text, start, finding.span.end - finding.sentence.span.start + 30) is not None


def _own_losses(finding: Finding, claimant: str) -> bool:
    side = side_of(claimant)
    if side is None or not _interested_body(claimant):
        return False
    text = finding.victims or ""
    victim_side = finding.side or (side_of(text, capitals=False) if text else None)
    if victim_side is not None:
        same = side in (victim_side, side_of(victim_side))
        return same and (finding.role or "soldier") not in ("civilian", "child")
    if _OWN.search(finding.sentence.text) is not None:
        return True
    first = max(0, finding.span.start - finding.sentence.span.start)
    quote = finding.sentence.text[max(0, first - 10) : first + finding.span.end - finding.span.start]
    return _ARMED_MEN.search(text) is not None and _ACTIVE.search(quote) is None


def _interested_body(claimant: str) -> bool:
    kind = kind_of(claimant)
    if kind:
        return kind in ("military", "government", "armed", "intelligence")
    return _STATE_BODY.search(claimant) is not None and _HEALTH.search(claimant) is None


def _leads(page: Page, claimant: str) -> bool:
    """True for a person whom the page presents as heading a state, government or front."""
    return any(name == claimant and _HEADS.search(role) for role, name in cast_of(page).roles)


def _interested(page: Page, claimant: str) -> bool:
    if not _interested_body(claimant) and not _leads(page, claimant):
        return False
    fights = kind_of(claimant) in ("military", "armed") or _ARMY.search(claimant) is not None
    return war_words(page) >= (1 if fights else WAR_WORDS)


def war_words(page: Page) -> int:
    """How many words of war the page has; worked out once."""
    count: int | None = page.memo.get("war")
    if count is None:
        count = page.memo["war"] = len(_WAR.findall(page.text[:6000]))
    return count
