"""Whatever is typed, at any parameter of any surface: an answer, never an error page or markup.

`benchmarks/hostile.py` throws thousands of inputs at each parameter; this keeps watch.
"""

import random
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import case_study
from tests.hostile_input import (
    PATHS,
    PICTURE,
    PIECES,
    SCRIPT,
    SURFACES,
    Surface,
    ask,
    complaints,
    hostile_query,
    hostile_value,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_case_study")]

named = pytest.mark.parametrize(
    "surface", SURFACES, ids=lambda surface: f"{surface.path}{surface.always and '?type'}"
)
few = settings(
    max_examples=15,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def a_case_study(db: None) -> None:
    """Something to be found, whose own words are hostile as well."""
    case_study(f"Gardens {SCRIPT}", summary=f"Carers {PICTURE}", tags=["<b>meals</b>"])


def visitor() -> Client:
    return Client(raise_request_exception=False)


@named
@few
@given(st.data())
def test_any_text_is_answered(surface: Surface, data: st.DataObject) -> None:
    asked = data.draw(
        st.lists(
            st.tuples(
                st.sampled_from(surface.parameters),
                # Every character that can be sent: a lone surrogate cannot.
                st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(PIECES),
            ),
            min_size=1,
            max_size=4,
        )
    )
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in asked)

    response = ask(visitor(), surface.path, f"{surface.always}&{query}")

    assert complaints(surface, response) == []


@named
def test_every_parameter_takes_hostile_input(surface: Surface) -> None:
    dice = random.Random(surface.path)
    client = visitor()

    for parameter in surface.parameters:
        for _ in range(3):
            query = hostile_query(dice, surface, parameter)
            assert complaints(surface, ask(client, surface.path, query)) == [], query


@pytest.mark.parametrize(
    "surface", [surface for surface in SURFACES if not surface.path.startswith("/api/")]
)
def test_all_parameters_take_hostile_input_together(surface: Surface) -> None:
    dice = random.Random(surface.path)
    client = visitor()
    names = [name for name in surface.parameters if name != "page"]  # which ends in a 404

    for _ in range(20):
        query = "&".join(f"{name}={hostile_value(dice)}" for name in names)
        response = ask(client, surface.path, query)
        assert complaints(surface, response) == [], query
        assert response.status_code == 200, query


@pytest.mark.parametrize("pattern", PATHS)
def test_every_address_is_answered(pattern: str) -> None:
    dice = random.Random(pattern)
    client = visitor()

    for _ in range(15):
        path = pattern.format(hostile_value(dice))
        assert complaints(Surface(path, [], ""), ask(client, path)) == [], path


def surfaces_with(parameter: str) -> Iterator[Surface]:
    return (surface for surface in SURFACES if parameter in surface.parameters)


@pytest.mark.parametrize("parameter", ["q", "query", "tag", "search"])
def test_what_is_typed_is_shown_as_text(parameter: str) -> None:
    for surface in surfaces_with(parameter):
        for typed in (SCRIPT, PICTURE, "</title><script>hostile()</script>"):
            query = f"{surface.always}&{parameter}={quote(typed)}"
            response = ask(visitor(), surface.path, query)

            assert response.status_code == 200, surface
            assert complaints(surface, response) == [], surface
