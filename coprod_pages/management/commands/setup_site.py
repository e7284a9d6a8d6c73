"""Makes a new site ready to use: vocabularies, synonyms, sections, groups, collections, workflow."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Page, Site

from ...compendium.models import CompendiumPage
from ...continuum.pages import ContinuumPage
from ...continuum.seeds import plant_stages
from ...contributions.models import ContributePage
from ...editions.models import EditionIndexPage
from ...meetings.models import MeetingIndexPage
from ...news.models import NewsIndexPage
from ...roles.setup import (
    grant_new_section,
    remove_unused_default_groups,
    set_up_groups,
)
from ...searching.setup import plant_synonyms
from ...sign_off.setup import remove_default_workflow, set_up_workflow
from ...taxonomy.seeds import plant_vocabularies
from ...working_group.models import JoinPage, WorkingGroupPage


class Command(BaseCommand):
    """`manage.py setup_site`: may be run again at any time; it adds what is missing."""

    help = (
        "Create the vocabularies, synonyms, page tree, groups, permissions, collections and workflow "
        "that are missing. Never undoes an editor's change."
    )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        home = self.home_page()
        plant_vocabularies()
        plant_synonyms()
        continuum = plant_stages()
        # What editors have deleted since stays deleted: only the sections that permissions
        # hang on are made again.
        self.is_new = not CompendiumPage.objects.exists()
        compendium = self.page(home, CompendiumPage, "Compendium", "compendium")
        group = self.page(home, WorkingGroupPage, "Working group", "working-group")
        had_editions = EditionIndexPage.objects.exists()
        editions = self.page(home, EditionIndexPage, "Editions", "editions", show_in_menus=False)
        if not had_editions:
            grant_new_section("editions", editions)
        if self.is_new:
            self.page(home, ContinuumPage, "The continuum", "continuum", continuum=continuum)
            self.page(home, ContributePage, "Send us your example", "contribute")
            self.page(group, NewsIndexPage, "News", "news")
            self.page(group, MeetingIndexPage, "Meetings", "meetings")
            self.page(group, JoinPage, "Join us", "join")
        made = set_up_groups(
            {
                "root": Page.get_first_root_node(),
                "compendium": compendium,
                "working-group": group,
                "editions": editions,
            }
        )
        if made:
            remove_unused_default_groups()
        if set_up_workflow(compendium):
            remove_default_workflow()
        self.report("Groups", made)

    def home_page(self) -> Page:
        """The page that sections are made under. Raises `CommandError` without a site."""
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None:
            raise CommandError(
                "There is no default site. Create one under Settings › Sites, or run "
                "`manage.py migrate` on an empty database."
            )
        return site.root_page

    def page(self, parent: Page, model: type[Page], title: str, slug: str, **fields: Any) -> Page:
        """The page of this type below `parent`, made and published if there is none.

        A page that editors have renamed or moved is theirs and is not made again.
        """
        existing = model.objects.child_of(parent).first()
        if existing:
            return existing
        # Read anew: the children made before have changed its columns.
        parent = Page.objects.get(pk=parent.pk)
        page = model(title=title, slug=slug, **{"show_in_menus": True, **fields})
        parent.add_child(instance=page)
        page.save_revision().publish()
        self.stdout.write(f"Page made: {page.title}")
        return page

    def report(self, what: str, names: list[str]) -> None:
        """Say what was made."""
        if names:
            self.stdout.write(f"{what} made: {', '.join(names)}")
