"""Figures over time as text for people: a block a story, a table a subject, a line a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.cli.facttable import aligned, interval
from lintnews.cli.namesheet import articles, worded
from lintnews.reporters.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.archive.timelines import Given, Timelines, Told

HEADS = ("as of", "figure", "means", "of", "source", "quoted", "where")
COLUMNS = (
    *("story", "slot", "counted", "unit", "as_of", "published", "figure", "noun", "low", "high", "value"),
    *("source", "quoted", "path", "line", "start", "end"),
)


def timeline(archive: Timelines, stories: Sequence[Told], hidden: int, columns: int) -> Iterator[str]:
    """The stories, and at the end what is not shown."""
    for number, told in enumerate(stories):
        if number:
            yield ""
        yield from worded(told.headline or told.articles[0].path, "", columns)
        first, last = told.period
        dated = f", {first}" if first == last and first else f", {first} to {last}" if first else ""
        yield f"{articles(len(told.articles))}{dated}: {figures(told.size)}"
        for subject, found in told.subjects:
            yield ""
            yield f"  {printable(subject.title)}"
            rows = [list(HEADS), *(cells(archive, one) for one in found)]
            shown = [[cell for keep, cell in zip(kept(rows), row, strict=True) if keep] for row in rows]
            yield from aligned(shown, whole=frozenset({len(shown[0]) - 1}))
    if hidden or archive.left_out:
        yield from [""] if stories else []
    if hidden:
        yield f"{hidden} more stor{'y' if hidden == 1 else 'ies'} (--limit)"
    if archive.left_out:
        yield f"{figures(archive.left_out)} that only one article of a story gives: --all shows them"


def kept(rows: Sequence[Sequence[str]]) -> list[bool]:
    """Which columns a table needs: those that say something in one of its rows."""
    return [any(row[at] for row in rows[1:]) for at in range(len(HEADS))]


def cells(archive: Timelines, one: Given) -> list[str]:
    """A figure as a row; the day is in brackets if it is only that of the article."""
    card = archive.card(one)
    published = f"({card.published.isoformat()})" if card.published else "-"
    where = f"{card.path}:{' '.join(map(str, one.lines))}"
    exact = one.low == one.high and one.low is not None
    means = "" if exact else interval(one.low, one.high)
    return [one.as_of or published, one.text, means, one.noun, one.source or "", "quoted" if one.quoted else "", where]


def figures(count: int) -> str:
    """So many figures."""
    return f"{count} figure{'' if count == 1 else 's'}"


def record(archive: Timelines, told: Told) -> dict[str, Any]:
    """A story as plain data; `start`, `end`, `lines` are of the file as it is on disk, dates are ISO 8601 or null."""
    first, last = told.period
    return {
        "headline": told.headline or None,
        "first": first or None,
        "last": last or None,
        "articles": [{"path": card.path, "published": card.published} for card in told.articles],
        "subjects": [
            {**subject._asdict(), "unit": subject.unit or None, "figures": [given(archive, one) for one in found]}
            for subject, found in told.subjects
        ],
    }


def given(archive: Timelines, one: Given) -> dict[str, Any]:
    """A figure as plain data."""
    card = archive.card(one)
    fields = ("text", "noun", "low", "high", "value", "as_of", "source", "quoted", "start", "end", "lines")
    return {"path": card.path, "published": card.published, **{name: getattr(one, name) for name in fields}}


def table(archive: Timelines, stories: Sequence[Told]) -> Iterator[list[Any]]:
    """A row a figure, in the order of COLUMNS; stories are numbered."""
    for number, told in enumerate(stories, 1):
        for subject, found in told.subjects:
            for one in found:
                card = archive.card(one)
                quoted = "true" if one.quoted else "false"
                value = [one.text, one.noun, one.low, one.high, one.value, one.source, quoted]
                place = [card.path, one.lines[0], one.start, one.end]
                yield [number, *subject, one.as_of, card.published, *value, *place]
