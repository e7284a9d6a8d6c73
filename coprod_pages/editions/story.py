"""A case study as blocks of a document, in full or in short."""

from collections.abc import Collection, Iterator
from typing import Literal

from django.utils.translation import gettext as _

from ..case_studies.models import CaseStudyPage
from .bodies import body_blocks
from .facts import taking_part
from .places import lines_of, stage_in_words
from .printed_facts import printed_facts
from .repeats import addresses_in, printed_once
from .rich_text import absolute, rich_text_blocks
from .tree import Block, Facts, Heading, Items, Paragraph, Run
from .wording import readable_address, sentence, shortened


def case_study_blocks(
    page: CaseStudyPage,
    *,
    length: Literal["full", "short"],
    plain_language: bool,
    level: int,
    anchor: str,
    address: str,
) -> tuple[Block, ...]:
    """`page`, as it is in memory, below a heading of `level` with `anchor`.

    In short it is what a list says of it: summary, place on the line, the main facts. `address`
    is where it can be read online. Parts that are empty are left out.
    """
    case_study = _CaseStudy(page, level + 1, anchor, address)
    parts = [case_study.head(level), case_study.facts(length)]
    if length == "full":
        is_plain = plain_language and bool(page.plain_language)
        parts.append(case_study.plain() if is_plain else case_study.full())
        parts.append(case_study.evidence())
    story = tuple(block for part in parts for block in part)
    return printed_once((*story, *case_study.source(addresses_in(story))))


class _CaseStudy:
    """What the parts of one case study have in common."""

    def __init__(self, page: CaseStudyPage, level: int, anchor: str, address: str) -> None:
        self.page = page
        self.level = level
        self.anchor = anchor
        self.address = address

    def head(self, level: int) -> Iterator[Block]:
        """Its title, where and when it was, what it was, its places on the line."""
        page = self.page
        yield Heading(page.title, level, self.anchor, shortened(page.title))
        where_and_when = " · ".join(filter(None, [page.where if page.reach else "", page.when]))
        if where_and_when:
            yield Paragraph((Run(where_and_when),), "kicker")
        if page.summary:
            yield Paragraph((Run(page.summary),), "lead")
        yield from lines_of(page)

    def facts(self, length: str) -> Iterator[Block]:
        """Where, when, who and with what."""
        rows = printed_facts(self.page, self.address, in_short=length == "short")
        if rows:
            yield Facts(rows)

    def plain(self) -> Iterator[Block]:
        """The plain-language version in place of the story."""
        yield from self._text("plain", _("In plain language"), self.page.plain_language)

    def full(self) -> Iterator[Block]:
        """The whole story, part by part, as the page tells it."""
        page = self.page
        yield from self._text("need", _("The need, and who agreed it was the need"), page.need)
        story = body_blocks(page.story, self.level + 1, self.address)
        yield from self._part("story", _("What we did together"), story)
        yield from self._part("stages", _("Along the continuum"), self._stages())
        taken = taking_part(page)
        how = (Facts(taken),) if taken else ()
        yield from self._part("taking-part", _("How people could take part"), how)
        yield from self._text("worked", _("What worked"), page.worked)
        yield from self._text(
            "did-not-work", _("What did not work, tensions and limits"), page.did_not_work
        )
        yield from self._text("differently", _("What we would do differently"), page.differently)
        yield from self._text(
            "others-need", _("What others need in place to do the same"), page.others_need
        )
        yield from self._text("what-changed", _("What changed"), page.what_changed)

    def evidence(self) -> Iterator[Block]:
        """How it is known what changed."""
        items = []
        for row in self.page.evidence.all():
            runs = [Run(row.title, link=absolute(row.address, self.address) if row.address else "")]
            if row.kind:
                runs.append(Run(f". {row.get_kind_display()}"))
            items.append((Paragraph(tuple(runs)),))
        known = (Items(tuple(items)),) if items else ()
        yield from self._part("evidence", _("How we know"), known)

    def source(self, told: Collection[str] = ()) -> Iterator[Block]:
        """Whose text it is, and where it can be read online. `told` are the addresses given so far."""
        page = self.page
        runs = [Run(page.credit)] if page.credit else []
        source = absolute(page.source_link, self.address) if page.source_link else ""
        if source and readable_address(source) not in told:
            if runs:
                runs = [Run(sentence(page.credit)), Run(" ")]
            runs.append(Run(_("Read it at the source"), link=source))
        if runs:
            yield Paragraph(tuple(runs), "note")
        if self.address:
            online = Run(readable_address(self.address), link=self.address)
            here = Run(_("This case study by itself"), link=self.address)
            runs = [Run(_("Read it online: ")), online]
            yield Paragraph(tuple(runs), "note", elsewhere=True, online=(here,))

    def _stages(self) -> tuple[Block, ...]:
        """What happened at each stage, where something was written of it."""
        rows = self.page.stages_in_order
        if not any(row.note for row in rows):
            return ()
        return (
            Facts(
                tuple((stage_in_words(row.stage), (Run(row.note or _("Reached")),)) for row in rows)
            ),
        )

    def _text(self, name: str, heading: str, html: str) -> Iterator[Block]:
        blocks = rich_text_blocks(html, self.level + 1, self.address)
        yield from self._part(name, heading, blocks)

    def _part(self, name: str, heading: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
        if blocks:
            yield Heading(heading, self.level, f"{self.anchor}-{name}")
            yield from blocks
