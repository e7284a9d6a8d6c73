"""Saving a page never writes back an old place in the tree, and never loses its rows."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.compendium.models import CompendiumPage
from tests.factories import OrganisationFactory, case_study, news

pytestmark = pytest.mark.django_db


def test_publishing_a_parent_read_earlier_keeps_the_count_of_its_children() -> None:
    parent = CompendiumPage.objects.get()
    read_earlier = CompendiumPage.objects.get()
    before = parent.numchild
    case_study("Made while the parent was open in the editor")

    read_earlier.title = "Compendium"
    read_earlier.save_revision().publish()

    parent.refresh_from_db()
    assert parent.numchild == before + 1
    assert CompendiumPage.find_problems() == ([], [], [], [], [])
    case_study("Can still be made")


def test_tags_and_inline_rows_survive_publishing_reverting_and_moving() -> None:
    page = case_study(tags=["one tag", "two"], stages=["need", "review"], themes=["health", "food"])
    first = page.get_latest_revision()
    page.title = "Another title"
    page.save_revision().publish()
    page.unpublish()
    first.publish()

    page = CaseStudyPage.objects.get(pk=page.pk)
    assert sorted(page.tag_names) == ["one tag", "two"]
    assert [row.stage.slug for row in page.stages_in_order] == ["need", "review"]
    assert {theme.slug for theme in page.themes.all()} == {"health", "food"}


def test_a_title_of_signs_alone_is_refused_with_words() -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as refused:
        news("🙂 ***", live=False)

    assert "at least one letter or number" in str(refused.value)


@pytest.mark.parametrize("live", [True, False])
def test_control_characters_never_reach_a_page(live: bool) -> None:
    page = case_study("A\x01 title", summary="Said\u202e so.", live=live)

    assert page.title == "A title"
    assert page.summary == "Said so."


def test_control_characters_never_reach_rows_lists_and_stories() -> None:
    page = case_study(story=[{"type": "paragraph", "value": "<p>To\x0bld\u202e</p>"}])
    page.stage_rows.create(stage_id=page.stage_rows.first().stage_id, note="No\x00te")
    page.save()
    page = CaseStudyPage.objects.get(pk=page.pk)

    assert str(page.story[0].value.source) == "<p>Told</p>"
    assert "Note" in [row.note for row in page.stage_rows.all()]
    assert OrganisationFactory(name="A\x0bB").name == "AB"


def test_the_tree_is_checked_and_a_broken_one_is_reported() -> None:
    said = StringIO()
    call_command("check_page_tree", stdout=said)
    assert "sound" in said.getvalue()

    CompendiumPage.objects.update(numchild=99)

    with pytest.raises(CommandError, match="wrong number of children"):
        call_command("check_page_tree")


def test_a_video_without_an_address_does_not_break_the_draft(
    client: Client, superuser: object
) -> None:
    page = case_study(live=False, story=[{"type": "video", "value": {"title": "Not yet"}}])
    client.force_login(superuser)

    assert client.get(f"/admin/pages/{page.pk}/view_draft/").status_code == 200
