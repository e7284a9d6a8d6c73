"""What pages behind a secret link share: they are for one person, and there are limits."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from ..client_address import client_address
from ..conf import SENDINGS_PER_HOUR
from .rate_limit import may_send

View = Callable[..., HttpResponse]
MOST_TO_ONE = 3  # mails asked for in an hour to one person
TOO_MANY = _(
    "This has been done many times from where you are. Please wait an hour and try again. "
    "What you wrote is still here."
)


def private_page(view: View) -> View:
    """For one person: kept by nobody, found by no search engine, named to no other site."""

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return keep_private(view(request, *args, **kwargs))

    return wrapped


def keep_private(response: HttpResponse) -> HttpResponse:
    """The same response, which nobody keeps, finds or follows back."""
    response.setdefault("Cache-Control", "private, no-store")
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def may_mail(request: HttpRequest, email: str) -> bool:
    """Whether one more mail may go out: nobody can have somebody else's letter box filled."""
    to_one = may_send("mail to", email.casefold(), MOST_TO_ONE)
    return may_do(request, "mail from") and to_one


def may_do(request: HttpRequest, what: str) -> bool:
    """Whether `what` may be done once more from where the request comes."""
    return may_send(what, client_address(request), SENDINGS_PER_HOUR.get())
