"""The page that shows a continuum, with the addresses below it: each stage, images, the frame."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from ..page_tree import SectionPage
from .models import Continuum, ContinuumStage


class ContinuumPage(RoutablePageMixin, SectionPage):
    """What the continuum is, as a diagram and the same as a list."""

    introduction = RichTextField(
        _("introduction"), blank=True, features=["bold", "italic", "link", "ul", "ol"]
    )
    continuum = models.ForeignKey(
        Continuum,
        verbose_name=_("continuum"),
        null=True,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("Its stages are edited under Lists › Continua."),
    )
    body = RichTextField(
        _("more about it"),
        blank=True,
        features=["h2", "h3", "bold", "italic", "link", "ul", "ol"],
        help_text=_("Shown under the diagram."),
    )

    template = "coprod_pages/continuum/continuum_page.html"
    page_description = _("The continuum of activity as a diagram, with its stages explained.")
    subpage_types: list[str] = []

    content_panels = [
        *SectionPage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("continuum"),
        FieldPanel("body"),
        HelpPanel(
            content=_(
                "<p>The diagram is drawn from the list of stages. To rename, reorder or "
                "recolour a stage, go to Lists › Continua.</p>"
            )
        ),
    ]

    class Meta:
        verbose_name = _("continuum page")

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        stages = list(self.stages())
        return {
            "head": [text for stage in stages for text in (stage.name, stage.description)],
            "body": [
                *(self.introduction, self.body),
                *(stage.honest_conversation for stage in stages),
            ],
        }

    def stages(self) -> models.QuerySet[ContinuumStage]:
        """The public stages of the chosen continuum, in order."""
        return ContinuumStage.objects.published().filter(continuum=self.continuum_id)

    def parts(self) -> list[tuple[str, str, Sequence[str]]]:
        """Addresses below this page that a search may lead to: title, address, texts."""
        return [
            (
                stage.name,
                self.reverse_subpage("stage", args=[stage.slug]),
                (stage.name, stage.description, stage.honest_conversation),
            )
            for stage in self.stages()
        ]

    def address_of(self, name: str, *args: str) -> str:
        """The whole address of something below this page. Never taken from the request."""
        return f"{self.full_url}{self.reverse_subpage(name, args=args)}"

    @property
    def share_image_url(self) -> str:
        """The picture that others show beside a link to this page, if there is one."""
        return self.address_of("picture").removesuffix("/") if self.stages().exists() else ""

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        own = super().get_sitemap_urls(request)
        changed = self.continuum.last_published_at if self.continuum else None
        address = self.get_full_url(request)
        return own + [
            {
                "location": f"{address}{self.reverse_subpage('stage', args=[stage.slug])}",
                "lastmod": changed or own[0]["lastmod"],
            }
            for stage in self.stages()
        ]

    @path("diagram.svg/", name="diagram")
    def diagram(self, request: HttpRequest) -> HttpResponse:
        """The diagram as an image of its own, for slides and print."""
        from .responses import standing_alone

        return standing_alone(self, request)

    @path("diagram.png/", name="picture")
    def picture(self, request: HttpRequest) -> HttpResponse:
        """The diagram as a picture for shared links."""
        from .responses import picture

        return picture(self, request)

    @path("embed/", name="embed")
    def embed(self, request: HttpRequest) -> HttpResponse:
        """The diagram for a frame on other sites' pages."""
        from .responses import framed

        return framed(self, request)

    @path("<slug:slug>/", name="stage")
    def stage(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One stage: what it is, what has to be talked through, its case studies."""
        stages = list(self.stages())
        place = next((n for n, stage in enumerate(stages) if stage.slug == slug), None)
        if place is None:
            raise Http404
        stage = stages[place]
        context = {
            "stage": stage,
            "number": place + 1,
            "before": stages[place - 1] if place else None,
            "after": stages[place + 1] if place + 1 < len(stages) else None,
            "part": {
                "title": stage.name,
                "summary": stage.description,
                "address": self.address_of("stage", slug),
            },
        }
        return self.render(
            request, context_overrides=context, template="coprod_pages/continuum/stage_page.html"
        )
