"""The words that `generate.py` makes its articles of; plain words, no text of anybody's."""

from __future__ import annotations


def words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


def phrases(text: str) -> list[str]:
    """What stands between semicolons."""
    return " ".join(text.split()).split("; ")


GIVEN = words(
    """
    Ada Agnes Alan Albert Alice Amina Andrew Anna Anton Arthur Astrid Barbara Beatrice Ben Bernard Bram Bridget
    Carla Carlos Cecilia Charles Clara Claire Cleo Colin Cora Daniel Daria David Diana Dominic Edith Edwin Elena
    Elias Ellen Emil Emma Eric Esther Eva Felix Fiona Florence Frances Frank Gemma George Gerald Grace Greta Gwen
    Hannah Harold Hector Helen Henry Hugo Ida Ingrid Irene Isaac Ivan Jack Jacob James Jane Jasper Joan Joanna Johan
    Jonas Joseph Julia Kaia Karen Karl Kate Laura Lena Leo Leon Lewis Lila Linda Louis Lucy Luke Magda Marcus
    Margaret Maria Marta Martin Matilda Maya Michael Miriam Mona Nadia Naomi Neil Nils Nina Nora Oliver Olga Orla
    Oscar Otto Owen Paul Paula Pavel Peter Petra Philip Quentin Rachel Ralph Rita Robert Rosa Ruth Samuel Sara Simon
    Sofia Sten Susan Tara Thea Theo Thomas Tova Ursula Vera Victor Walter Wanda William Yusuf Zara
    """
)

ONSETS = words("b br c ch d dr f fl g gl gr h j k kl l m n p pl pr qu r s sh sk sl st t th tr v w z")
VOWELS = words("a e i o u a e i o u ai ea ie oa ou")
CODAS = words("ck d l ld ll m mp n nd ng nn r rd rk rn rt s sk st t x")
ENDINGS = words("by den er ford gate ham holm ic ing ley man ner os ova sen son stein ton wick win worth")
TOWNS = words("borough bridge bury combe dale field haven ford hampton low mere minster mouth port stead stow ton wich")

ROLES = {  # a title before a name, what its owner is of
    "Mayor": "{place}",
    "Councillor": "{place} council",
    "Professor": "the University of {place}",
    "Inspector": "{place} police",
    "Dr": "{place} hospital",
    "Judge": "the {place} district court",
    "Director": "the {place} chamber of commerce",
    "Captain": "the {place} fire service",
}
POSTS = phrases(
    """
    chief executive; head teacher; union secretary; project manager; chief engineer; finance director; spokeswoman;
    spokesman; team leader; coach; historian; economist; harbour master; shop steward; librarian; architect; choir
    leader; ferry captain; farm adviser; museum curator
    """
)
BODIES = (
    ("Transport Authority", "transport"),
    ("Water Company", "water"),
    ("Housing Association", "housing"),
    ("Health Board", "health"),
    ("Farmers Union", "farming"),
    ("Harbour Trust", "harbour"),
    ("Rail Operators Council", "rail"),
    ("Schools Federation", "schools"),
    ("Heritage Foundation", "heritage"),
    ("Energy Agency", "energy"),
)

THINGS = words(
    """
    airfield aquarium bakery barracks bridge brewery bus-depot bypass cable-car canal car-park carnival castle
    cathedral cemetery chapel cinema clinic clock-tower coal-mine concert-hall courthouse creamery crossing
    cycle-path dam dockyard embankment exchange factory fairground farm ferry fire-station fish-market footbridge
    forest foundry fountain freight-yard gallery garage gasworks glasshouse golf-course granary greenhouse gymnasium
    harbour heath helipad high-street hospital hostel hotel hydro-plant ice-rink infirmary island jetty kindergarten
    laboratory lagoon laundry library lifeboat-station lighthouse lock marina market-hall marsh meadow mill
    monastery motorway museum nursery observatory office-block opera-house orchard outlet paper-mill park pier
    playground post-office power-station prison promenade pumping-station quarry quay racecourse radio-mast
    railway-station recycling-plant reservoir ring-road riverbank roundabout sawmill school sea-wall shipyard
    shopping-centre shooting-range skate-park slaughterhouse slipway sports-hall square stables stadium steelworks
    swimming-pool synagogue tannery tax-office theatre timber-yard town-hall toll-road tram-line treatment-works
    tunnel viaduct village-hall vineyard warehouse waterfront waterworks weir wharf wind-farm workshop youth-club
    zoo
    """
)

