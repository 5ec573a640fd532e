"""Fits the weights by which places are chosen (factcheck/extraction/places/choice).

    python -m bench.places             each set judged by weights of the others: right by the rules, and then
    python -m bench.places --write     also writes data/learned/places.csv.gz and data/learned/sites.csv.gz
    python -m bench.places --known DOCS.jsonl PLACES.csv    adds documents of which the place is known (doc,place)

A place is right when it has half of the words of the first part of the marked one ('Derna' of 'Derna, Libya'); so
several of a claim's candidates may be right. The rules were made on sets that were read, and are right there more
often than elsewhere; so each set is judged with what the rules had said before it was read
(reports/first_places.json: by set, then by document, start and kind of the marked claim). Both fits are
conditional logistic regressions over the candidates of a claim; sites are learnt from claims whose place is one.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import quality
from bench.choices import Choice, fitted, left_out, write
from bench.marked import finding_of, page_of
from factcheck import extraction
from factcheck.extraction.counts.findings import unweighed
from factcheck.extraction.page import Finding, Page, lay_out
from factcheck.extraction.places.choice import choosing, pagesites
from factcheck.extraction.places.choice.around import RULES, candidates
from factcheck.extraction.places.scene import by_rules, places_of
from factcheck.gazetteer import place_key
from factcheck.pipeline.imports import read
from factcheck.readers import Defaults
from factcheck.values import Document

FIRST = quality.SETS / "first_places.json"
SPENT = 0.5
"""What a claim of a set counts of which nobody knows what the rules had said before it was read."""
SHARE = 3.0
"""A page counts as so many claims times the square root of those that it has."""
RIDGE, FEWEST = 4.0, 10
MARGINS = (0.0, 0.6, 1.2, choosing.MARGIN, 2.0)
KNOWN = 150
"""A document of which but the place is known counts as little as a claim of a page with so many."""
OF_A_SET = ": "
"""What stands in features of one set alone: how far the rules can be trusted there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A marked claim: its choice of a place and of a site, and whether it is right with each site (None: none)."""

    place: Choice[str]
    site: Choice[str]
    sites: pagesites.PageSites
    right: frozenset[str | None]


def claims(name: str, first: Mapping[str, str | None] | None) -> Iterator[Asked]:
    """The marked claims of a set; ``first``: what the rules had said of them before it was read."""
    unread = first is not None or name in quality.TEACHING
    for _, document, rows in quality.documents(name):
        page = page_of(document, rows)
        for row in rows:
            finding = finding_of(page, row)
            if finding is not None:
                key = f"{row['doc']} {row['start']} {row['kind']}"
                rule = by_rules(page, finding) if first is None else first[key]
                yield _asked(name, finding, page, rule, row["place"], len(rows), unread=unread)


def known(docs: Path, places: Path) -> Iterator[Asked]:
    """The first count of each document of which the place is known."""
    with places.open(encoding="utf-8", newline="") as file:
        told = {row["doc"]: row["place"] for row in csv.DictReader(file)}
    for document in read([docs], Defaults()):
        if isinstance(document, Document) and document.doc in told:
            page = lay_out(document)
            extraction._parse([page])
            finding = next(iter(unweighed(page)), None)
            if finding is not None and all(word in document.text for word in told[document.doc].split()):
                rule = by_rules(page, finding)
                yield _asked(places.stem, finding, page, rule, told[document.doc], KNOWN, unread=True)


def _asked(
    name: str, finding: Finding, page: Page, rule: str | None, gold: str | None, rows: int, *, unread: bool
) -> Asked:  # fmt: skip
    described = choosing.described_places(places_of(page))
    told, said = candidates(described, finding, rule)
    page_found = described.of_page
    shown = {k: rule if k == said else choosing.label_of(page_found, k, rule, one) for k, one in told.items()}
    right = frozenset(key for key in told if same(shown[key], gold))
    found = {key: list(one) for key, one in told.items()}
    if name not in quality.TEACHING and rows != KNOWN:
        for features in found.values():
            features += [f"{name}{OF_A_SET}{one}" for one in features if one.startswith(RULES)]
    weight = (1.0 if unread else SPENT) * SHARE / rows**0.5
    sites = pagesites.page_sites(page)
    scenes = {key: list(one) for key, one in sites.candidates(finding).items()}
    with_site = {key: pagesites.joined(sites.known[key].shown, rule or "") for key in scenes}
    new = _words(gold) - _words(rule)
    scene = frozenset(k for k in scenes if _words(sites.known[k].shown.name) & new and same(with_site[k], gold))
    fine = frozenset(k for k in scenes if same(with_site[k], gold))
    return Asked(
        Choice(name, found, said, right, weight), Choice(name, scenes, "", scene, weight), sites,
        fine | {None} if same(rule, gold) else fine,
    )  # fmt: skip


def same(said: str | None, marked: str | None) -> bool:
    """True when a place has half of the words of the first part of the marked one; nothing is only nothing."""
    one, other = _words(said), _words((marked or "").split(",")[0])
    return 2 * len(one & other) >= len(other) if one and other else one == other


_STOP = frozenset(["the", "a", "an", "of", "in", "on", "at", "to", "near", "off", "from", "and", "between"])
_ENDING = re.compile(r"(?:(?:an)?istani?|anese|ani|ian|ia|an|ese|ish|i|a|e|y|s)$")


def _words(name: str | None) -> frozenset[str]:
    words = place_key(re.sub(r"['’]s\b", "", (name or "").replace("-", " "))).split()
    return frozenset(_ENDING.sub("", word) if len(word) > 4 else word for word in words if word not in _STOP)


def _fitted(choices: Iterable[Choice[str]]) -> dict[str, float]:
    return fitted(choices, ridge=RIDGE, fewest=FEWEST)


def _chosen(choice: Choice[str], weights: Mapping[str, float], margin: float) -> str:
    return choosing.likeliest(choice.found, choice.rule, weights, margin)


def sites_left_out(asked: Iterable[Asked]) -> Iterator[str]:
    """A line a set: sites that weights of the other sets add, and the claims whose place they make right."""
    asked = list(asked)
    for name in dict.fromkeys(one.site.set for one in asked):
        weights = _fitted(one.site for one in asked if one.site.set != name)
        told: Counter[str] = Counter()
        for one in (one for one in asked if one.site.set == name):
            best = pagesites.scene(one.sites, one.site.found, weights)
            told["added"] += best is not None
            told["right"] += best in one.site.right
            told["of"] += best is not None and bool(one.site.right)
            told["gained"] += best in one.right and None not in one.right
        yield (
            f"{name:10} {told['added']:4} sites, right {told['right']} of {told['of']} where a site is marked;"
            f" claims gained {told['gained']}"
        )


def main() -> None:
    """Prints what is gained and lost on sets left out, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--known", nargs=2, type=Path, action="append", default=[], metavar=("DOCS", "PLACES"))
    given = parser.parse_args()
    first = json.loads(FIRST.read_text("utf-8"))
    asked = [one for name in quality.sets() for one in claims(name, first.get(name))]
    asked += [one for docs, places in given.known for one in known(docs, places)]
    places = [one.place for one in asked]
    for line in left_out(places, _fitted, _chosen, MARGINS, quality.TEACHING.__contains__, "claims"):
        print(line)
    for line in sites_left_out(asked):
        print(line)
    if given.write:
        write(choosing.MODEL, {name: w for name, w in _fitted(places).items() if OF_A_SET not in name})
        write(pagesites.MODEL, _fitted(one.site for one in asked))


if __name__ == "__main__":
    main()
