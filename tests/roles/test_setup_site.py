"""`setup_site` adds what is missing and never undoes what an editor has changed."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
)

from coprod_pages.compendium.models import CompendiumPage
from coprod_pages.continuum.models import Continuum, ContinuumStage
from coprod_pages.news.models import NewsIndexPage
from coprod_pages.roles.groups import CVS_EDITORS, GROUPS, REVIEWERS
from coprod_pages.searching.models import SynonymGroup
from coprod_pages.taxonomy.models import Borough, EqualityGroup, OrganisationKind, Theme

pytestmark = pytest.mark.django_db

MODELS = [
    *(Page, Group, Collection, Workflow, WorkflowPage, GroupPagePermission),
    *(GroupCollectionPermission, Theme, EqualityGroup, OrganisationKind, Borough),
    *(Continuum, ContinuumStage, SynonymGroup),
]


def set_up() -> str:
    """Run the command; what it says."""
    said = StringIO()
    call_command("setup_site", stdout=said)
    return said.getvalue()


def everything() -> dict[str, list]:
    """All that the command could change."""
    rows = {model.__name__: list(model.objects.order_by("pk").values()) for model in MODELS}
    given = Group.permissions.through.objects.order_by("pk").values_list(
        "group_id", "permission_id"
    )
    return {**rows, "permissions": list(given)}


def test_a_second_run_changes_nothing_and_says_nothing() -> None:
    before = everything()

    assert set_up() == ""

    assert everything() == before


def test_a_renamed_section_keeps_its_name_and_is_not_made_again() -> None:
    page = CompendiumPage.objects.get()
    page.title, page.slug = "Our stories", "stories"
    page.save_revision().publish()

    set_up()

    page = CompendiumPage.objects.get()
    assert (page.title, page.slug) == ("Our stories", "stories")


def test_an_unpublished_section_stays_unpublished() -> None:
    NewsIndexPage.objects.get().unpublish()

    set_up()

    assert not NewsIndexPage.objects.get().live


def test_a_permission_taken_away_stays_away() -> None:
    reviewers = Group.objects.get(name=REVIEWERS)
    permission = Permission.objects.get(
        codename="change_tag", content_type__app_label="coprod_pages"
    )
    reviewers.permissions.remove(permission)
    GroupPagePermission.objects.filter(group=reviewers, permission__codename="lock_page").delete()
    GroupCollectionPermission.objects.filter(group=reviewers).delete()

    set_up()

    assert not reviewers.permissions.filter(pk=permission.pk).exists()
    left = GroupPagePermission.objects.filter(group=reviewers)
    assert not left.filter(permission__codename="lock_page").exists()
    assert not GroupCollectionPermission.objects.filter(group=reviewers).exists()


def test_a_deleted_theme_is_not_put_back_and_a_renamed_one_keeps_its_name() -> None:
    Theme.objects.get(slug="food").delete()
    Theme.objects.filter(slug="health").update(name="Health and care", slug="health-and-care")

    set_up()

    assert not Theme.objects.filter(slug__in=["food", "health"]).exists()
    assert Theme.objects.get(slug="health-and-care").name == "Health and care"


def test_stages_keep_the_order_and_number_that_editors_gave_them() -> None:
    stages = list(ContinuumStage.objects.all())
    stages[-1].delete()
    for place, stage in enumerate(reversed(stages[:-1])):
        ContinuumStage.objects.filter(pk=stage.pk).update(sort_order=place)
    order = list(ContinuumStage.objects.values_list("slug", flat=True))

    set_up()

    assert list(ContinuumStage.objects.values_list("slug", flat=True)) == order


def test_another_workflow_of_the_compendium_stays() -> None:
    own = Workflow.objects.create(name="Our own way")
    WorkflowPage.objects.filter(page=CompendiumPage.objects.get()).update(workflow=own)

    set_up()

    assert CompendiumPage.objects.get().get_workflow() == own


def test_what_editors_have_deleted_stays_deleted() -> None:
    NewsIndexPage.objects.get().delete()
    about = Page.objects.get(slug="about")
    about.slug = "who-we-are"
    about.save()

    assert set_up() == ""

    assert not NewsIndexPage.objects.exists()
    assert not Page.objects.filter(slug="about").exists()


def test_a_missing_group_is_made() -> None:
    Group.objects.get(name=CVS_EDITORS).delete()

    said = set_up()

    assert f"Groups made: {CVS_EDITORS}" in said
    assert set(GROUPS) <= set(Group.objects.values_list("name", flat=True))
    made = GroupPagePermission.objects.get(group__name=CVS_EDITORS)
    assert (made.page.specific, made.permission.codename) == (
        CompendiumPage.objects.get(),
        "add_page",
    )
    assert not any(Page.find_problems())
