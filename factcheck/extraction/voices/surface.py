"""Who speaks in a sentence that nobody parsed, by the order of its words: enough to know who had the floor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase, ascii_uppercase

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Sentence
from factcheck.extraction.voices import speaking, voices
from factcheck.lexicons import word_set

_SKIP_STANCES = frozenset({"estimates"})
_SKIP = word_set(
    "go point hold count put give list record register tally document see find publish release issue update "
    "revise raise project own post charge continue answer relate state report note claim comment cite quote "
    "allow condemn blame accuse show range rule establish certify mourn regret deplore correct contradict "
    "radio cable phone storm cry chart reason snap detail outline broadcast telegraph crow thunder guess "
    "caution shout "
    "lower downgrade reduce"
)
_DETERMINERS = word_set("the a an one two three some several many his her its their our another local")
_BOUNDARY = re.compile(
    r"[.!?;:\"“”—–]|(?:^|(?<=[\s,]))(?:and|but|that|while|when|as|because|after|before|which|if)\s", re.IGNORECASE
)
_TAIL = re.compile(
    r"(?:\s+|,)(?:has|have|had|also|later|then|since|earlier|previously|did|does|not|further|again|now|still|"
    r"once|first|already|just|only|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|himself|herself|"
    r"\w+ly)$",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"\s*(?:(?:on|late|early) \w+day |(?:mon|tues|wednes|thurs|fri|satur|sun)day "
    r")?(?P<np>(?:[A-Z\"][^.,;:\"“”]{1,80}|the [^.,;:\"“”]{3,60}|an? [^.,;:\"“”]{3,60}|police|officials|he|she|"
    r"it|they)"
    r"(?:, (?:the |an? |its )?[^.,;:\"“”]{3,60}(?:for|of|with) [^.,;:\"“”]{3,60})?)"
)
_LEAD = re.compile(
    r"^(?:in|at|on|from|for|after|during|by|meanwhile|however|earlier|later|yesterday|today)\b[^,]{0,60},\s*",
    re.IGNORECASE,
)
_FIGURE_OF = gated(
    r"(?P<np>(?:[Tt]he )?\b[\w-]+(?: [\w-]+){0,3})['’]s? (?:[\w-]+ ){0,3}(?:figures?|count|toll|tally|total|"
    r"estimates?)\b"
)
_ACCORDING = gated(
    r"\baccording to (?P<np>[^.;:\"“”,]{2,80}(?:, (?:the |an? )?(?:spokes\w+|head|chief|director) "
    r"[^.,;:\"“”]{3,60})?)",
    re.IGNORECASE,
)


_GIVES = gated(
    r"\b(?:has|have|had|gives?|gave|puts?|published|issued|released|(?:is|was|stands|stood|are|were) at) "
    r"(?:(?:at least|about|only|just|some|over|more than|nearly|now) )?(?:it at |them at |the (?:dead|toll"
    r"|number) at )?"
    r"(?:\d|(?:an?|its|his|her|their|the|no|another)(?: \w+){0,3} (?:figures?|count|toll|numbers|tally|list"
    r"|account"
    r"|breakdown|statement|communiqu[eé])\b)"
)
"""A figure or list that somebody has or gives."""


def speakers_in(sentence: Sentence) -> list[str]:
    """The speakers of a sentence as written, in order, from its parse when it has one."""
    if sentence.tokens is not None:
        return [
            s.speaker
            for s in voices.speeches(sentence.tokens)
            if s.speaker and not s.negated and s.frame not in ("handle", "work")
        ]
    return by_surface(sentence.text)


def by_surface(text: str) -> list[str]:
    """The speakers that the order of words shows: before a reporting verb, after it, after "according to"."""
    found: list[tuple[int, str]] = []
    for verb in _verb_pattern().finditer(text.translate(_LOWER)):
        phrase = _before(text, verb.start()) or _after(text, verb.end())
        if phrase:
            found.append((verb.start(), phrase))
    for verb in _GIVES.finditer(text):
        phrase = _before(text, verb.start())
        if phrase:
            found.append((verb.start(), phrase))
    found += [(match.start(), match["np"]) for match in _FIGURE_OF.finditer(text)]
    found += [(match.start(), match["np"].strip()) for match in _ACCORDING.finditer(text)]
    return [phrase for _, phrase in sorted(found)]


@dataclass(frozen=True, slots=True)
class Saying:
    """A speaker beside a verb of saying, in a sentence's text: where both begin and end, where the verb stands.

    ``ahead``: what follows may be said by it; ``behind``: what stands before it, up to its comma.
    """

    phrase: str
    verb: str
    at: int
    start: int
    end: int
    ahead: bool
    behind: bool


_CLOSES = re.compile(
    r"\s*(?:[.,;)]|$|[\"”])|\s+(?:[A-Z]\w+|the [a-z]+|reporters?|journalists?|on|in|at|late|early|by|here"
    r"|yesterday|today)\b"
)
"""What follows a verb that ends a sentence: its full stop, whom it tells, when."""


def sayings(text: str) -> list[Saying]:
    """The speakers of a sentence in the order of its words, with how far their verbs may reach."""
    found = []
    for verb in _verb_pattern().finditer(text.translate(_LOWER)):
        before, after = _before(text, verb.start()), ""
        if before:
            start = text.rfind(before, 0, verb.start())
            behind = text[:start].rstrip().endswith((",", ",”", ',"', "”", '"', "–", "—"))
            behind = behind and _CLOSES.match(text, verb.end()) is not None
            found.append(Saying(before, verb.group(), verb.start(), start, verb.end(), True, behind))
        elif after := _after(text, verb.end()):
            end = text.find(after, verb.end()) + len(after)
            behind = text[: verb.start()].rstrip().endswith((",", ",”", ',"', "”", '"'))
            found.append(Saying(after, verb.group(), verb.start(), verb.start(), end, False, behind))
    for match in _ACCORDING.finditer(text):
        first = not text[: match.start()].strip(' "“—–-')
        found.append(Saying(match["np"].strip(), "", match.start(), match.start(), match.end(), first, not first))
    return found


@cache
def _verb_pattern() -> re.Pattern[str]:
    forms = [
        form
        for form, (base, stance, _) in voices.verbs().items()
        if base not in _SKIP and stance not in _SKIP_STANCES
    ]
    forms += ["reported", "stated", "noted", "claimed", "reports", "claims"]
    forms = [form for form in forms if not form.endswith("ing")]
    # on lower case: to ignore case takes four times as long, since no word can then be told by its first letter
    return gated(rf"\b(?:{'|'.join(sorted(set(forms), key=len, reverse=True))})\b")


SAYING_WORDS = frozenset(form for form, (base, *_) in voices.verbs().items() if base not in _SKIP) | {"according"}
"""Words of which a sentence with a saying has one."""
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


def before(text: str, end: int) -> str:
    """The speaker in front of a verb that begins at a place in the text, '' when none stands there."""
    return _before(text, end)


def _before(text: str, end: int) -> str:
    head = text[max(0, end - 220) : end]
    cut = max((m.end() for m in _BOUNDARY.finditer(head)), default=0)
    phrase = head[cut:].strip()
    if phrase.endswith(","):
        phrase = phrase[:-1]
    while (shorter := _TAIL.sub("", " " + phrase).strip()) != phrase:
        phrase = shorter
    phrase = _LEAD.sub("", phrase).strip(" ,")
    parts = phrase.split(", ")
    if len(parts) > 1 and (parts[-1].split() or [""])[0].lower() in ("who", "which", "whose", "where"):
        parts = parts[:-1]
    phrase = (
        ", ".join(parts[-2:]) if len(parts) > 1 and len(parts[-1].split()) < 14 else parts[-1] if parts else ""
    )
    return phrase if _plausible(phrase) else ""


def _after(text: str, start: int) -> str:
    if text[start : start + 1] not in (" ", ""):
        return ""
    match = _INVERTED.match(text, start)
    phrase = match["np"].strip() if match else ""
    return phrase if _plausible(phrase) else ""


def _plausible(phrase: str) -> bool:
    words = phrase.split()
    if (
        not words
        or len(words) > 22
        or words[0].lower() in ("to", "be", "is", "was", "not", "who", "which", "there", "this", "that")
    ):
        return False
    if len(words) == 1:
        word = words[0]
        return (
            word.lower() in ("he", "she", "it", "they")
            or speaking.is_office(word)
            or (word[:1].isupper() and len(word) > 2)
        )
    offices = any(speaking.is_office(word.strip(",'s")) or speaking.is_office(word.strip(",")) for word in words)
    named = any(word[:1].isupper() for word in words)
    return offices or (named and (words[0][:1].isupper() or words[0] in _DETERMINERS))
