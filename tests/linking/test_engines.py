"""The same claims get the same questions on every engine, and in blocks of any size."""

from __future__ import annotations

from contextlib import closing

import pytest
from pandas import DataFrame
from pandas.testing import assert_frame_equal

from factcheck.errors import FactcheckError
from factcheck.linking import engine_of, link
from factcheck.linking.engines import Dask, Local
from factcheck.linking.questions import asked
from tests.linking.builder import claims


@pytest.fixture
def towns() -> DataFrame:
    names = ("Derna, Libya", "Toledo, Ohio", "Quetta", "Goma", "Kharkiv", "Aden")
    told = [{"place": name, "day": f"2023-0{k + 1}-11"} for k, name in enumerate(names)]
    return claims(
        *(one | {"n": n + 3, "document": f"d{n}", "quote": f"{n + 3} people"} for one in told for n in range(3)),
        *(
            one | {"kind": "blame", "victims": "the shelling", "target": side, "document": side, "quote": side}
            for one in told
            for side in ("the army", "the rebels")
        ),
    )


def test_blocks_of_any_size_give_the_same(towns: DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = link(towns, Local(1))
    monkeypatch.setattr(asked, "BLOCK_ROWS", 3)
    assert_frame_equal(link(towns, Local(1)), whole)
    assert_frame_equal(link(towns, Local(2)), whole)


def test_processes_that_stand_by_give_the_same_and_end(towns: DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = link(towns, Local(1))
    monkeypatch.setattr(asked, "BLOCK_ROWS", 3)
    with closing(Local(2)) as engine:
        engine.stand_by(int)
        for _ in range(2):
            assert_frame_equal(link(towns, engine), whole)
    assert_frame_equal(link(towns, engine), whole)


def test_an_engine_is_chosen_by_name() -> None:
    assert isinstance(engine_of("local"), Local)
    assert engine_of("dask://127.0.0.1:8786").address == "tcp://127.0.0.1:8786"  # type: ignore[attr-defined]
    assert isinstance(engine_of("dask://h:1"), Dask)
    with pytest.raises(ValueError, match="spark"):
        engine_of("spark://h:1")


def test_a_cluster_that_does_not_answer_is_said(towns: DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")

    def nobody(address: str) -> None:
        raise OSError(f"timed out trying to connect to {address}")

    monkeypatch.setattr(distributed, "Client", nobody)
    with pytest.raises(FactcheckError, match="no Dask cluster answers"):
        list(engine_of("dask://127.0.0.1:9").map(len, [towns]))


def test_a_dask_cluster_gives_what_this_machine_gives(towns: DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    whole = link(towns, Local(1))
    monkeypatch.setattr(asked, "BLOCK_ROWS", 3)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        engine = engine_of(cluster.scheduler_address.replace("tcp://", "dask://"))
        assert_frame_equal(link(towns, engine), whole)
