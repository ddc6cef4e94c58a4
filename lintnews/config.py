"""The configuration: one file, `.lintnews.yaml` or `[tool.lintnews]` in pyproject.toml, as one record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import Meta

from lintnews.errors import ConfigError
from lintnews.model import Level  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lintnews.yamlfile import Document

FILE = ".lintnews.yaml"
_MISNAMED = (".lintnews.yml", "lintnews.yaml", "lintnews.yml")


class PluginChoice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which installed plugins must be there, and which are left out."""

    require: Annotated[tuple[str, ...], Meta(description="Plugins that must be installed.")] = ()
    disable: Annotated[tuple[str, ...], Meta(description="Installed plugins that are not loaded.")] = ()


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a newsroom sets. Paths are relative to the folder of the file that they stand in."""

    corpus: Annotated[
        tuple[str, ...],
        Meta(description="Folders, files and globs of articles that the checked ones are compared with."),
    ] = ()
    exclude: Annotated[
        tuple[str, ...], Meta(description="Files and folders that are left out, as patterns of .gitignore.")
    ] = ()
    rules: Annotated[tuple[str, ...], Meta(description="Folders of the newsroom's own rules.")] = ()
    select: Annotated[
        tuple[str, ...],
        Meta(description='Rules and categories that run, "ALL" for every one; empty: those enabled by default.'),
    ] = ()
    extend_select: Annotated[
        tuple[str, ...],
        Meta(description="Rules and categories that run beside those, such as rules that are off by default."),
    ] = ()
    ignore: Annotated[tuple[str, ...], Meta(description="Rules and categories that don't run.")] = ()
    levels: Annotated[dict[str, Level], Meta(description="Rule or category to level.")] = {}
    options: Annotated[dict[str, dict[str, Any]], Meta(description="Rule to the options of its check.")] = {}
    register: Annotated[
        str | None, Meta(description="The file of the newsroom's own facts: people, organisations, figures.")
    ] = None
    plugins: Annotated[PluginChoice, Meta(description="Which plugins must be there and which are left out.")] = (
        PluginChoice()
    )
    fail_on: Annotated[Level, Meta(description="The level from which on a finding fails the run.")] = "error"
    per_file_ignores: Annotated[
        dict[str, tuple[str, ...]],
        Meta(description="Pattern of .gitignore to the rules and categories that are ignored in such files."),
    ] = {}
    baseline: Annotated[
        str | None,
        Meta(description="The file of accepted findings, if it is not .lintnews-baseline.json beside this one."),
    ] = None
    language: Annotated[str, Meta(description="Language of articles that don't name theirs.")] = "en"


def find_config(folder: Path) -> Path | None:
    """The nearest configuration file in `folder` or above it; None if there is none."""
    for home in (folder, *folder.parents):
        for name in _MISNAMED:
            if (home / name).is_file() and not (home / FILE).is_file():
                raise ConfigError(f"a configuration file is called {FILE}", str(home / name))
        if (home / FILE).is_file():
            return home / FILE
        project = home / "pyproject.toml"
        if project.is_file() and _table(_read(project), str(project)) is not None:
            return project
    return None


def load_config(path: Path, shown: str) -> tuple[Config, dict[str, int]]:
    """The configuration in a file, and the line of every key in it (see `key`); mistakes raise ConfigError."""
    from lintnews.yamlfile import bind, parse

    text = _read(path)
    document = _toml_document(text, shown) if path.suffix == ".toml" else parse(shown, text, ConfigError)
    if document.data is not None and not isinstance(document.data, dict):
        raise ConfigError("a configuration file holds a mapping (corpus, select, …)", shown)
    return bind(document, Config, ConfigError), {key(*path): line for path, line in document.lines.items()}


def key(*path: str | int) -> str:
    """A key path as one word, to look its line up."""
    return "\0".join(map(str, path))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigError("no such configuration file", str(path)) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigError(f"can't read the configuration: {problem}", str(path)) from None


def _table(text: str, shown: str) -> dict[str, Any] | None:
    """`[tool.lintnews]` of a TOML file; None if it has none."""
    if "lintnews" not in text:
        return None
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError(f"not valid TOML: {problem}", shown) from None
    table = data.get("tool", {}).get("lintnews")
    return table if isinstance(table, dict) else None


def _toml_document(text: str, shown: str) -> Document:
    """`[tool.lintnews]` as a document with lines."""
    from lintnews.yamlfile import Document

    table = _table(text, shown)
    if table is None:
        raise ConfigError("no table [tool.lintnews]", shown)
    return Document(shown, table, dict(_toml_lines(text)))


_HEADER = late(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = late(r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = late(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


def _toml_lines(text: str) -> Iterator[tuple[tuple[str | int, ...], int]]:
    """(key path below [tool.lintnews], line): tomllib gives no lines; keys inside inline tables have their parent's."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        given = header or _KEY.match(line)
        if not given:
            continue
        parts = tuple(a or b or c for a, b, c in _PART.findall(given[1]))
        table, path = (parts, parts) if header else (table, table + parts)
        if path[:2] == ("tool", "lintnews"):
            yield path[2:], number
