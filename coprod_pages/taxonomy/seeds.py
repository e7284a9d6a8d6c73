"""The vocabularies a new site starts with. Editors may change all of them afterwards.

Themes, equality groups and kinds of organisation are our own proposal. Boroughs carry
the codes of the Office for National Statistics; the tile layout is
`gb_london_boroughs_grid` of geofacet (MIT licence, copyright 2017 Ryan Hafen).
"""

from .models import Borough, EqualityGroup, OrganisationKind, Term, Theme

# slug, name, description
THEMES = [
    ("health", "Health", "Health services, public health and keeping well."),
    (
        "mental-health",
        "Mental health",
        "Mental health services, support between peers and wellbeing.",
    ),
    (
        "social-care",
        "Social care and independent living",
        "Care and support, and living the life you choose.",
    ),
    (
        "children-families",
        "Children, young people and families",
        "Work with and for children, young people and families.",
    ),
    ("ageing", "Ageing well", "Growing older, and services for older people."),
    (
        "housing",
        "Housing and homelessness",
        "Homes, tenants’ voice and ending homelessness.",
    ),
    (
        "neighbourhoods",
        "Neighbourhoods, planning and regeneration",
        "Local places: planning, estates, high streets and regeneration.",
    ),
    (
        "environment",
        "Environment, climate and green space",
        "Climate, nature, parks and growing.",
    ),
    ("food", "Food", "Growing, sharing and affording food."),
    ("transport", "Transport and streets", "Getting around, streets and travel."),
    ("arts", "Arts, culture and heritage", "Arts, culture, museums and local history."),
    ("sport-play", "Sport, play and leisure", "Sport, play and free time."),
    (
        "education",
        "Education and learning",
        "Schools, colleges and learning at any age.",
    ),
    ("employment", "Work and skills", "Jobs, training and skills."),
    (
        "money-advice",
        "Money, advice and poverty",
        "Money, debt, benefits, advice and poverty.",
    ),
    (
        "safety",
        "Crime and community safety",
        "Crime, policing, justice and feeling safe.",
    ),
    (
        "migration",
        "Migration and asylum",
        "Migration, refuge and people seeking asylum.",
    ),
    (
        "equality-rights",
        "Equality and human rights",
        "Equality, discrimination and human rights.",
    ),
    (
        "democracy",
        "Local democracy and budgets",
        "Local decisions, councils, budgets and elections.",
    ),
    ("digital", "Digital and data", "Digital services, data and getting online."),
    (
        "civil-society",
        "Volunteering and support for civil society",
        "Volunteering, and support for charities and community groups.",
    ),
    (
        "faith",
        "Faith and community cohesion",
        "Faith groups, and people of different backgrounds living well together.",
    ),
]

# slug, name, protected characteristic of the Equality Act 2010 (empty: none of them)
EQUALITY_GROUPS = [
    ("older-people", "Older people", "age"),
    ("children", "Children", "age"),
    ("young-people", "Young people", "age"),
    ("disabled-people", "Disabled people", "disability"),
    ("d-deaf", "Deaf people and people with hearing loss", "disability"),
    ("blind", "Blind and partially sighted people", "disability"),
    ("learning-disability", "People with learning disabilities", "disability"),
    ("neurodivergent", "Autistic and neurodivergent people", "disability"),
    ("mental-health", "People with mental health conditions", "disability"),
    ("long-term-condition", "People with long-term health conditions", "disability"),
    ("racialised", "Black, Asian and minority ethnic communities", "race"),
    ("grt", "Gypsy, Roma and Traveller communities", "race"),
    ("migrants-refugees", "Migrants, refugees and people seeking asylum", "race"),
    ("faith", "Faith and belief communities", "religion-belief"),
    ("women-girls", "Women and girls", "sex"),
    ("men-boys", "Men and boys", "sex"),
    ("lgbt", "Lesbian, gay and bisexual people", "sexual-orientation"),
    ("trans", "Trans and non-binary people", "gender-reassignment"),
    ("parents-pregnancy", "Pregnant people and new parents", "pregnancy-maternity"),
    ("carers", "Unpaid carers", ""),
    ("care-experienced", "Care-experienced people", ""),
    ("homeless", "People who are or have been homeless", ""),
    ("low-income", "People on low incomes", ""),
    ("everyone", "Everyone in an area", ""),
]

