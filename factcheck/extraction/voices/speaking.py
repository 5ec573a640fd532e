"""Noun phrases that speak: their words, and whether such a thing can speak at all."""

from __future__ import annotations

from functools import cache

from factcheck.extraction.gates import gated
from factcheck.extraction.syntax import Token
from factcheck.lexicons import column, rows, word_set

NEVER_SPEAK = word_set(
    "attack attacks blast blasts explosion explosions bomb bombs bombing bombings storm flood floods "
    "earthquake quake crash fire fires war violence strike strikes clash clashes disaster shooting shootings "
    "accident collision incident there this these those what bullet bullets shot shots fighting number toll "
    "figure total offensive raid raids hurricane cyclone tornado epidemic virus outbreak gunman gunmen "
    "attacker attackers shirts"
)
DATELINE = gated(
    r"^(?:[A-Z][A-Z./' ]{2,40}|(?:[A-Z][\w'.]+[ ,/]+){1,4})(?:\([^)]{2,40}\) )?(?:,? ?(?:\w{3,9}\.? "
    r"\d{1,2}(?:, \d{4})?|\d{1,2} \w+),?)?"
    r"(?: ?\([^)]{2,40}\))? ?(?:--?|–|—) ?-? ?(?=\S)"
)
"""The place and date before a report's first sentence."""


def may_speak(noun: Token) -> bool:
    """False for what cannot say anything: a blast, a number, "there"."""
    if noun.lower_ in NEVER_SPEAK or noun.pos_ in ("NUM", "SYM", "VERB", "AUX"):
        return False
    return not (
        noun.pos_ == "PRON" and noun.lower_ not in ("he", "she", "it", "they", "we", "i", "who", "each", "both")
    )


def phrase_of(noun: Token, verb: Token | None = None) -> str:
    """The noun phrase as the text has it up to its verb, appositions included, relative clauses left out."""
    last = noun.right_edge.i
    if verb is not None and noun.i < verb.i:
        last = min(last, verb.i - 1)
    for child in sorted(noun.subtree, key=lambda t: t.i):
        if (
            child.i > noun.i
            and child.dep_ in ("relcl", "acl", "advcl", "parataxis", "conj")
            and child.pos_ in ("VERB", "AUX")
        ):
            last = min(last, child.left_edge.i - 1)
    text = text_from(noun.left_edge.i, noun.doc[max(last, noun.i)])
    return text if verb is None or verb.i - last < 5 else text + _apposed_behind(last, verb)


def _apposed_behind(last: int, verb: Token) -> str:
    """', Sam Roe' of 'a teacher who escaped, Sam Roe, said', of which the phrase ended with the teacher."""
    end = verb.i - 1 if verb.nbor(-1).text == "," else verb.i
    first = end
    while first > last + 1 and verb.doc[first - 1].pos_ == "PROPN":
        first -= 1
    named = end - first in (2, 3) and verb.doc[first - 1].text == "," and first > last + 3
    return f", {text_from(first, verb.doc[end - 1])}" if named else ""


def text_from(first: int, last: Token) -> str:
    """The words from a token number to a token, the dateline of a report left out."""
    text = last.doc.stretch(first, last.i + 1)
    if first < 3:
        text = DATELINE.sub("", text)
    return text.strip(' ,;:-"')


@cache
def offices() -> frozenset[str]:
    """Nouns for bodies and people who speak in public."""
    return frozenset(row["noun"] for row in rows("speaker_nouns"))


def is_office(noun: str) -> bool:
    """True for a noun, singular or plural, for a body or person that speaks in public."""
    word = noun.lower()
    return word in offices() or word.removesuffix("s") in offices() or word.removesuffix("ies") + "y" in offices()


def is_acronym(noun: Token) -> bool:
    """True for 'UNICEF' in a sentence in small letters: a name, though the parser takes it for a noun."""
    return noun.text.isupper() and noun.text.isalpha() and len(noun) > 2 and not noun.doc.text.isupper()


def is_paper(noun: str) -> bool:
    """True for a text that speaks: a statement, a list, a report."""
    kinds, word = column("speaker_nouns", "noun", "kind"), noun.lower()
    return "paper" in (kinds.get(word), kinds.get(word.removesuffix("s")))
