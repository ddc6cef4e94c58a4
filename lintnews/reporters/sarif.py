"""SARIF 2.1.0: relative locations, related places linked from the message, fingerprints, rules with their help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from lintnews.reporters.json import encode
from lintnews.reporters.printable import first_sentence

if TYPE_CHECKING:
    from lintnews.contract import RenderOptions
    from lintnews.report import Edit, Finding, Place, Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}


def render(report: Report, options: RenderOptions) -> str:
    """One run with a result a finding, in the report's order."""
    rules = sorted(options.rules, key=lambda rule: str(rule.id))
    index = {rule.id: number for number, rule in enumerate(rules)}
    driver = {"name": "lintnews", "version": options.version, "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": {key: value for key, value in driver.items() if value != ""}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that lintnews was started in."}}},
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": f"{failure.where}: {failure.message}"}}
                    for failure in report.failures
                ],
            }
        ],
        "results": [_result(finding, index) for finding in report.findings],
    }
    return encode({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Any) -> dict[str, Any]:
    """A reporting descriptor: what `lintnews explain` says of the rule."""
    links = [f"<{link}>" if "://" in link else link for link in rule.references]
    more = "\n\n" + "\n".join(f"- {link}" for link in links) if links else ""
    record = {
        "id": rule.id,
        "shortDescription": {"text": first_sentence(rule.why)},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": "\n".join([rule.why, *rule.references]),
            "markdown": f"**{rule.category}/{rule.id}**\n\n{rule.why}{more}",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
        "properties": {"category": rule.category, "tags": [rule.category]},
    }
    web = [link for link in rule.references if link.startswith(("https://", "http://"))]
    return {**record, "helpUri": web[0]} if web else record


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    record: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.level],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _physical(finding.place)}],
        "partialFingerprints": {
            "lintnews/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
        },
        "properties": {"category": finding.category, "data": finding.data},
    }
    if finding.rule in index:
        record["ruleIndex"] = index[finding.rule]
    if finding.related:
        record["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(side.place), "message": {"text": side.message}}
            for number, side in enumerate(finding.related, 1)
        ]
    if finding.fix is not None:
        record["fixes"] = [_fix(finding.place.path, finding.fix)]
    return record


def _message(finding: Finding) -> str:
    """The message with `path:line` of every related place as a link to it; brackets of the words are escaped."""
    text = _escaped(finding.message)
    more = []
    for number, side in enumerate(finding.related, 1):
        where = _escaped(f"{side.place.path}:{side.place.line}")
        link = f"[{where}]({number})"
        if where in text and link not in text:
            text = text.replace(where, link, 1)
        else:
            more.append(f"{link}: {_escaped(side.message)}")
    return text + (f" (see {'; '.join(more)})" if more else "")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _physical(place: Place) -> dict[str, Any]:
    """A location in a file; a place in extracted text has no region in the file itself."""
    record: dict[str, Any] = {"artifactLocation": _artifact(place.path)}
    if place.coordinates == "source":
        record["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "charOffset": place.start,
            "charLength": place.end - place.start,
        }
    return record


def _artifact(path: str) -> dict[str, str]:
    """A relative URI below the root; a file outside of it by its absolute one."""
    if path.startswith(("../", "/")) or Path(path).is_absolute():
        return {"uri": Path(path).resolve().as_uri()}
    return {"uri": quote(path), "uriBaseId": ROOT}


def _fix(path: str, edit: Edit) -> dict[str, Any]:
    replacement = {
        "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
        "insertedContent": {"text": edit.text},
    }
    return {"artifactChanges": [{"artifactLocation": _artifact(path), "replacements": [replacement]}]}
