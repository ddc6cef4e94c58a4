"""What people read: lintnews.reporters.full and lintnews.reporters.concise, over lintnews.reporters.summary."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from lintnews.contract import RenderOptions
from lintnews.report import Failure, RelatedPlace, Report
from lintnews.reporters import concise, full, github
from tests.reports import finding, hostile, pair, place, report, rule


def test_full_shows_both_lines_marks_fix_and_reason() -> None:
    assert full.render(report(pair()), RenderOptions(rules=(rule(),))) == (
        'news/one.md:3:11: error[odd-name] "Brandt" is spelled "Brant" in news/two.txt:3\n'
        "3 | Mayor Ida Brandt opened the quay on Monday.\n"
        "  |           ^^^^^^\n"
        '  = news/two.txt:3:11: spelled "Brant" here\n'
        "3 | Mayor Ida Brant left before the speech.\n"
        "  |           -----\n"
        '  = fix: write "Brant" (--fix --unsafe-fixes)\n'
        "  = why: Names are how readers find people.\n"
        "\n"
        "Found 1 error in 5 articles.\n"
        "Can be mended: 1 with --fix --unsafe-fixes.\n"
    )


def test_the_reason_is_told_once_a_rule() -> None:
    assert full.render(report(pair(), pair()), RenderOptions(rules=(rule(),))).count("why:") == 1


def several() -> Report:
    """Four findings of one rule in one file, two of them on the same words, and one in another file."""
    source = "Officials said so.\nResidents said so.\nDoctors said so.\nResidents said no.\n"
    places = [place("a.txt", source, words) for words in ("Officials", "Residents", "Doctors", "Residents said no")]
    last = msgspec.structs.replace(places[3], mark=(0, len("Residents")))
    here = [finding(at, level="note") for at in (*places[:3], last)]
    return report(*here, finding(place("b.txt", source, "Officials"), level="note"))


def test_a_rule_that_gathers_is_told_once_a_file_with_its_other_places() -> None:
    options = RenderOptions(rules=(rule(gather=True),))
    told = 'also "Residents" in lines 2, 4; "Doctors" in line 3'
    assert concise.render(several(), options).splitlines() == [
        f"a.txt:1:1: note[odd-name] a message ({told})",
        "b.txt:1:1: note[odd-name] a message",
        "Found 5 notes (3 of them beside another) in 5 articles.",
    ]
    assert f"  = {told}\n" in full.render(several(), options)
    assert len(github.render(several(), options).splitlines()) == 2
    assert github.render(several(), options).splitlines()[0].endswith(f"a message%0A{told}")


def test_a_rule_that_does_not_gather_is_told_at_each_place() -> None:
    assert len(concise.render(several(), RenderOptions(rules=(rule(),))).splitlines()) == 6


def test_marks_stand_under_the_words_after_wide_characters() -> None:
    source = "東京 said Brandt\n"
    lines = full.render(report(finding(place("a.txt", source, "Brandt"))), RenderOptions()).splitlines()
    assert lines[1] == "1 | 東京 said Brandt"
    assert lines[2] == "  |           ^^^^^^"  # 4 columns for 2 wide characters, then " said "


def test_a_long_paragraph_is_cut_around_the_place() -> None:
    source = f"{'word ' * 200}Brandt {'more ' * 200}\n"
    lines = full.render(report(finding(place("a.txt", source, "Brandt"))), RenderOptions(width=80)).splitlines()
    assert len(lines[1]) <= 84
    start = lines[2].index("^")
    assert lines[1][start : start + 6] == "Brandt"


def test_a_long_place_shows_its_beginning_and_its_end() -> None:
    source = f"first {'word ' * 200}last\n"
    lines = full.render(report(finding(place("a.txt", source, source.strip()))), RenderOptions()).splitlines()
    assert lines[1].startswith("1 | first")
    assert lines[1].endswith("last")
    assert len(lines[1]) <= 104


def test_the_same_words_of_one_file_are_shown_once() -> None:
    source = "".join(f"Brandt {number}\n" for number in range(5))
    places = [place("b.txt", source, f"Brandt {number}") for number in range(5)]
    places = [msgspec.structs.replace(p, end=p.start + 6, mark=(0, 6)) for p in places]
    sides = [RelatedPlace(p, "and here") for p in places]
    text = full.render(report(finding(places[0], *sides)), RenderOptions())
    assert text.count("and here") == 1
    assert "  = and again in lines 2, 3, 4, 5\n" in text


def test_a_place_over_several_lines_says_to_which() -> None:
    source = "one two\nthree four\n"
    text = full.render(report(finding(place("a.txt", source, "two\nthree"))), RenderOptions())
    assert "    ^^^ to line 2" in text


def test_a_clean_run_says_what_it_looked_at() -> None:
    for module in (full, concise):
        assert module.render(report(), RenderOptions()) == ("All clear: 5 articles, 24 rules, 1,312 pairs compared.\n")
    assert full.render(report(corpus=9), RenderOptions()).startswith("All clear: 5 articles (beside 4 others")
    assert full.render(report(), RenderOptions(summary=False)) == ""


def test_a_run_with_failures_is_not_all_clear() -> None:
    text = full.render(report(failures=(Failure("a.md", "can't be read"),)), RenderOptions())
    assert text == "No findings, but 1 failure: not everything was checked.\n"


def test_the_summary_counts_levels_and_what_is_hidden() -> None:
    warning = finding(place("a.txt", "x y", "x"), level="warning")
    text = concise.render(report(pair(), warning, warning, suppressed=2, baselined=1), RenderOptions())
    assert text.splitlines()[-2] == ("Found 1 error, 2 warnings in 5 articles. (2 suppressed, 1 in the baseline)")


@pytest.mark.parametrize("module", [full, concise])
def test_control_characters_of_articles_never_reach_the_terminal(module: object) -> None:
    text = module.render(hostile(), RenderOptions(rules=(rule(),)))  # type: ignore[attr-defined]
    assert not [c for c in text if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c == "\u202e"]
    assert "\\x1b]0;owned\\x07" in text


def test_colours_come_only_when_asked_for() -> None:
    assert "\x1b[" not in full.render(report(pair()), RenderOptions())
    coloured = full.render(report(pair()), RenderOptions(color=True))
    assert "\x1b[1;31merror[odd-name]\x1b[0m" in coloured


def test_concise_is_one_line_a_finding() -> None:
    there = RelatedPlace(place("b.txt", "x", "x"), "here")
    text = concise.render(report(finding(place("a.txt", "x", "x"), there)), RenderOptions(summary=False))
    assert text == "a.txt:1:1: error[odd-name] a message\n"


@pytest.mark.parametrize("render", [full.render, concise.render])
def test_of_many_findings_of_one_rule_in_one_file_the_first_are_shown_and_the_others_counted(
    render: Callable[[Report, RenderOptions], str],
) -> None:
    told = render(report(*[pair()] * 60), RenderOptions())
    assert told.count("is spelled") == 50
    assert "news/one.md: 10 more of [odd-name]" in told
    assert "Found 60 errors" in told
    assert "more of" not in render(report(*[pair()] * 50), RenderOptions())
