"""What a person can begin, by what they may do: the first panel of the dashboard."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from ..compendium.models import CompendiumPage
from ..editions.models import EditionIndexPage, EditionPage, Making
from ..mail.models import OutgoingMail
from ..mailing_list.models import ListMessage, Subscriber
from ..meetings.models import MeetingIndexPage, MeetingPage
from ..news.models import NewsIndexPage, NewsPage
from ..working_group.models import JoinRequest


@dataclass(frozen=True)
class Action:
    """Something to begin: what it is called, what it is for, where it starts."""

    label: str
    description: str
    url: str
    icon: str


def actions_for(user: AbstractBaseUser) -> list[Action]:
    """Everything `user` can begin, most frequent first."""
    actions = [
        _adding(
            user,
            CompendiumPage,
            CaseStudyPage,
            _("Write a case study"),
            _("Tell what you did together. It is saved as you write."),
            "coprod-write",
        ),
        _adding(
            user, NewsIndexPage, NewsPage, _("Write news"), _("Short, with a date."), "coprod-news"
        ),
        _adding(
            user,
            MeetingIndexPage,
            MeetingPage,
            _("Announce a meeting"),
            _("Date, place, access, agenda and papers."),
            "date",
        ),
        _editions(user),
        _mailing_list(user),
        _mail_in_trouble(user),
        _requests_to_join(user),
        _lists(user),
    ]
    return [action for action in actions if action]


def adding_url(user: AbstractBaseUser, parent_model: type[Page], model: type[Page]) -> str:
    """Where to begin a page of `model`; empty when `user` may not."""
    parent = parent_model.objects.first()
    if parent is None or not parent.permissions_for_user(user).can_add_subpage():
        return ""
    return reverse(
        "wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk]
    )


def _adding(
    user: AbstractBaseUser,
    parent_model: type[Page],
    model: type[Page],
    label: str,
    description: str,
    icon: str,
) -> Action | None:
    url = adding_url(user, parent_model, model)
    return Action(label, description, url, icon) if url else None


def _editions(user: AbstractBaseUser) -> Action | None:
    """Where editions are made; those first that visitors cannot have until they are made again."""
    url = adding_url(user, EditionIndexPage, EditionPage)
    if not url:
        return None
    down = (
        EditionPage.objects.live()
        .filter(makings__in=Making.objects.taken_down())
        .distinct()
        .count()
    )
    if down:
        said = ngettext(
            "%(count)d edition was taken down: make it again.",
            "%(count)d editions were taken down: make them again.",
            down,
        )
        url = reverse("wagtailadmin_explore", args=(EditionIndexPage.objects.first().pk,))
        return Action(_("Editions"), said % {"count": down}, url, "doc-full")
    description = _("The compendium, or a part of it, as PDF, Word and web page.")
    return Action(_("Make an edition"), description, url, "doc-full")


def _requests_to_join(user: Any) -> Action | None:
    if not user.has_perm("coprod_pages.view_joinrequest"):
        return None
    unanswered = JoinRequest.objects.filter(answered=False)
    waiting = unanswered.filter(looks_automatic=False).count()
    automatic = unanswered.filter(looks_automatic=True).count()
    description = (
        ngettext("%(count)d waits for an answer.", "%(count)d wait for an answer.", waiting)
        % {"count": waiting}
        if waiting
        else _("None waits for an answer.")
    )
    if automatic:
        # A person may be among them: somebody has to look.
        description += " " + ngettext(
            "%(count)d looks automatic: please check.",
            "%(count)d look automatic: please check.",
            automatic,
        ) % {"count": automatic}
    return Action(
        _("Requests to join"),
        description,
        reverse("coprod_pages_joinrequest_modeladmin_index"),
        "group",
    )


def _mailing_list(user: Any) -> Action | None:
    if not user.has_perm("coprod_pages.add_listmessage"):
        return None
    number = Subscriber.objects.reachable().count()
    said = ngettext("%(count)d person is on it.", "%(count)d people are on it.", number)
    description = said % {"count": number}
    if ListMessage.objects.being_sent().exists():
        description += " " + _("A message is being sent.")
    url = reverse("coprod_pages_listmessage_modeladmin_index")
    return Action(_("Write to the mailing list"), description, url, "mail")


def _mail_in_trouble(user: Any) -> Action | None:
    if not user.has_perm("coprod_pages.view_outgoingmail"):
        return None
    failed = OutgoingMail.objects.failed().count()
    overdue = OutgoingMail.objects.overdue(timezone.now()).count()
    said = []
    if failed:
        said.append(
            ngettext("%(count)d could not be sent.", "%(count)d could not be sent.", failed)
            % {"count": failed}
        )
    if overdue:
        said.append(_("Mail waits and nothing sends it: tell whoever looks after the server."))
    if not said:
        return None
    url = reverse("coprod_pages_outgoingmail_modeladmin_index")
    return Action(_("Outgoing mail"), " ".join(said), url, "mail")


def _lists(user: Any) -> Action | None:
    if not user.has_perm("coprod_pages.change_tag"):
        return None
    return Action(
        _("Tidy the tags"),
        _("Rename, describe and merge them."),
        reverse("wagtailsnippets_coprod_pages_tag:list"),
        "tag",
    )
