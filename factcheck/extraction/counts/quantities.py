"""Amounts: which figures of a sentence count somebody or something, and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.extraction.counts import nouns
from factcheck.extraction.counts.numbers import Figure, figures
from factcheck.extraction.counts.uncounted import not_counted
from factcheck.extraction.gates import Several
from factcheck.extraction.syntax import Token, Tokens
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


def may_be_people(amount: Amount) -> bool:
    """True when what a figure counts may be people: it has no noun, or one for persons, or ends so."""
    noun = amount.noun
    if noun is None or nouns.is_person(noun.text):
        return True
    return (
        noun.tag_ == "NNS"
        and noun.text.islower()
        and nouns.known(noun.text) is None
        and noun.lower_.endswith("ers")
    )


class Reading:
    """The amounts of one parsed sentence, found once and looked up by token."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.figures: list[Amount] = []
        self.refused: list[tuple[Figure, str]] = []
        self._by_token: dict[int, Amount] = {}
        self._coded: tuple[str, dict[int, Amount]] | None = None
        for figure in figures(self.text):
            self._place(figure)
            if figure.times is not None:
                self._multiply()

    def figure_at(self, token: Token) -> Amount | None:
        """The counted figure that hangs on a token: its noun, or the number itself."""
        return self._by_token.get(token.i)

    def coded(self) -> tuple[str, dict[int, Amount]]:
        """The sentence with every counted figure written as ``#``, and the amounts by where each begins."""
        if self._coded is None:
            text = list(self.text)
            for amount in self.figures:
                start, end = amount.span
                text[start:end] = "#" * (end - start)
            self._coded = "".join(text), {amount.span[0]: amount for amount in self.figures}
        return self._coded

    def _multiply(self) -> None:
        """'three policemen and as many civilians', '14 dead and twice as many wounded': so many times the "
        "last."""
        if len(self.figures) < 2 or "as many" not in self.text.lower():
            return
        amount, base = self.figures[-1], self.figures[-2].quantity
        if amount.times is None or base.low is None or base.qualifier is Qualifier.VAGUE:
            return
        low, high = (None if n is None else n * amount.times for n in (base.low, base.high))
        counted = replace(amount, quantity=Quantity(low, high, base.qualifier), times=None)
        self.figures[-1] = counted
        self._by_token.update({at: counted for at, one in self._by_token.items() if one is amount})

    def _place(self, figure: Figure) -> None:
        core = self.tokens.covering(figure.core_start, figure.core_end)
        whole = self.tokens.covering(figure.start, figure.end)
        if not core or not whole:
            return
        amount = _with_noun(self.tokens, figure, core[0], core[-1], whole[0])
        why = not_counted(self.text, figure, amount.noun)
        if why:
            self.refused.append((figure, why))
            return
        self.figures.append(amount)
        for at in {amount.head.i, *range(whole[0].i, core[-1].i + 1)}:
            self._by_token.setdefault(at, amount)
        if amount.noun is not None and not _of_so_many(amount, core[-1]):
            self._by_token.setdefault(amount.noun.i, amount)
            run = self.tokens[core[-1].i + 1 : amount.noun.i]
            for token in run if any(_joins_names(t) for t in run) else ():
                self._by_token.setdefault(token.i, amount)


def _of_so_many(amount: Amount, last: Token) -> bool:
    """'one of the three people wounded': the people are three; not '41 of 48 drones', where 48 is no phrase."""
    if amount.noun is None or last.i + 1 >= len(last.doc) or last.nbor().lower_ != "of":
        return False
    if last.dep_ == "quantmod":
        return False
    between = last.doc[last.i + 2 : amount.noun.i]
    return any(t.like_num and t.dep_ == "nummod" and t.head == amount.noun for t in between)


_HEADLINE_VERBS = frozenset({"drown", "die", "perish", "flee", "march", "rally"})
"""'At least 23 drown': a verb of headlines that the tagger takes for a noun."""


_HARM = frozenset({"wounds", "injuries", "burns"})
_SUFFERED = frozenset({"sustained", "suffered", "received", "had"})
"""'fourteen sustained gunshot wounds' counts people."""
_HEADLINE_STATES = frozenset({"dead", "hurt", "killed", "injured", "wounded", "missing", "hospitalized"})
"""'2 Dead, 7 Hurt in Shooting': in title case taken for names."""


