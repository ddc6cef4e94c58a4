"""Plain text: paragraphs, wrapping, encodings, roles and dates."""

from __future__ import annotations

import datetime as dt

import pytest

from lintnews.errors import ReadError
from lintnews.model import Article
from lintnews.reading.plain import read


def paragraphs(text: str) -> list[str]:
    article = read("article.txt", text.encode())
    return [article.text[p.start : p.end] for p in article.paragraphs]


def roles(text: str) -> list[str]:
    return [p.role for p in read("article.txt", text.encode()).paragraphs]


COPY = (
    "The harbour board of Port Eliot said on Monday that the northern pier would stay closed until the end of the "
    "summer, because divers had found two of its piles rotten below the water line."
)
MORE = (
    "Fishing boats will land at Sandholm instead, eleven miles along the coast, where the cooperative has promised to "
    "find berths for all of them by the weekend."
)


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs(f"{COPY}\n\n{MORE}\n") == [COPY, MORE]


def test_long_lines_without_blank_ones_are_paragraphs() -> None:
    assert paragraphs(f"{COPY}\n{MORE}\n{COPY}") == [COPY, MORE, COPY]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The harbour board of Port Eliot said on Monday that the northern\n"
        "pier would stay closed until the end of the summer, because divers\n"
        "had found two of its piles rotten below the water line.\n"
        "\n"
        "Fishing boats will land at Sandholm instead, eleven miles along the\n"
        "coast.\n"
    )
    assert paragraphs(wrapped) == [
        COPY,
        "Fishing boats will land at Sandholm instead, eleven miles along the coast.",
    ]


def test_short_lines_of_a_block_are_paragraphs() -> None:
    head = "Pier stays closed\nDivers find rot\nBy Mara Lind\nMonday, 3 June 2024\n\n"
    assert paragraphs(head + COPY)[:4] == [
        "Pier stays closed",
        "Divers find rot",
        "By Mara Lind",
        "Monday, 3 June 2024",
    ]


def test_a_line_that_stands_twice_is_not_a_wrapped_one() -> None:
    line = "Pier at Port Eliot stays closed until the summer ends, board says"
    assert paragraphs(f"{line}\n{line}\n\n{COPY}")[:2] == [line, line]


def test_a_hyphen_at_the_end_of_a_line_joins() -> None:
    text = (
        "The board has asked for a sum that would keep the old pier of Port-au-\n"
        "bois open for another year, and it has been promised the half of\nthat sum."
    )
    assert "Port-au-bois open" in paragraphs(text)[0]


def test_white_space_inside_a_paragraph_is_one_space() -> None:
    assert paragraphs("The\tpier\u00a0of  Port \u2003 Eliot is shut.") == ["The pier of Port Eliot is shut."]


def test_zero_width_characters_stay_to_be_flagged() -> None:
    assert paragraphs("The pi\u200ber is shut.") == ["The pi\u200ber is shut."]


def test_source_offsets_count_both_characters_of_a_line_end() -> None:
    article = read("article.txt", f"{COPY}\r\n\r\n{MORE}\r\n".encode())
    second = article.paragraphs[1]
    assert article.offsets is not None
    assert article.offsets.start(second.start) == len(COPY) + 4


def test_a_file_that_needs_no_cleaning_needs_no_map() -> None:
    assert read("article.txt", f"{COPY}\n\n{MORE}\n".encode()).offsets is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_not_counted(encoding: str) -> None:
    article = read("article.txt", "Café".encode(encoding))
    assert (article.text, article.source, article.notes) == ("Café", "Café", ())


def test_windows_1252_is_read_with_a_note() -> None:
    article = read("article.txt", "The café’s owner".encode("cp1252"))
    assert article.text == "The café’s owner"
    (note,) = article.notes
    assert note.kind == "encoding"
    assert "Windows-1252" in note.message
    assert article.text[note.start : note.end] == "é"


def test_stray_bytes_do_not_spoil_a_file_that_is_utf8() -> None:
    data = "“Café” and “naïve”, she said, ".encode() + b"\x93again\x94."
    article = read("article.txt", data)
    assert article.text == "“Café” and “naïve”, she said, “again”."
    assert "2 stray bytes" in article.notes[0].message


@pytest.mark.parametrize(
    "data",
    [b"\x00\x01\x02", b"text\x00more", b"\x89PNG\r\n\x1a\n\x00", b"\x81\x8d \xff", b"\xff\xfeabc", b"\x1f\x8b\x08\x02"],
)
def test_what_is_no_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read("photo.txt", data)
    assert caught.value.where == "photo.txt"


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b" \t\r\n"])
def test_an_empty_file_is_an_article_without_paragraphs(data: bytes) -> None:
    assert read("empty.txt", data).paragraphs == ()


def test_an_old_file_with_lone_carriage_returns() -> None:
    assert paragraphs(f"{COPY}\r{MORE}") == [COPY, MORE]


def test_a_huge_line_is_read() -> None:
    article = read("long.txt", b"word " * 2_000_000)
    assert len(article.paragraphs) == 1


def test_roles_at_the_top() -> None:
    head = "Pier stays closed\nBoard blames rot below the water line\n\nBy Mara Lind, Coast Reporter\n3 June 2024\n\n"
    text = f"{head}{COPY}\n\n{MORE}"
    assert roles(text) == ["headline", "deck", "byline", "dateline", "body", "body"]


