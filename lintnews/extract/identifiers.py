"""Numbers that are no figures: times of day, scores, telephone numbers, and numbers that are part of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft
    from lintnews.extract.numerals import Numeral
    from lintnews.extract.units import Unit

_AFTER = late(
    r":\d\d|\s?(?:[ap]\.?m\b\.?|o['’]clock|gmt\b|utc\b|bst\b|hours gmt)|/\d|(?:-\d+){2,}|\.\d+\.\d"
    r"|(?:st|nd|rd|th)\b|s\b|['’]s\b|[a-z]|-[a-z](?![a-z])"
)
_UNIT_GLUED = late(
    r"(?:k[mgw]h?|mph|mm|cm|m|kg|g|mg|lb|lbs|ft|in|sq|p|pc|mw|gw|gb|tb|mb|hz|khz|ghz|hp|bhp|l|ml|bps|c|yr"
    r"|hr|hrs|min|mins)\b"
)
_NUMBER_AFTER = late(r"\s?[-–—]\s?\d+")
_LABEL = late(r"([\w&.’'-]+)[ \xa0(]+\Z")


def is_identifier(draft: Draft, start: int, number: Numeral, words: list[str], unit: Unit | None) -> bool:  # noqa: PLR0911 - one a rule
    """Whether the digits at `start` are a time, a score, a code or part of a name rather than a figure."""
    lower = draft.lower
    end = number.end
    before = lower[start - 1 : start]
    if before in {"-", "–"} and lower[start - 2 : start - 1].isalnum():
        return True
    if draft.text[end : end + 1] == "G" or before in {".", "'", "’"}:
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
    label = _LABEL.search(lower, max(start - 20, 0), start)
    if label is not None and unit is None:
        word = label[1]
        if word in draft.lexicon.words("identifying-words") and not _plural_follows(words, draft):
            return True
        if not _plural_follows(words, draft) and _is_name(draft, label.start(1), start):
            return True
    at_start = start == 0 or draft.text[start - 1] == "\n"
    return at_start and lower[end : end + 2] in {". ", ") "}


def _is_range(draft: Draft, number: Numeral, end: int) -> bool:
    """Whether "10-15" is a range: rising, and a unit, a counted plural or a scale follows."""
    from lintnews.extract.nouns import words_after
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
    return _plural_follows(words, draft) and words[0] not in {"wins", "points", "votes"}


def _plural_follows(words: list[str], draft: Draft) -> bool:
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
    sentence = draft.sentence_at(label)
    if sentence >= 0 and draft.sentences[sentence].start == label:
        return False
    paragraph = draft.article.paragraphs[draft.article.paragraph_at(label)] if draft.article.paragraphs else None
    return (
        not (paragraph is not None and paragraph.role in {"headline", "deck"}) and not text[label : start - 1].isupper()
    )
