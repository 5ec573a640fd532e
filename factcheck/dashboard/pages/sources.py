"""What was imported, from whom and with which problems; and the place to import more."""

from __future__ import annotations

import re
from datetime import date
from html import escape

import streamlit as st

from factcheck.dashboard import access, imports, site, style, words
from factcheck.dashboard.filters import Filters, range_line
from factcheck.dashboard.imports import ImportJob
from factcheck.queries import conflicts, questions, runs
from factcheck.queries.runs import DocumentEntry, ProblemRow, RunRow, SourceRow

PAGE_SIZE = 25
RUNS_SHOWN = 15
PROBLEMS_SHOWN = 50
NEW_SHOWN = 10
UNREAD_SHOWN = 5
FILE_TYPES = ["txt", "text", "html", "htm", "xhtml", "jsonl", "ndjson", "json", "csv", "tsv"]
"""Every extension that is read."""

_SOURCE_HELP = (
    "Who published it: an outlet, agency, ministry, monitor. Used for reports that do not say so themselves "
    "in a 'Source:' line, a 'source' field or the page's own data."
)
_PUBLISHED_HELP = (
    "The day of publication, for reports that do not state it. 'On Tuesday' in a text is counted from this day; "
    "without any day such a claim stays undated."
)

_VERBS = {"import": "import", "link": "comparison"}
_COUNTS = {
    "documents_new": "new documents", "documents_known": "documents known before", "claims_new": "new claims",
    "claims_known": "claims known before", "claims": "claims", "questions": "questions", "incidents": "incidents",
    "conflicts": "conflicting pairs", "conflicts_new": "of them new", "conflicts_gone": "no longer found",
    "suggestions": "suggestions", "relinked": "claims linked again",
}  # fmt: skip
"""What the log says of a run, in this order; counts that it does not name are for the machine."""

_SEVERAL = re.compile(r"\b(document|claim|question|incident|pair|suggestion)s\b")


def show() -> None:
    """Importing on top, then the sources, then the log of runs."""
    style.title("Sources", "What was imported, and where to import more.")
    job = imports.importer().job
    running = job is not None and job.running
    if running:
        _progress()
    else:
        if job is not None:
            _outcome(job)
        _import()
    with access.reading() as session:
        held = runs.totals(session)
    st.subheader("Imported so far", anchor=False)
    if not held.documents:
        told = "Nothing has been imported yet."
        st.html(style.dim(told if running else f"{told} Upload reports or paste one above."))
    else:
        st.html(
            style.dim(
                f"{words.number(held.sources, 'source')}, {words.number(held.documents, 'document')}, "
                f"{words.number(held.claims, 'claim')}, {words.in_pairs(held.conflicts)}"
            )
        )
        _sources(held.sources)
    _runs()


def _import() -> None:
    upload, paste = st.tabs(["Upload files", "Paste text"])
    with upload:
        _upload()
    with paste:
        _paste()


def _upload() -> None:
    with st.form("upload", border=True):
        files = st.file_uploader(
            "Reports as text, HTML or JSON Lines; claims as CSV or JSON Lines",
            type=FILE_TYPES, accept_multiple_files=True, key="upload_files",
        )  # fmt: skip
        left, right = st.columns([3, 2])
        source = left.text_input("Source, where a report names none", key="upload_source", help=_SOURCE_HELP)
        published = right.date_input(
            "Published, where a report gives no day", None, key="upload_published", format="YYYY-MM-DD",
            help=_PUBLISHED_HELP, min_value=date(1900, 1, 1),
        )  # fmt: skip
        if st.form_submit_button("Import files", type="primary", icon=":material/upload:"):
            if files:
                _start([(file.name, file.getvalue()) for file in files], source, published)
            else:
                st.error("Choose at least one file.")


def _paste() -> None:
    with st.form("paste", border=True):
        text = st.text_area("Text of the report", key="paste_text", height=220)
        left, right = st.columns([3, 2])
        source = left.text_input("Source", key="paste_source", help=_SOURCE_HELP)
        published = right.date_input(
            "Published", None, key="paste_published", format="YYYY-MM-DD", help=_PUBLISHED_HELP,
            min_value=date(1900, 1, 1),
        )  # fmt: skip
        title = left.text_input("Title (optional)", key="paste_title")
        url = right.text_input("Address of the page (optional)", key="paste_url", placeholder="https://…")
        if st.form_submit_button("Import text", type="primary", icon=":material/content_paste:"):
            if text.strip():
                given = imports.pasted(
                    text, source=source.strip(), title=title.strip(), url=url.strip(), published=published
                )
                _start([given], source, published)
            else:
                st.error("There is no text to import.")


def _start(files: list[tuple[str, bytes]], source: str, published: date | None) -> None:
    job = imports.importer().start(access.store(), files, source=source.strip() or None, published=published)
    if job is None:
        st.error("Another import is running. Wait for it to end, then try again.")
        return
    job.finished.wait(0.3)  # a small import is over by then, and the page needs no second look
    st.rerun()


@st.fragment(run_every=0.7)
def _progress() -> None:
    job = imports.importer().job
    if job is None or not job.running:
        st.rerun()
        return
    with st.container(border=True, key="import_progress"):
        imports.progress_bar(job)
        st.html(style.dim("This goes on when you leave the page or close the browser."))


def _outcome(job: ImportJob) -> None:
    with st.container(border=True, key="import_outcome"):
        if job.failure:
            what = "import" if job.names else "comparison"
            st.error(f"**The {what} failed.** {words.plain_markdown(job.failure)}", icon=":material/error:")
        if job.compared is not None:
            st.success(words.plain_markdown(job.compared.sentence()), icon=":material/check:")
        if job.summary is not None:
            _summary(job)
        st.button("Close", key="import_close", on_click=imports.importer().dismiss)


