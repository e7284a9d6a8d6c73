"""Looks whether the page tree is sound. Run it every night."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

# In the order that treebeard's `find_problems` reports them.
PROBLEMS = [
    "characters that are not allowed in a path",
    "a path of the wrong length",
    "no parent",
    "a wrong depth",
    "a wrong number of children",
]


class Command(BaseCommand):
    """`manage.py check_page_tree`: says what is wrong and exits with an error; mends nothing."""

    help = "Report pages whose place in the tree is broken. `fixtree` mends them."

    def handle(self, *args: Any, **options: Any) -> None:
        found = [
            f"{len(keys)} with {problem}: {', '.join(map(str, keys[:20]))}"
            for problem, keys in zip(PROBLEMS, Page.find_problems(), strict=True)
            if keys
        ]
        if found:
            raise CommandError("The page tree is broken.\n" + "\n".join(found))
        self.stdout.write("The page tree is sound.")
