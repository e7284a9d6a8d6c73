"""One page of a list, by the number in the address."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

LONGEST_NUMBER = 9  # digits: more is no page number, and no database takes it


def page_of(items: Sequence[Any], per_page: int, parameters: QueryDict) -> Page:
    """The page of `items` that `parameters` ask for, the first if they ask for none.

    Raises `Http404` for a page that is not there.
    """
    paginator = Paginator(items, per_page)
    asked = parameters.get("page", "1")
    if asked.isascii() and asked.isdigit() and len(asked) <= LONGEST_NUMBER:
        number = int(asked)
        if 1 <= number <= paginator.num_pages:
            return paginator.page(number)
    raise Http404(_("There is no such page."))
