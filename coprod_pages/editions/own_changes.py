"""Which of an edition's own texts and choices are not those that were made, in words."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .choices import INDEXES
from .models import EditionPage

FIELDS = (
    *("title", "subtitle", "date", "published_by", "foreword", "introduction", "cover_picture"),
    *("cover_alt", "large_print", "plain_language", *INDEXES),
)
# What a rule consists of, in a section that is filled by one.
OF_A_RULE = (
    *("stage", "theme", "borough", "equality", "tag", "words", "lessons", "address", "sort"),
    "most",
)
# What a text or a rule says when nothing is stored of it.
UNSAID = {"length": "full", "sort": "title"}
# The editor names paragraphs in its own way, and leaves empty ones behind.
PARAGRAPH_KEY = re.compile(r' data-block-key="[^"]*"')
NO_WORDS = re.compile(r"(\s*<p>\s*(<br\s*/?>)?\s*</p>\s*)+")
Block = dict[str, Any]


def own_changes(now: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """What differs between two contents of an edition, as they are stored in its revisions."""
    fields = [EditionPage._meta.get_field(name) for name in FIELDS]
    changed = [
        capfirst(str(field.verbose_name))
        for field in fields
        if _said(now.get(field.name)) != _said(before.get(field.name))
    ]
    return [*changed, *_sections(_stream(now), _stream(before))]


def _stream(content: dict[str, Any]) -> list[Block]:
    stored = content.get("sections") or []
    return json.loads(stored) if isinstance(stored, str) else stored


def _said(value: Any) -> Any:
    """A stored value to compare, however it came there: by the editor's form or by a program.

    Without the keys of blocks and paragraphs; what is empty and what was never stored are the same.
    """
    if isinstance(value, str):
        value = PARAGRAPH_KEY.sub("", value)
        return "" if NO_WORDS.fullmatch(value) else value
    if isinstance(value, list):
        return [_said(each) for each in value]
    if not isinstance(value, dict):
        return "" if value is None else value
    if value.get("type") == "item" and "value" in value:
        return _said(value["value"])
    said = {name: _said(each) for name, each in value.items() if name != "id"}
    return {
        name: each
        for name, each in said.items()
        if each not in ("", [], {}, False) and UNSAID.get(name) != each
    }


def _sections(now: list[Block], before: list[Block]) -> Iterator[str]:
    pairs, gone = _matched(now, before)
    for block, earlier in pairs:
        if earlier is None:
            yield _("The section “%(title)s” is new") % {"title": _title(block)}
        else:
            yield from _section(block, earlier)
    for block in gone:
        yield _("The section “%(title)s” is gone") % {"title": _title(block)}
    places = [before.index(earlier) for _block, earlier in pairs if earlier is not None]
    if places != sorted(places):
        yield _("The order of the sections")


def _matched(
    now: list[Block], before: list[Block]
) -> tuple[list[tuple[Block, Block | None]], list[Block]]:
    """Each section with the one it was, and those that are no more.

    By key; where a key is new, as after copying, by the same words.
    """
    left = list(before)
    found: dict[int, Block] = {}

    def take(is_same: Any) -> None:
        for place, block in enumerate(now):
            same = next((each for each in left if is_same(block, each)), None)
            if place not in found and same is not None:
                found[place] = same
                left.remove(same)

    take(lambda one, other: one.get("id") and one.get("id") == other.get("id"))
    take(lambda one, other: _said(one["value"]) == _said(other["value"]))
    return [(block, found.get(place)) for place, block in enumerate(now)], left


def _section(block: Block, earlier: Block) -> Iterator[str]:
    now, before = block["value"], earlier["value"]
    differing = {
        name
        for name in {*now, *before}
        if _said({name: now.get(name)}) != _said({name: before.get(name)})
    }
    title = {"title": _title(block)}
    if "title" in differing:
        differing.discard("title")
        names = {"before": _title(earlier), **title}
        yield _("The title of the section “%(title)s”, which was “%(before)s”") % names
    if block["type"] == "rule" and differing & set(OF_A_RULE):
        differing -= set(OF_A_RULE)
        yield _("The rule of the section “%(title)s”") % title
    if "case_studies" in differing:
        differing.discard("case_studies")
        yield _("The case studies chosen for the section “%(title)s”, or their order") % title
    if "length" in differing:
        differing.discard("length")
        yield _("In full or in short, in the section “%(title)s”") % title
    if "page" in differing:
        differing.discard("page")
        yield _("The page of the section “%(title)s”") % title
    if differing:
        yield _("The text of the section “%(title)s”") % title


def _title(block: Block) -> str:
    return block["value"].get("title") or _("without a title")