LOOKS = words(
    """
    ageing ambitious ancient award-winning brick-built bustling busy cheap compact concrete controversial costly
    crowded derelict disused draughty elegant empty enlarged expensive famous fenced flood-prone floodlit former
    fragile gloomy half-built handsome heavily-used historic isolated listed little-known long-awaited low-lying
    modern modest narrow neglected neighbouring new noisy northern old overgrown planned popular privately-run
    protected publicly-owned rebuilt remote renovated rural rusting shabby southern spacious state-owned sunny
    temporary tidy timber-framed underused unfinished vacant well-known western windswept wooden
    """
)

DEEDS = words(
    """
    abandoned admired altered approved audited backed bought bypassed challenged cleaned closed condemned copied
    criticised defended delayed demolished described designed discussed drained emptied endorsed enlarged examined
    extended financed finished flooded funded guarded guided improved insured inspected insulated leased lit mapped
    measured moved narrowed neglected opposed ordered owned painted patrolled photographed planned praised promoted
    protected quit rebuilt refused rejected remodelled renamed rented reopened repaired replaced restored reviewed
    sealed searched shared shut signed sold sponsored studied supplied surveyed swept tested toured transformed
    visited watched widened
    """
)

TAILS = phrases(
    """
    after a wet spring; after months of argument; against the advice of engineers; ahead of the summer season; as
    part of a wider scheme; at a closed meeting; at short notice; because of a shortage of parts; before the first
    frost; despite a petition; despite heavy rain; during the school holidays; following a long inquiry; for the
    benefit of cyclists; for the first time in a generation; for want of money; in a matter of hours; in front of a
    large crowd; in spite of objections; in the face of rising costs; in the hope of drawing visitors; in time for
    the harvest; on the advice of surveyors; on the eve of the festival; over the course of a weekend; to make room
    for trees; to meet new safety rules; to save money; to shorten the journey to work; to the delight of
    shopkeepers; under a licence from the ministry; until further notice; while traffic was diverted; while work on
    the roof went on; with a grant from a lottery fund; with help from volunteers; with the consent of the tenants;
    without a public vote; without any warning; without raising the rent
    """
)

OPENINGS = phrases(
    """
    Last autumn; Earlier in the week; By nightfall; In the meantime; For much of the day; At about the same time;
    Some distance away; On the far side of town; Not long afterwards; Shortly before dawn; Over the winter; At first
    light; Later on; Further along the coast; Up the valley; In private; For the time being; As a first step; In the
    end; Once the snow had melted
    """
)

SAID = words("said said said said said said added explained argued warned insisted")

# What people say: the fewer words of its own a line has, the less it looks like the same quotation altered.
SPEECH = """I {deed} the {look} {thing} {tail}, and would again
We {deed} it {tail}, the {thing2} as well
They {deed} a {look} {thing} {tail}
You should have seen the {thing} {tail}, {look} and {deed}
The {look} {thing} is worth more {deed} than the {thing2} is {deed2}
My father {deed} that {thing} {tail}
If the {thing} is {deed} {tail}, then so is the {look2} {thing2}
Nobody {deed} the {thing2} {tail} until we did
Was the {look} {thing} {deed} {tail} or was it {deed2}
It is {look}, it has been {deed} twice and it is still a {thing}
I like a {look} {thing} {tail}
Once it is {deed}, the {thing} will look {look2} {tail}
{tail} the {thing2} gets {deed}, {tail2} it does not
What is {look} about a {thing} {deed} {tail}
Between the {thing} and the {look} {thing2} there is room {tail}
Our {thing2} was {deed} {tail} by people from {place2}
Ask in {place2} who {deed} their {look} {thing}
Half of the {thing} is {look}, the other half was {deed} {tail}""".splitlines()

