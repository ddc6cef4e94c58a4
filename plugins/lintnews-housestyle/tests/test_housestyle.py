"""The rules of this plugin flag their bad examples and leave the good ones alone."""

import subprocess
import sys
from pathlib import Path

import lintnews_housestyle
import pytest

from lintnews.plugins import find
from lintnews.testing import Case, cases

RULES = Path(lintnews_housestyle.__file__).parent / "rules"


@pytest.mark.parametrize("case", cases(RULES), ids=str)
def test_example(case: Case) -> None:
    case.check()


def test_installed_as_a_plugin() -> None:
    assert "housestyle" in [found.name for found in find()]


def test_the_front_door_is_weightless() -> None:
    code = "import lintnews_housestyle, sys; print('lintnews.rulebook' in sys.modules, 'yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
