"""What the formats for people share: colours, and the last line that sums the run up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.model import LEVELS
from lintnews.reporters.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lintnews.report import Finding, Report

    Style = Callable[[str, str], str]

MOST = 50  # findings of one rule in one file that are shown: more of them would bury the others
_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "related": "34",
    "bold": "1",
    "gutter": "34",
    "dim": "2",
    "good": "1;32",
}


def styler(*, color: bool) -> Style:
    """A function (text, style name) that colours text, or leaves it as it is."""
    if color:
        return lambda text, style: f"\x1b[{_CODES[style]}m{text}\x1b[0m"
    return lambda text, _: text


def shown(findings: Sequence[Finding]) -> Iterator[tuple[Finding, int]]:
    """The findings that are shown, each with how many of its rule in its file come after it and are not."""
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        key = finding.place.path, finding.rule
        counts[key] = counts.get(key, 0) + 1
    seen: dict[tuple[str, str], int] = {}
    for finding in findings:
        key = finding.place.path, finding.rule
        number = seen[key] = seen.get(key, 0) + 1
        if number <= MOST:
            yield finding, counts[key] - MOST if number == MOST else 0


def more(finding: Finding, number: int) -> str:
    """The line that stands for findings that are not shown."""
    return f"{printable(finding.place.path)}: {number:,} more of [{finding.rule}] (all of them: --output-format json)"


def summary(report: Report, style: Style) -> str:
    """One line or two: what was found, or what was looked at in vain."""
    findings = report.findings
    left_out = _left_out(report)
    if not report.targets and not report.failures:
        return "No articles found.\n"
    if not findings:
        if report.failures:
            return (
                f"No findings, but {counted(len(report.failures), 'failure')}: not everything was checked.{left_out}\n"
            )
        others = report.corpus - report.targets
        beside = f" (beside {counted(others, 'other')} of the corpus)" if others > 0 else ""
        looked = f"{counted(report.targets, 'article')}{beside}, {counted(report.rules, 'rule')}"
        return f"{style('All clear', 'good')}: {looked}, {counted(report.compared, 'pair')} compared.{left_out}\n"
    levels = [finding.level for finding in findings]
    told = ", ".join(counted(levels.count(level), level) for level in reversed(LEVELS) if level in levels)
    line = f"Found {told} in {counted(report.targets, 'article')}.{left_out}\n"
    return line + _fixable(report)


def counted(number: int, thing: str) -> str:
    """`1 error`, `1,312 pairs`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _left_out(report: Report) -> str:
    parts = [
        f"{number:,} {what}"
        for number, what in ((report.suppressed, "suppressed"), (report.baselined, "in the baseline"))
        if number
    ]
    return f" ({', '.join(parts)})" if parts else ""


def _fixable(report: Report) -> str:
    fixes = [finding.fix for finding in report.findings if finding.fix is not None]
    safe = sum(fix.safe for fix in fixes)
    parts = [f"{safe:,} with --fix"] if safe else []
    parts += [f"{len(fixes) - safe:,} with --fix --unsafe-fixes"] if len(fixes) > safe else []
    return f"Can be mended: {', '.join(parts)}.\n" if parts else ""
