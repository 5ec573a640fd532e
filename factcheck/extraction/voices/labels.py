"""A speaker in front of a colon: "X: at least ten dead", "X had a fuller count: ten dead"."""

from __future__ import annotations

import re

from factcheck import gazetteer
from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.places.mentions import known
from factcheck.extraction.voices import bodies, speaking, statements
from factcheck.extraction.voices.cast import cast_of, shouted
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.surface import speakers_in
from factcheck.language.naming import country
from factcheck.lexicons import word_set

_LABEL = gated(
    r"^(?:[^|\n]{3,40}\|)?[\s•*–—-]*(?:\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\b\.?)?\s*[-–—|/]?\s*)?(?P<who>(?:[Tt]he "
    r"|[Aa]n? )?[^:.!?\"“”]{2,90}?):\s"
)


def label_speaker(page: Page, sentence: Sentence, at: int) -> str | None:
    """The claimant that stands in front of a colon before a place in the sentence, or None."""
    label = _LABEL.match(sentence.text)
    if label is None or label.end() > at:
        return None
    if sentence.index < TOP and _is_dateline(label["who"]):
        return None
    named = _WHERE_TOLD.sub("", _MEDIUM.sub("", label["who"]))
    if "(" in named:
        return None
    who = re.split(r",| to | again\b| on \w+", _WORD_FROM.sub("", named))[0].strip()
    titled = _TITLE.sub("", who)
    if titled != who and cast_of(page).person(titled) is not None:
        who = titled
    told = _CAME_FROM.search(label["who"])
    if told is not None:
        return resolve(page, sentence, told["who"])
    said = _SAID.search(label["who"])
    if said is not None:
        return resolve(page, sentence, said["who"])  # "Nonsense, says the mayor: ..."
    answer = _ANSWERS.search(label["who"])
    if answer is not None:
        return resolve(page, sentence, answer["who"] or answer["cited"] or answer["whose"])
    if (
        cast_of(page).person(who) is None
        and not _names_speaker(who, loud=shouted(sentence.text))
        and not _speaks_elsewhere(page, who)
        and not _beside_speakers(page, who)
        and not (_state_at(label, who) and not speakers_in(sentence))
        and not (label.start("who") > 3 and _CAPITALS.fullmatch(who) and not _is_elsewhere(who))
    ):
        contradicts = who.split()[-1:] and who.split()[-1].lower() in _CONTRADICTS
        figure = contradicts or _FIGURE.search(label["who"]) is not None
        counted = _subject_before(sentence, label.end("who"), not figure)
        if counted is None or (at - label.end() > 15 and not figure):
            return None
        who = counted
    return resolve(page, sentence, who)


