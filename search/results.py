"""The pages that a search of the whole site found, ready to be shown."""

from collections.abc import Iterable

from wagtail.models import Page


def load(page_ids: Iterable[int]) -> list[Page]:
    """The pages themselves, in the order of `page_ids`."""
    wanted = list(page_ids)
    found = {page.pk: page for page in Page.objects.filter(pk__in=wanted).specific()}
    return [found[key] for key in wanted if key in found]
