"""Amounts: which figures of a sentence count somebody or something, and of whom; one person, nobody, a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from factcheck.extraction import nouns
from factcheck.extraction.numbers import Figure, figures
from factcheck.lexicons import word_set
from factcheck.values import Qualifier, Quantity

ONE = Quantity(1, 1)
NONE = Quantity(0, 0)


@dataclass(frozen=True, slots=True)
class Amount:
    """How many of whom: the phrase from ``first`` to ``last`` with its figure and the noun it counts.

    ``how`` is figure, one ("a soldier"), name, pronoun, none ("no Americans"), list (several added up) or plural
    (no number at all). ``noun`` is None for an elided one ("30 others" has ``others``, "30 wounded" has none).
    """

    head: Token
    first: Token
    last: Token
    quantity: Quantity
    how: str
    noun: Token | None = None
    vague_word: str | None = None
    more: bool = False
    times: int | None = None
    members: tuple[Amount, ...] = ()
    span: tuple[int, int] = (0, 0)  # of the figure with its hedge, from the sentence's start

    @property
    def key(self) -> int:
        """Which token it hangs on."""
        return self.head.i


class Reading:
    """The amounts of one parsed sentence, found once and looked up by token."""

    def __init__(self, tokens: Doc) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.figures: list[Amount] = []
        self.refused: list[tuple[Figure, str]] = []
        self._by_token: dict[int, Amount] = {}
        for figure in figures(self.text):
            self._place(figure)

    def figure_at(self, token: Token) -> Amount | None:
        """The counted figure that hangs on a token: its noun, or the number itself."""
        return self._by_token.get(token.i)

    def _place(self, figure: Figure) -> None:
        core = self.tokens.char_span(figure.core_start, figure.core_end, alignment_mode="expand")
        whole = self.tokens.char_span(figure.start, figure.end, alignment_mode="expand")
        if core is None or whole is None:
            return
        amount = _with_noun(self.tokens, figure, core[0], core[-1], whole[0])
        why = not_counted(self.text, figure, amount)
        if why:
            self.refused.append((figure, why))
            return
        self.figures.append(amount)
        for token in {amount.head.i, *(t.i for t in core)} | (
            {amount.noun.i} if amount.noun is not None else set()
        ):
            self._by_token.setdefault(token, amount)


_MODIFIER = word_set("nummod amod nmod compound det quantmod predet advmod npadvmod appos poss")
_RUN = word_set("JJ JJR JJS NN NNS NNP NNPS HYPH POS VBG CD")
_FINAL = ("NN", "NNS", "NNP", "NNPS")


def _with_noun(tokens: Doc, figure: Figure, first: Token, last: Token, whole_first: Token) -> Amount:
    root = next((t for t in tokens[first.i : last.i + 1] if not first.i <= t.head.i <= last.i), last)
    noun, end = _by_syntax(root, last)
    if noun is None:
        noun, end = _by_position(tokens, last)
    if noun is None and last.i + 1 < len(tokens) and tokens[last.i + 1].lower_ in ("more", "others", "other"):
        end = tokens[last.i + 1]
    final = max((t for t in (noun, end, last) if t is not None), key=lambda t: t.i)
    return Amount(
        head=root, first=whole_first, last=final, quantity=figure.quantity, how="figure", noun=noun,
        vague_word=figure.vague_word, more=figure.more, times=figure.times, span=(figure.start, figure.end),
    )  # fmt: skip


def _by_syntax(root: Token, last: Token) -> tuple[Token | None, Token | None]:
    head = root.head
    if head.dep_ in ("amod", "acl", "advmod") and head.tag_ in ("VBN", "JJ", "VBG", "RB") and head.head.i > last.i:
        head = head.head
    if (
        root.dep_ in _MODIFIER
        and last.i < head.i <= last.i + 7
        and head.tag_ in _FINAL
        and _plain_run(root, last, head)
    ):
        return _whole_noun(head)
    following = last.nbor() if last.i + 1 < len(root.doc) else None
    if following is not None and following.text in ('"', "'") and following.i + 1 < len(root.doc):
        following = following.nbor()
    if following is not None and following.lower_ == "of":
        noun = next((c for c in following.children if c.dep_ == "pobj"), None)
        if noun is not None and noun.i <= following.i + 8:
            return _whole_noun(noun)
    return None, None


def _whole_noun(noun: Token) -> tuple[Token, Token]:
    """The noun that ends the phrase ('200 Taliban and affiliated fighters'), and how far it reaches."""
    while (
        noun.dep_ in ("compound", "nmod", "amod")
        and noun.i < noun.head.i <= noun.i + 5
        and noun.head.tag_ in _FINAL
    ):
        noun = noun.head
    end = noun
    while (partner := _partner(end)) is not None:
        end = partner
    return noun, end


def _partner(noun: Token) -> Token | None:
    """'women and children', 'police and gendarmes': a second noun that shares the figure."""
    doc = noun.doc
    if noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ not in ("and", "or"):
        return None
    for token in doc[noun.i + 2 : noun.i + 5]:
        if token.tag_ in ("NNS", "NNPS") or (nouns.is_person(token.text) and not nouns.is_one_person(token.text)):
            return token if nouns.is_person(token.text) and nouns.is_person(noun.text) else None
        if token.tag_ not in ("JJ", "NN", "NNP", "VBN"):
            return None
    return None


def _plain_run(root: Token, last: Token, head: Token) -> bool:
    return not any(
        (t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ")) or t.text in ",;:" for t in root.doc[last.i + 1 : head.i]
    )


def _by_position(tokens: Doc, last: Token) -> tuple[Token | None, Token | None]:
    """Headlines and telex: the noun that ends the run of adjectives and nouns after the figure."""
    noun = None
    for token in tokens[last.i + 1 : last.i + 7]:
        if token.tag_ not in _RUN or token.lower_ in (
            "dead",
            "more",
            "missing",
            "wounded",
            "injured",
            "hurt",
            "killed",
        ):
            break
        if noun is not None and nouns.is_person(noun.text) and not token.tag_.startswith("N"):
            break
        if token.tag_ in _FINAL:
            noun = token
            if nouns.is_person(token.text):
                break
    return noun, noun


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_STREET = r"(?:street|st|avenue|ave|road|rd|drive|dr|blvd|boulevard|lane|ln|way|court|ct|place|pl|highway)"
_MEASURE = (
    r"(?:km|kms|kilomet\w+|miles?|met(?:er|re)s?|feet|foot|ft|yards?|inch(?:es)?|cm|mm|kg|kilos?|tonnes?|tons?|pounds?|lbs"
    r"|acres?|hectares?)"
)
_UNIT_NAME = r"(?:Corps|Regiment|Battalion|Brigade|Division|Squadron|Infantry|Rifles|Bn)"
_AFTER = re.compile(
    rf"""(?ix)
    \s*(?:%|per\s?cent|percent)
    | [\s-]*(?:years?|yrs?|months?|weeks?|days?)[\s-]+(?:old|of\s+age)\b
    | \s*(?:a\.?m\b|p\.?m\b|o'?clock|hrs\b|hours?\b(?!\s+after)|ist\b|gmt\b)
    | -(?!odd)[a-z]
    | \s+(?:and\s+\d+\s+|to\s+\d+\s+|or\s+\d+\s+|/\s?\d+\s+)?{_MONTH}(?!\s+(?:be|have)\b)
    | \s*(?:st|nd|rd|th)\b
    | \s+(?:block|blk)\b
    | \s+(?:north|south|east|west|[nsew]\.)\s+[\w.]+\s+{_STREET}\b
    | \s+(?-i:[A-Z])[\w.']+\s+(?:(?-i:[A-Z])[\w.']+\s+)?{_STREET}\b\.?
    | (?:\s+(?-i:[A-Z])[\w']*)?(?:\s+[\w']+){{0,4}}?\s+(?-i:{_UNIT_NAME})\b
    | \s*{_MEASURE}\b
    | \s+(?:of|out\s+of)\s+\d+\s*$
    | \s*/\s*\d
    """
)
_NUMBERED = (
    r"(?:number|route|highway|interstate|i-|unit|district|channel|page|chapter|section|article|flight|level|image|photo"
    r"|apartment|apt\.?|room|exit|gate|patrol\spoint|sector|zone|division|group|ward|precinct|battalion|point|version"
    r"|phase|news|fox|abc|cbs|nbc)"
)
_BEFORE = re.compile(
    rf"""(?ix)
    (?: \bage[ds]?(?:\s+of)? | \bages | \baged\s+between | [$£€#] | \brs\.? | \bus\$ | \b{_NUMBERED}
      | \bcounts?\s+of | {_MONTH} ) \s* $
    """
)
_NAME_COMMA = re.compile(
    r"(?:\b[A-Z][\w.'-]*|\b(?:man|woman|boy|girl|son|daughter|wife|husband|mother|father|brother|sister|Jr\.?|Sr\.?)),?\s*\(?$"
)
_AGE_TAIL = re.compile(r"\s*(?:[,.;)]|$|and\s+[A-Z]|of\s+[A-Z]|who\b|from\b)")
_OF_AGE = re.compile(r"\b(?:man|woman|boy|girl|lawyer|at\s+the\s+age)\s+of\s+$|\bat\s+age\s+$", re.IGNORECASE)
_ONE_IDIOM = re.compile(r"(?:no|any|every|each|this|that|which|another|the|some)[\s-]+$", re.IGNORECASE)
_ONE_TAIL = re.compile(
    r"\s+(?:another|time|thing|way|reason|such|day|side|of\s+(?:the|its|their|his|her|our|my|those|these)\s+(?:\w+\s+){0,2}?"
    r"(?:most|biggest|largest|worst|deadliest|bloodiest|reasons|ways|things|cars|vehicles|houses|homes|cases))\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\b(?:how|so|too|as|not|very|that)\s+$", re.IGNORECASE)
_FRACTION = re.compile(r"[\s-]+(?:thirds?|quarters?|fifths?|halves|half)\b", re.IGNORECASE)


def not_counted(text: str, figure: Figure, amount: Amount) -> str | None:
    """Why a figure counts nobody and nothing (an age, a date, ...), or None when it may."""
    core = text[figure.core_start : figure.core_end]
    before = text[max(0, figure.core_start - 30) : figure.core_start]
    after = text[figure.core_end : figure.core_end + 60]
    if _AFTER.match(after) or _FRACTION.match(after):
        return "a date, age, time, measure or address"
    if figure.start == figure.core_start and _BEFORE.search(before):
        return "a date, age, number or amount of money"
    counted = amount.noun is not None and nouns.is_person(amount.noun.text)
    if core.isdigit() and len(core) == 4 and 1900 <= int(core) <= 2100 and not counted:
        return "a year"
    if core.isdigit() and int(core) <= 120 and amount.noun is None and _is_age(before, after):
        return "an age"
    if core.lower() == "one" and (_ONE_IDIOM.search(before) or _ONE_TAIL.match(after)):
        return "no number"
    if figure.vague_word == "many" and _QUESTION.search(before):
        return "no number"
    if amount.noun is not None and nouns.is_category(amount.noun.text, "unit"):
        return f"counts {amount.noun.lower_}"
    return None


def _is_age(before: str, after: str) -> bool:
    if _OF_AGE.search(before):
        return True
    if (
        re.search(r"[A-Za-z]\s*,\s*$", before)
        and after[:1] == ","
        and not re.search(r"\b(?:total|toll|all)\s*,\s*$", before)
    ):
        return True
    if before.rstrip().endswith((",", "(")) and _AGE_TAIL.match(after):
        return _NAME_COMMA.search(before.rstrip().rstrip("(").rstrip().rstrip(",")) is not None or after[:1] == ")"
    return False


_COLLECTING = frozenset({"total", "group", "crowd", "team", "party"})
_NOBODY = frozenset({"nobody", "none", "no-one"})
_PRONOUN = frozenset({"he", "she", "him", "her"})
_ARTICLE = frozenset({"a", "an", "one", "another"})
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
    return _nobody(token) or _both(token) or _one(token)


def _nobody(token: Token) -> Amount | None:
    doc = token.doc
    left = next((c for c in token.children if c.lower_ == "no" and c.i < token.i), None)
    if left is not None:
        return Amount(token, left, token, NONE, "none", noun=None if token.lower_ == "one" else token)
    if token.lower_ in _NOBODY:
        noun = next((g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
        return Amount(token, token, noun if noun is not None else token, NONE, "none", noun=noun)
    if token.lower_ == "one" and token.i > 0 and doc[token.i - 1].lower_ == "no":
        return Amount(token, doc[token.i - 1], token, NONE, "none")
    return None


def _both(token: Token) -> Amount | None:
    word = (
        token
        if token.lower_ == "both"
        else next((c for c in token.children if c.lower_ == "both" and c.i < token.i), None)
    )
    if word is None or token.tag_ == "NNP" or any(c.dep_ in ("conj", "preconj") for c in token.children):
        return None
    return Amount(token, word, token, Quantity(2, 2), "figure", noun=None if word is token else token)


def _one(token: Token) -> Amount | None:
    if token.lower_ in _PRONOUN:
        return Amount(token, token, token, ONE, "pronoun")
    left = [c for c in token.children if c.i < token.i]
    words = {c.lower_ for c in left}
    first = min(
        (c for c in left if c.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod")),
        key=_index,
        default=token,
    )
    first = min(first.subtree, key=_index) if first is not token else token
    if token.lower_ in ("another", "one") and token.dep_ != "nummod":
        return Amount(token, first, token, ONE, "one")
    if (nouns.is_one_person(token.text) and token.tag_ in ("NN", "NNP", "JJ", "VBN", "NNS")) or _age_noun(token):
        if words & {"each", "every", "any", "no", "many", "unborn", "which", "what", "whose"}:
            return None
        how = "one" if words & _ARTICLE or not words & _DEFINITE else "definite"
        if any(c.dep_ == "appos" and c.tag_ == "NNP" for c in token.children):
            how = "name"
        return Amount(token, first, token, ONE, how, noun=token)
    if token.tag_ == "NNP" and _is_name(token):
        return Amount(token, first, token, ONE, "name", noun=token)
    return None


def _age_noun(token: Token) -> bool:
    """'The 34-year-old died': an age that stands for a person."""
    return token.lower_ in ("old", "year-old", "yearold") and token.i > 1 and token.doc[token.i - 1].text == "-"


def _index(token: Token) -> int:
    return token.i


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


def coordinated(token: Token) -> list[Token]:
    """The token and what is joined to it by commas and 'and', in order."""
    chain = [token]
    for other in token.conjuncts:
        if other.i > token.i:
            chain.append(other)
    return sorted(chain, key=_index)


def joined(members: list[Amount]) -> Amount:
    """One amount for a list of persons ("a woman and her two sons"): their sum, from the first to the last."""
    first, last = min((m.first for m in members), key=_index), max((m.last for m in members), key=_index)
    lows = [m.quantity.low for m in members]
    highs = [m.quantity.high for m in members]
    low = sum(x for x in lows if x is not None) if any(x is not None for x in lows) else None
    high = None if any(x is None for x in highs) else sum(x for x in highs if x is not None)
    exact = all(m.quantity.qualifier is Qualifier.EXACT for m in members)
    qualifier = Qualifier.EXACT if exact else Qualifier.AT_LEAST if high is None else Qualifier.ABOUT
    base = members[0]
    return replace(
        base, first=first, last=last, quantity=Quantity(low, high, qualifier), how="list", members=tuple(members)
    )
