"""What the model of statements is told of a clause: its words, who does what to whom, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.extraction.narrative.doers import is_doer, subject_of
from factcheck.extraction.narrative.learned.clauses import words_of
from factcheck.extraction.page import Page, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices import quotations, statements
from factcheck.extraction.voices.clauses import child, object_of, said, speeches
from factcheck.extraction.voices.labels import label_speaker
from factcheck.extraction.voices.speech import Speech
from factcheck.language.parties import side_of
from factcheck.lexicons import word_set
from factcheck.values import Span

_TELLING = word_set("NOUN VERB ADJ PROPN ADV AUX")
_NOBODY = word_set("no none nobody neither nothing never nor")
_LEADING = word_set("mark cc")
_PRONOUNS = word_set("he she they it we i")
_BELOW = word_set("ccomp xcomp advcl conj parataxis")
_DISPUTES = word_set(
    "deny denies denied denying reject rejects rejected false untrue lie lies dispute disputes disputed disputing "
    "baseless nonsense blame blames blamed accuse accuses accused accusing accusation accusations responsible "
    "responsibility charge charges insist insists insisted allege alleges alleged refute refutes refuted"
)
"""Words of which texts that tell two sides of a thing have some, and others few."""
MOST_WORDS, MOST_DISPUTES = 6, 5
TELLS = "tells"
"""The feature of a clause whose own verb says that somebody says something."""


NO_VOICE = "none"


@dataclass(frozen=True, slots=True)
class Voice:
    """How it is told who says something, the speaker as written, and the reporting clause where there is one."""

    sort: str
    speaker: str | None = None
    speech: Speech | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What a clause shows at first sight: the words that it holds, those of them with a meaning of their own
    (``words``), and what they and its place in the sentence tell."""

    sentence: Sentence
    head: Token
    held: Sequence[Token]
    words: tuple[str, ...]
    features: tuple[str, ...]

    @property
    def slots(self) -> tuple[str, str, str, str]:
        """Its head and the word above, in the places of a clause's ``slots``."""
        head = self.head
        return head.lower_, "", "", "" if head.head is head else head.head.lower_


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and all that the model is told of it; ``slots``: its head, subject, object and the word above."""

    look: Look
    voice: Voice
    features: tuple[str, ...]
    slots: tuple[str, str, str, str]

    @property
    def span(self) -> Span:
        """Its stretch of the text, from behind a "that" or "because" on."""
        held = self.look.held
        first = next((word for word in held if word.dep_ not in _LEADING), held[0])
        return self.look.sentence.span_of(first, held[-1])


def first_look(sentence: Sentence, head: Token) -> Look:
    """What the clause of a head shows at first sight; cheap."""
    held = words_of(head)
    words = tuple(word.lower_ for word in held if word.pos_ in _TELLING)
    told = (*_place_in_tree(head, None if head.head is head else head.head), *_words(held))
    return Look(sentence, head, held, words, tuple(dict.fromkeys(told)))


def of_clause(page: Page, look: Look, voice: Voice) -> Clause:
    """All that the model is told of a clause in somebody's voice."""
    head = look.head
    passive = child(head, "nsubjpass")
    who = passive or subject_of(head) or child(head, "nsubj", "csubj")
    what = child(head, "dobj", "attr", "acomp", "oprd")
    told = (
        *look.features,
        *_parties(head, who, what, passive is not None),
        *_helpers(head, voice.sort),
        *_said(page, look.sentence, head, voice),
        *_sides(look.held, who, voice.speaker),
        *_on_the_page(page, look.sentence),
    )
    first, _, _, above = look.slots
    return Clause(look, voice, tuple(dict.fromkeys(told)), (first, _lower(who), _lower(what), above))


def _lower(word: Token | None) -> str:
    return "" if word is None else word.lower_


def voice_of(page: Page, sentence: Sentence, head: Token) -> Voice:
    """Who says what stands at a word."""
    speech = said(page, sentence, head)
    if speech is not None:
        return Voice("clause", speech.speaker, speech)
    label = label_speaker(page, sentence, head.idx)
    if label:
        return Voice("label", label)
    quoted = quotations.speaker_of(page, sentence, Span(head.idx, head.idx + len(head)))
    if quoted is not None:
        return Voice("quoted", quoted.speaker)
    issuer = statements.issuer(page)
    return Voice("issuer", issuer) if issuer else Voice(NO_VOICE)


def _place_in_tree(head: Token, above: Token | None) -> Iterator[str]:
    root = stem(head.lower_)
    yield "head " + root
    yield f"head {root} as {head.dep_}"
    yield "as " + head.dep_
    yield "tag " + head.tag_
    if above is not None:
        yield "under " + stem(above.lower_)
        yield f"under {stem(above.lower_)} as {head.dep_}"
        yield "under a " + above.pos_


