"""An inquiry: one rule, two places, and the run that would have told of them.

The same code answers that is silent in an ordinary run: rows, keys and ledger, the judgement of stories, the check, the
rules that pick its matches, and the allowances. Only the `Look` differs: it listens where a check says that it skips.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from lintnews.contract import EXEMPLARS, ArticleCheck, LedgerCheck
from lintnews.engine import newest_side
from lintnews.errors import CheckError, LintnewsError, UsageError, told
from lintnews.inquiry.listener import Listener
from lintnews.inquiry.records import Answer, Reason, Seen, Side
from lintnews.ledger.memory import MemoryLedger
from lintnews.ledger.same_story import StoryMatcher
from lintnews.placing import Locator, shelf
from lintnews.pool import run_all
from lintnews.report import Failure
from lintnews.suppress import suppress
from lintnews.workshop import findings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from lintnews.cache import Cache
    from lintnews.contract import Entry, Group, Match, Reading
    from lintnews.inquiry.listener import Skipped
    from lintnews.report import Finding, Place
    from lintnews.workshop import Job, Workshop

    Sides = tuple[Side, Side]


class Filed(NamedTuple):
    """A row on record with its keys, which the ledger keeps for itself."""

    entry: Entry
    keys: frozenset[str]


class Inquiry:
    """Questions about a rule, asked of a workshop over all rules that share its check; `chosen` are those that run."""

    def __init__(self, workshop: Workshop, rule: str, chosen: frozenset[str], given: Mapping[str, bytes]) -> None:
        self._workshop = workshop
        self._given = given
        self._chosen = chosen
        self._job: Job
        self._job, self._rule = next((job, one) for job in workshop.jobs for one in job.rules if one.id == rule)
        self._check = workshop.checks[self._job.check]
        self._locate: Callable[[str], Locator] = shelf(lambda path: workshop.read(path, given.get(path)))
        self._ledger = MemoryLedger()

    def side(self, path: str, line: int | None) -> Side:
        """A place; a line that the article doesn't have is bad usage."""
        locator = self._locate(path)
        lines = locator.line(len(locator.source.rstrip("\n")))
        if line is not None and not 1 <= line <= lines:
            raise UsageError(f"there is no line {line}: the last one is {lines}", path)
        return Side(path, line, locator)

    def answer(self, sides: Sides, corpus: Sequence[str], jobs: int = 1, cache: Cache | None = None) -> Answer:
        """What there is to say of the two places, among the articles of the corpus."""
        read = (self._readings(sides[0]), self._readings(sides[1]))
        seen = (self._seen(sides[0], read[0]), self._seen(sides[1], read[1]))
        sides = (_with_rows(sides[0], read[0]), _with_rows(sides[1], read[1]))
        paths = (sides[0].path, sides[1].path)
        filed, failures = self._records(paths, corpus, jobs, cache)
        matcher = StoryMatcher(self._ledger.cards)
        look = Listener(self._workshop.register, matcher, paths)
        alike = None
        reasons: list[Reason] = []
        if self._rule.id not in self._chosen:
            reasons.append(Reason("the rule is off: neither the rule book nor the settings select it"))
        if paths[0] == paths[1]:
            matches = [(paths[0], match) for match in self._inside(paths[0], look)]
            if not isinstance(self._check, ArticleCheck):
                reasons.append(Reason("the check compares different articles only"))
        else:
            cards = {card.path: card for card in self._ledger.cards if card.path in paths}
            alike = matcher.compare(cards[paths[0]], cards[paths[1]])
            matches = [pair for path in paths for pair in self._across(path, filed[path], look)]
            reasons += self._meetings(sides, filed)
        reasons += _once([*self._told(sides, matches), *self._skips(sides, look.skipped)])
        if look.parted:
            reasons.append(Reason("the check asked whether the articles are on one story, and they are not"))
        return Answer(
            self._rule,
            ("inside" if alike is None else "across") in self._check.explains,
            sides,
            seen,
            alike,
            tuple(reasons or other_subjects(seen)),
            tuple(failures),
        )

    def _records(
        self, paths: tuple[str, str], corpus: Sequence[str], jobs: int, cache: Cache | None
    ) -> tuple[dict[str, list[Filed]], list[Failure]]:
        """Fill the ledger with all articles; gives the rows of the two in question."""
        filed: dict[str, list[Filed]] = {path: [] for path in paths}
        failures: list[Failure] = []
        every = sorted({*paths, *corpus})
        for path, work in run_all(self._workshop, every, {*paths}, self._given, jobs, cache):
            if isinstance(work, Failure):
                if path in paths:
                    raise LintnewsError(work.message, work.where)
                failures.append(work)
                continue
            failures += work.failures
            entries = self._ledger.add(work.card, work.rows)
            if path in paths:
                filed[path] = [
                    Filed(entry, frozenset(row.keys))
                    for (name, entry), (_, row) in zip(entries, work.rows, strict=True)
                    if name == self._job.check
                ]
        return filed, failures

    def _inside(self, path: str, look: Listener) -> list[Match]:
        """The matches inside an article."""
        check = self._check
        if not isinstance(check, ArticleCheck):
            return []
        story = self._workshop.story(path, self._given.get(path))
        return self._kept(path, partial(check.inspect, story, self._job.options, look))

    def _across(self, path: str, filed: Iterable[Filed], look: Listener) -> Iterator[tuple[str, Match]]:
        """The matches from one side, as the engine gets them."""
        check = self._check
        if not isinstance(check, LedgerCheck):
            return
        look.at = path
        for entry in (one.entry for one in filed if check.asks(one.entry.row)):
            bucket = self._bucket(entry)
            if bucket:
                work = partial(check.compare, entry, bucket, self._job.options, look)
                yield from ((path, match) for match in self._kept(path, work))

    def _bucket(self, entry: Entry) -> list[Group]:
        check = self._check
        if not isinstance(check, LedgerCheck):
            return []
        name, row = self._job.check, entry.row
        return self._ledger.bucket(name, row, entry.card, agreement=check.agreement, commonest=check.commonest)

    def _kept(self, path: str, work: Callable[[], Iterable[Match]]) -> list[Match]:
        """What a check yields; one that raises ends the inquiry, named with its article."""
        try:
            return list(work())
        except LintnewsError:
            raise
        except Exception as problem:
            raise CheckError(f'check "{self._job.check}" raised {told(problem)}', path) from problem

    def _meetings(self, sides: Sides, filed: Mapping[str, Sequence[Filed]]) -> Iterator[Reason]:
        """Why nothing of one place is laid beside anything of the other."""
        check = self._check
        if not isinstance(check, LedgerCheck):
            yield Reason("the check looks inside one article only")
            return
        one, other = ([f for f in filed[side.path] if _stands(f, side, check, filed[side.path])] for side in sides)
        for side, found in zip(sides, (one, other), strict=True):
            if not found:
                yield Reason(f"{side.named} holds nothing that the check compares with other articles")
        met = [(a, b) for a in one for b in other if a.keys & b.keys]
        if one and other and not met:
            yield Reason(f"the two never meet: they do not share {check.meets}")
        if not met:
            return
        if not any(check.asks(f.entry.row) for pair in met for f in pair):
            yield Reason("both are on record for others only: neither can be wrong from its own side")
        elif not check.agreement and all(a.entry.row.value == b.entry.row.value for a, b in met):
            yield Reason("what the two have in common is the same in both")
        elif not any(self._reached(a, b) or self._reached(b, a) for a, b in met):
            yield Reason(
                f"they share {check.meets}, but so many articles do that only the {EXEMPLARS} nearest in time"
                " are looked at, or none at all"
            )

    def _reached(self, one: Filed, other: Filed) -> bool:
        """Whether a row is given to the check together with the other."""
        path = other.entry.card.path
        return any(entry.card.path == path for group in self._bucket(one.entry) for entry in group.entries)

    def _told(self, sides: Sides, matches: Iterable[tuple[str, Match]]) -> Iterator[Reason]:
        """What became of the matches that the check found between the two places."""
        findings: list[Finding] = []
        for path, match in matches:
            if not _between(sides, path, match):
                continue
            found = findings_of(match, self._job.rules, self._locate(path), self._locate)
            findings += found
            if not found:
                wants = ", ".join(f"{field} {' or '.join(words)}" for field, words in self._rule.when.items())
                has = ", ".join(f"{field} {match.data.get(field, '')}" for field in self._rule.when)
                place = self._locate(path).place(match.start, match.end)
                yield Reason(f"found, but no rule takes it: {has}, where this one wants {wants}", ((place, ""),))
        yield from (self._verdict(finding) for finding in newest_side(findings, self._ledger.cards))

    def _verdict(self, finding: Finding) -> Reason:
        """What a finding comes to: flagged, allowed, or another rule's."""
        places = ((finding.place, ""), *((side.place, "") for side in finding.related[:1]))
        kept = suppress([finding], self._workshop, self._ledger.cards, set(), self._locate, whole=False).findings
        allowed = "" if kept else ", and allowed"
        if finding.rule == self._rule.id:
            return Reason(f"flagged{allowed}: {finding.level}: {finding.message}", places)
        wants = "; ".join(f"{field} is {finding.data.get(field, '')}" for field in self._rule.when)
        off = "" if finding.rule in self._chosen else ", which is off"
        return Reason(f"told by {finding.rule}{off}{allowed} ({wants}): {finding.level}: {finding.message}", places)

    def _skips(self, sides: Sides, skipped: Iterable[Skipped]) -> Iterator[Reason]:
        """What the check left alone between the two places."""
        for skip in skipped:
            if any(
                _on(skip.here, one) and (skip.there is None or _on(skip.there, other)) for one, other in _both(sides)
            ):
                spans = [span for span in (skip.here, skip.there) if span is not None]
                yield Reason(skip.words, tuple(self._worded(*span) for span in spans))

    def _worded(self, path: str, start: int, end: int) -> tuple[Place, str]:
        locator = self._locate(path)
        return locator.place(start, end), " ".join(locator.article.text[start:end].split())

    def _readings(self, side: Side) -> list[Reading]:
        """What the check looks at on a line."""
        story = self._workshop.story(side.path, self._given.get(side.path))
        found = self._check.readings(story, self._job.options)
        ordered = sorted(found, key=lambda one: (one.start, one.end, one.subject))
        return [one for one in ordered if side.holds(one.start, one.end)]

    def _seen(self, side: Side, found: Iterable[Reading]) -> tuple[Seen, ...]:
        return tuple(Seen(*self._worded(side.path, one.start, one.end), one.subject, one.told) for one in found)


