"""How many public case studies there are at each stage of the continuum."""

from django.db.models import Count

from ..continuum.diagram import Stage
from ..continuum.models import Continuum, ContinuumStage
from .models import CaseStudyPage
from .rows import CaseStudyStage


def counts_by_stage() -> dict[int, int]:
    """The number of case studies that everybody may see, by the key of the stage."""
    visible = CaseStudyPage.objects.visible_to_public().order_by().values("pk")
    rows = CaseStudyStage.objects.filter(page__in=visible).order_by().values_list("stage")
    return dict(rows.annotate(number=Count("page", distinct=True)))


def stages_with_counts(continuum: Continuum | None) -> list[Stage]:
    """The stages of `continuum` in order, ready to be drawn."""
    counts = counts_by_stage()
    stages = ContinuumStage.objects.filter(continuum=continuum) if continuum else []
    return [
        Stage(
            name=stage.name,
            short_label=stage.short_label,
            description=stage.description,
            slug=stage.slug,
            colour=stage.colour,
            count=counts.get(stage.pk, 0),
        )
        for stage in stages
    ]
