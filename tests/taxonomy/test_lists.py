"""What is on a case study is not deleted from the lists without a word."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.taxonomy.models import Borough, EqualityGroup, Theme
from tests.factories import OrganisationFactory, case_study

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "slug"),
    [(Theme, "food"), (Borough, "camden"), (EqualityGroup, "carers")],
    ids=["theme", "borough", "equality group"],
)
def test_a_value_in_use_is_not_deleted_and_its_uses_are_listed(
    client: Client, superuser: object, model: type, slug: str
) -> None:
    case_study("Uses it", themes=["food"], boroughs=["camden"], equality_groups=["carers"])
    client.force_login(superuser)
    term = model.objects.get(slug=slug)
    address = reverse(
        f"wagtailsnippets_coprod_pages_{model._meta.model_name}:delete", args=[term.pk]
    )

    for response in (client.get(address), client.post(address)):
        assert response.status_code == 409
        assert "Uses it" in response.content.decode()
    assert model.objects.filter(pk=term.pk).exists()


def test_several_at_once_are_refused_as_well(client: Client, superuser: object) -> None:
    page = case_study("Uses it", themes=["food"])
    client.force_login(superuser)
    theme = Theme.objects.get(slug="food")
    address = reverse("wagtail_bulk_action", args=["coprod_pages", "theme", "delete"])

    response = client.post(f"{address}?id={theme.pk}")

    assert response.status_code == 409
    assert CaseStudyPage.objects.get(pk=page.pk).themes.get() == theme


def test_a_value_that_nothing_uses_is_deleted(client: Client, superuser: object) -> None:
    client.force_login(superuser)
    theme = Theme.objects.create(name="Unused", slug="unused")

    client.post(reverse("wagtailsnippets_coprod_pages_theme:delete", args=[theme.pk]))

    assert not Theme.objects.filter(pk=theme.pk).exists()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_exported_cells_cannot_run_as_formulas(client: Client, manager: object, form: str) -> None:
    OrganisationFactory(name='=HYPERLINK("https://example.org")')
    client.force_login(manager)

    response = client.get(f"/admin/snippets/coprod_pages/organisation/?export={form}")

    content = b"".join(response.streaming_content) if response.streaming else response.content
    if form == "csv":
        assert b"'=HYPERLINK" in content
    else:
        cells = [cell for row in load_workbook(BytesIO(content)).active for cell in row]
        assert any(cell.value and "'=HYPERLINK" in str(cell.value) for cell in cells)
        assert not any(cell.data_type == "f" for cell in cells)
