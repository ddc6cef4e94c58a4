"""Fingerprints of paragraphs: what they fold, what they keep, and what they have in common."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from lintnews.extract.draft import Draft
from lintnews.extract.passages import (
    HALF,
    LEAST_WORDS,
    SKETCH,
    digest_of,
    extract,
    signature_of,
    sketch_of,
    words_of,
)
from lintnews.lexicon import lexicon
from lintnews.model import Article, Paragraph

LINE = (
    "The harbour board of Portmere voted on Tuesday to close the east quay for two years while masons rebuild the sea "
    "wall that the winter storm had broken in three places near the lighthouse, the chairwoman told reporters"
)


def passages(*paragraphs: str):
    """The passages of an article of these paragraphs."""
    places, start = [], 0
    for words in paragraphs:
        places.append(Paragraph(start, start + len(words)))
        start += len(words) + 2
    text = "\n\n".join(paragraphs)
    return extract(Draft(Article("a.txt", text, text, tuple(places)), lexicon()))


def test_marks_case_and_spacing_make_no_difference() -> None:
    one, other = passages("“It’s late,” Ana Velde said – again.", '"It\'s late", ANA VELDE said - again')
    assert one.digest == other.digest


def test_a_figure_makes_a_difference() -> None:
    one, other = passages("The wall costs 14 million.", "The wall costs 16 million.")
    assert one.digest != other.digest


def test_a_place_and_its_words_are_told() -> None:
    (_, found) = passages("First.", "The board met on Tuesday.")
    assert (found.start, found.paragraph, found.words) == (8, 1, 5)


def test_a_paragraph_without_a_word_is_none() -> None:
    assert len(passages("* * *", "The board met.")) == 1


def test_a_short_paragraph_has_no_sketch() -> None:
    assert sketch_of([b"board"] * (LEAST_WORDS - 1)) == ()


@given(st.integers(0, len(LINE.split()) - 1), st.sampled_from(["", "indeed", "harbour"]))
def test_one_word_changed_leaves_a_hash_in_common(at: int, word: str) -> None:
    words = LINE.lower().encode().split()
    other = [*words[:at], *([word.encode()] if word else []), *words[at + 1 :]]
    assert set(sketch_of(words)) & set(sketch_of(other))


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=9), min_size=1, max_size=60))
def test_sketches_are_short_sorted_and_stable(letters: list[str]) -> None:
    words = [word.encode() for word in letters]
    sketch = sketch_of(words)
    assert len([mark for mark in sketch if mark >= HALF]) <= SKETCH
    assert len(signature_of(words)) == len(words)
    assert list(sketch) == sorted(set(sketch))
    assert sketch == sketch_of(list(words))
    assert digest_of(words) == digest_of(words_of(" ".join(letters))) or any(not w.isalnum() for w in letters)


@given(st.text(st.sampled_from("ab_2 é’“”–£.,-\n½"), max_size=40))
def test_words_are_the_same_with_letters_beyond_ascii_and_without(text: str) -> None:
    draft = Draft(Article("a.txt", text, text, ()), lexicon())
    assert words_of(draft.plain) == [word.encode() for word in re.findall(r"\w+", text)]
