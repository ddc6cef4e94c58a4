"""The slots of this house: casualties, people moved, arrested and taken, forces, crowds, sums, terms, quakes, ages."""

from __future__ import annotations

from lintnews.checks.slots import Slot

# fmt: off
PEOPLE = ("people", "persons", "civilians", "residents", "villagers", "others", "victims", "protesters", "passengers",
          "person", "gunshot victims")
FORCES = ("troops", "personnel", "soldiers", "officers", "police", "policemen", "peacekeepers", "forces", "staff",
          "men")
HURT = (*PEOPLE, "children", "women", "men", "students", "soldiers", "officers", "workers", "man", "woman", "pupils",
        "teenagers", "teens")
ANOTHER_TIME = ("this year", "last year", "year's", "for the year", "homicide total", "year to date", "history",
                "deadliest", "shootings")
SLOTS: tuple[Slot, ...] = (
    Slot(
        name="killed",
        event=True,
        words=("killed", "killing", "kills", "kill", "dead", "died", "dies", "die", "deaths", "death toll", "lives",
               "toll", "fatalities", "bodies", "slain"),
        subjects=(*HURT, "deaths", "lives", "dead", "fatalities", "bodies", "migrants"),
        alike=(*PEOPLE, "deaths", "lives", "dead", "fatalities", "bodies"),
        unless=ANOTHER_TIME,
    ),
    Slot(
        name="injured",
        event=True,
        words=("injured", "injuring", "injures", "wounded", "wounding", "wounds", "hurt", "hurts", "injuries",
               "hospitalised", "hospitalized"),
        subjects=(*HURT, "injuries", "injured", "wounded"),
        alike=(*PEOPLE, "injured", "wounded", "injuries"),
        unless=(*ANOTHER_TIME, "gunshot wounds", "gunshot wound", "stab wounds", "his injuries", "her injuries",
                "their injuries", "died"),
    ),
    Slot(
        name="shot",
        event=True,
        words=("shot", "been shot"),
        subjects=HURT,
        alike=PEOPLE,
        unless=(*ANOTHER_TIME, "shot dead", "shot and killed", "shot to death", "shots"),
    ),
    Slot(
        name="missing",
        event=True,
        words=("missing", "unaccounted for"),
        subjects=(*PEOPLE, "children", "women", "men", "missing", "migrants", "workers", "miners", "sailors"),
        alike=(*PEOPLE, "missing"),
    ),
    Slot(
        name="abducted",
        event=True,
        words=("abducted", "abducting", "kidnapped", "kidnapping", "taken hostage", "hostages", "held hostage",
               "seized"),
        subjects=(*PEOPLE, "children", "women", "men", "pupils", "students", "schoolgirls", "girls", "boys", "workers",
                  "hostages", "worshippers"),
        alike=(*PEOPLE, "hostages"),
    ),
    Slot(
        name="displaced",
        words=("displaced", "displacing", "fled their homes", "fled", "driven from their homes",
               "forced from their homes", "homeless", "left their homes", "displacement"),
        subjects=(*PEOPLE, "homeless", "refugees", "families", "households"),
        alike=(*PEOPLE, "homeless"),
    ),
    Slot(
        name="evacuated",
        event=True,
        words=("evacuated", "evacuating", "evacuate", "evacuation"),
        subjects=(*PEOPLE, "homes", "families", "students", "households"),
        alike=PEOPLE,
    ),
    Slot(
        name="arrested",
        event=True,
        words=("arrested", "arrests", "arresting", "detained", "detaining", "in custody", "held"),
        subjects=(*PEOPLE, "men", "women", "suspects", "arrests", "demonstrators", "activists", "students", "man",
                  "woman"),
        alike=(*PEOPLE, "suspects", "arrests", "demonstrators", "activists"),
        unless=(*ANOTHER_TIME, "prior", "previous", "allegedly"),
    ),
    Slot(
        name="deployed",
        words=("deployed", "on the ground", "in the country", "have arrived", "serving", "have come", "stationed"),
        subjects=FORCES,
        alike=FORCES,
    ),
    Slot(
        name="pledged or planned",
        words=("pledged", "promised", "have offered", "contributing", "to contribute", "have committed", "total force",
               "combined", "planned", "mission of", "force of", "authorised", "authorized"),
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
    Slot(
        name="fine", words=("fine", "fined", "settlement", "penalty"), kind="money", cumulative=False, near=1.5,
    ),
    Slot(
        name="bail", words=("bail", "bond set", "on bond", "posted bond"), kind="money", cumulative=False, near=1.5,
        lone=True,
    ),
    Slot(name="ransom or reward", words=("ransom", "reward"), kind="money", cumulative=False, near=1.5, lone=True),
    Slot(
        name="loan",
        words=("loan", "loans", "grant", "bailout"),
        kind="money",
        cumulative=False,
        near=1.25,
        sure=False,
    ),
    Slot(
        name="aid",
        words=("aid", "in aid", "aid package", "assistance", "humanitarian"),
        kind="money",
        cumulative=False,
        near=1.25,
        lone=True,
        sure=False,
    ),
    Slot(
        name="budget", words=("budget",), kind="money", cumulative=False, near=1.25, lone=True, sure=False,
    ),
    Slot(
        name="contract",
        words=("contract", "deal"),
        kind="duration",
        subjects=("contract", "deal"),
        alike=("contract", "deal"),
        bare=False,
        cumulative=False,
        near=1.5,
    ),
    Slot(
        name="sentence",
        words=("sentenced to", "sentence", "jailed for", "jail term", "prison term", "in prison", "in jail"),
        kind="duration",
        cumulative=False,
    ),
    Slot(
        name="magnitude",
        words=("magnitude", "richter"),
        subjects=("magnitude", "earthquake", "quake", "tremor", "temblor", "aftershock", "struck", "hit",
                  "shook", "jolted"),
        alike=("magnitude", "earthquake", "quake", "temblor", "struck", "hit", "shook", "jolted"),
        cumulative=False,
        near=1.1,
        tolerance=0.02,
        lone=True,
        sure=False,
    ),
    *(
        Slot(
            name=f"age of the {who}", kind="age", unit="year", subjects=(who,), bare=False, cumulative=False, near=1.25,
            lone=True, sure=False, event=True,
        )
        for who in ("boy", "girl")
    ),
)
# fmt: on
