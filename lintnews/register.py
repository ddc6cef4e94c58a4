"""The newsroom's own facts, `register.yaml`: what it says wins over any majority in the archive."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - msgspec reads the annotations at run time
import re
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from lintnews.errors import ConfigError
from lintnews.yamlfile import bind, parse

if TYPE_CHECKING:
    from pathlib import Path


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person: the house's spelling of the full name, and other spellings that are allowed."""

    name: str
    spellings: tuple[str, ...] = ()
    title: str | None = None


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An organisation: its name, its acronym, and other forms that are allowed."""

    name: str
    acronym: str | None = None
    spellings: tuple[str, ...] = ()


_NUMBER = re.compile(
    r"(?P<unit>[$€£¥])?\s?(?P<number>\d[\d,]*(?:\.\d+)?)(?:\s(?P<scale>thousand|million|billion|trillion))?"
    r"\s?(?P<rest>%|per\s?cent)?"
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}


class KnownFigure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A figure that the desk has checked: of what, how much, when, and who says so.

    `value` is a number or written out ("4,120", "$1.2 million", "38 %"). What can't be read raises ValueError.
    """

    subject: str
    value: float | int | str
    as_of: dt.date | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        if len(self.subject.split()) < 2:
            raise ValueError(f'the subject "{self.subject}" says too little: name what is counted, and where')
        self.read()

    def read(self) -> tuple[float, str | None]:
        """The number, and its unit: an ISO 4217 code, "%", or None."""
        if not isinstance(self.value, str):
            return float(self.value), None
        found = _NUMBER.fullmatch(self.value.strip())
        if found is None:
            raise ValueError(f'"{self.value}" is no number: write 4120, "$1.2 million" or "38 %"')
        number = float(found["number"].replace(",", "")) * _SCALES.get(found["scale"] or "", 1)
        return number, "%" if found["rest"] else _SIGNS.get(found["unit"] or "")


class KnownDate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The day of an event that the desk has checked, and who says so."""

    event: str
    date: dt.date
    source: str | None = None

    def __post_init__(self) -> None:
        if len(self.event.split()) < 3:
            raise ValueError(f'the event "{self.event}" says too little: say who did what, and where')


class Register(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The register; empty if the newsroom has none."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    figures: tuple[KnownFigure, ...] = ()
    dates: tuple[KnownDate, ...] = ()
    boilerplate: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()  # ways of writing that the house has chosen: "en-GB", "per cent", "24 June"

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Every allowed spelling of a person (case-folded) to the house's spelling."""
        return {form.casefold(): person.name for person in self.people for form in (person.name, *person.spellings)}

    @cached_property
    def by_part(self) -> dict[str, tuple[Person, ...]]:
        """First and last word of the house's spellings (case-folded) to the people who have them."""
        found: dict[str, tuple[Person, ...]] = {}
        for person in self.people:
            parts = person.name.casefold().split()
            for part in {parts[0], parts[-1]} if parts else ():
                found[part] = (*found.get(part, ()), person)
        return found

    @cached_property
    def acronyms(self) -> dict[str, Organisation]:
        """Acronym to organisation."""
        return {o.acronym: o for o in self.organisations if o.acronym}


def load_register(path: Path) -> Register:
    """Read `register.yaml`; a mistake raises ConfigError with file:line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigError("no such register file", str(path)) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigError(f"can't read the register: {problem}", str(path)) from None
    return bind(parse(str(path), text, ConfigError), Register, ConfigError)
