"""Classes of cue verbs, by lemma or by form: what may be inverted, what has an addressee, what needs a complement."""

from __future__ import annotations

from lintnews.extract.grammar import words

# Verbs of saying that stand beside a quotation, before or after their subject.
SAYING = words(
    """say tell add write tweet reply explain remark comment observe declare joke recall continue conclude ask note
    state insist claim argue warn announce admit acknowledge respond answer quip complain predict stress
    maintain assert concede point-out recount confirm wonder lament shout yell post retort counter exclaim muse
    repeat reiterate boast vow promise suggest report contend allege testify proclaim interject chant email
    retweet caution emphasize emphasise put-it confess urge agree deny protest plead read enthuse recollect
    reflect mutter whisper murmur think apologize apologise"""
)
# Verbs that tell somebody something: the next noun phrase is the addressee.
TELLING = words(
    """tell remind inform notify assure warn ask urge advise reassure order instruct promise accuse invite
    encourage implore beg beseech exhort caution challenge press"""
)
INVERTED_LEMMAS = (SAYING - TELLING) | {"ask"}
# Inverted at the very start of a sentence: "Said Adeyemi: …".
LEADING = words("say ask write add")
# Verbs with another common sense: they need a clause or a quotation beside them.
GUARDED = words(
    """add continue report note observe post conclude answer respond reply find show indicate determine calculate
    repeat reflect record recall estimate project appeal demonstrate reveal identify document offer order charge
    press counter attack question defend figure champion read list see state rule pledge compare embrace maintain"""
)
# Of those, the ones that a bare clause completes, or a document as the subject.
FINDING = words(
    """report find show indicate reveal conclude note recall see estimate project demonstrate observe determine rule"""
)
# Of those, the ones that an object completes.
ACTING = words("attack question defend offer champion order reply respond embrace")
# Of those, the ones that take a promise or a likeness: an infinitive, an amount, or an object before "to".
GIVING = words("pledge compare maintain")
# Forms that are nouns as often as verbs.
NOUN_LIKE = words(
    """claim claims report reports plans plan call calls note notes charge charges show shows hope hopes fear fears
    question questions demand demands offer offers promise promises attack attacks request requests estimate
    estimates doubt doubts worry worries wish wishes answer answers post posts reply replies comment comments
    support supports challenge challenges tweet tweets quote quotes echo echoes joke jokes pledge pledges vow
    vows threat appeal appeals praise feel finding warning feeling thinking understanding reporting
    writing remark remarks project complaint dispute disputes refuse whisper whispers shout shouts regret
    regrets credit credits slam slams reason dread favor favors favour decline declines rebuke rebukes invite
    repeat suspect suspects email emails record finds advocate advocates signal signals forecast forecasts
    endorse thanks counter states blast blasts embrace telling"""
)
# Verbs that an infinitive completes: "plans to", "refuses to".
INTENDING = words("plan hope vow pledge promise offer refuse decline")
# Verbs of taking sides, which a plain object completes.
PREFERRING = words("support oppose favor favour prefer back doubt fear want")
# Passives of these name or list; they tell of a claim only with "that".
NAMING = words("call find show seek list")
PLURAL_WORDS = words("people police others some many most both few men women they we you i who critics those")
# Adjectives whose phrase in the table of cues holds its preposition or conjunction already.
OBJECTIVE = words("critical supportive certain sure proud wary dismissive mindful willing")
