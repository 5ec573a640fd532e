"""Who says so: from the clause that holds a claim to the body responsible for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.extraction.counts.genre import is_police_report
from factcheck.extraction.counts.rejected import DENYING, rejected_path, teller
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.voices import quotations, statements
from factcheck.extraction.voices.asides import aside, public
from factcheck.extraction.voices.beside import beside_figure, giver_before, giver_behind
from factcheck.extraction.voices.brackets import in_brackets, per_source
from factcheck.extraction.voices.byclause import Spoken, by_clause, handler
from factcheck.extraction.voices.bywords import by_words
from factcheck.extraction.voices.clauses import named, speeches
from factcheck.extraction.voices.continuation import continued, listed, same_sentence, told_next
from factcheck.extraction.voices.dialogue import first_person, turn_speaker
from factcheck.extraction.voices.gaps import second_speaker
from factcheck.extraction.voices.labels import label_speaker
from factcheck.extraction.voices.learned.candidates import Asked
from factcheck.extraction.voices.learned.choosing import HEARD, HEARD_STATED, Chosen, as_heard, choose
from factcheck.extraction.voices.mute import mute
from factcheck.extraction.voices.ownverbs import both_sides, subject_claimant
from factcheck.extraction.voices.parts import whole_before
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.speaking import phrase_of
from factcheck.extraction.voices.stances import stance_of
from factcheck.language.naming import state_adjective
from factcheck.lexicons import word_set
from factcheck.values import NARRATIVE_KINDS, ClaimRecord, Span, Stance


@dataclass(frozen=True, slots=True)
class Voice:
    """Who asserts a claim (None: the document itself), how, and who passes it on."""

    claimant: str | None
    stance: Stance
    via: str | None = None


def attribute(page: Page, finding: Finding) -> Voice:
    """The claimant of a finding, the stance, and who passes it on; None is the document's own voice."""
    claimant, spoken = claimant_of(page, finding)
    return Voice(claimant, stance_of(page, finding, claimant, spoken.stance), spoken.via)


def claimant_of(page: Page, finding: Finding) -> tuple[str | None, Spoken]:
    """Who gives a finding, and how: what the rules say, unless a learnt choice finds another voice likelier."""
    spoken = by_rules(page, finding)
    claimant = _chosen(page, finding, spoken).claimant
    if claimant == spoken.claimant or not spoken.told:
        return claimant, spoken
    return claimant, Spoken(claimant)


def by_rules(page: Page, finding: Finding) -> Spoken:
    """Who gives a finding by the rules alone."""
    spoken = _own_verb(page, finding)
    if spoken is None or (spoken.claimant and mute(spoken.claimant)):
        spoken = _speaker(page, finding)
    return spoken


def voice_chosen(page: Page, claim: ClaimRecord) -> Chosen | None:
    """The choice by which a claim has another voice than the rules say; None where it has theirs."""
    found: dict[_At, Chosen] = page.memo.get(CHOSEN, {})
    place = claim.start, claim.end, claim.kind
    choices = (one for (*at, rule), one in found.items() if tuple(at) == place and one.claimant != rule)
    return next((one for one in choices if one.claimant == claim.claimant), None)


CHOSEN = "voices chosen"
_At = tuple[int, int, str, str | None]


def _chosen(page: Page, finding: Finding, spoken: Spoken) -> Chosen:
    """The voice that is chosen for a finding; what the rules say where nothing is to be chosen."""
    rule = spoken.claimant
    found: dict[_At, Chosen] = page.memo.setdefault(CHOSEN, {})
    at = (finding.span.start, finding.span.end, finding.kind, rule)
    if at not in found:
        stated, local = finding.kind in NARRATIVE_KINDS, is_police_report(page)
        if (local or rule is not None) if stated else spoken.told:
            return Chosen(rule, rule)
        if local:
            found[at] = choose(page, asked(finding, rule))
        else:
            blamed = finding.target if finding.kind == "blame" else None
            heard = as_heard(page, asked(finding, rule), HEARD_STATED if stated else HEARD, blamed)
            found[at] = heard if stated else _as_before(page, finding, heard, found)
    return found[at]


