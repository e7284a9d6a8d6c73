"""What the words people type stand for in our vocabularies. Data only.

Words are compared as `interpreting.key` writes them: lower case, straight apostrophes.
The list is careful on purpose: a word that might mean two things is not here, and becomes
a tag or is reported. The values are the addresses (slugs) of the vocabularies a new site
starts with; where editors have taken one out, the word is reported.
"""

# Subjects, keywords and methods: what they say about the theme.
THEMES = {
    "accessibility": ["equality-rights"],
    "aging": ["ageing"],
    "ageing": ["ageing"],
    "asylum seekers": ["migration"],
    "budgeting": ["democracy"],
    "children & youth": ["children-families"],
    "climate": ["environment"],
    "climate change": ["environment"],
    "community cohesion": ["faith"],
    "community development": ["neighbourhoods"],
    "community-based law enforcement": ["safety"],
    "community-led housing": ["housing"],
    "community planning": ["neighbourhoods"],
    "community safety": ["safety"],
    "crime": ["safety"],
    "disability": ["social-care"],
    "early years": ["children-families"],
    "education & schools": ["education"],
    "education policy": ["education"],
    "elections": ["democracy"],
    "electoral reform": ["democracy"],
    "employment": ["employment"],
    "energy supply": ["environment"],
    "environmental justice": ["environment"],
    "equality": ["equality-rights"],
    "gardens": ["environment"],
    "gender & racial equality": ["equality-rights"],
    "health care": ["health"],
    "health care service": ["health"],
    "health services budget reduction": ["health"],
    "higher education & lifelong learning": ["education"],
    "homelessness": ["housing"],
    "housing": ["housing"],
    "human rights": ["equality-rights"],
    "identity & diversity": ["equality-rights"],
    "immigration": ["migration"],
    "law enforcement, criminal justice, & corrections": ["safety"],
    "local democracy": ["democracy"],
    "local government": ["democracy"],
    "municipal budgeting": ["democracy"],
    "municipal budgeting and urban planning": ["democracy", "neighbourhoods"],
    "municipal participatory budgeting": ["democracy"],
    "municipal participatory planning": ["neighbourhoods"],
    "municipal urban planning": ["neighbourhoods"],
    "music": ["arts"],
    "older people": ["ageing"],
    "participatory budgeting": ["democracy"],
    "participatory landscape planning": ["neighbourhoods", "environment"],
    "planning": ["neighbourhoods"],
    "police": ["safety"],
    "political institutions": ["democracy"],
    "poverty": ["money-advice"],
    "poverty reduction": ["money-advice"],
    "public space renewal": ["neighbourhoods"],
    "race equality": ["equality-rights"],
    "refugees": ["migration"],
    "regeneration": ["neighbourhoods"],
    "renewable energy alternatives": ["environment"],
    "strengthening human rights": ["equality-rights"],
    "sustainability": ["environment"],
    "universal health care": ["health"],
    "urban redesign": ["neighbourhoods"],
    "voluntary and community groups": ["civil-society"],
    "volunteering": ["civil-society"],
    "young people": ["children-families"],
    "youth": ["children-families"],
}

# Whom it set out to reach. Single people never; only groups that are in the list here.
EQUALITY_GROUPS = {
    "bme": ["racialised"],
    "carers": ["carers"],
    "children": ["children"],
    "elderly": ["older-people"],
    "general public": ["everyone"],
    "homeless people": ["homeless"],
    "immigrants": ["migrants-refugees"],
    "lgbtq": ["lgbt", "trans"],
    "low-income earners": ["low-income"],
    "men": ["men-boys"],
    "older people": ["older-people"],
    "out-of-school youth": ["young-people"],
    "people with disabilities": ["disabled-people"],
    "racial/ethnic group(s)": ["racialised"],
    "racial/ethnic groups": ["racialised"],
    "refugees": ["migrants-refugees"],
    "asylum seekers": ["migrants-refugees"],
    "romas": ["grt"],
    "roma": ["grt"],
    "students": ["young-people"],
    "women": ["women-girls"],
    "youth": ["young-people"],
}

# "An individual" is no organisation and stands here for that.
INDIVIDUAL = "individual"
ORGANISATION_KINDS = {
    "academic institution": "university",
    "community based organization": "community-group",
    "for profit business": "business",
    "for-profit business": "business",
    "government-owned corporation": "national",
    "international organization": "other",
    "local government": "council",
    "national government": "national",
    "non-governmental organization (non-profit)": "charity",
    "non-governmental organization": "charity",
    "philanthropic organization": "funder",
    "regional government": "national",
}

# Where a purpose or method is, in so many words, one of the stages of the line. Consultation,
# research and raising awareness may happen at any stage, so they are not here.
STAGES = {
    "co-governance": ["priorities"],
    "collaborative governance": ["priorities"],
    "make public decisions": ["priorities"],
    "participatory budgeting": ["priorities"],
    "co-design": ["solutions"],
    "collaborative delivery of services": ["delivery"],
    "direct delivery of public services": ["delivery"],
    "time banking": ["delivery"],
    "evaluation": ["review"],
}

