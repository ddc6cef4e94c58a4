"""Numbers that say which one, not how many: reference marks, counters of a gallery, houses of a street."""

from __future__ import annotations

from lintnews.patterns import late

_MARK = late(r"\[(?:\w+ )?\Z")
_COUNTED = late(r"(?:(?:\A|[.!?/|\n]\s*)[A-Z][a-z]+|Image|Photo|Picture|Slide|Page|Part|Video|Figure) \Z")
_OUT_OF = late(r" (?:of|/) ?\d|/\d")
_OF_MANY = late(r"[A-Z][a-z]+ \d+ (?:of|/) ?\Z")
_CLOCK = late(r":\d\d(?!\d)|\s?[ap]\.?m\b")
_HOUSE = late(r" block of| (?:[NSEW]\.? )?[A-Z][a-z]+ (?:Road|Street|Avenue|Drive|Lane|Boulevard|St|Rd|Ave|Dr)\b")


def only_numbers(text: str, start: int, end: int) -> bool:
    """Whether a number says which one, not how many: "[30]", "Image 3 of 20", "1400 block of", "(901)", a house."""
    before, after = text[max(0, start - 20) : start], text[end : end + 30]
    if _CLOCK.match(after) or (after.startswith(")") and before.endswith("(")):
        return True
    if after.startswith("]"):
        return _MARK.search(before) is not None
    if _HOUSE.match(after) or _OF_MANY.search(before):
        return True
    return _OUT_OF.match(after) is not None and _COUNTED.search(before) is not None
