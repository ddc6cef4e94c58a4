"""YAML that people write: every mistake is named with its line, and nothing in it can run or explode."""

from __future__ import annotations

import msgspec
import pytest

from lintnews.errors import ConfigError
from lintnews.yamlfile import bind, nearest, parse


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    spellings: tuple[str, ...] = ()


class Desk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    people: tuple[Person, ...] = ()
    limit: int = 3


def read(text: str) -> Desk:
    return bind(parse("desk.yaml", text, ConfigError), Desk, ConfigError)


def refused(text: str) -> ConfigError:
    with pytest.raises(ConfigError) as problem:
        read(text)
    return problem.value


def test_a_document_becomes_a_record() -> None:
    desk = read("people:\n  - name: Ida Brandt\n    spellings: [Ida Brand]\nlimit: 4\n")
    assert desk == Desk((Person("Ida Brandt", ("Ida Brand",)),), 4)


def test_an_empty_document_has_the_defaults() -> None:
    assert read("") == read("# nothing yet\n") == Desk()


@pytest.mark.parametrize(
    ("text", "where", "told"),
    [
        ("limit: 3\nlimt: 4\n", "desk.yaml:2", 'unknown key "limt" (did you mean "limit"?)'),
        ("people:\n  - name: Ida Brandt\n    speling: []\n", "desk.yaml:3", 'unknown key "speling"'),
        ("limit: 3\npeople: []\nlimit: 4\n", "desk.yaml:3", '"limit" is given twice (first in line 1)'),
        ("people: []\nlimit: many\n", "desk.yaml:2", "limit: expected a whole number"),
        ("people:\n  - spellings: []\n", "desk.yaml:2", "name"),
        ("people: [\n", "desk.yaml:2", "not valid YAML"),
        ("? [a, b]\n: 3\n", "desk.yaml:1", "a key must be a plain word"),
        ("limit: 2024-13-45\n", "desk.yaml:1", "2024-13-45"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, where: str, told: str) -> None:
    problem = refused(text)
    assert problem.where == where
    assert told in problem.message


def test_aliases_can_not_explode() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert "explode" in refused("\n".join(levels)).message
    assert "themselves" in refused("people: &p [*p]").message


def test_no_tag_makes_an_object() -> None:
    assert refused("limit: !!python/object/apply:os.getcwd []").message == "limit: expected a whole number, got a list"


def test_only_a_near_name_is_offered() -> None:
    assert nearest("anonymus-source", ["anonymous-source", "vague-source"]) == ' (did you mean "anonymous-source"?)'
    assert nearest("xyz", ["anonymous-source"]) == ""
