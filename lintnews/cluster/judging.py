"""The last step of a run: the rows of a partition compared with those that they meet."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from lintnews.cluster.holdings import Held, entry_of, holdings, meetings, visitors
from lintnews.cluster.kit import Bench, bench_of
from lintnews.cluster.letters import Answer, Notice, Shipment, all_of
from lintnews.cluster.steps import seeds_of, slim
from lintnews.comparison import LedgerLook, Outcome, compare_row
from lintnews.ledger.same_story import StoryMatcher
from lintnews.model import Card  # noqa: TC001 - msgspec reads the annotations at run time

if TYPE_CHECKING:
    import datetime as dt

    from lintnews.cluster.exchange import Letters
    from lintnews.contract import Group

_value = attrgetter("value")


class Compared(NamedTuple):
    """What came of one row: its check's number, its article and its place there say where one machine has it."""

    check: int
    path: str
    row: int
    outcome: Outcome


class Verdict(msgspec.Struct):
    """What came of a partition: the outcomes that tell anything, the cards of their articles, pairs and seconds."""

    compared: list[Compared]
    cards: dict[str, Card]
    pairs: int
    timings: dict[str, float]


def judge(kit: bytes, notices: Letters, shipments: Letters, answers: Letters) -> Verdict:
    """Compare the readings that live here."""
    bench = bench_of(kit)
    arrived, replies = list(all_of(shipments, Shipment)), list(all_of(answers, Answer))
    held = holdings(arrived, seeds_of(bench.workshop))
    met = meetings(all_of(notices, Notice), held)
    guests = visitors(replies)
    articles: dict[str, int] = {}
    cargo: list[Shipment | Answer] = [*arrived, *replies]
    for passenger in chain.from_iterable(one.passengers for one in cargo):
        articles.update(zip(passenger.card.topics, passenger.articles, strict=True))
    size = arrived[0].size if arrived else 0
    look = LedgerLook(bench.workshop.register, StoryMatcher.over(size, articles.__getitem__))
    verdict = Verdict([], {}, 0, {})
    with bench.lock:
        for reading, one in held.items():
            others = met.get(reading)
            if one.asking:
                _compare(bench, one, [held.get(r) or guests[r] for r in others()] if others else [one], look, verdict)
    verdict.pairs = look.pairs
    return verdict


def _compare(bench: Bench, one: Held, together: list[Held], look: LedgerLook, verdict: Verdict) -> None:
    """Compare the rows of one reading with all readings that share a key with it, itself among them."""
    workshop = bench.workshop
    name = list(workshop.ledger_checks)[one.check]
    check = workshop.ledger_checks[name]
    if len(together) == 1 and not (check.agreement and one.count > 1):
        return
    start = perf_counter()
    together.sort(key=_value)
    buckets: dict[dt.date | None, list[Group]] = {}
    for posting in one.asking:
        day = posting.card.published
        bucket = buckets.get(day)
        if bucket is None:
            bucket = buckets[day] = [other.group(day) for other in together]
        outcome = compare_row(name, check, entry_of(posting), bucket, workshop.jobs_by_check[name], look, bench.locate)
        if outcome.findings or outcome.failures or outcome.crash:
            verdict.compared.append(Compared(one.check, posting.card.path, posting.line.index, outcome))
            verdict.cards[posting.card.path] = slim(posting.card)
    verdict.timings[f"compare {name}"] = verdict.timings.get(f"compare {name}", 0.0) + perf_counter() - start
