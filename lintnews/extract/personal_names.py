"""What a run of capitalised words is by its own words: a person's name, something else, or nothing that can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.people import split_name
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.extract.capitals import Piece
    from lintnews.extract.draft import Draft
    from lintnews.extract.people import People
    from lintnews.lexicon.vocabulary import Vocabulary

SPEECH = (
    "said|says|told|tells|added|adds|asked|asks|insisted|insists|explained|explains|argued|argues|warned|warns|admitted|"
    "admits|claimed|claims|denied|denies|announced|stated|states|replied|recalled|recalls|testified|tweeted|wrote|writes|"
    "noted|notes|believes|believed|thinks|acknowledged|continued|concluded|joked|confirmed|stressed|emphasised|emphasized"
)
SPEAKS = late(rf",? (?:{SPEECH})\b")
_IDENTIFIED = late(r"\b(?:identified|named)(?: [a-z]+){0,4} as \Z")
_SAID = frozenset({"said ", "says "})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"})
_SAINTS = frozenset({"st", "saint"})
_PLACED = (" the ", " in ", " at ", " near ", " town of ", " city of ")
_THERE = (" the ", " in ", " at ", " near ", " from ", " outside ", " across ", " around ", " to ")


def spoken(piece: Piece, draft: Draft) -> bool:
    """Whether a verb of speaking stands directly beside a piece."""
    before = draft.lower[max(0, piece.start - 5) : piece.start]
    return before in _SAID or SPEAKS.match(draft.text, piece.end) is not None


def _identified(piece: Piece, draft: Draft) -> bool:
    """Whether somebody was identified as this piece: "a man identified by police as"."""
    start = piece.start
    if not draft.lower.endswith(" as ", 0, start):
        return False
    return _IDENTIFIED.search(draft.lower, max(0, start - 40), start) is not None


def personal(piece: Piece, words: Vocabulary) -> bool:
    """Whether these words can be a person's: no place or nationality in front, no organisation."""
    first = piece.folded[0]
    if first in words.given:
        return True
    if first in words.nations or first in words.places or words.ordinary(first):
        return False
    return words.organisation.isdisjoint(piece.folded)


def kind_of_run(piece: Piece, draft: Draft, words: Vocabulary) -> str:  # noqa: PLR0911 - each return is one sign
    """What two or more words are that no title and no role beside them explains: person, common or unknown."""
    first, last = piece.folded[0], piece.folded[-1]
    if last in words.nations or (last[-1] == "s" and last[:-1] in words.nations):
        return "common"
    if first.rstrip(".") in _SAINTS:
        return "unknown"
    if first in words.given and len(last) > 1:
        return "person" if given_name(piece, draft, words) else "unknown"
    plain = not words.ordinary(last)
    second = len(piece.folded) > 2 and piece.folded[1] in words.given and not words.ordinary(piece.folded[1])
    if plain and (second or any(word.endswith(".") for word in piece.words[:-1])):
        return "person" if personal(piece, words) or not second else "unknown"
    if not personal(piece, words) or (not plain and last not in words.surnames):
        return "unknown"
    if len(first) == 1:
        return "person" if last in words.surnames or (plain and listed(piece, draft)) else "unknown"
    if len(piece.words) == 2 and last in words.surnames and last not in words.places and not words.english(first):
        return "person"
    told = spoken(piece, draft) or _identified(piece, draft)
    return "person" if told and plain else "unknown"


def given_name(piece: Piece, draft: Draft, words: Vocabulary) -> bool:
    """Whether the given name that a run begins with makes it a person's.

    A given name that is an English word or a place needs a surname that is none, or is a common surname (John Banks);
    what is a given name to few only (Star, Texas, Isla) needs a known surname and no sign of a place before it.
    """
    first, last = piece.folded[0], piece.folded[-1]
    plain = not words.ordinary(last) and last not in words.places
    held = last in words.surnames or not words.english(last)
    if last in words.places and not (last in words.surnames or last in words.surname_words):
        return False
    if first in words.common_given:
        return plain or last in words.surname_words or (held and first not in words.places) or not words.english(first)
    if first in _DIRECTIONS or draft.lower[max(0, piece.start - 10) : piece.start].endswith(_PLACED):
        return False
    if words.english(first):  # a capital that the start of a sentence gave tells nothing: see settle
        return plain and held and not (piece.opening or piece.display)
    return first not in words.places or (plain and held)


def listed(piece: Piece, draft: Draft) -> bool:
    """Whether a piece stands in a list, as the players of a team do."""
    return draft.text[piece.end : piece.end + 1] in {",", ";"} or draft.text[max(0, piece.start - 2)] in ",;"


def settle(found: Sequence[Piece], kinds: list[str], people: People, words: Vocabulary) -> None:
    """Mend the kinds of pieces by the other mentions of the article.

    A single word is nothing if only the start of a sentence gave it a capital.
    """
    steady = {piece.folded[0] for piece in found if not (piece.opening or piece.display)}
    for index, piece in enumerate(found):
        if kinds[index] != "unknown" or not (piece.opening or piece.display):
            continue
        first, last = piece.folded[0], piece.folded[-1]
        if len(piece.words) == 1:
            if first not in steady and words.english(first) and not people.known(first):
                kinds[index] = "common"
        elif people.known(last):
            if len(piece.words) == 2 and len(first) > 1 and words.english(first) and first not in words.common_given:
                piece.drop_first()
        elif first in words.given and last in words.surnames and not words.english(last) and not piece.display:
            kinds[index] = "person"
            people.introduce(*split_name(piece, words), piece.suffix, piece.title)


def shortened(found: Sequence[Piece], kinds: Sequence[str]) -> set[str]:
    """Words that the article uses alone like a surname: "Vastbeek" after "Lorena Vastbeek" ("Arden" is of a firm)."""
    alone = {
        p.folded[0] for p, k in zip(found, kinds, strict=True) if len(p.words) == 1 and k in {"unknown", "speaker"}
    }
    heads = {p.folded[0] for p in found if len(p.words) > 1}
    return alone - heads


def there(piece: Piece, draft: Draft) -> bool:
    """Whether a preposition of place stands before a piece."""
    return draft.lower[max(0, piece.start - 9) : piece.start].endswith(_THERE)
