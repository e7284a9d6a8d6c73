"""Every message about a contribution. Each is queued with the change that causes it."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ..mail.queueing import absolute, queue
from .links import address
from .models import Contribution, ContributionQuestion

TEMPLATES = "coprod_pages/contributions/mails"


def ask_to_confirm(contribution: Contribution, secret: str) -> None:
    """The link that proves that the address is the sender's."""
    subject = _("Please confirm your example")
    send(contribution, subject, "confirm", {"link": absolute(address(secret))})


def send_link_for_later(contribution: Contribution, secret: str) -> None:
    """The link to go on with the form."""
    subject = _("Your link to finish your example")
    send(contribution, subject, "later", {"link": absolute(address(secret))})


def send_own_link(contribution: Contribution, secret: str) -> None:
    """The link to one's own contribution, asked for again."""
    subject = _("Your link to the example you sent us")
    send(contribution, subject, "own_link", {"link": absolute(address(secret))})


def thank(contribution: Contribution, secret: str) -> None:
    """Thanks, what happens now, and the link to one's own contribution."""
    subject = _("We have your example: what happens next")
    send(contribution, subject, "thanks", {"link": absolute(address(secret))})


def ask(contribution: Contribution, question: ContributionQuestion, secret: str) -> None:
    """A question of the desk, with the link to answer it."""
    subject = _("A question about the example you sent us")
    context = {"link": absolute(address(secret)), "question": question.text}
    send(contribution, subject, "question", context)


def decline(contribution: Contribution, reason: str) -> None:
    """That it will not become a case study, and why."""
    subject = _("About the example you sent us")
    send(contribution, subject, "declined", {"reason": reason})


def confirm_withdrawal(contribution: Contribution) -> None:
    """That it is withdrawn, in case somebody else did it."""
    subject = _("Your example is withdrawn")
    send(contribution, subject, "withdrawn", {})


def ask_to_renew(contribution: Contribution, secret: str, ends_on: date) -> None:
    """That a permission ends soon, with the link to let it go on."""
    subject = _("May we go on showing your example?")
    context = {"link": absolute(address(secret)), "ends_on": ends_on}
    send(contribution, subject, "renew", context)


def tell_of_ended(contribution: Contribution, to: str, ended: list[tuple[Any, Any]]) -> None:
    """To a colleague: which permissions have ended, and what there is to do about each."""
    subject = _("A permission has ended: please see what is to be done")
    context = {
        "ended": ended,
        "title": contribution.case_study.title,
        "reference": contribution.reference,
        "page_link": absolute(
            reverse("wagtailadmin_pages:edit", args=[contribution.case_study_id])
        ),
        "link": absolute(
            reverse("coprod_pages_contribution_modeladmin_inspect", args=[contribution.pk])
        ),
    }
    queue(
        to,
        f"{subject} ({contribution.reference})",
        f"{TEMPLATES}/ended",
        context,
        about=subject,
        related=contribution.reference,
    )


def send(contribution: Contribution, subject: str, template: str, context: dict[str, Any]) -> None:
    """Queue a message to the contributor in the transaction of the change that causes it."""
    queue(
        contribution.email,
        f"{subject} ({contribution.reference})",
        f"{TEMPLATES}/{template}",
        {"contribution": contribution, "name": contribution.name, **context},
        about=subject,
        related=contribution.reference,
    )