def _as_before(page: Page, finding: Finding, heard: Chosen, found: Mapping[_At, Chosen]) -> Chosen:
    """'Dead: 48. Injured: 102.': a bare figure has the voice that was chosen for the one before it."""
    at = finding.sentence.index
    if heard.claimant is not None or not at or len(finding.sentence.text) > BARE:
        return heard
    before = page.sentences[at - 1].span
    voices = (one for (start, *_), one in found.items() if before.start <= start < before.end)
    return next((one for one in voices if one.claimant is not None and one.rule == heard.rule), heard)


BARE = 30
"""Characters of a sentence that is little more than a figure."""


def asked(finding: Finding, rule: str | None) -> Asked:
    """What the choice is told of a finding: where its figure stands, its kind, and what the rules say."""
    sentence, start = finding.sentence, finding.sentence.span.start
    figure = _figure(sentence, Span(finding.span.start - start, finding.span.end - start))
    span = Span(start + figure.start, max(finding.span.end, start + figure.end))
    return Asked(sentence, span, finding.kind, rule)


def _own_verb(page: Page, finding: Finding) -> Spoken | None:
    """Who blames or denies: the subject of the verb that makes the finding a claim."""
    if finding.kind not in NARRATIVE_KINDS:
        return None
    if "sides" in finding.notes:
        return Spoken(both_sides(page, finding.sentence))
    if "speaker" in finding.notes:
        return Spoken(resolve(page, finding.sentence, finding.notes["speaker"]))
    if finding.trigger is None:
        return None
    rule = finding.rule.split(":")[-1]
    for speech in speeches(page, finding.sentence) if rule in _OWN_VERBS else ():
        if speech.at == finding.trigger.i and speech.speaker:
            claimant = named(page, finding.sentence, speech)
            if claimant is not None:
                return Spoken(claimant, speech.stance, speech.via)
    if rule in _OWN_VERBS and finding.trigger.pos_ == "VERB":
        claimant = subject_claimant(page, finding.sentence, finding.trigger)
        if claimant is not None:
            return Spoken(claimant)
    return None


_OWN_VERBS = word_set(
    "blamed accused held denied rejected called_lies cause insisted ruled_out owned_up pointed put_down "
    "suspects found called claimed"
)


def _speaker(page: Page, finding: Finding) -> Spoken:
    sentence = finding.sentence
    inside = _figure(
        sentence, Span(finding.span.start - sentence.span.start, finding.span.end - sentence.span.start)
    )
    spoken = _spoken(page, finding, inside)
    if not spoken.told and (whole := whole_before(sentence, inside)) is not None:
        of_whole = _spoken(page, finding, whole)
        return of_whole if of_whole.told else spoken
    return spoken


def _spoken(page: Page, finding: Finding, inside: Span) -> Spoken:
    sentence = finding.sentence
    for way in (
        _in_brackets,
        _at_its_side,
        _rejected,
        _given_by,
        _labelled,
        _first_person,
        _giver,
        second_speaker,
        _aside,
        by_clause,
        by_words,
        _quoted,
        _in_turn,
        _going_on,
        _public,
        _own_statement,
        handler,
    ):
        if way in (_given_by, _rejected, by_words) and finding.kind in NARRATIVE_KINDS:
            continue  # it tells whose a figure is, not who denies it
        spoken = (
            by_clause(page, sentence, inside, finding.kind) if way is by_clause else way(page, sentence, inside)
        )
        if spoken is not None and not (spoken.claimant and mute(spoken.claimant)):
            return spoken
    return Spoken(None, told=False)


def _figure(sentence: Sentence, inside: Span) -> Span:
    """The figure of a quote and what follows it: a quote may begin with the speaker."""
    if sentence.tokens is None:
        return inside
    numbers = [
        t
        for t in sentence.tokens
        if inside.start <= t.idx < inside.end
        and (t.pos_ == "NUM" or t.like_num or t.lower_ in _VAGUE)
        and not any(n.text in _MONTHS for n in sentence.tokens[max(0, t.i - 1) : t.i + 2])
    ]
    return Span(numbers[0].idx, numbers[0].idx + len(numbers[0])) if numbers else inside


