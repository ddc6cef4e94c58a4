"""What a plugin hands over, and what a check is given: the contract between the house and its rooms.

A check finds; it knows no rule id, level or wording. An `ArticleCheck` looks inside one story. A `LedgerCheck` puts
rows on record and compares one row with those that share a key. A check may be both. Checks are stateless: the same
story and options give the same matches, in any process.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence  # noqa: TC003 - msgspec reads annotations at run time
from typing import Any, ClassVar, Protocol

from msgspec import Struct

from lintnews.model import Article, Card, Level, Story  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.report import Report  # noqa: TC001 - msgspec reads the annotations at run time


class Options(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """Base of a check's options: a field is an option, its default is the documented default."""


# The records below go by the thousands and hold no cycles: with gc=False the garbage collector never looks at them.


class Related(Struct, frozen=True, gc=False):
    """A further place of a match, in offsets of the text of `path` ("" is the article itself), and what it shows."""

    start: int
    end: int
    message: str
    path: str = ""


class Fix(Struct, frozen=True, gc=False):
    """A replacement of text[start:end] of the article itself; `safe` only where it can't change a meaning."""

    start: int
    end: int
    text: str
    safe: bool = False


class Match(Struct, frozen=True, gc=False):
    """A check's bare result: a place in the article's text, the values for the message, and what else it rests on."""

    start: int
    end: int
    data: dict[str, Any]
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


class Row(Struct, frozen=True, gc=False):
    """One comparable thing that an article puts on record.

    `value` is what is compared: rows with equal values agree and are kept as a count. `keys` follow from `value`
    alone (the ledger stores them once a value): two rows meet if they share a key. `text` is the thing as worded,
    `data` whatever `compare` needs besides: strings, bytes, numbers, None, lists and dicts of them (it travels as
    msgpack, so a tuple would come back a list). It stays in memory for the whole run: what is large is best packed.
    """

    value: str
    keys: tuple[str, ...]
    start: int
    end: int
    text: str
    data: dict[str, Any] = {}


class Entry(Struct, frozen=True, gc=False):
    """A row on record and the card of the article that it is from."""

    row: Row
    card: Card


class Group(Struct, frozen=True, gc=False):
    """The rows under a key that have one value.

    `count` is the number of articles that hold it, `entries` the exemplars: at most `EXEMPLARS` of them, one an
    article (its first row), nearest in date to the row that is compared, undated ones last, then by path. `first` is
    the oldest of all that hold it, by date and path; an undated one is older than a dated one.
    """

    value: str
    count: int
    entries: tuple[Entry, ...]
    first: Entry | None = None


EXEMPLARS = 16


class Spanned(Protocol):
    """Whatever has a place in an article's text: a row, a fact, a record of a check's own."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


class Reading(Struct, frozen=True, gc=False):
    """What a check takes text[start:end] for: `subject` is what it is of ("" if never compared), `told` tells more.

    `row` is where the row begins that speaks for it on record, if that is elsewhere: at a first mention, say.
    """

    start: int
    end: int
    subject: str
    told: str = ""
    row: int | None = None


class Look(ABC):
    """What a check may ask while it inspects or compares."""

    @abstractmethod
    def same_story(self, one: Card, other: Card) -> bool:
        """Whether two articles tell of the same event; decided in one place, `ledger/same_story.py`."""

    def same_event(self, one: Card, other: Card) -> bool:
        """Whether two articles on one story speak of one event of it, such as one night's victims of many."""
        return self.same_story(one, other)

    @abstractmethod
    def stories(self, cards: Iterable[Card]) -> int:
        """How many distinct stories the articles tell."""

    @abstractmethod
    def compared(self, pairs: int = 1) -> None:
        """Count pairs of facts that were really compared, so that silence can be told from blindness."""

    def skip(self, here: Spanned, there: Spanned | None, path: str, reason: str, *values: object) -> None:  # noqa: B027
        """Say why two things are not compared or not flagged; heard only by `--explain-skipped`, else it costs a call.

        `there` stands in the article `path` ("": the same one); None is all of it. Pass `values` for the `{}` of
        `reason` as they are: they are put in only where somebody listens.
        """

    @property
    @abstractmethod
    def register(self) -> Any:
        """The newsroom's `Register`; empty if there is none."""


