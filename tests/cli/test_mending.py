"""`--fix` and `--diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.desk import CLEAN, PROMPT

if TYPE_CHECKING:
    from tests.cli.desk import Desk

WORDS = ("--select", "read-more-link")


def test_diff_shows_and_writes_nothing(desk: Desk) -> None:
    path = desk.write("a.md", PROMPT)
    answer = desk.run("a.md", "--diff", *WORDS)
    assert answer.code == 1
    assert "-Read more: Ferries to leave from the fish market\n" in answer.out
    assert path.read_text(encoding="utf-8") == PROMPT
    desk.write("a.md", CLEAN)
    assert desk.run("a.md", "--diff", *WORDS) == (0, "", "")


def test_fix_mends_and_reports_what_is_left(desk: Desk) -> None:
    path = desk.write("a.md", PROMPT.replace("\n", "\r\n"))
    answer = desk.run("a.md", "--fix", *WORDS)
    assert answer.code == 0
    assert answer.out.startswith("All clear")
    assert answer.err == "lintnews: mended 1 in 1 file\n"
    text = path.read_bytes().decode()
    assert "Read more" not in text
    assert text.startswith(CLEAN.replace("\n", "\r\n"))


def test_fix_of_standard_input_prints_the_mended_article(desk: Desk) -> None:
    answer = desk.run("-", "--stdin-filename", "a.md", "--fix", *WORDS, given=PROMPT)
    assert "Read more" not in answer.out
    assert answer.out.startswith(CLEAN)
    assert "All clear" in answer.err


def test_nothing_to_mend_leaves_the_file_alone(desk: Desk) -> None:
    path = desk.write("a.md", CLEAN)
    before = path.stat().st_mtime_ns
    assert desk.run("a.md", "--fix", *WORDS).code == 0
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_diff_can_be_read_whatever_the_file_is_written_in(desk: Desk, encoding: str, line_end: str) -> None:
    text = "The board closed the the quay, said Núñez.\n\nNone came.\n".replace("\n", line_end)
    desk.write("a.txt", "").write_bytes(text.encode(encoding))
    shown = desk.run("a.txt", "--diff", "--select", "doubled-word").out.splitlines()
    assert "-The board closed the the quay, said Núñez." in shown
    assert "+The board closed the quay, said Núñez." in shown
    assert " None came." in shown
