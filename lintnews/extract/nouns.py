"""What a number counts: the noun after it and the words between, without a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.numerals import UNITS
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.lexicon import Lexicon

_TAIL = late(
    r"(?:[ \xa0-]?(?=[%°$€£¢″])|[ \xa0-](?=[^\W\d_])|)((?:[%°¢€″]"
    r"|[^\W\d_])[\w'’./%-]*(?:[ \xa0]\(?[^\W\d_][\w'’/-]*){0,6})"
)
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s", "ous")
_PARTICIPLE = late(r".{3}(?:ed|ing)\Z")


def words_after(text: str, position: int) -> tuple[int, list[str]]:
    """The words that follow a number without a break, and where they begin."""
    match = _TAIL.match(text, position)
    if match is None:
        return position, []
    return match.start(1), match[1].replace("\xa0", " ").rstrip(".").split(" ")


def counted(words: list[str], lexicon: Lexicon) -> tuple[str | None, tuple[str, ...]]:
    """The counted noun and its modifiers: the last of the phrase's first plurals, or else its last word."""
    stops = lexicon.words("figure-stops")
    plurals = lexicon.words("irregular-plurals")
    phrase: list[str] = []
    head = -1
    for index, word in enumerate(words[:5]):
        bare = word.rstrip(".,;:").lower()
        if (bare in stops and not (bare in plurals and index == 0)) or word.startswith("(") or bare in UNITS:
            break
        phrase.append(word.rstrip(".,;:"))
        plural = bare in plurals or (bare.endswith("s") and not bare.endswith(_NOT_PLURAL) and len(bare) > 3)
        if plural:
            head = index
        elif head >= 0:
            break
        if word[-1] in ".,;:'’" or bare.endswith(("'s", "’s")):
            break
    if head < 0:
        while phrase and _modifies(phrase[-1].lower()):
            phrase.pop()
        head = len(phrase) - 1
    if head < 0:
        return None, ()
    return phrase[head], tuple(word.lower() for word in phrase[:head])


def _modifies(word: str) -> bool:
    """Whether a word at the end of a phrase can be no noun: "more", an adverb, a participle."""
    if word == "more" or word.endswith("ly"):
        return True
    return word.endswith(("ed", "ing")) and _PARTICIPLE.match(word) is not None
