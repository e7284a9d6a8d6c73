"""Template tags of editions."""

from django import template
from wagtail.models import Page

from ..case_studies import telling_apart
from ..case_studies.models import CaseStudyPage
from ..editions.following import editions_taken_down_with
from ..editions.permitted import may_be_in_editions

register = template.Library()
register.filter("about", telling_apart.about)
register.filter("told_apart", telling_apart.told_apart)


@register.simple_tag
def may_be_printed(page: CaseStudyPage) -> bool:
    """Whether the case study can be had as a document now."""
    return may_be_in_editions().filter(pk=page.pk).exists()


@register.simple_tag
def editions_lost_with(page: Page) -> list[str]:
    """The titles of the editions that nobody can have any more when `page` is unpublished."""
    return editions_taken_down_with(page)
