"""What a digest of the mailing list tells of the compendium: new case studies."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ..case_studies.models import CaseStudyPage
from ..mail.queueing import absolute
from ..mailing_list.digest import MOST_ENTRIES, Entry, Found, Source, register
from .cards import cards_once
from .catalogue import current
from .models import CompendiumPage


def find(begin: datetime, end: datetime) -> Found:
    """The case studies published in this time that everybody may see, newest first."""
    published = CaseStudyPage.objects.visible_to_public().filter(
        first_published_at__gt=begin, first_published_at__lte=end
    )
    newest = published.order_by("-first_published_at", "-pk").values_list("pk", flat=True)
    cards = cards_once(current(), list(newest[:MOST_ENTRIES]))
    compendium = CompendiumPage.objects.live().first()
    total = published.count()
    return Found(
        entries=[
            Entry(card.page_id, card.title, absolute(card.url), card.summary) for card in cards
        ],
        total=total,
        new=total,
        address=absolute(f"{compendium.get_url()}?sort=newest") if compendium else "",
    )


def visible(keys: Iterable[int]) -> set[int]:
    """Which of these case studies everybody may see now."""
    pages = CaseStudyPage.objects.visible_to_public().filter(pk__in=list(keys))
    return set(pages.values_list("pk", flat=True))


SOURCE = Source(name="case studies", heading=_("New case studies"), find=find, visible=visible)


def connect() -> None:
    """Called once, when the app is ready."""
    register(SOURCE)
