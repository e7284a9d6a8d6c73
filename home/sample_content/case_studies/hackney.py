"""Case studies that Hackney CVS looks after."""

from datetime import date

from ..organisations import HACKNEY_CVS
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

PARTICIPATORY_BUDGETING = CaseStudy(
    slug="connect-hackney-participatory-budgeting",
    title="Over-50s in Hackney vote on where lottery money goes",
    summary=(
        "Connect Hackney, run through Hackney CVS, asked residents aged 50 and over to vote on "
        "which projects against loneliness should receive a share of lottery money."
    ),
    search_description=(
        "How residents of Hackney aged 50 and over chose which local projects got a share of "
        "lottery money, and what is still not known about it."
    ),
    lead="Hackney CVS",
    looked_after_by=HACKNEY_CVS,
    partners={"Connect Hackney": "Ran the vote", "The National Lottery Community Fund": "Funder"},
    boroughs=["hackney"],
    need=paragraphs(
        "Many older people in Hackney spend most of their time alone. A local newspaper reported "
        "in 2015 that about 15,000 older residents were thought to be cut off in this way.",
        "The question was not only what to pay for, but who should choose. Connect Hackney’s "
        "answer was that the people the money was meant for should decide.",
    ),
    story=[
        text(
            "Connect Hackney was one of 14 programmes in England, paid for by the lottery, that "
            "tried out ways to prevent loneliness among people over 50. Local charities and "
            "community groups put forward ideas. Any Hackney resident aged 50 or over could vote.",
            "People could come to a meeting, hear about the ideas and vote there. Those who could "
            "not come to a meeting could vote by post.",
        ),
        picture("votes", "Drawing by us: each counter is a vote."),
        heading("How big it was"),
        key_figures(
            ("50+", "the age from which residents could vote"),
            ("£10,000", "the least that a project could ask for, over two years"),
            ("£100,000", "the most that a project could ask for, over two years"),
            ("over 20", "community projects funded from 2015 to 2018"),
        ),
        timeline(
            ("August 2015", "The local press reports that over-50s will choose the projects."),
            ("Autumn 2015", "Meetings at which people hear the proposals, as planned that summer."),
            (
                "March 2017",
                "London’s councils for voluntary service show a picture of a Connect Hackney "
                "voting event on the cover of their commitments to The Way Ahead.",
            ),
            ("2018 to 2021", "The second part of the programme, with new partners."),
        ),
    ],
    stages={
        "priorities": "Residents over 50 chose between ideas, knowing how much money there was.",
        "delivery": "Local groups ran the projects that had been chosen.",
    },
    involved_when="part-way",
    final_decision="shared",
    worked=paragraphs(
        "The decision was not left to a committee. Those who planned it said that a vote gives "
        "people more knowledge of what goes on, and a feeling that a service is theirs.",
        "Two ways to vote, at a meeting or by post, opened it to people who cannot easily go out.",
    ),
    did_not_work=paragraphs(
        "Not everybody was reached at first. The programme’s later evaluation had to ask on its "
        "own how to reach men, people with learning disabilities and people from ethnically "
        "minoritised communities.",
        "The published accounts do not say how many people voted, or how groups felt whose ideas "
        "were not chosen. We would like to hear that from those who took part.",
    ),
    differently=paragraphs(
        "The accounts do not say. Our own question: what would it take for the people who are "
        "hardest to reach to help plan the vote, and not only be asked to it?"
    ),
    others_need=bullets(
        "Money that is really there, with a plain statement of how much and for how long.",
        "More than one way to vote, so that nobody has to travel.",
        "Time to explain the ideas before people choose.",
    ),
    what_changed=paragraphs(
        "More than 20 community projects were funded in the first part of the programme. What was "
        "learned shaped what was paid for in the second part."
    ),
    plain_language=paragraphs(
        "Many older people in Hackney feel alone.",
        "There was lottery money to help.",
        "Local groups had ideas for how to use the money.",
        "People aged 50 and over voted for the ideas they liked best. They could vote at a meeting "
        "or by post.",
        "<b>What was good:</b> the people the money was for made the choice.",
        "<b>What was hard:</b> some communities in Hackney were not reached.",
        "<b>What we do not know:</b> how many people voted.",
    ),
    equality_groups=["older-people"],
    how_reached="Meetings in the borough, with votes by post for people who could not come.",
    start=(date(2015, 8, 14), "month"),
    end=(date(2018, 12, 31), "year"),
    progress="finished",
    funder="Big Lottery Fund, now The National Lottery Community Fund",
    themes=["ageing", "democracy"],
    tags=["participatory budgeting", "older people", "loneliness", "lottery funding"],
    sources=[
        Source(
            "Hackney Citizen, 14 August 2015: Over-50s to vote on who gets share of £6m",
            "https://www.hackneycitizen.co.uk/2015/08/14/over-60s-vote-funding-hackney-cvs/",
            "story",
        ),
        Source(
            "London CVS Directors’ Network, March 2017: The Way Ahead, our commitments",
            "https://dokumen.tips/documents/the-way-ahead-our-commitments.html",
            "story",
        ),
        Source(
            "Connect Hackney: partners and projects",
            "https://www.connecthackney.org.uk/partners-and-projects/",
            "monitoring",
        ),
        Source(
            "Connect Hackney: programme evaluation",
            "https://www.connecthackney.org.uk/evaluation-and-learning/programme-evaluation/",
            "independent",
        ),
    ],
    related=["hackney-ageing-well-strategy"],
    published_days_ago=6,
)

