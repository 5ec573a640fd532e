"""When a web page was published, as far as the page states it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from factcheck.readers.dates import UnclearDateError, published
from factcheck.readers.furniture import Element

_METAS = frozenset({
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "pubdate",
    "publishdate", "publish_date", "publish-date", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "date",
})  # fmt: skip
_JSON_LD = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_WRITTEN = re.compile(
    r"(?:first |originally )?(?:published|posted)(?:\s+(?:on|at|date))?\s*[:|]?\s*(\S.{7,60})", re.IGNORECASE
)


def published_on(tree: Element, guess: str | None) -> tuple[date | None, str | None]:
    """The day on which a page says it was published, and the ISO time if it gives one; (None, None) if neither.

    Believed in this order: the page's metadata (meta tags, JSON-LD, marked time elements), a line such as
    "Published: 4 March 2019", and then ``guess``, which htmldate took from the address or the byline.
    """
    for stated in (*_marked(tree), *_written(tree), guess):
        try:
            if stated:
                return published(stated)
        except UnclearDateError:
            continue
    return None, None


def _marked(tree: Element) -> Iterator[str]:
    for meta in tree.xpath(".//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name.strip().lower() in _METAS:
            yield meta.get("content")
    for script in tree.xpath(".//script[@type='application/ld+json']"):
        yield from _JSON_LD.findall(script.text or "")
    yield from tree.xpath(".//*[@itemprop='datePublished' or @pubdate]/@datetime")


def _written(tree: Element) -> Iterator[str]:
    for line in tree.xpath(".//body//text()[contains(., 'ublished') or contains(., 'osted')]"):
        if found := _WRITTEN.match(" ".join(line.split())):
            yield found[1]
