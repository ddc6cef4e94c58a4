"""The configuration: one file, `.lintnews.yaml` or `[tool.lintnews]` in pyproject.toml, as one record."""

from __future__ import annotations

import msgspec

from lintnews.model import Level  # noqa: TC001 - msgspec reads the annotations at run time


class PluginChoice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which installed plugins must be there, and which are left out."""

    require: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a newsroom sets. Paths are relative to the folder of the file that they stand in."""

    corpus: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: dict[str, Level] = {}
    options: dict[str, dict[str, object]] = {}
    register: str | None = None
    plugins: PluginChoice = PluginChoice()
    fail_on: Level = "error"
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    language: str = "en"
