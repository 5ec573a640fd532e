"""What came of an import or a linking run, in numbers and in one sentence for people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

from factcheck.errors import ReadError

Progress = Callable[[str, int, int | None], None]
"""Told what is being done, how much of it is done, and of how much (None: not known)."""


def silent(_what: str, _done: int, _total: int | None) -> None:
    """Nobody is told."""


@dataclass(frozen=True, slots=True)
class LinkSummary:
    """What linking and comparing found; ``changed`` counts the stored rows that had to change."""

    claims: int
    incidents: int
    questions: int
    conflicts: int
    conflicts_new: int
    conflicts_gone: int
    changed: int
    suggestions: int = 0  # pairs of claims that a person is asked about
    alarms: tuple[str, ...] = ()  # decisions that could not be obeyed, or that deserve a second look
    relinked: int = 0  # claims that were linked again, with the new ones
    anew: str | None = None  # why all of them were

    def sentence(self) -> str:
        """'412 claims on 96 questions in 31 incidents; 12 conflicting pairs (3 new, 1 no longer found).'

        Where there are so many that not all are linked each time, what was linked again stands behind it.
        """
        again = f" {told}" if (told := self.relinked_sentence()) else ""
        gone = f", {self.conflicts_gone:,} no longer found" if self.conflicts_gone else ""
        return (
            f"{_count(self.claims, 'claim')} on {_count(self.questions, 'question')} in "
            f"{_count(self.incidents, 'incident')}; {_count(self.conflicts, 'conflicting pair')} "
            f"({self.conflicts_new:,} new{gone}).{again}"
        )

    def relinked_sentence(self) -> str:
        """'Linked again: 1,412 claims, the new ones and those of the incidents that they touch.'"""
        if self.anew is not None:
            return f"All {self.claims:,} claims were linked anew: {self.anew}."
        if self.relinked == self.claims:
            return ""
        if not self.relinked:
            return "Nothing had to be linked again."
        return (
            f"Linked again: {_count(self.relinked, 'claim')}, the new ones and those of the incidents they touch."
        )

    def counts(self) -> dict[str, int | str]:
        """The figures by name, for the log of runs."""
        left_out = {"alarms"} if self.anew else {"alarms", "anew"}
        left_out |= set() if self.relinked_sentence() else {"relinked"}
        return {name: figure for name, figure in asdict(self).items() if name not in left_out}


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import added, what was stored before, and what could not be taken in.

    ``run_id`` is None when there was nothing to log: all of it was known and nothing went wrong.
    """

    run_id: int | None
    files: int
    documents_new: int
    documents_known: int
    claims_new: int
    claims_known: int
    problems: tuple[ReadError, ...] = ()
    link: LinkSummary | None = None

    def sentence(self) -> str:
        """'Read 36 files: 35 new documents (1 already known), 412 new claims; 1 could not be taken in.'"""
        known = f" ({self.documents_known:,} already known)" if self.documents_known else ""
        stood = f" ({self.claims_known:,} already known)" if self.claims_known else ""
        wrong = f"; {len(self.problems):,} could not be taken in" if self.problems else ""
        linked = f" {self.link.sentence()}" if self.link else ""
        return (
            f"Read {_count(self.files, 'file')}: {self.documents_new:,} new "
            f"{'document' if self.documents_new == 1 else 'documents'}{known}, {self.claims_new:,} new "
            f"{'claim' if self.claims_new == 1 else 'claims'}{stood}{wrong}.{linked}"
        )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
