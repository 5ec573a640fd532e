"""Blame in set phrases: negligence, error, a finger pointed at somebody, what should have been done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.gates import gated
from factcheck.extraction.narrative.blame.failings import guiltphrases
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.voices.clauses import asserter
from factcheck.lexicons import word_set
from factcheck.values import Span

_WRONG = (
    r"(?:negligence|error|failures?|fault|speeding|overloading|recklessness|carelessness|mismanagement|neglect|"
    r"sabotage|incompetence|corruption|poor (?:maintenance|planning|design)|lack of (?:maintenance|care|safety))"
)
_WHO = r"(?P<who>(?:the |its |their |his )?(?:[\w’'-]+ ){0,2}[\w’'-]+)"
_RESPONSIBLE = (
    r"(?P<who>(?:the |its |their |his |an? )?(?:[\w’'-]+ ){0,2}(?:compan(?:y|ies)|owners?|operators?|management|"
    r"managers?|drivers?|captain|master|pilots?|crew|government|state|authorities|police|army|military|officers?|"
    r"officials?|ministry|director|builders?|contractors?|developers?|engineers?|organi[sz]ers?|guards?|"
    r"coast guard|wardens?|"
    r"mayor|governor|president|minister|firm|airline|railway|ship|lorry|bus|truck|union|party|council|regime))"
)
_SAID = {
    "pointed": re.compile(
        rf"\b(?:point(?:s|ed|ing)? (?:the |a |an )?(?:accusing )?finger at|trac(?:ed|es|ing) [^,.;]{{3,50}}? to|"
        rf"lays? it at the door of) {_WHO}",
        re.IGNORECASE,
    ),
    "put_down": re.compile(rf"\bput(?:s|ting)? [^,.;]{{3,50}} down to {_WHO}", re.IGNORECASE),
    "suspects": gated(
        r"\bsuspect(?:s|ed)? (?P<who>(?:the |a |an )?(?:[\w’'-]+ ){0,3}(?:gangs?|cartel|militia|group|rebels|"
        r"militants|bandits|separatists|arson|sabotage|foul play))",
        re.IGNORECASE,
    ),
    "found": re.compile(rf"\b(?:found|finds|held) {_WHO} (?:to be )?(?:at fault|negligent|liable|culpable)", re.I),
}
"""Phrases whose subject lays the blame."""
_UNDER = {
    "due_to": re.compile(
        rf"\b(?:due to|because of|(?:the )?result of|caused by|owing to|stemmed from|resulted from|down to) "
        rf"(?P<who>[^,.;]{{0,50}}?\b{_WRONG})\b",
        re.IGNORECASE,
    ),
    "error": gated(rf"\b(?P<who>(?:\w+ )?{_WRONG}) (?:had )?(?:led to|caused|brought about|was to blame)\b", re.I),
    "neglect": gated(
        rf"\b{_RESPONSIBLE} (?:was|were|had been|has been|is|are) (?:\w+ly )?(?:speeding|drunk|drunken"
        rf"|intoxicated|negligent|asleep|"
        r"reckless|careless|at fault|to blame|warned|on (?:his|her|their) phone|driving too fast|overloading)\b"
        rf"|\b{_RESPONSIBLE.replace('?P<who>', '?:')} (?:(?:had|has) )?(?:fell asleep|fallen asleep|dozed off"
        rf"|nodded off|"
        r"lost control|ran a red light|jumped a red light|misjudged|braked too late|took (?:a|the) bend too fast"
        r"|ignored "
        r"(?:a|the) (?:signal|red light|warnings?))\b",
        re.IGNORECASE,
    ),
    "failed": gated(
        rf"\b{_RESPONSIBLE} (?:(?:has |have |had )?failed to|(?:had|has|have|did) not (?:repair|maintain|"
        rf"inspect|heed|"
        r"act|warn|check|close|protect|evacuate)\w*|should (?:never |not )?have|let the|allowed the|knew (?:of|"
        r"about|"
        r"that)|"
        r"(?:was|were) (?:repeatedly )?warned)\b[^,.;]{0,60}",
        re.IGNORECASE,
    ),
    "lies": re.compile(
        rf"\b(?:blame|responsibility|fault) (?:for [^,.;]{{3,40}} )?(?:lies|lay|rests|rested) (?:\w+ )?(?:with|"
        rf"on) "
        rf"{_WHO}",
        re.IGNORECASE,
    ),
    "corners": re.compile(
        r"\b(?P<who>(?:the |its )?(?:[\w’'-]+ )?[\w’'-]+) (?:had |has |have )?cut corners\b[^,.;]{0,40}",
        re.IGNORECASE,
    ),
    "hands": re.compile(rf"\bblood [^,.;]{{0,40}}\bon (?:the )?(?:hands of {_WHO}|[\w’'-]+ hands)", re.IGNORECASE),
    "ordered": gated(
        rf"\b(?:ordered|masterminded|orchestrated|plotted|financed|instigated|started|backed|armed) by "
        rf"{_WHO}",
        re.IGNORECASE,
    ),
    "cleft": gated(
        r"\bit (?:was|is) (?!not\b)(?P<who>(?:the )?(?:[\w’'-]+ ){0,3}[\w’'-]+)(?:, not [^,.;]{3,40},)? (?:that"
        r"|who|which) "
        r"(?:had |has |have |is |are )?"
        r"(?:bombed|killed|shot|"
        r"attacked|opened|fired|started|broke|burned|hit|struck|shelled|provoked|ordered|caused|threw|broken"
        r"|violat\w+|attack\w+|provok\w+|arm(?:s|ed|ing)|"
        r"begun|began|blocked|blocks|refus\w+|left|killing|bombing|shelling|responsible|behind)\b[^,.;]{0,40}",
        re.IGNORECASE,
    ),
}
"""Phrases that are blame when somebody says them."""
_FAULTS = word_set(
    "negligence error failure failures fault speeding overloading recklessness carelessness mismanagement "
    "neglect sabotage incompetence corruption maintenance planning design care safety"
)
_WORDS = {
    "pointed": word_set("finger trace traces traced tracing door"),
    "put_down": word_set("down"),
    "suspects": word_set("suspect suspects suspected"),
    "found": word_set("fault negligent liable culpable"),
    "due_to": _FAULTS,
    "error": _FAULTS,
    "neglect": word_set(
        "asleep dozed nodded control light misjudged braked bend speeding drunk intoxicated negligent asleep "
        "reckless careless fault blame warned phone driving overloading"
    ),
    "failed": word_set(
        "failed repair maintain inspect heed act warn check close protect evacuate repaired maintained inspected "
        "heeded acted warned checked closed protected evacuated should let allowed knew"
    ),
    "lies": word_set("blame responsibility fault"),
    "hands": word_set("blood"),
    "corners": word_set("corners"),
    "ordered": word_set("ordered masterminded orchestrated plotted financed instigated started backed armed"),
    "cleft": word_set("it"),
}
"""For each phrase the words of which a sentence must have one."""
_BY_WORD = {
    word: [rule for rule, words in _WORDS.items() if word in words] for word in frozenset().union(*_WORDS.values())
}


def _fitting(text: str, words: frozenset[str]) -> Iterator[tuple[str, re.Match[str]]]:
    rules = {rule for word in words & _BY_WORD.keys() for rule in _BY_WORD[word]}
    for rule, pattern in (*_SAID.items(), *_UNDER.items()) if rules else ():
        if rule in rules:
            for match in pattern.finditer(text):
                yield rule, match


def _first_words(match: re.Match[str]) -> str | None:
    """Who stands at the beginning of a phrase that names nobody by itself."""
    return (
        re.split(r" (?:had|has|fell|dozed|nodded|lost|ran|jumped|misjudged|braked|took|ignored)\b", match.group())[
            0
        ]
        or None
    )


def may_hold(text: str, words: frozenset[str], said: bool = True) -> bool:
    """True for a sentence with one of the phrases; ``words`` are its words in lower case."""
    return any(True for _ in _fitting(text, words)) or guiltphrases.may_phrase_guilt(text)


_NOT = re.compile(r"\b(?:not|never|no|denied|denies|deny|without|if|whether)\b[^,.;]{0,30}$", re.IGNORECASE)


def find(page: Page, sentence: Sentence) -> Iterator[Finding]:
    """The blame that a parsed sentence lays in one of the set phrases."""
    assert sentence.tokens is not None
    text = sentence.text
    yield from guiltphrases.guilt_phrased(page, sentence)
    for rule, match in _fitting(text, sentence.words):
        token = next((t for t in sentence.tokens if t.idx >= match.start()), None)
        if (
            rule == "suspects"
            and token is not None
            and token.lower_ == "suspected"
            and token.dep_ in ("amod", "compound", "nmod")
        ):
            continue  # "21 suspected militants" accuses nobody
        if token is None or _NOT.search(text[: match.start()]) is not None:
            continue
        if rule in _UNDER and asserter(page, sentence, token) is None:
            continue
        span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        yield Finding(
            "blame",
            span,
            sentence,
            f"blame:{rule}",
            trigger=token,
            target=match["who"] or _first_words(match),
            confidence=0.5,
        )
