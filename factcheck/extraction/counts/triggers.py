"""The triggers of a sentence: the words that make figures near them claims, each in the sense that fits best."""

from __future__ import annotations

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.kinds import A_MODEL, Sense, Trigger, senses
from factcheck.extraction.counts.usedas import NOUN_TAGS, form_of, is_used_so, may_be_hurt, shot_dead
from factcheck.extraction.syntax import Token, Tokens
from factcheck.lexicons import word_set


def _leads_on(token: Token, companion: Token | None, preposition: str) -> bool:
    """True when the preposition behind which the counted stand is there."""
    return any(
        c.lower_ == preposition and c.i > token.i
        for holder in (token, companion or token)
        for c in holder.children
    )


_COMPANION_WINDOW = 12


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
        fitting = [(s, c) for s, c in fitting if (c is not None or not s.companions) and is_used_so(token, s)]
        fitting = [(s, c) for s, c in fitting if not s.behind or _leads_on(token, c, s.behind)]
        if fitting:
            sense, companion = min(fitting, key=lambda one: _distance(token, *one))
            kind = sense.kind
            if kind == "casualties" and token.lower_ in _SHOTS and sense.form == "act" and shot_dead(token):
                kind = "killed"
            if token.tag_ in NOUN_TAGS and (fatal := fatal_word(token)) is not None:
                kind, companion = "killed", fatal
            if kind == "wounded" and companion is not None and fatal_word(companion) is not None:
                kind = "killed"  # "suffered fatal injuries"
            if token.lower_ == "victims" and kind == "casualties" and not may_be_hurt(token):
                kind = "killed"
            found.append(Trigger(token, kind, form_of(token, sense), companion, sense.behind))
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
    if A_MODEL not in wanted and wanted.isdisjoint(doc.lowers):
        return None
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


_SHOTS = word_set("shot shoot shoots shooting")
_AIMED = frozenset({"shot", "hit", "struck"})
_LIMBS = word_set(
    "shoulder leg legs arm arms foot feet hand hands thigh thighs knee knees hip hips ankle wrist elbow calf "
    "forearm "
    "buttock buttocks groin jaw ear finger fingers toe"
)
