"""Broken encodings: UTF-8 read as Windows-1252 ("Ã©" for "é"), lost and invisible characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

# What the bytes 80 to BF, that continue a UTF-8 sequence, are in Windows-1252; 81, 8D, 8F, 90, 9D are nothing there.
_CONTINUATION = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd"
_SPOT = late(
    rf"[ÂÃÄÅ][{_CONTINUATION}]|â[€„‚‰][{_CONTINUATION}]|ðŸ|ï»¿|ï¿½|(?<![^\s\d(])Â(?= )"
    rf"|[\x80-\x9f\ufffd\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]"
)
_SIGN = late(
    "[ÂÃÄÅâðï\x80-\x9f\ufffd\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad]"
)  # what a spot begins with: one set is searched far faster
_RUN = late(rf"(?:[ÂÃÄÅ][{_CONTINUATION}]|â[{_CONTINUATION}]{{2}}|ðŸ[{_CONTINUATION}]{{2}}|ï»¿)+")
_AGAIN = late("[ÂÃ]|â€")  # a second layer of the same damage shows these
_QUOTES = "«»‹›“”‘’„‚\"'"
_LOST = "\ufffd"
# These have work to do in other scripts and in emoji; between Latin letters, digits and spaces they have none.
_SCRIPTED = "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = _SCRIPTED + "\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\xad"
_LATIN_END = "\u0250"  # the first letter after the Latin ones
# An apostrophe that became a question mark: "don?t", not the query of an address ("watch?v=1").
_ASKED = late(r"(?<=[a-z])\?(?=(?:s|t|re|ve|ll|d)(?![\w=&/?]))")
_ADDRESS = late(r"(?:https?:|www\.|\w/)\S*\Z")
_ROUNDS = 3


class Damage(Struct, frozen=True):
    """A damaged place: what is wrong in words, and the text that was meant ("" to delete it), or None."""

    start: int
    end: int
    wrong: str
    mended: str | None


def find_damage(text: str) -> Iterator[Damage]:
    """The damaged places of a text, in order."""
    if "?" in text:
        yield from _asked(text)
    if text.isascii() or not _SIGN.search(text):
        return
    after = 0
    for spot in _SPOT.finditer(text):
        start = spot.start()
        if start < after:
            continue
        damage = _garbled(text, start) if text[start] in "ÂÃÄÅâðï" else _single(text, start)
        if damage:
            after = damage.end
            yield damage


def _asked(text: str) -> Iterator[Damage]:
    """Apostrophes that a program without them wrote as question marks."""
    for mark in _ASKED.finditer(text):
        start, end = mark.span()
        if not _ADDRESS.search(text, max(0, start - 80), start):
            word = text[text.rfind(" ", 0, start) + 1 : end]
            yield Damage(start, end, f'a question mark for an apostrophe in "{word}…"', "’" if "’" in text else "'")


def _garbled(text: str, start: int) -> Damage | None:
    if text.startswith(("ï¿½", "Â "), start):
        end = start + 3 if text[start] == "ï" else start + 1
        return Damage(start, end, "characters of another encoding", None if text[start] == "ï" else "")
    run = _RUN.match(text, start)
    if run is None or run[0][1:2] == _LOST or _LOST in run[0]:
        end = run.end() if run else start + 2
        certain = text[start : start + 2] == "â€" or _LOST in text[start:end]
        return Damage(start, end, "characters of another encoding", None) if certain else None
    # A capital before a quotation mark ("CAFÂ»" does not exist in English, but "JOÃ»" might be shouted Portuguese).
    if run[0][1] in _QUOTES and len(run[0]) == 2 and start and text[start - 1].isupper():
        return None
    mended, end = _decode(run[0]), run.end()
    if mended is None:
        return None
    if _SPOT.match(mended[-1] + text[end : end + 2]):
        return Damage(start, end, "characters of another encoding", None)  # the damage goes on: a part is lost
    return Damage(start, end, f'"{run[0]}" where "{mended}" was meant', mended)


def _decode(run: str) -> str | None:
    """The run read as it was meant, through up to three layers of damage."""
    mended: str | None = None
    for _ in range(_ROUNDS):
        try:
            run = b"".join(_byte(character) for character in run).decode("utf-8")
        except (UnicodeDecodeError, UnicodeEncodeError):
            break
        mended = run
        if not _AGAIN.search(run):
            break
    return mended if mended is not None and all(c.isprintable() or c in "\xa0\xad\ufeff" for c in mended) else None


def _byte(character: str) -> bytes:
    return character.encode("latin-1") if character < "\u0100" else character.encode("cp1252")


def _single(text: str, start: int) -> Damage | None:
    character = text[start]
    if character == _LOST:
        end = start + 1
        while text[end : end + 1] == _LOST:
            end += 1
        return Damage(start, end, "a character that was lost in decoding", None)
    if character in _INVISIBLE:
        end = start + 1
        while text[end : end + 1] and text[end] in _INVISIBLE:
            end += 1
        if any(c in _SCRIPTED for c in text[start:end]) and not _is_latin(text, start, end):
            return None
        told = "an invisible character" if end == start + 1 else "invisible characters"
        return Damage(start, end, told, "")
    try:
        return Damage(start, start + 1, "a control character", character.encode("latin-1").decode("cp1252"))
    except UnicodeDecodeError:
        return Damage(start, start + 1, "a control character", None)


def _is_latin(text: str, start: int, end: int) -> bool:
    """Whether only Latin letters, digits, spaces and common punctuation stand around a place."""
    around = text[max(0, start - 2) : start] + text[end : end + 2]
    return all(c < _LATIN_END or "\u2010" <= c <= "\u2027" for c in around)
