"""Keys of forms that anybody may send, and references to quote on the telephone."""

import secrets

from django.core import signing

SALT = "coprod_pages.public_forms"
# A person needs longer than this to fill in a form; a program seldom waits.
SHORTEST_TIME = 3  # seconds
LONGEST_TIME = 24 * 60 * 60  # seconds
# Without letters and digits that are read wrongly over the telephone.
REFERENCE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_reference() -> str:
    """Eight characters to quote on the telephone."""
    return "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(8))


def new_form_key() -> str:
    """A signed key with the time it was made; it makes a double click store once."""
    return signing.TimestampSigner(salt=SALT).sign(secrets.token_urlsafe(32)[:43])


def read_form_key(signed: str) -> tuple[str, bool]:
    """The key, and whether it came back quicker than people write.

    Raises `django.core.signing.BadSignature` for one that is old or made up.
    """
    signer = signing.TimestampSigner(salt=SALT)
    key = signer.unsign(signed, max_age=LONGEST_TIME)
    try:
        signer.unsign(signed, max_age=SHORTEST_TIME)
    except signing.SignatureExpired:
        return key, False
    return key, True