class Check(ABC):
    """A detection algorithm; subclass `ArticleCheck`, `LedgerCheck` or both.

    `name` is what a rule's `check:` says. `fields` are the keys of `Match.data` with what they hold: a rule's message
    may use them as `{field}`, and its `when:` may select by them. `Options` is the schema of the rule's `options:`.
    A check calls `Look.skip` wherever it leaves a pair alone, "inside" an article or "across": what it `explains`.
    """

    name: ClassVar[str]
    fields: ClassVar[Mapping[str, str]]
    Options: ClassVar[type[Options]] = Options
    explains: ClassVar[tuple[str, ...]] = ()

    def readings(self, story: Story, options: Any) -> Iterable[Reading]:  # noqa: ARG002 - a check may say more
        """What this check looks at in a story, for `--explain-skipped`: never asked in an ordinary run."""
        return ()


class ArticleCheck(Check):
    """A check inside one article."""

    @abstractmethod
    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:
        """Yield the matches in `story`; `options` is an instance of `Options`."""


class LedgerCheck(Check):
    """A check across articles: `rows` puts facts on record, `compare` looks at one row beside those that share a key.

    Yield one row for each distinct value of an article. `compare` is called for a row of a target if another value
    shares a key with it; where `agreement` is true, also if another article has the same value. A key that more than
    `commonest` values share is not followed (0: every key is); set it where a row has several keys that are guesses,
    such as the hashes of a sketch, and a common one says nothing. `meets` says in words what two rows must share,
    `placed` that a row speaks for its own place alone, even if it is the only one of its article.
    """

    agreement: ClassVar[bool] = False
    commonest: ClassVar[int] = 0
    meets: ClassVar[str] = "a key"
    placed: ClassVar[bool] = False

    @abstractmethod
    def rows(self, story: Story) -> Iterable[Row]:
        """What this article puts on record; independent of options and register."""

    def asks(self, row: Row) -> bool:  # noqa: ARG002 - a check may say otherwise
        """Whether `compare` could find anything from the side of `row`; where not, nothing is looked up for it.

        The row stays on record for others to meet.
        """
        return True

    @abstractmethod
    def compare(self, entry: Entry, bucket: Sequence[Group], options: Any, look: Look) -> Iterable[Match]:
        """Yield matches in the article of `entry`.

        `bucket` holds one group a value, sorted by value, the row's own value among them (with this article counted).
        A conflict of equals is yielded from both sides, one match for each other article, with that article's place as
        its only related one; the engine reports the pair once, in the newer target. Where the evidence says which side
        is wrong, yield only from that side, with as many related places as help.
        """


class Reader(Struct, frozen=True):
    """A file format: `suffixes` (".md") and `read(path, data)`, which gives an Article or raises `ReadError`."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, bytes], Article]


# The built-in stages of extraction, in the order of need: dates and acronyms are kept out of figures and names,
# attributions need all names.
# "attributed" gives the sentences again, each with its attribution state.
STAGES = (
    "sentences",
    "quotations",
    "dates",
    "acronyms",
    "names",
    "figures",
    "signals",
    "attributions",
    "attributed",
    "passages",
    "topics",
)


class Extractor(Struct, frozen=True):
    """A stage of extraction: `extract(draft)` gives the tuple of facts that goes under `name`.

    With the name of a built-in stage (`STAGES`) it replaces that stage, else it adds `Facts.extra["PLUGIN/NAME"]`.
    `version` is part of the cache's key.
    """

    name: str
    version: str
    extract: Callable[[Any], tuple[Any, ...]]


class Reporter(Struct, frozen=True):
    """An output format: `render(report, options)` gives the whole text; `options` says colour and width."""

    name: str
    render: Callable[[Report, RenderOptions], str]


class RenderOptions(Struct, frozen=True):
    """How to render.

    `color`: whether escape sequences may be used. `rules`: the rules that ran, for formats that carry what they say.
    `width`: columns of a line of text. `summary`: whether formats for people end with one. `fail_on`: the level from
    which on a finding fails the run.
    """

    color: bool = False
    rules: tuple[Any, ...] = ()
    version: str = ""
    width: int = 100
    summary: bool = True
    fail_on: Level = "error"


__all__ = [
    "EXEMPLARS",
    "ArticleCheck",
    "Check",
    "Entry",
    "Extractor",
    "Fix",
    "Group",
    "LedgerCheck",
    "Look",
    "Match",
    "Options",
    "Reader",
    "Reading",
    "Related",
    "RenderOptions",
    "Reporter",
    "Row",
]
