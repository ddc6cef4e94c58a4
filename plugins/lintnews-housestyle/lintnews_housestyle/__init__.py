"""The front door of the plugin: it brings a folder of rules and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lintnews import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable


@hookimpl
def lintnews_rules() -> Iterable[str]:
    """The folder of rules that comes with this plugin."""
    return [str(Path(__file__).parent / "rules")]
