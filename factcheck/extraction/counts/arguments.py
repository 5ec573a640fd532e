"""Whom a trigger counts: the places in the syntax where the victims of a verb, adjective or noun stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.kinds import Trigger, takes_own_life
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

_SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl")
_OBJECT = ("dobj", "obj", "dative")
_WHO = frozenset({"who", "that", "which", "whom"})
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself", "oneself"})
STANDING = frozenset({"captured", "kidnapped", "arrested", "seized"})
"""'65 captured soldiers' says who they are, not how many were taken."""

_WHAT_IS_LOST = frozenset({"life", "lives", "death", "deaths", "home", "homes", "houses", "martyrdom", "action"})

_ALONG = gated(r"\b(?:along|together) with\b", re.IGNORECASE)
Found = tuple[Token, str]


def counted_by(trigger: Trigger) -> list[Found]:
    """The tokens that head the phrases of who is counted, each with the name of the rule that found it."""
    direct = _direct(trigger)
    if direct and "subject" in direct[0][1] and (aged := _aged_before(direct[0][0])) is not None:
        direct = [(aged, direct[0][1]), *direct]
    rule = direct[-1][1] if direct and "subject" in direct[-1][1] else "along with"
    return _unique(direct + [(token, rule) for token, _ in _along_with(trigger)])


def _along_with(trigger: Trigger) -> list[Found]:
    """'was killed along with six other militants'."""
    if trigger.form not in ("act", "fate", "state") or _ALONG.search(trigger.token.doc.text) is None:
        return []
    found = []
    for word in trigger.token.doc:
        if word.lower_ == "with" and word.i > 0 and word.nbor(-1).lower_ in ("along", "together"):
            node, steps = word, 0
            while node.head != node and steps < 4 and node != trigger.token:
                node, steps = node.head, steps + 1
            subject_of = node.dep_.startswith("nsubj") and node.head == trigger.token
            if (
                node == trigger.token
                or subject_of
                or any(a.head == trigger.token for a in word.ancestors if a.dep_.startswith("nsubj"))
            ):
                found += [(o, "along with") for o in _children(word, "pobj")]
    return found


def _direct(trigger: Trigger) -> list[Found]:
    finder = {
        "act": _of_act,
        "fate": _of_fate,
        "state": _of_state,
        "event": _of_event,
        "people": _of_people,
        "condition": _of_condition,
    }
    return finder.get(trigger.form, _of_toll)(trigger)


def _unique(found: list[Found]) -> list[Found]:
    seen: set[int] = set()
    unique = []
    for token, rule in found:
        if token.i not in seen:
            seen.add(token.i)
            unique.append((token, rule))
    return unique


def _children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def subjects(verb: Token, depth: int = 4) -> list[Token]:
    """The subject of a verb: its own, that of the verb it is joined to, or of the verb it completes."""
    own = _children(verb, *_SUBJECT)
    own = [s for s in own if s.lower_ not in ("there", "it") or verb.head == verb]
    if own:
        return [_antecedent(verb, s) for s in own]
    if depth == 0:
        return []
    if verb.dep_ in ("relcl", "acl"):
        return [verb.head]
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX", "ADJ"):
        return subjects(verb.head, depth - 1)
    if verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX", "ADJ"):
        made_to = [o for o in _children(verb.head, *_OBJECT) if verb.head.i < o.i < verb.i]
        return made_to or subjects(verb.head, depth - 1)  # "forced 300 families to flee", "have had to leave"
    return []


def _antecedent(verb: Token, subject: Token) -> Token:
    """'soldiers who died': the soldiers."""
    if subject.lower_ in _WHO and subject.tag_ in ("WP", "WDT", "IN"):
        node = verb
        while node.dep_ in ("conj", "xcomp", "ccomp") and node.head != node:
            node = node.head
        if node.dep_ in ("relcl", "acl", "ccomp") and node.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
            return node.head
    return subject


def _behind(trigger: Trigger) -> list[Found]:
    """'set fire to 12 huts', 'made off with three girls': the objects of the verb's preposition."""
    holders = [trigger.token, *([trigger.companion] if trigger.companion is not None else [])]
    preps = [c for h in holders for c in h.children if c.lower_ == trigger.behind and c.i > trigger.token.i]
    return [(o, "object") for prep in preps for o in _children(prep, "pobj")]


