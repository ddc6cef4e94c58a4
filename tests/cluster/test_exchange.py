"""Every letter arrives where it belongs, once, and few pieces are carried."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.cluster import exchange as post


class Post:
    """A cluster that does a task at once, and counts it."""

    def __init__(self) -> None:
        self.tasks = 0

    def __call__(self, name: str, function: Any, *arguments: Any) -> Any:
        self.tasks += 1
        return function(*arguments)


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.tuples(*[st.integers(0, n - 1)] * 2)))))
def test_letters_arrive(case: tuple[int, list[tuple[int, int]]]) -> None:
    partitions, pairs = case
    written: list[list[tuple[int, bytes]]] = [[] for _ in range(partitions)]
    for number, (sender, there) in enumerate(pairs):
        written[sender].append((there, f"{sender} {number}".encode()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(post, "DIRECT", 3)
        arrived: Any = post.exchange(Post(), "x", written)  # type: ignore[arg-type]
    for there, letters in enumerate(arrived):
        assert sorted(letters) == sorted(letter for one in written for letter in one if letter[0] == there)


def test_thousands_of_partitions_need_few_pieces() -> None:
    clerk = Post()
    post.exchange(clerk, "x", [[] for _ in range(2000)] and [[(0, b"a")] for _ in range(2000)])  # type: ignore[arg-type]
    assert clerk.tasks < 2000 * 100  # and not 2000 * 2000


@pytest.mark.parametrize("partitions", [1, 2, 32, 33, 1000, 1024, 1025, 5000])
def test_a_base_is_small_and_enough(partitions: int) -> None:
    base, rounds = post.shape(partitions)
    assert base**rounds >= partitions
    assert base <= post.DIRECT
