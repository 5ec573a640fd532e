"""The features of figures (``extraction/counts/learned``) in words."""

from __future__ import annotations

import re
from functools import partial

from factcheck.extraction.inwords.phrasebook import Phrasebook, quoted, row_of

PARTS = {
    "nsubj": "the subject", "nsubjpass": "the subject", "csubj": "the subject", "dobj": "the object",
    "dative": "the receiver", "attr": "what it is said to be", "acomp": "what it is said to be",
    "oprd": "what it is said to be", "advmod": "an adverb", "amod": "an adjective", "npadvmod": "a measure",
    "advcl": "a side clause", "ccomp": "the clause that is told", "xcomp": "the clause that it opens",
    "pcomp": "the clause behind a preposition", "relcl": "a relative clause", "acl": "a participle",
    "conj": "what is joined by “and” or “or”", "appos": "an apposition", "compound": "a compound",
    "poss": "the owner", "prep": "a preposition", "agent": "the doer", "aux": "an auxiliary",
    "auxpass": "an auxiliary", "mark": "a joining word", "cc": "a joining word", "prt": "a particle",
    "neg": "a negation", "nummod": "a number", "quantmod": "a word about the number",
    "parataxis": "a clause set beside", "nmod": "a noun before", "predet": "a word before",
    "intj": "an interjection", "expl": "“there”", "preconj": "a joining word", "case": "an ending",
    "meta": "a mark", "pobj": "what stands behind a preposition", "dep": "a part", "ROOT": "the main word",
}  # fmt: skip
"""What a part of a clause is called; spaCy's labels."""
_HOW_FAR = {"0": "in the phrase", "1": "beside it", "2": "close", "3": "within ten words", "4": "farther off"}
_GAPS = {
    "1": "one sentence before",
    "2": "two sentences before",
    "4": "up to four sentences before",
    "far": "far before",
}
_SIZES = {
    "0": "as large as", "1": "at most twice or half of", "2": "at most ten times or a tenth of", "3": "far from",
    "4": "not to be compared with",
}  # fmt: skip


def part(name: str) -> str:
    """What a part of a clause is called."""
    return PARTS.get(name, "a part")


def kind_word(kind: str) -> str:
    """'a word of harm for killed'; with a question mark, one that may mean it."""
    return f"a word that may say {kind[:-1]}" if kind.endswith("?") else f"a word that says {kind}"


def place(path: str) -> str:
    """What a phrase is to the word above it, from a path such as ``pobj/prep-of/dobj``."""
    if path == "itself":
        return "is joined to"
    told = []
    for step in path.split("/"):
        name, _, word = step.partition("-")
        if name in ("prep", "agent") and word:
            told.append(f"the part behind {quoted(word)}")
        elif name != "pobj":
            told.append(part(name))
    return f"is {' of '.join(told) or 'behind a preposition'} of"


def _size(match: re.Match[str]) -> str:
    low, high = 10 ** float(match[1]), 10 ** (float(match[1]) + 0.5)
    return f"the figure is between {max(4, round(low)):,} and {round(high):,}"


def _verb(match: re.Match[str]) -> str:
    number, path, voice, kind, stem = match.groups()
    above = "the verb" if number == "1" else "the next verb above"
    if path is None:
        return f"{above} is {quoted(stem)}"
    passive = " (passive)" if voice == "passive" else ""
    end = "" if kind is None and stem is None else f", {kind_word(kind)}" if kind else f" {quoted(stem)}"
    return f"it {place(path)} {above}{passive}{end}"


def _up(match: re.Match[str]) -> str:
    path, kind, stem = match.groups()
    what = kind_word(kind) if kind else quoted(stem)
    return f"it {place(path)} {what}" if path else f"it belongs to {what}"


def _near_kind(match: re.Match[str]) -> str:
    kind, side, step = match.groups()
    where = {"+": " behind the figure", "-": " before the figure", None: ""}[side or None]
    return f"{kind_word(kind)} stands {_HOW_FAR[step]}{where}"


def _behind(match: re.Match[str]) -> str:
    return f"{row_of(match[1])} stands right behind it"


def _last(match: re.Match[str]) -> str:
    kind, gap = match.groups()
    return f"the last count before says {kind}" + (f", {_GAPS[gap]}" if gap else "")


def _mark(match: re.Match[str]) -> str:
    side, mark = match.groups()
    where = "before" if side == "before" else "behind"
    return f"a word stands right {where} the figure" if mark == "word" else (
        f"nothing stands {where} the figure" if not mark else f"{quoted(mark)} stands right {where} the figure"
    )  # fmt: skip


def _beside(side: str, match: re.Match[str]) -> str:
    if match[1] == "none":
        return f"no count stands {side} it in the sentence"
    return f"the count {side} it in the sentence says {match[1]}"


def _page(match: re.Match[str]) -> str:
    return "the page has no other count" if match[1] == "none" else f"the page has counts of {match[1]}"


