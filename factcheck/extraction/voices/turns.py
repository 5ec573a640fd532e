"""Turns of phrase that say who speaks, apart from verb and subject: 'For the ministry, ...', 'by its count'."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extraction.syntax import Token, Tokens
from factcheck.extraction.voices.bodies import known
from factcheck.extraction.voices.holders import holder, holdings, speaks
from factcheck.extraction.voices.speaking import is_office, may_speak, phrase_of, text_from
from factcheck.extraction.voices.speech import Speech, verbs
from factcheck.language.naming import state_adjective
from factcheck.lexicons import column, word_set

_ANONYMOUS = word_set("reports accounts estimates")
_POSSESSIVES = word_set("its their his her")
ENDS = frozenset({";", ":", '"', "“", "”"})


def for_somebody(tokens: Tokens) -> Iterator[Speech]:
    """'For the ministry, 2,000 marched': a body in front of the sentence whose view it is."""
    if len(tokens) < 5 or tokens[0].lower_ != "for":
        return
    body = next((c for c in tokens[0].children if c.dep_ == "pobj"), None)
    comma = next((t for t in tokens if t.text == ","), None)
    if body is None or comma is None or comma.i > 8 or not (is_office(body.lower_) or body.pos_ == "PROPN"):
        return
    scope = frozenset(range(comma.i, len(tokens)))
    yield Speech(text_from(body.left_edge.i, tokens[comma.i - 1]), body, "for", "plain", "say", scope, 0)


def at_the_end(tokens: Tokens, tellers: list[Token]) -> Iterator[Speech]:
    """'..., the governor maintains.', '..., rescue workers and residents said on Monday': behind the last comma.

    The parser takes such a verb for a noun, or hangs what stands in front of it on the clause before.
    """
    for verb in tellers:
        base, stance, frame = verbs()[verb.lower_]
        if verb.i < 6:
            continue
        whom = _told_whom(tokens, verb) if base in ("tell", "inform") else []
        behind = verb.i + 1 + len(whom)
        after = tokens[behind] if behind < len(tokens) else None
        if frame not in ("say", "that") or not (after is None or after.is_punct or after.lower_ in _THEN):
            continue
        named = _apposed_name(tokens, verb.i)
        until = verb.i if named is None else named
        comma = next((t.i for t in reversed(tokens[max(0, until - 9) : until]) if t.text == ","), None)
        words = tokens[comma + 1 : until] if comma is not None else []
        while words and words[-1].lower_ in _ADVERBS:
            words = words[:-1]
        relative = next((n for n, t in enumerate(words) if n > 1 and t.tag_ in ("WDT", "WP")), len(words))
        words = words[:relative]  # "the group that holds it says"
        of = next((n for n, t in enumerate(words) if n and t.lower_ in ("of", "for", "in")), len(words))
        head = words[of - 1] if words else None
        if comma is None or head is None or not is_office(head.lower_):
            continue
        if any(t.text in ENDS or (t.tag_ in _NO_NAME and n != of) for n, t in enumerate(words)):
            continue
        if sum(t.tag_ == "DT" for t in words[:of]) > 1:
            continue
        first = max((t.i + 1 for t in tokens[:comma] if t.text in ENDS), default=0)
        speaker = tokens.stretch(comma + 1, words[-1].i + 1 if named is None else verb.i - 1)
        rest = range(behind, len(tokens)) if after is not None and after.lower_ in _THEN else ()
        via = text_from(whom[0].i, whom[-1]) if whom and whom[-1].pos_ == "PROPN" else None
        yield Speech(speaker, head, base, stance, frame, frozenset({*range(first, comma), *rest}), verb.i, via)


def _apposed_name(tokens: Tokens, verb: int) -> int | None:
    """'..., the governor of Kiri (, X Y,) said': where the comma before the name stands; None without a name."""
    if verb < 4 or tokens[verb - 1].text != ",":
        return None
    at = verb - 2
    while at > 0 and tokens[at].pos_ == "PROPN" and verb - at < 6:
        at -= 1
    return at if at < verb - 2 and tokens[at].text == "," else None


def _told_whom(tokens: Tokens, verb: Token) -> list[Token]:
    """The words behind 'told' that name whom: 'told (AFP)', 'told (this newspaper)'."""
    words: list[Token] = []
    for token in tokens[verb.i + 1 : verb.i + 6]:
        if token.pos_ not in ("PROPN", "NOUN", "DET", "ADJ", "PRON", "PART") or token.lower_ in _THEN:
            break
        words.append(token)
    return words


_THEN = word_set("on in late early yesterday today monday tuesday wednesday thursday friday saturday sunday")
_ADVERBS = word_set("also later there here earlier then still now")
_NO_NAME = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD", "WDT", "WP", "IN", "TO", "CD"})


def if_believed(tokens: Tokens) -> Iterator[Speech]:
    """'It was the rebels, if one believes the army', 'if the army is to be believed': the army says it."""
    for verb in () if tokens.lowers.isdisjoint(_BELIEVED) else tokens:
        if verb.lower_ not in _BELIEVED or not any(
            c.lower_ == "if" for c in (*verb.children, *verb.head.children)
        ):
            continue
        subjects = (c for c in (*verb.children, *verb.head.children) if c.dep_ in ("nsubjpass", "nsubj"))
        believed = next((c for c in verb.children if c.dep_ == "dobj"), None) or next(subjects, None)
        within = verb if verb.dep_ == "advcl" else verb.head
        if believed is None or within.dep_ != "advcl" or not may_speak(believed):
            continue
        aside = _subtree(within)
        first = max((t.i + 1 for t in tokens if t.i < min(aside) and t.text in ENDS), default=0)
        last = next((t.i for t in tokens if t.i > max(aside) and t.text in ENDS), len(tokens))
        scope = frozenset(range(first, min(aside)) or range(max(aside), last))
        yield Speech(phrase_of(believed), believed, "believe", "claims", "say", scope, verb.i)


_BELIEVED = word_set("believe believes believed believing")


def by_figure(tokens: Tokens) -> Iterator[Speech]:
    """'By the ministry's count', 'the union's figure is': the owner of the figure speaks."""
    nouns = column("figure_nouns", "noun", "stance")
    if nouns.keys().isdisjoint(tokens.lowers):
        return
    for noun in tokens:
        if noun.lower_ not in nouns or noun.pos_ != "NOUN":
            continue
        nation = next(
            (c for c in noun.children if c.dep_ in ("amod", "compound") and state_adjective(c.text)), None
        )
        if nation is not None and any(
            c.lower_ in ("of", "that") or c.dep_ in ("acl", "ccomp") for c in noun.children
        ):
            owned = frozenset(_subtree(noun) - {nation.i, noun.i})
            yield Speech(f"{nation.text} {noun.text}", noun, noun.lower_, nouns[noun.lower_], "say", owned, noun.i)
            continue
        owner = next((c for c in noun.children if c.dep_ == "poss"), None) or _named_before(noun)
        clause = _clause_of(noun)
        if owner is not None and owner.lower_ in ("its", "their"):
            subjects = [c for c in clause.children if c.dep_ == "nsubj" and may_speak(c)]
            counting = (
                subjects[-1] if subjects else None
            )  # "UPDATE 1 (1905 GMT): the relief group raised its toll"
            owner = counting if counting is not None and counting.i < noun.i else owner
        if owner is None and noun.dep_ == "pobj" and noun.head.lower_ == "by" and noun.lower_ in _ANONYMOUS:
            yield Speech(
                text_from(noun.left_edge.i, noun), noun, "by", "plain", "say", frozenset(_subtree(clause)), noun.i
            )
        if owner is None and noun.head.lower_ in _OF_SOMEBODY.get(noun.lower_, ()):
            owner = next(
                (g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None
            )
        if owner is None or not (may_speak(owner) or owner.lower_ in _POSSESSIVES):
            continue
        scope = frozenset(_subtree(clause) - _subtree(owner))
        first = next((c.i + 1 for c in owner.children if c.tag_ == "VBG" and c.i < owner.i), owner.left_edge.i)
        yield Speech(text_from(first, owner), owner, noun.lower_, nouns[noun.lower_], "say", scope, noun.i)


def _named_before(noun: Token) -> Token | None:
    """'By a U.N. estimate', 'on an OCHA count': the name that stands before the figure's noun."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("by", "on", "in"):
        return None
    names = (c for c in noun.children if c.dep_ in ("compound", "nmod", "amod") and c.pos_ == "PROPN")
    return next((c for c in names if known(c.text.replace(".", ""))), None)


