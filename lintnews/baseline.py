"""The baseline: findings that were there when the linter came, accepted, and left out of every later report.

An entry says rule and article, the words for people to read, and two digests, neither of which knows a line number.
`fingerprint` is the finding's own, the same for a pair of articles from either side. `place` is of the rule, the
article and the words around the place alone: a finding stays accepted when another article joins those that it rests
on. One entry accepts as many findings as its `count` says, and no more.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import xxhash

from lintnews.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from lintnews.report import Finding, Place

FILE = ".lintnews-baseline.json"
VERSION = 1
CONTEXT = 32  # characters on either side that make a place
SHOWN = 60  # characters of the words that are shown to people
_CONFLICT = (b"<<<<<<<", b"=======", b">>>>>>>")


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A finding that is accepted; `path` is relative to the folder of the file."""

    path: str
    rule: str
    text: str
    fingerprint: str
    place: str
    count: int = 1


class Baseline(msgspec.Struct, frozen=True):
    """What the file holds."""

    version: int
    tool: str
    findings: tuple[Entry, ...] = ()


class Sifted(msgspec.Struct, frozen=True):
    """The findings that no entry accepts, and the entries that accepted less than they may, with what is left."""

    findings: list[Finding]
    left: list[Entry]


class Judge(msgspec.Struct, frozen=True):
    """Whether a run could have found what an entry accepts: only then is its silence a sign.

    `home` is the folder of the baseline, `targets` are the articles that were checked, as entries name them; `ran` the
    rules that did, `across` those of them that compare articles, `known` all that there are; `whole` tells that all
    that the newsroom has was checked.
    """

    home: str
    targets: frozenset[str]
    ran: frozenset[str]
    across: frozenset[str]
    known: frozenset[str]
    whole: bool

    def stale(self, entry: Entry) -> bool:
        """Whether what the entry accepted is gone, if the run did not find it."""
        if entry.rule not in self.ran:
            return self.whole and entry.rule not in self.known
        if entry.path in self.targets:
            return self.whole or entry.rule not in self.across
        return self.whole and not os.path.lexists(Path(self.home) / entry.path)


