"""The features of clauses (``extraction/narrative/learned``) in words."""

from __future__ import annotations

import re

from factcheck.extraction.inwords.figures import part
from factcheck.extraction.inwords.phrasebook import Phrasebook, quoted

_VOICES = {
    "clause": "a reporting clause", "label": "a speaker's label", "quoted": "somebody's quotation",
    "issuer": "a statement of one side", "none": "the page's own words",
}  # fmt: skip
_CLASSES = {
    "NOUN": "a noun", "PROPN": "a name", "VERB": "a verb", "ADJ": "an adjective", "PRON": "a pronoun",
    "NUM": "a number", "ADV": "an adverb", "DET": "a word like “this”", "ADP": "a preposition",
    "AUX": "an auxiliary", "X": "a loose word", "INTJ": "an interjection", "SYM": "a sign", "PUNCT": "a mark",
    "PART": "a particle", "CCONJ": "a joining word", "SCONJ": "a joining word", "SPACE": "a gap",
    "nobody": "nobody", "a doer": "somebody who acts",
}  # fmt: skip
_TAGS = {
    "VBD": "in the past", "VBN": "a participle of the past", "VBG": "a form in -ing", "VBZ": "in the present",
    "VBP": "in the present", "VB": "a bare verb", "MD": "a modal verb",
}  # fmt: skip


def _sort(name: str) -> str:
    return _CLASSES.get(name, quoted(name))


def _voice(name: str) -> str:
    return _VOICES.get(name, name)


def _actor(name: str) -> str:
    return "not told" if name == "nobody" else _sort(name)


def _of_side(match: re.Match[str]) -> str:
    return f"who acts is of {match[1]} side {'as' if match[1] == 'the same' else 'than'} the speaker"


def _length(match: re.Match[str]) -> str:
    return {"0": "it is very short", "1": "it is short", "6": "it is long"}.get(match[1], "it is of some length")


def _disputes(match: re.Match[str]) -> str:
    many = {"0": "no sentence disputes", "1": "one sentence disputes", "5": "5 or more sentences dispute"}
    return f"{many.get(match[1], f'{match[1]} sentences dispute')} something on the page"


BOOK = Phrasebook((
    (r"head (\S+) as (\w+)", lambda m: f"{quoted(m[1])} leads the clause, as {part(m[2])}"),
    (r"head (.+)", "{} leads the clause"),
    (r"as (\w+)", lambda m: f"the clause is {part(m[1])}"),
    (r"tag (\S+)", lambda m: f"its verb is {_TAGS.get(m[1], 'no plain verb')}"),
    (r"under a (\w+)", lambda m: f"it hangs from {_sort(m[1])}"),
    (r"under (\S+) as (\w+)", lambda m: f"it is {part(m[2])} of {quoted(m[1])}"),
    (r"under (.+)", "it hangs from {}"),
    (r"who is their own", "it tells of the speaker's own people"),
    (r"who is (.+)", lambda m: f"who acts is {_actor(m[1])}"),
    (r"who of no side", "who acts is of no side"),
    (r"who of (the same|another) side", _of_side),
    (r"what is (.+)", lambda m: f"what it is done to is {_actor(m[1])}"),
    (r"who (.+)", "who acts is {}"),
    (r"what (.+)", "what it is done to is {}"),
    (r"suffered by (.+)", lambda m: f"it is done by {_sort(m[1])}"),
    (r"suffered", "it is told as suffered"),
    (r"not", "it says “not”"),
    (r"not in (\w+)", lambda m: f"it says “not” in {_voice(m[1])}"),
    (r"nobody", "it says “no” or “nobody”"),
    (r"nobody in (\w+)", lambda m: f"it says “no” or “nobody” in {_voice(m[1])}"),
    (r"helped by (.+)", "its verb has {}"),
    (r"may be", "it says what may be"),
    (r"begins with (.+)", "it begins with {}"),
    (r"with (.+)", "it has {}"),
    (r"how (.+)", "it says {}"),
    (r"has (\w+)", lambda m: f"it holds {part(m[1])}"),
    (r"voice (\w+)", lambda m: f"it stands in {_voice(m[1])}"),
    (r"told by (.+)", "it is told with {}"),
    (r"stance (.+)", lambda m: f"its teller {m[1]} it"),
    (r"frame (.+)", lambda m: f"it is told {'by ' if m[1] == 'according' else 'as '}{m[1]}"),
    (r"teller (.+)", "its teller is {}"),
    (r"is the telling", "its verb is the one that tells"),
    (r"tells as (.+)", lambda m: f"its verb says that somebody {m[1]} something"),
    (r"tells (.+)", "the verb of telling {}"),
    (r"tells", "its verb says that somebody says something"),
    (r"sides (\d)", lambda m: {"0": "it names no side", "1": "it names one side"}.get(m[1], "it names two sides")),
    (r"speaker a pronoun", "its speaker is “he”, “she”, “it” or “they”"),
    (r"speaker of a side", "its speaker is of a side"),
    (r"speaker of no side", "its speaker is of no side"),
    (r"another side named", "it names another side than its speaker's"),
    (r"word ((?s:.+))", "it says {}"),
    (r"a figure", "it has a figure"),
    (r"length (\d)", _length),
    (r"asked", "the sentence is a question"),
    (r"quotes", "the sentence quotes"),
    (r"capitals", "the sentence is in capitals"),
    (r"first", "it is the first sentence"),
    (r"a statement", "the page is one side's statement"),
    (r"a report", "the page is a report"),
    (r"disputes (\d)", _disputes),
    (r"(\S+) with (\S+)", "it says {} with {}"),
    (r"(a doer|\S+) (\S+)", lambda m: f"who acts is {_actor(m[1])}, and its verb is {quoted(m[2])}"),
))  # fmt: skip
"""What each feature of a clause says."""
