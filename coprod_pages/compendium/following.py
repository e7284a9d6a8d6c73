"""What changes the public site, and what is done about it: the one list of signals.

In the transaction of the change, the index is written and the version moves on.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from ..case_studies.models import CaseStudyConsent, CaseStudyPage
from ..case_studies.querysets import case_studies_updated
from ..continuum.models import Continuum, ContinuumStage
from ..meetings.minutes.models import MeetingAction, MinutesAgreement
from ..searching.indexing import (
    index_again,
    index_page,
    pages_indexed,
    pages_removed,
    remove_pages,
)
from ..searching.models import SynonymGroup
from ..searching.versions import case_study_changed, everything_changed, terms_changed
from ..taxonomy.models import Borough, EqualityGroup, Organisation, OrganisationKind, Tag, Theme
from .entries import remove_entries, write_entries

# Where the names that pages are found by are kept, and the way to the pages that show them.
NAMED_BY: dict[type[Model], list[str]] = {
    Tag: ["case_study_tags__content_object", "news_tags__content_object"],
    Theme: ["case_studies"],
    Borough: ["case_studies"],
    EqualityGroup: ["case_studies"],
    ContinuumStage: ["case_study_rows__page", "continuum__pages"],
    Organisation: ["led_case_studies", "partnerships__page"],
    OrganisationKind: [],
}
# What is shown beside pages, or decides what is found.
SHOWN_EVERYWHERE: list[type[Model]] = [SynonymGroup, Site, MeetingAction, MinutesAgreement]
# What pages are found by of a list; the rest of a row is shown only. Lists without are found by all.
FOUND_BY: dict[type[Model], set[str]] = {
    ContinuumStage: {"name", "description", "honest_conversation", "continuum_id"}
}
# Keeping a draft of a continuum writes these columns, and nothing that anybody sees.
DRAFT_COLUMNS = {"latest_revision", "has_unpublished_changes"}


def connect_signals() -> None:
    """Follow everything that changes what the public may see or find."""
    pages_indexed.connect(_indexed, dispatch_uid="coprod_entries_indexed")
    pages_removed.connect(_removed, dispatch_uid="coprod_entries_removed")
    page_published.connect(_published, dispatch_uid="coprod_published")
    page_unpublished.connect(_unpublished, dispatch_uid="coprod_unpublished")
    pre_delete.connect(_page_deleting, dispatch_uid="coprod_page_deleting")
    post_save.connect(_page_saved, dispatch_uid="coprod_page_saved")
    post_page_move.connect(_everything, dispatch_uid="coprod_moved")
    page_slug_changed.connect(_everything, dispatch_uid="coprod_slug_changed")
    case_studies_updated.connect(_everything, dispatch_uid="coprod_updated_in_bulk")
    for signal, name in ((post_save, "saved"), (post_delete, "deleted")):
        signal.connect(_consent, sender=CaseStudyConsent, dispatch_uid=f"coprod_consent_{name}")
        signal.connect(
            _everything, sender=PageViewRestriction, dispatch_uid=f"coprod_restriction_{name}"
        )
        for model in SHOWN_EVERYWHERE:
            uid = f"coprod_{model._meta.model_name}_{name}"
            signal.connect(_terms, sender=model, dispatch_uid=uid)
    post_save.connect(_continuum_saved, sender=Continuum, dispatch_uid="coprod_continuum_saved")
    post_delete.connect(_terms, sender=Continuum, dispatch_uid="coprod_continuum_deleted")
    for model in NAMED_BY:
        name = model._meta.model_name
        pre_save.connect(_term_saving, sender=model, dispatch_uid=f"coprod_saving_{name}")
        post_save.connect(_term_saved, sender=model, dispatch_uid=f"coprod_saved_{name}")
        pre_delete.connect(_term_saving, sender=model, dispatch_uid=f"coprod_deleting_{name}")
        post_delete.connect(_term_saved, sender=model, dispatch_uid=f"coprod_deleted_{name}")


# Pages


@transaction.atomic
def _published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if sender is not CaseStudyPage:
        terms_changed()
    index_page(instance)


@transaction.atomic
def _unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if sender is not CaseStudyPage:
        terms_changed()
    remove_pages([instance.pk])


def _page_deleting(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if issubclass(sender, Page) and instance.live:
        _unpublished(sender, instance)


def _page_saved(
    sender: type[Model],
    instance: Model,
    created: bool,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    if raw or sender is Page or not issubclass(sender, Page) or not instance.live:
        return
    if created:
        # Made live by code, without a revision: nobody says that it was published.
        transaction.on_commit(lambda: index_page(sender.objects.get(pk=instance.pk)))
    elif sender is not CaseStudyPage and (update_fields is None or "title" in update_fields):
        # A draft of it saves other columns; this is what everybody sees.
        terms_changed()


def _indexed(sender: type[Model], pages: Iterable[Page], **kwargs: Any) -> None:
    case_studies = [page for page in pages if isinstance(page, CaseStudyPage)]
    if len(case_studies) == 1:
        case_study_changed(case_studies[0].pk)
    elif case_studies:
        everything_changed()
    write_entries(case_studies)


def _removed(sender: type[Model], page_ids: list[int], **kwargs: Any) -> None:
    for page_id in page_ids:
        case_study_changed(page_id)
    remove_entries(page_ids)


def _consent(sender: type[Model], instance: CaseStudyConsent, **kwargs: Any) -> None:
    case_study_changed(instance.page_id)


def _everything(**kwargs: Any) -> None:
    everything_changed()


# Lists


def _terms(**kwargs: Any) -> None:
    terms_changed()


def _continuum_saved(
    sender: type[Model],
    instance: Continuum,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    if update_fields is not None and update_fields <= DRAFT_COLUMNS:
        return
    terms_changed()
    # Published, taken down or renamed: its pages are found by its stages, or not any more.
    index_again(instance.pages.values_list("pk", flat=True))


def pages_naming(term: Model) -> set[int]:
    """The numbers of the pages that show `term`, or the tag it is another name for."""
    keys: set[int] = set()
    for path in NAMED_BY[type(term)]:
        keys.update(type(term).objects.filter(pk=term.pk).values_list(path, flat=True))
    if isinstance(term, Tag) and term.alias_of_id:
        keys |= pages_naming(term.alias_of)
    return keys - {None}


def _term_saving(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    # Before: what shows it, and what shows the tag that it was another name for.
    instance._shown_by, instance._changed = set(), None
    if instance.pk and not kwargs.get("raw"):
        before = sender.objects.filter(pk=instance.pk).first()
        instance._shown_by = pages_naming(before) if before else set()
        if before and kwargs.get("signal") is pre_save:
            # Publishing a continuum saves each of its stages, most of them as they were.
            columns = (field.attname for field in sender._meta.concrete_fields)
            instance._changed = {c for c in columns if getattr(before, c) != getattr(instance, c)}


@transaction.atomic
def _term_saved(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    changed = instance._changed
    if changed is not None and not changed:
        return
    terms_changed()
    found_by = FOUND_BY.get(sender)
    if changed is not None and found_by is not None and not changed & found_by:
        return
    after = pages_naming(instance) if instance.pk and not kwargs.get("raw") else set()
    keys = instance._shown_by | after
    if keys:
        index_again(keys)
