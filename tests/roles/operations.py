"""Everything that can be asked of a page in the admin, by its address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail.models import Page

from tests.editor_form import new_case_study
from tests.roles.world import WITH_EDITOR as EDITABLE
from tests.roles.world import World

CASE_STUDIES = ("draft", "in review", "live")
WITH_EDITOR = tuple(EDITABLE)
SECTIONS = ("compendium", "group", "home")
# Pages that have been edited before.
EDITED = tuple(kind for kind in WITH_EDITOR if kind != "home")
FAR_FUTURE = "2099-01-01 10:00"


@dataclass(frozen=True)
class Operation:
    """One request: its name in the table, on which pages it makes sense, what is sent."""

    name: str
    method: str
    url: Callable[[World, Page], str]
    data: Callable[[World, str], dict[str, Any]] = lambda world, kind: {}
    kinds: tuple[str, ...] = WITH_EDITOR


def _at(view: str, *more: Any) -> Callable[[World, Page], str]:
    return lambda world, page: reverse(f"wagtailadmin_pages:{view}", args=[page.pk, *more])


def _revision(view: str) -> Callable[[World, Page], str]:
    return lambda world, page: reverse(
        f"wagtailadmin_pages:{view}", args=[page.pk, page.latest_revision_id]
    )


def _sent(**more: Any) -> Callable[[World, str], dict[str, Any]]:
    def data(world: World, kind: str) -> dict[str, Any]:
        changed = {"title": "Changed by the matrix"}
        return {**world.forms[kind], **changed, **more}

    return data


def _copy(**more: Any) -> Callable[[World, str], dict[str, Any]]:
    def data(world: World, kind: str) -> dict[str, Any]:
        parent = world.pages[kind].get_parent().pk
        names = {"new_title": "A copy", "new_slug": "a-copy", "new_parent_page": parent}
        return {**names, **more}

    return data


def _bulk(action: str) -> Callable[[World, Page], str]:
    def url(world: World, page: Page) -> str:
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        return f"{address}?id={page.pk}"

    return url


def _api(action: str) -> Callable[[World, Page], str]:
    return lambda world, page: f"/admin/api/main/pages/{page.pk}/action/{action}/"


def _decision(name: str) -> Callable[[World, Page], str]:
    def url(world: World, page: Page) -> str:
        state = page.current_workflow_task_state
        return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])

    return url


def _adding(world: World, page: Page) -> str:
    return reverse("wagtailadmin_pages:add", args=["coprod_pages", "casestudypage", page.pk])


def _collect(world: World, page: Page) -> str:
    state = page.current_workflow_task_state
    return reverse(
        "wagtailadmin_pages:collect_workflow_action_data", args=[page.pk, "reject", state.pk]
    )


def _task_preview(world: World, page: Page) -> str:
    task = page.current_workflow_task
    return reverse("wagtailadmin_pages:workflow_preview", args=[page.pk, task.pk])


def _task_detail(world: World, page: Page) -> str:
    state = page.current_workflow_state
    return reverse("wagtailadmin_pages:workflow_history_detail", args=[page.pk, state.pk])


def _compare(world: World, page: Page) -> str:
    return reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])


def _move_to_parent(world: World, page: Page) -> str:
    args = [page.pk, page.get_parent().pk]
    return reverse("wagtailadmin_pages:move_confirm", args=args)


def _position(world: World, page: Page) -> str:
    address = reverse("wagtailadmin_pages:set_page_position", args=[page.pk])
    return f"{address}?position=0"


def _workflow_button(name: str) -> Callable[[World, str], dict[str, Any]]:
    more = {"action-workflow-action": "true", "workflow-action-name": name}
    return lambda world, kind: {**world.forms[kind], **more}


def _parent(world: World, kind: str) -> dict[str, Any]:
    return {"chooser": world.pages[kind].get_parent().pk, "move_applicable": "on"}


ALIAS = ("alias",)
REVIEW = ("in review",)
UNPUBLISHED = ("draft", "in review", "meeting")
LEAVES = (*CASE_STUDIES, "news", "meeting")
COMPENDIUM = ("compendium",)


def _explore(world: World, page: Page) -> str:
    return reverse("wagtailadmin_explore", args=[page.pk])


def _choose(world: World, page: Page) -> str:
    return reverse("wagtailadmin_choose_page_child", args=[page.pk])


def _read(world: World, page: Page) -> str:
    return f"/admin/api/main/pages/{page.pk}/"


def _new(world: World, kind: str) -> dict[str, Any]:
    return new_case_study("New by the matrix")


def _new_published(world: World, kind: str) -> dict[str, Any]:
    # Complete, so that only the permission stands in the way.
    form = {**world.forms["live"], "slug": "new-by-the-matrix", "stage_rows-0-id": ""}
    return {**form, "stage_rows-INITIAL_FORMS": "0", "action-publish": "yes"}


LOOKING = [
    Operation("explore", "GET", _explore),
    Operation("choose a page below", "GET", _choose, kinds=SECTIONS),
    Operation("read by the API", "GET", _read),
    Operation("open the editor", "GET", _at("edit")),
    Operation("view the draft", "GET", _at("view_draft")),
    Operation("history", "GET", _at("history")),
    Operation("workflow history", "GET", _at("workflow_history")),
    Operation("workflow detail", "GET", _task_detail, kinds=REVIEW),
    Operation("preview for the task", "GET", _task_preview, kinds=REVIEW),
    Operation("collect a comment", "GET", _collect, kinds=REVIEW),
    Operation("usage", "GET", _at("usage")),
    Operation("compare", "GET", _compare, kinds=EDITED),
    Operation("view a revision", "GET", _revision("revisions_view"), kinds=EDITED),
    Operation("open a revision", "GET", _revision("revisions_revert"), kinds=CASE_STUDIES),
    Operation("open copy", "GET", _at("copy"), kinds=LEAVES),
    Operation("open move", "GET", _at("move"), kinds=LEAVES),
    Operation("open delete", "GET", _at("delete")),
    Operation("open unpublish", "GET", _at("unpublish"), kinds=("live", "news")),
    Operation("open privacy", "GET", _at("set_privacy")),
    Operation("choose what to add", "GET", _at("add_subpage"), kinds=("compendium", "home")),
    Operation("open a new case study", "GET", _adding, kinds=COMPENDIUM),
]

CHANGING = [
    Operation("save", "POST", _at("edit"), _sent()),
    Operation("publish", "POST", _at("edit"), _sent(**{"action-publish": "yes"})),
    Operation("submit", "POST", _at("edit"), _sent(**{"action-submit": "yes"}), CASE_STUDIES),
    Operation(
        "schedule",
        "POST",
        _at("edit"),
        _sent(**{"action-publish": "yes", "go_live_at": FAR_FUTURE}),
        LEAVES,
    ),
    Operation("preview", "SHOW", _at("preview_on_edit"), _sent(), CASE_STUDIES),
    Operation("save an older text", "POST", _revision("revisions_revert"), _sent(), CASE_STUDIES),
    Operation(
        "publish an older text",
        "POST",
        _revision("revisions_revert"),
        _sent(**{"action-publish": "yes"}),
        CASE_STUDIES,
    ),
    Operation("unschedule", "POST", _revision("revisions_unschedule"), kinds=("scheduled",)),
    Operation("begin a case study", "POST", _adding, _new, COMPENDIUM),
    Operation("begin and publish", "POST", _adding, _new_published, COMPENDIUM),
    Operation("copy", "POST", _at("copy"), _copy(), LEAVES),
    Operation("copy and publish", "POST", _at("copy"), _copy(publish_copies="on"), LEAVES),
    Operation("copy as an alias", "POST", _at("copy"), _copy(alias="on"), LEAVES),
    Operation("convert an alias", "POST", _at("convert_alias"), kinds=ALIAS),
    Operation("move", "POST", _move_to_parent, kinds=LEAVES),
    Operation("change the order", "POST", _position, kinds=("live", "group")),
    Operation("delete", "POST", _at("delete")),
    Operation("unpublish", "POST", _at("unpublish"), kinds=("live", "news", "compendium")),
    Operation(
        "set privacy",
        "POST",
        _at("set_privacy"),
        lambda world, kind: {"restriction_type": "login"},
    ),
    Operation("lock", "POST", _at("lock"), kinds=LEAVES),
    Operation("unlock", "POST", _at("unlock"), kinds=("locked",)),
    Operation("approve", "POST", _decision("approve"), kinds=REVIEW),
    Operation("reject", "POST", _decision("reject"), lambda world, kind: {"comment": "?"}, REVIEW),
    Operation("approve in the editor", "POST", _at("edit"), _workflow_button("approve"), REVIEW),
    Operation("reject in the editor", "POST", _at("edit"), _workflow_button("reject"), REVIEW),
    Operation(
        "cancel the review",
        "POST",
        _at("edit"),
        lambda world, kind: {**world.forms[kind], "action-cancel-workflow": "yes"},
        REVIEW,
    ),
    Operation("bulk publish", "POST", _bulk("publish"), kinds=UNPUBLISHED),
    Operation("bulk unpublish", "POST", _bulk("unpublish"), kinds=("live", "news")),
    Operation("bulk delete", "POST", _bulk("delete")),
    Operation("bulk move", "POST", _bulk("move"), _parent, CASE_STUDIES),
    Operation("API publish", "POST", _api("publish"), kinds=UNPUBLISHED),
    Operation("API unpublish", "POST", _api("unpublish"), kinds=("live", "news")),
    Operation("API delete", "POST", _api("delete")),
    Operation("API copy", "POST", _api("copy"), lambda *_: {"keep_live": "false"}, LEAVES),
    Operation("API copy live", "POST", _api("copy"), kinds=LEAVES),
    Operation(
        "API alias", "POST", _api("create_alias"), lambda *_: {"update_slug": "again"}, LEAVES
    ),
    Operation("API convert alias", "POST", _api("convert_alias"), kinds=ALIAS),
    Operation(
        "API move",
        "POST",
        _api("move"),
        lambda world, kind: {
            "destination_page_id": world.pages[kind].get_parent().pk,
            "position": "first-child",
        },
        CASE_STUDIES,
    ),
    Operation(
        "API revert",
        "POST",
        _api("revert_to_page_revision"),
        lambda world, kind: {"revision_id": world.pages[kind].latest_revision_id},
        ("draft", "news"),
    ),
]

OPERATIONS = [*LOOKING, *CHANGING]
KINDS = [*WITH_EDITOR, "alias", "scheduled", "locked"]


def operations_on(kind: str) -> list[Operation]:
    """What can be asked of a page of this kind."""
    return [operation for operation in OPERATIONS if kind in operation.kinds]
