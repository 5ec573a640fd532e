"""Deeds and causes laid at somebody's door: fired first, killed, launched from his soil, caused the fire."""

from __future__ import annotations

import re

from spacy.tokens import Token

from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.voices import statements
from factcheck.extraction.voices.bodies import kind_of
from factcheck.extraction.voices.clauses import asserter, child, core, object_of, said, span_over, text_of
from factcheck.extraction.voices.organisations import party_of
from factcheck.lexicons import word_set
from factcheck.parties import side_of, sides_in

_ARMED = word_set(
    "troops soldiers forces army military aircraft jets drone drones fighters militia militiamen warplanes "
    "planes gunmen rebels insurgents settlers artillery navy helicopters units paramilitaries side police "
    "policemen officers guards enemy regime junta criminals gang gangs terrorists bandits jihadists "
    "mercenaries cartel goons thugs hooligans vandals aggressors assailants extremists guerrillas separatists "
    "occupiers invaders elements foreigners provocateurs infiltrators agents commandos snipers vigilantes "
    "rioters warplane jet plane bomber helicopter deputies troopers inmates prisoners wardens strikers "
    "militants agitators radicals marchers protesters demonstrators rioters activists patrol gunship security"
)
_DISOWNED = word_set(
    "enemy criminals terrorists bandits mercenaries goons thugs hooligans vandals aggressors extremists "
    "elements foreigners provocateurs infiltrators regime rioters occupiers invaders agitators"
)
"""Words that only an accuser has for the doer: any deed of theirs is blame."""
_IDLE = word_set(
    "died fled surrendered escaped withdrew retreated fell lost said told went came left were was had remained "
    "suffered received entered arrived added"
)
_STRIKES = word_set(
    "killed massacred executed bombed shelled attacked hit struck fired shot crossed opened targeted raided "
    "stormed launched downed murdered ambushed torched abducted brought burned burnt looted beat tortured "
    "dropped kidnapped raped detonated blew razed robbed sprayed fire strangled hanged beheaded stabbed gunned "
    "rammed set planted mined besieged expelled threw hurled clubbed charged provoked started infiltrated "
    "trampled"
)
_AGENT_VERBS = word_set(
    "caused triggered started sparked provoked downed killed destroyed bombed shelled attacked massacred "
    "carried planned launched fired brought shot committed perpetrated burned burnt torched abducted kidnapped "
    "ambushed murdered executed dropped planted laid set orchestrated staged ordered hit struck attacked "
    "looted taken seized"
)
_CAUSES = word_set("caused triggered started sparked ignited")
_PRONOUNS = word_set("it which that whom this them him her what")
_BREACHES = word_set("ceasefire cease-fire truce sovereignty airspace agreement line border territory")
_BREAKS = word_set(
    "breach breaches violated violating violates violate broke broken breaking breached breaching crossed crossing"
)
_HARBOURS = word_set(
    "sheltering harbouring harboring hosting shelters harbours harbors sheltered harboured harbored"
)
_OPINIONS = word_set("negligence recklessness mistake error sabotage provocation incompetence attack step act")

_DEEDS = _STRIKES | _AGENT_VERBS
_DOERS = _ARMED | {"force"}


def may_tell_deed(text: str, words: frozenset[str]) -> bool:
    """True for a sentence with a deed and an armed doer or a state, or with a doer that only an accuser names
    so."""
    if words.isdisjoint(_DEEDS):
        return names_disowned(words)
    return not words.isdisjoint(_DOERS) or names_disowned(words) or bool(sides_in(text))


def names_disowned(words: frozenset[str]) -> bool:
    """True for a sentence with a word that only an accuser has for the doer."""
    return not words.isdisjoint(_DISOWNED)


