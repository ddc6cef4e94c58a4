"""Counts that do not come out: increments and the new total (D14), lists that are counted (D19), points of a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.checks.reckoning import SOFT, Broken, Interval, Line, box, same_measure, span_words, tight
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Figure

_BRINGING = late(
    r"\b(?:brings?|bringing|brought|takes?|taking|took|rais(?:es?|ed|ing)|push(?:es|ed|ing)?|lift(?:s|ed"
    r"|ing)?|swell(?:s|ed|ing)?"
    r"|increas(?:es?|ed|ing))\b(?P<what>[^.;:]{0,70}?)\b(?:up )?to\s(?:a total of\s)?" + SOFT + r"\Z"
)
_TOTALS = late(
    r"\b(?:total|number|toll|count|tally|strength|fleet|sum|amount|force|figure|membership|workforce|collection|stock"
    r"|squad|herd|loan|debt|it|this|them)\b"
)
_MADE = late(r"\b(?:for|making|giving|gives?|makes?) (?:a|the|it a) (?:new |combined )?total (?:of )" + SOFT + r"\Z")
_MORE = late(r"(?:\s[a-z'’-]+)?\s(?:more|additional|further|extra|fresh|new)\b|\s(?:more|further)\b")
_MORE_BEFORE = late(r"\b(?:another|additional|a further|an extra|further|extra)\s" + SOFT + r"\Z")
_ALREADY = late(
    r"\b(?:already|previous|previously|earlier|until now|so far|before|existing|had|first|joined|join"
    r"|initial|original)\b"
)
_FROM = late(r"\bfrom\s" + SOFT + r"\Z")
_WINS = late(r"\swins?\b|\svictor(?:y|ies)\b")
_DRAWS = late(r"\sdraws?\b|\sties?\b")
_POINTS = late(r"\spoints?\b")
_OTHER_GAMES = late(
    r"\b(?:bonus|deduct\w+|rugby|cricket|hockey|overtime|penalt\w+|lead\w*|gap|more"
    r"|points? (?:behind|ahead|clear|above|adrift|short|off))\b"
)
_OPENS = late(r"(?:\s[\w'’-]+){1,4}?(?::|\s?[—–]|\s-|,\snamely)\s")
_ITEM = re.compile(
    r"(?:the )?(?:[A-Z][\w'’.&-]*|\d{2})(?: (?:[A-Z][\w'’.&-]*|of|the|de|la|le|el|al|van|von|der|den|di"
    r"|da|bin|und)){0,4}\Z"
)
_TWO_IN_ONE = re.compile(
    r"\b(?:Trinidad and Tobago|Bosnia and Herzegovina|Antigua and Barbuda|Kitts and Nevis|Turks and Caicos|Principe"
    r"|the Grenadines|Johnson and Johnson|Marks and Spencer|Procter and Gamble|Wallis and Futuna|Tyne and Wear"
    r"|Brighton and Hove|Newfoundland and Labrador|Jammu and Kashmir|Dumfries and Galloway)\b"
)
_REGIONS = frozenset(["ill.", "n.y.", "calif.", "texas", "florida", "ohio", "jr.", "inc.", "ltd.", "sr."])


def broken_counts(line: Line) -> Iterator[Broken]:
    """All increments, lists and tables of a sentence that do not come out."""
    yield from _lists(line)
    if len(line.figures) > 1:
        yield from _increments(line)
        if len(line.figures) > 2 and "point" in line.words:
            yield from _table(line)


def _increments(line: Line) -> Iterator[Broken]:
    """D14: P and D more make T: P + D over both roundings must meet T.

    All are taken to the finest step of the three. P is the number in the same sentence ("from P", "the P already
    there"), else the one other number of the article that counts the same thing; if any of several fits, nothing is
    said. Source: the list of copy desks ("does the total agree?"). Weak: between the two places others may have
    come or gone.
    """
    for index, total in enumerate(line.figures):
        if index == 0 or total.kind not in {"count", "money"}:
            continue
        before = line.before(total, 130)
        bringing = _BRINGING.search(before)
        made = bringing is None and _MADE.search(before)
        if not made and bringing is None:
            continue
        mores = [f for f in line.figures[:index] if _is_more(line, f) and same_measure(f, total)]
        others = [f for f in line.figures if f is not total and f not in mores and same_measure(f, total)]
        if len(mores) != 1:
            continue
        more = mores[0]
        here = [f for f in others if _one_thing(f, more, total) and _is_prior(line, f)]
        named = made or (bringing is not None and _TOTALS.search(bringing["what"]))
        priors = here or (_elsewhere(line, more, total) if named and not others else [])
        if not priors or any(_meets(p, more, total) for p in priors):
            continue
        if not here and len({p.value for p in priors}) > 1:
            continue
        prior = priors[0]
        before_all, added, stated = tight([prior, more, total])
        both = before_all + added
        implied = Interval(stated.low - added.high, stated.high - added.low)
        reason = (
            f"{prior.text} and {more.text} more make {span_words(both)}; "
            f"{total.text} would need {span_words(implied)} before"
        )
        yield Broken(total, span_words(both), reason, (prior, more), strong=False)


def _meets(prior: Figure, more: Figure, total: Figure) -> bool:
    """Whether P + D may be T, all three taken to the finest step of them."""
    before, added, stated = tight([prior, more, total])
    return not (before + added).apart(stated, 0.005)


def _is_more(line: Line, figure: Figure) -> bool:
    if figure.role == "increment":
        return True
    return bool(_MORE.match(line.lower, figure.end, line.end) or _MORE_BEFORE.search(line.before(figure, 40)))


def _is_prior(line: Line, figure: Figure) -> bool:
    around = line.lower[max(line.start, figure.start - 40) : min(line.end, figure.end + 50)]
    return _FROM.search(line.before(figure, 40)) is not None or _ALREADY.search(around) is not None


def _noun(figure: Figure) -> str:
    noun = (figure.subject or "").lower()
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _one_thing(one: Figure, *others: Figure) -> bool:
    """Whether figures with a noun have the same one."""
    return len({_noun(f) for f in (one, *others) if f.subject is not None and f.kind == "count"} - {"more"}) <= 1


def _elsewhere(line: Line, more: Figure, total: Figure) -> list[Figure]:
    """Numbers elsewhere in the article that count the same thing and are called earlier ones, or nearer the total."""
    noun = _noun(more) or _noun(total)
    if not noun:
        return []
    found = []
    facts = line.story.facts
    for figure in facts.figures:
        if line.start <= figure.start < line.end or _noun(figure) != noun or not same_measure(figure, total):
            continue
        sentence = facts.sentences[figure.sentence]
        place = Line(line.story, sentence.start, sentence.end, [figure], line.lower)
        if box(figure).low > box(total).high or figure.role in {"increment", "part"}:
            continue
        if _is_more(place, figure) or not _ALREADY.search(place.words) or _BRINGING.search(place.before(figure, 130)):
            if _meets(figure, more, total):
                return []
            continue
        if any(f.sentence == figure.sentence and f is not figure and f.kind != "percent" for f in facts.figures):
            return []  # several numbers may make the earlier total
        found.append(figure)
    return found


def _lists(line: Line) -> Iterator[Broken]:
    """D19: "three towns: A, B and C" names as many as it counts.

    Asked only of an exact count up to twelve with its noun, followed by a colon, dash or "namely" and a list of nothing
    but names (at most five words each) that ends its sentence or clause. Weak: a name may hold an "and".
    """
    text = line.story.article.text
    for figure in line.figures:
        if figure.kind != "count" or figure.approximate or figure.subject is None or not 2 <= figure.value <= 12:
            continue
        opens = _OPENS.match(line.lower, figure.end, line.end)
        if opens is None or len(text[figure.end : opens.end()]) > 60:
            continue
        dash = opens[0].rstrip()[-1] in "—–-"
        rest = text[opens.end() : line.end].rstrip("\"”’' ").rstrip(".")
        if dash:
            rest, closed, _ = rest.partition(opens[0].rstrip()[-1] if opens[0].rstrip()[-1] != "-" else " - ")
            if not closed and not text[: line.end].rstrip().endswith("."):
                continue
        items = _items(rest.strip())
        if items is None or len(items) == figure.value or len(items) < 2:
            continue
        if len(items) == 2 * figure.value or _TWO_IN_ONE.search(rest):
            continue
        reason = f"{len(items)} are listed: {', '.join(items)}"
        yield Broken(figure, str(len(items)), reason, (), strong=False)


def _items(rest: str) -> list[str] | None:
    """The names of a list that ends with "and", or None if anything else is in it."""
    if " and " not in rest or len(rest) > 400 or " or " in rest:
        return None
    head, _, last = rest.rpartition(" and ")
    parts = head.rstrip(",; ").split("; " if ";" in head else ", ")
    items = [part.strip() for part in (*parts, last)]
    if any(not _ITEM.match(item) or item.lower() in _REGIONS for item in items):
        return None
    return items if not any(" and " in item for item in items) else None


def _table(line: Line) -> Iterator[Broken]:
    """A table of results: W wins and D draws are 3 W + D points (2 W + D in older seasons). Weak: leagues differ."""
    figures = line.figures
    if _OTHER_GAMES.search(line.words):
        return
    for one in range(len(figures) - 2):
        some = figures[one : one + 4]
        wins = next((f for f in some if _WINS.match(line.lower, f.end)), None)
        draws = next((f for f in some if _DRAWS.match(line.lower, f.end)), None)
        points = next((f for f in some if _POINTS.match(line.lower, f.end)), None)
        if wins is None or draws is None or points is None or points is figures[one] or wins.approximate:
            continue
        made = {3 * wins.value + draws.value, 2 * wins.value + draws.value}
        if points.value not in made and not points.approximate and len(line.lower[wins.start : points.end]) < 120:
            three = f"{3 * wins.value + draws.value:g}"
            reason = f"{wins.text} wins and {draws.text} draws are {three} points at three a win, not {points.text}"
            yield Broken(points, three, reason, (wins, draws), strong=False)
        return
