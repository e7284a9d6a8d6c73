"""Sending the question, the same to a contributor and to somebody who is quoted."""

from ..contributions.choices import Purpose
from ..contributions.links import make_link
from ..public_forms.link_secrets import revoke
from ..quoted_people import links as links_of_quoted
from ..quoted_people import mails as mails_to_quoted
from . import agreement_mails
from .models import Asked, ContributorAgreement


def send_link(agreement: ContributorAgreement, is_reminder: bool = False) -> bool:
    """Mail a new link to the text; older ones stop working. False without an address."""
    if not agreement.asked.email:
        return False
    revoke_question(agreement.asked)
    if agreement.person:
        secret = links_of_quoted.make_link(agreement.person, links_of_quoted.Purpose.SIGN_OFF)
        mails_to_quoted.ask_for_yes(agreement.person, secret, is_reminder)
    else:
        contribution = agreement.contribution
        secret = make_link(contribution, Purpose.SIGN_OFF)
        earlier = contribution.agreements.filter(page=agreement.page_id, pk__lt=agreement.pk)
        agreement_mails.ask_for_yes(
            contribution, agreement.page.title, secret, is_reminder, earlier.exists()
        )
    return True


def revoke_question(asked: Asked) -> int:
    """Links to a text that was asked about stop working; returns how many."""
    # Both kinds of links call their purpose the same.
    return revoke(asked.links, purpose=Purpose.SIGN_OFF)
