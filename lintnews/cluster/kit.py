"""What a worker needs to work as this machine does: settings, rules and register as they were read here.

Rules and register travel, so that workers need no copy of the newsroom's folder; the program and its plugins don't,
and a worker where they differ refuses to work.
"""

from __future__ import annotations

import platform
import re
from importlib import metadata
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import xxhash

from lintnews import __version__
from lintnews.cluster.sources import content
from lintnews.errors import LintnewsError
from lintnews.placing import Locator, shelf
from lintnews.plugins import load
from lintnews.register import Register  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.rulebook import Rule  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.rulestore import bound
from lintnews.setup import Setup
from lintnews.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from lintnews.plugins import Registry


class Kit(msgspec.Struct, frozen=True):
    """The settings of a run with what they name; `folder` is what paths are relative to, `passport` see there."""

    setup: Setup
    rules: list[Rule]
    known: list[str]
    register: Register
    folder: str
    passport: dict[str, str]


def pack(workshop: Workshop) -> bytes:
    """The kit of a workshop, for its workers."""
    kit = Kit(
        workshop.setup or Setup(),
        [msgspec.structs.replace(rule, examples=None) for rule in workshop.rules],
        sorted(workshop.known),
        workshop.register,
        str(Path.cwd()),
        passport(workshop.registry),
    )
    return msgspec.msgpack.encode(kit)


class Bench(NamedTuple):
    """What a worker works with; `lock` is for the work itself, which is not made for several threads at once."""

    workshop: Workshop
    folder: str
    locate: Callable[[str], Locator]  # an article, read again because a finding rests on it
    lock: Lock


_benches: dict[bytes, Bench] = {}
_setting_up = Lock()


def bench_of(packed: bytes) -> Bench:
    """The bench for a kit, made once a process; LintnewsError if another program or other plugins stand here."""
    with _setting_up:
        bench = _benches.get(packed)
        if bench is None:
            bench = _made(msgspec.msgpack.decode(packed, type=Kit))
            _benches.clear()  # one run at a time is the rule, and a workshop is large
            _benches[packed] = bench
        return bench


def _made(kit: Kit) -> Bench:
    setup = kit.setup
    registry = load(setup.config.plugins.require, setup.config.plugins.disable)
    refuse_stranger(kit.passport, passport(registry))
    rules = [bound(rule, registry.checks) for rule in kit.rules]
    workshop = Workshop(registry, rules, kit.register, setup, frozenset(kit.known))
    return bench_for(workshop, kit.folder)


def bench_for(workshop: Workshop, folder: str) -> Bench:
    """The bench of a workshop; paths are relative to `folder`."""
    locate = shelf(lambda path: workshop.read(path, content(path, folder)))
    return Bench(workshop, folder, locate, Lock())


def passport(registry: Registry) -> dict[str, str]:
    """What decides the findings of a machine: the program to the byte, versions of Python, plugins and libraries."""
    libraries = {name: _version(name) for name in _requirements()}
    plugins = {f"plugin {name}": version for name, version in registry.plugins}
    return {
        "lintnews": __version__,
        "lintnews's files": _digest(Path(__file__).parent.parent),
        "rules that come with it": _digest(*(Path(f) for owner, f in registry.rule_folders if owner == "lintnews")),
        "Python": ".".join(platform.python_version_tuple()[:2]),
        **libraries,
        **plugins,
    }


def refuse_stranger(ours: dict[str, str], theirs: dict[str, str]) -> None:
    """LintnewsError that names the first difference of two passports."""
    for name in sorted(ours.keys() | theirs.keys(), key=lambda n: (n.startswith("lintnews's"), n)):
        here, there = ours.get(name, "none"), theirs.get(name, "none")
        if here != there:
            raise LintnewsError(f"{name}: {there} there, {here} here; install the same on all machines", _where())


def _where() -> str:
    """The worker that this is."""
    from distributed import get_worker

    try:
        return f"worker {get_worker().address}"
    except ValueError:  # outside of a task
        return "worker"


def _digest(*folders: Path) -> str:
    """A short digest of the files below folders, wherever they are installed."""
    sum_ = xxhash.xxh3_64()
    for folder in folders:
        for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).parts):
            if path.suffix in {".py", ".txt", ".tsv", ".yaml", ".json"} and "__pycache__" not in path.parts:
                sum_.update(path.relative_to(folder).as_posix().encode())
                sum_.update(path.read_bytes())
    return str(sum_.hexdigest())


def _requirements() -> list[str]:
    """The libraries that lintnews can't do without."""
    try:
        needed = metadata.requires("lintnews") or []
    except metadata.PackageNotFoundError:
        return []
    return [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needed if "extra ==" not in line]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def greet(packed: bytes) -> None:
    """Make sure that this worker can work for the run."""
    bench_of(packed)
