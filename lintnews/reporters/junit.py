"""JUnit XML: a suite a file, a case a finding. Findings below the failing level are cases that passed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from lintnews.model import LEVELS
from lintnews.reporters.printable import printable

if TYPE_CHECKING:
    from lintnews.contract import RenderOptions
    from lintnews.report import Finding, Report


def render(report: Report, options: RenderOptions) -> str:
    """One document; a clean run has one case that passed."""
    failing = LEVELS[LEVELS.index(options.fail_on) :]
    suites = []
    for path, group in groupby(report.findings, key=lambda finding: finding.place.path):
        findings = list(group)
        failures = sum(finding.level in failing for finding in findings)
        cases = [_case(finding, failed=finding.level in failing) for finding in findings]
        suites.append(_suite(path, cases, failures=failures))
    if report.failures:
        cases = [
            f"    <testcase{_attributes(name=failure.where, classname='lintnews')}>\n"
            f"      <error{_attributes(message=failure.message)}/>\n    </testcase>\n"
            for failure in report.failures
        ]
        suites.append(_suite("lintnews", cases, errors=len(cases)))
    if not suites:
        told = f"{report.targets} articles, {report.rules} rules: nothing found"
        suites.append(_suite("lintnews", [f"    <testcase{_attributes(name=told, classname='lintnews')}/>\n"]))
    return f'<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="lintnews">\n{"".join(suites)}</testsuites>\n'


def _suite(name: str, cases: list[str], failures: int = 0, errors: int = 0) -> str:
    head = _attributes(name=name, tests=len(cases), failures=failures, errors=errors)
    return f"  <testsuite{head}>\n{''.join(cases)}  </testsuite>\n"


def _case(finding: Finding, *, failed: bool) -> str:
    place = finding.place
    name = f"{finding.rule} at {place.line}:{place.column}"
    head = _attributes(name=name, classname=place.path, file=place.path, line=place.line)
    told = [f"{place.path}:{place.line}:{place.column}: {finding.message}"]
    told += [f"{s.place.path}:{s.place.line}:{s.place.column}: {s.message}" for s in finding.related]
    body = escape("\n".join(map(printable, told)))
    if failed:
        inner = f"<failure{_attributes(type=finding.level, message=finding.message)}>{body}</failure>"
    else:
        inner = f"<system-out>{escape(finding.level)}: {body}</system-out>"
    return f"    <testcase{head}>\n      {inner}\n    </testcase>\n"


def _attributes(**values: str | int) -> str:
    return "".join(f" {name}={quoteattr(printable(str(value)))}" for name, value in values.items())