AGEING_WELL = CaseStudy(
    slug="hackney-ageing-well-strategy",
    title="Older residents help to write Hackney’s Ageing Well strategy",
    summary=(
        "Hackney Council trained older residents as facilitators. They shaped how people were "
        "asked, met about 400 residents and led on drafting the council’s plan for ageing well."
    ),
    search_description=(
        "Trained older residents in Hackney planned how people were asked about growing older, and "
        "led on drafting the council’s Ageing Well strategy."
    ),
    lead="Hackney Council",
    looked_after_by=HACKNEY_CVS,
    partners={"Connect Hackney": "Recruited the older facilitators"},
    boroughs=["hackney"],
    need=paragraphs(
        "Hackney Council had promised to become a borough that is friendly to older people. It "
        "began with what it knew from figures and research, and with small informal groups about "
        "what it means to grow old in Hackney.",
        "The need was then worked out again with residents, by residents: the council did not "
        "settle it alone.",
    ),
    story=[
        text(
            "The council found older residents through Connect Hackney and trained them as "
            "facilitators, so that they could lead discussions with people of their own age. With "
            "council officers they worked out how to ask people: where, when and what.",
        ),
        key_figures(("about 400", "residents took part in the sessions")),
        heading("From talking to writing"),
        text(
            "After the sessions the facilitators and the services met to agree what to recommend. "
            "Council minutes say that the facilitators led on drafting the strategy. Services "
            "were asked how they could change to meet what residents had said. The draft then "
            "went out to everybody in Hackney for their views.",
        ),
        call_out(
            "Try this",
            "Train people to lead the conversation, and then let the same people help to write "
            "down what came of it.",
        ),
    ],
    stages={
        "need": "Older facilitators led sessions about growing older in Hackney.",
        "priorities": "Facilitators and services agreed what to recommend.",
        "solutions": "The facilitators led on drafting the strategy.",
    },
    involved_when="start",
    final_decision="shared",
    worked=paragraphs(
        "Residents were not asked once and then forgotten: the same people planned the questions, "
        "listened to the answers and worked on the text.",
        "Connect Hackney had links with older residents already, so the council did not have to "
        "begin from nothing.",
    ),
    did_not_work=paragraphs(
        "<b>Not known.</b> The published accounts do not say what was left out, or where "
        "residents and services disagreed. We would like to hear that from those who took part.",
    ),
    others_need=bullets(
        "Training and support for residents who lead discussions.",
        "A partner whom residents know already.",
        "Services that come to the table ready to say what they can change.",
    ),
    what_changed=paragraphs(
        "Hackney has an Ageing Well strategy for 2020 to 2025. Councillors looked at how it was "
        "being carried out in a public meeting."
    ),
    equality_groups=["older-people"],
    participants=400,
    how_reached="Sessions led by older residents whom the council had trained.",
    start=(date(2019, 1, 1), "year"),
    end=(date(2020, 12, 31), "year"),
    progress="finished",
    themes=["ageing", "democracy", "social-care"],
    tags=["older people", "peer facilitators", "council strategy"],
    sources=[
        Source(
            "Hackney Council: Ageing Well Strategy 2020–2025, minutes of a public meeting",
            "https://hackney.moderngov.co.uk/mgAi.aspx?ID=40435",
            "monitoring",
        ),
        Source(
            "Connect Hackney: have your say on ageing well in Hackney",
            "https://www.connecthackney.org.uk/uncategorized/have-your-say-on-ageing-well-in-hackney/",
            "story",
        ),
    ],
    published_days_ago=41,
)

CASE_STUDIES = [PARTICIPATORY_BUDGETING, AGEING_WELL]
