"""Why a text cannot be approved, in words for whoever pressed the button."""

from django.core.exceptions import PermissionDenied


class CannotApprove(PermissionDenied):
    """The text cannot be approved, or not by this person; the message says why."""
