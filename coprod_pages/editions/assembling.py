"""From an edition and the pages in it to the document tree. Reads no more than it is given."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from ..continuum.models import ContinuumStage
from .about import imprint, meaning_of_stages
from .alphabet import place_in_alphabet
from .bodies import body_blocks
from .choices import INDEXES, Length
from .indexes import indexes_of
from .models import EditionPage
from .places import line_of
from .rich_text import rich_text_blocks
from .story import case_study_blocks
from .tree import (
    Block,
    Cover,
    Document,
    Heading,
    Line,
    NewPage,
    Paragraph,
    Picture,
    Run,
)

LANGUAGE = "en-GB"
# What stands in a section.
TEXT, STORIES, INDEX = "text", "stories", "index"
Section = tuple[str, list[Block]]
Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Placed:
    """A case study in a document, for its indexes."""

    page: CaseStudyPage
    anchor: str


def nobody_waits(_done: int, _all: int) -> None:
    """For whoever need not be told how far it is."""


def edition_document(
    edition: EditionPage,
    pages: dict[str, Sequence[Page]],
    *,
    site: str,
    replaces: str = "",
    identifier: str = "",
    made: datetime | None = None,
    tell: Tell = nobody_waits,
) -> Document:
    """The document of `edition` with `pages` in its sections, by the keys of these.

    `site` is the address of the site, for the addresses that are printed.
    """
    sections: list[Section] = []
    placed: list[Placed] = []
    total = sum(len(each) for each in pages.values())
    for anchor, title, text in (
        ("foreword", _("Foreword"), edition.foreword),
        ("introduction", _("Introduction"), edition.introduction),
    ):
        if says_anything(text):
            sections.append((TEXT, [Heading(title, 1, anchor), *rich_text_blocks(text, 2)]))
    for number, block in enumerate(edition.sections, start=1):
        inside = in_order(block, pages.get(str(block.id), ()))
        kind = STORIES if block.block_type in ("chosen", "rule") else TEXT
        written = _section(edition, block, f"section-{number}", inside, site, placed)
        sections.append((kind, list(written)))
        tell(len(placed), total)
    wanted = [name for name in INDEXES if getattr(edition, name)]
    sections += [
        (TEXT, list(meaning_of_stages([each.page for each in placed]))),
        (INDEX, list(index_blocks(placed, wanted))),
        (TEXT, list(imprint(edition, site))),
    ]
    return Document(
        title=edition.title,
        subtitle=edition.subtitle,
        dated=date_format(edition.date, "F Y"),
        language=LANGUAGE,
        blocks=tuple(_one_after_the_other(sections)),
        cover=cover_of(edition, replaces),
        identifier=identifier,
        made=made,
    )


def _one_after_the_other(sections: Iterable[Section]) -> Iterator[Block]:
    """All sections, each where the one rule has it begin.

    On a new page; but a text stands below the one before if there is room for all of it, unless
    that ends with a case study, to which it would seem to belong.
    """
    before = TEXT
    for kind, blocks in sections:
        if blocks:
            yield NewPage(unless_it_fits=kind == TEXT and before != STORIES)
            yield from blocks
            before = kind


def _section(
    edition: EditionPage,
    block: Any,
    anchor: str,
    inside: list[Any],
    site: str,
    placed: list[Placed],
) -> Iterator[Block]:
    value, kind = block.value, block.block_type
    if kind == "page":
        if inside:
            title = value.get("title") or inside[0].title
            yield Heading(title, 1, anchor)
            yield from page_blocks(inside[0])
        return
    yield Heading(value["title"], 1, anchor)
    if kind == "text":
        yield from body_blocks(value["text"], 2)
        return
    if value["before"]:
        yield from rich_text_blocks(value["before"].source, 2)
    if not inside:
        yield Paragraph((Run(_("There is no case study in this section.")),), look="note")
    length = "short" if value["length"] == Length.SHORT else "full"
    for page in inside:
        yield from story_of(page, length, edition.plain_language, 2, site, placed)


def in_order(block: Any, pages: Sequence[Page]) -> list[Page]:
    """The `pages` of a section; what a rule has from A to Z is so by our own order of the alphabet.

    A database puts signs and quotation marks before or after all letters.
    """
    if block.block_type == "rule" and block.value.get("sort") == "title":
        return sorted(pages, key=lambda page: place_in_alphabet(page.title))
    return list(pages)


def story_of(
    page: CaseStudyPage,
    length: Any,
    plain_language: bool,
    level: int,
    site: str,
    placed: list[Placed],
) -> tuple[Block, ...]:
    """The blocks of one case study, which is noted in `placed`."""
    anchor = f"case-study-{page.pk}"
    placed.append(Placed(page, anchor))
    return case_study_blocks(
        page,
        length=length,
        plain_language=plain_language,
        level=level,
        anchor=anchor,
        address=f"{site}{page.url or ''}",
    )


def page_blocks(page: Page) -> Iterator[Block]:
    """What a page of any type says: its rich texts and streams, in their order."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from body_blocks(getattr(page, field.name), 2)
        elif isinstance(field, RichTextField):
            text = getattr(page, field.name)
            if says_anything(text):
                yield from rich_text_blocks(text, 2)


def says_anything(html: str) -> bool:
    """Whether a rich text has anything in it: the editor leaves empty paragraphs behind."""
    return bool(rich_text_blocks(html or "", 2))


def index_blocks(placed: Sequence[Placed], wanted: Iterable[str]) -> Iterator[Block]:
    """The indexes at the end, those that have any entry."""
    indexes = indexes_of([(each.page, each.anchor) for each in placed], wanted)
    if indexes:
        yield Heading(_("Indexes"), 1, "indexes")
    for name, index in indexes.items():
        yield Heading(str(INDEXES[name]), 2, name.replace("_", "-"))
        yield index


def cover_of(edition: EditionPage, replaces: str) -> Cover:
    """The cover: the editor's picture, or the continuum."""
    picture = None
    if edition.cover_picture_id:
        picture = Picture(str(edition.cover_picture_id), edition.cover_alt)
    return Cover(
        line=None if picture else the_line(),
        picture=picture,
        by=edition.published_by,
        replaces=replaces,
    )


def the_line() -> Line | None:
    """The continuum as it is now, without a place on it."""
    stages = list(ContinuumStage.objects.published().select_related("continuum"))
    if not stages:
        return None
    first = stages[0].continuum
    return line_of(first, [stage for stage in stages if stage.continuum_id == first.pk])


def booklet_document(
    title: str,
    pages: Sequence[CaseStudyPage],
    *,
    subtitle: str,
    dated: str,
    site: str,
    length: Any = "full",
    plain_language: bool = False,
    identifier: str = "",
    made: datetime | None = None,
) -> Document:
    """A document of some case studies and nothing else; of one, without a table of contents."""
    blocks: list[Block] = []
    placed: list[Placed] = []
    for page in pages:
        blocks += story_of(page, length, plain_language, 1, site, placed)
    return Document(
        title=title,
        subtitle=subtitle,
        dated=dated,
        language=LANGUAGE,
        blocks=tuple(blocks),
        cover=Cover(line=the_line()),
        contents=len(pages) > 1,
        # The parts of all case studies are called the same.
        contents_levels=1,
        identifier=identifier,
        made=made,
    )
