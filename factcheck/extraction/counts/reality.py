"""Whether a trigger tells what happened: not when it is denied, planned, threatened, charged or only possible."""

from __future__ import annotations

import re

from factcheck.extraction.counts.kinds import Trigger
from factcheck.extraction.counts.rejected import rejected_path, teller
from factcheck.extraction.counts.unharmed import unharmed
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

_MODAL = word_set("could would should must can will may might shall 'll 'd wo ca won can't cannot wouldn")
_FACTUAL_TO = word_set(
    "seem seems seemed appear appears appeared believed thought feared reported said known estimated presumed "
    "suspected alleged understood confirmed claimed claims claim happened went proved continued continue "
    "continues came first second third latest only last next managed enough able caused causing led prompted "
    "helped had has managed forced drove driven drives compelled obliged began started starting begun succeeded "
    "left used"
)
_UNREAL = word_set("attempted attempting attempt alleged-plot would-be plotted threatened threatening planned")
_IF = frozenset({"if", "unless", "lest", "whether"})
_PLOT = frozenset(
    {"conspiracy", "plot", "plan", "plans", "attempt", "attempts", "bid", "solicitation", "threat", "threats"}
)


def unreal(trigger: Trigger) -> str | None:
    """Why the clause of a trigger asserts nothing that happened, or None when it does."""
    token = trigger.token
    if (why := unharmed(trigger)) is not None:
        return why
    if token.tag_ in ("NN", "NNS", "NNP") and trigger.form in ("act", "event", "condition"):
        return _unreal_noun(token)
    if _in_a_false_story(token):
        return "said to be false"
    if token.lower_ == "dead" and token.i and token.nbor(-1).lower_ in _FEIGNS:
        return "only played"
    if trigger.kind == "wounded" and trigger.companion is not None and _only_to_be_sure(trigger.companion):
        return "only to be sure"
    verb = _verb_of(token)
    return _negated(verb, token) or _possible(verb) or _intended(verb) or _denied(verb)


_BODILY = frozenset({"killed", "wounded", "casualties"})
_WOULD = frozenset({"would", "could", "'d"})


def imagined(trigger: Trigger, *, most: bool = False) -> bool:
    """True where people are killed or hurt only in what may come or might have come: "the bomb could kill 40",
    "the blast could have killed hundreds", "he planned to kill 50".

    Not "over 10,000 could have perished", which is an estimate, and neither what could have killed so many at
    ``most``.
    """
    verb = trigger.token
    if unharmed(trigger) is not None:
        return True
    if trigger.kind not in _BODILY or verb.pos_ not in ("VERB", "AUX"):
        return False
    beside = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if not beside & _MODAL:
        return ("to" in beside or verb.tag_ == "VBG") and _intended(verb) is not None
    if not beside & {"have", "'ve"}:
        return verb.tag_ == "VB"
    does = any(child.dep_ in ("dobj", "obj") for child in verb.children)
    return does and not most and not beside.isdisjoint(_WOULD)


def conditional(verb: Token) -> bool:
    """True where something would have come upon a condition: "without the warning 200 would have died"."""
    beside = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if not beside & _MODAL:
        return False
    asked = _CONDITION if beside & {"have", "'ve"} else _ONLY_IF
    return asked.search(verb.doc.text) is not None


_ONLY_IF = gated(r"(?:^|[,;]\s+|\band\s+|\bthat\s+)\W*(?:only\s+)?(?:if|unless)\b", re.IGNORECASE)
_CONDITION = gated(
    r"^\W*had\s+(?:the|it|he|she|they|this|that|a|an)\b|\b(?:if\s+(?:[\w’'-]+\s+){1,6}?(?:had|were)\b|had\s+(?:[\w’'-]+\s+){1,4}?not\b|were\s+it\s+not\b|but\s+for\b"
    r"|without\s+(?:the|this|that|these|those|his|her|its|their|our|an?|such)\b|otherwise\b|easily\s+have\b)",
    re.IGNORECASE,
)
"""Upon which something else would have come."""

_FEIGNS = word_set("play plays played playing feign feigned feigning act acted acting")


def _in_a_false_story(token: Token) -> bool:
    for match in _FALSE_STORY.finditer(token.doc.text):
        start, end = match.span("told" if match["told"] else "told2")
        if start <= token.idx < end:
            return True
    return False


_PLACES_OF_CARE = word_set("hospital hospitals clinic clinics infirmary center centre")
_TO_BE_SURE = re.compile(
    r"[^.;]{0,50}?\b(?:(?:as\s+a|for)\s+(?:[\w-]+\s+)?precautions?\b|precautionary\b"
    r"|(?:but|although|though)\s+(?:(?:he|she|they)\s+)?(?:was|were)\s+(?:not\s+(?:hurt|injured|harmed)|un(?:hurt|injured|harmed))\b)",
    re.IGNORECASE,
)
_SAFE = re.compile(r"\bun(?:hurt|injured|harmed)\b[^.;,]{0,60}$", re.IGNORECASE)


def _only_to_be_sure(place: Token) -> bool:
    """'The girl, uninjured, was taken to hospital as a precaution': nobody was hurt."""
    text = place.doc.text
    if place.lower_ not in _PLACES_OF_CARE:
        return False
    return (
        _TO_BE_SURE.match(text, place.idx + len(place)) is not None or _SAFE.search(text[: place.idx]) is not None
    )


