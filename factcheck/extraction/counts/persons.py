"""Amounts without a figure: 'a soldier', 'nobody', 'both', a name, 'he'."""

from __future__ import annotations

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.anaphora import meant
from factcheck.extraction.counts.genre import POLICE_REPORT
from factcheck.extraction.counts.quantities import NONE, ONE, Amount, Reading
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set
from factcheck.values import Qualifier, Quantity

_COLLECTING = frozenset({"total", "group", "crowd", "team", "party", "family", "crew", "household", "gang"})
_NOBODY = frozenset({"nobody", "none", "no-one"})
_EXCEPT = frozenset({"beyond", "besides", "except", "but", "other"})
"""'no body beyond the 34' speaks of the 34, not of none."""
_PRONOUN = frozenset({"he", "she", "him", "her"})
_ARTICLE = frozenset({"a", "an", "one", "another"})
_ORDINAL = frozenset({"second", "third", "fourth", "fifth", "sixth", "other"})
_NTH = _ORDINAL - {"other"}
_POSSESSIVE = frozenset({"his", "her", "their"})
_OWN = frozenset({"my", "our"})
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "my", "our"})


def amount_of(token: Token, reading: Reading) -> Amount | None:
    """The amount that a phrase headed by a token stands for, None when it says none."""
    figure = reading.figure_at(token)
    if figure is None and token.lower_ in _COLLECTING:
        figure = next(
            (
                reading.figure_at(o)
                for of in token.children
                if of.lower_ == "of"
                for o in of.children
                if o.dep_ == "pobj"
            ),
            None,
        )
    if figure is not None:
        return figure
    return (
        meant(token, reading)
        or _some(token)
        or _nobody(token)
        or _both(token)
        or _twofold(token)
        or _pair(token)
        or _one(token)
    )


_SOME = frozenset({"some", "certain", "various"})
_UNNUMBERED = Quantity(None, None, Qualifier.VAGUE)


def _some(token: Token) -> Amount | None:
    """'some police officers', 'others': people whose number nobody gives."""
    if token.lower_ == "others" and not any(
        c.like_num or c.dep_ in ("det", "poss", "amod") for c in token.children
    ):
        return Amount(token, token, token, _UNNUMBERED, "figure", vague_word="others")
    first = next(
        (c for c in token.children if c.lower_ in _SOME and c.dep_ in ("det", "amod") and c.i < token.i), None
    )
    if first is None or token.tag_ not in ("NNS", "NNPS") or not nouns.is_person(token.text):
        return None
    return Amount(token, first, token, _UNNUMBERED, "figure", noun=token, vague_word="some")


_PAIRS = {"couple": 2, "twins": 2, "duo": 2, "trio": 3, "triplets": 3}


def _pair(token: Token) -> Amount | None:
    """'an elderly couple': two; not 'a couple of hours'."""
    value = _PAIRS.get(token.lower_) or _two_parents(token)
    if value is None or token.tag_[:2] != "NN" or any(c.lower_ == "of" for c in token.children):
        return None
    if token.dep_ in ("compound", "poss", "nmod"):
        return None
    left = [c for c in token.children if c.i < token.i and c.dep_ in ("det", "amod", "compound", "poss")]
    first = min(left, key=lambda t: t.i, default=token)
    return Amount(token, first, token, Quantity(value, value), "figure", noun=token)


def _two_parents(token: Token) -> int | None:
    """'accused of killing his parents'; 'their parents' may be more."""
    if token.lower_ not in ("parents", "grandparents"):
        return None
    whose = next((c for c in token.children if c.dep_ == "poss"), None)
    counted = any(c.like_num or c.lower_ in ("both", "two") for c in token.children)
    return 2 if whose is not None and whose.lower_ not in ("their", "our", "your") and not counted else None


def is_ordinal(amount: Amount) -> bool:
    """'a fifth person': one of those counted elsewhere."""
    return amount.how == "definite" and any(c.lower_ in _NTH for c in amount.head.children)