BOOK = Phrasebook((
    (r"size=(\d+)", lambda m: f"the figure is {m[1]}"),
    (r"size=10\^([\d.]+)", _size),
    (r"qualifier=(\w+)", lambda m: f"the figure is told as “{m[1].replace('_', ' ')}”"),
    (r"vague=(.+)", lambda m: f"the amount is “{m[1]}”"),
    (r"more", "it counts more of them"),
    (r"digits", "it is written in digits"),
    (r"like a year", "it looks like a year"),
    (r"like a clock", "it looks like a time of day"),
    (r"mark (before|behind)=(.*)", _mark),
    (r"opens", "the sentence begins with it"),
    (r"short", "the sentence is short"),
    (r"-([123])=(.+)", lambda m: f"{quoted(m[2])} stands {_nth(m[1])} before it"),
    (r"\+([123])=(.+)", lambda m: f"{quoted(m[2])} stands {_nth(m[1])} behind it"),
    (r"near-=(.+)", "{} stands close before it"),
    (r"near\+=(.+)", "{} stands close behind it"),
    (r"-12=(\S+|\s+?) (\S+|\s+)", lambda m: f"{row_of(f'{m[2]} {m[1]}')} stands right before it"),
    (r"\+12=((?s:.+))", _behind),
    (r"-\+=(\S+|\s+?) (\S+|\s+)", "it stands between {} and {}"),
    (r"noun=(.+)", lambda m: "no noun is counted" if m[1] == "none" else f"{quoted(m[1])} are counted"),
    (r"noun~(.+)", lambda m: f"what is counted is a {m[1]}"),
    (r"below:(\w+)~(.+)", lambda m: f"beside it stands {_below(m[1])}, a word for a {m[2]}"),
    (r"below:(\w+)=(.+)", lambda m: f"beside it stands {_below(m[1])}, {quoted(m[2])}"),
    (r"told of:kw=(.+)", lambda m: f"{kind_word(m[1])} tells of them"),
    (r"told of:(\w+)=(.+)", lambda m: f"what tells of them has {part(m[1])}, {quoted(m[2])}"),
    (r"up~(.+)", lambda m: f"it belongs to a word for a {m[1]}"),
    (r"up:([^:=]+):kw=(.+?)()", _up),
    (r"up(?::([^=]+?))?()=(.+)", _up),
    (r"verb([12])(?::([^:=]+):(active|passive)(?::kw=(.+?))?)?(?:=(.+))?", _verb),
    (r"clause:(\w+):kw=(.+)", lambda m: f"{kind_word(m[2])} is {part(m[1])} of its clause"),
    (r"clause:([^:=~ ]+)~(.+)", lambda m: f"the clause has {_below(m[1])}, a word for a {m[2]}"),
    (r"clause:([^:=~]+):(\w+)=(.+)", lambda m: f"{part(m[2])} of {quoted(m[1])} is {quoted(m[3])}"),
    (r"clause:(\S+ \S+=.+)", lambda m: f"the clause says {row_of(m[1].replace('=', ' '))}"),
    (r"clause:(\S+) (\S+)", lambda m: f"{quoted(m[1])} comes with {quoted(m[2])}"),
    (r"clause:([^:=~ ]+)=(.+)", lambda m: f"the clause has {_below(m[1])}, {quoted(m[2])}"),
    (r"kw=([^:]+):([+-]?)(\d)", _near_kind),
    (r"kw=(.+)", lambda m: f"the sentence has {kind_word(m[1])}"),
    (r"nearest kw=(.+)", lambda m: "no word of the sentence says what became of anybody" if m[1] == "none"
        else f"of such words the nearest is {kind_word(m[1])}"),
    (r"page=(.+)", _page),
    (r"left=(.+)", partial(_beside, "before")),
    (r"right=(.+)", partial(_beside, "behind")),
    (r"last(?: of all)?=([^:]+)(?::(\w+))?", _last),
    (r"size beside ([^=]+)=(\d)", lambda m: f"it is {_SIZES[m[2]]} a count of {m[1]} on the page"),
    (r"nearest=([^:]+):(\d)", lambda m: f"the nearest count says {m[1]}, and it is {_SIZES[m[2]]} that"),
    (r"first sentence", "it stands in the first sentence"),
    (r"before:kw=(.+)", lambda m: f"the sentence before has {kind_word(m[1])}"),
    (r"before=(.+)", lambda m: f"the sentence before ends with {quoted(m[1])}"),
    (r"same paragraph", "the sentence before is of the same paragraph"),
))  # fmt: skip
"""What each feature of a figure says."""


def _nth(place_: str) -> str:
    return {"1": "right", "2": "two words", "3": "three words"}[place_]


def _below(name: str) -> str:
    """A part of a clause, or what stands behind a preposition."""
    return part(name) if name in PARTS else f"a word behind {quoted(name)}"
