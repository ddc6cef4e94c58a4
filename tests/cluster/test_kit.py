from __future__ import annotations

import pytest

from lintnews.cluster import kit
from lintnews.errors import LintnewsError
from lintnews.setup import Setup, workshop_of
from tests.cli.desk import Desk


def test_a_kit_makes_the_same_workshop() -> None:
    workshop = workshop_of(Setup())
    other = kit.bench_of(kit.pack(workshop)).workshop
    assert other.rules == tuple(rule for rule in workshop.rules)
    assert other.jobs == workshop.jobs
    assert other.known == workshop.known


def test_a_program_that_differs_is_refused_by_the_name_of_what_differs() -> None:
    ours = kit.passport(workshop_of(Setup()).registry)
    kit.refuse_stranger(ours, dict(ours))
    for name, there, told in (
        ("lintnews", {"lintnews": "9.9"}, "lintnews: 9.9 there, "),
        ("plugin", {"plugin desk": "1.2"}, "plugin desk: 1.2 there, none here"),
        ("files", {"lintnews's files": "beef"}, "lintnews's files: beef there, "),
    ):
        with pytest.raises(LintnewsError, match=told) as caught:
            kit.refuse_stranger(ours, {**ours, **there})
        assert "install the same" in caught.value.message, name


def test_a_stranger_among_the_workers_ends_the_run(desk: Desk, scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("news/a.md", "Mayor Ida Brandt spoke.\n")
    ours = kit.passport
    passports = iter([{"lintnews": "0.1"}, {"lintnews": "0.0.9"}])
    monkeypatch.setattr(kit, "passport", lambda _: {**ours(_), **next(passports)})
    answer = desk.run("news", "--scheduler", scheduler)
    assert answer.code == 2
    assert "worker inproc://" in answer.err
    assert "lintnews: 0.0.9 there, 0.1 here" in answer.err
    assert answer.err.count("\n") == 1
