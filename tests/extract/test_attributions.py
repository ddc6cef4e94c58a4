"""Who says what: content, cue, source, speaker and kind, as an editor would mark them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.extract import extract, stages
from lintnews.lexicon import lexicon
from lintnews.model import Article, Facts, Paragraph

STAGES = stages()


def read(*paragraphs: str, headline: str = "Harbour news") -> tuple[str, Facts]:
    """The text and the facts of an article of these paragraphs below a headline."""
    places, start = [], 0
    for number, words in enumerate((headline, *paragraphs)):
        places.append(Paragraph(start, start + len(words), "body" if number else "headline"))
        start += len(words) + 2
    text = "\n\n".join((headline, *paragraphs))
    return text, extract(Article("a.md", text, text, tuple(places)), lexicon(), STAGES)


def told(*paragraphs: str, headline: str = "Harbour news") -> list[tuple[str, str, str, str]]:
    """Content, cue, source and kind of every attribution, as worded; contents in several parts joined by " | "."""
    text, facts = read(*paragraphs, headline=headline)

    def worded(span: object) -> str:
        return "" if span is None else text[span.start : span.end]  # type: ignore[attr-defined]

    return [
        (" | ".join(worded(s) for s in a.content), worded(a.cue), worded(a.source), a.source_kind)
        for a in facts.attributions
    ]


def states(*paragraphs: str) -> list[str]:
    """The attribution state of every sentence of the body."""
    _, facts = read(*paragraphs)
    return [s.attributed for s in facts.sentences if s.paragraph > 0]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Runa Holt said the quay would open in May.",
            ("the quay would open in May", "said", "Runa Holt", "person"),
        ),
        (
            "The quay will open in May, said Runa Holt, the harbour master.",
            ("The quay will open in May", "said", "Runa Holt, the harbour master", "person"),
        ),
        (
            "“We shall open the quay in May,” Runa Holt said.",
            ("“We shall open the quay in May,”", "said", "Runa Holt", "person"),
        ),
        (
            "Runa Holt, a former sailor, has repeatedly said that the quay is safe.",
            ("that the quay is safe", "said", "Runa Holt, a former sailor", "person"),
        ),
        (
            "According to a report by the harbour board, 40 boats were lost.",
            ("40 boats were lost", "According to", "a report by the harbour board", "document"),
        ),
        (
            "40 boats were lost, according to the ministry of works.",
            ("40 boats were lost", "according to", "the ministry of works", "organisation"),
        ),
        (
            "The quay, Runa Holt said, will open in May after the masons leave.",
            ("The quay | will open in May after the masons leave", "said", "Runa Holt", "person"),
        ),
        (
            "The mayor told reporters that the town had no money.",
            ("that the town had no money", "told", "The mayor", "role"),
        ),
        (
            "According to Holt, the masons have left the quay.",
            ("the masons have left the quay", "According to", "Holt", "person"),
        ),
        ("Critics say the plan is late.", ("the plan is late", "say", "Critics", "collective")),
        ("A source said the firm was for sale.", ("the firm was for sale", "said", "A source", "anonymous")),
        (
            "Two people familiar with the talks said the firm was for sale.",
            ("the firm was for sale", "said", "Two people familiar with the talks", "anonymous"),
        ),
        (
            "A spokeswoman for the ferry line said the boats were safe.",
            ("the boats were safe", "said", "A spokeswoman for the ferry line", "role"),
        ),
        ("Bad weather, however, said little about the boats, Holt noted.", None),
        (
            "The survey found that half of the boats leak.",
            ("that half of the boats leak", "found", "The survey", "document"),
        ),
    ],
)
def test_one_attribution(sentence: str, expected: tuple[str, str, str, str] | None) -> None:
    found = told(sentence)
    assert expected is None or expected in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The plans for the new quay are on show at the town hall.",
        "The ferry made 12 calls at the island in June.",
        "A group called Clean Harbour met on Friday.",
        "The claims department moved to another floor.",
        "Snow added to the trouble of the drivers.",
    ],
)
def test_nouns_and_other_senses_say_nothing(sentence: str) -> None:
    assert [a for a in told(sentence) if a[3] != "none"] == []


def test_a_quotation_goes_on_after_its_speaker() -> None:
    (one,) = told("“I have seen many storms,” Runa Holt said. “But none like this one.”")
    assert one[0] == "“I have seen many storms,” | “But none like this one.”"


def test_a_quotation_over_two_paragraphs_has_one_speaker() -> None:
    found = told("Runa Holt said: “I have seen many storms in my life.", "“But none like this one.”")
    assert [a[2] for a in found] == ["Runa Holt"]
    assert "But none like this one" in found[0][0]


def test_a_quotation_of_its_own_paragraph_belongs_to_who_spoke_last() -> None:
    _, facts = read("Runa Holt said she would stay on the island.", "“I was born here and I shall die here.”")
    assert facts.attributions[-1].speaker == "Runa Holt"
    assert states("Runa Holt said she would stay.", "“I was born here and I shall die here.”") == [
        "explicit",
        "carried",
    ]


def test_pronouns_and_bare_surnames_become_full_names() -> None:
    _, facts = read(
        "Oskar Lindqvist said the boats were safe.", "He added that nobody was hurt. Lindqvist said so twice."
    )
    assert {a.speaker for a in facts.attributions} == {"Oskar Lindqvist"}


def test_the_minister_is_the_minister_who_was_named() -> None:
    _, facts = read("Works Minister Oskar Lindqvist opened the quay.", "The minister said that the boats were safe.")
    assert facts.attributions[-1].speaker == "Oskar Lindqvist"


def test_a_possessor_owns_a_claim() -> None:
    assert ("that nobody was hurt", "claim", "the mayor", "role") in told(
        "Few believed the mayor's claim that nobody was hurt."
    )


def test_a_headline_with_a_colon_has_a_speaker() -> None:
    found = told("The quay opens in May.", headline="Runa Holt: the quay opens in May")
    assert found[0][:3] == ("the quay opens in May", ":", "Runa Holt")


def test_two_verbs_share_a_subject() -> None:
    sources = [a[2] for a in told("Runa Holt said the quay was safe, adding that the masons would leave in May.")]
    assert sources == ["Runa Holt", "Runa Holt"]


def test_scare_quotes_are_no_speech() -> None:
    assert told("The so-called “quay” is a heap of stones.") == [] or all(
        a[3] == "none" for a in told("The so-called “quay” is a heap of stones.")
    )


def test_sentences_are_told_apart() -> None:
    assert states("Runa Holt said the quay was safe. The masons left in May.") == ["explicit", "none"]
    assert states("The masons are believed to have left.") == ["evidential"]


def test_words_inside_a_quotation_are_no_cues() -> None:
    found = told("“The mayor said that we could go,” said Runa Holt.")
    assert [a[2] for a in found] == ["Runa Holt"]


@given(st.text(alphabet="said Holt,.“”\":' \n—that(told)AB", max_size=300))
def test_any_text_is_read_and_spans_lie_inside(text: str) -> None:
    words = " ".join(text.split()) or "x"
    whole, facts = read(words)
    for attribution in facts.attributions:
        for span in (*attribution.content, attribution.cue, attribution.source):
            assert span is None or 0 <= span.start < span.end <= len(whole)


@pytest.mark.parametrize(
    ("sentence", "cue", "source", "kind"),
    [
        ("A Lenning poll shows that voters have left the party.", "shows", "A Lenning poll", "document"),
        (
            "The latest Lenning poll published by the council shows that the mayor leads.",
            "shows",
            "The latest Lenning poll published by the council",
            "document",
        ),
        (
            "Data from the Tarnmoor Survey show that women hold two posts.",
            "show",
            "Data from the Tarnmoor Survey",
            "document",
        ),
        ("The court ruled that the by-laws are void.", "ruled", "The court", "organisation"),
        ("Ove Strand was convinced that the bridge would fall.", "convinced", "Ove Strand", "person"),
        ("Ove Strand remains convinced that the bridge will fall.", "convinced", "Ove Strand", "person"),
        ("Residents are wary of the plan.", "wary of", "Residents", "collective"),
    ],
)
def test_findings_rulings_and_convictions_have_their_source(sentence: str, cue: str, source: str, kind: str) -> None:
    assert [t[1:] for t in told(sentence)] == [(cue, source, kind)]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Police", "collective"),
        ("Velmore police", "organisation"),
        ("Hartmann", "person"),
        ("Quenbrix", "organisation"),
        ("Dutch", "person"),
        ("Norwegians", "collective"),
    ],
)
def test_the_kind_of_a_source_that_stands_alone(source: str, kind: str) -> None:
    assert [t[3] for t in told(f"{source} said that the bridge would fall.")] == [kind]


@pytest.mark.parametrize("who", ["No one", "Nobody", "Someone", "Everybody"])
def test_nobody_in_particular_is_no_source(who: str) -> None:
    assert [t[3] for t in told(f"{who} expected that the bridge would fall.")] == ["none"]


def test_an_adjective_of_feeling_needs_a_verb_and_a_matter() -> None:
    assert told("The convinced walked on. The bridge was wary.") == []


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("With the board divided, Runa Holt said the vote was off.", "Runa Holt"),
        ("In Velmore the mayor said the quay was safe.", "the mayor"),
        ("On Monday the council announced a plan to sell the quay.", "the council"),
        ("In streets of those who said they had left, rents fell.", "those who"),
        ("Has he said the quay is safe?", "he"),
        ("There are some masons who say the stone is too soft.", "some masons who"),
        ("The letters included one saying the quay was unsafe.", "one"),
        ("Dozens got a bill in the post they said they had never asked for.", "they"),
        ("Staff learn the rules and then the harbour leaders decide how to answer.", "the harbour leaders"),
        ("That is something most ferry captains say they want.", "most ferry captains"),
        ("The insurer that had covered the ferry line's debts agreed to pay.", None),
        ("As critics predicted, the quay sank.", "critics"),
        ("At least ten residents want the quay closed.", "At least ten residents"),
        ("Over 40 masons said they would leave.", "Over 40 masons"),
        ("According to the Velmore report the quay is lost.", "the Velmore report"),
        ("Meanwhile residents said the quay was lost.", "residents"),
        ("Many visitors were met with a page that said the quay was shut.", "a page that"),
        ("The quay, which engineers say is unsafe, will close.", "engineers"),
        ("Masons trying to save the quay say they need a year.", "Masons trying to save the quay"),
        ("People close to Runa Holt say the quay will close.", "People close to Runa Holt"),
        ("Two in five of those asked say the quay is ugly.", "Two in five of those asked"),
        ("Runa Holt (Harbour Party) said the quay was safe.", "Runa Holt (Harbour Party)"),
        ("The fund, which had backed the quay, said it was safe.", "The fund, which had backed the quay"),
        ("When Oskar Lind left the room, she rose, saying the quay was lost.", "she"),
        ("In answer to Oskar Lind's plan, Runa Holt left the hall, saying the quay was lost.", "Runa Holt"),
        ("That is a part of the 40 million experts say it takes to mend it.", "experts"),
        ("Masons in Velmore and around the bay say the quay is lost.", "Masons in Velmore and around the bay"),
        ("VELMORE, May 3 (Agency) — Runa Holt said the quay was safe.", "Runa Holt"),
    ],
)
def test_the_source_is_the_noun_phrase_of_the_verb(sentence: str, source: str | None) -> None:
    sources = [t[2] for t in told(sentence)]
    assert (source or sentence.split(" agreed", maxsplit=1)[0]) in sources


@pytest.mark.parametrize("sentence", ["The quay failed as predicted.", "The quay held as expected."])
def test_as_predicted_has_no_source(sentence: str) -> None:
    assert [t for t in told(sentence) if t[2]] == []


@pytest.mark.parametrize(
    ("sentence", "content", "cue", "source", "kind"),
    [
        ("The quay is safe, port records show.", "The quay is safe", "show", "port records", "document"),
        ("The quay, port records show, is safe.", "The quay | is safe", "show", "port records", "document"),
        ("As Holt put it, the quay is a wreck.", "the quay is a wreck", "put it", "Holt", "person"),
        (
            "In Runa Holt's view, the quay is a wreck.",
            "the quay is a wreck",
            "In Runa Holt's view",
            "Runa Holt",
            "person",
        ),
        (
            "As reported by the Velmore Gazette, the quay is shut.",
            "the quay is shut",
            "As reported by",
            "the Velmore Gazette",
            "organisation",
        ),
        (
            "The mayor leads by nine points in a poll for the Velmore Gazette.",
            "The mayor leads by nine points",
            "in",
            "a poll for the Velmore Gazette",
            "document",
        ),
        (
            "“The quay is a danger to us,” Holt said sourly.",
            "“The quay is a danger to us,”",
            "said",
            "Holt",
            "person",
        ),
        (
            "“The quay is a danger to us,” Holt told the board, “and it must close.”",
            "“The quay is a danger to us,” | “and it must close.”",
            "told",
            "Holt",
            "person",
        ),
        ("“The quay,” Holt said, “is safe.”", "“The quay,” | “is safe.”", "said", "Holt", "person"),
        ("Holt wants the quay closed.", "the quay closed", "wants", "Holt", "person"),
        (
            "The firm, which the board has backed from the start, had not paid.",
            "from the start",
            "backed",
            "the board",
            "organisation",
        ),
        ("Holt vowed to close the quay.", "to close the quay", "vowed", "Holt", "person"),
        ("The board hopes to close the quay.", "to close the quay", "hopes", "The board", "organisation"),
        ("Holt refused to say whether the quay was safe.", "whether the quay was safe", "say", "Holt", "person"),
        ("The quay was condemned by Runa Holt.", "The quay was", "condemned", "Runa Holt", "person"),
        ("It is believed that the quay is unsafe.", "that the quay is unsafe", "It is believed", "", "none"),
        ("The harbour office issued a statement: “The quay is safe.”", "“The quay is safe.”", None, None, None),
    ],
)
def test_constructions(sentence: str, content: str, cue: str | None, source: str | None, kind: str | None) -> None:
    found = [t for t in told(sentence) if t[0] == content]
    assert found
    assert cue is None or (cue, source, kind) in [t[1:] for t in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry left the United States for good.",
        "The league has nine pledged votes.",
        "Ticket sales fell by nine points compared to May.",
        "The crew found itself at the end of the pier.",
        "She joined a choir called Clean Harbour.",
        "The Harbour Report is a weekly.",
        "He read ''The Long Night of the Masons'' on the ferry.",
    ],
)
def test_names_titles_and_other_senses_have_no_source(sentence: str) -> None:
    assert [t for t in told(sentence) if t[2]] == []


def test_an_interview_has_two_speakers() -> None:
    found = told(
        "Q: Is the quay safe for the ferries?",
        "A: It is safe and it will stay open.",
        "Q: When will the new pier be ready?",
        "A: It will be ready in May at the latest.",
    )
    assert [t[2] for t in found] == ["Q", "A", "Q", "A"]


def test_a_message_is_signed_by_its_writer() -> None:
    (one,) = told("“The quay is safe tonight” — Runa Holt (@runaholt) May 3, 2031")
    assert one[2] == "Runa Holt"


def test_a_quotation_closed_in_the_next_paragraph_has_the_same_speaker() -> None:
    (one,) = told("“I have seen many storms.", "“But none was like this one,” said Runa Holt.")
    assert one[:3] == ("“I have seen many storms. | “But none was like this one,”", "said", "Runa Holt")


def test_speech_is_direct_indirect_or_mixed() -> None:
    _, facts = read(
        "“The quay is safe,” Holt said.", "Holt said the quay was safe.", "Holt said the quay was “safe as a house”."
    )
    assert [a.speech for a in facts.attributions] == ["direct", "indirect", "mixed"]


def test_a_role_that_was_said_of_a_person_is_the_person() -> None:
    _, facts = read("Runa Holt is the harbour minister.", "The minister said that the quay was safe.")
    assert facts.attributions[-1].speaker == "Runa Holt"


def test_a_space_that_does_not_break_is_a_space() -> None:
    assert told("Runa Holt said\u00a0the\u00a0quay was safe.")[0][1:] == ("said", "Runa Holt", "person")


def test_a_space_after_the_last_stop_is_read() -> None:
    assert [a.source is not None for a in read("The quay is lost, Runa Holt said. ")[1].attributions] == [True]
