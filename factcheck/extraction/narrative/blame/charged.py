"""Whom a charge names and what it charges them with, where the parser makes one thing of both: of "accused the
army of shelling the market" an army of shelling."""

from __future__ import annotations

from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import child, core, text_of
from factcheck.lexicons import word_set

_CHARGES = word_set(
    "abuse abuses aggression ambush arson assault attack attacks blackmail bombardment bombing bombings"
    " brutality bribery collusion complicity corruption cowardice crime crimes cruelty deceit deception delay"
    " delays discrimination espionage extortion fraud genocide greed hypocrisy incompetence indifference"
    " interference killing killings kidnapping lies looting manipulation massacre massacres misconduct murder"
    " murders neglect negligence obstruction persecution piracy plunder propaganda provocation provocations rape"
    " rapes recklessness repression robbery sabotage shelling shooting shootings strike strikes terror terrorism"
    " theft torture treachery treason violation violations violence anything nothing"
)
"""What somebody may be accused of; "the army of the north" is an army."""


def named_and_charged(who: Token, what: Token | None) -> tuple[str | None, str | None]:
    """Who is accused, and of what; ``what`` hangs on the verb, or what hangs on ``who`` is looked at."""
    of = next((t for t in who.subtree if t.i > who.i and _opens_a_charge(t)), None) if what is None else None
    if of is None:
        return text_of(who), text_of(what)
    return _before(who, of), text_of(child(of, "pobj", "pcomp"))


def without(who: Token, word: Token) -> str | None:
    """Who is meant, less a word that says what they are held to be: "the ministry responsible for the delay"."""
    if word.i > who.i:
        return _before(who, word)
    rest = [t for t in core(who) if t.i > word.i]
    return who.doc.stretch(rest[0].i, rest[-1].i + 1).strip(" ,;:-\"'") if rest else text_of(who)


def _opens_a_charge(token: Token) -> bool:
    if token.lower_ != "of":
        return False
    if child(token, "pcomp") is not None:
        return True
    thing = child(token, "pobj")
    return thing is not None and (thing.doc[token.i + 1].tag_ == "VBG" or thing.lower_ in _CHARGES)


def _before(who: Token, word: Token) -> str | None:
    first = core(who)[0].i
    return who.doc.stretch(first, word.i).strip(" ,;:-\"'") or None
