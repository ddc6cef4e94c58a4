"""Residue: lines, marks, markup and damage, and the fixes that take them away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.checks.captions import is_caption
from lintnews.checks.editor_marks import editor_marks
from lintnews.checks.encoding_damage import find_damage
from lintnews.checks.raw_markup import raw_markup
from lintnews.checks.residue import shorten
from lintnews.checks.residue_lines import residue_kind
from lintnews.config import Config
from lintnews.engine import run
from lintnews.report import Finding
from lintnews.setup import Setup, workshop_of


def found(*paragraphs: str, path: str = "quay.txt") -> list[Finding]:
    """What is found in an article of these paragraphs."""
    workshop = workshop_of(Setup(Config(select=("residue",))))
    return list(run(workshop, [path], given={path: "\n\n".join(paragraphs).encode()}).findings)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ MORE: Masons wanted in Portmere", "read-more"),
        ("You may also like", "read-more"),
        ("Get the harbour news in your inbox", "subscription"),
        ("Support independent journalism", "subscription"),
        ("Be the first to comment", "comment"),
        ("Tweet this", "share"),
        ("Skip advertisement", "advertisement"),
        ("Credit: Ida Rask/Reuters", "photo-credit"),
        ("Video playback is not supported on this phone.", "media-fallback"),
        ("By continuing to use this site you accept cookies.", "cookie-notice"),
        ("-ends-", "end-mark"),
    ],
)
def test_lines_of_the_page_are_known(line: str, kind: str) -> None:
    assert residue_kind(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Register now or lose the berth, officials said.",
        "“Leave a comment,” the page told its readers.",
        "More boats came than the market could hold.",
        "Get the plan through before the summer, she urged the board.",
        "Follow the wall to the lighthouse and turn left.",
        "The video was removed from the court's file.",
        "Her view of the harbour",
    ],
)
def test_lines_of_a_story_are_left_alone(line: str) -> None:
    assert residue_kind(line) is None


def marked(text: str) -> list[str]:
    """The words that are marks of an editor."""
    return [text[start:end] for start, end in editor_marks(text)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Voters will pay TK crowns.", ["TK"]),
        ("The wall is XXX metres long.", ["XXX"]),
        ("Ask [CHECK AGE] her.", ["[CHECK AGE]"]),
        ("It was built in 1911 (CK).", ["(CK)"]),
        ("It holds 40 boats (??).", ["(??)"]),
        ("The caption goes here", ["caption goes here"]),
        ("TK Maxx has a shop on the quay.", []),
        ("They watched Super Bowl XXX in the bar.", []),
        ("The shirt comes in XXXL.", []),
        ("The film was rated XXX by the board.", []),
        ('He kept "a [check] in the post".', []),
        ("The ATK helicopter landed.", []),
    ],
)
def test_editors_marks(text: str, marks: list[str]) -> None:
    assert marked(text) == marks


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("<p>The quay</p>", ["<p>", "</p>"]),
        ("Rask &amp; Velde", ["&amp;"]),
        ('[gallery ids="1,2"]', ['[gallery ids="1,2"]']),
        ("[caption]The quay[/caption]", ["[caption]", "[/caption]"]),
        ("See [the plan](https://example.org/plan)", ["[the plan](https://example.org/plan)"]),
        ("{% include quay %}", ["{% include quay %}"]),
        ("5 < 6 and 7 > 2", []),
        ("Rask & Velde; AT&T", []),
        ("a [video] of the storm", []),
    ],
)
def test_raw_markup(text: str, raw: list[str]) -> None:
    assert [text[start:end] for start, end, _ in raw_markup(text)] == raw


ACCENTS = "éèüñçåøöäÉÖÅ£€–—’“…™"


@given(st.text(st.sampled_from(ACCENTS + "abc "), min_size=1, max_size=12).filter(lambda t: not t.isascii()))
def test_utf8_read_as_cp1252_is_mended(text: str) -> None:
    garbled = text.encode("utf-8").decode("cp1252")
    mended = garbled
    for damage in sorted(find_damage(garbled), key=lambda d: -d.start):
        assert damage.mended is not None
        mended = mended[: damage.start] + damage.mended + mended[damage.end :]
    assert mended == text


@given(st.text(st.sampled_from(ACCENTS + "«»„“”abcXYZ .,"), max_size=30))
def test_sound_text_is_left_alone(text: str) -> None:
    assert not [d for d in find_damage(text) if text[d.start] not in "ÂÃÄÅâ"]
    assert not list(find_damage(text.replace("Å", "A")))


def test_what_is_lost_is_told_and_not_mended() -> None:
    (damage,) = find_damage("The caf\ufffd\ufffd is open.")
    assert (damage.end - damage.start, damage.mended) == (2, None)


def test_captions_have_no_full_stop() -> None:
    assert is_caption("Mayor Ana Velde opens the new quay of Portmere") is False
    assert is_caption("Mayor Ana Velde walks along the new quay of Portmere")
    assert is_caption("FILE - The old quay of Portmere is seen in January.")
    assert not is_caption("Mayor Ana Velde walks along the new quay every day.")


def test_long_words_are_shortened() -> None:
    assert shorten("a " * 50).endswith("…")
    assert len(shorten("a" * 200)) == 60


def test_a_line_that_points_at_what_is_set_in_next_to_it_is_part_of_the_story() -> None:
    line = "Watch the full interview with the chairwoman below:"
    assert [f.rule for f in found("Portmere voted on Tuesday.", line, "Ferries leave at six.")] == ["read-more-link"]
    assert not found(
        "Portmere voted on Tuesday.", line, '<iframe src="https://example.org/v"></iframe>', path="quay.md"
    )