def _is_shot(noun: Token, figure: Figure) -> bool:
    """'Four shot, one fatally' counts people; 'one shot' and 'four shots' do not."""
    return noun.lower_ == "shot" and figure.quantity != ONE


_FLYING = frozenset({"fighter", "fighters", "bomber", "bombers"})
_TIMES = word_set(
    "yesterday today tonight evening morning afternoon night noon midday dawn week weekend monday tuesday "
    "wednesday "
    "thursday friday saturday sunday"
)
"""'It was 20 yesterday evening' counts no evenings."""
_SAID_TO_BE = word_set("suspected alleged armed masked unidentified accused")
_MODIFIER = word_set("nummod amod nmod compound det quantmod predet advmod npadvmod appos poss")
_RUN = word_set("JJ JJR JJS NN NNS NNP NNPS HYPH POS VBG CD")
_FINAL = ("NN", "NNS", "NNP", "NNPS")


def _with_noun(tokens: Tokens, figure: Figure, first: Token, last: Token, whole_first: Token) -> Amount:
    root = next((t for t in tokens[first.i : last.i + 1] if not first.i <= t.head.i <= last.i), last)
    noun, end = _by_syntax(root, last)
    if noun is None:
        noun, end = _by_position(tokens, last)
    if noun is not None and noun.lower_ == "shot" and noun.i > last.i + 1 and nouns.is_person(noun.nbor(-1).text):
        noun = end = noun.nbor(-1)  # "1 child shot"
    if noun is not None and (
        noun.lower_ in _HEADLINE_VERBS
        or _is_shot(noun, figure)
        or (noun.lower_ in _HEADLINE_STATES and noun.i == last.i + 1)
        or (noun.lower_ in _HARM and last.nbor().lower_ in _SUFFERED)
    ):
        noun, end = None, None
    if noun is not None and (noun.lower_ in _TIMES or noun.lower_ == "plus"):
        noun, end = None, None
    if noun is None and last.i + 1 < len(tokens) and tokens[last.i + 1].lower_ in ("more", "others", "other"):
        end = tokens[last.i + 1]
    if noun is not None and noun.lower_ in _FLYING and noun.i and nouns.is_model(noun.nbor(-1).text):
        noun = noun.nbor(-1)  # "two Su-25 fighters"
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
    if root.dep_ == "quantmod" and head.like_num and head.dep_ == "nummod" and last.i < head.i <= last.i + 3:
        return _whole_noun(head.head)  # "41 of 48 drones"
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
        (t.tag_ == "DT" and t.lower_ in ("a", "an"))  # "in the search for the two a marine died"
        or (t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ") and t.dep_ != "amod")
        or t.text in ",;:("
        for t in root.doc[last.i + 1 : head.i]
    )


def _by_position(tokens: Tokens, last: Token) -> tuple[Token | None, Token | None]:
    """Headlines and telex: the noun that ends the run of adjectives and nouns after the figure."""
    noun = None
    for token in tokens[last.i + 1 : last.i + 7]:
        if token.text == "(":
            break
        if token.is_space or _joins_names(token) or (noun is None and token.lower_ in _SAID_TO_BE):
            continue
        if (
            token.lower_ in ("a", "an")
            or token.tag_ not in _RUN
            or token.lower_
            in (
                "dead",
                "more",
                "plus",
                "missing",
                "wounded",
                "injured",
                "hurt",
                "killed",
            )
        ):
            break
        if noun is not None and nouns.is_person(noun.text) and not token.tag_.startswith("N"):
            break
        if token.tag_ in _FINAL:
            noun = token
            if nouns.is_person(token.text):
                break
    return noun, noun


def _joins_names(token: Token) -> bool:
    """The 'and' of '21 suspected TTP and LeI militants'."""
    if token.lower_ != "and" or token.i + 2 >= len(token.doc):
        return False
    before, after, noun = token.nbor(-1), token.nbor(), token.nbor(2)
    return before.tag_ == after.tag_ == "NNP" and noun.tag_ == "NNS" and nouns.is_person(noun.text)


