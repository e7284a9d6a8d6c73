"""Which case studies an edition would have if it were made now, and which it would not, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from ..compendium.selection import Selection
from .bodies import body_blocks
from .making_models import EditionRule
from .models import EditionPage
from .permitted import may_be_appended, may_be_in_editions


@dataclass(frozen=True)
class LeftOut:
    """A page that was chosen and is not in, and why."""

    title: str
    why: str
    page_id: int | None = None


@dataclass
class ChosenSection:
    """A section of an edition with the pages that would be in it."""

    key: str
    kind: str
    title: str
    pages: list[int] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    # Of a rule: as an address of the compendium, and what it finds beside what is taken.
    query: str = ""
    looked_up: Any = None
    new: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    # How many the rule finds, also those that are left out.
    found: int = 0
    # In words, what is missing for it to have anything in it.
    is_empty: str = ""

    @property
    def is_rule(self) -> bool:
        """Whether it is filled by a rule."""
        return self.kind == "rule"

    @property
    def has_case_studies(self) -> bool:
        """Whether it is for case studies."""
        return self.kind in ("chosen", "rule")

    @property
    def is_out_of_date(self) -> bool:
        """Whether the rule finds other case studies now."""
        return bool(self.new or self.gone)


def sections_of(edition: EditionPage) -> list[ChosenSection]:
    """The sections of `edition`, as it is in memory. Each case study is in one only, the first."""
    rules = {row.section: row for row in EditionRule.objects.filter(edition_id=edition.pk)}
    taken: dict[int, str] = {}
    found = [_section(block, rules) for block in edition.sections]
    chosen = {key for section in found for key in section.pages if section.kind != "page"}
    allowed = _allowed(chosen)
    titles = _titles(chosen - allowed)
    repeats: list[tuple[ChosenSection, int]] = []
    for section in found:
        if section.kind == "page":
            _keep_public_page(section)
            continue
        pages, section.pages = section.pages, []
        for key in pages:
            if key in taken:
                repeats.append((section, key))
            elif key in allowed:
                taken[key] = section.title
                section.pages.append(key)
            else:
                title, why = titles.get(key, (_("A case study that has been deleted"), ""))
                section.left_out.append(LeftOut(title, why, key))
    _say_where_they_are(repeats, taken)
    for section in found:
        if section.has_case_studies and not section.pages:
            section.is_empty = _why_empty(section)
    return found


def _why_empty(section: ChosenSection) -> str:
    if section.left_out:
        return _("Nothing will be in this section: all of it is left out. The reasons are below.")
    if section.is_rule:
        return _("The rule finds nothing. Look at its address, its words and what is ticked.")
    return _("No case study is chosen for this section yet.")


def _section(block: StreamValue.StreamChild, rules: dict[str, EditionRule]) -> ChosenSection:
    value, kind = block.value, block.block_type
    section = ChosenSection(str(block.id), kind, value.get("title") or "")
    if kind == "chosen":
        section.pages = _once(page.pk for page in value["case_studies"] if page is not None)
    elif kind == "rule":
        _fill_by_rule(section, value, rules.get(section.key))
    elif kind == "page" and value.get("page") is not None:
        section.pages = [value["page"].pk]
        section.title = section.title or value["page"].title
    elif kind == "page":
        section.title = section.title or _("A page of this site")
    elif not body_blocks(value["text"], 2):
        section.is_empty = _("There is nothing in this section yet. Write its text in the editor.")
    return section


def _fill_by_rule(section: ChosenSection, value: Any, row: EditionRule | None) -> None:
    selection = Selection(value.parameters())
    section.query = selection.address()
    matches = matches_of(section.query, value.get("most"))
    if row is None or row.query != rule_text(section.query, value.get("most")):
        # Never looked up with this rule: what is shown is what it finds now.
        section.pages, section.found = matches, len(matches)
        return
    section.looked_up = row.looked_up_at
    section.pages, section.found = list(row.found), len(row.found)
    section.new = [key for key in matches if key not in set(row.found)]
    section.gone = [key for key in row.found if key not in set(matches)]


def rule_text(query: str, most: int | None) -> str:
    """A rule as it is remembered."""
    return f"{query} {most or ''}"


def matches_of(query: str, most: int | None = None) -> list[int]:
    """What a search finds now of what may be in an edition, in its order."""
    page_ids = list(Selection(QueryDict(query)).page_ids)
    allowed = _allowed(page_ids)
    return [key for key in page_ids if key in allowed][: most or None]


def _allowed(keys: Iterable[int]) -> set[int]:
    keys = list(keys)
    if not keys:
        return set()
    # Whichever list is shorter is sent to the database, which takes only so many numbers at once.
    if len(keys) > 500:
        return set(may_be_in_editions().values_list("pk", flat=True)) & set(keys)
    return set(may_be_in_editions().filter(pk__in=keys).values_list("pk", flat=True))


def _titles(keys: set[int]) -> dict[int, tuple[str, str]]:
    public = set(
        CaseStudyPage.objects.visible_to_public().filter(pk__in=keys).values_list("pk", flat=True)
    )
    found = {}
    for key, title in CaseStudyPage.objects.filter(pk__in=keys).values_list("pk", "title"):
        why = _("There is no permission to print it.") if key in public else _("It is not public.")
        found[key] = (title, why)
    return found


def _say_where_they_are(repeats: list[tuple[ChosenSection, int]], taken: dict[int, str]) -> None:
    """Note what is left out because an earlier section has it."""
    keys = [key for _section, key in repeats]
    titles = dict(CaseStudyPage.objects.filter(pk__in=keys).values_list("pk", "title"))
    for section, key in repeats:
        why = _("It is in the earlier section “%(title)s” already.") % {"title": taken[key]}
        section.left_out.append(LeftOut(titles.get(key, ""), why, key))


def _keep_public_page(section: ChosenSection) -> None:
    if not section.pages:
        section.left_out.append(LeftOut(section.title or _("A page"), _("No page is chosen.")))
    elif not may_be_appended().filter(pk__in=section.pages).exists():
        title = Page.objects.values_list("title", flat=True).get(pk=section.pages[0])
        section.left_out.append(LeftOut(title, _("It is not public, or it is a case study.")))
        section.pages = []


def _once(keys: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(keys))


@transaction.atomic
def look_up(edition: EditionPage, section_key: str | None = None) -> None:
    """Take what the rules of `edition` find now: of one section, or of those never looked up."""
    for block in edition.sections:
        if block.block_type != "rule" or section_key not in (None, str(block.id)):
            continue
        query = Selection(block.value.parameters()).address()
        rule = rule_text(query, block.value.get("most"))
        rows = EditionRule.objects.filter(edition=edition.pk, section=str(block.id))
        if section_key is None and rows.filter(query=rule).exists():
            continue
        EditionRule.objects.update_or_create(
            edition_id=edition.pk,
            section=str(block.id),
            defaults={
                "query": rule,
                "found": matches_of(query, block.value.get("most")),
                "looked_up_at": timezone.now(),
            },
        )
