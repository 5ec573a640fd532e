"""What else a sort of states asks: a truce nearby for "it", no hospital for who is freed."""

from __future__ import annotations

from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, object_of
from factcheck.lexicons import word_set

_ESCORT = word_set("bail hospital hospitals prison jail parole charge schools school")
BE = word_set("is was are were be been remain remains remained stay stays stayed being being")


def fits(page: Page, sentence: Sentence, name: str, verb: Token, what: Token) -> bool:
    """What else a sort asks: a truce nearby for "it", no hospital from which somebody is released."""
    after = {t.lower_ for t in verb.subtree if t.i > verb.i}
    low = verb.lower_
    if name == "truce" and what.lower_ == "it":
        before = page.sentences[max(0, sentence.index - 1) : sentence.index + 1]
        return any(not _TRUCES.isdisjoint(s.words) for s in before)
    if name == "parties":
        return low not in ("agreed", "left", "walked", "returned") or not after.isdisjoint(_TABLE)
    if name == "building":
        listed = any(c.lower_ == "were" for c in verb.children) and not denied(verb, what)
        return denied(verb, what) if low == "struck" else not listed
    if name == "vessel":
        return low not in ("sunk", "capsized") or any(c.dep_ == "aux" for c in verb.children)
    if name == "target":
        return object_of(verb, "by") is None
    if name == "bombs":
        if any(c.dep_ == "nummod" for c in what.children):
            return False
        return object_of(verb, "on", "in", "into", "near", "outside", "short") is not None
    if name == "fire":
        return low != "put" or "out" in after
    if name in ("crew", "inmates"):
        return _freed(verb, what, after)
    if name == "ransom":
        return (low != "changed" or "hands" in after) and (low != "handed" or "over" in after)
    if name == "alone":
        return "alone" in after
    if name == "troops":
        return low not in ("left", "entered", "crossed") or (
            any(c.dep_ == "aux" for c in verb.children)
            and any(t.pos_ == "PROPN" or t.lower_ in _LANDS for t in verb.subtree if t.i > verb.i)
        )
    if name == "cargo":
        thing = child(verb, "dobj")
        if thing is not None and thing.lower_ in _TRAVELLERS:
            return not _ALLOWED.isdisjoint(sentence.words)
        return thing is not None and thing.lower_ in _FREIGHT
    return True


def _freed(verb: Token, what: Token, after: set[str]) -> bool:
    """Freed, not discharged from hospital; found alive; out through a drain; the held with a figure are counts."""
    low = verb.lower_
    if not after.isdisjoint(_ESCORT):
        return False
    if low == "got":
        return "out" in after or "away" in after
    if low == "found":
        return "alive" in after
    if low == "regained":
        return "freedom" in after
    if (
        low in BE
        and any(c.like_num for c in (what, *what.children))
        and "all" not in {t.lower_ for t in core(what)}
    ):
        return False
    return low not in ("returned", "gone") or "home" in after


_TRUCES = word_set("truce ceasefire cease-fire armistice")
_TABLE = word_set(
    "talks negotiations room table meeting dialogue withdraw weapons troops fighting hostilities fire exchange "
    "cease "
    "stop observe respect resume continue halt agreement deal accord pull release"
)
_LANDS = word_set("town city country village camp base area region capital province territory border")
_FREIGHT = word_set(
    "prisoners missiles weapons arms ammunition soldiers troops explosives captives drugs hostages aid fuel bodies"
)
_TRAVELLERS = word_set("people passengers pilgrims migrants")
_ALLOWED = word_set("allowed capacity licensed permitted limit")


def denied(verb: Token, what: Token) -> bool:
    """True where the state is said not to be."""
    return any(c.dep_ == "neg" for c in verb.children) or any(
        t.lower_ in ("no", "not", "none", "nobody", "neither") for t in core(what) if t.i <= what.i
    )
