"""Four eyes: who last edited a text."""

from wagtail.models import Page


def last_edited_by(page: Page) -> int | None:
    """The key of whoever saved the latest revision; `None` if it was a command."""
    revision = page.get_latest_revision()
    return revision.user_id if revision else None