def accusation(
    sentence: Sentence, rule: str, trigger: Token, tokens: list[Token], who: str | None, what: str | None
) -> Finding:
    """A blame finding over the tokens: who is blamed for what."""
    return Finding(
        "blame",
        span_over(sentence, tokens),
        sentence,
        f"blame:{rule}",
        trigger=trigger,
        victims=None if what is None or what.lower() in _PRONOUNS else what,
        target=who,
        confidence=0.6,
    )


def predicate(verb: Token) -> list[Token]:
    """The verb with its complements to the right; loose clauses only when they begin near it."""
    kept = [verb]
    for part in verb.children:
        if (part.i > verb.i and part.dep_ not in ("punct", "cc", "conj", "advcl", "parataxis", "nsubj")) or (
            part.i > verb.i and part.dep_ == "advcl" and part.i - verb.i < 12
        ):
            kept += core(part)
    return kept


def _first_shot(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Y opened fire first', 'the first shots came from Y', 'Y violated the truce': in somebody's words."""
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ == "amod":
        return None
    who = child(verb, "nsubj")
    if who is not None and who.lower_ in ("nobody", "none", "one"):
        return None
    low = verb.lower_
    first = any(t.lower_ == "first" for t in verb.subtree if t.i > verb.i and t.i - verb.i < 6)
    thing = child(verb, "dobj")
    speaker = asserter(page, sentence, verb)
    if speaker is None or who is None or any(c.dep_ == "neg" for c in verb.children):
        return None
    if low == "came" and who.lower_ in ("shots", "shot", "fire") and any(t.lower_ == "first" for t in who.subtree):
        return accusation(
            sentence,
            "first_shot",
            verb,
            [*core(who), *predicate(verb)],
            text_of(object_of(verb, "from")),
            "first shots",
        )
    if low in ("was", "were") and (lead := child(verb, "acomp", "attr")) is not None and lead.lower_ == "first":
        deed = next(
            (
                t
                for t in verb.subtree
                if t.tag_ == "VB" and t.lower_ in ("cross", "open", "attack", "fire", "shoot", "strike", "violate")
            ),
            None,
        )
        if deed is not None and not _same_side(page, sentence, speaker, who):
            return accusation(
                sentence,
                "first_shot",
                verb,
                [*core(who), verb, lead, *predicate(deed)],
                text_of(who),
                text_of(child(deed, "dobj")),
            )
    opened = low in ("opened", "open", "opening") and (
        (thing is not None and thing.lower_ in ("fire", "attack")) or child(verb, "prt") is not None
    )
    shot = low in ("fired", "shot", "attacked", "cross", "crossed") and first
    broke = low in _BREAKS and thing is not None and any(t.lower_ in _BREACHES for t in thing.subtree)
    if low in _BREAKS and thing is not None and thing.lower_ == "it":
        broke = any(t.lower_ in _BREACHES for t in verb.doc[: verb.i])
    armed = _antecedent(who, verb).lower_ in _ARMED or side_of(text_of(_antecedent(who, verb)) or "") is not None
    if not ((opened and armed) or (shot and armed) or broke) or _same_side(page, sentence, speaker, who):
        return None
    return accusation(
        sentence,
        "first_shot",
        verb,
        [*core(who), *predicate(verb)],
        text_of(_antecedent(who, verb)),
        text_of(thing),
    )


def _antecedent(who: Token, verb: Token) -> Token:
    return verb.head if who.lower_ in ("who", "that", "which") and verb.dep_ == "relcl" else who


def _did_it(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Ruritanian troops killed 20 civilians', said by somebody who is not of their side."""
    who = child(verb, "nsubj")
    if verb.pos_ != "VERB" or not (
        verb.lower_ in _STRIKES
        or (
            who is not None
            and who.lower_ in _DISOWNED
            and verb.tag_ in ("VBD", "VBN")
            and verb.lower_ not in _IDLE
        )
    ):
        return None
    speaker = asserter(page, sentence, verb)
    if who is None or speaker is None:
        return None
    who = _antecedent(who, verb)
    if verb.lower_ in ("brought", "shot") and (down := child(verb, "prt")) is not None and down.lower_ == "down":
        if who.pos_ == "PRON" or (_same_side(page, sentence, speaker, who) and statements.issuer(page) is None):
            return None
        return accusation(
            sentence, "did_it", verb, [*core(who), *predicate(verb)], text_of(who), text_of(child(verb, "dobj"))
        )
    if verb.lower_ in ("threw", "hurled") and not any(
        _THROWN.match(t.lower_) for t in verb.subtree if t.i > verb.i
    ):
        return None
    if verb.lower_ == "crossed" and not any(t.lower_ in _BREACHES for t in verb.subtree if t.i > verb.i):
        return None
    air = who.lower_ == "force" and any(c.lower_ in ("air", "task", "police") for c in who.children)
    doer = air or who.lower_ in _ARMED or _disowned(who) or _national(who) or _state(who, verb)
    if (
        not doer
        or _HARMLESS.search(sentence.text, verb.idx) is not None
        or _same_side(page, sentence, speaker, who)
    ):
        return None
    if (
        child(verb, "dobj") is None
        and child(verb, "prt") is None
        and not _disowned(who)
        and verb.lower_ not in ("attacked", "fired", "crossed")
    ):
        return None
    return accusation(
        sentence,
        "did_it",
        verb,
        [*core(who), *predicate(verb)],
        text_of(who),
        text_of(child(verb, "dobj")) or verb.text,
    )


def _disowned(who: Token) -> bool:
    member = object_of(who, "of")
    return who.lower_ in _DISOWNED or (member is not None and member.lower_ in _DISOWNED)


def _state(who: Token, verb: Token) -> bool:
    """'Ruritania has burned 31 houses': a state as doer, of what is no ordinary act of war."""
    return who.pos_ == "PROPN" and verb.lower_ in _CRUEL and side_of(text_of(who) or "") is not None


_CRUEL = word_set(
    "burned burnt torched massacred executed bombed murdered looted kidnapped abducted tortured razed shelled "
    "poisoned expelled killed"
)
_THROWN = re.compile(r"(?:stone|rock|brick|bottle|grenade|bomb|firebomb|petrol|molotov|explosive|missile)s?$")
_HARMLESS = re.compile(
    r"\b(?:tear ?gas|warning shots|in(?:to)? the air|water cannon|rubber bullets)\b", re.IGNORECASE
)


def _national(who: Token) -> bool:
    """'The Ruritanians' as doers."""
    return who.pos_ == "PROPN" and who.tag_ == "NNPS" and side_of(who.text) is not None


def _same_side(page: Page, sentence: Sentence, speaker: str, who: Token) -> bool:
    """True when the doer is the speaker's own side, or nobody's."""
    words = text_of(who) or ""
    doer = side_of(words, capitals=False)
    if doer is None:
        own = who.lower_ in ("it", "he", "they", "we", "she") or any(
            c.lower_ in ("its", "our", "their") for c in who.children
        )
        party = party_of(speaker)
        return own and (party is None or kind_of(party.name) not in ("monitor", "relief", "media"))
    return side_of(speaker) == doer


def _done_by(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Shot down by Y', 'killed by Ruritanian soldiers', 'caused by Z', 'missiles launched from Y'."""
    if verb.tag_ not in ("VBN", "VBD") or verb.lower_ not in _AGENT_VERBS:
        return None
    if verb.lower_ == "carried" and (out := child(verb, "prt")) is not None and out.lower_ != "out":
        return None  # "carried off by helicopter"
    agent = object_of(verb, "by")
    if agent is None and verb.lower_ in ("launched", "fired") and verb.dep_ in ("acl", "relcl"):
        agent = object_of(verb, "from")
    if agent is None or asserter(page, sentence, verb) is None:
        return None
    passive = child(verb, "nsubjpass")
    if passive is not None and any(t.lower_ in ("no", "nobody", "none") for t in passive.subtree):
        return None
    matter = passive or (verb.head if verb.dep_ in ("acl", "relcl") else None)
    armed = agent.lower_ in _ARMED or _national(agent) or side_of(text_of(agent) or "") is not None
    if not armed and verb.lower_ not in _CAUSES:
        return None
    rule = "by_cause" if verb.lower_ in _CAUSES else "done_by"
    return accusation(sentence, rule, verb, [verb, *core(agent)], text_of(agent), text_of(matter))


def _from_soil(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'The group operates from Ruritanian soil': the owner of the soil is blamed for letting it."""
    if noun.lower_ not in ("soil", "territory") or noun.dep_ != "pobj" or noun.head.lower_ not in ("from", "on"):
        return None
    verb = noun.head.head
    if verb.pos_ == "NOUN" and verb.head.pos_ == "VERB":
        verb = verb.head
    if noun.head.lower_ == "on" and verb.lower_ not in ("sheltering", "operating", "hiding", "based"):
        return None
    if noun.head.lower_ == "from" and not re.match(r"operat|run|launch|attack|plan|carr|direct|act", verb.lower_):
        return None
    owner = next((c for c in noun.children if c.dep_ in ("amod", "poss", "compound")), None)
    return (
        None
        if owner is None
        else accusation(sentence, "soil", verb, [verb, *core(noun)], text_of(owner), text_of(child(verb, "nsubj")))
    )


def _harbours(page: Page, sentence: Sentence, token: Token) -> Finding | None:
    """'Y gives the militants a haven' and 'Y harbours Z', said by somebody and not denied."""
    if token.lower_ in _HARBOURS and token.pos_ == "VERB":
        who, what = child(token, "nsubj"), child(token, "dobj")
        speech = said(page, sentence, token)
        if who is None or what is None or speech is None or speech.stance == "denies":
            return None
        return accusation(
            sentence, "harbours", token, [*core(who), *predicate(token)], text_of(who), text_of(what)
        )
    return None


def _put_down_to(verb: Token) -> Token | None:
    """'attributed the failure of the dams to neglect', whatever the parser hung the "to" on."""
    for word in verb.subtree:
        if word.lower_ == "to" and word.i > verb.i:
            return child(word, "pobj") or (word.head if word.dep_ == "aux" else None)
    return None


def _cause(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Investigators point to negligence', 'X attributed Z to Y'."""
    if verb.lower_ in ("point", "points", "pointed", "pointing") and verb.pos_ == "VERB":
        what = object_of(verb, "to")
        if what is None or not any(t.lower_ in _OPINIONS for t in core(what)) or child(verb, "nsubj") is None:
            return None
        return accusation(sentence, "cause", verb, predicate(verb), text_of(what), None)
    if verb.lower_ in ("attributed", "attributes") and verb.pos_ == "VERB" and child(verb, "nsubj") is not None:
        matter = child(verb, "dobj")
        what = object_of(verb, "to") or _put_down_to(verb)
        return (
            None
            if what is None
            else accusation(sentence, "cause", verb, predicate(verb), text_of(what), text_of(matter))
        )
    if verb.lower_ in _CAUSES and verb.pos_ == "VERB" and child(verb, "dobj") is not None:
        who = child(verb, "nsubj")
        if (
            who is None
            or asserter(page, sentence, verb) is None
            or who.pos_ not in ("NOUN", "PROPN")
            or who.lower_ in ("police", "officers")
        ):
            return None
        fire = child(verb, "dobj")
        if fire is None or fire.lower_ not in (
            "fire",
            "blast",
            "explosion",
            "crash",
            "blaze",
            "war",
            "violence",
            "clashes",
            "fighting",
        ):
            return None
        return accusation(sentence, "by_cause", verb, [*core(who), *predicate(verb)], text_of(who), text_of(fire))
    return None


_HIDES = word_set(
    "hide hides hid hiding hidden conceal conceals concealed concealing ignore ignores ignored ignoring "
    "neglect neglected neglects covering covered"
)


def _hid(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The captain ignored the warning', 'the city is hiding bodies': said by somebody else."""
    if verb.lower_ not in _HIDES or verb.pos_ != "VERB" or any(c.dep_ == "neg" for c in verb.children):
        return None
    who, what = child(verb, "nsubj"), child(verb, "dobj")
    speaker = asserter(page, sentence, verb)
    if who is None or what is None or speaker is None or _same_side(page, sentence, speaker, who):
        return None
    who = _antecedent(who, verb)
    if verb.lower_.startswith("cover") and child(verb, "prt") is None:
        return None
    return accusation(sentence, "hid", verb, [*core(who), *predicate(verb)], text_of(who), text_of(what))


def _work_of(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'It was the work of X', 'victims of the drones of X', 'X is at fault': in somebody's words."""
    low = noun.lower_
    if low not in ("work", "handiwork", "doing", "victims", "victim", "fault") or noun.pos_ != "NOUN":
        return None
    if asserter(page, sentence, noun) is None or any(
        t.lower_ in ("not", "n't") for t in noun.doc[max(0, noun.i - 4) : noun.i]
    ):
        return None
    if low == "fault":
        be = noun.head.head if noun.head.lower_ == "at" else None
        who = child(be, "nsubj") if be is not None and be.pos_ in ("AUX", "VERB") else None
        return (
            None
            if who is None or be is None
            else accusation(sentence, "at_fault", noun, [*core(who), be, noun], text_of(who), None)
        )
    doer = object_of(noun, "of")
    if doer is None or (low.startswith("victim") and not any(t.lower_ in _ARMED for t in core(doer))):
        return None
    if low not in ("victims", "victim") and not (
        doer.pos_ == "PROPN" or any(t.lower_ in _ARMED for t in core(doer))
    ):
        return None
    return accusation(sentence, "work_of", noun, [noun, *core(doer)], text_of(doer), None)


_CLAIMED = word_set(
    "attack attacks raid bombing ambush assault killing killings shooting explosion blast abduction"
)


def _owned_up(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'X claimed responsibility for the attack', 'X claimed the attack': X lays it at its own door."""
    verb = noun.head
    if noun.lower_ in _CLAIMED and noun.dep_ == "dobj" and verb.lower_ in ("claimed", "claims", "claim"):
        who = child(verb, "nsubj")
        if (
            who is None
            or who.lower_ in ("one", "nobody")
            or any(c.lower_ in ("no", "neither") for c in who.children)
        ):
            return None
        return accusation(sentence, "owned_up", verb, [*core(who), *predicate(verb)], text_of(who), text_of(noun))
    if noun.lower_ != "responsibility" or verb.lower_ not in (
        "claimed",
        "claims",
        "claim",
        "claiming",
        "took",
        "accepted",
    ):
        return None
    who = child(verb, "nsubj")
    if (
        who is None
        or who.lower_ in ("one", "nobody", "no")
        or any(c.lower_ in ("no", "neither") for c in who.children)
    ):
        return None
    what = object_of(noun, "for") or object_of(verb, "for")
    return accusation(sentence, "owned_up", verb, [*core(who), *predicate(verb)], text_of(who), text_of(what))


RULES = (_first_shot, _did_it, _hid, _work_of, _owned_up, _done_by, _from_soil, _harbours, _cause)
BEGIN = (
    _STRIKES | _AGENT_VERBS | _CAUSES | _BREAKS | _HARBOURS | _HIDES
    | word_set(
        "came was were opened open opening fired shot attacked cross crossed soil territory point points "
        "claimed claims claim attack attacks raid bombing ambush assault killing killings shooting "
        "explosion blast "
        "abduction pointed pointing attributed attributes work handiwork doing victims victim fault responsibility"
    )
)  # fmt: skip
"""The words with which one of these rules begins."""
