"""The same statement with another number: a copied paragraph or caption that was changed in one place only."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

import msgspec

from lintnews.checks.repeat_purpose import is_live
from lintnews.checks.twins import LEAST_WORDS, Number, Statement, alike, clash, copied, sketch, slip, statements
from lintnews.contract import ArticleCheck, Entry, Group, LedgerCheck, Look, Match, Options, Reading, Related, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.model import Story

DAYS = 1
COMMONEST = 200
_BAR = " | "
ACROSS = 7  # content words that a statement needs to be compared with other articles
UNLIKE = (
    "they have too few words in common for one statement",
    'one of them speaks of change or comparison ("rose", "earlier"), and they are no copies word for word',
)
TWO = 2
TOLD = 60  # values of an article that are kept
FILLED = 2  # other figures that a text must have to be a template filled anew
_FLOATS = msgspec.msgpack.Decoder(list[float])
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(tuple[tuple[Number, ...], bool, bool, tuple[str, ...]])


class ClauseTwins(ArticleCheck, LedgerCheck):
    """Number-masked twins: sentences with nearly the same content words and exactly one number that differs.

    Inside an article the shorter sentence's words are nearly all (0.8) in the longer, at least four of them. Across
    articles of one story, at most a day apart, evidence is "likely" only if the words are all the same and the
    numbers look like a slip; else "possible". Sentences with words of contrast ("rose", "earlier") are left out.
    """

    name = "clause-twins"
    commonest: ClassVar[int] = COMMONEST
    placed: ClassVar[bool] = True
    explains: ClassVar[tuple[str, ...]] = ("inside", "across")
    meets: ClassVar[str] = "three words in a row, without numbers and function words"
    fields: ClassVar[dict[str, str]] = {
        "here": "the number in this statement",
        "there": "the number in its twin",
        "evidence": "likely or possible",
        "hint": "what kind of slip it looks like, or nothing",
    }

    def inspect(self, story: Story, options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Twins inside one article."""
        if is_live(story.article):
            return  # its figures move from one entry to the next
        found = statements(story)
        twins = list(_twins(found, look))
        series = _series(twins)
        for one, other, pair in twins:
            if one in series:
                look.skip(found[one], found[other], "", "a series: the same words stand with more than two numbers")
                continue
            likely = found[one].quoted == found[other].quoted and copied(found[one], found[other])
            yield _match(*pair, "likely" if likely else "possible")

    def rows(self, story: Story) -> Iterable[Row]:
        """One row a statement; its keys are a sketch of its words."""
        seen = set()
        told = _ENCODER.encode(sorted({f.value for f in story.facts.figures})[:TOLD])
        for statement in statements(story):
            value = " ".join(statement.words) + _BAR + " ".join(f"{n.value:.12g} {n.label}" for n in statement.numbers)
            if len(statement.words) < ACROSS or value in seen:
                continue
            seen.add(value)
            rest = _ENCODER.encode((statement.numbers, statement.quoted, statement.contrast, statement.people))
            yield Row(value, sketch(statement.words), statement.start, statement.end, "", {"rest": rest, "told": told})

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Twins in other articles on the story."""
        own = _statement(entry.row)
        for group in bucket:
            for other in group.entries:
                if other.card.path == entry.card.path or group.value == entry.row.value:
                    continue
                dates = (entry.card.published, other.card.published)
                path = other.card.path
                if dates[0] and dates[1] and abs((dates[0] - dates[1]).days) > DAYS:
                    look.skip(entry.row, other.row, path, "the articles are more than {} day apart", DAYS)
                    continue
                theirs = _statement(other.row)
                if not alike(own, theirs, 0.85):
                    look.skip(own, theirs, path, UNLIKE[own.contrast or theirs.contrast])
                    continue
                if not look.same_story(entry.card, other.card):
                    continue
                look.compared()
                pair = clash(own, theirs)
                if isinstance(pair, str):
                    look.skip(own, theirs, path, pair)
                elif filled_anew(entry.row, other.row, own, theirs):
                    look.skip(own, theirs, path, "all other figures differ too, as in a report that is filled anew")
                else:
                    likely = (
                        set(own.words) == set(theirs.words)
                        and slip(pair[0].value, pair[1].value) == "two digits swapped?"
                    )
                    yield _match(*pair, "likely" if likely and own.quoted == theirs.quoted else "possible", path)

    def readings(self, story: Story, options: Options) -> Iterable[Reading]:  # noqa: ARG002 - the contract
        """The statements with their numbers, and the figures that are of none."""
        held = {number.start for statement in statements(story) for number in statement.numbers}
        for figure in story.facts.figures:
            if figure.start not in held:
                why = "an increment" if figure.role == "increment" else "in a sentence too short, too long or too full"
                yield Reading(figure.start, figure.end, "", why)
        for statement in statements(story):
            numbers = ", ".join(number.text for number in statement.numbers)
            told = [f"its numbers are {numbers}", f"{len(statement.words)} content words"]
            told += ["speaks of change or comparison"] if statement.contrast else []
            told += ["too short to be compared with other articles"] if len(statement.words) < ACROSS else []
            yield Reading(statement.start, statement.end, "statement", "; ".join(told))


def _twins(found: Sequence[Statement], look: Look) -> Iterator[tuple[int, int, tuple[Number, Number]]]:
    """Each statement with the first earlier one that says the same with one other number, by their indices."""
    holders: dict[str, list[int]] = {}
    for index, statement in enumerate(found):
        words = set(statement.words)
        known = holders.keys() & words
        if len(known) >= LEAST_WORDS:  # else no earlier statement can share so many
            shared = Counter(i for word in known for i in holders[word][-40:])
            for other, count in sorted(shared.items()):
                if count < LEAST_WORDS:
                    continue
                earlier = found[other]
                if not alike(statement, earlier):
                    look.skip(statement, earlier, "", UNLIKE[statement.contrast or earlier.contrast])
                    continue
                look.compared()
                pair = clash(statement, earlier)
                if not isinstance(pair, str):
                    yield index, other, pair
                    break
                look.skip(statement, earlier, "", pair)
        for word in words:
            holders.setdefault(word, []).append(index)


def _series(twins: Sequence[tuple[int, int, tuple[Number, Number]]]) -> set[int]:
    """The statements that, with their twins and twins of twins, stand with more than two numbers.

    A paragraph that was changed in one place only has two versions; three or more make a list, a log or a gallery.
    """
    roots: dict[int, int] = {}
    values: dict[int, set[float]] = {}
    for one, other, pair in twins:
        root = roots[one] = roots.setdefault(other, other)
        values.setdefault(root, set()).update(number.value for number in pair)
    many = ((at, one) for at, (one, _, _) in enumerate(twins) if len(values[roots[one]]) > TWO)
    return {one for at, one in many if _in_series(twins, at)}


def _in_series(twins: Sequence[tuple[int, int, tuple[Number, Number]]], at: int) -> bool:
    """Whether more than two numbers stand with the statement at `at`: twins after it are looked at, then before."""
    family: set[int] = {twins[at][0]}
    values: set[float] = set()
    for place in (*range(at, len(twins)), *range(at - 1, -1, -1)):
        one, other, pair = twins[place]
        if one in family or other in family:
            family |= {one, other}
            values |= {number.value for number in pair}
            if len(values) > TWO:
                return True
    return False


def filled_anew(one: Row, other: Row, mine: Statement, theirs: Statement) -> bool:
    """Whether two texts have other figures throughout, as a market report has that is written anew each day."""
    apart = {n.value for n in (*mine.numbers, *theirs.numbers)}
    rest, others = (set(_FLOATS.decode(row.data["told"])) - apart for row in (one, other))
    return min(len(rest), len(others)) >= FILLED and rest.isdisjoint(others)


def _statement(row: Row) -> Statement:
    """The statement again: its words are in the value, the rest is packed."""
    words = row.value.partition(_BAR)[0].split(" ")
    return Statement(row.start, row.end, tuple(words), *_DECODER.decode(row.data["rest"]))


def _match(here: Number, there: Number, evidence: str, path: str = "") -> Match:
    hint = slip(here.value, there.value)
    data = {"here": here.text, "there": there.text, "evidence": evidence, "hint": f" ({hint})" if hint else ""}
    return Match(here.start, here.end, data, (Related(there.start, there.end, f"{there.text} here", path),))