def claims_by(tokens: Tokens) -> Iterator[Speech]:
    """'Claims by the union that 40 were hurt are false', 'its claim of 523 captives': whose claim it is."""
    for noun in () if tokens.lowers.isdisjoint(_CLAIMS) else tokens:
        if noun.lower_ not in _CLAIMS or noun.pos_ != "NOUN":
            continue
        owner = next(
            (g for c in noun.children if c.lower_ in ("by", "from") for g in c.children if g.dep_ == "pobj"), None
        )
        told = [c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and _begins_with_that(c)]
        if owner is None or not told or not (owner.pos_ == "PROPN" or is_office(owner.lower_)):
            continue
        scope = frozenset(i for c in told for i in _subtree(c))
        speaker = phrase_of(owner).partition(" that ")[0]
        yield Speech(speaker, owner, "claim", "claims", "say", scope - {noun.i}, noun.i)


def _begins_with_that(clause: Token) -> bool:
    return clause.left_edge.lower_ == "that" or any(
        c.dep_ == "mark" and c.lower_ == "that" for c in clause.children
    )


_CLAIMS = word_set(
    "claim claims assertion assertions allegation allegations suggestion suggestions accusation accusations "
    "rumour rumours "
    "rumor rumors insinuation insinuations statement statements report reports complaint complaints"
)
_OF_SOMEBODY = {
    **dict.fromkeys(("word", "authority"), ("on",)),
    **dict.fromkeys(("words", "account", "version", "view", "opinion", "assessment"), ("by", "in")),
}
"""Nouns whose owner stands behind them, with what stands before: 'on the word of the general'."""


