"""Which case studies use the stages of a continuum, the texts of open drafts included."""

from django.db.models import Count
from django.urls import reverse

from ..continuum.uses import MOST_LISTED, StageUses, Use
from .models import CaseStudyPage
from .rows import CaseStudyStage


def uses_of_stages(stage_ids: list[int]) -> dict[int, StageUses]:
    """The case studies at each of these stages: what is stored, and what is only in a draft."""
    rows = CaseStudyStage.objects.filter(stage__in=stage_ids)
    counts = dict(rows.order_by().values_list("stage").annotate(Count("page", distinct=True)))
    drafts = _in_drafts(set(stage_ids))
    found = {}
    for stage_id in stage_ids:
        pages = dict(drafts.get(stage_id, {}))
        stored = set(rows.filter(stage=stage_id, page__in=pages).values_list("page_id", flat=True))
        only_in_drafts = {pk: title for pk, title in pages.items() if pk not in stored}
        count = counts.get(stage_id, 0) + len(only_in_drafts)
        if count:
            listed = rows.filter(stage=stage_id).order_by("page__title")
            first = dict(listed.values_list("page_id", "page__title")[:MOST_LISTED])
            first |= only_in_drafts
            found[stage_id] = StageUses(count, _links(first))
    return found


def _in_drafts(stage_ids: set[int]) -> dict[int, dict[int, str]]:
    """Stage → pages whose newest text names it. Open drafts are few, however large the whole."""
    drafts = CaseStudyPage.objects.filter(has_unpublished_changes=True).order_by("draft_title")
    found: dict[int, dict[int, str]] = {}
    columns = ("pk", "draft_title", "latest_revision__content__stage_rows")
    for page_id, title, rows in drafts.values_list(*columns).iterator(500):
        for stage_id in stage_ids & {row.get("stage") for row in rows or []}:
            found.setdefault(stage_id, {})[page_id] = title
    return found


def _links(pages: dict[int, str]) -> tuple[Use, ...]:
    shown = list(pages.items())[:MOST_LISTED]
    return tuple(Use(title, reverse("wagtailadmin_pages:edit", args=[pk])) for pk, title in shown)
