"""Statements with their numbers masked, and where two that are worded alike give another number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import xxhash

from lintnews.checks.digits import digits
from lintnews.checks.numbering import only_numbers
from lintnews.checks.once import lowered, once_a_story
from lintnews.checks.signs import Signs
from lintnews.lexicon import lexicon
from lintnews.lexicon.vocabulary import fold
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Figure, Name, Sentence, Story

LEAST_WORDS = 4
COPY = 0.95
MOST_FIGURES = 10
LONGEST = 600  # characters of a sentence
COLONS = 2  # a sentence with more is a form: "Sex: F Age: 22"
RAW = "number"
RUN = 6  # content words in a row that make a copy
_DIGITS = late(r"[0-9](?<![\w.,][0-9])[0-9,]{0,14}(?:\.[0-9]{1,6})?")
_WORD = late(r"[^\W\d_][\w'’-]*")
_PLAIN_WORD = late(r"[a-z][a-z0-9_'-]*")  # the same in lower-cased text of plain characters, twice as fast
_CONTRASTS = (
    *("rose", "fell", "risen", "fallen", "earlier", "previous", "previously", "another", "additional", "respectively"),
    *("instead of", "compared", "than last", "last year", "year ago", "a year earlier", "margin of error"),
    *("sampling error", "adults", "respondents", "odds", "up from", "down from", "later", "then"),
    # headings of tables of figures
    *("vs", "shr", "net", "revs", "avg", "qtr", "oper", "mths", "prior", "payable"),
)
_CONTRAST_SIGNS = Signs(_CONTRASTS)
_CONTRAST = late(rf"\b(?:{'|'.join(_CONTRASTS)})\b")
_FRAME = frozenset(
    {"said", "says", "say", "told", "tells", "added", "according", "reported", "reports", "statement", "spokesman"}
    | {"spokeswoman", "news", "reporters"}
)
_KINDS = frozenset({"count", "money", "percent", "points", "duration", "measure", "rate", "age"})


class Number(NamedTuple):
    """A figure of a statement, as it is compared."""

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    value: float
    label: str  # kind, unit and noun; "number" for digits that are no figure
    style: str = ""  # rounding step and approximation: two of one style are compared by value


class Statement(NamedTuple):
    """A sentence: its place, its content words without numbers in order, its numbers, whether it is quoted.

    `contrast` tells that it speaks of change or comparison: then only a copy, word for word, is its twin. `people` are
    the surnames in it: what is said of one person is no twin of what is said of another.
    """

    start: int
    end: int
    words: tuple[str, ...]
    numbers: tuple[Number, ...]
    quoted: bool
    contrast: bool = False
    people: tuple[str, ...] = ()


@once_a_story
def statements(story: Story) -> tuple[Statement, ...]:
    """The sentences that can have a twin: numbers, enough content words, no template and no contrast."""
    return tuple(_statements(story))


def _statements(story: Story) -> Iterator[Statement]:
    text = story.article.text
    lower = lowered(story)
    if len(lower) != len(text):
        return
    ignored = _ignored()
    by_sentence: dict[int, list[Figure]] = {}
    for figure in story.facts.figures:
        if figure.sentence >= 0 and figure.kind in _KINDS and not only_numbers(text, figure.start, figure.end):
            by_sentence.setdefault(figure.sentence, []).append(figure)
    taken = sorted([(f.start, f.end) for f in story.facts.figures] + [(d.start, d.end) for d in story.facts.dates])
    bare: dict[int, list[Number]] = {}
    for number in _bare_digits(story, taken):
        bare.setdefault(story.facts.sentence_at(number.start), []).append(number)
    names = [name for name in story.facts.names if name.kind == "person"]
    starts = [name.start for name in names]
    contrasts = [start for start, _ in _CONTRAST_SIGNS.spans(story)]
    for index in sorted({*by_sentence, *bare} - {-1}):
        sentence = story.facts.sentences[index]
        start, end = sentence.start, sentence.end
        figures = by_sentence.get(index, [])
        numbers = [*map(_number, figures), *bare.get(index, ())]
        if len(numbers) <= MOST_FIGURES and end - start <= LONGEST and text.count(": ", start, end) <= COLONS:
            people = _people(names[bisect_left(starts, start) : bisect_left(starts, end)])
            contrast = bisect_left(contrasts, start) < bisect_left(contrasts, end)
            statement = _statement(sentence, lower, sorted(numbers), figures, ignored, people, contrast=contrast)
            if statement is not None:
                yield statement


def _statement(
    sentence: Sentence,
    lower: str,
    numbers: list[Number],
    figures: list[Figure],
    ignored: frozenset[str],
    people: tuple[str, ...],
    *,
    contrast: bool,
) -> Statement | None:
    """A sentence as a statement, or None if it has too few content words; `contrast`: it may speak of one."""
    pieces, at = [], sentence.start
    for number in numbers:
        pieces.append(lower[at : number.start])
        at = number.end
    pieces.append(lower[at : sentence.end])
    joined = " 0 ".join(pieces)
    pattern = _PLAIN_WORD if joined.isascii() else _WORD
    words = tuple([word for word in pattern.findall(joined) if word not in ignored])
    if len(set(words)) < LEAST_WORDS:
        return None
    contrast = contrast and _CONTRAST.search(lower[sentence.start : sentence.end]) is not None
    increments = {f.start for f in figures if f.role == "increment"} if not contrast else set()
    compared = tuple([n for n in numbers if n.start not in increments])
    quoted = any(f.quoted for f in figures)
    return Statement(sentence.start, sentence.end, words, compared, quoted, contrast, people) if compared else None


def _people(names: list[Name]) -> tuple[str, ...]:
    """The surnames, or lone given names, of people."""
    return tuple(sorted({fold(name.surname or name.given or name.text) for name in names})) if names else ()


@cache
def _ignored() -> frozenset[str]:
    """Words that do not tell one statement from another."""
    return lexicon().words("function-words") | _FRAME


def _number(figure: Figure) -> Number:
    label = f"{figure.kind} {figure.unit or ''} {(figure.subject or '').lower()}"
    style = f"{figure.step:g} {figure.approximate} {figure.low is None} {figure.high is None}"
    return Number(figure.start, figure.end, figure.text, figure.low, figure.high, figure.value, label, style)


def _bare_digits(story: Story, taken: list[tuple[int, int]]) -> Iterator[Number]:
    """Digits that are neither figure nor date: "version 10.4", "ranked 134"."""
    text = story.article.text
    starts = [start for start, _ in taken]
    for start, _ in digits(story):
        index = bisect_right(starts, start) - 1
        if index >= 0 and start < taken[index][1]:
            continue
        match = _DIGITS.match(text, start)
        if match is None or only_numbers(text, match.start(), match.end()):
            continue
        value = float(match[0].replace(",", ""))
        yield Number(match.start(), match.end(), match[0], value, value, value, RAW)


def sketch(words: tuple[str, ...], size: int = 3) -> tuple[str, ...]:
    """The smallest hashes of runs of three words: statements worded alike share one."""
    encoded = " ".join(words).encode().split(b" ")
    runs = set(map(b" ".join, zip(encoded, encoded[1:], encoded[2:], strict=False)))
    marks = sorted(map(xxhash.xxh3_64_intdigest, runs))
    return tuple([f"{mark:016x}" for mark in marks[:size]])


def alike(one: Statement, other: Statement, least: float = 0.8) -> bool:
    """Whether the shorter statement's words are nearly all in the longer one, and they are not far apart in length."""
    if not same_people(one, other):
        return False
    a, b = set(one.words), set(other.words)
    if one.contrast or other.contrast:
        return copied(one, other) and (min(len(a), len(b)) >= RUN or one.words == other.words)
    small = min(len(a), len(b))
    fewest = LEAST_WORDS if one.words == other.words else LEAST_WORDS + 1
    return len(a & b) >= max(least * small, fewest) and (small >= 0.5 * max(len(a), len(b)) or copied(one, other))