_TURNS = frozenset({"when", "after", "while", "because", "as"})
"""What begins another clause: '78 drowned when a boat sank, the governor said' drowns no governor."""


def _of_act(trigger: Trigger) -> list[Found]:
    if trigger.behind:
        return _behind(trigger)
    verb = trigger.token
    if (taken := _whom(verb)) is not None:
        return [(taken, "whom it was done to")]
    if verb.tag_ in ("NN", "NNS", "NNP"):
        if trigger.companion is not None and trigger.companion.lower_ in ("dead", "down"):
            return [(o, "object") for o in _children(trigger.companion, "pobj", *_OBJECT)]
        return _of_event(trigger)
    passive = _children(verb, "nsubjpass") or [
        s for c in _children(verb, "auxpass") for s in _children(c, "nsubj")
    ]  # "seven men remained hospitalized"
    passive = passive or _after_according(verb)
    objects = [c for c in _children(verb, *_OBJECT) if c != trigger.companion or c.lower_ not in _WHAT_IS_LOST]
    objects = objects or [c for c in _children(verb, "oprd") if c.lower_ in AGED]  # "shooting dead a 13-year-old"
    objects = [_antecedent(verb, o) if o.lower_ in _WHO and o.i < verb.i else o for o in objects]
    objects = [
        o
        for o in objects
        if o.i < verb.i or not any(t.lower_ in _TURNS for t in verb.doc[verb.i + 1 : o.left_edge.i])
    ]
    objects = [o for o in objects if not _behind_a_comma(o, verb)]
    objects = [_meant(o, verb) if trigger.kind == "killed" or o.lower_ == "them" else o for o in objects]
    if own := next((o for o in objects if o.lower_ in _REFLEXIVE), None):
        others = [(o, "object") for o in own.conjuncts if o.i > own.i]
        return [*others, *((s, "own hand") for s in _by_whom(verb))]
    if not objects and (whose := _whose_life(trigger)):
        return [(o, "of-phrase") for o in whose]
    if passive:
        return [(_antecedent(verb, s), "passive subject") for s in passive]
    if inverted := _after_its_helper(verb):
        return [(s, "inverted passive subject") for s in inverted]
    if objects:
        own_hand = _by_whom(verb) if _and_himself(verb, objects[-1]) else []
        listed = [(o, "object") for o in (*objects, *_listed_after(objects[-1], verb))]
        return [*listed, *((s, "own hand") for s in own_hand)]
    if trigger.companion is not None and trigger.companion.dep_ == "ccomp" and trigger.companion.head == verb:
        objects = _children(trigger.companion, *_OBJECT)  # "let go 17 of them"
    if objects:
        return [(o, "object") for o in objects]
    small = [s for c in _children(verb, "ccomp", "oprd") for s in _children(c, "nsubj") if c == trigger.companion]
    if small:
        return [(s, "object") for s in small]
    if trigger.companion is not None and trigger.companion.lower_ == "dead":
        objects = _children(trigger.companion, "pobj")  # "men on motorbikes shot dead an elder"
    if objects:
        return [(o, "object") for o in objects]
    joined = [o for c in _children(verb, "conj") if c.pos_ == "VERB" for o in _children(c, *_OBJECT)]
    if joined and verb.tag_ in ("VBG", "VBD", "VBZ", "VB", "VBP") and not _children(verb, "prep", "agent"):
        return [(o, "shared object") for o in joined]
    if joined and _did_both(verb, joined[0]):
        return [(o, "shared object") for o in joined]
    if verb.dep_ == "amod" and verb.head.i > verb.i:
        return [(verb.head, "modifier")] if trigger.kind not in STANDING else []
    if verb.tag_ in ("VBN", "VBD", "JJ"):
        return list(_of_participle(verb))
    return []


def _did_both(verb: Token, whom: Token) -> bool:
    """'gunmen and bandits killed and robbed a farmer': the parser takes the first verb for a participle."""
    joint = verb.doc[verb.i + 1 : verb.i + 3]
    active = verb.tag_ == "VBN" and bool(_children(verb, "nsubj")) and not _children(verb, "aux", "auxpass")
    return (
        active
        and len(joint) == 2
        and joint[0].lower_ == "and"
        and whom.head == joint[1]
        and nouns.is_person(whom.text)
    )


def _behind_a_comma(noun: Token, verb: Token) -> bool:
    """'Five residents drowned, the head of the town told us': who speaks, not who was drowned."""
    return noun.left_edge.i == verb.i + 2 and verb.nbor().text == ","


