"""For people: every finding with its line and the lines that it rests on, the places marked."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from lintnews.reporters.printable import first_sentence, printable, width, windowed
from lintnews.reporters.summary import also, more, showings, styler, summary

if TYPE_CHECKING:
    from lintnews.contract import RenderOptions
    from lintnews.report import Finding, Place, RelatedPlace, Report
    from lintnews.reporters.summary import Showing, Style


def render(report: Report, options: RenderOptions) -> str:
    """All findings, then the summary."""
    style = styler(color=options.color)
    reasons = {rule.id: rule.why for rule in options.rules}
    # The reason is told once a rule: at its first finding.
    blocks = [
        "\n".join(
            [
                *_block(shown, reasons.pop(shown.finding.rule, ""), options.width, style),
                *([more(shown.finding, shown.hidden)] if shown.hidden else []),
                "",
            ]
        )
        for shown in showings(report.findings, options.rules)
    ]
    if options.summary:
        blocks.append(summary(report, style, options.rules))
    return "\n".join(blocks)


def _block(showing: Showing, why: str, columns: int, style: Style) -> list[str]:
    """The lines of one finding."""
    finding = showing.finding
    level = finding.level
    head = f"{style(_where(finding.place), 'bold')}: {style(f'{level}[{finding.rule}]', level)}"
    lines = [f"{head} {printable(finding.message)}"]
    gutter = max(len(str(place.line)) for place in (finding.place, *(side.place for side in finding.related)))
    lines += _excerpt(finding.place, gutter, level, columns, style)
    pad = " " * gutter
    for side, again in _grouped(finding):
        where = "here" if side.place.path == finding.place.path else "there"
        there = f"{style(_where(side.place), 'bold')}: {printable(side.message) or where}"
        lines.append(f"{pad} {style('=', 'gutter')} {there}")
        lines += _excerpt(side.place, gutter, "related", columns, style)
        if again:
            told = f"and again in line{'s' * (len(again) > 1)} {', '.join(map(str, again))}"
            lines.append(f"{pad} {style('=', 'gutter')} {told}")
    if showing.others:
        lines.append(f"{pad} {style('=', 'gutter')} {also(showing.others)}")
    fix = finding.fix
    if fix is not None:
        told = f'write "{printable(fix.text)}"' if fix.text else "delete it"
        lines.append(f"{pad} {style('=', 'gutter')} fix: {told} ({'--fix' if fix.safe else '--fix --unsafe-fixes'})")
    if why:
        reason = wrap(printable(first_sentence(why)), max(columns - gutter - 8, 30))
        lines.append(f"{pad} {style('=', 'gutter')} {style('why: ' + reason[0], 'dim')}")
        lines += [f"{pad}        {style(line, 'dim')}" for line in reason[1:]]
    return lines


def _grouped(finding: Finding) -> list[tuple[RelatedPlace, list[int]]]:
    """The related places; of those that show the same words of one file, the first and the lines of the others."""
    groups: dict[tuple[str, str, str], tuple[RelatedPlace, list[int]]] = {}
    for side in finding.related:
        start, end = side.place.mark
        group = groups.setdefault((side.place.path, side.message, side.place.excerpt[start:end]), (side, []))
        if group[0] is not side:
            group[1].append(side.place.line)
    return list(groups.values())


def _where(place: Place) -> str:
    return f"{printable(place.path)}:{place.line}:{place.column}"


def _excerpt(place: Place, gutter: int, kind: str, columns: int, style: Style) -> list[str]:
    """The line of a place, and below it the marks under the place."""
    if not place.excerpt:
        return []
    line, start, end = windowed(place.excerpt, *place.mark, columns - gutter - 3)
    before, span, after = printable(line[:start]), printable(line[start:end]), printable(line[end:])
    mark = ("-" if kind == "related" else "^") * max(width(span), 1)
    more = f" to line {place.end_line}" if place.end_line > place.line else ""
    bar = style("|", "gutter")
    return [
        f"{style(str(place.line).rjust(gutter), 'gutter')} {bar} {before}{span}{after}".rstrip(),
        f"{' ' * gutter} {bar} {' ' * width(before)}{style(mark + more, kind)}",
    ]
