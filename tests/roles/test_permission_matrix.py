"""Every role against every address of the admin and everything that can be asked of a page."""

import pytest

from tests.roles.addresses import DASHBOARD, address, admin_routes, method_of
from tests.roles.matrix import address_table, page_table
from tests.roles.operations import KINDS, operations_on
from tests.roles.world import ROLES, World, ask

pytestmark = pytest.mark.django_db


def test_the_table_of_pages_names_everything_that_can_be_asked() -> None:
    asked = {(kind, operation.name) for kind in KINDS for operation in operations_on(kind)}

    assert set(page_table()) == asked


def test_the_table_of_addresses_names_every_address_of_the_admin() -> None:
    assert set(address_table()) == {route or DASHBOARD for route in admin_routes()}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_role_may_do_to_a_page_what_the_table_says_and_nothing_else(
    world: World, kind: str, role: str
) -> None:
    table, column = page_table(), ROLES.index(role)
    page, client = world.pages[kind], world.clients[role]
    expected, found = {}, {}

    for operation in operations_on(kind):
        expected[operation.name] = table[kind, operation.name][column]
        url, data = operation.url(world, page), operation.data(world, kind)
        found[operation.name] = ask(client, operation.method, url, data)[0]

    assert found == expected


@pytest.mark.parametrize("role", ROLES)
def test_a_role_reaches_the_addresses_that_the_table_gives_it(world: World, role: str) -> None:
    column, client = ROLES.index(role), world.clients[role]
    expected, found = {}, {}

    for route, cells in address_table().items():
        route = route.replace(DASHBOARD, "")
        expected[route] = cells[column]
        found[route] = ask(client, method_of(route), address(world, route))[0]

    assert found == expected