def test_a_first_paragraph_that_is_copy_is_no_headline() -> None:
    assert roles(f"{COPY}\n{MORE}") == ["body", "body"]


def test_a_dateline_that_opens_the_copy_stays_copy() -> None:
    article = read("a.txt", f"Pier stays closed\n\nPORT ELIOT, June 3, 2024 (Coastal News) - {COPY}".encode())
    assert [p.role for p in article.paragraphs] == ["headline", "body"]
    assert article.published == dt.date(2024, 6, 3)


@pytest.mark.parametrize(
    "line",
    [
        "3 June 2024",
        "Monday, June 3, 2024",
        "Published 3 June 2024 at 10:15 GMT",
        "By Mara Lind | 3rd June 2024",
        "Coastal News, Monday 3 June 2024",
        "Updated: 2024-06-03",
    ],
)
def test_the_date_of_publication_stands_at_the_top(line: str) -> None:
    assert read("a.txt", f"Pier stays closed\n\n{line}\n\n{COPY}\n\n{MORE}".encode()).published == dt.date(2024, 6, 3)


@pytest.mark.parametrize(
    "text",
    [
        f"Pier stays closed\n\nPORT ELIOT, June 3 (Coastal News) - {COPY}",
        f"Pier stays closed\n\n{COPY} It opened on 3 June 2024.\n\n{MORE}",
        f"Pier stays closed\n\n31 June 2024\n\n{COPY}",
    ],
)
def test_no_date_is_taken_from_elsewhere(text: str) -> None:
    assert read("a.txt", text.encode()).published is None


@pytest.mark.parametrize(
    "line",
    [
        "Read more: The pier and its enemies",
        "ALSO READ: Sandholm welcomes the boats",
        "Related: Ten piers to see",
        "You may also like",
        "Subscribe to our newsletter and never miss a story.",
        "Sign up for the Coast Briefing newsletter",
        "Join our Telegram channel for the latest.",
        "Leave a comment below",
        "Share this article",
        "Advertisement",
        "Story continues below",
        "We use cookies to improve this site.",
        "© 2024 Coastal News. All rights reserved.",
        "Discover more from Coastal News",
        "Media playback is not supported on your device",
        "***",
    ],
)
def test_what_the_page_says_around_the_story_is_residue(line: str) -> None:
    assert roles(f"Pier stays closed\n\n{COPY}\n\n{line}\n\n{MORE}")[2] == "residue"


@pytest.mark.parametrize(
    "line",
    [
        "Television advertisements ran all week.",
        "She asked workers to sign up for the union.",
        "Subscribers were told of the change on Friday.",
        "The copyright belongs to the board.",
        "Share prices fell.",
        "Comments by the mayor had angered the board.",
        "Cookies were baked for the divers.",
    ],
)
def test_news_that_sounds_like_residue_is_copy(line: str) -> None:
    assert roles(f"Pier stays closed\n\n{COPY}\n\n{line}\n\n{MORE}")[2] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "The northern pier at Port Eliot, seen in March. Photo: Jon Ferro",
        "FILE - The northern pier at Port Eliot in 2019.",
        "Divers at work below the northern pier. REUTERS/Jon Ferro",
        "Divers at work (AP Photo/Jon Ferro)",
        "Board member Ada Quill, pictured right, at the pier.",
    ],
)
def test_captions_are_told_by_their_credit(line: str) -> None:
    assert roles(f"Pier stays closed\n\n{COPY}\n\n{line}\n\n{MORE}")[2] == "caption"


def test_a_subhead_in_the_middle_is_a_deck() -> None:
    assert roles(f"Pier stays closed\n\n{COPY}\n\nWhat happens next\n\n{MORE}") == ["headline", "body", "deck", "body"]


def test_author_from_the_byline() -> None:
    assert read("a.txt", f"Pier stays closed\n\nBy Mara Lind, Coast Reporter\n\n{COPY}".encode()).author == "Mara Lind"


def allowed(article: Article) -> list[tuple[str, str, int, str | None]]:
    return [
        (a.rule, a.reason, a.line, None if a.start is None else article.text[a.start : a.end])
        for a in article.allowances
    ]


def test_allowances_in_comments() -> None:
    text = (
        "<!-- lintnews: allow-file hard-to-read: a statute -->\nPier stays closed\n\n"
        f"<!-- lintnews: allow vague-source, anonymous-source: safe\nand agreed -->\n{COPY}\n\n{MORE}"
    )
    article = read("a.txt", text.encode())
    assert [article.text[p.start : p.end] for p in article.paragraphs] == ["Pier stays closed", COPY, MORE]
    assert allowed(article) == [
        ("hard-to-read", "a statute", 1, None),
        ("vague-source", "safe and agreed", 4, COPY),
        ("anonymous-source", "safe and agreed", 4, COPY),
    ]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- lintnews: allow -->",
        "<!-- lintnews: alow x-y: safe -->",
        "<!-- lintnews: allow x",
        "<!-- lintnews: allow x-y -->",
    ],
)
def test_an_allowance_without_a_rule_or_a_reason_is_an_error_with_its_line(comment: str) -> None:
    with pytest.raises(ReadError) as caught:
        read("a.txt", f"Pier stays closed\n\n{comment}".encode())
    assert caught.value.where == "a.txt:3"
