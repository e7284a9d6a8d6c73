"""Writing the flat row of a case study, from which lists, facets and exports are made."""

from collections.abc import Iterable, Sequence

from ..case_studies.choices import Reach
from ..case_studies.models import CaseStudyPage
from .models import CompendiumEntry
from .terms import LESSONS, key_of


def facet_keys(page: CaseStudyPage) -> list[str]:
    """The values of all facets that `page` has."""
    organisation = page.lead_organisation
    numbers = {
        "stage": [row.stage_id for row in page.stage_rows.all()],
        "theme": [theme.pk for theme in page.themes.all()],
        "borough": [borough.pk for borough in page.boroughs.all()],
        "equality": [group.pk for group in page.equality_groups.all()],
        "organisation": [organisation.kind_id] if organisation and organisation.kind_id else [],
        "tag": [row.tag.alias_of_id or row.tag_id for row in page.tagged_items.all()],
    }
    keys = [key_of(name, number) for name, values in numbers.items() for number in values]
    if page.reach in (Reach.LONDON_WIDE, Reach.BEYOND_LONDON):
        keys.append(key_of("borough", page.reach))
    if page.has_lessons:
        keys.append(LESSONS)
    return list(dict.fromkeys(keys))


def entry_of(page: CaseStudyPage) -> CompendiumEntry:
    """The entry of `page`, not stored yet."""
    return CompendiumEntry(
        page_id=page.pk,
        facets=" ".join(facet_keys(page)),
        title=page.title,
        summary=page.summary,
        # Boroughs are named from the list, as it is when the entry is shown.
        place="" if page.reach == Reach.BOROUGHS else page.where,
        organisation=page.lead_organisation.name if page.lead_organisation else "",
        when=page.when,
    )


def write_entries(pages: Sequence[CaseStudyPage]) -> None:
    """Write the entries of `pages` anew."""
    CompendiumEntry.objects.bulk_create(
        [entry_of(page) for page in pages],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["facets", "title", "summary", "place", "organisation", "when"],
    )


def remove_entries(page_ids: Iterable[int]) -> None:
    """Take entries away."""
    CompendiumEntry.objects.filter(pk__in=list(page_ids)).delete()
