"""Keeping the search index in step: what a page is found by, written when it is published.

Any page with a `search_document()` is indexed, so that news, meetings and a host's own
pages are found through the same code. Indexing happens in the publishing transaction.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.blocks import StreamValue
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing
from wagtail.signals import page_published, page_unpublished

from ..taxonomy.models import Tag
from .rows import CaseStudyTag, SearchDocument
from .text_normalising import normalise

if TYPE_CHECKING:
    from .models import CaseStudyPage


def words_of_case_study(page: "CaseStudyPage") -> dict[str, list[Any]]:
    """The searchable words of a case study: those near the top count for more."""
    tags = [name for tag in page.tags.all() for name in names_of(tag)]
    head = [
        page.summary,
        *tags,
        *(theme.name for theme in page.themes.all()),
        *(row.stage.name for row in page.stage_rows.all()),
        *(borough.name for borough in page.boroughs.all()),
        page.lead_organisation.name if page.lead_organisation else "",
        page.place,
    ]
    body = [
        *(page.need, page.story, page.worked, page.did_not_work, page.differently),
        *(page.others_need, page.what_changed, page.plain_language),
        *(row.note for row in page.stage_rows.all()),
        *(f"{row.organisation.name} {row.role}" for row in page.partners.all()),
        *(group.name for group in page.equality_groups.all()),
        *(row.title for row in page.evidence.all()),
        *(page.how_reached, page.payment, page.access_arrangements, page.funder, page.credit),
    ]
    return {"head": head, "body": body}


def names_of(tag: Tag) -> list[str]:
    """A tag's name and its other names: people search for either."""
    return [tag.name, *(alias.name for alias in tag.aliases.all())]


def text_of(part: Any) -> str:
    """The words of plain text, of HTML or of a StreamField, without tags."""
    if isinstance(part, StreamValue):
        content = part.stream_block.get_searchable_content(part)
        return " \n ".join(text_of(str(child)) for child in content)
    return get_text_for_indexing(part) if "<" in part else part


def normalised(parts: Iterable[Any]) -> str:
    """The normalised words of all `parts`."""
    return " ".join(normalise(text_of(part)) for part in parts if part)


def index_page(page: Page) -> None:
    """Write what `page` is found by, or take it out when it is not public any more."""
    page = page.specific
    if not hasattr(page, "search_document"):
        return
    if not page.live:
        remove_page(page)
        return
    document = page.search_document()
    SearchDocument.objects.update_or_create(
        page_id=page.pk,
        defaults={
            "title": normalise(page.title),
            "head": normalised(document["head"]),
            "body": normalised(document["body"]),
        },
    )


def remove_page(page: Page) -> None:
    """Take `page` out of the index."""
    SearchDocument.objects.filter(page_id=page.pk).delete()


@transaction.atomic
def rebuild(pages: Iterable[Page] | None = None) -> int:
    """Index all live pages anew; returns how many."""
    SearchDocument.objects.exclude(page__live=True).delete()
    count = 0
    for page in pages if pages is not None else Page.objects.live().specific().iterator(200):
        if hasattr(page, "search_document"):
            index_page(page)
            count += 1
    return count


def index_pages_tagged(tag: Tag) -> None:
    """Index the live case studies with `tag` anew, after it was renamed or merged."""
    rows = CaseStudyTag.objects.filter(tag=tag, content_object__live=True)
    for row in rows.select_related("content_object"):
        index_page(row.content_object)


def connect_signals() -> None:
    """Follow publishing, and what else changes the words of a live page."""
    page_published.connect(_published, dispatch_uid="coprod_index_published")
    page_unpublished.connect(_unpublished, dispatch_uid="coprod_index_unpublished")
    post_save.connect(_tag_saved, sender=Tag, dispatch_uid="coprod_index_tag")
    post_delete.connect(_tag_saved, sender=Tag, dispatch_uid="coprod_index_tag_deleted")


def _published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    index_page(instance)


def _unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    remove_page(instance)


def _tag_saved(sender: type[Tag], instance: Tag, **kwargs: Any) -> None:
    if kwargs.get("created") and instance.alias_of_id is None:
        return
    index_pages_tagged(instance.preferred)
