"""Photographs that were sent in: put into the draft, and shown while their sender agrees.

`ContributedPhotograph` says from whom a picture of ours is. Whether it may be shown is read from
the consent to photographs whenever it is asked, so that an end takes effect at once.
"""

import secrets
from collections.abc import Collection
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.log_actions import log
from wagtail.models import Collection as FileCollection
from wagtail.models import Page

from .. import shown_pictures
from ..case_studies.models import CaseStudyPage
from ..roles.groups import DESK_COLLECTION
from ..roles.membership import child_collection, collection_of
from . import log_entries
from .choices import Naming, Use
from .mapping import without_contact
from .models import Contribution, ContributionConsent, ContributionFile
from .photograph_rows import ContributedPhotograph
from .refusals import CannotDo

# Sent after the desk has changed the draft `page`: whatever was decided on an earlier text has
# to be decided anew.
draft_changed = Signal()

LONGEST_NAME = 255  # of Wagtail's images


def consent_to_photographs(contribution: Contribution) -> ContributionConsent | None:
    """What was said about photographs, whether it still counts or not."""
    return contribution.consents.filter(use=Use.PHOTOGRAPHS).first()


def photographs_of(contribution: Contribution) -> QuerySet[ContributionFile]:
    """The photographs among the files."""
    return contribution.files.filter(content_type__startswith="image/")


def not_in_the_draft(contribution: Contribution) -> QuerySet[ContributionFile]:
    """The photographs that have not been put into the draft that there is now."""
    there = ContributedPhotograph.objects.filter(
        file=OuterRef("pk"), case_study=contribution.case_study_id
    )
    return photographs_of(contribution).filter(~Exists(there))


def can_be_put(contribution: Contribution) -> bool:
    """Whether there is a draft, a photograph that is not in it, and a yes to showing it."""
    consent = consent_to_photographs(contribution)
    return (
        contribution.case_study_id is not None
        and consent is not None
        and consent.is_in_force
        and not_in_the_draft(contribution).exists()
    )


def why_not(contribution: Contribution) -> str:
    """Why the photographs cannot be put into the draft, or are not shown; empty when they can."""
    if not photographs_of(contribution).exists() and not contribution.photographs.exists():
        return ""
    consent = consent_to_photographs(contribution)
    if consent is None:
        return _(
            "They have not agreed to our showing their photographs. Do not put them on a page."
        )
    if not consent.is_in_force:
        return _(
            "They do not agree any more to our showing their photographs. Visitors see none of "
            "them. The rest of the case study stays as it is."
        )
    if contribution.case_study_id is None:
        return _("They agree to our showing their photographs. Start a case study first.")
    if not not_in_the_draft(contribution).exists():
        return _("All their photographs have been put into the draft.")
    return ""


def may_change(page: Page, user: Any) -> bool:
    """Whether `user` may edit `page` now, also as far as it is locked or under review."""
    lock = page.get_lock()
    may_edit = page.permissions_for_user(user).can_edit()
    return may_edit and not (lock is not None and lock.for_user(user))


@transaction.atomic
def put_into_draft(contribution: Contribution, user: Any) -> bool:
    """Add the photographs that are not there yet to the end of the draft's story.

    It is an edit like any other: a new revision, by `user`. Raises `CannotDo`.
    """
    # The row is locked: the second click waits here, and then finds nothing new.
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    page = contribution.case_study
    consent = consent_to_photographs(contribution)
    if page is None:
        raise CannotDo(_("There is no draft yet to put them into."))
    if consent is None or not consent.is_in_force:
        raise CannotDo(why_not(contribution))
    if not may_change(page, user):
        raise CannotDo(_("You may not change this case study now. It may be under review."))
    files = list(not_in_the_draft(contribution).select_related("photograph__image"))
    if not files:
        return False
    draft = page.get_latest_revision_as_object()
    for file in files:
        picture = _picture_from(file, contribution, draft, user)
        image = {
            "image": picture,
            "alt_text": without_contact(contribution, file.description),
            "decorative": False,
        }
        draft.story.append(("picture", {"image": image, "caption": _caption(file, contribution)}))
    draft.save_revision(user=user, clean=False, log_action=True)
    log(
        instance=contribution,
        action=log_entries.PHOTOGRAPHS,
        user=user,
        data={"page": page.pk, "photographs": len(files)},
    )
    draft_changed.send(sender=CaseStudyPage, page=page)
    return True


