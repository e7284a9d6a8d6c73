"""Applying the groups and what they may do. Idempotent; an editor's change is never undone.

A permission that a site manager or superuser has taken away stays away: permissions are
given when a group is made, and not again. A group that is missing is made anew.
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission, Page

from . import groups as data
from .membership import child_collection, grant_collection, grant_collection_management

# What `wagtail` itself makes in a new database, in the way of our own roles.
WAGTAIL_DEFAULT_GROUPS = ["Editors", "Moderators"]


@transaction.atomic
def set_up_groups(pages: dict[str, Page]) -> list[str]:
    """Make the groups that are missing; returns their names.

    `pages` are the pages that permissions are given on, by the names used in
    `PAGE_PERMISSIONS`.
    """
    made = []
    for name in data.GROUPS:
        group, created = Group.objects.get_or_create(name=name)
        if not created:
            continue
        made.append(name)
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        _grant_models(group)
        _grant_pages(group, pages)
        _grant_collections(group)
    return made


def grant_new_section(section: str, page: Page) -> None:
    """Give the groups that were there before a section what they may do in it."""
    for group in Group.objects.filter(name__in=data.GROUPS):
        wanted = data.PAGE_PERMISSIONS.get(group.name, [])
        _grant(group, page, [actions for name, actions in wanted if name == section])


def remove_unused_default_groups() -> None:
    """Remove Wagtail's own two groups where nobody is in them."""
    Group.objects.filter(name__in=WAGTAIL_DEFAULT_GROUPS, user__isnull=True).delete()


def _grant_models(group: Group) -> None:
    wanted = [
        ("coprod_pages", f"{action}_{model}")
        for model, actions in data.MODEL_PERMISSIONS.get(group.name, [])
        for action in actions
    ]
    wanted += data.OTHER_PERMISSIONS.get(group.name, [])
    for app_label, codename in wanted:
        group.permissions.add(
            Permission.objects.get(content_type__app_label=app_label, codename=codename)
        )


def _grant_pages(group: Group, pages: dict[str, Page]) -> None:
    for section, actions in data.PAGE_PERMISSIONS.get(group.name, []):
        _grant(group, pages[section], [actions])


def _grant(group: Group, page: Page, all_actions: list[tuple[str, ...]]) -> None:
    for action in (action for actions in all_actions for action in actions):
        GroupPagePermission.objects.create(
            group=group,
            page=page,
            permission=Permission.objects.get(
                content_type__app_label="wagtailcore", codename=f"{action}_page"
            ),
        )


def _grant_collections(group: Group) -> None:
    root = child_collection(None, data.SHARED_COLLECTION).get_parent()
    shared = child_collection(None, data.SHARED_COLLECTION)
    own = child_collection(None, data.WORKING_GROUP_COLLECTION)
    child_collection(None, data.ORGANISATIONS_COLLECTION)
    if group.name == data.CVS_EDITORS:
        grant_collection(group, shared, ["choose"])
    elif group.name == data.WORKING_GROUP:
        grant_collection(group, own, data.COLLECTION_ACTIONS)
        grant_collection(group, shared, data.COLLECTION_ACTIONS)
    else:
        grant_collection(group, root, data.COLLECTION_ACTIONS)
    if group.name == data.SITE_MANAGERS:
        grant_collection_management(group, root)
