"""Which amount hangs on which trigger: by syntax first, then by position; one count for each amount and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.arguments import counted_by
from factcheck.extraction.counts.arguments.acts import STANDING
from factcheck.extraction.counts.arguments.clause import Found
from factcheck.extraction.counts.arguments.participles import LEAVES
from factcheck.extraction.counts.countable import SINGLE, countable
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.kinds import Trigger, senses
from factcheck.extraction.counts.lists import (
    PERSON_KINDS,
    Attached,
    haul,
    list_by_position,
    one_party,
    with_list,
)
from factcheck.extraction.counts.persons import amount_of, is_ordinal, opens_compound
from factcheck.extraction.counts.quantities import ONE, Amount, Reading, coordinated, joined
from factcheck.extraction.counts.reality import unreal
from factcheck.extraction.counts.saysnothing import says_nothing
from factcheck.extraction.counts.settling import settled
from factcheck.extraction.counts.surface import beside
from factcheck.extraction.counts.triggers import triggers
from factcheck.extraction.counts.unharmed import is_a_gang
from factcheck.extraction.counts.weak import as_counted, is_weak
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set


def attached(reading: Reading, used: set[int]) -> list[Attached]:
    """The amounts of a sentence that hang on a trigger; ``used`` holds those taken, afterwards these too."""
    words = triggers(reading.tokens)
    found = [a for a in _by_syntax(reading, words) if a.amount.key not in used]
    used |= {key for a in found for key in _keys(a.amount)}
    placed = beside(reading, [w for w in words if not is_weak(w)], used, Attached)
    placed = [a for a in placed if not _doubtful(a) or countable(a.amount, a.trigger)]
    found += with_list(placed, reading, used | {a.amount.key for a in placed})
    used |= {key for a in found for key in _keys(a.amount)}
    weak = beside(reading, [w for w in words if is_weak(w)], used, Attached)
    found += [a for a in weak if countable(a.amount, a.trigger)]
    used |= {a.amount.key for a in found}
    used |= {a.amount.key for a in found}
    found += haul(found, words, reading, used)
    return settled(found)


def _doubtful(one: Attached) -> bool:
    """'two towns have gone down river', 'had taken refuge in the church': place alone says too little."""
    return one.trigger.token.lower_ == "gone" or one.trigger.kind == "displaced"


def _keys(amount: Amount) -> set[int]:
    return {amount.key} | {member.key for member in amount.members}


def _by_syntax(reading: Reading, found: list[Trigger]) -> Iterator[Attached]:
    for trigger in found:
        if unreal(trigger):
            continue
        elided = _figure_before(reading, trigger)
        if elided is not None and (not is_weak(trigger) or countable(elided, trigger)):
            yield Attached(as_counted(trigger, elided), elided, "figure right before it", 0.85)
            continue
        for rule, tokens in _grouped(counted_by(trigger)):
            for amount in _amounts(tokens, reading, trigger, alone=rule == "counted itself"):
                if says_nothing(amount, trigger, rule):
                    continue
                trigger = as_counted(trigger, amount)
                listed = "subject" in rule or (_is_behind(trigger, amount, rule) and _opens(amount, reading))
                others = list(list_by_position(amount, reading, trigger)) if listed else []
                others = [other for other in others if countable(other, trigger)]
                headline = "subject" not in rule or any(other.how == "one" for other in others)
                if others and headline and one_party([amount, *others]):
                    amount, others = joined([amount, *others]), []
                yield Attached(trigger, amount, rule, _CONFIDENCE.get(amount.how, 0.6))
                for other in others:
                    yield Attached(trigger, other, "list before the verb", 0.7)


def _is_one_list(token: Token, rule: str) -> bool:
    """Several subjects of a verb are a list, and in a police report its objects: 'killing his wife and son'."""
    return "subject" in rule or (rule == "object" and bool(token.doc.notes.get(POLICE_REPORT)))


def _is_behind(trigger: Trigger, amount: Amount, rule: str) -> bool:
    """'2 children killed', '2 children dead': the word stands behind those whom it tells of."""
    return rule.startswith(("reduced clause", "modifier")) and trigger.token.i > amount.last.i


def _grouped(found: list[Found]) -> list[tuple[str, list[Token]]]:
    """The tokens by rule; only subjects of one verb are one list, whatever the parser made of their commas."""
    groups: list[tuple[str, list[Token]]] = []
    for token, rule in found:
        if groups and groups[-1][0] == rule and _is_one_list(token, rule):
            groups[-1][1].append(token)
        else:
            groups.append((rule, [token]))
    return groups


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
            if a.last.i == at
            and (a.noun is None or a.noun.lower_ in ("them", "whom"))
            and a.last.tag_ != "VBN"
            and not (trigger.form == "act" and is_a_gang(a))
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
    if trigger.kind == "killed" and trigger.form == "act" and not trigger.token.lower_.startswith(_OF_THINGS_TOO):
        unknown = [t for t, a in zip(heads.values(), parts, strict=True) if a is None]
        parts += [one for token in unknown for one in _unknown_person(token)]
    known = [a for a in parts if a is not None and countable(a, _of_arms(trigger, a))]
    if len(tokens) > 1 and any(a.how != "name" and a.head.i < trigger.token.i for a in known):
        known = [a for a in known if a.how != "name" or _listed_with(a, known)]
    if trigger.token.lower_ == "lost" and trigger.form == "act":
        return [replace(a, how="one") if a.how in SINGLE else a for a in known]  # 'lost her mother and two sons'
    if len(known) > 1:
        known = [a for a in known if not (is_ordinal(a) or _is_money(a))] or known
    if len(known) > 1 and one_party(known) and trigger.kind in PERSON_KINDS:
        return [joined(known)]
    if len(known) > 1:
        return [replace(a, how="one") if a.how == "definite" else a for a in known]
    return known


_OF_THINGS_TOO = ("eliminat", "neutral", "liquidat", "annihilat")
"""Verbs whose object may be any thing: 'eliminate a gathering space'."""


def _listed_with(name: Amount, others: list[Amount]) -> bool:
    """'Smith, 53, and his son'; not a dateline that the parser took for a second subject."""
    told = {a.head.i for a in others if a.how != "name"}
    return any(token.i in told for token in coordinated(name.head))


def _of_arms(trigger: Trigger, amount: Amount) -> Trigger:
    """'41 vehicles were captured': seized, in front of the verb as behind it."""
    things = trigger.kind in ("captured", "kidnapped", "destroyed") or trigger.token.lower_ == "loss"
    return as_counted(trigger, amount) if things else trigger


_MONEY = re.compile(
    r"\s+(?:in|of|worth|for)\s+(?:\w+\s+)?(?:losses|damages?|aid|dollars|euros|pounds|rupees|debts?|property"
    r"|cash|funds?|fines|compensation)\b",
    re.IGNORECASE,
)


def _is_money(amount: Amount) -> bool:
    """'six people and millions in losses'."""
    return amount.noun is None and _MONEY.match(amount.head.doc.text, amount.span[1]) is not None


def _cut_off(token: Token, trigger: Trigger) -> bool:
    """'31,000 people in need; 6,200 families displaced': a semicolon ends what a word counts.

    So does the condition itself: 'one in critical condition and seven in good condition'.
    """
    if trigger.form == "condition" and token.i > trigger.token.i:
        return True
    first, last = sorted((token.i, trigger.token.i))
    return trigger.form != "toll" and any(t.text == ";" for t in token.doc[first:last])


def _unknown_person(token: Token) -> Iterator[Amount]:
    """'shot dead an interpreter': whoever is killed is a person, whatever the word, unless it is a known thing."""
    article = next((c for c in token.children if c.lower_ in ("a", "an") and c.i < token.i), None)
    if (
        article is not None
        and token.tag_ in ("NN", "NNP")
        and nouns.known(token.text) is None
        and token.lower_ not in _WORDS
        and not opens_compound(token)
    ):
        yield Amount(token, article, token, ONE, "one", noun=token)


_WORDS = word_set("term word way name matter figure claim phrase euphemism")
"""'neutralised, a term it uses to mean killed'."""


def _opens(amount: Amount, reading: Reading) -> bool:
    """'left two men and a woman wounded', '2 adults, 2 children killed in fire': a list of which the parser
    makes a
    clause of the last alone."""
    before = [t.lower_ for t in reading.tokens[max(0, amount.first.i - 8) : amount.first.i]]
    return (
        not (LEAVES | _COUNTING).isdisjoint(before) or len(before) < 8 or ":" in before
    )  # "Update: Mom, son killed"


_COUNTING = word_set("was is counted counts count had has reported reports lists listed gives gave toll")
"""'its count was 11 civilians and one ranger dead'."""


def _taken_over(token: Token, reading: Reading) -> bool:
    """A figure without a noun that stands before another trigger belongs to that one ("... and 447 wounded")."""
    amount = reading.figure_at(token)
    if amount is None or amount.noun is not None or amount.last.i + 1 >= len(reading.tokens):
        return False
    after = reading.tokens[amount.last.i + 1]
    return after.tag_ in ("VBN", "VBD", "JJ") and after.lower_ in senses()
