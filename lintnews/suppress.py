"""Suppressions: comments and front matter of articles, the side file, and the config's per-file-ignores.

A finding is allowed where an allowance of its rule covers its place; a finding that rests on one pair of places also
where it covers the other one. Those that rest on many places are not: an oddity in one source must not hide a mistake
elsewhere.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lintnews.errors import ConfigError
from lintnews.files import Patterns, shown
from lintnews.model import Allowance, Article
from lintnews.placing import Locator, fingerprint
from lintnews.report import Finding, Place
from lintnews.rulebook import is_ledger_check
from lintnews.yamlfile import bind, nearest, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from lintnews.model import Card
    from lintnews.rulebook import Rule
    from lintnews.setup import Setup
    from lintnews.workshop import Workshop

    Locate = Callable[[str], Locator]

FILE = ".lintnews-allow.yaml"
CHECK = "allowances"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An allowance of the side file: `path` is a pattern of .gitignore, `text` the words that it is about."""

    path: str
    rule: str
    reason: str
    text: str | None = None


class SideFile(msgspec.Struct, frozen=True):
    """The entries of the side file with their lines, and its text."""

    path: str = ""
    text: str = ""
    entries: tuple[tuple[Entry, Patterns, int], ...] = ()


class Verdict(msgspec.Struct, frozen=True):
    """The findings that stay, what is wrong with allowances among them, and how many were suppressed."""

    findings: list[Finding]
    suppressed: int


def side_file(setup: Setup | None, known: Collection[str]) -> SideFile:
    """The side file next to the config; mistakes in it raise ConfigError with file:line."""
    path = Path(setup.root) / FILE if setup else None
    if setup is None or path is None or setup.isolated or not path.is_file():
        return SideFile()
    name = shown(str(path))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigError(f"can't be read: {problem}", name) from None
    document = parse(name, text, ConfigError)
    if document.data is not None and not isinstance(document.data, list):
        raise ConfigError("holds a list of allowances (path, rule, reason, text)", name)
    entries = []
    for number in range(len(document.data or ())):
        entry = bind(document, Entry, ConfigError, number)
        if _id(entry.rule) not in known:
            where = document.where(number, "rule")
            raise ConfigError(f'there is no rule "{entry.rule}"{nearest(_id(entry.rule), known)}', where)
        line = int(document.where(number).rpartition(":")[2])
        entries.append((entry, Patterns([entry.path], setup.root), line))
    return SideFile(name, text, tuple(entries))


def suppress(
    findings: Sequence[Finding],
    workshop: Workshop,
    cards: Iterable[Card],
    targets: Collection[str],
    locate: Locate,
    *,
    whole: bool,
) -> Verdict:
    """Take out what is allowed, and add what is wrong with the allowances of the targets.

    `whole` tells that all that the newsroom has was checked: only then is silence about a pair, or of an entry of the
    side file, a sign that an allowance is not needed.
    """
    side = side_file(workshop.setup, workshop.known)
    allowed = {card.path: card.allowances for card in cards if card.allowances}
    ignores = _ignores(workshop.setup)
    if not (side.entries or allowed or ignores):
        return Verdict(list(findings), 0)
    used: set[tuple[str, int, str]] = set()
    kept = [f for f in findings if not _allowed(f, allowed, side, ignores, locate, used)]
    wrong = list(_wrong(workshop, {p: a for p, a in allowed.items() if p in targets}, side, used, locate, whole=whole))
    told = [f for f in wrong if not _allowed(f, allowed, side, ignores, locate, used)]
    suppressed = len(findings) - len(kept) + len(wrong) - len(told)
    return Verdict(kept + told, suppressed)


def _ignores(setup: Setup | None) -> list[tuple[Patterns, tuple[str, ...]]]:
    if setup is None:
        return []
    return [(Patterns([glob], setup.root), names) for glob, names in setup.config.per_file_ignores.items()]


