"""Wagtail's read-only API for pages, with the one visibility rule."""

from django.db.models import Q, QuerySet
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page

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


api_router = WagtailAPIRouter("coprod_api")
api_router.register_endpoint("pages", PublicPagesAPIViewSet)
