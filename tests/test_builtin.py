"""What the house brings comes through the same hooks as what plugins bring."""

from __future__ import annotations

import inspect
from pathlib import Path

from lintnews import builtin, hookspecs
from lintnews.contract import ArticleCheck, LedgerCheck, RenderOptions
from lintnews.plugins import load
from lintnews.report import Report

REGISTRY = load(disable=[name for name, _ in load().plugins])


def test_every_hook_of_the_house_is_a_hook_for_everyone() -> None:
    hooks = {name for name, _ in inspect.getmembers(builtin, inspect.isfunction) if name.startswith("lintnews_")}
    assert hooks
    assert hooks <= {name for name, _ in inspect.getmembers(hookspecs, inspect.isfunction)}


def test_every_listed_check_is_there_once() -> None:
    names = [check.name for check in builtin.lintnews_checks()]
    assert sorted(names) == sorted(set(names)) == sorted(REGISTRY.checks)
    for check in REGISTRY.checks.values():
        assert issubclass(check, (ArticleCheck, LedgerCheck))
        assert check.__doc__, check.name
        assert check.Options.__doc__, check.name


def test_every_format_renders_an_empty_report() -> None:
    for reporter in REGISTRY.reporters.values():
        assert isinstance(reporter.render(Report(()), RenderOptions()), str)


def test_the_rule_book_of_a_checkout_is_the_folder_beside_the_package() -> None:
    folders = list(builtin.lintnews_rules())
    assert len(folders) == 1
    assert (Path(folders[0]) / "names").is_dir()
