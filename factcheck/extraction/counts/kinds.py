"""What makes a figure a claim: the trigger words of each kind, and what they ask of their clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from factcheck import lexicons
from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.genre import POLICE_REPORT, UNREST
from factcheck.extraction.syntax import Token, Tokens
from factcheck.lexicons import word_set


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a trigger word: its kind, the class that says who is counted, and companions it needs.

    ``behind`` is the preposition behind which the counted stand ("made off with three girls"), or empty.
    """

    kind: str
    form: str
    companions: frozenset[str]
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word in a sentence that makes figures near it claims of a kind.

    ``form`` is act, fate, state, event, people or toll (data/lexicons/kinds.csv); ``companion`` the word that
    completes it ("lost ... lives").
    """

    token: Token
    kind: str
    form: str
    companion: Token | None = None
    behind: str = ""


@cache
def senses() -> Mapping[str, tuple[Sense, ...]]:
    """The senses of every trigger word, those that need a companion first."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for row in lexicons.rows("kinds"):
        companions = frozenset(word for part in row["with"].split("|") if part for word in _meant_by(part))
        for word in row["word"].split(";"):
            found[word].append(Sense(row["kind"], row["class"], companions, row["behind"]))
    return MappingProxyType({w: tuple(sorted(s, key=lambda x: not x.companions)) for w, s in found.items()})


def _leads_on(token: Token, companion: Token | None, preposition: str) -> bool:
    """True when the preposition behind which the counted stand is there."""
    return any(
        c.lower_ == preposition and c.i > token.i
        for holder in (token, companion or token)
        for c in holder.children
    )


def _meant_by(part: str) -> frozenset[str]:
    """A companion as it stands, or for ``@kin`` every noun of that sort."""
    if not part.startswith("@"):
        return frozenset({part})
    found = frozenset(word for word, noun in nouns.nouns().items() if part[1:] in noun.sorts)
    return found | {A_MODEL} if part[1:] == "vehicle" else found


A_MODEL = "@model"
"""Among companions: also a machine named by letters and a number ('MiG-21')."""


FIGURE_ONLY = word_set("hospital hospitals care went has have shelters camps centres centers hands")
"""'five people went to hospital' counts; 'he went to the hospital' may be a visit."""

_COMPANION_WINDOW = 12
_NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")


def triggers(tokens: Tokens) -> list[Trigger]:
    """The triggers of a sentence in order."""
    found, known = list[Trigger](), senses()
    if known.keys().isdisjoint(tokens.lowers) and _TAKES_LIFE.isdisjoint(tokens.lowers):
        return found
    for token in tokens:
        if (own := takes_own_life(token)) is not None:
            found.append(Trigger(token, "killed", "fate", own))
            continue
        if (
            token.lower_ == "death"
            and (verb := _done_to_death(token)) is not None
            and not any(
                not sense.companions or "death" in sense.companions for sense in known.get(verb.lower_, ())
            )
        ):
            found.append(Trigger(verb, "killed", "act" if verb.tag_ == "VBN" else "fate", token))
            continue
        if token.lower_ not in known:
            continue
        fitting = [
            (sense, _companion(token, sense.companions) if sense.companions else None)
            for sense in known[token.lower_]
        ]
        fitting = [(s, c) for s, c in fitting if (c is not None or not s.companions) and _fits(token, s)]
        fitting = [(s, c) for s, c in fitting if not s.behind or _leads_on(token, c, s.behind)]
        fitting = [
            (s, c) for s, c in fitting if not (s.kind == "displaced" and s.form == "act" and _suffers(token, c))
        ]
        if fitting:
            sense, companion = min(fitting, key=lambda one: _distance(token, *one))
            kind = sense.kind
            if kind == "casualties" and token.lower_ in _SHOTS and sense.form == "act" and _shot_dead(token):
                kind = "killed"
            if token.tag_ in _NOUN_TAGS and (fatal := fatal_word(token)) is not None:
                kind, companion = "killed", fatal
            if kind == "wounded" and companion is not None and fatal_word(companion) is not None:
                kind = "killed"  # "suffered fatal injuries"
            if token.lower_ == "victims" and kind == "casualties" and not _may_be_hurt(token):
                kind = "killed"
            found.append(Trigger(token, kind, _form(token, sense), companion, sense.behind))
    return found


_TAKES_LIFE = word_set("took take takes taking taken ended ends ending")


def takes_own_life(verb: Token) -> Token | None:
    """The life in 'took his own life', None for any other verb."""
    if verb.lower_ not in _TAKES_LIFE:
        return None
    lives = (c for c in verb.children if c.lower_ in ("life", "lives") and c.dep_ in ("dobj", "nsubjpass"))
    return next((c for c in lives if any(o.lower_ == "own" for o in c.children)), None)


def _done_to_death(death: Token) -> Token | None:
    """'mowed to death', 'were sliced to death': the verb, whatever it is, unless nobody dies of it."""
    to = death.head
    verb = to.head
    if death.dep_ != "pobj" or to.lower_ != "to" or verb.pos_ != "VERB" or to.i != death.i - 1:
        return None
    if any(c.lower_ == "of" for c in death.children) or to.i - verb.i > 4 or verb.lower_ in _NOT_TO_DEATH:
        return None
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or verb.dep_ == "acl"
    return verb if verb.tag_ in ("VBN", "VBD") and (passive or verb.tag_ == "VBD") else None


_NOT_TO_DEATH = word_set(
    "sentenced condemned doomed bored scared frightened terrified worried worked loved led leads contributed came "
    "come went close due linked related tied connected bound confessed admitted pleaded reacted responded "
    "referred "
    "attributed devoted dedicated prone subject exposed returned rode opposed according resigned used talked sick"
)


