"""What an edition says of itself at its end: what the stages mean, and the imprint."""

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..case_studies.models import CaseStudyPage
from .models import EditionPage
from .places import stage_in_words
from .tree import Block, Facts, Heading, Paragraph, Run
from .wording import readable_address


def meaning_of_stages(pages: Sequence[CaseStudyPage]) -> Iterator[Block]:
    """Each stage that one of `pages` was at, in the words of its own description."""
    found = {stage.pk: stage for page in pages for stage in page.stages if stage.description}
    stages = sorted(found.values(), key=lambda stage: stage.place)
    if stages:
        yield Heading(_("What the stages mean"), 1, "stages")
        yield Facts(tuple((stage_in_words(stage), (Run(stage.description),)) for stage in stages))


def imprint(edition: EditionPage, site: str) -> Iterator[Block]:
    """Who published it, when, and where it is online: what the edition knows, and no more."""
    rows = [
        (_("Title"), edition.title),
        (_("Published by"), edition.published_by),
        (_("Date"), date_format(edition.date, "F Y")),
    ]
    yield Heading(_("About this edition"), 1, "about-this-edition")
    yield Facts(tuple((name, (Run(words),)) for name, words in rows if words))
    if edition.url:
        address = f"{site}{edition.url}"
        online = Run(readable_address(address), link=address)
        yield Paragraph((Run(_("Read it online: ")), online), "note", elsewhere=True)
