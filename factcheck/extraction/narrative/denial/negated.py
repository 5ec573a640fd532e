"""What a side says is not so: a negated clause in its words of forces, places, captives or talks."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.accusing import accuser, last_subject, predicate, teller
from factcheck.extraction.narrative.armed import ARMED, CONSTABLES
from factcheck.extraction.narrative.blame.failings.neglect import IN_CHARGE
from factcheck.extraction.narrative.denial.denying import CHARGES, clause_of, found
from factcheck.extraction.narrative.doers import names_side, same_side
from factcheck.extraction.narrative.hostile import VIOLENT, forms, is_deed
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.bodies import is_body, kind_of
from factcheck.extraction.voices.clauses import child, core, said
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.speaking import is_office
from factcheck.language.parties import side_of
from factcheck.lexicons import word_set

_CLAUSES = ("ccomp", "ROOT", "conj", "parataxis")
_NONE = word_set("no none nobody nothing neither")
_BE = word_set("is was are were be been 's")
IDLE = word_set(
    "know knew known want wanted believe believed think thought need needed expect expected see seen "
    "hear heard "
    "deny "
    "denied understand receive received release released name named identify identified comment "
    "commented say "
    "said ask "
    "asked rule ruled charge charged arrest arrested allow allowed confirm confirmed hope like plan "
    "planned "
    "intend mean "
    "feel felt look looked mind care remember recall specify specified give gave given provide "
    "provided find "
    "found "
    "killed died hurt injured wounded harmed have had has do did done get got make made fit "
    "represent happen "
    "happened "
    "threaten fear exist disclose disclosed elaborate attend forget forgotten decide decided learn "
    "determined "
    "reply "
    "replied sunk respond responded answer answered speak spoke include included stop stopped "
    "publish published condone condoned"
)
_PLACES = word_set(
    "town city village base camp bridge hill airport capital palace barracks district province "
    "region island "
    "position "
    "positions post posts outpost front garrison territory soil control hands rule building hospital "
    "prison "
    "crossing "
    "dam reactor plane aircraft ship vessel ferry boat train bus convoy vehicle car house airspace "
    "water border"
)
_PLACES |= {f"{place}s" for place in _PLACES}
_MATTERS = _PLACES | ARMED | CHARGES | VIOLENT | word_set(
    "operation operations behind blame guilty there present truce ceasefire cease-fire talks negotiations "
    "responsible involved overloaded contaminated"
) - word_set("suspects suspect party link fire act acts action plan intention contact request order")  # fmt: skip
_EVERYDAY = word_set(
    "house car building hospital vehicle weapon weapons link links connection connections relation "
    "evidence "
    "presence "
    "party contact use set sets used using turn turned plan planned order ordered begin start started open "
    "shoot shot "
    "stab stabbed kill killed murdered front rule control hands involved responsible behind there "
    "present rob "
    "robbed run "
    "ran drive drove driven break broke broken throw threw back backs backed support supported carry "
    "carried "
    "bring "
    "abuse abused charge charged beat beaten train plane charges burn burned cross crossed hit hits"
)
"""Words of any report, which do not make one of a side."""
_OURS = word_set("our its their")
_SIDES = ARMED | IN_CHARGE | _PLACES


def may_negate(text: str, words: frozenset[str]) -> bool:
    """True for a sentence with a matter of war in which something is negated; ``words`` are in lower case."""
    text = text.lower() if text.isupper() else text
    if not words.isdisjoint(_TOLD) and _NEGATION.search(text) is not None:
        return True
    return words.isdisjoint(_LESS) and _NOBODY.search(text) is not None


_NOBODY = gated(
    r"\b(?:nobody|no one|no such|not (?:a single|one)|no (?:\w+ ){1,5}(?:could|can) have)\b", re.IGNORECASE
)


_TOLD = (_MATTERS - CONSTABLES - _EVERYDAY) | (forms() - CONSTABLES - _EVERYDAY)
_NEGATION = re.compile(
    r"\b(?:(?:is|are|was|were|had|has|have|did|does|do)(?: not|n[’']t)|never|nobody|none of|neither|no one|"
    r"[Nn]ot (?:a|one)|(?:had|has|have) (?:\w+ed|made|taken|sent) no|(?<!with )\bno (?:\w+ ){1,4}(?:was|were|had"
    r"|has|have|is|are))\b"
)


def said_not(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The town is not under Ruritanian control', 'Ruritania had not begun the war': in somebody's words."""
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in _CLAUSES or verb.lower_ in IDLE:
        return None
    if not _is_negated(verb) or any(c.tag_ == "MD" or c.lower_ in ("going", "yet") for c in verb.children):
        return None
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or child(verb, "expl") is not None or not _contested(verb, subject):
        return None
    speaker = None if teller(page, sentence, verb) is None else accuser(page, sentence, verb)
    if subject.lower_ in _TRUCES and verb.lower_ in ("take", "taken", "come", "hold", "held", "enter", "entered"):
        return None  # how a truce is, and no denial
    deed = is_deed(verb, child(verb, "dobj"))
    if speaker is None or (foreign(page, sentence, speaker, subject) and not deed):
        return None
    if not (deed or is_none(subject)) and said(page, sentence, verb) is None:
        return None  # a statement tells of much that is not so; it denies its deeds and what nobody did
    told = _behind_label(sentence, verb, [*core(subject), *_alone(verb)])
    return found(sentence, "said_not", verb, told, clause_of(verb))


def _behind_label(sentence: Sentence, verb: Token, told: list[Token]) -> list[Token]:
    """The words without a speaker in front of a colon, which the parser takes for a part of the subject."""
    assert sentence.tokens is not None
    mark = next((t.i for t in reversed(sentence.tokens[: verb.i]) if t.text == ":"), -1)
    return [t for t in told if t.i > mark]


