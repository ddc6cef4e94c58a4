"""Many articles are worked on together, and what comes of each is what comes of it alone."""

from typing import ClassVar

import msgspec

from lintnews.contract import ArticleCheck, Options
from lintnews.pieces import Task
from lintnews.register import Register
from lintnews.report import Failure
from lintnews.workshop import BATCH, Workshop
from tests.kit import WORD, registry, workshop


class Fussy(ArticleCheck):
    """Raises at one article."""

    name = "word"
    fields: ClassVar[dict[str, str]] = {"word": "the word"}
    Options = Options

    def inspect(self, story, options, look):  # type: ignore[no-untyped-def]
        if "odd" in story.article.text:
            msg = "no such mood"
            raise KeyError(msg)
        return ()


def tasks() -> list[Task]:
    texts = [f"The council met on day {number}. A word was said twice twice.\n" for number in range(2 * BATCH + 3)]
    texts[BATCH] = "An odd day.\n"
    return [Task(f"{number:03}.txt", text.encode()) for number, text in enumerate(texts)]


def test_together_comes_to_the_same_as_alone() -> None:
    house = workshop(WORD)
    together = [msgspec.structs.replace(work, timings={}) for work in house.work_all(tasks())]  # type: ignore[type-var]
    alone = [msgspec.structs.replace(house.work(task.path, task.data), timings={}) for task in tasks()]
    assert together == alone


def test_an_article_that_cannot_be_read_is_a_failure_in_its_place() -> None:
    wanted = tasks()
    wanted[3] = Task("nowhere/missing.txt")
    done = list(workshop(WORD).work_all(wanted))
    assert [task.path for task, work in zip(wanted, done, strict=True) if isinstance(work, Failure)] == [
        "nowhere/missing.txt"
    ]
    assert isinstance(done[3], Failure)
    assert done[3].where == "nowhere/missing.txt"


def test_a_check_that_raises_is_told_with_its_article_alone() -> None:
    fussy = msgspec.structs.replace(registry(), checks={**registry().checks, WORD.check: Fussy})
    done = list(Workshop(fussy, [WORD], Register()).work_all(tasks()))
    told = [failure for work in done if not isinstance(work, Failure) for failure in work.failures]
    assert [(failure.where, "no such mood" in failure.message) for failure in told] == [(f"{BATCH:03}.txt", True)]
