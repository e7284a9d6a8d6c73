"""An example of an edition: two sections by hand and by rule, and an appendix."""

from typing import Any

from django.utils import timezone

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.editions.models import EditionIndexPage, EditionPage

from .building import in_field, publish
from .page_links import page_at
from .records import Block, bullets, paragraphs, text

SLUG = "learning-from-each-other"
FOREWORD = paragraphs(
    "This is a sample edition, to show what one can look like. It was made from the case studies on "
    "this site, and it can be made again when they change.",
)
INTRODUCTION = paragraphs(
    "Londoners and those in power work things out together in many places, and seldom write it down. "
    "These case studies say what was needed, what people did, what worked and what did not.",
)
WHAT_IT_IS = [
    text(
        "Co-production is working together in a way in which all voices are heard equally, from the "
        "first understanding of a need to the solution and beyond.",
        "It is not:",
        bullets(
            "asking people about a plan that is already made",
            "a meeting where only some people are paid to be there",
            "a name for saving money",
        ),
    )
]
RECOMMENDATIONS = [
    text(
        bullets(
            "Agree the need together before anybody writes a plan.",
            "Pay people for their time, and say so at the start.",
            "Tell others what did not work.",
        )
    )
]


def add_sample_edition(user: Any = None) -> bool:
    """Add and publish the edition, unless it is there; returns whether it did."""
    index = EditionIndexPage.objects.first()
    if index is None or index.get_children().filter(slug=SLUG).exists():
        return False
    page = EditionPage(
        title="Learning from each other",
        subtitle="Case studies of co-production, good and bad: a sample edition",
        slug=SLUG,
        date=timezone.localdate(),
        published_by="The co-production working group",
        foreword=FOREWORD,
        introduction=INTRODUCTION,
        search_description="A sample edition of the compendium, to read here or download.",
        live=False,
        owner=user,
    )
    page.sections = in_field(page, "sections", _sections())
    index.add_child(instance=page)
    publish(page, user)
    return True


def _sections() -> list[Block]:
    first = CaseStudyPage.objects.visible_to_public().filter(reach="boroughs").order_by("pk")[:4]
    sections: list[Block] = [
        {"type": "text", "value": {"title": "What co-production is", "text": WHAT_IT_IS}},
        {
            "type": "chosen",
            "value": {
                "title": "London and its boroughs",
                "before": paragraphs("Chosen by hand, to begin with."),
                "length": "full",
                "case_studies": [page.pk for page in first],
            },
        },
        {
            "type": "rule",
            "value": {
                "title": "Who else to learn from",
                "before": "",
                "length": "short",
                "lessons": True,
                "sort": "title",
                "most": 8,
            },
        },
        {"type": "text", "value": {"title": "Recommendations", "text": RECOMMENDATIONS}},
    ]
    about = page_at("about")
    if about is not None:
        sections.append({"type": "page", "value": {"page": about.pk, "title": "About this site"}})
    return sections
