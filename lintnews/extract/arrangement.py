"""Pieces that belong together, mended: offices, ministries, firms of two names, hospitals of saints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.capitals import Piece

if TYPE_CHECKING:
    from lintnews.lexicon.vocabulary import Vocabulary

_OF = frozenset({" of ", " for ", " of the ", " for the "})
_FARTHEST = max(map(len, _OF))
_SAINT = frozenset({"St", "Saint"})


def arrange(found: list[Piece], text: str, words: Vocabulary) -> list[Piece]:
    """Mend what belongs together: "Secretary of | State Jane Roe", "Ministry | of | Health", "General | Hospital"."""
    out: list[Piece] = []
    end = -_FARTHEST - 1  # of the last piece, with its title
    for piece in found:
        if piece.title or not piece.words:
            out.append(with_title(piece) if saint(piece) or titled_organisation(piece, words) else piece)
            end = before_end(out[-1])
            continue
        if piece.starts[0] - end > _FARTHEST:
            out.append(piece)
            end = piece.end
            continue
        before = out[-1]
        if coupled(before, piece, text, words):
            couple(before, piece, text)
        elif not joined(before, piece, text):
            out.append(piece)
        elif not before.words:
            out[-1] = after_office(before, piece, words)
        elif before.folded[-1] in words.organisation:
            extend(before, piece)
        else:
            out.append(piece)
        end = before_end(out[-1])
    return [piece for piece in out if piece.words]


def saint(piece: Piece) -> bool:
    """Whether a saint's name stands here, which in news is a place's, a church's or a club's: "St. Wendel"."""
    return bool(piece.title and piece.words) and (piece.title or "").rpartition(" ")[2].rstrip(".") in _SAINT


def titled_organisation(piece: Piece, words: Vocabulary) -> bool:
    """Whether what looks like a title opens the name of an organisation."""
    if (
        not (piece.title and piece.words)
        or piece.title_kind == "courtesy"
        or words.organisation.isdisjoint(piece.folded)
    ):
        return False
    return not (len(piece.words) == 2 and piece.folded[0] in words.given)


def coupled(before: Piece, piece: Piece, text: str, words: Vocabulary) -> bool:
    """Whether two pieces are one organisation: joined by "&", or what a saint has ("St. Bride's Hospital")."""
    if piece.title or not (before.words and piece.words) or piece.start - before.end != len("'s "):
        return False
    if before.possessive:
        return before.words[0].rstrip(".") in _SAINT and piece.folded[0] in words.organisation
    return text[before.end : piece.start] == " & "


def couple(before: Piece, piece: Piece, text: str) -> None:
    """Add a piece, and what stands between the two, to the one before it."""
    if before.possessive:
        before.words = (*before.words[:-1], text[before.starts[-1] : piece.start].rstrip())
    else:
        before.starts.append(before.end + 1)
        before.words += ("&",)
        before.folded += ("&",)
    extend(before, piece)


def joined(before: Piece, piece: Piece, text: str) -> bool:
    """Whether only "of" or "for" stands between two pieces."""
    return not before.possessive and text[before_end(before) : piece_start(piece)] in _OF


def extend(before: Piece, piece: Piece) -> None:
    """Add a piece to the one before it."""
    before.words += piece.words
    before.starts += piece.starts
    before.folded += piece.folded
    before.possessive = piece.possessive


def before_end(piece: Piece) -> int:
    """Where a piece ends, title included."""
    return piece.end if piece.words else piece.title_start + len(piece.title or "")


def piece_start(piece: Piece) -> int:
    """Where a piece starts, title included."""
    return piece.title_start if piece.title else piece.start


def with_title(piece: Piece) -> Piece:
    """The piece with its title made part of the words: "General Hospital" is no general."""
    title = tuple((piece.title or "").split(" "))
    starts = []
    position = piece.title_start
    for word in title:
        starts.append(position)
        position += len(word) + 1
    whole = Piece(title + piece.words, starts + piece.starts, opening=piece.opening, display=piece.display)
    whole.possessive = piece.possessive
    return whole


def after_office(before: Piece, piece: Piece, words: Vocabulary) -> Piece:
    """The name that follows an office with "of": its first words up to a given name belong to the office."""
    first = next((i for i in range(1, len(piece.words)) if piece.folded[i] in words.given), 0)
    if not first:
        return Piece(piece.words, piece.starts, opening=False, display=piece.display)
    whole = Piece(piece.words[first:], piece.starts[first:], opening=False, display=piece.display)
    whole.title = f"{before.title} of {' '.join(piece.words[:first])}"
    whole.title_kind, whole.title_start, whole.possessive = before.title_kind, before.title_start, piece.possessive
    return whole
