"""One line a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.reporters.printable import printable
from lintnews.reporters.summary import also, more, showings, styler, summary

if TYPE_CHECKING:
    from lintnews.contract import RenderOptions
    from lintnews.report import Report


def render(report: Report, options: RenderOptions) -> str:
    """`path:line:column: level[rule] message` for every finding, then the summary."""
    style = styler(color=options.color)
    lines = [
        f"{style(f'{printable(f.place.path)}:{f.place.line}:{f.place.column}', 'bold')}: "
        f"{style(f'{f.level}[{f.rule}]', f.level)} {printable(f.message)}"
        + (f" ({also(s.others)})" if s.others else "")
        + "\n"
        + (f"{more(f, s.hidden)}\n" if s.hidden else "")
        for s in showings(report.findings, options.rules)
        for f in (s.finding,)
    ]
    return "".join(lines) + (summary(report, style, options.rules) if options.summary else "")
