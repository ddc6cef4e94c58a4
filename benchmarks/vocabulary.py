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
    "Transport Authority",
    "Water Company",
    "Housing Association",
    "Health Board",
    "Farmers Union",
    "Harbour Trust",
    "Rail Operators Council",
    "Schools Federation",
    "Heritage Foundation",
    "Energy Agency",
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

# When or why something is done: "after a stormy meeting".
WHEN = phrases(
    """
    after a; after the; amid a; amid the; as part of a; because of the; before a; before the; beside the; by means of
    a;
    close to the; despite a; despite the; during a; during the; following a; for the; from the; in a; in the; in
    spite of
    a; near the; on a; on the; out of a; over the; owing to a; since the; through a; throughout the; under a; under
    the;
    until the; with a; with the; within a; without a; without the
    """
)
KINDS = words(
    """
    angry anonymous annual autumn bitter brief calm careful chaotic civic cold colourful dark dense dull early easy
    emergency evening explosive fierce final foggy formal friendly frosty full general hasty heated heavy humid hurried
    informal joint last late lengthy light lively local loud lucky main midday mild minor muddy narrow national night
    noisy official open ordinary painful patient peaceful polite private provisional public quarterly quick quiet rainy
    rare recent regional rough routine second secret severe sharp short silent slow small sober special spring stiff
    stormy strict sudden summer swift tense thick third tidy tough unusual urgent warm weekly windy winter yearly
    """
)
OCCASIONS = words(
    """
    agreement alarm anniversary apology appeal argument arrangement assembly auction audit ballot banquet blackout
    boycott briefing budget campaign celebration ceremony claim clearance collapse collection committee complaint
    compromise concert conference contest contract crossing debate deadline deal delay delivery demonstration dispute
    drought election encounter excavation exercise exhibition expedition failure fair festival frost funeral gale
    gathering grant harvest hearing heatwave holiday incident inquest inquiry inspection interview investigation
    invitation landslide lawsuit leak lecture licence loan market meeting mistake notice opening order outbreak parade
    pause petition picnic plan power-cut promise quarrel query race raid rally rebellion reception referendum refusal
    rehearsal request reshuffle review rumour season setback settlement shortage shower snowfall speech summit survey
    tender test thaw tour tournament trial vacancy visit vote warning wedding weekend
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

# What people say. Of any four words in a row two at least are chosen freely, or half an archive said the same.
SPEECH = """I {deed} the {look} {thing} {tail}, {deed2} its {look2} {thing2} {tail2}
We {deed} {look} {thing2}s {tail}, never a {look2} {thing}
They {deed} a {look} {thing} {tail}, then {deed2} another {tail2}
Nobody {deed} {look} {thing2}s {tail} until we {deed2} one
You {deed} our {look} {thing} {tail}, they {deed2} theirs
Who {deed} that {thing} {tail}? Us, {look} {thing2} and all
{look} {thing} or {look2} {thing2}, somebody {deed} both {tail}
My {look} {thing2} was {deed} {tail}, her {thing} {deed2} {tail2}
You call it {look}, we {deed} it {tail}
Every {look} {thing} they {deed} got {deed2} {tail}
That {thing}, {deed} {tail}, looked {look} {tail2}
Downhill they {deed} every {thing} {tail}, {look} or {look2}""".splitlines()

# What editors ask about.
VAGUE = """Critics said the {thing} should have been {deed} {tail}.
It is understood that the {look} {thing2} will be {deed} {tail}.
Some residents want the {thing} {deed} {tail}.
A source close to {body_short} said the {thing2} had been {deed} {tail}.
The {thing} is the largest of its kind, and was {deed} {tail}.
About {p} percent of the {thing2} has been {deed} {tail}.
The {look} {thing} lost {big} visitors {tail}.""".splitlines()

FACTS = """The {body} {deed} {look} {thing}s {tail}, {surname} said.
{opening}, a {look} {thing2} was {deed} {tail}, {surname} said.
{surname} said the {look} {thing} would be {deed} {tail}.
According to {body_short}, {look} {thing}s were {deed} {tail}, {thing2}s {deed2} {tail2}.
{opening}, {surname} {deed} the {look} {thing2} {tail}.
{place}'s {look} {thing} lies near {place2}, where {name} {deed} a {thing2} {tail}.
{surname2} {deed} {place2}'s {thing2} {tail}, then {deed2} a {look} {thing}.
{surname2}, raised in {place2}, {deed} {look} {thing2}s {tail}.
{place}'s {thing}, {deed} in {year}, was {deed2} {tail}.
A {look} {thing2} near {place2} was {deed} {tail}.
{opening}, {body_short} {deed} {look} {thing}s in {place2} {tail}.
{surname} told the {body} that {thing2}s {deed} {tail} were {deed2} {tail2}.
The {thing} was {deed} {tail}, its {look} {thing2} was not.
{surname2} called {place2}'s {thing2} {look} and {deed} it {tail}.
{opening}, visitors {deed} {look} {thing}s {tail}.
It was {surname} who {deed} {place2}'s {thing2} {tail}.
{name}, writing for {body_short}, {deed} {look} {thing}s {tail}.
{place2}'s {look} {thing2}, once {deed} by {surname2}, was {deed2} {tail}.
The {thing} has stood {look} since {month} {year}, {tail}.
{surname} and {surname2} {deed} a {look} {thing} {tail}.
{opening}, roads past {place2}'s {thing} were {deed} {tail}.
{surname} {deed} {look} {thing2}s {tail}, not {look2} ones {tail2}.
{other} of {place2} {deed} {look} {thing}s {tail}.
{other}, visiting from {place2}, {deed} a {look} {thing2} {tail}.""".splitlines()

NUMBERS = """The work costs ${m}.{d} million, said {surname}, {tail}.
The {thing2} takes {big} visitors a year, according to {body_short}.
{body_short} put the share of {look} homes in {place2} at {p} percent.
The {look} {thing} is {k} kilometres long and was {deed} in {year}.
{surname} said {big} tonnes of rubble had been taken to the {thing2} {tail}.
The {thing} employs {big} people, {p} percent of them from {place2}, {surname2} said.""".splitlines()

EVENTS = words(
    """
    blast blaze brawl collision crash demonstration derailment dispute earthquake election eruption evacuation
    explosion
    fire flood gale heatwave landslide march merger outbreak protest raid rally robbery sale shooting siege snowfall
    stampede storm strike takeover tornado trial vote walkout
    """
)
DONE = words(
    "affected arrested charged detained evacuated examined fined hired honoured hurt injured moved rescued sued"
)
WHOM = words(
    """
    bakers builders campers children climbers clerks cyclists delegates demonstrators dockers doctors drivers employees
    engineers families farmers fishermen gardeners guests households marchers miners motorists nurses officers
    passengers
    patients pensioners pilots porters prisoners pupils residents sailors shoppers soldiers students teachers tenants
    tourists traders villagers visitors walkers welders workers
    """
)
MIDDLES = words(
    """
    Allied Borough Central District East Free General Home Inland Joint Kindred Lowland Mutual New Old Public
    Regional Shared Town United Valley West Young
    """
)
MONTHS = words("January February March April May June July August September October November December")
DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
