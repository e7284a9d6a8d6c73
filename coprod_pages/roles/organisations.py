"""Whose case studies a person may edit: those of the organisations they belong to."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from ..taxonomy.models import Organisation
from .groups import REVIEWERS, SITE_MANAGERS


def organisations_of(user: AbstractBaseUser) -> QuerySet[Organisation]:
    """The organisations that `user` belongs to."""
    return Organisation.objects.filter(memberships__user=user).distinct()


def organisation_ids_of(user: AbstractBaseUser) -> set[int]:
    """Their keys, read once for each user object: permission checks ask many times."""
    cached = getattr(user, "_coprod_organisation_ids", None)
    if cached is None:
        cached = set(user.organisation_memberships.values_list("organisation_id", flat=True))
        user._coprod_organisation_ids = cached
    return cached


def group_names_of(user: AbstractBaseUser) -> set[str]:
    """Names of the groups that `user` is in, read once for each user object."""
    cached = getattr(user, "_coprod_group_names", None)
    if cached is None:
        cached = set(user.groups.values_list("name", flat=True))
        user._coprod_group_names = cached
    return cached


def works_for_every_organisation(user: AbstractBaseUser) -> bool:
    """Whether `user` may edit case studies whoever looks after them."""
    return user.is_superuser or bool(group_names_of(user) & {REVIEWERS, SITE_MANAGERS})


def runs_the_site(user: AbstractBaseUser) -> bool:
    """Whether `user` looks after the whole site."""
    return user.is_superuser or SITE_MANAGERS in group_names_of(user)
