"""Saving a page never writes back an old place in the tree, and never loses its rows."""

import pytest

from coprod_pages.case_studies.models import CaseStudyPage, CompendiumPage
from tests.factories import case_study, news

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
