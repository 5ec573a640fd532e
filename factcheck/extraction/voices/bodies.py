"""What the word lists know of bodies and roles, and phrases without their lead-in words."""

from __future__ import annotations

from functools import cache

from factcheck.language.naming import name_key
from factcheck.lexicons import column, rows, word_set

LEAD_INS = word_set(
    "the a an one another some several many its their his her our two three senior top high-ranking unnamed "
    "anonymous other most both also even same this that these those new latest deputy assistant chief public "
    "then mr mrs ms dr prof acting interim outgoing newly-appointed longtime veteran local-level respected"
)
PREPOSITIONS = word_set("of for with at in from to inside within")


def plain(word: str) -> str:
    """The word in lower case without punctuation and possessive."""
    return word.lower().rstrip(".,").removesuffix("'s").removesuffix("’s")


def strip(words: list[str]) -> list[str]:
    """The words without articles and grades in front ("a senior ...")."""
    while (
        words
        and words[0].lower().rstrip(".") in LEAD_INS
        and not (words[0] in ("New", "Public") and words[1:2] and words[1][0].isupper())
        and not (words[1:2] and words[1].lower() == "of")
    ):
        words = words[1:]
    return words


def bare(text: str) -> str:
    """The phrase without article, lead-in words, quotes and punctuation at its ends."""
    words = text.strip(" \t\n\"'“”‘’,.;:-–—•*").split()
    return " ".join(strip(words))


@cache
def roles() -> dict[str, str]:
    """What people who speak are called -> kind of role."""
    return dict(column("roles", "role", "kind"))


@cache
def known(name: str) -> bool:
    """True for a body of the word lists."""
    key = name_key(name)
    return key in _listed() or key in _alias_keys()


@cache
def _alias_keys() -> frozenset[str]:
    return frozenset(map(name_key, column("aliases", "alias", "name")))


@cache
def kind_of(name: str) -> str:
    """What a body is: military, government, armed, monitor, relief, media, ...; '' for one that no list knows."""
    row = _listed().get(name_key(name))
    return row[0] if row else ""


@cache
def _listed() -> dict[str, tuple[str, str]]:
    return {name_key(row["name"]): (row["kind"], row["side"]) for row in rows("organisations")}


@cache
def is_body(name: str) -> bool:
    """True when the phrase names a body by its last or telling noun ("X Police Department")."""
    words = [plain(word) for word in name.split()]
    if not words:
        return False
    cut = next((at for at, word in enumerate(words) if at and word in PREPOSITIONS), len(words))
    nouns = column("speaker_nouns", "noun", "kind")
    return any("body" in (nouns.get(word), nouns.get(word.removesuffix("s"))) for word in words[:cut][-1:]) or any(
        word in ("department", "ministry", "police", "office", "bureau", "army", "hospital")
        for word in words[:cut][-2:]
    )
