"""The wire format: one JSON object, fields and meanings fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from lintnews.contract import RenderOptions
    from lintnews.report import Finding, Place, Report


def render(report: Report, options: RenderOptions) -> str:
    """The report as one JSON object."""
    return encode(document(report, options.version))


def encode(value: object) -> str:
    """JSON text, indented, with a final line end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n"


def document(report: Report, version: str) -> dict[str, Any]:
    """The report as plain data."""
    levels = [finding.level for finding in report.findings]
    return {
        "version": 1,
        "tool": {"name": "lintnews", "version": version},
        "findings": [finding_record(finding) for finding in report.findings],
        "errors": [{"where": failure.where, "message": failure.message} for failure in report.failures],
        "summary": {
            "targets": report.targets,
            "corpus": report.corpus,
            "rules": report.rules,
            "compared": report.compared,
            "error": levels.count("error"),
            "warning": levels.count("warning"),
            "note": levels.count("note"),
            "suppressed": report.suppressed,
            "baselined": report.baselined,
        },
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """One finding as plain data."""
    fix = finding.fix
    return {
        "rule": finding.rule,
        "category": finding.category,
        "level": finding.level,
        "message": finding.message,
        **place_record(finding.place),
        "related": [{**place_record(side.place), "message": side.message} for side in finding.related],
        "data": finding.data,
        "fix": fix and {"start": fix.start, "end": fix.end, "text": fix.text, "safe": fix.safe},
        "fingerprint": finding.fingerprint,
    }


def place_record(place: Place) -> dict[str, Any]:
    """A place as plain data."""
    return {
        "path": place.path,
        "coordinates": place.coordinates,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
