"""The work on one article: read, extract, inspect, put on record. The same code runs alone and in worker processes."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import msgspec

from lintnews.contract import ArticleCheck, Check, LedgerCheck, Look, Match, Row
from lintnews.errors import CheckError, LintnewsError, PluginError, ReadError, told
from lintnews.extract import extract, stages
from lintnews.lexicon import lexicon
from lintnews.model import Allowance, Article, Card, Story
from lintnews.placing import Locator, fingerprint
from lintnews.plugins import Registry  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.register import Register  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.report import Failure, Finding, RelatedPlace
from lintnews.rulebook import Rule  # noqa: TC001 - msgspec reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from lintnews.contract import Extractor, Reader
    from lintnews.setup import Setup

ROOM = 5_000_000  # characters of the articles that are kept while a run lasts: some ten megabytes


class Job(msgspec.Struct, frozen=True):
    """One check with one set of options, and the rules that take its matches."""

    check: str
    options: Any
    rules: tuple[Rule, ...]


class Work(msgspec.Struct, frozen=True, tag=True):
    """What an article comes to: its card, what was found inside it, what it puts on record."""

    card: Card
    findings: tuple[Finding, ...] = ()
    rows: tuple[tuple[str, Row], ...] = ()
    compared: int = 0
    failures: tuple[Failure, ...] = ()
    timings: dict[str, float] = {}


class ArticleLook(Look):
    """What a check may ask inside one article."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self.pairs = 0

    def same_story(self, one: Card, other: Card) -> bool:
        """An article tells its own story; others are not known here."""
        return one.path == other.path

    def stories(self, cards: Iterable[Card]) -> int:
        """Distinct articles."""
        return len({card.path for card in cards})

    def compared(self, pairs: int = 1) -> None:
        """Count compared pairs."""
        self.pairs += pairs

    @property
    def register(self) -> Register:
        """The newsroom's register."""
        return self._register


def jobs_of(rules: Sequence[Rule]) -> tuple[Job, ...]:
    """Rules that share a check and its options share one run of it."""
    grouped: dict[tuple[str, bytes], list[Rule]] = {}
    for rule in rules:
        grouped.setdefault((rule.check, msgspec.json.encode(rule.options, order="sorted")), []).append(rule)
    return tuple(Job(check, group[0].options, tuple(group)) for (check, _), group in sorted(grouped.items()))


def _label(job: Job, uses: Mapping[str, int]) -> str:
    """What the time of a job is counted as: its check, with the rules where the check has other jobs too."""
    return (
        f"check {job.check}"
        if uses[job.check] == 1
        else f"check {job.check}: {', '.join(rule.id for rule in job.rules)}"
    )


