"""lintnews.archive.records: a page as plain data."""

from __future__ import annotations

from lintnews.archive.pages import Archive
from lintnews.archive.records import COLUMNS, record, rows
from tests.archive.test_likeness import story


def test_a_page_says_what_is_not_known() -> None:
    archive = Archive()
    archive.add(story("b.txt", "Mayor Runa Holt came.", None))
    (page,) = archive.find("Holt")
    data = record(archive, page, [])
    assert (data["first"], data["last"]) == (None, None)
    assert data["titles"] == [{"title": "Mayor", "articles": 1, "first": None, "last": None}]
    assert data["spellings"][0]["places"] == [{"path": "b.txt", "published": None, "start": 6, "end": 15, "line": 1}]
    assert [dict(zip(COLUMNS, row, strict=True))["spelling"] for row in rows(archive, page)] == ["Runa Holt"]
