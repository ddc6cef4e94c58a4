from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import Desk, make_desk


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty folder to run commands in."""
    return make_desk(tmp_path, capsys, monkeypatch)
