"""Invented case studies: like real ones to every part of the site, and the same each time."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.case_studies.querysets import CaseStudyQuerySet
from coprod_pages.compendium.models import CompendiumEntry, CompendiumPage
from coprod_pages.searching.models import IndexedWord, SearchDocument
from tests.editor_form import save
from tests.factories import case_study

pytestmark = pytest.mark.django_db


def generate(number: int, **options: object) -> CaseStudyQuerySet:
    """The case studies there are after the command, in the order they were made."""
    call_command("generate_case_studies", number, stderr=StringIO(), **options)
    return CaseStudyPage.objects.order_by("path")


def told(pages: CaseStudyQuerySet) -> list[tuple]:
    """What is the same for the same seed."""
    return list(
        pages.values_list("title", "slug", "summary", "need", "worked", "first_published_at")
    )


def test_the_tree_is_sound_and_goes_on_growing():
    case_study("Here before")
    generate(30, yes=True)
    generate(5, yes=True)
    new = case_study("Made afterwards")
    assert not any(Page.find_problems())
    assert CompendiumPage.objects.get().numchild == 37
    assert new.url_path.endswith("/compendium/made-afterwards/")


def test_the_same_seed_tells_the_same_also_in_two_steps():
    once = told(generate(30))
    CaseStudyPage.objects.all().delete()
    generate(12)
    assert told(generate(18)) == once
    CaseStudyPage.objects.all().delete()
    assert told(generate(30, seed=7)) != once


def test_no_two_titles_or_addresses_are_the_same():
    pages = generate(400)
    assert pages.values("title").distinct().count() == 400
    assert pages.values("slug").distinct().count() == 400


def test_what_is_stored_to_find_them_is_what_a_rebuild_writes():
    call_command("rebuild_search_index", stdout=StringIO())
    generate(40)

    def stored(model: type) -> list:
        return sorted(model.objects.values_list())

    models = (SearchDocument, CompendiumEntry, IndexedWord)
    at_first = [stored(model) for model in models]
    call_command("rebuild_search_index", stdout=StringIO())
    for model, rows in zip(models, at_first, strict=True):
        assert stored(model) == rows


def test_they_are_found_filtered_and_shown(client: Client):
    pages = generate(60)
    theme = pages[0].themes.first()
    number = pages.filter(themes=theme).count()
    listing = client.get("/compendium/", {"theme": theme.slug}).context["listing"]
    assert listing.total == number
    options = {option.slug: option.count for facet in listing.facets for option in facet.options}
    assert options[theme.slug] == number
    found = client.get("/compendium/", {"q": f'"{pages[3].title}"'}).context["listing"]
    assert [card.title for card in found.results] == [pages[3].title]
    assert pages[3].title in client.get(pages[3].url).content.decode()


def test_they_differ_as_real_ones_do():
    pages = generate(300)
    spelled = [
        pages.filter(need__icontains=word) | pages.filter(worked__icontains=word)
        for word in ("co-production", "coproduction", "co production")
    ]
    assert all(spelling.exists() for spelling in spelled)
    assert 70 <= pages.filter(has_lessons=False).count() <= 130
    assert set(pages.values_list("reach", flat=True)) == {
        "boroughs",
        "london-wide",
        "beyond-london",
    }
    assert pages.values("themes").distinct().count() >= 12
    assert not [page.title for page in pages if page.missing_to_publish()]


def test_a_few_words_are_in_most_and_most_words_in_few():
    generate(400)
    words = IndexedWord.objects
    assert words.get(word="community").uses > 350
    assert words.filter(uses__gt=200).count() < 180
    assert words.filter(uses__range=(8, 80)).count() > 400
    assert words.filter(uses__lt=4).count() > 1000


def test_one_can_be_edited_and_published_in_the_admin(admin_client: Client):
    page = generate(3)[1]
    save(admin_client, page, "publish", title="Edited by hand")
    page = CaseStudyPage.objects.get(pk=page.pk)
    assert page.title == "Edited by hand"
    assert page.latest_revision is not None
    listing = admin_client.get("/compendium/", {"q": "edited by hand"}).context["listing"]
    assert [card.title for card in listing.results][:1] == ["Edited by hand"]
    assert not any(Page.find_problems())


def test_real_case_studies_are_not_mixed_with_invented_ones_by_mistake():
    case_study("A real one")
    with pytest.raises(CommandError, match="--yes"):
        generate(1)
    assert CaseStudyPage.objects.count() == 1


def test_numbers_that_make_no_sense_are_refused():
    for number in (0, -1, 10_000_000):
        with pytest.raises(CommandError, match="from 1 to"):
            generate(number)
