"""Keeping the search index in step: what a page is found by, written when it is published.

Any page with a `search_document()` is indexed, so that news, meetings and a host's own
pages are found through the same code. Indexing happens in the publishing transaction.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.blocks import StreamValue
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing
from wagtail.signals import page_published, page_unpublished

from ..continuum.models import ContinuumStage
from ..taxonomy.models import Borough, EqualityGroup, Organisation, Tag, Theme
from .rows import SearchDocument
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


# Where the names that case studies are found by are kept, and the way to who uses them.
NAMED_BY: dict[type[Model], list[str]] = {
    Tag: ["case_study_tags__content_object", "news_tags__content_object"],
    Theme: ["case_studies"],
    Borough: ["case_studies"],
    EqualityGroup: ["case_studies"],
    ContinuumStage: ["case_study_rows__page", "continuum__pages"],
    Organisation: ["led_case_studies", "partnerships__page"],
}


def keys_of_pages_naming(term: Model) -> set[int]:
    """The keys of the pages that show `term`."""
    keys: set[int] = set()
    for path in NAMED_BY[type(term)]:
        keys.update(type(term).objects.filter(pk=term.pk).values_list(path, flat=True))
    return keys - {None}


def index_pages(keys: set[int]) -> None:
    """Index those live pages anew."""
    for page in Page.objects.live().filter(pk__in=keys):
        index_page(page)


def connect_signals() -> None:
    """Follow publishing, and what else changes the words of a live page."""
    page_published.connect(_published, dispatch_uid="coprod_index_published")
    page_unpublished.connect(_unpublished, dispatch_uid="coprod_index_unpublished")
    for model in NAMED_BY:
        name = model._meta.model_name
        pre_save.connect(_term_saving, sender=model, dispatch_uid=f"coprod_saving_{name}")
        post_save.connect(_term_saved, sender=model, dispatch_uid=f"coprod_saved_{name}")
        pre_delete.connect(_term_saving, sender=model, dispatch_uid=f"coprod_deleting_{name}")
        post_delete.connect(_term_saved, sender=model, dispatch_uid=f"coprod_deleted_{name}")


def _published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    index_page(instance)


def _unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    remove_page(instance)


def _term_saving(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    # Before: what shows it, and what shows the tag that it was another name for.
    instance._shown_by = set()
    if instance.pk and not kwargs.get("raw"):
        before = sender.objects.filter(pk=instance.pk).first()
        instance._shown_by = _shown_by(before) if before else set()


def _term_saved(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    after = _shown_by(instance) if instance.pk and not kwargs.get("raw") else set()
    index_pages(instance._shown_by | after)


def _shown_by(term: Model) -> set[int]:
    keys = keys_of_pages_naming(term)
    if isinstance(term, Tag) and term.alias_of_id:
        keys |= keys_of_pages_naming(term.alias_of)
    return keys
