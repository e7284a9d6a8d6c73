"""About, how to send an example, privacy and accessibility."""

from .records import (
    ContentPageRecord,
    bullets,
    call_out,
    heading,
    link,
    page_link,
    picture,
    quotation,
    text,
)
from .section_pages import CONCLUSIONS, DEFINITION, DEFINITION_LINK, PRINCIPLES_INTRODUCTION

JOIN = page_link("working-group/join", "Join us")

PRINCIPLES = ContentPageRecord(
    slug="principles",
    title="Our principles",
    introduction="Five things that people in London said in 2016, and that we try to keep to.",
    search_description=(
        "The five conclusions on co-production of The Way Ahead’s conference in November 2016, and "
        "what the working group takes from each."
    ),
    body=[
        PRINCIPLES_INTRODUCTION,
        *(block for title, words in CONCLUSIONS for block in (heading(title), text(words))),
    ],
)

WHAT_IT_IS = ContentPageRecord(
    slug="what-co-production-is",
    title="What co-production is",
    introduction="A long word for a simple idea: work it out together, as equals.",
    search_description=(
        "What co-production means: the definition by the review behind The Way Ahead, what is "
        "pragmatic about it, and what it is not."
    ),
    body=[
        heading("The definition"),
        quotation(DEFINITION, "The review behind The Way Ahead, published by NCVO, 16 May 2016"),
        text(
            "The definition was worked out for The Way Ahead: Civil Society at the Heart of London, "
            "a review of support for civil society that was published in April 2016. "
            + link(DEFINITION_LINK, "Read where it was published")
            + "."
        ),
        heading("What is pragmatic about it"),
        text(
            "There is never enough money, time or power for everything that people would like. "
            "Pragmatic co-production says so at the beginning. People talk honestly about limits "
            "and tensions, and then look for what can be done.",
        ),
        heading("It starts with the need"),
        text(
            "People are often asked about a solution that somebody else has chosen. Co-production "
            "starts earlier, with what the need is, and goes on afterwards. "
            + page_link("continuum", "See the continuum")
            + ".",
        ),
        call_out(
            "A quick test",
            bullets(
                "Were people there when the need was agreed?",
                "Could something they said still change the plan?",
                "Will they help to judge whether it worked?",
            ),
        ),
        picture("continuum", "Drawing by us."),
    ],
)

ABOUT = ContentPageRecord(
    slug="about",
    title="About",
    introduction=(
        "This is the home of the co-production working group: what it knows, whom it meets and "
        "how to take part."
    ),
    search_description=(
        "Who we are: the co-production working group, its chair, where it comes from and who "
        "writes the case studies."
    ),
    body=[
        heading("Who we are"),
        text(
            "The working group is part of The Way Ahead, a joint effort of civil society, public "
            "bodies and funders to put communities at the heart of how London works. Its chair is "
            "Jake Ferguson, Chief Executive of Hackney CVS.",
            "CVS stands for council for voluntary service: a local charity that supports other "
            "charities and community groups.",
        ),
        heading("Where this comes from"),
        text(
            "The Way Ahead report appeared in April 2016. On 30 November 2016 people from across "
            "London met to begin to carry it out, and one workshop was about co-production. The "
            "working group met first in December 2016. In April 2017 it published its report.",
        ),
        heading("Who writes the case studies"),
        text(
            "Editors at organisations across London write them. A second person reads each one "
            "before it is published. Those that you find here now are summaries by the editors of "
            "accounts that were already public, each with its source. Where an account does not "
            "say what was hard, we say that we do not know.",
            "Have we got something wrong, or are you in a story and see it differently? Please "
            f"tell us, through {JOIN}.",
        ),
        picture("tiles", "Drawing by us: one tile for each borough and the City of London."),
    ],
    children=[WHAT_IT_IS, PRINCIPLES],
)
