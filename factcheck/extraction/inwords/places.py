"""The features of places (``extraction/places/choice``) in words."""

from __future__ import annotations

import re

from factcheck.extraction.inwords.phrasebook import Phrasebook

_TIMES = {"0": "in no sentence", "1": "in one sentence"}
_WHERE = {
    "where somebody spoke": "where somebody spoke", "an office's place": "as an office's place",
    "where somebody is from": "as where somebody is from", "the dateline": "as the dateline",
    "of an aftermath": "as the place of an aftermath", "named without “in”": "without “in” or “at”",
    "behind “in” or “at”": "behind “in” or “at”",
}  # fmt: skip
_HOLD = "|".join(map(re.escape, _WHERE))
_KINDS = {
    "toll": "a count", "attendance": "a crowd", "blame": "blame", "denial": "a denial", "status": "what holds",
}  # fmt: skip
_GOT_IN = {
    "adjective": "only an adjective names it", "around": "what else is named tells of it",
    "bare": "no word beside its name makes it a place", "led": "only a preposition makes its name a place",
    "title": "the title names it",
}  # fmt: skip
_INSIDE = {
    "0": "no other place of the page lies in it", "1": "one other place of the page lies in it",
    "2": "two other places of the page lie in it", "3": "three or more other places of the page lie in it",
}  # fmt: skip


def _how_often(match: re.Match[str]) -> str:
    lead = int(match[3])
    by = "as often as others" if not lead else f"{abs(lead)} {'times' if abs(lead) > 1 else 'time'}"
    more = "" if not lead else " more" if lead > 0 else " less"
    return f"it is the {match[1]} {match[2]} by how often it is named, {by}{more}"


def _against(match: re.Match[str]) -> str:
    said = BOOK.say(match[1])
    return f"against the other, {said or match[1]}"


def _hold(match: re.Match[str]) -> str:
    rest = match[2] or ""
    sort = rest.removeprefix(", ")
    return f"its sentence names it {_WHERE[match[1]]}" + (f", and it is {sort}" if sort else "")


def _before(match: re.Match[str]) -> str:
    when = "the sentence before" if match[1] == "right" else "a sentence shortly before"
    how = _WHERE.get(match[2], match[2])
    return f"{when} names it {how}, and the claim's own {match[3].removeprefix('its sentence ')}"


