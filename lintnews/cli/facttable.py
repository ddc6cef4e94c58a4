"""The facts of an article as aligned tables for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.reporters.printable import printable, width

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from lintnews.model import Story

    Fact = dict[str, Any]

LONGEST = 48  # columns of a cell


def tables(story: Story, record: dict[str, Any], kinds: Iterable[str], columns: int) -> str:
    """Path, headline and date, then the names by who they mean, and a table for every other kind that there is."""
    article = story.article
    source = article.source if article.coordinates == "source" else article.text  # what the record's offsets are into
    headline = (record["headline"] or {}).get("text")
    lines = [printable(record["path"])]
    lines += [f"  {printable(headline)}"] if headline else []
    dated = f"published {record['published']}" if record["published"] else "no publication date"
    about = [dated, *(f"{role}: {record[role]['text']}" for role in ("byline", "dateline") if record[role])]
    lines.append(f"  {printable('; '.join(about))}")
    for kind in kinds:
        facts = record[kind]
        if facts and kind == "names":
            from lintnews.archive.mentions import gather
            from lintnews.cli.namesheet import sheet

            lines += sheet(article.path, gather(story), columns)
        elif facts:
            facts = (
                [{"what": what, "value": value} for what, value in facts[0].items()] if kind == "credibility" else facts
            )
            gives = _COLUMNS[kind]
            rows = [[_cell(give(fact, source)) for give in gives.values()] for fact in facts]
            lines += [
                "",
                f"  {kind}" if kind == "credibility" else f"  {kind} ({len(facts)})",
                *aligned([list(gives), *rows]),
            ]
    return "\n".join(lines) + "\n"


def aligned(
    rows: list[list[str]],
    indent: int = 4,
    columns: int = 0,
    right: Container[int] = (),
    whole: Container[int] = (),
) -> list[str]:
    """Rows with their columns below each other, those in `right` at the right edge.

    Cells are cut to LONGEST except those in `whole`; with `columns`, the last is cut to what is left of the line.
    """
    rows = [
        [printable(cell) if at in whole else _cut(printable(cell), LONGEST) for at, cell in enumerate(row)]
        for row in rows
    ]
    sizes = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    if columns:
        room = max(columns - indent - sum(sizes[:-1]) - 2 * len(sizes[:-1]), 12)
        rows = [[*row[:-1], _cut(row[-1], room)] for row in rows]
    lines = []
    for row in rows:
        cells = []
        for number, (cell, size) in enumerate(zip(row, sizes, strict=True)):
            space = " " * (size - width(cell))
            cells.append(space + cell if number in right else cell + space)
        lines.append(" " * indent + "  ".join(cells).rstrip())
    return lines


def _cell(value: Any) -> str:
    if value is None or value == "":
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) and value < 1e6 else str(value)


def _cut(text: str, longest: int) -> str:
    """The text, or its beginning up to a space."""
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"


def _line(fact: Fact, source: str) -> int:
    start = fact["start"] if "start" in fact else min(span[0] for span in _spans(fact))
    return source.count("\n", 0, start) + 1


def _spans(fact: Fact) -> list[list[int]]:
    spans: list[list[int]] = [*fact["content"], *(fact[part] for part in ("cue", "source") if fact[part])]
    return spans or [[0, 0]]


def _words(fact: Fact, source: str) -> str:
    return source[fact["start"] : fact["end"]]


def _field(name: str) -> Callable[[Fact, str], Any]:
    return lambda fact, _: fact[name]


def _part(name: str) -> Callable[[Fact, str], str | None]:
    return lambda fact, source: source[fact[name][0] : fact[name][1]] if fact[name] else None


def _content(fact: Fact, source: str) -> str:
    return " … ".join(source[start:end] for start, end in fact["content"])


def _interval(fact: Fact, _: str) -> str:
    return interval(fact["low"], fact["high"])


def interval(low: float | None, high: float | None) -> str:
    """An interval as "396..400", open at a side that has no bound; a single value alone."""
    if low == high and low is not None:
        return _number(low)
    return f"{'' if low is None else _number(low)}..{'' if high is None else _number(high)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


_COLUMNS: dict[str, dict[str, Callable[[Fact, str], Any]]] = {
    "figures": {
        "line": _line,
        "figure": _field("text"),
        "means": _interval,
        "unit": _field("unit"),
        "kind": _field("kind"),
        "role": _field("role"),
        "of": _field("subject"),
    },
    "dates": {"line": _line, "date": _field("text"), "means": _field("value")},
    "attributions": {
        "line": _line,
        "source": _part("source"),
        "speaker": _field("speaker"),
        "kind": _field("source_kind"),
        "cue": _part("cue"),
        "speech": _field("speech"),
        "what": _content,
    },
    "acronyms": {"line": _line, "acronym": _field("short"), "stands for": _field("long")},
    "sources": {
        "line": _field("line"),
        "source": _field("name"),
        "kind": _field("kind"),
        "cited": _field("cited"),
        "direct": _field("direct"),
        "words": _field("words"),
        "as": lambda fact, _: "; ".join(fact["roles"]),
    },
    "credibility": {"what": _field("what"), "in this article": _field("value")},
    "sentences": {"line": _line, "attributed": _field("attributed"), "sentence": _words},
    "paragraphs": {"line": _line, "role": _field("role"), "paragraph": _words},
}
