"""The work on one article: read, extract, inspect, put on record. The same code runs alone and in worker processes."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import msgspec

from lintnews.contract import ArticleCheck, Check, LedgerCheck
from lintnews.errors import CheckError, LintnewsError, PluginError, ReadError, told
from lintnews.extract import extract_all, stages
from lintnews.lexicon import lexicon
from lintnews.model import Article, Story
from lintnews.pieces import ArticleLook, Piece, Task, Work, card_of, findings_of
from lintnews.placing import Locator
from lintnews.plugins import Registry  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.register import Register  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.report import Failure
from lintnews.rulebook import Rule  # noqa: TC001 - msgspec reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from lintnews.contract import Extractor, Reader
    from lintnews.setup import Setup

__all__ = ["ArticleLook", "Job", "Task", "Work", "Workshop", "card_of", "findings_of", "jobs_of"]

BATCH, BATCH_SIZE = 50, 300_000  # articles, or characters of them, that are worked on together
ROOM = 5_000_000  # characters of the articles that are kept while a run lasts: some ten megabytes


class Job(msgspec.Struct, frozen=True):
    """One check with one set of options, and the rules that take its matches."""

    check: str
    options: Any
    rules: tuple[Rule, ...]


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

    @cached_property
    def jobs_by_check(self) -> dict[str, list[Job]]:
        """The jobs of each check."""
        jobs: dict[str, list[Job]] = {}
        for job in self.jobs:
            jobs.setdefault(job.check, []).append(job)
        return jobs

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
        timings = {} if timings is None else timings
        (story,) = self._stories([(self._timed(path, data, timings), timings)])
        if isinstance(story, CheckError):
            raise story
        return story

    def work(self, path: str, data: bytes | None = None, *, target: bool = True) -> Work:
        """All the work on one article; a check that raises is a failure that names it, the others still run."""
        timings: dict[str, float] = {}
        piece = self._piece(Task(path, data, target), self.story(path, data, timings), timings)
        self._check([piece])
        return piece.done()

    def work_all(self, tasks: Iterable[Task]) -> Iterator[Work | Failure]:
        """The work on many articles, in order; an article that can't be read is a Failure.

        Each stage and check looks at some articles, one after the other: a sixth faster than all of them at one article
        and then at the next, for what a check needs stays at hand (in the processor's cache).
        """
        batch: list[tuple[Task, Article | LintnewsError, dict[str, float]]] = []
        size = 0
        for task in tasks:
            timings: dict[str, float] = {}
            try:
                article = self._timed(task.path, task.data, timings)
            except LintnewsError as problem:
                batch.append((task, problem, timings))
            else:
                batch.append((task, article, timings))
                size += len(article.source)
            if len(batch) >= BATCH or size >= BATCH_SIZE:
                yield from self._together(batch)
                batch, size = [], 0
        yield from self._together(batch)

    def _together(
        self, batch: Sequence[tuple[Task, Article | LintnewsError, dict[str, float]]]
    ) -> Iterator[Work | Failure]:
        """The work on some articles that were read, or what went wrong with them."""
        read = [(article, timings) for _, article, timings in batch if not isinstance(article, LintnewsError)]
        stories = iter(self._stories(read))
        pieces: list[Piece | Failure] = []
        for task, article, timings in batch:
            story = article if isinstance(article, LintnewsError) else next(stories)
            if isinstance(story, LintnewsError):
                pieces.append(Failure(story.where or task.path, story.message))
            else:
                pieces.append(self._piece(task, story, timings))
        self._check([piece for piece in pieces if isinstance(piece, Piece)])
        for piece in pieces:
            yield piece.done() if isinstance(piece, Piece) else piece

    def _timed(self, path: str, data: bytes | None, timings: dict[str, float]) -> Article:
        """An article that is read for the first time."""
        start = perf_counter()
        article = self.read(path, data)
        timings["read"] = timings.get("read", 0.0) + perf_counter() - start
        return article

    def _stories(self, articles: Sequence[tuple[Article, dict[str, float]]]) -> list[Story | CheckError]:
        """Articles, each with its timings, with their facts; where extraction raised, with what is told of it."""
        folders = self.registry.lexicon_folders
        given = [(article, lexicon(article.language, folders), timings) for article, timings in articles]
        stories: list[Story | CheckError] = []
        for (article, _), facts in zip(articles, extract_all(given, self.stages), strict=True):
            if isinstance(facts, Exception):
                problem = CheckError(f"extraction raised {told(facts)}", article.path)
                problem.__cause__ = facts
                stories.append(problem)
            else:
                stories.append(Story(article, facts))
        return stories

    def _piece(self, task: Task, story: Story, timings: dict[str, float]) -> Piece:
        """A story to be checked; its article is kept if that is wished."""
        if self._kept is not None and self._room > 0:
            self._kept[task.path] = story.article
            self._room -= len(story.article.source)
        return Piece(task, story, Locator(story.article), ArticleLook(self.register), timings)

    def _check(self, pieces: Sequence[Piece]) -> None:
        """Look inside the articles, and take down what they put on record."""
        targets = [piece for piece in pieces if piece.task.target]
        start = perf_counter()
        for job, check, label in self.inspections:
            for piece in targets:
                try:
                    for match in check.inspect(piece.story, job.options, piece.look):
                        piece.findings += findings_of(match, job.rules, piece.locator, piece.here)
                except Exception as problem:  # noqa: BLE001 - reported as a failure that names check and article
                    piece.fail(f'check "{job.check}" raised {told(problem)}')
                end = perf_counter()
                piece.timings[label] = end - start
                start = end
        for name, keeper in self.ledger_checks.items():
            label = f"rows {name}"
            for piece in pieces:
                try:
                    piece.rows += [(name, row) for row in keeper.rows(piece.story)]
                except Exception as problem:  # noqa: BLE001 - reported as a failure that names check and article
                    piece.fail(f'check "{name}" raised {told(problem)} (rows)')
                end = perf_counter()
                piece.timings[label] = end - start
                start = end


def _in_language(article: Article, language: str) -> Article:
    """An article that doesn't name its language (which reads as English) in the language of the newsroom."""
    return msgspec.structs.replace(article, language=language) if article.language == "en" else article
