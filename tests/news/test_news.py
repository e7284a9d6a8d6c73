"""News: newest first, by tag, a page at a time, and only what is public."""

from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from coprod_pages.case_studies.models import CaseStudyConsent
from coprod_pages.news.models import NewsCaseStudy, NewsMeeting, NewsPage
from coprod_pages.taxonomy.merging import merge
from coprod_pages.taxonomy.models import Tag
from tests.editor_form import save
from tests.factories import case_study, meeting, news

pytestmark = pytest.mark.django_db

INDEX = "/working-group/news/"


def titles(client: Client, query: str = "") -> list[str]:
    page = BeautifulSoup(client.get(f"{INDEX}{query}").content, "html.parser")
    return [link.get_text(strip=True) for link in page.select("main h2 a, main h3 a")]


def test_the_newest_comes_first_by_its_own_date(client: Client) -> None:
    news("Old", date=date(2016, 11, 30))
    news("New", date=date(2017, 4, 1))
    news("Older, typed in last", date=date(2016, 1, 1))

    assert titles(client) == ["New", "Old", "Older, typed in last"]


def test_drafts_and_private_items_are_not_listed_anywhere(client: Client) -> None:
    news("Draft item", live=False)
    private = news("Private item")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)

    for path in (INDEX, "/", "/working-group/", "/search/?query=item", "/sitemap.xml"):
        text = client.get(path).content.decode()
        assert "Draft item" not in text, path
        assert "Private item" not in text, path


def test_a_tag_narrows_the_list_also_by_its_old_name(client: Client) -> None:
    tagged = news("Tagged")
    tagged.tags.add("bme")
    tagged.save_revision().publish()
    news("Other")
    merge(Tag.objects.get(slug="bme"), Tag.objects.create(name="racial equality"))

    assert titles(client, "?tag=racial-equality") == ["Tagged"]
    assert titles(client, "?tag=bme") == ["Tagged"]


def test_a_draft_from_before_a_merge_keeps_its_tag_by_the_new_name(client: Client) -> None:
    page = news("Tagged")
    page.tags.add("zebra")
    page.save_revision().publish()
    page.tags.add("horse")
    draft = page.save_revision()
    merge(Tag.objects.get(slug="zebra"), Tag.objects.create(name="stripes"))

    draft.publish()

    assert titles(client, "?tag=stripes") == ["Tagged"]
    assert titles(client, "?tag=zebra") == ["Tagged"]
    assert "Tagged" in client.get("/search/?query=stripes").content.decode()


def test_pages_keep_the_tag_and_end_where_they_end(client: Client, settings: object) -> None:
    settings.COPROD_NEWS_PER_PAGE = 1
    for number in range(3):
        page = news(f"Item {number}", date=date(2017, 1, number + 1))
        page.tags.add("shared")
        page.save_revision().publish()

    first = BeautifulSoup(client.get(f"{INDEX}?tag=shared").content, "html.parser")
    assert "tag=shared" in first.select_one("a[rel=next]")["href"]
    assert titles(client, "?tag=shared&page=3") == ["Item 0"]
    for page in ("4", "0", "x", "%00"):
        assert client.get(f"{INDEX}?page={page}").status_code == 404


def test_an_empty_index_says_so(client: Client) -> None:
    page = BeautifulSoup(client.get(INDEX).content, "html.parser")

    assert "no news" in page.find("main").get_text().lower()


def test_a_pinned_item_comes_first_until_it_is_over(client: Client) -> None:
    news("Newest", date=date(2017, 4, 1))
    news("Pinned", date=date(2016, 1, 1), pinned=True)
    today = timezone.localdate()
    news("Over", pinned=True, date=date(2016, 1, 1), ends_on=today - timedelta(days=1))
    last_day = news("Last day", date=date(2015, 1, 1), ends_on=today)

    assert titles(client) == ["Pinned", "Newest", "Last day"]
    assert "Last day" in client.get(last_day.url).content.decode()


def test_what_is_over_keeps_its_address_and_leaves_every_list(client: Client) -> None:
    over = news(
        "It is over", ends_on=timezone.localdate() - timedelta(days=1), date=date(2016, 1, 1)
    )

    assert client.get(over.url).status_code == 200
    for path in (INDEX, "/", "/working-group/", f"{INDEX}feed/", f"{INDEX}?year=2016"):
        assert "It is over" not in client.get(path).content.decode(), path