def _with_rows(side: Side, found: Iterable[Reading]) -> Side:
    """A place with the beginnings of the rows that speak for what stands there."""
    return replace(side, rows=frozenset(one.row for one in found if one.row is not None))


def _both(sides: Sides) -> tuple[Sides, Sides]:
    return sides, (sides[1], sides[0])


def _on(span: tuple[str, int, int], side: Side) -> bool:
    return span[0] == side.path and side.holds(*span[1:])


def _stands(filed: Filed, side: Side, check: LedgerCheck, every: Sequence[Filed]) -> bool:
    """Whether a row is of a place; the only row of an article speaks for all of it, unless the check says otherwise."""
    return (len(every) == 1 and not check.placed) or side.holds(filed.entry.row.start, filed.entry.row.end)


def _between(sides: Sides, path: str, match: Match) -> bool:
    """Whether a match is of the one place and rests on the other."""
    return any(
        _on((path, match.start, match.end), one) and _on((side.path or path, side.start, side.end), other)
        for one, other in _both(sides)
        for side in match.related
    )


def _once(reasons: Iterable[Reason]) -> list[Reason]:
    """One reason a pair: what was found goes before what was skipped, and one side's words before the other's."""
    kept: dict[object, Reason] = {}
    for reason in reasons:
        kept.setdefault(reason.pair or reason.words, reason)
    return list(kept.values())


def other_subjects(seen: tuple[tuple[Seen, ...], tuple[Seen, ...]]) -> list[Reason]:
    """That the two places are of different things."""
    one, other = ({found.subject for found in side if found.subject} for side in seen)
    if not (one and other and one.isdisjoint(other)):
        return []
    return [Reason(f"other subjects: {', '.join(sorted(one))} in the one, {', '.join(sorted(other))} in the other")]
