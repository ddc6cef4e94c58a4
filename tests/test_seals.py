from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews.ledger.intake import unchanged
from lintnews.seals import NEVER, Bytes, seal_of_file, stands


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that was written a while ago."""
    path = tmp_path / "a.md"
    path.write_bytes(b"one")
    os.utime(path, ns=(10**18, 10**18))
    return path


def test_a_file_stands_until_its_time_or_size_changes(file: Path) -> None:
    source = Bytes()
    assert source[str(file)] == b"one"
    seal = source.seals[str(file)]
    assert stands(str(file), seal)
    os.utime(file, ns=(10**18, 10**18 + 1))
    assert not stands(str(file), seal)
    os.utime(file, ns=(10**18, 10**18))
    file.write_bytes(b"three")
    os.utime(file, ns=(10**18, 10**18))
    assert not stands(str(file), seal)


def test_a_file_that_has_just_changed_is_never_believed(file: Path) -> None:
    file.write_bytes(b"two")
    seal = seal_of_file(str(file))
    assert not unchanged(seal, seal)
    assert not stands(str(file), seal)


def test_a_file_that_is_gone_stands_for_nothing(file: Path) -> None:
    seal = seal_of_file(str(file))
    file.unlink()
    assert not stands(str(file), seal)
    assert not stands(str(file), NEVER)
    assert Bytes().get(str(file)) is None