# What editors ask about.
VAGUE = """Critics said the {thing} should have been {deed} {tail}.
It is understood that the {look} {thing2} will be {deed} {tail}.
Some residents want the {thing} {deed} {tail}.
A source close to {body_short} said the {thing2} had been {deed} {tail}.
The {thing} is the largest of its kind, and was {deed} {tail}.
About {p} percent of the {thing2} has been {deed} {tail}.
The {look} {thing} lost {big} visitors {tail}.""".splitlines()

FACTS = """The {body} said the {look} {thing} had been {deed} {tail}.
{opening}, the {thing2} was {deed} {tail}, {surname} said.
{surname} said that the {look} {thing} would be {deed} {tail}.
According to {body_short}, the {thing} and the {look} {thing2} were both {deed} {tail}.
{opening}, {surname} {deed} the {look} {thing2} {tail}.
The {look} {thing} stands between {place} and {place2}, where a {thing2} was {deed} {tail}.
{surname2} has {deed} the {thing2} {tail}, and the {look} {thing} is next.
{surname2}, who grew up in {place2}, {deed} the {look} {thing2} {tail}.
The {thing} in {place} was {deed} in {year} and {deed2} {tail}.
A {look} {thing2} near {place2} was {deed} {tail}.
{opening}, {body_short} {deed} a {look} {thing} in {place2} {tail}.
{surname} told the {body} that the {thing2} had been {deed} {tail}.
The {thing} has been {deed}, the {look} {thing2} has not.
{surname2} said the {thing2} at {place2} was {look} and should be {deed} {tail}.
{opening}, work on the {look} {thing} went ahead {tail}.
It was {surname} who {deed} the {thing2} {tail}.
A report for {body_short} said the {look} {thing} could be {deed} {tail}.
The {look} {thing2} at {place2}, which {surname2} once {deed}, is to be {deed2} {tail}.
Neither the {thing} nor the {thing2} has been {deed} since {month} {year}.
{surname} and {surname2} met at the {look} {thing} {tail}.
{opening}, the road past the {thing} was {deed} {tail}.
{surname} would not say whether the {thing2} would be {deed} {tail}.
There is a {look} {thing} in {place2} as well, but it was {deed} {tail}.
{other} of {place2} {deed} the {thing} {tail}.
{other}, a visitor from {place2}, saw the {look} {thing2} being {deed}.""".splitlines()

NUMBERS = """The work costs ${m}.{d} million, said {surname}, {tail}.
The {thing2} takes {big} visitors a year, according to {body_short}.
{body_short} put the share of {look} homes in {place2} at {p} percent.
The {look} {thing} is {k} kilometres long and was {deed} in {year}.
{surname} said {big} tonnes of rubble had been taken to the {thing2} {tail}.
The {thing} employs {big} people, {p} percent of them from {place2}, {surname2} said.""".splitlines()

EVENTS = {  # what happened: what it did to people, who they are
    "fire": ("injured", "residents"),
    "flood": ("evacuated", "families"),
    "strike": ("called out", "drivers"),
    "crash": ("hurt", "passengers"),
    "march": ("arrested", "marchers"),
    "vote": ("backed by", "delegates"),
    "sale": ("laid off", "employees"),
    "storm": ("rescued", "sailors"),
}
MIDDLES = words(
    """
    Allied Borough Central District East Free General Home Inland Joint Kindred Lowland Mutual New Old Public
    Regional Shared Town United Valley West Young
    """
)
MONTHS = words("January February March April May June July August September October November December")
DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
