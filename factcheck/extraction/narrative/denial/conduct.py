"""Denials of one's own deeds and losses: not us, we never fired, had no men there, no ship of ours was hit."""

from __future__ import annotations

from factcheck.extraction.narrative.accusing import accuser, negated
from factcheck.extraction.narrative.armed import ARMED, COMBATANTS, DISOWNED
from factcheck.extraction.narrative.blame.failings.neglect import IN_CHARGE
from factcheck.extraction.narrative.denial.denying import CHARGES, clause_of, found
from factcheck.extraction.narrative.doers import is_doer, names_side, same_side
from factcheck.extraction.narrative.hostile import forms, is_deed
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.bodies import is_body, kind_of
from factcheck.extraction.voices.cast import cast_of
from factcheck.extraction.voices.clauses import child, core, object_of
from factcheck.extraction.voices.speakers import resolve
from factcheck.language.parties import side_of
from factcheck.lexicons import word_set

_COMMAND = ARMED | IN_CHARGE

_OWN_MEN = ARMED - DISOWNED - COMBATANTS

_HIS = ARMED | {"men"}

_NONE_OF = CHARGES | ARMED | {"men", "business", "presence"}

_OWN = word_set("its our their")
_WE = word_set("it we they")
_DEEDS = forms() | word_set(
    "enter entered cross hold held hold detain detained arrest arrested force forced deploy deployed "
    "send sent "
    "take "
    "took pay paid ask asked demand demanded order plan planned lose lost abandon abandoned flee "
    "fled leave left "
    "withdraw withdrew surrender surrendered ignore neglect hide conceal arm armed fund funded train "
    "trained "
    "support "
    "supported harbour harboured shelter sheltered sell sold supply supplied approve approved cause caused "
    "participate "
    "participated coerce cooperate cooperated recruit recruited touch touched harm harmed break "
    "violate breach "
    "open "
    "bomb target kill attack shoot strike hit shell fire use commit start begin abduct kidnap torture beat "
    "mistreat"
)
_ALONE = word_set("flee fled surrender surrendered withdraw withdrew participate participated")
_HAVE = word_set("had has have")
_DONE_OR_HAD = _DEEDS | _HAVE
_LOSSES = word_set("captured seized taken held abducted kidnapped lost downed shot sunk destroyed hit struck")
_CATCHES = word_set("captured seized taken held abducted kidnapped")
_THINGS = word_set(
    "ship ships vessel vessels jet jets aircraft plane planes helicopter helicopters tank tanks "
    "drone drones "
    "missile missiles base post posts position positions convoy warship boat boats submarine "
    "submarines vehicle "
    "vehicles f-16 airfield airbase weapons depot refinery cruiser frigate"
)
_PRISON = word_set("hands captivity custody detention possession")
_SOUGHT = word_set("military legitimate armed enemy militant terrorist rebel")
_GOALS = word_set("target targets objects objectives positions sites installations facilities")
BEGIN = _DONE_OR_HAD | _LOSSES | word_set("was is were are")
"""The words with which one of these rules begins."""


_POINTED = word_set("it they these those this that")
_SELVES = word_set("us them me")
_MEN = word_set("men business there here")


def may_deny_conduct(text: str) -> bool:
    """True for a sentence with a deed, a loss or a charge right after a word that negates it."""
    words = [word.strip(_MARKS) for word in text.lower().replace("’", "'").split()]
    it = "it" in words
    for at, word in enumerate(words):
        if word in ("none", "nobody") or (word in ("no", "not") and words[at + 1 : at + 2] == ["one"]):
            near = words[at : at + 9]
        elif word in _NOT or word.endswith("n't"):
            near = words[at + 1 : at + (7 if word == "no" else 4)]
        else:
            continue
        if any(other in _DENIABLE or (it and other in _SELVES) for other in near):
            return True
    return False


_MARKS = "\"'“”.,;:()"
_NOT = word_set("no not never neither")
_DENIABLE = _DEEDS | _LOSSES | CHARGES | _PRISON | _MEN


def may_name_targets(words: frozenset[str]) -> bool:
    """True for a sentence that may say that only targets of war were hit."""
    return "only" in words and not words.isdisjoint(_GOALS) and not words.isdisjoint(forms())


def not_us(page: Page, sentence: Sentence, be: Token) -> Finding | None:
    """'It was not us': in the words of who is suspected."""
    if be.lower_ not in ("was", "is", "were", "are"):
        return None
    it, who = child(be, "nsubj"), child(be, "attr")
    if it is None or who is None or it.lower_ not in _POINTED or who.i < be.i or who.i - be.i > 5:
        return None
    no = any(t.lower_ in ("not", "n't") for t in be.doc[be.i : who.i])
    owned = any(c.lower_ in _OWN | {"my", "his"} for c in who.children)
    if not no or not (who.lower_ in ("us", "them", "me", "him") or is_doer(who) or owned):
        return None
    if accuser(page, sentence, be) is None:
        return None
    return found(sentence, "not_us", be, [it, be, *core(who)], clause_of(be))


