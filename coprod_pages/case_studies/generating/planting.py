"""Stores invented case studies, a thousand at a time: pages, their rows, what finds them.

Django cannot create pages of a model with parents in bulk, so the two tables of a page are
written one after the other, with places in the tree worked out as treebeard does. Wagtail's
own index, its index of references and revisions are left out; editing makes a revision.
"""

import gc
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, Model
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from ...continuum.models import ContinuumStage
from ...searching.indexing import document_of, recount_words, store
from ...searching.versions import everything_changed
from ...taxonomy.models import (
    Borough,
    EqualityGroup,
    Organisation,
    OrganisationKind,
    Tag,
    Term,
    Theme,
)
from ..models import CaseStudyPage
from ..rows import CaseStudyPartner, CaseStudyStage, CaseStudyTag
from .names import organisation_names
from .sentences import TAGS
from .writing import Sizes, Told, Writer

AT_ONCE = 1000
ORGANISATIONS = 60


def plant(parent: Page, number: int, seed: int) -> Iterator[int]:
    """Put so many case studies below `parent`; gives how many there are after each step.

    The same seed goes on where it stopped: 100 and then 900 are the same as 1,000.
    """
    planter = Planter(parent, seed)
    gc.freeze()  # what is loaded is no garbage: looking at it again and again takes a tenth of all
    for start in range(0, number, AT_ONCE):
        step = range(start, min(start + AT_ONCE, number))
        planter.plant(
            [planter.writer.write(planter.first + n) for n in step], planter.first + start
        )
        yield step.stop
    recount_words()
    everything_changed()


class Terms:
    """The values that case studies are given, read or made once."""

    @transaction.atomic  # hundreds of commits would take a minute
    def __init__(self) -> None:
        self.themes = {theme.slug: theme for theme in Theme.objects.all()}
        self.boroughs = list(Borough.objects.order_by("abbreviation"))
        self.stages = list(ContinuumStage.objects.published().order_by("continuum", "sort_order"))
        self.groups = list(EqualityGroup.objects.order_by("sort_order", "pk"))
        kinds = {kind.slug: kind for kind in OrganisationKind.objects.all()}
        self.organisations = [
            Organisation.objects.select_related("kind").get_or_create(
                name=name, defaults={"kind": kinds.get(kind)}
            )[0]
            for name, kind in organisation_names(ORGANISATIONS)
        ]
        have = {tag.name.lower(): tag.preferred for tag in Tag.objects.select_related("alias_of")}
        self.tags = [have.get(name.lower()) or Tag.objects.create(name=name) for name in TAGS]


