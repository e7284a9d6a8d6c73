"""What this is compared with: search and listing as Wagtail's project template has them.

`search` does what the view of `wagtail start` does. Wagtail's index gets the whole texts of
case studies, as such a project would declare them; this site itself keeps only titles and
summaries there, for the admin.
"""

from typing import Any

from django.core.paginator import Paginator
from django.db import connection
from django.db.models import Count
from django.template import engines
from wagtail.models import Page
from wagtail.search import index

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.compendium.models import CompendiumPage
from coprod_pages.taxonomy.models import Borough, EqualityGroup, Theme

TEMPLATE = """<html><body><h1>Search</h1>{% load wagtailcore_tags %}
<ul>{% for result in results %}<li><h4><a href="{% pageurl result %}">{{ result }}</a></h4>
{% if result.search_description %}{{ result.search_description }}{% endif %}</li>{% endfor %}
</ul>{% if results.has_next %}<a href="?page={{ results.next_page_number }}">Next</a>{% endif %}
{{ results.paginator.num_pages }}</body></html>"""
WHOLE_TEXTS = ("need", "story", "worked", "did_not_work", "differently", "what_changed")


def prepare() -> None:
    """Let Wagtail index whole texts, through its own backend."""
    from django.conf import settings

    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "modelsearch.backends.database", "SEARCH_CONFIG": "english"}
    }
    CaseStudyPage.search_fields = [
        *CaseStudyPage.search_fields,
        *(index.SearchField(name) for name in WHOLE_TEXTS),
    ]


def render(results: Any) -> str:
    """A page of results with nothing but titles."""
    return engines["django"].from_string(TEMPLATE).render({"results": results})


def search(text: str) -> str:
    """`Page.objects.live().search(...)`, ten of them."""
    return render(Paginator(Page.objects.live().search(text), 10).page(1))


def listing(page: int = 0) -> str:
    """The children of the compendium, newest first; page 0 is the last one."""
    pages = CompendiumPage.objects.get().get_children().live().order_by("-first_published_at")
    paginator = Paginator(pages, 10)
    return render(paginator.page(page or paginator.num_pages))


def with_filters(chosen: dict[str, str]) -> Any:
    """The case studies with these terms."""
    return CaseStudyPage.objects.live().filter(
        boroughs__slug=chosen["borough"], themes__slug=chosen["theme"]
    )


def found(text: str, chosen: dict[str, str]) -> list[int]:
    """The numbers of the pages that answer. Filters go in as numbers: Wagtail's search knows
    no others on lists."""
    pages = CaseStudyPage.objects.live().filter(pk__in=with_filters(chosen).values("pk"))
    return [page.pk for page in pages.only("pk").search(text, order_by_relevance=False)]


FACET_FIELDS = ("themes", "boroughs", "equality_groups", "stage_rows__stage", "tags")


def grouped_facets(text: str, chosen: dict[str, str]) -> str:
    """A page of results with facets: one search, then one grouped query for each facet."""
    pages = CaseStudyPage.objects.filter(pk__in=found(text, chosen))
    for name in FACET_FIELDS:
        list(pages.order_by().values(name).annotate(number=Count("pk")))
    return results_of(text, chosen)


def single_facets(text: str, chosen: dict[str, str], values: int = 58) -> str:
    """A page of results with facets: one search for each of so many values."""
    lists = (("themes", Theme), ("boroughs", Borough), ("equality_groups", EqualityGroup))
    pairs = [(name, term) for name, model in lists for term in model.objects.all()]
    for name, term in pairs[:values]:
        narrowed = with_filters(chosen).filter(pk__in=CaseStudyPage.objects.filter(**{name: term}))
        CaseStudyPage.objects.live().filter(pk__in=narrowed.values("pk")).search(text).count()
    return results_of(text, chosen)


def results_of(text: str, chosen: dict[str, str]) -> str:
    """The first page of results through Wagtail's search."""
    pages = CaseStudyPage.objects.live().filter(pk__in=with_filters(chosen).values("pk"))
    return render(Paginator(pages.search(text), 10).page(1))


def fill_index() -> None:
    """Wagtail's index rows for all case studies, written by SQL from the texts at hand.

    `update_index` writes the same words one page after the other; at 100,000 that takes hours.
    """
    if is_filled():
        return
    rest = f"""FROM {CaseStudyPage._meta.db_table} c
        JOIN wagtailcore_page p ON p.id = c.page_ptr_id
        JOIN coprod_pages_searchdocument d ON d.page_id = p.id"""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM wagtailsearch_indexentry")
        if connection.vendor == "postgresql":
            cursor.execute(
                f"""INSERT INTO wagtailsearch_indexentry (object_id, content_type_id, title_norm,
                autocomplete, title, body, title_text, body_text)
                SELECT p.id::text, p.content_type_id, 1.0, to_tsvector('simple', p.title),
                setweight(to_tsvector('english', p.title), 'A'),
                setweight(to_tsvector('english', d.text), 'D'), p.title, d.text {rest}"""
            )
            cursor.execute("ANALYZE wagtailsearch_indexentry")
        else:
            cursor.execute(
                f"""INSERT INTO wagtailsearch_indexentry (object_id, content_type_id, title_norm,
                autocomplete, title, body)
                SELECT CAST(p.id AS text), p.content_type_id, 1.0, p.title, p.title,
                d.text {rest}"""
            )


def is_filled() -> bool:
    """Whether the rows of all case studies are there, with their texts."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM wagtailsearch_indexentry WHERE length(CAST(body AS text)) > 1000"
        )
        return cursor.fetchone()[0] >= 0.9 * CaseStudyPage.objects.count()
