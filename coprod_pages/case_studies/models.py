"""The case study: one example of co-production, with its rules and its page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.search import index

from ..continuum.models import ContinuumStage
from ..page_tree import TreeSafePage
from ..taxonomy.models import UsesPreferredTags
from . import panels
from .choices import (
    Reach,
)
from .findable import SEARCH_RELATIONS, words_of_case_study
from .forms import CaseStudyCopyForm, CaseStudyPageForm
from .partial_dates import span_in_words
from .permissions import CaseStudyPermissionTester
from .querysets import CaseStudyManager
from .record import CaseStudyRecord
from .requirements import Requirement, missing, plain_text
from .rows import (
    CaseStudyConsent,
    CaseStudyEvidence,
    CaseStudyPartner,
    CaseStudyStage,
    CaseStudyTag,
    PinnedRelatedCaseStudy,
)

# Addresses below the compendium that are no case studies.
RESERVED_SLUGS = {"feed", "suggest", "coverage"}

# What people write when nothing went wrong, or when nobody knows. It meets the requirement,
# but it is no lesson.
NOTHING_TO_REPORT = {"nothing to report", "nothing", "none", "n/a", "not applicable", "no"}
NOT_KNOWN = "not known"

# What the page of a case study shows beside its own fields.
ROWS_SHOWN = [
    *("boroughs", "themes", "equality_groups", "tagged_items__tag", "stage_rows__stage"),
    *("partners__organisation", "evidence__document", "pinned_related"),
]

__all__ = [
    "CaseStudyConsent",
    "CaseStudyEvidence",
    "CaseStudyPage",
    "CaseStudyPartner",
    "CaseStudyStage",
    "CaseStudyTag",
    "PinnedRelatedCaseStudy",
]


def visible_keys(request: HttpRequest | None) -> set[int]:
    """The keys of all case studies that everybody may see, read once for a request."""
    known = getattr(request, "_visible_case_studies", None)
    if known is None:
        known = set(CaseStudyPage.objects.visible_to_public().values_list("pk", flat=True))
        if request is not None:
            request._visible_case_studies = known
    return known


class CaseStudyPage(UsesPreferredTags, CaseStudyRecord):
    """One example of co-production, good or bad."""

    objects = CaseStudyManager()
    base_form_class = CaseStudyPageForm
    copy_form_class = CaseStudyCopyForm
    edit_handler = panels.edit_handler

    template = "coprod_pages/case_studies/case_study_page.html"
    gone_template = "coprod_pages/case_studies/case_study_gone.html"
    page_description = _(
        "One example of co-production: what you did together, what worked and what did not."
    )
    parent_page_types = ["coprod_pages.CompendiumPage"]
    subpage_types: list[str] = []
    search_relations = SEARCH_RELATIONS

    search_fields = [
        *TreeSafePage.search_fields,
        index.SearchField("summary"),
        index.FilterField("looked_after_by"),
        index.FilterField("provenance"),
    ]

    api_fields = [
        APIField("summary"),
        APIField("reach"),
        APIField("themes"),
        APIField("boroughs"),
        APIField("equality_groups"),
        APIField("tag_names"),
        APIField("stage_names"),
        APIField("has_lessons"),
    ]

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")

    def permissions_for_user(self, user: Any) -> CaseStudyPermissionTester:
        return CaseStudyPermissionTester(user, self)

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError(
                {"slug": _("The compendium uses this address itself. Choose another one.")}
            )
        if self.start_date and self.end_date and self.end_date < self.start_date:
            raise ValidationError({"end_date": _("The end is before the start.")})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.has_lessons = self.tells_of_difficulty()
        self.use_preferred_tags()
        return super().save(*args, **kwargs)

    def tells_of_difficulty(self) -> bool:
        """Whether something is said to have been hard, beyond "nothing to report"."""
        words = " ".join(plain_text(self.did_not_work).split()).rstrip(".").lower()
        if words in NOTHING_TO_REPORT or words.startswith(NOT_KNOWN):
            return False
        return bool(words)

    def missing_to_publish(self) -> list[Requirement]:
        """What has to be written before this may be published, in the editor's order."""
        answers = {
            field: getattr(self, field)
            for field in (
                *("title", "summary", "lead_organisation", "reach", "need", "story"),
                *("worked", "did_not_work"),
            )
        }
        answers["boroughs"] = self.boroughs.all()
        answers["themes"] = self.themes.all()
        answers["stage_rows"] = self.stage_rows.all()
        return missing(answers)

    # What the page and the lists show

    @property
    def tag_names(self) -> list[str]:
        """The names of its tags, in order."""
        return sorted(row.tag.name for row in self.tagged_items.all())

    @property
    def stage_names(self) -> list[str]:
        """The names of its stages, in the order of the line."""
        return [row.stage.name for row in self.stages_in_order]

    @property
    def stages(self) -> list[ContinuumStage]:
        """Its stages, in the order of the line."""
        return [row.stage for row in self.stages_in_order]

    @property
    def stages_in_order(self) -> list[CaseStudyStage]:
        """Its stages with their notes, in the order of the line."""
        return sorted(self.stage_rows.all(), key=lambda row: row.stage.place)

    @property
    def when(self) -> str:
        """When it was, as exactly as it is known."""
        return span_in_words(
            self.start_date, self.start_precision, self.end_date, self.end_precision
        )

    @property
    def where(self) -> str:
        """Where it was, in a few words."""
        if self.reach == Reach.BOROUGHS:
            return ", ".join(borough.name for borough in self.boroughs.all())
        if self.reach == Reach.BEYOND_LONDON and self.place:
            return self.place
        return self.get_reach_display()

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by: title apart, then head (summary, tags), then the rest."""
        return words_of_case_study(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        if not getattr(request, "is_preview", False):
            # A preview shows what is not stored yet; the stored page reads its rows once.
            prefetch_related_objects([self], *ROWS_SHOWN)
        context["plain"] = bool(self.plain_language) and request.GET.get("version") == "plain"
        return context

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        return super().get_sitemap_urls(request) if self.pk in visible_keys(request) else []

    @property
    def is_taken_back(self) -> bool:
        """Whether it is live and no visitor sees it, because the consent to it has ended."""
        consent = getattr(self, "consent", None) if self.live and self.pk else None
        return consent is not None and not consent.is_in_force

    @property
    def status_string(self) -> str:
        """How far it is, in a word, wherever the admin says so."""
        if not self.is_taken_back:
            return super().status_string
        return _("withdrawn") if self.consent.withdrawn_at else _("permission ended")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; or that it is gone, when its consent has ended or its time is over.

        Whether the visitor has to sign in is settled by Wagtail before this is called.
        """
        stored = CaseStudyPage.objects.filter(pk=self.pk)
        shown = stored.consent_in_force().not_expired()
        if not getattr(request, "is_preview", False) and not shown.exists():
            if not stored.consent_in_force().exists():
                return TemplateResponse(request, self.gone_template, {"page": None}, status=410)
            raise Http404
        return super().serve(request, *args, **kwargs)
