"""Where an e-mail address stands: in any column of any table, and in uploaded files."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection, models
from django.db.models import Q, TextField
from django.db.models.functions import Cast

ERASED = "[erased]"
CHUNK = 1024 * 1024


@dataclass(frozen=True)
class Place:
    """A row whose column holds the address."""

    model: type[models.Model]
    pk: Any
    field: str

    def __str__(self) -> str:
        return f"{self.model._meta.label} {self.pk} {self.field}"


def places(email: str) -> Iterator[Place]:
    """Every row and column that holds `email`, in any case, whatever app the table is of."""
    for model in _stored_models():
        for field in _written_columns(model):
            for key in _rows_with(model, field, email).values_list("pk", flat=True):
                yield Place(model, key, field.name)


def overwrite(place: Place, email: str) -> None:
    """Write over the address where it stands, and leave the rest of the column as it is."""
    field = place.model._meta.get_field(place.field)
    rows = place.model._base_manager.filter(pk=place.pk)
    value = rows.values_list(place.field, flat=True).first()
    pattern = re.compile(re.escape(email), re.IGNORECASE)
    if isinstance(value, str):
        changed: Any = pattern.sub(ERASED, value)
    else:
        changed = json.loads(pattern.sub(ERASED, json.dumps(value, ensure_ascii=False)))
    # Past `save`: a record of the past is changed here, and nothing is to be told of it.
    models.QuerySet(place.model, using=rows.db).filter(pk=place.pk).update(**{field.name: changed})


def files(email: str) -> list[str]:
    """The uploaded files that hold `email`, in their name or as plain bytes."""
    wanted = email.lower().encode()
    return [name for name in _all_files("") if _holds(name, wanted)]


def _stored_models() -> Iterator[type[models.Model]]:
    existing = set(connection.introspection.table_names())
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy and model._meta.db_table in existing:
            yield model


def _written_columns(model: type[models.Model]) -> list[models.Field]:
    written = (models.CharField, models.TextField, models.JSONField, models.FileField)
    return [field for field in model._meta.local_concrete_fields if isinstance(field, written)]


def _rows_with(model: type[models.Model], field: models.Field, email: str) -> models.QuerySet:
    # JSON may hold letters as escapes, but no address has any that need them.
    rows = models.QuerySet(model)
    as_text = rows.annotate(_written=Cast(field.name, TextField()))
    return as_text.filter(Q(_written__icontains=email)).order_by("pk")


def _all_files(folder: str) -> Iterator[str]:
    try:
        folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}".lstrip("/") for name in names)
    for inner in folders:
        yield from _all_files(f"{folder}/{inner}".lstrip("/"))


def _holds(name: str, wanted: bytes) -> bool:
    if wanted in name.lower().encode():
        return True
    kept = b""
    with default_storage.open(name) as file:
        while chunk := file.read(CHUNK):
            if wanted in (kept + chunk).lower():
                return True
            kept = chunk[-len(wanted) :]
    return False
