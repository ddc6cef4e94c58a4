"""The rule book: `rules/<category>/<rule-id>.yaml` files, each bound to a check; every refusal has file:line."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from lintnews.contract import LedgerCheck
from lintnews.errors import RuleError
from lintnews.model import Level  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.patterns import late
from lintnews.yamlfile import Document, bind, nearest, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Check, Options

RULE_ID = late(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_EXAMPLES = late(r"^examples:", re.MULTILINE)
OTHER = "other"  # the field that the engine fills: path:line of the first related place
_PLAIN_FIELD = late(r"[a-z_]+\Z")


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of news that the rule must flag (`bad`) or leave alone (`good`).

    Either `text` (one article) or `articles` (file name to text). `expect` names the places, `file:line` or `line`;
    with none, a bad example needs one finding anywhere. `register` and `options` hold for the example alone. The
    articles are written to files in `encoding`.
    """

    name: str
    text: str | None = None
    articles: dict[str, str] | None = None
    date: str | None = None
    expect: tuple[str | int, ...] = ()
    register: dict[str, Any] | None = None
    options: dict[str, Any] | None = None
    encoding: Literal["utf-8", "utf-16", "windows-1252"] = "utf-8"


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The bad and good examples of a rule; both kinds are obligatory."""

    bad: tuple[Example, ...]
    good: tuple[Example, ...]


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule file may say."""

    check: str
    level: Level
    message: str
    why: str
    references: tuple[str, ...] = ()
    options: dict[str, Any] = {}
    when: dict[str, str | bool | tuple[str, ...]] = {}
    enabled: bool = True
    gather: bool = False
    examples: Examples | None = None


class Rule(msgspec.Struct, frozen=True):
    """A rule bound to its check. `options` is an instance of the check's `Options`; `path` is the file it is from.

    `gather`: what it finds in one article is told to people as one finding, with the places of the others.
    """

    id: str
    category: str
    check: str
    level: Level
    message: str
    why: str
    references: tuple[str, ...]
    options: Any
    when: dict[str, tuple[str, ...]]
    path: str
    enabled: bool = True
    gather: bool = False
    examples: Examples | None = None

    def wants(self, data: Mapping[str, Any]) -> bool:
        """Whether a match with these values is this rule's."""
        return all(_word(data.get(field, "")) in wanted for field, wanted in self.when.items())

    def words(self, data: Mapping[str, Any]) -> str:
        """The message with its fields filled."""
        return self.message.format_map({OTHER: "", **{key: _word(value) for key, value in data.items()}})


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def load_rules(
    folders: Iterable[Path], checks: Mapping[str, type[Check]], *, examples: bool = True, owner: str = ""
) -> list[Rule]:
    """All rules below the folders, sorted by category and id; `examples=False` skips reading them (trusted rules)."""
    rules: list[Rule] = []
    for folder in folders:
        if not folder.is_dir():
            raise RuleError("no such folder of rules", str(folder))
        rules += [
            load_rule(path, checks, examples=examples, owner=owner)
            for path in sorted(folder.rglob("*.y*ml"))
            if path.suffix in {".yaml", ".yml"}
        ]
    return sorted(rules, key=lambda rule: (rule.category, rule.id))


def load_rule(path: Path, checks: Mapping[str, type[Check]], *, examples: bool = True, owner: str = "") -> Rule:
    """Read and bind one rule file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise RuleError(f"can't read the rule: {problem}", str(path)) from None
    cut = None if examples else _EXAMPLES.search(text)
    document = parse(shown(path), text[: cut.start()] if cut else text, RuleError)
    if not RULE_ID.match(path.stem):
        raise RuleError("a rule's file name is its id: lower-case words joined by hyphens", shown(path))
    if not isinstance(document.data, dict):
        raise RuleError("a rule file holds a mapping (check, level, message, why, examples)", shown(path))
    given = bind(document, RuleFile, RuleError)
    check = _find_check(given.check, checks, document, owner)
    if examples and not (given.examples and given.examples.bad and given.examples.good):
        raise RuleError("a rule needs at least one bad and one good example", document.where("examples"))
    _check_fields(given, checks[check], document)
    return Rule(
        id=path.stem,
        category=path.parent.name,
        check=check,
        level=given.level,
        message=given.message,
        why=" ".join(given.why.split()),
        references=given.references,
        options=bind_options(checks[check].Options, document),
        when={k: v if isinstance(v, tuple) else (_word(v),) for k, v in given.when.items()},
        path=shown(path),
        enabled=given.enabled,
        gather=given.gather,
        examples=given.examples,
    )


def bind_options(kind: type[Options], document: Document) -> Options:
    """The options of a rule as the check's record; a mistake names the option's line."""
    given = bind(document, kind, RuleError, "options") if "options" in (document.data or {}) else kind()
    # Once more through plain data: a default of 60 for a float becomes 60.0, as it does when it comes from a cache.
    return msgspec.convert(msgspec.to_builtins(given), kind)


def merge_options(rule: Rule, changes: dict[str, Any], where: str, error: type[Exception] = RuleError) -> Rule:
    """The rule with some options replaced (from the config); unknown or ill-typed ones raise with `where`."""
    given = msgspec.to_builtins(rule.options)
    kind = type(rule.options)
    known = [f.encode_name for f in msgspec.structs.fields(kind)]
    for key in changes:
        if key not in known:
            raise error(f'rule "{rule.id}" has no option "{key}"{nearest(key, known)}', where)
    try:
        options = msgspec.convert({**given, **changes}, kind)
    except msgspec.ValidationError as problem:
        raise error(f'options of "{rule.id}": {problem}'.replace("`", '"'), where) from None
    return msgspec.structs.replace(rule, options=options)


def _find_check(name: str, checks: Mapping[str, type[Check]], document: Document, owner: str) -> str:
    """The registered name of a check; a plugin's rules may leave out their plugin's prefix."""
    for known in (f"{owner}/{name}" if owner else name, name):
        if known in checks:
            return known
    raise RuleError(f'there is no check "{name}"{nearest(name, checks)}', document.where("check"))


def _check_fields(given: RuleFile, check: type[Check], document: Document) -> None:
    """Refuse message fields and `when` keys that the check does not give."""
    try:
        parts = [part[1:] for part in Formatter().parse(given.message) if part[1] is not None]
    except ValueError as problem:
        raise RuleError(f"message: {problem}", document.where("message")) from None
    for name, layout, conversion in parts:
        if layout or conversion:
            raise RuleError(
                f'message: write "{{{name}}}" alone: a field takes no format or conversion', document.where("message")
            )
    wanted = [str(name) for name, _, _ in parts]
    for place, names in (("message", wanted), ("when", list(given.when))):
        for name in names:
            if name == OTHER and place == "message":
                continue
            if name not in check.fields or not _PLAIN_FIELD.match(name):
                hint = nearest(name, check.fields) or f" (it gives: {', '.join(sorted(check.fields))})"
                raise RuleError(f'the check "{given.check}" gives no field "{name}"{hint}', document.where(place))


def is_ledger_check(check: type[Check]) -> bool:
    """Whether the check compares across articles."""
    return issubclass(check, LedgerCheck)


def shown(path: Path) -> str:
    """A path as the user knows it: relative to the working directory where that is shorter."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def refuse_doubles(rules: Iterable[Rule]) -> None:
    """Raise RuleError naming both files where two rules have one id."""
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise RuleError(f'rule "{rule.id}" is defined twice, also in {seen[rule.id].path}', rule.path)
        seen[rule.id] = rule
