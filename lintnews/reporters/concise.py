"""One line a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lintnews.contract import RenderOptions
    from lintnews.model import Report


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 - the reporters' common signature
    """`path:line:column: level [rule] message` for every finding."""
    return "".join(
        f"{f.place.path}:{f.place.line}:{f.place.column}: {f.level} [{f.rule}] {f.message}\n" for f in report.findings
    )
