"""Case studies from Hammersmith and Fulham."""

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

COUNCIL_MEETINGS = CaseStudy(
    slug="accessible-council-meetings-hammersmith-and-fulham",
    title="Making council meetings accessible in Hammersmith and Fulham",
    summary=(
        "A promise to work with disabled residents led to a commission of ten of them, then to a "
        "co-production unit inside the council, and to meetings with fewer barriers."
    ),
    search_description=(
        "How disabled residents of Hammersmith and Fulham moved from a commission into the council "
        "itself, and took barriers out of council meetings."
    ),
    lead="Hammersmith and Fulham Council",
    boroughs=["hammersmith-and-fulham"],
    need=paragraphs(
        "A commission of disabled residents found that disabled people were almost nowhere to be "
        "seen when decisions were made about the services they use.",
        "The work starts from the social model of disability. People are disabled by the way "
        "things are organised, a council meeting for example, and not by their impairments.",
    ),
    story=[
        text(
            "On the International Day of Disabled People in 2015 the council promised to work more "
            "closely with disabled residents. The next year it set up an independent Disabled "
            "People’s Commission: ten disabled residents, who worked with councillors and officers.",
        ),
        key_figures(
            ("10", "disabled residents on the commission"),
            ("8", "recommendations in its report of 2018"),
        ),
        timeline(
            ("3 December 2015", "The council makes its promise."),
            ("2016", "The Disabled People’s Commission begins."),
            ("June 2018", "The commission publishes its report."),
            ("2018", "A member of the commission is elected as a councillor."),
            ("2023", "That councillor becomes mayor of the borough."),
        ),
        heading("From the commission into the council"),
        text(
            "The council set up a co-production unit to carry the work on. One member of the "
            "commission took a job there. Another became a councillor and later mayor. So the "
            "people who had described the barriers were now in the rooms where the barriers were.",
        ),
    ],
    stages={
        "need": "The commission gathered the views of disabled residents across the borough.",
        "solutions": "Residents, councillors and officers worked out recommendations together.",
        "delivery": "A co-production unit inside the council carries them out.",
    },
    involved_when="start",
    final_decision="shared",
    worked=paragraphs(
        "The commission was independent and made up of disabled residents, so its findings could "
        "not be put aside as the view of officers.",
        "The work was given a home: a unit with staff, and people with lived experience in it.",
    ),
    did_not_work=paragraphs(
        "<b>Not known.</b> The published account was written by and with the council. It does not "
        "say which barriers are still there, or where people disagreed. We would like to hear that "
        "from residents and from staff.",
    ),
    others_need=bullets(
        "A public promise that people can hold you to.",
        "Disabled people in paid posts, and not only as volunteers.",
        "Time: this took from 2015 to 2018 before the report, and goes on.",
    ),
    what_changed=paragraphs(
        "Co-production has staff and a place in the council. Two people who began as residents on "
        "a commission came to hold a job and a public office."
    ),
    plain_language=paragraphs(
        "Disabled people could not take part in council meetings like other people.",
        "In 2015 the council promised to do better.",
        "It asked ten disabled people to say what was wrong. They wrote a report.",
        "Then the council set up a team to make the changes. A disabled person from the group got "
        "a job in the team. Another was elected to the council.",
        "<b>What was good:</b> disabled people were in charge of finding out what was wrong.",
        "<b>What we do not know:</b> which problems are still there.",
    ),
    equality_groups=["disabled-people"],
    participants=10,
    start=(date(2015, 12, 3), "day"),
    progress="ongoing",
    themes=["democracy", "equality-rights"],
    tags=["accessibility", "local democracy", "disability", "lived experience"],
    sources=[
        Source(
            "Local Government Association: increasing the accessibility of council meetings",
            "https://www2.local.gov.uk/case-studies/london-borough-hammersmith-and-fulham-increasing-accessibility-council-meetings",
            "story",
        ),
        Source(
            "Hammersmith and Fulham Council: co-production",
            "https://www.lbhf.gov.uk/councillors-and-democracy/co-production",
            "monitoring",
        ),
    ],
    related=["co-production-week-hammersmith-and-fulham"],
    published_days_ago=19,
)

