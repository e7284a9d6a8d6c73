"""Giving a new site the synonyms it starts with."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry

from .models import SynonymGroup
from .starting_synonyms import STARTING_SYNONYMS
from .versions import terms_changed


def plant_synonyms() -> int:
    """Add the starting synonyms where there have never been any; returns how many groups.

    A list that editors have begun is theirs, and so is one that they have emptied: the log
    of the admin still knows of it. What a later version adds to the starting synonyms is
    for new sites.
    """
    if SynonymGroup.objects.exists() or _were_edited():
        return 0
    groups = [SynonymGroup(names="\n".join(names)) for names in STARTING_SYNONYMS]
    SynonymGroup.objects.bulk_create(groups)
    # Nobody is told about rows that are made in bulk.
    terms_changed()
    return len(groups)


def _were_edited() -> bool:
    kind = ContentType.objects.get_for_model(SynonymGroup)
    return ModelLogEntry.objects.filter(content_type=kind).exists()