def _whom(verb: Token) -> Token | None:
    """'a hostage whom they killed', 'six men, one of whom they shot dead': the hostage, the one."""
    if verb.dep_ != "relcl":
        return None
    own = any(c.dep_ in _OBJECT and c.lower_ == "whom" for c in verb.children)
    of = [o for c in verb.head.children if c.lower_ == "of" for o in _children(c, "pobj")]
    others = any(c.dep_ in (*_OBJECT, "nsubjpass", "auxpass") and c.lower_ != "whom" for c in verb.children)
    return verb.head if own or (not others and any(o.lower_ == "whom" for o in of)) else None


def _after_according(verb: Token) -> list[Token]:
    """'According to police, two men and a boy were shot': the parser makes one list of all that is named."""
    node = verb
    while node.dep_ == "conj" and node.head.pos_ == "VERB":
        node = node.head
    if not (_children(node, "auxpass") and verb.doc[0].lower_ == "according") or _children(node, *_SUBJECT):
        return []
    said = next((o for to in verb.doc[0].children for o in _children(to, "pobj")), None)
    found = [] if said is None else [o for o in said.conjuncts if said.i < o.i < node.i]
    return [o for o in found[:1] if any(t.text == "," for t in verb.doc[said.i : o.i])]  # type: ignore[union-attr]


def _by_whom(verb: Token) -> list[Token]:
    """Who does it: its subject, or that of the verb it goes on from ('before fleeing and killing himself')."""
    node = verb
    for _ in range(6):
        if (found := subjects(node)) or node.dep_ not in ("conj", "pcomp", "advcl", "prep", "xcomp"):
            return found
        node = node.head
    return []


def _and_himself(verb: Token, last: Token) -> bool:
    """'killed his wife, two children and himself': whoever did it is dead too."""
    for token in verb.doc[last.i + 1 : last.i + 1 + _LIST_REACH]:
        if token.pos_ in ("VERB", "AUX") or token.text in ";:":
            return False
        if token.lower_ in _REFLEXIVE and token.dep_ == "conj":
            return True
    return False


_LIST_REACH = 15
"""Words of a list of victims at whose end 'and himself' may stand."""


def _listed_after(last: Token, verb: Token) -> list[Token]:
    """'killing his mother, stepfather and grandmother': what the parser hung on the verb or beside the first."""
    found = [c for c in _children(verb, "conj") if c.tag_ in ("NN", "NNS") and c.i > last.i]
    beside = [c for c in _children(last, "appos") if c.tag_ == "NN" and _children(c, "conj")]
    aged = last.lower_ in AGED
    if aged and not found and (other := _next_aged(last)) is not None:
        found = [other]
    kin = aged or bool(_children(last, "poss"))  # "shot his girlfriend, her mother and brother"
    return found + [
        c
        for c in beside
        if not _children(c, "det") and (not _children(c, "poss") or (kin and nouns.is_sort(c.text, "kin")))
    ]


def _aged_before(subject: Token) -> Token | None:
    """'A 22-year-old and his cousin were shot': the first, which the parser takes for a sentence of its own."""
    joint = subject.left_edge.i - 1
    if joint < 2 or subject.doc[joint].lower_ != "and" or subject.dep_ == "conj":
        return None
    aged = subject.doc[joint - 1]
    if aged.lower_ not in AGED or aged.nbor(-1).text not in ("-", "year"):
        return None
    before = aged.i - 1
    while before >= 0 and (subject.doc[before].like_num or subject.doc[before].lower_ in _IN_AN_AGE):
        before -= 1
    return aged if before < 0 or subject.doc[before].lower_ in _OPENS_A_CLAUSE else None


_IN_AN_AGE = frozenset({"-", "year", "years", "a", "an", "the", "another"})
_OPENS_A_CLAUSE = word_set('that said says when where after before while as because : ; " -') | {","}


AGED = frozenset({"old", "olds", "year-old", "yearold"})
"""What ends an age that stands for a person: 'a 13-year-old'."""


