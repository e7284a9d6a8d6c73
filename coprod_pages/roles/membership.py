"""Belonging to an organisation, and the collection of files that comes with it.

Wagtail gives permissions on collections to groups and not to people. Each organisation with
members therefore has a group of its own behind the scenes, kept in step here; it is not one
of the roles and nobody has to know of it.
"""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser, Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission

from ..taxonomy.models import Organisation
from .groups import COLLECTION_ACTIONS, ORGANISATIONS_COLLECTION
from .models import OrganisationMembership

GROUP_PREFIX = "Files of: "


@transaction.atomic
def set_organisations(user: AbstractBaseUser, organisations: Iterable[Organisation]) -> None:
    """Make `user` a member of exactly these organisations, with access to their files."""
    chosen = list(organisations)
    OrganisationMembership.objects.filter(user=user).exclude(organisation__in=chosen).delete()
    for organisation in chosen:
        OrganisationMembership.objects.get_or_create(user=user, organisation=organisation)
    stale = Group.objects.filter(user=user, name__startswith=GROUP_PREFIX)
    user.groups.remove(*stale)
    user.groups.add(*(files_group_of(organisation) for organisation in chosen))


def files_group_of(organisation: Organisation) -> Group:
    """The group whose members may use the organisation's files, made when first needed."""
    group, created = Group.objects.get_or_create(name=_files_group_name(organisation))
    if created:
        grant_collection(group, collection_of(organisation), COLLECTION_ACTIONS)
    return group


def collection_of(organisation: Organisation) -> Collection:
    """The organisation's own collection of pictures and documents, made when first needed.

    Known by the group that may use it and not by its name: an organisation may take a name
    that another one had before.
    """
    parent = child_collection(None, ORGANISATIONS_COLLECTION)
    inside = parent.get_children()
    group_name = _files_group_name(organisation)
    own = inside.filter(group_permissions__group__name=group_name).first()
    if own:
        return own
    same_name = inside.filter(name=organisation.name[:255])
    if same_name.filter(group_permissions__group__name__startswith=GROUP_PREFIX).exists():
        return parent.add_child(name=f"{organisation.name[:240]} ({organisation.pk})")
    return same_name.first() or parent.add_child(name=organisation.name[:255])


def _files_group_name(organisation: Organisation) -> str:
    # By key and not by name: organisations are renamed, and group names are short.
    return f"{GROUP_PREFIX}{organisation.pk}"


def child_collection(parent: Collection | None, name: str) -> Collection:
    """The collection `name` below `parent` (or the root), made if it is not there."""
    parent = parent or Collection.get_first_root_node()
    existing = parent.get_children().filter(name=name[:255]).first()
    return existing or parent.add_child(name=name[:255])


def grant_collection(group: Group, collection: Collection, actions: Iterable[str]) -> None:
    """Let `group` do `actions` with the pictures and documents of `collection`."""
    codenames = [f"{action}_{kind}" for action in actions for kind in ("image", "document")]
    _grant(group, collection, ["wagtailimages", "wagtaildocs"], codenames)


def grant_collection_management(group: Group, collection: Collection) -> None:
    """Let `group` add and rename the collections below `collection`."""
    _grant(group, collection, ["wagtailcore"], ["add_collection", "change_collection"])


def _grant(
    group: Group, collection: Collection, app_labels: list[str], codenames: list[str]
) -> None:
    permissions = Permission.objects.filter(
        content_type__app_label__in=app_labels, codename__in=codenames
    )
    for permission in permissions:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permission
        )
