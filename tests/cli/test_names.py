"""`lintnews facts --kind names`: who is in an article, every spelling and where; and their pages over all articles."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.desk import Desk

QUAY = (
    "---\ndate: 2025-03-06\n---\n# Brandt closes the quay\n\n"
    "Harbour union leader Ida Brandt told the Portmere Chronicle that the quay would close in May.\n\n"
    "Tomas Wexel, the chairman of the Portmere Harbour Board, agreed. Ms Brandt and Wexel will meet again in Oslo.\n"
)
FERRY = (
    "---\ndate: 2025-06-20\n---\n# Ferries return\n\n"
    "Mayor Ida Brandt opened the new pier on Friday.\n\nBrandt thanked Thomas Wexel for his patience.\n"
)
TWINS = "# Wall to be rebuilt\n\nIda Brandt laid a stone. Karl Brandt laid another.\n\nBrandt spoke for an hour.\n"


@pytest.fixture
def archive(desk: Desk) -> Desk:
    """Three articles of one newsroom."""
    desk.write("news/ferry.md", FERRY)
    desk.write("news/quay.md", QUAY)
    desk.write("news/wall.md", TWINS)
    return desk


def plain(text: str) -> list[str]:
    """Lines with single spaces."""
    return [" ".join(line.split()) for line in text.splitlines()]


def test_a_person_is_one_entry_with_every_spelling(archive: Desk) -> None:
    lines = plain(archive.run("facts", "--kind", "names", "news/quay.md").out)
    at = lines.index("Ida Brandt: Harbour union leader")
    assert lines[at + 1 : at + 3] == ["Ida Brandt 1 news/quay.md:6", "Brandt 2 news/quay.md:4 8"]
    assert "Tomas Wexel: chairman of the Portmere Harbour Board" in lines
    assert lines.index("people (2)") < lines.index("places (1)")


def test_a_bare_name_of_two_people_is_not_resolved(archive: Desk) -> None:
    lines = plain(archive.run("facts", "--kind", "names", "news/wall.md").out)
    at = lines.index("Brandt: Ida Brandt or Karl Brandt?")
    assert lines[at + 1] == "Brandt 1 news/wall.md:5"
    assert lines.index("not resolved (1)") == at - 1


def test_like_names_of_an_article_point_at_each_other(desk: Desk) -> None:
    desk.write("a.md", "# Vote\n\nPetra Lindqvist said no. Later Petra Lindqist said yes.\n")
    lines = plain(desk.run("facts", "--kind", "names", "a.md").out)
    assert "like Petra Lindqist (the surname differs)" in lines
    assert "like Petra Lindqvist (the surname differs)" in lines


def test_several_articles_are_several_sheets(archive: Desk) -> None:
    text = archive.run("facts", "--kind", "names", "news").out
    assert [line for line in text.splitlines() if line.startswith("news/")] == [
        "news/ferry.md",
        "news/quay.md",
        "news/wall.md",
    ]


def test_across_makes_a_page_a_name(archive: Desk) -> None:
    lines = plain(archive.run("facts", "--across", "news").out)
    at = lines.index("Ida Brandt: 3 articles, 6 mentions, 2025-03-06 to 2025-06-20")
    assert lines[at + 1] == "as Harbour union leader (1 article, 2025-03-06); Mayor (1 article, 2025-06-20)"
    assert lines[at + 2] == "Ida Brandt 3 news/ferry.md:6 news/quay.md:6 news/wall.md:3"
    assert lines[at + 3] == "Brandt 3 news/ferry.md:8 news/quay.md:4 8"
    assert lines[0] == "people"
    assert lines[2] == lines[at], "the most often told of comes first"


def test_like_names_are_not_merged(archive: Desk) -> None:
    records = [
        json.loads(line)
        for line in archive.run("facts", "--across", "news", "--output-format", "json").out.splitlines()
    ]
    pages = {record["name"]: record for record in records}
    assert pages["Tomas Wexel"]["articles"] == pages["Thomas Wexel"]["articles"] == 1
    assert [like["name"] for like in pages["Tomas Wexel"]["like"]] == ["Thomas Wexel"]
    assert pages["Ida Brandt"]["like"] == []


def test_the_register_says_that_two_spellings_are_one_person(archive: Desk) -> None:
    archive.write("register.yaml", "people:\n  - name: Tomas Wexel\n    spellings: [Thomas Wexel]\n")
    archive.write(".lintnews.yaml", "register: register.yaml\n")
    lines = plain(archive.run("facts", "--name", "Tomas Wexel", "news").out)
    assert "like Thomas Wexel (1 article; one person, says the register)" in lines


def test_json_has_every_place_in_the_file(archive: Desk) -> None:
    page = json.loads(archive.run("facts", "--name", "Ida Brandt", "news", "--output-format", "json").out)
    assert (page["first"], page["last"], page["mentions"]) == ("2025-03-06", "2025-06-20", 6)
    places = [(spelling["text"], place) for spelling in page["spellings"] for place in spelling["places"]]
    assert len(places) == 6
    for text, place in places:
        source = (archive.home / place["path"]).read_text(encoding="utf-8")
        assert source[place["start"] : place["end"]] == text
        assert source[: place["start"]].count("\n") + 1 == place["line"]


def test_csv_is_a_row_a_mention(archive: Desk) -> None:
    out = archive.run("facts", "--name", "Wexel", "news", "--output-format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["name"], row["spelling"], row["path"], row["line"]) for row in rows] == [
        ("Tomas Wexel", "Tomas Wexel", "news/quay.md", "8"),
        ("Tomas Wexel", "Wexel", "news/quay.md", "8"),
        ("Thomas Wexel", "Thomas Wexel", "news/ferry.md", "8"),
    ]
    assert {row["like"] for row in rows} == {"Tomas Wexel", "Thomas Wexel"}


@pytest.mark.parametrize("wanted", ["Ida Brandt", "ida brandt", "Brandt", "Ida  Brandt"])
def test_a_page_is_found_by_any_form_of_the_name(archive: Desk, wanted: str) -> None:
    assert "Ida Brandt: 3 articles, 6 mentions" in archive.run("facts", "--name", wanted, "news").out


def test_nobody_of_that_name_is_one_line(archive: Desk) -> None:
    answer = archive.run("facts", "--name", "Ida Brant", "news")
    assert (answer.code, answer.out) == (0, "")
    assert (
        answer.err == 'lintnews: nobody and nothing is named "Ida Brant" in 3 articles (did you mean "Ida Brandt"?)\n'
    )


def test_a_long_page_is_cut_unless_it_was_asked_for(desk: Desk) -> None:
    for number in range(9):
        desk.write(f"{number}.md", f"# Day {number}\n\nRunar Osk of Portmere rowed on.\n")
    assert "and 6 more articles" in desk.run("facts", "--across", ".").out
    page = desk.run("facts", "--name", "Runar Osk", ".").out
    assert "more" not in page
    assert all(f"{number}.md:3" in page for number in range(9))


def test_the_limit_is_for_each_sort(archive: Desk) -> None:
    lines = archive.run("facts", "--across", "--limit", "1", "news").out.splitlines()
    assert len([line for line in lines if line.startswith("  ") and line[2] != " "]) == len(
        [line for line in lines if line and line[0] != " "]
    )


def test_lines_fit_the_terminal(archive: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for arguments in (("--kind", "names"), ("--across",)):
        assert max(map(len, archive.run("facts", *arguments, "news").out.splitlines())) <= 60


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--across", "--kind", "dates"), "--across and --name make pages of one kind"),
        (("--across", "--kind", "names,dates"), "--across and --name make pages of one kind"),
        (("--limit", "3"), "--limit counts pages"),
    ],
)
def test_pages_of_what_has_none_are_refused(archive: Desk, words: tuple[str, ...], told: str) -> None:
    answer = archive.run("facts", "news", *words)
    assert answer.code == 2
    assert told in answer.err


def test_order_of_arguments_changes_nothing(archive: Desk) -> None:
    one = archive.run("facts", "--across", "news/ferry.md", "news/quay.md", "news/wall.md").out
    assert archive.run("facts", "--across", "news/wall.md", "news/quay.md", "news/ferry.md").out == one


def test_an_acronym_stands_with_its_organisation(desk: Desk) -> None:
    desk.write("a.md", "# Board\n\nThe Harbour Safety Board (HSB) met on Monday. The HSB will meet again.\n")
    lines = plain(desk.run("facts", "--kind", "names", "a.md").out)
    assert "Harbour Safety Board 1 a.md:3" in lines
    assert "HSB 2 a.md:3" in lines
