"""The features of voices (``extraction/voices/learned``) in words."""

from __future__ import annotations

import re

from factcheck.extraction.inwords.figures import part
from factcheck.extraction.inwords.phrasebook import Phrasebook

_FRAMES = {
    "say": "by a verb of saying", "figure": "by a verb that gives figures", "hold": "as who has the figure",
    "accuse": "by an accusation", "deny": "by a denial", "find": "by a finding", "own": "by an admission",
    "that": "by a verb of belief", "handle": "as who took care of them", "work": "as who took care of them",
    "surface": "as it seems", "origin": "as the origin of the figure",
}  # fmt: skip
_DOES = {"speaks": "it speaks", "named": "it is named"}
_WHERE = {
    "paragraph": "in the same paragraph",
    "earlier": "in a paragraph before",
    "later": "in a later paragraph",
}


def _against(match: re.Match[str]) -> str:
    return f"against the other: {BOOK.say(match[1]) or match[1]}"


def _ago(away: str) -> str:
    return "before" if away == "1 sentence" else f"{away} before"


def _side(side: str) -> str:
    return "before the figure" if side == "before" else "behind it"


def _neighbour(match: re.Match[str]) -> str:
    does = f"it {match[1]}"
    return f"{does} {match[2]} {match[3]}, {_WHERE[match[4]]}"


def _last(match: re.Match[str]) -> str:
    who = {
        "last": "it spoke last before",
        "first": "it speaks next behind",
        "second": "it spoke last but one before",
    }
    more = f", {_context(match[3])}" if match[3] else ""
    return f"{who[match[1]]}, {_WHERE[match[2]]}{more}"


def _context(name: str) -> str:
    return {
        "we": "the sentence says “we”", "live": "an entry of a live page", "hearsay": "hearsay",
        "of the past": "of the past", "by pronoun": "as “he”, “she” or “it”",
        "issued by a body": "a page that a body issues", "news": "a page of news",
    }.get(name, name)  # fmt: skip


def _syntax(match: re.Match[str]) -> str:
    name, of, where = match.groups()
    whom = "" if of is None else f" of {_VERBS.get(of, f'“{of}”')}"
    over = {"over it": ", over the figure", "elsewhere": ", elsewhere in the sentence"}.get(where or "", "")
    return f"it is {part(name)}{whom}{over}"


_VERBS = {"harm": "a verb of harm", "saying": "a verb of saying", "having": "“have”", "verb": "another verb",
          "aux": "an auxiliary", "noun": "a noun"}  # fmt: skip

BOOK = Phrasebook((
    (r"not: (.+)", _against),
    (r"the rules say so", "the rules say so"),
    (r"the page itself, '(.+)'", lambda m: f"the page's own voice, in a sentence with “{m[1]}”"),
    (r"the page itself, (.+) voices",
        lambda m: f"the page's own voice, with {m[1]} {'voice' if m[1] == 'one' else 'voices'} around"),
    (r"the page itself, (.+)", lambda m: f"the page's own voice, {_context(m[1])}"),
    (r"issues the page(?:, (.+))?",
        lambda m: "it issues the page" + (f", {_context(m[1])}" if m[1] else "")),
    (r"named within the claim", "it is named within the claim"),
    (r"says it, innermost", "it says it, nearest of all"),
    (r"says it \((.+)\)", lambda m: f"it says it, {_FRAMES.get(m[1], m[1])}"),
    (r"speaks in its sentence, (\w+) \((.+)\)",
        lambda m: f"it speaks in the sentence, {_side(m[1])}, {_FRAMES.get(m[2], m[2])}"),
    (r"named in its sentence, (\w+)", lambda m: f"the sentence names it {_side(m[1])}"),
    (r"named, then '(.+)', (\w+)", lambda m: f"“{m[1]}” stands behind its name, {_side(m[2])}"),
    (r"named behind '(.+)', (\w+)", lambda m: f"“{m[1]}” stands before its name, {_side(m[2])}"),
    (r"(nsubj|nsubjpass), (the verb next above it|a verb further above it)",
        lambda m: f"it is the subject of {'the verb' if 'next' in m[2] else 'a verb further'} over the figure"),
    (r"(\w+)(?: of (.+?))?, (over it|elsewhere)", _syntax),
    (r"poss of (.+)", "it is the owner of {}"),
    (r"(speaks|named) (\w+), (next to it|near|not far|far)",
        lambda m: f"{_DOES[m[1]]} {m[3].replace('next to it', 'right')} {_side(m[2])}"),
    (r"a semicolon between, \w+", "a semicolon stands between"),
    (r"begins its sentence, (\w+)", "the sentence begins with it"),
    (r"in front of the colon", "it stands before the colon"),
    (r"last voice before it in its sentence", "it is the last name before the figure in the sentence"),
    (r"spoke just before, (.+)", lambda m: f"it spoke in the sentence before, {_context(m[1])}"),
    (r"(named|spoke) before, only figures since, (\w+)",
        lambda m: f"it {'is named' if m[1] == 'named' else 'spoke'} before, only figures since, {_WHERE[m[2]]}"),
    (r"meant by a pronoun, (\w+)", lambda m: f"a pronoun means it {_side(m[1])}"),
    (r"(spoke|speaks) ([\w ]+) (before|behind), (\w+)", _neighbour),
    (r"named ([\w ]+) (before|behind)", lambda m: f"it is named {m[1]} {m[2]}, in the same paragraph"),
    (r"begins the sentence ([\w ]+) before", lambda m: f"the sentence {_ago(m[1])} begins with it"),
    (r"named the sentence before, (then|behind) '(.+)'",
        lambda m: f"the sentence before has “{m[2]}” {'behind' if m[1] == 'then' else 'before'} its name"),
    (r"(last|first|second) to speak (?:before|behind), (\w+)(?:, (.+))?", _last),
    (r"only voice (.+)", lambda m: f"it is the only voice {m[1]}"),
    (r"speaks most around", "it speaks most around the claim"),
    (r"named in the title", "the title names it"),
    (r"(?:an?|small|police|ministry|government|army|military|officials|authorities|witnesses|residents|villagers"
     r"|relatives|survivors)\b.*", lambda m: f"it is {_sort(m[0])}"),
))  # fmt: skip
"""What each feature of a voice says."""


def _sort(name: str) -> str:
    told = {
        "small letters": "an unnamed voice",
        "a name of one word": "a name of one word",
        "a longer name": "a longer name",
    }
    return told.get(name) or (name if name.startswith(("a ", "an ")) else f"a voice of the {name}")
