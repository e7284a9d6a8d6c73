"""The facts of a case study for a document: where, when, who and with what."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _

from ..case_studies.models import CaseStudyPage
from ..taxonomy.models import Organisation
from .rich_text import absolute
from .tree import Run, Runs

Rows = tuple[tuple[str, Runs], ...]


def facts_of(page: CaseStudyPage, address: str, in_short: bool) -> Rows:
    """The facts that are known, in the order of the page. `address` makes links whole."""
    where = _names(page.boroughs.all()) or _words(page.where if page.reach else "")
    place = _words(page.place)
    facts = [
        (_("Where"), where),
        # Beyond London the place is all that is known of where.
        (_("Place"), place if place != where else ()),
        (_("When"), _words(page.when)),
        (_("Now"), _words(page.get_progress_display())),
        (_("Led by"), _organisation(page.lead_organisation)),
        (_("Together with"), tuple(_partners(page))),
    ]
    if not in_short:
        facts += _more_facts(page, address)
    facts.append((_("Themes"), _names(page.themes.all())))
    if not in_short:
        facts.append((_("Tags"), _words(", ".join(page.tag_names))))
    return _known(facts)


def _more_facts(page: CaseStudyPage, address: str) -> list[tuple[str, Runs]]:
    count = "" if page.participants is None else str(intcomma(page.participants))
    document = page.easy_read_document
    easy = (Run(document.title, link=absolute(document.url, address)),) if document else ()
    return [
        (_("Who took part"), _names(page.equality_groups.all())),
        (_("How many people"), _words(count)),
        (_("Involved"), _words(page.get_involved_when_display())),
        (_("The final decision"), _words(page.get_final_decision_display())),
        (_("Money"), _words(page.get_money_band_display())),
        (_("Funder"), _words(page.funder)),
        (_("Staff"), _words(page.staff)),
        (_("Volunteers"), _words(page.volunteers)),
        (_("Stages"), _words(", ".join(page.stage_names))),
        (_("Easy Read version"), easy),
    ]


def taking_part(page: CaseStudyPage) -> Rows:
    """How people could take part, as far as it was written."""
    return _known(
        [
            (_("How they were reached"), _words(page.how_reached)),
            (_("Payment and expenses"), _words(page.payment)),
            (_("Access"), _words(page.access_arrangements)),
        ]
    )


def _known(facts: Iterable[tuple[str, Runs]]) -> Rows:
    return tuple((str(name), value) for name, value in facts if value)


def _words(text: object) -> Runs:
    words = str(text or "").strip()
    return (Run(words),) if words else ()


def _names(terms: Iterable[Any]) -> Runs:
    return _words(", ".join(term.name for term in terms))


def _organisation(organisation: Organisation | None) -> Runs:
    if organisation is None:
        return ()
    return (Run(str(organisation), link=absolute(organisation.website, "")),)


def _partners(page: CaseStudyPage) -> Iterator[Run]:
    for place, partner in enumerate(page.partners.all()):
        if place:
            yield Run("\n")
        yield from _organisation(partner.organisation)
        if partner.role:
            yield Run(f", {partner.role}")
