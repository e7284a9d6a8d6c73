"""Uploaded files that hold an e-mail address: finding them, and deleting them."""

import io
import re
import zipfile
from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models import ProtectedError
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from ..contributions.models import ContributionFile
from ..email_addresses import mention_of
from ..stored_files import files_below
from .everywhere import stored_models

# Of the files inside a word processor's or a spreadsheet's file: more is no document.
MOST_IN_ARCHIVE = 2000
LARGEST_IN_ARCHIVE = 50 * 1024 * 1024
PARAGRAPH_END = re.compile(r"</(?:\w+:)?(?:p|h|si)>")
TAG = re.compile(r"<[^>]*>")


def files_with(email: str) -> list[str]:
    """The uploaded files that hold `email`, in their name or as text.

    Also inside of what word processors and spreadsheets write; not in pictures of text, nor in
    PDF files whose text is packed.
    """
    mention = mention_of(email)
    return [name for name in files_below(default_storage) if _holds(name, mention)]


def delete_file(name: str) -> bool:
    """Delete an uploaded file, and the document or picture it is; False if it has to stay.

    What keeps it has to be deleted first, by a person.
    """
    images = get_image_model()
    files = (get_document_model(), images, images.get_rendition_model(), ContributionFile)
    for row, field in _rows_of(name):
        if isinstance(row, files):
            try:
                with transaction.atomic():
                    row.delete()
            except ProtectedError:
                return False
        else:
            models.QuerySet(type(row)).filter(pk=row.pk).update(**{field.name: ""})
    transaction.on_commit(partial(default_storage.delete, name))
    return True


def things_stored_as(name: str) -> list[Any]:
    """The documents, pictures and other rows whose file `name` is."""
    return [row for row, _field in _rows_of(name)]


def _rows_of(name: str) -> list[tuple[Any, models.Field]]:
    return [
        (row, field)
        for model in stored_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.FileField)
        for row in model._base_manager.filter(**{field.name: name})
    ]


def _holds(name: str, mention: re.Pattern[str]) -> bool:
    if mention.search(name):
        return True
    with default_storage.open(name) as file:
        data = file.read()
    if mention.search(data.decode("latin-1")) or mention.search(data.decode("utf-8", "replace")):
        return True
    return data[:2] == b"PK" and _archive_holds(data, mention)


def _archive_holds(data: bytes, mention: re.Pattern[str]) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist()[:MOST_IN_ARCHIVE]:
                if member.file_size > LARGEST_IN_ARCHIVE:
                    continue
                text = archive.read(member).decode("utf-8", "replace")
                # A word processor may put a mark in the middle of an address.
                words = TAG.sub("", PARAGRAPH_END.sub("\n", text))
                if mention.search(text) or mention.search(words):
                    return True
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return False
    return False
