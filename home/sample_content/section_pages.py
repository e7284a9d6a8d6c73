"""The words of the home page and of the sections, by their address below the home page."""

from typing import Any

from .records import bullets, call_out, heading, page_link, paragraphs, picture, quotation, text

DEFINITION = (
    "Co-production is where Londoners work with those in power, and each other, in a way in which "
    "all voices are heard equally in developing a shared understanding of need and in crafting "
    "solutions to make London a better place."
)
DEFINITION_LINK = (
    "https://blogs.ncvo.org.uk/2016/05/16/"
    "pragmatic-co-production-utopian-dream-or-key-to-the-future-of-civil-society/"
)

SECTIONS: dict[str, dict[str, Any]] = {
    "": {
        "introduction": (
            "Londoners and those in power working things out together: examples, good and bad, "
            "collected by the co-production working group."
        ),
        "definition": paragraphs(DEFINITION),
        "definition_source": (
            "The review behind The Way Ahead: Civil Society at the Heart of London, as published "
            "by NCVO on 16 May 2016"
        ),
        "definition_link": DEFINITION_LINK,
        "call_heading": "Do you have an example, good or bad?",
        "call_text": paragraphs(
            "Big or small, finished or given up half way: we would like to hear how people in "
            "London have shaped a service or a project together. What did not work teaches as much "
            "as what did.",
        ),
        "search_description": (
            "Examples of co-production in London, good and bad, what co-production means, and the "
            "working group that collects them."
        ),
    },
    "compendium": {
        "introduction": paragraphs(
            "A compendium is a collection. This one holds case studies of co-production from London "
            "and, where London can learn from them, from beyond. Each says what was needed, what "
            "people did together, what worked and what did not.",
        ),
        "search_description": (
            "Search case studies of co-production in London by theme, borough, stage, group and "
            "tag, with what worked and what did not."
        ),
    },
    "editions": {
        "introduction": paragraphs(
            "An edition is the compendium, or a part of it, as a document: to print, to read without "
            "the internet and to hand on. Each one says which case studies are in it and stays as it "
            "was made. You can also make a small booklet of your own.",
        ),
        "search_description": (
            "Editions of the compendium of co-production in London as PDF, in large print, as Word "
            "and as a web page, and how to make your own booklet."
        ),
    },
    "continuum": {
        "introduction": paragraphs(
            "Co-production is more than a meeting about a plan. It is a line of activity, a "
            "continuum, that begins when people understand a need together and does not end with a "
            "solution. The diagram shows the stages that we use here. Choose one to see examples.",
        ),
        "body": (
            "<h2>How to use it</h2>"
            + paragraphs(
                "Look for the stage that you are at, and read what others did there. Then look one "
                "stage back: were the same people with you already? Many of the difficulties in our "
                "case studies began because people were asked in too late.",
                "Few projects pass through every stage, and the line is not a ladder. Going back a "
                "stage can be the best thing to do.",
            )
            + "<h2>Where it comes from</h2>"
            + paragraphs(
                "The Way Ahead said in 2016 that co-production should cover a continuum of activity, "
                "starting with a shared understanding of the needs of a community. The names and the "
                "order of the stages shown here are our own proposal. They are <b>not</b> the diagram "
                "of 2016, and the working group may change them.",
            )
        ),
        "search_description": (
            "The continuum of co-production as a diagram: stages from understanding a need together "
            "to carrying what was learned further."
        ),
    },
    "contribute": {
        "introduction": paragraphs(
            "Have people where you live or work shaped something together with those in power? "
            "Tell us how it went: well, badly, or both. Big or small, finished or given up.",
        ),
        "body": [
            quotation(
                "Knowing how things didn’t work is as important as knowing how things worked well.",
                "The call for examples, published by Hackney CVS and London Funders",
            ),
            heading("What happens with your example"),
            text(
                "<ol>"
                "<li>You send it and confirm your e-mail address with the link we send you.</li>"
                "<li>An editor reads it within two weeks, and asks you if something is not clear.</li>"
                "<li>The editor writes a case study. A second person reads it.</li>"
                "<li>You get the exact text. It is published only if you say yes to it.</li>"
                "<li>You can take your yes back at any time. Then it is shown no more.</li>"
                "</ol>",
                "From your example to a published case study it often takes about six weeks.",
            ),
            heading("Who decides, and by what"),
            text(
                "The reviewers of the working group decide. They ask:",
                bullets(
                    "Did people and those in power shape something together, even if it failed?",
                    "Is it from London, or can London learn from it?",
                    "Does it say openly what was hard?",
                    "Do the people in it agree to its being told?",
                ),
                "How big it was, what it cost and how well it is written do not matter. If we do "
                "not take it, we tell you why.",
            ),
            text(
                "Please do not send us names or stories of people who have not agreed to it.",
            ),
        ],
        "other_ways": paragraphs(
            "Tell an editor at your local council for voluntary service, by telephone, in person or "
            "by post. They can enter it for you, and nothing else is different.",
            f"Or write to the working group through {page_link('working-group/join', 'Join us')}.",
        ),
        "search_description": (
            "How to send the working group an example of co-production, good or bad, what happens "
            "with it and who decides."
        ),
    },
    "working-group": {
        "introduction": paragraphs(
            "The working group collects and shares what Londoners know about co-production. It "
            "began in 2016 as part of The Way Ahead. Its chair is Jake Ferguson, Chief Executive of "
            "Hackney CVS.",
        ),
        "body": [
            text(
                "The group grew out of a workshop on co-production at The Way Ahead’s conference on "
                "30 November 2016. It first met in December 2016, and it published a report, "
                "Coproduction in London, in April 2017.",
                f"People from community groups, charities, councils, the health service and funders "
                f"can take part, and so can residents on their own behalf. {page_link('working-group/join', 'Ask to join us')}.",
            ),
            heading("What we do"),
            text(
                bullets(
                    "We collect examples, good and bad, and put them where people can find them.",
                    "We meet, and we publish what was said, by role and not by name.",
                    "We talk honestly about what money, time and the law allow. The Way Ahead calls "
                    "this pragmatic co-production.",
                )
            ),
            picture("table", "Drawing by us: one table, places of the same size."),
        ],
        "search_description": (
            "Who the co-production working group is, how it began in 2016, what it does and how to "
            "take part."
        ),
    },
    "working-group/news": {
        "introduction": paragraphs("What the working group has done and what comes next."),
        "search_description": "News of the co-production working group, newest first.",
    },
    "working-group/meetings": {
        "introduction": paragraphs(
            "Our meetings are open. You need no invitation and no special knowledge. Tell us what "
            "you need in order to take part.",
        ),
        "search_description": (
            "Meetings of the co-production working group: dates, agendas, papers and minutes."
        ),
    },
    "working-group/join": {
        "introduction": paragraphs(
            "Would you like to come to a meeting, or to tell us about an example? Write to us here. "
            "We read every message.",
        )
        + bullets(
            "We use what you write only to answer you and to invite you.",
            "We erase it after a year at the latest, and sooner if you ask.",
            "If you need information in another format, say so in the message.",
        ),
        "thank_you": paragraphs(
            "The working group will read your message and answer by e-mail. Keep the reference "
            "below: if you write again, it helps us to find what you sent.",
            f"While you wait: {page_link('compendium', 'read some examples')}.",
        ),
        "search_description": (
            "Ask to join the co-production working group, or tell it about an example."
        ),
    },
}

# What a workshop at the conference of 30 November 2016 concluded, and what we take from it.
CONCLUSIONS = [
    (
        "Simple and easy to engage with",
        "Say in plain words what it is about and how to take part. If people need a guide to find "
        "the way in, change the way in.",
    ),
    (
        "People respected in every process",
        "Value people’s time and what they know, and tell them afterwards what became of it.",
    ),
    (
        "Many ways of doing it",
        "There is no single method. A vote, a panel, a music group or a building site can each be "
        "the right one.",
    ),
    (
        "What worked and what did not",
        "Share both. Each case study here has a part for what was hard, and it cannot be left out.",
    ),
    (
        "A focus on equalities",
        "Ask who is missing. Those whom it affects most are often those who are heard least.",
    ),
]

PRINCIPLES_INTRODUCTION = call_out(
    "Where these come from",
    "The five headings are the conclusions of the workshop on co-production at The Way Ahead’s "
    "conference on 30 November 2016. The words below each of them are ours.",
)
