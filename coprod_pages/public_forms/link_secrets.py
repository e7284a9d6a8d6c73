"""Secrets in links that need no account: long, random, and kept only as a hash."""

import hashlib
import secrets


def new_secret() -> str:
    """A secret for a link. Nobody but the person it is sent to ever has it."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """What is kept of a secret. It is random and long, so a plain hash gives nothing away."""
    return hashlib.sha256(secret.encode()).hexdigest()
