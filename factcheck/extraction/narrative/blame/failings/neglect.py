"""What those in charge left undone or did wrong: knew of it, were warned, failed to act, came too late."""

from __future__ import annotations

from factcheck.extraction.narrative.accusing import accusation, accuser, negated, predicate, supposed
from factcheck.extraction.narrative.doers import antecedent, names_side, same_side, subject_of
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.cast import cast_of
from factcheck.extraction.voices.clauses import child, core, object_of, text_of
from factcheck.lexicons import word_set

IN_CHARGE = word_set(
    "company companies firm firms operator operators owner owners management manager managers driver drivers "
    "captain "
    "captains skipper master masters pilot pilots crew crews government governments state authorities authority "
    "police "
    "army military officers officer officials official ministry minister director directors builders builder "
    "contractor "
    "contractors developer developers engineer engineers organiser organisers organizer organizers guards guard "
    "wardens mayor governor president administration council councils airline railway regulator regulators "
    "inspectors "
    "inspector agency agencies trust soldiers troops commander commanders leadership regime party union board "
    "executives bosses landlord landlords employer school hospital university club federation institute utility "
    "deputies sheriff coastguard junta"
)
_BADLY = word_set(
    "ignored ignoring neglected neglecting flouted flouting disregarded disregarding falsified forged faked "
    "misled "
    "misleading deceived botched mishandled bungled abandoned betrayed deserted overloaded tampered withheld "
    "skimped scrimped obstructed lied concealed downplayed"
)
_FAILED = word_set("failed fail fails failing neglected omitted forgot")
_KNEW = word_set("knew known know knows")
_WARNED = word_set("warned told alerted notified")
_DUTIES = word_set(
    "warn act inspect maintain sound heed check repair evacuate help intervene protect stop respond listen close "
    "sounded warned acted inspected maintained heeded checked repaired evacuated helped intervened protected "
    "stopped "
    "responded listened closed secured secure rescue rescued prevent prevented"
)
_MORE_DUTIES = word_set(
    "see tell take make keep ensure provide issue do deal notice report follow investigate monitor fix shut "
    "halt save "
    "send address enforce control"
)
_ALL_DUTIES = _DUTIES | _MORE_DUTIES | {"duty", "duties"}
_LATE = word_set("came come arrived acted reacted responded")
_STOOD = word_set("stood looked turned sat watched")
_BY = word_set("by away idle aside on eye way back elsewhere")
_LOCKED = word_set(
    "kept locked chained barred bolted padlocked disabled removed blocked switched turned falsified"
)
_NOT_DONE = _DUTIES | _LOCKED | {"misled"}
_SAFETY = word_set(
    "gates gate doors door exits exit alarms alarm sirens siren sensors locks windows valve valves brakes"
)
_REFUSED = word_set("refused rejected declined turned spurned ignored dismissed")
_OFFERS = word_set("help aid offer offers assistance warning warnings advice pleas calls request requests")
_TASKS = word_set(
    "set provide send give inform install follow fit test replace tell take make ensure issue order use "
    "keep apply put prepare build fix notify allow search sent provided given informed installed followed "
    "fitted tested replaced told taken made ensured issued ordered used kept applied prepared built fixed "
    "notified allowed searched"
)
_PRESSED = word_set("pressed pressured coerced bribed intimidated")
_GOODS = word_set("profit profits money production savings greed")
_PASSED = word_set("certified approved cleared licensed")
_GATES = word_set("gate gates door doors sluices floodgates valve")
_FAULTS = word_set(
    "negligence failure failures error errors mistake mistakes greed recklessness incompetence fault"
)

BEGIN = (
    _BADLY
    | _FAILED
    | _KNEW
    | _WARNED
    | _DUTIES
    | _LATE
    | _PASSED
    | _PRESSED
    | _STOOD
    | _REFUSED
    | _TASKS
    | (
        _LOCKED
        | _FAULTS
        | word_set("kept took accepted put left gave opened drinking did misled charged indicted sued")
    )
)
"""The words with which the rule begins."""


def may_tell_neglect(words: frozenset[str]) -> bool:
    """True for a sentence with somebody in charge and a fault: the words of one of the ways to tell it."""
    if words.isdisjoint(IN_CHARGE):
        return False
    if not words.isdisjoint(_ENOUGH) or not (words.isdisjoint(_SUED) or words <= _FORCE | (words - IN_CHARGE)):
        return True
    return any(not (words.isdisjoint(first) or words.isdisjoint(second)) for first, second in _TOGETHER)


_ENOUGH = _BADLY | _FAILED | _KNEW | _PRESSED | word_set(
    "drinking misled negligence mistakes greed recklessness incompetence"
)  # fmt: skip
"""Words that tell a fault by themselves."""
_SUED = word_set("charged indicted sued")
_TOGETHER = (
    (_WARNED, word_set("was were been being be is are got get")),
    (_DUTIES, word_set("not never")),
    (_LATE, word_set("late")),
    (_PASSED, word_set("without despite although")),
    (_GOODS, word_set("put")),
    (word_set("left"), word_set("fate without die alone")),
    (_STOOD, _BY | {"blind"}),
    (word_set("stood sat looked"), word_set("watched")),
    (_LOCKED, _SAFETY),
    (word_set("took taken accepted"), word_set("bribe bribes kickbacks")),
    (_REFUSED, _OFFERS),
    (_TASKS, word_set("not never")),
    (word_set("gave"), word_set("wrong late")),
    (word_set("opened"), _GATES),
    (word_set("did"), word_set("nothing little")),
)
"""Words of which two tell a fault together."""


