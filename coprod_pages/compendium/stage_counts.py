"""How many public case studies there are at each stage of the continuum."""

from ..continuum.diagram import Stage
from ..continuum.models import Continuum, ContinuumStage
from .catalogue import current
from .terms import key_of


def stages_with_counts(continuum: Continuum | None) -> list[Stage]:
    """The stages of `continuum` in order, ready to be drawn."""
    values = current().values
    stages = ContinuumStage.objects.filter(continuum=continuum) if continuum else []
    return [
        Stage(
            name=stage.name,
            short_label=stage.short_label,
            description=stage.description,
            slug=stage.slug,
            colour=stage.colour,
            count=values.get(key_of("stage", stage.pk), 0).bit_count(),
        )
        for stage in stages
    ]