def _index(token: Token) -> int:
    return token.i


def coordinated(token: Token) -> list[Token]:
    """The token and what is joined to it by commas and 'and', in order."""
    chain = [token]
    for other in token.conjuncts:
        if other.i > token.i:
            chain.append(other)
    for other in token.children:
        if other.dep_ == "appos" and other.i > token.i and _lists_on(token, other):
            chain += [other, *(o for o in other.conjuncts if o.i > other.i)]
    return sorted(dict.fromkeys(chain), key=_index)


_OPENERS = ("det", "poss", "nummod")


def _lists_on(token: Token, other: Token) -> bool:
    """'his mother, his sister and three nephews': a list that the parser takes for an apposition."""
    members = [token, *(o for o in (other, *other.conjuncts) if o.i > token.i)]
    if all(nouns.is_category(m.text, "thing") for m in members):
        counted = [c.lower_ for m in members for c in m.children if c.dep_ == "nummod"]
        return (
            other.doc[other.left_edge.i - 1].text == ","
            and len(members) > 2
            and counted[:1] not in (["two"], ["three"])
        )
    if token.doc[other.left_edge.i - 1].text != ",":
        return False
    if _are_kin(token, other):
        return True
    if any(c.dep_ == "nummod" for c in token.children):
        return _counts_on(token, other)  # not "two suspects, a man and a woman"
    others = [m for m in members if m.lower_ not in ("himself", "herself")]  # "his wife, two children and himself"
    if len(members) < 3 or not all(m.tag_.startswith("NN") and nouns.is_person(m.text) for m in others):
        return False
    return all(any(c.dep_ in _OPENERS for c in m.children) for m in others)


_ELDERS = word_set("father mother dad mom mum parent grandfather grandmother husband wife")
_YOUNGER = word_set("son daughter child baby infant toddler grandson granddaughter nephew niece")
_PLAIN = word_set("man woman boy girl teen teenager child baby infant toddler")
_MEN = word_set("father dad husband son brother uncle grandfather grandson nephew stepfather boyfriend")
_WOMEN = word_set("mother mom mum wife daughter sister aunt grandmother granddaughter niece stepmother girlfriend")


def are_two(one: Token, other: Token) -> bool:
    """'father, son', 'man, woman' are two; 'husband, father' may be one man."""
    return are_two_words(one.lower_, other.lower_)


def are_two_words(one: str, other: str) -> bool:
    """The same of the nouns themselves, in lower case."""
    words = one, other
    if words[0] != words[1] and _PLAIN.issuperset(words):
        return True
    if (words[0] in _ELDERS and words[1] in _YOUNGER) or (words[0] in _YOUNGER and words[1] in _ELDERS):
        return True
    return (words[0] in _MEN and words[1] in _WOMEN) or (words[0] in _WOMEN and words[1] in _MEN)


def _are_kin(token: Token, other: Token) -> bool:
    """'killing husband, son': two bare names of kin in the grammar of headlines."""
    bare = all(not any(c.dep_ in _OPENERS for c in t.children) for t in (token, other))
    return bare and are_two(token, other) and not any(c.lower_ in ("of", "to") for c in other.children)


def _counts_on(token: Token, other: Token) -> bool:
    """'one man, two women, and a child': the list goes on behind the one taken for an apposition."""
    if not any(c.dep_ == "nummod" for c in other.children) or other.conjuncts:
        return False
    ends = any(o.i > other.i for o in token.conjuncts)
    return ends and all(nouns.is_person(t.text) for t in (token, other))


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


def told_by(reading: Reading, patterns: Several) -> Iterator[tuple[re.Match[str], Amount]]:
    """Each fit of patterns in a coded sentence, with its figure: the group ``figure``, else ``figure2``."""
    text, where = reading.coded()
    for pattern in patterns.worth(text):
        for match in pattern.finditer(text):
            second = match.start("figure") < 0 and "figure2" in pattern.groupindex
            amount = where.get(match.start("figure2" if second else "figure"))
            if amount is not None:
                yield match, amount
