from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.desk import CLEAN, FAULTY, TWICE

if TYPE_CHECKING:
    from tests.cli.desk import Desk


def test_a_finding_ends_in_1_and_is_shown_with_both_places(desk: Desk) -> None:
    desk.write("a.md", FAULTY)
    answer = desk.run("a.md", "--select", "repeated-paragraph")
    assert answer.code == 1
    assert "a.md:7:1: error[repeated-paragraph]" in answer.out
    assert "a.md:3:1" in answer.out
    assert "\nFound 1 error in 1 article.\n" in answer.out
    assert answer.err == ""


def test_check_is_the_command_and_here_is_the_path_if_none_is_named(desk: Desk) -> None:
    desk.write("a.md", FAULTY)
    answers = {desk.run(*words, "--select", "duplicates") for words in (("check",), ("check", "."), (), ("a.md",))}
    assert len(answers) == 1


def test_a_clean_run_ends_in_0_and_says_what_was_looked_at(desk: Desk) -> None:
    desk.write("a.md", CLEAN)
    answer = desk.run("--select", "duplicates")
    assert answer.code == 0
    assert answer.out.startswith("All clear: 1 article, ")
    assert desk.run("--select", "duplicates", "-q") == (0, "", "")


def test_exit_codes_follow_fail_on_and_exit_zero(desk: Desk) -> None:
    desk.write("a.md", "# Quay\n\n<!-- lintnews: allow no-such-rule: x -->\nThe quay will close, the board said.\n")
    words = ("a.md", "--select", "unknown-allowance")
    assert desk.run(*words).code == 0
    assert desk.run(*words, "--fail-on", "warning").code == 1
    assert desk.run(*words, "--fail-on", "note").code == 1
    assert desk.run(*words, "--fail-on", "note", "--exit-zero").code == 0


def test_2_wins_over_1_and_what_was_found_is_printed(desk: Desk) -> None:
    desk.write("a.md", FAULTY)
    desk.write("b.txt", b"\x00\x01")
    answer = desk.run("a.md", "b.txt", "gone.md", "--select", "duplicates", "--exit-zero")
    assert answer.code == 2
    assert "repeated-paragraph" in answer.out
    assert "lintnews: gone.md: no such file or folder" in answer.err
    assert "lintnews: b.txt: " in answer.err


def test_failures_stand_in_json_too(desk: Desk) -> None:
    answer = desk.run("gone.md", "--output-format", "json")
    assert json.loads(answer.out)["errors"] == [{"where": "gone.md", "message": "no such file or folder"}]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--select", "repeated-paragraf"),
            'there is no rule or category "repeated-paragraf" (did you mean "repeated-',
        ),
        (("--output-format", "jsn"), 'there is no "jsn" (did you mean "json"?)'),
        (("--config", "gone.yaml"), "gone.yaml: no such configuration file"),
        (("--unsafe-fixes",), "--unsafe-fixes needs --fix or --diff"),
        (("--stdin-filename", "a.md"), "--stdin-filename needs"),
        (("-j", "0"), "not a number above 0"),
        (("--no-such-flag",), "unrecognized arguments"),
        (("--selec", "x"), "unrecognized arguments"),
    ],
)
def test_mistakes_on_the_command_line_end_in_2_without_a_traceback(
    desk: Desk, words: tuple[str, ...], told: str
) -> None:
    answer = desk.run(*words)
    assert answer.code == 2
    assert told in answer.err
    assert "Traceback" not in answer.err


def test_no_articles_is_said(desk: Desk) -> None:
    answer = desk.run(".")
    assert answer.code == 0
    assert answer.err == "lintnews: no articles found in .\n"


def test_standard_input_has_the_name_that_is_given(desk: Desk) -> None:
    answer = desk.run("-", "--stdin-filename", "desk/a.md", "--select", "duplicates", given=FAULTY)
    assert answer.code == 1
    assert answer.out.startswith("desk/a.md:7:1: error[repeated-paragraph]")


def test_standard_input_stands_in_for_the_file_on_disk(desk: Desk) -> None:
    desk.write("a.md", FAULTY)
    assert desk.run("-", "--stdin-filename", "a.md", "--select", "duplicates", given=CLEAN).code == 0


def test_the_corpus_is_compared_but_not_reported(desk: Desk) -> None:
    desk.write(".lintnews.yaml", "corpus: [archive]\n")
    desk.write("archive/old.md", FAULTY)
    desk.write("new.md", CLEAN)
    summary = json.loads(desk.run("new.md", "--output-format", "json").out)["summary"]
    assert (summary["targets"], summary["corpus"]) == (1, 2)


