"""Asking for a document to be made: pinning the versions it will have. Quick; a worker does the rest."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from .choices import Form, Kind, State
from .choosing import look_up, sections_of
from .making_models import Making, Pin
from .models import EditionPage

BOOKLET_KEPT = timedelta(hours=1)
SINGLE_KEPT = timedelta(days=7)


class NothingToMake(ValueError):
    """There is nothing in it."""


@transaction.atomic
def ask_for_edition(edition: EditionPage, user: Any = None, *, as_proof: bool = False) -> Making:
    """Pin what is in `edition` and let it be made.

    Of a published edition the published text is made, and visitors have it when it is ready.
    `as_proof` makes its latest text, for editors only until that is published (`proofs`).
    One that waits or is being made is made anew instead: the last press of the button counts.
    Raises `NothingToMake` for an edition without any section and text.
    """
    revision = edition.get_latest_revision()
    is_proof = as_proof and edition.live and edition.has_unpublished_changes
    if edition.live and not is_proof and edition.live_revision is not None:
        revision = edition.live_revision
    latest = revision.as_object()
    if not latest.sections and not latest.introduction and not latest.foreword:
        raise NothingToMake(_("There is nothing in this edition yet. Write or choose something."))
    look_up(latest)
    Making.objects.in_hand().filter(edition=edition, is_proof=is_proof).delete()
    forms = [Form.PDF, Form.WORD, Form.WEB]
    if latest.large_print:
        forms.insert(1, Form.LARGE_PDF)
    making = Making.objects.create(
        kind=Kind.EDITION,
        edition_id=edition.pk,
        content=revision.content,
        is_proof=is_proof,
        forms=forms,
        asked_by=user,
    )
    pins = []
    for section in sections_of(latest):
        for key in section.pages:
            pins.append((section.key, key, section.has_case_studies))
    _pin(making, pins)
    return making


@transaction.atomic
def ask_for(
    kind: Kind, key: str, title: str, page_ids: Sequence[int], forms: Sequence[str], **content: Any
) -> Making:
    """A making of these case studies: the one that is there under `key`, or a new one.

    However many ask at once, one is made. What has failed or was taken down is made anew.
    """
    kept = BOOKLET_KEPT if kind == Kind.BOOKLET else SINGLE_KEPT
    now = timezone.now()
    useless = Making.objects.filter(key=key).exclude(
        state__in=[State.WAITING, State.WORKING, State.DONE], down_since=None
    )
    (useless | Making.objects.filter(key=key, expires_at__lte=now)).delete()
    try:
        with transaction.atomic():
            making = Making.objects.create(
                kind=kind,
                key=key,
                content={"title": title, **content},
                forms=list(forms),
                expires_at=now + kept,
            )
            _pin(making, [("", page_id, True) for page_id in page_ids])
    except IntegrityError:
        making = Making.objects.get(key=key)
    return making


def _pin(making: Making, wanted: Sequence[tuple[str, int, bool]]) -> None:
    pages = Page.objects.in_bulk([key for _section, key, _is_case_study in wanted])
    Pin.objects.bulk_create(
        Pin(
            making=making,
            section=section,
            position=position,
            is_case_study=is_case_study,
            page_id=key,
            revision_id=pages[key].live_revision_id,
        )
        for position, (section, key, is_case_study) in enumerate(wanted)
        if key in pages
    )