def _next_aged(last: Token) -> Token | None:
    """'killing a 30-year-old and a 31-year-old', 'and his father': the second, which the parser hangs anywhere."""
    after = last.doc[last.i + 1 : last.i + 8]
    if not after or after[0].lower_ not in ("and", ","):
        return None
    for token in after[1:]:
        if token.tag_ == "HYPH" or token.dep_ == "compound":
            continue
        if token.lower_ in AGED or nouns.is_person(token.text):
            behind = token.doc[token.i + 1 : token.i + 2]
            joined = token.dep_ in ("conj", "appos") and token.head != last
            return token if joined and not (behind and behind[0].tag_.startswith(("N", "V"))) else None
        if token.tag_ not in ("DT", "CD", "NN", "CC", "PRP$", "IN"):
            return None
    return None


def _whose_life(trigger: Trigger) -> list[Token]:
    """'claimed the life of one man and injured three others': the man."""
    lost = trigger.companion
    if lost is None or lost.lower_ not in _WHAT_IS_LOST or lost.head != trigger.token:
        return []
    found = [o for of in lost.children if of.lower_ == "of" for o in _children(of, "pobj")]
    beside = [o for o in lost.conjuncts if o.i > lost.i and nouns.is_person(o.text)] if found else []
    return found + beside  # "the lives of a doctor, two nurses and seven patients"


def _after_its_helper(verb: Token) -> list[Token]:
    """'Also killed were two nurses', 'injured in the blast was a guard': the subject after its verb."""
    if verb.tag_ not in ("VBN", "VBD"):
        return []
    helpers = [c for c in _children(verb, "auxpass") if c.i > verb.i]
    return [s for c in helpers for s in (*_children(c, "attr"), *_children(verb, "attr")) if s.i > c.i]


def _meant(token: Token, verb: Token) -> Token:
    """'arrested fifteen villagers and executed them', 'shot a clerk, killing him': the villagers, the clerk."""
    node = verb
    while token.lower_ in AGAIN and node.dep_ in ("conj", "advcl") and node.head != node:
        if _children(node, *_SUBJECT):
            return token
        node = node.head
        before = [o for o in _children(node, *_OBJECT) if o.i < verb.i]
        if before and token.lower_ == "them":
            return before[0]
        if before:
            return before[0] if _is_somebody(before[0]) else token
    return token


AGAIN = frozenset({"them", "him", "her"})
"""Pronouns that take up the object of the verb before."""


def _is_somebody(noun: Token) -> bool:
    return noun.tag_ == "NNP" or nouns.is_one_person(noun.text)


_THOUGHT = word_set("feared believed presumed reported thought confirmed declared")
LEAVES = frozenset({"left", "leaves", "leaving", "leave"})
_AT_WHOM = word_set("both at himself herself him her them his their")


def _of_participle(verb: Token) -> Iterator[Found]:
    """'58 soldiers killed in', '2 dead, 7 wounded', and a participle that shares the subject of another."""
    own = _children(verb, "nsubj")
    helpers = {c.lower_ for c in _children(verb, "aux", "auxpass")}
    if own and verb.tag_ == "VBD" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in _AT_WHOM:
        return  # "the gunman shot both"
    if own and (struck := _behind_its_particle(verb)) is not None:
        yield struck, "object"
        return
    if own and not helpers & {"has", "have", "had", "did", "does", "do", "will"}:
        for subject in own:
            yield _antecedent(verb, subject), "participle after its subject"
        return
    if verb.dep_ in ("acl", "relcl") and verb.tag_ in ("VBN", "VBD"):
        head = verb.head
        yield head, "reduced clause"
        while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN", "NUM"):
            head = head.head
            yield head, "reduced clause of a list"
        return
    if verb.dep_ == "conj":
        head = verb.head
        conj_object = any(c.dep_ in _OBJECT for c in verb.head.children)
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in head.children)
        active = head.tag_ in ("VBZ", "VBP") or (
            head.tag_ == "VBD" and any(c.dep_ == "prep" for c in head.children)
        )
        passive = passive or head.lower_ in ("was", "were")  # "were on a visit and were wounded"
        if passive or (not conj_object and verb.tag_ == "VBN" and not active):
            for subject in subjects(head):
                yield subject, "shared passive subject"
    if verb.dep_ in ("ccomp", "oprd", "acomp") and verb.head.lower_ in LEAVES and verb.tag_ == "VBN":
        for left in [o for o in _children(verb.head, *_OBJECT) if o.i < verb.i]:
            yield left, "object left so"
    if verb.dep_ in ("xcomp",) or (verb.dep_ in ("oprd", "acomp", "ccomp") and verb.head.lower_ in _THOUGHT):
        for subject in subjects(verb) or subjects(verb.head):
            yield subject, "raised subject"
    if verb.dep_ in ("advcl", "ccomp") or verb.head == verb:
        for number in _children(verb, "nummod", "npadvmod", "meta", "dep", "advmod"):
            if number.like_num or number.pos_ in ("NUM", "NOUN"):
                yield number, "number beside it"


