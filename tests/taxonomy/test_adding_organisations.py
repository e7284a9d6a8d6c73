"""An editor adds an organisation while choosing one, and each is there once."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from coprod_pages.taxonomy.models import Borough, Organisation
from tests.factories import OrganisationFactory, person

pytestmark = pytest.mark.django_db

CHOOSER = "wagtailsnippetchoosers_coprod_pages_organisation"


@pytest.fixture
def writing(client: Client, editor: Any) -> Client:
    """A CVS editor, signed in."""
    client.force_login(editor)
    return client


def opened(client: Client) -> BeautifulSoup:
    """The chooser as it opens above the editor."""
    response = client.get(reverse(f"{CHOOSER}:choose"))
    return BeautifulSoup(json.loads(response.content)["html"], "html.parser")


def add(client: Client, **values: Any) -> dict[str, Any]:
    """What comes of filling in the form for a new one."""
    given = {f"organisation-{name}": value for name, value in values.items()}
    prefix = opened(client).find("input", {"name": lambda name: name and name.endswith("name")})
    named = {key.replace("organisation-", prefix["name"][:-4]): each for key, each in given.items()}
    response = client.post(reverse(f"{CHOOSER}:create"), named)
    assert response.status_code == 200
    return json.loads(response.content)


def test_an_organisation_is_added_where_it_is_chosen(writing: Client) -> None:
    hackney = Borough.objects.get(slug="hackney")

    answer = add(writing, name="Friends of the Marsh", borough=hackney.pk)

    added = Organisation.objects.get(name="Friends of the Marsh")
    assert answer["step"] == "chosen"
    assert answer["result"]["id"] == str(added.pk)
    assert added.borough == hackney


@pytest.mark.parametrize("name", ["friends of the MARSH", " Friends of  the Marsh "])
def test_one_that_is_there_is_not_added_again(writing: Client, name: str) -> None:
    OrganisationFactory(name="Friends of the Marsh")

    answer = add(writing, name=name)

    form = BeautifulSoup(answer["htmlFragment"], "html.parser")
    assert answer["step"] == "reshow_creation_form"
    assert "“Friends of the Marsh” is in the list already" in form.get_text(" ")
    assert Organisation.objects.filter(name__icontains="marsh").count() == 1


def test_in_the_list_too_each_is_there_once(client: Client, superuser: Any) -> None:
    OrganisationFactory(name="Friends of the Marsh")
    client.force_login(superuser)
    address = reverse("wagtailsnippets_coprod_pages_organisation:add")

    response = client.post(address, {"name": "FRIENDS of the Marsh"})

    assert "is in the list already" in response.content.decode()
    assert Organisation.objects.filter(name__icontains="marsh").count() == 1


def test_whoever_may_add_none_is_offered_none(client: Client) -> None:
    client.force_login(person("Working group"))

    assert "Add a new one" not in opened(client).get_text(" ")
    assert client.post(reverse(f"{CHOOSER}:create"), {"name": "Mine"}).status_code in (302, 403)
    assert not Organisation.objects.filter(name="Mine").exists()
