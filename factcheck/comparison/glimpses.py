"""Rules on figures that tell less or more than the toll: what a witness saw, who was taken away, the attacker."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.comparison.figures import by_size, gap_abs, point, ratio
from factcheck.comparison.positions import Answer
from factcheck.comparison.sentences import after, sentence_of
from factcheck.comparison.setting import Setting, takes_part
from factcheck.values import Outcome, Verdict

_WITNESS = re.compile(
    r"\b(?:(?:eye)?witness(?:es)?|neighbou?rs?|bystanders?|passers?-by|woman|man|driver|survivors?)\b", re.I
)
_SAW = re.compile(r"\b(?:saw|seen|helped|heard|noticed|spotted|carried|pulled|dragged)\b", re.I)
_TAKEN = re.compile(
    r"\b(?:took|taken|brought|rushed|carried|transport\w*|airlifted|flown|driven|treated at|ran to)\b", re.I
)
_TO_DOCTORS = re.compile(r"\b(?:hospitals?|clinics?|medical cent(?:er|re)|trauma cent(?:er|re)|infirmary)\b", re.I)
_ATTACKER_TOO = re.compile(
    r"\b(?:including|plus|besides|counting|and|as well as|among them) (?:the |a |one |his |her )?(?:suspected "
    r"|alleged |lone )?(?:gunm[ae]n|shooters?|attackers?|bombers?|suspects?|assailants?|himself|herself"
    r"|hijackers?|killer)\b",
    re.I,
)


def only_seen(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """A witness who "saw three people carried out" tells what he saw, not how many there were."""
    small, large = by_size(a, b)
    if small.own_voice or point(small) == point(large) or not _is_witness(small.name):
        return None
    if not _SAW.search(sentence_of(small)) or _is_witness(large.name):
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{small.quantity} ({small.name}) is what one person saw.")


@lru_cache(maxsize=20_000)
def _is_witness(name: str) -> bool:
    return _WITNESS.search(name) is not None


def taken_to_doctors(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """Those who were taken to one hospital are some of the hurt; who takes part in the fighting is held to it."""
    small, large = by_size(a, b)
    if small.kind not in ("wounded", "casualties") or point(small) == point(large) or takes_part(small):
        return None
    text = f"{small.quote}{after(small)}"
    if not (_TAKEN.search(text) and _TO_DOCTORS.search(text)) or _TO_DOCTORS.search(
        f"{large.quote}{after(large)}"
    ):
        return None
    return Verdict(Outcome.NOT_COMPARABLE, "count", f"{small.quantity} ({small.name}) were taken to a hospital.")


def with_the_attacker(a: Answer, b: Answer, setting: Setting) -> Verdict | None:
    """ "Four dead, including the gunman" and "three killed": one counts the attacker, the other does not."""
    if gap_abs(a, b) != 1 or sum(bool(_ATTACKER_TOO.search(f"{x.quote}{after(x)}")) for x in (a, b)) != 1:
        return None
    text = f"{a.quantity} ({a.name}) and {b.quantity} ({b.name}): one of them counts the attacker."
    return Verdict(Outcome.COMPATIBLE, "count", text, gap_abs=gap_abs(a, b), gap_ratio=ratio(a, b))
