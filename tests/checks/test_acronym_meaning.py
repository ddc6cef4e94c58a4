"""Acronyms that conflict."""

from __future__ import annotations

import pytest

from lintnews.checks.acronym_meaning import conflict, long_key


@pytest.mark.parametrize(
    ("one", "other", "problem"),
    [
        (("RHP", "Regional Harbour Protection"), ("RHPM", "Regional Harbour Protection Mission"), "two-acronyms"),
        (("DAF", "Dellbury Art Foundation"), ("DAF", "Drivers' Aid Fund"), "two-meanings"),
        (("WQO", "World Quay Organisation"), ("WQO", "World Quay Organization"), ""),
        (("OQS", "Office for Quay Statistics"), ("OQS", "Office of Quay Statistics"), ""),
        (("AQC", "armoured quay carrier"), ("AQCs", "armoured quay carriers"), ""),
    ],
)
def test_conflicts(one: tuple[str, str], other: tuple[str, str], problem: str) -> None:
    assert conflict(*one, *other) == problem


def test_the_key_leaves_out_joining_words_and_a_generic_head() -> None:
    assert long_key("Office for the Safety of Quays") == long_key("Office of Safety for Quay")
    assert long_key("Regional Harbour Protection Mission") == long_key("Regional Harbour Protection")