def narrowing(client: Client, query: str = "") -> dict[str, str]:
    """The links that narrow the list: what they say, where they lead."""
    page = BeautifulSoup(client.get(f"{INDEX}{query}").content, "html.parser")
    links = page.select("nav[aria-label='News by year and tag'] a")
    return {" ".join(link.get_text().split()): link["href"] for link in links}


def tagged(title: str, *tags: str, **fields: object) -> NewsPage:
    page = news(title, **fields)
    page.tags.set(tags)
    page.save_revision().publish()
    return page


def test_years_and_tags_are_links_with_counts_that_can_be_combined(client: Client) -> None:
    tagged("A", "food", date=date(2016, 5, 1))
    tagged("B", "food", "health", date=date(2017, 5, 1))
    tagged("C", "health", date=date(2017, 6, 1))
    NewsPage.objects.get(pk=tagged("D", "hidden", date=date(2014, 6, 1)).pk).unpublish()

    assert narrowing(client) == {
        "2017 (2 news)": f"{INDEX}?year=2017",
        "2016 (1 news)": f"{INDEX}?year=2016",
        "food (2 news)": f"{INDEX}?tag=food",
        "health (2 news)": f"{INDEX}?tag=health",
    }
    narrowed = narrowing(client, "?year=2017")
    assert narrowed["food (1 news)"] == f"{INDEX}?tag=food&year=2017"
    assert narrowed["Remove 2017 (2 news)×"] == INDEX
    assert titles(client, "?tag=food&year=2017") == ["B"]
    assert titles(client, "?tag=food&year=2015") == []


@pytest.mark.parametrize(
    "query", ["?year=0000", "?year=abcd", "?year=٢٠١٧", "?tag=nowhere", "?tag=%00", "?year=99999"]
)
def test_what_is_unknown_in_an_address_is_ignored(client: Client, query: str) -> None:
    news("Here")

    assert titles(client, query) == ["Here"]


def chosen(page: NewsPage, case_studies: list = (), meetings: list = ()) -> NewsPage:
    """The page with what it is about."""
    page.case_study_rows.set([NewsCaseStudy(case_study=one) for one in case_studies])
    page.meeting_rows.set([NewsMeeting(meeting=one) for one in meetings])
    page.save_revision().publish()
    return page


def test_related_case_studies_and_meetings_are_shown_while_they_are_public(client: Client) -> None:
    open_one, closed = case_study("Kingfisher open"), case_study("Kingfisher draft", live=False)
    planned, unplanned = meeting("Open meeting"), meeting("Draft meeting", live=False)
    page = chosen(news("About them"), [closed, open_one], [unplanned, planned])

    text = client.get(page.url).content.decode()
    assert "Kingfisher open" in text and "Open meeting" in text
    assert "Kingfisher draft" not in text and "Draft meeting" not in text

    CaseStudyConsent.objects.create(page=open_one, withdrawn_at=timezone.now())
    planned.unpublish()
    text = client.get(page.url).content.decode()
    assert "Kingfisher open" not in text and "Open meeting" not in text
    assert "this is about" not in text


def test_the_address_of_the_feed_is_no_news(client: Client, secretary: object) -> None:
    page = news("Feed me", live=False)
    client.force_login(secretary)

    answer = save(client, page, "publish", slug="feed")

    assert "uses this address itself" in answer.content.decode()


def shared(client: Client, path: str) -> str:
    page = BeautifulSoup(client.get(path).content, "html.parser")
    return page.find("meta", property="og:image")["content"]


def test_a_shared_link_shows_the_lead_picture_or_else_the_sites_own(client: Client) -> None:
    image = Image.objects.create(title="Lead", file=get_test_image_file())
    with_picture = news("With", lead_image=image, lead_image_description="A lead")

    assert shared(client, news("Without").url).endswith("/static/img/share.png")
    address = shared(client, with_picture.url)
    assert address.startswith("http://")
    assert client.get(urlsplit(address).path).status_code == 200
