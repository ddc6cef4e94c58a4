"""Figures: value, interval, kind, unit, noun and role, and the numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.extract import dates, figures
from lintnews.extract.draft import Draft
from lintnews.extract.numerals import numeral
from lintnews.lexicon import lexicon
from lintnews.model import Article, Figure, Paragraph, Sentence


def found(text: str) -> tuple[Figure, ...]:
    draft = Draft(Article("a.txt", text, text, (Paragraph(0, len(text)),)), lexicon("en"))
    draft.sentences = (Sentence(0, len(text), 0),)
    draft.dates = dates.extract(draft)
    return figures.extract(draft)


@pytest.mark.parametrize(
    ("text", "words", "value", "kind", "unit"),
    [
        ("They sold 1.2 million tickets.", "1.2 million", 1_200_000, "count", None),
        ("It costs $33m.", "$33m", 33_000_000, "money", "USD"),
        ("It costs US$ 40 million.", "US$ 40 million", 40_000_000, "money", "USD"),
        ("It costs A$5.5bn.", "A$5.5bn", 5_500_000_000, "money", "AUD"),
        ("It costs EUR2.4bn.", "EUR2.4bn", 2_400_000_000, "money", "EUR"),
        ("It costs 45 million pounds.", "45 million pounds", 45_000_000, "money", "GBP"),
        ("Profit was 12 mln dlrs.", "12 mln dlrs", 12_000_000, "money", "USD"),
        ("A share costs 63 cents.", "63 cents", 0.63, "money", "USD"),
        ("It rose 5.2 pct.", "5.2 pct", 5.2, "percent", "%"),
        ("It rose 7 per cent.", "7 per cent", 7, "percent", "%"),
        ("It rose 2.3 percentage points.", "2.3 percentage points", 2.3, "points", "point"),
        ("It took 3 1/2 hours.", "3 1/2 hours", 3.5, "duration", "hour"),
        ("Half a dozen men came.", "Half a dozen", 6, "count", None),
        ("Two-thirds of voters agree.", "Two-thirds", 2 / 3, "percent", None),
        ("One in five children is ill.", "One in five", 0.2, "percent", None),
        ("It has two hundred and fifty thousand readers.", "two hundred and fifty thousand", 250_000, "count", None),
        ("The budget is Rs 5 lakh crore.", "Rs 5 lakh crore", 5e12, "money", "INR"),
        ("The 10-year-old boy fell.", "10-year-old", 10, "age", "year"),
        ("Anna Berg, 45, spoke.", "45", 45, "age", "year"),
        ("She was 23 when she left.", "23", 23, "age", "year"),
        ("He is aged 81.", "81", 81, "age", "year"),
        ("They walked 22km.", "22km", 22, "measure", "km"),
        ("It does 60 miles per hour.", "60 miles per hour", 60, "measure", "mph"),
        ("It was -5 C or 23 F.", "23 F", 23, "measure", "fahrenheit"),
        ("It was -5 C or 23 F.", "-5 C", -5, "measure", "celsius"),
        ("A five-year contract was signed.", "five-year", 5, "duration", "year"),
        ("About 60 people a day come.", "60", 60, "rate", None),
        ("The rate is .25 per cent.", ".25 per cent", 0.25, "percent", "%"),
        ("They paid a $3500 fine.", "$3500", 3500, "money", "USD"),
        ("They paid A$3500.", "A$3500", 3500, "money", "AUD"),
        ("The balance was $-40.5bn.", "$-40.5bn", -40_500_000_000, "money", "USD"),
        ("The shares closed at RM3.45.", "RM3.45", 3.45, "money", "MYR"),
        ("The takeover cost PS6.4bn.", "PS6.4bn", 6_400_000_000, "money", "GBP"),
        ("It was minus-12 degrees Celsius.", "12 degrees Celsius", -12, "measure", "celsius"),
        ("The phone stores 48GB.", "48GB", 48, "measure", "gb"),
        ("They fitted a 12W lamp.", "12W", 12, "measure", "w"),
        ("The flat has 41m2.", "41m2", 41, "measure", "m2"),
        ("The river holds 3.2 mg/l of lead.", "3.2 mg/l", 3.2, "measure", "mg/l"),
        ("He lifted 300 pounds of flour.", "300 pounds", 300, "measure", "lb"),
        ("A 12-pound fish was caught.", "12-pound", 12, "measure", "lb"),
        ("The fine was 300 pounds.", "300 pounds", 300, "money", "GBP"),
        ("They cut 20 pounds of public money.", "20 pounds", 20, "money", "GBP"),
        ("It is a quarter of a mile away.", "a quarter", 0.25, "measure", "mile"),
        ("Life expectancy there is 71.", "71", 71, "age", "year"),
        ("The pension age will rise from 64 to 67.", "67", 67, "age", "year"),
        ("The grain weighs 2.5×10−3 grams.", "2.5×10−3 grams", 0.0025, "measure", "g"),
        ("Prices moved +0.4%.", "0.4%", 0.4, "percent", "%"),
        ("Cotton closed at 17-1/4 cts.", "17-1/4 cts", 0.1725, "money", "USD"),
        ("Sales rose from 3.1 to 4.5 percent.", "3.1", 3.1, "percent", "%"),
        ("Its value rose from 24 to 31 billion euros.", "24", 24_000_000_000, "money", "EUR"),
        ("She went from 90 kilos to 74 in a year.", "74", 74, "measure", "kg"),
        ("He raised 210 million of the 900 million euros he needs.", "210 million", 210_000_000, "money", "EUR"),
        ("Dozens of boats sank.", "Dozens", 12, "count", None),
        ("It cost two and a half million pounds.", "two and a half million pounds", 2_500_000, "money", "GBP"),
        ("He bought a 42in screen.", "42in", 42, "measure", "inch"),
        ("It fell to minus 12C. Then it rose.", "12C", -12, "measure", "celsius"),
        ("It was hot (104F) there.", "104F", 104, "measure", "fahrenheit"),
        ("The 4,500-square-foot house burnt.", "4,500-square-foot", 4500, "measure", "ft2"),
        ("A magnitude-6.3 earthquake struck.", "6.3", 6.3, "count", None),
        ("Nine out of 10 voters agree.", "Nine out of 10", 0.9, "percent", None),
        ("One in 10 men is ill.", "One in 10", 0.1, "percent", None),
        ("It won two in 10 games.", "two", 2, "count", None),
        ("Turnout was 61 per cent, up from 58 then.", "58", 58, "percent", "%"),
        ("It costs 2,29 euros.", "2,29 euros", 2.29, "money", "EUR"),
        ("Rs 500 crore is missing.", "Rs 500 crore", 5e9, "money", "INR"),
        ("It will save three mln dlrs.", "three mln dlrs", 3_000_000, "money", "USD"),
        ("Shr 82 cts vs 57.", "57", 0.57, "money", "USD"),
        ("The rate fell to 40 pct from 44 then.", "44", 44, "percent", "%"),
        ("Costs grew to 550 billion yen from a planned 532 billion.", "532 billion", 532e9, "money", "JPY"),
        ("They fined it 5 billion won.", "5 billion won", 5e9, "money", "KRW"),
        ("He took 5 dollars from 12 men.", "12", 12, "count", None),
    ],
)
def test_a_figure_is_read(text: str, words: str, value: float, kind: str, unit: str | None) -> None:
    figure = next(f for f in found(text) if f.text == words)
    assert (round(figure.value, 6), figure.kind, figure.unit) == (round(value, 6), kind, unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("396 officers came.", 396, 396),
        ("nearly 400 officers came.", 360, 400),
        ("about 1,000 officers came.", 750, 1250),
        ("more than 578,000 people fled.", 578_000, None),
        ("at least 115 people died.", 115, None),
        ("up to 80 people died.", None, 80),
        ("12,000 people came.", 11_500, 12_500),
        ("10-15 people came.", 10, 15),
        ("between 10 and 20 people came.", 10, 20),
        ("two or three people came.", 2, 3),
        ("dozens of people came.", 24, 99),
        ("tens of thousands of people came.", 20_000, 99_999),
        ("It costs $2 to $3 million.", 2_000_000, 3_000_000),
        ("Prices rose between 5% and 6%.", 5, 6),
        ("Homes cost between seven to 10 million dollars.", 7_000_000, 10_000_000),
        ("Prizes ranging from $300 to $4 million wait.", 300, 4_000_000),
        ("It takes a 10- to 15-minute walk.", 10, 15),
        ("It expects US$ 70 to US$ 80 million.", 70_000_000, 80_000_000),
        ("Costs rose by 5 to 10 per cent.", 5, 10),
        ("It fell to sub-7 degrees.", None, 7),
        ("The 300-plus guests left.", 300, None),
        ("The 300+ guests left.", 300, None),
        ("They saw ~40 boats.", 35, 45),
        ("They stayed 20 years or more.", 20, None),
        ("They counted a few thousand birds.", 2000, 9999),
        ("Fewer than 1 in 4 men came.", None, 0.25),
    ],
)
def test_the_interval_is_what_the_words_leave_open(text: str, low: float | None, high: float | None) -> None:
    (figure,) = found(text)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "subject", "role"),
    [
        ("An additional 600 Morvian police officers will come.", "officers", "increment"),
        ("400 more soldiers will come.", "soldiers", "increment"),
        ("In all, a total of 90 drivers were asked.", "drivers", "total"),
        ("This brings the number of nurses in the valley to 396.", None, "total"),
        ("It sent 40 of the boats.", None, "part"),
        ("The toll rose by 12 people.", "people", "change"),
        ("74 people were known to be ill.", "people", "plain"),
        ("The song was heard by 12 judges.", "judges", "plain"),
        ("They have lost 12 players.", "players", "plain"),
        ("The krona lost 12% against the dollar.", None, "change"),
        ("They signed up 300 members.", "members", "plain"),
        ("Doctors found 40 new infections.", "infections", "increment"),
        ("The fair shows 40 new gadgets.", "gadgets", "plain"),
        ("They want to raise the tax to 50%.", None, "plain"),
        ("About 60% regarded themselves as poor.", None, "plain"),
        ("It is sold every 12 seconds. Another shop has none.", None, "plain"),
    ],
)
def test_noun_and_role(text: str, subject: str | None, role: str) -> None:
    (figure,) = found(text)
    assert (figure.subject, figure.role) == (subject, role)


@pytest.mark.parametrize(
    "text",
    [
        "Resolution No. 2699 was adopted.",
        "Flight 370 was late.",
        "They won 3-2 on Saturday.",
        "It begins at 16:00.",
        "It begins at 5pm.",
        "The F-16 and the COVID-19 test are new.",
        "Nobody forgot 9/11.",
        "The shop is open 24/7.",
        "Call 555-123-4567 for more.",
        "The 5G network is new.",
        "It was built in 1931.",
        "The singer 50 Cent came with One Direction.",
        "They live at 22 Willow Road and 9 E 41st St.",
        "In the 90210 ZIP code it rained.",
        "The new 737 Max was late.",
        "The COVID -19 test is new.",
        "The PS3 sold well.",
        "It was built in World War Two.",
        "They freed the Lorne Four.",
        "The song went to number two.",
        "She lost in round one.",
        "It was a one-off event.",
        "A five-for-four split was agreed.",
        "The Channel 4 viewers saw it.",
        "Call +44 20 7946 0000 or 0800 123 456.",
        "They fell into the bottom three.",
        "They are in the last 16.",
        "The S&P 500 was flat.",
        "Seas may rise by 2120.",
        "The firm's 2018 sales were poor.",
        "No one came, and this one stayed.",
    ],
)
def test_names_times_scores_and_years_are_no_figures(text: str) -> None:
    assert found(text) == ()


def test_a_move_between_two_ranges_is_two_figures() -> None:
    figures = found("It cut its forecast from 6 to 9 per cent to 2 to 4 per cent.")
    assert [(f.low, f.high, f.unit) for f in figures] == [(6, 9, "%"), (2, 4, "%")]


def test_a_rise_by_one_sum_to_another_is_no_range() -> None:
    figures = found("The gap rose by $43 billion to $419 billion.")
    assert [f.value for f in figures] == [43e9, 419e9]


def test_the_decimal_comma_is_read_where_the_language_writes_it() -> None:
    text = "Das kostet 1.234,5 Euro und 3,5 Prozent."
    draft = Draft(Article("a.txt", text, text, (Paragraph(0, len(text)),), language="de"), lexicon("de"))
    draft.sentences = (Sentence(0, len(text), 0),)
    assert [f.value for f in figures.extract(draft)] == [1234.5, 3.5]


def test_a_list_of_countries_keeps_its_numbers() -> None:
    assert [f.value for f in found("Ghana sent 1,200, Nepal 500 and Zambia 350.")] == [1200, 500, 350]


@given(st.integers(1, 999_999_999))
def test_digits_with_separators_have_their_value(number: int) -> None:
    read = numeral(f"{number:,}", 0)
    assert read is not None
    assert read.value == number
    assert number % read.step == 0


@given(
    st.integers(1, 10**6), st.sampled_from(["", "about ", "nearly ", "more than ", "at least ", "up to ", "just over "])
)
def test_the_number_as_written_lies_in_its_own_interval(number: int, words: str) -> None:
    (figure,) = found(f"They counted {words}{number:,} birds there.")
    assert figure.low is None or figure.low <= figure.value
    assert figure.high is None or figure.value <= figure.high


@given(st.text(alphabet="0123456789.,-–/$£% milonbhuredtwo'\n", max_size=200))
def test_any_text_is_read_without_harm(text: str) -> None:
    last = 0
    for figure in found(text):
        assert last <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.text
        last = figure.end
