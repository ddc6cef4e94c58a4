from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from tests.cli.desk import Desk, make_desk

# The scheduler looks for this machine's address by naming another one: it need not even look.
HERE = "127.0.0.1"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty folder to run commands in."""
    return make_desk(tmp_path, capsys, monkeypatch)


@pytest.fixture(scope="package")
def scheduler() -> Iterator[str]:
    """The address of a cluster of two workers inside this process, which needs no socket."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("distributed.utils._get_ip", lambda *_, **__: HERE)
        how = {"threads_per_worker": 1, "processes": False, "dashboard_address": f"{HERE}:0"}
        with LocalCluster(n_workers=2, **how) as cluster:
            yield cluster.scheduler_address


@pytest.fixture
def processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a cluster of two worker processes; tests that use it are marked `loopback`.

    An article that is called `deadly.md` ends whichever of them works on it, once and for all.
    """
    monkeypatch.setattr("distributed.utils._get_ip", lambda *_, **__: HERE)
    preload = tmp_path / "deadly.py"
    preload.write_text(DEADLY, encoding="ascii")
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            host=HERE,
            dashboard_address=f"{HERE}:0",
            preload=[str(preload)],
            local_directory=str(tmp_path / "workers"),
        ) as cluster,
    ):
        yield cluster.scheduler_address


DEADLY = """
import os
from lintnews.workshop import Workshop


def deadly(self, path, *rest, work=Workshop.work, **named):
    if path.endswith("deadly.md"):
        os._exit(1)
    return work(self, path, *rest, **named)


if Workshop.work.__name__ != "deadly":  # a preload is run twice
    Workshop.work = deadly
"""
