"""From a making to its document: the pinned versions, as far as they may be shown at this moment."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from ..sign_off.content import digest_of
from .assembling import booklet_document, edition_document
from .choices import Kind, State
from .making_models import Making, Pin
from .models import EditionPage
from .permitted import may_be_appended, may_be_in_editions
from .tree import Document, Picture, all_blocks

Tell = Callable[[int, int], None]


class NothingLeft(ValueError):
    """Nothing of it may be shown any more."""


def edition_of(making: Making) -> EditionPage:
    """The edition as it was when the making was asked for: its own texts, its sections."""
    return EditionPage.from_serializable_data(making.content)


def document_of(making: Making, tell: Tell) -> Document:
    """The document of a making. What may not be in it, or is gone, is left out and noted."""
    pages = pinned_pages(making, tell)
    site = site_address()
    made = making.asked_at
    if making.kind == Kind.EDITION:
        return edition_document(
            edition_of(making),
            pages,
            site=site,
            replaces=replaces(making),
            identifier=f"edition-{making.edition_id}",
            made=made,
        )
    together = [page for section in pages.values() for page in section]
    if not together:
        raise NothingLeft(_("Nothing of it may be shown any more."))
    return booklet_document(
        making.content["title"],
        together,
        subtitle=making.content.get("subtitle", ""),
        dated=date_format(timezone.localdate(making.asked_at), "j F Y"),
        site=site,
        length=making.content.get("length", "full"),
        plain_language=bool(making.content.get("plain_language")),
        identifier=making.key,
        made=made,
    )


def pinned_pages(making: Making, tell: Tell) -> dict[str, list[Page]]:
    """The pages of a making at their pinned versions, by section, in order."""
    pins = list(making.pins.select_related("revision"))
    may_be_in = _allowed(pins)
    found: dict[str, list[Page]] = {}
    for number, pin in enumerate(pins, start=1):
        page = None
        if pin.page_id in may_be_in and pin.revision is not None:
            page = pin.revision.as_object()
            found.setdefault(pin.section, []).append(page)
        _note(pin, page)
        tell(number, len(pins))
    return found


def _allowed(pins: list[Pin]) -> set[int]:
    case_studies = [pin.page_id for pin in pins if pin.is_case_study]
    appendices = [pin.page_id for pin in pins if not pin.is_case_study]
    allowed: set[int] = set()
    for start in range(0, len(case_studies), 500):
        some = case_studies[start : start + 500]
        allowed |= set(may_be_in_editions().filter(pk__in=some).values_list("pk", flat=True))
    if appendices:
        allowed |= set(may_be_appended().filter(pk__in=appendices).values_list("pk", flat=True))
    return allowed


def _note(pin: Pin, page: Any) -> None:
    digest = digest_of(page) if page is not None and pin.is_case_study else ""
    if (pin.is_missing, pin.digest) != (page is None, digest):
        Pin.objects.filter(pk=pin.pk).update(is_missing=page is None, digest=digest)


def replaces(making: Making) -> str:
    """That an earlier one was public, in words; never why it is so no more."""
    edition = EditionPage.objects.filter(pk=making.edition_id, first_published_at__isnull=False)
    earlier = (
        Making.objects.public()
        .filter(edition=making.edition_id, pk__lt=making.pk, state=State.DONE)
        .first()
    )
    if earlier is None or not edition.exists():
        return ""
    day = date_format(timezone.localdate(earlier.made_at), "j F Y")
    return _("This edition replaces an earlier one, made on %(day)s.") % {"day": day}


def site_address() -> str:
    """The address of the site, without a slash at the end. Never taken from a request."""
    site = Site.objects.filter(is_default_site=True).first()
    return site.root_url if site else ""


def picture_keys(document: Document) -> list[int]:
    """The pictures of Wagtail's that are shown in a document."""
    shown = {block.key for block in all_blocks(document.blocks) if isinstance(block, Picture)}
    if document.cover.picture is not None:
        shown.add(document.cover.picture.key)
    return sorted(int(key) for key in shown if key.isdigit())
