"""What the formats for people share: colours, and the last line that sums the run up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from lintnews.model import LEVELS
from lintnews.report import Finding  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.reporters.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lintnews.report import Report

    Style = Callable[[str, str], str]

MOST = 50  # findings of one rule in one file that are shown: more of them would bury the others
TOLD = 4  # different words that are told beside a finding that stands for others
WORDS = 40  # letters of such words
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


class Showing(Struct, frozen=True):
    """A finding that is shown, with those of its rule in its file that it stands for.

    `others` are told beside it (the rule gathers them), `hidden` is how many further ones are only counted.
    """

    finding: Finding
    others: tuple[Finding, ...] = ()
    hidden: int = 0


def showings(findings: Sequence[Finding], rules: Iterable[Any] = ()) -> Iterator[Showing]:
    """The findings that are shown: one a file of a rule that gathers, else the first `MOST` of a rule in a file."""
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        key = finding.place.path, finding.rule
        counts[key] = counts.get(key, 0) + 1
    seen: dict[tuple[str, str], int] = {}
    for finding, others in gathered(findings, rules):
        key = finding.place.path, finding.rule
        number = seen[key] = seen.get(key, 0) + 1
        if number <= MOST:
            yield Showing(finding, others, hidden=counts[key] - MOST if number == MOST else 0)


def gathered(findings: Sequence[Finding], rules: Iterable[Any]) -> Iterator[tuple[Finding, tuple[Finding, ...]]]:
    """Every finding with those that it stands for: a rule that gathers is told once a file, at its first finding."""
    gathering = {rule.id for rule in rules if rule.gather}
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.rule in gathering:
            groups.setdefault((finding.place.path, finding.rule), []).append(finding)
    for finding in findings:
        if finding.rule not in gathering:
            yield finding, ()
        elif (group := groups[finding.place.path, finding.rule])[0] is finding:
            yield finding, tuple(group[1:])


def also(others: Sequence[Finding]) -> str:
    """The words and lines of the findings that a shown one stands for, the same words once."""
    lines: dict[str, list[int]] = {}
    for other in others:
        start, end = other.place.mark
        words = " ".join(other.place.excerpt[start:end].split())
        lines.setdefault(words if len(words) <= WORDS else words[: WORDS - 1] + "…", []).append(other.place.line)
    told = [
        f'"{printable(words)}" in line{"s" * (len(set(at)) > 1)} {", ".join(map(str, sorted(set(at))))}'
        for words, at in list(lines.items())[:TOLD]
    ]
    left = sum(len(at) for at in list(lines.values())[TOLD:])
    return f"also {'; '.join(told)}" + (f"; and {left:,} more" if left else "")


def more(finding: Finding, number: int) -> str:
    """The line that stands for findings that are not shown."""
    return f"{printable(finding.place.path)}: {number:,} more of [{finding.rule}] (all of them: --output-format json)"


def summary(report: Report, style: Style, rules: Iterable[Any] = ()) -> str:
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
    gathered_in = sum(len(others) for _, others in gathered(findings, rules))
    told += f" ({gathered_in:,} of them beside another)" if gathered_in else ""
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
