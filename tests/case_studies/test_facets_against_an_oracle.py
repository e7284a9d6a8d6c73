"""Facet counts and results are what counting by hand gives, over random data and choices."""

import random

import pytest
from django.http import QueryDict

from coprod_pages.case_studies.facets import FACETS
from coprod_pages.case_studies.listing import Listing
from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.taxonomy.models import OrganisationKind
from tests.factories import OrganisationFactory, case_study

pytestmark = pytest.mark.django_db

BOROUGHS = ["hackney", "camden", "barnet"]
THEMES = ["health", "food", "housing"]
STAGES = ["need", "solutions", "review"]
GROUPS = ["carers", "older-people"]
TAGS = ["alpha", "beta", "gamma"]
KINDS = ["council", "charity"]


def facts(page: CaseStudyPage) -> dict[str, set[str]]:
    """What a person would read off a case study, by the parameter of the facet."""
    places = {borough.slug for borough in page.boroughs.all()}
    if page.reach != "boroughs":
        places.add(page.reach)
    return {
        "borough": places,
        "theme": {theme.slug for theme in page.themes.all()},
        "stage": {row.stage.slug for row in page.stage_rows.all()},
        "equality": {group.slug for group in page.equality_groups.all()},
        "tag": {tag.slug for tag in page.tags.all()},
        "organisation": {page.lead_organisation.kind.slug},
    }


def answers(known: dict[int, dict[str, set[str]]], chosen: dict[str, list[str]]) -> set[int]:
    """The keys of the case studies that answer `chosen`, found one by one."""
    return {
        key
        for key, fact in known.items()
        if all(not values or fact[name] & set(values) for name, values in chosen.items())
    }


def some(dice: random.Random, values: list[str]) -> list[str]:
    return dice.sample(values, dice.randint(0, len(values)))


def test_results_and_counts_are_those_of_counting_by_hand() -> None:
    dice = random.Random(20161130)
    organisations = [
        OrganisationFactory(kind=OrganisationKind.objects.get(slug=slug)) for slug in KINDS
    ]
    for number in range(24):
        case_study(
            f"Number {number}",
            reach=dice.choice(["boroughs", "boroughs", "london-wide"]),
            boroughs=some(dice, BOROUGHS),
            themes=some(dice, THEMES),
            stages=some(dice, STAGES),
            equality_groups=some(dice, GROUPS),
            tags=some(dice, TAGS),
            lead_organisation=dice.choice(organisations),
            live=number % 6 != 0,
            private=number % 6 == 1,
        )
    known = {page.pk: facts(page) for page in CaseStudyPage.objects.visible_to_public()}
    assert len(known) == 16
    vocabulary = {
        "borough": [*BOROUGHS, "london-wide"],
        "theme": THEMES,
        "stage": STAGES,
        "equality": GROUPS,
        "tag": TAGS,
        "organisation": KINDS,
    }

    for _round in range(60):
        chosen = {
            name: some(dice, values) if dice.random() < 0.4 else []
            for name, values in vocabulary.items()
        }
        parameters = QueryDict(mutable=True)
        for name, values in chosen.items():
            parameters.setlist(name, values)
        listing = Listing(parameters)

        assert set(listing.selection.ordered_ids()) == answers(known, chosen)
        for facet, choice in zip(FACETS, listing.facets, strict=True):
            others = {**chosen, facet.parameter: []}
            reachable = answers(known, others)
            expected = {
                value: sum(value in known[key][facet.parameter] for key in reachable)
                for value in vocabulary[facet.parameter]
            }
            shown = {option.slug: option.count for option in choice.options}
            for value, number in expected.items():
                if number or value in chosen[facet.parameter]:
                    assert shown.pop(value) == number, (facet.parameter, value, chosen)
            assert not shown, (facet.parameter, shown, chosen)
