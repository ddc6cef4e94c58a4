from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from lintnews.__main__ import main
from lintnews.config import Config
from lintnews.corpus import Corpus
from lintnews.engine import run
from lintnews.files import Patterns
from lintnews.ledger.tables import connect
from lintnews.report import Report
from lintnews.setup import Setup, workshop_of
from lintnews.standing_run import run_on_ledger
from lintnews.state import CACHE_FOLDER
from lintnews.workshop import Workshop
from tests.pieces import many

SETUP = Setup(Config(corpus=("news",)))
SUFFIXES = (".md", ".txt")


@cache
def house() -> Workshop:
    """The workshop with the whole rule book and a corpus."""
    return workshop_of(SETUP)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A newsroom of 24 articles in three folders, and a ledger however few they are."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("lintnews.standing_run.LEAST", 0)
    for number, (name, text) in enumerate(many(24, random.Random(3)).items()):  # noqa: S311 - a seed, not a secret
        write(f"news/{number % 3}/{name}", text)
    return tmp_path


def write(path: str, text: bytes) -> None:
    """Write a file in place."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text)


def by_ledger(
    targets: list[str], *, every_file: bool = False, jobs: int = 1, given: dict[str, bytes] | None = None
) -> Report:
    """A run by the ledger, which has to work."""
    report, trouble = run_on_ledger(
        house(),
        targets,
        Corpus(SETUP, SUFFIXES, Patterns((), ".")),
        given=given or {},
        jobs=jobs,
        whole=False,
        every_file=every_file,
    )
    assert report is not None, trouble
    return report


def in_memory(targets: list[str], given: dict[str, bytes] | None = None) -> Report:
    """The same run in memory."""
    corpus = Corpus(SETUP, SUFFIXES, Patterns((), ".")).paths
    return run(house(), targets, corpus, given=given or {}, whole=set(corpus) <= set(targets))


def same(targets: list[str], given: dict[str, bytes] | None = None, **how: bool | int) -> Report:
    """Both runs, which must tell the same."""
    one, other = by_ledger(targets, given=given, **how), in_memory(targets, given)  # type: ignore[arg-type]
    for name in Report.__struct_fields__:
        if name != "timings":
            assert getattr(one, name) == getattr(other, name), name
    return one


def everything() -> list[str]:
    """All articles of the newsroom."""
    return Corpus(SETUP, SUFFIXES, Patterns((), ".")).paths


def test_the_first_run_builds_the_ledger_and_later_ones_use_it(monkeypatch: pytest.MonkeyPatch) -> None:
    target = everything()[4]
    assert same([target]).findings
    monkeypatch.setattr(Corpus, "paths", property(lambda _: pytest.fail("walked")))
    assert by_ledger([target]).findings


@pytest.mark.parametrize("threshold", [0, 500])
@pytest.mark.parametrize("seed", range(12))
def test_it_tells_what_a_run_in_memory_tells_whatever_comes_between(
    seed: int, threshold: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Edits, new files, renames and deletions between runs; few targets and many, known ones and others."""
    monkeypatch.setattr("lintnews.standing_run.MANY", threshold)
    chance = random.Random(seed)  # noqa: S311 - a seed, not a secret
    fresh = list(many(40, random.Random(seed + 50)).values())  # noqa: S311 - a seed, not a secret
    write("other/aside.md", fresh.pop())
    for _ in range(6):
        for step in chance.sample(STEPS, chance.randint(0, 3)):
            step(chance, fresh)
        targets = chance.sample(everything(), chance.choice((1, 1, 3, 9)))
        targets += ["other/aside.md"] * chance.choice((0, 0, 1))
        given = {targets[0]: fresh.pop()} if chance.random() < 0.3 else {}
        same(sorted(targets), given, every_file=chance.random() < 0.3)
    same(everything(), every_file=True)


def edit(chance: random.Random, fresh: list[bytes]) -> None:
    """Another text in place."""
    write(chance.choice(everything()), fresh.pop())


def add(chance: random.Random, fresh: list[bytes]) -> None:
    """A new file, in a folder that is there or not."""
    write(f"news/{chance.randint(0, 5)}/deep/{chance.randint(100, 999)}.md", fresh.pop())


def rename(chance: random.Random, fresh: list[bytes]) -> None:
    """The same text elsewhere."""
    path = Path(chance.choice(everything()))
    path.rename(path.with_name(f"{chance.randint(100, 999)}.md"))
    fresh.sort()


def delete(chance: random.Random, fresh: list[bytes]) -> None:
    """One article less."""
    Path(chance.choice(everything())).unlink()
    fresh.sort()


def move(chance: random.Random, fresh: list[bytes]) -> None:
    """A folder under another name."""
    Path(chance.choice(everything())).parent.rename(f"news/{chance.randint(100, 999)}")
    fresh.sort()


def ignore(chance: random.Random, fresh: list[bytes]) -> None:
    """Other articles are left out."""
    write("news/.gitignore", f"*{chance.randint(0, 9)}.md\n".encode())
    fresh.sort()


STEPS: list[Callable[[random.Random, list[bytes]], None]] = [edit, edit, add, rename, delete, move, ignore]


def test_an_unreadable_article_is_told_by_every_run_and_read_when_it_can_be() -> None:
    path = everything()[3]
    Path(path).write_bytes(b"\xff\xfe\x00")
    one = everything()[5]
    assert same([one]).failures == same([one]).failures
    write(path, b"The ferry left Portmere.\n")
    assert not same([one]).failures


