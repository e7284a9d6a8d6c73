"""What of a case study gets into an edition, and how its rich text becomes blocks."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.images import get_image_model
from wagtail.rich_text import RichText

from coprod_pages import shown_pictures
from coprod_pages.editions.bodies import body_blocks
from coprod_pages.editions.pictures import WagtailPictures
from coprod_pages.editions.rich_text import rich_text_blocks
from coprod_pages.editions.story import case_study_blocks
from coprod_pages.editions.tree import (
    Block,
    CallOut,
    Facts,
    Heading,
    Items,
    Line,
    Paragraph,
    Picture,
    Quotation,
    all_blocks,
)
from coprod_pages.editions.wording import printed_address, words_of
from tests.factories import OrganisationFactory, case_study

ADDRESS = "https://compendium.example/compendium/a-story/"
pytestmark = pytest.mark.django_db


def blocks_of(page: Any, **changed: Any) -> tuple[Block, ...]:
    asked = {"length": "full", "plain_language": False, "level": 2, "anchor": "cs", **changed}
    return case_study_blocks(page, address=ADDRESS, **asked)


def headings_of(blocks: tuple[Block, ...]) -> list[tuple[int, str]]:
    return [(b.level, b.text) for b in all_blocks(blocks) if isinstance(b, Heading)]


def facts_of(blocks: tuple[Block, ...]) -> dict[str, str]:
    return {
        name: words_of(value)
        for block in blocks
        if isinstance(block, Facts)
        for name, value in block.rows
    }


def links_of(blocks: tuple[Block, ...]) -> list[str]:
    return [
        run.link
        for block in all_blocks(blocks)
        if isinstance(block, Paragraph)
        for run in block.runs
        if run.link
    ]


@pytest.fixture
def picture() -> Any:
    file = BytesIO()
    Image.new("RGB", (2400, 1600), "#0b5563").save(file, "JPEG")
    file.seek(0)
    return get_image_model().objects.create(title="A garden", file=ImageFile(file, "garden.jpg"))


def test_a_case_study_is_told_in_full_and_empty_parts_are_left_out() -> None:
    page = case_study(
        "A lunch club",
        lead_organisation=OrganisationFactory(name="Hackney Neighbours"),
        participants=1200,
        credit="By the residents, CC BY 4.0",
        stages=["need"],
    )

    blocks = blocks_of(page)

    assert headings_of(blocks) == [
        (2, "A lunch club"),
        (3, "The need, and who agreed it was the need"),
        (3, "What we did together"),
        (3, "What worked"),
        (3, "What did not work, tensions and limits"),
    ]
    assert facts_of(blocks)["Led by"] == "Hackney Neighbours"
    assert facts_of(blocks)["How many people"] == "1,200"
    assert "Funder" not in facts_of(blocks)
    said = [words_of(block.runs) for block in blocks if isinstance(block, Paragraph)]
    assert said[-2:] == [
        "By the residents, CC BY 4.0",
        "Read it online: compendium.example/compendium/a-story",
    ]


def test_its_places_on_the_line_are_marked() -> None:
    line = next(b for b in blocks_of(case_study(stages=["need"])) if isinstance(b, Line))

    assert [stage.is_here for stage in line.stages] == [True, *[False] * (len(line.stages) - 1)]
    assert line.description == "This case study was at: Need: understand the need."


def test_in_short_it_is_what_a_list_says_of_it() -> None:
    blocks = blocks_of(case_study("A lunch club", funder="The Lottery"), length="short")

    assert headings_of(blocks) == [(2, "A lunch club")]
    assert "Funder" not in facts_of(blocks)
    assert facts_of(blocks)["Where"] == "Hackney"


def test_a_place_that_is_all_that_is_known_of_where_is_said_once() -> None:
    beyond = case_study(reach="beyond-london", place="Sopot, Poland", boroughs=[])
    hackney = case_study(place="Homerton")

    assert facts_of(blocks_of(beyond))["Where"] == "Sopot, Poland"
    assert "Place" not in facts_of(blocks_of(beyond))
    assert facts_of(blocks_of(hackney))["Place"] == "Homerton"


def test_a_table_that_would_only_repeat_the_place_line_is_left_out() -> None:
    page = case_study(
        reach="beyond-london", place="Sopot, Poland", boroughs=[], themes=[], stages=[]
    )
    page.lead_organisation = None

    assert not [block for block in blocks_of(page) if isinstance(block, Facts)]


def test_partners_have_what_they_did_in_brackets() -> None:
    page = case_study()
    halcrow = OrganisationFactory(name="Halcrow Foundation")
    page.partners.create(organisation=halcrow, role="Funder", sort_order=0)

    assert facts_of(blocks_of(page))["Together with"] == "Halcrow Foundation (Funder)"


def test_a_source_is_printed_once_in_a_story() -> None:
    source = "https://example.org/how-it-was/"
    linked = case_study(need=f'<p>See <a href="{source}">how it was</a>.</p>', source_link=source)
    named = case_study(credit="By the residents, CC BY 4.0", source_link=source)
    twice = case_study(
        need=f'<p><a href="{source}">One</a> and <a href="{source}">two</a>.</p>', source_link=""
    )

    assert links_of(blocks_of(linked)).count(source) == 1
    said = [words_of(block.runs) for block in blocks_of(named) if isinstance(block, Paragraph)]
    assert said[-2] == "By the residents, CC BY 4.0. Read it at the source"
    runs = [
        run
        for block in all_blocks(blocks_of(twice))
        if isinstance(block, Paragraph)
        for run in block.runs
        if run.link == source
    ]
    assert [printed_address(run) for run in runs] == ["example.org/how-it-was", ""]


def test_the_plain_version_stands_in_for_the_story_where_there_is_one() -> None:
    plain = case_study(plain_language="<p>We ate together.</p>")

    assert (3, "In plain language") in headings_of(blocks_of(plain, plain_language=True))
    assert (3, "What worked") not in headings_of(blocks_of(plain, plain_language=True))
    assert (3, "What worked") in headings_of(blocks_of(plain))
    assert (3, "What worked") in headings_of(blocks_of(case_study("B"), plain_language=True))


def test_every_kind_of_block_of_a_story_is_told(picture: Any) -> None:
    image = {"image": picture.pk, "alt_text": "Beans", "decorative": False}
    decoration = {"image": picture.pk, "alt_text": "", "decorative": True}
    page = case_study(
        story=[
            {"type": "heading", "value": "How it began"},
            {"type": "paragraph", "value": "<h3>Soup</h3><p>It was hot.</p>"},
            {"type": "picture", "value": {"image": image, "caption": "By Ada"}},
            {"type": "picture", "value": {"image": decoration, "caption": ""}},
            {"type": "quotation", "value": {"quotation": "At last.", "named_as": "Ada"}},
            {"type": "call_out", "value": {"heading": "Try", "text": "<p>Ask.</p>"}},
            {"type": "key_figures", "value": [{"figure": "57", "meaning": "people"}]},
            {"type": "timeline", "value": [{"when": "March", "what": "Soup"}]},
            {
                "type": "video",
                "value": {
                    "address": "https://example.org/film",
                    "title": "The first year",
                    "length": "4 minutes",
                    "captions": "captions",
                },
            },
        ]
    )

    blocks = body_blocks(page.story, 3)

    assert headings_of(blocks) == [(3, "How it began"), (4, "Soup")]
    pictures = [block for block in blocks if isinstance(block, Picture)]
    assert [(p.alt, p.caption) for p in pictures] == [("Beans", "By Ada"), ("", "")]
    assert next(b for b in blocks if isinstance(b, Quotation)) == Quotation("At last.", "Ada")
    assert next(b for b in blocks if isinstance(b, CallOut)).title == "Try"
    assert facts_of(blocks) == {"people": "57", "March": "Soup"}
    assert links_of(blocks) == ["https://example.org/film"]


def test_links_are_whole_addresses_and_only_safe_ones(picture: Any) -> None:
    page = case_study("Linked to")
    blocks = rich_text_blocks(
        f'<p><a linktype="page" id="{page.pk}">a page</a> <a href="/here/">here</a>'
        '<a href="javascript:alert(1)">bad</a><a href="file:///etc/passwd">worse</a>'
        '<a href="mailto:a@example.org">mail</a></p><script>alert(1)</script>',
        2,
    )

    assert links_of(blocks) == [
        page.full_url,
        f"{page.get_site().root_url}/here/",
        "mailto:a@example.org",
    ]
    assert "alert" not in words_of(blocks[0].runs)
    assert "badworse" in words_of(blocks[0].runs)


def test_rich_text_keeps_its_lists_and_never_skips_a_level() -> None:
    blocks = rich_text_blocks(
        "<h4>Deep first</h4><p>a<br/>b</p><ul><li>One<ol><li>Inner</li></ol></li><li></li></ul>"
        "<h3>Higher</h3><h6>Deepest</h6>loose <b>words</b>",
        3,
    )

    assert headings_of(blocks) == [(3, "Deep first"), (3, "Higher"), (4, "Deepest")]
    listed = next(block for block in blocks if isinstance(block, Items))
    assert len(listed.items) == 1
    assert listed.items[0][1].numbered
    assert words_of(blocks[1].runs) == "a\nb"
    assert words_of(blocks[-1].runs) == "loose words"


def test_a_block_of_another_site_is_read_for_its_words() -> None:
    class Child:
        block_type = "their_own"
        value = RichText("<p>Theirs</p>")

    assert words_of(body_blocks([Child()], 2)[0].runs) == "Theirs"


def test_pictures_come_at_print_size_unless_they_are_withheld(
    picture: Any, monkeypatch: Any
) -> None:
    pictures = WagtailPictures()
    with Image.open(BytesIO(pictures.get(str(picture.pk)))) as image:
        assert max(image.size) == 1600

    class NobodyAgrees:
        def withheld(self, keys: Any = None) -> set[int]:
            return {picture.pk}

    monkeypatch.setitem(shown_pictures._asked, "test", NobodyAgrees())
    assert pictures.get(str(picture.pk)) is None


def test_a_lost_or_unknown_picture_is_nothing(picture: Any) -> None:
    picture.file.storage.delete(picture.file.name)

    assert WagtailPictures().get(str(picture.pk)) is None
    assert WagtailPictures().get("999999") is None
    assert WagtailPictures().get("../../etc/passwd") is None


def test_telling_a_case_study_takes_few_queries() -> None:
    page = case_study(stages=["need"], tags=["soup"])
    with CaptureQueriesContext(connection) as queries:
        blocks_of(page)

    # One for each kind of row, and one for the stages of the line.
    assert len(queries) <= 20
