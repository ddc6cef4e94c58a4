"""From settings to a workshop: plugins, rules, register. Made once in the main process and once in each worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lintnews.config import Config
from lintnews.errors import ConfigError
from lintnews.plugins import load
from lintnews.register import Register, load_register
from lintnews.rulebook import Rule, load_rules, merge_options, refuse_doubles
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


def workshop_of(setup: Setup) -> Workshop:
    """The workshop for these settings; any mistake in them raises, named."""
    registry = load(setup.config.plugins.require, setup.config.plugins.disable)
    register = load_register(Path(setup.root) / setup.config.register) if setup.config.register else Register()
    return Workshop(registry, choose(all_rules(setup, registry), setup), register, setup)


def all_rules(setup: Setup, registry: Registry, *, examples: bool = False) -> list[Rule]:
    """Every rule that is known: built-in, of plugins, of the newsroom's own folders; sorted by category and id."""
    rules: list[Rule] = []
    for owner, folder in registry.rule_folders:
        own = owner == "lintnews"
        rules += load_rules([Path(folder)], registry.checks, examples=examples or not own, owner="" if own else owner)
    local = [Path(setup.root) / folder for folder in setup.config.rules]
    rules += load_rules(local, registry.checks)
    refuse_doubles(rules)
    return sorted(rules, key=lambda rule: (rule.category, rule.id))


def choose(rules: Sequence[Rule], setup: Setup) -> list[Rule]:
    """The rules that run, with the levels and options that the config gives them."""
    config, where = setup.config, setup.config_file or "command line"
    known = {rule.id for rule in rules} | {rule.category for rule in rules} | {"ALL"}
    for name in (*config.select, *config.ignore, *config.levels, *config.options):
        if name not in known:
            raise ConfigError(f'there is no rule or category "{name}"{nearest(name, known)}', where)
    chosen = []
    for rule in rules:
        names = {rule.id, rule.category}
        picked = bool(names & set(config.select)) or "ALL" in config.select if config.select else rule.enabled
        if picked and not (names & set(config.ignore) and rule.id not in config.select):
            chosen.append(_adjusted(rule, config, where))
    return chosen


def _adjusted(rule: Rule, config: Config, where: str) -> Rule:
    level = config.levels.get(rule.id) or config.levels.get(rule.category)
    if level:
        rule = msgspec.structs.replace(rule, level=level)
    if rule.id in config.options:
        rule = merge_options(rule, config.options[rule.id], where, ConfigError)
    return rule
