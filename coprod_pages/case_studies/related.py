"""Related case studies: those pinned by hand, then those that share most."""

from collections import Counter

from ..conf import RELATED_CASE_STUDIES
from .models import CaseStudyPage

# What is shared, and how much it says. A tag is chosen with more care than a theme.
SHARED = [("tags", 3), ("stage_rows__stage", 1), ("themes", 2), ("boroughs", 1)]


def related_to(page: CaseStudyPage) -> list[CaseStudyPage]:
    """Case studies to read next, as many as the setting says, none that is not public."""
    limit = RELATED_CASE_STUDIES.get()
    visible = CaseStudyPage.objects.visible_to_public().exclude(pk=page.pk)
    scores: Counter[int] = Counter()
    for path, weight in SHARED:
        if path == "stage_rows__stage":
            values = [row.stage_id for row in page.stage_rows.all()]
        else:
            values = [value.pk for value in getattr(page, path).all()]
        if values:
            # Ordered by key, so that of equals the newest always comes first.
            matches = visible.filter(**{f"{path}__in": values}).order_by("-pk")
            for other in matches.values_list("pk", flat=True):
                scores[other] += weight
    pinned = [row.related_id for row in page.pinned_related.all()]
    best = [key for key, _score in scores.most_common(limit + len(pinned)) if key not in pinned]
    wanted = [*pinned, *best]
    found = visible.for_cards().in_bulk(wanted)
    return [found[key] for key in wanted if key in found][:limit]
