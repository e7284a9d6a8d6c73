"""Documents that anybody may have made: a booklet from a search, and one case study."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..case_studies.models import CaseStudyPage
from ..compendium.listing import Listing
from .asking import ask_for
from .choices import Form, Kind
from .choosing import matches_of
from .making_models import Making
from .permitted import may_be_in_editions

MOST_IN_A_BOOKLET = 30
FORMS = {"pdf": Form.PDF, "docx": Form.WORD}


@dataclass
class BookletChoice:
    """What a search would give as a booklet."""

    parameters: QueryDict

    @cached_property
    def listing(self) -> Listing:
        """The search as the compendium lists it."""
        return Listing(self.parameters)

    @cached_property
    def page_ids(self) -> Sequence[int]:
        """What may be in it, in the order of the search."""
        return matches_of(self.listing.query)

    @property
    def total(self) -> int:
        """How many case studies it would have."""
        return len(self.page_ids)

    @property
    def left_out(self) -> int:
        """How many of what the search finds may not be printed."""
        return self.listing.total - self.total

    @property
    def is_too_large(self) -> bool:
        """Whether there are more than a booklet has."""
        return self.total > MOST_IN_A_BOOKLET

    @property
    def most(self) -> int:
        """How many a booklet has at most."""
        return MOST_IN_A_BOOKLET

    @property
    def may_be_made(self) -> bool:
        """Whether it is neither empty nor too large."""
        return 0 < self.total <= MOST_IN_A_BOOKLET

    @property
    def about(self) -> str:
        """What was searched for, in words."""
        chips = [chip.label for chip in self.listing.chips]
        return ", ".join(chips) or _("All case studies")

    def ask(self, form: str, length: str) -> Making:
        """Let it be made, once for everybody who asks for the same at the same time."""
        versions = may_be_in_editions().filter(pk__in=self.page_ids)
        of = sorted(versions.values_list("pk", "live_revision_id"))
        said = repr((form, length, list(self.page_ids), of, self.about))
        count = ngettext("%(n)d case study", "%(n)d case studies", self.total) % {"n": self.total}
        return ask_for(
            Kind.BOOKLET,
            f"booklet-{hashlib.sha256(said.encode()).hexdigest()}",
            _("Case studies of co-production"),
            self.page_ids,
            [FORMS[form]],
            subtitle=f"{self.about[:200]} ({count})",
            length=length,
        )


def ask_for_single(page: CaseStudyPage, form: str) -> Making:
    """One case study as a document: once for each version of it."""
    return ask_for(
        Kind.SINGLE,
        single_key(page, form),
        page.title,
        [page.pk],
        [FORMS[form]],
        subtitle=page.summary[:250],
    )


def single_key(page: CaseStudyPage, form: str) -> str:
    """What the document of this version of `page` is kept under."""
    return f"single-{page.pk}-{page.live_revision_id}-{form}"