def test_jobs_change_nothing() -> None:
    assert by_ledger(everything(), every_file=True, jobs=2).findings == in_memory(everything()).findings


def test_a_large_archive_is_not_looked_at_file_by_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is met is looked at, and what comes into a folder is found."""
    monkeypatch.setattr("lintnews.standing.EVERY_FILE", 0)
    monkeypatch.setattr("lintnews.seals.LATELY", 0)
    monkeypatch.setattr("lintnews.files.LATELY", 0)
    first = everything()[0]
    same([first])
    write("news/1/new.md", Path(first).read_bytes())
    same([first])
    Path("news/1/new.md").unlink()
    same([first])
    met = by_ledger([first]).findings[0].related
    for side in met:
        write(side.place.path, Path(side.place.path).read_bytes() + b"\n\nThe bakers went home.\n")
        os.utime(side.place.path, ns=(1, 1))
    same([first])


def test_a_damaged_ledger_is_dropped_and_built_again() -> None:
    targets = everything()
    by_ledger(targets, every_file=True)
    (file,) = Path(CACHE_FOLDER).glob("ledger-*.sqlite")
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2] + b"\0" * (len(data) - len(data) // 2))
    report, _ = run_on_ledger(
        house(), targets, Corpus(SETUP, SUFFIXES, Patterns((), ".")), given={}, jobs=1, whole=False, every_file=False
    )
    assert report is None or report.findings == in_memory(targets).findings
    same(targets)


def tried(targets: list[str]) -> tuple[Report | None, str]:
    """A run by the ledger, which may say that it has to be made in memory."""
    corpus = Corpus(SETUP, SUFFIXES, Patterns((), "."))
    return run_on_ledger(house(), targets, corpus, given={}, jobs=1, whole=False, every_file=False)


@pytest.mark.parametrize("seed", range(20))
def test_bytes_that_were_altered_change_no_finding(seed: int) -> None:
    """Whatever stands in the file: the right findings, or a word of trouble and a run in memory, then a new ledger."""
    targets = everything()[:12]
    by_ledger(targets)
    (file,) = Path(CACHE_FOLDER).glob("ledger-*.sqlite")
    chance = random.Random(seed)  # noqa: S311 - a seed, not a secret
    data = bytearray(file.read_bytes())
    for at in chance.sample(range(len(data)), 400):
        data[at] ^= 1 << chance.randrange(8)
    file.write_bytes(data)
    report, trouble = tried(targets)
    assert trouble if report is None else report.findings == in_memory(targets).findings
    same(targets)


def test_a_full_disk_ends_in_a_run_in_memory_and_a_later_one_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def narrow(file: Path) -> sqlite3.Connection:
        base = connect(file)
        base.execute("pragma max_page_count = 14")
        return base

    targets = everything()[:3]
    people = "\n\n".join(f"Person{n:03}a Surname{n:03}b met Person{n:03}c Surname{n:03}d." for n in range(600))
    write("news/guests.md", people.translate(str.maketrans("0123456789", "ghijklmnop")).encode())
    with monkeypatch.context() as patch:
        patch.setattr("lintnews.standing.connect", narrow)
        report, trouble = tried(targets)
        assert report is None
        assert "full" in trouble
    same(targets)


def test_a_locked_ledger_ends_in_a_run_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintnews.ledger.tables.BUSY", 0.0)
    targets = everything()[:3]
    by_ledger(targets)
    (file,) = Path(CACHE_FOLDER).glob("ledger-*.sqlite")
    base = sqlite3.connect(file, isolation_level=None)
    base.execute("begin immediate")
    write(targets[0], b"The ferry left Portmere.\n")
    try:
        report, trouble = tried(targets)
    finally:
        base.close()
    assert report is None
    assert "locked" in trouble
    same(targets)


def test_a_folder_that_cannot_be_written_is_done_without(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command tells the same with and without a ledger, whatever stands in the ledger's place."""
    Path(".lintnews.yaml").write_text("corpus: [news]\n", encoding="utf-8")
    target = everything()[4]

    def printed(*arguments: str) -> str:
        assert main([target, "--output-format", "json", *arguments]) in {0, 1}
        return capsys.readouterr().out

    bare = printed("--no-cache")
    assert '"rule"' in bare
    assert printed() == printed() == bare
    assert list((home / CACHE_FOLDER).glob("ledger-*.sqlite"))
    for file in (home / CACHE_FOLDER).iterdir():
        file.unlink()
    (home / CACHE_FOLDER).rmdir()
    (home / CACHE_FOLDER).write_text("a file in its place", encoding="utf-8")
    assert printed() == bare


def test_two_runs_at_once_tell_the_same() -> None:
    """Both build the ledger at the same time, from nothing."""
    Path(".lintnews.yaml").write_text("corpus: [news]\n", encoding="utf-8")
    script = (
        "import lintnews.standing_run as run; run.LEAST = 0\n"
        "import sys; from lintnews.__main__ import main\n"
        "sys.exit(main([*sys.argv[1:], '-q', '-j1', '--output-format', 'json']))"
    )
    targets = everything()[:6]
    runs = [
        subprocess.Popen([sys.executable, "-c", script, *targets], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    one, other = (run.communicate() for run in runs)
    assert one == other
    assert b'"rule"' in one[0]
    same(targets)
