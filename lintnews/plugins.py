"""Plugins: find (metadata only), load (import), classify into a Registry. A plugin that fails is an error, named."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from lintnews.contract import STAGES, ArticleCheck, Check, Extractor, LedgerCheck, Reader, Reporter
from lintnews.errors import PluginError, told
from lintnews.hookspecs import GROUP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pluggy


class Registry(msgspec.Struct, frozen=True):
    """All that can be used in a run, by name, and which plugin brought it."""

    checks: dict[str, type[Check]]
    readers: dict[str, Reader]
    reporters: dict[str, Reporter]
    extractors: tuple[Extractor, ...]
    rule_folders: tuple[tuple[str, str], ...]  # (plugin, folder)
    lexicon_folders: tuple[str, ...]
    plugins: tuple[tuple[str, str], ...] = ()  # (name, version) of external plugins


class Found(msgspec.Struct, frozen=True):
    """An installed plugin before it is imported."""

    name: str
    value: str
    distribution: str
    version: str


def find() -> list[Found]:
    """The installed plugins by metadata, sorted by name; nothing is imported from them."""
    if not _any_entry_point():
        return []
    from importlib.metadata import distributions

    found = {
        (entry.name, entry.value): Found(entry.name, entry.value, dist.name, dist.version)
        for dist in distributions()
        for entry in dist.entry_points
        if entry.group == GROUP
    }
    return sorted(found.values(), key=lambda f: (f.name, f.value))


def _any_entry_point() -> bool:
    """Whether any installed distribution speaks of our group: a scan of small files, far cheaper than metadata."""
    needle = f"[{GROUP}]"
    for folder in sys.path:
        try:
            files = list(Path(folder or ".").glob("*.*-info/entry_points.txt"))
            if any(needle in file.read_text(encoding="utf-8", errors="replace") for file in files):
                return True
        except OSError:
            continue
    return False


def load(require: Sequence[str] = (), disable: Sequence[str] = ()) -> Registry:
    """Find, load and classify; raises PluginError naming the plugin for anything that is wrong with one."""
    import pluggy

    from lintnews import builtin, hookspecs

    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(builtin, "lintnews")
    found = [f for f in find() if f.name not in disable]
    names = [f.name for f in found]
    for name in require:
        if name not in names:
            raise PluginError("required by the configuration, but not installed", f'plugin "{name}"')
    for plugin in found:
        if names.count(plugin.name) > 1 or plugin.name == "lintnews":
            owners = ", ".join(sorted({f.distribution for f in found if f.name == plugin.name}))
            raise PluginError(f"the name is taken twice (by {owners})", f'plugin "{plugin.name}"')
        _register(manager, plugin)
    registry = classify(manager)
    return msgspec.structs.replace(registry, plugins=tuple((f.name, f.version) for f in found))


def _register(manager: pluggy.PluginManager, found: Found) -> None:
    """Import one plugin and register it; whatever it raises is reported under its name."""
    from importlib import import_module

    where = f'plugin "{found.name}" ({found.distribution})'
    module, _, attribute = found.value.partition(":")
    try:
        plugin: Any = import_module(module)
        for part in attribute.split(".") if attribute else ():
            plugin = getattr(plugin, part)
        manager.register(plugin, found.name)
    except Exception as problem:
        raise PluginError(f"failed to load: {told(problem)}", where) from problem


def classify(manager: pluggy.PluginManager) -> Registry:
    """Call every hook, plugin by plugin in the order of names with the built-ins first, and sort what comes."""
    import pluggy

    _refuse_misspelt(manager)
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as problem:
        name = manager.get_name(problem.plugin) or "?"
        raise PluginError(f"no such hook: {_one_line(problem)}", f'plugin "{name}"') from None
    checks: dict[str, type[Check]] = {}
    for owner, check in _gather(manager, "lintnews_checks"):
        _check_check(owner, check)
        _put(checks, _prefixed(owner, check.name), check, owner, "check")
    readers: dict[str, Reader] = {}
    for owner, reader in _gather(manager, "lintnews_readers"):
        _check_kind(owner, reader, Reader, "lintnews_readers")
        for suffix in reader.suffixes:
            _put(readers, suffix, reader, owner, "reader of")
    reporters: dict[str, Reporter] = {}
    for owner, reporter in _gather(manager, "lintnews_reporters"):
        _check_kind(owner, reporter, Reporter, "lintnews_reporters")
        _put(reporters, _prefixed(owner, reporter.name), reporter, owner, "format")
    extractors: dict[str, Extractor] = {}
    for owner, extractor in _gather(manager, "lintnews_extractors"):
        _check_kind(owner, extractor, Extractor, "lintnews_extractors")
        name = extractor.name if extractor.name in STAGES else _prefixed(owner, extractor.name)
        _put(extractors, name, msgspec.structs.replace(extractor, name=name), owner, "extractor")
    return Registry(
        checks,
        readers,
        reporters,
        tuple(extractors.values()),
        tuple((owner, str(folder)) for owner, folder in _gather(manager, "lintnews_rules")),
        tuple(str(folder) for _, folder in _gather(manager, "lintnews_lexicons")),
    )


def _refuse_misspelt(manager: pluggy.PluginManager) -> None:
    """Refuse a function called `lintnews_…` that no hook knows: pluggy passes it over if it was not marked."""
    from lintnews import hookspecs
    from lintnews.yamlfile import nearest

    known = {name for name in dir(hookspecs) if name.startswith("lintnews_")}
    for name, plugin in manager.list_name_plugin():
        for attribute in dir(plugin):
            if attribute.startswith("lintnews_") and attribute not in known and callable(getattr(plugin, attribute)):
                raise PluginError(f"no such hook: {attribute}{nearest(attribute, known)}", f'plugin "{name}"')


def _gather(manager: pluggy.PluginManager, hook: str) -> Iterable[tuple[str, Any]]:
    """(plugin, thing) for everything that a hook gives, each plugin called by itself so that it can be blamed."""
    implementations = {impl.plugin_name: impl for impl in getattr(manager.hook, hook).get_hookimpls()}
    for name in sorted(implementations, key=lambda n: (n != "lintnews", n)):
        try:
            answer = implementations[name].function() or ()
            given = list(answer)
        except Exception as problem:
            raise PluginError(f"{hook} raised {told(problem)}", f'plugin "{name}"') from problem
        if isinstance(answer, str):
            # A string is a list of letters, and "/" a folder.
            raise PluginError(f"{hook} gave one string, not a list of them", f'plugin "{name}"')
        for thing in given:
            yield name, thing


def _prefixed(owner: str, name: str) -> str:
    return name if owner == "lintnews" else f"{owner}/{name}"


def _put(table: dict[str, Any], name: str, thing: Any, owner: str, what: str) -> None:
    if name in table:
        raise PluginError(f'brings the {what} "{name}" a second time', f'plugin "{owner}"')
    table[name] = thing


def _check_check(owner: str, check: Any) -> None:
    """Refuse what is no usable check class."""
    where = f'plugin "{owner}"'
    if not (isinstance(check, type) and issubclass(check, (ArticleCheck, LedgerCheck))):
        raise PluginError(f"lintnews_checks gave {check!r}, not a subclass of ArticleCheck or LedgerCheck", where)
    missing = [name for name in ("name", "fields") if not hasattr(check, name)]
    if missing or check.__abstractmethods__:
        lacks = ", ".join([*missing, *sorted(check.__abstractmethods__)])
        raise PluginError(f"the check {check.__name__} lacks {lacks}", where)


def _check_kind(owner: str, thing: Any, kind: type, hook: str) -> None:
    if not isinstance(thing, kind):
        raise PluginError(f"{hook} gave {thing!r}, not a {kind.__name__}", f'plugin "{owner}"')


def _one_line(problem: BaseException) -> str:
    return " ".join(str(problem).split())
