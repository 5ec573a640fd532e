"""What a side says that its own did not do and that was not done at all, with any verb."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.accusing import accuser, last_subject, predicate, teller
from factcheck.extraction.narrative.armed import ARMED
from factcheck.extraction.narrative.denial.conduct import of_own_side
from factcheck.extraction.narrative.denial.denying import clause_of, found
from factcheck.extraction.narrative.denial.negated import IDLE, is_none, speaks_for_others
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of
from factcheck.extraction.voices.speaking import is_office
from factcheck.lexicons import word_set

_CLAUSES = ("ccomp", "ROOT", "conj", "parataxis")
_LATER = word_set("yet still longer far already fully enough completely only just so")
_IDLE = IDLE - {
    "asked",
    "ask",
    "give",
    "gave",
    "given",
    "stopped",
    "take",
    "did",
    "made",
    "provided",
} | word_set(
    "finish finished complete completed reach reached access pay paid eat eaten publish reveal revealed share "
    "shared "
    "explain explained return returned succeed succeeded manage managed fail failed try sleep slept agree "
    "agreed change "
    "changed lose lost trust join joined win won seek sought meet met verify verified count counted"
)
_ASKED = word_set(
    "asked told warned informed consulted approached contacted invited ordered notified given offered shown"
)
"""What was not done to a side, of which it may be no complaint but an answer to a charge."""
_NO_ACT = _IDLE | word_set(
    "reported arrested charged identified recorded registered detected taken set called raised announced "
    "detained cited "
    "spared rescued recovered filed imposed issued expected scheduled planned missed affected needed required"
)
_NOTHING_TO_DENY = word_set(
    "arrest arrests charge charges decision date name names motive injury injuries casualty casualties death "
    "deaths damage "
    "survivor survivors demand figure figures details comment information suspect suspects shot shots trace "
    "warning change "
    "motive claim agreement deal progress casualties victim victims toll number money reason patient patients "
    "country reply answer response explanation apology word help notice aid"
)
_AT = word_set("at in on near inside among around there behind outside aboard within under")
_PRESENT = ARMED | word_set(
    "officer officers soldier policeman policemen tank plane guard official firefighter ship weapon "
    "warplane warplanes vessel vessels aircraft aeroplane aeroplanes planes ships tanks helicopter helicopters "
    "drone drones boats officials"
)
_EMPLOYERS = word_set(
    "company airline operator owner owners railway ministry firm police army navy line lines hospital school "
    "club ferry coach"
)
_STAFF = word_set(
    "driver captain pilot pilots crew guard guards officer officers staff master skipper engineer engineers "
    "teacher teachers "
    "doctors doctor nurse nurses steward stewards conductor signalman controller controllers employees workers "
    "marshals"
)

_GATE = gated(
    r"\b(?:(?:it|they|we|he|she|himself|herself)|(?:its|their|our|his) (?:[\w-]+ ){1,3}?)(?: ?(?:had|has|have"
    r"|did|was|were)(?: not"
    r"|n[’']t)| never)\b"
    r"|\bthe (?:driver|captain|pilots?|crew|guards?|officers?|staff|master|skipper|engineers?|teachers?|doctors?"
    r"|nurses?|"
    r"stewards?|conductor|controllers?) (?:had|has|have|did|was|were)(?: not|n[’']t| never)\b"
    r"|\b[Nn]o (?:[\w-]+ ){1,4}(?:was|were|had been|has been|have been|(?:has|had|have) taken place)\b"
    r"|\b[Nn]o (?:[\w-]+ ){1,4}(?:took (?:place|off|part)|entered|crossed|came|left|flew|fired|fell|opened|saw)\b"
    r"|\b[Nn]othing (?:was|had been|has been)\b"
    r"|\b[Nn]ot (?:a|one) (?:[\w-]+ ){1,3}(?:came|went|was|left|fell|crossed|had)\b|\bnone of\b"
    r"|\b\w+ed (?:at|on|into|from|against) no \w|\b(?:was|were|had been|has been|have been) never \w+ed\b"
    r"|\bthere (?:was|were)(?: not|n[’']t)\b"
)


_NEGATIVE = word_set("not never no nothing none t")
"""Words of a negation; "t" is what is left of "n't"."""


def may_deny(text: str, words: frozenset[str]) -> bool:
    """True for a sentence in which something was not done, by one's own side or by nobody.

    ``words`` are its words in lower case.
    """
    return not words.isdisjoint(_NEGATIVE) and _GATE.search(text.lower() if text.isupper() else text) is not None


def own_not(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Its officers did not push anyone', 'it never asked for a lockout': of one's own side, with any verb."""
    if not _told_as_fact(verb) or verb.lower_ in _IDLE or not _is_not(verb):
        return None
    who = last_subject(verb)
    if who is None or not _is_past(verb):
        return None
    passive = child(verb, "nsubjpass", "auxpass") is not None
    if (passive and verb.lower_ not in _ASKED) or (not passive and _only_lacks(verb)):
        return None
    speaker = teller(page, sentence, verb)
    if speaker is None:
        return None
    himself = passive and who.lower_ in ("he", "she") and any(map(is_office, speaker.lower().split()))
    if himself:
        return found(sentence, "own_not", verb, [who, verb, *_left(verb), *predicate(verb)], clause_of(verb))
    if of_own_side(page, sentence, verb, who) is None and not _own_staff(page, sentence, speaker, who, verb):
        return None
    if who.lower_ in ("it", "they", "we") and not speaks_for_others(page, sentence, speaker):
        return None
    return found(sentence, "own_not", verb, [*core(who), verb, *_left(verb), *predicate(verb)], clause_of(verb))


