"""Results and facet counts are what counting by hand gives, over random data and choices.

The collection grows and changes while it is asked: what a worker keeps has to follow.
"""

from collections.abc import Iterator

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_pages.case_studies.models import CaseStudyConsent, CaseStudyPage
from coprod_pages.compendium.catalogue import current
from coprod_pages.compendium.listing import Listing
from coprod_pages.compendium.terms import FACETS
from coprod_pages.taxonomy.models import (
    Borough,
    EqualityGroup,
    Organisation,
    OrganisationKind,
    Theme,
)
from tests.factories import OrganisationFactory, case_study

VOCABULARY = {
    "borough": ["hackney", "camden", "barnet", "london-wide"],
    "theme": ["health", "food", "housing"],
    "stage": ["need", "solutions", "review"],
    "equality": ["carers", "older-people"],
    "tag": ["alpha", "beta", "gamma"],
    "organisation": ["council", "charity"],
}
WORDS = ["heron", "otter", "badger"]
COLLECTION = 14

Facts = dict[str, set[str]]


def some(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), unique=True)


RECORD = st.fixed_dictionaries(
    {
        "boroughs": some(["hackney", "camden", "barnet"]),
        "themes": some(VOCABULARY["theme"]),
        "stages": some(VOCABULARY["stage"]),
        "equality_groups": some(VOCABULARY["equality"]),
        "tags": some(VOCABULARY["tag"]),
        "words": some(WORDS),
        "kind": st.sampled_from(VOCABULARY["organisation"]),
        "reach": st.sampled_from(["boroughs", "boroughs", "london-wide"]),
        "hard": st.booleans(),
        "state": st.sampled_from(["live", "live", "live", "draft", "private", "withdrawn"]),
    }
)
CHOICE = st.fixed_dictionaries(
    {
        **{name: st.one_of(st.just([]), some(values)) for name, values in VOCABULARY.items()},
        "lessons": st.booleans(),
        "q": st.one_of(st.just(""), st.sampled_from(WORDS)),
    }
)


@pytest.fixture
def organisations(db: None) -> Iterator[dict[str, Organisation]]:
    yield {
        slug: OrganisationFactory(kind=OrganisationKind.objects.get(slug=slug))
        for slug in VOCABULARY["organisation"]
    }


def make(record: dict, organisations: dict[str, Organisation]) -> None:
    case_study(
        " ".join(["Told", *record["words"]]),
        reach=record["reach"],
        boroughs=record["boroughs"],
        themes=record["themes"],
        stages=record["stages"],
        equality_groups=record["equality_groups"],
        tags=record["tags"],
        lead_organisation=organisations[record["kind"]],
        did_not_work="<p>It rained.</p>" if record["hard"] else "<p>Nothing to report.</p>",
        live=record["state"] != "draft",
        private=record["state"] == "private",
        withdrawn=record["state"] == "withdrawn",
    )


def facts(page: CaseStudyPage) -> Facts:
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
        "lessons": {"1"} if page.has_lessons else set(),
        "words": set(page.title.split()),
    }


def answers(known: dict[int, Facts], choice: dict, but: str = "") -> set[int]:
    """The numbers of the case studies that answer `choice`, found one by one."""
    return {
        key
        for key, fact in known.items()
        if all(
            not choice[name] or name == but or fact[name] & set(choice[name]) for name in VOCABULARY
        )
        and (not choice["lessons"] or fact["lessons"])
        and (not choice["q"] or choice["q"] in fact["words"])
    }


def listing_for(choice: dict) -> Listing:
    parameters = QueryDict(mutable=True)
    for name in VOCABULARY:
        parameters.setlist(name, choice[name])
    parameters["q"] = choice["q"]
    if choice["lessons"]:
        parameters["lessons"] = "1"
    return Listing(parameters)


def check(known: dict[int, Facts], choice: dict) -> None:
    listing = listing_for(choice)

    assert set(listing.selection.page_ids) == answers(known, choice)
    assert listing.total == len(answers(known, choice))
    assert listing.lessons_count == sum(
        bool(known[key]["lessons"]) for key in answers(known, {**choice, "lessons": False})
    )
    for facet, shown in zip(FACETS, listing.facets, strict=True):
        name = facet.parameter
        reachable = answers(known, choice, but=name)
        counts = {
            value: sum(value in known[key][name] for key in reachable) for value in VOCABULARY[name]
        }
        expected = {v: n for v, n in counts.items() if n or v in choice[name]}
        assert {option.slug: option.count for option in shown.options} == expected, name


def known_now() -> dict[int, Facts]:
    return {page.pk: facts(page) for page in CaseStudyPage.objects.visible_to_public()}


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    records=st.lists(RECORD, min_size=COLLECTION, max_size=COLLECTION),
    choices=st.lists(CHOICE, min_size=40, max_size=40),
)
def test_results_and_counts_are_those_of_counting_by_hand(
    organisations: dict[str, Organisation], records: list[dict], choices: list[dict]
) -> None:
    # Words that nobody uses are corrected and completed: every word is used somewhere.
    for word in WORDS:
        case_study(f"Told {word}", lead_organisation=organisations["council"])
    for number, record in enumerate(records):
        make(record, organisations)
        if number % 5 == 0:
            current()  # so that the next ones are followed and not read with all
    known = known_now()
    for choice in choices[:30]:
        check(known, choice)

    shown = sorted(known)
    CaseStudyPage.objects.get(pk=shown[0]).unpublish()
    CaseStudyConsent.objects.create(page_id=shown[1], withdrawn_at="2026-01-01T00:00Z")
    changed = CaseStudyPage.objects.get(pk=shown[2])
    changed.themes.set(Theme.objects.filter(slug="food"))
    changed.boroughs.set(Borough.objects.filter(slug="barnet"))
    changed.equality_groups.set(EqualityGroup.objects.filter(slug="carers"))
    changed.save_revision().publish()
    known = known_now()
    for choice in choices[30:]:
        check(known, choice)
