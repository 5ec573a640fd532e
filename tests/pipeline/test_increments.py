"""Only what is new is linked, and what is stored is as if all had been linked each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame
from sqlalchemy import func, select, text

from bench.claims_generator import claims as generated
from bench.whole_way import fill
from factcheck import linking, pipeline
from factcheck.linking.incidents.known import Known
from factcheck.linking.increments import more as increments
from factcheck.models import Claim, Conflict, Decision, Incident, LinkingPart, Question, Suggestion
from factcheck.pipeline import remembering
from factcheck.pipeline.summaries import LinkSummary
from factcheck.queries import linking as queries
from factcheck.queries import runs
from factcheck.queries.kept import kept
from factcheck.store import Store, open_store
from factcheck.store.linking import MOST_PATCHES
from tests.pipeline.test_judging import told, two_of_a_question


@contextmanager
def kept_of_few() -> Iterator[pytest.MonkeyPatch]:
    """However few the claims are, only what is new is linked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(remembering, "FEWEST", 0)
        patch.setattr(increments, "MOST_NEW", 100.0)
        yield patch


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that is derived, with suggestions and what incidents were compared by; nothing points to what is not
    there."""
    with store.session() as session:
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        asked = [(s.claim_a_id, s.claim_b_id, s.score, s.reasons) for s in session.scalars(select(Suggestion))]
        marks = session.execute(select(Incident.id, Incident.fingerprint).where(Incident.current))
        return told(store) | {"suggestions": sorted(asked, key=repr), "marks": sorted(marks)}


def known(store: Store) -> Known | None:
    """How common things were when that was counted last."""
    with store.session() as session:
        arrays = kept(session)
    return linking.unpack(arrays)[0].known if arrays else None


def link_all(store: Store, known: Known | None, patch: pytest.MonkeyPatch) -> LinkSummary:
    """All claims are linked anew, by the same knowledge."""
    with patch.context() as once:
        once.setattr(linking, "link_anew", partial(linking.link_anew, known=known))
        return pipeline.link(store, anew=True)


def both(folder: Path) -> tuple[Store, Store]:
    return open_store(f"sqlite:///{folder}/some.db"), open_store(f"sqlite:///{folder}/all.db")


def mixed_parts(table: DataFrame, cuts: Sequence[int], chance: Random) -> list[DataFrame]:
    """The claims in parts, in any order; those of a document may come in several."""
    order = list(range(len(table)))
    chance.shuffle(order)
    ends = [0, *sorted(cut * len(table) // 100 for cut in cuts), len(table)]
    return [table.iloc[order[a:b]] for a, b in pairwise(ends) if b > a]


def decide(stores: Sequence[Store], chance: Random) -> None:
    """Somebody says of two claims, alike in each store, that they count the same, or do not, or takes it back."""
    with stores[0].session() as session:
        homes = dict(session.execute(select(Claim.id, Claim.question_id).order_by(Claim.id)).all())
    a = chance.choice(list(homes))
    near = [c for c in homes if homes[c] == homes[a] and c != a]
    b = chance.choice(near if near and chance.random() < 0.5 else [c for c in homes if c != a])
    status = chance.choice(["same", "different", "different", "open"])
    for store in stores:
        store.decide_link(a, b, status, by="Ana")


def copy_decisions(one: Store, other: Store) -> None:
    """What was said of links in one store is said in the other, in that order."""
    with one.session() as session:
        said = session.execute(select(Decision.subject_id, Decision.status).order_by(Decision.id)).all()
    for pair, status in said:
        other.decide_link(*pair.split(":"), status, by="Ana")


def verdicts(store: Store) -> set[tuple[object, ...]]:
    """Questions as sets of claims, with their verdicts: whatever their ids are."""
    with store.session() as session:
        members: dict[str, list[str]] = {}
        for claim, question in session.execute(select(Claim.id, Claim.question_id)):
            members.setdefault(str(question), []).append(claim)
        asked = {
            q.id: (q.kind, q.subject, q.label, q.verdict, q.type, q.reason)
            for q in session.scalars(select(Question))
        }
    return {(frozenset(claims), *asked[question]) for question, claims in members.items()}


@settings(max_examples=4, deadline=None)
@given(
    st.integers(1, 1000),
    st.lists(st.integers(20, 99), min_size=1, max_size=3, unique=True),
    st.randoms(use_true_random=False),
)
def test_imports_in_pieces_are_as_if_all_were_linked_each_time(seed: int, cuts: list[int], chance: Random) -> None:
    table = generated(90, seed=seed)
    with TemporaryDirectory() as folder, kept_of_few() as patch:
        some, every = both(Path(folder))
        for part in mixed_parts(table, cuts, chance):
            for store in (some, every):
                fill(store, part)
            pipeline.link(some)
            link_all(every, known(some), patch)
            assert everything(some) == everything(every)
            decide((some, every), chance)
            pipeline.link(some)
            link_all(every, known(some), patch)
            assert everything(some) == everything(every)
        at_once = open_store(f"sqlite:///{folder}/once.db")
        fill(at_once, table)
        copy_decisions(some, at_once)
        link_all(at_once, known(some), patch)
        assert verdicts(some) == verdicts(at_once)
        for store in (some, every, at_once):
            store.close()


def test_many_claims_in_parts_with_decisions(tmp_path: Path) -> None:
    table = generated(1500, seed=4)
    with kept_of_few() as patch:
        some, every = both(tmp_path)
        for number, part in enumerate(mixed_parts(table, (60, 97, 99), Random(3))):
            for store in (some, every):
                fill(store, part)
            summary = pipeline.link(some)
            whole = link_all(every, known(some), patch)
            assert everything(some) == everything(every)
            for name in ("claims", "incidents", "questions", "conflicts", "conflicts_new", "conflicts_gone"):
                assert getattr(summary, name) == getattr(whole, name), name
            assert number < 2 or summary.relinked < len(table) / 2
            for same in (True, False):
                pair = two_of_a_question(some, same=same)
                for store in (some, every):
                    store.decide_link(*pair, "different" if same else "same", by="Ana")
        pipeline.link(some)
        assert pipeline.link(some).changed == 0
        with some.session() as session:
            assert len(session.scalars(select(Suggestion)).all()) > 5


def test_what_changes_here_and_there_is_kept_beside_until_it_is_much(tmp_path: Path) -> None:
    table = generated(1500, seed=6).sample(frac=1, random_state=4)  # documents come in parts
    most, ends = 0, range(1390, 1501, 10)
    with kept_of_few() as patch:
        some, every = both(tmp_path)
        for begin, end in pairwise([0, *ends]):
            for store in (some, every):
                fill(store, table.iloc[begin:end])
            pipeline.link(some)
            with some.session() as session:
                amount = select(func.count()).where(LinkingPart.part < 0).group_by(LinkingPart.name)
                most = max(most, *session.scalars(amount), 0)
        assert most == MOST_PATCHES
        pipeline.link(every)
        link_all(every, known(some), patch)
        assert verdicts(some) == verdicts(every)


def filled(tmp_path: Path, amount: int = 600) -> tuple[Store, DataFrame]:
    """A store with linked claims, and 20 more claims."""
    table = generated(amount + 20, seed=8)
    store = open_store(f"sqlite:///{tmp_path}/facts.db")
    fill(store, table.iloc[:amount])
    pipeline.link(store)
    return store, table.iloc[amount:]


def test_few_claims_are_linked_anew_without_a_word(tmp_path: Path) -> None:
    store, more = filled(tmp_path)
    fill(store, more)
    summary = pipeline.link(store)
    assert summary.anew is None
    assert summary.relinked == summary.claims
    assert summary.relinked_sentence() == ""
    with store.session() as session:
        assert not queries.kept_how(session)


def test_the_summary_and_the_log_say_what_was_linked_again(tmp_path: Path) -> None:
    with kept_of_few():
        store, more = filled(tmp_path)
        fill(store, more)
        summary = pipeline.link(store)
        nothing = pipeline.link(store)
    assert 20 <= summary.relinked < 400
    assert summary.relinked_sentence().startswith(f"Linked again: {summary.relinked} claims")
    assert nothing.relinked_sentence() == "Nothing had to be linked again."
    with store.session() as session:
        last, _, first, _ = runs.run_page(session, limit=4)
    assert last.counts["relinked"] == summary.relinked
    assert "the first time" in first.counts["anew"]


@pytest.mark.parametrize(
    ("cause", "told"),
    [("weights", "the weights changed"), ("rules", "its word lists changed"), ("gone", "not there any more"),
     ("asked", "somebody asked"), ("much", "more than 0% are new")],
)  # fmt: skip
def test_all_are_linked_anew_when_it_would_not_be_the_same(cause: str, told: str, tmp_path: Path) -> None:
    with kept_of_few() as patch:
        store, more = filled(tmp_path)
        fill(store, more)
        if cause == "weights":
            store.use_weights({"words": 8.0}, by="Ana", note="a test")
        elif cause == "rules":
            patch.setattr(remembering, "rules", lambda: "other")
        elif cause == "gone":
            with store.writing() as session:
                told_of = select(Conflict.claim_a_id).union(select(Conflict.claim_b_id))
                asked = select(Suggestion.claim_a_id).union(select(Suggestion.claim_b_id))
                free = select(Claim).where(Claim.question_id.is_not(None), Claim.id.not_in(told_of))
                session.delete(session.scalars(free.where(Claim.id.not_in(asked))).first())
        elif cause == "much":
            patch.setattr(increments, "MOST_NEW", 0.001)
        summary = pipeline.link(store, anew=cause == "asked")
    assert told in (summary.anew or "")
    assert told in summary.relinked_sentence()


def test_a_name_that_was_merged_links_the_documents_that_have_it_again(tmp_path: Path) -> None:
    with kept_of_few() as patch:
        some, every = both(tmp_path)
        for store in (some, every):
            table = generated(600, seed=8)
            table.loc[table.index[5:7], "claimant"] = "Colonel Zintora"
            fill(store, table)
            pipeline.link(store)
            assert store.decide_names("Colonel Zintora", table["claimant"].iloc[0], "same", by="Ana") == 2
        summary = pipeline.link(some)
        link_all(every, known(some), patch)
        assert 0 < summary.relinked < summary.claims
        assert everything(some) == everything(every)
        with some.session() as session:
            assert not queries.changed_documents(session)


def test_when_two_link_at_the_same_time_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_of_few():
        store, more = filled(tmp_path)
        fill(store, more)
        apply = Store.apply

        def late(self: Store, *rest: object) -> int:
            monkeypatch.setattr(Store, "apply", apply)
            pipeline.link(open_store(self.url))
            return apply(self, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(Store, "apply", late)
        pipeline.link(store)
        with store.session() as session:
            assert not queries.kept_how(session)
        assert "nothing was kept" in str(pipeline.link(store).anew)
