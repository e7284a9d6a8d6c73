"""The page that asks for examples and says what happens with them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField

from ..blocks import BodyBlock
from ..page_tree import SectionPage


class ContributePage(SectionPage):
    """Send us your example: what happens with it, how long that takes, who decides."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])
    body = StreamField(
        BodyBlock(required=False),
        verbose_name=_("what happens with an example"),
        blank=True,
        help_text=_("What happens, how long it takes, who decides and by what."),
    )
    other_ways = RichTextField(
        _("other ways to send one"),
        blank=True,
        features=["bold", "link", "ul"],
        help_text=_("By telephone or by post, for people who would rather not use a form."),
    )

    template = "coprod_pages/contributions/contribute_page.html"
    page_description = _("Asks for examples, and leads to the form for them.")
    subpage_types: list[str] = []

    content_panels = [*SectionPage.content_panels, "introduction", "body", "other_ways"]

    class Meta:
        verbose_name = _("sending an example")

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        return {"head": [self.introduction], "body": [self.body, self.other_ways]}
