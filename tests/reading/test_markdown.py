"""Markdown: the words that a reader sees, their places, and the front matter."""

from __future__ import annotations

import datetime as dt

import pytest

from lintnews.errors import ReadError
from lintnews.model import Article
from lintnews.placing import Locator
from lintnews.reading.markdown import read


def article(text: str) -> Article:
    return read("article.md", text.encode())


def paragraphs(text: str) -> list[tuple[str, str]]:
    found = article(text)
    return [(p.role, found.text[p.start : p.end]) for p in found.paragraphs]


def source_of(found: Article, words: str) -> str:
    start = found.text.index(words)
    first, last = Locator(found).source_span(start, start + len(words))
    return found.source[first:last]


def test_markup_is_left_out() -> None:
    text = '# Pier *closed*\n\nThe **board** of [Port Eliot](http://example.org "x") said\nso on `Monday`.\n'
    assert paragraphs(text) == [("headline", "Pier closed"), ("body", "The board of Port Eliot said so on Monday.")]


def test_headings_lists_quotes_and_tables_are_paragraphs() -> None:
    table = "| Year | Boats |\n|---|---|\n| 2024 | 40 |\n"
    text = f"# Pier\n\n## Why\n\n- rot\n- storms\n  at sea\n\n> The board\n> knew.\n\n{table}"
    assert [words for _, words in paragraphs(text)] == [
        "Pier",
        "Why",
        "rot",
        "storms at sea",
        "The board knew.",
        "Year | Boats",
        "2024 | 40",
    ]


def test_only_the_first_heading_is_the_headline() -> None:
    assert [
        role for role, _ in paragraphs("# Pier\n\nThe pier of Port Eliot is shut.\n\n# Boats\n\nThey land at Sandholm.")
    ] == [
        "headline",
        "body",
        "deck",
        "body",
    ]


def test_an_image_gives_captions() -> None:
    text = '# Pier\n\n![Divers at work](a.png "Photo: Jon Ferro")\n\nThe pier is shut.\n'
    assert paragraphs(text)[1:3] == [("caption", "Divers at work"), ("caption", "Photo: Jon Ferro")]


def test_code_and_comments_are_left_out_and_html_is_read_without_tags() -> None:
    html = "<div><p>The <b>board</b></p><script>x()</script></div>"
    text = f"The pier.\n\n```\ncode\n```\n\n<!-- no -->\n\n{html}\n\nIt <i>met</i>.\n"
    assert [words for _, words in paragraphs(text)] == ["The pier.", "The board", "It met."]


def test_an_indented_paragraph_is_not_lost_as_code() -> None:
    assert [words for _, words in paragraphs("The pier is shut.\n\n    The board met.\n")] == [
        "The pier is shut.",
        "The board met.",
    ]


def test_places_lead_back_through_markup_entities_and_accents() -> None:
    found = article("Zoë Almgren of *Caf&eacute;* **Port\nEliot** &amp; Sons said: \\*no\\*.\n")
    assert found.text == "Zoë Almgren of Café Port Eliot & Sons said: *no*."
    assert source_of(found, "Port Eliot") == "Port\nEliot"
    assert source_of(found, "Café") == "Caf&eacute;"
    assert source_of(found, "& Sons") == "&amp; Sons"
    assert source_of(found, "Zoë Almgren") == "Zoë Almgren"
    assert source_of(found, "no") == "no"


FRONT = """\
---
title: "The \\"rotten\\" pier"
author: [Mara Lind, Jon Ferro]
date: 2024-06-03
outlet: Coastal News
language: en-GB
lintnews-allow:
  vague-source: agreed with the desk
---

The pier is shut.
"""


def test_front_matter() -> None:
    found = article(FRONT)
    assert found.title == 'The "rotten" pier'
    assert (found.author, found.outlet, found.language) == ("Mara Lind, Jon Ferro", "Coastal News", "en")
    assert found.published == dt.date(2024, 6, 3)
    assert [(p.role, found.text[p.start : p.end]) for p in found.paragraphs] == [
        ("headline", 'The "rotten" pier'),
        ("body", "The pier is shut."),
    ]
    (allowance,) = found.allowances
    assert (allowance.rule, allowance.reason, allowance.line, allowance.start) == (
        "vague-source",
        "agreed with the desk",
        8,
        None,
    )


def test_places_in_a_quoted_title_lead_back() -> None:
    found = article(FRONT)
    assert source_of(found, '"rotten"') == '"rotten\\"'
    assert Locator(found).place(found.text.index("pier"), found.text.index("pier") + 4).line == 2


@pytest.mark.parametrize(
    "title", ["'It''s rotten'", '"It\'s rotten"', "It's rotten", ">\n  It's\n  rotten", "|\n  It's rotten"]
)
def test_every_style_of_title(title: str) -> None:
    found = article(f"---\ntitle: {title}\n---\nThe pier is shut.\n")
    assert found.title == "It's rotten"
    assert source_of(found, "rotten") == "rotten"


def test_the_title_may_stand_again_as_a_heading() -> None:
    assert paragraphs("---\ntitle: Pier shut\n---\n# Pier shut\n\nThe pier is shut.\n") == [
        ("headline", "Pier shut"),
        ("deck", "Pier shut"),
        ("body", "The pier is shut."),
    ]


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("title: [a", 3),
        ('title: "a', 3),
        ("title: a\ntitle: b", 3),
        ("lintnews-allow: 7", 2),
        ("lintnews-allow: {x-y: }", 2),
    ],
)
def test_broken_front_matter_is_an_error_with_its_line(front: str, line: int) -> None:
    with pytest.raises(ReadError) as caught:
        article(f"---\n{front}\n---\nThe pier is shut.\n")
    assert caught.value.where == f"article.md:{line}"


@pytest.mark.parametrize(
    "text", ["---\ntitle: The pier\n\nIt is shut.\n", "---\n- title: The pier\n---\nIt is shut.\n"]
)
def test_front_matter_that_would_be_lost_is_an_error_with_its_line(text: str) -> None:
    with pytest.raises(ReadError, match=r"front matter") as caught:
        article(text)
    assert caught.value.where == "article.md:2"


@pytest.mark.parametrize(
    "text", ["---\n\nThe pier is shut.\n", "---\nThe pier is shut.\n---\n\nIt was.\n", "--- \n---\nIt was.\n"]
)
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    assert article(text).published is None
    assert "It was." in text or "shut." in article(text).text


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-06-03T07:00:00+02:00", dt.date(2024, 6, 3)),
        ("3 June 2024", dt.date(2024, 6, 3)),
        ("'June 3, 2024'", dt.date(2024, 6, 3)),
        ("23/6/2024", dt.date(2024, 6, 23)),
        ("20240603", dt.date(2024, 6, 3)),
        ("03/06/2024", None),
        ("2024-02-30", None),
        ("soon", None),
    ],
)
def test_dates_of_the_front_matter(date: str, expected: dt.date | None) -> None:
    found = article(f"---\ntitle: Pier shut\ndate: {date}\n---\nThe pier is shut.\n")
    assert found.published == expected
    assert [note.kind for note in found.notes] == ([] if expected else ["date"])


def test_an_allowance_is_for_the_paragraph_that_follows() -> None:
    found = article("# Pier\n\n<!-- lintnews: allow vague-source: agreed -->\nThe pier is shut.\n\nIt was old.\n")
    (allowance,) = found.allowances
    assert allowance.start is not None
    assert found.text[allowance.start : allowance.end] == "The pier is shut."
    assert (allowance.rule, allowance.reason, allowance.line) == ("vague-source", "agreed", 3)