def same_people(one: Statement, other: Statement) -> bool:
    """Whether the people of one statement are all in the other, or it names none."""
    a, b = set(one.people), set(other.people)
    return a <= b or b <= a


def copied(one: Statement, other: Statement) -> bool:
    """Whether two statements have practically all content words in common, or one is a run of the other's."""
    a, b = set(one.words), set(other.words)
    if len(a & b) >= COPY * len(a | b):
        return True
    short, long = sorted((one.words, other.words), key=len)
    return len(short) >= RUN and f" {' '.join(short)} " in f" {' '.join(long)} "


def clash(one: Statement, other: Statement) -> tuple[Number, Number] | str:  # noqa: PLR0911 - each return is one veto
    """The one pair of numbers that differs, all others of the shorter being in the longer; else why there is none."""
    short, long = sorted((one, other), key=lambda s: (len(s.numbers), s.start))
    left = list(long.numbers)
    odd = []
    for number in short.numbers:
        twin = next((n for n in left if n.label == number.label and _meet(n, number)), None)
        if twin is None:
            odd.append(number)
        else:
            left.remove(twin)
    if not odd:
        return "both can be right: every number of the one meets one of the other"
    if len(odd) > 1:
        return "more than one number differs, as in statements of two cases"
    if odd[0].label == RAW and not copied(one, other):
        return "the digits that differ are no figure, and the words are not all the same"
    partners = [n for n in left if n.label.rpartition(" ")[0] == odd[0].label.rpartition(" ")[0]]
    same = [n for n in partners if n.label == odd[0].label] or [n for n in partners if _of_one(n, odd[0], one, other)]
    if not same:
        return "no number of the one is of the kind, unit and noun of the number that the other has"
    if len(same) > 1:
        return "several numbers may be the twin of the one that differs"
    if _meet(same[0], odd[0]):
        return "both can be right: their intervals meet"
    if odd[0].label.startswith("age ") and not set(one.people) & set(other.people):
        return "two ages, and nobody is named in both"
    return (odd[0], same[0]) if short is one else (same[0], odd[0])


def _of_one(number: Number, other: Number, one: Statement, another: Statement) -> bool:
    """Whether two numbers with different nouns may be of one thing: written alike, and a noun missing or all copied."""
    if number.style != other.style:
        return False
    return number.label.endswith(" ") or other.label.endswith(" ") or copied(one, another)


def _meet(one: Number, other: Number) -> bool:
    """Whether two numbers can both be right: equal if they are written alike, else by their intervals."""
    if one.style == other.style:
        return (one.value, one.low, one.high) == (other.value, other.low, other.high)
    infinite = float("inf")
    low = max(-infinite if n.low is None else n.low for n in (one, other))
    high = min(infinite if n.high is None else n.high for n in (one, other))
    return low <= high


def slip(one: float, other: float) -> str:
    """What kind of slip two numbers look like: a scale, swapped digits, one digit; "" for none."""
    low, high = sorted((abs(one), abs(other)))
    if low > 0 and any(abs(high / low / factor - 1) < 0.02 for factor in (10, 100, 1000, 1_000_000)):
        return "a slip of scale?"
    a, b = f"{one:.12g}", f"{other:.12g}"
    if len(a) == len(b) > 1:
        changed = [i for i in range(len(a)) if a[i] != b[i]]
        if len(changed) == 2 and a[changed[0]] == b[changed[1]] and a[changed[1]] == b[changed[0]]:
            return "two digits swapped?"
        if len(changed) == 1:
            return "a slip of one digit?"
    return ""
