"""Case studies from beyond London, for what London can learn from them."""

from datetime import date

from ..records import (
    CaseStudy,
    Source,
    bullets,
    heading,
    key_figures,
    paragraphs,
    picture,
    text,
    timeline,
)

WE_CAN_MAKE = CaseStudy(
    slug="we-can-make-knowle-west",
    title="We Can Make: residents build small homes in Knowle West, Bristol",
    summary=(
        "On a 1930s estate in Bristol, residents and a local arts charity found a way to build "
        "small, affordable homes in large gardens, by and for people who live there."
    ),
    search_description=(
        "We Can Make in Knowle West, Bristol: residents design and build small affordable homes in "
        "gardens on their own estate. What it took, and how long."
    ),
    lead="Knowle West Media Centre",
    partners={"White Design": "Architects"},
    reach="beyond-london",
    place="Knowle West, Bristol, England",
    need=paragraphs(
        "Nearly all houses on the estate have three bedrooms, but more than half are lived in by "
        "one or two people. Families need room, older people want something smaller, and nobody "
        "wants to leave the neighbourhood.",
        "Residents said this in meetings and workshops that began in 2016. Figures on the waiting "
        "list for council homes agreed with them.",
    ),
    story=[
        text(
            "Knowle West Media Centre, an arts charity on the estate, and the architects White "
            "Design began from the skills and wishes of residents. Together they built a first "
            "home of straw and timber, to try it out.",
        ),
        picture("homes", "Drawing by us: two small homes between larger ones."),
        key_figures(
            ("2,000+", "small sites that might hold a home"),
            ("10–15%", "of them thought suitable"),
            ("£161,160", "grant for the first phase, from 2018"),
            ("2", "homes lived in by 2022"),
        ),
        timeline(
            ("2016", "Residents and the media centre begin."),
            ("2018", "Nesta names the project one of its New Radicals."),
            ("June 2020", "Plans for the first two homes go to the council."),
            ("2022", "The first two households move in."),
        ),
        heading("Homes that stay affordable"),
        text(
            "A community land trust owns the homes. The rent is no more than a third of what an "
            "average household in Knowle West has to live on. Parts are made in a workshop nearby, "
            "and the future tenants helped to design and build.",
        ),
    ],
    stages={
        "need": "Residents worked out what homes were missing and for whom.",
        "solutions": "Families and architects designed the homes together.",
        "delivery": "Local people helped to build them.",
        "beyond": "Other places now come to learn from it.",
    },
    involved_when="start",
    final_decision="shared",
    worked=paragraphs(
        "It started from what was there: gardens too big to look after, and skills on the estate. "
        "People opt in; nobody has a home put into their garden against their will.",
    ),
    did_not_work=paragraphs(
        "It is slow. From the first meetings to the first tenants took about six years, for two "
        "homes. Most of the small sites turn out not to be suitable.",
        "It also needed the council and the government to agree, for the gardens belong to council "
        "homes. Other estates will need that as well.",
    ),
    others_need=bullets(
        "A trusted organisation that stays for years.",
        "A council that is willing to let land go.",
        "Grants for the time before there is anything to see.",
    ),
    what_changed=paragraphs(
        "Two households have a home that they can afford near their families. More sites have been "
        "found, and more families have asked."
    ),
    equality_groups=["low-income", "everyone"],
    start=(date(2016, 1, 1), "year"),
    progress="ongoing",
    money_band="50k-250k",
    funder="Nationwide Foundation and Power to Change, for the first phase",
    themes=["housing", "neighbourhoods"],
    tags=["housing", "community-led housing", "co-design", "community land trust"],
    sources=[
        Source(
            "Nationwide Foundation: Knowle West Media Centre (phase one)",
            "https://nationwidefoundation.org.uk/projects-we-fund-current-funding-knowle-west-media-centre",
            "monitoring",
        ),
        Source(
            "Knowle West Media Centre: plans to build eco-friendly homes",
            "https://kwmc.org.uk/wecanmake-planning/",
            "story",
        ),
        Source(
            "Knowle West news: homes on unused gardens",
            "https://www.knowlewest.co.uk/knowle-west-project-building-homes-on-unused-gardens-paves-way-to-help-solve-housing-crisis/",
            "story",
        ),
        Source(
            "Future of London, April 2019: co-production, housing and regeneration",
            "https://www.futureoflondon.org.uk/2019/04/11/co-production-housing-and-regeneration/",
            "story",
        ),
    ],
    related=["putting-co-production-into-practice"],
    published_days_ago=165,
)

TIME_CREDITS = CaseStudy(
    slug="taff-housing-time-credits",
    title="Time credits on Taff Housing’s estates, Cardiff",
    summary=(
        "Tenants who plant gardens or organise trips for their neighbours earn credits for their "
        "time, and spend them on arts and leisure."
    ),
    search_description=(
        "Tenants of Taff Housing Association in Cardiff earn time credits for what they do for "
        "their estates. An early example of co-production, from 2010."
    ),
    lead="Taff Housing Association",
    reach="beyond-london",
    place="Cardiff, Wales",
    need=paragraphs(
        "A landlord can look after gardens and arrange activities for tenants. Then tenants "
        "receive, and what they can do themselves is not used. Taff Housing wanted that to change, "
        "beginning with two hostels for young women.",
        "The published accounts do not say whether tenants saw the need in the same way.",
    ),
    story=[
        text(
            "Time credits are simple. You give an hour to your community and you get a credit for "
            "an hour. On Taff’s estates people earned them by weeding and planting shared gardens "
            "or by going on and arranging trips together. They spent them on arts and leisure.",
        ),
        heading("Why it was written about"),
        text(
            "In 2010 Nesta used it as an example in a paper on co-production. The paper argued that "
            "services under strain cannot go on without the people who use them, and that their "
            "time and skill go to waste.",
        ),
    ],
    stages={
        "delivery": "Tenants did the work on the estates and chose how to spend the credits.",
    },
    worked=paragraphs(
        "The time of tenants was given a value that could be seen and used. People got to know "
        "their neighbours over something useful.",
    ),
    did_not_work=paragraphs(
        "<b>Not known.</b> The published accounts do not say what did not work, who did not take "
        "part, or whether the scheme lasted. We would like to hear it from tenants of that time.",
    ),
    others_need=bullets(
        "Places that accept the credits and that people want to go to.",
        "Somebody who keeps the accounts.",
    ),
    equality_groups=["low-income", "young-people"],
    end=(date(2010, 1, 7), "year"),
    themes=["housing", "civil-society"],
    tags=["time credits", "housing", "gardens", "volunteering"],
    sources=[
        Source(
            "Design Week, 7 January 2010: Nesta report sets out the principles of co-production",
            "https://www.designweek.co.uk/issues/07-january-2010/nesta-report-sets-out-the-principles-of-co-production/",
            "story",
        ),
        Source(
            "Spice: time credits in housing",
            "http://www.justaddspice.org/our-work/housing/housing-case-study.html",
            "story",
        ),
    ],
    published_days_ago=188,
)

CASE_STUDIES = [WE_CAN_MAKE, TIME_CREDITS]
