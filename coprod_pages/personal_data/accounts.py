"""Accounts that hold an e-mail address: which may be changed, and by whom."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from ..email_addresses import mention_of
from .everywhere import Place


def accounts_at(places: list[Place]) -> QuerySet[Any]:
    """The accounts that are among `places`."""
    model = get_user_model()
    keys = {place.pk for place in places if place.model is model}
    return model.objects.filter(pk__in=keys).order_by(model.USERNAME_FIELD)


def may_be_changed_by(account: Any, user: Any) -> bool:
    """Whether `user` may take an address off `account`: not one's own, nor a superuser's.

    Without a `user` it is the owner of the server, at the command line.
    """
    if user is None:
        return True
    return account != user and (user.is_superuser or not account.is_superuser)


def close_if_named_for(account: Any, email: str) -> None:
    """Nobody can sign in any more with an account whose user name was the address."""
    if mention_of(email).search(account.get_username()):
        model = get_user_model()
        model.objects.filter(pk=account.pk).update(is_active=False)


def held_about(places: list[Place]) -> list[dict[str, Any]]:
    """What is held in accounts, to be handed over."""
    columns = ("username", "first_name", "last_name", "email", "date_joined", "last_login")
    return list(accounts_at(places).values(*columns))
