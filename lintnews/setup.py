"""From settings to a workshop: plugins, rules, register. Made once in the main process and once in each worker."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lintnews.config import Config, key
from lintnews.errors import ConfigError
from lintnews.plugins import load
from lintnews.register import Register, load_register
from lintnews.rulebook import Rule, load_rule, load_rules, merge_options, refuse_doubles
from lintnews.rulestore import bound, homes, stored_rules
from lintnews.workshop import Workshop
from lintnews.yamlfile import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.plugins import Registry


class Setup(msgspec.Struct, frozen=True):
    """All settings of a run, from the config file and the command line; `root` is the config file's folder."""

    config: Config = Config()
    root: str = "."
    config_file: str | None = None
    isolated: bool = False  # neither config nor side file
    cached: bool = False  # whether the cache folder may be used
    trial: str | None = None  # the file of a rule that is tried; it stands in for one of its name
    lines: dict[str, int] = {}  # of the keys in the config file; keys that flags replaced have none

    def where(self, *path: str | int) -> str:
        """`file:line` of a setting, or of the nearest part of it; "command line" for what flags gave."""
        for size in range(len(path), 0, -1):
            line = self.lines.get(key(*path[:size]))
            if line is not None:
                return f"{self.config_file}:{line}"
        return "command line"


def workshop_of(setup: Setup) -> Workshop:
    """The workshop for these settings; any mistake in them raises, named."""
    registry = load(setup.config.plugins.require, setup.config.plugins.disable)
    rules = all_rules(setup, registry)
    return Workshop(
        registry, choose(rules, setup, registry), register_of(setup), setup, frozenset(rule.id for rule in rules)
    )


def register_of(setup: Setup) -> Register:
    """The newsroom's register; empty if the config names none."""
    name = setup.config.register
    if name is None:
        return Register()
    path = Path(setup.root) / name
    if not path.is_file():
        raise ConfigError(f'register: there is no file "{name}"', setup.where("register"))
    return load_register(path)


def all_rules(setup: Setup, registry: Registry, *, examples: bool = False) -> list[Rule]:
    """Every rule that is known: built-in, of plugins, of the newsroom's own folders; sorted by category and id.

    With no `examples`, a rule's options may be plain data (see `rulestore`).
    """
    rules: list[Rule] = []
    for owner, folder in registry.rule_folders:
        own = owner == "lintnews"
        if own and not examples:
            rules += stored_rules(folder, registry.checks, homes(setup.root if setup.cached else None))
        else:
            rules += load_rules(
                [Path(folder)], registry.checks, examples=examples or not own, owner="" if own else owner
            )
    for number, folder in enumerate(setup.config.rules):
        home = Path(setup.root) / folder
        if not home.is_dir():
            raise ConfigError(f'rules: there is no folder "{folder}"', setup.where("rules", number))
        rules += load_rules([home], registry.checks)
    if setup.trial is not None:
        tried = trial_rule(setup.trial, registry)
        rules = [*(rule for rule in rules if rule.id != tried.id), tried]
    refuse_doubles(rules)
    return sorted(rules, key=lambda rule: (rule.category, rule.id))


def trial_rule(file: str, registry: Registry) -> Rule:
    """A rule that need not be in any folder of rules; its category is the folder that it stands in."""
    path = Path(os.path.normpath(Path(file).absolute()))
    owners = (owner for owner, folder in registry.rule_folders if Path(folder).resolve() in path.resolve().parents)
    owner = next(owners, "")
    return load_rule(path, registry.checks, owner="" if owner == "lintnews" else owner)


def choose(rules: Sequence[Rule], setup: Setup, registry: Registry) -> list[Rule]:
    """The rules that run, with the levels and options that the config gives them."""
    config = setup.config
    refuse_unknown(rules, setup)
    chosen = []
    for rule in rules:
        names = {rule.id, rule.category}
        picked = bool(names & set(config.select)) or "ALL" in config.select if config.select else rule.enabled
        picked = picked or bool(names & set(config.extend_select))
        if picked and not (names & set(config.ignore) and rule.id not in {*config.select, *config.extend_select}):
            chosen.append(_adjusted(bound(rule, registry.checks), setup))
    return chosen


def refuse_unknown(rules: Sequence[Rule], setup: Setup) -> None:
    """Raise ConfigError for the first name in the config that is no rule, or no category where one may stand."""
    config = setup.config
    ids = {rule.id for rule in rules}
    both = ids | {rule.category for rule in rules}
    named: list[tuple[str, str | int, str, set[str]]] = [
        *(("select", number, name, both | {"ALL"}) for number, name in enumerate(config.select)),
        *(("extend-select", number, name, both) for number, name in enumerate(config.extend_select)),
        *(("ignore", number, name, both) for number, name in enumerate(config.ignore)),
        *(("levels", name, name, both) for name in config.levels),
        *(("options", name, name, ids) for name in config.options),
        *(("per-file-ignores", glob, name, both) for glob, names in config.per_file_ignores.items() for name in names),
    ]
    for setting, step, name, known in named:
        if name not in known:
            what = "rule" if known is ids else "rule or category"
            raise ConfigError(
                f'{setting}: there is no {what} "{name}"{nearest(name, known)}', setup.where(setting, step)
            )


def _adjusted(rule: Rule, setup: Setup) -> Rule:
    config = setup.config
    level = config.levels.get(rule.id) or config.levels.get(rule.category)
    if level:
        rule = msgspec.structs.replace(rule, level=level)
    changes = config.options.get(rule.id, {})
    for option in changes:
        where = setup.where("options", rule.id, option)
        rule = merge_options(rule, {option: changes[option]}, where, ConfigError)
    return rule
