"""Writes docs/reference from the rule book, the checks and the hooks: `python docs/generate.py`."""  # noqa: INP001

from __future__ import annotations

import inspect
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from lintnews import hookspecs
from lintnews.cli.init import SAMPLES
from lintnews.config import Config
from lintnews.plugins import load
from lintnews.register import Register
from lintnews.rulebook import RuleFile
from lintnews.setup import Setup, all_rules
from lintnews.suppress import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.contract import Check
    from lintnews.rulebook import Example, Rule

REFERENCE = Path(__file__).parent / "reference"
NOTE = "<!-- Written by docs/generate.py: change the rule, the check or the hook, and run it again. -->\n"


def pages() -> dict[str, str]:
    """The generated pages by file name; installed plugins are left out."""
    registry = load(disable=[name for name, _ in load().plugins])
    rules = all_rules(Setup(), registry, examples=True)
    return {
        "rules.md": rules_page(rules),
        "checks.md": checks_page(registry.checks.values(), rules),
        "hooks.md": hooks_page(),
        "settings.md": settings_page(),
        "config.schema.json": schema(Config),
        "register.schema.json": schema(Register),
        "rule.schema.json": schema(RuleFile),
        "allow.schema.json": schema(tuple[Entry, ...]),
    }


def schema(kind: Any) -> str:
    """The JSON Schema of a file that people write, for editors."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return msgspec.json.format(msgspec.json.encode(head | msgspec.json.schema(kind)), indent=1).decode() + "\n"


def settings_page() -> str:
    """The keys of the configuration."""
    settings = msgspec.json.schema(Config)["$defs"]["Config"]["properties"]
    rows = [f"| `{name}` | {cell(about['description'])} | `{SAMPLES[name]}` |" for name, about in settings.items()]
    return "\n".join(
        [
            "# Settings\n",
            NOTE,
            (
                "`.lintnews.yaml`, or `[tool.lintnews]` in `pyproject.toml`: the nearest one in the working directory "
                "or above it. `lintnews init` writes one to start from, `lintnews --show-settings` shows what holds. "
                "Paths are relative to the folder of the file. An unknown key is an error. For editors: "
                "[config.schema.json](config.schema.json), and likewise for [rules](rule.schema.json), the "
                "[register](register.schema.json) and [.lintnews-allow.yaml](allow.schema.json).\n"
            ),
            "| key | means | for example |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


def rules_page(rules: list[Rule]) -> str:
    """All rules: a table a category, then each with its reason, options and examples."""
    out = [
        "# Rules\n",
        NOTE,
        (
            f"{len(rules)} rules come with lintnews. `lintnews explain RULE` shows one in the terminal. An `error` "
            "fails the run, a `warning` is likely right, a `note` is worth a look; the configuration changes levels "
            "and options.\n"
        ),
    ]
    by_category = [(name, list(found)) for name, found in groupby(rules, key=lambda rule: rule.category)]
    for category, found in by_category:
        out += [f"**{category}**\n", "| rule | level | what it says |", "|---|---|---|"]
        out += [f"| [`{r.id}`](#{r.id}) | {r.level} | {cell(r.message)} |" for r in found]
        out.append("")
    for category, found in by_category:
        out.append(f"## {category}\n")
        for rule in found:
            out += rule_section(rule)
    return "\n".join(out).rstrip() + "\n"


def rule_section(rule: Rule) -> list[str]:
    """One rule."""
    out = [f"### {rule.id}\n", f"{rule.level}, check [`{rule.check}`](checks.md#{rule.check})"]
    if rule.when:
        wanted = "; ".join(f"`{key}` is {' or '.join(values)}" for key, values in rule.when.items())
        out[-1] += f", where {wanted}"
    out[-1] += ".\n" if rule.enabled else "; runs only if selected.\n"
    out += [f"{rule.why}\n", *(f"- <{reference}>" for reference in rule.references if reference.startswith("http"))]
    out += [f"- {reference}" for reference in rule.references if not reference.startswith("http")]
    if rule.references:
        out.append("")
    options = option_rows(rule.options)
    if options:
        out += ["| option | value |", "|---|---|", *options, ""]
    if rule.examples:
        for kind, found in (("Flagged", rule.examples.bad), ("Left alone", rule.examples.good)):
            for example in found:
                out += [f"{kind}: {example.name}\n", *example_block(example)]
    return out


def option_rows(options: Any) -> list[str]:
    """A table row for each option."""
    given = msgspec.to_builtins(options)
    return [f"| `{name}` | `{cell(msgspec.json.encode(value).decode())}` |" for name, value in given.items()]


def example_block(example: Example) -> list[str]:
    """The articles of an example, indented as text."""
    articles = example.articles or {"": example.text or ""}
    out = ["````text"]
    for path, text in articles.items():
        out += [f"[{path}]"] if path else []
        out.append(text.strip("\n"))
    return [*out, "````", ""]


def checks_page(checks: Iterable[type[Check]], rules: list[Rule]) -> str:
    """All checks, for those who write rules over them."""
    out = [
        "# Checks\n",
        NOTE,
        (
            "A check finds; a rule says how loud and in which words. Its `message` may use the fields of its check "
            "as `{field}`, its `when` selects matches by them, its `options` set the options.\n"
        ),
    ]
    for check in sorted(checks, key=lambda c: c.name):
        used = ", ".join(f"[`{r.id}`](rules.md#{r.id})" for r in rules if r.check == check.name)
        out += [f"## {check.name}\n", f"{document(check)}\n", f"Rules: {used}.\n" if used else ""]
        if check.fields:
            out += ["| field | holds |", "|---|---|", *(f"| `{n}` | {cell(w)} |" for n, w in check.fields.items()), ""]
        options = [f"| `{f.encode_name}` | {cell(default(f))} |" for f in msgspec.structs.fields(check.Options)]
        if options:
            out += [f"{document(check.Options)}\n", "| option | default |", "|---|---|", *options, ""]
    return "\n".join(out).rstrip() + "\n"


def default(field: msgspec.structs.FieldInfo) -> str:
    """The default of an option as JSON; the word `obligatory` where there is none."""
    value = field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
    return "obligatory" if value is msgspec.NODEFAULT else f"`{msgspec.json.encode(value).decode()}`"


def hooks_page() -> str:
    """The hooks and their contract."""
    out = ["# Hooks\n", NOTE, f"{document(hookspecs)}\n"]
    for name, hook in inspect.getmembers(hookspecs, inspect.isfunction):
        if name.startswith("lintnews_"):
            gives = inspect.signature(hook).return_annotation
            out += [f"## {name}\n", f"Gives `{gives}`.\n", f"{document(hook)}\n"]
    return "\n".join(out).rstrip() + "\n"


def document(thing: Any) -> str:
    """The docstring, unwrapped into paragraphs."""
    paragraphs = (inspect.getdoc(thing) or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def cell(text: str) -> str:
    """Text that can stand in a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> None:
    """Write the pages."""
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
