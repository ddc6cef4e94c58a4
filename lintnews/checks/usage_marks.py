"""Conventions for marks and capitals: quotation marks, apostrophes, dashes, the serial comma, Mr., the Government."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from lintnews.checks.signs import Signs
from lintnews.checks.usage import Convention, Use, found, ground_of, unchanged
from lintnews.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from lintnews.model import Story

_Told = tuple[str, "Callable[[str], str | None]"]

_ROLES = frozenset({"body", "caption"})
_STRAIGHT, _CURLY = "a straight quotation mark", "a curly one"
_TYPED, _SET = "a straight apostrophe", "a curly one"
_SINGLE, _DOUBLED = "quoted speech in single marks", "double ones"
_DOUBLE = late(r"[\"“”]")
_APOSTROPHE = late(r"(?<=[^\W\d])['’](?=[^\W\d])")
_BEFORE_OPENING = " \n([—–-"
# A dash between words; between figures it is a range or a score, at the start of a line a point of a list.
_DASH = late(r"[–—-](?:(?<=[–—])-?|-|(?<= -)(?= ))")  # of single hyphens only one that stands alone
_SPACED = {
    " – ": "a spaced en dash",
    " — ": "a spaced em dash",
    " -- ": "two spaced hyphens",
    " - ": "a spaced hyphen",
}
_CLOSED = {"—": "an em dash", "--": "two hyphens"}
_MONTH = late(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_DASH_OF = {variant: dash for dash, variant in (*_SPACED.items(), *_CLOSED.items())}
_ADDRESS = late(r"\S*(?:@|://|www\.)\S*\Z")  # in what was pasted from another place
_DATELINE = 90  # characters of the first paragraph in which a dash may part the place from the story
_COURTESY = late(r"[MD](?<![\w.].)(?:rs?|s)(?P<point>\.?)(?= [A-Z])")
# Three things or more of one kind in a row: plural nouns in small letters, or names of one word.
_LIST = late(r", [A-Za-z]{3,20}(?:, [A-Za-z]{3,20}){0,5}(?P<comma>,?) (?:and|or) [A-Za-z]{3,20}(?=[.;]|\n|\Z)")
_FIRST = late(r"[a-z] ([A-Za-z]{3,20})\Z")
_NO_NOUN = frozenset({"was", "has", "does", "says", "his", "this", "its", "thus", "perhaps", "always", "besides"})
_OFFICE_OF = late(r"\b(?:[Oo]ffice|[Dd]epartment) (?:of|for) [Tt]he \Z")


def _double_marks(story: Story) -> Iterator[Use]:
    """Double quotation marks, curled or straight."""
    article = story.article
    text = article.text
    if '"' not in text or ("“" not in text and "”" not in text):
        return
    for hit in _DOUBLE.finditer(text):
        mark, before = hit.group(), text[hit.start() - 1 : hit.start()]
        if (mark == '"' and before.isdigit()) or before == "=" or text[hit.end() : hit.end() + 1] == ">":
            continue  # inches, attributes of markup
        if article.paragraphs[article.paragraph_at(hit.start())].role in _ROLES:
            curled = "“" if before in {"", *_BEFORE_OPENING} else "”"
            other = {_STRAIGHT: '"', _CURLY: mark if mark != '"' else curled}
            yield Use(hit.start(), hit.end(), mark, _STRAIGHT if mark == '"' else _CURLY, other.get)


def _apostrophes(story: Story) -> Iterator[Use]:
    """Apostrophes inside words, curled or straight."""
    article = story.article
    text = article.text
    if "'" not in text or "’" not in text:
        return
    for hit in _APOSTROPHE.finditer(text):
        if article.paragraphs[article.paragraph_at(hit.start())].role in _ROLES:
            variant = _TYPED if hit.group() == "'" else _SET
            yield Use(hit.start(), hit.end(), hit.group(), variant, {_TYPED: "'", _SET: "’"}.get)


def _outer_marks(story: Story) -> Iterator[Use]:
    """The marks of quotations of five words and more, single or double."""
    article = story.article
    for quotation in story.facts.quotations:
        if quotation.words < _UTTERANCE or not quotation.closed:
            continue
        mark = article.text[quotation.start]
        typed_twice = article.text[quotation.start + 1] == "'"
        if article.paragraphs[quotation.paragraph].role == "body" and mark in "'‘\"“" and not typed_twice:
            text = article.text[quotation.start : quotation.end]
            yield Use(quotation.start, quotation.end, text, _SINGLE if mark in "'‘" else _DOUBLED, unchanged)


_UTTERANCE = 5


def _dashes(story: Story) -> Iterator[Use]:
    """Dashes between words."""
    ground, text = ground_of(story), story.article.text
    first = next((p for p in story.article.paragraphs if p.role == "body"), None)
    dateline = range(first.start, first.start + _DATELINE) if first else range(0)
    for hit in _DASH.finditer(text):
        start, end = hit.span()
        spaced = text[start - 1 : start] == " " and text[end : end + 1] == " "
        if spaced:
            start, end = start - 1, end + 1
        dash = text[start:end]
        variant = (_SPACED if spaced else _CLOSED).get(dash)
        before, after = text[start - 1 : start], text[end : end + 1]
        if variant is None or start in dateline or not before.strip() or not after.strip() or after in "-–—":
            continue
        if (before.isdigit() and (after.isdigit() or _MONTH.match(text, end))) or not ground.own(start):
            continue
        if not _ADDRESS.search(text, max(start - 40, 0), start) and after != "@":
            yield Use(start, end, dash, variant, _DASH_OF.get)


def _courtesy(story: Story) -> Iterator[Use]:
    """Mr, Mrs, Ms and Dr, with a point or without."""
    yield from found(story, _COURTESY, _read_courtesy)


def _read_courtesy(hit: re.Match[str]) -> _Told:
    word = hit.group().rstrip(".")
    return ("point" if hit["point"] else "plain"), {"point": f"{word}.", "plain": word}.get


def _lists(story: Story) -> Iterator[Use]:
    """Lists of three and more like things, with a comma before "and" or without."""
    ground, text = ground_of(story), story.article.text
    for hit in _LIST.finditer(text):
        opening = _FIRST.search(text, max(hit.start() - 24, 0), hit.start())
        if opening is None or not ground.own(hit.start()):
            continue
        start = opening.start(1)
        bare = f"{text[start : hit.start('comma')]}{text[hit.end('comma') : hit.end()]}"
        items = [item for item in bare.replace(" and ", ", ").replace(" or ", ", ").split(", ") if item]
        nouns = all(item.islower() and item.endswith("s") for item in items) and not _NO_NOUN & set(items)
        if nouns or all(item[0].isupper() for item in items):
            at = hit.start("comma") - start
            forms = {"comma": f"{bare[:at]},{bare[at:]}", "none": bare}
            yield Use(start, hit.end(), text[start : hit.end()], "comma" if hit["comma"] else "none", forms.get)


def _capitals(story: Story, words: tuple[str, ...], signs: Signs) -> Iterator[Use]:
    """Offices and bodies behind "the" and with no name behind them, with capitals or without."""
    ground, text = ground_of(story), story.article.text
    for hit in _bodies(words).finditer(text) if signs.spans(story) else ():
        if ground.own(hit.start()) and not _OFFICE_OF.search(text, max(hit.start() - 20, 0), hit.start("body")):
            word = hit["body"]
            forms = {"capitals": word.title(), "small": word.lower()}
            yield Use(hit.start("body"), hit.end(), word, "capitals" if word[0].isupper() else "small", forms.get)


def _capitals_of(*words: str) -> Callable[[Story], Iterator[Use]]:
    return partial(_capitals, words=words, signs=Signs(f"the {word}" for word in words))


@lru_cache(maxsize=8)
def _bodies(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(f"{word}|{word.title()}" for word in words)
    return late(rf"he (?<=\b[Tt]he )(?P<body>{forms})\b(?![-'’]?\w*[-'’]\w| [A-Z]| of [A-Z])")


# What is as often a common noun ("the bank", "the church", "the board") is left out.
_OFFICES = (
    "deputy prime minister",
    "prime minister",
    "defence secretary",
    "defense secretary",
    "finance minister",
    "foreign minister",
    "foreign secretary",
    "home secretary",
    "secretary of state",
    "secretary-general",
    "chancellor",
)
CONVENTIONS = (
    Convention("quotation marks", {_STRAIGHT: ('"straight"',), _CURLY: ("“curly”",)}, _double_marks, marks=True),
    Convention("apostrophes", {_TYPED: ("it's",), _SET: ("it’s",)}, _apostrophes, marks=True),
    Convention("quoted speech", {_SINGLE: ("‘single’",), _DOUBLED: ("“double”",)}, _outer_marks, 3, marks=True),
    Convention(
        "dashes",
        {variant: (f"a{dash}b",) for dash, variant in (*_SPACED.items(), *_CLOSED.items())},
        _dashes,
        marks=True,
    ),
    Convention("courtesy titles", {"point": ("Mr.",), "plain": ("Mr",)}, _courtesy),
    Convention("serial comma", {"comma": ("a, b, and c",), "none": ("a, b and c",)}, _lists),
    Convention(
        "capital of the government",
        {"capitals": ("the Government",), "small": ("the government",)},
        _capitals_of("government"),
    ),
    Convention(
        "capitals of offices",
        {"capitals": ("the Prime Minister",), "small": ("the prime minister",)},
        _capitals_of(*_OFFICES),
    ),
    Convention(
        "capital of the internet",
        {"capitals": ("the Internet",), "small": ("the internet",)},
        _capitals_of("internet"),
    ),
)