def _clause_of(noun: Token) -> Token:
    token = noun
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def parenthetical(tokens: Tokens, tellers: list[Token]) -> Iterator[Speech]:
    """'In Kiri, says the diocese, nine died', 'By noon, says the clinic, whose beds are full, 41 had died'."""
    for verb in tellers:
        base, stance, frame = verbs()[verb.lower_]
        if (
            verb.i < 2
            or frame not in ("say", "that")
            or verb.nbor(-1).text not in (",", '"')
            or verb.tag_ not in ("VBZ", "VBD", "VBP", "NNS")
        ):
            continue
        if base in ("tell", "inform") or any(
            c.dep_ in _SUBJECTS and c.i < verb.i and (c.pos_ != "NOUN" or is_office(c.lower_))
            for c in verb.children
        ):
            continue
        comma = _comma(tokens, verb.i + 1, 9) or _phrase_end(tokens, verb.i + 1)
        words = tokens[verb.i + 1 : comma] if comma is not None else []
        words = words[: next((n for n, t in enumerate(words) if n and t.tag_ in ("WP", "WDT")), len(words))]
        if comma is None or not words or any(t.tag_ in _VERBAL or t.text in ENDS for t in words):
            continue
        of = next((n for n, t in enumerate(words) if n and t.tag_ == "IN"), len(words))
        head = words[of - 1]
        if not (is_office(head.lower_) or head.pos_ == "PROPN"):
            continue
        while words and (words[0].lower_ in _THEN or words[0].tag_ == "IN"):
            words = words[1:]  # "said on Saturday the governor"
        end, after = comma, tokens[comma + 1] if comma + 1 < len(tokens) else None
        if after is not None and after.tag_ in ("WP", "WDT", "WP$", "WRB"):
            end = _comma(tokens, comma + 1, 14) or comma
        elif after is not None and words and (after.pos_ in ("DET", "PROPN") or is_office(after.lower_)):
            end = next((t.i for t in tokens[comma + 1 :] if t.text == "," or t.is_punct), len(tokens))
            office = tokens[comma + 1 : end]
            name = len(office) < 5 and all(t.pos_ == "PROPN" for t in office)
            if any(t.tag_ in _VERBAL for t in office) or not (name or any(is_office(t.lower_) for t in office)):
                end = comma
            words = tokens[words[0].i : end]
        if not words:
            continue
        first = max((t.i + 1 for t in tokens[: verb.i] if t.text in (";", ":")), default=0)
        last = next((t.i for t in tokens[end:] if t.text in (";", ":")), len(tokens))
        scope = frozenset({*range(first, verb.i - 1), *range(end + 1, last)})
        yield Speech(text_from(words[0].i, words[-1]), head, base, stance, frame, scope, verb.i)


