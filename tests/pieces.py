"""Articles made of pieces that agree and disagree with each other: the material of the property tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

UNRELATED = "The market square stayed quiet through the afternoon, and the bakers shut their doors at the usual hour."

PARAGRAPHS = (
    "Mayor Teodor Maslenka opened the new Portmere ferry terminal on Tuesday, March 4, 2025.",
    "Mayor Teodor Maslenko opened the new Portmere ferry terminal on Tuesday, March 4, 2025.",
    "Maslenka said the terminal had cost 12 million euros and had been built by 340 workers.",
    "The terminal cost 15 million euros, Teodor Maslenka told reporters in Portmere.",
    "The Harbour Safety Board (HSB) counted 48 injured passengers after the collision off Portmere.",
    "The Port Safety Bureau (HSB) counted 61 injured passengers after the collision off Portmere.",
    "The first ferry left Portmere on June 24, 2025, with 210 passengers on board, the harbour office said.",
    "The first ferry left Portmere on June 25, 2025, with 210 passengers on board, the harbour office said.",
    "Critics say the council has wasted the money of the taxpayers for years.",
    '"Nobody asked us whether we wanted a terminal," a source said.',
    "Read more: How the ferry came to Portmere",
    "Subscribe to our newsletter to have every story sent to your inbox.",
    "The council organised a vote on Wednesday, March 4, 2025, and recognized the result.",
    "Fishermen in the old harbour have mended their own nets since their grandparents' days, and they mean to go on.",
    "Fishermen in the old harbour have mended their own nets since their grandparents’ days, and they mean to go on.",
    "The U.N. sent peace-keeping officers; the UN calls it peacekeeping.",
    "Yesterday the ferry carried 300 cars, 120 of them from Eastholm and 190 from Portmere.",
)
DATES = ("", "2025-03-05", "2025-06-26", "2025-06-27")


def article(paragraphs: list[str], date: str = "", title: str = "") -> bytes:
    """A Markdown article with front matter where there is something to put there."""
    head = [f"date: {date}"] * bool(date) + [f"title: {title}"] * bool(title)
    front = "---\n" + "\n".join(head) + "\n---\n\n" if head else ""
    return (front + "\n\n".join(paragraphs) + "\n").encode()


articles = st.builds(
    article,
    st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=7),
    st.sampled_from(DATES),
    st.sampled_from(("", "Ferry terminal opens in Portmere")),
)


@st.composite
def corpora(draw: st.DrawFn, most: int = 6) -> dict[str, bytes]:
    """A few articles by path."""
    found = draw(st.lists(articles, min_size=2, max_size=most))
    return {f"news/{number}.md": text for number, text in enumerate(found)}


def many(count: int, chance: random.Random) -> Mapping[str, bytes]:
    """As many articles as are asked for, from a seeded chance."""
    return {
        f"{number:03}.md": article(chance.sample(PARAGRAPHS, chance.randint(2, 7)), chance.choice(DATES))
        for number in range(count)
    }