def neglect(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'The company knew of the cracks', 'the army came too late': said by somebody else."""
    if verb.lower_ not in BEGIN or verb.pos_ != "VERB" or supposed(verb):
        return None
    passive = child(verb, "nsubjpass")
    agent = object_of(verb, "by")
    who = passive or subject_of(verb)
    if passive is not None and verb.lower_ in _NOT_DONE and agent is not None:
        who = agent
    if who is None or not _in_charge(page, antecedent(who, verb)) or not _wrong(verb, passive, agent):
        return None
    return failed(page, sentence, verb, who)


def failed(page: Page, sentence: Sentence, verb: Token, who: Token) -> Finding | None:
    """That somebody failed to do what the verb says, where one of another side than his says so."""
    speaker = accuser(page, sentence, verb)
    if speaker is None or same_side(page, sentence, speaker, who) or who.lower_ in speaker.lower().split():
        return None
    tokens = [*(core(who) if verb.i - who.i < 12 else ()), *predicate(verb)]
    return accusation(sentence, "failed", verb, tokens, text_of(antecedent(who, verb)), None)


def _in_charge(page: Page, who: Token) -> bool:
    """A body or its people; a name only when nobody on the page has it as a person's."""
    if who.lower_ in IN_CHARGE:
        return True
    if who.pos_ != "PROPN" or names_side(who) or who.lower_ == "god":
        return False
    return cast_of(page).person(text_of(who) or who.text) is None


def _wrong(verb: Token, passive: Token | None, agent: Token | None) -> bool:
    low = verb.lower_
    denied = any(c.dep_ == "neg" for c in verb.children)
    after = {t.lower_ for t in verb.subtree if t.i > verb.i}
    if low in _BADLY and passive is None:
        return not denied
    if low in _FAILED:
        duty = child(verb, "xcomp") or object_of(verb, "in")
        return not denied and duty is not None and duty.lower_ in _ALL_DUTIES
    if low in _STOOD:
        return (
            (
                passive is None
                and any(c.lower_ in _BY or object_of(c, "eye", "way") for c in verb.children if c.i > verb.i)
            )
            or (low in ("stood", "sat") and "watched" in after)
            or (low == "turned" and bool(after & {"blind"}))
        )
    if low == "kept" and not after & {"shut", "closed", "locked", "barred"}:
        return False
    if low == "left" and "alone" in after:
        return True
    if low in _LOCKED:
        locked = passive or child(verb, "dobj")
        fits = locked is not None and (
            locked.lower_ in _SAFETY or (locked.lower_.endswith("s") and low == "disabled")
        )
        return fits and (passive is None or agent is not None) and not denied
    if low in _REFUSED:
        offered = child(verb, "dobj")
        down = low != "turned" or "down" in after
        return passive is None and offered is not None and offered.lower_ in _OFFERS and down and not denied
    if denied and passive is None and low in _TASKS and verb.dep_ in ("ccomp", "ROOT", "conj"):
        return child(verb, "dobj", "xcomp", "ccomp") is not None
    if low in _KNEW:
        if any(c.like_num for c in verb.subtree) and child(verb, "ccomp") is None:
            return False
        told = child(verb, "ccomp") is not None or object_of(verb, "of", "about") is not None
        return passive is None and told and not denied
    if (
        low in _WARNED
        and passive is not None
        and not ("times" in after and passive.lower_[:4] in ("pilo", "crew"))
    ):
        return not denied and bool(after & {"of", "about", "that", "twice", "repeatedly", "times", "before"})
    if low in _DUTIES and denied:
        return passive is None or agent is not None
    if low in _LATE:
        return "late" in after
    if low in _PASSED:
        return passive is None and bool(after & {"without", "despite", "although"})
    thing = child(verb, "dobj")
    if low in _PRESSED:
        return passive is None and child(verb, "xcomp", "ccomp") is not None and not denied
    if thing is None:
        return low == "drinking" and not denied
    if low == "put":
        return thing.lower_ in _GOODS and "before" in after
    if low in ("took", "taken", "accepted"):
        return thing.lower_ in ("bribe", "bribes", "kickbacks", "money")
    if low == "left":
        return bool(after & {"fate", "without", "die"})
    if low == "gave":
        return any(t.lower_ in ("wrong", "late", "no") for t in thing.children)
    if low == "opened":
        return thing.lower_ in _GATES and "to" in after
    return low == "did" and (
        thing.lower_ == "nothing" or any(t.lower_ in ("little", "nothing") for t in core(thing))
    )


def fault_of(page: Page, sentence: Sentence, noun: Token) -> Finding | None:
    """'The negligence of the company', 'mistakes by the crew': said by somebody else."""
    if noun.lower_ not in _FAULTS or noun.pos_ != "NOUN" or any(c.lower_ == "no" for c in noun.children):
        return None
    who = object_of(noun, "of", "by")
    if who is None or not _in_charge(page, who) or supposed(noun):
        return None
    speaker = accuser(page, sentence, noun)
    if speaker is None or same_side(page, sentence, speaker, who) or who.lower_ in speaker.lower().split():
        return None
    return accusation(sentence, "failed", noun, [noun, *core(who)], text_of(who), None)


def charged(page: Page, sentence: Sentence, verb: Token) -> Finding | None:
    """'Prosecutors charged four managers with homicide': those in charge, not a suspect of a crime."""
    if verb.lower_ not in ("charged", "indicted", "sued") or verb.pos_ != "VERB" or negated(verb):
        return None
    who = child(verb, "dobj")
    what = object_of(verb, "with", "for", "over")
    if who is None or what is None or child(verb, "nsubj") is None or who.lower_ not in _ACCUSED:
        return None
    return accusation(sentence, "accused", verb, predicate(verb), text_of(who), text_of(what))


_FORCE = word_set("police officer officers deputies soldiers guards troops union club trust driver drivers")
_ACCUSED = IN_CHARGE - _FORCE

RULES = (neglect, fault_of, charged)
