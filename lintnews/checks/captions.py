"""Captions: what a paragraph reads like that belongs under a picture."""

from __future__ import annotations

from lintnews.patterns import late

_VERBS = (
    "addresses|arrives?|attends?|burns?|carr(?:y|ies)|casts|celebrates?|chants?|cheers?|clashes"
    "|cleans?|clears?|climbs?|"
    "collects?|crosses|cuts?|dances?|drives?|embraces?|enters?|gathers?|gestures?|greets?|hands|hangs?|holds?|hugs?|"
    "inspects?|joins?|kicks?|kneels?|laughs?|lays?|leads?|leaves?|lies|lifts?|lights|lines? up|listens?|loads?|looks?|"
    "marche?s?|meets?|mends?|parades?|passes|patrols?|performs?|plays|points?|poses?|prays?|prepares?|protests?|pulls?|"
    "pushe?s?|queues?|raises?|reacts?|reads?|rests?|rides?|runs?|sails?|salutes?|scores|searche?s?|shakes?|shovels?|"
    "shows?|signs|sings?|sits?|sleeps?|smiles?|speaks?|stands?|surveys?|swims?|take?s? part|talks?|tours?|unloads?|"
    "visits?|waits?|wades?|walks?|watch(?:es)?|waves?|wears|works?"
)
_HELPED = r"(?<!\bto )(?<!will )(?<!\bcan )(?<!ould )(?<!\bnot )(?<!must )(?<!\bmay )"  # no verb of its own
_VERB = late(rf"(?!(?:To|For|This|That|There|It|Please|Click|If|When) )(?:[^\s]+ ){{1,12}}?{_HELPED}(?:{_VERBS})\b")
_SOMEBODY = late(
    rf"(?:An?|Two|Three|Four|Five|Some|Several|People|[A-Z]\w+(?:s|men|women|people)|[A-Z]\w+ \w+,? \w+)\b"
    rf"(?: [\w'’-]+){{0,3}} (?:{_VERBS}) (?:\w+ ){{0,4}}?"
    r"(?:on|in|at|through|past|near|outside|inside|along|across|during|after|her|his|their|the|an?)\b",
)
_OPENING = late(
    r"(?:FILE(?: PHOTO)?\s*[-–—:]|File photo\b|Pictured(?: here| above| below)?[:,]|(?:Image |Photo "
    r"|Picture )?[Cc]aption:"
    r"|(?:An? |The )?(?:aerial|drone|satellite|general|undated|archive|file) (?:view|photo(?:graph)?"
    r"|image|picture|shot)\b"
    r"|(?:In )?[Tt]his (?:undated |file |handout |aerial )?(?:photo(?:graph)?|image|picture),?\s)"
)
_POINTED = late(
    r"\((?:left|right|cent(?:re|er)|second (?:from )?(?:left|right)|pictured|above|below|top|bottom"
    r"|front|back|far left|far right)\)"
    r"|, (?:second from |far )?(?:left|right|cent(?:re|er)),|, (?:as )?(?:seen|pictured"
    r"|photographed) (?:from|in|on|here|at)\b"
    r"|\b(?:is|are) (?:pictured|seen|shown) (?:in|on|at|with|during|here|outside|near|from|after|before)\b"
)
_CREDIT_END = late(
    r"(?:\(?(?:AP|AFP|REUTERS|Reuters|EPA|PA)(?: Photo)?/[^.()]{3,40}\)?|(?:/|via )Getty Images\)?|\(pictured\)"
    r"|[.,;)] \(?(?:Photo(?:graph)?|Picture|Image|Credit)s?(?: by| credit)?\s?[:/]\s?[A-Z][^.:]{2,50}\)?\.?)\s*\Z"
)
_DATED = late(
    r", (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:Jan|Feb|Mar|Apr|May|June?|July?"
    r"|Aug|Sept?|Oct|Nov|Dec)"
    r"[a-z.]*\s\d{1,2}, \d{4}\.?\s*\Z"
)
LEAST_WORDS = 6  # of a caption
_SENTENCE_END = tuple(".!?…:;]\"”'’")
_INNER_STOP = late(r"[.?!] +[A-Z]")
_SPEECH = late(r"[“\"]|https?:|www\.|\b(?:said|says|told|asked|added)\b")


def is_caption(line: str, *, subhead: bool = False) -> bool:
    """Whether a paragraph reads like a picture's caption.

    It opens like one, ends in a credit, points to people ("left"), or has a verb in the present and no full stop. Of a
    line that may as well be a `subhead` more is asked: somebody who does something somewhere.
    """
    if _SPEECH.search(line):
        return False
    if _OPENING.match(line) or _CREDIT_END.search(line):
        return True
    if not line[0].isupper() or _INNER_STOP.search(line):
        return False
    if line.endswith(_SENTENCE_END):
        return bool(_DATED.search(line) and _VERB.match(line))
    return bool(_POINTED.search(line) or (_SOMEBODY if subhead else _VERB).match(line))
