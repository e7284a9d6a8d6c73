"""Template tags of news: what an item is about, each thing by its own rule of visibility."""

from django import template

from ..compendium.cards import Card, cards_once
from ..compendium.catalogue import current
from ..meetings.models import MeetingPage
from ..news.models import NewsPage

register = template.Library()


@register.simple_tag
def case_studies_of(news: NewsPage) -> list[Card]:
    """The case studies that `news` is about and that everybody may see, as chosen."""
    return cards_once(current(), [row.case_study_id for row in news.case_study_rows.all()])


@register.simple_tag
def meetings_of(news: NewsPage) -> list[MeetingPage]:
    """The meetings that `news` is about and that everybody may see, as chosen."""
    keys = [row.meeting_id for row in news.meeting_rows.all()]
    found = MeetingPage.objects.visible_to_public().in_bulk(keys) if keys else {}
    return [found[key] for key in keys if key in found]
