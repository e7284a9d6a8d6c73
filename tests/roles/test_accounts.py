"""Site managers look after accounts, without a way to more power than their own."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from coprod_pages.roles.groups import CVS_EDITORS, REVIEWERS, SITE_MANAGERS
from coprod_pages.roles.organisations import organisation_ids_of
from tests.editor_form import text_of
from tests.factories import person

pytestmark = pytest.mark.django_db

User = get_user_model()
PASSWORD = "a long and unusual one 47"


@pytest.fixture
def office(manager: Any) -> Client:
    """A site manager at work."""
    client = Client()
    client.force_login(manager)
    return client


def group(name: str) -> Group:
    """The group called `name`."""
    return Group.objects.get_or_create(name=name)[0]


def new_person(**more: Any) -> dict[str, Any]:
    """What the form of a new account sends."""
    return {
        "username": "new-editor",
        "email": "new@example.org",
        "first_name": "New",
        "last_name": "Editor",
        "password1": PASSWORD,
        "password2": PASSWORD,
        **more,
    }


def values_of(someone: Any, **more: Any) -> dict[str, Any]:
    """What the form of an account sends."""
    return {
        "username": someone.username,
        "email": someone.email,
        "first_name": "Ada",
        "last_name": "Changed",
        "is_active": "on",
        **more,
    }


def test_a_new_editor_gets_a_role_and_an_organisation(office: Client, hackney: Any) -> None:
    data = new_person(groups=[group(CVS_EDITORS).pk], organisations=[hackney.pk])

    office.post(reverse("wagtailusers_users:add"), data)

    made = User.objects.get(username="new-editor")
    assert CVS_EDITORS in made.groups.values_list("name", flat=True)
    assert organisation_ids_of(made) == {hackney.pk}
    newcomer = Client()
    assert newcomer.login(username="new-editor", password=PASSWORD)
    assert newcomer.get("/admin/").status_code == 200


def test_a_person_is_changed_and_sent_to_another_organisation(
    office: Client, editor: Any, camden: Any
) -> None:
    url = reverse("wagtailusers_users:edit", args=[editor.pk])
    data = values_of(editor, groups=[group(CVS_EDITORS).pk], organisations=[camden.pk])

    office.post(url, data)

    changed = User.objects.get(pk=editor.pk)
    assert changed.last_name == "Changed"
    assert organisation_ids_of(changed) == {camden.pk}


@pytest.mark.parametrize("action", ["add", "edit"])
def test_nobody_but_a_superuser_makes_one(office: Client, editor: Any, action: str) -> None:
    power = {"is_superuser": "on", "is_staff": "on", "groups": [group(SITE_MANAGERS).pk]}
    if action == "add":
        office.post(reverse("wagtailusers_users:add"), new_person(**power))
    else:
        url = reverse("wagtailusers_users:edit", args=[editor.pk])
        office.post(url, values_of(editor, **power))

    assert not User.objects.filter(is_superuser=True).exists()


def test_a_manager_cannot_make_themselves_a_superuser(office: Client, manager: Any) -> None:
    url = reverse("wagtailusers_users:edit", args=[manager.pk])

    office.post(url, values_of(manager, is_superuser="on", groups=[group(SITE_MANAGERS).pk]))

    assert not User.objects.get(pk=manager.pk).is_superuser


def test_no_group_outside_the_four_is_given(office: Client, editor: Any) -> None:
    other = group("Owners of the server")
    url = reverse("wagtailusers_users:edit", args=[editor.pk])
    assert "Owners of the server" not in text_of(office.get(url))

    office.post(url, values_of(editor, groups=[other.pk, group(CVS_EDITORS).pk]))

    assert not User.objects.get(pk=editor.pk).groups.filter(pk=other.pk).exists()


def test_a_group_outside_the_four_is_not_lost_by_saving(office: Client, editor: Any) -> None:
    other = group("Owners of the server")
    editor.groups.add(other)
    url = reverse("wagtailusers_users:edit", args=[editor.pk])

    office.post(url, values_of(editor, groups=[group(REVIEWERS).pk]))

    kept = set(User.objects.get(pk=editor.pk).groups.values_list("name", flat=True))
    assert {"Owners of the server", REVIEWERS} <= kept
    assert CVS_EDITORS not in kept


@pytest.mark.parametrize("view", ["edit", "delete", "copy", "history", "history_results", "usage"])
def test_a_superuser_is_out_of_reach(office: Client, superuser: Any, view: str) -> None:
    url = reverse(f"wagtailusers_users:{view}", args=[superuser.pk])
    data = values_of(superuser, password1=PASSWORD, password2=PASSWORD)

    for response in (office.get(url), office.post(url, data)):
        assert response.status_code in (302, 404, 405)
        assert "root@" not in response.content.decode()
    stored = User.objects.get(pk=superuser.pk)
    assert stored.last_name != "Changed"
    assert not stored.check_password(PASSWORD)


@pytest.mark.parametrize("query", ["", "?q=root", "?q=root@example.org", "?export=csv"])
def test_a_superuser_is_not_in_the_list(
    office: Client, superuser: Any, editor: Any, query: str
) -> None:
    response = office.get(reverse("wagtailusers_users:index") + query)
    content = response.getvalue() if response.streaming else response.content

    assert f"/admin/users/edit/{superuser.pk}/" not in content.decode()


@pytest.mark.parametrize("action", ["assign_role", "set_active_state", "delete"])
def test_accounts_are_not_changed_several_at_once(
    office: Client, superuser: Any, editor: Any, action: str
) -> None:
    url = reverse("wagtail_bulk_action", args=["auth", "user", action])
    data = {"role": group("Owners of the server").pk, "mark_as_active": ""}

    for someone in (superuser, editor):
        office.get(f"{url}?id={someone.pk}")
        office.post(f"{url}?id={someone.pk}", data)
    office.post(f"{url}?id=all", data)

    assert set(User.objects.filter(is_active=True)) >= {superuser, editor}
    assert not User.objects.filter(groups__name="Owners of the server").exists()


@pytest.mark.parametrize("role", ["editor", "reviewer", "secretary"])
@pytest.mark.parametrize("view", ["index", "add", "edit"])
def test_other_roles_do_not_reach_accounts(
    role: str, view: str, request: pytest.FixtureRequest
) -> None:
    someone = person(CVS_EDITORS)
    client = Client()
    client.force_login(request.getfixturevalue(role))
    url = reverse(f"wagtailusers_users:{view}", args=[someone.pk] if view == "edit" else [])

    assert client.get(url).status_code == 302
    client.post(url, {**new_person(), **values_of(someone)})

    assert not User.objects.filter(last_name__in=["Changed", "Editor"]).exists()


def test_only_a_superuser_changes_groups(office: Client, superuser: Any) -> None:
    url = reverse("wagtailusers_groups:edit", args=[group(SITE_MANAGERS).pk])
    assert office.get(url).status_code == 302
    office.post(url, {"name": "Changed"})
    assert Group.objects.filter(name=SITE_MANAGERS).exists()

    client = Client()
    client.force_login(superuser)
    assert client.get(url).status_code == 200


def test_the_form_of_an_account_shows_role_and_organisation(
    client: Client, manager: object, editor: object
) -> None:
    client.force_login(manager)

    for address in ("/admin/users/new/", f"/admin/users/edit/{editor.pk}/"):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        assert page.find("input", {"name": "organisations"}), address
        roles = page.find("input", {"name": "groups"}).find_parent("ul")
        assert "None" not in list(roles.stripped_strings), address
