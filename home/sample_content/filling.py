"""Filling the pages that `setup_site` made, and adding news, meetings and general pages."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.meetings.models import MeetingIndexPage, MeetingPage
from coprod_pages.news.models import NewsIndexPage, NewsPage
from coprod_pages.roles.groups import SHARED_COLLECTION
from coprod_pages.roles.membership import child_collection
from home.models import ContentPage

from . import meetings
from .building import in_field, publish
from .page_links import page_at, with_page_links
from .pictures import image_for
from .records import ContentPageRecord, News


def fill(path: str, fields: dict[str, Any]) -> bool:
    """Fill the page at `path`, if nobody has written in these fields; returns whether it did."""
    found = page_at(path)
    page = found.specific if found else None
    if page is None or page.has_unpublished_changes or any(getattr(page, name) for name in fields):
        return False
    for name, value in fields.items():
        setattr(page, name, _value(page, name, value))
    publish(page)
    return True


def fill_general_page(record: ContentPageRecord, parent_path: str = "") -> int:
    """Fill or add a general page and those below it; returns how many were changed."""
    path = f"{parent_path}/{record.slug}".strip("/")
    count = 0
    if page_at(path) is None:
        page_at(parent_path).specific.add_child(
            instance=ContentPage(title=record.title, slug=record.slug, live=False)
        )
    # The pages below come first: the text links to them.
    for child in record.children:
        count += fill_general_page(child, path)
    fields = {
        "introduction": record.introduction,
        "body": record.body,
        "updated_note": record.updated_note,
        "search_description": record.search_description,
    }
    return count + fill(path, {name: value for name, value in fields.items() if value})


def add_news(record: News, user: Any = None) -> bool:
    """Add the news item, unless there is one at its address; returns whether it did."""
    index = NewsIndexPage.objects.first()
    if index is None or index.get_children().filter(slug=record.slug).exists():
        return False
    image = image_for(record.picture)
    page = NewsPage(
        title=record.title,
        slug=record.slug,
        date=record.date or timezone.localdate() - timedelta(days=7),
        author="The working group’s editors",
        summary=record.summary,
        search_description=record.search_description,
        lead_image=image,
        lead_image_description=image.description,
        pinned=record.pinned,
        live=False,
        owner=user,
    )
    page.body = _value(page, "body", record.body)
    index.add_child(instance=page)
    page.tags.set(record.tags)
    _tell_what_it_is_about(page, record)
    page.save()
    publish(page, user)
    return True


def _tell_what_it_is_about(page: NewsPage, record: News) -> None:
    for order, slug in enumerate(record.case_studies):
        case_study = CaseStudyPage.objects.filter(source_id=f"sample:{slug}").first()
        if case_study:
            page.case_study_rows.create(case_study=case_study, sort_order=order)
    for order, slug in enumerate(record.meetings):
        meeting = MeetingPage.objects.filter(slug=slug).first()
        if meeting:
            page.meeting_rows.create(meeting=meeting, sort_order=order)


def add_first_meeting(user: Any = None) -> bool:
    """Add the meeting of December 2016; returns whether it did."""
    return _add_meeting(meetings.FIRST_MEETING, meetings.FIRST_AGENDA, user)


def add_sample_meeting(user: Any = None) -> bool:
    """Add the sample of a meeting to come, with its paper; returns whether it did."""
    fields = meetings.sample_meeting(timezone.localdate())
    return _add_meeting(fields, meetings.SAMPLE_AGENDA, user, with_paper=True)


def _add_meeting(
    fields: dict[str, Any], agenda: list[tuple], user: Any, with_paper: bool = False
) -> bool:
    index = MeetingIndexPage.objects.first()
    if index is None or index.get_children().filter(slug=fields["slug"]).exists():
        return False
    page = MeetingPage(live=False, owner=user, **with_page_links(fields))
    index.add_child(instance=page)
    for order, (time, title, led_by, note) in enumerate(agenda):
        page.agenda_items.create(time=time, title=title, led_by=led_by, note=note, sort_order=order)
    if with_paper:
        page.papers.create(title=meetings.PAPER_TITLE, document=_paper(), sort_order=0)
    page.save()
    publish(page, user)
    return True


def _paper() -> AbstractDocument:
    model = get_document_model()
    collection = child_collection(None, SHARED_COLLECTION)
    existing = model.objects.filter(title=meetings.PAPER_TITLE, collection=collection).first()
    if existing:
        return existing
    file = ContentFile(meetings.PAPER.encode(), name=meetings.PAPER_FILE)
    return model.objects.create(title=meetings.PAPER_TITLE, collection=collection, file=file)


def _value(page: Page, name: str, value: Any) -> Any:
    filled = with_page_links(value)
    return in_field(page, name, filled) if isinstance(filled, list) else filled
