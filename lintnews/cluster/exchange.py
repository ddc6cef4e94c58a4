"""Letters between the partitions of a run: each writes to whichever it likes, and gets what was written to it.

With n partitions, n letters from each would be n² pieces for the scheduler to carry. So letters travel in rounds, as
in a radix sort: a partition's number is written in digits, and each round brings every letter to a partition that
agrees with its address in one more of them. A round costs `base` pieces a partition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from distributed import Future

    Letters = list[tuple[int, bytes]]  # the partition that each is for, and what it says

DIRECT = 32  # partitions up to which letters go straight to where they belong


class Submit(Protocol):
    """Hands a task to the cluster."""

    def __call__(self, name: str, function: Any, *arguments: Any) -> Future:
        """The result to come."""


def exchange(submit: Submit, name: str, written: Sequence[Future]) -> list[Future]:
    """For each partition the letters to it; `written` are those from each."""
    base, rounds = shape(len(written))
    held: list[Future | None] = [*written, *[None] * (base**rounds - len(written))]
    for number in range(rounds):
        weight = base**number
        split = [
            [submit(f"{name}-part", part, letters, weight, base, digit) for digit in range(base)]
            if letters is not None
            else []
            for letters in held
        ]
        held = [
            submit(f"{name}-join", join, *(split[y][x // weight % base] for y in _kin(x, weight, base) if split[y]))
            for x in range(len(held))
        ]
    return [letters for letters in held[: len(written)] if letters is not None]


def shape(partitions: int) -> tuple[int, int]:
    """(base, rounds) such that base to the power of rounds is enough, and base is small."""
    rounds = 1
    while DIRECT**rounds < partitions:
        rounds += 1
    base = 1
    while base**rounds < partitions:
        base += 1
    return base, rounds


def _kin(partition: int, weight: int, base: int) -> list[int]:
    """The partitions whose number differs in one digit only, itself among them."""
    zero = partition - partition // weight % base * weight
    return [zero + digit * weight for digit in range(base)]


def part(letters: Letters, weight: int, base: int, digit: int) -> Letters:
    """The letters whose address has this digit there."""
    return [letter for letter in letters if letter[0] // weight % base == digit]


def join(*parts: Letters) -> Letters:
    """The letters of several partitions."""
    return [letter for one in parts for letter in one]
