"""The forms in an article of which a house should use one: spellings, compounds, abbreviations."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from lintnews.checks.once import once_a_story
from lintnews.lexicon import Triggers, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Story

TABLES = ("spellings", "compounds", "word-forms", "pointed")
_SKIPPED_ROLES = frozenset({"headline", "deck", "byline", "dateline", "residue"})
_JOINTS = frozenset("@/#_\\")  # an address, a tag or a path, not a word


class Form(Struct, frozen=True):
    """One use of a form: `family` is what it is a form of, `variant` which one; `side` is ise, ize, uk or us, or ""."""

    start: int
    end: int
    text: str
    table: str
    family: str
    variant: str
    quoted: bool


@lru_cache(maxsize=4)
def _triggers(language: str) -> Triggers:
    """Words in small letters, and abbreviations in capitals."""
    words = lexicon(language)
    pointed = {phrase.upper(): value for phrase, value in words.table("pointed").items()}
    return Triggers({**{name: words.table(name) for name in TABLES[:3]}, "pointed": pointed})


@once_a_story
def forms_of(story: Story) -> list[Form]:
    """The forms in the running text, in order; capitalised words are names ("International Organization for ...")."""
    return sorted(_find(story), key=lambda form: (form.start, -form.end))


def _find(story: Story) -> Iterator[Form]:
    text, article = story.article.text, story.article
    quotations = story.facts.quotations
    starts = [quotation.start for quotation in quotations]
    for table, hits in _triggers(article.language).find(text).items():
        for start, end, value in hits:
            if table == "pointed":
                if not _is_abbreviation(text, start, end):
                    continue
            elif text[end : end + 1] in _JOINTS or text[max(start - 1, 0) : start] in _JOINTS:
                continue
            if article.paragraphs[article.paragraph_at(start)].role in _SKIPPED_ROLES:
                continue
            at = bisect_right(starts, start) - 1
            family, _, variant = value.rpartition(" ")
            quoted = at >= 0 and start < quotations[at].end
            yield Form(start, end, text[start:end], table, family, variant, quoted)


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether capitals are an abbreviation in running text: not a currency, a shouted line or part of a longer one."""
    if text[end : end + 1] in {"$", "£", "€", "-", "/", "."} and text[end - 1] != "." and text[end : end + 1] != ".":
        return text[end] == "-"
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    if around.isupper() and all(map(str.isupper, filter(str.isalpha, around))):
        return False
    return text[start - 1 : start] not in {".", "/", "@"}


@lru_cache(maxsize=4)
def _by_family(language: str) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Table, family and variant to all its phrases."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for table in TABLES:
        for phrase, value in lexicon(language).table(table).items():
            family, _, variant = value.rpartition(" ")
            found.setdefault((table, family, variant), []).append(phrase)
    return {key: tuple(phrases) for key, phrases in found.items()}


def counterpart(word: str, table: str, family: str, variant: str, language: str = "en") -> str | None:
    """The same word in another variant of its family, in the same inflection; None where that is not sure."""
    others = _by_family(language).get((table, family, variant), ())
    if table == "pointed":
        return others[0].upper() if len(others) == 1 else None
    if table == "compounds":
        alike = [other for other in others if _letters(other) == _letters(word)]
        return alike[0] if len(alike) == 1 else None
    from rapidfuzz.distance import Levenshtein

    ranked = sorted((Levenshtein.distance(word, other), other) for other in others if _alike(table, word, other))
    if not ranked and len(others) == 1:
        return others[0]  # centre, center
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _alike(table: str, word: str, other: str) -> bool:
    """Whether two forms may be the same inflection."""
    return other.endswith("s") == word.endswith("s") if table == "word-forms" else other[-1] == word[-1]


def _letters(word: str) -> str:
    return word.replace("-", "").replace(" ", "")
