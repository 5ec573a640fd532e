"""What every denial needs: the finding that it becomes, what is denied, and words for what is not so."""

from __future__ import annotations

import re

from factcheck.extraction.page import Finding, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import span_over
from factcheck.lexicons import word_set

DENY = word_set("deny denies denied denying")
REFUSE = word_set(
    "reject rejects rejected rejecting dismiss dismisses dismissed dismissing refute refutes refuted refuting "
    "dispute disputes disputed disputing rubbish rubbishes rubbished rubbishing rebut rebuts rebutted "
    "rebutting repudiate repudiates repudiated repudiating debunk debunks debunked debunking contest contests "
    "contested ridicule ridicules ridiculed disavow disavows disavowed doubt doubts doubted contradict "
    "contradicts "
    "contradicted challenge challenges challenged"
)
ALLEGATION = re.compile(
    r"(?:accus|alleg|claim|charge|report|suggest|idea|rumou?r|talk|assertion|notion|figure|toll|account|"
    r"version|story|number|count|estimate|"
    r"stories|fabricat|lie|slander|libel|finding|statement|insinuat|implication|criticism|conclusion)\w*$"
)
LIES = re.compile(
    r"\b(?:blatant |outright |pure |total |complete )?(?:lies|a lie|fake news|fake|baseless|fabricat\w+|false|"
    r"unfounded|untrue|propaganda|"
    r"preposterous|nonsense|rubbish|absurd|not true|fables?|fantas(?:y|ies)|distortions?|fiction|falsehoods?|"
    r"hoax|inventions?|slander|"
    r"groundless|smears?|myths?|fairy tales?|without (?:any )?(?:foundation|basis|merit))\b",
    re.IGNORECASE,
)


CHARGES = word_set(
    "weapon weapons arms ammunition round rounds bullet bullets shell shells missile missiles rocket rockets "
    "bomb bombs "
    "mine mines gunman headquarters base bases camp camps site post depot bunker tunnel tunnels fighter "
    "fighters militant "
    "militants soldier soldiers troops terrorist terrorists guerrillas mercenaries rebel rebels prisoner "
    "prisoners "
    "hostage hostages captive captives detainee detainees ransom payment bribe deal order orders attack attacks "
    "strike "
    "strikes raid raids shelling fire firing shooting shootings bombing bombings massacre massacres torture "
    "mistreatment "
    "abuse abuses rape rapes execution executions killing killings genocide violation violations breach breaches "
    "negligence overloading overcrowding overload cover-up coverup conspiracy mutiny escape escapes collusion "
    "plot coup "
    "link links connection relation involvement evidence proof presence blockade famine starvation discrimination "
    "interference invasion incursion inaction failure snipers jets aircraft drone drones ships market "
    "contamination "
    "radiation leak sabotage use intention missiles-site operatives members factory laboratory violence "
    "stampede panic "
    "mass coercion pressure fault defect wrongdoing request exchange contact "
    "contacts "
    "indication sign hand role part"
)
"""What one may be charged with: to say that there was none denies something."""


def found(sentence: Sentence, rule: str, trigger: Token, tokens: list[Token], what: str | None) -> Finding:
    """A denial over the tokens; ``what`` is denied."""
    return Finding(
        "denial", span_over(sentence, tokens), sentence, f"denial:{rule}", trigger=trigger, target=what,
        confidence=0.6, notes={"denied": "yes"},
    )  # fmt: skip


def clause_of(what: Token) -> str | None:
    """What a clause says, without "that" in front."""
    words = sorted(what.subtree, key=lambda t: t.i)
    if words and words[0].lower_ == "that":
        words = words[1:]
    text = what.doc.stretch(words[0].i, words[-1].i + 1) if words else ""
    return text.strip(" ,;:-\"'")[:160] or None