def _picture_from(
    file: ContributionFile, contribution: Contribution, draft: CaseStudyPage, user: Any
) -> AbstractImage:
    """The picture made from `file`, now or for an earlier draft, among the page's own files."""
    row = getattr(file, "photograph", None)
    if row is None:
        title = without_contact(contribution, file.description)[:LONGEST_NAME]
        with file.file.open("rb") as stored:
            data = stored.read()
        # Its address is public: no name that the sender gave it.
        name = f"photograph-{secrets.token_hex(6)}{PurePath(file.file.name).suffix}"
        picture = get_image_model()(
            title=title or _("Photograph %(reference)s") % {"reference": contribution.reference},
            description=title,
            file=ContentFile(data, name=name),
            uploaded_by_user=user,
            collection=collection_for(draft),
        )
        picture.save()
        row = ContributedPhotograph(contribution=contribution, file=file, image=picture)
    row.case_study_id = draft.pk
    row.save()
    return row.image


def _caption(file: ContributionFile, contribution: Contribution) -> str:
    """The credit, where one was given and people are to be named."""
    if not file.credit or contribution.naming != Naming.NAMED:
        return ""
    return _("Photograph: %(credit)s") % {"credit": file.credit}


def collection_for(page: CaseStudyPage) -> FileCollection:
    """Where the files of `page` are kept: with its organisation, or at the desk."""
    if page.looked_after_by is None:
        return child_collection(None, DESK_COLLECTION)
    return collection_of(page.looked_after_by)


def move_with(page: CaseStudyPage) -> None:
    """Let the pictures follow a draft to the organisation that looks after it now."""
    pictures = get_image_model().objects.filter(contributed_photograph__case_study=page.pk)
    if pictures.exists():
        pictures.update(collection=collection_for(page))


def delete_pictures(contribution: Contribution) -> None:
    """Delete what was made from the photographs of `contribution`, from the disk too."""
    for row in contribution.photographs.select_related("image"):
        row.image.delete()


def withheld(keys: Collection[int] | None = None) -> set[int]:
    """Which pictures may not be shown today, or which among `keys`, in one query."""
    in_force = ContributionConsent.objects.filter(
        contribution=OuterRef("contribution"),
        use=Use.PHOTOGRAPHS,
        withdrawn_at=None,
        ends_on__gte=timezone.localdate(),
    )
    rows = ContributedPhotograph.objects.filter(~Exists(in_force))
    if keys is not None:
        rows = rows.filter(image__in=keys)
    return set(rows.values_list("image_id", flat=True))


def is_needed_for(key: int) -> bool:
    """Whether a picture was made from what somebody sent."""
    return ContributedPhotograph.objects.filter(image=key).exists()


def withheld_in(page: Page) -> int:
    """How many of the pictures in `page`, as it is in memory, visitors do not see."""
    keys: set[int] = set()
    for field in page._meta.get_fields():
        value = getattr(page, field.name, None) if field.concrete else None
        if isinstance(field, StreamField):
            keys |= {
                int(key)
                for model, key, *_path in field.extract_references(value)
                if _is_image(model)
            }
        elif field.concrete and field.related_model and _is_image(field.related_model):
            keys |= {getattr(page, field.attname)} - {None}
    return len(shown_pictures.withheld(keys=keys)) if keys else 0


def _is_image(model: type[Model]) -> bool:
    return issubclass(model, AbstractImage)
