"""The code quality report of GitLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.reporters.json import encode
from lintnews.reporters.printable import printable

if TYPE_CHECKING:
    from lintnews.contract import RenderOptions
    from lintnews.report import Report

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - the reporters' common signature
    """A JSON array with one object a finding; a failure is a blocker at its file or name."""
    records = [
        {
            "description": printable(finding.message),
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITIES[finding.level],
            "location": {
                "path": finding.place.path,
                "lines": {"begin": finding.place.line, "end": finding.place.end_line},
            },
        }
        for finding in report.findings
    ]
    records += [
        {
            "description": printable(failure.message),
            "check_name": "lintnews",
            "fingerprint": _digest(f"{failure.where}\0{failure.message}"),
            "severity": "blocker",
            "location": {"path": failure.where, "lines": {"begin": 1}},
        }
        for failure in report.failures
    ]
    return encode(records)


def _digest(text: str) -> str:
    import xxhash

    return str(xxhash.xxh3_128_hexdigest(text.encode("utf-8", "replace")))
