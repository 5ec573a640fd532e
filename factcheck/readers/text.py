"""Plain text, with or without the header block (Source, Title, Published, URL)."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import ReadError
from factcheck.readers.dates import UnclearDateError, published
from factcheck.readers.encoding import decode
from factcheck.readers.items import Content, Defaults, Item
from factcheck.readers.publishers import published_by
from factcheck.readers.registry import reader
from factcheck.values import Document

HEADER = ("source", "title", "published", "url")


@reader("text", ".txt", ".text")
def read_text(content: Content, defaults: Defaults) -> Iterator[Item]:
    """Plain text: one report a file.

    The file may begin with a header block: one or more of the lines ``Source:``, ``Title:``, ``Published:`` and
    ``URL:`` in any order, then a blank line, then the report. Without it the whole file is the report, and the
    source and the date are taken from ``--source`` and ``--published``. Line ends of any system are read as one
    kind, so positions in the text count characters as any text editor or programming language does.
    """
    text = decode(content.whole(), where=content.where)
    header, body = split_header(text)
    if not body.strip():
        reason = (
            "the file has a header but no text" if header else "the file is empty but for spaces and blank lines"
        )
        raise ReadError(reason, where=content.where)
    day, moment = defaults.published, None
    if "published" in header:
        try:
            day, moment = published(header["published"])
        except UnclearDateError as unclear:
            raise ReadError(
                str(unclear), where=f"{content.where}, line Published", hint="Write it as 2025-10-12."
            ) from None
    yield Document(
        doc=content.name, text=body, source=published_by(header.get("source", defaults.source)),
        title=header.get("title"), published=day, published_at=moment, url=header.get("url"), kind="text",
    )  # fmt: skip


def split_header(text: str) -> tuple[dict[str, str], str]:
    """The header's values (none for a file without one) and the body, without the newlines at its end.

    The lines before the first blank line are a header only if each of them is one of the known keys.
    """
    header: dict[str, str] = {}
    place = 0
    while place < len(text):
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        line = text[place:end]
        place = end + 1
        if not line.strip():
            break
        key, colon, value = line.partition(":")
        if not colon or key.strip().lower() not in HEADER:
            return {}, text
        header[key.strip().lower()] = value.strip()
    if not header:
        return {}, text
    return {key: value for key, value in header.items() if value}, text[place:].rstrip("\n")
