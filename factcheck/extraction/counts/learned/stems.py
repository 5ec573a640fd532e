"""Words by what their forms share: 'kill' for killed, kills and killing; 'man' for men."""

from __future__ import annotations

import re
from functools import cache

from factcheck.extraction.counts import nouns
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

_IRREGULAR = {
    form: verb
    for verb, forms in (line.split(":") for line in (
        "be:am is are was were been being", "have:has had having", "do:does did done", "bear:bore born borne",
        "begin:began begun", "bleed:bled", "blow:blew blown", "break:broke broken", "bring:brought", "build:built",
        "burn:burnt", "buy:bought", "catch:caught", "choose:chose chosen", "come:came", "drive:drove driven",
        "eat:ate eaten", "fall:fell fallen", "feel:felt", "fight:fought", "find:found", "flee:fled",
        "fly:flew flown", "get:got gotten", "give:gave given", "go:goes went gone",
        "hear:heard", "hide:hid hidden",
        "hold:held", "keep:kept", "know:knew known", "lay:laid", "lead:led", "leave:left", "lie:lay lain lying",
        "lose:lost", "make:made", "mean:meant", "meet:met", "pay:paid", "rise:rose risen", "run:ran running",
        "say:said", "see:saw seen", "seek:sought", "send:sent", "shake:shook shaken", "shoot:shot",
        "sink:sank sunk", "sit:sat", "slay:slew slain", "speak:spoke spoken", "stand:stood",
        "strike:struck stricken", "swear:swore sworn",
        "sweep:swept", "take:took taken", "teach:taught", "tell:told", "tear:tore torn",
        "think:thought", "throw:threw thrown", "wear:wore worn", "win:won", "write:wrote written", "bury:buried",
        "die:died dying", "man:men", "woman:women", "child:children", "person:people persons", "body:bodies",
    ))
    for form in forms.split()
}  # fmt: skip
_VERBS = word_set("VB VBD VBG VBN VBP VBZ")
_ENDING = re.compile(r"(?:ies|ied|ying|ing|ed|es|s|e|y)$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
SHORTEST = 3
"""So many letters are left of a word at least."""


def is_verb(token: Token) -> bool:
    """True for every form of a verb, as the tagger sees it."""
    return token.tag_ in _VERBS


def stem(token: Token) -> str:
    """What stands for a word: the stem of common words, ``#`` for a number, ``NAME`` for an unknown name."""
    if token.like_num or token.text[:1].isdigit():
        return "#"
    if token.tag_ in ("NNP", "NNPS") and nouns.known(token.text) is None:
        return "NAME"
    return stem_of(token.lower_)


@cache
def stem_of(word: str) -> str:
    """The stem of a word in small letters; it need not be a word ('displac')."""
    word = _IRREGULAR.get(word, word)
    short = _ENDING.sub("", word)
    if len(short) < SHORTEST or word.endswith(("ss", "us")):
        return word
    return _DOUBLED.sub(r"\1", short)
