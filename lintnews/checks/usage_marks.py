"""Conventions for marks and capitals: quotation marks, apostrophes, dashes, the serial comma, Mr., the Government."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lintnews.checks.usage import Convention, Ground, Use, found, unchanged
from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from lintnews.model import Story

_Told = tuple[str, "Callable[[str], str | None]"]

_ROLES = frozenset({"body", "caption"})
_DOUBLE = late(r"[\"“”]")
_APOSTROPHE = late(r"(?<=[^\W\d])['’](?=[^\W\d])")
_BEFORE_OPENING = " \n([—–-"
# A dash between words; between figures it is a range or a score, at the start of a line a point of a list.
_DASH = late(r"[–—-]-?")
_SPACED = {" – ": "spaced en", " — ": "spaced em", " -- ": "double hyphen", " - ": "spaced hyphen"}
_CLOSED = {"—": "em", "--": "closed double hyphen"}
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
        if mark == '"' and before.isdigit():
            continue  # inches
        if article.paragraphs[article.paragraph_at(hit.start())].role in _ROLES:
            curled = "“" if before in {"", *_BEFORE_OPENING} else "”"
            other = {"straight": '"', "curly": mark if mark != '"' else curled}
            yield Use(hit.start(), hit.end(), mark, "straight" if mark == '"' else "curly", other.get)


def _apostrophes(story: Story) -> Iterator[Use]:
    """Apostrophes inside words, curled or straight."""
    article = story.article
    text = article.text
    if "'" not in text or "’" not in text:
        return
    for hit in _APOSTROPHE.finditer(text):
        if article.paragraphs[article.paragraph_at(hit.start())].role in _ROLES:
            variant = "straight" if hit.group() == "'" else "curly"
            yield Use(hit.start(), hit.end(), hit.group(), variant, {"straight": "'", "curly": "’"}.get)


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
            yield Use(quotation.start, quotation.end, text, "single" if mark in "'‘" else "double", unchanged)


_UTTERANCE = 5


def _dashes(story: Story) -> Iterator[Use]:
    """Dashes between words."""
    ground, text = Ground(story), story.article.text
    first = next((p for p in story.article.paragraphs if p.role == "body"), None)
    dateline = range(first.start, first.start + _DATELINE) if first else range(0)
    for hit in _DASH.finditer(text):
        start, end = hit.span()
        spaced = text[start - 1 : start] == " " and text[end : end + 1] == " "
        if not spaced and text[start] == "-" and end - start == 1:
            continue  # a hyphen
        if spaced:
            start, end = start - 1, end + 1
        dash = text[start:end]
        variant = (_SPACED if spaced else _CLOSED).get(dash)
        before, after = text[start - 1 : start], text[end : end + 1]
        if variant is None or start in dateline or not before.strip() or not after.strip() or after in "-–—":
            continue
        if (before.isdigit() and after.isdigit()) or not ground.own(start):
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
    ground, text = Ground(story), story.article.text
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


@lru_cache(maxsize=4)
def _bodies(language: str) -> re.Pattern[str]:
    """The offices and bodies that houses write with capitals or without, behind "the" and with no name behind them."""
    words = sorted(lexicon(language).words("capitalised-bodies"), key=len, reverse=True)
    forms = "|".join(f"{word}|{word.title()}" for word in words)
    return late(rf"he (?<=\b[Tt]he )(?P<body>{forms})\b(?![-'’]?\w*[-'’]\w| [A-Z]| of [A-Z])")


def _capitals(story: Story) -> Iterator[Use]:
    """Offices and bodies without a name, such as the government, with capitals or without."""
    ground, text = Ground(story), story.article.text
    for hit in _bodies(story.article.language).finditer(text):
        if ground.own(hit.start()) and not _OFFICE_OF.search(text, max(hit.start() - 20, 0), hit.start("body")):
            word = hit["body"]
            forms = {"capitals": word.title(), "small": word.lower()}
            yield Use(hit.start("body"), hit.end(), word, "capitals" if word[0].isupper() else "small", forms.get)


CONVENTIONS = (
    Convention("quotation marks", {"straight": ('"straight"',), "curly": ("“curly”",)}, _double_marks),
    Convention("apostrophes", {"straight": ("it's",), "curly": ("it’s",)}, _apostrophes),
    Convention("quoted speech", {"single": ("‘single’",), "double": ("“double”",)}, _outer_marks, 3),
    Convention(
        "dashes",
        {
            "spaced en": ("a – b",),
            "spaced em": ("a — b",),
            "em": ("a—b",),
            "spaced hyphen": ("a - b",),
            "double hyphen": ("a -- b",),
            "closed double hyphen": ("a--b",),
        },
        _dashes,
    ),
    Convention("courtesy titles", {"point": ("Mr.",), "plain": ("Mr",)}, _courtesy),
    Convention("serial comma", {"comma": ("a, b, and c",), "none": ("a, b and c",)}, _lists),
    Convention("capitals", {"capitals": ("the Government",), "small": ("the government",)}, _capitals),
)
