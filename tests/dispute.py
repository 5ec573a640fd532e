"""A small dispute in our own words, stored as an import stores it: four reports, three questions, conflicts."""

from __future__ import annotations

from datetime import date
from typing import Any

from factcheck.ids import claim_id, content_id
from factcheck.language.naming import name_key
from factcheck.store import Store
from factcheck.store.derived import ConflictRow, IncidentRow, Links, QuestionRow, Verdicts
from factcheck.store.documents import Filed
from factcheck.values import ClaimRecord, DateSpan, Document, Qualifier, Stance

NIGHT = DateSpan(date(2024, 3, 11), date(2024, 3, 12))
INCIDENT = content_id("incident", "Varn")
KILLED, WOUNDED, BLAME = (content_id("question", kind) for kind in ("killed", "wounded", "blame"))

DOCUMENTS = (
    Document(
        doc="dispatch-1",
        source="Harbour Gazette",
        title="Rival tolls after the night at the Varn crossing",
        published=date(2024, 3, 12),
        url="https://gazette.example/varn",
        text=(
            "Fighting broke out at the Varn crossing overnight.\n\n"
            "The Northern army said 58 soldiers of the Republic had been killed, and blamed the Republic for it. "
            "The Republic's defence ministry confirmed that 23 of its soldiers had died.\n\n"
            "More than 40 people were treated for wounds, <b>hospital staff</b> & relatives said."
        ),
    ),
    Document(
        doc="dispatch-2",
        source="Coast Radio",
        title="Army repeats its count",
        published=date(2024, 3, 13),
        url="javascript:alert(1)",
        text=(
            "The Northern army repeated that 58 soldiers were killed on the other side.\n\n"
            "Monitors of the River Mission put the dead at 20 to 30."
        ),
    ),
    Document(
        doc="dispatch-3",
        source="Harbour Gazette",
        title="What is known of Varn",
        published=date(2024, 3, 15),
        text=(
            "At least 20 soldiers were killed at Varn, this newspaper has found. "
            "The Republic blamed the Northern army."
        ),
    ),
    Document(doc="dispatch-4", source="Coast Radio", published=date(2024, 3, 16), text="No figures in this one."),
)

_SAID: dict[str, list[dict[str, Any]]] = {
    "dispatch-1": [
        {"kind": "killed", "quote": "58 soldiers of the Republic had been killed", "low": 58, "high": 58,
         "claimant": "Northern army", "stance": "claims", "victims": "soldiers of the Republic"},
        {"kind": "blame", "quote": "blamed the Republic for it", "claimant": "Northern army", "stance": "alleges",
         "target": "the Republic", "victims": "the fighting"},
        {"kind": "killed", "quote": "23 of its soldiers had died", "low": 23, "high": 23,
         "claimant": "Republic's defence ministry", "stance": "confirms", "victims": "soldiers of the Republic"},
        {"kind": "wounded", "quote": "More than 40 people were treated for wounds", "low": 40,
         "qualifier": "more_than", "claimant": "hospital staff", "victims": "people"},
    ],
    "dispatch-2": [
        {"kind": "killed", "quote": "58 soldiers were killed", "low": 58, "high": 58, "claimant": "Northern army",
         "stance": "claims", "victims": "soldiers"},
        {"kind": "killed", "quote": "put the dead at 20 to 30", "low": 20, "high": 30, "qualifier": "range",
         "claimant": "River Mission", "stance": "estimates", "victims": "soldiers"},
    ],
    "dispatch-3": [
        {"kind": "killed", "quote": "At least 20 soldiers were killed", "low": 20, "qualifier": "at_least",
         "victims": "soldiers"},
        {"kind": "blame", "quote": "The Republic blamed the Northern army", "stance": "alleges",
         "claimant": "Republic's defence ministry", "target": "the Northern army", "victims": "the fighting"},
    ],
    "dispatch-4": [],
}  # fmt: skip


