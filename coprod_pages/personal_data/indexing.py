"""Search and every worker's pages, after rows were changed past their models."""

from modelcluster.fields import ParentalKey
from wagtail.models import Page
from wagtail.search.index import class_is_indexed, insert_or_update_object

from ..compendium.following import NAMED_BY, pages_naming
from ..compendium.models import CompendiumEntry
from ..searching.indexing import index_again as index_pages_again
from ..searching.models import SearchDocument
from ..searching.versions import everything_changed
from .everywhere import Place


def index_again(changed: list[Place]) -> None:
    """Let nothing be found, or shown from memory, as it was before `changed` was changed."""
    pages: set[int] = set()
    for model, key in {(place.model, place.pk) for place in changed}:
        if issubclass(model, Page) or model in (SearchDocument, CompendiumEntry):
            pages.add(key)
            continue
        row = model._base_manager.filter(pk=key).first()
        if row is None:
            continue
        for field in model._meta.local_concrete_fields:
            if isinstance(field, ParentalKey) and issubclass(field.related_model, Page):
                pages.add(getattr(row, field.attname))
        if model in NAMED_BY:
            pages |= pages_naming(row)
        if class_is_indexed(model):
            insert_or_update_object(row)
    for page in Page.objects.filter(pk__in=pages).specific():
        insert_or_update_object(page)
    index_pages_again(pages)
    if changed:
        everything_changed()
