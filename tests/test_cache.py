from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from lintnews.cache import KEPT, Cache, open_cache, stamp_of
from lintnews.engine import run
from lintnews.register import Person, Register
from lintnews.report import Report
from lintnews.reporters.json import document
from lintnews.rulebook import Rule
from lintnews.state import CACHE_FOLDER
from lintnews.workshop import Workshop
from tests.kit import SEATS, WORD, registry, rule

ARTICLES = {
    "a.md": "A bad start.\n\nIda booked 4 seats.\n",
    "b.md": "Ida booked 5 seats.\n",
    "c.md": "Ida booked 4 seats and a bad table.\n",
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The articles, in the working directory."""
    monkeypatch.chdir(tmp_path)
    for name, text in ARTICLES.items():
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


def workshop(*rules: Rule, register: Register | None = None) -> Workshop:
    return Workshop(registry(), rules or (WORD, SEATS), register or Register())


def check(*rules: Rule, targets: list[str] | None = None, cached: bool = True) -> tuple[Report, Cache | None]:
    """A run with the cache of the working directory."""
    shop = workshop(*rules)
    cache = open_cache(shop, ".") if cached else None
    report = run(shop, targets or sorted(ARTICLES), sorted(ARTICLES), cache=cache)
    if cache:
        cache.close()
    return report, cache


def hits(*rules: Rule, **more: list[str]) -> int:
    _, cache = check(*rules, **more)  # type: ignore[arg-type]
    assert cache is not None
    return cache.hits


def test_warm_is_cold_to_the_byte() -> None:
    none, cold, warm = (check(cached=cached)[0] for cached in (False, True, True))
    assert document(none, "1") == document(cold, "1") == document(warm, "1")
    assert none.findings == cold.findings == warm.findings
    assert hits() == 3


def test_only_what_changed_is_worked_on() -> None:
    check()
    Path("b.md").write_text("Ida booked 7 seats.\n", encoding="utf-8")
    report, cache = check()
    assert cache is not None
    assert cache.hits == 2
    assert report.findings == check(cached=False)[0].findings


def test_work_on_a_target_serves_the_corpus_but_not_the_other_way_round() -> None:
    check()
    assert hits(targets=["a.md"]) == 3
    cold = check(targets=["a.md"], cached=False)[0]
    assert check(targets=["a.md"])[0].findings == cold.findings
    Path("a.md").write_text("Ida booked 9 bad seats.\n", encoding="utf-8")
    check(targets=["b.md"])
    assert check()[0].findings == check(cached=False)[0].findings


def test_rules_options_levels_and_register_have_work_of_their_own() -> None:
    stamps = {
        stamp_of(shop)
        for shop in (
            workshop(WORD),
            workshop(SEATS),
            workshop(rule("word", "found {word}", name="bad-word", level="error")),
            workshop(rule("word", "found {word}", name="bad-word", word="good")),
            workshop(rule("word", "saw {word}", name="bad-word")),
            workshop(WORD, register=Register(people=(Person("Ida Brandt"),))),
        )
    }
    assert len(stamps) == 6
    assert stamp_of(workshop(WORD)) == stamp_of(workshop(WORD))


def test_settings_that_nobody_uses_any_more_are_dropped(home: Path) -> None:
    check(WORD)
    for number in range(KEPT + 1):
        check(rule("word", f"{number} {{word}}", name="bad-word"))
    assert hits(WORD) == 0


@pytest.mark.parametrize("rubbish", [b"", b"no database at all" * 99])
def test_a_torn_cache_is_thrown_away(home: Path, rubbish: bytes) -> None:
    cold, _ = check()
    file = next((home / CACHE_FOLDER).glob("*.sqlite"))
    file.write_bytes(rubbish)
    report, _ = check()
    assert report.findings == cold.findings
    assert hits() == 3


def test_values_that_were_altered_are_not_believed(home: Path) -> None:
    cold, _ = check()
    with sqlite3.connect(next((home / CACHE_FOLDER).glob("*.sqlite"))) as base:
        base.execute("update work set value = replace(value, cast('bad' as blob), cast('mad' as blob))")
    assert check()[0].findings == cold.findings


def test_a_locked_cache_is_done_without(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintnews.cache.BUSY", 0.0)
    cold, _ = check()
    base = sqlite3.connect(next((home / CACHE_FOLDER).glob("*.sqlite")), isolation_level=None)
    base.execute("begin exclusive")
    try:
        report, cache = check()
    finally:
        base.close()
    assert report.findings == cold.findings
    assert cache is not None
    assert "locked" in cache.trouble


def test_a_folder_that_cannot_be_made_is_done_without(home: Path) -> None:
    (home / CACHE_FOLDER).write_text("a file in its place", encoding="utf-8")
    report, cache = check()
    assert report.findings == check(cached=False)[0].findings
    assert cache is not None
    assert cache.trouble


def test_the_folder_hides_itself_from_git(home: Path) -> None:
    check()
    assert (home / CACHE_FOLDER / ".gitignore").read_text(encoding="ascii") == "*\n"


def test_work_that_failed_is_done_again() -> None:
    broken = rule("broken", "x")
    assert check(broken)[0].failures
    assert hits(broken) == 0