class Planter:
    """Stores case studies below one page."""

    def __init__(self, parent: Page, seed: int) -> None:
        self.parent_pk = parent.pk
        self.terms = terms = Terms()
        mark = f"invented-{seed}-"
        self.mark = mark
        self.first = CaseStudyPage.objects.filter(source_id__startswith=mark).count()
        self.content_type = ContentType.objects.get_for_model(CaseStudyPage)
        titles = set(Page.objects.child_of(parent).values_list("title", flat=True))
        names = [organisation.name for organisation in terms.organisations]
        sizes = Sizes(
            boroughs=len(terms.boroughs),
            stages=len(terms.stages),
            equality_groups=len(terms.groups),
            tags=len(terms.tags),
            organisations=names,
        )
        self.writer = Writer(seed, sizes, titles)

    @transaction.atomic
    def plant(self, told: list[Told], first: int) -> None:
        """Store these case studies, the first of them with the number `first`."""
        # Read and locked anew for each step: meanwhile others may have made pages below it.
        parent = Page.objects.select_for_update().get(pk=self.parent_pk)
        last = parent.get_children().order_by("-path").values_list("path", flat=True).first()
        step = Page._str2int(last[-Page.steplen :]) if last else 0
        pages = []
        for n, story in enumerate(told):
            page = self._page(parent, story, first + n)
            page.path = Page._get_path(parent.path, parent.depth + 1, step + 1 + n)
            page.depth = parent.depth + 1
            page.url_path = f"{parent.url_path}{page.slug}/"
            pages.append(page)
        self._store_pages(pages)
        Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))
        for page, story in zip(pages, told, strict=True):
            self._add_rows(page, story)
        self._store_rows(pages)
        store(pages, [document_of(page) for page in pages], with_words=False)

    def _page(self, parent: Page, told: Told, number: int) -> CaseStudyPage:
        lead = self.terms.organisations[told.organisation]
        page = CaseStudyPage(
            title=told.title,
            draft_title=told.title,
            slug=f"{slugify(told.title)[:200]}-{number + 1}",
            content_type=self.content_type,
            locale_id=parent.locale_id,
            live=True,
            first_published_at=timezone.make_aware(told.published),
            last_published_at=timezone.make_aware(told.changed),
            latest_revision_created_at=timezone.make_aware(told.changed),
            summary=told.summary,
            need=told.need,
            story=[("paragraph", text) for text in told.story],
            worked=told.worked,
            did_not_work=told.did_not_work,
            differently=told.differently,
            what_changed=told.what_changed,
            lead_organisation=lead,
            looked_after_by=lead,
            reach=told.reach,
            place=told.place,
            start_date=told.started,
            start_precision="month",
            source_id=f"{self.mark}{number}",
        )
        page.has_lessons = page.tells_of_difficulty()
        return page

    def _store_pages(self, pages: list[CaseStudyPage]) -> None:
        for page, (key,) in zip(pages, insert_columns(Page, pages), strict=True):
            page.pk = page.id = key
            page._state.adding = False
        insert_columns(CaseStudyPage, pages)

    def _add_rows(self, page: CaseStudyPage, told: Told) -> None:
        """Give the page its rows in memory, where modelcluster looks for them first."""
        terms = self.terms
        themes = [terms.themes[slug] for slug in told.themes if slug in terms.themes]
        # Lists are in their order, as the database gives them.
        page._cluster_related_objects = {
            "boroughs": in_list_order(terms.boroughs[n] for n in told.boroughs),
            "themes": in_list_order(themes),
            "equality_groups": in_list_order(terms.groups[n] for n in told.equality_groups),
            "tagged_items": [
                CaseStudyTag(content_object=page, tag=terms.tags[n]) for n in told.tags
            ],
            "stage_rows": [
                CaseStudyStage(page=page, stage=terms.stages[n], note=note, sort_order=order)
                for order, (n, note) in enumerate(zip(told.stages, told.notes, strict=True))
            ],
            "partners": []
            if told.partner in (None, told.organisation)
            else [
                CaseStudyPartner(
                    page=page, organisation=terms.organisations[told.partner], sort_order=0
                )
            ],
            "evidence": [],
            "pinned_related": [],
        }

    def _store_rows(self, pages: list[CaseStudyPage]) -> None:
        rows: dict[type[Model], list[Any]] = {}
        for page in pages:
            held = page._cluster_related_objects
            for name in ("tagged_items", "stage_rows", "partners"):
                for row in held[name]:
                    rows.setdefault(type(row), []).append(row)
            for name in ("boroughs", "themes", "equality_groups"):
                field = CaseStudyPage._meta.get_field(name)
                through = field.remote_field.through
                for term in held[name]:
                    keys = {
                        f"{field.m2m_field_name()}_id": page.pk,
                        f"{field.m2m_reverse_field_name()}_id": term.pk,
                    }
                    rows.setdefault(through, []).append(through(**keys))
        for model, some in rows.items():
            model._base_manager.bulk_create(some)


def in_list_order(terms: Iterable[Term]) -> list[Term]:
    """The terms as their list has them."""
    return sorted(terms, key=lambda term: (term.sort_order, term.name))


def insert_columns(model: type[Page], pages: list[CaseStudyPage]) -> list[tuple[int]]:
    """Write the one table of `model` for all pages; gives the keys that the database chose.

    `bulk_create` does the same, but refuses models with parents.
    """
    queryset = model._base_manager.get_queryset()
    queryset._for_write = True
    fields = model._meta.local_concrete_fields
    return queryset._batched_insert(pages, [f for f in fields if f.name != "id"], None)
