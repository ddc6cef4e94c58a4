"""The order and the bytes of the work are the same, whoever does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.cache import open_cache
from lintnews.config import Config
from lintnews.pool import run_all
from lintnews.report import Failure
from lintnews.setup import Setup, workshop_of
from lintnews.workshop import Work


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of a few articles and of one that is not there; small thresholds, so that workers start."""
    monkeypatch.chdir(tmp_path)
    for name, value in (("THRESHOLD", 2), ("CHUNK", 2), ("WINDOW", 5)):
        monkeypatch.setattr(f"lintnews.pool.{name}", value)
    for number in range(12):
        text = f"# Story {number}\n\nMayor Ida Brandt spoke to {number + 3} people.\n"
        Path(f"{number:02}.md").write_text(text, encoding="utf-8")
    return sorted([*(f"{number:02}.md" for number in range(12)), "05b.md"])


def test_workers_and_cache_change_nothing(paths: list[str]) -> None:
    workshop = workshop_of(Setup(Config()))

    def works(jobs: int, *, cached: bool) -> list[tuple[str, object]]:
        cache = open_cache(workshop, ".") if cached else None
        done = list(run_all(workshop, paths, set(paths), {}, jobs, cache))
        if cache is not None:
            cache.close()
        return [(p, (w.card, w.findings, w.rows, w.compared) if isinstance(w, Work) else w) for p, w in done]

    alone = works(1, cached=False)
    assert [path for path, _ in alone] == paths
    assert isinstance(dict(alone)["05b.md"], Failure)
    assert works(2, cached=False) == alone
    assert works(2, cached=True) == alone
    Path("03.md").write_bytes(Path("03.md").read_bytes())
    assert works(2, cached=True) == alone
    assert works(1, cached=True) == alone


@pytest.mark.parametrize("jobs", [1, 2])
def test_who_watches_is_told_of_every_article(paths: list[str], jobs: int) -> None:
    workshop = workshop_of(Setup(Config()))
    told: list[tuple[int, int]] = []
    workshop.watch = lambda done, of, _: told.append((done, of))
    list(run_all(workshop, paths, set(paths), {}, jobs))
    assert told == [(number, 13) for number in range(1, 14)]
