"""What holds for any articles: findings do not hang on the order, the split, the jobs or what stands beside them."""

from __future__ import annotations

import random
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from lintnews.__main__ import main
from lintnews.contract import RenderOptions
from lintnews.engine import run
from lintnews.errors import LintnewsError
from lintnews.setup import Setup, workshop_of
from tests.pieces import UNRELATED, corpora, many

if TYPE_CHECKING:
    from lintnews.report import Finding, Report
    from lintnews.workshop import Workshop

SEEDS = Path(__file__).parent.parent / "seeds"
WHOLE_ARTICLE = {
    "article-filed-twice",
    "hard-to-read",
}  # what these rules measure is the article with all its paragraphs
LINE = re.compile(r"(\.(?:md|txt)):\d+")


@cache
def house() -> Workshop:
    """The workshop with the whole rule book."""
    return workshop_of(Setup())


def check(articles: dict[str, bytes], targets: list[str] | None = None) -> Report:
    """A run of the whole rule book over articles in memory; a failure of any check fails the test."""
    report = run(house(), list(articles) if targets is None else targets, list(articles), given=articles)
    assert not report.failures
    return report


class Seeds(dict[str, bytes]):
    """The seed articles by path; their texts are kept out of a failing test's report."""

    def __repr__(self) -> str:
        return "seeds()"


def seeds() -> dict[str, bytes]:
    """The seed articles by path."""
    return Seeds({f"seeds/{path.name}": path.read_bytes() for path in sorted(SEEDS.iterdir())})