def _told_as_fact(verb: Token) -> bool:
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in _CLAUSES:
        return False
    return not any(c.tag_ == "MD" or c.lower_ in _LATER for c in verb.children)


def _is_not(verb: Token) -> bool:
    """'Did not push', 'fired at no target'."""
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    at = object_of(verb, "at", "on", "into", "from", "against", "to")
    return at is not None and any(c.lower_ == "no" for c in at.children)


def _is_past(verb: Token) -> bool:
    helps = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBD" or not helps.isdisjoint({"did", "had", "was", "were", "has", "have", "been"})


def _only_lacks(verb: Token) -> bool:
    """'Had not been able', 'did not have': what a side lacked or could not do is no deed."""
    return verb.lower_ in ("be", "been", "have", "was", "were", "able") or child(verb, "acomp") is not None


def _own_staff(page: Page, sentence: Sentence, speaker: str, who: Token, verb: Token) -> bool:
    """'The coach company says the driver had not been drinking': said by whose people they are."""
    words = set(speaker.lower().replace(",", " ").split())
    return who.lower_ in _STAFF and bool(words & _EMPLOYERS) and accuser(page, sentence, verb) is not None


def none_was(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'No ambulance was stopped', 'nothing was negotiated', 'no soldier was at the scene': in somebody's words."""
    if not _told_as_fact(verb):
        return None
    who = last_subject(verb)
    if who is None or child(verb, "expl") is not None:
        return None
    never = child(verb, "nsubjpass") is not None and any(c.lower_ == "never" for c in verb.children)
    if not never and not is_none(who):
        return None
    if who.lower_ in _NOTHING_TO_DENY or not _LATER.isdisjoint(t.lower_ for t in core(verb)):
        return None
    if not (_not_there(verb, who) or _not_done(verb, who) or _never_came(verb, who)):
        return None
    speaker = teller(page, sentence, verb)
    if speaker is None or accuser(page, sentence, verb) is None or not speaks_for_others(page, sentence, speaker):
        return None
    return found(sentence, "none_was", verb, [*core(who), verb, *_left(verb), *predicate(verb)], clause_of(verb))


def _left(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i]


def _not_there(verb: Token, who: Token) -> bool:
    own = who.lower_ in ("one", "none") and any(c.lower_ in ("its", "our", "their", "his") for c in core(who))
    group = object_of(who, "of") if who.lower_ in ("one", "none") else None
    named = who if group is None else group
    if verb.lower_ not in ("was", "were", "been") or not (own or named.lower_ in _PRESENT):
        return False
    return any(c.lower_ in _AT and c.i > verb.i for c in verb.children)


def _not_done(verb: Token, who: Token) -> bool:
    return (
        verb.tag_ == "VBN"
        and child(verb, "auxpass") is not None
        and verb.lower_ not in _NO_ACT
        and who.lower_ not in ("one", "nobody")
    )


def _never_came(verb: Token, who: Token) -> bool:
    """'Not a shot came from its post', 'no logging has taken place there'."""
    if verb.lower_ in ("taken", "took"):
        return (thing := child(verb, "dobj")) is not None and thing.lower_ == "place"
    return (
        who.pos_ == "NOUN"
        and verb.lower_ in ("came", "went", "flew", "fell")
        and any(c.lower_ == "from" for c in verb.children)
    )


_NOT_SO_MANY = re.compile(
    r"\bthere (?:was|were|is|are)(?: not|n[’']t) (?:any |an? )?(?:\d[\d,.]*|hundreds|thousands|dozens|scores"
    r"|tens|so many"
    r"|that many|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred)[^,.;]{2,60}",
    re.IGNORECASE,
)


def not_so_many(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'There were not hundreds of dead': a figure that is denied."""
    match = _NOT_SO_MANY.match(sentence.text, token.idx) if token.lower_ == "there" else None
    if match is None:
        return None
    if teller(page, sentence, token) is None:
        return None
    within = sentence.tokens_between(*match.span())
    return found(sentence, "not_so_many", token.head, within, match.group().strip()[:160])


RULES = (own_not, none_was, not_so_many)
