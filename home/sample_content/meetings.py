"""The meetings: the first one, and a sample of one to come."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from .records import bullets, page_link, paragraphs

LONDON = ZoneInfo("Europe/London")

PAPER_TITLE = "Sample paper: what a case study should tell"
PAPER_FILE = "sample-paper-what-a-case-study-should-tell.txt"
PAPER = """\
SAMPLE PAPER: WHAT A CASE STUDY SHOULD TELL

For discussion. A sample, to show how papers look.

1. The need, and who agreed that it was the need.
2. What people did together, in the order in which it happened.
3. Which stages of the continuum it reached.
4. What worked.
5. What did not work, with the limits of money, time, law and power.
6. What changed, and how anybody knows.

Questions for the meeting
- Which of these do people find hardest to answer, and how can we help?
- Which boroughs and which groups have no case study yet?
- How do we thank people for telling us what went wrong?
"""

FIRST_MEETING: dict[str, Any] = {
    "slug": "first-meeting",
    "title": "First meeting of the working group, December 2016",
    "summary": (
        "The working group’s first meeting, in December 2016. The exact day, time and place are "
        "not recorded: those shown only stand for the month."
    ),
    "search_description": (
        "What is known of the first meeting of the co-production working group in December 2016."
    ),
    "starts_at": datetime(2016, 12, 15, 10, tzinfo=LONDON),
    "ends_at": datetime(2016, 12, 15, 12, tzinfo=LONDON),
    "place": "London (the place is not recorded)",
    "introduction": paragraphs(
        "This page was put together afterwards from published accounts. It does not pretend to be "
        "a full record. If you were there and know more, please tell us: "
        + page_link("working-group/join", "write to the working group")
        + ".",
    ),
    "minutes": (
        paragraphs(
            "These notes are a summary made afterwards from published accounts. They give roles "
            "and not names, and no meeting has agreed them.",
        )
        + "<h3>What the group took up</h3>"
        + bullets(
            "The group continues the workshop on co-production of 30 November 2016 and starts from "
            "its five conclusions.",
            "The chair is the Chief Executive of Hackney CVS.",
            "Examples of co-production in London are needed, good and bad, from charities, "
            "community groups and public bodies.",
        )
        + "<h3>What was to happen next</h3>"
        + bullets(
            "The chair: a call for examples.",
            "The group: pull it all together by April 2017.",
        )
    ),
}

FIRST_AGENDA = [
    (None, "The five conclusions of 30 November 2016", "The chair", ""),
    (None, "What we mean by co-production", "All", "From understanding a need to solutions."),
    (None, "Examples: how to find them, good and bad", "The chair", ""),
    (
        None,
        "What there should be by April 2017",
        "The chair",
        "This agenda was put together afterwards from published accounts.",
    ),
]

SAMPLE_AGENDA = [
    (time(10, 0), "Welcome, and what everybody needs today", "The chair", ""),
    (time(10, 15), "What a case study should tell", "An editor", "See the sample paper."),
    (time(11, 0), "Break", "", "Fifteen minutes."),
    (time(11, 15), "Which boroughs and groups are missing?", "All", ""),
    (time(11, 50), "Who does what by the next meeting", "The secretary", ""),
]


def sample_meeting(today: date) -> dict[str, Any]:
    """A meeting about six weeks from `today`, never at a weekend, ten to twelve in London."""
    day = today + timedelta(days=42)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return {
        "slug": "sample-meeting",
        "title": "Sample meeting: which examples are still missing?",
        "summary": (
            "This is a sample, to show how a meeting looks. It will not take place. You can try the "
            "form to register: nobody expects you."
        ),
        "search_description": (
            "A sample of a meeting page, with agenda, access, paper and calendar. It does not take "
            "place."
        ),
        "kind": "hybrid",
        "starts_at": datetime.combine(day, time(10), LONDON),
        "ends_at": datetime.combine(day, time(12), LONDON),
        "place": "A sample: a community centre in Hackney, and on line",
        "directions": paragraphs(
            "A real meeting would say here which bus and train to take, where the step-free way in "
            "is, and who meets you at the door.",
        ),
        "access": bullets(
            "Step-free room, with an accessible toilet on the same floor.",
            "Hearing loop; a quiet room; a break after an hour.",
            "Live captions for those who take part on line.",
            "Tell us a week before if you need a British Sign Language interpreter.",
        ),
        "expenses": "Travel and care costs are paid on the day. Payment for your time: please ask.",
        "contact": "The secretary of the working group, through the page Join us",
        "introduction": paragraphs(
            "<b>This is a sample and not a real meeting.</b> It shows what we tell people before a "
            "meeting, so that they can decide whether to come.",
        ),
    }
