"""The source ledger: one row a source, counted, with role and kind."""

from __future__ import annotations

from lintnews.credibility import credibility
from lintnews.model import Article, Paragraph, Story
from lintnews.sourcing import cited
from tests.extract.test_attributions import read


def story(*paragraphs: str) -> Story:
    """A story of these paragraphs."""
    text, facts = read(*paragraphs)
    places = [Paragraph(0, len("Harbour news"), "headline")]
    start = len("Harbour news") + 2
    for words in paragraphs:
        places.append(Paragraph(start, start + len(words)))
        start += len(words) + 2
    return Story(Article("a.md", text, text, tuple(places)), facts)


SAMPLE = (
    "“The quay will open in May,” said Runa Holt, the harbour master.",
    "Holt said the masons would leave in April. A source said they had left.",
    "Critics say the quay is too short. The survey found that it leaks.",
)


def test_a_person_cited_twice_is_one_row() -> None:
    first = cited(story(*SAMPLE))[0]
    assert (first.name, first.kind, first.count, first.direct, first.named) == ("Runa Holt", "person", 2, 1, True)
    assert first.role == "the harbour master"


def test_unnamed_sources_are_told_as_worded() -> None:
    rows = {row.name: row for row in cited(story(*SAMPLE))}
    assert rows["A source"].kind == "anonymous"
    assert not rows["A source"].named
    assert rows["Critics"].kind == "collective"
    assert rows["The survey"].kind == "document"


def test_credibility_counts_and_gives_no_score() -> None:
    facts = credibility(story(*SAMPLE))
    assert (facts.people, facts.anonymous, facts.documents) == (1, 1, 1)
    assert facts.sentences == 5
    assert facts.attributed == 5
    assert not hasattr(facts, "score")


def names_of(*paragraphs: str) -> list[str]:
    """The names of the sources."""
    return [row.name for row in cited(story(*paragraphs))]


def test_an_article_before_it_makes_no_other_source() -> None:
    rows = cited(
        story("A Harbour Wire spokesman said the quay would open. The Harbour Wire spokesman said it was short.")
    )
    assert [(row.kind, row.count) for row in rows] == [("role", 2)]


def test_what_stands_around_a_source_is_no_part_of_it() -> None:
    assert names_of("The masons, who left in April, said the quay was short.") == ["The masons"]
    assert names_of("Last week the masons said the quay was short.") == ["the masons"]
    assert names_of("In 2031 the masons said the quay was short.") == ["the masons"]
    assert names_of("However he said the quay was short.") == []


def test_a_title_is_of_the_one_who_has_it() -> None:
    rows = {row.name: row for row in cited(story("A spokesman for Mr Holt said the quay would open in May."))}
    assert [row.role for row in rows.values()] == [""]
    rows = {
        row.name: row for row in cited(story("Mayor Ada Holt said the quay was short. Hugo Holt said it was long."))
    }
    assert (rows["Ada Holt"].role, rows["Hugo Holt"].role) == ("Mayor", "")


def test_a_thing_without_its_name_is_not_named() -> None:
    rows = {row.name: row.named for row in cited(story(*SAMPLE))}
    assert rows == {"Runa Holt": True, "A source": False, "Critics": False, "The survey": False}
