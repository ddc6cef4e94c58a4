"""The formats that programs read.

They are lintnews.reporters.json, lintnews.reporters.json_lines, lintnews.reporters.github, lintnews.reporters.gitlab,
lintnews.reporters.junit, lintnews.reporters.sarif and lintnews.reporters.rdjson.
"""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from sarif_pydantic import Sarif

from lintnews.contract import RenderOptions
from lintnews.report import Edit, Failure
from lintnews.reporters import github, gitlab, json_lines, junit, rdjson, sarif
from lintnews.reporters import json as json_format
from tests.reports import finding, hostile, pair, place, report, rule

OPTIONS = RenderOptions(rules=(rule(),), version="1.2.3")


def sarif_run(*findings: Any, **changes: Any) -> dict[str, Any]:
    text = sarif.render(report(*findings, **changes), OPTIONS)
    Sarif.model_validate_json(text)
    run: dict[str, Any] = json.loads(text)["runs"][0]
    return run


def test_json_names_both_places_and_the_errors() -> None:
    record = json.loads(json_format.render(report(pair(), failures=(Failure("b.md", "gone"),)), OPTIONS))
    found = record["findings"][0]
    assert (found["path"], found["line"], found["column"]) == ("news/one.md", 3, 11)
    assert found["related"][0]["path"] == "news/two.txt"
    assert record["errors"] == [{"where": "b.md", "message": "gone"}]
    assert record["summary"]["compared"] == 1312


def test_json_lines_are_the_same_records_one_a_line() -> None:
    lines = json_lines.render(report(pair(), failures=(Failure("b.md", "gone"),)), OPTIONS).splitlines()
    whole = json.loads(json_format.render(report(pair()), OPTIONS))
    assert [json.loads(line) for line in lines] == [
        whole["findings"][0],
        {"error": {"where": "b.md", "message": "gone"}},
    ]


def test_sarif_is_valid_relative_and_linked() -> None:
    run = sarif_run(pair())
    result = run["results"][0]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "news/one.md", "uriBaseId": "%SRCROOT%"}
    assert location["region"]["startLine"] == 3
    assert location["region"]["startColumn"] == 11
    assert location["region"]["endColumn"] == 17
    assert result["message"]["text"] == '"Brandt" is spelled "Brant" in [news/two.txt:3](1)'
    assert result["relatedLocations"][0]["id"] == 1
    assert result["partialFingerprints"]["lintnews/v1"] == "f00d"
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "Brant"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "odd-name"
    assert "style book" in run["tool"]["driver"]["rules"][0]["help"]["markdown"]


def test_sarif_escapes_brackets_and_quotes_paths() -> None:
    run = sarif_run(finding(place("a b/ü.md", "x", "x"), message="[sic] \\"))
    result = run["results"][0]
    assert result["message"]["text"] == "\\[sic\\] \\\\"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/%C3%BC.md"


def test_sarif_tells_of_failures() -> None:
    invocation = sarif_run(failures=(Failure("b.md", "gone"),))["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "b.md: gone"


def test_github_gives_one_command_a_line_with_the_other_place() -> None:
    text = github.render(report(pair()), OPTIONS)
    assert text == (
        "::error title=lintnews (odd-name),file=news/one.md,line=3,endLine=3,col=11,endColumn=17::"
        '"Brandt" is spelled "Brant" in news/two.txt:3%0Anews/two.txt:3:11: spelled "Brant" here\n'
    )


def test_no_article_starts_or_ends_a_github_command() -> None:
    text = github.render(hostile(), OPTIONS)
    assert text.count("\n") == 2  # one finding, one failure
    assert all(line.startswith("::error ") for line in text.splitlines())
    assert "\r" not in text
    assert "\x1b" not in text
    properties = text.splitlines()[0].split("::")[1]
    assert properties.count("=") == 6  # nothing in the path has made a property of its own


@pytest.mark.parametrize(("level", "command"), [("error", "error"), ("warning", "warning"), ("note", "notice")])
def test_github_levels(level: str, command: str) -> None:
    text = github.render(report(finding(place("a.md", "x", "x"), level=level)), OPTIONS)
    assert text.startswith(f"::{command} ")


def test_gitlab_gives_an_array_with_fingerprints() -> None:
    records = json.loads(gitlab.render(report(pair(), failures=(Failure("b.md", "gone"),)), OPTIONS))
    assert records[0]["location"] == {"path": "news/one.md", "lines": {"begin": 3, "end": 3}}
    assert records[0]["severity"] == "major"
    assert len({record["fingerprint"] for record in records}) == 2


def test_junit_fails_only_what_fails_the_run() -> None:
    note = finding(place("news/one.md", "x", "x"), level="note")
    root = ET.fromstring(junit.render(report(pair(), note), OPTIONS))  # noqa: S314 - our own text
    suite = root[0]
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("news/one.md", "2", "1")
    assert suite[0][0].tag == "failure"
    assert "news/two.txt:3:11" in (suite[0][0].text or "")
    assert suite[1][0].tag == "system-out"


def test_junit_of_a_clean_run_has_a_case_that_passed() -> None:
    root = ET.fromstring(junit.render(report(), OPTIONS))  # noqa: S314 - our own text
    assert (root[0].get("tests"), root[0].get("failures")) == ("1", "0")


def test_junit_of_a_hostile_article_is_well_formed() -> None:
    root = ET.fromstring(junit.render(hostile(), OPTIONS))  # noqa: S314 - our own text
    assert root[1].get("errors") == "1"


def test_rdjson_counts_columns_in_bytes() -> None:
    found = finding(place("a.md", "Señor Brandt\n", "Brandt"))
    record = json.loads(rdjson.render(report(found), OPTIONS))["diagnostics"][0]
    assert record["location"]["range"] == {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 14}}
    assert record["severity"] == "ERROR"
    assert record["code"] == {"value": "odd-name"}


def test_rdjson_leaves_columns_out_where_the_line_is_cut() -> None:
    found = finding(place("a.md", "é " * 200 + "Brandt", "Brandt"))
    record = json.loads(rdjson.render(report(found), OPTIONS))["diagnostics"][0]
    assert record["location"]["range"] == {"start": {"line": 1}}


def test_rdjson_suggests_the_fix() -> None:
    here = place("a.md", "Ida Brandt", "Brandt")
    found = finding(here, fix=Edit(here.start, here.end, "Brant"))
    record = json.loads(rdjson.render(report(found), OPTIONS))["diagnostics"][0]
    assert record["suggestions"] == [{"range": record["location"]["range"], "text": "Brant"}]


@pytest.mark.parametrize("module", [json_format, json_lines, gitlab, sarif, rdjson])
def test_data_of_a_hostile_article_can_be_read_and_holds_no_control_character(module: Any) -> None:
    text = module.render(hostile(), OPTIONS)
    for document in text.splitlines() if module is json_lines else [text]:
        json.loads(document)
    assert not [c for c in text if ord(c) < 32 and c != "\n"]
