"""`lintnews.cli`: what holds for every command."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import lintnews
import lintnews.cli.check
from tests.cli.desk import CLEAN, FAULTY

if TYPE_CHECKING:
    from tests.cli.desk import Desk


def test_version(desk: Desk) -> None:
    for words in (("--version",), ("-V",), ("check", "--version")):
        assert desk.run(*words) == (0, f"lintnews {lintnews.__version__}\n", "")


@pytest.mark.parametrize("command", ["check", "explain", "facts", "init", "test"])
def test_every_command_has_help(desk: Desk, command: str) -> None:
    answer = desk.run(command, "--help")
    assert answer.code == 0
    assert "usage: lintnews" in answer.out


def raising(problem: BaseException) -> object:
    def run(arguments: list[str]) -> int:
        raise problem

    return run


def test_an_interrupt_is_one_line_and_130(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lintnews.cli.check, "run", raising(KeyboardInterrupt()))
    assert desk.run() == (130, "", "lintnews: interrupted\n")


def test_a_bug_of_ours_is_shown_whole_with_a_word_on_reporting_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lintnews.cli.check, "run", raising(ZeroDivisionError("oops")))
    answer = desk.run()
    assert answer.code == 2
    assert "Traceback" in answer.err
    assert "ZeroDivisionError: oops" in answer.err
    assert answer.err.splitlines()[-1].startswith("lintnews: this is a bug in lintnews: please report it")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way there")
def test_a_closed_pipe_is_quiet(desk: Desk) -> None:
    for number in range(50):
        desk.write(f"{number}.md", FAULTY)
    command = f"{sys.executable} -m lintnews . --no-cache -j1 | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=desk.home, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way there")
def test_facts_into_a_closed_pipe_have_not_failed(desk: Desk) -> None:
    for number in range(50):
        desk.write(f"{number}.md", FAULTY * 20)
    command = f"{sys.executable} -m lintnews facts . | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=desk.home, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_slip_in_a_command_is_told_the_command_and_a_path_is_a_path(desk: Desk) -> None:
    assert "did you mean the command `lintnews check`?" in desk.run("chekc").err
    desk.write("chekc", CLEAN)
    assert "did you mean" not in desk.run("chekc").err


def test_json_is_utf_8_in_any_locale(desk: Desk) -> None:
    desk.write("a.md", FAULTY.replace("Portmere", "Pörtmére"))
    done = subprocess.run(
        [sys.executable, "-m", "lintnews", "a.md", "--output-format", "json-lines"],
        capture_output=True,
        cwd=desk.home,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": ""},
        check=False,
    )
    assert done.stderr == b""
    done.stdout.decode("utf-8")


def test_clean_json_has_the_wire_fields(desk: Desk) -> None:
    import json

    desk.write("a.md", CLEAN)
    record = json.loads(desk.run("a.md", "--output-format", "json").out)
    assert set(record) >= {"version", "tool", "findings", "errors", "summary"}
    assert set(record["summary"]) >= {
        "targets",
        "corpus",
        "rules",
        "compared",
        "error",
        "warning",
        "note",
        "suppressed",
    }
