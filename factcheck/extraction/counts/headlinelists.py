"""Lists in the grammar of headlines, which leave out articles and 'and': 'Mom, 11-month-old son killed'."""

from __future__ import annotations

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.quantities import ONE, Amount, are_two
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set
from factcheck.values import Quantity

_RUN = word_set("NN NNP JJ CD HYPH")
LONGEST = 6
"""Words at most before such a noun: '11-month-old Springfield boy'."""
_NOT_BEFORE = word_set("DT IN PRP$ TO POS CC WP WDT PDT")


def listed_before(noun: Token, right: Amount) -> Amount | None:
    """The one person without an article whom a comma joins to the amount behind it, None when it is no list."""
    parents = noun.lower_ == "parents"
    if noun.nbor().text not in ",&" or not (parents or _is_one(noun)):
        return None
    first = noun
    while first.i and first.nbor(-1).tag_ in _RUN and noun.i - first.i < LONGEST:
        first = first.nbor(-1)
    if first.i and first.nbor(-1).tag_ in _NOT_BEFORE:
        return None
    quantity = Quantity(2, 2) if parents else ONE
    return Amount(noun, first, noun, quantity, "one", noun=noun) if _goes_on(noun, right) else None


def _is_one(noun: Token) -> bool:
    return noun.tag_ in ("NN", "NNP", "UH") and nouns.is_one_person(noun.text)


def _goes_on(noun: Token, right: Amount) -> bool:
    """'Infant, 2 women', 'Baby, 20-year-old man'; not 'Teacher, father of two' nor 'Husband, father killed'."""
    if right.how == "figure":
        return right.noun is not None
    if right.how != "one" or right.noun is None or right.first.tag_ == "DT":
        return False
    if right.noun.i + 1 < len(noun.doc) and right.noun.nbor().lower_ in ("of", "to"):
        return False
    aged = any(c.like_num for t in right.noun.children for c in (t, *t.subtree))
    return aged or are_two(noun, right.noun)