TOP = 3
"""Sentences at the top of a page of which one may begin with the place where it was written."""
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’.-]{3,}(?: [A-Z][A-Z'’.-]+){0,2})"
    r"(?:, (?:[A-Z][a-z]+\.? )?\d{1,2}(?: [A-Z][a-z]+\.?)?(?: \d{4})?"
    r"|, [A-Z][a-z]+day)?(?: \([^()]{2,30}\))?"
)
"""'QUETTA', 'ZHOB, April 12', 'OLD TOWN, 3 May (Agency)'."""


def _is_dateline(who: str) -> bool:
    """True for a place in capitals, with or without a day, before the first words of a report."""
    match = _DATELINE.fullmatch(who)
    if match is None:
        return False
    place = match["place"]
    if match.end("place") < len(who):
        return True
    return not (
        bodies.known(place)
        or bodies.is_body(place.lower())
        or place.lower() in _PLAIN
        or (_ACRONYM.fullmatch(place) and len(place) < 5)
        or country(place) is not None
        or any(speaking.is_office(word) for word in place.lower().split())
    )


_ANSWERS = re.compile(
    r"(?:^|, )(?P<who>(?:[Tt]he )?[A-Za-z][\w'’. -]{1,60}?) (?:answers?|answered|counters?|countered|retorts?"
    r"|retorted"
    r"|repl(?:y|ies|ied)|wrote|writes|posts|posted|tweets|tweeted|objects?|objected|protests?)"
    r"(?: (?:on|at|in|by|to|from) [\w'’. -]{2,40})?$"
    r"|\bquotes (?P<cited>(?:the )?[A-Za-z][\w'’. -]{2,50})$"
    r"|^(?P<whose>(?:[Tt]he )?[A-Za-z][\w’ -]{1,40}?)['’]s? (?:own |official |first |short |latest )?(?:answer"
    r"|reply|version"
    r"|verdict|explanation|response|comment)(?: (?:is|was|since|on) [\w ]{1,30})?$"
)
"""'The separatists answer: ...', 'the website quotes Basayev: ...', 'Ankara's answer: ...'."""
_MEDIUM = re.compile(r"\s*\([^()]{2,60}\)$")
"""'The president (television): no shot was fired'."""
_WHERE_TOLD = re.compile(
    r"\s+(?:at|in)\s+(?:an?|the|his|her|its)\s+(?:[\w-]+\s+){0,2}(?:briefing|conference|interview|statement"
    r"|broadcast|address|speech|tweet"
    r"|post|letter|call)$|\s+(?:repeats|repeated|again|by\s+(?:tele)?phone|live)$"
)
"""'The chief doctor (at a briefing): ...': where it was told."""

_TITLE = re.compile(
    r"^(?:Dr|Mr|Mrs|Ms|Miss|Hon|Sir|Lord|Prof|Professor|Rev|Father|Sister|Sheikh|Minister|Senator|Colonel"
    r"|General|Captain|Major)\.?\s+"
)
_CAME_FROM = re.compile(
    r"\b(?:lines?|words?|sentences?|statement|message|note|communiqu[eé]|tweet|post|bulletin|announcement"
    r"|telegram|e-?mail|letter|text)s?"
    r"\s+(?:from|by)\s+(?P<who>(?:the\s+)?[A-Za-z][\w'’.&-]*(?:\s+[\w'’.&-]+){0,5})$"
)
"""'then came four lines from the ministry: two dead'."""
_SAID = re.compile(
    r",\s+(?:says|said|answers|answered|retorts|retorted|insists|insisted|replies|replied)\s+(?P<who>(?:an?\s+"
    r"|the\s+)?\w.*)$"
)
_CAPITALS = re.compile(r"(?:the\s+|The\s+)?[A-Z][\w'’.-]*(?:\s+(?:of\s+|for\s+|the\s+)?[A-Z][\w'’.-]*){0,3}")
_PLAIN = word_set(
    "update breaking correction latest summary recap live photo video map more note watch listen "
    "reminder bulletin alert notice question answer"
)


def _is_elsewhere(who: str) -> bool:
    """A place or a heading in front of a live report's entry is no speaker."""
    return (
        who.lower().split()[0] in _PLAIN
        or who.split()[-1].lower() in _HEADINGS
        or known(who.removeprefix("the ").removeprefix("The "), 0, 0) is not None
    )


_FIGURE = re.compile(
    r"\b(?:count|toll|tally|figures?|numbers?|breakdown|estimate|balance|total|list|lists|sum|account|version)\b",
    re.IGNORECASE,
)
_CONTRADICTS = word_set(
    "contradicts contradicted corrects corrected objects objected protests protested counters countered retorts "
    "disagrees disagreed differs insists insisted speaks clarifies clarified confirms confirmed reports reported "
    "announces announced admits admitted updates adds added writes"
)
_WORD_FROM = re.compile(
    r"^(?:the )?(?:(?:first|latest|early|initial|preliminary|new|newest|last|more|further|official) )?"
    r"(?:(?:word|news|reports?|figures?|information|count|update|statement|message|line|numbers|toll"
    r"|communiqu[eé]) )?"
    r"(?:from|by) (?=\w)",
    re.IGNORECASE,
)
"""'First word from the fire service: ...'."""
_SAYS = r"(?:says?|said|told|announced?|announces|reports?|reported|confirm(?:s|ed)|den(?:ies|ied)|stated|claims?)"


def _state_at(label: re.Match[str], who: str) -> bool:
    """'11:30 - Ruritania: ...': behind the hour, or of 'ours', a state or capital speaks; else it says where."""
    own = label.start("who") > 3 or _OWN_WORDS.match(label.string, label.end()) is not None
    return own and country(who) is not None


_OWN_WORDS = re.compile(r"[^.;]{0,60}\b(?:our|ours|we|us)\b", re.IGNORECASE)


def _speaks_elsewhere(page: Page, who: str) -> bool:
    """True for a name of a word or three that the page makes say something: a firm that no list knows."""
    if not _NAME.fullmatch(who) or f"{who} " not in page.text:
        return False
    return re.search(rf"\b{re.escape(who)} (?:has |have |had |also )?{_SAYS}\b", page.text) is not None


def _beside_speakers(page: Page, who: str) -> bool:
    """True for a name in front of a figure that stands as a label beside the label of a body: 'Guardia Urbana:
    300,000. Government delegation: one million.'"""
    if not _NAME.fullmatch(who) or " " not in who or gazetteer.known(who) or who.split()[-1].lower() in _HEADINGS:
        return False
    rows: dict[int, list[str]] = page.memo.get("figure labels") or {}
    if not rows:
        for sentence in page.sentences:
            if (label := _FIGURE_LABEL.match(sentence.text)) is not None:
                rows.setdefault(sentence.paragraph, []).append(label["who"])
        page.memo["figure labels"] = rows or {-1: []}
    return any(who in row and any(_is_body_label(one) for one in row if one != who) for row in rows.values())


def _is_body_label(who: str) -> bool:
    return _names_speaker(who) or speaking.is_office(who.split()[-1].lower())


_FIGURE_LABEL = re.compile(
    r"^\W*(?P<who>[A-Z][\w’'&-]*(?: [\w’'&-]+){0,4})(?: \([^()]{2,50}\))?:\s+(?:about |around |some |over "
    r"|at least |more than "
    r"|nearly |up to )?(?:\d|one million|half a million|two million)"
)


_NAME = re.compile(r"[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+){0,2}")


_ACRONYM = re.compile(
    r"(?!(?:STORY|VIDEO|PHOTOS?|UPDATE[DS]?|LIVE|WATCH|NEWS|MAPS?|LIST|QUOTES?|FACTS?|NOTE|EDITOR|MORE|READ|ALSO"
    r"|TOP|NEW|JUST|WARN"
    r"|ALERT|EMAIL|PHONE|TEXT|INFO)\b)[A-Z]{3,6}"
)
_ACRONYM_AND_LAND = re.compile(
    r"(?!(?:VIDEO|PHOTO|LIVE|NEWS|MAP|LIST|NOTE|TOP|NEW)\b)[A-Z]{3,6}(?: [A-Z][a-z]+){1,2}"
)
"""'NHS England', 'MSF Spain'."""
_HEADINGS = word_set(
    "figures update updates highlights casualties toll overview summary total totals status note notes situation "
    "statistics data numbers attendance deaths injuries damage dead injured missing"
)


def _names_speaker(who: str, *, loud: bool = False) -> bool:
    """``loud``: in a text of capitals a short word is no acronym."""
    words = who.split()
    if not words or len(words) > 9:
        return False
    if words[-1].lower() in _HEADINGS:
        return False
    if _ACRONYM_AND_LAND.fullmatch(who):
        return True
    if statements.is_body_name(who.removeprefix("the ").removeprefix("The ")):
        return True
    if _ACRONYM.fullmatch(who) and not loud:
        return True
    offices = [n for n, word in enumerate(words) if speaking.is_office(word)]
    if offices and all(word[:1].isupper() or word in ("for", "of", "without", "and") for word in words):
        if offices[-1] == len(words) - 1 and len(words) > 1:
            return True  # "Emergency Lawyers"
        if len(words) > 2 and offices[0] + 1 < len(words) and words[offices[0] + 1] in ("for", "of", "without"):
            return True  # "Doctors without Borders"
    if offices and offices[-1] + 1 < len(words) and all(word[:1].isupper() for word in words[offices[-1] + 1 :]):
        return words[0][:1].isupper() and len(words) > offices[-1] + 1  # "French foreign minister Laurent Fabius"
    if words[0].endswith(("'s", "’s")) and len(words) < 4 and speaking.is_office(words[-1]):
        return True  # "BP's chief"
    return words[0].lower() in ("the", "a", "an") and len(words) < 4 and speaking.is_office(words[-1])


def _subject_before(sentence: Sentence, end: int, named: bool) -> str | None:
    """The speaking subject of the clause in front of a colon; ``named``: only a name will do."""
    if sentence.tokens is None:
        return None
    before = [t for t in sentence.tokens if t.idx < end]
    if not any(
        t.pos_ in ("VERB", "AUX") or _FIGURE.fullmatch(t.lower_) or speaking.is_office(t.lower_) for t in before
    ):
        return None  # "Weapon:", "Region VIII:": a heading
    for token in before:
        if (
            token.dep_ not in ("nsubj", "ROOT", "dep")
            or not speaking.may_speak(token)
            or _FIGURE.match(token.text)
        ):
            continue
        introduced = token.dep_ == "ROOT" and speaking.is_office(token.lower_)
        if (
            token.pos_ == "PROPN"
            or introduced
            or (not named and (token.pos_ == "PRON" or speaking.is_office(token.lower_)))
        ):
            return re.split(r":\s", speaking.phrase_of(token), maxsplit=1)[0]
    return None