_DEEDS = word_set(
    "shooting shootings stabbing stabbings beating beatings injury injuries wound wounds casualty casualties"
)


def fatal_word(deed: Token) -> Token | None:
    """'the fatal shooting of two men': the word that says that they died."""
    if deed.lower_ not in _DEEDS:
        return None
    told = (c for c in deed.children if c.lower_ in ("fatal", "deadly"))
    return next((c for c in told if c.i == 0 or c.nbor(-1).text != "-"), None)  # "non-fatal"


def _distance(token: Token, sense: Sense, companion: Token | None) -> int:
    """The nearest companion decides: "lost their lives, 6 children among them"; a sense without one comes last.

    "has evacuated 860 people from the quarters" counts its object, whatever may be left.
    """
    far = abs(companion.i - token.i) if companion is not None else 2 * _COMPANION_WINDOW
    far -= bool(sense.behind)  # "set fire to 12 huts"
    if _is_of_others(token, sense):
        return far + _COMPANION_WINDOW * (1 if companion is not None and companion.dep_ == "prt" else 3)
    return far + 3 * _COMPANION_WINDOW * (sense.form == "fate" and _has_object(token, companion))


def _is_of_others(token: Token, sense: Sense) -> bool:
    """'knocked out 12 tanks' hurts nobody, 'twelve people were burned' destroys nothing."""
    if sense.form != "act":
        return False
    what = next((c for c in token.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if what is None:
        return False
    if sense.kind in _OF_THINGS:
        return nouns.is_person(what.text)
    return nouns.is_category(what.text, "thing")


_OF_THINGS = frozenset({"destroyed", "seized"})


def _suffers(verb: Token, companion: Token | None) -> bool:
    """'six homes were burned': the homes suffer it, nobody is burned out of them."""
    return companion is not None and companion.head == verb and companion.dep_ in ("nsubjpass", "dobj")


def _has_object(verb: Token, companion: Token | None) -> bool:
    """A passive, or an object of its own that is not the companion: the verb's subject is not who is counted."""
    return any(
        c.dep_ in ("nsubjpass", "auxpass") or (c.dep_ == "dobj" and c != companion and _counted(c))
        for c in verb.children
    )


def _counted(noun: Token) -> bool:
    return noun.like_num or any(c.dep_ == "nummod" for c in noun.children)


_ADVERBS = word_set("fatally mortally badly severely seriously critically fully totally completely")
"""Companions that stand beside their verb."""


def _companion(token: Token, wanted: frozenset[str]) -> Token | None:
    """The companion word after (or, for adverbs, just before) the trigger, in its clause."""
    doc = token.doc
    for other in doc[token.i + 1 : token.i + 1 + _COMPANION_WINDOW]:
        if (
            other.text in ";:"
            or (other.text in ",-" and not _ADVERBS.isdisjoint(wanted))
            or (other.lower_ in senses() and other.tag_ in ("VBD", "VBZ") and other.dep_ != "oprd")
        ):
            break
        if other.lower_ == "down" and token.lower_ in _SHOTS and other.i > token.i + 1 and other.dep_ != "prt":
            continue  # "was shot in the back just down the road"
        limb = other.lower_ in _LIMBS and token.lower_ in _AIMED
        if limb and (other.head.head != token or (token.lower_ == "shot" and doc.notes.get(POLICE_REPORT))):
            continue  # "shot for having a toy in hand"; a police report counts who was shot, wherever
        named = A_MODEL in wanted and nouns.is_model(other.text)
        if (named or other.lower_ in wanted) and (other.lower_ not in _ADVERBS or other.i <= token.i + 2):
            return other
    passive = next(
        (
            c
            for c in token.children
            if c.dep_ == "nsubjpass" and (c.lower_ in wanted or (A_MODEL in wanted and nouns.is_model(c.text)))
        ),
        None,
    )
    if passive is not None:
        return passive  # "two posts were lost"
    before = (
        other
        for other in doc[max(0, token.i - 2) : token.i]
        if other.lower_ in wanted and other.lower_ in _ADVERBS
    )
    return next(before, None)


def _form(token: Token, sense: Sense) -> str:
    if sense.form == "state" and token.tag_ in ("NN", "NNS") and token.lower_ in ("dead", "missing"):
        return "people"
    return sense.form


def _fits(token: Token, sense: Sense) -> bool:
    """Is the word used as its class says (a verb as a verb, ...)?"""
    noun = token.tag_ in _NOUN_TAGS
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


_SHOTS = word_set("shot shoot shoots shooting")
_LIVED = word_set(
    "injured wounded hurt injuries wounds survived survive survives hospital wounding injuring condition limped "
    "recovering leg legs arm arms foot hand shoulder thigh knee hip treated"
)
_HURT_OR_LIVED = _HURT | _LIVED


def _shot_dead(verb: Token) -> bool:
    """'soldiers shot her husband': in news of a war it means that he died."""
    if not verb.doc.notes.get(UNREST) or not any(c.dep_ in ("dobj", "agent") for c in verb.children):
        return False
    return not any(t.lower_ in _LIVED for t in verb.doc)


def _may_be_hurt(victims: Token) -> bool:
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
_AIMED = frozenset({"shot", "hit", "struck"})
_LIMBS = word_set(
    "shoulder leg legs arm arms foot feet hand hands thigh thighs knee knees hip hips ankle wrist elbow calf "
    "forearm "
    "buttock buttocks groin jaw ear finger fingers toe"
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
