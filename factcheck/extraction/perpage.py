"""What a step works out once a page and keeps while the page is being read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from factcheck.extraction.page import Page

KEPT = 256
"""Pages remembered at a time; a batch is smaller."""

T = TypeVar("T")


class PerPage(Generic[T]):
    """Calls ``make`` once for each page and gives the same answer again while the page is remembered."""

    def __init__(self, make: Callable[[Page], T]) -> None:
        self._make = make
        self._made: OrderedDict[int, tuple[Page, T]] = OrderedDict()

    def __call__(self, page: Page) -> T:
        """What was made for the page; the page is held, so its identity cannot pass to another."""
        held = self._made.get(id(page))
        if held is not None and held[0] is page:
            return held[1]
        made = self._make(page)
        self._made[id(page)] = (page, made)
        while len(self._made) > KEPT:
            self._made.popitem(last=False)
        return made
