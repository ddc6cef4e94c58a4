"""What a run comes to: located findings and failures, gathered in a report."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from lintnews.model import Level  # noqa: TC001 - msgspec reads the annotations at run time


class Place(Struct, frozen=True):
    """A located stretch of a file, in source coordinates; lines and columns are 1-based, in code points.

    `excerpt` is the line of the source around it (shortened), `mark` where in it the place stands.
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    coordinates: Literal["source", "extracted"] = "source"
    excerpt: str = ""
    mark: tuple[int, int] = (0, 0)


class RelatedPlace(Struct, frozen=True):
    """A further place that a finding rests on, and what it shows."""

    place: Place
    message: str


class Edit(Struct, frozen=True):
    """A replacement in source coordinates; `safe` edits are applied unasked by --fix."""

    start: int
    end: int
    text: str
    safe: bool = False


class Finding(Struct, frozen=True):
    """A match with rule, level and words. `fingerprint` does not change when unrelated text moves it."""

    rule: str
    category: str
    level: Level
    message: str
    place: Place
    related: tuple[RelatedPlace, ...]
    data: dict[str, Any]
    fix: Edit | None
    fingerprint: str


class Failure(Struct, frozen=True, tag=True):
    """Something that could not be done: named in the report, exit code 2."""

    where: str
    message: str


class Report(Struct, frozen=True):
    """The outcome of a run, sorted by path, start, rule."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()
    targets: int = 0
    corpus: int = 0
    rules: int = 0
    compared: int = 0
    suppressed: int = 0
    baselined: int = 0
    timings: dict[str, float] = {}
