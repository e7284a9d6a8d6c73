"""Secrets in links that need no account: long, random, and kept only as a hash."""

import hashlib
import secrets
from datetime import timedelta
from typing import Any, TypeVar

from django.utils import timezone

from .models import SecretLink

Link = TypeVar("Link", bound=SecretLink)


def new_secret() -> str:
    """A secret for a link. Nobody but the person it is sent to ever has it."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """What is kept of a secret. It is random and long, so a plain hash gives nothing away."""
    return hashlib.sha256(secret.encode()).hexdigest()


def make_link(links: Any, lasts: timedelta | None = None, **what: Any) -> str:
    """A new link among `links` of one person; returns its secret, which is kept nowhere."""
    secret = new_secret()
    expires_at = timezone.now() + lasts if lasts else None
    links.create(secret_hash=hash_of(secret), expires_at=expires_at, **what)
    return secret


def find_link(model: type[Link], secret: str, *related: str) -> Link | None:
    """The link of this kind with this secret, if it still opens anything."""
    links = model._default_manager.select_related(*related) if related else model._default_manager
    link = links.filter(secret_hash=hash_of(secret)).first()
    return link if link is not None and link.works() else None


def revoke(links: Any, **which: Any) -> int:
    """Take back those of `links` that are `which`; returns how many."""
    return links.filter(revoked_at=None, **which).update(revoked_at=timezone.now())
