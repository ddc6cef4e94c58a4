"""Quotations: every style of mark, quotations over paragraphs, and what is no quotation at all."""

from __future__ import annotations

import pytest

from lintnews.extract import quotations
from lintnews.extract.draft import Draft
from lintnews.lexicon import lexicon
from lintnews.model import Quotation
from lintnews.reading.plain import read


def found(text: str) -> list[tuple[str, Quotation]]:
    article = read("a.txt", text.encode())
    return [(article.text[q.start : q.end], q) for q in quotations.extract(Draft(article, lexicon("en")))]


def quoted(text: str) -> list[str]:
    return [words for words, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We won," he said. "They lost."', ['"We won,"', '"They lost."']),
        ("“We won,” he said. “They lost.”", ["“We won,”", "“They lost.”"]),
        ("‘We won,’ he said. ‘They lost.’", ["‘We won,’", "‘They lost.’"]),
        ("'We won,' he said.", ["'We won,'"]),
        ("''We won,'' he said.", ["''We won,''"]),
        ("«We won,» he said.", ["«We won,»"]),
        ('"He told me "go away" and left," she said.', ['"He told me "go away" and left,"']),
        ("“He said ‘go’ and ‘stay’,” she said.", ["“He said ‘go’ and ‘stay’,”"]),
        ("‘He told me “go” and left,’ she said.", ["‘He told me “go” and left,’"]),
        ('“Mixed," he said. “More.”', ['“Mixed,"', "“More.”"]),
        ("”Wrong,” he said.", ["”Wrong,”"]),
        ('He said:"We go." Then he went.', ['"We go."']),
        ('She said, " Hello there. " He left.', ['" Hello there. "']),
        ("'Nobody is safe': mayor on workers' rights", ["'Nobody is safe'"]),
        ("He said 'go away' and the players' union didn't.", ["'go away'"]),
        ("‘The workers’ union lost,’ he said.", ["‘The workers’ union lost,’"]),
        ("The “reform” was none.", ["“reform”"]),
        ('The plan ("a start") failed.', ['"a start"']),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'He bought a 6" pipe and a 12" pipe.',
        "He is 5'10\" tall.",
        "Rock 'n' roll in the '60s: the boss' wife didn't care.",
        "The miners' strike and the dockers' strike weren't one.",
        "It was the summer of ’99, and ’twas hot at the workers’ hall.",
        '""',
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_inches_inside_a_quotation() -> None:
    assert quoted('"The 12" record was mine," she said. "Yes."') == ['"The 12" record was mine,"', '"Yes."']


def test_a_quotation_over_paragraphs_lacks_no_mark() -> None:
    spans = found("“The pier is rotten.\n\n“We knew it for years.”\n\nShe left.")
    assert [(words, q.paragraph, q.closed) for words, q in spans] == [
        ("“The pier is rotten.", 0, True),
        ("“We knew it for years.”", 1, True),
    ]


def test_paragraphs_of_a_quotation_that_were_run_together_lack_no_mark() -> None:
    spans = found('"The pier is rotten. "We knew it for years. "Nobody listened."')
    assert [q.closed for _, q in spans] == [True, True, True]


def test_a_missing_mark_ends_with_the_paragraph() -> None:
    spans = found("“The pier is rotten, she said.\n\nThe board met.")
    assert [(words, q.closed) for words, q in spans] == [("“The pier is rotten, she said.", False)]


def test_a_missing_mark_ends_where_the_next_quotation_begins() -> None:
    spans = found('"We won, he said. "They lost."')
    assert [(words, q.closed) for words, q in spans] == [('"We won, he said.', False), ('"They lost."', True)]


def test_words_are_counted_without_the_marks() -> None:
    assert [q.words for _, q in found("“We won it all,” he said. “Yes.”")] == [4, 1]
