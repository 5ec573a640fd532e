"""What every accusation needs: somebody who makes it, and the finding that it becomes."""

from __future__ import annotations

import re

from factcheck.extraction.counts.rejected import is_called_untrue
from factcheck.extraction.page import Finding, Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices import quotations, statements
from factcheck.extraction.voices.bodies import kind_of
from factcheck.extraction.voices.clauses import asserter, core, said, span_over
from factcheck.extraction.voices.labels import label_speaker
from factcheck.extraction.voices.speakers import resolve
from factcheck.extraction.voices.speaking import is_office
from factcheck.lexicons import word_set
from factcheck.values import Span

_PRONOUNS = word_set("it which that whom this them him her what who they")
_NAME_FOR_IT = re.compile(
    r"(?:(?:an?|another|this|the|yet|such|its|their|his|new|open|sheer|blatant|deliberate|premeditated|cynical|cowardly"
    r"|barbaric|barbarous|heinous|monstrous|criminal|terrorist|inhuman|unprovoked|armed|brutal|treacherous|flagrant)\s+)*"
    r"(?:acts?(?:\s+of\s+(?:\w+\s+)?(?:terror(?:ism)?|sabotage|aggression|barbarism|barbarity|cowardice|revenge|war"
    r"|vandalism|savagery|violence|provocation|treachery|madness|desperation))?|sabotage|provocations?|aggression"
    r"|terror(?:ism)?|barbarism|barbarity|treachery|banditry|vandalism|cowardice|savagery)"
    r"(?:\s+(?:by|on\s+the\s+part\s+of|from|of)\s+[^,;]+)?",
    re.IGNORECASE,
)
"""What an accuser calls the deed ('another act of terror', 'deliberate sabotage') does not say which it was."""
_DENIED = word_set("deny denies denied denying disputed disputes dispute doubted doubts")
_SUPPOSING = word_set("if whether unless lest")
_ABLE = word_set("will would could may might can should must shall ca wo 'll 'd")


def accusation(
    sentence: Sentence, rule: str, trigger: Token, tokens: list[Token], who: str | None, what: str | None
) -> Finding:
    """A blame finding over the tokens: who is blamed for what."""
    return Finding(
        "blame",
        span_over(sentence, tokens),
        sentence,
        f"blame:{rule}",
        trigger=trigger,
        victims=None if what is None or what.lower() in _PRONOUNS or _NAME_FOR_IT.fullmatch(what) else what,
        target=who,
        confidence=0.6,
    )


def predicate(verb: Token) -> list[Token]:
    """The verb with its complements to the right; loose clauses only when they begin near it."""
    kept = [verb]
    for part in verb.children:
        if (part.i > verb.i and part.dep_ not in ("punct", "cc", "conj", "advcl", "parataxis", "nsubj")) or (
            part.i > verb.i and part.dep_ == "advcl" and part.i - verb.i < 12 and not _if(part)
        ):
            kept += core(part)
    return kept


def _if(clause: Token) -> bool:
    return any(c.lower_ in _SUPPOSING for c in clause.children)


def accuser(page: Page, sentence: Sentence, token: Token) -> str | None:
    """Who asserts what stands at a token; None for the outlet, and for what is denied, asked or supposed."""
    speech = said(page, sentence, token)
    if speech is not None and speech.stance == "denies":
        return None
    if sentence.text.rstrip(" \"'”’").endswith("?") or supposed(token):
        return None
    speaker = asserter(page, sentence, token)
    if speaker is None or speaker.lower() in ("he", "she", "it", "they", "we"):
        return speaker
    if resolve(page, sentence, speaker) is not None:
        return speaker
    # in a text in capitals no word shows that it is a name
    named = sentence.text.isupper() and any(map(is_office, speaker.lower().split()))
    return speaker if named else None


def teller(page: Page, sentence: Sentence, token: Token) -> str | None:
    """Who says it: in the sentence itself, by a verb or in front of a colon, else the side whose statement it is.

    Not who denies it, and not relief and rights groups, whose notes tell what they saw or what was not done.
    """
    speech = said(page, sentence, token)
    if speech is None:
        return label_speaker(page, sentence, token.idx) or _side_speaking(page, sentence, token)
    return None if speech.stance == "denies" or speech.at == token.i else speech.speaker


def _side_speaking(page: Page, sentence: Sentence, token: Token) -> str | None:
    issuer = statements.issuer(page)
    if issuer is None or kind_of(issuer) in ("monitor", "relief", "media", "union"):
        return None
    if statements.is_helper(issuer) or quotations.speaker_of(page, sentence, Span(token.idx, token.idx + 1)):
        return None
    return issuer


def last_subject(verb: Token) -> Token | None:
    """The last of two: 'The agency: no warning was given' has a label that the parser takes for one."""
    subjects = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    if len(subjects) > 1 and any(t.text == ":" for t in verb.doc[subjects[0].i : subjects[-1].i]):
        return subjects[-1]
    return subjects[0] if subjects else None


def supposed(token: Token) -> bool:
    """True within a clause with "if" or "whether", in what is called untrue, and for what only may be."""
    if token.pos_ in ("VERB", "AUX") and any(
        c.tag_ == "MD" and c.lower_ in _ABLE and c.text != "May" for c in token.children
    ):
        return True
    for _ in range(8):
        if any(c.lower_ in _SUPPOSING and c.dep_ in ("mark", "advmod") for c in token.children if c.i <= token.i):
            return True
        if is_called_untrue(token):
            return True
        if token.head.i == token.i or token.dep_ == "parataxis":
            return False
        clause, token = token, token.head
        if clause.dep_ == "ccomp" and token.lower_ in _DENIED and clause.i > token.i:
            return True
    return False


def negated(verb: Token) -> bool:
    """True for a verb with "not" or "never", or with nobody as its subject."""
    if any(c.lower_ == "nor" and c.i < verb.i for c in verb.children):
        return True
    return any(c.dep_ == "neg" or (c.dep_ in ("nsubj", "nsubjpass", "dobj") and _nobody(c)) for c in verb.children)


def _nobody(subject: Token) -> bool:
    return subject.lower_ in ("nobody", "none", "neither", "nothing") or any(
        c.lower_ in ("no", "neither") for c in (subject, *subject.children)
    )
