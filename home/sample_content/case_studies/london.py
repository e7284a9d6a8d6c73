"""Case studies from across London."""

from datetime import date

from ..records import (
    CaseStudy,
    Source,
    bullets,
    call_out,
    heading,
    key_figures,
    paragraphs,
    picture,
    text,
    timeline,
)

GROUNDSWELL = CaseStudy(
    slug="groundswell-volunteer-progression",
    title="Groundswell: from having been homeless to helping others",
    summary=(
        "Volunteers who have been homeless help others to get health care. A coach helps "
        "each volunteer to plan what comes next. In 2016, 57 were supported and 28 moved on."
    ),
    search_description=(
        "Groundswell’s progression programme coaches volunteers who have been homeless. What the "
        "figures for 2016 show, and what they leave open."
    ),
    lead="Groundswell",
    partners={"Halcrow Foundation": "Funder", "Legal Education Foundation": "Funder"},
    reach="london-wide",
    need=paragraphs(
        "People without a home are often ill and often do not get care. The funder’s page says "
        "that eight in ten have a mental health need that is not met, and seven in ten a physical "
        "one.",
        "Groundswell’s answer is people who have been there themselves. The need that they saw "
        "next was their own: a way forward for the volunteers.",
    ),
    story=[
        text(
            "Groundswell’s volunteers, called peers, help people who are homeless to get the "
            "health care that they need. They know from their own lives how hard that can be. The progression "
            "programme is for the peers themselves. A progression officer meets each of them one "
            "to one, and together they write a plan with clear aims.",
        ),
        heading("What happened in 2016"),
        key_figures(
            ("57", "peers were supported"),
            ("28", "moved on to training, work or other volunteering"),
            ("15", "found paid work"),
        ),
        text(
            "Peers with legal problems can see a specialist adviser. "
            "The programme looks at what people are good at, and builds on it.",
        ),
    ],
    stages={
        "delivery": "People who have been homeless provide the service.",
        "beyond": "Peers go on to jobs, training and other volunteering.",
    },
    involved_when="start",
    final_decision="shared",
    worked=paragraphs(
        "Each person makes a plan of their own, with a coach who has time for them.",
        "Experience of homelessness counts as a skill here. It is what makes the service work.",
    ),
    did_not_work=paragraphs(
        "<b>Not known.</b> The published account gives what went well. Of 57 people, 28 had moved "
        "on by the end of the year; it does not say what the other 29 wanted, or what stood in "
        "their way. We would like to hear it from those who took part.",
    ),
    others_need=bullets(
        "A paid post for the coaching; volunteers cannot do it on the side.",
        "Good legal advice close at hand.",
    ),
    what_changed=paragraphs("In 2016, 15 people who had been homeless found paid work."),
    equality_groups=["homeless"],
    participants=57,
    start=(date(2016, 1, 1), "month"),
    end=(date(2016, 12, 31), "day"),
    volunteers="57 in 2016",
    funder="Halcrow Foundation and Legal Education Foundation",
    themes=["housing", "health", "employment"],
    tags=["homelessness", "volunteering", "peer support", "employment", "lived experience"],
    sources=[
        Source(
            "Halcrow Foundation: Groundswell",
            "http://halcrowfoundation.org/portfolio/3714/",
            "monitoring",
        )
    ],
    published_days_ago=96,
)

MAYORAL_ASSEMBLY = CaseStudy(
    slug="london-citizens-mayoral-assembly-2016",
    title="London Citizens asks the candidates for mayor, 2016",
    summary=(
        "After a year of listening in more than 220 member institutions, 6,000 Londoners put their "
        "own manifesto to the main candidates for mayor and asked for promises in public."
    ),
    search_description=(
        "How London Citizens turned a year of listening into a manifesto and put it to the "
        "candidates for Mayor of London in front of 6,000 people in 2016."
    ),
    lead="Citizens UK",
    reach="london-wide",
    need=paragraphs(
        "Between elections few people meet those who govern London. London Citizens, the London "
        "part of Citizens UK, wanted politicians to answer to communities in public.",
        "What to ask for was not decided at a desk. It came out of twelve months of conversations "
        "in places of worship, schools, workplaces and community groups.",
    ),
    story=[
        text(
            "London Citizens listened first. Tens of thousands of people took part in the "
            "conversations. Out of them came a manifesto about housing, the living wage, good jobs "
            "and new communities.",
        ),
        key_figures(
            ("12 months", "of listening"),
            ("220+", "institutions took part"),
            ("6,000", "Londoners at the assembly"),
        ),
        heading("The assembly"),
        text(
            "In 2016, before the election, 6,000 people met. The candidates for mayor were asked, in "
            "front of all of them, what they would do about each demand.",
            "After the election members met the new mayor and deputy mayors, to see that the "
            "promises were kept.",
        ),
        picture("river", "Drawing by us: London and its river."),
    ],
    stages={
        "need": "A year of conversations about what presses on people most.",
        "priorities": "Members chose the demands of the manifesto.",
        "beyond": "Members met City Hall afterwards to follow the promises up.",
    },
    involved_when="start",
    final_decision="asked",
    worked=paragraphs(
        "The demands came from members, so there were thousands of people who knew and wanted "
        "them. The Local Government Association notes that politicians who come to such an "
        "assembly gain in standing too.",
    ),
    did_not_work=paragraphs(
        "<b>Not known.</b> The published accounts do not say which promises were not kept, or who "
        "was not in the room. One limit is plain: the people proposed, but the mayor decided. We "
        "would like to hear from those who took part.",
    ),
    others_need=bullets(
        "Member organisations with roots of their own.",
        "A date on which those in power need to be heard.",
        "Somebody who follows the promises up, long after the day.",
    ),
    what_changed=paragraphs(
        "Members met the new mayor’s team on policing, housing and integration."
    ),
    equality_groups=["everyone", "faith", "low-income"],
    participants=6000,
    how_reached="Through more than 220 places of worship, schools, workplaces and associations.",
    start=(date(2016, 1, 1), "year"),
    progress="finished",
    themes=["democracy", "housing", "employment"],
    tags=["community organising", "elections", "accountability", "living wage"],
    sources=[
        Source(
            "Local Government Association: Mayoral Accountability Assembly 2016",
            "https://www.local.gov.uk/case-study-london-citizens-mayoral-accountability-assembly-2016",
            "story",
        )
    ],
    published_days_ago=120,
)

