"""Case studies about health and mental health."""

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

MENTAL_HEALTH = CaseStudy(
    slug="ethnicity-and-mental-health-south-west-london",
    title="Forty years of knowing: race and mental health in south west London",
    summary=(
        "Community groups and the local mental health trust work together to end ethnic "
        "inequalities in care. They say that what was missing was never knowledge, but will."
    ),
    search_description=(
        "The Ethnicity and Mental Health Improvement Project in south west London, and why its "
        "partners say that will, and not knowledge, was missing for forty years."
    ),
    lead="Wandsworth Community Empowerment Network",
    partners={
        "South West London and St George’s Mental Health NHS Trust": "The local mental health trust"
    },
    boroughs=["wandsworth", "merton", "sutton", "kingston-upon-thames", "richmond-upon-thames"],
    need=paragraphs(
        "Black people in south west London have worse access to mental health care, and worse "
        "experiences of it, than white people. Reports have said so for forty years.",
        "The people behind this project agreed that one more report was not the need. The need "
        "was for institutions to work in real partnership with the communities concerned.",
    ),
    story=[
        text(
            "The Wandsworth Community Empowerment Network had worked against inequality for about "
            "twenty years. With the mental health trust it brought together an expert panel of "
            "NHS staff, local partners and people who know the field.",
        ),
        timeline(
            ("2018", "The expert panel begins and meets every month, chaired by the trust."),
            (
                "24 October 2019",
                "The project is launched at the network’s eleventh Black mental health conference.",
            ),
            ("March 2020", "The panel accepts in principle a report on what has to change."),
            ("Afterwards", "Discussion groups with staff and with people from the community."),
        ),
        heading("The hard part is said aloud"),
        text(
            "Two of its founders wrote openly about why so little had changed before. The causes "
            "of poor mental health are complex, they argue. Ending unfair treatment in care is not: "
            "the ways to do it have been known for a long time. What failed was commitment and "
            "leadership in public bodies, and their ability to be partners outside their own walls.",
        ),
        picture("voices", "Drawing by us: voices of equal size."),
    ],
    stages={
        "need": "Communities and the trust set down together what was unfair, and why.",
        "priorities": "A panel agreed on a small number of things to change first.",
        "solutions": "Staff and community members discussed the plans in groups.",
    },
    involved_when="start",
    final_decision="shared",
    worked=paragraphs(
        "The chief executive of the trust chaired the panel, so the work had weight inside the "
        "institution.",
        "A network with deep roots in the community was a founder of the project, not a guest.",
    ),
    did_not_work=paragraphs(
        "Forty years of reviews and reports changed little, and the project says why: those who "
        "created the problem were also expected to solve it. Its founders name bias, a lack of "
        "diversity among those who decide, and health bodies that cannot work with others as equals.",
        "That is a warning for every co-production: knowing what to do is not enough. Somebody has "
        "to be answerable for doing it.",
    ),
    others_need=bullets(
        "A community organisation strong enough to say no.",
        "Leaders who come to the meetings themselves.",
        "A public account of the money and of what it was spent on.",
    ),
    what_changed=paragraphs(
        "The trust accepted the plan in principle and asked for a business case. The accounts that "
        "we used do not yet say what has changed for patients."
    ),
    plain_language=paragraphs(
        "Black people often get worse mental health care than white people.",
        "Everybody has known this for 40 years. Many reports were written. Little changed.",
        "In south west London, community groups and the hospital trust now work on it together.",
        "They say: we know what to do. What was missing was the will to do it.",
        "<b>What was good:</b> the head of the trust came to the meetings.",
        "<b>What was hard:</b> big organisations find it hard to share power.",
    ),
    equality_groups=["racialised", "mental-health"],
    start=(date(2018, 1, 1), "year"),
    progress="ongoing",
    themes=["mental-health", "equality-rights"],
    tags=["mental health", "race equality", "NHS", "leadership"],
    sources=[
        Source(
            "Synergi Collaborative Centre: navigating the fault lines for co-produced change",
            "https://synergicollaborativecentre.co.uk/navigating-the-fault-lines-for-co-produced-change-in-south-west-london/",
            "story",
        ),
        Source(
            "Ethnicity and Mental Health Improvement Project: about",
            "https://emhip.co.uk/about",
            "monitoring",
        ),
    ],
    published_days_ago=63,
)

