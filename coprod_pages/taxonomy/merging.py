"""Merging tags: the only code that turns one tag into another name for another."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Model
from wagtail.log_actions import log

from .models import Tag

MERGE_ACTION = "coprod_pages.tag.merge"


class CannotMerge(ValueError):
    """The two tags given cannot be merged."""


@transaction.atomic
def merge(tag: Tag, into: Tag, user: AbstractBaseUser | None = None) -> int:
    """Make `tag` another name for `into` and move every published use over.

    Drafts keep the old tag in their revisions; it is resolved to the preferred one when
    they are saved. Old addresses (`?tag=old`) keep working, as facets read other names.

    Returns how many uses moved. Raises `CannotMerge` for a tag and itself, or when `into`
    is itself another name.
    """
    if tag.pk == into.pk:
        raise CannotMerge("A tag cannot be merged into itself.")
    if into.alias_of_id is not None:
        raise CannotMerge(f"“{into}” is another name for “{into.alias_of}”. Merge into that.")
    moved = sum(_move_uses(through, tag, into) for through in _through_models())
    tag.aliases.update(alias_of=into)
    # Saved and not updated: the search index follows the signal.
    tag.alias_of = into
    tag.save(update_fields=["alias_of"])
    log(
        instance=into,
        action=MERGE_ACTION,
        user=user,
        data={"merged": tag.name, "into": into.name, "moved": moved},
    )
    return moved


def _through_models() -> list[type[Model]]:
    """The models that attach tags to things, found so that taxonomy imports no feature."""
    return [
        relation.related_model
        for relation in Tag._meta.related_objects
        if relation.field.name == "tag" and hasattr(relation.related_model, "content_object")
    ]


def _move_uses(through: type[Model], tag: Tag, into: Tag) -> int:
    already = through.objects.filter(tag=into).values_list("content_object_id", flat=True)
    through.objects.filter(tag=tag, content_object_id__in=list(already)).delete()
    return through.objects.filter(tag=tag).update(tag=into)
