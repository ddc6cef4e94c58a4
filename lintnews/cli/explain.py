"""`lintnews explain`: what a rule says, or the list of them all."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING, Any

import msgspec

from lintnews.cli import options as shared
from lintnews.errors import ExitCode, UsageError
from lintnews.reporters.printable import first_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.contract import Check
    from lintnews.plugins import Registry
    from lintnews.rulebook import Example, Rule

WIDTH = 100


def run(arguments: list[str]) -> int:
    """Explain the named rules; with none, list all by category."""
    from lintnews.plugins import load
    from lintnews.reporters.json import encode
    from lintnews.setup import all_rules

    parser = shared.new_parser("explain", "Explain rules; without a name, list them all.")
    parser.add_argument("rules", nargs="*", metavar="RULE", help="the id of a rule, or a category")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="text (default) or json")
    shared.add_settings(parser)
    options = parser.parse_args(arguments)
    setup = shared.settings(options)
    registry = load(setup.config.plugins.require, setup.config.plugins.disable)
    rules = all_rules(setup, registry, examples=bool(options.rules) or options.output_format == "json")
    chosen = _chosen(rules, options.rules)
    if options.output_format == "json":
        shared.emit(encode([_record(rule, registry.checks[rule.check]) for rule in chosen]))
    elif options.rules:
        shared.emit("\n".join(explanation(rule, registry) for rule in chosen))
    else:
        shared.emit(listing(chosen))
    return ExitCode.CLEAN


def _chosen(rules: list[Rule], names: list[str]) -> list[Rule]:
    """The rules that the names stand for, in the order of the names; all with no name."""
    from lintnews.yamlfile import nearest

    chosen = []
    for name in names:
        plain = name.rpartition("/")[2]
        found = [rule for rule in rules if plain == rule.id or name.rstrip("/") == rule.category]
        if not found:
            known = {rule.id for rule in rules} | {rule.category for rule in rules}
            raise UsageError(f'there is no rule "{name}"{nearest(plain, known)}; `lintnews explain` lists them')
        chosen += found
    return chosen if names else rules


def listing(rules: list[Rule]) -> str:
    """All rules by category, with level and the first sentence of their reason."""
    blocks = []
    for category, group in groupby(rules, key=lambda rule: rule.category):
        members = list(group)
        size = max(len(rule.id) for rule in members)
        lines = [category]
        for rule in members:
            head = f"  {rule.id.ljust(size)}  {(rule.level if rule.enabled else 'off').ljust(7)}  "
            told = textwrap.wrap(first_sentence(rule.why), max(WIDTH - len(head), 30))
            lines += [(head if number == 0 else " " * len(head)) + line for number, line in enumerate(told)]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def explanation(rule: Rule, registry: Registry) -> str:
    """A rule in full: what it says, why, with which options, on which examples, and how it is allowed."""
    state = rule.level if rule.enabled else f"{rule.level}, off unless selected"
    parts = [f"{rule.category}/{rule.id} ({state})\n", f"{textwrap.indent(rule.message, '  ')}\n", _wrapped(rule.why)]
    if rule.references:
        parts.append("References:\n" + "".join(f"  {link}\n" for link in rule.references))
    check = f"{rule.check}{_when(rule)}"
    options = _options(rule, registry.checks[rule.check])
    parts.append(f"Check: {check}\n" + "".join(f"  {line}\n" for line in options))
    if rule.examples:
        for title, examples in (("Flagged", rule.examples.bad), ("Left alone", rule.examples.good)):
            parts.append(f"{title}:\n" + "".join(_example(example) for example in examples))
    parts.append(f"To allow it: <!-- lintnews: allow {rule.id}: the reason -->\nDefined in {rule.path}\n")
    return "\n".join(parts)


def _when(rule: Rule) -> str:
    if not rule.when:
        return ""
    told = ", ".join(f"{field} is {' or '.join(values)}" for field, values in rule.when.items())
    return f", where {told}"


def _options(rule: Rule, check: type[Check]) -> Iterator[str]:
    """`name: value` of every option, with the default where the rule has another."""
    defaults = _defaults(check)
    for name, value in msgspec.to_builtins(rule.options).items():
        other = name in defaults and value != defaults[name]
        default = f" (default: {_shown(defaults[name])})" if other else ""
        yield f"{name}: {_shown(value)}{default}"


def _defaults(check: type[Check]) -> dict[str, Any]:
    """The defaults of a check's options; an option that must be given has none."""
    found = {}
    for field in msgspec.structs.fields(check.Options):
        if field.default_factory is not msgspec.NODEFAULT:
            found[field.encode_name] = msgspec.to_builtins(field.default_factory())
        elif field.default is not msgspec.NODEFAULT:
            found[field.encode_name] = msgspec.to_builtins(field.default)
    return found


def _shown(value: Any) -> str:
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= WIDTH else f"{text[:WIDTH]}…"


def _example(example: Example) -> str:
    """An example with its articles."""
    lines = [f"  {example.name}"]
    articles = example.articles or {"": example.text or ""}
    for name, text in articles.items():
        if name:
            lines.append(f"    {name}")
        indent = " " * (6 if name else 4)
        for paragraph in text.strip().split("\n"):
            lines += textwrap.wrap(paragraph, WIDTH, initial_indent=indent, subsequent_indent=indent) or [""]
    return "\n".join(lines) + "\n"


def _record(rule: Rule, check: type[Check]) -> dict[str, Any]:
    """A rule as plain data."""
    return {
        **{name: getattr(rule, name) for name in ("id", "category", "level", "enabled", "message", "why")},
        "references": rule.references,
        "check": rule.check,
        "when": rule.when,
        "options": rule.options,
        "defaults": _defaults(check),
        "fields": dict(check.fields),
        "examples": rule.examples,
        "path": rule.path,
    }


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, WIDTH)) + "\n"