def marks(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    """Findings as a set: a pair of articles counts once, from whichever side it is told."""
    return {(finding.rule, finding.fingerprint) for finding in findings}


@st.composite
def splits(draw: st.DrawFn) -> tuple[dict[str, bytes], list[list[str]]]:
    """A corpus, and its paths in shuffled batches."""
    articles = draw(st.one_of(corpora(), st.builds(seeds)))
    paths = draw(st.permutations(sorted(articles)))
    cuts = sorted(draw(st.sets(st.integers(1, len(paths) - 1), max_size=3)))
    return articles, [paths[low:high] for low, high in pairwise([0, *cuts, len(paths)])]


@given(splits())
@example((seeds(), [[path] for path in seeds()]))
@limits(max_examples=40)
def test_any_split_of_the_targets_finds_the_same(case: tuple[dict[str, bytes], list[list[str]]]) -> None:
    articles, batches = case
    together = set().union(*(marks(check(articles, batch).findings) for batch in batches))
    assert together == marks(check(articles).findings)


@given(st.one_of(corpora(), st.builds(seeds)), st.randoms(use_true_random=False))
@limits(max_examples=20)
def test_the_order_of_the_arguments_changes_no_byte(articles: dict[str, bytes], chance: random.Random) -> None:
    def render(paths: list[str]) -> str:
        report = run(house(), paths, given=articles)
        return house().registry.reporters["json"].render(report, RenderOptions())

    shuffled = sorted(articles)
    chance.shuffle(shuffled)
    assert render(shuffled) == render(sorted(articles))


def test_jobs_and_caches_change_no_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    articles = many(70, random.Random(7))  # noqa: S311 - a seed, not a secret; enough for worker processes to start
    for name, text in articles.items():
        Path(name).write_bytes(text)

    def printed(*arguments: str) -> str:
        assert main(["check", ".", "--output-format", "json", *arguments]) in {0, 1}
        return capsys.readouterr().out

    bare = printed("-j1", "--no-cache")
    assert '"rule"' in bare
    assert printed("-j2", "--no-cache") == bare
    assert printed("-j2") == bare  # cold
    assert printed("-j1") == bare  # warm
    Path("000.md").write_bytes(articles["001.md"])
    assert printed("-j1") == printed("-j1", "--no-cache") != bare  # half warm


def shown(report: Report) -> set[tuple[str, str, str]]:
    """What a reader is told, but for the lines."""
    return {(f.rule, f.fingerprint, LINE.sub(r"\1", f.message)) for f in report.findings if f.rule not in WHOLE_ARTICLE}


@given(st.one_of(corpora(), st.builds(seeds)), st.data())
@limits(max_examples=40)
def test_an_unrelated_paragraph_changes_nothing_but_lines(articles: dict[str, bytes], data: st.DataObject) -> None:
    before = shown(check(articles))
    path = data.draw(st.sampled_from(sorted(articles)))
    if data.draw(st.booleans(), label="at the end"):
        changed = articles[path].rstrip() + b"\n\n" + UNRELATED.encode() + b"\n"
    else:
        head, rest = split_front(articles[path])
        first, _, others = rest.partition(b"\n\n")
        changed = head + first + b"\n\n" + UNRELATED.encode() + b"\n\n" + others
    assert shown(check({**articles, path: changed})) == before


def split_front(text: bytes) -> tuple[bytes, bytes]:
    """Front matter and the rest."""
    if not text.startswith(b"---\n"):
        return b"", text
    end = text.index(b"\n---\n", 4) + 5
    return text[:end] + b"\n", text[end:].lstrip(b"\n")


HOSTILE = {
    "nothing": b"",
    "spaces": b" \n\t\n \r\n",
    "binary": bytes(range(256)) * 40,
    "invalid UTF-8": b"A caf\xe9 in Portmere \x93opened\x94 on March 4.",
    "UTF-16": "The ferry left Portmere on March 4.".encode("utf-16"),
    "byte-order mark": b"\xef\xbb\xbf---\ntitle: Ferry\n---\n\nThe ferry left.",
    "NUL": b"The ferry\x00 left \x00Portmere.\x00",
    "lone front matter": b"---\ntitle: [",
    "front matter that is a list": b"---\n- a\n- b\n---\n\nThe ferry left.",
    "quotation that never ends": b'"' + b"The ferry left. " * 2000,
    "deep quotation": b"> " * 5000 + b"The ferry left.",
    "deep brackets": b"[" * 20_000 + b"x" + b"]" * 20_000,
    "deep lists": b"\n".join(b" " * depth + b"- item" for depth in range(300)),
    "open tags": b"<div>" * 5000,
    "emphasis": b"*_" * 10_000,
    "capitals": b"THE FERRY LEFT PORTMERE " * 2000,
    "digits": b"1,000,000 " * 5000,
    "one word": b"a" * 300_000,
    "acronyms": b"(HSB) " * 5000,
    "dots": b"U.N. " * 5000 + b"." * 20_000,
    "long line": b"The mayor said on March 4, 2025, that 340 of 1,200 people had left. " * 5000,
}


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused_in_words(name: str, suffix: str) -> None:
    swallow({f"hostile{suffix}": HOSTILE[name], f"other{suffix}": HOSTILE[name][:2000]})


@given(st.dictionaries(st.sampled_from(["a.txt", "b.md"]), st.binary(max_size=400), min_size=1))
@limits(max_examples=150)
def test_any_bytes_are_read_or_refused_in_words(articles: dict[str, bytes]) -> None:
    swallow(articles)


@given(st.text(max_size=300), st.sampled_from(["a.txt", "b.md"]))
@limits(max_examples=150)
def test_any_text_is_read(text: str, path: str) -> None:
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair is no text
        return
    swallow({path: data})


def swallow(articles: dict[str, bytes]) -> None:
    """Run over the articles: any failure must be about reading a file, never a check or an extractor that crashed."""
    for path, data in articles.items():
        try:
            story = house().story(path, data)
        except LintnewsError as problem:
            refused = problem
        else:
            refused = None
        if refused:
            assert "raised" not in str(refused), refused
            assert path in refused.where
            continue
        size = len(story.article.text)
        ends = [p.end for p in story.article.paragraphs]
        assert ends == sorted(ends)
        assert all(0 <= p.start <= p.end <= size for p in story.article.paragraphs)
    report = run(house(), list(articles), given=articles)
    for failure in report.failures:
        assert "raised" not in failure.message, failure


def test_a_vanished_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = tmp_path / "gone.txt"
    assert main([str(gone)]) == 2
    assert "gone.txt" in capsys.readouterr().err


def test_a_loop_of_links_ends(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "story.txt").write_text("The ferry left Portmere.", encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert main([str(tmp_path)]) == 0
    assert "Traceback" not in capsys.readouterr().err
