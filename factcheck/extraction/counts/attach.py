"""Which amount hangs on which trigger: by syntax first, then by position; one count for each amount and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.extraction.counts import nouns, subjects
from factcheck.extraction.counts.arguments import LEAVES, STANDING, Found, counted_by
from factcheck.extraction.counts.kinds import FIGURE_ONLY, Trigger, senses, triggers
from factcheck.extraction.counts.persons import KIN, amount_of, is_ordinal
from factcheck.extraction.counts.quantities import ONE, Amount, Reading, coordinated, joined
from factcheck.extraction.counts.reality import unreal
from factcheck.extraction.counts.surface import beside
from factcheck.extraction.counts.weak import (
    ARMS,
    BURN,
    BY_FORCE,
    CAPTIVE,
    FIGHTERS,
    GO_AWAY,
    KEEP,
    TAKE,
    as_counted,
    is_weak,
    may_be_displaced,
    may_be_taken,
)
from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

MORE_REACH = 8
"""Words after a counted figure in which "and 9 more" is of its kind."""

FEW = 10
"""'Two protesters lost an eye': fewer than so many are no march."""

PERSON_KINDS = frozenset(
    {"killed", "wounded", "casualties", "missing", "captured", "kidnapped", "arrested", "displaced", "attendance"}
)
THING_KINDS = frozenset({"seized", "destroyed"})
ONE_PERSON_KINDS = frozenset({"killed", "wounded", "casualties", "captured", "kidnapped"})
"""Kinds of which a single person without a figure ("a soldier was killed") is a claim."""


@dataclass(slots=True)
class Attached:
    """An amount on a trigger: a count before it becomes a finding."""

    trigger: Trigger
    amount: Amount
    rule: str
    confidence: float


def attached(reading: Reading, used: set[int]) -> list[Attached]:
    """The amounts of a sentence that hang on a trigger; ``used`` holds those taken, afterwards these too."""
    words = triggers(reading.tokens)
    found = [a for a in _by_syntax(reading, words) if a.amount.key not in used]
    used |= {key for a in found for key in _keys(a.amount)}
    placed = beside(reading, [w for w in words if not is_weak(w)], used, Attached)
    found += _with_list(placed, reading, used | {a.amount.key for a in placed})
    used |= {key for a in found for key in _keys(a.amount)}
    weak = beside(reading, [w for w in words if is_weak(w)], used, Attached)
    found += [a for a in weak if _countable(a.amount, a.trigger)]
    used |= {a.amount.key for a in found}
    found += _and_more(found, reading, used)
    used |= {a.amount.key for a in found}
    found += _haul(found, words, reading, used)
    return _settle(found)


_SEARCHED = word_set("found seized recovered confiscated secured captured retrieved discovered impounded")
_LISTED = re.compile(
    r"\s*(?:,|;|and|,\s*and|plus|as\s+well\s+as|in\s+addition\s+to|,\s*in\s+addition\s+to)\s*", re.IGNORECASE
)


def _haul(found: list[Attached], words: list[Trigger], reading: Reading, used: set[int]) -> Iterator[Attached]:
    """'The following were found: 3 rifles, 11 pistols and 2 grenades': every item of a haul of arms."""
    trigger = next((w for w in words if w.kind == "seized" or w.token.lower_ in _SEARCHED), None)
    if trigger is None:
        return
    taken = [a.amount for a in found if a.trigger.kind == "seized"]
    last = max((a.span[1] for a in taken), default=None)
    colon = reading.text.find(":", trigger.token.idx)
    for amount in sorted(reading.figures, key=lambda a: a.span[0]):
        noun = amount.noun
        if (
            amount.key in used
            or noun is None
            or not (nouns.is_category(noun.text, "thing") or noun.lower_ in _GEAR)
        ):
            continue
        begins = colon >= 0 and not reading.text[colon + 1 : amount.span[0]].strip()
        goes_on = last is not None and last < amount.span[0] and _is_next(reading, last, amount.span[0])
        if noun.lower_ in ARMS | _GEAR and (begins or goes_on):
            last = amount.span[1]
            yield Attached(replace(trigger, kind="seized"), amount, "one of a haul", 0.7)


_GEAR = word_set(
    "trucks pickups pick-ups lorries cars boats rounds bullets shells cartridges knives phones "
    "telephones radios machetes helmets uniforms laptops "
    "computers drones belts"
)


def _is_next(reading: Reading, end: int, start: int) -> bool:
    """True when only the counted noun and a joining word stand between two items of a list."""
    between = reading.text[end:start]
    return (
        len(between) < 60
        and re.fullmatch(r"(?:\s*[\w'-]+){0,5}?" + _LISTED.pattern, between, re.IGNORECASE) is not None
    )


def _and_more(found: list[Attached], reading: Reading, used: set[int]) -> Iterator[Attached]:
    """'killed 12 militants in the north and 9 more in the south': the verb is not said again."""
    for amount in reading.figures:
        before = reading.tokens[amount.first.i - 1].lower_ if amount.first.i else ""
        if amount.key in used or not amount.more or amount.noun is not None or before not in ("and", ","):
            continue
        near = [
            a for a in found if 0 < amount.first.i - a.amount.last.i <= MORE_REACH and a.amount.how == "figure"
        ]
        last = max(near, key=lambda a: a.amount.last.i, default=None)
        between = reading.tokens[last.amount.last.i + 1 : amount.first.i] if last is not None else ()
        if last is not None and not any(t.pos_ in ("VERB", "AUX") or t.text in ";:" for t in between):
            yield Attached(last.trigger, amount, "and so many more", 0.6)


def _with_list(placed: list[Attached], reading: Reading, used: set[int]) -> Iterator[Attached]:
    """'4 adults, 1 child shot': what stands in a list before an amount that its place alone attached."""
    for one in placed:
        others: list[Amount] = []
        if one.trigger.token.i > one.amount.last.i and one.trigger.kind in PERSON_KINDS:
            ends = {a.last.i: a for a in reading.figures if _is_person(a) and a.key not in used}
            others = list(_to_the_left(one.amount, ends))
        if others and _one_party([one.amount, *others]):
            yield Attached(one.trigger, joined([one.amount, *others]), one.rule, one.confidence)
            continue
        yield one
        for other in others:
            yield Attached(one.trigger, other, "list before the verb", one.confidence)


def _keys(amount: Amount) -> set[int]:
    return {amount.key} | {member.key for member in amount.members}


def _by_syntax(reading: Reading, found: list[Trigger]) -> Iterator[Attached]:
    for trigger in found:
        if unreal(trigger):
            continue
        elided = _figure_before(reading, trigger)
        if elided is not None and (not is_weak(trigger) or _countable(elided, trigger)):
            yield Attached(as_counted(trigger, elided), elided, "figure right before it", 0.85)
            continue
        for rule, tokens in _grouped(counted_by(trigger)):
            for amount in _amounts(tokens, reading, trigger, alone=rule == "counted itself"):
                if _says_nothing(amount, trigger, rule):
                    continue
                trigger = as_counted(trigger, amount)
                listed = "subject" in rule or (rule == "reduced clause" and _opens(amount, reading))
                others = list(_list_by_position(amount, reading, trigger)) if listed else []
                others = [other for other in others if _countable(other, trigger)]
                if others and rule == "reduced clause" and _one_party([amount, *others]):
                    amount, others = joined([amount, *others]), []
                yield Attached(trigger, amount, rule, _CONFIDENCE.get(amount.how, 0.6))
                for other in others:
                    yield Attached(trigger, other, "list before the verb", 0.7)


def _grouped(found: list[Found]) -> list[tuple[str, list[Token]]]:
    """The tokens by rule; only subjects of one verb are one list, whatever the parser made of their commas."""
    groups: list[tuple[str, list[Token]]] = []
    for token, rule in found:
        if groups and groups[-1][0] == rule and "subject" in rule:
            groups[-1][1].append(token)
        else:
            groups.append((rule, [token]))
    return groups


_STATISTICS = re.compile(
    r"\b(?:this|last|per|a|each|every|the|previous|in)\s+(?:the\s+)?(?:year|19\d\d|20\d\d)\b|\bmonths\s+of\b|"
    r"\bto\s+date\b",
    re.IGNORECASE,
)
_DEEDS = frozenset({"killings", "shootings", "murders", "executions"})
_CRIMES = frozenset({"homicides", "homicide", "murders", "slayings"})


def _says_nothing(amount: Amount, trigger: Trigger, rule: str) -> bool:
    """'the wounded man', 'protests over the death of a student', 'one of those killed', '24 murders this year'."""
    if trigger.token.lower_ in _CRIMES and rule == "counted itself" and _STATISTICS.search(trigger.token.doc.text):
        return True
    if trigger.token.lower_ in _DEEDS and any(c.lower_ == "mass" for c in trigger.token.children):
        return True
    if amount.noun is not None and amount.noun.lower_ in ("survivor", "survivors") and trigger.kind == "killed":
        return True
    if amount.how in SINGLE and (rule == "modifier" or (trigger.form == "event" and _presupposed(trigger))):
        return True
    if amount.how in SINGLE and trigger.token.dep_ in ("relcl", "acl") and _mourned(amount):
        return True
    return _one_of(amount) and ("clause" in rule or trigger.token.dep_ in ("relcl", "acl"))


_OCCASION = gated(
    r"\b(?:protest\w*|demonstrat\w*|riot\w*|strikes?|bandh|shutdown|vigil\w*|condemn\w*|mourn\w*|anniversary|"
    r"commemorat\w*|memorial|funeral)\b",
    re.IGNORECASE,
)


_MOURNING = re.compile(
    r"\b(?:vigils?|funerals?|memorials?|mourn\w*|honou?r(?:s|ed|ing)?|tributes?|remember(?:s|ed|ing)?|anniversary|"
    r"memory|burial|wake|service|ceremony|grief|grieving|rall(?:y|ied)|march(?:ed)?)\b[^.;]{0,45}$",
    re.IGNORECASE,
)


def _mourned(amount: Amount) -> bool:
    """'a vigil for a boy who was killed', 'the funeral of Smith, who died': why people came, not what is told."""
    before = amount.head.doc.text[: amount.first.idx]
    return _MOURNING.search(before[-90:]) is not None


def _presupposed(trigger: Trigger) -> bool:
    """'protested against the killing of a student': the death is why, not what is told."""
    return _OCCASION.search(trigger.token.doc.text) is not None


def _one_of(amount: Amount) -> bool:
    """'was one of those killed': not a toll of one."""
    last = amount.head
    return (
        amount.quantity == ONE
        and last.lower_ == "one"
        and last.i + 1 < len(last.doc)
        and last.nbor().lower_ == "of"
    )


def _figure_before(reading: Reading, trigger: Trigger) -> Amount | None:
    """'and 346 injured', '12 dead': a figure without a noun that ends where the trigger begins."""
    if trigger.form not in ("act", "fate", "state"):
        return None
    after = trigger.token.i + 1
    if trigger.kind in STANDING and after < len(reading.tokens) and reading.tokens[after].tag_[:2] in ("NN", "JJ"):
        return None
    at = trigger.token.i - 1
    while at > 0 and (reading.tokens[at].lower_.endswith("ly") or _is_thought(reading.tokens[at], trigger)):
        at -= 1
    return next(
        (
            a
            for a in reading.figures
            if a.last.i == at and (a.noun is None or a.noun.lower_ in ("them", "whom")) and a.last.tag_ != "VBN"
        ),
        None,
    )


_THOUGHT = word_set(
    "are were is was now initially already also still been have had thought feared believed presumed reported "
    "confirmed known said to be"
)


def _is_thought(word: Token, trigger: Trigger) -> bool:
    """'between 11 and 14 are thought dead'."""
    return trigger.form == "state" and word.lower_ in _THOUGHT


_CONFIDENCE = {"figure": 0.9, "list": 0.8, "one": 0.8, "none": 0.85, "name": 0.7, "definite": 0.6, "pronoun": 0.55}


def _amounts(tokens: list[Token], reading: Reading, trigger: Trigger, *, alone: bool = False) -> list[Amount]:
    """The amounts of a phrase and, unless it stands alone, of what is joined to it; persons are added up."""
    heads = {t.i: t for token in tokens for t in ([token] if alone else coordinated(token))}
    heads = {i: t for i, t in heads.items() if not (_taken_over(t, reading) or _cut_off(t, trigger))}
    parts = [amount_of(t, reading) for t in heads.values()]
    if trigger.kind == "killed" and trigger.form == "act":
        unknown = [t for t, a in zip(heads.values(), parts, strict=True) if a is None]
        parts += [one for token in unknown for one in _unknown_person(token)]
    known = [a for a in parts if a is not None and _countable(a, _of_arms(trigger, a))]
    if len(tokens) > 1 and any(a.how != "name" for a in known):
        known = [a for a in known if a.how != "name"]  # a dateline that the parser took for a second subject
    if trigger.token.lower_ == "lost" and trigger.form == "act":
        return [replace(a, how="one") if a.how in SINGLE else a for a in known]  # 'lost her mother and two sons'
    if len(known) > 1:
        known = [a for a in known if not (is_ordinal(a) or _is_money(a))] or known
    if len(known) > 1 and not _in_places(known) and _one_party(known) and trigger.kind in PERSON_KINDS:
        return [joined(known)]
    if len(known) > 1:
        return [replace(a, how="one") if a.how == "definite" else a for a in known]
    return known


def _of_arms(trigger: Trigger, amount: Amount) -> Trigger:
    """'41 vehicles were captured': seized, in front of the verb as behind it."""
    return as_counted(trigger, amount) if trigger.kind == "captured" else trigger


_MONEY = re.compile(
    r"\s+(?:in|of|worth|for)\s+(?:\w+\s+)?(?:losses|damages?|aid|dollars|euros|pounds|rupees|debts?|property"
    r"|cash|funds?|fines|compensation)\b",
    re.IGNORECASE,
)


def _is_money(amount: Amount) -> bool:
    """'six people and millions in losses'."""
    return amount.noun is None and _MONEY.match(amount.head.doc.text, amount.span[1]) is not None


_PLACED = re.compile(r"\s+(?:[\w'’-]+\s+){0,2}?(?:in|at|near)\s+(?:the\s+)?[A-Z]")


def _in_places(amounts: list[Amount]) -> bool:
    """'22 people in Dinga and 21 in Barla': each has a place of its own, so they are not added up."""
    text = amounts[0].head.doc.text
    return all(a.how == "figure" and _PLACED.match(text, a.span[1]) is not None for a in amounts)


def _cut_off(token: Token, trigger: Trigger) -> bool:
    """'31,000 people in need; 6,200 families displaced': a semicolon ends what a word counts."""
    first, last = sorted((token.i, trigger.token.i))
    return trigger.form != "toll" and any(t.text == ";" for t in token.doc[first:last])


def _unknown_person(token: Token) -> Iterator[Amount]:
    """'shot dead an interpreter': whoever is killed is a person, whatever the word, unless it is a known thing."""
    article = next((c for c in token.children if c.lower_ in ("a", "an") and c.i < token.i), None)
    if article is not None and token.tag_ in ("NN", "NNP") and nouns.known(token.text) is None:
        yield Amount(token, article, token, ONE, "one", noun=token)


def _opens(amount: Amount, reading: Reading) -> bool:
    """'left two men and a woman wounded', '2 adults, 2 children killed in fire': a list of which the parser
    makes a
    clause of the last alone."""
    before = [t.lower_ for t in reading.tokens[max(0, amount.first.i - 8) : amount.first.i]]
    return not LEAVES.isdisjoint(before) or len(before) < 8


def _list_by_position(amount: Amount, reading: Reading, trigger: Trigger) -> Iterator[Amount]:
    """'... near the town, seven assailants and four soldiers were killed': what the parser lost of a list."""
    alike = _is_thing if trigger.kind in THING_KINDS else _is_person
    others = [a for a in reading.figures if alike(a) and (a.first.i == 0 or _not_a_part(a))]
    yield from _to_the_left(amount, {a.last.i: a for a in others})
    yield from _to_the_right(amount, {a.first.i: a for a in others})


def _to_the_left(amount: Amount, ends: dict[int, Amount]) -> Iterator[Amount]:
    tokens, at = amount.first.doc, amount.first.i - 1
    while at > 0 and tokens[at].lower_ in _JOINS:
        at -= 1 + (tokens[at - 1].text == ",")
        other = ends.get(at)
        if other is None or (other.first.i and other.first.nbor(-1).lower_ in _OF):
            return
        yield other
        at = other.first.i - 1


def _to_the_right(amount: Amount, starts: dict[int, Amount]) -> Iterator[Amount]:
    tokens, at = amount.last.doc, amount.last.i + 1
    while at + 1 < len(tokens) and tokens[at].lower_ in _JOINS:
        at += 1 + (tokens[at + 1].lower_ in ("and", "or"))
        other = starts.get(at)
        if other is None:
            return
        yield other
        at = other.last.i + 1


_JOINS = frozenset({"and", "or", ","})
_OF = word_set("of to by for with from among")
"""'According to testimonies of eleven survivors, six inmates were shot': no list."""


def _is_person(amount: Amount) -> bool:
    return amount.noun is not None and nouns.is_person(amount.noun.text)


def _is_thing(amount: Amount) -> bool:
    return amount.noun is not None and nouns.is_category(amount.noun.text, "thing")


def _not_a_part(amount: Amount) -> bool:
    """Not 'among them four women, and six others were ...'."""
    return amount.first.i == 0 or amount.first.nbor(-1).lower_ not in ("them", "whom", "including")


def _taken_over(token: Token, reading: Reading) -> bool:
    """A figure without a noun that stands before another trigger belongs to that one ("... and 447 wounded")."""
    amount = reading.figure_at(token)
    if amount is None or amount.noun is not None or amount.last.i + 1 >= len(reading.tokens):
        return False
    after = reading.tokens[amount.last.i + 1]
    return after.tag_ in ("VBN", "VBD", "JJ") and after.lower_ in senses()


_OFFICERS = frozenset({"officer", "officers"})
_ANYBODY = word_set("others other people persons man men woman women suspect suspects victims more")
_ARMED = frozenset({"soldier", "militant", "police"})


def _one_party(amounts: list[Amount]) -> bool:
    """A list of plain persons is one number of victims; soldiers and militants are not."""
    if _apart(amounts):
        return False
    officers = [a for a in amounts if a.noun is not None and a.noun.lower_ in _OFFICERS]
    if officers and any(_outsider(a) for a in amounts):
        return False
    return all(a.quantity.low is not None and a.quantity.low > 0 and _plain_person(a) for a in amounts)


def _apart(amounts: list[Amount]) -> bool:
    """'17 inmates and one guard', '55 families, or 280 people': of different sorts, so they are no sum."""
    named = {a.noun.lower_ for a in amounts if a.noun is not None}
    return len(named) > 1 and bool(named & (_SORTS | _HOMES)) and not named & KIN


_HOMES = word_set("families households homes")
_SORTS = word_set(
    "inmates inmate prisoners guards guard wardens warders teachers teacher schoolteacher pupils students "
    "nurses nurse doctors "
    "doctor medics journalists journalist reporters villagers farmers miners monks monk fishermen sailors "
    "passengers "
    "migrants refugees worshippers firefighters paramedics protesters demonstrators workers traders pilgrims "
    "tourists "
    "shepherds herders hostages captives peacekeepers"
)


def _outsider(amount: Amount) -> bool:
    """'three officers and a journalist' are two counts; 'two officers and three others' may be one."""
    noun = amount.noun
    return noun is not None and amount.how in ("figure", "one") and noun.lower_ not in _OFFICERS | _ANYBODY


def _plain_person(amount: Amount) -> bool:
    if amount.noun is None:
        return True
    role = subjects.role_of(amount.noun.text)
    if amount.how == "figure" and (not nouns.is_person(amount.noun.text) or role == "civilian"):
        return False  # six priests and two women are two counts
    return role not in _ARMED


_MANY = frozenset({"many", "numerous", "a number", "countless", "several"})
_FALL = frozenset({"fell", "fallen"})
_FALLS = word_set("from off into down through to ill sick asleep behind short under back out over")
FALLEN = word_set(
    "soldiers soldier fighters fighter guerrillas guerrilla elements element troops martyrs martyr combatants "
    "combatant officers officer policemen policeman comrades comrade militiamen servicemen personnel jawans "
    "bandits bandit "
    "terrorists terrorist militants militant rebels rebel insurgents insurgent defenders defender peacekeepers "
    "legionnaires"
)
"""'Twenty elements fell': of fighters it means that they died."""
SINGLE = frozenset({"one", "definite", "name", "pronoun"})
_FINDING = word_set(
    "found recovered discovered pulled dumped retrieved exhumed lay lying lies unearthed identified"
)


_THAN = re.compile(r"\s+(?:more\s+|fewer\s+|less\s+)?than\b", re.IGNORECASE)
"""'23 deaths, four more than on Saturday': the four are told by the 23."""


def _countable(amount: Amount, trigger: Trigger) -> bool:
    noun = amount.noun
    if amount.how == "figure" and noun is None and _THAN.match(trigger.token.doc.text, amount.span[1]):
        return False
    if noun is not None and noun.lower_ in CAPTIVE and noun == amount.first and trigger.token.lower_ in TAKE:
        return False  # "251 taken hostage" takes no second one
    if amount.how in SINGLE and trigger.token.lower_ == "buried":
        return False
    if trigger.token.lower_ in FIGURE_ONLY and amount.how in ("definite", "name", "pronoun"):
        return False
    if (
        trigger.form == "event"
        and amount.quantity == ONE
        and (noun == trigger.token or trigger.token.lower_ == "loss")
    ):
        return False
    if (
        amount.how in SINGLE
        and trigger.form == "event"
        and trigger.token.lower_ in ("shooting", "loss", "injuries", "injury")
    ):
        return False
    if trigger.form in ("event",) and noun == trigger.token and amount.how not in ("figure", "none"):
        return False
    if trigger.form == "people" and noun == trigger.token and amount.how not in ("figure", "none"):
        return amount.how == "one" and trigger.token.head.lower_ in _FINDING
    if amount.quantity.low is None and amount.quantity.high is None and trigger.form in ("event", "state"):
        return amount.vague_word in _MANY and trigger.form == "event" and trigger.token.tag_ == "NNS"
    if trigger.token.lower_ in _FALL and trigger.form == "fate" and trigger.companion is None:
        after = trigger.token.nbor().lower_ if trigger.token.i + 1 < len(trigger.token.doc) else ""
        return noun is not None and noun.lower_ in FALLEN and after not in _FALLS
    if trigger.kind == "captured" and trigger.token.lower_ in TAKE and trigger.token.lower_ != "captured":
        companion = trigger.companion.lower_ if trigger.companion is not None else ""
        return companion in CAPTIVE or may_be_taken(amount, trigger)
    if trigger.kind == "displaced" and noun is not None and noun.lower_ in FIGHTERS:
        return False
    if trigger.kind == "attendance" and trigger.form == "people" and 0 < (amount.quantity.low or 0) < FEW:
        return False
    if trigger.kind == "displaced" and trigger.token.lower_ in GO_AWAY and trigger.companion is None:
        return may_be_displaced(amount)
    if trigger.kind == "displaced" and trigger.token.lower_ == "left" and trigger.form == "fate":
        return may_be_displaced(amount)
    if trigger.kind == "seized" and noun is not None and noun.lower_ == "others":
        return trigger.token.lower_ in ("seized", "took", "captured", "recovered") and _among_things(trigger)
    if trigger.kind == "seized" and noun is not None and nouns.is_person(noun.text):
        return trigger.token.lower_ in BY_FORCE and may_be_taken(amount, trigger)
    if trigger.kind == "seized" and trigger.token.lower_ in KEEP:
        return amount.how == "figure" and noun is not None and noun.lower_ in ARMS
    if trigger.kind == "destroyed" and trigger.token.lower_ in BURN and noun is not None:
        return amount.how == "figure" and nouns.is_category(noun.text, "thing")
    if trigger.kind == "destroyed" and noun is not None and noun.lower_ == "others":
        return _among_things(trigger)
    if trigger.kind in THING_KINDS:
        return amount.how == "figure" and noun is not None and not nouns.is_person(noun.text)
    if noun is not None and nouns.is_category(noun.text, "thing", "unit"):
        return False
    if trigger.kind == "wounded" and noun is not None and noun.lower_ in _BODIES:
        return False
    return amount.how in ("figure", "list", "none") or trigger.kind in ONE_PERSON_KINDS


_BODIES = word_set("bodies body corpses corpse")


def _among_things(trigger: Trigger) -> bool:
    """'burned six trucks and seized seven others': things, not people."""
    before = trigger.token.doc[: trigger.token.i]
    return any(nouns.is_category(t.text, "thing") for t in before)


def _settle(attached: list[Attached]) -> list[Attached]:
    """One count per amount and kind; "shot and killed" is killed, not casualties too."""
    kept: dict[tuple[int, str], Attached] = {}
    for one in attached:
        key = (one.amount.key, one.trigger.kind)
        if key not in kept or one.confidence > kept[key].confidence:
            kept[key] = one
    for token in {token for token, _ in kept}:
        if {(token, "killed"), (token, "wounded")} <= set(kept) and _either(kept, token):
            if kept[token, "killed"].amount.quantity == ONE:
                del kept[token, "wounded"]  # "killed and mutilated a farmer"
                continue
            one = kept.pop((token, "killed"))
            del kept[token, "wounded"]
            kept[token, "casualties"] = _of_kind(one, "casualties")
    return [
        one for (token, kind), one in kept.items() if not _said_better(kind, {k for t, k in kept if t == token})
    ]


def _of_kind(one: Attached, kind: str) -> Attached:
    """The same amount under another kind."""
    return Attached(replace(one.trigger, kind=kind), one.amount, one.rule, one.confidence)


def _said_better(kind: str, kinds: set[str]) -> bool:
    """'shot and killed' is killed; 'arrested 45 demonstrators' is no march."""
    return (kind == "casualties" and bool(kinds & {"killed", "wounded"})) or (
        kind in ("attendance", "displaced") and len(kinds) > 1
    )


def _either(kept: dict[tuple[int, str], Attached], token: int) -> bool:
    """'killed or wounded', 'killing and wounding 40': one figure for both, when the two words share it."""
    if not kept[token, "killed"].amount.quantity.low:
        return False
    killed, wounded = kept[token, "killed"].trigger.token, kept[token, "wounded"].trigger.token
    return (wounded in killed.conjuncts or killed in wounded.conjuncts) and abs(killed.i - wounded.i) <= 3