BUILT_ENVIRONMENT = CaseStudy(
    slug="putting-co-production-into-practice",
    title="Is it really co-production? Tools for building and planning",
    summary=(
        "Future of London and the Open University work with councils, landlords and residents on "
        "tools that tell real co-production from ‘co-washing’ in housing and regeneration."
    ),
    search_description=(
        "A London research project on co-production in planning and regeneration: three principles, "
        "little evidence, and how to tell it from ‘co-washing’."
    ),
    lead="Future of London",
    partners={"The Open University": "Research partner"},
    reach="london-wide",
    need=paragraphs(
        "Many people do not trust regeneration. They have been asked for their views and seen the "
        "plans go ahead unchanged. Councils and landlords say they want to do better, but there "
        "was little agreement about what better means.",
        "Future of London brought professionals and community representatives together to agree "
        "it. The standard they set was co-produced itself.",
    ),
    story=[
        text("A first report made the case and set three principles."),
        call_out(
            "The three principles",
            bullets("Share power.", "Share knowledge.", "Be inclusive."),
        ),
        text(
            "The second project, with the Open University, asks how to put them into practice. It "
            "began by asking the sector, until the end of January 2024, what stands in the way. "
            "Among the ideas for tools was a way to measure what co-production brings to an area.",
        ),
        heading("A word for the fake"),
        text(
            "The researchers use the word ‘co-washing’: calling something co-production when power "
            "has not moved. Their test is whether the usual relations of power have shifted, and "
            "whether communities have more control than before.",
        ),
        timeline(
            ("2023", "The first report makes the case for co-production."),
            ("January 2024", "A survey asks what stands in the way."),
            ("November 2024", "An event on how co-production makes better places."),
        ),
    ],
    stages={
        "need": "Professionals and residents agreed what good looks like.",
        "review": "The tools are for judging together whether it was the real thing.",
    },
    involved_when="start",
    final_decision="involved",
    worked=paragraphs(
        "Both sides of the table wrote the principles, so both can use them to ask questions "
        "during a project, when there is still time to change it.",
    ),
    did_not_work=paragraphs(
        "The word is used for too many things. Without a test, old consultation is sold under a "
        "new name, and trust falls further. That is ‘co-washing’.",
        "The evidence that co-production makes better places is still thin; the project says so "
        "itself. A visitor to one event noted that people in the same room understood the word in "
        "different ways, and asked whether it will end up as one more engagement technique.",
    ),
    others_need=bullets(
        "Ask at the start: which decision is really open?",
        "Write down who holds the power at the beginning, and look again at the end.",
    ),
    what_changed=paragraphs(
        "There are principles that councils, landlords and residents can use. The accounts that we "
        "read do not yet show what the tools changed on the ground."
    ),
    equality_groups=["everyone"],
    start=(date(2024, 1, 1), "month"),
    themes=["neighbourhoods", "housing"],
    tags=["planning", "regeneration", "tools", "co-washing", "evaluation"],
    sources=[
        Source(
            "Future of London: Putting Co-production into Practice",
            "https://www.futureoflondon.org.uk/knowledge/putting-co-production-into-practice/",
            "own-evaluation",
        ),
        Source(
            "Future of London: developing practical tools for co-production",
            "https://www.futureoflondon.org.uk/news/practical-tools-for-co-production/",
            "own-evaluation",
        ),
        Source(
            "The Glass-House: co-production and community engagement",
            "https://theglasshouse.org.uk/glass-house-opinion-pieces/co-production-and-community-engagement",
            "story",
        ),
    ],
    published_days_ago=141,
)

CASE_STUDIES = [GROUNDSWELL, MAYORAL_ASSEMBLY, BUILT_ENVIRONMENT]
