"""The built-in rules as they were read before: YAML is parsed again only when a rule or the program has changed."""

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
    from collections.abc import Mapping

    from lintnews.contract import Check

FILE = "rules.msgpack"
_SUM = 16  # bytes of the checksum that the file begins with


class Store(msgspec.Struct, frozen=True):
    """Rules with their options as plain data; `key` tells what they were read from."""

    key: bytes
    rules: list[Rule]


def stored_rules(folder: str, checks: Mapping[str, type[Check]], root: str) -> list[Rule]:
    """The rules below `folder` without their examples, from the cache beside the configuration if it has them."""
    key = digest_of(sys.version, program_state(), state_of([folder]), folder, sorted(checks))
    kept = _read(Path(root) / CACHE_FOLDER / FILE, key)
    if kept is None:
        rules = load_rules([Path(folder)], checks, examples=False)
        _write(root, Store(key, [msgspec.structs.replace(rule, path=os.path.abspath(rule.path)) for rule in rules]))  # noqa: PTH100 - no links resolved
        return rules
    return [
        msgspec.structs.replace(
            rule, options=msgspec.convert(rule.options, checks[rule.check].Options), path=shown(Path(rule.path))
        )
        for rule in kept
    ]


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


def _write(root: str, store: Store) -> None:
    """Replace the file in one step; where that can't be done, the rules are read again next time."""
    data = msgspec.msgpack.encode(store)
    try:
        path = make_cache_folder(root) / FILE
        new = path.with_name(f"{FILE}.{os.getpid()}")
        new.write_bytes(xxhash.xxh3_128_digest(data) + data)
        new.replace(path)
    except OSError:
        return
