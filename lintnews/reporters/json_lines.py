"""One JSON object a line: a finding as in the JSON format, or `{"error": {"where", "message"}}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from lintnews.reporters.json import finding_record

if TYPE_CHECKING:
    from lintnews.contract import RenderOptions
    from lintnews.report import Report


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - the reporters' common signature
    """Findings first, then what could not be done."""
    records: list[object] = [finding_record(finding) for finding in report.findings]
    records += [{"error": {"where": failure.where, "message": failure.message}} for failure in report.failures]
    return "".join(msgspec.json.encode(record).decode() + "\n" for record in records)
