"""The line with the places of a case study on it."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from ..case_studies.models import CaseStudyPage
from ..continuum.models import Continuum, ContinuumStage
from .tree import Line, Stage


def lines_of(page: CaseStudyPage) -> Iterator[Line]:
    """Each line that `page` has stages of, with them marked."""
    reached = {row.stage_id for row in page.stage_rows.all()}
    continua = {row.stage.continuum_id for row in page.stages_in_order}
    if not continua:
        return
    stages = ContinuumStage.objects.filter(continuum__in=continua).select_related("continuum")
    by_line: dict[Continuum, list[ContinuumStage]] = {}
    for stage in stages.order_by("continuum", "sort_order"):
        by_line.setdefault(stage.continuum, []).append(stage)
    for continuum, line in by_line.items():
        yield line_of(continuum, line, reached)


def stage_in_words(stage: ContinuumStage) -> str:
    """The one name of a stage in a document: the word in the diagram, and what people do there."""
    label, name = stage.short_label, stage.name
    if not label or name.casefold().startswith(label.casefold()):
        return name
    is_short_for_something = name[1:2].isupper()
    return f"{label}: {name if is_short_for_something else name[:1].lower() + name[1:]}"


def line_of(
    continuum: Continuum, stages: Sequence[ContinuumStage], reached: set[int] | None = None
) -> Line:
    """`continuum` drawn with its `stages`, those `reached` marked; for a cover, none is."""
    here = [stage for stage in stages if stage.pk in (reached or set())]
    if here:
        names = "; ".join(stage_in_words(stage) for stage in here)
        words = _("This case study was at: %(names)s.") % {"names": names}
    else:
        names = "; ".join(stage_in_words(stage) for stage in stages)
        words = _("Its stages: %(names)s.") % {"names": names}
    return Line(
        continuum.name,
        words,
        tuple(
            Stage(
                name=stage.name,
                short_label=stage.short_label,
                colour=stage.colour,
                mark=stage.icon or stage.letter,
                is_here=stage in here,
            )
            for stage in stages
        ),
    )
