"""What the program knows about an article: the records that readers and extractors make and checks read.

Every `start` and `end` is a 0-based half-open offset in Unicode code points into `Article.text`, the cleaned text;
`Article.offsets` carries a place back to the file as it stands on disk. Records are frozen.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - msgspec reads the annotations at run time
from bisect import bisect_right
from typing import Any, Literal

from msgspec import Struct

Role = Literal["headline", "deck", "byline", "dateline", "body", "caption", "residue"]
Attributed = Literal["explicit", "carried", "evidential", "none"]
NameKind = Literal["person", "organisation", "place", "unknown"]
FigureKind = Literal["count", "money", "percent", "points", "duration", "age", "measure", "rate", "ordinal"]
FigureRole = Literal["plain", "total", "part", "increment", "change", "bound"]
Speech = Literal["direct", "indirect", "mixed"]
SourceKind = Literal["person", "organisation", "document", "role", "collective", "anonymous", "none"]
SignalKind = Literal[
    "evidential", "anonymity", "accusation", "motive", "reply", "wrong", "superlative", "forecast", "cause", "character"
]
Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("note", "warning", "error")


class Span(Struct, frozen=True, array_like=True, gc=False):
    """A stretch of `Article.text`."""

    start: int
    end: int


class Offsets(Struct, frozen=True, gc=False):
    """The way from the cleaned text back to the source: runs that both share.

    Run i covers text[text_starts[i]:text_starts[i] + lengths[i]] and stands in the source at source_starts[i].
    Between two runs the text holds a stand-in (a space for a line break, say) or the source holds markup. A run of
    length 0 is one stand-in character for something longer in the source, such as an entity.
    """

    text_starts: tuple[int, ...]
    source_starts: tuple[int, ...]
    lengths: tuple[int, ...]

    def start(self, position: int) -> int:
        """Source offset of the character at `position`."""
        run = max(bisect_right(self.text_starts, position) - 1, 0)
        inside = position - self.text_starts[run]
        if inside >= max(self.lengths[run], 1) and run + 1 < len(self.text_starts):
            return self.source_starts[run + 1]
        return self.source_starts[run] + min(max(inside, 0), self.lengths[run])

    def end(self, position: int) -> int:
        """Source offset just after the character before `position`."""
        if position <= 0:
            return self.start(0)
        run = max(bisect_right(self.text_starts, position - 1) - 1, 0)
        if self.lengths[run] == 0 and run + 1 < len(self.text_starts):
            return self.source_starts[run + 1]
        return self.source_starts[run] + min(position - self.text_starts[run], self.lengths[run])


class Paragraph(Struct, frozen=True, gc=False):
    """A block of text with its role."""

    start: int
    end: int
    role: Role = "body"


class Allowance(Struct, frozen=True):
    """A suppression: findings of `rule` in [start, end) (None: in the whole file) are allowed for `reason`."""

    rule: str
    reason: str
    line: int
    start: int | None = None
    end: int | None = None
    origin: str = ""  # the side file it stands in, "" for the article itself


class ReadingNote(Struct, frozen=True, gc=False):
    """Something a reader noticed about the file itself, such as an encoding that had to be guessed."""

    kind: Literal["encoding", "date"]
    message: str
    start: int = 0
    end: int = 0


class Article(Struct, frozen=True):
    """One news story read from a file.

    `text` is what is read and compared: paragraphs parted by a blank line, white space inside them made single
    spaces. `source` is the decoded file. `offsets` is None where both are the same. Paragraphs come in order and do
    not overlap; the headline, from front matter or from the text, is the first paragraph with that role.
    `coordinates` is "extracted" where the file has no text of its own and offsets are into `text`.
    """

    path: str
    text: str
    source: str
    paragraphs: tuple[Paragraph, ...]
    offsets: Offsets | None = None
    title: str | None = None
    author: str | None = None
    published: dt.date | None = None
    outlet: str | None = None
    language: str = "en"
    coordinates: Literal["source", "extracted"] = "source"
    allowances: tuple[Allowance, ...] = ()
    notes: tuple[ReadingNote, ...] = ()

    @property
    def headline(self) -> Paragraph | None:
        """The headline's paragraph, or None."""
        return next((p for p in self.paragraphs if p.role == "headline"), None)

    def paragraph_at(self, position: int) -> int:
        """Index of the paragraph that holds `position` (the last one that starts at or before it)."""
        return max(bisect_right(self.paragraphs, position, key=lambda p: p.start) - 1, 0)


