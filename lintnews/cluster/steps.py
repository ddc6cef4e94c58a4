"""The steps of a run, each a function of one partition: from articles to rows, and from rows to those that they meet.

    harvest   articles are read and worked on; what is told of each by itself is told
    declare   which topics and keys occur here                    ──▶ where each topic and key is counted
    survey    how common topics are, which readings share a key   ──▶ back to the articles, and to the readings
    ship      the rows that share a key, or may agree             ──▶ where their readings live
    ask       which other readings are needed, for which days     ──▶ where these live
    answer    their number, the oldest, the nearest to those days ──▶ back
    judge     (`judging.py`) the comparison

A reading is a value of a check. No step holds more than its share of the archive and its largest bucket.
"""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import chain, pairwise
from typing import TYPE_CHECKING

import msgspec
import xxhash

from lintnews.cluster.holdings import Held, Posting, day_of, holdings, meetings
from lintnews.cluster.kit import bench_of
from lintnews.cluster.letters import (
    Answer,
    Declaration,
    Line,
    Notice,
    Passenger,
    Request,
    Sheet,
    Sheets,
    Shipment,
    all_of,
    home,
    pack,
    raw,
    reading_of,
    split,
    unpack,
)
from lintnews.cluster.sources import contents
from lintnews.comparison import add_times
from lintnews.contract import EXEMPLARS
from lintnews.errors import LintnewsError, ReadError
from lintnews.ledger.tables import EVERY, hashed, seed_of
from lintnews.model import Card  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.report import Failure, Finding

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.cluster.exchange import Letters
    from lintnews.workshop import Work, Workshop


class Told(msgspec.Struct):
    """What is told of a chunk's articles by themselves; `cards` of those that hold a finding or an allowance."""

    findings: list[Finding] = []
    failures: list[Failure] = []
    cards: dict[str, Card] = {}
    compared: int = 0
    timings: dict[str, float] = {}


class Harvest(msgspec.Struct):
    """The work on a chunk: what is told of it, and its rows."""

    told: Told
    sheets: bytes


def harvest(kit: bytes, chunk: Sequence[tuple[str, bool]]) -> Harvest:
    """Work on articles (path, whether it is a target)."""
    bench = bench_of(kit)
    told, sheets = Told(), []
    data = contents([path for path, _ in chunk], bench.folder)
    with bench.lock:
        for path, target in chunk:
            try:
                text = data[path]
                if isinstance(text, ReadError):
                    raise text
                work = bench.workshop.work(path, text, target=target)
                sheets.append(_sheet(bench.workshop, work, target=target))
            except LintnewsError as problem:
                told.failures.append(Failure(problem.where or path, problem.message))
                continue
            _tell(told, work)
    return Harvest(told, pack(Sheets(sheets)))


def _tell(told: Told, work: Work) -> None:
    told.findings += work.findings
    told.failures += work.failures
    told.compared += work.compared
    if work.findings or work.card.allowances:
        told.cards[work.card.path] = slim(work.card)
    add_times(told.timings, work)


def slim(card: Card) -> Card:
    """A card without its topics."""
    return msgspec.structs.replace(card, topics=())


def told_of(harvested: Harvest) -> Told:
    """What is told of a chunk."""
    return harvested.told


def sheets_of(harvested: Harvest) -> bytes:
    """The rows of a chunk."""
    return harvested.sheets


def _sheet(workshop: Workshop, work: Work, *, target: bool) -> Sheet:
    """An article's rows as they are kept; LintnewsError for a plugin's values that don't travel."""
    numbers = {name: number for number, name in enumerate(workshop.ledger_checks)}
    lines = []
    for index, (name, row) in enumerate(work.rows):
        asks = target and workshop.ledger_checks[name].asks(msgspec.structs.replace(row, keys=()))
        keys = array("q", hashed(row.keys, seed_of(name))).tobytes()
        try:
            data = raw(row.data)
        except (TypeError, ValueError, OverflowError) as problem:
            raise LintnewsError(
                f'check "{name}" puts on record what can\'t travel: {problem}', work.card.path
            ) from None
        lines.append(Line(numbers[name], row.value, row.start, row.end, row.text, data, index, asks, keys=keys))
    return Sheet(work.card, lines)


def _sheets(packed: Iterable[bytes]) -> Iterator[Sheet]:
    for one in packed:
        yield from unpack(one, Sheets).sheets


def seeds_of(workshop: Workshop) -> list[int]:
    """The seeds of the checks' hashes."""
    return [seed_of(name) for name in workshop.ledger_checks]


def declare(kit: bytes, here: int, partitions: int, *packed: bytes) -> Letters:
    """Write to where topics and keys are counted what occurs here; each reading's keys once."""
    seeds = seeds_of(bench_of(kit).workshop)
    topics: Counter[str] = Counter()
    keys: list[dict[int, tuple[array[int], list[bytes]]]] = [{} for _ in range(partitions)]
    known: set[bytes] = set()
    for sheet in _sheets(packed):
        topics.update((EVERY, *sheet.card.topics))
        for line in sheet.lines:
            reading = reading_of(line, seeds)
            if reading in known:
                continue
            known.add(reading)
            for key in array("q", line.keys):
                column, readings = keys[key % partitions].setdefault(line.check, (array("q"), []))
                column.append(key)
                readings.append(reading)
    counted: list[dict[str, int]] = [{} for _ in range(partitions)]
    for topic, articles in topics.items():
        counted[xxhash.xxh3_64_intdigest(topic.encode()) % partitions][topic] = articles
    letters = []
    for there in range(partitions):
        columns = {check: (column.tobytes(), b"".join(readings)) for check, (column, readings) in keys[there].items()}
        if columns or counted[there]:
            letters.append((there, pack(Declaration(here, counted[there], columns))))
    return letters


