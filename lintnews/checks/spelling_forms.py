"""The forms in an article of which a house should use one: spellings, compounds, abbreviations."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from lintnews.lexicon import Triggers, lexicon

if TYPE_CHECKING:
    from lintnews.model import Story

TABLES = ("spellings", "compounds", "pointed")
_SKIPPED_ROLES = frozenset({"headline", "deck", "byline", "dateline", "residue"})
_SIGN_FAMILY = "percent"


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
    words = lexicon(language)
    return Triggers({name: words.table(name) for name in TABLES})


def forms_of(story: Story) -> list[Form]:
    """The forms in the running text, in order; capitalised words are names ("International Organization for ...")."""
    text, article = story.article.text, story.article
    lower = text.lower()
    if len(lower) != len(text):
        return []
    quotations = story.facts.quotations
    starts = [q.start for q in quotations]
    forms = []
    for table, hits in _triggers(article.language).find(lower).items():
        for start, end, value in hits:
            word = text[start:end]
            if table == "pointed":
                if not word.isupper() or not _is_abbreviation(text, start, end):
                    continue
            elif (
                word != word.lower()
                or (text[end : end + 1] in "@/" and end < len(text))
                or text[start - 1 : start] in {"@", "/", "#", "."}
            ):
                continue
            if article.paragraphs[article.paragraph_at(start)].role in _SKIPPED_ROLES:
                continue
            at = bisect_right(starts, start) - 1
            family, _, variant = value.rpartition(" ")
            forms.append(Form(start, end, word, table, family, variant, at >= 0 and start < quotations[at].end))
    forms.sort(key=lambda form: (form.start, -form.end))
    return forms


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether capitals are an abbreviation in running text: not a currency, a shouted line or part of a longer one."""
    if text[end : end + 1] in {"$", "£", "€", "-", "/", "."} and text[end - 1] != "." and text[end : end + 1] != ".":
        return text[end] == "-"
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    letters = [c for c in around if c.isalpha()]
    return not (letters and all(c.isupper() for c in letters)) and text[start - 1 : start] not in {".", "/", "@"}
