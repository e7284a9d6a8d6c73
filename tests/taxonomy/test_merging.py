"""Merging tags in the admin, and lists that are in use."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from coprod_pages.taxonomy.merging import MERGE_ACTION, CannotMerge, merge
from coprod_pages.taxonomy.models import Tag
from tests.editor_form import text_of
from tests.factories import TagFactory, case_study, news

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, reviewer: Any) -> Client:
    """A reviewer, who keeps the tags in order."""
    client.force_login(reviewer)
    return client


def merge_in_the_form(desk: Client, tag: Tag, into: Tag) -> Any:
    """Choose `into` as what `tag` is another name for, and save."""
    url = reverse("wagtailsnippets_coprod_pages_tag:edit", args=[tag.pk])
    data = {"name": tag.name, "slug": tag.slug, "description": "", "alias_of": into.pk}
    return desk.post(url, data, follow=True)


def tags_of(page: Any) -> list[str]:
    """The tags of a page as it is stored."""
    return sorted(type(page).objects.get(pk=page.pk).tags.values_list("name", flat=True))


def test_every_use_moves_over_and_none_is_doubled(desk: Client) -> None:
    pages = [
        case_study("With the old", tags=["co production"]),
        case_study("With both", tags=["co production", "co-production"]),
        case_study("Not public", tags=["co production"], live=False),
    ]
    item = news("News with the old")
    item.tags.add("co production")
    item.save()

    merge_in_the_form(
        desk, Tag.objects.get(name="co production"), Tag.objects.get(name="co-production")
    )

    assert [tags_of(page) for page in [*pages, item]] == [["co-production"]] * 4


def test_the_old_address_still_finds_them(desk: Client) -> None:
    page = case_study("With the old", tags=["participation"])
    old, new = Tag.objects.get(name="participation"), TagFactory(name="taking part")

    merge_in_the_form(desk, old, new)

    for slug in ("participation", "taking-part"):
        found = Client().get(f"/compendium/?tag={slug}")
        assert page.title in text_of(found)


def test_a_draft_that_is_open_does_not_lose_the_tag_when_it_is_published(desk: Client) -> None:
    page = case_study("Public", tags=["housing first"])
    page.tags.add("participation")
    revision = page.save_revision()
    merge_in_the_form(desk, Tag.objects.get(name="participation"), TagFactory(name="taking part"))

    revision.publish()

    assert tags_of(page) == ["housing first", "taking part"]


def test_a_merge_is_in_the_log_with_who_did_it(desk: Client, reviewer: Any) -> None:
    case_study("With the old", tags=["participation"])
    old, new = Tag.objects.get(name="participation"), TagFactory(name="taking part")

    merge_in_the_form(desk, old, new)

    entry = ModelLogEntry.objects.get(action=MERGE_ACTION)
    assert entry.user == reviewer
    assert entry.data == {"merged": "participation", "into": "taking part", "moved": 1}
    history = reverse("wagtailsnippets_coprod_pages_tag:history", args=[new.pk])
    assert "Merged “participation” into “taking part”" in text_of(desk.get(history))


def test_other_names_of_a_merged_tag_lead_to_the_new_one(desk: Client) -> None:
    first, second, third = (TagFactory(name=name) for name in ("one", "two", "three"))
    merge(first, second)

    merge_in_the_form(desk, second, third)

    first.refresh_from_db()
    assert first.alias_of == third


def test_a_tag_cannot_be_merged_into_itself_or_into_another_name(desk: Client) -> None:
    first, second, third = (TagFactory(name=name) for name in ("one", "two", "three"))
    merge(first, second)

    for tag, into in ((third, third), (third, first)):
        response = merge_in_the_form(desk, tag, into)
        assert response.context["form"].errors["alias_of"]
        with pytest.raises(CannotMerge):
            merge(tag, into)

    third.refresh_from_db()
    assert third.alias_of is None


def test_renaming_a_tag_is_no_merge(desk: Client) -> None:
    page = case_study("Tagged", tags=["participation"])
    tag = Tag.objects.get(name="participation")
    url = reverse("wagtailsnippets_coprod_pages_tag:edit", args=[tag.pk])

    desk.post(url, {"name": "Taking part", "slug": tag.slug, "description": "", "alias_of": ""})

    assert tags_of(page) == ["Taking part"]
    assert not ModelLogEntry.objects.filter(action=MERGE_ACTION).exists()


def test_only_preferred_names_are_offered_while_typing(desk: Client) -> None:
    merge(TagFactory(name="participation"), TagFactory(name="taking part"))

    offered = desk.get(reverse("coprod_tag_suggestions"), {"term": "parti"}).json()

    assert offered == ["taking part"]
