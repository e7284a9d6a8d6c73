"""The compendium's answers as a file: CSV, XLSX or JSON. All of them, in the listing's order."""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail.views import serve

from ..safe_text import one_line, without_formula
from .cards import Card, cards_in_steps
from .selection import Selection
from .streaming import etag_of, in_pieces, not_modified, site_address, with_headers
from .workbooks import CONTENT_TYPE, workbook

# Excel takes a CSV file without this for one in an old encoding.
BYTE_ORDER_MARK = "\ufeff"
LIST_SEPARATOR = "; "

# What is said of a case study: the name in JSON, and the heading of the column.
COLUMNS = {
    "title": gettext_lazy("Title"),
    "url": gettext_lazy("Address"),
    "summary": gettext_lazy("Summary"),
    "where": gettext_lazy("Where"),
    "boroughs": gettext_lazy("Boroughs"),
    "lead_organisation": gettext_lazy("Lead organisation"),
    "organisation_kind": gettext_lazy("Kind of organisation"),
    "stages": gettext_lazy("Stages"),
    "themes": gettext_lazy("Themes"),
    "tags": gettext_lazy("Tags"),
    "equality_groups": gettext_lazy("Who took part"),
    "when": gettext_lazy("When"),
    "has_lessons": gettext_lazy("Has lessons from difficulty"),
    "published": gettext_lazy("First published"),
    "updated": gettext_lazy("Last changed"),
}

Rows = Iterator[dict[str, Any]]


def serve_file(request: HttpRequest, path: str, file: str) -> HttpResponse:
    """A file below a page. Wagtail's own pattern of addresses takes no full stop."""
    return serve(request, f"{path}{file}/")


def export(page: Page, request: HttpRequest, form: str) -> HttpResponse:
    """The answers as a file. Raises `Http404` for a form that is not made."""
    write = FORMS.get(form)
    if write is None:
        raise Http404
    selection = Selection(request.GET)
    etag = etag_of(page, selection, form)
    unchanged = not_modified(request, etag)
    if unchanged is not None:
        return unchanged
    cards = cards_in_steps(selection.catalogue, selection.page_ids)
    site = site_address(page)
    response = write(facts_of(card, site) for card in cards)
    name = f"{page.slug}-{timezone.localdate().isoformat()}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return with_headers(response, etag)


def facts_of(card: Card, site: str) -> dict[str, Any]:
    """What is said of a case study, by the names of `COLUMNS`. Safe for every format."""
    return {
        "title": one_line(card.title),
        "url": site + card.url,
        "summary": one_line(card.summary),
        "where": one_line(card.where),
        "boroughs": _names(card, "borough"),
        "lead_organisation": one_line(card.lead_organisation),
        "organisation_kind": ", ".join(_names(card, "organisation")),
        "stages": _names(card, "stage"),
        "themes": _names(card, "theme"),
        "tags": _names(card, "tag"),
        "equality_groups": _names(card, "equality"),
        "when": one_line(card.when),
        "has_lessons": card.has_lessons,
        "published": _day(card.published),
        "updated": _day(card.updated),
    }


def _names(card: Card, parameter: str) -> list[str]:
    return [one_line(name) for name in card.names(parameter)]


def _day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None


def as_json(rows: Rows) -> HttpResponse:
    """The total is counted while the results are written, and so stands after them: whatever is
    taken down meanwhile, it is the number of results in the file."""
    return StreamingHttpResponse(in_pieces(_json(rows)), content_type="application/json")


def _json(rows: Rows) -> Iterator[str]:
    total = 0
    yield '{"results": ['
    for total, row in enumerate(rows, start=1):
        yield ",\n" if total > 1 else "\n"
        yield json.dumps(row, ensure_ascii=False, default=date.isoformat).replace("<", "\\u003c")
    yield f'\n], "total": {total}}}\n'


def as_csv(rows: Rows) -> HttpResponse:
    """Every cell in quotation marks: a program that splits at semicolons finds no formula."""
    return StreamingHttpResponse(in_pieces(_csv(rows)), content_type="text/csv; charset=utf-8")


def _csv(rows: Rows) -> Iterator[str]:
    writer = csv.writer(_Handed(), quoting=csv.QUOTE_ALL)
    yield BYTE_ORDER_MARK + writer.writerow(str(heading) for heading in COLUMNS.values())
    for row in rows:
        yield writer.writerow(cells_of(row))


class _Handed:
    """A file for `csv.writer` that hands back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def as_xlsx(rows: Rows) -> HttpResponse:
    """A sheet with a row for each case study, its days as days."""
    headings = [str(heading) for heading in COLUMNS.values()]
    pieces = workbook(_("Case studies"), headings, map(cells_of, rows))
    return StreamingHttpResponse(pieces, content_type=CONTENT_TYPE)


def cells_of(row: dict[str, Any]) -> list[Any]:
    """The cells of a spreadsheet: lists joined, and nothing that runs as a formula."""
    return [without_formula(_cell(row[name])) for name in COLUMNS]


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return LIST_SEPARATOR.join(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return value


FORMS: dict[str, Callable[[Rows], HttpResponse]] = {
    "csv": as_csv,
    "json": as_json,
    "xlsx": as_xlsx,
}
