"""The progress line: shown on a terminal after a second, wiped before the report, absent everywhere else."""

from __future__ import annotations

import io
import os
import pstats
import select
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from lintnews.cli.progress import WIPE, Progress, duration, told
from lintnews.cli.statistics import statistics
from lintnews.report import Report
from tests.cli.desk import CLEAN, FAULTY

if TYPE_CHECKING:
    from tests.cli.desk import Desk


class Clock:
    """A clock that stands still until it is set."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def watch(columns: int = 80) -> tuple[Progress, Clock, io.StringIO]:
    """A progress line over a clock of ours."""
    clock, stream = Clock(), io.StringIO()
    return Progress(stream, columns, clock), clock, stream


def test_a_run_of_less_than_a_second_says_nothing() -> None:
    progress, clock, stream = watch()
    for done in range(1, 101):
        clock.now += 0.009
        progress(done, 100)
    progress.close()
    assert stream.getvalue() == ""


def test_done_of_all_rate_and_time_left_are_shown_and_wiped() -> None:
    progress, clock, stream = watch()
    clock.now += 2
    progress(1000, 10_000)
    assert stream.getvalue() == f"{WIPE}1,000 of 10,000 articles (10%), 500 a second, 19 s left"
    clock.now += 0.05
    progress(1025, 10_000)  # too soon for another line
    clock.now += 2
    progress(10_000, 10_000)
    progress.close()
    assert stream.getvalue().endswith(f"{WIPE}10,000 articles read, comparing them{WIPE}")
    assert stream.getvalue().count("of 10,000") == 1


def test_comparing_is_counted_too_at_a_rate_of_its_own() -> None:
    progress, clock, stream = watch()
    clock.now += 2
    progress(10_000, 10_000)
    clock.now += 0.05
    progress(100, 10_000, "compared")
    clock.now += 1
    progress(200, 10_000, "compared")
    assert stream.getvalue().endswith("200 of 10,000 articles compared (2%), 182 a second, 54 s left")
    clock.now += 1
    progress(10_000, 10_000, "compared")
    assert stream.getvalue().endswith(f"{WIPE}10,000 articles compared")


def test_the_rate_is_of_late() -> None:
    progress, clock, stream = watch()
    clock.now += 2
    progress(50_000, 100_000)  # from the cache
    for _ in range(30):
        clock.now += 1
        progress(progress_done := 50_000 + int(clock.now - 102) * 10, 100_000)
    assert progress_done == 50_300
    assert stream.getvalue().endswith("50,300 of 100,000 articles (50%), 10 a second, 1 h 22 min left")


def test_a_second_round_counts_afresh() -> None:
    progress, clock, stream = watch()
    clock.now += 2
    progress(50_000, 50_000)
    clock.now += 2
    progress(10, 20)
    assert stream.getvalue().endswith(f"{WIPE}10 of 20 articles (50%), 100 a second, 1 s left")


def test_a_narrow_terminal_gets_one_line() -> None:
    progress, clock, stream = watch(columns=20)
    clock.now += 2
    progress(1000, 10_000)
    assert len(stream.getvalue().removeprefix(WIPE)) < 20


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (58.5, "59 s"), (59.2, "1 min 00 s"), (3599.5, "1 h 00 min"), (9000, "2 h 30 min")],
)
def test_time_left_is_as_coarse_as_it_is_long(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_a_standstill_promises_nothing() -> None:
    assert told(1, 10, 0.0) == "1 of 10 articles (10%)"


SLOW = """
import os, sys
import lintnews.cli.progress as progress
progress.PATIENCE = 0.0
from lintnews.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def terminal(desk: Desk, *words: str, **settings: str) -> tuple[str, str]:
    """Standard output, and what a terminal gets on standard error, of a run that loses its patience at once."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    running = subprocess.Popen(
        [sys.executable, "-c", SLOW, *words],
        cwd=desk.home,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**environment, "TERM": "xterm", **settings},
    )
    os.close(theirs)
    out = running.communicate()[0].decode()
    shown = b""
    while select.select([ours], [], [], 0)[0]:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    return out, shown.decode()


def test_on_a_terminal_it_is_shown_and_the_report_is_the_same(desk: Desk) -> None:
    desk.write("a.md", FAULTY)
    desk.write("b.md", CLEAN)
    words = ("--select", "repeated-paragraph", "--no-cache")
    out, shown = terminal(desk, *words)
    assert out == desk.run(*words).out
    assert "1 of 2 articles (50%)" in shown
    assert shown.endswith(WIPE)


@pytest.mark.parametrize(("words", "settings"), [(("-q",), {}), ((), {"CI": "true"}), ((), {"TERM": "dumb"})])
def test_elsewhere_there_is_none(desk: Desk, words: tuple[str, ...], settings: dict[str, str]) -> None:
    desk.write("a.md", FAULTY)
    assert terminal(desk, "--select", "repeated-paragraph", *words, **settings)[1] == ""


def test_a_profile_is_written_for_pstats(desk: Desk) -> None:
    desk.write("a.md", FAULTY)
    assert desk.run("a.md", "--profile", "run.pstats", "--select", "duplicates").code == 1
    report = io.StringIO()
    pstats.Stats(str(desk.home / "run.pstats"), stream=report).print_stats("inspect")
    assert "repeats.py" in report.getvalue()
    answer = desk.run("a.md", "--profile", "nowhere/run.pstats")
    assert (answer.code, answer.err) == (2, "lintnews: nowhere/run.pstats: --profile: No such file or directory\n")


def test_statistics_tell_the_time_of_every_rule_and_extractor(desk: Desk) -> None:
    desk.write("rules/style/shop-word.yaml", TERM.format("shop"))
    desk.write("rules/style/quay-word.yaml", TERM.format("quay"))
    desk.write(".lintnews.yaml", "rules: [rules/]\n")
    desk.write("a.md", CLEAN)
    answer = desk.run("a.md", "--statistics", "--select", "shop-word,quay-word,names")
    lines = answer.err.splitlines()
    assert "lintnews: cache: 0 of 1 articles" in lines
    told = [
        line.split(maxsplit=2)[2] for line in lines if line[:8].strip().replace(".", "").isdigit() and " s " in line
    ]
    assert told[0] == "time by rule, all processes together:"
    assert {"shop-word (check terms)", "quay-word (check terms)", "extract names", "read"} <= set(told)
    assert any(line.startswith("misspelled-name, ") and "across articles" in line for line in told)


def test_statistics_of_what_was_known_say_so() -> None:
    (line,) = statistics(Report(()), ())
    assert line.endswith("known from the last run (--no-cache measures it)")


TERM = """check: terms
level: note
message: "{{here}}"
options:
  terms: {{{0}: ""}}
why: Because.
examples:
  bad:
    - name: the word
      text: A {0} in town.
  good:
    - name: another
      text: A town.
"""
