"""`lintnews facts --kind sources`: who is cited, how often, as what, named or not, directly or not."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.archive.test_sources import PIER, QUAY

if TYPE_CHECKING:
    from tests.cli.desk import Desk


@pytest.fixture
def archive(desk: Desk) -> Desk:
    """Two articles of one newsroom."""
    desk.write("news/pier.md", f"---\ndate: 2025-06-20\n---\n# {PIER}")
    desk.write("news/quay.md", f"---\ndate: 2025-03-06\n---\n# {QUAY}")
    return desk


def plain(text: str) -> list[str]:
    """Lines with single spaces."""
    return [" ".join(line.split()) for line in text.splitlines()]


def test_an_article_has_a_table_of_its_sources(archive: Desk) -> None:
    lines = plain(archive.run("facts", "--kind", "sources", "news/quay.md").out)
    assert "line source kind cited direct words as" in lines
    assert any(line.startswith("6 Runa Holt person 2 1 ") and line.endswith(" harbour master") for line in lines)
    assert any(line.startswith("8 A source anonymous 1 0 ") for line in lines)


def test_over_a_folder_the_sorts_have_their_share(archive: Desk) -> None:
    lines = plain(archive.run("facts", "--kind", "sources", "--across", "news").out)
    assert lines[0] == "2 articles, 7 attributions"
    assert "people (1): 3 attributions, 43 % of all; 1 direct" in lines
    assert "collectives (1): 3 attributions, 43 % of all; 0 direct" in lines
    assert "anonymous (1): 1 attribution, 14 % of all; 0 direct" in lines
    row = next(line for line in lines if line.startswith("Runa Holt "))
    assert row.startswith("Runa Holt 2 2025-03-06 2025-06-20 3 1 33 ")
    assert row.endswith(" Mayor; harbour master")


def test_one_source_has_a_line_an_article(archive: Desk) -> None:
    lines = plain(archive.run("facts", "--kind", "sources", "--name", "Holt", "news").out)
    assert lines[0].startswith("Runa Holt: person, 2 articles, 3 cited, 1 direct, ")
    assert [line.split(",")[0] for line in lines[2:]] == ["news/pier.md:6 2025-06-20", "news/quay.md:6 2025-03-06"]


def test_a_source_that_is_never_cited_is_one_line(archive: Desk) -> None:
    answer = archive.run("facts", "--kind", "sources", "--name", "Runa Hold", "news")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == 'lintnews: no source is called "Runa Hold" in 2 articles (did you mean "Runa Holt"?)\n'


def test_json_and_csv_over_a_folder(archive: Desk) -> None:
    out = archive.run("facts", "--kind", "sources", "--across", "news", "--output-format", "json").out
    pages = {page["name"]: page for page in map(json.loads, out.splitlines())}
    assert (pages["Runa Holt"]["articles"], pages["Runa Holt"]["cited"]) == (2, 3)
    for place in pages["Runa Holt"]["places"]:
        source = (archive.home / place["path"]).read_text(encoding="utf-8")
        assert "Holt" in source[place["start"] : place["end"]]
    table = archive.run("facts", "--kind", "sources", "--across", "news", "--output-format", "csv").out
    rows = [row for row in csv.DictReader(io.StringIO(table)) if row["name"] == "Runa Holt"]
    assert [(row["articles"], row["first"], row["last"], row["cited"], row["direct_share"]) for row in rows] == [
        ("2", "2025-03-06", "2025-06-20", "3", "0.333")
    ]
    page = archive.run("facts", "--kind", "sources", "--name", "Holt", "news", "--output-format", "csv").out
    assert [(row["path"], row["cited"], row["direct"]) for row in csv.DictReader(io.StringIO(page))] == [
        ("news/pier.md", "1", "0"),
        ("news/quay.md", "2", "1"),
    ]


def test_json_of_an_article_has_them_only_if_asked(archive: Desk) -> None:
    asked = json.loads(
        archive.run("facts", "--kind", "sources,credibility", "news/quay.md", "--output-format", "json").out
    )
    assert asked["sources"][0]["name"] == "Runa Holt"
    assert asked["credibility"]["people"] == 1
    assert "score" not in asked["credibility"]
    unasked = json.loads(archive.run("facts", "news/quay.md", "--output-format", "json").out)
    assert not {"sources", "credibility"} & set(unasked)


def test_credibility_of_a_folder_is_a_row_an_article(archive: Desk) -> None:
    out = archive.run("facts", "--kind", "credibility", "news", "--output-format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["path"], row["people"], row["anonymous"]) for row in rows] == [
        ("news/pier.md", "1", "0"),
        ("news/quay.md", "1", "1"),
    ]
    assert "anonymous 1" in plain(archive.run("facts", "--kind", "credibility", "news/quay.md").out)


def test_no_attributions_are_no_division(desk: Desk) -> None:
    desk.write("a.md", "# Tide\n\nThe tide came in.\n")
    assert desk.run("facts", "--kind", "sources", "--across", "a.md").out == "1 article, 0 attributions\n"
