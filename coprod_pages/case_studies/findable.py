"""What a case study is found by: the words near its top, which count for more, and the rest."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .models import CaseStudyPage

# What has to be read for the words of many case studies at once.
SEARCH_RELATIONS = [
    *("boroughs", "themes", "equality_groups", "tagged_items__tag", "stage_rows__stage"),
    *("partners__organisation", "evidence", "lead_organisation__kind"),
]


def words_of_case_study(page: "CaseStudyPage") -> dict[str, list[Any]]:
    """The searchable texts of a case study. Other names of its tags need not be stored:
    they are synonyms when somebody searches."""
    head = [
        page.summary,
        *(row.tag.name for row in page.tagged_items.all()),
        *(theme.name for theme in page.themes.all()),
        *(row.stage.name for row in page.stage_rows.all()),
        *(borough.name for borough in page.boroughs.all()),
        *(group.name for group in page.equality_groups.all()),
        page.lead_organisation.name if page.lead_organisation else "",
        page.place,
    ]
    body = [
        *(page.need, page.story, page.worked, page.did_not_work, page.differently),
        *(page.others_need, page.what_changed, page.plain_language),
        *(row.note for row in page.stage_rows.all()),
        *(f"{row.organisation.name} {row.role}" for row in page.partners.all()),
        *(row.title for row in page.evidence.all()),
        *(page.how_reached, page.payment, page.access_arrangements, page.funder, page.credit),
    ]
    return {"head": head, "body": body}
