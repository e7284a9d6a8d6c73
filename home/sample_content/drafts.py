"""Drafts that belong to the sample sign-ins, so that their start pages are not empty."""

from datetime import date

from .organisations import HACKNEY_CVS
from .records import CaseStudy, Source, bullets, heading, key_figures, paragraphs, text

# Complete, and sent to the reviewers by `editor`.
SUBMITTED = CaseStudy(
    slug="connect-hackney-community-researchers",
    title="Older researchers help to judge Connect Hackney",
    summary=(
        "Volunteers aged over 50 worked with researchers to find out what Connect Hackney’s "
        "projects changed for older people."
    ),
    search_description=(
        "Volunteer researchers aged over 50 helped to evaluate Connect Hackney’s projects against "
        "loneliness."
    ),
    lead="Hackney CVS",
    looked_after_by=HACKNEY_CVS,
    partners={"Connect Hackney": "The programme that was evaluated"},
    boroughs=["hackney"],
    need=paragraphs(
        "Connect Hackney paid 19 partners to try out ways to prevent loneliness. It wanted to "
        "know what worked while there was still time to change it, and wanted older people to "
        "lead in finding out.",
    ),
    story=[
        text(
            "Hackney CVS asked the Tavistock Institute to plan the evaluation together with the "
            "projects. Volunteers aged over 50 became community researchers. With staff they "
            "collected what people said, and worked out what it meant.",
        ),
        key_figures(("19", "partners whose projects were looked at")),
        heading("Test and learn"),
        text(
            "What they found went to a group that was to help projects learn as they went along, "
            "and not only at the end.",
        ),
    ],
    stages={"review": "Older researchers collected what people said and weighed it."},
    involved_when="part-way",
    final_decision="involved",
    worked=paragraphs("The evaluation was meant to be led by older people, and had people for it."),
    did_not_work=paragraphs(
        "<b>Not known.</b> The published account was written at the beginning of the evaluation. "
        "It does not say what was hard.",
    ),
    others_need=bullets("Training for volunteer researchers.", "Somebody to support them."),
    equality_groups=["older-people"],
    start=(date(2016, 1, 1), "year"),
    end=(date(2017, 12, 31), "year"),
    progress="finished",
    funder="Big Lottery Fund",
    themes=["ageing"],
    tags=["older people", "evaluation", "peer researchers"],
    sources=[
        Source(
            "Tavistock Institute: evaluation of Connect Hackney",
            "https://tavinstitute.org/projects/evaluation-of-connect-hackney-ageing-better",
            "own-evaluation",
        )
    ],
)

# Hardly begun, by `editor`.
BARELY_BEGUN = CaseStudy(
    slug="connect-hackney-older-peoples-committee",
    title="The older people’s committee of Connect Hackney",
    summary="",
    search_description="",
    lead="",
    looked_after_by=HACKNEY_CVS,
    reach="",
    need="",
    story=[],
    stages={},
    worked="",
    did_not_work="",
    themes=[],
    tags=[],
    sources=[],
)

# Half written, by `colleague`, who belongs to another organisation.
OF_ANOTHER_ORGANISATION = CaseStudy(
    slug="centre-for-independent-living-fulham",
    title="A centre for independent living, designed by those who use it",
    summary=(
        "Action on Disability’s new centre in Fulham was designed together with disabled people "
        "who live nearby."
    ),
    search_description="",
    lead="Action on Disability",
    partners={"Hammersmith and Fulham Council": "Gave the site"},
    boroughs=["hammersmith-and-fulham"],
    need="",
    story=[
        text(
            "The centre opened in June 2023 on the ground floor of a new building with affordable "
            "flats above. The council gave the site.",
        ),
        text("To do: who was in the design group, and what did they change?"),
    ],
    stages={"solutions": ""},
    worked="",
    did_not_work="",
    themes=["social-care"],
    tags=["disability", "accessibility"],
    sources=[
        Source(
            "Hammersmith and Fulham Council: new Centre for Independent Living",
            "https://lbhf.gov.uk/articles/news/2023/06/action-disability-and-hf-launch-new-centre-independent-living",
            "story",
        )
    ],
)
