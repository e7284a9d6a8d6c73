"""Blocks that any page's body may be made of. Case studies add their own to these."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from .shown_pictures import needs_permission

RICH_TEXT_FEATURES = ["h3", "h4", "bold", "italic", "link", "document-link", "ul", "ol"]


class ParagraphBlock(blocks.RichTextBlock):
    """Running text."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        template = "coprod_pages/blocks/paragraph.html"
        preview_value = "<p>What happened, in plain words, in the order that it happened.</p>"


class HeadingBlock(blocks.CharBlock):
    """A heading inside the body; the page's own headings are one level above it."""

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Starts a new part of the page.")
        template = "coprod_pages/blocks/heading.html"
        preview_value = "How it began"


class PictureBlock(blocks.StructBlock):
    """A picture with its alternative text, or marked as decoration, and a caption."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption and credit"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture. Say what it shows, or mark it as decoration.")
        template = "coprod_pages/blocks/picture.html"

    def get_searchable_content(self, value: Any) -> list[str]:
        """Its words; of a picture that may have to go again on any day, none are found."""
        picture = value.get("image")
        if picture is not None and needs_permission(picture):
            return []
        return super().get_searchable_content(value)


class QuotationBlock(blocks.StructBlock):
    """Somebody's words, named as they wish to be named."""

    quotation = blocks.TextBlock(label=_("Their words"), rows=3, max_length=1000)
    named_as = blocks.CharBlock(
        label=_("How the person wishes to be named"),
        required=False,
        max_length=120,
        help_text=_("For example: a resident, Hackney. Leave empty for no name at all."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody’s own words, named as they wish.")
        template = "coprod_pages/blocks/quotation.html"
        preview_value = {
            "quotation": "For once we were asked before the plan was written.",
            "named_as": "A resident",
        }


class DocumentBlock(blocks.StructBlock):
    """A document to download."""

    document = DocumentChooserBlock(label=_("Document"))
    description = blocks.CharBlock(label=_("What it is"), required=False, max_length=200)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file that people can download.")
        template = "coprod_pages/blocks/document.html"


class CallOutBlock(blocks.StructBlock):
    """A short passage set apart."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ul", "ol"])

    class Meta:
        icon = "warning"
        label = _("Call-out")
        description = _("A short passage set apart from the text around it.")
        template = "coprod_pages/blocks/call_out.html"
        preview_value = {
            "heading": "Try this",
            "text": "<p>Agree together what success looks like before you start.</p>",
        }


class VideoValue(blocks.StructValue):
    """A video and the address of the page where it can be watched."""

    @property
    def site(self) -> str:
        """The host that the link leads to, so that people know where they are going."""
        return urlsplit(self.get("address") or "").netloc.removeprefix("www.")


class VideoBlock(blocks.StructBlock):
    """A link to a video elsewhere. Nothing is loaded from there until somebody follows it."""

    address = blocks.URLBlock(label=_("Address of the video"))
    title = blocks.CharBlock(label=_("What the video shows"), max_length=150)
    length = blocks.CharBlock(
        label=_("How long it is"), required=False, max_length=30, help_text=_("5 minutes")
    )
    captions = blocks.ChoiceBlock(
        label=_("Captions"),
        choices=[
            ("captions", _("It has captions")),
            ("transcript", _("There is a transcript")),
            ("none", _("It has neither")),
        ],
        default="captions",
    )

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A link to a video. The other site sees nothing until it is followed.")
        template = "coprod_pages/blocks/video.html"
        value_class = VideoValue
        preview_value = {
            "address": "https://example.org/film",
            "title": "Residents talk about the first year",
            "length": "4 minutes",
            "captions": "captions",
        }

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        address = cleaned.get("address") or ""
        if address and not address.startswith(("https://", "http://")):
            raise blocks.StructBlockValidationError(
                {"address": ValidationError(_("Write an address that starts with https://."))}
            )
        return cleaned


class BodyBlock(blocks.StreamBlock):
    """The body of news and general pages."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock(features=RICH_TEXT_FEATURES)
    picture = PictureBlock()
    quotation = QuotationBlock()
    call_out = CallOutBlock()
    document = DocumentBlock()
    video = VideoBlock()