def _summary(job: ImportJob) -> None:
    summary = job.summary
    assert summary is not None
    st.success(words.plain_markdown(summary.sentence()), icon=":material/check:")
    with access.reading() as session:
        ran = runs.run(session, summary.run_id) if summary.run_id is not None else None
        fresh, worst = conflicts.conflicts_first_seen(session, ran.started, limit=NEW_SHOWN) if ran else (0, [])
        asked = questions.questions_by_id(session, [pair.question for pair in worst])
        unread, kept = runs.unread_of_run(session, ran.id, limit=UNREAD_SHOWN) if ran else (0, [])
    if unread:
        _unread(unread, kept)
    if summary.problems:
        st.warning(f"{words.number(len(summary.problems), 'problem')}: this could not be taken in.")
        listed = [
            ProblemRow(e.where, f"{words.sentence(e.reason)} {e.hint}".strip())
            for e in summary.problems[:PROBLEMS_SHOWN]
        ]
        _problems(listed, len(summary.problems))
    if fresh:
        st.markdown(f"**{words.number(fresh, 'new conflicting pair')}**")
    for pair in worst:
        question = asked[pair.question]
        with st.container(gap="xxsmall", key=f"pair_{pair.id}"):
            site.link("conflict", f"{question.label} {words.against(pair.a, pair.b)}", conflict=pair.id)
            when = words.where_and_when(question.place, question.incident_start, question.incident_end)
            st.html(style.dim(when))
    if len(worst) < fresh:
        site.link("conflicts", f"and {fresh - len(worst)} more", icon="arrow_forward")


def _unread(count: int, kept: list[DocumentEntry]) -> None:
    """Which documents are stored without a claim because they could not be read, and why: not English, mostly."""
    st.warning(f"{words.number(count, 'document')} stored, but not read: no claim is taken from them.")
    for entry in kept:
        name = words.shorten(entry.title or entry.doc, 110)
        site.link("document", f"{name}: {entry.remark}", icon="article", document=entry.id)
    if count > len(kept):
        st.html(style.dim(f"and {count - len(kept):,} more"))


def _sources(count: int) -> None:
    place = st.container(gap="xsmall")
    page = Filters("sources", {}).page_number(count, PAGE_SIZE)
    with access.reading() as session:
        rows = runs.source_page(session, limit=PAGE_SIZE, offset=page * PAGE_SIZE)
    with place:
        for row in rows:
            _source(row)
        if count > PAGE_SIZE:
            st.html(style.dim(range_line(page, PAGE_SIZE, count, "source")))


def _source(row: SourceRow) -> None:
    label = (
        f"**{words.plain_markdown(row.name)}** · {words.number(row.documents, 'document')} · "
        f"{words.number(row.claims, 'claim')}"
    )
    opened = st.expander(label, key=f"source_{row.id}", on_change="rerun")
    if not opened.open:
        return
    with opened:
        st.html(
            style.dim(f"published {words.days(row.first, row.last)} · last imported {words.moment(row.imported)}")
        )
        number = Filters(f"source_{row.id}", {}).page_number(row.documents, PAGE_SIZE)
        with access.reading() as session:
            listed = runs.documents_of_source(session, row.id, limit=PAGE_SIZE, offset=number * PAGE_SIZE)
        for entry in listed:
            name = words.shorten(entry.title or entry.doc, 110)
            site.link("document", name, icon="article", document=entry.id)
            remark = f" · {entry.remark}" if entry.remark else ""
            st.html(style.dim(f"{words.day(entry.published)} · {words.number(entry.claims, 'claim')}{remark}"))


def _runs() -> None:
    with access.reading() as session:
        listed = runs.run_page(session, limit=RUNS_SHOWN)
        faulty = {
            run.id: runs.problems_of_run(session, run.id, limit=PROBLEMS_SHOWN) for run in listed if run.problems
        }
    if not listed:
        return
    st.subheader("Log of runs", anchor=False)
    head = "<tr><th>When</th><th>What</th><th>Result</th><th class='n'>Problems</th></tr>"
    body = "".join(_run_row(run) for run in listed)
    st.html(f'<div class="fc-scroll"><table class="fc-table">{head}{body}</table></div>')
    for run in listed:
        if run.id in faulty:
            with st.expander(f"{words.number(run.problems, 'problem')} on {words.moment(run.started)}"):
                _problems(faulty[run.id], run.problems)


def _run_row(run: RunRow) -> str:
    result = ", ".join(_counted(run.counts[name], told) for name, told in _COUNTS.items() if run.counts.get(name))
    state = result or ("nothing new" if run.ended else "not finished")
    state += f" ({run.counts['anew']})" if "anew" in run.counts else ""
    return (
        f"<tr><td>{words.moment(run.started)}</td><td class='w'>{escape(_VERBS.get(run.verb, run.verb))}</td>"
        f"<td>{escape(state)}</td><td class='n'>{run.problems or ''}</td></tr>"
    )


def _counted(number: int, told: str) -> str:
    """'1 new document', '36 new documents'."""
    return f"{number:,} " + (_SEVERAL.sub(r"\1", told) if number == 1 else told)


def _problems(listed: list[ProblemRow], count: int) -> None:
    rows = "".join(f"<tr><td>{escape(one.place)}</td><td>{escape(one.reason)}</td></tr>" for one in listed)
    head = "<tr><th>Where</th><th>What was wrong</th></tr>"
    st.html(f'<div class="fc-scroll"><table class="fc-table">{head}{rows}</table></div>')
    if len(listed) < count:
        st.html(style.dim(f"and {count - len(listed):,} more"))
