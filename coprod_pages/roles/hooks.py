"""Limits on changing accounts that Wagtail leaves open."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks


@hooks.register("before_bulk_action")
def keep_accounts_out_of_bulk_actions(
    request: HttpRequest, action_type: str, objects: list, action_class_instance: object
) -> None:
    """Several accounts at once are for superusers: the bulk form could give any group."""
    model = getattr(action_class_instance, "model", None)
    if model is get_user_model() and not request.user.is_superuser:
        raise PermissionDenied
