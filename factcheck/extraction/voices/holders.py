"""Who holds a figure without a verb of saying: 'the governor has 14 dead', 'the clinic treated 46 burned'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction.syntax import Token, Tokens
from factcheck.extraction.voices.bodies import is_body, kind_of, known
from factcheck.extraction.voices.speaking import NEVER_SPEAK, is_acronym, is_office, is_paper
from factcheck.language.naming import country
from factcheck.lexicons import word_set


@dataclass(frozen=True, slots=True)
class Holding:
    """A body that holds a figure: its words up to ``last``, the verb's place, and the words of the figure."""

    first: int
    last: int
    head: Token
    at: int
    scope: frozenset[int]
    verb: str
    handles: bool  # "recovered 12 bodies": weaker than what anybody says of them
    named: bool  # under a name of its own


_HAVE = word_set("has have had")
_REACH = word_set(
    "is was are were stands stood remains remained stays stayed comes came came gets got arrives arrived "
    "stop stops stopped "
    "sticks stuck starts started begins began ends ended settles settled closes closed opens opened reaches "
    "reached keeps kept been stick settle stand remain stay arrive start begin end close"
)
_AT = word_set("at to on with")
_CHANGE = word_set(
    "raised raises lifted lifts lowered lowers cut cuts brought brings revised revises increased increases "
    "correct corrects corrected amend amends amended update updates updated raise revise"
)
_TO = word_set("to")
_AS = word_set("as at")
_GIVE = word_set("give gives gave put puts putting list lists listed")
_TOLLS = word_set(
    "toll count number numbers figure figures tally estimate total dead wounded injured missing balance sum deaths"
)
_MOURN = word_set("mourn mourns mourned regret regrets regretted deplore deplores deplored")
_TAKE = word_set("take takes took taken")
_HANDLE = word_set(
    "treat treats treated treating receive receives received receiving admit admits admitted take takes took "
    "taken recover recovers recovered recovering retrieve retrieved pull pulls pulled bring brings brought "
    "collect collects collected bury buries buried dig dug fish fished lift lifted gather gathered carry "
    "carried identify identifies identified identifying register registered certify certifies certified "
    "validate validates validated verify verifies verified establish establishes established prove proven "
    "mourn mourns mourned regret regrets regretted deplore deplores deplored recognise recognises recognised "
    "recognize recognizes recognized advance advances advanced"
)
_OF = word_set(
    "hear hears heard learn learns learnt learned know knows knew known tell told tells speak speaks spoke "
    "spoken talk talks talked inform informed"
)
_CARERS = word_set(
    "firefighter diver volunteer paramedic morgue mortuary lifeguard crew worker rescuer ambulance "
    "gravedigger neighbour neighbor charity fighter staff nun brother doctor sailor"
)
_FIGHTERS = word_set(
    "army military forces troops soldiers militia rebel rebels brigade battalion regiment division unit units "
    "guerrillas insurgents militants gunmen fighters squad guard guards police officers company firm team "
    "side passenger passengers student students man men woman women prisoner prisoners inmate inmates "
    "protester protesters parents party group state union corps front soldier fighter father mother family "
    "families"
)
"""Who has three dead has lost them, and does not count."""
_BETWEEN = word_set(
    "has have had been now still also already only just later then since first even itself themselves himself "
    "herself always never not yet on by in so far again once meanwhile there today yesterday monday tuesday "
    "wednesday thursday friday saturday sunday morning afternoon evening night noon nightfall dusk dawn "
    "midday"
)
_DASHES = frozenset({"-", "--", "–", "—"})
_UNTIL = frozenset({";", ":", ".", "(", ")"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = word_set("who which that where when whose after before as if because while")


def holdings(tokens: Tokens) -> Iterator[Holding]:
    """Every place where a body holds, handles or has heard of a figure."""
    for verb in tokens:
        start = _figure_from(tokens, verb) if verb.lower_ in _HOLDING else None
        if start is None:
            continue
        figure = _figure(tokens, start, 7 if verb.lower_ in _HANDLE or verb.lower_ in _OF else 4)
        who = None if figure is None else holder(tokens, verb.i)
        if who is None or figure is None:
            continue
        first, last = who
        handles = verb.lower_ in _HANDLE
        able = speaks(tokens, first, last, handles=handles) or (
            verb.lower_ in _MOURN and speaks(tokens, first, last)
        )
        if not able or (verb.lower_ in _HAVE and _loses(tokens, *who)):
            continue
        scope = frozenset(range(verb.i + 1, _end(tokens, figure)))
        named = any(t.pos_ == "PROPN" for t in tokens[first : last + 1])
        yield Holding(first, last, tokens[last], verb.i, scope, verb.lower_, handles, named)


def _figure_from(tokens: Tokens, verb: Token) -> int | None:
    """The place from which a verb's figure may begin; None for a verb that holds none."""
    word = verb.lower_
    if word in _HAVE:
        return None if _letting(tokens, verb.i) else verb.i + 1
    if word in _REACH:
        return _behind(tokens, verb.i + 1, _AT)
    if word in _CHANGE and (at := _behind(tokens, verb.i + 1, _TO) or _toll_to(tokens, verb.i + 1)) is not None:
        return at
    if word in _GIVE and (at := _toll_to(tokens, verb.i + 1, _AS)) is not None:
        return at
    if word in _OF:
        return _behind(tokens, verb.i + 1, _OF_IT)
    if word in _VOUCH:
        return _behind(tokens, verb.i + 1, _FOR)
    if word in _TAKE:
        return verb.i + 1 if verb.i + 1 < len(tokens) and tokens[verb.i + 1].lower_ in ("in", "as") else None
    return verb.i + 1 if word in _HANDLE else None


_OF_IT = word_set("of about")
_VOUCH, _FOR = word_set("vouch vouches vouched answer answers answered"), word_set("for")
_HOLDING = frozenset().union(_HAVE, _REACH, _CHANGE, _GIVE, _OF, _VOUCH, _TAKE, _HANDLE)


def _letting(tokens: Tokens, at: int) -> bool:
    """'Had been killed': an auxiliary holds nothing."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.tag_ in ("VBN", "TO") or after.lower_ in ("been", "to")


def _behind(tokens: Tokens, at: int, prepositions: frozenset[str]) -> int | None:
    """The place behind one of the prepositions that follows within three words, or None."""
    for i in range(at, min(at + 3, len(tokens))):
        if tokens[i].lower_ in prepositions:
            return i + 1
        if tokens[i].pos_ not in ("ADV", "PART", "ADP", "DET"):
            return None
    return None


def _toll_to(tokens: Tokens, at: int, prepositions: frozenset[str] = _TO) -> int | None:
    """'(corrects) the toll at the base to 42', '(gave) the dead as 12,514': the place behind the preposition."""
    seen = False
    for i in range(at, min(at + 9, len(tokens))):
        word = tokens[i].lower_
        if seen and word in prepositions and i + 1 < len(tokens) and _figure(tokens, i + 1, 4) is not None:
            return i + 1
        seen = seen or word in _TOLLS
        if tokens[i].text in _UNTIL or tokens[i].tag_ in _FINITE:
            return None
    return None


def _loses(tokens: Tokens, first: int, last: int) -> bool:
    """'The army had three dead': its own."""
    name = tokens.stretch(first, last + 1)
    return tokens[last].lower_ in _FIGHTERS or kind_of(name.removeprefix("the ")) in ("military", "armed")


def _figure(tokens: Tokens, start: int, reach: int) -> int | None:
    """The place of the number that begins within reach, before any other clause."""
    for i in range(start, min(start + reach, len(tokens))):
        token = tokens[i]
        if token.pos_ == "NUM" or token.like_num or token.lower_ in _COUNTING:
            return i
        if token.text in _UNTIL or token.text in _DASHES or token.tag_ in _FINITE or token.lower_ in _STOPS:
            return None
    return None


_COUNTING = word_set("dozens scores hundreds thousands several none nobody")


def holder(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """The noun phrase in front of a verb, first and last word, over adverbs, days and what stands in commas."""
    at = verb - 1
    while at >= 0 and (tokens[at].lower_ in _BETWEEN or tokens[at].pos_ in ("ADV", "AUX")):
        at -= 1
    if at > 3 and tokens[at].text == ",":
        opening = next((n for n in range(at - 1, max(0, at - 16), -1) if tokens[n].text == ","), 0)
        at = opening - 1
    if at < 0 or tokens[at].is_punct:
        return None
    first = at
    while first > 0 and at - first < 9 and _goes_with(tokens, first):
        first -= 1
    if first > 2 and tokens[first - 1].lower_ == "by" and tokens[first - 2].tag_ == "VBN":
        return holder(tokens, first - 2)  # "a source quoted by foreign media"
    return first, at


def _goes_with(tokens: Tokens, first: int) -> bool:
    """True when the word before one belongs to its noun phrase."""
    before, here = tokens[first - 1], tokens[first]
    if here.pos_ == "DET" or here.lower_ in ("its", "his", "her", "their"):
        return before.lower_ in _WHERE and first > 1 and tokens[first - 2].pos_ in ("PROPN", "NOUN")
    if before.lower_ in _WHERE:
        return first > 1 and tokens[first - 2].pos_ in ("PROPN", "NOUN") and here.lower_ not in _BETWEEN
    return before.pos_ in ("PROPN", "ADJ", "NOUN", "DET", "PART") or before.lower_ in ("&", "its", "his", "their")


_WHERE = word_set("in on at of for from with near")


def speaks(tokens: Tokens, first: int, last: int, *, handles: bool = False) -> bool:
    """True for a noun phrase that names a body or office, a pronoun, or (``handles``) people at work."""
    words = tokens[first : last + 1]
    cut = next((n for n, t in enumerate(words) if n and t.lower_ in _WHERE), len(words))
    head = words[cut - 1]
    if head.lower_ in NEVER_SPEAK or is_paper(head.lower_) or head.pos_ in ("NUM", "VERB"):
        return False
    if head.lower_ in ("he", "she", "it", "they"):
        return first == last
    name = tokens.stretch(first, first + cut).removeprefix("the ").removeprefix("The ")
    if is_office(head.lower_) or known(name) or is_body(name) or is_acronym(head):
        return True
    if handles and head.lower_.removesuffix("s") in _CARERS:
        return True
    if head.lower_ in ("house", "desk", "palace", "room") and len(words) > 1:
        return any(is_office(t.lower_) or t.lower_ in ("crisis", "situation", "control", "news") for t in words)
    if head.pos_ == "PROPN" and any(is_office(t.lower_) for t in words[:cut]):
        return True  # "Commissioner X has 86"
    return country(name) is not None if not handles else len(words[:cut]) > 1 and head.pos_ == "PROPN"


def _end(tokens: Tokens, at: int) -> int:
    """The place where the clause ends that goes on at a place."""
    for i in range(at + 1, len(tokens)):
        token = tokens[i]
        if token.text in (";", ":"):
            return i
        if token.text == "," or token.lower_ in ("and", "but", "while", "after", "when"):
            for after in tokens[i + 1 : i + 9]:
                if after.text in (",", ";", ":") or after.lower_ in ("and", "but"):
                    break
                if after.tag_ in _FINITE:
                    return i
    return len(tokens)
