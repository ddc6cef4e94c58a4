from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.cache import stamp_of
from lintnews.config import Config
from lintnews.plugins import load
from lintnews.rulebook import load_rules
from lintnews.rulestore import FILE, stored_rules
from lintnews.setup import Setup, workshop_of
from lintnews.state import CACHE_FOLDER


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_built_in_rules_read_from_the_cache_are_the_same(home: Path) -> None:
    plain, first, again = (workshop_of(Setup(Config(), cached=cached)) for cached in (False, True, True))
    assert (home / CACHE_FOLDER / FILE).is_file()
    assert plain.rules == first.rules == again.rules
    assert stamp_of(plain) == stamp_of(first) == stamp_of(again)


def test_rubbish_in_the_cache_changes_nothing(home: Path) -> None:
    plain = workshop_of(Setup(Config(), cached=True)).rules
    data = (home / CACHE_FOLDER / FILE).read_bytes()
    for rubbish in (b"", b"rubbish", data[:-9], data.replace(b"error", b"notes")):
        (home / CACHE_FOLDER / FILE).write_bytes(rubbish)
        assert workshop_of(Setup(Config(), cached=True)).rules == plain


def test_a_rule_that_changed_is_read_again(home: Path) -> None:
    checks = load().checks
    path = home / "rules" / "house" / "stale.yaml"
    path.parent.mkdir(parents=True)
    text = "check: allowances\nlevel: note\nmessage: stale\nwhy: Because.\n"
    path.write_text(text, encoding="utf-8")
    assert [rule.level for rule in stored_rules("rules", checks, ".")] == ["note"]
    path.write_text(text.replace("note", "warning"), encoding="utf-8")
    assert [rule.level for rule in stored_rules("rules", checks, ".")] == ["warning"]
    assert stored_rules("rules", checks, ".") == load_rules([Path("rules")], checks, examples=False)


def test_a_folder_that_cannot_be_written_is_done_without(home: Path) -> None:
    (home / CACHE_FOLDER).write_text("a file in its place", encoding="utf-8")
    assert workshop_of(Setup(Config(), cached=True)).rules == workshop_of(Setup(Config())).rules
