"""Quotations are compared by their words, whatever the desk's spelling."""

from __future__ import annotations

import pytest

from lintnews.checks.wording import difference, normal
from lintnews.contract import Row


def row(words: str, speaker: str = "") -> Row:
    """A row as the check puts it on record."""
    value = f"{' '.join(normal(words))}|{speaker}"
    return Row(value, (), 0, len(words), words, {"speaker": speaker, "source": speaker, "role": "body"})


def test_spelling_contractions_and_dots_make_no_difference() -> None:
    assert normal("“We’re organising it for the U.N.”") == normal('"We are organizing it for the UN"')


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We asked the council for a crane by spring”", "“We asked the council for a crane”"),
        ("“We asked the council … for a crane by spring”", "“We asked the council, again, for a crane by spring”"),
        ("“We asked the council for a crane by spring”", "“Well, we asked the council for the crane by spring”"),
        ("“We asked the council for a crane by spring”", "“The boats lie on the beach and nobody mends them”"),
        ("“We asked the council for a crane by spring”", "“And we asked the council for a crane by spring, twice”"),
    ],
)
def test_trims_and_other_utterances_stay_silent(one: str, other: str) -> None:
    assert difference(row(one), row(other), 0.8) is None


def test_a_changed_word_is_told_with_its_neighbours() -> None:
    found = difference(
        row("“We asked the council for a crane by spring”"), row("“We begged the council for a crane by spring”"), 0.8
    )
    assert found == ("words", "We asked the council", "We begged the council")


def test_one_utterance_has_one_speaker() -> None:
    words = "“We asked the council for a crane by spring”"
    assert difference(row(words, "Runa Holt"), row(words, "Tilda Varn"), 0.8) == ("speaker", "Runa Holt", "Tilda Varn")
    assert difference(row(words, "Runa Holt"), row(words, "Holt"), 0.8) is None
