"""Builds the search index of the public site anew."""

from typing import Any

from django.core.management.base import BaseCommand

from ...searching.indexing import rebuild


class Command(BaseCommand):
    """`manage.py rebuild_search_index`: needed after a restore, or a change to normalising."""

    help = "Index all live pages anew for the public search."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Pages indexed: {rebuild()}")
