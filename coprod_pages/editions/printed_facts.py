"""The facts of a case study as they stand in a document, below its title and its place line."""

from django.utils.translation import gettext as _

from ..case_studies.models import CaseStudyPage
from .facts import Rows, facts_of
from .places import stage_in_words
from .rich_text import absolute
from .tree import Run, Runs


def printed_facts(page: CaseStudyPage, address: str, in_short: bool) -> Rows:
    """What is known, as rows; none when they would only repeat the place line.

    `address` makes links whole.
    """
    rows = facts_of(page, address, in_short=in_short)
    if {name for name, _value in rows} <= {_("Where"), _("When")}:
        return ()
    said = {_("Together with"): _partners(page), _("Stages"): _stages(page)}
    return tuple((name, said.get(name, value)) for name, value in rows)


def _partners(page: CaseStudyPage) -> Runs:
    """Each on a line of its own, with what they did in brackets."""
    runs: list[Run] = []
    for partner in page.partners.all():
        if runs:
            runs.append(Run("\n"))
        organisation = partner.organisation
        runs.append(Run(str(organisation), link=absolute(organisation.website, "")))
        if partner.role:
            runs.append(Run(f" ({partner.role})"))
    return tuple(runs)


def _stages(page: CaseStudyPage) -> Runs:
    return (Run("\n".join(stage_in_words(stage) for stage in page.stages)),)
