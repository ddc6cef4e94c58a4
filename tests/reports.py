"""Reports made by hand, for tests of the output formats."""

from __future__ import annotations

from typing import Any

from lintnews.model import Article
from lintnews.placing import Locator
from lintnews.report import Edit, Failure, Finding, Place, RelatedPlace, Report
from lintnews.rulebook import Rule

ONE = "# Ferry opens\n\nMayor Ida Brandt opened the quay on Monday.\n"
TWO = "Harbour news\n\nMayor Ida Brant left before the speech.\n"
# Whoever prints this raw hands the terminal, the log or the XML over to whoever wrote the article.
HOSTILE = "a\x1b]0;owned\x07b\x9bc\u202ed::error::x%0A]]>&<\x00e"


def place(path: str, source: str, words: str) -> Place:
    """The place of the first occurrence of `words`."""
    start = source.index(words)
    return Locator(Article(path, source, source, ())).source_place(start, start + len(words))


def finding(here: Place, *sides: RelatedPlace, message: str = "a message", **changes: Any) -> Finding:
    """A finding at a place."""
    values: dict[str, Any] = {
        "rule": "odd-name",
        "category": "names",
        "level": "error",
        "message": message,
        "place": here,
        "related": sides,
        "data": {"here": "x"},
        "fix": None,
        "fingerprint": "f00d",
    }
    return Finding(**{**values, **changes})


def pair() -> Finding:
    """A name that is spelled in another way in another article, with a fix."""
    here = place("news/one.md", ONE, "Brandt")
    there = place("news/two.txt", TWO, "Brant")
    message = '"Brandt" is spelled "Brant" in news/two.txt:3'
    edit = Edit(here.start, here.end, "Brant")
    return finding(here, RelatedPlace(there, 'spelled "Brant" here'), message=message, fix=edit)


def report(*findings: Finding, **changes: Any) -> Report:
    """A report on five articles."""
    values: dict[str, Any] = {"targets": 5, "corpus": 5, "rules": 24, "compared": 1312}
    return Report(findings, **{**values, **changes})


def hostile() -> Report:
    """A report whose every text tries to break out."""
    source = f"start {HOSTILE} end\r\nnext\n"
    here = place(f"news/{HOSTILE.replace(chr(0), '')}.md", source, HOSTILE)
    found = finding(here, RelatedPlace(here, f"also\r\n::error::{HOSTILE}"), message=f"one\n::warning::{HOSTILE}")
    return report(found, failures=(Failure(f"x\n::error::{HOSTILE}", HOSTILE),))


def rule(name: str = "odd-name", *, gather: bool = False) -> Rule:
    """The rule of the findings."""
    why = "Names are how readers find people. The style book says so."
    sources = ("https://example.org/names",)
    return Rule(name, "names", "name-forms", "error", "{here}", why, sources, None, {}, "r.yaml", gather=gather)