def _behind_its_particle(verb: Token) -> Token | None:
    """'An F-16 shot down a transport plane': what stands behind the particle, whatever the parser says."""
    particle = next((c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1), None)
    if particle is None or verb.tag_ != "VBD":
        return None
    return next(
        (c for c in verb.children if c.dep_ in ("npadvmod", "dep") and c.left_edge.i == particle.i + 1
         and c.left_edge.tag_ in ("DT", "PRP$", "CD")), None,
    )  # fmt: skip


def _of_fate(trigger: Trigger) -> list[Found]:
    verb = trigger.token
    if trigger.companion is not None and takes_own_life(verb) and verb.dep_ == "pcomp":
        verb = verb.head.head  # "shot two relatives before taking his own life"
    found = [(s, "subject") for s in subjects(verb)]
    if not found and verb.dep_ in ("acl", "amod"):
        found = [(verb.head, "subject")]
    return found


def _of_state(trigger: Trigger) -> list[Found]:
    word = trigger.token
    own = _children(word, "nsubj", "nsubjpass") or [
        s for c in _children(word, "aux") for s in _children(c, "nsubj")
    ]
    found: list[Found] = [(s, "subject of the state") for s in own]
    numbers = [
        c
        for c in _children(word, "nummod", "npadvmod", "meta", "quantmod", "amod", "dep")
        if c.pos_ in ("NUM", "NOUN")
    ]
    found += [(n, "number beside it") for n in numbers]
    head = word.head
    if any(rule == "subject of the state" for _, rule in found):
        return found
    if word.dep_ in ("amod", "nmod", "acl", "appos", "compound") and head != word:
        if head.lower_ not in ("nobody", "none", "no-one"):  # "of the dead nobody has a list"
            found.append((head, "modifier"))
    elif word.dep_ in ("pcomp", "pobj", "amod") and head.lower_ == "as" and head.head.pos_ == "VERB":
        found += _of_complement(head, head.head)
    elif word.dep_ in ("acomp", "attr", "oprd", "xcomp", "advcl", "ccomp", "conj") and head != word:
        found += _of_complement(word, head)
    return found


def _of_complement(word: Token, verb: Token) -> list[Found]:
    """'are dead', 'left ten people dead', 'was pronounced dead', 'feared dead'."""
    counted_anew = any(t.like_num for t in word.doc[verb.i + 1 : word.i])  # "and 30 passengers are missing"
    if word.dep_ in ("conj", "advcl") and counted_anew:
        return []  # also "claimed around 200 Ruritanian dead"
    if word.dep_ == "conj" and verb.pos_ in ("ADJ", "VERB") and not _children(word, *_SUBJECT):
        return [(s, "shared subject of the state") for s in subjects(verb)] or _of_complement(verb, verb.head)
    passive = _children(verb, "nsubjpass")
    if passive:
        return [(_antecedent(verb, s), "passive subject of the state") for s in passive]
    if word.dep_ in ("oprd", "xcomp", "ccomp", "advmod", "acomp") and (objects := _children(verb, *_OBJECT)):
        before = [o for o in objects if o.i < word.i]
        return [(o, "object left so") for o in before or objects]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return [(verb.head, "reduced clause of the state")]
    return [(s, "subject of the state") for s in subjects(verb)]


def _of_event(trigger: Trigger) -> list[Found]:
    """'deaths of 23 personnel', 'Soleimani's death', 'the shooting death of a man'."""
    noun = trigger.token
    found: list[Found] = []
    for of in (c for c in noun.children if c.lower_ == "of"):
        found += [(o, "of-phrase") for o in (*_children(of, "pobj"), *_joined_to_the_noun(noun, of))]
    if not found and noun.lower_ in ("death", "murder", "killing", "assassination", "slaying", "execution"):
        found += [(p, "whose death") for p in _children(noun, "poss")]
    return [(noun, "counted itself"), *found]


