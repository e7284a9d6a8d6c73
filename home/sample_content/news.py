"""The news items."""

from datetime import date

from .records import (
    News,
    bullets,
    call_out,
    heading,
    link,
    page_link,
    quotation,
    text,
)
from .section_pages import CONCLUSIONS

NEWS = [
    News(
        slug="conference-30-november-2016",
        title="Five conclusions on co-production from the conference of 30 November 2016",
        date=date(2016, 11, 30),
        summary=(
            "People from all sectors met to begin to carry out The Way Ahead. The workshop on "
            "co-production ended with five conclusions."
        ),
        search_description=(
            "The Way Ahead’s conference of 30 November 2016 and the five conclusions of its "
            "workshop on co-production."
        ),
        picture="table",
        tags=["The Way Ahead", "conference", "principles"],
        body=[
            text(
                "On 30 November 2016 people from charities, community groups, public bodies and "
                "funders met for a day to begin to make The Way Ahead happen. There were workshops "
                "on co-production, on sharing data, on putting people in touch with support, on "
                "campaigning and on commissioning.",
            ),
            heading("What the workshop on co-production concluded"),
            text(bullets(*(title for title, _words in CONCLUSIONS))),
            text(
                "A working group was then formed to take this further. "
                + page_link("about/principles", "What we take from the five conclusions")
                + ".",
            ),
            call_out(
                "Source",
                "The day and its subjects: "
                + link(
                    "https://docest.com/doc/679989/the-way-ahead-progress-to-date",
                    "The Way Ahead, progress to date",
                )
                + ". The conclusions are told here in the working group’s short form.",
            ),
        ],
    ),
    News(
        slug="first-meeting-december-2016",
        title="The working group meets for the first time",
        date=date(2016, 12, 31),
        summary=(
            "The co-production working group held its first meeting in December 2016. Its chair is "
            "Jake Ferguson, Chief Executive of Hackney CVS."
        ),
        search_description=(
            "The co-production working group of The Way Ahead met for the first time in December "
            "2016."
        ),
        picture="voices",
        tags=["The Way Ahead", "meetings"],
        meetings=["first-meeting"],
        body=[
            text(
                "In December 2016 the working group on co-production met for the first time. It is "
                "chaired by Jake Ferguson, Chief Executive of Hackney CVS.",
                "It wants to find out what co-production there is in London already, what helps it "
                "and what stands in its way. For that it needs examples, and not only good ones.",
                page_link(
                    "working-group/meetings/first-meeting", "What is known of the first meeting"
                )
                + ".",
            ),
            call_out(
                "About the date",
                "The day of the meeting is not recorded in what we could find. This item therefore "
                "carries the last day of the month.",
            ),
        ],
    ),
    News(
        slug="call-for-examples-april-2017",
        title="Call for examples of co-production, good or bad, by April 2017",
        date=date(2017, 1, 31),
        summary=(
            "The working group asks charities, community groups and public bodies for examples of "
            "co-production in London. The first call closed in April 2017."
        ),
        search_description=(
            "The working group’s call for examples of co-production in London, good and bad, with "
            "its deadline in April 2017."
        ),
        picture="tiles",
        tags=["The Way Ahead", "call for examples"],
        body=[
            text(
                "There are examples of co-production in London every day. The chair of the working "
                "group asks those who took part to share them: what was done, what worked well, "
                "and what perhaps did not. The idea is to pull this together by April 2017.",
            ),
            quotation(
                "Knowing how things didn’t work is as important as knowing how things worked well.",
                "The call for examples, published by Hackney CVS and London Funders",
            ),
            text(
                "The call closed in April 2017. We still take examples: "
                + page_link("contribute", "how to send yours")
                + ".",
            ),
            call_out(
                "About the date",
                "The day on which the call went out is not recorded in what we could find. We have "
                "placed it between the first meeting and the deadline. Source: "
                + link(
                    "https://londonfunders.org.uk/do-you-have-examples-good-or-bad-co-production-london-if-so-please-complete-online-survey-below",
                    "London Funders",
                )
                + ".",
            ),
        ],
    ),
    News(
        slug="report-april-2017",
        title="Coproduction in London: the working group’s report",
        date=date(2017, 4, 30),
        summary=(
            "In April 2017 the working group published its report, with examples from London, the "
            "United Kingdom and other countries, and its recommendations."
        ),
        search_description=(
            "Coproduction in London, the report by the Coproduction Working Group for The Way "
            "Ahead, April 2017: what is in it."
        ),
        picture="river",
        tags=["The Way Ahead", "report"],
        body=[
            text(
                "The working group’s report for The Way Ahead says what is meant by co-production "
                "and what stands in its way. It gathers the examples that were sent in, and others "
                "from London, the United Kingdom and abroad. It ends with recommendations and with "
                "the outline of a toolkit.",
                "It was one of five reports: the other groups wrote about putting people in touch "
                "with support, sharing data, voice and campaigning, and commissioning.",
            ),
            call_out(
                "Source",
                link(
                    "https://dokumen.tips/documents/the-way-ahead-co-production-report-production-2-coproduction-in-london-a.html",
                    "Coproduction in London, April 2017",
                )
                + ". The report gives the month, not the day.",
            ),
        ],
    ),
    News(
        slug="compendium-open",
        title="The compendium is open",
        date=None,
        summary=(
            "The first case studies are here to read and to search. Tell us what is missing, and "
            "what we have got wrong."
        ),
        search_description=(
            "The compendium of co-production opens with its first case studies. What is in it, and "
            "what is still missing."
        ),
        picture="continuum",
        tags=["compendium"],
        pinned=True,
        case_studies=[
            "connect-hackney-participatory-budgeting",
            "groundswell-volunteer-progression",
        ],
        body=[
            text(
                "You can now search the case studies by words, and narrow them down by theme, "
                "borough, stage, group and tag. "
                + page_link("compendium", "Look into the compendium")
                + ".",
            ),
            heading("What is missing"),
            text(
                "The first case studies are summaries of accounts that were public already. Most "
                "boroughs have none yet. Above all we look for honest accounts of what was hard. "
                + page_link("contribute", "Send us yours")
                + ".",
            ),
        ],
    ),
]
