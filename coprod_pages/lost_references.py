"""Opening a stored revision when something it names has been deleted since.

The database protects what rows refer to, but it does not see into revisions. modelcluster
stops with an error when a revision names a deleted row through a protected key, so that the
editor, history and comparison of the page would be error pages.
"""

from typing import Any

from django.db.models import PROTECT, ForeignKey, Model
from modelcluster.models import get_all_child_relations


def without_lost_references(model: type[Model], data: dict[str, Any]) -> dict[str, Any]:
    """`data` of a revision of `model`, without what it names that is not there any more.

    A key that may be empty is emptied; an inline row whose protected key is lost is left out.
    """
    cleaned = dict(data)
    for field in _protected_keys(model):
        if cleaned.get(field.name) is not None and _is_lost(field, cleaned[field.name]):
            cleaned[field.name] = None
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        keys = _protected_keys(relation.related_model)
        cleaned[name] = [
            row
            for row in cleaned.get(name) or []
            if not any(_is_lost(key, row.get(key.name)) for key in keys)
        ]
    return cleaned


def _protected_keys(model: type[Model]) -> list[ForeignKey]:
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.remote_field.on_delete is PROTECT
    ]


def _is_lost(field: ForeignKey, key: Any) -> bool:
    if key is None:
        return False
    return not field.related_model._default_manager.filter(pk=key).exists()
