"""One name, two spellings: what is flagged, how strongly, and what stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.checks.name_likeness import deletions, inflection, near, nicknamed, one_edit, skeleton, sound
from lintnews.config import Config
from lintnews.engine import run
from lintnews.register import Person, Register
from lintnews.report import Finding
from lintnews.setup import Setup, workshop_of
from lintnews.workshop import Workshop

WORDS = st.text(alphabet="abcde", min_size=1, max_size=8)


def findings(articles: dict[str, str], register: Register | None = None) -> list[tuple[str, str, str, str]]:
    """Rule, path, spelling here, spelling there."""
    return [(f.rule, f.place.path, f.data["here"], f.data["there"]) for f in full_findings(articles, register)]


def full_findings(articles: dict[str, str], register: Register | None = None) -> list[Finding]:
    workshop = workshop_of(Setup(Config(select=("names",))))
    if register is not None:
        rules = [rule for job in workshop.jobs for rule in job.rules]
        workshop = Workshop(workshop.registry, rules, register)
    given_bytes = {path: text.encode() for path, text in articles.items()}
    return list(run(workshop, sorted(articles), given=given_bytes).findings)


def one(text: str) -> list[tuple[str, str, str]]:
    return [(rule, here, there) for rule, _, here, there in findings({"a.txt": text})]


def test_a_clear_majority_is_an_error_at_the_wrong_mention() -> None:
    text = (
        "Striker Mirko Taldesen scored.\n\nTaldesen ran. Taldesen, tired, sat down.\n\n"
        "The crowd sang as Talldesen left."
    )
    assert one(text) == [("misspelled-name", "Talldesen", "Taldesen")]


def test_pairs_that_can_tell_nothing_are_not_counted_as_compared() -> None:
    articles = {"a.txt": b"Mirko Taldesen sang in Orvik.", "b.txt": b"Gunnar Taldesin rowed to Leskar."}
    report = run(workshop_of(Setup(Config(select=("names",)))), sorted(articles), given=articles)
    assert (report.findings, report.compared) == ((), 0)


def test_the_misspelled_full_name_is_wrong_where_the_bare_ones_agree() -> None:
    text = "Striker Mirko Taldesin scored.\n\nTaldesen ran. Then Taldesen sat down. Later Taldesen, tired, slept."
    assert ("misspelled-name", "Mirko Taldesin", "Mirko Taldesen") in one(text)


def test_one_against_one_is_a_warning() -> None:
    assert one("Gunnar Hjelmvik built it.\n\nThey praised Gunnar Hjelmvick.") == [
        ("name-spelled-two-ways", "Gunnar Hjelmvick", "Gunnar Hjelmvik")
    ]


def test_a_misspelled_place_and_company() -> None:
    text = (
        "Ferries leave Skarvoy Harbour daily. Skarvoy Harbour is old.\n\nSkarvoy Harbour froze. Skravoy Harbour thawed."
    )
    assert ("misspelled-name", "Skravoy Harbour", "Skarvoy Harbour") in one(text)


@pytest.mark.parametrize(
    "text",
    [
        "Eric Vandelmoor and his sister Erica Vandelmoor came. Eric Vandelmoor left. Eric Vandelmoor ran.",
        "Senator Michael Corran of Ohio rose. Ambassador Michael Corvan, the envoy, sat. Senator Michael Corran spoke.",
        "William Hjelmvik sang. Bill Hjelmvik danced. Bill Hjelmvik slept.",
        "Northeast Skarvoy froze. Northwest Skarvoy thawed. Northeast Skarvoy rose.",
        "The Skarvoy Theatre opened. The Skarvoy Theater closed.",
        "Pine Street flooded. Then Pike Street flooded.",
        "London Meat Futures rose, and Soya Meal Futures fell.",
        "Editor K.L. Vastbeek rang J.L. Ostramar. K.L. wrote. J.L. read.",
        "Ferries leave Port Arkel at noon. They come back to Port ArkelIt is late by then.",
        "Gerald Ostramar sang. The house stands at 14 Gherald in Dellbury.",
        "Gerda Kenlisk sang. Kensitt is a town. The Kensitt mill burned.",
        "George W. Hollant sang. George H. Hollont danced. George W. Hollant slept.",
        "Robert Boone Jr. sang. Robert Boone Sr. danced.",
        "Saudi Arabia signed. A Saudi Arabian ship sailed from Saudi Arabia.",
        "North Harbour won. South Harbour lost. North Harbour sang.",
        "Majority Leader Ann Doster met Minority Leader Ed Foster.",
        "Lorena Vastbeek won. The Vastbeeks cheered. Vastbeek's dog barked.",
        "Lorena Vastbeek won. Lorena Vastbeek sang. Lorena Vastbeek ran. They wrote Lorrena Vastbeek [sic].",
        "Shane Horgan will play.\n\nMunster: Shealan, Horan, Callan, Millar, Easton, Humber.",
    ],
)
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert one(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "pair"),
    [
        ("Rock Vrasmet Interiors Inc fell. Rick Vrasmet Interiors Inc rose.", "two-ways", ("Rick", "Rock")),
        ("Dellbury Revised Statute 9 held. Dellbury Revised Statue 10 did not.", "two-ways", ("Statue", "Statute")),
        ("Shares of Oldvik World Inc rose. Oldvik Wold Inc opened a park.", "two-ways", ("Wold", "World")),
        ("Diamanz Boarx rose. Diamanz Boarx fell. Then Diamanz Board merged.", "two-ways", ("Board", "Boarx")),
        ("Malisha Brattvaag, 9, ran. Police found Milashah Brattvaag, 9.", "two-ways", ("Milashah", "Malisha")),
        ("Lieutenant Eliza Bobrane fired. Lieutenant Liza Bobrane wrote it up.", "two-ways", ("Liza", "Eliza")),
        ("Steve Hjelmvik sang. Steven Hjelmvik danced. Steven Hjelmvik slept.", "similar-names", ("Steve", "Steven")),
    ],
)
def test_names_that_hang_together_are_compared_though_both_odd_words_are_known(
    text: str, rule: str, pair: tuple[str, str]
) -> None:
    ((found, here, there),) = one(text)
    assert found.endswith(rule)
    assert {pair[0] in here.split(), pair[1] in there.split()} == {True}


def test_an_unknown_given_name_before_a_known_one_belongs_to_the_name() -> None:
    text = "Rhebra Mae Dunmorrow sang. Rhebra Mae Dunmorow danced. Olympian Mae Dunmorrow slept."
    assert [there for _, _, there in one(text)] == ["Rhebra Mae Dunmorrow"]


def test_one_slip_is_told_once_though_it_differs_inside_the_article_and_from_others() -> None:
    two = story("Hedvika Ostrmar", "closed", 8).replace("hall.", "hall.\n\nJudge Hedvika Ostramar left.")
    articles = {
        "a.md": story("Hedvika Ostramar", "opened", 6),
        "b.md": story("Hedvika Ostramar", "went", 7),
        "c.md": two,
    }
    (finding,) = full_findings(articles)
    assert (finding.rule, finding.data["here"]) == ("misspelled-name", "Hedvika Ostrmar")
    assert {r.place.path for r in finding.related} >= {"a.md", "b.md"}


def test_a_middle_name_is_not_held_against_a_first_name() -> None:
    one_day = story("Hedvik James Ostramar", "opened", 6)
    assert findings({"a.md": one_day, "b.md": story("Jame Ostramar", "closed", 8)}) == []


def test_two_makers_of_one_name_who_are_introduced_alike_are_a_note() -> None:
    one_day = "---\ndate: 2024-03-02\n---\nCouncillor Tamrick Oldervane mended the weir at Dellbury on Friday."
    another = "---\ndate: 2024-11-20\n---\nTaxes will rise in spring. Councillor Tamrick Oldervine voted for it."
    assert [rule for rule, *_ in findings({"a.md": one_day, "b.md": another})] == ["similar-names"]
    baker = another.replace("Councillor", "Baker")
    assert findings({"a.md": one_day, "b.md": baker}) == []


STORY = "The inquiry into the Skarvoy ferry fire {} on {} before Judge {} in Skarvoy harbour hall."


def story(name: str, what: str, day: int) -> str:
    return f"---\ntitle: Ferry inquiry in Skarvoy\ndate: 2024-05-0{day}\n---\n{STORY.format(what, 'Monday', name)}\n"


def test_two_articles_on_the_story_outweigh_a_third() -> None:
    articles = {
        "a.md": story("Hedvika Ostramar", "opened", 6),
        "b.md": story("Hedvika Ostramar", "went on", 7),
        "c.md": story("Hedvika Ostrmar", "closed", 8),
    }
    assert findings(articles) == [("misspelled-name", "c.md", "Hedvika Ostrmar", "Hedvika Ostramar")]


def test_articles_on_other_things_say_nothing() -> None:
    articles = {
        "a.md": story("Hedvika Ostramar", "opened", 6),
        "b.md": "---\ndate: 2023-01-02\n---\nGardener Hedvika Ostrmar grew the longest marrow at the Dellbury show.\n",
    }
    assert findings(articles) == []


def test_an_unusual_name_needs_one_companion_and_a_like_one_the_age() -> None:
    spring = "---\ndate: 2024-03-02\n---\nCaptain Tamrick Oldervane, 31, mended the weir. Farmer Ilse Morvath had come."
    autumn = "---\ndate: 2024-11-20\n---\nHunters cheered Captain Tamrik Oldervane in court, where Ilse Morvath wept."
    assert [(rule, here) for rule, _, here, _ in findings({"a.md": spring, "b.md": autumn})] == [
        ("name-spelled-two-ways", "Tamrik Oldervane")
    ]
    alone = autumn.replace("Ilse Morvath", "the widow").replace("cheered Captain", "cheered Judge")
    assert findings({"a.md": spring, "b.md": alone}) == []
    aged = alone.replace("cheered Judge", "cheered the 31 year old Judge")
    assert [f.data["here"] for f in full_findings({"a.md": spring, "b.md": aged})] == ["Tamrik Oldervane"]


def test_the_spelling_of_most_articles_is_right_even_where_one_of_them_is_alike() -> None:
    story = "Judge Hedvika {} opened the inquiry into the Skarvoy ferry fire in Skarvoy harbour hall. Hedvika {} spoke."
    report = "Judge Hedvika Ostrmar opened the inquiry into the Skarvoy ferry fire in Skarvoy harbour hall."
    articles = {f"{day}.txt": story.format("Ostramar", "Ostramar") for day in "abc"}
    assert {(f.rule, f.place.path) for f in full_findings({**articles, "d.txt": report})} == {
        ("misspelled-name", "d.txt")
    }


def test_a_trade_and_its_plural_are_no_given_names() -> None:
    text = "{} Skarvoy Ladder cut the odds on Hedvika Ostramar and Ilse Morvath."
    assert findings({"a.txt": text.format("Bookmaker"), "b.txt": text.format("Bookmakers")}) == []


def test_the_register_outweighs_any_majority_and_its_fix_is_safe() -> None:
    register = Register(people=(Person("Hedvika Ostrmar"),))
    articles = {
        "a.md": story("Hedvika Ostramar", "opened", 6),
        "b.md": story("Hedvika Ostramar", "went on", 7),
        "c.md": story("Hedvika Ostrmar", "closed", 8),
    }
    found = full_findings(articles, register)
    assert [(f.place.path, f.data["there"], f.data["reason"]) for f in found] == [
        ("a.md", "Hedvika Ostrmar", "the register"),
        ("b.md", "Hedvika Ostrmar", "the register"),
    ]
    assert all(f.fix is not None and f.fix.safe for f in found)


def test_two_registered_people_are_two() -> None:
    register = Register(people=(Person("Hedvika Ostrmar"), Person("Hedvika Ostramar")))
    assert findings({"a.txt": "Hedvika Ostramar came. Hedvika Ostrmar left. Hedvika Ostramar sang."}, register) == []


@given(WORDS, WORDS)
def test_one_edit_is_osa_distance_one(a: str, b: str) -> None:
    from rapidfuzz.distance import OSA

    assert one_edit(a, b) == (OSA.distance(a, b) == 1)
    assert bool(near(a, b, 1)) >= one_edit(a, b)


@given(WORDS, st.data())
def test_words_one_edit_apart_share_a_deletion(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    changed = word[:at] + data.draw(st.sampled_from("abcdez")) + word[at + 1 :]
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    for other in (changed, swapped, word[:at] + word[at + 1 :], word[:at] + "z" + word[at:]):
        assert set(deletions(word)) & set(deletions(other))


@pytest.mark.parametrize(
    ("a", "b"), [("qaddafi", "kaddafi"), ("youssef", "yusseff"), ("garry", "gary"), ("erica", "erika")]
)
def test_spellings_of_one_sound_share_a_key(a: str, b: str) -> None:
    assert skeleton(a)[1:] == skeleton(b)[1:]
    assert sound("garry") == sound("gary")


def test_inflections_and_short_forms() -> None:
    assert inflection("korea", "korean")
    assert inflection("taldesen", "taldesens")
    assert not inflection("saudi", "saudia") or not inflection("philadelphia", "philadelpha")
    assert nicknamed("steve", "steven", {"steven": "steve"})
    assert not nicknamed("sara", "sarah", {"sarah": "sara"})
