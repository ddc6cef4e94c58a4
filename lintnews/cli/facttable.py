"""The facts of an article as aligned tables for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.reporters.printable import printable, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
            gives = _COLUMNS[kind]
            rows = [[_cell(give(fact, source)) for give in gives.values()] for fact in facts]
            lines += ["", f"  {kind} ({len(facts)})", *_aligned([list(gives), *rows])]
    return "\n".join(lines) + "\n"


def _aligned(rows: list[list[str]]) -> list[str]:
    """Rows with their columns below each other."""
    sizes = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "    " + "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(row, sizes, strict=True)).rstrip()
        for row in rows
    ]


def _cell(value: Any) -> str:
    if value is None or value == "":
        return "-"
    text = printable(f"{value:g}" if isinstance(value, float) and value < 1e6 else str(value))
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


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
    low, high = fact["low"], fact["high"]
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
    "sentences": {"line": _line, "attributed": _field("attributed"), "sentence": _words},
    "paragraphs": {"line": _line, "role": _field("role"), "paragraph": _words},
}
