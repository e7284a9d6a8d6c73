"""This site's set-up: the plugin's, and the general pages whose addresses are promised."""

from typing import Any

from coprod_pages.management.commands.setup_site import Command as PluginCommand
from home.models import ContentPage

# Title, address, whether the navigation shows it.
GENERAL_PAGES = [
    ("About", "about", True),
    ("Privacy", "privacy", False),
    ("Accessibility", "accessibility", False),
]


class Command(PluginCommand):
    """`manage.py setup_site` for this site."""

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if not self.is_new:
            return
        home = self.home_page()
        for title, slug, in_menus in GENERAL_PAGES:
            if home.get_children().filter(slug=slug).exists():
                continue
            page = ContentPage(title=title, slug=slug, show_in_menus=in_menus)
            type(home).objects.get(pk=home.pk).add_child(instance=page)
            page.save_revision().publish()
            self.stdout.write(f"Page made: {title}")
