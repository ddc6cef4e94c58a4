"""Edits into files: the bytes outside of an edit stay as they are, whatever the encoding, mark or line ends."""

from __future__ import annotations

import codecs
import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lintnews.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lintnews.report import Edit, Finding

# UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def fixes(findings: Iterable[Finding], *, unsafe: bool) -> dict[str, list[Finding]]:
    """Findings whose edits can be made together, by path: of edits that overlap the first is taken.

    Deletions may overlap: two left-over lines at the end of a file both claim the empty line between them.
    """
    chosen: dict[str, list[Finding]] = {}
    ends: dict[str, int] = {}
    deleted: dict[str, bool] = {}
    fixable = [f for f in findings if f.fix is not None and (f.fix.safe or unsafe)]
    for finding in sorted(fixable, key=lambda f: (f.place.path, *_span(f), f.rule)):
        path, (start, end) = finding.place.path, _span(finding)
        deletes = finding.fix is not None and not finding.fix.text
        # Two insertions at one place would stand in an order that nobody chose.
        taken = (start, end) in map(_span, chosen.get(path, []))
        if not taken and (start >= ends.get(path, 0) or (deletes and deleted[path])):
            chosen.setdefault(path, []).append(finding)
            ends[path] = max(end, ends.get(path, 0))
            deleted[path] = deletes
    return chosen


def _span(finding: Finding) -> tuple[int, int]:
    return (finding.fix.start, finding.fix.end) if finding.fix else (0, 0)


def mended(path: str, data: bytes, findings: Sequence[Finding]) -> bytes:
    """The bytes of a file with the edits made; ReadError if it is no longer what the findings speak of."""
    mark, encoding, errors = _encoding(path, data)
    text = data[len(mark) :].decode(encoding, errors)
    for finding in findings:
        place = finding.place
        words = place.excerpt[place.mark[0] : place.mark[1]]
        if not _same(text[place.start : place.start + len(words)], words):
            raise ReadError("changed while it was checked, nothing was mended in it", path)
    line_end = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")
    parts, position = [mark], 0
    for edit in _merged([f.fix for f in findings if f.fix is not None], text):
        parts.append(text[position : edit.start].encode(encoding, errors))
        parts.append(_encoded(path, edit, encoding, line_end))
        position = edit.end
    return b"".join([*parts, text[position:].encode(encoding, errors)])


def _merged(edits: Iterable[Edit], text: str) -> list[Edit]:
    """The edits, with deletions that overlap or touch made one."""
    merged: list[Edit] = []
    for edit in edits:
        last = merged[-1] if merged else None
        if last is None or last.text or edit.text or edit.start > last.end:
            merged.append(edit)
            continue
        merged.pop()
        start = last.start
        if edit.start < last.end:
            # It took the line break before its line, since the file ends with it: now the one before all of them goes.
            floor = merged[-1].end if merged else 0
            start = max(len(text[:start].rstrip()), floor)
        merged.append(msgspec.structs.replace(edit, start=start, end=max(edit.end, last.end)))
    return merged


def _encoding(path: str, data: bytes) -> tuple[bytes, str, str]:
    """Mark, encoding and error handler with which the file's bytes make a round trip, one character for each read."""
    from lintnews.reading.decoding import decode

    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding, "strict"
    read, note = decode(path, data)
    if note is not None and data.decode("cp1252", "replace") == read:
        return b"", "cp1252", "strict"
    return b"", "utf-8", "surrogateescape"  # stray bytes are kept as they are


def _encoded(path: str, edit: Edit, encoding: str, line_end: str) -> bytes:
    try:
        return edit.text.replace("\r\n", "\n").replace("\n", line_end).encode(encoding)
    except UnicodeEncodeError:
        raise ReadError(f'can\'t write "{edit.text}" in the encoding of the file ({encoding})', path) from None


def _same(one: str, other: str) -> bool:
    """Whether two pieces of text agree, a stray byte with whatever it was read as."""
    return len(one) == len(other) and all(a == b or "\udc80" <= a <= "\udcff" for a, b in zip(one, other, strict=True))


def write(path: str, data: bytes) -> None:
    """Replace a file's content in one step, so that nobody ever sees half of it; a link stays a link."""
    real = Path(os.path.realpath(path))
    new = real.with_name(f".{real.name}.lintnews-{os.getpid()}")
    try:
        new.write_bytes(data)
        new.chmod(real.stat().st_mode & 0o7777)
        new.replace(real)
    except OSError as problem:
        new.unlink(missing_ok=True)
        raise ReadError(f"can't be written: {problem.strerror or problem}", path) from None
