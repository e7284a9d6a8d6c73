"""Receiving a request to join."""

from collections.abc import Mapping

from django.db import transaction

from ..public_forms.keys import new_reference
from .models import JoinRequest


@transaction.atomic
def receive(answers: Mapping[str, str], looks_automatic: bool = False) -> str:
    """Store a request to join and return its reference.

    The same form sent twice is stored once. What looks automatic is kept apart for a person
    to look at; the sender is thanked all the same.
    """
    request, _created = JoinRequest.objects.get_or_create(
        form_key=answers["form_key"],
        defaults={
            "name": answers["name"],
            "email": answers["email"],
            "organisation": answers.get("organisation", ""),
            "message": answers.get("message", ""),
            "looks_automatic": looks_automatic,
            "reference": new_reference(),
        },
    )
    return request.reference
