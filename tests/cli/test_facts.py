"""`lintnews facts`, and the records of lintnews.factsheet that it prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.desk import Desk

STORY = (
    "---\ndate: 2025-03-06\n---\n# Quay to close\n\n"
    "Mayor Ida Brandt said on March 4, 2025, that 340 workers would rebuild the wall.\n"
)


def test_people_get_tables(desk: Desk) -> None:
    desk.write("a.md", STORY)
    text = desk.run("facts", "a.md").out
    assert text.startswith("a.md\n  Quay to close\n  published 2025-03-06\n")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "Ida Brandt: Mayor" in lines
    assert "Ida Brandt 1 a.md:6" in lines
    assert "6 340 workers 340 - count plain workers" in lines or "6 340 340 - count plain workers" in lines
    assert "6 March 4, 2025 2025-03-04" in lines


def test_programs_get_a_line_of_json_an_article(desk: Desk) -> None:
    desk.write("a.md", STORY)
    desk.write("b.txt", "Nothing.\n")
    records = [json.loads(line) for line in desk.run("facts", ".", "--output-format", "json").out.splitlines()]
    assert [record["path"] for record in records] == ["a.md", "b.txt"]
    name = records[0]["names"][0]
    assert STORY[name["start"] : name["end"]] == name["text"]


def test_kinds_are_chosen(desk: Desk) -> None:
    desk.write("a.md", STORY)
    record = json.loads(desk.run("facts", "a.md", "--kind", "dates,names", "--output-format", "json").out)
    assert {"names", "dates"} <= set(record)
    assert "figures" not in record
    text = desk.run("facts", "a.md", "--kind", "dates").out
    assert "dates (1)" in text
    assert "people (" not in text


def test_csv_is_a_table_of_one_kind(desk: Desk) -> None:
    desk.write("a.md", STORY)
    desk.write("b.md", STORY)
    lines = desk.run("facts", ".", "--kind", "dates", "--output-format", "csv").out.splitlines()
    assert lines[0].startswith("path,start,end,text,value")
    assert [line.split(",")[0] for line in lines[1:]] == ["a.md", "b.md"]


@pytest.mark.parametrize(
    ("words", "told"),
    [(("--output-format", "csv"), "csv is a table of one kind"), (("--kind", "figurs"), '(did you mean "figures"?)')],
)
def test_mistakes_end_in_2(desk: Desk, words: tuple[str, ...], told: str) -> None:
    answer = desk.run("facts", ".", *words)
    assert answer.code == 2
    assert told in answer.err


def test_what_cannot_be_read_is_said_and_the_rest_is_shown(desk: Desk) -> None:
    desk.write("a.md", STORY)
    desk.write("b.md", b"\x00")
    answer = desk.run("facts", ".", "--output-format", "json")
    assert answer.code == 2
    assert answer.out.count("\n") == 1
    assert "lintnews: b.md: " in answer.err
