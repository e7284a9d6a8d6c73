"""What contributions add to the editor of every page."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from .choices import State
from .models import Contribution
from .photographs import withheld_in


@hooks.register("before_edit_page")
def say_that_it_is_withdrawn(request: HttpRequest, page: Page) -> None:
    """Above the editor: that no visitor sees this page, whatever else is said of it there."""
    made_from = Contribution.objects.filter(case_study=page.pk, state=State.WITHDRAWN)
    if request.method == "GET" and made_from.exists():
        messages.warning(
            request,
            _("Visitors do not see this page: whoever sent the example has withdrawn it."),
        )


@hooks.register("before_edit_page")
def say_which_pictures_are_not_shown(request: HttpRequest, page: Page) -> None:
    """Above the editor: that visitors do not see a picture, and why."""
    number = withheld_in(page) if request.method == "GET" else 0
    if number:
        messages.warning(
            request,
            ngettext(
                "Visitors do not see %(number)s picture on this page: whoever sent it does not "
                "agree to its being shown, or not any more. You may take it out.",
                "Visitors do not see %(number)s pictures on this page: whoever sent them does not "
                "agree to their being shown, or not any more. You may take them out.",
                number,
            )
            % {"number": number},
        )