BOOK = Phrasebook((
    (r"not: (.+)", _against),
    (r"the rules say so, of no candidate", "the rules say so, and nothing else"),
    (r"the rules say so(?:, (in its sentence|elsewhere))?(?:, (an? .+))?",
        lambda m: "the rules say so" + (f", {m[1].replace('its', 'the claim’s')}" if m[1] else "")
        + (f", and it is {m[2]}" if m[2] else "")),
    (r"(an? [\w ]+?) (inside|around|beside) (an? [\w ]+) of the rules",
        lambda m: f"it is {m[1]} {m[2]} {m[3]} that the rules say"),
    (r"(inside|around|beside) what the rules say", lambda m: f"it lies {m[1]} what the rules say"),
    (r"named ([\w ]+) than what the rules say", lambda m: f"it is named {_than(m[1])} what the rules say"),
    (r"named ([\w ]+), (inside|around|beside) what the rules say",
        lambda m: f"it is named {_than(m[1])} what the rules say, and lies {m[2]} that"),
    (r"(an? [\w ]+), (listed|in no list)",
        lambda m: f"it is {m[1]} {'that the gazetteer has' if m[2] == 'listed' else 'that no list has'}"),
    (r"(a country|a region|a district|a town or site|a border)", lambda m: f"it is {m[1]}"),
    (r"called a (\w+)", lambda m: f"“{m[1]}” stands beside its name"),
    (r"(\w+) of ((?:few people|[\w ]*thousands|millions))", lambda m: f"it is a {m[1]} of {m[2]}"),
    (r"in the page's country", "it lies in the country that the page names most"),
    (r"in another country", "it lies in another country than the page names most"),
    (r"a capital", "it is a capital"),
    (r"a surname, too", "it is somebody's name on the page, too"),
    (r"also written small", "its name is also written with a small letter"),
    (r"in the name of the publisher", "the publisher is called after it"),
    (r"got in by (\w+)", lambda m: _GOT_IN[m[1]]),
    (r"(\w+) of all (\w+) names by how often, by (-?\d)", _how_often),
    (r"(first|second|third) (\w+) named( of one)?",
        lambda m: f"it is the {'only' if m[3] else m[1]} {m[2]} that the page names"),
    (r"in the title(?:, (.+))?", lambda m: "the title names it" + (f", and it is {m[1]}" if m[1] else "")),
    (r"named in (.+) sentences", lambda m: f"the page names it in {_sentences(m[1])}"),
    (r"first named in sentence (.+)", lambda m: f"it is first named in sentence {m[1]}"),
    (r"first named in the title alone", "only the title names it"),
    (r"first named in (.+)", lambda m: f"it is first named in sentence {m[1]}"),
    (r"named most", "no place is named in more sentences"),
    (rf"({_HOLD})(, more than once)?", lambda m: f"it is named {_WHERE[m[1]]}" + (m[2] or "").replace(",", "")),
    (rf"only ({_HOLD})", lambda m: f"it is only named {_WHERE[m[1]]}"),
    (r"(\d) times beside what happened", lambda m: f"what happened is told beside it {_times(m[1])}"),
    (r"beside what happened, in the lead", "what happened is told beside it at the top"),
    (rf"in the first sentence of dead or hurt(?:, ({_HOLD}))?",
        lambda m: "the first sentence of dead or hurt names it" + (f" {_WHERE[m[1]]}" if m[1] else "")),
    (r"just before the first sentence of dead or hurt", "it is named just before the first of dead or hurt"),
    (r"(\d) times in a sentence of dead or hurt",
        lambda m: f"it is named {_TIMES.get(m[1], f'in {m[1]} sentences')} of dead or hurt"),
    (r"(behind|before) “(.*)”",
        lambda m: f"“{m[2]}” stands {'before' if m[1] == 'behind' else 'behind'} its name"),
    (r"(\d) places of the page lie in it", lambda m: _INSIDE[m[1]]),
    (r"the page's incident, by the rules", "the rules put the page's incident there"),
    (r"around the page's incident, by the rules", "the rules put the page's incident inside it"),
    (r"([\w ]+) than the page's incident, by the rules",
        lambda m: f"the rules weigh it {m[1]} against the page's incident"),
    (r"for an? (\w+)(?:, (.+))?",
        lambda m: f"it is asked for {_KINDS.get(m[1], m[1])}" + (f", and it is {m[2]}" if m[2] else "")),
    (r"in its sentence, (alone|(?:nearest|second|third|later) of several|with others)",
        lambda m: f"the claim's sentence names it, {m[1]}"),
    (rf"in its sentence, ({_HOLD})(, an? .+)?", _hold),
    (r"in its sentence, (before|behind|within) the claim", lambda m: f"it stands {m[1]} the claim"),
    (r"in its sentence, (before|behind), (\d) marks between",
        lambda m: f"it stands {m[1]} the claim in its sentence, {m[2]} commas or the like between"),
    (r"in its sentence, (before|behind), (.+)", lambda m: f"it stands {m[1]} the claim in its sentence, {m[2]}"),
    (r"in its sentence, beside what happened", "the claim's sentence tells beside it what happened"),
    (r"in its sentence, behind “(.*)”",
        lambda m: f"“{m[1]}” stands before its name in the claim's sentence"),
    (r"not in its sentence, which names (\w+)", lambda m: f"the claim's sentence does not name it, but {m[1]}"),
    (r"(\d) sentences before, its sentence (.+)",
        lambda m: f"it is named {_sentences(m[1])} before, and the claim's own {m[2]}"),
    (r"(right|shortly) before, (.+), (its sentence .+)", _before),
    (r"not shortly before", "the sentences shortly before do not name it"),
    (r"the last place before it where something was",
        "it is the last place named “in” or “at” before the claim"),
))  # fmt: skip
"""What each feature of a place says."""


def _times(count: str) -> str:
    return {"0": "nowhere", "1": "once"}.get(count, f"{count} times")


def _sentences(count: str) -> str:
    return f"{count} {'sentence' if count == '1' else 'sentences'}"


def _than(often: str) -> str:
    return f"{often} as" if often.startswith("as ") else f"{often} than"
