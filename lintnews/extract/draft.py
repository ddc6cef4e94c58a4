"""The facts of one article while they are gathered: what each stage of extraction is given."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.lexicon import Hit, Lexicon
    from lintnews.model import (
        Acronym,
        Article,
        Attribution,
        Date,
        Figure,
        Name,
        Passage,
        Quotation,
        Sentence,
        Signal,
    )


# A text that holds no other letter beyond ASCII has plain letters without them, and those are split without a search.
_MARKS = "’‘“”–—…£€•\xa0"


# The look-behinds come second, since a pattern that begins with a set of letters is searched faster.
_DIGIT = late(r"[.\d](?:(?<![\w.,:/#].)(?:(?<=\d)|(?=\d))|(?<=[a-z]\d))")


class Draft:
    """An article, its lower-cased text (of equal length), the trigger hits, and the facts found so far."""

    __slots__ = (
        "_digits",
        "_name_starts",
        "_plain",
        "_quotation_starts",
        "_sentence_starts",
        "acronyms",
        "article",
        "attributions",
        "dates",
        "extra",
        "figures",
        "hits",
        "lexicon",
        "lower",
        "names",
        "passages",
        "quotations",
        "sentences",
        "signals",
        "text",
        "topics",
    )

    def __init__(self, article: Article, lexicon: Lexicon) -> None:
        self.article = article
        self.lexicon = lexicon
        self.text = article.text
        lower = article.text.lower()
        # lower() changes the length only for a few capitals such as U+0130; then letter by letter.
        self.lower = lower if len(lower) == len(self.text) else "".join(map(_lower_one, self.text))
        self.hits: dict[str, list[Hit]] = lexicon.triggers.find(self.lower)
        self.sentences: tuple[Sentence, ...] = ()
        self.quotations: tuple[Quotation, ...] = ()
        self.names: tuple[Name, ...] = ()
        self.figures: tuple[Figure, ...] = ()
        self.dates: tuple[Date, ...] = ()
        self.attributions: tuple[Attribution, ...] = ()
        self.signals: tuple[Signal, ...] = ()
        self.acronyms: tuple[Acronym, ...] = ()
        self.passages: tuple[Passage, ...] = ()
        self.topics: tuple[str, ...] = ()
        self.extra: dict[str, Any] = {}
        self._sentence_starts: list[int] = []
        self._quotation_starts: list[int] = []
        self._name_starts: list[int] = []
        self._plain: str | None = None
        self._digits: list[int] | None = None

    @property
    def plain(self) -> str:
        """The lower-cased text, of equal length, in which the common marks beyond ASCII are spaces."""
        if self._plain is None:
            self._plain = self.lower
            if not self.lower.isascii():
                for mark in _MARKS:
                    self._plain = self._plain.replace(mark, " ")
        return self._plain

    @property
    def digits(self) -> list[int]:
        """Where a number in digits begins, or a digit stands right after a letter."""
        if self._digits is None:
            self._digits = [match.start() for match in _DIGIT.finditer(self.lower)]
        return self._digits

    def found(self, table: str) -> list[Hit]:
        """The hits of a trigger table, (start, end, value) in text order."""
        return self.hits.get(table, [])

    def sentence_at(self, position: int) -> int:
        """Index of the sentence that holds a position; -1 before the first."""
        if len(self._sentence_starts) != len(self.sentences):
            self._sentence_starts = [s.start for s in self.sentences]
        return bisect_right(self._sentence_starts, position) - 1

    def names_in(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that begin in [start, end)."""
        if len(self._name_starts) != len(self.names):
            self._name_starts = [name.start for name in self.names]
        first = bisect_left(self._name_starts, start)
        return self.names[first : bisect_left(self._name_starts, end, first)]

    def quoted(self, position: int) -> bool:
        """Whether a position lies inside a quotation."""
        if not self.quotations:
            return False
        index = self.quotation_at(position)
        return index >= 0 and position < self.quotations[index].end

    def quotation_at(self, position: int) -> int:
        """Index of the last quotation that starts at or before a position; -1 with none."""
        if len(self._quotation_starts) != len(self.quotations):
            self._quotation_starts = [q.start for q in self.quotations]
        return bisect_right(self._quotation_starts, position) - 1


def _lower_one(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter
