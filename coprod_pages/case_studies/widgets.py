"""Fields of the editor: tags, which offers those there are, and stages by their line."""

from typing import Any

from django.forms import Select
from django.urls import reverse
from wagtail.admin.widgets import AdminTagWidget

from ..continuum.models import Continuum
from ..taxonomy.models import Tag


class PreferredTagWidget(AdminTagWidget):
    """Wagtail's tag field, offering preferred tags only, however much of one was typed."""

    tag_model = Tag

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-w-tag-url-value"] = reverse("coprod_tag_suggestions")
        return context


class StageSelect(Select):
    """The stages to choose from; where there are several lines, each under the name of its own."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list:
        choices = list(self.choices)
        lines: dict[int, list] = {}
        for choice in choices:
            stage = getattr(choice[0], "instance", None)
            if stage is not None:
                lines.setdefault(stage.continuum_id, []).append(choice)
        if len(lines) > 1:
            names = dict(Continuum.objects.values_list("pk", "name"))
            ungrouped = [choice for choice in choices if not hasattr(choice[0], "instance")]
            self.choices = ungrouped + [(names[line], rows) for line, rows in lines.items()]
        return super().optgroups(name, value, attrs)
