"""Every mistake in a rule file is refused with file, line and the nearest right word."""

from pathlib import Path

import pytest

from lintnews.errors import RuleError
from lintnews.rulebook import load_rule, load_rules, merge_options, refuse_doubles
from tests.kit import CHECKS

GOOD = """check: word
level: warning
message: "found {word}"
why: Nobody wants it.
options:
  word: dreadful
examples:
  bad:
    - name: it is there
      text: A dreadful day.
  good:
    - name: it is not
      text: A fine day.
"""


def write(folder: Path, text: str, name: str = "style/no-dreadful.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_the_path_gives_id_and_category(tmp_path: Path) -> None:
    rule = load_rule(write(tmp_path, GOOD), CHECKS)
    assert (rule.category, rule.id, rule.level, rule.options.word) == ("style", "no-dreadful", "warning", "dreadful")
    assert rule.words({"word": "dreadful"}) == "found dreadful"


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("check: word", "check: wrod", 1, 'there is no check "wrod" (did you mean "word"?)'),
        ("level: warning", "level: warn", 2, "level: 'warn' is none of error, warning, note"),
        ("{word}", "{wodr}", 3, 'gives no field "wodr" (did you mean "word"?)'),
        ("{word}", "{", 3, "message: "),
        ("{word}", "{word:d}", 3, 'message: write "{word}" alone'),
        ("{word}", "{word!q}", 3, 'message: write "{word}" alone'),
        ("why:", "wyh:", 4, 'unknown key "wyh" (did you mean "why"?)'),
        ("  word: dreadful", "  wrod: dreadful", 6, 'unknown key "wrod" (did you mean "word"?)'),
        ("  word: dreadful", "  at-most: many", 6, "expected a whole number, got text"),
        ("why: Nobody wants it.", "why: Nobody wants it.\nlevel: note", 5, '"level" is given twice (first in line 2)'),
        (
            "  good:\n    - name: it is not\n      text: A fine day.\n",
            "  good: []\n",
            7,
            "at least one bad and one good",
        ),
        ("      text: A fine day.", "      txet: A fine day.", 13, 'unknown key "txet" (did you mean "text"?)'),
        (
            "why: Nobody wants it.",
            "why: Nobody wants it.\nwhen: {sise: long}",
            5,
            'no field "sise" (did you mean "size"?)',
        ),
        ("message:", "message: [", 3, "not valid YAML"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, old: str, new: str, line: int, told: str) -> None:
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(RuleError) as caught:
        load_rule(path, CHECKS)
    where, message = caught.value.where, caught.value.message
    if told != "not valid YAML":
        assert where == f"{path}:{line}"
    assert where.startswith(str(path))
    assert told.replace("`", '"') in message


def test_a_rule_without_examples_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD.split("examples:", maxsplit=1)[0])
    with pytest.raises(RuleError, match="at least one bad and one good"):
        load_rule(path, CHECKS)


def test_an_id_must_be_kebab_case(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="lower-case words joined by hyphens"):
        load_rule(write(tmp_path, GOOD, "style/No_Dreadful.yaml"), CHECKS)


def test_a_doubled_id_names_both_files(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, GOOD, "names/no-dreadful.yaml")
    with pytest.raises(RuleError) as caught:
        refuse_doubles(load_rules([tmp_path], CHECKS))
    assert "names/no-dreadful.yaml" in str(caught.value)
    assert "style/no-dreadful.yaml" in str(caught.value)


def test_a_missing_folder_and_an_unreadable_rule_are_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder"):
        load_rules([tmp_path / "nowhere"], CHECKS)
    path = tmp_path / "style" / "x.yaml"
    path.parent.mkdir()
    path.write_bytes(b"check: \xff\xfe")
    with pytest.raises(RuleError, match="can't read the rule"):
        load_rule(path, CHECKS)


def test_options_are_merged_and_checked(tmp_path: Path) -> None:
    rule = load_rule(write(tmp_path, GOOD), CHECKS)
    assert merge_options(rule, {"word": "awful"}, "config.yaml:3").options.word == "awful"
    with pytest.raises(RuleError, match='no option "wrod"'):
        merge_options(rule, {"wrod": "awful"}, "config.yaml:3")
    with pytest.raises(RuleError, match='options of "no-dreadful"'):
        merge_options(rule, {"at-most": "many"}, "config.yaml:3")


@pytest.mark.parametrize(
    "text", ["&a [*a]", "a: &a [1]\nb: *a\n", "- 2024-13-45", "\t- x", "a: !!python/object:os.system {}"]
)
def test_strange_yaml_is_an_error_never_a_crash(tmp_path: Path, text: str) -> None:
    with pytest.raises(RuleError):
        load_rule(write(tmp_path, text), CHECKS)