class Workshop:
    """Everything that the work on an article needs, made once a process."""

    def __init__(
        self,
        registry: Registry,
        rules: Sequence[Rule],
        register: Register,
        setup: Setup | None = None,
        known: frozenset[str] = frozenset(),
    ) -> None:
        self.registry = registry
        self.register = register
        self.jobs = jobs_of(rules)
        self.checks: dict[str, Check] = {job.check: registry.checks[job.check]() for job in self.jobs}
        self.ledger_checks = {name: c for name, c in sorted(self.checks.items()) if isinstance(c, LedgerCheck)}
        uses = Counter(job.check for job in self.jobs)
        # Asked once here: isinstance of an abstract class, for each check and article, costs as much as a small check.
        self.inspections = [
            (job, check, _label(job, uses))
            for job in self.jobs
            if isinstance(check := self.checks[job.check], ArticleCheck)
        ]
        self.setup = setup
        self.language = setup.config.language if setup else "en"
        self.rules = tuple(rules)
        self.watch: Callable[[int, int, str], None] | None = None  # told (articles done, of all, "read" or "compared")
        self._kept: dict[str, Article] | None = None
        self._room = 0
        self.known = known | {rule.id for rule in rules}  # ids that an allowance may name

    @cached_property
    def stages(self) -> tuple[Extractor, ...]:
        """The stages of extraction, loaded with the first article that has to be read."""
        return stages(self.registry.extractors)

    def reader(self, path: str) -> Reader:
        """The reader of a path's format; text for an unknown suffix that was named outright."""
        return self.registry.readers.get(Path(path).suffix.lower(), self.registry.readers[".txt"])

    def read(self, path: str, data: bytes | None = None) -> Article:
        """Read an article; ReadError names the file, whatever a reader raises."""
        reader = self.reader(path)
        try:
            article = reader.read(path, Path(path).read_bytes() if data is None else data)
            return article if self.language in {"en", article.language} else _in_language(article, self.language)
        except LintnewsError:
            raise
        except OSError as problem:
            raise ReadError(f"can't read the article: {problem.strerror or problem}", path) from None
        except Exception as problem:
            raise PluginError(f'the reader "{reader.name}" raised {told(problem)}', path) from problem

    def keep(self) -> None:
        """From now on keep the articles that are worked on, as far as there is room, for those who read them again."""
        self._kept, self._room = {}, ROOM

    def again(self, path: str, data: bytes | None = None) -> Article:
        """An article that was worked on: as it was kept, else read once more."""
        article = self._kept.get(path) if self._kept else None
        return article or self.read(path, data)

    def story(self, path: str, data: bytes | None = None, timings: dict[str, float] | None = None) -> Story:
        """An article with its facts."""
        start = perf_counter()
        article = self.read(path, data)
        if timings is not None:
            timings["read"] = timings.get("read", 0.0) + perf_counter() - start
        words = lexicon(article.language, self.registry.lexicon_folders)
        try:
            return Story(article, extract(article, words, self.stages, timings))
        except Exception as problem:
            raise CheckError(f"extraction raised {told(problem)}", path) from problem

    def work(self, path: str, data: bytes | None = None, *, target: bool = True) -> Work:
        """All the work on one article; a check that raises is a failure that names it, the others still run."""
        timings: dict[str, float] = {}
        story = self.story(path, data, timings)
        if self._kept is not None and self._room > 0:
            self._kept[path] = story.article
            self._room -= len(story.article.source)
        locator = Locator(story.article)
        card = card_of(story, locator)
        look = ArticleLook(self.register)
        findings: list[Finding] = []
        failures: list[Failure] = []
        rows: list[tuple[str, Row]] = []
        start = perf_counter()
        for job, check, label in self.inspections if target else ():
            try:
                for match in check.inspect(story, job.options, look):
                    findings += findings_of(match, job.rules, locator, lambda _: locator)
            except Exception as problem:  # noqa: BLE001 - reported as a failure that names check and article
                failures.append(Failure(path, f'check "{job.check}" raised {told(problem)}'))
            end = perf_counter()
            timings[label] = end - start
            start = end
        for name, keeper in self.ledger_checks.items():
            try:
                rows += [(name, row) for row in keeper.rows(story)]
            except Exception as problem:  # noqa: BLE001 - reported as a failure that names check and article
                failures.append(Failure(path, f'check "{name}" raised {told(problem)} (rows)'))
            end = perf_counter()
            timings[f"rows {name}"] = end - start
            start = end
        return Work(card, tuple(findings), tuple(rows), look.pairs, tuple(failures), timings)


def _in_language(article: Article, language: str) -> Article:
    """An article that doesn't name its language (which reads as English) in the language of the newsroom."""
    return msgspec.structs.replace(article, language=language) if article.language == "en" else article


def card_of(story: Story, locator: Locator) -> Card:
    """The card of a story; its allowances are in source coordinates, as findings are."""
    article = story.article
    allowances = tuple(_located(allowance, locator) for allowance in article.allowances)
    return Card(article.path, article.published, story.facts.topics, article.outlet, allowances)


def _located(allowance: Allowance, locator: Locator) -> Allowance:
    if allowance.start is None or allowance.end is None:
        return allowance
    start, end = locator.source_span(allowance.start, allowance.end)
    return msgspec.structs.replace(allowance, start=start, end=end)


def findings_of(match: Match, rules: Iterable[Rule], locator: Locator, other: Any) -> list[Finding]:
    """The findings that rules make of a match; `other(path)` locates related places in another article."""
    wanted = [rule for rule in rules if rule.wants(match.data)]
    if not wanted:
        return []
    path = locator.article.path
    place = locator.place(match.start, match.end)
    sides = [(path, locator.context(match.start, match.end))]
    related = []
    for side in match.related:
        there = other(side.path) if side.path and side.path != path else locator
        related.append(RelatedPlace(there.place(side.start, side.end), side.message))
        if len(sides) == 1:
            sides.append((there.article.path, there.context(side.start, side.end)))
    fix = locator.edit(match.fix) if match.fix else None
    data = {**match.data, **({"other": _where(related[0])} if related and "other" not in match.data else {})}
    return [
        Finding(
            rule.id,
            rule.category,
            rule.level,
            rule.words(data),
            place,
            tuple(related),
            data,
            fix,
            fingerprint(rule.id, sides),
        )
        for rule in wanted
    ]


def _where(side: RelatedPlace) -> str:
    return f"{side.place.path}:{side.place.line}"
