"""What somebody who is quoted sees through their link: the text, or what they said to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ..contributions.responses import no_such_link
from ..public_forms.private_pages import private_page
from ..quoted_people import mails
from ..quoted_people.links import Purpose, address, find_link, make_link
from ..quoted_people.models import QuotedPerson
from . import text_views
from .agreeing import open_question
from .asking import send_link
from .refusing import has_yes, say_no


@private_page
def quoted(request: HttpRequest, secret: str) -> HttpResponse:
    """Where a link leads: to the text with its question, or to what they said."""
    link = find_link(secret)
    if link is None:
        return no_such_link(request)
    if link.purpose == Purpose.OWN:
        return own(request, link.person, secret)
    if request.method == "POST" and "refuse" in request.POST:
        say_no(link.person)
        return render(request, f"{text_views.TEMPLATES}/said_no.html", {"page": None})
    return text_views.text(request, link.person, address(secret))


def own(request: HttpRequest, person: QuotedPerson, secret: str) -> HttpResponse:
    """What they said yes to, and one button that takes it back. Opening it changes nothing."""
    if request.method == "POST":
        say_no(person)
        return redirect(address(secret))
    context = {
        "person": person,
        "case_study": person.page,
        "has_yes": has_yes(person),
        "has_said_no": person.state == QuotedPerson.State.REFUSED,
        "page": None,
    }
    return render(request, f"{text_views.TEMPLATES}/quoted_own.html", context)


@private_page
def picture(request: HttpRequest, secret: str, path: str) -> HttpResponse:
    """A picture of the text that the link shows, and no other."""
    link = find_link(secret)
    is_for_text = link is not None and link.purpose == Purpose.SIGN_OFF
    return text_views.picture(request, link.person if is_for_text else None, address(secret), path)


def send_links_again(email: str) -> int:
    """Mail fresh links to somebody who is quoted and has lost theirs; returns how many."""
    count = 0
    for person in QuotedPerson.objects.filter(email__iexact=email, state=QuotedPerson.State.QUOTED):
        question = open_question(person)
        if question is not None:
            count += send_link(question)
        elif has_yes(person):
            mails.send_own_link(person, make_link(person, Purpose.OWN))
            count += 1
    return count