class Sentence(Struct, frozen=True, gc=False):
    """A sentence, the index of its paragraph, and who it is attributed to."""

    start: int
    end: int
    paragraph: int
    attributed: Attributed = "none"


class Quotation(Struct, frozen=True, gc=False):
    """Quoted words; start and end include the marks. `words` counts them; `closed`: the closing mark is there."""

    start: int
    end: int
    paragraph: int
    words: int
    closed: bool = True


class Name(Struct, frozen=True, gc=False):
    """A mention of a name. `given` and `surname` are set for persons as far as the mention gives them.

    `person` numbers the people of the article: mentions with one number are one person, -1 is nobody known.
    `title` is the role or title that stands before it ("Prime Minister"). A pronoun is never a Name.
    """

    start: int
    end: int
    text: str
    kind: NameKind
    given: str | None = None
    surname: str | None = None
    title: str | None = None
    person: int = -1


class Figure(Struct, frozen=True, gc=False):
    """A number as worded: the true value lies in [low, high] (None: open), `value` is the number as written.

    `subject` is the counted noun as worded, `modifiers` the words between; `role` says what the number is of its
    thing; `quoted` is true inside a quotation; `step` is the rounding step of the number as written.
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    value: float
    kind: FigureKind
    unit: str | None = None
    subject: str | None = None
    modifiers: tuple[str, ...] = ()
    role: FigureRole = "plain"
    approximate: bool = False
    quoted: bool = False
    step: float = 0.0
    sentence: int = -1


class Date(Struct, frozen=True, gc=False):
    """A date expression. `value` is ISO 8601 at the precision given, an interval as `from/to`, None if unresolved.

    `kind` tells how it is worded; `weekday` (0 is Monday), `year`, `month` and `day` are what the text says,
    whatever the calendar says.
    """

    start: int
    end: int
    text: str
    value: str | None
    kind: Literal["absolute", "partial", "weekday", "relative", "range"] = "absolute"
    weekday: int | None = None
    sentence: int = -1
    year: int | None = None
    month: int | None = None
    day: int | None = None


class Attribution(Struct, frozen=True, gc=False):
    """Who says what: content spans, the cue and the source as spans, and the speaker that the source resolves to."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    speech: Speech
    source_kind: SourceKind
    sentence: int = -1


class Signal(Struct, frozen=True, gc=False):
    """Words on sourcing: an evidential, a plea for anonymity, an accusation, a motive, a word of law or reply.

    Also words that may need a source: a lesser wrong, the scope of a superlative, a forecast, a cause, a word that
    judges a person. Checks look at what stands around them. `value` is the finer class of the lexicon's table.
    """

    start: int
    end: int
    kind: SignalKind
    value: str
    sentence: int = -1


class Acronym(Struct, frozen=True, gc=False):
    """A use of an acronym; `long` is its full form where this place defines it."""

    start: int
    end: int
    short: str
    long: str | None = None


class Passage(Struct, frozen=True, gc=False):
    """The fingerprint of a paragraph.

    `digest` is of its normalised words, `sketch` holds the smallest shingle hashes, `signature` one character for each
    word: equal words have equal characters, so that two paragraphs can be compared word by word as strings. `prose`
    tells running text, with its share of function words, from lists and tables.
    """

    start: int
    end: int
    paragraph: int
    words: int
    digest: int
    sketch: tuple[int, ...]
    signature: str = ""
    prose: bool = True


class Facts(Struct, frozen=True):
    """All that an article states that can be compared. `topics` are the features by which stories are matched."""

    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    names: tuple[Name, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    signals: tuple[Signal, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    passages: tuple[Passage, ...] = ()
    topics: tuple[str, ...] = ()
    extra: dict[str, Any] = {}

    def sentence_at(self, position: int) -> int:
        """Index of the sentence that holds `position` (the last one that starts at or before it); -1 with none."""
        return bisect_right(self.sentences, position, key=lambda s: s.start) - 1


class Story(Struct, frozen=True):
    """An article with its facts: what a check is given. `notes`: what checks keep of it, see `checks/once.py`."""

    article: Article
    facts: Facts
    notes: dict[Any, Any] = {}

    def text(
        self, span: Span | Paragraph | Sentence | Name | Figure | Date | Quotation | Acronym | Passage | Signal
    ) -> str:
        """The words of a place."""
        return self.article.text[span.start : span.end]


class Card(Struct, frozen=True):
    """What stays in memory of an article after its text is let go: enough to date it and to match its story."""

    path: str
    published: dt.date | None = None
    topics: tuple[str, ...] = ()
    outlet: str | None = None
    allowances: tuple[Allowance, ...] = ()
