"""A desk for tests of the command line: a folder of articles and a way to run commands in it."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from lintnews.__main__ import main

TWICE = "The harbour board of Portmere voted on Tuesday to close the east quay for two years while the wall is rebuilt."
CLEAN = f"# Quay to close\n\n{TWICE}\n\nFerries will leave from the fish market, the board said.\n"
FAULTY = f"# Quay to close\n\n{TWICE}\n\nFerries will leave from the fish market, the board said.\n\n{TWICE}\n"
PROMPT = f"{CLEAN}\nRead more: Ferries to leave from the fish market\n"


class Answer(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


class Desk:
    """The folder, which is the working directory."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def write(self, name: str, text: str | bytes) -> Path:
        """Put a file there."""
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def run(self, *arguments: str, given: str | None = None) -> Answer:
        """Run the command line; `given` stands on standard input."""
        if given is not None:
            self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        try:
            code = int(main(list(arguments)))
        except SystemExit as stop:  # argparse
            code = int(stop.code or 0)
        out, err = self._capsys.readouterr()
        return Answer(code, out, err)


def make_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty desk."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return Desk(tmp_path, capsys, monkeypatch)
