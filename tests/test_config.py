from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.config import find_config, key, load_config
from lintnews.errors import ConfigError
from lintnews.setup import Setup, workshop_of


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path) -> str:
    """What is said about a configuration that is not as it must be."""
    with pytest.raises(ConfigError) as problem:
        load_config(path, path.name)
    return str(problem.value)


def test_the_nearest_file_upward_is_taken(tmp_path: Path) -> None:
    inner = tmp_path / "desk" / "sport"
    inner.mkdir(parents=True)
    outer = write(tmp_path, ".lintnews.yaml", "fail-on: note\n")
    assert find_config(inner) == outer
    nearer = write(tmp_path / "desk", "pyproject.toml", "[tool.lintnews]\nfail-on = 'warning'\n")
    assert find_config(inner) == nearer


def test_a_pyproject_of_somebody_else_is_passed_over(tmp_path: Path) -> None:
    outer = write(tmp_path, ".lintnews.yaml", "")
    (tmp_path / "site").mkdir()
    write(tmp_path / "site", "pyproject.toml", "[project]\nname = 'lintnews-site'\n")
    assert find_config(tmp_path / "site") == outer


def test_a_misnamed_file_is_not_passed_over(tmp_path: Path) -> None:
    write(tmp_path, ".lintnews.yml", "fail-on: note\n")
    with pytest.raises(ConfigError, match=r"called \.lintnews\.yaml"):
        find_config(tmp_path)


def test_yaml_and_toml_say_the_same(tmp_path: Path) -> None:
    yaml = write(
        tmp_path,
        ".lintnews.yaml",
        "corpus: [archive]\nlevels: {hard-to-read: error}\nfail-on: warning\nper-file-ignores:\n  'op/**': [style]\n",
    )
    toml = write(
        tmp_path,
        "pyproject.toml",
        "[tool.lintnews]\ncorpus = ['archive']\nfail-on = 'warning'\n[tool.lintnews.levels]\nhard-to-read = 'error'\n"
        "[tool.lintnews.per-file-ignores]\n'op/**' = ['style']\n",
    )
    assert load_config(yaml, "y")[0] == load_config(toml, "t")[0]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            ".lintnews.yaml",
            "corpus: [a]\nselct: [x]\n",
            '.lintnews.yaml:2: unknown key "selct" (did you mean "select"?)',
        ),
        (".lintnews.yaml", "# a\nfail-on: fatal\n", ".lintnews.yaml:2: fail-on: "),
        (".lintnews.yaml", "a: 1\na: 2\n", '.lintnews.yaml:2: "a" is given twice'),
        (".lintnews.yaml", "corpus: [a\n", "not valid YAML"),
        (".lintnews.yaml", "- corpus\n", "holds a mapping"),
        (
            ".lintnews.yaml",
            "plugins:\n  requires: [x]\n",
            '.lintnews.yaml:2: unknown key "requires" (did you mean "require',
        ),
        (
            "pyproject.toml",
            "[project]\nname='x'\n\n[tool.lintnews]\ncorpus = ['a']\nselct = ['x']\n",
            'pyproject.toml:6: unknown key "selct" (did you mean "select"?)',
        ),
        ("pyproject.toml", "[tool.lintnews]\n[tool.lintnews.levels]\nx = 'bad'\n", "pyproject.toml:2: levels"),
        ("pyproject.toml", "[tool.lintnews\n", "not valid TOML"),
    ],
)
def test_mistakes_are_named_by_file_and_line(tmp_path: Path, name: str, text: str, told: str) -> None:
    assert told in refused(write(tmp_path, name, text))


def setup_of(folder: Path, text: str) -> Setup:
    path = write(folder, ".lintnews.yaml", text)
    config, lines = load_config(path, ".lintnews.yaml")
    return Setup(config, str(folder), ".lintnews.yaml", lines=lines)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "select: [style, unused-alowance]\n",
            '.lintnews.yaml:1: select: there is no rule or category "unused-alowance"',
        ),
        ("ignore:\n  - style\n  - stile\n", '.lintnews.yaml:3: ignore: there is no rule or category "stile" (did you'),
        ("extend-select: [stile]\n", ".lintnews.yaml:1: extend-select"),
        ("levels:\n  nothing-such: note\n", ".lintnews.yaml:2: levels"),
        ("options:\n  style: {a: 1}\n", '.lintnews.yaml:2: options: there is no rule "style"'),
        ("options:\n  unused-allowance:\n    limit: 1\n", ".lintnews.yaml:3: "),
        ("per-file-ignores:\n  'a/**': [stile]\n", ".lintnews.yaml:2: per-file-ignores"),
        ("rules: [mine]\n", '.lintnews.yaml:1: rules: there is no folder "mine"'),
        ("register: people.yaml\n", '.lintnews.yaml:1: register: there is no file "people.yaml"'),
    ],
)
def test_names_that_nothing_has_are_named_by_file_and_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as problem:
        workshop_of(setup_of(tmp_path, text))
    assert told in str(problem.value)


def test_levels_and_choice_of_rules_hold(tmp_path: Path) -> None:
    workshop = workshop_of(setup_of(tmp_path, "select: [unused-allowance]\nlevels: {style: error}\n"))
    assert [(rule.id, rule.level) for rule in workshop.rules] == [("unused-allowance", "error")]


def test_a_rule_that_is_off_may_be_added(tmp_path: Path) -> None:
    plain = {rule.id for rule in workshop_of(setup_of(tmp_path, "")).rules}
    more = {rule.id for rule in workshop_of(setup_of(tmp_path, "extend-select: [mixed-apostrophes]\n")).rules}
    assert more - plain == {"mixed-apostrophes"}


def test_lines_of_keys_are_kept(tmp_path: Path) -> None:
    setup = setup_of(tmp_path, "corpus:\n  - a\n  - b\n")
    assert setup.lines[key("corpus", 1)] == 3
    assert setup.where("corpus", 1) == ".lintnews.yaml:3"
    assert setup.where("select", 0) == "command line"