def _allowed(
    finding: Finding,
    allowed: dict[str, tuple[Allowance, ...]],
    side: SideFile,
    ignores: list[tuple[Patterns, tuple[str, ...]]],
    locate: Locate,
    used: set[tuple[str, int, str]],
) -> bool:
    """Whether anything allows the finding; every allowance that does is noted in `used`."""
    places = [finding.place, *(side.place for side in finding.related if len(finding.related) == 1)]
    hits = [
        (place.path, allowance.line, allowance.rule)
        for place in places
        for allowance in allowed.get(place.path, ())
        if _id(allowance.rule) == finding.rule and _covers(allowance, place)
    ]
    hits += [
        (side.path, line, entry.rule)
        for place in places
        for entry, patterns, line in side.entries
        if _id(entry.rule) == finding.rule and patterns.match(place.path) and _speaks_of(entry, place, locate)
    ]
    used.update(hits)
    names = {finding.rule, finding.category}
    return bool(hits) or any(
        names.intersection(ignored) and patterns.match(place.path) for place in places for patterns, ignored in ignores
    )


def _id(rule: str) -> str:
    """The id of a rule that may be named with its category."""
    return rule.rpartition("/")[2]


def _covers(allowance: Allowance, place: Place) -> bool:
    if allowance.start is None or allowance.end is None:
        return True
    return _overlap(allowance.start, allowance.end, place)


def _overlap(start: int, end: int, place: Place) -> bool:
    return start < max(place.end, place.start + 1) and place.start < max(end, start + 1)


def _speaks_of(entry: Entry, place: Place, locate: Locate) -> bool:
    """Whether the place touches the words that the entry is about, however they are broken into lines."""
    words = (entry.text or "").split()
    if not words:
        return True
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    return any(_overlap(hit.start(), hit.end(), place) for hit in pattern.finditer(locate(place.path).source))


def _wrong(
    workshop: Workshop,
    allowed: dict[str, tuple[Allowance, ...]],
    side: SideFile,
    used: set[tuple[str, int, str]],
    locate: Locate,
    *,
    whole: bool,
) -> Iterator[Finding]:
    """Findings of the rules about allowances themselves."""
    rules = [rule for job in workshop.jobs if job.check == CHECK for rule in job.rules]
    if not rules:
        return
    ran = {rule.id: rule for rule in workshop.rules if rule.check != CHECK}
    for path, allowances in allowed.items():
        for allowance in allowances:
            rule = ran.get(_id(allowance.rule))
            unused = (
                rule is not None
                and (path, allowance.line, allowance.rule) not in used
                and (whole or not is_ledger_check(workshop.registry.checks[rule.check]))
            )
            data = _problem(allowance.rule, allowance.reason, workshop.known, unused=unused)
            if data:
                yield from _findings(rules, locate(path), allowance.line, data)
    for entry, _, line in side.entries if whole else ():
        unused = _id(entry.rule) in ran and (side.path, line, entry.rule) not in used
        data = _problem(entry.rule, entry.reason, workshop.known, unused=unused)
        if data:
            article = Article(side.path, side.text, side.text, ())
            yield from _findings(rules, Locator(article), line, data)


def _problem(rule: str, reason: str, known: Collection[str], *, unused: bool) -> dict[str, str] | None:
    """The values of a match about an allowance (see `AllowanceCheck.fields`); None if nothing is wrong with it."""
    if _id(rule) not in known:
        return {"allowed": rule, "reason": reason, "problem": "unknown", "nearest": nearest(_id(rule), known)}
    return {"allowed": rule, "reason": reason, "problem": "unused", "nearest": ""} if unused else None


def _findings(rules: Iterable[Rule], locator: Locator, line: int, data: dict[str, str]) -> Iterator[Finding]:
    """The findings that rules make of a wrong allowance, at its line."""
    source, start = locator.source, 0
    for _ in range(line - 1):
        start = source.find("\n", start) + 1
    end = source.find("\n", start)
    text = source[start : len(source) if end < 0 else end]
    indent = len(text) - len(text.lstrip())
    place = locator.source_place(start + indent, start + len(text.rstrip()))
    for rule in rules:
        if rule.wants(data):
            mark = fingerprint(rule.id, [(place.path, text.strip())])
            yield Finding(rule.id, rule.category, rule.level, rule.words(data), place, (), data, None, mark)
