"""Closed classes of English words and small patterns with which the stages on attribution read a clause."""

from __future__ import annotations

import re

from lintnews.patterns import late


def words(listed: str) -> frozenset[str]:
    """A class of words, as listed."""
    return frozenset(listed.split())


ADVERBS = words(
    """also later then still once now never ever again already even just further too both all always often
    sometimes today yesterday earlier previously not n't soon instead once twice first long ago meanwhile
    therefore thus however nonetheless nevertheless though himself herself themselves itself each alone either
    only almost quite rather monday tuesday wednesday thursday friday saturday sunday"""
)
BE = words("""is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t 's ’s""")
AUXILIARIES = BE | words(
    """has have had having will would can could may might must shall should do does did won't wouldn't can't
    couldn't don't doesn't didn't hasn't haven't hadn't won’t wouldn’t can’t couldn’t don’t doesn’t didn’t
    hasn’t haven’t hadn’t cannot 've ’ve 'd ’d 'll ’ll get gets got"""
)
PRONOUNS = words("he she they it i we you who which both")
CLITICS = frozenset(p + mark + tail for p in PRONOUNS for mark in "'’" for tail in ("s", "ve", "d", "ll", "re", "m"))
POSSESSIVES = words("his her their its my our your whose")
DETERMINERS = POSSESSIVES | words("the a an this that these those any no every such another several")
PREPOSITIONS = words(
    """of in on at by for with from about into over under after before against between during without through
    despite amid among upon beyond toward towards per via because than like besides off"""
)
DASHES = words("-- - — –")
# Words that lead a day of the week: "on Friday announced", "late Tuesday said".
TIME_LEADS = words("on last late early this next")
# Words that tie a second verb to the subject of the first.
LINKS = words("and but or then")
# Where a new clause, and so a new subject, begins (in lower-cased text).
BOUNDARY = late(
    r"; |, with | - | — | – |--|—|: |\(|“|”|\"|''|’ "
    r"|(?<![\w’'])(?:(?:that|as|but|because|while|when|if|what|how|where|although|though|after|before|since|whether|than|so"
    r"|until|unless|whereas|whom|for which|in which)\s+(?!of\b|is\b|was\b|to\b)"
    r"|and then\s+|(?:and|or|then|but|yet)\s+(?=(?:he|she|they|it|we|i|you)\b))"
)
OPENING = '“"‘„«'
CLOSING = '”"’»'
# What may begin a subject after an inverted verb: "said Amy Adeyemi", "said the minister", "said officials".
INVERTED = late(
    r"\s+(?:(?:(?-i:[a-z])[\w-]+\s+){1,3}(?-i:[A-Z])\w"
    r"|(?:the|a|an|one|another|his|her|their|its|two|three|several|some)\s+[\w“\"]|(?:he|she|they|it|who)\b|(?-i:[A-Z])[\w.’'-]*|"
    r"[a-z][\w-]+s\b(?=[\s.,;]))",
    re.IGNORECASE,
)
# The end of a noun phrase that follows a cue.
PHRASE_END = late(
    r"[.,;:!?“”\"()—–](?=\s|$|[“”\"])|\s[—–-]\s|--|\s+(?:in|on|at|during|after|when|while|as|before|because|that|but|last|this"
    r"|late|earlier|yesterday|today|tomorrow|has|have|is|are|was|were|will|told|said|says"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
# An adverbial between a cue and what it introduces: "said on Monday that", "said in a statement: “".
ADVERBIAL = late(
    r"\s*(?:(?:on|in|at|during|after|before|to|of|from|late|early|last|earlier|this|via|through|by|yesterday|today|while|when|as"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^,.;:“”\"]{0,90}?)?(?:,?\s+(?=that\s)|[,:]?\s*(?=[“\"]))",
    re.IGNORECASE,
)
# An addressee: "told reporters that", "told the council: “", "warned him to".
ADDRESSEE = late(
    r"\s+[^,.;:“”\"]{1,110}?(?:,?\s+(?=(?:that|how|why|what|whether|if|to|of|about)\s)|[,:]\s*(?=[“\"])|\s+(?=[“\"])|:\s+|,\s+)",
    re.IGNORECASE,
)
ADDRESSEE_BARE = late(
    r"\s+(?:(?:me|him|her|us|them|you|it|reporters|journalists|lawmakers|voters|supporters|[A-Za-z]+s)\b"
    r"|(?:the|a|an|his|her|their|its)\s+[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]*)*|(?-i:[A-Z])[\w.’'&-]*(?:\s+(?-i:[A-Z])[\w.’'&-]*)*)"
    r"(?:\s+(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)?\s*",
    re.IGNORECASE,
)
# Nothing but time and place up to the end: the content stands before the cue.
TERMINAL = late(
    r"\s*(?:(?:(?:on|in|at|during|after|before|to (?:the|a|his|her|reporters|supporters)|of|from|via|through|by|when"
    r"|while|as|with|about)\s[^.;:“”\"]{1,140}|\w+ing\s[^.;:“”\"]{1,140}"
    r"|(?:late|early|last|earlier|this|yesterday|today|recently|repeatedly|later|too|then"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^.;:“”\"]{0,140}))?\s*[.?!]*[”\"’)]*\s*$",
    re.IGNORECASE,
)
COMPLEMENT = late(r"\s*(?:[,:]?\s*[“\"]|:\s|,?\s+(?:that|how|why|what|whether|if)\s)", re.IGNORECASE)
# A tag after a finished quotation: "“It is over.” Adeyemi said".
TAG = late(
    r"(?:(?:[A-Z][\w.’'-]*|[Hh]e|[Ss]he|[Tt]hey|[Tt]he [a-z]+)\s+){1,4}"
    r"(?:said|says|told|asked|added|wrote|explained|argued|continued|replied|noted|asks|tells|writes)\b"
)
WORD = late(r"\S+")
