"""A small site with one of everything, and what each role gets when it asks for a thing."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction, Revision, TaskState, WorkflowState

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.compendium.models import CompendiumPage
from coprod_pages.mail.models import OutgoingMail, State
from coprod_pages.mailing_list.models import ListMessage, Subscriber
from coprod_pages.meetings.attending.models import MeetingRegistration
from coprod_pages.meetings.minutes.models import MeetingAction
from coprod_pages.personal_data.log_entries import ERASED, note_in_log
from coprod_pages.roles.groups import CVS_EDITORS, REVIEWERS, SITE_MANAGERS, WORKING_GROUP
from coprod_pages.roles.membership import collection_of
from coprod_pages.searching.models import SynonymGroup
from coprod_pages.working_group.models import JoinRequest, WorkingGroupPage
from tests.editions.building import by_hand, edition
from tests.editor_form import current_values, save
from tests.factories import (
    OrganisationFactory,
    TagFactory,
    case_study,
    contribution,
    contribution_file,
    meeting,
    news,
    person,
)

HOME = "/admin/"
REFUSALS = ("/admin/login/",)
# Pages whose editor is opened.
WITH_EDITOR = [
    *("draft", "in review", "live", "news", "meeting"),
    *("compendium", "group", "home"),
]
# In the order of the columns of the tables in `matrix`.
ROLES = ["anonymous", "other", "editor", "reviewer", "secretary", "manager", "superuser"]


@dataclass
class World:
    """Pages and people, and a signed-in client for each role."""

    people: dict[str, Any] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)
    forms: dict[str, dict[str, Any]] = field(default_factory=dict)


def build_world() -> World:
    """One case study in each state, one page of each other kind, a person for each role."""
    world = World()
    hackney = OrganisationFactory(name="Hackney Neighbours")
    camden = OrganisationFactory(name="Camden Together")
    editor = person(CVS_EDITORS, hackney, username="hackney-editor")
    world.people = {
        "anonymous": AnonymousUser(),
        "editor": editor,
        "other": person(CVS_EDITORS, camden, username="camden-editor"),
        "reviewer": person(REVIEWERS, username="a-reviewer"),
        "secretary": person(WORKING_GROUP, username="the-secretary"),
        "manager": person(SITE_MANAGERS, username="a-manager"),
        "superuser": person(None, username="root", is_superuser=True, is_staff=True),
    }
    for role in ROLES:
        # A refusal that is an error page is an answer as well.
        world.clients[role] = Client(raise_request_exception=False)
        if role != "anonymous":
            world.clients[role].force_login(world.people[role])
    _make_pages(world, hackney, editor)
    _make_things(world, hackney, camden, editor)
    root = world.clients["superuser"]
    for name, page in world.pages.items():
        if name in WITH_EDITOR:
            world.forms[name] = current_values(root, page)
    return world


def _make_pages(world: World, hackney: Any, editor: Any) -> None:
    own = {"looked_after_by": hackney, "owner": editor, "user": editor}
    world.pages = {
        "draft": case_study("A draft of Hackney", live=False, **own),
        "in review": case_study("In review for Hackney", live=False, **own),
        "live": case_study("Public for Hackney", **own),
        "news": news("News of the group"),
        "meeting": meeting("A meeting of the group", live=False),
        "compendium": CompendiumPage.objects.get(),
        "group": WorkingGroupPage.objects.get(),
        "home": WorkingGroupPage.objects.get().get_parent().specific,
    }
    save(world.clients["editor"], world.pages["in review"], "submit")
    world.pages["alias"] = world.pages["live"].create_alias(update_slug="an-alias")
    scheduled = case_study("Scheduled for Hackney", live=False, **own)
    scheduled.go_live_at = timezone.now() + timedelta(days=30)
    scheduled.save_revision(user=editor).publish()
    world.pages["scheduled"] = scheduled
    locked = case_study("Locked by the owner of the server", live=False, **own)
    locked.locked, locked.locked_by = True, world.people["superuser"]
    locked.locked_at = timezone.now()
    locked.save()
    world.pages["locked"] = locked
    world.pages = {
        name: Page.objects.get(pk=page.pk).specific for name, page in world.pages.items()
    }


def _make_things(world: World, hackney: Any, camden: Any, editor: Any) -> None:
    from coprod_pages.continuum.models import Continuum
    from coprod_pages.taxonomy.models import Borough, EqualityGroup, OrganisationKind, Theme

    world.things = {
        "tag": TagFactory(name="unused tag"),
        "synonymgroup": SynonymGroup.objects.create(names="unused word\nidle word"),
        "theme": Theme.objects.create(name="Unused theme", slug="unused-theme"),
        "equalitygroup": EqualityGroup.objects.create(name="Unused group", slug="unused-group"),
        "organisation": OrganisationFactory(name="Unused organisation"),
        "organisationkind": OrganisationKind.objects.create(name="Unused", slug="unused-kind"),
        "borough": Borough.objects.exclude(case_studies__isnull=False).last(),
        "continuum": _drafted(Continuum.objects.create(name="Unused continuum")),
        "joinrequest": JoinRequest.objects.create(
            name="Ada", email="ada@example.org", reference="ABCDEFGH", form_key="k" * 43
        ),
        "outgoingmail": OutgoingMail.objects.create(
            about="a link", recipient="ada@example.org", subject="Your link", state=State.FAILED
        ),
        "subscriber": Subscriber.objects.create(email="ada@example.org"),
        "listmessage": ListMessage.objects.create(subject="News", text="Words"),
        "coprod-edition": edition(by_hand("One", world.pages["live"])),
        "coprod-meeting": world.pages["meeting"],
        "meetingregistration": MeetingRegistration.objects.create(
            meeting=world.pages["meeting"],
            name="Ada",
            email="ada@example.org",
            reference="ABCDEFGH",
            form_key="r" * 43,
            attendance="in-person",
            state="place",
        ),
        "meetingaction": MeetingAction.objects.create(
            what="Book the hall", owner_role="The secretary", meeting=world.pages["meeting"]
        ),
        "collection": collection_of(hackney),
        "document": Document.objects.create(
            title="Of Hackney",
            file=ContentFile(b"words", name="hackney.txt"),
            collection=collection_of(hackney),
            uploaded_by_user=editor,
        ),
        "personal-data": note_in_log(ERASED, {}, "ada@example.org"),
        "redirect": Redirect.objects.create(old_path="/old", redirect_link="/"),
        "image": Image.objects.create(
            title="Of Hackney",
            file=get_test_image_file(),
            collection=collection_of(hackney),
            uploaded_by_user=editor,
        ),
    }
    # Handed to the editor.
    sent = contribution(owner=editor)
    world.things["contribution"] = sent
    world.things["contributionfile"] = contribution_file(sent)
    world.things["quoted"] = world.pages["draft"]
    collection_of(camden)


def _drafted(continuum: Any) -> Any:
    """A continuum that has been edited, and the revision that this made."""
    continuum.save_revision()
    return continuum


def fingerprint() -> dict[str, Any]:
    """All that a request may not change when it is refused."""
    return {
        "pages": set(
            Page.objects.values_list(
                *("pk", "path", "title", "draft_title", "slug", "live", "locked", "owner_id"),
                *("live_revision_id", "latest_revision_id", "alias_of_id", "go_live_at"),
                *("has_unpublished_changes", "expired"),
            )
        ),
        "case studies": set(
            CaseStudyPage.objects.values_list("pk", "looked_after_by_id", "summary")
        ),
        "revisions": set(Revision.objects.values_list("pk", "created_at", "approved_go_live_at")),
        "workflows": set(WorkflowState.objects.values_list("pk", "status")),
        "tasks": set(TaskState.objects.values_list("pk", "status", "revision_id")),
        "restrictions": set(PageViewRestriction.objects.values_list("pk", "restriction_type")),
    }


def public_texts(print_: dict[str, Any]) -> set[tuple[int, int | None]]:
    """Which revision of which page is public."""
    return {(row[0], row[8]) for row in print_["pages"] if row[5]}


def is_shown(response: Any) -> bool:
    """Whether there is something to see, if need be at another address of the same."""
    if response.status_code == 302:
        return not response.url.startswith(REFUSALS) and response.url != HOME
    return response.status_code == 200


class Undo(Exception):
    """Takes a request back."""


def ask(
    client: Client, method: str, url: str, data: dict[str, Any] | None = None
) -> tuple[str, Any]:
    """What comes of a request, taken back afterwards; also the response.

    For GET "yes" is that it is shown, also for SHOW, which is a POST that stores nothing; for POST, that something has changed, and "live" that
    something has become public. "-" is a refusal. "error" is a mistake of ours.
    """
    response: Any = None
    before = fingerprint() if method == "POST" else {}
    after: dict[str, Any] = {}
    try:
        with transaction.atomic():
            response = client.get(url) if method == "GET" else client.post(url, data or {})
            after = fingerprint() if method == "POST" else {}
            raise Undo
    except Undo:
        pass
    if response.status_code >= 500:
        return "error", response
    if method != "POST":
        return ("yes" if is_shown(response) else "-"), response
    if public_texts(after) - public_texts(before):
        return "live", response
    return ("yes" if after != before else "-"), response
