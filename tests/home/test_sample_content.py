"""The sample content: complete, honest about its sources, and loaded only once."""

import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Revision, Site

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.media_visibility import is_public
from coprod_pages.meetings.models import MeetingPage
from coprod_pages.news.models import NewsPage
from coprod_pages.taxonomy.models import Organisation, Tag
from home.models import HomePage
from home.sample_content.sign_ins import SIGN_INS
from tests.factories import case_study

pytestmark = pytest.mark.django_db

E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
TELEPHONE = re.compile(r"(?:\+44|\b0)[\d ]{9,}\d")

Visited = list[tuple[Page, BeautifulSoup]]


def load(**options: Any) -> str:
    """Run the command; what it said."""
    said = StringIO()
    call_command("load_sample_content", stdout=said, **options)
    return said.getvalue()


@pytest.fixture(scope="module", autouse=True)
def sample_site(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The sample content, loaded once for this module and taken back at its end."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        load()
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)
        Site.clear_site_root_paths_cache()


@pytest.fixture(scope="module")
def visited(sample_site: None, django_db_blocker: Any) -> Visited:
    """Every live page with what a visitor gets, asked for once."""
    client = Client()
    pages = []
    with django_db_blocker.unblock():
        for page in Page.objects.live().filter(depth__gt=1).order_by("path"):
            response = client.get(page.get_url())
            assert response.status_code == 200, page.get_url()
            pages.append((page, BeautifulSoup(response.content, "html.parser")))
    return pages


def test_every_page_opens_with_its_title_and_a_description(visited: Visited) -> None:
    assert len(visited) > 30
    for page, html in visited:
        assert len(html.find_all("h1")) == 1, page.get_url()
        assert html.title.get_text(strip=True), page.get_url()
        assert page.search_description, f"{page.title} has no description for search engines"


def test_every_picture_says_what_it_shows(visited: Visited) -> None:
    assert get_image_model().objects.exists()
    assert not get_image_model().objects.filter(description="").exists()
    for page in [*NewsPage.objects.live(), *CaseStudyPage.objects.live()]:
        for block in page.body if isinstance(page, NewsPage) else page.story:
            if block.block_type == "picture":
                assert block.value["image"].contextual_alt_text, page.title
    shown = [(page, image) for page, html in visited for image in html.find_all("img")]
    assert shown
    # An empty text is right for a picture beside a title that says the same.
    assert [page.title for page, image in shown if not image.has_attr("alt")] == []


def test_nobody_can_be_reached_through_the_sample_pages(visited: Visited) -> None:
    for page, html in visited:
        words = html.get_text(" ")
        assert not E_MAIL.search(words), page.get_url()
        assert not TELEPHONE.search(words), page.get_url()
        assert not html.select('a[href^="mailto:"], a[href^="tel:"]'), page.get_url()


def test_every_link_between_our_own_pages_leads_somewhere(client: Client, visited: Visited) -> None:
    links = set()
    for page, html in visited:
        main = html.find("main")
        assert not main.select("a[page]"), page.get_url()
        assert not main.select("a:not([href])"), page.get_url()
        links |= {a["href"].split("#")[0] for a in main.select('a[href^="/"]')}
    # The tests keep files in memory, from where none is sent: the rule is asked instead.
    documents = {link for link in links if link.startswith("/documents/")}
    assert documents
    assert all(is_public(document) for document in get_document_model().objects.all())
    links -= documents
    broken = [link for link in sorted(links) if link and client.get(link).status_code != 200]
    assert broken == []


def test_every_case_study_is_complete_and_names_its_source() -> None:
    case_studies = CaseStudyPage.objects.visible_to_public()
    assert case_studies.count() >= 12
    for page in case_studies:
        assert page.missing_to_publish() == [], page.title
        page.full_clean()
        page.story.stream_block.clean(page.story)
        assert page.evidence.exclude(link="").exists(), page.title
        assert "summary by the working group’s editors" in str(page.story), page.title


def test_the_case_studies_differ_in_where_and_when_they_were() -> None:
    case_studies = CaseStudyPage.objects.visible_to_public()
    assert case_studies.exclude(plain_language="").count() >= 2
    assert case_studies.filter(pinned_related__isnull=False).exists()
    assert {page.reach for page in case_studies} == {"boroughs", "london-wide", "beyond-london"}
    assert len({page.first_published_at.date() for page in case_studies}) == len(case_studies)


def test_each_editor_owns_some_case_studies_and_not_others() -> None:
    for username in ("editor", "colleague"):
        user = get_user_model().objects.get(username=username)
        theirs = [
            page
            for page in CaseStudyPage.objects.all()
            if page.permissions_for_user(user).can_edit()
        ]
        assert 2 <= len(theirs) < CaseStudyPage.objects.count()


def test_one_draft_waits_for_the_reviewer_and_no_draft_is_public(client: Client) -> None:
    drafts = CaseStudyPage.objects.not_live()
    assert drafts.count() == 3
    waiting = [page for page in drafts if page.workflow_in_progress]
    assert [page.missing_to_publish() for page in waiting] == [[]]
    reviewer = get_user_model().objects.get(username="reviewer")
    task = waiting[0].current_workflow_task
    assert "approve" in [name for name, *_rest in task.get_actions(waiting[0], reviewer)]
    for page in drafts:
        assert client.get(page.get_url()).status_code == 404


def test_the_first_meeting_is_past_and_the_sample_meeting_is_to_come() -> None:
    assert MeetingPage.objects.past().get().has_minutes
    sample = MeetingPage.objects.upcoming().get()
    assert sample.title.startswith("Sample")
    assert sample.papers.count() == 1


def test_the_site_knows_its_port_only_while_nobody_has_set_it() -> None:
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("localhost", 8000)
    load(port=8123)
    assert Site.objects.get(is_default_site=True).port == 8000


def test_a_second_run_adds_nothing() -> None:
    models = [Page, Revision, Organisation, Tag, get_image_model(), get_document_model()]
    models.append(get_user_model())
    before = [model.objects.count() for model in models]
    load()
    assert [model.objects.count() for model in models] == before


def test_a_second_run_keeps_what_an_editor_has_changed() -> None:
    home = HomePage.objects.get()
    home.introduction = "Our own words."
    home.save_revision().publish()
    moved = CaseStudyPage.objects.live().first()
    moved.slug = "another-address"
    moved.save_revision().publish()
    number = CaseStudyPage.objects.count()
    load()
    assert HomePage.objects.get().introduction == "Our own words."
    assert CaseStudyPage.objects.count() == number


def test_no_sign_ins_are_made_unless_the_setting_says_so(settings: Any) -> None:
    names = [sign_in.username for sign_in in SIGN_INS]
    get_user_model().objects.filter(username__in=names).delete()
    settings.COPROD_SAMPLE_SIGN_INS = False
    assert "No sample sign-ins" in load()
    assert not get_user_model().objects.filter(username__in=names).exists()


def test_every_sign_in_has_an_address_so_that_mail_can_be_tried() -> None:
    names = [sign_in.username for sign_in in SIGN_INS]
    made = get_user_model().objects.filter(username__in=names)

    assert len({user.email for user in made if user.email}) == len(names)


def test_a_site_in_use_is_left_alone_unless_forced() -> None:
    case_study("Somebody’s own story")
    with pytest.raises(CommandError, match="site in use"):
        load()
    assert "loaded" in load(force=True)
