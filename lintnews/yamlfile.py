"""YAML files that people write: read with line numbers, bound to a record, every mistake named with file:line."""

from __future__ import annotations

import re
import types
import typing
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.errors import LintnewsError

T = TypeVar("T")
KeyPath = tuple[str | int, ...]


class Document(msgspec.Struct, frozen=True):
    """The data of a YAML file and the 1-based line of every key path in it."""

    path: str
    data: Any
    lines: dict[KeyPath, int]

    def where(self, *keys: str | int) -> str:
        """`file:line` of a key path, or of the nearest part of it that exists."""
        path: KeyPath = keys
        while path and path not in self.lines:
            path = path[:-1]
        line = self.lines.get(path, 1)
        return f"{self.path}:{line}"


def nearest(word: str, known: Iterable[str]) -> str:
    """` (did you mean "x"?)` for the known word nearest to `word`, or an empty string."""
    import difflib

    close = difflib.get_close_matches(str(word), sorted(known), n=1, cutoff=0.6)
    return f' (did you mean "{close[0]}"?)' if close else ""


def parse(path: str, text: str, error: type[LintnewsError], first_line: int = 1) -> Document:
    """Read YAML text; doubled keys, aliases that explode and syntax errors raise `error` with file:line."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines: dict[KeyPath, int] = {}
    try:
        reader = loader(text)
        try:
            node = reader.get_single_node()
            data = None if node is None else _build(reader, node, (), lines, path, error, first_line, frozenset())
        finally:
            reader.dispose()
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line = mark.line + first_line if mark else first_line
        raise error(f"not valid YAML: {problem.problem or problem.context}", f"{path}:{line}") from None
    except yaml.YAMLError as problem:
        raise error(f"not valid YAML: {' '.join(str(problem).split())}", path) from None
    except RecursionError:
        raise error("not valid YAML: nested too deeply", path) from None
    return Document(path, data, lines)


def _build(
    reader: Any,
    node: Any,
    keys: KeyPath,
    lines: dict[KeyPath, int],
    path: str,
    error: type[LintnewsError],
    first_line: int,
    open_nodes: frozenset[int],
) -> Any:
    """The Python value of a node, noting lines and refusing doubled keys and recursive aliases."""
    lines.setdefault(keys, node.start_mark.line + first_line)
    if id(node) in open_nodes or len(lines) > 200_000:
        raise error("YAML aliases that refer to themselves or explode", f"{path}:{node.start_mark.line + first_line}")
    inner = open_nodes | {id(node)}
    if node.id == "mapping":
        out: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + first_line
            if key_node.id != "scalar":
                raise error("a key must be a plain word", f"{path}:{line}")
            key = reader.construct_object(key_node)
            key = key_node.value if not isinstance(key, str) else key
            if key in out:
                raise error(f'"{key}" is given twice (first in line {lines[(*keys, key)]})', f"{path}:{line}")
            lines[(*keys, key)] = line
            out[key] = _build(reader, value_node, (*keys, key), lines, path, error, first_line, inner)
        return out
    if node.id == "sequence":
        return [
            _build(reader, item, (*keys, i), lines, path, error, first_line, inner) for i, item in enumerate(node.value)
        ]
    return _scalar(reader, node, path, error, first_line)


def _scalar(reader: Any, node: Any, path: str, error: type[LintnewsError], first_line: int) -> Any:
    """The value of a scalar; an impossible date or number is the user's mistake, not a crash."""
    try:
        return reader.construct_object(node)
    except ValueError as problem:
        raise error(f"{node.value!r}: {problem}", f"{path}:{node.start_mark.line + first_line}") from None


_AT = re.compile(r" - at `\$(?P<path>.*)`$")
_STEP = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<index>\d+)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>.*)`")


def bind(document: Document, kind: type[T], error: type[LintnewsError], *inside: str | int) -> T:
    """The document's data (or the part under `inside`) as a record of `kind`; mistakes raise `error` with file:line."""
    data = document.data
    for key in inside:
        data = data[key]
    try:
        return msgspec.convert({} if data is None else data, kind)
    except msgspec.ValidationError as problem:
        message = str(problem)
        at = _AT.search(message)
        keys: KeyPath = inside
        if at:
            message = message[: at.start()]
            steps = [int(s["index"]) if s["index"] else s["key"] for s in _STEP.finditer(at["path"])]
            keys = _real_path(document, inside, steps)
        unknown = _UNKNOWN.match(message)
        if unknown:
            field = unknown["field"]
            keys = (*keys, field)
            message = f'unknown key "{field}"{nearest(field, _field_names(kind, keys[len(inside) : -1]))}'
        else:
            named = ".".join(str(k) for k in keys)
            message = _plain(message, _type_at(kind, keys[len(inside) :]))
            message = f"{named}: {message}" if named else message
        raise error(message.replace("`", '"'), document.where(*keys)) from None


def _real_path(document: Document, inside: KeyPath, steps: list[str | int]) -> KeyPath:
    """The key path that msgspec names; it writes `[...]` for any key of a free mapping, where the path ends for us."""
    keys = inside
    for step in steps:
        if step == "..." or (*keys, step) not in document.lines:
            break
        keys = (*keys, step)
    return keys


_WORDS = {
    "array": "a list",
    "object": "a mapping of keys to values",
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a date",
    "null": "nothing",
}
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`(?P<length> of [^,]+)?, got `(?P<got>\w+)`")
_MISSING = re.compile(r"Object missing required field `(?P<field>.*)`")


def _plain(message: str, kind: Any) -> str:
    """What msgspec says, in the words of somebody who writes YAML and no Python."""
    expected = _EXPECTED.match(message)
    if expected and not expected["length"]:
        wanted = " or ".join(_WORDS.get(part, part) for part in expected["wanted"].split(" | "))
        return f"expected {wanted}, got {_WORDS.get(expected['got'], expected['got'])}"
    missing = _MISSING.match(message)
    if missing:
        return f'the key "{missing["field"]}" is missing'
    if message.startswith("Invalid enum value "):
        choices = ", ".join(map(str, typing.get_args(kind))) if typing.get_origin(kind) is typing.Literal else ""
        return f"{message.removeprefix('Invalid enum value ')} is none of {choices or 'the values allowed here'}"
    return message


def _type_at(kind: Any, keys: KeyPath) -> Any:
    """The type that stands at a key path, as far as the types tell."""
    for key in keys:
        while typing.get_origin(kind) in {typing.Union, types.UnionType}:
            kind = next((arm for arm in typing.get_args(kind) if arm is not type(None)), None)
        arms = typing.get_args(kind)
        if _is_struct(kind):
            kind = {f.encode_name: f.type for f in msgspec.structs.fields(kind)}.get(str(key))
        elif arms:
            kind = arms[0] if isinstance(key, int) else arms[-1]
        else:
            return None
    return kind


def _field_names(kind: Any, keys: KeyPath) -> list[str]:
    """Names that may stand where an unknown key stood, as far as the types tell."""
    kind = _type_at(kind, keys)
    arms = [kind, *typing.get_args(kind)]
    return [f.encode_name for arm in arms if _is_struct(arm) for f in msgspec.structs.fields(arm)]


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
