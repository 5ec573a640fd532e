"""What people are to their sentence: those who suffer, those who harm, those who speak."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extraction.counts.learned.features import kinds_of_words
from factcheck.extraction.counts.learned.stems import is_verb
from factcheck.extraction.counts.victims.mentions import Mention
from factcheck.extraction.syntax import Token
from factcheck.lexicons import word_set

_SAYING = word_set(
    "say says said saying tell tells told report reports reported add adds added claim claims claimed announce"
    " announces announced confirm confirms confirmed state states stated insist insists insisted deny denies"
    " denied accuse accuses accused speak speaks spoke warn warns warned according"
)
_DONE = word_set("killed wounded captured kidnapped")
_OBJECT = ("dobj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Part:
    """A mention's part in its sentence, in words."""

    names: tuple[str, ...]
    suffers: bool = False
    harms: bool = False
    speaks: bool = False


_UNKNOWN = Part(("not parsed",))


def part_of(mention: Mention) -> Part:
    """The part that a mention has in its sentence."""
    token = mention.head
    return _UNKNOWN if token is None else _part(token)


def _part(token: Token) -> Part:
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    dep, up = token.dep_, token.head
    if dep == "pobj":
        dep = f"after {up.lower_}"
        up = up.head
    verb = up if is_verb(up) else None
    if verb is None and up.tag_.startswith("N") and dep.startswith("after of"):
        names = [dep]
        kinds = kinds_of_words().get(up.lower_, ())
        names += [f"of what {kind}" for kind in kinds]
        return Part(tuple(names), suffers=bool(_DONE & set(kinds)))
    if verb is None or verb is token:
        return Part((dep,))
    names = [dep]
    kinds = kinds_of_words().get(verb.lower_, ())
    done = bool(_DONE & {kind.rstrip("?") for kind in kinds})
    names += [f"{dep} of {kind}" for kind in kinds]
    if verb.lower_ in _SAYING:
        names.append(f"{dep} of saying")
    died = verb.lower_ in ("died", "die", "dies", "dead", "perished", "fell", "drowned", "suffered")
    acts = dep in ("nsubj", "agent", "after by")
    return Part(
        tuple(names),
        suffers=(done and dep in _OBJECT) or (died and dep == "nsubj"),
        harms=done and acts and not died,
        speaks=verb.lower_ in _SAYING and dep == "nsubj",
    )