def survey(kit: bytes, partitions: int, letters: Letters) -> Letters:
    """Count topics, and find the readings that share a key which is to be followed."""
    checks = list(bench_of(kit).workshop.ledger_checks.values())
    declared = list(all_of(letters, Declaration))
    total: Counter[str] = Counter()
    for one in declared:
        total.update(one.topics)
    shared: dict[int, list[int]] = {one.sender: [] for one in declared}
    met: dict[int, set[tuple[bytes, bytes]]] = {}
    for number, check in enumerate(checks):
        columns = [(one.sender, *one.keys[number]) for one in declared if number in one.keys]
        followed = _followed(columns, check.commonest)
        for sender, column, _ in columns:
            shared[sender] += {key for key in array("q", column) if key in followed}
        for together in set(followed.values()):
            homes: dict[int, list[bytes]] = {}
            for reading in split(together):
                homes.setdefault(home(reading, partitions), []).append(reading)
            for there, own in homes.items():
                met.setdefault(there, set()).add((b"".join(own), together))
    topics = {one.sender: {topic: total[topic] for topic in one.topics} for one in declared}
    return [
        (
            there,
            pack(
                Notice(topics.get(there, {}), array("q", shared.get(there, ())).tobytes(), sorted(met.get(there, ())))
            ),
        )
        for there in sorted(topics.keys() | met.keys())
    ]


def _followed(columns: Sequence[tuple[int, bytes, bytes]], commonest: int) -> dict[int, bytes]:
    """Keys that several readings have, but not more than `commonest`, with these readings side by side.

    Most keys have one reading; sorting all of them finds the others, and takes less room than a dict would.
    """
    everything = sorted(chain.from_iterable(array("q", column) for _, column, _ in columns))
    several = {one for one, other in pairwise(everything) if one == other}
    found: dict[int, set[bytes]] = {}
    for _, column, readings in columns:
        for key, reading in zip(array("q", column), split(readings), strict=True):
            if key in several:
                found.setdefault(key, set()).add(reading)
    most = commonest or len(everything)
    return {key: b"".join(sorted(readings)) for key, readings in found.items() if 1 < len(readings) <= most}


def ship(kit: bytes, partitions: int, letters: Letters, *packed: bytes) -> Letters:
    """Send the rows that share a key, or may agree with others, to where their readings live."""
    workshop = bench_of(kit).workshop
    seeds = seeds_of(workshop)
    agree = [check.agreement for check in workshop.ledger_checks.values()]
    topics: dict[str, int] = {}
    shared: set[int] = set()
    for notice in all_of(letters, Notice):
        topics.update(notice.topics)
        shared.update(array("q", notice.shared))
    cargo: dict[int, Shipment] = {}
    for sheet in _sheets(packed):
        passenger = Passenger(sheet.card, [topics[topic] for topic in sheet.card.topics])
        for line in sheet.lines:
            if not (agree[line.check] or any(key in shared for key in array("q", line.keys))):
                continue
            there = home(reading_of(line, seeds), partitions)
            shipment = cargo.setdefault(there, Shipment(topics[EVERY], [], []))
            if not shipment.passengers or shipment.passengers[-1] is not passenger:
                shipment.passengers.append(passenger)
            shipment.lines.append(msgspec.structs.replace(line, card=len(shipment.passengers) - 1, keys=b""))
    return [(there, pack(shipment)) for there, shipment in cargo.items()]


def ask(kit: bytes, here: int, partitions: int, notices: Letters, shipments: Letters) -> Letters:
    """Ask for the readings that those here are compared with and that live elsewhere, for the days of those who ask."""
    held = holdings(all_of(shipments, Shipment), seeds_of(bench_of(kit).workshop))
    met = meetings(all_of(notices, Notice), held)
    wanted: dict[bytes, set[int]] = {}
    for reading, others in met.items():
        days = {day_of(posting.card.published) for posting in held[reading].asking}
        for other in others() if days else ():
            if other not in held:
                wanted.setdefault(other, set()).update(days)
    requests: dict[int, Request] = {}
    for reading, days in wanted.items():
        request = requests.setdefault(home(reading, partitions), Request(here, []))
        request.wanted.append((reading, sorted(days)))
    return [(there, pack(request)) for there, request in requests.items()]


def answer(kit: bytes, shipments: Letters, requests: Letters) -> Letters:
    """Send what was asked for."""
    held = holdings(all_of(shipments, Shipment), seeds_of(bench_of(kit).workshop))
    return [(request.sender, answer_to(held, request)) for request in all_of(requests, Request)]


def answer_to(held: dict[bytes, Held], request: Request) -> bytes:
    """The answer to a request for readings that live here, packed."""
    reply = Answer([], [], [])
    seats: dict[str, int] = {}

    def put(posting: Posting) -> int:
        """Put a line into the reply, and its card if it is not there."""
        seat = seats.setdefault(posting.card.path, len(reply.passengers))
        if seat == len(reply.passengers):
            reply.passengers.append(posting.passenger)
        reply.lines.append(msgspec.structs.replace(posting.line, card=seat))
        return len(reply.lines) - 1

    for reading, days in request.wanted:
        one = held[reading]
        everyone = one.count <= EXEMPLARS
        near = range(one.count) if everyone else sorted({at for day in days for at in one.near(date_of(day))})
        reply.readings.append((reading, one.count, put(one.oldest), [put(one.held[at]) for at in near]))
    return pack(reply)


def date_of(day: int) -> dt.date | None:
    """The date of a day's number."""
    import datetime as dt

    return dt.date.fromordinal(day) if day else None