def _parties(head: Token, who: Token | None, what: Token | None, passive: bool) -> Iterator[str]:
    root = stem(head.lower_)
    sort = _sort(who)
    yield "who is " + sort
    yield f"{sort} {root}"
    if who is not None:
        yield "who " + stem(who.lower_)
    yield "what is " + _sort(what)
    if what is not None:
        yield "what " + stem(what.lower_)
    if passive or any(part.dep_ == "auxpass" for part in head.children):
        agent = object_of(head, "by")
        yield "suffered"
        yield "suffered by " + _sort(agent)


def _sort(word: Token | None) -> str:
    if word is None:
        return "nobody"
    if word.pos_ == "PRON":
        return word.lower_
    return "a doer" if is_doer(word) else word.pos_


def _helpers(head: Token, voice: str) -> Iterator[str]:
    root = stem(head.lower_)
    for part in head.children:
        low, dep = part.lower_, part.dep_
        if dep == "neg":
            yield "not"
            yield "not in " + voice
        elif dep == "aux":
            yield "helped by " + low
            if part.tag_ == "MD":
                yield "may be"
        elif dep == "mark":
            yield "begins with " + low
        elif dep == "prep":
            yield "with " + low
            yield f"{root} with {low}"
        elif dep in ("prt", "advmod"):
            yield "how " + low
        elif dep in _BELOW:
            yield "has " + dep
        if low in _NOBODY or any(word.lower_ in _NOBODY for word in part.children):
            yield "nobody"
            yield "nobody in " + voice


def _said(page: Page, sentence: Sentence, head: Token, voice: Voice) -> Iterator[str]:
    speech = voice.speech
    yield "voice " + voice.sort
    if speech is not None:
        yield "told by " + speech.verb
        yield "stance " + speech.stance
        yield "frame " + speech.frame
        if speech.head is not None:
            yield "teller " + stem(speech.head.lower_)
        if speech.at == head.i:
            yield "is the telling"
    for other in speeches(page, sentence):
        if other.at == head.i:
            yield TELLS
            yield "tells " + other.verb
            yield "tells as " + other.stance


def _sides(held: Sequence[Token], who: Token | None, speaker: str | None) -> Iterator[str]:
    named = {side_of(word.text) for word in held if word.text[:1].isupper()} - {None}
    yield f"sides {min(2, len(named))}"
    if not speaker:
        return
    if speaker.lower() in _PRONOUNS:
        yield "speaker a pronoun"
    own = side_of(speaker, capitals=False)
    yield "speaker of a side" if own else "speaker of no side"
    if who is not None:
        side = side_of(who.text) or _side_before(who)
        yield "who of " + ("no side" if side is None else "the same side" if side == own else "another side")
        if who.lower_ in _PRONOUNS or any(part.lower_ in ("its", "their", "our") for part in who.children):
            yield "who is their own"
    if own and named - {own}:
        yield "another side named"


def _side_before(who: Token) -> str | None:
    before = " ".join(part.text for part in who.children if part.i < who.i and part.dep_ != "relcl")
    return side_of(before, capitals=False) if before else None


def _words(held: Sequence[Token]) -> Iterator[str]:
    for word in held:
        yield "word " + (stem(word.lower_) if word.pos_ in _TELLING else word.lower_)
    if any(word.like_num or word.pos_ == "NUM" for word in held):
        yield "a figure"
    yield f"length {min(MOST_WORDS, len(held) // 3)}"


def _on_the_page(page: Page, sentence: Sentence) -> Sequence[str]:
    """What the clauses of a sentence have in common."""
    memo = page.memo.setdefault("sentence features", {})
    if sentence.index not in memo:
        memo[sentence.index] = tuple(_around(page, sentence))
    found: tuple[str, ...] = memo[sentence.index]
    return found


def _around(page: Page, sentence: Sentence) -> Iterator[str]:
    text = sentence.text
    if text.rstrip("\"'”’ ").endswith("?"):
        yield "asked"
    if '"' in text or "“" in text:
        yield "quotes"
    if text.isupper():
        yield "capitals"
    if sentence.index == 0:
        yield "first"
    yield "a statement" if statements.issuer(page) else "a report"
    if "disputed" not in page.memo:
        page.memo["disputed"] = sum(not _DISPUTES.isdisjoint(one.words) for one in page.sentences)
    yield f"disputes {min(MOST_DISPUTES, page.memo['disputed'])}"


_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))
SHORTEST = 3
"""So many letters of a word are left at least."""


@cache
def stem(word: str) -> str:
    """What the forms of a word in small letters share ('denied' and 'denies': 'deny'); need not be a word."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            if not (ending == "s" and word.endswith("ss")):
                word = word[: -len(ending)] + instead
            break
    if len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "lse":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST else word
