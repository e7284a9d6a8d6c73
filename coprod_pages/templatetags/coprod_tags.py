"""Template tags of the plugin: what needs Python and belongs to no single page."""

from typing import Any

from django import template
from django.http import QueryDict

from ..case_studies.models import CompendiumPage
from ..case_studies.stage_counts import stages_with_counts
from ..continuum.diagram import lay_out, stand_up
from ..continuum.models import Continuum

register = template.Library()


@register.inclusion_tag("coprod_pages/continuum/diagram.html")
def continuum_diagram(continuum: Continuum | None = None, with_list: bool = True) -> dict[str, Any]:
    """The continuum as a drawing and, unless `with_list` is off, as an ordered list.

    Without a continuum, the first one is drawn. Each stage links to its case studies.
    """
    stages = stages_with_counts(continuum or Continuum.objects.first())
    return {
        "stages": stages,
        "lying": lay_out(stages),
        "standing": stand_up(stages),
        "compendium_url": compendium_url(),
        "with_list": with_list,
    }


@register.simple_tag
def compendium_url() -> str:
    """The address of the compendium; empty when there is none yet."""
    compendium = CompendiumPage.objects.live().public().first()
    return compendium.url if compendium else ""


@register.simple_tag
def compendium_link(**values: Any) -> str:
    """The address of the compendium narrowed by one facet: `{% compendium_link tag="housing" %}`."""
    query = QueryDict(mutable=True)
    query.update({name: str(value) for name, value in values.items() if value})
    return f"{compendium_url()}?{query.urlencode()}"
