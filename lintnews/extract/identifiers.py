"""Numbers that are no figures: times of day, scores, telephone numbers, and numbers that are part of a name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lintnews.extract.nouns import words_after
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft
    from lintnews.extract.numerals import Numeral
    from lintnews.extract.units import Unit
    from lintnews.lexicon import Lexicon

_AFTER = late(
    r":\d\d|\s?(?:[ap]\.?m\b\.?|o['’]clock|gmt\b|utc\b|bst\b|hours gmt)|/\d|(?:-\d+){2,}|-for-|\.\d+\.\d"
    r"|(?:st|nd|rd|th)\b|s\b|['’]s\b|[a-z]|-[a-z](?![a-z])"
)
_UNIT_GLUED = late(
    r"(?:k[mgw]h?|mph|mm|[ck]?m[23²³]?|nm|kg|g|mg|lb|lbs|ft|in|sq|p|pc|w|v|wh|mw|gw|[mgt]wh|gb|tb|mb|hz|khz|mhz|ghz"
    r"|hp|bhp|l|ml|bps|[cf]|yr|hr|hrs|min|mins)(?![\w])"
)
# What may be joined to a number from the left: "minus-5", "sub-7", "a now-18-month-old".
_JOINED = late(r"(?<![\w-])(?:minus|sub|now|then|nearly|almost|to|magnitude)-\Z")
_ADDRESS = late(r"(?:\s(?:[A-Z][\w’'.-]*|\d+(?:st|nd|rd|th))){1,4}")
_GROUPS = late(r"[\w./:-]*(?:[ -]\d{2,})*")
_DIALLED = late(r"[ -]\(?\d")
_REST = late(r"[\w./:-]*")
_NUMBER_AFTER = late(r"\s?[-–—]\s?\d+")
_LABEL = late(r"[\w&.’'-]+\Z")
_STAGE = late(r"(?<!\w)(?:top|bottom|(?:the|into|in)\s(?:last|final))\s\Z")
_ALWAYS = frozenset({"number", "no", "part", "war", "division", "chapter", "channel", "bbc", "radio"})
_OPENERS = frozenset(".!?:;—–-•\"“”‘'()*|/")
_STAGES = frozenset({2, 3, 4, 5, 6, 7, 8, 10, 16, 20, 32, 64})


def is_identifier(draft: Draft, start: int, number: Numeral, words: list[str], unit: Unit | None) -> bool:  # noqa: PLR0911 - one a rule
    """Whether the digits at `start` are a time, a score, a code or part of a name rather than a figure."""
    lower = draft.lower
    end = number.end
    before = lower[start - 1 : start]
    if before in {"-", "–"} and lower[start - 2 : start - 1].isalnum():
        return _JOINED.search(lower, max(start - 11, 0), start) is None
    if before in {".", "'", "’"} or (draft.text[end : end + 1] == "G" and not lower[end + 1 : end + 2].isalpha()):
        return True
    if (lower[start] == "0" and lower[start + 1 : start + 2].isdigit()) or (
        before == "+" and _DIALLED.match(lower, end)
    ):
        return True
    if lower.startswith("-", end) and draft.text[end + 1 : end + 2].isupper() and unit is None:
        return True
    if _AFTER.match(lower, end) and not _UNIT_GLUED.match(lower, end):
        return True
    if number.fraction:
        return not lower.startswith((" of", " hour", " mile", " inch", " point", " cup"), end)
    score = _NUMBER_AFTER.match(lower, end)
    if score is not None and unit is None and not _is_range(draft, number, score.end()):
        return True
    word, place = _label(lower, start) if unit is None else ("", 0)
    if word:
        if word in draft.lexicon.words("identifying-words") and (
            before == "-" or not plural_follows(words, draft) or _is_title(draft, place)
        ):
            return True
        if not plural_follows(words, draft) and _is_name(draft, place, start):
            return True
    if unit is None and words and not number.scaled and _names_more(draft, number, words):
        return True
    at_start = start == 0 or draft.text[start - 1] == "\n"
    return at_start and lower[end : end + 2] in {". ", ") "}


def _label(lower: str, start: int) -> tuple[str, int]:
    """The word right before a number and where it begins, as far as the last letters hold it; "" for none."""
    near = lower[max(start - 20, 0) : start].removesuffix("-")
    bare = near.rstrip(" \xa0(")
    label = _LABEL.search(bare, bare.rfind(" ") + 1) if len(bare) < len(near) else None
    return (label[0], max(start - 20, 0) + label.start()) if label is not None else ("", 0)


def names_thing(draft: Draft, start: int) -> int:
    """The end of a name that begins with the number at `start` ("50 Cent", "Three Mile Island"); `start` for none."""
    lower = draft.lower
    space = lower.find(" ", start, start + 16)
    if space < 0 or not draft.text[space + 1 : space + 2].isupper():
        return start
    for name in _by_first(draft).get(lower[start:space], ()):
        if lower.startswith(name, start) and not lower[start + len(name) : start + len(name) + 1].isalnum():
            return start + len(name)
    return start


def _by_first(draft: Draft) -> dict[str, tuple[str, ...]]:
    """The names that begin with a number, by their first word."""
    return _grouped(draft.lexicon.words("number-names"))


@cache
def _grouped(names: frozenset[str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for name in sorted(names, key=len, reverse=True):
        first = name.partition(" ")[0]
        groups[first] = (*groups.get(first, ()), name)
    return groups


def is_named(draft: Draft, start: int, end: int) -> bool:
    """Whether number words are part of a name: "World War Two", "round one", "the Lorne Four", "the Three Rooms"."""
    lower, text = draft.lower, draft.text
    word, _ = _label(lower, start)
    if word:
        if word in _ALWAYS:
            return True
        if word in draft.lexicon.words("identifying-words") and not plural_follows(words_after(lower, end)[1], draft):
            return True
    if not text[start].isupper() or text[start - 1 : start] != " " or text[start - 2 : start - 1] in _OPENERS:
        return False
    sentence = draft.sentence_at(start)
    paragraphs = draft.article.paragraphs
    return not (sentence >= 0 and draft.sentences[sentence].start == start) and (
        not paragraphs or paragraphs[draft.article.paragraph_at(start)].role not in {"headline", "deck"}
    )


def is_stage(lower: str, start: int, value: float, words: list[str], lexicon: Lexicon) -> bool:
    """Whether a number is a place in a table or cup, with nothing counted: "the bottom three", "into the last 16"."""
    if value not in _STAGES or (words and words[0].rstrip(".,;:") not in lexicon.words("figure-stops")):
        return False
    return _STAGE.search(lower, max(start - 12, 0), start) is not None


def skip(lower: str, end: int, *, telephone: bool) -> int:
    """Where an identifier that begins before `end` ends; a telephone number goes on over spaces."""
    match = (_GROUPS if telephone else _REST).match(lower, end)
    return match.end() if match else end


def _names_more(draft: Draft, number: Numeral, words: list[str]) -> bool:
    """Whether the words after a bare number make it a model, an address or a code."""
    tails = draft.lexicon.table("model-tails")
    tail = tails.get(words[0].rstrip(".,;:"), "")
    if tail == "c" or (tail == "m" and draft.text[number.end + 1 : number.end + 2].isupper()):
        return True
    address = _ADDRESS.match(draft.text, number.end)
    if address is None:
        return False
    parts = address[0].lower().replace(".", "").split()
    return any(
        tails.get(part) == "s" for part in (parts[1:] if tails.get(parts[0]) != "s" or len(parts) < 2 else parts)
    )


def _is_title(draft: Draft, label: int) -> bool:
    """Whether a label is written with a capital inside a sentence of running text: "Flight 12 passengers"."""
    if not draft.text[label].isupper():
        return False
    sentence = draft.sentence_at(label)
    if sentence >= 0 and draft.sentences[sentence].start == label:
        return False
    return not draft.article.paragraphs or draft.article.paragraphs[draft.article.paragraph_at(label)].role not in {
        "headline",
        "deck",
    }


def _is_range(draft: Draft, number: Numeral, end: int) -> bool:
    """Whether "10-15" is a range: rising, and a unit, a counted plural or a scale follows."""
    from lintnews.extract.numerals import numeral
    from lintnews.extract.units import unit_after

    lower = draft.lower
    at = end
    while at > number.end and (lower[at - 1].isdigit()):
        at -= 1
    second = numeral(lower, at)
    if second is None or (second.value <= number.value and not second.scaled):
        return False
    _, words = words_after(lower, second.end)
    if second.scaled or unit_after(words, draft.lexicon) is not None:
        return True
    return plural_follows(words, draft) and words[0] not in {"wins", "points", "votes"}


def plural_follows(words: list[str], draft: Draft) -> bool:
    """Whether a counted plural comes within three words, before any word that ends the phrase."""
    stops = draft.lexicon.words("figure-stops")
    for word in words[:3]:
        if word in stops:
            return word in draft.lexicon.words("irregular-plurals")
        if (word.endswith("s") and not word.endswith(("ss", "'s", "’s"))) or word in draft.lexicon.words(
            "irregular-plurals"
        ):
            return True
    return False


def _is_name(draft: Draft, label: int, start: int) -> bool:
    """Whether a capitalised word right before the number makes it a name ("Apollo 11"), outside headlines."""
    text = draft.text
    if not text[label].isupper() or draft.lower[start - 1] == "(":
        return False
    word = draft.lower[label : start - 1].strip()
    if (
        word in draft.lexicon.words("places")
        or word in draft.lexicon.words("figure-stops")
        or word in draft.lexicon.table("approximators")
    ):
        return False
    return _is_title(draft, label) and not text[label : start - 1].isupper()
