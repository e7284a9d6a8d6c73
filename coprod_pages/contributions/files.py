"""Photographs and documents that come with an example: known by their content, kept private."""

import hashlib
import io
import re
import secrets
import zipfile
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from ..safe_text import one_line
from .models import Contribution, ContributionFile

KEY = re.compile("[0-9]{1,18}")
MOST_FILES = 8
LARGEST_FILE = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000

PICTURES = {
    "JPEG": ("image/jpeg", "jpg"),
    "PNG": ("image/png", "png"),
    "WEBP": ("image/webp", "webp"),
}
PDF_START = b"%PDF-"
# A word processor's file is a ZIP archive with one of these inside.
IN_ARCHIVES = {
    "word/document.xml": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    "content.xml": ("application/vnd.oasis.opendocument.text", "odt"),
}
MOST_IN_ARCHIVE = 2000

NOT_KNOWN = _(
    "We can take photographs (JPEG, PNG or WebP) and documents (PDF, DOCX or ODT). "
    "This is something else, or it is damaged."
)
TOO_LARGE = _("This file is larger than 10 MB. Choose a smaller one.")
TOO_MANY = _("You can send eight files at most. Take one off first.")


def kind_of(data: bytes) -> tuple[str, str]:
    """The content type and the ending, by what is in the file and not by what it is called.

    Raises `ValidationError` for anything that is not taken.
    """
    if data.startswith(PDF_START):
        return "application/pdf", "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_archive(data)
    try:
        with Image.open(io.BytesIO(data), formats=list(PICTURES)) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise ValidationError(_("This picture has too many pixels. Choose a smaller one."))
            kind = PICTURES[picture.format or ""]
            picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError) as error:
        raise ValidationError(NOT_KNOWN) from error
    except Image.DecompressionBombError as error:
        raise ValidationError(NOT_KNOWN) from error
    return kind


def _kind_of_archive(data: bytes) -> tuple[str, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    # The last is how zipfile refuses an archive of a later version than it can read.
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ValidationError(NOT_KNOWN) from error
    if len(names) <= MOST_IN_ARCHIVE:
        for inside, kind in IN_ARCHIVES.items():
            if inside in names:
                return kind
    raise ValidationError(NOT_KNOWN)


@transaction.atomic
def add_file(contribution: Contribution, uploaded: UploadedFile, description: str) -> None:
    """Keep a file with `contribution`. The same file twice is kept once.

    Raises `ValidationError`, in words for the sender, for what cannot be taken.
    """
    if uploaded.size > LARGEST_FILE:
        raise ValidationError(TOO_LARGE)
    data = uploaded.read()
    content_type, ending = kind_of(data)
    digest = hashlib.sha256(data).hexdigest()
    # The row is locked, so that two at once cannot both be the last.
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    same = contribution.files.filter(sha256=digest).first()
    if same is not None:
        if description:
            contribution.files.filter(pk=same.pk).update(description=description)
        return
    if contribution.files.count() >= MOST_FILES:
        raise ValidationError(TOO_MANY)
    kept = ContributionFile(
        contribution=contribution,
        name=one_line(PurePath(uploaded.name or "").name)[:150] or f"file.{ending}",
        content_type=content_type,
        size=len(data),
        sha256=digest,
        description=description,
    )
    # A name that says nothing and cannot be guessed.
    kept.file.save(f"{secrets.token_urlsafe(16)}.{ending}", ContentFile(data), save=False)
    kept.save()


def remove_file(contribution: Contribution, key: str) -> None:
    """Delete a file of `contribution`, from the disk too."""
    kept = contribution.files.filter(pk=key).first() if KEY.fullmatch(key) else None
    if kept is not None:
        delete_file(kept)


def delete_file(kept: ContributionFile) -> None:
    """Delete the row, and the file as soon as that is certain."""
    stored, name = kept.file.storage, kept.file.name
    kept.delete()
    transaction.on_commit(lambda: stored.delete(name))
