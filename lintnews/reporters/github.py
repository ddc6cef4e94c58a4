"""Annotations of GitHub Actions: one workflow command a line, so that nothing in an article can end or start one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.reporters.printable import printable
from lintnews.reporters.summary import also, gathered

if TYPE_CHECKING:
    from lintnews.contract import RenderOptions
    from lintnews.report import Finding, Report

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, options: RenderOptions) -> str:
    """`::error file=…,line=…,title=…::message` for every finding and failure; what a rule gathers is one annotation."""
    lines = [_annotation(finding, others) for finding, others in gathered(report.findings, options.rules)]
    lines += [f"::error title=lintnews::{_data(f'{f.where}: {f.message}')}\n" for f in report.failures]
    return "".join(lines)


def _annotation(finding: Finding, others: tuple[Finding, ...]) -> str:
    place = finding.place
    fields = {"title": f"lintnews ({finding.rule})", "file": place.path}
    if place.coordinates == "source":
        fields |= {"line": str(place.line), "endLine": str(place.end_line)}
        if place.line == place.end_line:  # columns of several lines are refused
            fields |= {"col": str(place.column), "endColumn": str(place.end_column)}
    told = [finding.message, *(f"{s.place.path}:{s.place.line}:{s.place.column}: {s.message}" for s in finding.related)]
    told += [also(others)] if others else []
    properties = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    return f"::{_COMMANDS[finding.level]} {properties}::{'%0A'.join(map(_data, told))}\n"


def _data(text: str) -> str:
    """Escaped as the message of a workflow command."""
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    """Escaped as a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
