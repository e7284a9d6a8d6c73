"""Choosing the colour of a stage, with what it does to white text said at once."""

from re import fullmatch
from typing import Any

from django.forms import Media, TextInput
from django.utils.translation import gettext_lazy as _

from .colours import MINIMUM_CONTRAST, OFFERED, contrast_with_white, in_words


class ColourInput(TextInput):
    """The browser's own field for a colour, with colours to start from and the contrast in words."""

    input_type = "color"
    template_name = "coprod_pages/continuum/admin/colour_input.html"

    READABLE = _("White text is easy to read on it ({contrast} to 1).")
    TOO_PALE = _("Too pale for white text ({contrast} to 1, needed: 4.5). Choose a darker one.")

    @property
    def media(self) -> Media:
        return Media(js=["coprod_pages/colour.js"], css={"all": ["coprod_pages/colour.css"]})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        field_id = widget["attrs"].get("id", name)
        said = f"{field_id}-contrast"
        described = widget["attrs"].get("aria-describedby", "")
        widget["attrs"]["aria-describedby"] = f"{described} {said}".strip()
        widget["attrs"]["list"] = f"{field_id}-offered"
        colour = widget["value"] or ""
        contrast = contrast_with_white(colour) if fullmatch("#[0-9a-fA-F]{6}", colour) else 0
        words = self.READABLE if contrast >= MINIMUM_CONTRAST else self.TOO_PALE
        widget |= {
            "said_id": said,
            "said": words.format(contrast=in_words(contrast)) if contrast else "",
            "readable": contrast >= MINIMUM_CONTRAST,
            "words_readable": self.READABLE,
            "words_too_pale": self.TOO_PALE,
            "minimum": MINIMUM_CONTRAST,
            "offered": OFFERED,
        }
        return context