def _alone(verb: Token) -> list[Token]:
    """The clause of a verb without those with a subject of their own: 'no jet took off, and no ship was hit'."""
    others = [c for c in verb.children if c.dep_ == "conj" and child(c, "nsubj", "nsubjpass") is not None]
    apart = {t.i for c in others for t in c.subtree}
    return [t for t in core(verb) if t.i not in apart]


_TRUCES = frozenset({"truce", "ceasefire", "cease-fire", "armistice", "pause"})


def foreign(page: Page, sentence: Sentence, speaker: str, subject: Token) -> bool:
    """'The guards did not come', say residents: a complaint of others, and no denial."""
    if subject.lower_ not in (ARMED | IN_CHARGE) - _PLACES or is_none(subject):
        return False
    return not same_side(page, sentence, speaker, subject) and subject.lower_ not in speaker.lower().split()


def _is_negated(verb: Token) -> bool:
    return any(
        c.dep_ == "neg" or (c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and is_none(c)) for c in verb.children
    )


def is_none(what: Token) -> bool:
    """True for a subject of which there is none: 'nobody', 'no ship', 'not a single bomb', 'none of them'."""
    if what.lower_ == "one" and any(t.lower_ == "not" for t in core(what)):
        return True
    words = [t.lower_ for t in core(what) if t.i < what.i]
    if words[:1] == ["not"] and not {"only", "all", "every", "just", "both", "even"} & set(words):
        return True  # "not a single bomb"
    return what.lower_ in _NONE or any(
        c.lower_ in _NONE and c.dep_ in ("det", "preconj", "neg") for c in what.children
    )


def _ill(verb: Token) -> bool:
    """'Ill-treated', in three words for the parser."""
    return any(t.lower_ in ("ill", "badly", "mis") for t in verb.doc[max(0, verb.i - 2) : verb.i])


def _contested(verb: Token, subject: Token) -> bool:
    """True where a side, a force or a place is said not to have done or suffered something of war."""
    own = subject.lower_ in ("it", "we", "they") or is_none(subject)
    side = (
        own or subject.lower_ in _SIDES or names_side(subject) or any(c.lower_ in _OURS for c in subject.children)
    )
    told = {t.lower_ for t in core(verb) if t.i > verb.i}
    fell = verb.lower_ in ("fell", "fallen") and subject.lower_ in ARMED
    if is_none(subject) and (fell or verb.lower_ == "suffered" or not told.isdisjoint({"life", "lives"})):
        return False  # none killed or hurt is a count
    if is_none(subject) and not told.isdisjoint({"left", "prepared"}):
        return False
    if "than" in told or (verb.lower_ == "taken" and "place" in told) or subject.lower_ in ("shot", "shots"):
        return False
    if verb.lower_ in _BE:
        return (side or subject.lower_ in _NONE or subject.lower_ in ("it", "they")) and not told.isdisjoint(
            _MATTERS
        )
    if verb.lower_ in forms() or (verb.lower_ == "treated" and _ill(verb)):
        return True
    if is_none(subject) and any(c.lower_ in _OURS for c in core(subject)):
        return True
    return side and (not told.isdisjoint(_MATTERS) or subject.lower_ in _PLACES or subject.lower_ in ARMED)


def nobody_did(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'No such offer reached it', 'nobody warned them', 'not one of them was ever downed': of whatever it is."""
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in _CLAUSES or verb.lower_ in _NOTHING_DONE:
        return None
    subject = last_subject(verb)
    if subject is None or not is_none(subject) or subject.lower_ in ("shot", "shots"):
        return None
    able = [c for c in verb.children if c.tag_ == "MD"]
    if able and not any(c.lower_ == "have" for c in verb.children):
        return None
    if any(c.lower_ == "yet" for c in verb.children) or child(verb, "expl") is not None:
        return None
    fell = verb.lower_ in ("fell", "fallen") and subject.lower_ in ARMED
    if fell or verb.lower_ in _BE or subject.lower_ in _WANTED or {t.lower_ for t in core(verb)} & _LESS:
        return None
    speaker = teller(page, sentence, verb)
    if speaker is None or (not able and accuser(page, sentence, verb) is None):
        return None
    if not speaks_for_others(page, sentence, speaker):
        return None
    near = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "advmod", "neg") and c.i < verb.i]
    return found(sentence, "nobody", verb, [*core(subject), verb, *near, *predicate(verb)], clause_of(verb))


def speaks_for_others(page: Page, sentence: Sentence, speaker: str) -> bool:
    """True for a side, a body, an office and those who live there; a person alone only tells what he saw."""
    words = speaker.lower().split()
    name = resolve(page, sentence, speaker) or speaker
    if side_of(name) is not None or is_body(name) or kind_of(name) or (speaker.isupper() and len(speaker) > 2):
        return True
    return any(is_office(word) for word in words) and words[:1] not in (["he"], ["she"])


_NOTHING_DONE = (IDLE - {"gave", "had", "find", "received", "made", "given", "reached"}) | word_set(
    "leaked leaks reported knows sees dreamed dreams thinks believes expects wants cares remembers counts "
    "counted listens proposed guess"
)
_WANTED = word_set(
    "reply answer response explanation apology word warning help notice aid date reason death deaths"
)
"""'No answer was given' is a complaint."""
_LESS = word_set(
    "life lives suffered charges arrests filed cited fined detained arrested charged than yet escaped come "
    "survivors "
    "casualties casualty hurt injured "
    "harmed killed died damage longer missing"
)

RULES = (said_not, nobody_did)
