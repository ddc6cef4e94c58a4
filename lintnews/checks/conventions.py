"""All conventions that a house keeps, by name."""

from __future__ import annotations

from lintnews.checks.usage_marks import CONVENTIONS as _MARKS
from lintnews.checks.usage_numbers import CONVENTIONS as _NUMBERS

CONVENTIONS = {convention.name: convention for convention in (*_NUMBERS, *_MARKS)}
EXAMPLES = {
    example: (name, variant)
    for name, convention in CONVENTIONS.items()
    for variant, examples in convention.variants.items()
    for example in examples
}
