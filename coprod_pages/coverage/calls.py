"""A targeted call: the draft of a news item that says what we have nothing of."""

from typing import Any

from django.db import transaction
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..compendium.coverage import Covered
from ..compendium.models import CompendiumPage
from ..contributions.models import ContributePage
from ..news.models import NewsIndexPage, NewsPage


def news_index() -> NewsIndexPage | None:
    """Where the news stands."""
    return NewsIndexPage.objects.order_by("path").first()


def may_call(user: Any) -> bool:
    """Whether `user` may write news."""
    index = news_index()
    return bool(index and index.permissions_for_user(user).can_add_subpage())


def existing_call(value: Covered) -> NewsPage | None:
    """The call that was begun for `value`, known by its address."""
    return NewsPage.objects.filter(slug=_slug(value)).order_by("-pk").first()


def begin_call(value: Covered, user: Any) -> tuple[NewsPage, bool]:
    """The draft of a call for `value`, and whether it is new. It belongs to `user`.

    The index is locked meanwhile, so that two presses at once make one draft.
    """
    with transaction.atomic():
        index = NewsIndexPage.objects.select_for_update().order_by("path").first()
        existing = existing_call(value)
        if existing is not None:
            return existing, False
        title = value.nothing_yet
        page = NewsPage(
            live=False,
            has_unpublished_changes=True,
            owner=user,
            slug=_slug(value),
            title=title,
            draft_title=title,
            summary=_("Do you know of an example? We would love to hear of it."),
        )
        page.body = page._meta.get_field("body").to_python(_body(value))
        index.add_child(instance=page)
        page.save_revision(user=user, clean=False)
        log(instance=page, action="wagtail.create", user=user, content_changed=True)
    return page, True


def _slug(value: Covered) -> str:
    return f"call-{value.parameter}-{value.term.slug}"


def _body(value: Covered) -> list[dict[str, Any]]:
    texts = [
        format_html("<p>{}.</p>", value.nothing_yet),
        format_html(
            "<p>{}</p>",
            _("An example may be large or small. What did not work teaches as much as what did."),
        ),
    ]
    contribute = ContributePage.objects.live().first()
    if contribute is not None:
        link = '<p><a linktype="page" id="{}">{}</a></p>'
        texts.append(format_html(link, contribute.pk, _("Send us your example")))
    compendium = CompendiumPage.objects.live().first()
    if compendium is not None:
        address = f"{compendium.url}?{value.query}"
        texts.append(
            format_html('<p><a href="{}">{}</a></p>', address, _("See what we have by now"))
        )
    return [{"type": "paragraph", "value": "".join(texts)}]