def test_configuration_is_found_overridden_and_left_out(desk: Desk) -> None:
    desk.write(".lintnews.yaml", "ignore: [duplicates]\nlevels: {repeated-paragraph: note}\n")
    desk.write("a.md", FAULTY)
    assert "repeated-paragraph" not in desk.run("a.md").out
    assert "note[repeated-paragraph]" in desk.run("a.md", "--select", "duplicates").out
    assert "error[repeated-paragraph]" in desk.run("a.md", "--isolated").out


def test_a_mistake_in_the_configuration_is_named_by_line(desk: Desk) -> None:
    desk.write(".lintnews.yaml", "corpus: []\nignore: [dupicates]\n")
    answer = desk.run(".")
    assert answer.code == 2
    assert answer.err == (
        'lintnews: .lintnews.yaml:2: ignore: there is no rule or category "dupicates" (did you mean "duplicates"?)\n'
    )


def test_exclude_and_force_exclude(desk: Desk) -> None:
    desk.write("drafts/a.md", FAULTY)
    desk.write("b.md", CLEAN)
    assert desk.run(".", "--exclude", "drafts/", "--show-files").out == "b.md\n"
    assert desk.run("drafts/a.md", "--exclude", "drafts/", "--show-files").out == "drafts/a.md\n"
    assert desk.run("drafts/a.md", "--exclude", "drafts/", "--force-exclude", "--show-files").out == ""


def test_settings_are_shown(desk: Desk) -> None:
    desk.write(".lintnews.yaml", "fail-on: warning\n")
    shown = json.loads(desk.run("--show-settings", "--select", "repeated-paragraph").out)
    assert shown["config-file"] == ".lintnews.yaml"
    assert shown["settings"]["fail-on"] == "warning"
    assert list(shown["rules"]) == ["duplicates/repeated-paragraph"]


def test_output_goes_to_a_file(desk: Desk) -> None:
    desk.write("a.md", FAULTY)
    answer = desk.run("a.md", "--output-format", "sarif", "--output-file", "out.sarif")
    assert (answer.code, answer.out) == (1, "")
    assert json.loads((desk.home / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_colours_are_for_terminals_or_when_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.md", FAULTY)
    assert "\x1b[" not in desk.run("a.md").out
    assert "\x1b[" in desk.run("a.md", "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in desk.run("a.md").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in desk.run("a.md").out


def test_no_cache_leaves_nothing_behind(desk: Desk) -> None:
    desk.write("a.md", CLEAN)
    desk.run("a.md", "--no-cache")
    assert [path.name for path in desk.home.iterdir()] == ["a.md"]


def test_verbose_tells_what_is_done_and_statistics_where_time_went(desk: Desk) -> None:
    desk.write("a.md", FAULTY)
    answer = desk.run("a.md", "-v", "--statistics", "--select", "duplicates")
    assert "lintnews: configuration: none" in answer.err
    assert "cache: 0 of 1 articles" in answer.err
    assert "1 error   repeated-paragraph" in answer.err
    assert " s read" in answer.err
    assert "cache: 1 of 1 articles" in desk.run("a.md", "-v", "--select", "duplicates").err


def test_escape_characters_of_an_article_are_not_printed(desk: Desk) -> None:
    evil = f"{TWICE} \x1b]0;owned\x07\x9b31m"
    desk.write("a.md", f"# Quay\n\n{evil}\n\nFerries will sail.\n\n{evil}\n")
    for name in ("full", "concise", "github", "junit"):
        answer = desk.run("a.md", "--output-format", name)
        assert not [c for c in answer.out + answer.err if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160]


def test_a_newsrooms_own_rule_runs(desk: Desk) -> None:
    desk.write(".lintnews.yaml", "rules: [rules]\n")
    desk.write(
        "rules/house/stale-allowance.yaml",
        "check: allowances\nlevel: error\nmessage: 'stale {allowed}'\nwhy: Because.\nwhen: {problem: unknown}\n"
        "examples:\n  bad: [{name: a, text: '<!-- lintnews: allow-file x: y -->'}]\n  good: [{name: b, text: b}]\n",
    )
    desk.write("a.md", "<!-- lintnews: allow-file nothing-such: because -->\n\n# Quay\n\nThe quay will close.\n")
    assert "error[stale-allowance] stale nothing-such" in desk.run("a.md").out
