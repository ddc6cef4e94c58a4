"""A position is quoted if any quotation holds it, also one that goes on after another inside it."""

from hypothesis import given
from hypothesis import strategies as st

from lintnews.checks.quoted import Quoted
from lintnews.model import Article, Facts, Quotation, Story

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=8)


@given(SPANS, st.integers(0, 60))
def test_a_position_is_held_as_by_looking_at_each_quotation(spans: list[tuple[int, int]], position: int) -> None:
    quotations = tuple(Quotation(start, start + length, 0, 1) for start, length in spans)
    story = Story(Article("a.md", "", "", ()), Facts(quotations=quotations))
    assert Quoted(story).holds(position) == any(q.start <= position < q.end for q in quotations)