APHASIA = CaseStudy(
    slug="aphasia-new-music-group",
    title="The Aphasia New Music Group finds out what music does for it",
    summary=(
        "People with aphasia, their families, musicians and speech therapists make music together. "
        "They then worked out together how to show what difference the group makes."
    ),
    search_description=(
        "A music group of people with aphasia, families, musicians and therapists evaluates its own "
        "work together, and what that teaches about measuring co-production."
    ),
    lead="Aphasia New Music Group",
    partners={
        "Co-Production Collective, University College London": "Ran the programme and gave support"
    },
    reach="london-wide",
    need=paragraphs(
        "Aphasia makes it hard to speak, read, write or understand speech. It often comes after a "
        "stroke. More than 350,000 people in the United Kingdom live with it.",
        "The group had made music together and performed in public. Its members wanted to know, "
        "and to be able to show, what that does for them.",
    ),
    story=[
        text(
            "In the group nobody is only a patient and nobody is only a professional. People with "
            "aphasia, families, musicians and therapists worked out the way they make music "
            "together. In 2024 they did the same with the question of what it is good for.",
        ),
        key_figures(
            ("350,000+", "people in the United Kingdom live with aphasia"),
            ("8", "projects in the same programme"),
            ("£10,000–£15,000", "paid to each of them"),
        ),
        heading("Learning by doing"),
        text(
            "The programme, Measuring Success in Co-production, was itself planned by people with "
            "lived experience, staff and funders together. It gave money, and people to think "
            "with. The eight projects met, and showed what they had learned at an event in "
            "December 2024.",
        ),
        timeline(
            ("12 September 2023", "The programme is launched."),
            ("January 2024", "The eight projects are named."),
            ("5 December 2024", "The projects share what they have learned."),
        ),
    ],
    stages={
        "delivery": "Members make and perform the music together.",
        "review": "Members decided together what to look at and how to show it.",
    },
    involved_when="start",
    final_decision="shared",
    worked=paragraphs(
        "The people the group is for decided what counts as success. Music gave those who find "
        "speech hard a way to take part that does not depend on words.",
    ),
    did_not_work=paragraphs(
        "Evaluation is where co-production is weak. Earlier work by the same team had found that "
        "projects which work in this way are rarely evaluated, and that what they change is often "
        "not looked into. That is why the programme was started.",
        "The pages that we read do not say what the music group itself found hard. We would like "
        "to hear it from its members.",
    ),
    others_need=bullets(
        "Money for the evaluation itself, and not only for the activity.",
        "Ways to give a view that do not depend on speech or long texts.",
    ),
    what_changed=paragraphs(
        "The programme published a report in several formats and a resource for looking back on "
        "your own work."
    ),
    equality_groups=["long-term-condition", "disabled-people", "carers"],
    start=(date(2024, 1, 1), "year"),
    end=(date(2024, 12, 5), "day"),
    progress="finished",
    money_band="10k-50k",
    funder="Research England, the Academy of Medical Sciences and UCL Grand Challenges",
    themes=["health", "arts"],
    tags=["aphasia", "music", "evaluation", "stroke"],
    sources=[
        Source(
            "Co-Production Collective: Measuring Success in Co-production, the projects",
            "https://www.coproductioncollective.co.uk/projects/measuringsuccess",
            "own-evaluation",
        ),
        Source(
            "Co-Production Collective: about the programme",
            "https://www.coproductioncollective.co.uk/what-is-co-production/measuring-success",
            "own-evaluation",
        ),
    ],
    published_days_ago=78,
)

CASE_STUDIES = [MENTAL_HEALTH, APHASIA]
