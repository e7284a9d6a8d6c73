"""Editions as tests need them: with sections, made by the worker."""

from typing import Any, BinaryIO

import pytest
from django.core.management import call_command

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.editions import formats
from coprod_pages.editions.asking import ask_for_edition
from coprod_pages.editions.making_models import Making
from coprod_pages.editions.models import EditionIndexPage, EditionPage
from coprod_pages.editions.pdf import PdfResult
from coprod_pages.editions.tree import Document


def by_hand(title: str, *pages: CaseStudyPage, length: str = "full", before: str = "") -> dict:
    """A section filled by hand."""
    return {
        "type": "chosen",
        "value": {
            "title": title,
            "before": before,
            "length": length,
            "case_studies": [page.pk for page in pages],
        },
    }


def by_rule(title: str, **rule: Any) -> dict:
    """A section filled by a rule."""
    return {"type": "rule", "value": {"title": title, "before": "", "length": "full", **rule}}


def text(title: str, words: str) -> dict:
    """A section with text of its own."""
    body = [{"type": "paragraph", "value": f"<p>{words}</p>"}]
    return {"type": "text", "value": {"title": title, "text": body}}


def appendix(page: Any) -> dict:
    """A page of the site at the end."""
    return {"type": "page", "value": {"page": page.pk, "title": ""}}


def edition(
    *sections: dict, title: str = "Voices of 2027", live: bool = False, **fields: Any
) -> Any:
    """An edition, not made yet unless it is published."""
    fields = {"introduction": "<p>Why we made this.</p>", **fields}
    page = EditionPage(title=title, live=False, **fields)
    page.sections = page._meta.get_field("sections").to_python(list(sections))
    EditionIndexPage.objects.get().add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return EditionPage.objects.get(pk=page.pk)


def write_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let PDF and Word be the words of a document without any layout."""

    def pdf(document: Document, pictures: Any, target: BinaryIO, **_how: Any) -> PdfResult:
        target.write(b"%PDF-1.7 " + repr(document).encode())
        return PdfResult(3)

    def word(document: Document, pictures: Any, target: BinaryIO) -> None:
        target.write(b"PK" + repr(document).encode())

    monkeypatch.setattr(formats, "write_pdf", pdf)
    monkeypatch.setattr(formats, "write_word", word)


def make_documents() -> None:
    """What the worker does."""
    call_command("make_documents", verbosity=0, stdout=open("/dev/null", "w"))  # noqa: SIM115


def made(*sections: dict, **fields: Any) -> Any:
    """A published edition, made."""
    page = edition(*sections, live=True, **fields)
    make_documents()
    return EditionPage.objects.get(pk=page.pk)


def make_again(page: EditionPage) -> Making:
    """Press Make, and let the worker work."""
    making = ask_for_edition(EditionPage.objects.get(pk=page.pk))
    make_documents()
    making.refresh_from_db()
    return making


def screen_of(page: EditionPage) -> str:
    """Where an edition is made."""
    return f"/admin/coprod-editions/{page.pk}/"


def save_draft(page: EditionPage, **fields: Any) -> None:
    """Change an edition without publishing that."""
    draft = EditionPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()
