"""How alike two names are: small edits, inflections that are no misspelling, keys under which like names meet."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lintnews.patterns import late

if TYPE_CHECKING:
    import re

    from lintnews.lexicon.vocabulary import Vocabulary

SHORTEST_GIVEN = 3
SHORTEST_SURNAME = 4
SHORTEST_BARE = 5
TWO_EDITS_FROM = 7
_DEMONYM = (
    "n",
    "an",
    "ian",
    "ean",
    "ese",
    "i",
    "ish",
    "ic",
    "ist",
    "ism",
    "er",
    "ers",
    "or",
    "s",
    "es",
    "ns",
    "ans",
    "ians",
    "al",
    "y",
)
_STEM_ENDINGS = ("", "a", "e", "ia", "o")
_VOWELS = late(r"[^bcdfghjklmnpqrstvwxz |]|(?<=[a-z])h")
_SOUNDS = (
    *(
        ("kh", "h"),
        ("gh", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("dj", "j"),
        ("ck", "k"),
        ("q", "k"),
        ("ou", "u"),
        ("oo", "u"),
    ),
    *(("y", "i"), ("j", "i"), ("w", "v"), ("ei", "i"), ("ie", "i"), ("ca", "ka"), ("co", "ko"), ("cu", "ku")),
)
_SILENT = late(r"(?<=[aeiou])h(?![aeiou])|[^a-z ]|c(?=[^eih]|\b)")
_DOUBLED = late(r"(.)\1+")


def one_edit(one: str, other: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of neighbours makes the one the other (OSA distance 1)."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = 0
    for at, (a, b) in enumerate(zip(one, other, strict=False)):  # noqa: B007 - the place is used after the loop
        if a != b:
            break
    else:
        at = min(len(one), len(other))
    if len(one) == len(other):
        swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
        return one[at + 1 :] == other[at + 1 :] or swapped
    return one[at:] == other[at + 1 :] or one[at + 1 :] == other[at:]


def near(one: str, other: str, shortest: int) -> int:
    """Edit distance (OSA) of two folded words if small enough for a slip of one name: 1, in long words 2; else 0."""
    low = min(len(one), len(other))
    if low < shortest or abs(len(one) - len(other)) > 2 or one == other:
        return 0
    if one_edit(one, other):
        return 1
    if low < TWO_EDITS_FROM or one[0] != other[0]:
        return 0
    from rapidfuzz.distance import OSA

    return 2 if OSA.distance(one, other, score_cutoff=2) == 2 else 0


def plurals(one: str, other: str) -> bool:
    """Whether one word is the plural or possessive of the other; no plural ends in a doubled s."""
    short, long = sorted((one, other), key=len)
    return short != long and long.rstrip("s") == short.rstrip("s") and not long.endswith("ss")


def inflection(one: str, other: str) -> bool:
    """Whether one word is the other with an ending: plural, possessive, nationality, -er, -al."""
    one, other = one.rstrip("'"), other.rstrip("'")
    short, long = sorted((one, other), key=len)
    stem = long[: len(short)]
    ending = long[len(short) :]
    if stem == short and ending in _DEMONYM:
        doubled = ending in ("n", "ns") and short[-1] not in "aeiouy"  # Herman, Hermann; but Russia, Russian
        return not doubled and not long.endswith("ss")
    # Korea/Korean, Italy/Italian, Spain/Spanish share all but the last letters.
    shared = 0
    for a, b in zip(short, long, strict=False):
        if a != b:
            break
        shared += 1
    endings = {short[shared:], long[shared:]}
    return (
        stem != short
        and shared >= max(len(short) - 1, 4)
        and endings <= {*_DEMONYM, *_STEM_ENDINGS}
        and not endings <= {*_STEM_ENDINGS}
    )


def _hard_c(found: re.Match[str]) -> str:
    return "k" if found[0] == "c" else ""


def _first_letter(found: re.Match[str]) -> str:
    # A template ("\1") is filled in Python, letter by letter: twice the time.
    return found[1]


@lru_cache(maxsize=1 << 13)
def sound(text: str) -> str:
    """The key of a transliteration family: Qaddafi, Kaddafi; Youssef, Yusuf share one as far as these rules go.

    Rules after the normalisation of JRC-Names (Pouliquen and Steinberger 2009): doubled letters, ou/u, k/q/c, y/i, w/v.
    """
    text = text.removeprefix("al-").removeprefix("el-")
    for letters, instead in _SOUNDS:
        text = text.replace(letters, instead)
    text = _SILENT.sub(_hard_c, text)
    return _DOUBLED.sub(_first_letter, text)


@lru_cache(maxsize=1 << 13)
def skeleton(text: str) -> str:
    """The first letter and the consonants of each word: under it vowels may differ (Mohammod, Muhammad)."""
    return " ".join(word[:1] + _VOWELS.sub("", sound(word[1:])) for word in text.split(" "))


@lru_cache(maxsize=1 << 11)
def deletions(word: str) -> tuple[str, ...]:
    """The word and the word less one letter: two words one edit apart share one of these (SymSpell; Garbe 2012)."""
    return (word, *[word[:index] + word[index + 1 :] for index in range(len(word))])


def nicknamed(one: str, other: str, nicknames: dict[str, str]) -> bool:
    """Whether one given name is a short or pet form of the other; a variant that sounds the same is not."""
    if sound(one) == sound(other):
        return False
    listed = other in nicknames.get(one, "").split() or one in nicknames.get(other, "").split()
    short, long = sorted((one, other), key=len)
    prefix = long.startswith((short, short[:-1])) or short.endswith(("y", "ie", "i"))
    return (listed and prefix) or (len(long) - len(short) >= 2 and long.startswith(short))


def genders_differ(one: str, other: str, words: Vocabulary) -> bool:
    """Whether one is a man's and the other a woman's name."""
    return (one in words.male and other in words.female) or (one in words.female and other in words.male)
