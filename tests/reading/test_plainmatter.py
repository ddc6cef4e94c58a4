from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.errors import ReadError
from lintnews.reading import frontmatter
from lintnews.reading.frontmatter import FrontMatter, read_front_matter
from lintnews.reading.plainmatter import plain_values

KEYS = st.sampled_from(
    ["title", "Title", "deck", "author", "date", "pub_date", "outlet", "lang", "tags", "on", "headline"]
)
WORDS = st.one_of(
    st.sampled_from(
        [
            "Ferry stops: why",
            "at 9:30",
            "2025-03-04",
            "2025-3-4 10:15",
            "2025-13-44",
            "no",
            "Null",
            "12",
            "1e3",
            "a #b",
            "C#",
            "x:",
        ]
    ),
    st.text(st.sampled_from(list("abZé’ :#'\"\\-,[]{}&*!|>%@`~?=1\t\xa0\u2028\ufeff")), max_size=12),
)
LINES = st.lists(st.tuples(KEYS, st.sampled_from(["{}", '"{}"', "'{}'", "{} "]), WORDS), min_size=1, max_size=4)


def by_yaml(source: str) -> FrontMatter | str:
    """What the YAML parser makes of it."""
    with mock.patch.object(frontmatter, "plain_values", return_value=None):
        try:
            return read_front_matter("a.md", source)
        except ReadError as problem:
            return str(problem)


@settings(max_examples=200)
@given(LINES)
def test_what_needs_no_yaml_is_read_as_yaml_reads_it(lines: list[tuple[str, str, str]]) -> None:
    source = "---\n" + "".join(f"{key}: {form.format(words)}\n" for key, form, words in lines) + "---\nText.\n"
    try:
        found: FrontMatter | str = read_front_matter("a.md", source)
    except ReadError as problem:
        found = str(problem)
    assert found == by_yaml(source)


@pytest.mark.parametrize(
    "text",
    [
        "title: Ferry stops at noon\nauthor: Ada Lund\ndate: 2025-03-04\n",
        'title: "Ferry: the last boat"\r\ndeck: \'It "sails" at 9:30\'\r\n',
        "headline: Été à Brask, [sic] & more\n",
    ],
)
def test_common_front_matter_needs_no_yaml(text: str) -> None:
    assert plain_values(text) is not None
    assert read_front_matter("a.md", f"---\n{text}---\n") == by_yaml(f"---\n{text}---\n")


@pytest.mark.parametrize(
    "text",
    ["title: Ferry\n  stops\n", "title: yes\n", "title: a: b\n", "tags: [a]\n", "title: x\ntitle: y\n", "n: 1\n", ""],
)
def test_other_front_matter_is_left_to_yaml(text: str) -> None:
    assert plain_values(text) is None
