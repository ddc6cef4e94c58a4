from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.cli import main
from lintnews.errors import ReadError
from lintnews.fixing import fixes, mended, write
from lintnews.model import Article
from lintnews.placing import Locator
from lintnews.reading.decoding import decode
from lintnews.report import Edit, Finding
from tests.reports import finding


def edit(source: str, words: str, text: str, *, safe: bool = True) -> Finding:
    """A finding at the first occurrence of `words` that replaces them."""
    start = source.index(words)
    here = Locator(Article("a.md", source, source, ())).source_place(start, start + len(words))
    return finding(here, fix=Edit(start, start + len(words), text, safe))


def mend(data: bytes, *pairs: tuple[str, str]) -> bytes:
    source, _ = decode("a.md", data)
    return mended("a.md", data, [edit(source, words, text) for words, text in pairs])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_only_the_edit_changes_in_any_encoding(encoding: str) -> None:
    text = "Señor Núñez\r\nsaid “no” twice.\n\n"
    data = text.encode(encoding)
    assert mend(data, ("twice", "once")) == text.replace("twice", "once").encode(encoding)


def test_stray_bytes_stay_as_they_are() -> None:
    data = "Núñez and Ötzi said “no” – ".encode() + b"caf\xe9 twice\n"
    assert mend(data, ("twice", "once")) == data.replace(b"twice", b"once")


def test_line_ends_of_the_file_are_kept() -> None:
    assert mend(b"one\r\ntwo\r\n", ("two", "a\nb")) == b"one\r\na\r\nb\r\n"
    assert mend(b"one\rtwo\r", ("two", "a\nb")) == b"one\ra\rb\r"


def test_what_the_encoding_lacks_is_refused() -> None:
    with pytest.raises(ReadError, match="encoding of the file"):
        mend("caf\xe9 twice".encode("cp1252"), ("twice", "東京"))


def test_a_file_that_changed_meanwhile_is_left_alone() -> None:
    found = edit("one two", "two", "three")
    with pytest.raises(ReadError, match="changed while it was checked"):
        mended("a.md", b"a new story", [found])


def test_of_edits_that_overlap_the_first_is_made() -> None:
    source = "one two three four"
    chosen = fixes(
        [edit(source, "two three", "x"), edit(source, "three four", "y"), edit(source, "one", "z")], unsafe=False
    )
    assert mended("a.md", source.encode(), chosen["a.md"]) == b"z x four"


def test_unsafe_edits_wait_until_they_are_asked_for() -> None:
    found = edit("one two", "two", "three", safe=False)
    assert fixes([found], unsafe=False) == {}
    assert list(fixes([found], unsafe=True)) == ["a.md"]


@given(st.text(alphabet="aé東 \n\r", max_size=60), st.integers(0, 60), st.integers(0, 5), st.sampled_from("x\u00e9"))
def test_bytes_around_an_edit_never_change(text: str, start: int, size: int, new: str) -> None:
    start = min(start, len(text))
    end = min(start + size, len(text))
    here = Locator(Article("a.md", text, text, ())).source_place(start, end)
    out = mended("a.md", text.encode(), [finding(here, fix=Edit(start, end, new, safe=True))])
    assert out == (text[:start] + new + text[end:]).encode()


def test_writing_keeps_mode_and_links(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write(str(link), b"new")
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "real.md"]


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_left_over_lines_at_the_end_go_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    body = "The quarry at Marlow Edge was closed on Monday, the council said.\n\nIt will open again in spring.\n"
    path = tmp_path / "quarry.txt"
    path.write_text(f"{body}\nSubscribe to our newsletter.\n\nFollow us on Facebook.{end}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["--fix", "--no-cache", "quarry.txt"]) == 0
    assert path.read_text(encoding="utf-8") == body.rstrip("\n") + end


def test_deletions_that_overlap_are_one_and_others_wait() -> None:
    source = "one\n\ntwo\n\nthree"
    findings = [edit(source, "\ntwo\n\n", ""), edit(source, "\n\nthree", ""), edit(source, "three", "four")]
    (chosen,) = fixes(findings, unsafe=False).values()
    assert mended("a.md", source.encode(), chosen) == b"one"
