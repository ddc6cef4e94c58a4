"""The built-in rules as they were read before: YAML is parsed again only when a rule or the program has changed.

They are kept as Python keeps bytecode, in `__pycache__` beside this module; where that can't be written, in the cache.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import xxhash

from lintnews.rulebook import Rule, load_rules, shown
from lintnews.state import CACHE_FOLDER, digest_of, make_cache_folder, program_state, state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Check

FILE = "rules.msgpack"
_SUM = 16  # bytes of the checksum that the file begins with


class Store(msgspec.Struct, frozen=True):
    """Rules with their options as plain data; `key` tells what they were read from."""

    key: bytes
    rules: list[Rule]


def homes(root: str | None) -> list[Path]:
    """Where the rules may be kept, best place first; `root` is the configuration's folder, None if it may have none."""
    bytecode = __spec__.cached if __spec__ is not None else None
    return [
        *([Path(bytecode).parent] if bytecode else []),
        *([Path(root) / CACHE_FOLDER] if root is not None else []),
    ]


def bound(rule: Rule, checks: Mapping[str, type[Check]]) -> Rule:
    """The rule with its options as the record of its check, if they are plain data still."""
    if not isinstance(rule.options, dict):
        return rule
    return msgspec.structs.replace(rule, options=msgspec.convert(rule.options, checks[rule.check].Options))


def stored_rules(folder: str, checks: Mapping[str, type[Check]], places: Iterable[Path]) -> list[Rule]:
    """The rules below `folder` without their examples, from the first of `places` that has them.

    The options of a kept rule are plain data, until it is chosen and `bound`: that may need what is slow to load.
    """
    key = digest_of(sys.version, program_state(), state_of([folder]), os.path.abspath(folder))  # noqa: PTH100 - no links resolved
    home = shown(Path(folder))
    for place in places:
        kept = _read(place / FILE, key)
        if kept is not None:
            return [
                msgspec.structs.replace(rule, path=rule.path if home == "." else f"{home}/{rule.path}") for rule in kept
            ]
    rules = load_rules([Path(folder)], checks, examples=False)
    store = Store(key, [msgspec.structs.replace(rule, path=_below(folder, rule.path)) for rule in rules])
    any(_write(place, store) for place in places)
    return rules


def _below(folder: str, path: str) -> str:
    """The path of a rule below its folder."""
    return Path(os.path.relpath(path, folder)).as_posix()


def _read(path: Path, key: bytes) -> list[Rule] | None:
    """The rules in the file, if it is whole and of this key."""
    try:
        data = path.read_bytes()
        if xxhash.xxh3_128_digest(data[_SUM:]) != data[:_SUM]:
            return None
        store = msgspec.msgpack.decode(data[_SUM:], type=Store)
    except (OSError, msgspec.MsgspecError):
        return None
    return store.rules if store.key == key else None


def _write(place: Path, store: Store) -> bool:
    """Replace the file in one step; False where that can't be done: the rules are then read again next time."""
    data = msgspec.msgpack.encode(store)
    try:
        if place.name == CACHE_FOLDER:
            make_cache_folder(str(place.parent))
        elif sys.dont_write_bytecode:
            return False
        else:
            place.mkdir(exist_ok=True)
        new = place / f"{FILE}.{os.getpid()}"
        new.write_bytes(xxhash.xxh3_128_digest(data) + data)
        new.replace(place / FILE)
    except OSError:
        return False
    return True
