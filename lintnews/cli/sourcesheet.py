"""Who is cited over many articles as text for people: a table in sorts, and the page of one source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.cli.facttable import aligned
from lintnews.cli.namesheet import articles, worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.archive.sources import SourceArchive, SourcePage

HEADS = {
    "person": "people",
    "organisation": "organisations",
    "body": "organisations without a name",
    "document": "documents",
    "role": "a role without a name",
    "collective": "collectives",
    "anonymous": "anonymous",
    "unknown": "not known what they are",
}
COLUMNS = ("source", "articles", "cited", "direct", "%", "words", "as")
DATED = ("source", "articles", "first", "last", *COLUMNS[2:])


def ledger(archive: SourceArchive, limit: int | None, columns: int) -> Iterator[str]:
    """A table for each sort of source, headed by its share of all attributions."""
    everything = archive.sorted()
    total = sum(page.count for page in everything)
    dated = any(held.published for held in archive.articles)
    head_row = list(DATED if dated else COLUMNS)
    right = frozenset(range(1, len(head_row) - 1))
    yield f"{articles(len(archive.articles))}, {attributions(total)}"
    for sort, head in HEADS.items():
        members = [page for page in everything if page.sort == sort]
        if not members:
            continue
        count, direct = sum(page.count for page in members), sum(page.direct for page in members)
        yield ""
        yield f"{head} ({len(members)}): {attributions(count)}, {100 * count / total:.0f} % of all; {direct} direct"
        rows = [head_row, *(cells(archive, page, dated=dated) for page in members[:limit])]
        if not any(page.roles for page in members[:limit]):
            rows = [row[:-1] for row in rows]
        yield from aligned(rows, indent=2, columns=columns if len(rows[0]) == len(head_row) else 0, right=right)
        if limit and len(members) > limit:
            yield f"  and {len(members) - limit} more"


def attributions(count: int) -> str:
    """So many attributions."""
    return f"{count} attribution{'' if count == 1 else 's'}"


def cells(archive: SourceArchive, page: SourcePage, *, dated: bool) -> list[str]:
    """A source as a row of the table, with the dates of the first and the last article if there are any."""
    dates = [date or "-" for date in archive.period(page)] if dated else []
    counts = [str(page.count), str(page.direct), f"{100 * page.direct / page.count:.0f}", str(page.words)]
    return [page.name, str(page.articles), *dates, *counts, "; ".join(roles(page)) or "-"]


def roles(page: SourcePage) -> list[str]:
    """The roles that a source was told with, the most frequent first."""
    return [role for role, _ in sorted(page.roles.items(), key=lambda told: (-told[1], told[0]))]


def source_pages(archive: SourceArchive, found: Sequence[SourcePage], columns: int) -> Iterator[str]:
    """Everything on some sources: each article that cites them, and where first."""
    for number, page in enumerate(found):
        if number:
            yield ""
        yield from worded(f"{page.name}", f": {page.sort}, {articles(page.articles)}, {told(page)}", columns)
        if page.roles:
            yield from worded("  as", f" {'; '.join(roles(page))}", columns)
        for citing in page.citings():
            held = archive.articles[citing.article]
            dated = f"{held.published}, " if held.published else ""
            cited = f"{citing.times} cited, {citing.direct} direct, {citing.words} words"
            yield from worded(f"  {held.path}:{citing.line}", f"  {dated}{cited}", columns)


def told(page: SourcePage) -> str:
    """How often and how a source is cited."""
    return f"{page.count} cited, {page.direct} direct, {page.words} words"
