"""A worker that dies is named with its article, and the rest is done; Ctrl-C and the parent's end leave no worker.

These are the tests of `lintnews.workers`, `lintnews.workbench` and `lintnews.suspects`, seen from the run.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lintnews
from lintnews.config import Config
from lintnews.errors import LintnewsError
from lintnews.pool import run_all
from lintnews.report import Failure
from lintnews.setup import Setup, workshop_of
from lintnews.workshop import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

# A reader whose articles say what is to happen to the process that reads them.
PLUGIN = """
import os, signal, sys
from lintnews import Reader, builtin, hookimpl

TEXT = next(reader for reader in builtin.lintnews_readers() if ".txt" in reader.suffixes)

def read(path, data):
    order = data.split(b"\\n", 1)[0].decode()
    if order == "exit":
        os._exit(3)
    if order == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "sys.exit":
        sys.exit("no licence")
    if order.startswith("send "):  # say who is busy, send a signal, and go on for ever
        with open("busy", "a") as file:
            file.write(f"{os.getpid()}\\n")
        _, name, to = order.split()
        os.kill(os.getppid() if to == "parent" else 0, getattr(signal, name))  # 0: all of the group, as a terminal does
        while True:
            signal.pause()
    if order == "print":
        print("a word of its own")
    return TEXT.read(path, data)

@hookimpl
def lintnews_readers():
    return [Reader("marked", (".marked",), read)]
"""
STORY = "Mayor Ida Brandt spoke to {} people in Velmora.\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of news, and an installed plugin; small thresholds, so that workers start."""
    plugins = tmp_path / "plugins"
    (plugins / "marked-1.0.dist-info").mkdir(parents=True)
    (plugins / "marked-1.0.dist-info" / "METADATA").write_text("Name: marked\nVersion: 1.0\n", encoding="utf-8")
    (plugins / "marked-1.0.dist-info" / "entry_points.txt").write_text(
        "[lintnews]\nmarked = marked\n", encoding="utf-8"
    )
    (plugins / "marked.py").write_text(PLUGIN, encoding="utf-8")
    monkeypatch.syspath_prepend(plugins)
    monkeypatch.chdir(tmp_path)
    for name, value in (("THRESHOLD", 2), ("CHUNK", 3), ("WINDOW", 8)):
        monkeypatch.setattr(f"lintnews.pool.{name}", value)
    return tmp_path


def write(count: int, **orders: str) -> list[str]:
    """So many articles; `a03="exit"` marks one. Gives their names in order."""
    Path("news").mkdir()
    names = []
    for number in range(count):
        order = orders.get(f"a{number:02}")
        name = f"news/{number:02}.{'marked' if order else 'txt'}"
        Path(name).write_text((f"{order}\n" if order else "") + STORY.format(number + 3), encoding="utf-8")
        names.append(name)
    return names


def told(paths: Sequence[str], jobs: int = 2) -> dict[str, object]:
    """What comes of every article, in order."""
    done = run_all(workshop_of(Setup(Config())), paths, set(paths), {}, jobs)
    return {path: work.card.path if isinstance(work, Work) else work for path, work in done}


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_worker_that_dies_is_named_with_its_article_and_the_rest_is_done(home: Path, jobs: int) -> None:
    paths = write(20, a00="exit", a04="kill", a05="kill", a19="exit")
    answers = told(paths, jobs)
    assert list(answers) == paths
    ended = "the worker process ended while it read this article"
    assert {path: answer for path, answer in answers.items() if answer != path} == {
        "news/00.marked": Failure("news/00.marked", f"{ended} (exit code 3)"),
        "news/04.marked": Failure("news/04.marked", f"{ended} (signal 9: Killed)"),
        "news/05.marked": Failure("news/05.marked", f"{ended} (signal 9: Killed)"),
        "news/19.marked": Failure("news/19.marked", f"{ended} (exit code 3)"),
    }


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_plugin_that_wants_to_exit_fails_its_article_only(home: Path, jobs: int) -> None:
    paths = write(6, a02="sys.exit")
    assert told(paths, jobs)["news/02.marked"] == Failure(
        "news/02.marked", "the work on this article ended with SystemExit: no licence"
    )


