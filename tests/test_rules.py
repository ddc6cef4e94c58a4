"""Every rule flags its bad examples and leaves its good ones alone."""

import pytest

from lintnews.testing import Case, cases


@pytest.mark.parametrize("case", cases(), ids=str)
def test_example(case: Case) -> None:
    case.check()
