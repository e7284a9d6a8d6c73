"""Photographs and documents that come with an example: known by their content, kept private."""

import hashlib
import io
import re
import secrets
import zipfile
from functools import partial
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ..safe_pictures import NotAPicture, TooManyPixels, without_metadata
from ..safe_text import one_line
from ..stored_files import files_below
from .models import Contribution, ContributionFile

KEY = re.compile("[0-9]{1,18}")
MOST_FILES = 8
LARGEST_FILE = 10 * 1024 * 1024

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
    "We can take photographs (JPEG, HEIC, PNG or WebP) and documents (PDF, DOCX or ODT). "
    "This is something else, or it is damaged."
)
TOO_MANY_PIXELS = _("This picture has too many pixels. Choose a smaller one.")
TOO_LARGE = _("This file is larger than 10 MB. Choose a smaller one.")
TOO_MANY = _("You can send eight files at most. Take one off first.")


def to_keep(data: bytes) -> tuple[bytes, str, str]:
    """What to keep of `data`, its content type and its ending, by what is in it and not by
    what it is called.

    A photograph is kept without place, time and names; one that browsers do not show becomes
    a JPEG. Raises `ValidationError`, in words for the sender, for anything that is not taken.
    """
    if data.startswith(PDF_START):
        return data, "application/pdf", "pdf"
    if data.startswith(b"PK\x03\x04"):
        return data, *_kind_of_archive(data)
    try:
        return without_metadata(data)
    except TooManyPixels as error:
        raise ValidationError(TOO_MANY_PIXELS) from error
    except NotAPicture as error:
        raise ValidationError(NOT_KNOWN) from error


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


def add_file(
    contribution: Contribution, uploaded: UploadedFile, description: str, credit: str = ""
) -> None:
    """Keep a file with `contribution`. The same file twice is kept once.

    Raises `ValidationError`, in words for the sender, for what cannot be taken.
    """
    if uploaded.size > LARGEST_FILE:
        raise ValidationError(TOO_LARGE)
    data = uploaded.read()
    # Before the row is locked: a large photograph takes seconds, and nobody has to wait for that.
    kept, content_type, ending = to_keep(data)
    stem = PurePath(one_line(PurePath(uploaded.name or "").name)[:140]).stem or "file"
    row = ContributionFile(
        contribution=contribution,
        name=f"{stem}.{ending}",
        content_type=content_type,
        size=len(kept),
        # Of what was sent, so that the same one sent again is known.
        sha256=hashlib.sha256(data).hexdigest(),
        description=description,
        credit=credit,
    )
    _store(row, ContentFile(kept, name=f"{secrets.token_urlsafe(16)}.{ending}"))


@transaction.atomic
def _store(row: ContributionFile, content: ContentFile) -> None:
    # The row is locked, so that two at once cannot both be the last.
    contribution = Contribution.objects.select_for_update().get(pk=row.contribution_id)
    same = contribution.files.filter(sha256=row.sha256)
    if same.exists():
        words = {"description": row.description, "credit": row.credit}
        if said := {name: text for name, text in words.items() if text}:
            same.update(**said)
        return
    if contribution.files.count() >= MOST_FILES:
        raise ValidationError(TOO_MANY)
    # Under a name that says nothing and cannot be guessed.
    row.file.save(content.name, content, save=False)
    row.save()


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


def delete_files_of_nobody() -> int:
    """Delete stored files that no row names: a restored folder brings them back.

    Returns how many. Only while nobody sends anything: a file is there before its row.
    """
    field = ContributionFile._meta.get_field("file")
    folder, storage = field.upload_to.split("/")[0], field.storage
    named = set(ContributionFile.objects.values_list("file", flat=True))
    lost = [name for name in files_below(storage, folder) if name not in named]
    for name in lost:
        transaction.on_commit(partial(storage.delete, name))
    return len(lost)