def read(path: Path, name: str) -> tuple[Entry, ...]:
    """The entries of a baseline file; ConfigError, with the line where there is one, for whatever is wrong with it.

    A merge that left a comma too many or too few between two lines, or the same entry twice, is understood.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ConfigError("there is no such baseline; `lintnews baseline` writes one", name) from None
    except OSError as problem:
        raise ConfigError(f"can't read the baseline: {problem.strerror or problem}", name) from None
    try:
        baseline = msgspec.json.decode(data, type=Baseline)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        baseline = _by_line(data, name, problem)
    if baseline.tool != "lintnews":
        raise ConfigError(f'is a baseline of "{baseline.tool}", not of lintnews', name)
    if baseline.version != VERSION:
        raise ConfigError(f"is a baseline of version {baseline.version}; this program reads {VERSION}", name)
    if len({entry.fingerprint for entry in baseline.findings}) == len(baseline.findings):
        return baseline.findings
    most: dict[str, Entry] = {}
    for entry in baseline.findings:
        if entry.count > most.setdefault(entry.fingerprint, entry).count:
            most[entry.fingerprint] = entry
    return tuple(most.values())


def _by_line(data: bytes, name: str, problem: Exception) -> Baseline:
    """A file that as a whole has a `problem`, read line by line as `written` wrote it."""
    lines = data.splitlines()
    try:
        head = msgspec.json.decode(lines[0] + b"]}", type=Baseline) if lines else None
    except (msgspec.DecodeError, UnicodeDecodeError):
        head = None
    if head is None:
        raise ConfigError(f"is no baseline of lintnews: {_told(problem)}", name)
    entries = []
    for number, line in enumerate(lines[1:], 2):
        if line.startswith(_CONFLICT):
            raise ConfigError("a mark of git's merge conflict: delete it, keep the entries", f"{name}:{number}")
        if line.strip() in {b"", b"]}"}:
            continue
        try:
            entries.append(msgspec.json.decode(line.strip().rstrip(b","), type=Entry))
        except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
            raise ConfigError(f"is no entry of a baseline: {_told(wrong)}", f"{name}:{number}") from None
    return msgspec.structs.replace(head, findings=tuple(entries))


def _told(problem: Exception) -> str:
    return str(problem).removeprefix("JSON is malformed: ").replace("`", '"')


def written(entries: Iterable[Entry]) -> bytes:
    """The bytes of a baseline file: one entry a line, sorted, so that differences and merges are of lines."""
    lines = ",\n".join(msgspec.json.encode(entry).decode() for entry in _gathered(entries))
    return f'{{"version": {VERSION}, "tool": "lintnews", "findings": [\n{lines}{lines and chr(10)}]}}\n'.encode()


def accept(findings: Iterable[Finding], home: str) -> tuple[Entry, ...]:
    """The entries that accept the findings; `home` is the folder of the file."""
    return _gathered(
        Entry(home_path(f.place.path, home), f.rule, _words(f.place), _mark(f), _place(f, home)) for f in findings
    )


def sift(findings: Sequence[Finding], entries: Sequence[Entry], home: str) -> Sifted:
    """Leave out what the entries accept: first by fingerprint, then, of what is left, by place."""
    marks = {_mark(finding) for finding in findings}
    places = {_place(finding, home) for finding in findings}
    near = [entry for entry in entries if entry.fingerprint in marks or entry.place in places]  # few of many, in a hook
    left = {entry.fingerprint: entry.count for entry in near}
    by_place: dict[str, list[str]] = {}
    for entry in near:
        by_place.setdefault(entry.place, []).append(entry.fingerprint)

    def taken(candidates: Iterable[str]) -> bool:
        """Whether one of the entries accepts one finding more; it is counted."""
        for mark in candidates:
            if left.get(mark, 0) > 0:
                left[mark] -= 1
                return True
        return False

    unknown = [finding for finding in findings if not taken([_mark(finding)])]
    kept = [finding for finding in unknown if not taken(by_place.get(_place(finding, home), ()))]
    counts = ((entry, left.get(entry.fingerprint, entry.count)) for entry in entries)
    return Sifted(kept, [_counted(entry, count) for entry, count in counts if count > 0])


def without(entries: Iterable[Entry], gone: Iterable[Entry]) -> list[Entry]:
    """The entries with the counts of others taken off; those that come to nothing are left out."""
    off = {entry.fingerprint: entry.count for entry in gone}
    counts = ((entry, entry.count - off.get(entry.fingerprint, 0)) for entry in entries)
    return [_counted(entry, count) for entry, count in counts if count > 0]


def _counted(entry: Entry, count: int) -> Entry:
    return entry if count == entry.count else msgspec.structs.replace(entry, count=count)


def total(entries: Iterable[Entry]) -> int:
    """How many findings the entries accept."""
    return sum(entry.count for entry in entries)


def home_path(path: str, home: str) -> str:
    """A path of a report (relative to the working directory) as an entry names it."""
    if home == ".":
        return path
    try:
        return os.path.relpath(path, home).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path


def home_paths(paths: Collection[str], home: str) -> frozenset[str]:
    """Paths of a report as entries name them."""
    return frozenset(home_path(path, home) for path in paths)


def _gathered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries sorted, those of one fingerprint made one."""
    counts: dict[str, int] = {}
    first: dict[str, Entry] = {}
    for entry in entries:
        counts[entry.fingerprint] = counts.get(entry.fingerprint, 0) + entry.count
        first.setdefault(entry.fingerprint, entry)
    made = [_counted(entry, counts[mark]) for mark, entry in first.items() if counts[mark] > 0]
    return tuple(sorted(made, key=lambda entry: (entry.path, entry.rule, entry.fingerprint)))


def _mark(finding: Finding) -> str:
    """The finding's fingerprint without the number that tells doubles of one file apart: entries count them."""
    return finding.fingerprint.partition("-")[0]


def _place(finding: Finding, home: str) -> str:
    """A digest of the rule, the article, the words around the place and the two readings, from either side."""
    place = finding.place
    start, end = place.mark
    around = place.excerpt[max(start - CONTEXT, 0) : end + CONTEXT]
    length = str(place.end - place.start) if place.end_line > place.line else ""  # the excerpt is of its first line
    readings = sorted(str(finding.data[name]).casefold() for name in ("here", "there") if name in finding.data)
    parts = [finding.rule, home_path(place.path, home), " ".join(around.split()).casefold(), length, *readings]
    return str(xxhash.xxh3_64_hexdigest("\0".join(parts).encode("utf-8", "surrogatepass")))


def _words(place: Place) -> str:
    """The words of a place, in short."""
    words = " ".join(place.excerpt[slice(*place.mark)].split())
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