def test_what_kills_every_worker_ends_the_run(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintnews.workers.IN_A_ROW", 3)
    paths = write(12, **{f"a{number:02}": "exit" for number in range(12)})
    with pytest.raises(LintnewsError, match="as did 2 before it"):
        told(paths)


def test_workers_that_cannot_begin_end_the_run(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = write(6)
    workshop = workshop_of(Setup(Config()))
    monkeypatch.setattr("sys.path", [])
    with pytest.raises(LintnewsError, match=r"ended before it began \(exit code 1\); -j 1 does without"):
        list(run_all(workshop, paths, set(paths), {}, 2))
    monkeypatch.setattr("sys.executable", "/no/such/python")
    with pytest.raises(LintnewsError, match=r"can't start a worker process \(No such file"):
        list(run_all(workshop, paths, set(paths), {}, 2))


def lint(*arguments: str, least: int = 500) -> subprocess.CompletedProcess[str]:
    """A run in a process and a session of its own, in which few articles are many; `least` have a ledger on disk."""
    root = Path(lintnews.__file__).parent.parent
    code = f"""
import sys; sys.path[:0] = {["plugins", str(root)]!r}
import lintnews.pool as pool, lintnews.standing as standing, lintnews.standing_run as standing_run
pool.THRESHOLD, pool.CHUNK, pool.WINDOW = 2, 3, 8
standing_run.LEAST, standing.BATCH = {least}, 4
from lintnews.__main__ import main
sys.exit(main({list(arguments)!r}))
"""
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, start_new_session=True
    )


def messages(run: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines that a run complains with."""
    return [line for line in run.stderr.splitlines() if line.startswith("lintnews: ")]


@pytest.mark.parametrize("least", [500, 2])
def test_the_run_ends_in_exit_code_2_until_the_article_is_well(home: Path, least: int) -> None:
    write(14, a05="kill")
    line = "lintnews: news/05.marked: the worker process ended while it read this article (signal 9: Killed)"
    for _ in range(3):  # neither may it be taken for read, nor read by the process that knows all the others
        run = lint("-j2", "--output-format", "json", "news", least=least)
        assert (run.returncode, messages(run)) == (2, [line])
        assert json.loads(run.stdout)["errors"]
    Path("news/05.marked").write_text("fine\n" + STORY.format(7), encoding="utf-8")
    run = lint("-j2", "news", least=least)
    assert (run.returncode, messages(run)) == (0, [])


def test_what_a_plugin_prints_does_not_mix_with_the_report(home: Path) -> None:
    write(5, a01="print")
    run = lint("-j2", "--output-format", "json", "news")
    json.loads(run.stdout)
    assert run.stderr == "a word of its own\n"


def alive(process: int) -> bool:
    """Whether a process runs; one that is gone but not waited for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks processes up in /proc")


@needs_proc
@pytest.mark.parametrize("least", [500, 2])
@pytest.mark.parametrize("whom", ["parent", "group"])
def test_ctrl_c_ends_all_with_one_line_and_leaves_a_usable_ledger(home: Path, whom: str, least: int) -> None:
    # The article is far enough behind for some batches to be on record by then.
    write(30, a25=f"send SIGINT {whom}")
    run = lint("-j2", "--output-format", "json", "news", least=least)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "lintnews: interrupted\n")
    (worker,) = Path("busy").read_text(encoding="utf-8").split()
    assert not alive(int(worker))
    Path("news/25.marked").write_text("fine\n" + STORY.format(7), encoding="utf-8")
    again = lint("-j2", "--output-format", "json", "news", least=least)
    fresh = lint("-j1", "--no-cache", "--output-format", "json", "news", least=least)
    assert (again.returncode, again.stdout, again.stderr) == (0, fresh.stdout, "")


@needs_proc
@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL"])
def test_no_worker_outlives_its_parent(home: Path, name: str) -> None:
    write(30, a03=f"send {name} parent")
    run = lint("-j2", "news")  # until the last who holds standard error has gone
    assert (run.returncode, run.stdout, run.stderr) == (-getattr(signal, name), "", "")
    (worker,) = Path("busy").read_text(encoding="utf-8").split()
    assert not alive(int(worker))
