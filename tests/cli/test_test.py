from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.desk import Desk

RULE = """check: allowances
level: error
message: "no rule {{allowed}}"
why: Because.
when: {{problem: unknown}}
examples:
  bad:
    - name: a slip
      text: "{bad}"
  good:
    - name: nothing to see
      text: The quay will close, the board said.
"""


def test_examples_that_hold_end_in_0(desk: Desk) -> None:
    desk.write("rules/house/stale.yaml", RULE.format(bad="<!-- lintnews: allow-file nothing-such: x -->"))
    answer = desk.run("test", "rules")
    assert answer == (0, "2 examples of 1 rule tried.\n", "")
    assert "passed: stale: bad: a slip" in desk.run("test", "rules", "-v").out


def test_an_example_that_fails_is_named_and_ends_in_1(desk: Desk) -> None:
    desk.write("rules/house/stale.yaml", RULE.format(bad="Nothing wrong here."))
    answer = desk.run("test", "rules")
    assert answer.code == 1
    assert "stale: bad: a slip: not flagged" in answer.out


def test_a_rule_without_examples_is_refused_by_name(desk: Desk) -> None:
    desk.write("rules/house/stale.yaml", RULE.format(bad="x").partition("examples")[0])
    answer = desk.run("test", "rules")
    assert answer.code == 2
    assert "rules/house/stale.yaml" in answer.err


def test_the_folders_of_the_configuration_are_tried_if_none_is_named(desk: Desk) -> None:
    desk.write(".lintnews.yaml", "rules: [rules]\n")
    desk.write("rules/house/stale.yaml", RULE.format(bad="<!-- lintnews: allow-file nothing-such: x -->"))
    assert desk.run("test").out == "2 examples of 1 rule tried.\n"
