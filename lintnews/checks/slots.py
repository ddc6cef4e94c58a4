"""Typed slots: what figures of a story are about, as data that a rule's options may replace."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

PEOPLE = ("people", "persons", "civilians", "residents", "villagers", "others", "victims", "protesters", "passengers")
FORCES = (
    "troops",
    "personnel",
    "soldiers",
    "officers",
    "police",
    "policemen",
    "peacekeepers",
    "forces",
    "staff",
    "men",
)


class Slot(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One kind of figure that stories give.

    A figure fills the slot if its counted noun is one of `subjects` (peoples, such as "Haitians", count as people; with
    `bare`, a figure without a noun does too) and one of `words` stands in its clause. Figures whose nouns differ are
    compared only if both are in `alike`. `cumulative` figures move with time; `fixed` ones do not. `near` restricts a
    conflict to values no further apart than that ratio: sums of money that are far apart are different sums.
    """

    name: str
    words: tuple[str, ...]
    kind: Literal["count", "money", "duration"] = "count"
    subjects: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    bare: bool = True
    cumulative: bool = True
    near: float | None = None
    tolerance: float = 0.0


SLOTS: tuple[Slot, ...] = (
    Slot(
        name="killed",
        words=(
            "killed",
            "killing",
            "kills",
            "kill",
            "dead",
            "died",
            "dies",
            "die",
            "deaths",
            "death toll",
            "lives",
            "toll",
            "fatalities",
            "bodies",
        ),
        subjects=(
            *PEOPLE,
            "children",
            "women",
            "men",
            "students",
            "soldiers",
            "officers",
            "workers",
            "deaths",
            "lives",
            "dead",
            "fatalities",
            "bodies",
            "man",
            "woman",
            "person",
            "migrants",
        ),
        alike=(*PEOPLE, "deaths", "lives", "dead", "fatalities", "bodies", "person"),
    ),
    Slot(
        name="injured",
        words=(
            "injured",
            "injuring",
            "injures",
            "wounded",
            "wounding",
            "wounds",
            "hurt",
            "injuries",
            "hospitalised",
            "hospitalized",
        ),
        subjects=(
            *PEOPLE,
            "children",
            "women",
            "men",
            "students",
            "soldiers",
            "officers",
            "workers",
            "injuries",
            "injured",
            "wounded",
            "man",
            "woman",
            "person",
        ),
        alike=(*PEOPLE, "injured", "wounded", "injuries", "person"),
    ),
    Slot(
        name="missing",
        words=("missing", "unaccounted for"),
        subjects=(*PEOPLE, "children", "women", "men", "missing", "migrants", "workers", "miners", "sailors"),
        alike=(*PEOPLE, "missing"),
    ),
    Slot(
        name="displaced",
        words=(
            "displaced",
            "displacing",
            "fled their homes",
            "fled",
            "driven from their homes",
            "forced from their homes",
            "homeless",
            "left their homes",
            "displacement",
        ),
        subjects=(*PEOPLE, "homeless", "refugees", "families", "households"),
        alike=(*PEOPLE, "homeless"),
    ),
    Slot(
        name="evacuated",
        words=("evacuated", "evacuating", "evacuate", "evacuation"),
        subjects=(*PEOPLE, "homes", "families", "students", "households"),
        alike=PEOPLE,
    ),
    Slot(
        name="arrested",
        words=("arrested", "arrests", "arresting", "detained", "detaining", "in custody", "held"),
        subjects=(
            *PEOPLE,
            "men",
            "women",
            "suspects",
            "arrests",
            "demonstrators",
            "activists",
            "students",
            "man",
            "woman",
        ),
        alike=(*PEOPLE, "suspects", "arrests", "demonstrators", "activists"),
    ),
    Slot(
        name="deployed",
        words=("deployed", "on the ground", "in the country", "have arrived", "serving", "have come", "stationed"),
        subjects=FORCES,
        alike=FORCES,
    ),
    Slot(
        name="pledged",
        words=(
            "pledged",
            "promised",
            "total force",
            "combined",
            "planned",
            "have offered",
            "mission of",
            "force of",
            "contributing",
        ),
        subjects=FORCES,
        alike=FORCES,
        bare=False,
    ),
    Slot(
        name="attendance",
        words=("attendance", "crowd of", "in front of", "spectators", "watched by", "fans"),
        subjects=("people", "fans", "spectators", "supporters"),
        alike=("people", "fans", "spectators", "supporters"),
        cumulative=False,
        near=1.25,
    ),
    Slot(
        name="fee",
        words=("fee", "add-ons", "deal", "signing", "signs", "paid", "transfer", "bid"),
        kind="money",
        cumulative=False,
        near=1.12,
    ),
    Slot(name="fine", words=("fine", "fined", "settlement", "penalty"), kind="money", cumulative=False, near=1.5),
    Slot(
        name="loan",
        words=("loan", "loans", "grant", "bailout", "aid package"),
        kind="money",
        cumulative=False,
        near=1.25,
    ),
    Slot(
        name="contract",
        words=("contract", "deal"),
        kind="duration",
        subjects=("contract", "deal"),
        alike=("contract", "deal"),
        bare=False,
        cumulative=False,
    ),
    Slot(
        name="sentence",
        words=("sentenced to", "sentence", "jailed for", "jail term", "prison term", "in prison", "in jail"),
        kind="duration",
        cumulative=False,
    ),
)