def fill(store: Store) -> dict[str, str]:
    """The store holds the dispute; gives the conflict ids by name: 'army', 'mission', 'blame'."""
    run = store.start_run("import")
    filed = [Filed(content_id(d.doc), d, _claims(d), "rules", "1") for d in DOCUMENTS]
    saved = store.save_documents(run, filed)
    store.save_problems(run, [("torn.txt", "the file is empty <nothing>")])
    placed = [(claim_id(one.id, claim), claim) for one in filed for claim in one.claims]
    store.apply_links(
        Links(
            incidents=[IncidentRow(INCIDENT, "Fighting at the Varn crossing", NIGHT.first, NIGHT.last, "Varn")],
            questions=[
                QuestionRow(
                    KILLED, INCIDENT, "killed", "How many soldiers of the Republic were killed?", "soldiers"
                ),
                QuestionRow(WOUNDED, INCIDENT, "wounded", "How many people were wounded?", "people"),
                QuestionRow(BLAME, INCIDENT, "blame", "Who is to blame for the fighting?", "the fighting"),
            ],
            claims=[
                (one, {"killed": KILLED, "wounded": WOUNDED}.get(c.kind, BLAME), INCIDENT) for one, c in placed
            ],
        )
    )
    found = _conflicts({(c.doc, c.start): one for one, c in placed}, [c for _, c in placed])
    verdicts = {
        KILLED: ("conflict", "count", "58 against 23"),
        BLAME: ("conflict", "blame", "each blames the other"),
    }
    store.apply_verdicts(Verdicts(questions=verdicts, conflicts=list(found.values())))
    store.end_run(run, {"documents_new": saved.documents_new, "claims_new": saved.claims_new})
    return {name: row.id for name, row in found.items()}


def _claims(document: Document) -> tuple[ClaimRecord, ...]:
    return tuple(_claim(document, dict(said)) for said in _SAID[document.doc])


def _claim(document: Document, said: dict[str, Any]) -> ClaimRecord:
    quote = said["quote"]
    start = document.text.index(quote)
    exact = Qualifier.EXACT if "low" in said else None
    return ClaimRecord(
        doc=document.doc, kind=said["kind"], quote=quote, start=start, end=start + len(quote), low=said.get("low"),
        high=said.get("high"), qualifier=Qualifier(said["qualifier"]) if "qualifier" in said else exact,
        victims=said.get("victims"), target=said.get("target"), claimant=said.get("claimant"),
        stance=Stance(said.get("stance", "reports")), event_date=NIGHT, place="Varn crossing", rule="test",
    )  # fmt: skip


def _conflicts(ids: dict[tuple[str, int], str], claims: list[ClaimRecord]) -> dict[str, ConflictRow]:
    def pick(doc: str, number: int) -> ClaimRecord:
        return [claim for claim in claims if claim.doc == doc][number]

    def pair(
        question: str, type: str, a: ClaimRecord, b: ClaimRecord, severity: float, reason: str
    ) -> ConflictRow:
        a, b = sorted((a, b), key=lambda claim: name_key(claim.claimant or ""))
        keys = [name_key(claim.claimant or "") for claim in (a, b)]
        gap = abs((a.low or 0) - (b.low or 0)) if type == "count" else None
        return ConflictRow(
            content_id(question, type, *keys), question, type, severity,
            ids[a.doc, a.start], ids[b.doc, b.start], 2 if a.claimant == "Northern army" else 1, 1, reason, gap,
        )  # fmt: skip

    return {
        "army": pair(
            KILLED, "count", pick("dispatch-2", 0), pick("dispatch-1", 2), 0.82,
            "58 against 23: the two figures cannot both be right; same night, same soldiers",
        ),
        "mission": pair(
            KILLED, "count", pick("dispatch-2", 0), pick("dispatch-2", 1), 0.6, "58 lies above the range 20 to 30"
        ),
        "blame": pair(
            BLAME, "blame", pick("dispatch-1", 1), pick("dispatch-3", 1), 0.5, "each side blames the other"
        ),
    }  # fmt: skip
