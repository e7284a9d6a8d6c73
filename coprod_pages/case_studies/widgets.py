"""The tag field of the editor: it offers the tags there are before making new ones."""

from django.urls import reverse
from wagtail.admin.widgets import AdminTagWidget

from ..taxonomy.models import Tag


class PreferredTagWidget(AdminTagWidget):
    """Wagtail's tag field, offering preferred tags only, however much of one was typed."""

    tag_model = Tag

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-w-tag-url-value"] = reverse("coprod_tag_suggestions")
        return context