# slug, name, description
ORGANISATION_KINDS = [
    (
        "community-group",
        "Community group",
        "Run by the people it is for, usually small and local.",
    ),
    ("charity", "Charity or social enterprise", "Has a purpose other than profit."),
    (
        "cvs",
        "CVS or volunteer centre",
        "A council for voluntary service, a volunteer bureau or another body that supports them.",
    ),
    ("council", "Council", "A borough, the City of London or another local authority."),
    (
        "nhs",
        "NHS and health body",
        "Hospitals, trusts, GPs and the bodies that plan health care.",
    ),
    (
        "housing",
        "Housing association",
        "Lets and looks after homes for people who need them.",
    ),
    ("funder", "Funder", "Gives grants: a trust, a foundation, a lottery."),
    ("business", "Business", "A company, a consultancy or a professional practice."),
    ("university", "University or college", "Teaches or does research."),
    (
        "national",
        "Government and public body",
        "National or regional government, police, and public bodies other than councils and the NHS.",
    ),
    ("other", "Other", "Anything else."),
]

# ONS code, slug, name, abbreviation, column, row
BOROUGHS = [
    ("E09000001", "city-of-london", "City of London", "CTY", 4, 3),
    ("E09000002", "barking-and-dagenham", "Barking and Dagenham", "BDG", 7, 3),
    ("E09000003", "barnet", "Barnet", "BRN", 3, 1),
    ("E09000004", "bexley", "Bexley", "BEX", 7, 4),
    ("E09000005", "brent", "Brent", "BRT", 2, 2),
    ("E09000006", "bromley", "Bromley", "BRM", 5, 5),
    ("E09000007", "camden", "Camden", "CMD", 3, 2),
    ("E09000008", "croydon", "Croydon", "CRD", 4, 5),
    ("E09000009", "ealing", "Ealing", "ELG", 1, 2),
    ("E09000010", "enfield", "Enfield", "ENF", 4, 0),
    ("E09000011", "greenwich", "Greenwich", "GRN", 6, 4),
    ("E09000012", "hackney", "Hackney", "HCK", 5, 2),
    ("E09000013", "hammersmith-and-fulham", "Hammersmith and Fulham", "HMS", 1, 3),
    ("E09000014", "haringey", "Haringey", "HGY", 4, 1),
    ("E09000015", "harrow", "Harrow", "HRW", 2, 1),
    ("E09000016", "havering", "Havering", "HVG", 7, 2),
    ("E09000017", "hillingdon", "Hillingdon", "HDN", 0, 2),
    ("E09000018", "hounslow", "Hounslow", "HNS", 0, 3),
    ("E09000019", "islington", "Islington", "ISL", 4, 2),
    ("E09000020", "kensington-and-chelsea", "Kensington and Chelsea", "KNS", 2, 3),
    ("E09000021", "kingston-upon-thames", "Kingston upon Thames", "KNG", 2, 5),
    ("E09000022", "lambeth", "Lambeth", "LAM", 3, 4),
    ("E09000023", "lewisham", "Lewisham", "LSH", 5, 4),
    ("E09000024", "merton", "Merton", "MRT", 3, 5),
    ("E09000025", "newham", "Newham", "NWM", 6, 3),
    ("E09000026", "redbridge", "Redbridge", "RDB", 6, 2),
    ("E09000027", "richmond-upon-thames", "Richmond upon Thames", "RCH", 1, 4),
    ("E09000028", "southwark", "Southwark", "SWR", 4, 4),
    ("E09000029", "sutton", "Sutton", "STN", 3, 6),
    ("E09000030", "tower-hamlets", "Tower Hamlets", "TOW", 5, 3),
    ("E09000031", "waltham-forest", "Waltham Forest", "WTH", 5, 1),
    ("E09000032", "wandsworth", "Wandsworth", "WNS", 2, 4),
    ("E09000033", "westminster", "Westminster", "WST", 3, 3),
]


def plant_vocabularies() -> None:
    """Add the starting values to each vocabulary that is still empty.

    A list that editors have begun is theirs: nothing is added to it, renamed or put back.
    Boroughs are a closed list and are completed whenever one is missing.
    """
    _plant(Theme, [{"slug": s, "name": n, "description": d} for s, n, d in THEMES])
    _plant(
        EqualityGroup,
        [{"slug": s, "name": n, "protected_characteristic": c} for s, n, c in EQUALITY_GROUPS],
    )
    _plant(
        OrganisationKind,
        [{"slug": s, "name": n, "description": d} for s, n, d in ORGANISATION_KINDS],
    )
    for order, (code, slug, name, abbreviation, column, row) in enumerate(BOROUGHS):
        Borough.objects.get_or_create(
            gss_code=code,
            defaults={
                "slug": slug,
                "name": name,
                "abbreviation": abbreviation,
                "tile_column": column,
                "tile_row": row,
                "sort_order": order,
            },
        )


def _plant(model: type[Term], rows: list[dict[str, str]]) -> None:
    if not model.objects.exists():
        model.objects.bulk_create(model(sort_order=order, **row) for order, row in enumerate(rows))
