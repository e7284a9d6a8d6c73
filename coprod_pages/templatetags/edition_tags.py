"""Template tags of editions."""

from django import template

from ..case_studies.models import CaseStudyPage
from ..editions.permitted import may_be_in_editions

register = template.Library()


@register.simple_tag
def may_be_printed(page: CaseStudyPage) -> bool:
    """Whether the case study can be had as a document now."""
    return may_be_in_editions().filter(pk=page.pk).exists()
