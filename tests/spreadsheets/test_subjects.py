"""Subjects, keywords, methods, purposes and groups."""

import pytest

from coprod_pages.continuum.seeds import STAGES
from coprod_pages.spreadsheets import mapping
from coprod_pages.spreadsheets.interpreting import key
from coprod_pages.spreadsheets.notes import Notes
from coprod_pages.spreadsheets.subjects import Subjects, subjects
from coprod_pages.spreadsheets.vocabulary import Vocabulary, words_for
from coprod_pages.taxonomy.seeds import BOROUGHS, EQUALITY_GROUPS, ORGANISATION_KINDS, THEMES

HERE = Vocabulary(
    themes=words_for((name, slug) for slug, name, _text in THEMES),
    equality_groups=words_for((name, slug) for slug, name, _text in EQUALITY_GROUPS),
    kinds=words_for((name, slug) for slug, name, _text in ORGANISATION_KINDS),
    stages=words_for((stage["name"], stage["slug"]) for stage in STAGES),
)


def found_in(here: Vocabulary = HERE, **cells: str) -> tuple[Subjects, str]:
    notes = Notes()
    return subjects(cells, here, notes), "\n".join(str(note) for note in notes.all)


@pytest.mark.parametrize(
    ("meanings", "slugs"),
    [
        (mapping.THEMES, {slug for slug, *_rest in THEMES}),
        (mapping.EQUALITY_GROUPS, {slug for slug, *_rest in EQUALITY_GROUPS}),
        (mapping.STAGES, {stage["slug"] for stage in STAGES}),
        (
            {word: [slug] for word, slug in mapping.ORGANISATION_KINDS.items()},
            {slug for slug, *_rest in ORGANISATION_KINDS},
        ),
        (
            {word: [slug] for word, slug in mapping.BOROUGHS.items()},
            {slug for _code, slug, *_rest in BOROUGHS},
        ),
    ],
    ids=["themes", "groups", "stages", "kinds", "boroughs"],
)
def test_every_meaning_leads_to_a_value_that_a_new_site_has(
    meanings: dict[str, list[str]], slugs: set[str]
) -> None:
    assert {slug for found in meanings.values() for slug in found} <= slugs
    assert [word for word in meanings if word != key(word)] == []


@pytest.mark.parametrize("spellings", [mapping.SPELLINGS, dict.fromkeys(mapping.NO_TAG, "")])
def test_words_are_listed_in_the_form_in_which_they_are_compared(
    spellings: dict[str, str],
) -> None:
    assert [word for word in spellings if word != key(word)] == []


def test_subjects_become_themes() -> None:
    found, said = found_in(issues="Aging; Human Rights; Budgeting")

    assert found.themes == ["ageing", "equality-rights", "democracy"]
    assert found.tags == []
    assert said == ""


def test_a_subject_that_is_no_theme_becomes_a_tag() -> None:
    found, _said = found_in(issues="Economic Development")

    assert (found.themes, found.tags) == ([], ["Economic Development"])


def test_a_keyword_stays_a_tag_and_may_name_a_theme() -> None:
    found, _said = found_in(tags="housing; time credits")

    assert (found.themes, found.tags) == (["housing"], ["housing", "time credits"])


def test_near_doubles_become_one_tag() -> None:
    found, _said = found_in(
        tags="co production; coproduction; Citizens’ Assembly", methods="Co-production"
    )

    assert found.tags[:2] == ["co-production", "citizens' assembly"]
    assert len(found.tags) == 2


def test_the_names_of_this_site_are_understood_first() -> None:
    here = Vocabulary(themes=words_for([("Rivers and canals", "rivers")]))

    assert found_in(here, tags="rivers and CANALS")[0].themes == ["rivers"]


def test_a_theme_that_editors_took_out_is_not_brought_back() -> None:
    here = Vocabulary(themes=words_for([("Health", "health")]))
    found, _said = found_in(here, issues="Aging")

    assert (found.themes, found.tags) == ([], ["Aging"])


def test_purposes_that_are_a_stage_give_the_stage_and_say_so() -> None:
    found, said = found_in(purposes="Co-governance; Evaluation", methods="Participatory Budgeting")

    assert found.stages == ["priorities", "review"]
    assert "assumed: stage “priorities”, from “Participatory Budgeting”, “Co-governance”" in said


def test_consultation_and_co_production_give_no_stage() -> None:
    assert found_in(purposes="Consultation; Research", methods="Co-production")[0].stages == []


def test_a_kind_of_method_among_the_topics_is_no_theme() -> None:
    found, said = found_in(topics="planning; deliberative")

    assert (found.themes, found.tags) == ([], ["deliberation"])
    assert "“planning”" in said


def test_themes_and_stages_may_be_given_by_name_and_unknown_ones_are_reported() -> None:
    found, said = found_in(themes="Food; Dragons", stages="Learn and judge together; Magic")

    assert (found.themes, found.stages) == (["food"], ["review"])
    assert "themes: “Dragons”" in said
    assert "stages: “Magic”" in said


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        ("Elderly", ["older-people"]),
        ("Youth; Students", ["young-people"]),
        ("People with Disabilities", ["disabled-people"]),
        ("Racial/Ethnic Group(s)", ["racialised"]),
        ("Immigrants; Refugees", ["migrants-refugees"]),
        ("Homeless People", ["homeless"]),
        ("Romas", ["grt"]),
        ("Women", ["women-girls"]),
        ("Low-Income Earners", ["low-income"]),
        ("Children", ["children"]),
        ("General Public", ["everyone"]),
        ("Residents of the Old Mill", ["everyone"]),
    ],
)
def test_target_groups_become_equality_groups(typed: str, slugs: list[str]) -> None:
    assert found_in(target_groups=typed)[0].equality_groups == slugs


def test_a_group_that_is_not_here_becomes_a_tag_and_is_reported() -> None:
    found, said = found_in(target_groups="Farmers")

    assert (found.equality_groups, found.tags) == ([], ["Farmers"])
    assert "no such group here, kept as tags: “Farmers”" in said


def test_words_that_say_nothing_alone_are_reported() -> None:
    found, said = found_in(issues="Other", topics="public")

    assert found.tags == []
    assert "“Other”" in said
    assert "“public”" in said


def test_too_many_and_too_long_tags_are_reported() -> None:
    found, said = found_in(tags="; ".join([f"tag {n}" for n in range(25)] + ["x" * 51]))

    assert len(found.tags) == 20
    assert "“tag 24”" in said
    assert "too long for a tag" in said


def test_a_tag_holds_no_comma_or_quotation_mark() -> None:
    assert found_in(tags='crafts, sewing "and" more')[0].tags == ["crafts sewing and more"]
