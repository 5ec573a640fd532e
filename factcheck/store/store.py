"""An open database: its sessions, its log of runs, and what people decide. Other writes stand beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, update
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from factcheck import __version__
from factcheck.errors import StoreError
from factcheck.models import Claim, Conflict, Decision, Document, Problem, Run
from factcheck.store import schema
from factcheck.store.aliases import ALIAS_STATUSES, write_alias
from factcheck.store.derived import Links, Verdicts, write_derived, write_links, write_verdicts
from factcheck.store.documents import Filed, Saved, stored_ids, write_documents
from factcheck.store.engine import (
    DERIVES,
    LEFT_IN_LOG,
    WRITES,
    database_url,
    file_log,
    main_engine,
    migration_engine,
    parsed_url,
    shown,
    sqlite_file,
)
from factcheck.store.linking import Kept, write_kept
from factcheck.store.suggestions import SuggestionRow, write_suggestions
from factcheck.store.twins import two_sessions
from factcheck.store.weights import undo_weights, write_weights

LINK_DECISIONS = ("same", "different", "open")
"""What an analyst can say of two claims: of one question or not; ``open`` takes the last word back."""

DECISIONS = ("real", "not_a_conflict", "resolved", "open")
"""What an analyst can say of a conflict; ``open`` takes the last word back."""


def open_store(url: str | None = None, *, create: bool = True) -> Store:
    """The database is open and has the newest schema; a SQLite file that does not exist is made when ``create``.

    Raises:
        StoreError: it cannot be opened, is not ours, or is of a newer version; the text says which and what to do.
    """
    wanted = database_url(url)
    try:
        _check_place(wanted, create)
    except OSError as error:  # a folder above it may not be looked into, or the path is no path
        raise StoreError(f"{shown(wanted)}: the database cannot be opened ({error.strerror})") from None
    migrating = migration_engine(wanted)
    try:
        with _translated(wanted):
            schema.migrate(migrating, create=create)
    except schema.SchemaError as error:
        raise StoreError(f"{shown(wanted)}: {error}") from None
    finally:
        migrating.dispose()
    return Store(wanted)


class Store:
    """An open database; every write to it is a method here."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine: Engine = main_engine(url)
        self._filing: ThreadPoolExecutor | None = None
        self._filed: Future[None] | None = None

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session for reading; what it changed is committed at the end, or rolled back with the error."""
        with _translated(self.url), Session(self.engine) as session, session.begin():
            yield session

    @contextmanager
    def sessions(self) -> Iterator[tuple[Session, Session | None]]:
        """Two sessions for reading beside each other, of one state; see ``twins.two_sessions``."""
        with _translated(self.url), two_sessions(self.engine) as both:
            yield both

    @contextmanager
    def writing(self, *, derived: bool = False) -> Iterator[Session]:
        """A session that is alone in writing; all of it goes in, or nothing.

        ``derived``: it writes what the machine derives of stored claims alone. That may be a gigabyte: who waits
        for it need not wait until SQLite has brought it from its log into the file, which goes on behind.
        """
        filing = self._filed is not None and not self._filed.done()
        options = {WRITES: True, DERIVES: derived, LEFT_IN_LOG: derived or filing}
        with _translated(self.url), Session(self.engine) as session, session.begin():
            session.connection(execution_options=options)
            yield session
        if derived and self.engine.dialect.name == "sqlite":
            self._filing = self._filing or ThreadPoolExecutor(1, "log")
            self._filed = self._filing.submit(file_log, self.engine)

    def close(self) -> None:
        """The database's files are let go, and nothing is left in SQLite's log."""
        if self._filing is not None:
            self._filing.shutdown()
            self._filing = None
        self.engine.dispose()

    def start_run(self, verb: str) -> int:
        """The number of a new run in the log."""
        with self.writing() as session:
            run = Run(verb=verb, started=_now(), version=__version__, counts={})
            session.add(run)
            session.flush()
            return run.id

    def end_run(self, run: int, counts: Mapping[str, int | str]) -> None:
        """The run is over, with what came of it."""
        with self.writing() as session:
            session.execute(update(Run).where(Run.id == run).values(ended=_now(), counts=dict(counts)))

    def drop_run(self, run: int) -> None:
        """A run of which nothing came is not in the log."""
        with self.writing() as session:
            session.execute(delete(Run).where(Run.id == run))

    def save_problems(self, run: int, problems: Iterable[tuple[str, str]]) -> None:
        """Each (place, reason) that a run could not take in is on record."""
        rows = [
            {"run_id": run, "place": _storable(place), "reason": _storable(reason)} for place, reason in problems
        ]
        if rows:
            with self.writing() as session:
                session.execute(insert(Problem), rows)

    def save_documents(self, run: int, filed: Sequence[Filed]) -> Saved:
        """The documents are stored with their sources, claimants and claims; what was known stays as it was.

        Raises:
            ClaimError: a claim's quote does not stand at its offsets; nothing of the batch is stored.
        """
        with self.writing() as session:
            return write_documents(session, run, filed, _now())

    def save_prepared(self, run: int, prepare: Callable[[Session], Sequence[Filed]]) -> Saved:
        """What ``prepare`` makes of the store as it is now goes in at once, before anybody else writes."""
        with self.writing() as session:
            return write_documents(session, run, prepare(session), _now())

    def known_documents(self, ids: Iterable[str]) -> set[str]:
        """Which of these documents are stored."""
        with self.session() as session:
            return stored_ids(session, Document, ids)

    def apply_links(self, links: Links) -> int:
        """Claims answer the questions that linking found; gives the number of rows that changed."""
        with self.writing() as session:
            return write_links(session, links)

    def apply_verdicts(self, verdicts: Verdicts) -> int:
        """Questions have their verdicts and conflicts are up to date; gives the number of rows that changed."""
        with self.writing() as session:
            return write_verdicts(session, verdicts, _now())

    def suggest(self, suggestions: Sequence[SuggestionRow]) -> int:
        """People are asked about these pairs of claims and no others; gives the number of rows that changed."""
        with self.writing() as session:
            return write_suggestions(session, suggestions)

    def apply(
        self,
        links: Links,
        verdicts: Callable[[], Verdicts],
        suggestions: Callable[[], Sequence[SuggestionRow]],
        kept: Callable[[], Kept],
    ) -> int:
        """Links, verdicts, suggestions and what is kept of the linked claims go in together, or none; gives the
        number of rows that changed.

        All but the links is asked for when its turn comes: what goes in before it is stored while it is made.
        """
        with self.writing(derived=True) as session:
            changed = write_derived(session, links, verdicts, _now(), lambda: write_kept(session, kept()))
            return changed + write_suggestions(session, suggestions())

    def use_weights(self, weights: Mapping[str, float] | None, *, by: str, note: str) -> None:
        """Every later linking uses these weights (None: the shipped ones); who said so, and why, is kept.

        Raises:
            StoreError: nobody is named.
        """
        with self.writing() as session:
            write_weights(session, weights, by=_named(by), note=_storable(note), now=_now())

    def undo_weights(self, *, by: str) -> str:
        """The weights are those of before the last change; gives what that change was.

        Raises:
            StoreError: nobody is named, or there was no change.
        """
        with self.writing() as session:
            return undo_weights(session, by=_named(by), now=_now())

    def decide_names(self, alias: str, name: str, status: str, *, by: str, note: str | None = None) -> int:
        """A person's word on two claimants' names is stored, and claims stand accordingly; gives how many moved.

        ``same``: claims of the alias stand under the name, those of later imports too. ``different``: the two are
        not proposed again. ``open`` takes the last word on the two back.

        Raises:
            StoreError: nobody is named, the status is none of these, or the name itself stands under the alias.
        """
        if status not in ALIAS_STATUSES:
            raise StoreError(f"names are {', '.join(ALIAS_STATUSES)}, not {status!r}")
        alias, name, by = (_storable(text.strip()) for text in (alias, name, by))
        if not (alias and name and by):
            raise StoreError("two names are needed, and who says so")
        with self.writing() as session:
            return write_alias(session, alias, name, status, by=by, note=note and _storable(note), now=_now())

    def decide(self, subject_kind: str, subject_id: str, status: str, *, by: str, note: str | None = None) -> None:
        """A person's word on a conflict is stored for good; the newest word of a subject counts.

        One that went into another is decided there.

        Raises:
            StoreError: nobody is named, the status is none of ``DECISIONS``, or there is no such conflict.
        """
        _checked(status, DECISIONS, by)
        with self.writing() as session:
            if subject_kind == "conflict":
                subject_id = _standing(session, subject_id)
            session.add(_decision(subject_kind, subject_id, status, by, note))

    def decide_link(self, a: str, b: str, status: str, *, by: str, note: str | None = None) -> None:
        """A person's word on two claims is stored for good; every later run obeys the newest.

        ``same``: they answer the same question. ``different``: they do not. ``open`` takes the last word back.

        Raises:
            StoreError: nobody is named, the status is none of these, the two are one, or one is not known.
        """
        _checked(status, LINK_DECISIONS, by)
        if a == b:
            raise StoreError("a decision on a link needs two claims")
        with self.writing() as session:
            for claim in (a, b):
                if session.get(Claim, claim) is None:
                    raise StoreError(f"there is no claim {claim}")
            session.add(_decision("link", ":".join(sorted((a, b))), status, by, note))


def _standing(session: Session, id: str) -> str:
    """The id of the conflict that one of that id is now."""
    conflict = session.get(Conflict, id)
    if conflict is None:
        raise StoreError(f"there is no conflict {id}")
    while conflict.merged_into and (into := session.get(Conflict, conflict.merged_into)):
        conflict = into
    return conflict.id


def _decision(kind: str, subject: str, status: str, by: str, note: str | None) -> Decision:
    return Decision(
        subject_kind=kind,
        subject_id=subject,
        status=status,
        note=_storable(note.strip()) or None if note else None,
        decided_by=_storable(by.strip()),
        decided_at=_now(),
    )


def _checked(status: str, known: Sequence[str], by: str) -> None:
    if status not in known:
        raise StoreError(f"a decision is one of {', '.join(known)}, not {status!r}")
    _named(by)


def _named(by: str) -> str:
    if not by.strip():
        raise StoreError("a decision needs a name: who decided?")
    return _storable(by.strip())


def _now() -> datetime:
    return datetime.now(UTC)


def _storable(text: str) -> str:
    """The text without what no database keeps: NUL characters and halves of surrogate pairs."""
    return text.replace("\0", "�").encode("utf-8", "replace").decode()


def _check_place(url: str, create: bool) -> None:
    path = sqlite_file(parsed_url(url))
    if path is None:
        return
    folder = path.parent
    if path.is_dir():
        raise StoreError(f"{path} is a folder; give the path of a file in it, such as {path / 'factcheck.db'}")
    if not folder.is_dir():
        raise StoreError(f"the folder {folder} for the database {path.name} does not exist; make it first")
    if not path.exists() and not create:
        raise StoreError(f"there is no database at {path}; make one with: factcheck init --db {path}")
    if path.exists() and not os.access(path, os.R_OK | os.W_OK):
        raise StoreError(f"the database {path} may not be read and written by you; check its permissions")
    if not os.access(folder, os.W_OK):
        raise StoreError(f"the folder {folder} may not be written by you; a database needs that")


@contextmanager
def _translated(url: str) -> Iterator[None]:
    """What the database refuses becomes a StoreError with its own words."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{shown(url)}: {_in_words(error)}") from error


def _in_words(error: DBAPIError) -> str:
    said = " ".join(str(error.orig).split())
    if "not a database" in said or "malformed" in said:
        return "this file is no SQLite database, or it is damaged"
    if "locked" in said:
        return "another program has been writing to the database for too long; try again when it is done"
    if "readonly" in said or "unable to open" in said:
        return f"the database cannot be opened for writing ({said}); check its permissions"
    if isinstance(error, OperationalError) and "connection" in said:
        return f"the database server cannot be reached ({said})"
    return f"the database refused: {said}"


__all__ = ["DECISIONS", "Filed", "Links", "Saved", "Store", "Verdicts", "open_store"]
