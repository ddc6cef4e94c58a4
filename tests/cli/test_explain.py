from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.desk import Desk


def test_the_list_has_every_rule_once_with_level_and_reason(desk: Desk) -> None:
    listed = desk.run("explain").out
    rules = json.loads(desk.run("explain", "--output-format", "json").out)
    assert rules
    for rule in rules:
        lines = [line for line in listed.splitlines() if line.startswith(f"  {rule['id']} ")]
        assert len(lines) == 1
        assert (rule["level"] if rule["enabled"] else "off") in lines[0]


def test_a_rule_is_explained_with_reason_check_examples_and_how_to_allow_it(desk: Desk) -> None:
    text = desk.run("explain", "unused-allowance").out
    assert text.startswith("style/unused-allowance (note)\n")
    for part in ("Check: allowances, where problem is unused", "Flagged:", "Left alone:", "lintnews: allow unused-all"):
        assert part in text
    assert desk.run("explain", "style/unused-allowance").out == text


def test_a_category_stands_for_its_rules(desk: Desk) -> None:
    rules = json.loads(desk.run("explain", "style", "--output-format", "json").out)
    assert {rule["category"] for rule in rules} == {"style"}


def test_an_unknown_rule_is_answered_with_the_nearest(desk: Desk) -> None:
    answer = desk.run("explain", "unused-alowance")
    assert answer.code == 2
    assert '(did you mean "unused-allowance"?)' in answer.err


def test_options_are_shown_with_the_default_where_the_rule_has_another(desk: Desk) -> None:
    rules = json.loads(desk.run("explain", "--output-format", "json").out)
    rule = next(r for r in rules if any(r["options"][name] != r["defaults"][name] for name in r["options"]))
    assert "(default: " in desk.run("explain", rule["id"]).out
