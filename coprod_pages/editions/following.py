"""What editions do when case studies change, and what they say to somebody about to withdraw."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from ..case_studies.models import CaseStudyConsent, CaseStudyPage
from ..contributions import reaching
from ..contributions.models import ContributionConsent
from .asking import NothingToMake, ask_for_edition
from .choices import Kind, State
from .making_models import MadeFile, Making, Pin
from .models import EditionPage
from .permitted import take_down, take_down_what_may_not_be_shown
from .proofs import publish_proof


def connect() -> None:
    """Called once, when the app is ready."""
    page_published.connect(
        _edition_published, sender=EditionPage, dispatch_uid="coprod_edition_published"
    )
    page_unpublished.connect(
        _case_study_down, sender=CaseStudyPage, dispatch_uid="coprod_edition_unpublished"
    )
    for signal, name in ((post_save, "saved"), (post_delete, "deleted")):
        signal.connect(
            _consent_changed, sender=CaseStudyConsent, dispatch_uid=f"coprod_edition_consent_{name}"
        )
    post_save.connect(
        _permission_changed, sender=ContributionConsent, dispatch_uid="coprod_edition_permission"
    )
    post_delete.connect(_file_deleted, sender=MadeFile, dispatch_uid="coprod_edition_file_deleted")
    reaching.ask("editions", editions_with)


def _edition_published(instance: EditionPage, **_others: Any) -> None:
    """What is published for the first time is made. Later, making it anew is the editor's choice."""
    publish_proof(instance)
    if Making.objects.filter(edition=instance.pk).exists():
        return
    try:
        ask_for_edition(instance)
    except NothingToMake:
        return  # The page says that there is nothing to be had yet.


def _case_study_down(instance: CaseStudyPage, **_others: Any) -> None:
    """It was taken down, whyever: the same text does not come back with an old document."""
    take_down(makings_with(instance.pk))


def _consent_changed(instance: CaseStudyConsent, **_others: Any) -> None:
    take_down_what_may_not_be_shown(makings_with(instance.page_id))


def _permission_changed(instance: ContributionConsent, **_others: Any) -> None:
    if instance.contribution.case_study_id:
        take_down_what_may_not_be_shown(makings_with(instance.contribution.case_study_id))


def _file_deleted(instance: MadeFile, **_others: Any) -> None:
    """Without its row, whatever deleted that, a file is nobody's."""
    stored = instance.file
    transaction.on_commit(lambda: stored.storage.delete(stored.name))


def makings_with(page_id: int) -> Any:
    """The makings that hold a case study."""
    pins = Pin.objects.filter(page=page_id, is_missing=False)
    return Making.objects.filter(pk__in=pins.values("making"))


def editions_with(page_id: int) -> list[str]:
    """What is said to whoever is about to withdraw: the public editions that hold it."""
    said = _("The edition “%(title)s”. It is taken down, and made again without your example.")
    return [said % {"title": title} for title in _public_titles(makings_with(page_id))]


def editions_taken_down_with(page: Page) -> list[str]:
    """The titles of the public editions that hold `page` or a page below it."""
    within = Page.objects.descendant_of(page, inclusive=True)
    pins = Pin.objects.filter(page__in=within.values("pk"), is_missing=False)
    return _public_titles(Making.objects.filter(pk__in=pins.values("making")))


def _public_titles(makings: QuerySet[Making]) -> list[str]:
    makings = makings.filter(kind=Kind.EDITION, state=State.DONE, down_since=None, is_proof=False)
    editions = EditionPage.objects.live().filter(makings__in=makings).distinct()
    return list(editions.order_by("-date", "-pk").values_list("title", flat=True))


def warn_before_deleting(request: HttpRequest, page: Page) -> None:
    """Say which editions go with `page`, above the question whether to delete it."""
    titles = editions_taken_down_with(page) if request.method == "GET" else []
    if titles:
        said = _("Visitors will lose these editions until somebody makes them again: %(titles)s.")
        messages.warning(request, said % {"titles": ", ".join(f"“{each}”" for each in titles)})
