"""Files made to be slow: every kind ends, at a size where work that grows with the square would take minutes."""

from pathlib import Path

import pytest

from lintnews.cli import main

SIZE = 200_000
KINDS = {
    "words.txt": "the committee said on Monday that prices in Arvelle had risen by 12 percent and would rise again ",
    "dots.txt": ".",
    "quotes.txt": '"',
    "curly.txt": "“",
    "capitals.txt": "Anna Berg ",
    "digits.txt": "1234567890",
    "said.txt": "said ",
    "tags.md": "<a ",
    "brackets.md": "[",
    "emphasis.md": "*a ",
    "invisible.txt": "\u200b",
    "word.txt": "a",
    "paragraphs.txt": "Anna said so.\n\n",
}


@pytest.mark.parametrize("name", KINDS)
def test_a_hostile_file_is_read_to_its_end(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(KINDS[name] * (SIZE // len(KINDS[name])), encoding="utf-8")
    assert main([name, "--no-cache", "-j1", "--output-format", "concise"]) in {0, 1}
    captured = capsys.readouterr()
    assert captured.err == ""
    assert len(captured.out) < SIZE
