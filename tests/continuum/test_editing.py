"""A site manager edits the line: nothing is public before it is published, and nothing is lost."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.continuum.models import Continuum, ContinuumStage
from tests.editor_form import form_values
from tests.factories import case_study

pytestmark = pytest.mark.django_db

EDITOR = "wagtailsnippets_coprod_pages_continuum"


@pytest.fixture
def line() -> Continuum:
    return Continuum.objects.get()


@pytest.fixture
def desk(client: Client, manager: Any) -> Client:
    client.force_login(manager)
    return client


def text_of(response: Any) -> str:
    """The words of a page, one blank between them."""
    return " ".join(BeautifulSoup(response.content.decode(), "html.parser").get_text(" ").split())


def values_of(desk: Client, line: Continuum) -> dict[str, Any]:
    response = desk.get(reverse(f"{EDITOR}:edit", args=[line.pk]))
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    form = next(f for f in soup.find_all("form") if f.find(attrs={"name": "stages-TOTAL_FORMS"}))
    return form_values(str(form), form.get("id"))


def save(desk: Client, line: Continuum, publish: bool = False, **changes: Any) -> Any:
    """Open the editor, make `changes` and press a button. Two underscores stand for a dash."""
    values = values_of(desk, line)
    values |= {name.replace("__", "-"): value for name, value in changes.items()}
    if publish:
        values["action-publish"] = "yes"
    return desk.post(reverse(f"{EDITOR}:edit", args=[line.pk]), values, follow=True)


def new_stage(number: int, name: str, label: str) -> dict[str, str]:
    fields = {"id": "", "name": name, "short_label": label, "description": "", "colour": "#073b45"}
    fields |= {"honest_conversation": "", "icon": "", "letter": "", "ORDER": str(number + 1)}
    changes = {f"stages-{number}-{field}": value for field, value in fields.items()}
    return {**changes, "stages-TOTAL_FORMS": str(number + 1)}


def slugs(line: Continuum) -> list[str]:
    return list(ContinuumStage.objects.filter(continuum=line).values_list("slug", flat=True))


def public_names(client: Client) -> str:
    return text_of(client.get("/continuum/"))


def test_a_draft_changes_nothing_that_is_public(desk: Client, line: Continuum) -> None:
    save(desk, line, stages__0__name="Hear each other")
    assert "Hear each other" not in public_names(Client())
    assert "Hear each other" in values_of(desk, line)["stages-0-name"]

    save(desk, line, publish=True)
    assert "Hear each other" in public_names(Client())


def test_renaming_and_reordering_keeps_case_studies_and_addresses(
    desk: Client, line: Continuum
) -> None:
    page = case_study("At the need", stages=["need", "review"])
    numbers = dict(ContinuumStage.objects.values_list("slug", "pk"))

    save(desk, line, True, stages__0__name="Hear each other", stages__0__short_label="Hear")
    save(desk, line, True, stages__0__ORDER="6", stages__5__ORDER="1")

    assert dict(ContinuumStage.objects.values_list("slug", "pk")) == numbers
    assert slugs(line) == ["beyond", "priorities", "solutions", "delivery", "review", "need"]
    kept = CaseStudyPage.objects.get(pk=page.pk)
    assert kept.stage_names == ["Learn and judge together", "Hear each other"]
    assert "At the need" in text_of(Client().get("/compendium/?stage=need"))
    assert "At the need" in text_of(Client().get("/search/?query=hear each other"))


def test_a_new_stage_gets_an_address_and_keeps_its_number(desk: Client, line: Continuum) -> None:
    changes = new_stage(6, "Pass it on", "Handing over")
    save(desk, line, **{key.replace("-", "__"): value for key, value in changes.items()})
    assert Client().get("/continuum/handing-over/").status_code == 404

    save(desk, line, publish=True)
    stage = ContinuumStage.objects.get(slug="handing-over")
    assert Client().get("/continuum/handing-over/").status_code == 200

    case_study("Handed over", stages=["handing-over"])
    save(desk, line, publish=True, stages__6__name="Hand it over")
    assert ContinuumStage.objects.get(slug="handing-over").pk == stage.pk
    assert "Handed over" in text_of(Client().get("/continuum/handing-over/"))


@pytest.mark.parametrize("publish", [False, True], ids=["draft", "publish"])
def test_a_stage_in_use_cannot_be_deleted_and_its_uses_are_listed(
    desk: Client, line: Continuum, publish: bool
) -> None:
    page = case_study("At the need", stages=["need"], live=False)

    response = save(desk, line, publish, stages__0__DELETE="on")

    assert "cannot be deleted: 1 case study uses it" in text_of(response)
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    # Titles in the message, links at the stage, and no markup to read.
    assert "“At the need”" in soup.find(class_="messages").get_text()
    assert "<a" not in soup.get_text()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert soup.find("p", class_="help").find("a", href=edit).get_text() == "At the need"
    assert "need" in slugs(line)
    values = form_values(response.content.decode(), _form_id(response))
    assert values["stages-0-DELETE"] == ""


def _form_id(response: Any) -> str:
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    return next(
        f for f in soup.find_all("form") if f.find(attrs={"name": "stages-TOTAL_FORMS"})
    ).get("id")


def test_a_stage_that_only_an_open_draft_names_cannot_be_deleted_either(
    desk: Client, line: Continuum
) -> None:
    page = case_study("Public at the need", stages=["need"])
    page.stage_rows.create(stage=ContinuumStage.objects.get(slug="beyond"), sort_order=1)
    page.save_revision()
    # In the text that is public it is not.
    CaseStudyPage.objects.get(pk=page.pk).stage_rows.filter(stage__slug="beyond").delete()

    response = save(desk, line, True, stages__5__DELETE="on")

    assert "Public at the need" in text_of(response)
    assert "beyond" in slugs(line)


def test_a_stage_that_nothing_uses_is_deleted_with_the_publication(
    desk: Client, line: Continuum
) -> None:
    save(desk, line, stages__5__DELETE="on")
    assert "beyond" in slugs(line)

    save(desk, line, publish=True)
    assert "beyond" not in slugs(line)


def test_going_back_to_an_old_text_keeps_a_stage_that_came_later_and_is_used(
    desk: Client, line: Continuum
) -> None:
    save(desk, line, publish=True)
    old = Continuum.objects.get().latest_revision
    changes = new_stage(6, "Pass it on", "Handing over")
    save(desk, line, True, **{key.replace("-", "__"): value for key, value in changes.items()})
    page = case_study("Handed over", stages=["handing-over"])

    Continuum.objects.get().revisions.get(pk=old.pk).publish()

    assert slugs(line)[-1] == "handing-over"
    assert CaseStudyPage.objects.get(pk=page.pk).stage_names == ["Pass it on"]


def test_a_line_in_use_cannot_be_deleted(desk: Client, line: Continuum) -> None:
    case_study("At the need", stages=["need"])

    response = desk.post(reverse(f"{EDITOR}:delete", args=[line.pk]))

    assert response.status_code == 409
    assert "At the need" in text_of(response)
    assert Continuum.objects.filter(pk=line.pk).exists()


def test_several_lines_in_use_are_not_deleted_at_once_either(
    client: Client, superuser: Any, line: Continuum
) -> None:
    case_study("At the need", stages=["need"])
    client.force_login(superuser)
    url = reverse("wagtail_bulk_action", args=["coprod_pages", "continuum", "delete"])

    response = client.post(f"{url}?id={line.pk}", follow=True)

    assert response.status_code < 500
    assert Continuum.objects.filter(pk=line.pk).exists()


def test_a_pale_colour_is_refused_and_the_field_says_the_contrast(
    desk: Client, line: Continuum
) -> None:
    response = save(desk, line, publish=True, stages__0__colour="#ffee00")

    assert "White text on this colour is hard to read" in text_of(response)
    assert "Too pale for white text" in text_of(response)
    assert ContinuumStage.objects.get(slug="need").colour != "#ffee00"


def test_a_contrast_that_is_refused_is_not_said_to_be_enough(desk: Client, line: Continuum) -> None:
    said = text_of(save(desk, line, publish=True, stages__0__colour="#777777"))

    assert "the contrast is 4.4 to 1" in said
    assert "Too pale for white text (4.4 to 1" in said


def test_two_stages_of_a_line_do_not_have_the_same_name(desk: Client, line: Continuum) -> None:
    response = save(desk, line, stages__0__name="Make it happen")

    assert "Another stage of this line has the same name" in text_of(response)


def test_the_draft_is_previewed_as_it_will_look(desk: Client, line: Continuum) -> None:
    url = reverse(f"{EDITOR}:preview_on_edit", args=[line.pk])
    desk.post(url, {**values_of(desk, line), "stages-0-short_label": "Hearing"})

    shown = desk.get(url)

    assert "Hearing" in shown.content.decode()
    assert "Hearing" not in Client().get("/continuum/").content.decode()


def begin_ladder(desk: Client, **changes: str) -> Continuum:
    """A new line with one stage, as the form for a new one sends it."""
    values = {"name": "Ladder", "credit": "Think Local Act Personal", "credit_link": ""}
    values |= {"stages-TOTAL_FORMS": "0", "stages-INITIAL_FORMS": "0"}
    values |= {"stages-MIN_NUM_FORMS": "0", "stages-MAX_NUM_FORMS": "9"}
    values |= new_stage(0, "Make it happen together", "Delivery")
    desk.post(reverse(f"{EDITOR}:add"), {**values, **changes})
    return Continuum.objects.get(name="Ladder")


def test_another_line_may_have_stages_of_the_same_name(desk: Client, line: Continuum) -> None:
    ladder = begin_ladder(desk, **{"stages-0-name": "Make it happen", "action-publish": "yes"})

    assert slugs(ladder) == ["delivery-2"]
    assert "delivery" in slugs(line)


def test_a_new_line_is_offered_to_nobody_before_it_is_published(desk: Client) -> None:
    page = case_study("At the need", stages=["need"])
    editor = reverse("wagtailadmin_pages:edit", args=[page.pk])
    ladder = begin_ladder(desk)
    assert "Make it happen together" not in text_of(desk.get(editor))

    save(desk, ladder, publish=True)
    assert "Make it happen together" in text_of(desk.get(editor))
    assert slugs(ladder) == ["delivery-2"]


def test_editors_of_a_case_study_choose_stages_under_the_name_of_their_line(
    client: Client, superuser: Any
) -> None:
    ladder = Continuum.objects.create(name="Ladder")
    ContinuumStage.objects.create(continuum=ladder, name="Telling", slug="telling")
    hidden = Continuum.objects.create(name="Still a draft", live=False)
    ContinuumStage.objects.create(continuum=hidden, name="Unfinished", slug="unfinished")
    page = case_study("At the need", stages=["need"])
    client.force_login(superuser)

    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    field = BeautifulSoup(response.content.decode(), "html.parser").find(
        "select", attrs={"name": "stage_rows-0-stage"}
    )
    groups = {group["label"]: group.get_text() for group in field.find_all("optgroup")}
    assert set(groups) == {"Continuum of co-production", "Ladder"}
    assert groups["Ladder"].strip() == "Telling"
    assert field.find("option", selected=True).text.strip() == "Understand the need"


def test_a_line_that_is_not_published_is_neither_shown_nor_offered(client: Client) -> None:
    case_study("At the need", stages=["need"])
    Continuum.objects.get().unpublish()

    assert "have not been written yet" in public_names(client)
    assert client.get("/continuum/need/").status_code == 404
    assert client.get("/continuum/diagram.svg").status_code == 404
    assert "Understand the need" not in text_of(client.get("/compendium/"))
    assert client.get("/compendium/?stage=need").status_code == 200