# One spelling for the near-doubles.
SPELLINGS = {
    "21st century town meeting": "21st century town meeting",
    "citizen's assembly": "citizens' assembly",
    "citizens' assembly": "citizens' assembly",
    "citizens' jury": "citizens' jury",
    "citizens' reference panel": "citizens' reference panel",
    "co design": "co-design",
    "co production": "co-production",
    "co-operative governance": "co-governance",
    "cogovernance": "co-governance",
    "collaborative delivery of services with public authorities": (
        "collaborative delivery of services"
    ),
    "community organizing": "community organising",
    "coproduction": "co-production",
    "deliberative": "deliberation",
    "direct": "direct democracy",
    "e-deliberation™": "online deliberation",
    "edemocracy": "e-democracy",
    "food and health disparties": "food and health disparities",
    "online consultations": "online consultation",
    "participantled": "participant-led",
    "surveys": "survey",
    "the vorarlberg bürgerrat model, aka citizens' councils": "citizens' council",
    "the world cafe": "world café",
    "time credits": "time credits",
    "toolkit": "toolkit",
}

# Words of the source that make no tag: too general alone, or a note between its editors.
NO_TAG = {
    *("other", "social", "civil", "public", "community", "informal", "participatory"),
    *("collaborative", "experiential", "tools", "outcomes", "alignment", "engagement"),
    "pbcensus 3 - requires significant research",
}

# In the column of topics these are kinds of method and not what it was about.
KINDS_OF_METHOD = {"planning", "evaluation", "research"}

# Boroughs as people write them. The boroughs' own names and addresses are always understood.
BOROUGHS = {
    "barking": "barking-and-dagenham",
    "dagenham": "barking-and-dagenham",
    "chelsea": "kensington-and-chelsea",
    "kensington": "kensington-and-chelsea",
    "rbkc": "kensington-and-chelsea",
    "k and c": "kensington-and-chelsea",
    "hammersmith": "hammersmith-and-fulham",
    "fulham": "hammersmith-and-fulham",
    "lbhf": "hammersmith-and-fulham",
    "h and f": "hammersmith-and-fulham",
    "kingston": "kingston-upon-thames",
    "kingston on thames": "kingston-upon-thames",
    "kingston upon thames": "kingston-upon-thames",
    "rbk": "kingston-upon-thames",
    "richmond": "richmond-upon-thames",
    "richmond on thames": "richmond-upon-thames",
    "city": "city-of-london",
    "the city": "city-of-london",
    "square mile": "city-of-london",
    "city of london corporation": "city-of-london",
    "city of westminster": "westminster",
}
# Also towns or districts elsewhere in the country: never a borough in the column of cities.
NOT_ONLY_IN_LONDON = {"richmond", "kingston", "sutton", "city", "the city", "barnet", "chelsea"}
LONDON_WIDE = {
    *("london-wide", "london wide", "londonwide", "pan-london", "pan london", "across london"),
    *("all", "all boroughs", "all london boroughs", "all of london", "whole of london"),
    *("london", "greater london"),
}

COUNTRIES = {
    "uk": "United Kingdom",
    "u.k": "United Kingdom",
    "gb": "United Kingdom",
    "great britain": "United Kingdom",
    "usa": "United States",
    "united states of america": "United States",
    "belgien": "Belgium",
    "brasilien": "Brazil",
    "deutschland": "Germany",
    "frankreich": "France",
    "italien": "Italy",
    "kolumbien": "Colombia",
    "österreich": "Austria",
    "philippinen": "Philippines",
    "polen": "Poland",
    "spanien": "Spain",
}
UNITED_KINGDOM = {"United Kingdom", "England"}
# Elsewhere short codes such as NFK mean nothing to a reader.
COUNTRIES_WITH_KNOWN_REGION_CODES = {"United States", "Canada", "Australia"}
# ISO 3166-2:GB, the counties and cities that occur.
UNITED_KINGDOM_REGIONS = {
    "BKM": "Buckinghamshire",
    "BST": "Bristol",
    "CON": "Cornwall",
    "ESS": "Essex",
    "HAM": "Hampshire",
    "HRT": "Hertfordshire",
    "IOW": "Isle of Wight",
    "KEN": "Kent",
    "LAN": "Lancashire",
    "LEC": "Leicestershire",
    "LIN": "Lincolnshire",
    "NFK": "Norfolk",
    "NLN": "North Lincolnshire",
    "SFK": "Suffolk",
    "SRY": "Surrey",
}
NO_PLACE = {"participatory body", "local", "various", "n/a", "unknown", "city"}
WIDER_THAN_A_PLACE = {"national", "international"}

# The collections that we know, and how they ask to be credited.
CREDITS = {
    "participedia": "Participedia (participedia.net), CC BY-NC-SA 3.0, adapted",
    "own-words": "",
}
