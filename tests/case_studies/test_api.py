"""The read-only API: what everybody may see, and no error page whatever is asked."""

import pytest
from django.test import Client

from tests.factories import case_study

pytestmark = pytest.mark.django_db

API = "/api/v2/pages/"


def test_a_case_study_is_given_with_its_fields(client: Client) -> None:
    page = case_study("Open to all", tags=["alpha"], themes=["food"])

    answer = client.get(f"{API}?type=coprod_pages.CaseStudyPage&fields=*").json()

    assert answer["meta"]["total_count"] == 1
    item = answer["items"][0]
    assert item["title"] == page.title
    assert item["tag_names"] == ["alpha"]
    assert item["stage_names"] == ["Understand the need"]
    assert item["has_lessons"] is True


def test_desk_fields_are_not_given(client: Client) -> None:
    page = case_study("Open to all", source_id="secret-7", source_link="https://example.org/x")

    text = client.get(f"{API}{page.pk}/").content.decode()

    assert "secret-7" not in text
    assert "naming_level" not in text


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("offset=99999999999999999999", 400),
        ("limit=x", 400),
        ("search=%00", 400),
        ("type=no.Such", 400),
        ("order=no_such_field", 400),
        ('search="', 200),
    ],
)
def test_bad_questions_are_told_so(client: Client, query: str, status: int) -> None:
    case_study("Open to all")

    assert client.get(f"{API}?{query}").status_code == status
