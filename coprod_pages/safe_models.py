"""Models whose text is made safe whenever it is stored, whatever way it came in."""

from typing import Any

from django.db import models
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from .safe_text import without_unsafe_characters


def clean_texts(instance: models.Model) -> None:
    """Take the characters that break documents out of every text of `instance`."""
    for field in instance._meta.concrete_fields:
        value = getattr(instance, field.attname)
        if isinstance(field, StreamField):
            _clean_stream(instance, field, value)
        elif isinstance(value, str):
            setattr(instance, field.attname, without_unsafe_characters(value))


def _clean_stream(instance: models.Model, field: StreamField, value: Any) -> None:
    if not isinstance(value, StreamValue):
        return
    stored = value.get_prep_value()
    cleaned = _cleaned(stored)
    if cleaned != stored:
        setattr(instance, field.attname, field.stream_block.to_python(cleaned))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return without_unsafe_characters(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return value


class SafeTextModel(models.Model):
    """A row of plain columns that cleans its texts when it is saved."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        clean_texts(self)
        super().save(*args, **kwargs)
