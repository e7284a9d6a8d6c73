"""Index of what the plugin adds to the admin, a line for each feature."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup
from wagtail_modeladmin.options import modeladmin_register

from .case_studies import admin as case_studies
from .case_studies.stage_uses import uses_of_stages
from .compendium import hooks as compendium  # noqa: F401  registers the report of searches
from .compendium.synonyms_admin import SynonymGroupViewSet
from .continuum.admin import ContinuumViewSet, refuse_to_delete_used_continua
from .continuum.uses import HOOK as USES_OF_STAGES
from .contributions import hooks as contributions  # noqa: F401  registers notes in the editor
from .contributions import log_entries as desk_log  # noqa: F401  registers the log of the desk
from .contributions.admin import ContributionAdmin
from .coverage import hooks as coverage  # noqa: F401  registers the report of what is missing
from .desk import hooks as desk  # noqa: F401  registers the dashboard
from .desk import page_types
from .editions import hooks as editions  # noqa: F401  registers the screen of an edition
from .mail.admin import OutgoingMailAdmin
from .mailing_list.admin import MailingListGroup
from .media_visibility import may_be_seen_by
from .meetings import hooks as meetings  # noqa: F401  registers what meetings add
from .meetings.attending.admin import MeetingRegistrationAdmin
from .meetings.minutes import hooks as minutes  # noqa: F401  registers what minutes add
from .personal_data import hooks as personal_data  # noqa: F401  registers its screen and log
from .roles import hooks as roles  # noqa: F401  registers the limits on accounts
from .sign_off import hooks as sign_off  # noqa: F401  registers the list of people who are quoted
from .sign_off.views import CaseStudyViewSet
from .spreadsheets import log_entries as spreadsheets  # noqa: F401  registers the log of imports
from .taxonomy import admin as taxonomy
from .taxonomy import hooks as taxonomy_hooks  # noqa: F401  registers the log of merges
from .working_group.admin import JoinRequestAdmin


class ListsGroup(SnippetViewSetGroup):
    """The vocabularies, under one entry of the menu."""

    menu_label = _("Lists")
    menu_icon = "list-ul"
    menu_order = 300
    items = (
        taxonomy.TagViewSet,
        SynonymGroupViewSet,
        taxonomy.ThemeViewSet,
        ContinuumViewSet,
        taxonomy.EqualityGroupViewSet,
        taxonomy.OrganisationViewSet,
        taxonomy.OrganisationKindViewSet,
        taxonomy.BoroughViewSet,
    )


register_snippet(ListsGroup)
modeladmin_register(JoinRequestAdmin)
modeladmin_register(MeetingRegistrationAdmin)
modeladmin_register(ContributionAdmin)
modeladmin_register(OutgoingMailAdmin)
modeladmin_register(MailingListGroup)


@hooks.register("register_admin_viewset")
def register_case_study_listing() -> object:
    """All case studies in one list."""
    return case_studies.case_study_listing


@hooks.register("register_admin_viewset")
def register_case_study_screens() -> object:
    """The editor and the review of a case study."""
    return CaseStudyViewSet("case_study_pages")


@hooks.register("register_admin_viewset")
def register_page_types() -> list:
    """The icons of the other page types."""
    return page_types.viewsets()


@hooks.register("register_admin_urls")
def register_case_study_urls() -> list:
    """The tags that are offered while typing."""
    return case_studies.admin_urls


hooks.register("before_delete_snippet", case_studies.refuse_to_delete_what_is_used)
hooks.register("before_delete_snippet", refuse_to_delete_used_continua)
hooks.register(USES_OF_STAGES, uses_of_stages)


@hooks.register("before_serve_document")
def serve_only_public_documents(document: object, request: HttpRequest) -> HttpResponse | None:
    """A document that only drafts or private pages use is there for its editors alone."""
    if may_be_seen_by(request.user, document):
        return None
    raise Http404