def _phrase_end(tokens: Tokens, start: int) -> int | None:
    """Where a noun phrase ends that goes on to the end of its sentence, or to a preposition of time or place."""
    for t in tokens[start : start + 9]:
        if t.is_punct or (t.tag_ == "IN" and t.lower_ not in ("of", "for")):
            return t.i
    return len(tokens) if len(tokens) - start < 9 else None


def _comma(tokens: Tokens, start: int, reach: int) -> int | None:
    return next((t.i for t in tokens[start : start + reach] if t.text == ","), None)


_SUBJECTS = word_set("nsubj csubj agent")
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "TO"})


def certain(tokens: Tokens) -> Iterator[Speech]:
    """'The mediator is convinced that 30 died', 'the office let it be known that ...'."""
    for word in () if tokens.lowers.isdisjoint(_CERTAIN) else tokens[2:]:
        if word.lower_ in _SURE:
            verb = next((t.i for t in tokens[max(0, word.i - 3) : word.i] if t.lower_ in _BE), None)
        elif word.lower_ == "known" and tokens[word.i - 1].lower_ in ("be", "it"):
            verb = next((t.i for t in tokens[max(0, word.i - 4) : word.i] if t.lower_ in _LET), None)
        elif (
            word.lower_ == "it"
            and tokens[word.i - 1].lower_ in ("has", "have", "had")
            and _that(tokens, word.i + 1)
        ):
            verb = word.i - 1
        else:
            continue
        who = None if verb is None else holder(tokens, verb)
        if who is None or not (_that(tokens, word.i + 1) or word.lower_ == "known"):
            continue
        first, last = who
        if not (speaks(tokens, first, last) or tokens[last].pos_ == "PROPN"):
            continue
        until = next((t.i for t in tokens[word.i :] if t.text in ENDS), len(tokens))
        yield Speech(
            text_from(first, tokens[last]), tokens[last], "say", "plain", "say",
            frozenset(range(word.i + 1, until)), word.i,
        )  # fmt: skip


_SURE = word_set("certain sure convinced adamant confident positive persuaded")
_CERTAIN = _SURE | {"known", "it"}
_BE = word_set("is are was were remains remained am 's seems seemed")
_LET = word_set("let lets made makes making letting")


def _that(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].lower_ == "that"


def by_holding(tokens: Tokens) -> Iterator[Speech]:
    """Who has, treats or has heard of a figure: see ``holders``."""
    for held in holdings(tokens):
        speaker = text_from(held.first, tokens[held.last])
        frame = "hold" if not held.handles else "handle" if held.named else "work"
        yield Speech(speaker, held.head, held.verb, "plain", frame, held.scope, held.at)


def _subtree(token: Token) -> set[int]:
    return {t.i for t in token.subtree}
