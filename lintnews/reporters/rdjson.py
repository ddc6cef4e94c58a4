"""The diagnostic format of reviewdog. Its columns are bytes of UTF-8: given where the line's beginning is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.reporters.json import encode

if TYPE_CHECKING:
    from lintnews.contract import RenderOptions
    from lintnews.report import Finding, Place, Report

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - the reporters' common signature
    """One JSON object with a diagnostic a finding; what could not be done is a diagnostic of severity ERROR."""
    diagnostics = [_diagnostic(finding) for finding in report.findings]
    diagnostics += [
        {"message": failure.message, "location": {"path": failure.where}, "severity": "ERROR"}
        for failure in report.failures
    ]
    return encode({"source": {"name": "lintnews"}, "diagnostics": diagnostics})


def _diagnostic(finding: Finding) -> dict[str, Any]:
    place, fix = finding.place, finding.fix
    record: dict[str, Any] = {
        "message": finding.message,
        "location": _location(place),
        "severity": _SEVERITIES[finding.level],
        "code": {"value": finding.rule},
    }
    if finding.related:
        record["relatedLocations"] = [
            {"message": side.message, "location": _location(side.place)} for side in finding.related
        ]
    span = _range(place)
    if fix is not None and "end" in span and (fix.start, fix.end) == (place.start, place.end):
        record["suggestions"] = [{"range": span, "text": fix.text}]
    return record


def _location(place: Place) -> dict[str, Any]:
    if place.coordinates != "source":
        return {"path": place.path}
    return {"path": place.path, "range": _range(place)}


def _range(place: Place) -> dict[str, Any]:
    """Line, and columns in bytes as far as the excerpt starts where the line does."""
    start, end = place.mark
    if start != place.column - 1 or not place.excerpt:
        return (
            {"start": {"line": place.line}, "end": {"line": place.end_line}}
            if place.end_line > place.line
            else {"start": {"line": place.line}}
        )
    first = len(place.excerpt[:start].encode("utf-8", "replace")) + 1
    head = {"start": {"line": place.line, "column": first}}
    if place.end_line > place.line:
        return {**head, "end": {"line": place.end_line}}
    return {
        **head,
        "end": {"line": place.line, "column": first + len(place.excerpt[start:end].encode("utf-8", "replace"))},
    }
