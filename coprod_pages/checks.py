"""System checks: conventions a host site can break, said at start-up."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from .conf import ERASURES_FILE, MAIL_TRANSPORT

OUTBOX = "coprod_pages.mail.backend.OutboxBackend"
FINISH_ACTION = "coprod_pages.sign_off.publishing.publish_approved_revision"


@register("coprod_pages")
def finish_action_is_ours(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Approval can only publish case studies through our own finishing action."""
    if getattr(settings, "WAGTAIL_FINISH_WORKFLOW_ACTION", None) == FINISH_ACTION:
        return []
    return [
        Error(
            "Approved case studies would never be published.",
            hint=f'Set WAGTAIL_FINISH_WORKFLOW_ACTION = "{FINISH_ACTION}".',
            id="coprod_pages.E001",
        )
    ]


@register("coprod_pages")
def edits_need_approval_again(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A text changed after its approval has to be approved again."""
    if getattr(settings, "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT", False):
        return []
    return [
        Warning(
            "A case study could be changed after a reviewer has approved it.",
            hint="Set WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True.",
            id="coprod_pages.W001",
        )
    ]


@register("coprod_pages")
def tags_ignore_case(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Health and health have to be one tag."""
    if getattr(settings, "TAGGIT_CASE_INSENSITIVE", False):
        return []
    return [
        Warning(
            "Tags that differ only in capital letters would be different tags.",
            hint="Set TAGGIT_CASE_INSENSITIVE = True.",
            id="coprod_pages.W002",
        )
    ]


@register("coprod_pages")
def mail_leaves_the_outbox(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The outbox hands its messages to a backend that sends them, never to itself."""
    if MAIL_TRANSPORT.get() != OUTBOX:
        return []
    return [
        Error(
            "Mail would go round in the outbox for ever.",
            hint="Let COPROD_MAIL_TRANSPORT name a backend that sends, such as Django's for SMTP.",
            id="coprod_pages.E002",
        )
    ]


@register("coprod_pages")
def erasures_are_listed(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """What was erased and withdrawn does not come back with a restored backup."""
    if ERASURES_FILE.get():
        return []
    return [
        Warning(
            "A restored backup would bring back what was erased and withdrawn since.",
            hint="Let COPROD_ERASURES_FILE name a file that is no part of the backup.",
            id="coprod_pages.W003",
        )
    ]
