"""The addresses of the continuum: stages, images, the frame for other sites."""

import io
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from PIL import Image

from coprod_pages.continuum.models import Continuum, ContinuumStage
from coprod_pages.continuum.pages import ContinuumPage
from coprod_pages.continuum.text_fitting import text_width
from tests.factories import case_study

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"


def soup_of(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_each_arrow_leads_to_its_stage_with_the_number_of_public_case_studies(
    client: Client,
) -> None:
    case_study("Public", stages=["need"])
    case_study("Draft", stages=["need"], live=False)

    soup = soup_of(client.get("/continuum/"))

    for drawing in soup.find_all("svg", class_="diagram"):
        arrow = drawing.find("a")
        assert arrow["href"] == "/continuum/need/"
        assert arrow["aria-label"] == "Need, 1 case study. Stage 1: Understand the need"
        assert drawing.find("title").text and drawing.find("desc").text
    names = [item.find("h2").get_text(strip=True) for item in soup.select("ol.stages > li")]
    assert names == list(ContinuumStage.objects.values_list("name", flat=True))


def test_a_stage_has_a_page_with_its_conversation_and_its_case_studies(client: Client) -> None:
    page = case_study("Public", stages=["need"])
    page.stage_rows.update(note="We asked at the school gate.")
    case_study("Elsewhere", stages=["review"])

    response = client.get("/continuum/need/")

    text = response.content.decode()
    stage = ContinuumStage.objects.get(slug="need")
    assert stage.honest_conversation[:40] in text
    assert "We asked at the school gate." in text
    assert "Elsewhere" not in text
    soup = soup_of(response)
    assert soup.find("h1").text == stage.name
    assert stage.name in soup.find("title").text
    assert soup.find("link", rel="canonical")["href"].endswith("/continuum/need/")
    form = soup.find("form", attrs={"aria-label": "Case studies at this stage"})
    assert form["action"] == "/compendium/"
    assert form.find("input", attrs={"name": "stage"})["value"] == "need"
    assert [a["href"] for a in soup.select("nav.neighbours a")][-1] == "/continuum/priorities/"


def test_the_list_of_a_stage_has_pages(client: Client, settings: Any) -> None:
    settings.COPROD_CASE_STUDIES_PER_PAGE = 1
    case_study("First", stages=["need"])
    case_study("Second", stages=["need"])

    assert "First" in client.get("/continuum/need/?page=2").content.decode()
    assert client.get("/continuum/need/?page=3").status_code == 404


@pytest.mark.parametrize("path", ["nothing", "diagram.gif", "embed/need"])
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(f"/continuum/{path}/").status_code == 404


def test_a_stage_of_another_line_has_no_page_here(client: Client) -> None:
    ladder = Continuum.objects.create(name="Ladder")
    ContinuumStage.objects.create(continuum=ladder, name="Telling", slug="telling")

    assert client.get("/continuum/telling/").status_code == 404


def test_the_sitemap_and_the_search_know_the_stages(client: Client) -> None:
    assert "/continuum/solutions/</loc>" in client.get("/sitemap.xml").content.decode()

    links = [a["href"] for a in soup_of(client.get("/search/?query=shape+solutions")).find_all("a")]

    assert "/continuum/solutions/" in links


def test_a_case_study_shows_its_way_along_the_line(client: Client) -> None:
    page = case_study("Public", stages=["need", "review"])
    page.stage_rows.filter(stage__slug="review").update(note="They judged it themselves.")

    steps = soup_of(client.get(page.url)).select("ol.path > li")

    assert len(steps) == ContinuumStage.objects.count()
    reached = [step.find("a")["href"] for step in steps if step.find("a")]
    assert reached == ["/continuum/need/", "/continuum/review/"]
    assert "They judged it themselves." in steps[4].text


def test_the_image_is_valid_by_itself_and_needs_nothing_else(client: Client) -> None:
    Continuum.objects.update(name="Need & <solutions>")

    response = client.get("/continuum/diagram.svg")

    assert response["Content-Type"].startswith("image/svg+xml")
    root = ElementTree.fromstring(response.content)  # noqa: S314  our own
    assert root.tag == f"{SVG}svg"
    assert root.find(f"{SVG}title").text == "Need & <solutions>"
    arrows = root.findall(f".//{SVG}a")
    assert len(arrows) == ContinuumStage.objects.count()
    assert arrows[0].get("href") == "http://localhost/continuum/need/"
    assert "data:font" in root.find(f"{SVG}style").text
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    # Nothing is loaded: what has an address is a link.
    loaded = [e for e in root.iter() if e.tag != f"{SVG}a" and "http" in str(e.attrib.values())]
    assert loaded == []


@pytest.mark.parametrize("name", ["diagram.svg", "diagram.png"])
def test_who_has_the_image_already_is_not_sent_it_again(
    client: Client, settings: Any, name: str
) -> None:
    settings.PAGE_CACHE = False
    first = client.get(f"/continuum/{name}")

    again = client.get(f"/continuum/{name}", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304

    ContinuumStage.objects.filter(slug="need").update(short_label="Changed")
    changed = client.get(f"/continuum/{name}", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


def test_the_picture_is_named_where_links_are_shared(client: Client) -> None:
    meta = soup_of(client.get("/continuum/")).find("meta", attrs={"property": "og:image"})

    assert meta["content"] == "http://localhost/continuum/diagram.png"
    picture = client.get("/continuum/diagram.png")
    assert picture["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(picture.content)).size == (1200, 630)


def test_only_the_frame_may_be_shown_by_others_and_it_is_harmless(client: Client) -> None:
    response = client.get("/continuum/embed/")

    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    assert not response.cookies
    soup = soup_of(response)
    assert not soup.find_all(["script", "form"])
    assert all(a.get("target") == "_top" for a in soup.find_all("a") if a.get("href"))
    for path in ["/", "/continuum/", "/continuum/need/", "/continuum/diagram.svg", "/compendium/"]:
        other = client.get(path)
        assert other["X-Frame-Options"] == "SAMEORIGIN", path
        assert "frame-ancestors 'self'" in other["Content-Security-Policy"], path


def test_the_code_for_other_sites_can_be_copied_by_hand(client: Client) -> None:
    soup = soup_of(client.get("/continuum/"))

    field = soup.find("textarea", readonly=True)
    frame = BeautifulSoup(field.text, "html.parser").find("iframe")
    assert frame["src"] == "http://localhost/continuum/embed/"
    assert frame["title"] == Continuum.objects.get().name
    assert soup.find("label", attrs={"for": field["id"]})
    assert soup.find("button", attrs={"data-copies": field["id"]}).has_attr("hidden")


def test_a_private_page_shows_none_of_it(client: Client) -> None:
    page = ContinuumPage.objects.get()
    page.view_restrictions.create(restriction_type="login")

    for path in ["", "need/", "diagram.svg", "diagram.png", "embed/"]:
        assert client.get(f"/continuum/{path}").status_code == 302, path
    # The diagram elsewhere leads to the compendium instead.
    arrow = soup_of(client.get("/")).find("svg", class_="diagram").find("a")
    assert arrow["href"] == "/compendium/?stage=need"


def test_whose_model_it_is_stands_beside_it_and_in_the_image(client: Client) -> None:
    Continuum.objects.update(credit="A ladder by others", credit_link="https://example.org/")

    for path in ["", "embed/"]:
        link = soup_of(client.get(f"/continuum/{path}")).find("a", string="A ladder by others")
        assert link["href"] == "https://example.org/"
    assert "A ladder by others" in client.get("/continuum/diagram.svg").content.decode()


def test_long_names_and_credits_are_whole_in_the_image(client: Client, settings: Any) -> None:
    settings.PAGE_CACHE = False
    name = "A ladder of participation whose name is so long that it takes more than one line"
    credit = "By a body that asks for a great deal to be said of it and of its friends. " * 2
    Continuum.objects.update(name=name, credit=credit)

    root = ElementTree.fromstring(client.get("/continuum/diagram.svg").content)  # noqa: S314

    left, top, width, height = map(float, root.get("viewBox").split())
    texts = root.findall(f"{SVG}text")
    said = " ".join(text.text for text in texts)
    assert name in said and credit.strip() in said and "/continuum/" in said
    for text in texts:
        size, start, line = (float(text.get(key)) for key in ("font-size", "x", "y"))
        assert left < start and start + text_width(text.text, size) < left + width
        assert top < line - size and line < top + height