def _nobody(token: Token) -> Amount | None:
    doc = token.doc
    if (not_one := _not_one(token)) is not None:
        return not_one
    left = next((c for c in token.children if c.lower_ == "no" and c.i < token.i), None)
    if left is not None and token.i + 1 < len(doc) and token.nbor().lower_ in _EXCEPT:
        return None
    if left is not None:
        return Amount(token, left, token, NONE, "none", noun=None if token.lower_ == "one" else token)
    if token.lower_ in _NOBODY:
        noun = next((g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
        return Amount(token, token, noun if noun is not None else token, NONE, "none", noun=noun)
    if token.lower_ == "one" and token.i > 0 and doc[token.i - 1].lower_ in ("no", "not"):
        noun = next((g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
        return Amount(token, doc[token.i - 1], noun if noun is not None else token, NONE, "none", noun=noun)
    return None


def _not_one(token: Token) -> Amount | None:
    """'Not a single soldier', 'not one house': none."""
    at = token.i - 1
    while at > 0 and token.doc[at].lower_ in ("a", "single", "one", "solitary") and at >= token.i - 3:
        at -= 1
    opening = token.doc[at]
    if opening.lower_ != "not" or at == token.i - 1:
        return None
    return Amount(token, opening, token, NONE, "none", noun=token)


def _both(token: Token) -> Amount | None:
    word = (
        token
        if token.lower_ == "both"
        else next((c for c in token.children if c.lower_ == "both" and c.i < token.i), None)
    )
    if word is None or token.tag_ == "NNP" or any(c.dep_ in ("conj", "preconj") for c in token.children):
        return None
    return Amount(token, word, token, Quantity(2, 2), "figure", noun=None if word == token else token)


_FOLD = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
_FOLDED = frozenset({"murder", "homicide", "killing", "slaying", "shooting", "stabbing", "execution"})


def _twofold(token: Token) -> Amount | None:
    """'a double murder': two were murdered."""
    word = next((c for c in token.children if c.lower_ in _FOLD and c.i < token.i), None)
    if word is None or token.lower_ not in _FOLDED:
        return None
    value = _FOLD[word.lower_]
    return Amount(token, word, token, Quantity(value, value), "figure", noun=token)


def _one(token: Token) -> Amount | None:
    if token.lower_ in _PRONOUN:
        return Amount(token, token, token, ONE, "pronoun")
    if opens_compound(token):
        return None
    left = [c for c in token.children if c.i < token.i]
    words = {c.lower_ for c in left}
    first = min(
        (c for c in left if c.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod", "npadvmod")),
        key=lambda t: t.i,
        default=token,
    )
    first = min(first.subtree, key=lambda t: t.i) if first != token else token
    if token.lower_ in ("another", "one") and token.dep_ != "nummod":
        return Amount(token, first, token, ONE, "one")
    if token.lower_ in _NTH and words & _ARTICLE and token.dep_ in ("nsubj", "nsubjpass"):
        return Amount(token, first, token, ONE, "one")  # "A third was injured"
    known = nouns.is_one_person(token.text) and token.tag_ in ("NN", "NNP", "JJ", "VBN", "NNS")
    if known or _age_noun(token) or _of_a_people(token, words):
        if words & {"each", "every", "any", "no", "many", "unborn", "which", "what", "whose"}:
            return None
        how = "one" if words & _ARTICLE or not words & _DEFINITE else "definite"
        kin = words & (_POSSESSIVE | _OWN) and nouns.is_sort(token.text, "kin")
        if kin and (words & _POSSESSIVE or not token.doc.notes.get(POLICE_REPORT)):
            how = "one"  # "shot a farmer and injured his wife": somebody else; "they killed my brother"
        if words & _ORDINAL:
            how = "definite"  # "a third victim died": one of those counted elsewhere
        if any(c.dep_ == "appos" and c.tag_ == "NNP" for c in token.children):
            how = "name"
        return Amount(token, first, token, ONE, how, noun=token)
    thing = nouns.is_sort(token.text, *_THINGS)
    if thing and words & {"a", "an"} and (token.tag_ == "NN" or nouns.is_model(token.text)):
        return Amount(token, first, token, ONE, "one", noun=token)
    if thing and token.tag_ in ("NN", "NNP") and words & _DEFINITE and nouns.is_sort(token.text, "vehicle"):
        return Amount(token, first, token, ONE, "definite", noun=token)
    if thing and token.dep_ == "compound" and token.head.tag_ == "NNP":
        return None
    if (token.tag_ == "NNP" or (token.tag_ == "NNPS" and _is_aged(token, left))) and _is_name(token):
        return Amount(token, first, token, ONE, "name", noun=token)
    return None


def _is_aged(token: Token, left: list[Token]) -> bool:
    """'15-year-old Jordan Shores': a name that looks like a plural, of somebody whose age is told."""
    return any(c.dep_ == "compound" for c in left) and any(
        c.lower_ in ("old", "year-old", "yearold") for c in left
    )


def opens_compound(token: Token) -> bool:
    """The 'co' of 'a co-pilot'."""
    after = token.doc[token.i + 1 : token.i + 3]
    if len(after) < 2 or after[0].text != "-" or not nouns.is_one_person(after[1].text):
        return False
    return after[1].head == token.head and after[1].dep_ == token.dep_  # else it heads the phrase, as in "ex-cop"


_THINGS = ("arms", "vehicle", "building")
"""'destroyed two tanks and an armoured car'."""


def _of_a_people(token: Token, words: set[str]) -> bool:
    """'a Belgian was killed': the name of a people that heads its phrase."""
    if not words & _ARTICLE or not nouns.is_of_people(token.text) or token.dep_ in ("amod", "compound", "nmod"):
        return False
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return after is None or not after.tag_.startswith("N")


def _age_noun(token: Token) -> bool:
    """'The 34-year-old died': an age that stands for a person."""
    return token.lower_ in ("old", "year-old", "yearold") and token.i > 1 and token.doc[token.i - 1].text == "-"


_GROUP = word_set(
    "army police force forces taliban government ministry troops military navy hamas hezbollah isis is isil "
    "ttp party council committee agency department office court city town county state district province "
    "hospital university school street avenue road region corps regiment battalion brigade front movement "
    "company news times post tv bombing attack shooting violence flight train bus church airport monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december covid covid-19 internet congress senate parliament u.s. us uk un eu "
    "islam christmas"
)


def _is_name(token: Token) -> bool:
    """A proper name that may be a person's: not a known group, place of duty or date."""
    parts = [c for c in token.children if c.dep_ == "compound" and c.i < token.i] + [token]
    if any(p.lower_.strip(".") in _GROUP for p in parts) or not token.text[:1].isupper():
        return False
    if token.text.isupper() and len(token) <= 5:
        return False
    return not any(c.isdigit() for c in token.text)
