"""Whether a trigger word is used as its class says: a verb as a verb, 'victims' of those who died."""

from __future__ import annotations

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.genre import POLICE_REPORT, UNREST
from factcheck.extraction.counts.kinds import Sense
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")


def form_of(token: Token, sense: Sense) -> str:
    """The class of a trigger, whose 'dead' and 'missing' may be nouns: 'the dead were two nurses'."""
    if sense.form == "state" and token.tag_ in ("NN", "NNS") and token.lower_ in ("dead", "missing"):
        return "people"
    return sense.form


def is_used_so(token: Token, sense: Sense) -> bool:
    """Is the word used as its class says (a verb as a verb, ...)?"""
    noun = token.tag_ in NOUN_TAGS
    if token.lower_ == "fatally":
        return token.i + 1 >= len(token.doc) or token.doc[token.i + 1].pos_ not in ("VERB", "ADJ", "NOUN")
    if token.lower_ == "attended" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        return False
    match sense.form:
        case "act" | "fate":
            if token.lower_ in _VERB_ONLY and noun:
                return _headline_participle(token) or (
                    "dead" in sense.companions and token.i + 1 < len(token.doc) and token.nbor().lower_ == "dead"
                )
            if noun and token.lower_ in _NOUNS_TOO:
                return False
            headline = token.lower_ == "hurt" and _headline_participle(token)
            return token.lower_ not in _EITHER or not noun or token.lower_.endswith("ed") or headline
        case "event":
            return token.lower_ not in _EITHER or noun
        case "condition":
            return noun and token.dep_ == "pobj"
        case "people" if not noun:
            return token.lower_ not in _VERBS_TOO
        case "people" if token.lower_ == "cases":
            return bool(_DISEASES.intersection(t.lower_ for t in token.doc)) and token.tag_ == "NNS"
        case "people" if token.lower_ == "lives":
            return token.tag_ == "NNS" and any(a.lower_ in _TAKES for a in (token.head, token.head.head))
        case "people" if token.lower_ == "victims":
            return any(c.lower_ in _SHOOTING for c in token.children) or _counts_victims(token)
        case _:
            return True


_HURT = word_set("injured wounded hurt shot shooting injuries wounds stabbed poisoned burned")
_LIVED = word_set(
    "injured wounded hurt injuries wounds survived survive survives hospital wounding injuring condition limped "
    "recovering leg legs arm arms foot hand shoulder thigh knee hip treated"
)
_HURT_OR_LIVED = _HURT | _LIVED


def shot_dead(verb: Token) -> bool:
    """'soldiers shot her husband': in news of a war it means that he died."""
    if not verb.doc.notes.get(UNREST) or not any(c.dep_ in ("dobj", "agent") for c in verb.children):
        return False
    return not any(t.lower_ in _LIVED for t in verb.doc)


def may_be_hurt(victims: Token) -> bool:
    """Victims of a shooting may live; those of a storm or wreck that are found or counted are dead."""
    return bool(victims.doc.notes.get(POLICE_REPORT)) or any(t.lower_ in _HURT_OR_LIVED for t in victims.doc)


def _counts_victims(token: Token) -> bool:
    """'found five victims', '2 gunmen, 7 victims'; not 'the four victims' nor 'relatives of 12 victims'."""
    told = {c.dep_ for c in token.children}
    if token.dep_ == "nsubjpass" and token.head.lower_ in _HANDLED:
        return False
    if any(c.lower_ in _TAKEN for c in token.children):
        return False
    return token.dep_ in _OWN_PLACE and "nummod" in told and not told & {"det", "poss", "predet"}


_TAKEN = word_set("kidnapped abducted trafficked captive rescued freed flood storm earthquake")
_HANDLED = word_set(
    "rescued freed released counted identified named honoured honored buried remembered listed interviewed "
    "compensated"
)
_OWN_PLACE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "appos", "ROOT", "conj"})


def _headline_participle(token: Token) -> bool:
    """'Four shot in bar', '4 adults, 1 child shot': a participle that the tagger takes for a noun."""
    if token.lower_ not in ("shot", "hurt") or token.i == 0:
        return False
    before = token.nbor(-1)
    return (before.like_num and before.lower_ != "one") or nouns.is_person(before.text)


_DISEASES = word_set(
    "cholera measles malaria ebola sars covid covid-19 coronavirus plague typhoid polio meningitis dengue "
    "diphtheria "
    "mpox zika influenza flu fever pneumonia diarrhoea diarrhea virus syndrome disease poisoning infection "
    "hepatitis "
    "outbreak epidemic confirmed suspected probable infected"
)
_VERBS_TOO = frozenset({"remains", "lives"})
_NOUNS_TOO = word_set(
    "camp camps shelter shelters release releases rescue rescues escape escapes line lines pack packs block "
    "blocks "
    "crowd crowds mass file files stream streams flood floods spill surge ruin ruins wreck wrecks sink hold "
    "rally rallies protest protests parade parades throng throngs jam level net bag haul loot treat admit blast "
    "hijack "
    "exchange swap trade flight return claim lead drive force order push throw turn move exit disappear fall "
    "spirit drag "
    "transfer transport refuge need find report demand hang burn machine-gun bayonet whip club stone "
    "axe knife spear poison cripple surrender ransom lynch bump bumps roast collar necklace ruin ruins host "
    "hosts shift shifts stage stages gas batter sting stings bite bites picks draw draws"
)
"""Nouns as often as verbs."""
_EITHER = word_set(
    "murder murders massacre wound wounds shot shooting march capture captures arrest arrests hurt execution "
    "killing slaying death"
)
_SHOOTING = frozenset({"shooting", "gunshot", "shot", "bombing", "blast"})
_TAKES = word_set(
    "claim claims claimed claiming cost costs costing take takes took taking taken lost loss losing losses"
)
_VERB_ONLY = word_set("wound wounds shot march capture arrest murder murders")
