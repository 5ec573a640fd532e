"""Who began, and who it was: the first shots came from, was the first to fire, 'it was local bandits'."""

from __future__ import annotations

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate
from factcheck.extraction.narrative.armed import ARMED, WEAPONS
from factcheck.extraction.narrative.blame.failings.neglect import IN_CHARGE
from factcheck.extraction.narrative.doers import is_doer, names_side, of_a_side, owner_side, same_side
from factcheck.extraction.narrative.hostile import is_deed
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.language.parties import side_of
from factcheck.lexicons import word_set

_FIRSTS = word_set("cross open attack fire shoot strike violate break")
SHOTS = word_set(
    "shots shot fire rocket rockets missile missiles projectile projectiles shell shells drone "
    "drones blast "
    "explosion "
    "attack gunfire munition bullet bullets mortars plane aircraft"
)


def first_shot(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The first shots came from Y', 'Y was the first to open fire': in somebody's words."""
    low = verb.lower_
    if low not in ("came", "was", "were") or negated(verb):
        return None
    who = child(verb, "nsubj")
    if who is None:
        return None
    if low == "came":
        source = object_of(verb, "from")
        first = any(t.lower_ == "first" for t in who.subtree) and who.lower_ in ("shots", "shot", "fire")
        shot = who.lower_ in SHOTS | COMERS and source is not None and _comes_from(source)
        shot = shot or (
            who.lower_ in _SENT and source is not None and source.lower_ not in _TELLERS and _is_theirs(source)
        )
        if not (first or shot) or accuser(page, sentence, verb) is None:
            return None
        tokens = [*core(who), *predicate(verb)]
        return accusation(sentence, "first_shot", verb, tokens, text_of(source), "first shots" if first else None)
    lead = child(verb, "acomp", "attr")
    if lead is None or lead.lower_ != "first":
        return None
    deed = next((t for t in verb.subtree if t.tag_ == "VB" and t.lower_ in _FIRSTS), None)
    speaker = accuser(page, sentence, verb) if deed is not None else None
    if deed is None or speaker is None or same_side(page, sentence, speaker, who):
        return None
    tokens = [*core(who), verb, lead, *predicate(deed)]
    return accusation(sentence, "first_shot", verb, tokens, text_of(who), text_of(child(deed, "dobj")))


COMERS = word_set(
    "attackers attacker gunmen gunman bomber bombers assailants raiders fighters militants terrorists"
)


def _comes_from(source: Token) -> bool:
    """'From the Ruritanian side', 'from a rocket of the kind that armed groups use'."""
    land = source.lower_ in ("territory", "soil", "side") and side_of(text_of(source) or "", capitals=False)
    return (
        is_doer(source)
        or bool(land)
        or any(is_doer(t) for t in core(source))
        or source.lower_ in SHOTS | {"bullets"}
    )


_SENT = word_set(
    "it damage volley volleys order orders provocation provocations violence aggression threat threats salvo "
    "salvos round rounds violation violations escalation"
)
"""What comes from somebody who is to blame for it."""
_TELLERS = word_set("source sources statement report reports spokesman spokeswoman ministry office video footage")


def _is_theirs(source: Token) -> bool:
    """'From Ruritanian lines', 'from the army camp', 'from the rebels' own rockets', 'from a police unit'."""
    if is_doer(source) or names_side(source):
        return True
    return any(t.i < source.i and (t.lower_ in ARMED or names_side(t)) for t in core(source))


_WRECKS = word_set(
    "capsized sank sunk killed caused started broke destroyed wrecked triggered burst brought led cost"
)


def cleft(page: Page, sentence: Sentence, be: Token) -> Finding | None:
    """'It was local bandits, he maintains', 'it is the army that violates it': in somebody's words."""
    if be.lower_ not in ("was", "were", "is", "are", "'s") or negated(be):
        return None
    it, who = child(be, "nsubj"), child(be, "attr")
    if it is None or who is None or it.lower_ != "it" or who.i < be.i:
        return None
    if any(t.lower_ in ("not", "n't") for t in be.doc[be.i : who.i]):
        return None
    if any(t.like_num for t in core(who)):
        return None
    clause = child(who, "relcl") or child(be, "relcl", "ccomp", "advcl")
    wrecked = clause is not None and clause.lower_ in _WRECKS and who.pos_ in ("NOUN", "PROPN")
    wrecked = wrecked or (clause is not None and _told_of(who, clause))
    of = object_of(who, "of") if who.lower_ in WEAPONS | _ASTRAY else None
    if not is_doer(who) and not wrecked and (of is None or not (is_doer(of) or of_a_side(of))):
        return None
    if not wrecked and (
        clause is not None
        and not is_deed(clause, child(clause, "dobj"))
        and clause.lower_ not in ("started", "began")
    ):
        return None
    speaker = accuser(page, sentence, who)
    if speaker is None or same_side(page, sentence, speaker, who):
        return None
    tokens = [it, be, *core(who), *(predicate(clause) if clause is not None else ())]
    what = text_of(child(clause, "dobj")) if clause is not None else None
    return accusation(sentence, "cleft", be, tokens, text_of(who), what)


def _told_of(who: Token, clause: Token) -> bool:
    """'It is Ruritania that refuses to talk', 'it was the engineers who slept': no good word for whoever it is."""
    relative = child(clause, "nsubj", "nsubjpass")
    if relative is None or relative.lower_ not in ("who", "that", "which") or clause.lower_ in _KIND:
        return False
    return who.lower_ in IN_CHARGE or is_doer(who)


_KIND = word_set(
    "saved saves rescued helped found called alerted recovered pulled brought told asked suffered died lost paid "
    "informed reported discovered need needs deserve want wants won win proposed offered invited requested agreed "
    "suggested advised protected came arrived carried took paid pay bear bears face faces is are was were has had "
    "have decides decide decided treated handed identified noticed raised announced said says buried named"
)
"""What people do of whom nobody complains."""


def whose_weapon(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The weapons were Ruritanian', 'a Ruritanian interceptor fell on the town': in somebody's words."""
    weapon = child(verb, "nsubj")
    if weapon is None or weapon.lower_ not in WEAPONS | _ARMS or negated(verb):
        return None
    if verb.lower_ in _MAKE:
        whose = child(verb, "acomp", "attr")
        made = [t for t in core(whose) if t.text[:1].isupper()] if whose is not None else []
        fits = any(side_of(t.text) is not None for t in made[:1]) or _own_of(whose)
        who = whose
    else:
        fits = verb.lower_ in _FELL and (
            object_of(verb, "on", "in", "into", "near", "at") is not None
            or any(c.lower_ == "short" for c in verb.children)
        )
        fits = fits and owner_side(weapon)
        who = weapon
    speaker = accuser(page, sentence, verb) if fits else None
    if speaker is None or who is None or same_side(page, sentence, speaker, who):
        return None
    return accusation(
        sentence, "weapon", verb, [*core(weapon), *predicate(verb)], text_of(who), text_of(object_of(verb, "on"))
    )


def _own_of(whose: Token | None) -> bool:
    """'The drone was the militia's own', 'the shell was the army's'."""
    if whose is None:
        return False
    owner = child(whose, "poss") if whose.lower_ == "own" else whose
    return owner is not None and is_doer(owner) and any(t.lower_ in ("'s", "’s", "'", "’") for t in whose.subtree)


_ASTRAY = word_set("stray error mistake interceptor fault")
_MAKE = word_set("was were is are")
_ARMS = word_set(
    "weapons weapon interceptor interceptors fragments debris launcher warheads drone drones aircraft apparatus "
    "device"
)
_FELL = word_set("fell landed crashed exploded")
THROWN = (WEAPONS | _ARMS) - word_set("strike strikes attack attacks raid raids fire gunfire snipers shelling")
THEN = _MAKE | _FELL
"""With a word of each a sentence may tell whose weapon it was."""

_ATTACKS = word_set("attacked attack attacks fired fire fires shot shoot shoots opened open opens")


_AT_PLAY = word_set("team side club player players striker champion hosts visitors")


def attacked_first(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The party's youth wing attacked first': of whoever it is, in the words of the other."""
    who = child(verb, "nsubj")
    if verb.lower_ not in _ATTACKS or verb.pos_ != "VERB" or who is None or negated(verb):
        return None
    if (
        who.pos_ not in ("NOUN", "PROPN")
        or who.lower_ in _AT_PLAY
        or not any(c.lower_ == "first" and c.i > verb.i for c in verb.children)
    ):
        return None
    if verb.lower_.startswith("open") and not any(c.lower_ == "fire" for c in verb.children):
        return None
    speaker = accuser(page, sentence, verb)
    if speaker is None or same_side(page, sentence, speaker, who):
        return None
    tokens = [*core(who), *predicate(verb)]
    return accusation(sentence, "first_shot", verb, tokens, text_of(who), text_of(child(verb, "dobj")))


RULES = (first_shot, cleft, whose_weapon, attacked_first)
