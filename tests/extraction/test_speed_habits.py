"""Habits of extraction that keep it fast."""

from __future__ import annotations

import gc

from factcheck.extraction import extract, warm_up
from factcheck.values import Document

TEXT = (
    "Three miners were killed on Tuesday in Derna, the health ministry said. The owner denied any fault. "
    "Police in Tobruk blamed the army for the deaths of two soldiers on 4 May."
)


def test_a_document_that_was_read_leaves_no_cycles_for_the_collector() -> None:
    warm_up()
    extract(Document("", TEXT))
    gc.collect()
    gc.disable()
    try:
        extract(Document("", TEXT))
        assert gc.collect() == 0
    finally:
        gc.enable()
