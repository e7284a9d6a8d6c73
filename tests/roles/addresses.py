"""Every address of the admin that is no page's: found from the resolver, filled in, asked."""

import re
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Group
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Site, Task, Workflow

from coprod_pages.roles.groups import CVS_EDITORS
from tests.roles.world import World

# Asked by page in `operations`, or open to everybody who may sign in.
ELSEWHERE = (
    *("pages/", "bulk/", "login/", "logout/", "password_reset/", "account/", "jsi18n/", "sprite/"),
    *("test404/", "failwhale/", "dismissibles/", "editing-sessions/", "choose-", ".*/"),
    # Answer only to a file just uploaded, to a search, or to a setting that we have none of.
    *(
        "api/main/images/find/",
        "api/main/documents/find/",
        "settings/",
        "redirects/import/process/",
    ),
    *("images/multiple/", "documents/multiple/", "images/<int:image_id>/generate_url/"),
    *("images/<int:image_id>/preview/", "workflows/tasks/add/", "workflows/remove/"),
    *("modeladmin/jsi18n/", "tag-autocomplete/", "embeds/", "block-preview/", "api/main/pages/"),
)


# Answer to POST alone.
POST_ONLY = (
    "reorder/",
    "outgoingmail/resend/",
    *("listmessage/check/", "listmessage/digest/", "listmessage/send/", "listmessage/test/"),
    "meetingregistration/cancel/",
    "meetingregistration/release/",
    "workflows/enable/",
    "workflows/tasks/enable/",
    "workflows/remove/",
    "reports/coverage/<slug:parameter>/",
)


DASHBOARD = "(the dashboard)"


def method_of(route: str) -> str:
    """How `route` is asked, see `world.ask`."""
    return "SHOW" if any(part in route for part in POST_ONLY) else "GET"


def _all(patterns: list[Any], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern).lstrip("^").removesuffix("$")
        if isinstance(pattern, URLResolver):
            yield from _all(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route


def admin_routes() -> list[str]:
    """The routes below /admin/ that are asked of every role, without those elsewhere."""
    routes = (route for route in _all(get_resolver().url_patterns) if route.startswith("admin/"))
    inside = (route.removeprefix("admin/") for route in routes)
    return sorted({route for route in inside if not route.startswith(ELSEWHERE)})


def address(world: World, route: str) -> str:
    """The address at `route`, with the number of a thing that is there."""
    if "<slug:parameter>" in route:
        empty = world.things["borough"].slug
        route = route.replace("<slug:parameter>", "borough").replace("<slug:slug>", empty)
    thing = _thing_at(world, route)
    key = str(getattr(thing, "pk", 1))
    if "revision" in route and hasattr(thing, "latest_revision_id"):
        revision = re.compile(r"<\w+:revision_id>|\(\?P<revision_id_\w>[^)]*\)")
        route = revision.sub(str(thing.latest_revision_id), route).replace(r"\.", ".")
    filled = re.sub(r"\(\?P<[^>]+>[^)]*\)|<[^>]+>", key, route)
    return f"/admin/{filled}"


def _thing_at(world: World, route: str) -> Any:
    model = re.match(r"(?:snippets/)?(?:choose/)?coprod_pages/(\w+)/", route)
    if model:
        return world.things[model.group(1)]
    area = route.split("/")[0]
    if area == "api":
        area = route.split("/")[2]
    if area == "users":
        return world.people["other"]
    if area == "groups":
        return Group.objects.get(name=CVS_EDITORS)
    if area == "workflows":
        model = Task if "task" in route else Workflow
        return model.objects.order_by("pk").last()
    if area == "sites":
        return Site.objects.get()
    return world.things.get(area.removesuffix("s"))
