from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.errors import ConfigError
from lintnews.register import Register
from lintnews.report import Report
from lintnews.rulebook import Rule
from lintnews.setup import Setup
from lintnews.suppress import FILE
from lintnews.workshop import Workshop
from tests.kit import CHECKS, SEATS, WORD, registry, told

ALLOWANCES = [
    Rule("unused", "style", "allowances", "note", "{allowed} unused", "", (), None, {"problem": ("unused",)}, ""),
    Rule("unknown", "style", "allowances", "note", "{allowed}{nearest}", "", (), None, {"problem": ("unknown",)}, ""),
]
COMMENT = "<!-- lintnews: allow {}: because -->\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(articles: dict[str, str], *, whole: bool = True, config: Config | None = None, **changes: object) -> Report:
    """A run over all articles with the rules of the kit and those about allowances."""
    real = registry()
    from lintnews.checks.allowances import AllowanceCheck

    house = type(real)({**CHECKS, "allowances": AllowanceCheck}, real.readers, real.reporters, real.extractors, (), ())
    workshop = Workshop(house, [WORD, SEATS, *ALLOWANCES], Register(), Setup(config or Config()))
    given = {path: text.encode() for path, text in articles.items()}
    targets = changes.get("targets", sorted(given))
    return run(workshop, targets, sorted(given), given=given, whole=whole)  # type: ignore[arg-type]


def test_a_comment_allows_the_next_paragraph_only() -> None:
    text = f"{COMMENT.format('bad-word')}A bad start.\n\nA bad end.\n"
    report = check({"a.md": text})
    assert told(report.findings) == ["a.md:4 bad-word found bad"]
    assert report.suppressed == 1


def test_a_rule_may_be_named_with_its_category() -> None:
    report = check({"a.md": f"{COMMENT.format('style/bad-word')}A bad start.\n"})
    assert not report.findings


def test_allow_file_allows_all() -> None:
    report = check({"a.md": "A bad start.\n\n<!-- lintnews: allow-file bad-word: quoted -->\n\nA bad end.\n"})
    assert (told(report.findings), report.suppressed) == ([], 2)


def test_the_other_side_of_a_pair_may_allow_it() -> None:
    one, two = "Ida booked 4 seats.\n", "Ida booked 5 seats.\n"
    assert len(check({"a.md": one, "b.md": two}).findings) == 1
    for quiet in ("a.md", "b.md"):
        articles = {"a.md": one, "b.md": two}
        articles[quiet] = COMMENT.format("seats-differ") + articles[quiet]
        report = check(articles)
        assert (told(report.findings), report.suppressed) == ([], 1)


def test_what_allows_nothing_is_told_at_its_line() -> None:
    report = check({"a.md": f"A start.\n\n{COMMENT.format('bad-word')}A good end.\n"})
    assert told(report.findings) == ["a.md:3 unused bad-word unused"]


def test_an_unknown_rule_is_told_with_the_nearest() -> None:
    report = check({"a.md": f"{COMMENT.format('bad-wort')}A good end.\n"})
    assert told(report.findings) == ['a.md:1 unknown bad-wort (did you mean "bad-word"?)']


def test_an_allowance_for_pairs_is_judged_only_when_everything_was_checked() -> None:
    articles = {"a.md": f"{COMMENT.format('seats-differ')}Ida booked 4 seats.\n"}
    assert not check(articles, whole=False).findings
    assert told(check(articles).findings) == ["a.md:1 unused seats-differ unused"]


def test_allowances_of_the_corpus_are_not_judged() -> None:
    articles = {"a.md": "A start.\n", "b.md": f"{COMMENT.format('bad-word')}A good end.\n"}
    assert not check(articles, targets=["a.md"]).findings


def test_ignores_by_file_hold_for_rules_and_categories() -> None:
    articles = {"op/a.md": "A bad start.\n", "b.md": "A bad end.\n"}
    for name in ("bad-word", "style"):
        report = check(articles, config=Config(per_file_ignores={"op/**": (name,)}))
        assert told(report.findings) == ["b.md:1 bad-word found bad"]
        assert report.suppressed == 1


def test_the_side_file_allows_by_path_and_words(home: Path) -> None:
    (home / FILE).write_text(
        "- path: 'a*'\n  rule: bad-word\n  reason: a name\n  text: Bobby   bad\n", encoding="utf-8"
    )
    report = check({"a.md": "Now Bobby\nbad sings.\n\nA bad end.\n", "b.md": "Bobby bad sings.\n"})
    assert told(report.findings) == ["a.md:4 bad-word found bad", "b.md:1 bad-word found bad"]
    assert report.suppressed == 1


def test_an_entry_of_the_side_file_that_nothing_needs_is_told_there(home: Path) -> None:
    (home / FILE).write_text("# ours\n- {path: a.md, rule: bad-word, reason: a name}\n", encoding="utf-8")
    assert told(check({"a.md": "A start.\n"}).findings) == [f"{FILE}:2 unused bad-word unused"]
    assert not check({"a.md": "A start.\n"}, whole=False).findings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {path: a.md, rule: bad-word}\n", "1: .*reason"),
        ("- {path: a.md, rule: x, reason: y}\n- {path: a.md}\n", '1: there is no rule "x"'),
        (
            "-\n  path: a.md\n  rule: bad-wort\n  reason: y\n",
            r'3: there is no rule "bad-wort" \(did you mean "bad-word"',
        ),
        ("- {path: a.md, rule: bad-word, reason: y, txt: z}\n", 'unknown key "txt"'),
        ("path: a.md\n", "holds a list"),
    ],
)
def test_mistakes_in_the_side_file_are_named_by_line(home: Path, text: str, message: str) -> None:
    (home / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        check({"a.md": "A start.\n"})
