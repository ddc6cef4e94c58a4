"""Pages and sources as plain data, for JSON lines, and as rows, for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from lintnews.archive.pages import places
from lintnews.credibility import credibility

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.archive.pages import Archive, Like, Page
    from lintnews.archive.sources import Source, SourceArchive, SourcePage
    from lintnews.model import Story

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


def source_record(source: Source) -> dict[str, Any]:
    """A source of one article; `start`, `end` and `line` are where it is first cited."""
    return {
        "start": source.start,
        "end": source.end,
        "line": source.line,
        "name": source.name,
        "kind": source.sort,
        "named": source.named,
        "roles": list(source.roles),
        "cited": source.times,
        "direct": source.direct,
        "words": source.words,
    }


def credibility_record(story: Story) -> dict[str, Any]:
    """The counts of an article's sourcing (see `lintnews.credibility.Credibility`)."""
    return dict(msgspec.structs.asdict(credibility(story)))


def ledger_record(archive: SourceArchive, page: SourcePage) -> dict[str, Any]:
    """A source over all articles, with a place for each article that cites it."""
    first, last = archive.period(page)
    return {
        "name": page.name,
        "kind": page.sort,
        "named": page.named,
        "roles": [{"role": role, "articles": count} for role, count in page.roles.items()],
        "articles": page.articles,
        "first": first or None,
        "last": last or None,
        "cited": page.count,
        "direct": page.direct,
        "direct_share": round(page.direct / page.count, 3),
        "words": page.words,
        "places": [
            {
                "path": archive.articles[citing.article].path,
                "published": archive.articles[citing.article].published or None,
                "start": citing.start,
                "end": citing.end,
                "line": citing.line,
                "cited": citing.times,
                "direct": citing.direct,
                "words": citing.words,
            }
            for citing in page.citings()
        ],
    }


LEDGER = ("name", "kind", "named", "roles", "articles", "first", "last", "cited", "direct", "direct_share", "words")


def ledger_row(archive: SourceArchive, page: SourcePage) -> list[Any]:
    """A source over all articles as a row, in the order of LEDGER."""
    counts = [page.count, page.direct, round(page.direct / page.count, 3), page.words]
    return [*_head(page), page.articles, *archive.period(page), *counts]


CITINGS = ("name", "kind", "named", "roles", "path", "line", "published", "cited", "direct", "words")


def citing_rows(archive: SourceArchive, page: SourcePage) -> Iterator[list[Any]]:
    """A row an article that cites the source, in the order of CITINGS."""
    for citing in page.citings():
        held = archive.articles[citing.article]
        yield [*_head(page), held.path, citing.line, held.published, citing.times, citing.direct, citing.words]


def _head(page: SourcePage) -> list[str]:
    return [page.name, page.sort, "true" if page.named else "false", "; ".join(page.roles)]
