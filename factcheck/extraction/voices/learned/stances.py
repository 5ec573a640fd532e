"""How a claimant puts a count, where the rules see a side's claim or a confirmation: by what is usual in reports.

The rules know who has an interest and whose losses are told; the words of the sentence, the claimant's sort and
the page tell more of when a reporter takes a body at its word. The weights (``data/learned/stances.csv.gz``) were
fitted to marked reports (bench/stances.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction import learned
from factcheck.extraction.page import Finding, Page
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.bodies import kind_of
from factcheck.extraction.voices.cast import shouted
from factcheck.extraction.voices.learned.sorts import sort_of
from factcheck.language.parties import side_of
from factcheck.lexicons import word_set
from factcheck.values import Stance

MODEL = "stances"
MARGIN = 0.3
"""By so much another stance must be likelier than that of the rules; calibrated on sets left out."""
CHANGES = frozenset(
    {
        (Stance.CLAIMS, Stance.REPORTS),
        (Stance.CLAIMS, Stance.CONFIRMS),
        (Stance.CONFIRMS, Stance.REPORTS),
    }
)
"""What is changed; other changes lose as much on sets left out as they gain. How many marched stays a claim."""
_SIZES = ((1, "no"), (3, "few"), (8, "some"))


def likelier(page: Page, finding: Finding, claimant: str, rule: Stance, war_words: int) -> Stance:
    """The stance that is likelier than that of the rules by a margin; else that of the rules."""
    if not may_differ(finding, claimant, rule):
        return rule
    chances = learned.model(MODEL).chances(told(page, finding, claimant, rule, war_words))
    best = Stance(max(chances, key=lambda stance: chances[stance]))
    surer = chances[best] > chances.get(rule, 0.0) + MARGIN
    return best if surer and may_change(claimant, rule, best) else rule


def may_differ(finding: Finding, claimant: str, rule: Stance) -> bool:
    """False where words say it (claims, admits), for how many marched, for rebels, and in telex capitals."""
    if finding.kind == "attendance" or not any(rule == before for before, _ in CHANGES):
        return False
    words = finding.sentence.words
    told_so = not words.isdisjoint(_CLAIMS if rule == Stance.CLAIMS else _ADMITS)
    return not (told_so or not _REBELS.isdisjoint(claimant.lower().split()) or shouted(finding.sentence.text))


_CLAIMS = word_set(
    "claim claims claimed claiming insist insists insisted boast boasts boasted boasting assert asserts asserted "
    "contend contends contended maintains maintained"
)
_ADMITS = word_set(
    "admit admits admitted admitting acknowledge acknowledges acknowledged concede concedes conceded recognise "
    "recognises recognised recognize recognizes recognized owned"
)
_REBELS = word_set(
    "rebels rebel guerrillas guerrilla militants insurgents fighters jihadists separatists militia junta"
)


def may_change(claimant: str, rule: Stance, best: Stance) -> bool:
    """True for a change that is made: what a known side of a fight or a foreign outlet gives stays a claim."""
    stays = best == Stance.REPORTS and rule == Stance.CLAIMS and _takes_part(claimant)
    return (rule, best) in CHANGES and not stays


def _takes_part(claimant: str) -> bool:
    return side_of(claimant) is not None or kind_of(claimant) == "media"


def told(page: Page, finding: Finding, claimant: str, rule: Stance, war_words: int) -> Iterator[str]:
    """What is known of a count and who gives it, in words."""
    sort, issuer = sort_of(page, claimant), statements.issuer(page)
    page_is = "its own page" if issuer == claimant else "a page that a body issues" if issuer else "news"
    war = next((name for limit, name in _SIZES if war_words < limit), "many")
    side, victims = side_of(claimant), finding.side
    whose = "no side" if side is None else "unknown" if victims is None else "own" if side == victims else "other"
    alone = (
        f"by {sort}", finding.kind, page_is, f"{war} words of war", f"role {finding.role}", f"victims {whose}",
    )  # fmt: skip
    yield f"rules: {rule}"
    for one in alone:
        yield one
        yield f"rules: {rule}, {one}"
    yield f"by {sort}, {page_is}"
    yield f"by {sort}, {war} words of war"
    yield f"by {sort}, victims {whose}"
    yield f"victims {whose}, role {finding.role}"
    yield f"victims {whose}, {finding.kind}"
    if finding.quantity is not None and finding.quantity.high == 0:
        yield "none"
        yield f"none, {page_is}"
    yield from (f"named '{word}'" for word in claimant.lower().split())
    yield from (f"'{word}'" for word in sorted(finding.sentence.words))
