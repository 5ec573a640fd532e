"""The offer to compare again, where decisions have been made that the shown conflicts do not know of."""

from __future__ import annotations

import streamlit as st

from factcheck.dashboard import access, imports, words


@st.fragment(run_every=0.7)
def _progress() -> None:
    job = imports.importer().job
    if job is None or not job.running:
        st.rerun()
        return
    with st.container(border=True, key="compare_progress"):
        imports.progress_bar(job)


def offer(fresh: int, what: str) -> None:
    """Conflicts are those of the last comparison: what was decided after it counts from the next one.

    ``what``: what was decided ``fresh`` times, as one of them: "decision on names".
    """
    job = imports.importer().job
    if job is not None and job.running:
        _progress()
        return
    if job is not None and not job.names and job.compared is not None:
        st.success(words.plain_markdown(job.compared.sentence()), icon=":material/check:")
        imports.importer().dismiss()
    if fresh:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="compare_again"):
            st.markdown(
                f"{_told(fresh, what)} since the last comparison. The conflicts shown do not know of it yet."
            )
            if st.button("Compare again", type="primary", icon=":material/sync:", key="compare_now"):
                imports.importer().compare(access.store())
                st.rerun()


def _told(number: int, what: str) -> str:
    noun, _, rest = what.partition(" ")
    return f"{words.number(number, noun)} {rest}"
