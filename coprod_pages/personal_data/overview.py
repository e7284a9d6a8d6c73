"""What is held about an address, in plain words, for whoever answers for it."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Comment, CommentReply, Page, PageLogEntry, Revision, TaskState

from ..compendium.models import CompendiumEntry
from ..contributions.models import Contribution
from ..contributions.retention import case_studies_of
from ..contributions.standing import on_the_desk_of
from ..mail.models import OutgoingMail
from ..mail.retention import keys_about
from ..searching.models import SearchDocument
from ..working_group.models import JoinRequest
from . import accounts, everywhere
from .erasing import FILES
from .uploaded_files import files_with, things_stored_as

# Of one kind, so many records are named; of the others only the number is said.
MOST_NAMED = 50

# Where the name of the model says nothing to people.
WORDS = {
    "auth.User": _("Accounts"),
    "axes.AccessAttempt": _("Failed sign-ins"),
    "axes.AccessFailureLog": _("Failed sign-ins"),
    "axes.AccessLog": _("Sign-ins"),
    "coprod_pages.CompendiumEntry": _("The search"),
    "coprod_pages.SearchDocument": _("The search"),
    "sessions.Session": _("People who are signed in"),
    "wagtailadmin.FormState": _("Previews that were open"),
    "wagtailcore.Comment": _("Comments in the editor"),
    "wagtailcore.CommentReply": _("Answers to comments in the editor"),
    "wagtailcore.ModelLogEntry": _("The history of what was done"),
    "wagtailcore.PageLogEntry": _("The history of pages"),
    "wagtailcore.Revision": _("Drafts and older versions"),
    "wagtailcore.TaskState": _("Notes of reviews"),
    "wagtailsearch.IndexEntry": _("The search"),
    "wagtailsearch.SQLiteFTSIndexEntry": _("The search"),
    FILES: _("Uploaded files"),
}


@dataclass(frozen=True)
class Record:
    """One record: what it is called, and where it can be looked at."""

    label: str
    url: str = ""


@dataclass
class Group:
    """Records of one kind."""

    name: str
    count: int = 0
    records: list[Record] = field(default_factory=list)

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.records)


@dataclass
class Overview:
    """All that is held about an address, and what follows when it is erased."""

    groups: list[Group]
    case_studies: list[Page]
    mails_waiting: int
    accounts: list[Any]
    accounts_left: list[Any]
    files: list[Record]

    @property
    def counts(self) -> dict[str, int]:
        """How many records of each kind."""
        return {group.name: group.count for group in self.groups}


def name_of(kind: str) -> str:
    """A model's label, or another kind of place, in words."""
    if kind in WORDS:
        return str(WORDS[kind])
    try:
        return capfirst(str(apps.get_model(kind)._meta.verbose_name_plural))
    except (LookupError, ValueError):
        return kind


def overview(email: str, user: Any) -> Overview:
    """What is held about `email`, with links for `user`."""
    places = list(everywhere.places(email))
    rows: dict[str, set[tuple[type[models.Model], Any]]] = defaultdict(set)
    for place in places:
        # The search holds what is found in its pages.
        rows[name_of(place.model._meta.label)].add((place.model, place.pk))
    # What somebody wrote in a message may be packed there, so that only its feature finds it.
    rows[name_of("coprod_pages.OutgoingMail")] |= {(OutgoingMail, key) for key in keys_about(email)}
    links = _Links(user)
    groups = [
        Group(name, len(of_it), links.records(sorted(of_it, key=str)[:MOST_NAMED]))
        for name, of_it in sorted(rows.items())
        if of_it
    ]
    files = [links.file(name) for name in files_with(email)]
    if files:
        groups.append(Group(name_of(FILES), len(files), files[:MOST_NAMED]))
    found = list(accounts.accounts_at(places))
    return Overview(
        groups=groups,
        case_studies=list(case_studies_of(email)),
        mails_waiting=OutgoingMail.objects.filter(pk__in=keys_about(email), sent_at=None).count(),
        accounts=[one for one in found if accounts.may_be_changed_by(one, user)],
        accounts_left=[one for one in found if not accounts.may_be_changed_by(one, user)],
        files=files,
    )


class _Links:
    """The names of records and where `user` can look at them."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self.finder = AdminURLFinder(user)

    def records(self, rows: list[tuple[type[models.Model], Any]]) -> list[Record]:
        found = [(model, model._base_manager.filter(pk=key).first()) for model, key in rows]
        return [self.record(row) for _model, row in found if row is not None]

    def record(self, row: models.Model) -> Record:
        page = self._page_of(row)
        if page is not None:
            view = "edit" if isinstance(row, Page | Comment | CommentReply) else "history"
            return Record(str(page), self._page_url(page, view))
        if isinstance(row, SearchDocument | CompendiumEntry):
            return Record(str(row.page))
        return Record(str(row), self._url(row))

    def file(self, name: str) -> Record:
        things = things_stored_as(name)
        return Record(name, next(filter(None, map(self._url, things)), ""))

    def _page_of(self, row: models.Model) -> Page | None:
        if isinstance(row, Page):
            return row
        if isinstance(row, PageLogEntry | Comment):
            return Page.objects.filter(pk=row.page_id).first()
        if isinstance(row, CommentReply):
            return row.comment.page
        revision = row.revision if isinstance(row, TaskState) else row
        if isinstance(revision, Revision) and revision.object_id.isdigit():
            content = revision.content_type.model_class()
            if content is not None and issubclass(content, Page):
                return Page.objects.filter(pk=revision.object_id).first()
        return None

    def _page_url(self, page: Page, view: str) -> str:
        if not page.permissions_for_user(self.user).can_edit():
            return ""
        return reverse(f"wagtailadmin_pages:{view}", args=[page.pk])

    def _url(self, row: models.Model) -> str:
        if isinstance(row, Contribution):
            # What is unfinished or unconfirmed is on nobody's desk.
            if not on_the_desk_of(self.user).filter(pk=row.pk).exists():
                return ""
            return reverse("coprod_pages_contribution_modeladmin_inspect", args=[row.pk])
        if isinstance(row, JoinRequest | OutgoingMail):
            name = row._meta.model_name
            return reverse(f"coprod_pages_{name}_modeladmin_inspect", args=[row.pk])
        try:
            return self.finder.get_edit_url(row) or ""
        except NoReverseMatch:
            return ""
