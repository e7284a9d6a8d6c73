"""A revision can be opened, compared and gone back to when something it names is gone."""

import pytest
from django.test import Client
from django.urls import reverse

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.continuum.models import Continuum, ContinuumStage
from tests.factories import OrganisationFactory, case_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> CaseStudyPage:
    """Published with an organisation and a stage that have been deleted since."""
    gone = OrganisationFactory(name="Gone")
    stage = ContinuumStage.objects.create(
        continuum=Continuum.objects.get(), name="Gone", slug="gone", short_label="Gone"
    )
    page = case_study("Still here", lead_organisation=gone, stages=["gone", "need"])
    page.partners.create(organisation=gone, sort_order=0)
    page.save_revision().publish()
    page = CaseStudyPage.objects.get(pk=page.pk)
    page.lead_organisation = OrganisationFactory(name="Now")
    page.partners.all().delete()
    page.stage_rows.filter(stage=stage).delete()
    page.save()
    page.save_revision().publish()
    gone.delete()
    stage.delete()
    return page


@pytest.mark.parametrize("screen", ["revisions_view", "revisions_revert"])
def test_an_old_revision_opens(
    client: Client, superuser: object, page: CaseStudyPage, screen: str
) -> None:
    client.force_login(superuser)
    oldest = page.revisions.order_by("created_at").first()

    response = client.get(reverse(f"wagtailadmin_pages:{screen}", args=[page.pk, oldest.pk]))

    assert response.status_code == 200
    assert "Still here" in response.content.decode()


def test_old_and_new_can_be_compared(
    client: Client, superuser: object, page: CaseStudyPage
) -> None:
    client.force_login(superuser)
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])

    assert client.get(address).status_code == 200


def test_what_is_still_there_is_kept(page: CaseStudyPage) -> None:
    oldest = page.revisions.order_by("created_at").first().as_object()

    assert oldest.lead_organisation is None
    assert [row.stage.slug for row in oldest.stage_rows.all()] == ["need"]
