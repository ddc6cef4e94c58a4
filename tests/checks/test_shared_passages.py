"""Paragraphs and articles that stand in the archive twice."""

from __future__ import annotations

from lintnews.config import Config
from lintnews.engine import run
from lintnews.report import Finding
from lintnews.setup import Setup, workshop_of

SHARED = (
    "The Portmere harbour board has nine members in all: the town council names four of them, the ferrymen two and the "
    "guilds of the old town the other three."
)
OWN = (
    "The harbour board of Portmere voted on Tuesday to close the east quay for two years while the wall is rebuilt.",
    "Masons from three towns have offered to rebuild the wall, the chairwoman told reporters on the steps.",
    "A ferry to the outer islands ran aground in fog on Sunday night, and its passengers were brought ashore safely.",
    "The fish market will open an hour later, after a petition that four hundred traders had signed.",
    "Two lighthouse keepers have retired after forty years of service, and nobody has been found to take their places.",
    "The winter storm broke windows along the whole promenade, and glaziers have been called in from Aldersund.",
    "Children of the island school have planted a row of pines on the dunes.",
    "A painter has given the town her picture of the old quay, to be hung where the board holds its meetings.",
    "The regatta was moved to the last week of June because the tide would have been too low.",
    "An inquiry found that the pilots had been paid for nights on which no ship had entered the harbour.",
)


def article(*paragraphs: str, date: str = "", outlet: str = "") -> bytes:
    """A Markdown article."""
    lines = [f"date: {date}"] * bool(date) + [f"outlet: {outlet}"] * bool(outlet)
    front = "---\n" + "\n".join(lines) + "\n---\n\n" if lines else ""
    return (front + "\n\n".join(paragraphs) + "\n").encode()


def findings(given: dict[str, bytes], targets: list[str] | None = None) -> list[Finding]:
    """What is found across the articles."""
    workshop = workshop_of(Setup(Config(select=("recycled-paragraph", "article-filed-twice"))))
    return list(run(workshop, targets or sorted(given), sorted(given), given=given).findings)


def test_a_paragraph_taken_over_is_told_in_the_newer_article_with_the_older_date() -> None:
    given = {
        "a.md": article(SHARED, OWN[0], OWN[2], date="2025-06-17"),
        "b.md": article(OWN[1], OWN[3], SHARED, date="2025-03-04"),
    }
    (found,) = findings(given)
    assert (found.rule, found.level, found.place.path) == ("recycled-paragraph", "note", "a.md")
    assert "2025-03-04" in found.message
    assert not findings(given, ["b.md"])
    assert [f.fingerprint for f in findings(given, ["a.md"])] == [found.fingerprint]


def test_what_stands_in_many_stories_on_many_days_is_boilerplate() -> None:
    given = {
        f"{n}.md": article(OWN[n], OWN[n + 1], SHARED, OWN[(n + 5) % 10], date=f"2025-0{n + 1}-01")
        for n in (0, 2, 4, 6, 8)
    }
    assert not [f for f in findings(given) if f.place.line == 9 and f.rule == "recycled-paragraph"]


def test_an_article_filed_again_is_told_once_and_its_paragraphs_are_not() -> None:
    given = {
        "one.md": article(*OWN[:5], date="2025-03-04"),
        "two.md": article(*OWN[:4], "The tender opens in May.", date="2025-03-04"),
    }
    (found,) = findings(given)
    assert (found.rule, found.level) == ("article-filed-twice", "warning")


def test_two_outlets_may_print_one_agency_story() -> None:
    given = {
        "one.md": article(*OWN[:5], date="2025-03-04", outlet="The Portmere Courier"),
        "two.md": article(*OWN[:5], date="2025-03-04", outlet="The Velde Herald"),
    }
    assert not [f for f in findings(given) if f.rule == "article-filed-twice"]


def test_reports_that_come_every_day_are_not_one_article() -> None:
    line = "Dealers said the crown stood at {} to the dollar at the close, after {} at the opening in Portmere."
    other = (
        "Traders sold {} crates of herring and {} of mackerel at the fish market, a little more than on the day before."
    )
    given = {
        "mon.md": article(line.format("6.31", "6.28"), other.format(410, 95), OWN[0], date="2025-03-03"),
        "tue.md": article(line.format("6.35", "6.30"), other.format(388, 120), OWN[1], date="2025-03-04"),
    }
    assert not [f for f in findings(given) if f.rule == "article-filed-twice"]


