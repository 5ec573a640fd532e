"""Web pages: the article without the furniture around it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from factcheck.errors import ReadError
from factcheck.readers.encoding import decode, storable
from factcheck.readers.furniture import Element, flow_lines, strip_furniture
from factcheck.readers.items import MEGABYTE, Content, Defaults, Item
from factcheck.readers.pagedate import published_on
from factcheck.readers.publishers import published_by
from factcheck.readers.registry import reader
from factcheck.values import Document

MAX_PAGE = 20 * MEGABYTE
"""No article is that long; a larger page is data in a page's clothes, and takes minutes and gigabytes to parse."""

_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE
)
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]+)", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SPACE = re.compile(r"\s+")


@reader("html", ".html", ".htm", ".xhtml")
def read_html(content: Content, defaults: Defaults) -> Iterator[Item]:
    """Web pages, as a browser or a download tool saves them: one article a file.

    Taken are the article's text, its title, the day of publication that the page states, the name of the site (it
    becomes the source) and the page's own address, also from the note that a browser leaves in a page it saves.
    Left out are menus, lists of related stories, "also read" lines, captions, comments, cookie notices and
    footers: figures in them are not claims of the article. What the page does not state comes from ``--source``
    and ``--published``. A page may have 20 MB. Positions count characters of the text as it was taken out.
    """
    data = content.whole(MAX_PAGE)
    declared = _CHARSET.search(data, 0, 8192)
    html = decode(data, where=content.where, declared=declared[1].decode("ascii", "replace") if declared else None)
    if not html.strip():
        raise ReadError("the file is empty but for spaces and blank lines", where=content.where)
    try:
        page = _page(html)
    except Exception as error:  # three libraries fail in ways of their own, and one page must not stop a folder
        raise ReadError(f"the page cannot be parsed ({type(error).__name__})", where=content.where) from error
    if page is None:
        raise ReadError(
            "no article found in the page", where=content.where,
            hint="If a script loads its text, open the page in a browser and save it there, or paste the text.",
        )  # fmt: skip
    day, moment = published_on(page.tree, page.guessed_date)
    yield Document(
        doc=content.name, text=page.text, source=published_by(page.site or defaults.source), title=page.title,
        published=day or defaults.published, published_at=moment, url=page.url, kind="html",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Page:
    """An article and what its page says of it; ``tree`` is the page as parsed, whole."""

    tree: Element
    text: str
    title: str | None
    site: str | None
    url: str | None
    guessed_date: str | None


def _page(html: str) -> _Page | None:
    """The article of a page, without furniture; None when the page has no text that could be one."""
    import trafilatura  # a third of a second, which only those who read pages pay

    logging.getLogger("trafilatura").addHandler(
        logging.NullHandler()
    )  # steps do not talk; we say it in a ReadError
    html = _XML_DECLARATION.sub("", html)
    if "<html" not in html[:100_000].lower():
        html = f"<html><body>{html}</body></html>"
    saved = _SAVED_FROM.search(html[:4000])
    whole, stripped = trafilatura.load_html(html), trafilatura.load_html(html)
    if whole is None or stripped is None:
        return None
    for tree in (whole, stripped):
        flow_lines(tree)
    strip_furniture(stripped)
    for tree in (stripped, whole):  # the whole page only when nothing is left without its furniture
        found = trafilatura.bare_extraction(
            tree, url=saved[1] if saved else None, include_comments=False, with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )  # fmt: skip
        if found is None or isinstance(found, dict):
            continue
        if text := storable(found.text or "").strip():
            url = _line(found.url)
            site = _line(found.sitename) or (urlsplit(url).hostname if url else None)
            return _Page(whole, text, _line(found.title), site and site.removeprefix("www."), url, found.date)
    return None


def _line(value: str | None) -> str | None:
    return _SPACE.sub(" ", storable(value or "")).strip() or None
