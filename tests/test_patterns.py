from __future__ import annotations

import re

import pytest

from lintnews.patterns import late


def test_a_late_pattern_does_what_a_pattern_does() -> None:
    made = late(r"(?P<day>\d+) (march|may)", re.IGNORECASE)
    now = re.compile(r"(?P<day>\d+) (march|may)", re.IGNORECASE)
    text = "on 3 March and 14 May"
    assert [m.span() for m in made.finditer(text)] == [m.span() for m in now.finditer(text)]
    assert made.sub("then", text) == now.sub("then", text)
    found = made.search(text, 5)
    assert found is not None
    assert found["day"] == "14"
    assert (made.pattern, made.flags, made.groupindex) == (now.pattern, now.flags, now.groupindex)


def test_a_mistake_in_a_late_pattern_is_told_when_it_is_used() -> None:
    made = late("(")
    with pytest.raises(re.error):
        made.match("(")


def test_a_late_pattern_has_nothing_else() -> None:
    with pytest.raises(AttributeError):
        _ = late("a").march  # type: ignore[attr-defined]
