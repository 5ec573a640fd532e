"""Extraction that goes on: a document that the rules stumble over is refused and keeps no other out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from factcheck.errors import ReadError
from factcheck.values import ClaimRecord, Document

_log = logging.getLogger(__name__)

Extracted = tuple[Document, list[ClaimRecord], str | None]
"""A document, its claims, and a remark when there is one ("not English, ...")."""


Count = Callable[[int], None]
"""Told how many documents are read."""


def extract_each(
    documents: Sequence[Document], refuse: Callable[[ReadError], None], told: Count | None = None
) -> list[Extracted]:
    """The documents with their claims; ``refuse`` is told of one whose claims could not be taken out, ``told`` how
    many documents are read."""
    from factcheck import extraction

    extraction.warm_up()
    out: list[Extracted] = []
    try:
        for found in extraction.extract_all(documents):
            out.append(found)
            if told is not None:
                told(len(out))
        return out
    except Exception as fault:  # noqa: BLE001 - a fault in one of hundreds of rules, whatever it is
        if len(documents) == 1:
            refuse(rule_fault(documents[0], fault))
            return []
    return [found for one in documents for found in extract_each([one], refuse)]


def rule_fault(document: Document, fault: Exception) -> ReadError:
    """The refusal of a document that a rule stumbled over."""
    _log.debug("extraction of %s", document.doc, exc_info=fault)
    said = f"the claims could not be taken out ({type(fault).__name__}: {fault})"
    return ReadError(said, where=document.doc, hint="This is a fault of the program: please report it.")