def never_did(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Its men never entered the village', 'we did not fire', 'it had no ships there': of one's own side."""
    if verb.pos_ not in ("VERB", "AUX") or verb.lower_ not in _DONE_OR_HAD:
        return None
    who = child(verb, "nsubj")
    if who is None or any(c.tag_ == "MD" for c in verb.children):
        return None
    thing = child(verb, "dobj")
    none = thing is not None and (
        thing.lower_ in ("nobody", "nothing") or any(c.lower_ == "no" for c in thing.children)
        or (thing.lower_ == "one" and any(c.lower_ == "no" for c in thing.children))
    )  # fmt: skip
    if verb.lower_ in _HAVE:
        fits = none and thing is not None and thing.lower_ in _NONE_OF
        fits = fits or (none and thing is not None and thing.pos_ == "PROPN" and who.lower_ in ARMED)
        fits = fits or (thing is not None and _lacks_such(verb, thing))
        fits = fits or (
            thing is not None
            and thing.lower_ == "nothing"
            and any(c.lower_ in ("there", "here") for c in (*verb.children, *thing.children))
        )
    else:
        told = is_deed(verb, thing) if verb.lower_ in forms() else thing is not None or verb.lower_ in _ALONE
        fits = told and (none or any(c.dep_ == "neg" for c in verb.children))
    if not fits:
        return None
    speaker = of_own_side(page, sentence, verb, who)
    if speaker is None:
        return None
    return found(sentence, "conduct", verb, [*core(who), *core(verb)], clause_of(verb))


def _lacks_such(verb: Token, thing: Token) -> bool:
    """'We simply do not have such systems'."""
    return any(c.dep_ == "neg" for c in verb.children) and any(
        c.lower_ in ("such", "those") for c in thing.children
    )


def of_own_side(page: Page, sentence: Sentence, verb: Token, who: Token) -> str | None:
    """The speaker when ``who`` is of its side: it, its men, our navy; None for persons who speak of themselves."""
    speaker = accuser(page, sentence, verb)
    if speaker is None:
        return None
    name = resolve(page, sentence, speaker) or speaker
    owned = any(c.lower_ in _OWN for c in who.children)
    if who.lower_ in _WE or owned:
        return speaker if owned or _is_party(page, name) else None
    if any(c.lower_ == "his" for c in who.children) and who.lower_ in _HIS:
        return speaker
    if who.lower_ in _OWN_MEN and speaker == statements.issuer(page) and not names_side(who):
        return speaker if is_body(name) or kind_of(name) in ("military", "government") else None
    if who.lower_ in _COMMAND or is_doer(who):
        return speaker if same_side(page, sentence, speaker, who) or who.lower_ in name.lower().split() else None
    return None


def _is_party(page: Page, name: str) -> bool:
    """True for a body or a side, whose "we" is more than a person's."""
    if cast_of(page).person(name) is not None:
        return False
    words = set(name.lower().split())
    return bool(kind_of(name)) or is_body(name) or side_of(name) is not None or bool(words & _COMMAND)


def only_targets(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Its air force attacked only military targets': none other, says the side itself."""
    if verb.lower_ not in forms() or verb.pos_ != "VERB" or negated(verb) or "only" not in sentence.words:
        return None
    thing = child(verb, "dobj") or object_of(verb, "on", "at", "against")
    who = child(verb, "nsubj", "nsubjpass")
    if thing is None or who is None or thing.lower_ not in _GOALS:
        return None
    if not any(c.lower_ in _SOUGHT for c in thing.children) or of_own_side(page, sentence, verb, who) is None:
        return None
    if not any(t.lower_ in ("only", "exclusively", "solely") for t in verb.subtree):
        return None
    return found(sentence, "conduct", verb, [*core(who), *core(verb)], clause_of(verb))


def no_loss(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'No soldier was captured', 'none of its ships was hit', 'the jet was not shot down': in somebody's words."""
    if verb.lower_ not in _LOSSES or verb.tag_ not in ("VBN", "VBD"):
        return None
    what = child(verb, "nsubjpass")
    if what is None or (not negated(verb) and not _none_of(what)) or any(c.tag_ == "MD" for c in verb.children):
        return None
    things = {t.lower_ for t in core(what)}
    if verb.lower_ not in _CATCHES and things.isdisjoint(_THINGS):
        return None
    if verb.lower_ == "taken" and not {"prisoner", "hostage", "captive", "prisoners", "hostages"} & {
        t.lower_ for t in verb.subtree
    }:
        return None
    if accuser(page, sentence, verb) is None:
        return None
    return found(sentence, "no_loss", verb, [*core(what), *core(verb)], clause_of(verb))


def not_held(page: Page, sentence: Sentence, be: Token) -> Finding | None:
    """'The pilot is not in our hands', 'no soldier is in the hands of the enemy': in somebody's words."""
    if be.lower_ not in ("is", "was", "are", "were") or be.pos_ not in ("AUX", "VERB"):
        return None
    who, where = child(be, "nsubj"), object_of(be, "in")
    never = negated(be) or (who is not None and _none_of(who))
    if who is None or where is None or where.lower_ not in _PRISON or not never:
        return None
    if accuser(page, sentence, be) is None:
        return None
    return found(sentence, "no_loss", be, [*core(who), *core(be)], clause_of(be))


def _none_of(what: Token) -> bool:
    """'None of its tanks', 'not one of our ships'."""
    return what.lower_ in ("none", "nobody") or any(t.lower_ in ("no", "not") for t in core(what) if t.i <= what.i)


RULES = (not_us, never_did, only_targets, no_loss, not_held)
