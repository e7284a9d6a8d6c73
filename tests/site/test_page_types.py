"""Each page type knows where it belongs, and says in the admin what it is for."""

import pytest
from django.test import Client
from wagtail.models import Page

from coprod_pages.models import CompendiumPage, NewsIndexPage, WorkingGroupPage

pytestmark = pytest.mark.django_db

# Below which page, what may be made, and nothing else. Sections there is one of are taken.
CHILDREN = {
    "home": {"content page"},
    "compendium": {"case study"},
    "continuum": set(),
    "working-group": set(),
    "news": {"news"},
    "meetings": {"meeting"},
    "join": set(),
    "contribute": set(),
    "about": {"content page"},
}


@pytest.mark.parametrize(("slug", "children"), CHILDREN.items(), ids=CHILDREN)
def test_only_what_belongs_below_a_page_can_be_made_there(slug: str, children: set) -> None:
    parent = Page.objects.filter(slug=slug).order_by("depth").first().specific

    offered = {
        str(model._meta.verbose_name)
        for model in parent.creatable_subpage_models()
        if model.can_create_at(parent)
    }

    assert offered == children


def test_the_choice_of_a_page_type_says_what_each_is_for(client: Client, superuser: object) -> None:
    WorkingGroupPage.objects.get().get_children().delete()
    client.force_login(superuser)
    page = WorkingGroupPage.objects.get()

    text = client.get(f"/admin/pages/{page.pk}/add_subpage/").content.decode()

    assert "All the news of the working group, newest first." in text
    assert "The form for people who would like to come to meetings." in text


def test_a_section_cannot_be_made_or_moved_elsewhere() -> None:
    news = NewsIndexPage.objects.get()

    assert not CompendiumPage.can_create_at(news)
    assert not CompendiumPage.objects.get().can_move_to(news)
