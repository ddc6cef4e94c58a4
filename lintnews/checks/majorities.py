"""What most articles of a house do: the rows that speak for another form, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from lintnews.contract import Entry  # noqa: TC001 - msgspec reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.contract import Group, Look


class Majority(Struct, frozen=True):
    """The most used other form: an article that has it, in how many it stands, in how many the row's own does."""

    entry: Entry
    count: int
    own: int


def outvoted(entry: Entry, bucket: Sequence[Group], look: Look) -> Majority | None:
    """The form that more articles of the outlet use; if as many do, the older form wins.

    A tie has to be broken, or the articles of either side would be told to write as those of the other.
    """
    outlet = entry.card.outlet
    best: tuple[int, Entry] | None = None
    own, first_own, first_best = 0, "", ""
    for group in bucket:
        if group.value == entry.row.value:
            own, first_own = group.count, _first(group)
            continue
        look.compared()
        others = [e for e in group.entries if outlet is None or e.card.outlet in {None, outlet}]
        others = [e for e in others if e.card.path != entry.card.path]
        if others and (best is None or group.count > best[0]):
            best, first_best = (group.count, others[0]), _first(group)
    if best is None or best[0] < own or (best[0] == own and first_own < first_best):
        return None
    return Majority(best[1], best[0], own)


def _first(group: Group) -> str:
    """The date and path of the oldest article with a form, undated ones last."""
    return min(f"{entry.card.published or '9999'} {entry.card.path}" for entry in group.entries)


def holders(count: int) -> str:
    """How many articles, in words."""
    return f"{count} other article{'' if count == 1 else 's'}"
