"""Numbers that name a thing: resolutions, flights, cases; two that differ by swapped digits are likely one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.digits import digits
from lintnews.checks.once import once_a_story
from lintnews.contract import ArticleCheck, Entry, Group, LedgerCheck, Look, Match, Options, Related, Row
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.model import Story

_FEWEST, _MOST = 3, 6  # digits
# The digits are looked for first, and then the label before them: there are fewer digits in a text than words.
_NUMBER = late(r"\d(?<=\s.)\d{2,5}(?![\w])(?![,.]\d)")
_LABEL = late(
    r"(?P<label>\b(?:resolution|flight|directive|regulation|decree|case|bill|proposition|ordinance|contract"
    r"|docket|executive order))s?(?:\s(?:no\.?|number|nr\.?))?\s\Z",
    re.IGNORECASE,
)
_WINDOW = 32  # characters before the digits: the longest label with "number"


class Identifiers(ArticleCheck, LedgerCheck):
    """Two numbers of one label whose digits are the same with two of them swapped, in one article or one story.

    Their key is the label with the sorted digits, so that only such numbers meet; numbers that differ in another way
    are of two things as often as not, and are never compared.
    """

    name = "identifiers"
    fields: ClassVar[dict[str, str]] = {
        "label": "what is numbered",
        "here": "the number here",
        "there": "the number in the other place",
    }

    def inspect(self, story: Story, options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Swapped digits inside one article."""
        seen: dict[str, list[Row]] = {}
        for row in _rows(story):
            for other in seen.setdefault(row.keys[0], []):
                look.compared()
                if _swapped(row.text, other.text):
                    yield _match(row, other, "")
                    break
            seen[row.keys[0]].append(row)

    def rows(self, story: Story) -> Iterable[Row]:
        """One row a number."""
        yield from {row.value: row for row in reversed(_rows(story))}.values()

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Swapped digits in other articles on the story."""
        for group in bucket:
            if group.value == entry.row.value or not _swapped(entry.row.text, group.entries[0].row.text):
                continue
            for other in group.entries:
                if other.card.path != entry.card.path and look.same_story(entry.card, other.card):
                    look.compared()
                    yield _match(entry.row, other.row, other.card.path)


@once_a_story
def _rows(story: Story) -> tuple[Row, ...]:
    return tuple(_numbered(story))


def _numbered(story: Story) -> Iterator[Row]:
    text = story.article.text
    for start, end in digits(story):
        match = _NUMBER.match(text, start) if _FEWEST <= end - start <= _MOST else None
        labelled = _LABEL.search(text, max(start - _WINDOW, 0), start) if match else None
        if match and labelled:
            label, number = labelled["label"].lower(), match[0]
            key = f"{label} {''.join(sorted(number))}"
            yield Row(f"{label} {number}", (key,), labelled.start(), match.end(), number, {"label": label})


def _swapped(one: str, other: str) -> bool:
    """Whether two numbers differ in two places that changed over."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 2


def _match(here: Row, there: Row, path: str) -> Match:
    data: dict[str, Any] = {"label": here.data["label"], "here": here.text, "there": there.text}
    return Match(here.start, here.end, data, (Related(there.start, there.end, f"{there.text} here", path),))
