"""Case studies from beyond London about parents and refugees in charge."""

from datetime import date

from ..records import (
    CaseStudy,
    Source,
    bullets,
    call_out,
    heading,
    key_figures,
    paragraphs,
    text,
    timeline,
)

PARENT_CHAMPIONS = CaseStudy(
    slug="better-start-southend-parent-champions",
    title="Eight things that parents in Southend will not give up",
    summary=(
        "Over ten years parents helped to run A Better Start Southend. At the end its parent "
        "champions wrote down eight conditions without which, they say, co-production cannot work."
    ),
    search_description=(
        "Parent champions of A Better Start Southend set eight conditions for co-production, the "
        "first of them: nothing is done for families without them."
    ),
    lead="A Better Start Southend",
    partners={"Southend Association of Voluntary Services": "Trained the parent champions"},
    reach="beyond-london",
    place="Southend-on-Sea, England",
    need=paragraphs(
        "Services for babies and very young children are often planned by people who do not use "
        "them. A Better Start, a programme of ten years paid for by the lottery, set out to change "
        "that in five places in England.",
        "In Southend parents were part of saying what families with young children needed.",
    ),
    story=[
        text(
            "Parents who had been to a group or an activity could train as parent champions. They "
            "sat in the meetings that governed the programme, helped to choose staff, spoke at "
            "conferences and planned events for other families.",
        ),
        key_figures(
            ("10 years", "length of the programme"),
            ("67", "parents trained by the time of one account"),
            ("43", "parents active at that time"),
        ),
        heading("Eight conditions"),
        text(
            "Towards the end the parent champions set down what has to be in place before anybody "
            "may call a thing co-production. There are eight conditions. The first says that "
            "nothing is done for families without them.",
        ),
        call_out(
            "Try this",
            "Ask the people you work with to write their own conditions, while there is still time "
            "to keep to them.",
        ),
        timeline(
            ("Late 2023", "The programme begins to wind down."),
            ("At the end", "Parents lead a review of their own, with a survey that they designed."),
        ),
    ],
    stages={
        "solutions": "Parents helped to design activities and choose staff.",
        "review": "A parent designed, carried out and wrote up the review.",
        "beyond": "The eight conditions are there for others to use.",
    },
    involved_when="start",
    final_decision="shared",
    worked=paragraphs(
        "Parents had seats where decisions about money and staff were made. Training gave them "
        "confidence that they took into jobs and into running other organisations.",
    ),
    did_not_work=paragraphs(
        "Endings are hard. In late 2023 communication and planning began to look different, and "
        "some parents were unsettled. They did not know what would be left for them without the "
        "programme. The parents’ own review says so.",
        "It also says that genuine co-production asks for a real shift in power, and that there "
        "were lessons for next time.",
    ),
    differently=paragraphs(
        "Plan the ending with the same people with whom you planned the beginning, and early."
    ),
    others_need=bullets(
        "Training, and an organisation that looks after volunteers.",
        "Seats in the meetings that decide, not in a meeting beside them.",
    ),
    what_changed=paragraphs(
        "Some parent champions went on to help run a new organisation for local families."
    ),
    equality_groups=["parents-pregnancy", "children"],
    volunteers="67 parents trained, by the time of one account",
    funder="The National Lottery Community Fund",
    progress="finished",
    themes=["children-families"],
    tags=["parents", "early years", "volunteering", "endings"],
    sources=[
        Source(
            "A Better Start Southend: essential principles for co-production",
            "https://abetterstartsouthend.co.uk/family_resources/essential-principles-for-co-production",
            "story",
        ),
        Source(
            "A Better Start Southend: parent-led review",
            "https://abetterstartsouthend.co.uk/family_resources/parent-led-review",
            "independent",
        ),
        Source(
            "A Better Start Southend: the role of parent champions",
            "https://abetterstartsouthend.co.uk/blog/parent-champions-and-the-programme/",
            "monitoring",
        ),
        Source(
            "The National Lottery Community Fund: successes of Southend’s parent champions",
            "https://www.tnlcommunityfund.org.uk/funding/publications/a-better-start/celebrating-the-successes-of-a-better-start-southends-parent-champions",
            "story",
        ),
    ],
    published_days_ago=210,
)

ASYLUM = CaseStudy(
    slug="asylum-early-action-sharing-power",
    title="Asylum Early Action: people with lived experience write the guidance",
    summary=(
        "People who have been through the asylum system spent five months writing guidance for "
        "charities on user groups and on recruiting trustees with the same experience."
    ),
    search_description=(
        "An expert panel of people with experience of the asylum system found that practice varied "
        "widely between charities, and wrote guidance for all of them."
    ),
    lead="Refugee Action",
    reach="beyond-london",
    place="United Kingdom, with a workshop in London",
    need=paragraphs(
        "Charities for refugees often speak of involving people with lived experience. The Asylum "
        "Early Action Expert Panel asked what they do in practice, first at a workshop in London.",
        "The panel is made up of people with that experience. They decided that the need was for "
        "guidance that organisations could use straight away.",
    ),
    story=[
        text(
            "During the pandemic some members of the panel joined a short, intense piece of work "
            "to find out what co-production looked like across the sector. After a joint on-line "
            "seminar an action group was formed. Two panel members, two trustees with lived "
            "experience and two members of staff were in it.",
        ),
        key_figures(("5 months", "of work by the action group")),
        heading("Learning while doing"),
        text(
            "The group met on line, learned new skills, and asked organisations and people with "
            "lived experience what they needed. Then it wrote guidance on two questions: how to "
            "run a user group, and how to recruit trustees with lived experience.",
        ),
    ],
    stages={
        "need": "The panel found out what organisations really do.",
        "solutions": "The action group wrote the guidance.",
        "beyond": "The guidance is for the whole sector.",
    },
    involved_when="start",
    final_decision="led",
    worked=paragraphs(
        "The panel was most impressed by organisations with user groups, advisory groups and "
        "trustees with lived experience: people at every level. Members of the action group "
        "learned new skills on the way.",
    ),
    did_not_work=paragraphs(
        "Practice varied widely. Every organisation involved people in some way, but for some this "
        "was more thought out than for others. In some, people with lived experience could shape "
        "every level of the organisation; in others they could not.",
        "The panel ends on a hope, that organisations will read the guidance and use some of it. "
        "The account does not say whether they did.",
    ),
    others_need=bullets(
        "Somebody whose job it is to support people with lived experience.",
        "Ways to meet on line, and help to learn them.",
    ),
    what_changed=paragraphs("There is guidance, written by those it is about."),
    equality_groups=["migrants-refugees"],
    start=(date(2020, 1, 1), "year"),
    themes=["migration", "civil-society"],
    tags=["refugees", "trustees", "lived experience", "guidance"],
    sources=[
        Source(
            "Asylum Early Action Expert Panel: co-production, shifting power and representation",
            "https://www.asylumearlyaction.org/blog/co-production-shifting-power-and-representation",
            "story",
        )
    ],
    published_days_ago=236,
)

CASE_STUDIES = [PARENT_CHAMPIONS, ASYLUM]
