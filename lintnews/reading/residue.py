"""Paragraphs that are no part of the story: what a page says around it, and what scraping leaves behind.

Whole paragraphs only, and short ones: "television advertisements" or "asked workers to sign up" in a sentence are news.
"""

from __future__ import annotations

import re

from lintnews.patterns import late

MOST_WORDS = 30
_CHANNELS = (
    r"(?:facebook|twitter|x|instagram|whats ?app|telegram|linkedin|youtube|tiktok|threads|google news|bluesky"
    r"|email|e-mail)"
)
_MEDIA = (
    r"(?:newsletters?|e-?mails?|briefings?|podcasts?|channels?|alerts?|notifications?|updates|inbox|e-?paper|feeds?"
    r"|subscriptions?|whats ?app|telegram|app)"
)
_LINK = (
    r"(?:(?:also )?read(?: also| more| next| on| this| here)?|see also|also see|also|more"
    r"|more on this(?: story| topic)?|"
    r"related(?: (?:stor(?:y|ies)|articles?|news|content|links?|reading|coverage|topics?))?|"
    r"(?:also )?(?:watch|listen)(?: also| more| now| here| live)?|recommended(?: reading| for you"
    r"| stories)?|trending(?: now)?|"
    r"don[’']t miss|must[- ]read|editor[’']?s[’']? picks?|most (?:read|popular|viewed)"
    r"|in case you missed it|further reading)"
)
_LINES = (
    # links to other stories
    rf"{_LINK}\s?[:|»>→].*",
    (
        r"(?:read|see|view|watch|listen to) (?:the )?(?:full|more|original|entire|whole"
        r"|rest of the)\b[^.]{0,60}(?:here|story|article|post|report|interview|video|more)?[.…]{0,3}[»>→]?"
    ),
    r"read more(?: (?:at|on|about|from|in)\b.*)?[.…]{0,3}[»>→]?",
    (
        r"(?:related|recommended|more|top|latest|popular|trending|other) (?:stories|articles|news|posts"
        r"|reading|content|videos)(?: (?:for you|from|on|about|in)\b.*)?"
    ),
    (
        r"(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended for you|most (?:read|popular"
        r"|viewed)|up next|what to read next|more on this story|more from\b.{0,60})[:.]?"
    ),
    r"(?:click|tap) here\b.*",
    r"continue reading\b.*",
    # prompts to subscribe, follow, pay
    (
        rf"(?:please )?(?:subscribe|sign up|register|log in|join (?:us|our)|follow us|like us|get|receive"
        rf"|download|stay (?:up ?to ?date|informed|connected|ahead)|never miss)\b.*\b{_MEDIA}\b.*"
    ),
    (
        r"(?:please )?(?:subscribe|sign up|register|log in|sign in)(?: (?:now|here|today|free|for free"
        r"|to (?:read|continue|keep|access|unlock|view|our|the|get|receive)\b.*))?[.!»>→]*"
    ),
    rf"(?:follow|like|find|join|connect with) (?:us|me|\S+(?: \S+){{0,3}}) on (?:our )?{_CHANNELS}\b.*",
    r"discover more from .+",
    r"type your e-?mail\b.*",
    r"(?:already a (?:subscriber|member)|not a (?:subscriber|member)(?: yet)?)\b.*",
    r"(?:support|help) (?:our|independent|quality|us)\b.*\b(?:journalism|newsroom|reporting|work)\b.*",
    r"(?:become|be) a (?:member|subscriber|supporter|patron)\b.*",
    (
        r"this (?:article|story|content) is (?:only )?(?:for|available to"
        r"|reserved for) (?:our )?(?:subscribers|members|premium)\b.*"
    ),
    # comments, sharing
    r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)\b.*",
    r"(?:\d+ )?comments?(?: \(?\d+\)?)?(?: (?:are )?closed)?[.:]?",
    r"(?:view|show|see|load|read)(?: all)?(?: the)?(?: \d+)? comments.*",
    (
        r"(?:share|tweet|pin|print|email|copy link|save)(?: (?:this|the|on|via|with|to|article|story|post"
        r"|link|page|icon|now|facebook|twitter|whatsapp|email|x|save|friends)\b)*[:.!]?"
    ),
    rf"share (?:this|on|via|to|with)\b.{{0,60}}\b(?:{_CHANNELS}|friends|article|story|post|link)\b.*",
    r"your e-?mail address will not be published\b.*",
    r"(?:let us know|tell us|share your (?:thoughts|views))\b.*\b(?:comments?|below)\b.*",
    # cookies, notices
    r".{0,40}\b(?:uses?|using|accept|about) (?:all |our |necessary )?cookies\b.*",
    r"(?:©|\(c\)|copyright\b|&copy;).{0,200}",
    r"all rights reserved\.?",
    r"terms (?:of (?:use|service)|and conditions)\b.{0,60}|privacy policy\b.{0,40}",
    # advertisements and players
    (
        r"(?:advertisement|advertisements|advertising|advert|sponsored(?: content)?|promoted(?: content)?"
        r"|paid content|ad)[.:]?"
    ),
    r"(?:story|article|report) continues (?:below|after)\b.*",
    r"(?:scroll|keep scrolling|skip)\b.{0,30}\b(?:continue|advertisement|ad|content|down)\b.{0,30}",
    (
        r"(?:media playback|this video|your browser|video player|javascript)\b.{0,60}\b(?:unsupported"
        r"|not be played|not support(?:ed)?|unavailable|loading|disabled|required).*"
    ),
    r"(?:loading|please wait)(?: (?:video|player|comments|more))?[.…]{0,3}",
    # ends and separators
    r"[-–—_*#=~•·. ]{3,}",
    r"[-–—]\s?30\s?[-–—]|\(?more\)?[.…]{2,}|\(more\)|#{2,}|-?ends?-?|-?\s?ends\s?-?",
)
# How such paragraphs begin: looked at first, since the long pattern is made only when one begins so.
_BEGINNINGS = (
    "ad|all rights|already a |also |article |be a |become a |click |comment|connect with |continue reading|copy|"
    "discover |don|download|editor|email|end|find |follow |further reading|get|help |in case you|javascript|join |"
    "keep scrolling|leave |let us |like |listen|load|log in|media playback|more|most |must|never miss|not a |other |"
    "paid content|pin|please |popular |post |print|privacy policy|promoted|read|receive|recommended|register|related|"
    "report continues|save|scroll|see |share|show |sign |skip|sponsored|stay |story |subscribe|support |tap here|"
    "tell us|terms |this article|this content|this story|this video|top |trending|tweet|type your|up next|video player|"
    "view |watch|what to read|write |you may|you might|your browser|your e|add |latest "
)
_OPENINGS = tuple(_BEGINNINGS.split("|"))
_RESIDUE = late("(?:" + "|".join(_LINES) + r")\Z", re.IGNORECASE | re.DOTALL)
_SPEECH = late(r"[“\"]|\b(?:said|says|told|asked|added|has|have|was|were|had)\b")
_COLON_LINK = late(rf"{_LINK}\s?[:|»>→]", re.IGNORECASE)


def is_residue(words: str) -> bool:
    """Whether a paragraph, taken alone, is residue and not copy."""
    if (
        not words
        or len(words) > 260
        or words.count(" ") >= MOST_WORDS
        or not _may_be(words.lower())
        or not _RESIDUE.match(words)
    ):
        return False
    return bool(_COLON_LINK.match(words)) or not _SPEECH.search(words)


def _may_be(lower: str) -> bool:
    """Whether a paragraph begins like residue, with no letter at all, or speaks of cookies."""
    return lower.startswith(_OPENINGS) or not lower[0].isalpha() or "cookies" in lower
