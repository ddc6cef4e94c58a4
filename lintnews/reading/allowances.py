"""Suppressions in an article: `<!-- lintnews: allow RULE: reason -->`, `allow-file`, the key `lintnews-allow`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from lintnews.errors import ReadError
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.model import Allowance
    from lintnews.reading.layout import Layout
    from lintnews.yamlfile import Document

KEY = "lintnews-allow"
_OPENING = late(r"<!--\s*lintnews\s*:", re.IGNORECASE)
_RULE = r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?"
_ORDER = late(rf"\s*(allow(?:-file)?)\s+({_RULE}(?:\s*,\s*{_RULE})*)\s*(?::(.*))?\Z", re.DOTALL)
_HINT = 'write "<!-- lintnews: allow RULE: reason -->"'


class Remark(NamedTuple):
    """A comment for the linter: the rules, why, whether for the whole file, and its place in the source."""

    rules: tuple[str, ...]
    reason: str
    whole_file: bool
    start: int
    end: int
    line: int


def find_remarks(path: str, source: str) -> list[Remark]:
    """All comments for the linter, in order; one that can't be understood raises ReadError with file:line."""
    if "<!--" not in source:
        return []
    return [_remark(path, source, match) for match in _OPENING.finditer(source)]


def _remark(path: str, source: str, match: re.Match[str]) -> Remark:
    line = source.count("\n", 0, match.start()) + 1
    where = f"{path}:{line}"
    end = source.find("-->", match.end(), match.end() + 2000)
    if end < 0:
        raise ReadError(f"this comment for lintnews is not closed: {_HINT}", where)
    order = _ORDER.match(source[match.end() : end])
    if order is None:
        raise ReadError(f"this comment for lintnews names no rule or is not understood: {_HINT}", where)
    rules = tuple(rule.strip() for rule in order[2].split(","))
    reason = " ".join((order[3] or "").split())
    if not reason:
        raise ReadError(f"this allowance gives no reason, so that nobody can judge it later: {_HINT}", where)
    return Remark(rules, reason, order[1] == "allow-file", match.start(), end + 3, line)


def blank(source: str, remarks: Iterable[Remark]) -> str:
    """The source with the remarks made tabs, of equal length; a tab never passes for a space of the source."""
    parts, position = [], 0
    for remark in remarks:
        parts += [source[position : remark.start], "\t" * (remark.end - remark.start)]
        position = remark.end
    return "".join([*parts, source[position:]])


def placed(remarks: Iterable[Remark], layout: Layout) -> list[Allowance]:
    """Allowances of the paragraphs that follow the remarks; a remark inside a paragraph is for that one."""
    from lintnews.model import Allowance

    out: list[Allowance] = []
    for remark in remarks:
        start = end = None
        if not remark.whole_file:
            position = layout.place(remark.end)
            start, end = next((span for span in layout.spans if position < span[1]), (position, position))
        out += [Allowance(rule, remark.reason, remark.line, start, end) for rule in remark.rules]
    return out


def front_allowances(document: Document, data: Mapping[str, Any]) -> list[Allowance]:
    """Allowances of the front matter's key: a mapping of rules to reasons."""
    from lintnews.model import Allowance

    given = data.get(KEY)
    if given is None:
        return []
    if not isinstance(given, dict):
        raise ReadError(f'"{KEY}" maps rules to reasons, such as "{KEY}: {{RULE: reason}}"', document.where(KEY))
    items = [(rule, reason, document.where(KEY, rule)) for rule, reason in given.items()]
    out = []
    for rule, reason, where in items:
        if not isinstance(rule, str) or not re.fullmatch(_RULE, rule):
            raise ReadError(f'"{KEY}" maps rules to reasons; {rule!r} is no rule', where)
        why = "" if reason is None else " ".join(str(reason).split())
        if not why:
            raise ReadError(f'"{KEY}": the allowance of "{rule}" gives no reason', where)
        out.append(Allowance(rule, why, int(where.rpartition(":")[2])))
    return out
