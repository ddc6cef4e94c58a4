"""Comparing in worker processes: the same report, or a word of trouble."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.comparers import compare_apart
from lintnews.config import Config
from lintnews.corpus import Corpus
from lintnews.engine import run
from lintnews.files import Patterns
from lintnews.ledger.tables import LedgerTrouble, reader, writes
from lintnews.report import Report
from lintnews.setup import Setup, workshop_of
from lintnews.standing import Standing, file_of
from lintnews.standing_run import run_on_ledger
from lintnews.state import CACHE_FOLDER

SETUP = Setup(Config(corpus=("news/",)))
DAYS = ("monday", "tuesday", "wednesday")
PASSAGE = (
    "The pumping station at Harrow Quay was built by the port in eleven months, and its two engines can lift the water "
    "of the lower basin into the river within a single night of rain."
)


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of articles that contradict one another, and a ledger that is used for it however small it is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lintnews.standing_run.LEAST", 0)
    monkeypatch.setattr("lintnews.standing_run.MANY", 0)
    monkeypatch.setattr("lintnews.comparers.CHUNK", 2)
    for number, day in enumerate(DAYS):
        folder = Path("news", day)
        folder.mkdir(parents=True)
        for part in range(3):
            name = "Ilse Vandermolen" if part else "Ilse Vandermoolen"
            text = (
                f"---\ndate: 2031-05-{5 + number:02}\n---\n\n{PASSAGE}\n\n"
                f"{name}, the harbour master of Harrow Quay, said on the {part + 3}rd floor that {40 + part} boats had "
                f"left the basin by the evening of her {number + 2} days of inspection.\n"
            )
            (folder / f"basin-{part}.md").write_text(text, encoding="utf-8")


def corpus() -> Corpus:
    """All articles."""
    return Corpus(SETUP, (".md",), Patterns((), "."))


def by_ledger(jobs: int) -> Report:
    """A whole run by the ledger."""
    report, trouble = run_on_ledger(
        workshop_of(SETUP), corpus().paths, corpus(), given={}, jobs=jobs, whole=True, every_file=True
    )
    assert report is not None, trouble
    return report


def test_two_workers_tell_what_one_process_tells() -> None:
    alone = run(workshop_of(SETUP), corpus().paths, whole=True)
    apart = by_ledger(2)
    assert {finding.rule for finding in apart.findings} >= {"name-spelled-two-ways"}
    for field in ("findings", "failures", "compared", "targets", "corpus", "suppressed"):
        assert getattr(apart, field) == getattr(alone, field), field


def test_the_times_of_the_workers_are_told() -> None:
    assert any(name.startswith("compare ") for name in by_ledger(2).timings)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_articles_compared_are_counted(jobs: int) -> None:
    house = workshop_of(SETUP)
    seen: list[tuple[int, int, str]] = []
    house.watch = lambda *told: seen.append(told)
    run_on_ledger(house, corpus().paths, corpus(), given={}, jobs=jobs, whole=True, every_file=True)
    assert seen[-1] == (9, 9, "compared")
    assert seen.index((9, 9, "read")) < min(at for at, told in enumerate(seen) if told[2] == "compared")


def test_a_ledger_that_another_run_has_written_to_is_not_compared_with() -> None:
    by_ledger(1)
    house = workshop_of(SETUP)
    (file,) = Path(CACHE_FOLDER).glob("ledger-*.sqlite")
    base = reader(str(file))
    base.execute("begin")
    assert writes(base) > 0
    standing = Standing(house, corpus(), file_of(house, corpus(), "."))
    with standing.intake.transaction():
        standing.intake.forget(corpus().paths[0])
    with pytest.raises(LedgerTrouble, match="another run"):
        compare_apart(house, SETUP, (str(file), writes(base)), corpus().paths, 2, {})
    standing.close()
    base.close()