_DATED_SOURCE = re.compile(r"\((?P<who>[A-Z][\w.'’& -]{2,50}?),\s*(?:as\s+of\s+|on\s+)?\d{1,2}\b[^()]{0,25}\)")
"""'58 deaths, 341 injured (Home Ministry, 21 Apr 16:00)'."""
_SOURCE = re.compile(
    r"\((?:sources?|reported by|as reported by|according to|per|via|figures?:)[: ]\s*(?P<who>[^()]{2,60})\)", re.I
)


def _in_brackets(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    """'21 dead (source: the prefecture)': who is named in the brackets after it, up to the next clause."""
    match = _SOURCE.search(sentence.text, inside.end)
    dated = _DATED_SOURCE.search(sentence.text, inside.end)
    if dated is not None and statements.is_body_name(dated["who"]):
        return Spoken(resolve(page, sentence, dated["who"]))
    if match is None or ";" in sentence.text[inside.end : match.start()]:
        return None
    claimant = resolve(page, sentence, match["who"])
    return None if claimant is None else Spoken(claimant)


def _at_its_side(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    """'; 14,000, say the police', '190,000 (the police)': each of rival figures has its own speaker."""
    claimant = (
        beside_figure(page, sentence, inside)
        or in_brackets(page, sentence, inside)
        or per_source(page, sentence, inside)
    )
    return None if claimant is None else Spoken(claimant)


def _rejected(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    """'the ministry rejected the rebels' claim that 100 men fell': the rebels' figure."""
    if sentence.tokens is None or not sentence.words & DENYING:
        return None
    figure = next((token for token in sentence.tokens if token.idx >= inside.start), None)
    for node in () if figure is None else figure.ancestors:
        who = next(filter(None, map(teller, rejected_path(node))), None)
        if who is not None:
            state = state_adjective(who.text)
            claimant = resolve(page, sentence, phrase_of(who)) if state is None else f"{state} government"
            return None if claimant is None else Spoken(claimant)
    return None


def _given_by(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    claimant = giver_behind(page, sentence, inside)
    return None if claimant is None else Spoken(claimant)


def _giver(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    claimant = giver_before(page, sentence, inside)
    return None if claimant is None else Spoken(claimant)


def _aside(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    claimant = aside(page, sentence, inside)
    return None if claimant is None else Spoken(claimant)


def _public(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    claimant = public(page, sentence, inside)
    return None if claimant is None else Spoken(claimant)


def _labelled(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    claimant = label_speaker(page, sentence, inside.start)
    return None if claimant is None else Spoken(claimant)


_MONTHS = word_set(
    "January February March April May June July August September October November December Jan Jan. Feb Feb. "
    "Mar Mar. Apr Apr. Jun Jul Aug Aug. Sep Sep. Sept Sept. Oct Oct. Nov Nov. Dec Dec."
)
_VAGUE = word_set("dozens scores hundreds thousands several many none nobody")


def _quoted(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    """Inside quotation marks whose speaker stands in another sentence."""
    phrase = quotations.speaker_of(page, sentence, inside)
    if phrase is None:
        return None
    claimant = resolve(page, page.sentences[phrase.sentence], phrase.speaker)
    return None if claimant is None else Spoken(claimant)


def _first_person(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    """'I say nineteen' in somebody's turn."""
    claimant = first_person(page, sentence)
    return None if claimant is None else Spoken(claimant)


def _in_turn(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    claimant = turn_speaker(page, sentence, inside)
    return None if claimant is None else Spoken(claimant)


def _going_on(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    for way in (same_sentence, listed, told_next, continued):
        claimant = way(page, sentence, inside)
        if claimant is not None:
            return Spoken(claimant)
    return None


def _own_statement(page: Page, sentence: Sentence, inside: Span) -> Spoken | None:
    """In a statement or note that a body issued, the body speaks."""
    body = statements.issuer(page)
    return None if body is None else Spoken(body, told=False)
