"""The screen on which an edition is made: what has changed, what is left out, what is missing."""

from typing import Any

import pytest
from django.test import Client

from tests.editions.building import (
    by_hand,
    by_rule,
    edition,
    made,
    save_draft,
    screen_of,
    text,
)
from tests.factories import case_study

pytestmark = pytest.mark.django_db


def test_the_screen_says_which_of_the_editions_own_things_have_changed(
    client: Client, reviewer: Any
) -> None:
    page = made(
        text("Barriers", "Money and time."),
        by_rule("From Hackney", borough=["hackney"]),
        by_hand("London", case_study("The lunch club")),
        title="Voices",
    )
    draft = page.get_latest_revision_as_object()
    stored = list(draft.sections.raw_data)
    stored[1]["value"]["borough"] = ["camden"]
    stored[1], stored[0] = stored[0], stored[1]
    stored[2]["value"]["title"] = "London and beyond"
    save_draft(page, title="Voices again", sections=draft.sections.stream_block.to_python(stored))
    client.force_login(reviewer)

    said = client.get(screen_of(page)).content.decode()

    for changed in (
        "<li>Title</li>",
        "The rule of the section “From Hackney”",
        "The order of the sections",
        "The title of the section “London and beyond”, which was “London”",
    ):
        assert changed in said
    assert "<li>Subtitle</li>" not in said
    assert "The text of the section “Barriers”" not in said


def test_what_the_editors_form_stores_in_another_way_is_no_change(
    client: Client, reviewer: Any
) -> None:
    lunch = case_study("The lunch club")
    page = made(by_hand("London", lunch), by_rule("Hackney", borough=["hackney"]))
    stored = list(page.sections.raw_data)
    stored[0]["value"]["case_studies"] = [{"type": "item", "value": lunch.pk, "id": "1234"}]
    stored[0]["value"]["before"] = '<p data-block-key="a1b2c"></p>'
    stored[1]["value"].update({"sort": "title", "words": "", "most": None, "lessons": False})
    save_draft(
        page,
        introduction='<p data-block-key="x9y8z">Why we made this.</p>',
        sections=page.sections.stream_block.to_python(stored),
        published_by="Somebody",
    )
    client.force_login(reviewer)

    said = client.get(screen_of(page)).content.decode()

    assert "<li>Published by</li>" in said
    assert "<li>Introduction</li>" not in said
    for changed in (
        "The text of the section",
        "The rule of the section",
        "The case studies chosen",
    ):
        assert changed not in said


def test_it_is_never_said_that_nothing_has_changed_while_a_rule_finds_others(
    client: Client, reviewer: Any
) -> None:
    case_study("The lunch club")
    page = made(by_rule("Everything", theme=["health"]))
    client.force_login(reviewer)
    assert "Nothing. What was made" in client.get(screen_of(page)).content.decode()

    case_study("The garden")

    said = client.get(screen_of(page)).content.decode()
    assert "Nothing. What was made" not in said
    assert "Rules that find other case studies now" in said


def test_what_an_earlier_section_has_is_named_with_that_section(
    client: Client, reviewer: Any
) -> None:
    lunch = case_study("The lunch club")
    other = case_study("The lunch club", slug="other", boroughs=["camden"])
    page = edition(by_hand("London", lunch), by_rule("Everything", theme=["health"]))
    client.force_login(reviewer)

    said = client.get(screen_of(page)).content.decode()

    assert "The rule finds 2 case studies." in said
    assert "1 is left out" in said
    assert "It is in the earlier section “London” already." in said
    for one, place in ((lunch, "Hackney"), (other, "Camden")):
        assert f'<a href="{one.get_url()}">The lunch club</a>' in said
        assert place in said


def test_sections_with_nothing_in_them_are_named_with_what_is_missing(
    client: Client, reviewer: Any
) -> None:
    page = edition(
        {"type": "text", "value": {"title": "Barriers", "text": []}},
        by_hand("London"),
        by_rule("Nowhere", words="zzzzzz"),
        {"type": "page", "value": {"page": None, "title": ""}},
    )
    client.force_login(reviewer)

    said = client.get(screen_of(page)).content.decode()

    assert "There is nothing in this section yet." in said
    assert "No case study is chosen for this section yet." in said
    assert "The rule finds nothing." in said
    assert "A page of this site" in said
    assert "No page is chosen." in said