CO_PRODUCTION_WEEK = CaseStudy(
    slug="co-production-week-hammersmith-and-fulham",
    title="Hammersmith and Fulham takes stock with disabled residents",
    summary=(
        "At an event in July 2025 residents, officers and councillors counted what co-production "
        "had achieved: a policy for paying residents, and 23 of 31 housing actions finished."
    ),
    search_description=(
        "Residents and officers in Hammersmith and Fulham look at what co-production with disabled "
        "residents has done, from payment to housing, and what is left."
    ),
    lead="Hammersmith and Fulham Council",
    partners={"Action on Disability": "Its youth board made the film"},
    boroughs=["hammersmith-and-fulham"],
    place="Irish Cultural Centre",
    need=paragraphs(
        "Work that goes on for years can lose its way. Once a year the council and disabled "
        "residents look back together: what was promised, what was done, what comes next?",
        "The subject in 2025 was independent living. Young disabled people put school and work on "
        "the table with a film of their own.",
    ),
    story=[
        text(
            "On 2 July 2025 more than a hundred people met at the Irish Cultural Centre: disabled "
            "residents, community groups, council officers and councillors. The youth board of "
            "Action on Disability showed its film for the first time. Groups of residents then said "
            "how far their work had come.",
        ),
        key_figures(
            ("100+", "people at the event"),
            ("23 of 31", "actions in the housing strategy finished"),
        ),
        heading("What the groups reported"),
        text(
            bullets(
                "Residents who take part in co-production are now paid, under a policy of its own.",
                "The town hall has new lifts and doors that open by themselves. A team of disabled "
                "residents worked on the building with the architects.",
                "A group for digital access sets standards for the council’s on-line forms.",
                "Another group works on streets and transport.",
            ),
        ),
        picture("table", "Drawing by us: everybody has the same place at the table."),
        call_out(
            "Learn together first",
            "In the town hall project residents, officers and architects all took the same "
            "training in disability equality. A disabled resident was co-chair.",
        ),
    ],
    stages={
        "delivery": "Teams of residents and officers carried out the strategy.",
        "review": "Everybody looked together at what was done and what was not.",
    },
    involved_when="start",
    final_decision="shared",
    worked=paragraphs(
        "Residents are paid for their work, so it is not only for those who can afford to give it "
        "away.",
        "The council says that the architects of the town hall found this way of working saved "
        "time and money in the long run.",
    ),
    did_not_work=paragraphs(
        "Not everything is finished: 8 of the 31 actions for housing were still to be done, and "
        "the council names allocations and assessments among them.",
        "There were practical difficulties at the beginning of the town hall project. People in "
        "the team had access needs that did not fit together, and that had to be worked out first. "
        "The council also says that residents were involved <i>nearly</i> all the way through.",
    ),
    others_need=bullets(
        "A rule for paying people, agreed before the work begins.",
        "Time at the start for the access needs of everybody in the team.",
        "Figures that residents can check: how many actions, how many finished.",
    ),
    what_changed=paragraphs(
        "There is a payment policy, a more accessible town hall, and a list of actions that "
        "residents can follow."
    ),
    equality_groups=["disabled-people", "young-people"],
    participants=100,
    payment="Residents are paid under the council’s policy for co-production.",
    start=(date(2025, 7, 2), "day"),
    progress="ongoing",
    themes=["social-care", "housing", "equality-rights"],
    tags=["accessibility", "disability", "payment", "co-production week"],
    sources=[
        Source(
            "Hammersmith and Fulham Council: National Co-production Week 2025",
            "https://www.lbhf.gov.uk/councillors-and-democracy/co-production-doing-things-residents-not-residents/hf-co-production-news/hammersmith-fulham-celebrates-national-co-production-week-2025",
            "monitoring",
        ),
        Source(
            "Hammersmith and Fulham Council: what are we doing?",
            "https://www.lbhf.gov.uk/councillors-and-democracy/co-production/what-are-we-doing",
            "monitoring",
        ),
    ],
    related=["accessible-council-meetings-hammersmith-and-fulham"],
    published_days_ago=27,
)

CASE_STUDIES = [COUNCIL_MEETINGS, CO_PRODUCTION_WEEK]
