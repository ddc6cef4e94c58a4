from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lintnews import builtin, setup
from lintnews.cache import stamp_of
from lintnews.config import Config
from lintnews.plugins import load
from lintnews.rulebook import load_rules
from lintnews.rulestore import FILE, bound, homes, stored_rules
from lintnews.setup import Setup, workshop_of
from lintnews.state import CACHE_FOLDER


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory; what is kept beside the bytecode is not used."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(setup, "homes", lambda root: [place for place in homes(root) if place.name == CACHE_FOLDER])
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
    assert [rule.level for rule in stored_rules("rules", checks, [home])] == ["note"]
    path.write_text(text.replace("note", "warning"), encoding="utf-8")
    assert [rule.level for rule in stored_rules("rules", checks, [home])] == ["warning"]
    assert [bound(rule, checks) for rule in stored_rules("rules", checks, [home])] == load_rules(
        [Path("rules")], checks, examples=False
    )


def test_a_folder_that_cannot_be_written_is_done_without(home: Path) -> None:
    (home / CACHE_FOLDER).write_text("a file in its place", encoding="utf-8")
    assert workshop_of(Setup(Config(), cached=True)).rules == workshop_of(Setup(Config())).rules


def test_the_next_place_serves_where_the_first_cannot_be_written(home: Path) -> None:
    (home / "taken").write_text("a file in its place", encoding="utf-8")
    checks = load().checks
    folder = builtin.lintnews_rules()
    rules = stored_rules(*folder, checks, [home / "taken", home / "spare"])
    assert (home / "spare" / FILE).is_file()
    assert [bound(rule, checks) for rule in stored_rules(*folder, checks, [home / "spare"])] == rules


def test_rules_are_kept_beside_the_bytecode(tmp_path: Path) -> None:
    """A copy of the program in a folder of its own reads YAML once, and not at all without leave to write."""
    prefix = tmp_path / "bytecode"
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    code = (
        "import sys\nfrom lintnews.setup import Setup, workshop_of\n"
        "rules = workshop_of(Setup()).rules\nprint(len(rules), 'yaml' in sys.modules)"
    )

    def run(*flags: str) -> str:
        command = [sys.executable, "-X", f"pycache_prefix={prefix}", *flags, "-c", code]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path, env=env).stdout

    refused, first, again = run("-B"), run(), run()
    assert refused == first != again
    assert (first.split()[1], again.split()[1]) == ("True", "False")
    assert first.split()[0] == again.split()[0]
