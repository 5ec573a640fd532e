"""Names of sources: web hosts without the ports that http and https have anyway, all others as given."""

from __future__ import annotations

import json

import pytest

from factcheck.readers import Defaults, read_bytes
from factcheck.readers.publishers import published_by
from factcheck.values import Document

HOST, BARE = "news.example:80", "news.example"
CLAIM = "doc,source,kind,low,high,qualifier,quote,start,end\nd,{},killed,4,4,exact,4 died,0,6\n"


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (HOST, BARE), ("News.Example:443", "News.Example"), ("a-b.co.uk:80", "a-b.co.uk"),
        ("news.example:8080", None), ("news.example:180", None), ("news.example", None), ("Psalm 23:80", None),
        ("Kitwe FM 88.4:80", None), ("localhost:80", None), (":80", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_only_a_web_host_loses_the_port_that_its_address_has_anyway(given: str | None, name: str | None) -> None:
    assert published_by(given) == (name or given)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("a.txt", f"Source: {HOST}\nTitle: T\n\nFour died."),
        ("a.jsonl", json.dumps({"text": "Four died.", "source": HOST})),
        ("a.jsonl", json.dumps({"doc": "d", "kind": "killed", "low": 4, "high": 4, "qualifier": "exact",
                                "quote": "4 died", "start": 0, "end": 6, "source": HOST})),
        ("a.csv", CLAIM.format(HOST)),
        ("a.html", f'<html><head><meta property="og:site_name" content="{HOST}"></head><body><article><p>'
                   "Four people died when a bus left the road near the town of Kitwe on Monday, the police said."
                   "</p></article></body></html>"),
    ],
)  # fmt: skip
def test_every_reader_files_under_the_host(file: str, content: str) -> None:
    (item,) = read_bytes(file, content.encode())
    assert not isinstance(item, Exception)
    assert item.source == BARE


def test_a_source_that_is_given_for_all_is_filed_under_the_host_too() -> None:
    (item,) = read_bytes("a.txt", b"Four died.", Defaults(source=HOST))
    assert isinstance(item, Document)
    assert item.source == BARE
