"""A rule book's examples as test cases: for `lintnews test`, and as pytest cases for the authors of rules and plugins.

import pytest
from lintnews.testing import cases

@pytest.mark.parametrize("case", cases("my_rules"), ids=str)
def test_rule(case):
    case.check()
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lintnews.config import Config
from lintnews.engine import run
from lintnews.errors import RuleError
from lintnews.plugins import Registry, load
from lintnews.register import Register
from lintnews.rulebook import Example, Rule, load_rules, merge_options, refuse_doubles
from lintnews.rulestore import bound
from lintnews.setup import Setup, all_rules
from lintnews.suppress import CHECK as ALLOWANCES
from lintnews.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.report import Finding


class Case(msgspec.Struct, frozen=True):
    """One example of one rule; `bad` tells whether the rule must flag it."""

    rule: Rule
    example: Example
    bad: bool
    registry: Registry

    def __str__(self) -> str:
        return f"{self.rule.id}: {'bad' if self.bad else 'good'}: {self.example.name}"

    def problem(self) -> str:
        """What is wrong with the rule's answer to this example; an empty string if nothing."""
        findings, failures = find(self.rule, self.example, self.registry)
        found = sorted({f"{f.place.path}:{f.place.line - shift(self.example)}" for f in findings})
        told = "; ".join(f"{f.place.path}:{f.place.line - shift(self.example)}: {f.message}" for f in findings)
        if failures:
            return f"{self}: {'; '.join(failures)}"
        if not self.bad:
            return f"{self}: flagged, though it is right: {told}" if found else ""
        if not found:
            return f"{self}: not flagged"
        expected = sorted({self._place(place) for place in self.example.expect})
        if expected and expected != found:
            return f"{self}: expected {', '.join(expected)}, flagged {told}"
        return ""

    def check(self) -> None:
        """Raise AssertionError with the problem if there is one."""
        problem = self.problem()
        if problem:
            raise AssertionError(problem)

    def _place(self, place: str | int) -> str:
        return place if isinstance(place, str) and ":" in place else f"{ONLY}:{place}"


ONLY = "article.md"  # the name of an example's only article


def shift(example: Example) -> int:
    """Lines that the date of a one-article example takes up before its text."""
    return 3 if example.date and example.text is not None else 0


def articles(example: Example) -> dict[str, bytes]:
    """The articles of an example by path."""
    if example.articles is not None:
        return {path: text.encode(example.encoding) for path, text in example.articles.items()}
    head = f"---\ndate: {example.date}\n---\n" if example.date else ""
    return {ONLY: (head + (example.text or "")).encode(example.encoding)}


def find(rule: Rule, example: Example, registry: Registry) -> tuple[list[Finding], list[str]]:
    """What a rule finds in an example, and the failures of the run."""
    if (example.text is None) == (example.articles is None):
        raise RuleError(f'example "{example.name}" needs either a text or articles', rule.path)
    try:
        register = msgspec.convert(example.register or {}, Register)
    except msgspec.ValidationError as problem:
        raise RuleError(f'register of example "{example.name}": {problem}', rule.path) from None
    if example.options:
        rule = merge_options(rule, example.options, rule.path)
    given = articles(example)
    report = run(_workshop(rule, register, registry), sorted(given), given=given, whole=True)
    return [f for f in report.findings if f.rule == rule.id], [f"{f.where}: {f.message}" for f in report.failures]


def _workshop(rule: Rule, register: Register, registry: Registry) -> Workshop:
    """A workshop for one rule; a rule about allowances needs the others, which are allowed by them."""
    if rule.check != ALLOWANCES:
        return Workshop(registry, [rule], register)
    others = [bound(other, registry.checks) for other in all_rules(Setup(Config()), registry) if other.id != rule.id]
    return Workshop(registry, [rule, *others], register)


def owner_of(folder: str | Path, registry: Registry) -> str:
    """The plugin that brings a folder of rules, "" for nobody's: its rules may leave out its name before a check."""
    here = Path(folder).resolve()
    return next((o for o, known in registry.rule_folders if o != "lintnews" and Path(known).resolve() == here), "")


def cases(*folders: str | Path, registry: Registry | None = None) -> list[Case]:
    """All examples of the rules below `folders`; with none, of every built-in and plugin rule."""
    registry = registry or load()
    if folders:
        rules: Sequence[Rule] = [
            rule
            for folder in folders
            for rule in load_rules([Path(folder)], registry.checks, owner=owner_of(folder, registry))
        ]
        refuse_doubles(rules)
    else:
        rules = all_rules(Setup(Config()), registry, examples=True)
    return [case for rule in rules for case in cases_of(rule, registry)]


def cases_of(rule: Rule, registry: Registry) -> list[Case]:
    """The examples of one rule, the bad ones first."""
    given = rule.examples
    kinds = ((True, given.bad), (False, given.good)) if given else ()
    return [Case(rule, example, bad, registry) for bad, examples in kinds for example in examples]
