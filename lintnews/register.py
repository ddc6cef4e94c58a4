"""The newsroom's own facts, `register.yaml`: what it says wins over any majority in the archive."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - msgspec reads the annotations at run time
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


class KnownFigure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A figure that the desk has checked: of what, how much, when, and who says so."""

    subject: str
    value: float | int | str
    as_of: dt.date | None = None
    source: str | None = None


class Register(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The register; empty if the newsroom has none."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    figures: tuple[KnownFigure, ...] = ()
    boilerplate: tuple[str, ...] = ()

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
