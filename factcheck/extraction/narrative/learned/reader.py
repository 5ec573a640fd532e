"""Blame, denials and states that the model of statements finds in clauses where no rule found one.

Two tables in ``data/learned`` weigh what a clause shows (``statements.csv.gz``) and what its words mean
(``statement_words.npz``); ``python -m bench.statements --write`` fits them to the marked reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.extraction import learned
from factcheck.extraction.encoder import judging
from factcheck.extraction.encoder.encoder import encoded, span_in
from factcheck.extraction.furniture import foreign
from factcheck.extraction.inwords import statements
from factcheck.extraction.narrative.learned import gate, words
from factcheck.extraction.narrative.learned.blaming import blamed_in, doer
from factcheck.extraction.narrative.learned.clauses import heads
from factcheck.extraction.narrative.learned.features import (
    NO_VOICE,
    TELLS,
    Clause,
    Look,
    first_look,
    of_clause,
    stem,
    voice_of,
)
from factcheck.extraction.page import Finding, Page
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.attribution import claimant_of
from factcheck.extraction.voices.clauses import child, object_of, text_of
from factcheck.extraction.voices.speaking import may_speak, phrase_of
from factcheck.lexicons import word_set

Floats = NDArray[np.float32]

MODEL = "statements"
WORDS = "statement_words"
NONE = "none"
"""The class of clauses that state nothing of the kind."""
RULE = "learnt"
"""What the rules of such findings are called: ``blame:learnt``."""
LEAST = {"blame": 0.4, "denial": 0.4, "status": 0.28}
"""From this chance on a clause is taken; chosen with OWN on the three sets that nobody reads, so that what those
promise is a little rosy."""
YIELDING = frozenset({"status:asserted", "status:contested"})
"""Rules by which any words of a side assert a state, unless they charge somebody or deny something."""
SURE = 0.5
"""With a lower chance a statement is taken only of those who make no other claim of its kind on the page."""
OWN = 0.45
"""From this chance on a state of which nobody is known to speak is taken as the outlet's own; F1 of states is .38
on the blind sets with them, .37 without."""
FIRST = -2.0
"""With lower odds at first sight, by the linear model, a clause is not looked at again."""


def find(page: Page, found: Sequence[Finding]) -> list[Finding]:
    """The statements that the model adds to ``found``, the likeliest first; each names who makes it.

    Its charges and denials may overlap the states of YIELDING, which then are none.
    """
    if not gate.is_read(page):
        return []
    taken = [finding.span for finding in found if finding.rule not in YIELDING]
    states = [finding.span for finding in found if finding.rule in YIELDING]
    denied = {finding.sentence.index for finding in found if finding.kind == "denial"}
    speakers = _Speakers(page, found)
    added: list[Finding] = []
    for chance, kind, clause in sorted(_likely(page), key=lambda one: -one[0]):
        if any(clause.span.overlaps(span) for span in (*taken, *(states if kind == "status" else ()))):
            continue
        if kind == "status" and _only_describes(clause.look.head):
            continue
        if _is_condition(page, clause):
            continue
        if kind == "denial" and (clause.look.sentence.index in denied or _denies_nothing(page, clause)):
            continue
        finding, claimant = _with_speaker(page, clause, _finding(kind, clause, chance))
        if claimant is None and (kind != "status" or chance < OWN):
            continue
        if claimant is not None and chance < SURE and speakers.have(kind, claimant):
            continue
        speakers.add(kind, claimant)
        taken.append(finding.span)
        added.append(finding)
        told = judging.in_words(_deep(page, clause), judging.CLAUSES, kind)
        page.memo.setdefault(RULE, {})[finding.span.start, kind] = told, clause.features
    return added


class _Speakers:
    """Who makes a claim of which kind on a page; what the rules found is asked for it when first needed."""

    def __init__(self, page: Page, found: Sequence[Finding]) -> None:
        self._page, self._found = page, list(found)
        self._told: set[tuple[str, str | None]] = set()

    def have(self, kind: str, claimant: str) -> bool:
        """True when the claimant makes another, likelier claim of the kind."""
        self._told |= {(finding.kind, claimant_of(self._page, finding)[0]) for finding in self._found}
        self._found.clear()
        return (kind, claimant) in self._told

    def add(self, kind: str, claimant: str | None) -> None:
        """From now on the claimant makes one."""
        self._told.add((kind, claimant))


def _only_describes(head: Token) -> bool:
    """'(The mission welcomes) the truce announced on Monday': a participle in a clause, which asserts nothing."""
    helped = any(part.dep_ in ("aux", "auxpass") for part in head.children)
    return head.tag_ in ("VBN", "VBG") and head.dep_ in ("acl", "ccomp", "advcl") and not helped


_NOTHING = re.compile(r"\W*(?:No|Not\s+(?:one|a\s+single)|Nobody|None)\b")


_IF = re.compile(r"\W*(?:(?:had|were)\s+(?:[\w’'-]+\s+){1,4}?not\b|(?:if|unless)\b)", re.IGNORECASE)


def _is_condition(page: Page, clause: Clause) -> bool:
    """'(Dozens would have died) had it not been stopped': what another thing hangs on."""
    return _IF.match(page.text, clause.span.start) is not None


_NOR_DENIED = re.compile(r"\bconfirm\w*\s+n?or\s+den(?:y|ied|ies|ying)\b", re.IGNORECASE)


def _denies_nothing(page: Page, clause: Clause) -> bool:
    """'It has neither confirmed nor denied shooting it down', and what tells of nothing."""
    begin = clause.look.sentence.span.start
    return _NOR_DENIED.search(page.text, begin, clause.span.end) is not None or _tells_of_nothing(page, clause)


def _tells_of_nothing(page: Page, clause: Clause) -> bool:
    """'No shot was fired': what did not happen, without anybody who is said to have done it."""
    return (
        _NOTHING.match(page.text, clause.span.start) is not None and child(clause.look.head, "auxpass") is not None
    )


def _with_speaker(page: Page, clause: Clause, finding: Finding) -> tuple[Finding, str | None]:
    """The finding and who says so, None if nobody: first whoever blames or rejects with a verb of their own."""
    head = clause.look.head
    subject = doer(head) if _charges(head) else child(head, "nsubj")
    own = subject is not None and child(head, "nsubjpass", "auxpass") is None and may_speak(subject)
    itself = own and _speaks_for_itself(clause, finding.kind)
    speakers = [phrase_of(subject, head) if itself and subject is not None else None, None, clause.voice.speaker]
    for speaker in speakers if itself else speakers[1:]:
        finding.notes = {} if speaker is None else {"speaker": speaker}
        claimant = claimant_of(page, finding)[0]
        if claimant is not None:
            if itself and finding.kind == "blame" and (speaker is speakers[0] or _charges(head)):
                blamed = child(head, "dobj") or object_of(head, "on", "at", "to", "of")
                finding.target, finding.victims = text_of(blamed), None
            return finding, claimant
    finding.notes = {}
    return finding, None


def _speaks_for_itself(clause: Clause, kind: str) -> bool:
    """'The auditors fault the coast guard', 'the club rejects that': not 'the army repelled an attack'."""
    if TELLS in clause.features:
        return kind != "status"
    if clause.voice.sort != NO_VOICE:
        return False
    return kind == "denial" or (kind == "blame" and _charges(clause.look.head))


def _charges(verb: Token) -> bool:
    return stem(verb.lower_) in _CHARGES


_CHARGES = word_set("fault charg point nam call brand label pin attribut ascrib lay put hold tax reproach")
"""Verbs by which their subject blames, by their stems."""


def reasons(page: Page, start: int, kind: str) -> list[str]:
    """What spoke loudest for a statement found so, in words with its weight; nothing for one of a rule."""
    if (start, kind) not in page.memo.get(RULE, {}):
        return []
    told, features = page.memo[RULE][start, kind]
    return [told, *statements.BOOK.all_of(learned.model(MODEL).reasons(features, kind), learned.REASONS)]


def chances(model: learned.Model, table: words.Words, told: Sequence[Clause]) -> Floats:
    """The chance (0 to 1) of each class of the model, a row a clause."""
    odds = model.odds_of([one.features for one in told])
    odds += table.odds_of([(one.slots, one.look.words) for one in told])
    shares = np.exp(odds - odds.max(axis=1, keepdims=True))
    found: Floats = shares / shares.sum(axis=1, keepdims=True)
    return found


def chances_on(page: Page, told: Sequence[Clause]) -> Floats:
    """The same for clauses of a page, with what the transformer makes of them."""
    model = learned.model(MODEL)
    linear = chances(model, words.table(WORDS), told)
    order = [judging.CLAUSES.index(kind) for kind in model.classes]
    deep = np.stack([_deep(page, one)[order] for one in told])
    return judging.mixed(linear, deep, judging.SHARES[judging.CLAUSE])


def _deep(page: Page, one: Clause) -> Floats:
    sentence = one.look.sentence
    return judging.clause(encoded(page, sentence), *span_in(sentence, one.span))


def clauses(page: Page) -> Iterator[Clause]:
    """The clauses of the parsed sentences that may state something, in the order of the text."""
    looks = list(_looks(page))
    for look, odds in zip(looks, _first_odds(looks), strict=True):
        if odds < FIRST:
            continue
        voice = voice_of(page, look.sentence, look.head)
        yield of_clause(page, look, voice)


def _looks(page: Page) -> Iterator[Look]:
    others = foreign(page)
    for sentence in page.sentences:
        if sentence.tokens is None or sentence.index in others or not gate.worth_a_look(sentence):
            continue
        for head in heads(sentence.tokens):
            yield first_look(sentence, head)


def _first_odds(looks: Sequence[Look]) -> list[float]:
    """What speaks at first sight for the likeliest kind against none."""
    model = learned.model(MODEL)
    odds = model.odds_of([look.features for look in looks])
    odds += words.table(WORDS).odds_of([(look.slots, look.words) for look in looks])
    kinds = [model.classes.index(kind) for kind in LEAST]
    found: list[float] = (odds[:, kinds].max(axis=1) - odds[:, model.classes.index(NONE)]).tolist()
    return found


def _likely(page: Page) -> Iterator[tuple[float, str, Clause]]:
    told = list(clauses(page))
    if not told:
        return
    model = learned.model(MODEL)
    sure = chances_on(page, told)
    for kind, least in LEAST.items():
        column = sure[:, model.classes.index(kind)]
        for at in np.flatnonzero(column >= least):
            yield float(column[at]), kind, told[at]


def _finding(kind: str, clause: Clause, chance: float) -> Finding:
    head = clause.look.head
    begin = clause.look.sentence.span.start
    text = " ".join(clause.look.sentence.text[clause.span.start - begin : clause.span.end - begin].split())
    blamed, deed = blamed_in(head) if kind == "blame" else (None, None)
    return Finding(
        kind,
        clause.span,
        clause.look.sentence,
        f"{kind}:{RULE}",
        trigger=head,
        target=text_of(blamed) if kind == "blame" else text,
        victims=text_of(deed),
        confidence=round(chance, 2),
    )
