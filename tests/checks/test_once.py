"""Shared work is done once a story, and never mistaken for another story's."""

from lintnews.checks.once import once_a_story
from lintnews.model import Article, Facts, Story


def story(text: str) -> Story:
    return Story(Article("a.txt", text, text, ()), Facts())


def test_work_is_done_once_a_story() -> None:
    done: list[str] = []

    @once_a_story
    def shout(told: Story) -> str:
        done.append(told.article.text)
        return told.article.text.upper()

    one, other = story("one"), story("other")
    assert [shout(one), shout(one), shout(other), shout(one)] == ["ONE", "ONE", "OTHER", "ONE"]
    assert done == ["one", "other"]


def test_an_equal_story_is_still_another_one() -> None:
    done: list[int] = []

    @once_a_story
    def count(told: Story) -> int:
        done.append(1)
        return len(done)

    assert (count(story("same")), count(story("same"))) == (1, 2)
