"""The published editions, each with what there is to do about it."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..editions.choices import State
from ..editions.models import EditionIndexPage, EditionPage, Making, Pin

SHOWN = 5


@dataclass(frozen=True)
class PublishedEdition:
    """An edition that is published: what there is to do, and where."""

    title: str
    url: str
    to_do: list[str]


def editions_for(user: AbstractBaseUser) -> list[PublishedEdition]:
    """The newest published editions, for whoever may make them."""
    index = EditionIndexPage.objects.first()
    if index is None or not index.permissions_for_user(user).can_add_subpage():
        return []
    pages = list(EditionPage.objects.live().order_by("-date", "-pk")[:SHOWN])
    makings = list(Making.objects.filter(edition__in=[page.pk for page in pages]).order_by("pk"))
    # The last one that is done counts.
    public = {
        making.edition_id: making
        for making in makings
        if making.state == State.DONE and not making.is_proof
    }
    proofs = {making.edition_id: making for making in makings if making.is_proof}
    changed = _changed([making.pk for making in public.values()])
    return [
        PublishedEdition(
            title=page.get_admin_display_title(),
            url=reverse("coprod_edition", args=(page.pk,)),
            to_do=_to_do(page, public.get(page.pk), proofs.get(page.pk), changed),
        )
        for page in pages
    ]


def _changed(makings: list[int]) -> dict[int, int]:
    """How many case studies in each making have been published anew since."""
    pins = Pin.objects.filter(making__in=makings, is_case_study=True, is_missing=False)
    pins = pins.exclude(page=None).exclude(revision=F("page__live_revision"))
    return dict(pins.order_by().values_list("making").annotate(Count("pk")))


def _to_do(
    page: EditionPage, public: Making | None, proof: Making | None, changed: dict[int, int]
) -> list[str]:
    said: list[Any] = []
    if public is None:
        said.append(_("Visitors have nothing yet: it is being made, or has to be made."))
    elif public.down_since:
        said.append(_("Taken down, as something in it may not be shown any more: make it again."))
    elif public.pk in changed:
        number = changed[public.pk]
        said.append(
            ngettext(
                "%(count)d case study in it has been edited since it was made.",
                "%(count)d case studies in it have been edited since it was made.",
                number,
            )
            % {"count": number}
        )
    if proof is not None and proof.state == State.DONE and not proof.down_since:
        said.append(_("Your draft is made: read it and publish it."))
    elif page.has_unpublished_changes:
        said.append(_("You have changed its texts or choices, and not published that."))
    return said