def test_boilerplate_is_told_once_where_it_stood_first_whatever_the_targets() -> None:
    given = {
        f"{n}.md": article(OWN[n], OWN[n + 1], SHARED, OWN[(n + 5) % 10], date=f"2025-0{n + 1}-01")
        for n in (0, 2, 4, 6, 8)
    }
    (told,) = found_by("house-boilerplate", given)
    assert (told.level, told.place.path, told.data["stories"]) == ("note", "0.md", 5)
    assert not found_by("house-boilerplate", given, ["4.md", "8.md"])
    assert [f.fingerprint for f in found_by("house-boilerplate", given, ["0.md", "2.md"])] == [told.fingerprint]


def test_a_line_of_the_house_in_other_words_is_not_told_in_each_story() -> None:
    given = {
        f"{n}.md": article(OWN[n], OWN[n + 1], SHARED, OWN[(n + 5) % 10], date=f"2025-0{n + 1}-01")
        for n in (0, 2, 4, 6, 8)
    }
    given["late.md"] = article(OWN[9], SHARED.replace("in all", "altogether"), OWN[3], date="2025-10-02")
    assert not [f for f in found_by("recycled-paragraph", given, ["late.md"]) if f.place.line == 7]


def test_a_paragraph_with_a_tenth_of_its_words_changed_is_found_across_articles() -> None:
    changed = SHARED.replace("in all", "altogether").replace("names four", "appoints four")
    given = {
        "a.md": article(OWN[0], SHARED, date="2025-03-04"),
        "b.md": article(OWN[1], changed, OWN[3], date="2025-06-17"),
    }
    (told,) = found_by("recycled-paragraph", given)
    assert told.place.path == "b.md"
    assert "published 2025-03-04" in told.message


def test_a_paragraph_with_another_figure_is_left_to_the_checks_of_figures() -> None:
    line = (
        "The tunnel under the sound was opened after 12 years of work, and its 3 tubes carry cars, lorries and trains "
        "between Portmere and the outer islands at all hours."
    )
    given = {
        "a.md": article(OWN[0], line, date="2025-03-04"),
        "b.md": article(OWN[1], line.replace("12", "14"), OWN[3], date="2025-06-17"),
    }
    assert not found_by("recycled-paragraph", given)


def test_words_of_a_speaker_reported_again_are_not_recycled() -> None:
    words = "“We waited ten years for this wall, the wall did not wait with us, and now the sea is in our kitchens,”"
    given = {
        "a.md": article(OWN[0], f"{words} Velde said at the town hall on Monday.", date="2025-03-04"),
        "b.md": article(OWN[1], f"{words} the chairwoman had told the town hall.", OWN[3], date="2025-06-17"),
    }
    assert not found_by("recycled-paragraph", given)


def test_a_list_in_two_articles_is_not_recycled() -> None:
    line = "Portmere Rovers: Holt; Aske, Lund, Rask, Berg; Velde, Moen, Dahl; Sand, Vik, Strand; subs Lie, Bakke, Haug"
    given = {
        "a.md": article(OWN[0], line, date="2025-03-04"),
        "b.md": article(OWN[1], line, OWN[3], date="2025-06-17"),
    }
    assert not found_by("recycled-paragraph", given)


def test_an_article_split_into_other_paragraphs_is_the_same_article() -> None:
    given = {
        "one.md": article(*OWN, date="2025-03-04"),
        "two.md": article(" ".join(OWN[:3]), " ".join(OWN[3:4]), " ".join(OWN[4:9]), OWN[9], date="2025-03-04"),
    }
    (told,) = found_by("article-filed-twice", given)
    assert told.data["share"] >= 80
    assert not found_by("recycled-paragraph", given)


def test_copy_of_an_agency_without_its_name_is_a_note_and_with_it_none() -> None:
    wire = article(f"PORTMERE (Reuters) - {OWN[0]}", SHARED, OWN[1], date="2025-03-04")
    lifted = article(OWN[4], OWN[5], SHARED, date="2025-03-04")
    credited = article(OWN[4], OWN[5], SHARED, "Reuters contributed to this report.", date="2025-03-04")
    (told,) = found_by("uncredited-wire-copy", {"wire.md": wire, "own.md": lifted})
    assert (told.level, told.place.path, told.data["agency"]) == ("note", "own.md", "Reuters")
    assert not found_by("uncredited-wire-copy", {"wire.md": wire, "own.md": credited})


def found_by(rule: str, given: dict[str, bytes], targets: list[str] | None = None) -> list[Finding]:
    """What one rule finds across the articles."""
    workshop = workshop_of(Setup(Config(select=(rule,))))
    return list(run(workshop, targets or sorted(given), sorted(given), given=given).findings)
