"""What tells one case study from another of the same title, for editors."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from .models import CaseStudyPage


def about(page: Page) -> str:
    """Where it was and who led it, as far as that is known; nothing of other pages."""
    if not isinstance(page, CaseStudyPage):
        return ""
    led_by = (
        _("led by %(name)s") % {"name": page.lead_organisation} if page.lead_organisation else ""
    )
    return "; ".join(filter(None, [page.where if page.reach else "", led_by]))


def told_apart(page: Page) -> str:
    """Its title with that, and whether visitors cannot see it."""
    parts = [about(page), "" if page.live else _("not public")]
    said = "; ".join(filter(None, parts))
    title = page.get_admin_display_title()
    return f"{title} ({said})" if said else title
