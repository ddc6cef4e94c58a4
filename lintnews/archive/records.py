"""Pages as plain data, for JSON lines, and as rows, for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.archive.pages import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.archive.pages import Archive, Like, Page

COLUMNS = ("name", "kind", "resolved", "articles", "mentions", "spelling", "path", "line", "start", "end", "published")


def record(archive: Archive, page: Page, likes: list[Like]) -> dict[str, Any]:
    """A page: spellings with all their places, titles in the order of time, like names.

    `start`, `end` and `line` are of the file as it is on disk; dates are ISO 8601 or null.
    """
    first, last = archive.period(page.articles)
    return {
        "name": page.name,
        "kind": page.kind,
        "resolved": page.resolved,
        "articles": len(page.articles),
        "mentions": page.mentions,
        "first": first or None,
        "last": last or None,
        "titles": [
            {"title": title, "articles": len(numbers), "first": since or None, "last": until or None}
            for title, numbers, since, until in archive.titles(page)
        ],
        "spellings": [
            {
                "text": form,
                "mentions": page.count(form),
                "articles": len(set(packed[::4])),
                "places": [
                    {
                        "path": archive.articles[place.article].path,
                        "published": archive.articles[place.article].published or None,
                        "start": place.start,
                        "end": place.end,
                        "line": place.line,
                    }
                    for place in places(packed)
                ],
            }
            for form, packed in page.spellings()
        ],
        "like": [
            {
                "name": like.page.name,
                "articles": len(like.page.articles),
                "mentions": like.page.mentions,
                "differs": like.differs,
            }
            for like in likes
        ],
    }


def rows(archive: Archive, page: Page) -> Iterator[list[Any]]:
    """A row a mention, in the order of COLUMNS."""
    head = [page.name, page.kind, "true" if page.resolved else "false", len(page.articles), page.mentions]
    for form, packed in page.spellings():
        for place in places(packed):
            held = archive.articles[place.article]
            yield [*head, form, held.path, place.line, place.start, place.end, held.published]