def _verb_of(token: Token) -> Token:
    """The verb whose mood counts: for 'dead' in 'were left dead' it is 'left'."""
    node = token
    while node.dep_ in ("acomp", "attr", "oprd", "advmod") and node.head != node and node.pos_ != "VERB":
        node = node.head
    return node


_DECLARED = word_set("declared pronounced found confirmed left considered")


_NOT = frozenset({"not", "n't", "never", "neither"})


def _negated(verb: Token, token: Token) -> str | None:
    declared = [verb.head] if verb.dep_ in ("xcomp", "oprd") and verb.head.lower_ in _DECLARED else []
    for node in (verb, token, *declared):
        for child in node.children:
            if (child.dep_ == "neg" or child.lower_ in _NOT) and not _contrasts(child, node):
                return "negated"
            if child.lower_ in ("nearly", "almost") and child.i == node.i - 1:
                return "nearly"  # "nearly died"
            if child.dep_.startswith("nsubj") and any(c.lower_ == "neither" for c in child.children):
                return "negated"  # "neither the driver nor his passenger was hurt"
    return None


def _contrasts(negation: Token, verb: Token) -> bool:
    """'68 were killed, and not 86', 'that makes 26 dead, not the 28': what is denied stands behind."""
    return (
        negation.i > verb.i + 1
        and negation.lower_ == "not"
        and negation.nbor(-1).lower_ in (",", "and", "but", ";")
    )


def _possible(verb: Token) -> str | None:
    node = verb
    while True:
        children = {c.lower_ for c in node.children if c.dep_ in ("aux", "auxpass", "neg")}
        if children & _MODAL and (not children & {"have", "'ve"} or children & {"should", "would", "could"}):
            return "only possible"
        if any(c.dep_ in ("mark", "advmod") and c.lower_ in _IF for c in node.children) or conditional(node):
            return "conditional"
        if (
            node.dep_ == "conj"
            and node.head.pos_ in ("VERB", "AUX")
            and not any(c.dep_.startswith("nsubj") for c in node.children)
        ):
            node = node.head
            continue
        return None


def _denied(verb: Token) -> str | None:
    """The clause is what somebody denies; the denial is a claim of its own kind.

    What another says stands as what he says, also where it is rejected.
    """
    path = rejected_path(verb)
    return "denied" if path and not any(teller(node) is not None for node in path) else None


_FALSE_STORY = gated(
    r"\b(?:stor(?:y|ies)|rumou?rs?|reports?)\s+that\s+(?P<told>[^.;:]{5,90}?)\s+(?:was|were|is|are"
    r"|has\s+been|have\s+been|as)\s+"
    r"(?:\w+\s+)?(?:false|untrue|baseless|unfounded|dismissed|denied|rejected|invented|fabricated|lies"
    r"|a\s+lie|fiction)\b"
    r"|\bno\s+truth\s+in\s+(?:the\s+)?(?:stor(?:y|ies)|rumou?rs?|reports?"
    r"|claims?)\s+that\s+(?P<told2>[^.;:]{5,120})",
    re.IGNORECASE,
)
"""'A rumour that one hostage had died was dismissed'."""


def _intended(verb: Token) -> str | None:
    children = {c.lower_ for c in verb.children}
    if (
        "to" in {c.lower_ for c in verb.children if c.dep_ == "aux"}
        and verb.tag_ == "VB"
        and "have" not in children
    ):
        head = verb.head
        if head.lower_ in _FACTUAL_TO:
            return _possible(head)  # "could be used to kill"
        return "intended, not done"
    if verb.tag_ == "VB" and verb.dep_ == "conj" and verb.head != verb:
        return _intended(verb.head)
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "at", "from", "about", "for"):
        governor = verb.head.head
        if governor.lower_ in (
            "capable",
            "aimed",
            "accused_of_plotting",
            "intent",
            "intention",
            "idea",
            "risk",
            "instead",
            "prevented",
        ):
            return "intended, not done"
    if verb.lower_ in _UNREAL:
        return "attempted"
    if verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "pcomp", "dobj", "ccomp") and _is_idea(verb):
        return "intended, not done"
    return None


_IDEAS = word_set(
    "discuss discusses discussed discussing consider considers considered considering contemplate "
    "contemplated plot plotted  "
    "plotting propose proposes proposed proposing suggest suggested suggesting plan planned planning "
    "avoid avoids avoided  "
    "avoiding rehearse rehearsed imagine imagined imagining envisage envisaged advocate advocated "
    "advocating risk risked risking"
)
_TALKS = word_set(
    "talk talks talked talking dream dreams dreamed dreamt dreaming think thought fantasise "
    "fantasised fantasize fantasized"
)


def _is_idea(verb: Token) -> bool:
    """'the cell had discussed killing six judges', 'talked of killing ten'."""
    head = verb.head
    if head.lower_ in ("about", "of"):
        return head.head.lower_ in _TALKS
    return head.lower_ in _IDEAS


_WANTED = word_set(
    "seek seeks seeking sought demand demands demanded demanding request requested urge urged want wants wanted "
    "order ordered orders plan planned planning face faces faced facing threaten threatened avoid avoided prevent "
    "prevented risk risks"
)


def _unreal_noun(token: Token) -> str | None:
    for child in token.children:
        if child.lower_ in _UNREAL or (
            child.lower_ in ("degree", "first", "second") and child.dep_ in ("amod", "compound")
        ):
            return "a charge"
    if token.dep_ == "dobj" and token.head.lower_ in _WANTED:
        return "wanted, not done"
    return "a plan" if token.head.lower_ in ("to", "of", "at") and token.head.head.lower_ in _PLOT else None