def _joined_to_the_noun(event: Token, of: Token) -> Iterator[Token]:
    """'the murder of a priest and his cook shocked': the cook, whom the parser joins to the murder or the verb."""
    if not any(
        c.lower_ == "and" and c.i > of.i for holder in (event, *_children(of, "pobj")) for c in holder.children
    ):
        return
    beside = [c for c in _children(event, "conj") if c.i > of.i]
    if event.dep_ in ("nsubj", "nsubjpass"):
        beside += [c for c in _children(event.head, "nsubj", "nsubjpass") if of.i < c.i < event.head.i]
    for one in beside:
        told = any(c.dep_ in ("det", "poss", "nummod") for c in one.children)
        if (told and nouns.is_person(one.text)) or (one.like_num and _children(one, "prep")):
            yield one


_STATES = word_set(
    "critical serious stable fair good grave guarded poor satisfactory life-threatening non-life-threatening"
)
_WITH_STATE = {"condition": _STATES, "care": frozenset({"intensive"})}
_BEDS = word_set("hospital hospitals shelters camps centres centers ruins")
_WHERE = frozenset({"condition", "care", "hands", "captivity"}) | _BEDS
_LIES = word_set(
    "be is are was were been remain remains remained stay stays stayed staying lie lies lay live living housed"
)
_ENDS_WITH = word_set(
    "left leaves leaving leave put puts putting landed landing lands sent sends sending ended ends"
)


def _in_bed(holder: Token) -> bool:
    """'five people are in hospital', 'ended with five people in the hospital'; not 'a doctor in the hospital'."""
    if holder.pos_ in ("VERB", "AUX"):
        return holder.lower_ in _LIES
    if holder.head == holder and not any(t.pos_ == "VERB" for t in holder.doc):
        return holder.like_num or any(c.dep_ == "nummod" for c in holder.children)  # "Seven in hospital"
    governor = holder.head.head if holder.dep_ == "pobj" and holder.head.lower_ == "with" else holder.head
    return holder.dep_ in ("dobj", "pobj", "nsubj") and governor.lower_ in _ENDS_WITH


_WITH = ("with", "from")
_LEFT = word_set("leave left leaves leaving sent sends found suffering suffered suffers")


def _of_condition(trigger: Trigger) -> list[Found]:
    """'was listed in critical condition', 'four people with gunshot wounds', 'left a boy in serious condition'."""
    noun = trigger.token
    if noun.lower_ in _WITH_STATE and not any(
        c.lower_ in _WITH_STATE[noun.lower_] for t in noun.children for c in (t, *t.children)
    ):
        return []
    link = noun.head
    if link.lower_ not in (("in",) if noun.lower_ in _WHERE else ("on",) if noun.lower_ == "admission" else _WITH):
        return []
    holder = link.head
    if (noun.lower_ in _BEDS or link.lower_ == "on") and not _in_bed(holder):
        return []
    if noun.lower_ == "hands" and not (_children(noun, "prep", "poss") and holder.lower_ in _LIES):
        return []
    if holder.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
        listed = [c for c in holder.conjuncts if holder.i < c.i < link.i]  # "four dead and 15 people with wounds"
        return [(max(listed, key=lambda t: t.i, default=holder), "in that condition")]
    if link.lower_ == "from" and holder.lower_ not in _LEFT:
        return []
    if holder.dep_ == "acl" and holder.pos_ == "VERB":
        return [(holder.head, "in that condition")]
    if (objects := _children(holder, *_OBJECT)) and not _children(holder, "nsubjpass"):
        nearest = [o for o in objects if o.i < link.i][-1:] or objects
        return [(o, "in that condition") for o in nearest] if holder.lower_ in _LEFT else []
    return [(s, "in that condition") for s in subjects(holder)]


def _of_people(trigger: Trigger) -> list[Found]:
    noun = trigger.token
    found: list[Found] = [(noun, "counted itself")]
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lower_ in (
        "are",
        "were",
        "include",
        "included",
        "is",
        "was",
    ):
        found += [(a, "named as the dead") for a in _children(noun.head, "attr", *_OBJECT)]
    if noun.tag_ != "NNS" or noun.lower_ in ("bodies", "corpses", "lives", "remains", "skeletons"):
        for of in (c for c in noun.children if c.lower_ == "of"):
            found += [(o, "of-phrase") for o in _children(of, "pobj")]
    return found


def _of_toll(trigger: Trigger) -> list[Found]:
    return []
