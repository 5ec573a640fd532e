"""One count for each amount and kind: 'shot and killed' is killed, 'killed or wounded' both."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.extraction.counts.arguments.acts import AGAIN
from factcheck.extraction.counts.lists import Attached
from factcheck.extraction.counts.quantities import ONE
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

_OR_HURT = word_set("wounded injured hurt maimed")


def _with_the_hurt(one: Attached) -> Attached:
    """'hundreds dead and wounded': one figure for both."""
    word = one.trigger.token
    after = word.doc[word.i + 1 : word.i + 3]
    both = len(after) == 2 and after[0].lower_ in ("and", "or", "/") and after[1].lower_ in _OR_HURT
    if (
        both
        and one.trigger.kind == "killed"
        and (one.trigger.form in ("state", "people") or one.rule == "figure right before it")
        and one.amount.last.i < word.i
    ):
        return _of_kind(one, "casualties")
    return one


def settled(attached: list[Attached]) -> list[Attached]:
    """One count per amount and kind; "shot and killed" is killed, not casualties too."""
    attached = [_with_the_hurt(one) for one in attached if one.amount.times is None]
    kept: dict[tuple[int, str], Attached] = {}
    for one in attached:
        key = (one.amount.key, one.trigger.kind)
        if key not in kept or one.confidence > kept[key].confidence:
            kept[key] = one
    for key in [k for k, one in kept.items() if one.amount.first.lower_ == "both" and _told_already(k, kept)]:
        del kept[key]
    for key in [k for k, one in kept.items() if k[1] == "casualties" and _named_again(one, kept)]:
        del kept[key]
    for token in {token for token, _ in kept}:
        if {(token, "killed"), (token, "missing")} <= set(kept) and _DEAD_OR_MISSING.search(
            kept[token, "killed"].trigger.token.doc.text
        ):
            del kept[token, "missing"]
        if {(token, "killed"), (token, "wounded")} <= set(kept) and _then_killed(kept[token, "killed"]):
            del kept[token, "wounded"]
        elif {(token, "killed"), (token, "wounded")} <= set(kept) and _has_its_own(kept, token):
            del kept[token, "killed"]
        elif {(token, "killed"), (token, "wounded")} <= set(kept) and _either(kept, token):
            if kept[token, "killed"].amount.quantity == ONE or _done_to_the_dead(kept[token, "wounded"]):
                del kept[token, "wounded"]  # "killed and mutilated a farmer"
                continue
            one = kept.pop((token, "killed"))
            del kept[token, "wounded"]
            kept[token, "casualties"] = _of_kind(one, "casualties")
    for token, kind in [key for key in kept if key[1] in _TAKEN and (key[0], "killed") in kept]:
        if _one_or_the_other(kept[token, "killed"].trigger.token, kept[token, kind].trigger.token):
            del kept[token, kind]
            kept[token, "casualties"] = _of_kind(kept.pop((token, "killed")), "casualties")
    return [
        one for (token, kind), one in kept.items() if not _said_better(kind, {k for t, k in kept if t == token})
    ]


_DEAD_OR_MISSING = re.compile(
    r"\b(?:dead\s+(?:or|and)\s+missing|missing\s+(?:or|and)\s+(?:presumed\s+)?dead)\b", re.IGNORECASE
)
"""'79 are dead or missing': one figure, of people who are taken for dead."""


_TAKEN = frozenset({"captured", "kidnapped", "arrested"})
_TO_THE_DEAD = word_set("mutilated mutilating burned burnt burning dismembered dismembering maimed maiming")


def _done_to_the_dead(one: Attached) -> bool:
    """'killed and burned four villagers': four dead."""
    return one.trigger.token.lower_ in _TO_THE_DEAD


def _one_or_the_other(killed: Token, taken: Token) -> bool:
    """'24 militants were killed or captured': nobody says how many were killed."""
    first, last = sorted((killed.i, taken.i))
    return (
        taken in killed.conjuncts and any(t.lower_ == "or" for t in killed.doc[first:last]) and last - first <= 3
    )


def _then_killed(one: Attached) -> bool:
    """'hit a boy in the head, killing him': he was wounded and died of it."""
    return any(c.dep_ == "dobj" and c.lower_ in AGAIN for c in one.trigger.token.children)


def _named_again(one: Attached, kept: dict[tuple[int, str], Attached]) -> bool:
    """'A boy, T. Ram, 17, hit by a bullet, is critical': the name is that of the boy, who is told."""
    head = one.amount.head
    return head.dep_ == "appos" and any((head.head.i, kind) in kept for kind in ("killed", "wounded"))


def _told_already(key: tuple[int, str], kept: dict[tuple[int, str], Attached]) -> bool:
    """'two snipers, both of whom died': the two are told."""
    quantity = kept[key].amount.quantity
    return any(k[1] == key[1] and k != key and one.amount.quantity == quantity for k, one in kept.items())


def _of_kind(one: Attached, kind: str) -> Attached:
    """The same amount under another kind."""
    return Attached(replace(one.trigger, kind=kind), one.amount, one.rule, one.confidence)


def _said_better(kind: str, kinds: set[str]) -> bool:
    """'shot and killed' is killed; 'arrested 45 demonstrators' is no march."""
    return (kind == "casualties" and bool(kinds & {"killed", "wounded"})) or (
        kind in ("attendance", "displaced") and len(kinds) > 1
    )


def _has_its_own(kept: dict[tuple[int, str], Attached], token: int) -> bool:
    """'killed ten and wounded 20': the twenty are no dead."""
    word, rule = kept[token, "killed"].trigger.token, kept[token, "killed"].rule
    return rule == "shared object" and any(
        t != token and kind == "killed" and one.trigger.token == word for (t, kind), one in kept.items()
    )


def _either(kept: dict[tuple[int, str], Attached], token: int) -> bool:
    """'killed or wounded', 'killing and wounding 40': one figure for both, when the two words share it."""
    quantity = kept[token, "killed"].amount.quantity
    if not (quantity.low or quantity.high):
        return False
    killed, wounded = kept[token, "killed"].trigger.token, kept[token, "wounded"].trigger.token
    return (wounded in killed.conjuncts or killed in wounded.conjuncts) and abs(killed.i - wounded.i) <= 3
