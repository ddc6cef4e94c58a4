"""Sentence ends: the hard cases of news, and agreement with two other splitters on plain ones."""

from __future__ import annotations

import pytest

from lintnews.extract import sentences
from lintnews.extract.draft import Draft
from lintnews.lexicon import lexicon
from lintnews.model import Article, Paragraph


def split(text: str) -> list[str]:
    article = Article("a.txt", text, text, (Paragraph(0, len(text)),))
    return [text[s.start : s.end] for s in sentences.extract(Draft(article, lexicon("en")))]


# "|" stands where a sentence ends.
HARD = [
    "The U.N.-authorised force arrived at dusk.| It had 300 troops.",
    "Dr Orso met Mr. Tamba.| They spoke for an hour.",
    "The council adopted Resolution No. 2699, 2023.| It was renewed twice.",
    "He said no.| No.| He said so again.",
    "They left at 4 p.m. Tuesday.| The bus was late.",
    "They left at 4 p.m.| The bus was late.",
    "It was 9 a.m. EST when the vote began.",
    "He paid Rs. 500 for it.| Nobody asked why.",
    "John Q. Public lives in St. Louis.| He is well.",
    "J.K. Marlow's books are long.| George W. Lind's are not.",
    '"We came.| We saw," she said.| "We left."',
    "“It is over.| We lost.”| He sat down.",
    "“Is it true?” Judge Marlo asked.| “No!”| He left.",
    "“Why now?” asked Dana.| Nobody knew.",
    "She asked why.| (Nobody answered.)| He left.",
    "He works for Brightwater Inc. Chief executive Ann Lowe left in May.",
    "He works for Brightwater Inc.| The company grew.",
    "The U.S. Senate voted.| It was in the U.S.| The vote was close.",
    "The ceremony is over.|The guests left.",
    "Visit Example.Com or write to jo.Smith@example.org now.",
    "He waited... then left.| She waited...| They did not.",
    "Wait... I know.| It was . . . a mistake.",
    "Lt. Col. Jan de Wit and Gen. A. B. Moss spoke on Oct. 11.| Gov. Lin did not.",
    'It rose 1.25 per cent.| "Growth is good," he said.',
    "1. First point.| It is short.",
    "It ended on Nov. 3, 2020.| 300 people came.",
    "She holds a Ph.D. from Leeds.| Prof. Ito agreed.",
    "The firm, Lund & Co., closed.| Sen. Ruiz, D-Calif., agreed.",
    "They moved to Washington, D.C.| In May they left.",
    "What next?| Who knows!| Nobody.",
    "He lives on Main St.| The house is old.",
    "GEN. ORTIZ SPEAKS IN ST. LOUIS.| NOBODY CAME.",
    "The case, Smith v. Jones, was heard.| See e.g. the appeal.",
    "Elizabeth I.| She reigned long.",
    "The vote was 5-4.| It stood.",
    "It cost $4.5m.| The rest was paid.",
]


@pytest.mark.parametrize("marked", HARD)
def test_hard_cases(marked: str) -> None:
    assert split(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


PLAIN = [
    "The board met on Monday. It will meet again in June.",
    "Mr. Lind, who is 64, has run the harbour since 1998. He said he was tired.",
    '"The pier is rotten," said Ada Quill. "We knew it for years."',
    "The bridge cost 4.5 million dollars. Repairs will take until Oct. 12, the board said.",
    "Who will pay? The council has not said. Its next session is on Friday.",
    "Dr. Ferro works at St. Anne's hospital. She treated nine divers.",
    "The ferry left at 7:30. Nobody was on board.",
    "Sales fell by 3.2 percent in March. They rose again in April!",
    "Sandholm has 2,400 residents. Most of them fish. Some of them farm.",
    "The storm came at night. Trees fell across the road to Port Eliot.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_agrees_with_other_splitters(text: str) -> None:
    import nupunkt
    from syntok import segmenter

    own = [part.replace(" ", "") for part in split(text)]
    punkt = [part.replace(" ", "") for part in nupunkt.sent_tokenize(text)]
    syntok = [
        "".join(token.value for token in sentence).replace(" ", "")
        for paragraph in segmenter.process(text)
        for sentence in paragraph
    ]
    assert own == punkt == syntok


def test_every_paragraph_is_split_by_itself() -> None:
    text = "Pier stays closed\n\nThe board met. It agreed."
    article = Article("a.txt", text, text, (Paragraph(0, 17, "headline"), Paragraph(19, len(text))))
    found = sentences.extract(Draft(article, lexicon("en")))
    assert [(s.paragraph, text[s.start : s.end]) for s in found] == [
        (0, "Pier stays closed"),
        (1, "The board met."),
        (1, "It agreed."),
    ]


def test_a_line_of_dots_does_not_hang() -> None:
    assert len(split("." * 200_000)) == 1
