"""Wagtail's read-only API for pages, with the one visibility rule."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page

from ..paging import LONGEST_NUMBER
from .models import CaseStudyPage


class PublicPagesAPIViewSet(PagesAPIViewSet):
    """Pages that everybody may see; of case studies, those that `visible_to_public` gives."""

    def get_base_queryset(self) -> QuerySet[Page]:
        visible = CaseStudyPage.objects.visible_to_public().values("pk")
        return (
            super()
            .get_base_queryset()
            .filter(~Q(content_type__model="casestudypage") | Q(pk__in=visible))
        )

    def listing_view(self, request: HttpRequest) -> HttpResponse:
        """The list. Raises `BadRequestError` (400) for what would be an error page."""
        for name, value in request.GET.items():
            if "\x00" in value:
                raise BadRequestError(f"{name} holds a NUL character")
        for name in ("offset", "limit"):
            if len(request.GET.get(name, "")) > LONGEST_NUMBER:
                raise BadRequestError(f"{name} is too large")
        return super().listing_view(request)


api_router = WagtailAPIRouter("coprod_api")
api_router.register_endpoint("pages", PublicPagesAPIViewSet)
