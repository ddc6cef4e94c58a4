"""Signs: words and marks without which a check need not look closer, all found by one run over an article.

To look for some tens of strings in a text one by one takes longer than most checks take. So each check says at import
what it looks for, and with the first check that asks about a story the strings of all of them are found together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.once import lowered

if TYPE_CHECKING:
    from collections.abc import Iterable

    import ahocorasick_rs

    from lintnews.model import Story


FEW = 1000  # phrases


class Signs:
    """Strings in small letters that one check looks for in the lower-cased text, also within words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(phrases)
        _every.append(self)

    def spans(self, story: Story) -> list[tuple[int, int]]:
        """Where they stand in the lower-cased text, in order."""
        return _found(story)[self]

    def whole(self, story: Story) -> list[tuple[int, int]]:
        """Where they stand as whole words."""
        lower = lowered(story)
        return [
            (start, end)
            for start, end in self.spans(story)
            if not (start and lower[start - 1].isalnum() and lower[start].isalnum())
            and not (lower[end : end + 1].isalnum() and lower[end - 1].isalnum())
        ]


_every: list[Signs] = []
_machine: list[tuple[int, ahocorasick_rs.AhoCorasick, list[list[Signs]]]] = []


def _found(story: Story) -> dict[Signs, list[tuple[int, int]]]:
    """The places of all signs in a story, kept with it."""
    found: dict[Signs, list[tuple[int, int]]] = story.notes.get(_found, {})
    if len(found) != len(_every):
        automaton, owners = _automaton()
        found = {signs: [] for signs in _every}
        for phrase, start, end in automaton.find_matches_as_indexes(lowered(story), overlapping=True):
            for signs in owners[phrase]:
                found[signs].append((start, end))
        for spans in found.values():
            if len(spans) > 1:
                spans.sort()
        story.notes[_found] = found
    return found


def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[list[Signs]]]:
    """The automaton of all phrases and whose each is; made anew where a module with more of them was loaded since."""
    if not _machine or _machine[0][0] != len(_every):
        import ahocorasick_rs

        owners: dict[str, list[Signs]] = {}
        for signs in _every:
            for phrase in signs.phrases:
                owners.setdefault(phrase, []).append(signs)
        # Of few phrases a DFA is soon made, and three times as fast as what is made by default.
        kind = ahocorasick_rs.Implementation.DFA if len(owners) <= FEW else None
        machine = ahocorasick_rs.AhoCorasick(list(owners), implementation=kind)
        _machine[:] = [(len(_every), machine, list(owners.values()))]
    return _machine[0][1:]
