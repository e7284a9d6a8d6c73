"""The rows of a news item: its tags, and what it is about, chosen by hand.

Whether a case study or a meeting is shown is not decided here: it is asked for by its own rule of
visibility when the page is made (`templatetags/news_tags.py`).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.models import Orderable

from ..taxonomy.models import Tag


class NewsTag(ItemBase):
    """A tag on a news item, from the same tags as case studies."""

    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="news_tags")
    content_object = ParentalKey(
        "coprod_pages.NewsPage", on_delete=models.CASCADE, related_name="tagged_items"
    )

    class Meta:
        verbose_name = _("tag on news")
        verbose_name_plural = _("tags on news")


class NewsCaseStudy(Orderable):
    """A case study that a news item is about."""

    news = ParentalKey(
        "coprod_pages.NewsPage", on_delete=models.CASCADE, related_name="case_study_rows"
    )
    case_study = models.ForeignKey(
        "coprod_pages.CaseStudyPage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("case study"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("case study of a news item")
        verbose_name_plural = _("case studies of news items")


class NewsMeeting(Orderable):
    """A meeting that a news item is about."""

    news = ParentalKey(
        "coprod_pages.NewsPage", on_delete=models.CASCADE, related_name="meeting_rows"
    )
    meeting = models.ForeignKey(
        "coprod_pages.MeetingPage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("meeting"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("meeting of a news item")
        verbose_name_plural = _("meetings of news items")
