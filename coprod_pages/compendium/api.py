"""Wagtail's read-only API for pages: the one visibility rule, and the compendium's search.

For case studies it takes the parameters of the compendium and gives what the compendium gives,
in the same order. Wagtail's own search is not used: on SQLite it takes time that grows with
the square of what it finds, and other pages are found by our index as well.
"""

from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from rest_framework.fields import Field
from rest_framework.renderers import JSONRenderer
from wagtail.api import APIField
from wagtail.api.querysets import get_public_pages_queryset
from wagtail.api.v2 import filters
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from ..paging import LONGEST_NUMBER
from .api_answers import PARAMETERS, AnswersFilter, Facets

# Each level of nested fields costs a call: more of them than this are no question.
LONGEST_FIELDS = 500


class MarkupFreeRenderer(JSONRenderer):
    """JSON in which no message repeats markup that somebody asked with. It means the same."""

    def render(self, *args: Any, **kwargs: Any) -> bytes:
        return super().render(*args, **kwargs).replace(b"<", b"\\u003c")


class FacetsField(Field):
    """The values that the compendium finds a case study by, under their parameters' names."""

    def get_attribute(self, instance: CaseStudyPage) -> CaseStudyPage:
        return instance

    def to_representation(self, value: CaseStudyPage) -> dict[str, list[dict[str, str]]]:
        facets: Facets = self.context["facets"]
        return facets.of(value)


class ValidFieldsFilter(filters.FieldsFilter):
    """Wagtail's filter by fields, which takes a wrong date or a huge number for an error of ours."""

    def filter_queryset(self, request: HttpRequest, queryset: QuerySet, view: Any) -> QuerySet:
        for name in view.get_available_fields(queryset.model, db_fields_only=True):
            value = request.GET.get(name, "")
            if (digits := value.strip().lstrip("+-")).isdigit() and len(digits) > LONGEST_NUMBER:
                raise BadRequestError(f"{name} is too large a number")
        try:
            return super().filter_queryset(request, queryset, view)
        except (TypeError, ValueError, ValidationError) as error:
            raise BadRequestError("a value does not fit its field") from error


class PublicPagesAPIViewSet(PagesAPIViewSet):
    """Pages that everybody may see; of case studies, those that `visible_to_public` gives."""

    # No page to browse it by: that would need the inline scripts that this site refuses.
    renderer_classes = [MarkupFreeRenderer]
    filter_backends = [
        ValidFieldsFilter,
        *(
            backend
            for backend in PagesAPIViewSet.filter_backends
            if backend not in (filters.FieldsFilter, filters.SearchFilter)
        ),
        AnswersFilter,  # last, because it answers instead of a queryset
    ]

    def initial(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Refuse what would be an error page. Raises `BadRequestError` (400)."""
        super().initial(request, *args, **kwargs)
        for name, values in request.GET.lists():
            if any("\x00" in value for value in [name, *values]):
                raise BadRequestError("a parameter holds a NUL character")
        for name in ("offset", "limit", "id"):
            if len(request.GET.get(name, "")) > LONGEST_NUMBER:
                raise BadRequestError(f"{name} is too large")
        if len(request.GET.get("fields", "")) > LONGEST_FIELDS:
            raise BadRequestError("fields is too long")

    def get_base_queryset(self) -> QuerySet[Page]:
        return self._public_pages.all()

    def get_queryset(self) -> QuerySet[Page]:
        return self._asked_pages.all()

    # Wagtail asks for both several times in a request, each time with queries of its own.

    @cached_property
    def _public_pages(self) -> QuerySet[Page]:
        visible = CaseStudyPage.objects.visible_to_public().values("pk")
        return (
            super()
            .get_base_queryset()
            .filter(~Q(content_type__model="casestudypage") | Q(pk__in=visible))
        )

    @cached_property
    def _asked_pages(self) -> QuerySet[Page]:
        queryset = super().get_queryset()
        if issubclass(queryset.model, CaseStudyPage):
            # The same pages, without asking for the numbers of all public pages.
            queryset = get_public_pages_queryset(self.request, CaseStudyPage).visible_to_public()
        return queryset

    def check_query_parameters(self, queryset: QuerySet) -> None:
        """Refuse what is no parameter; of case studies, the compendium's are."""
        if issubclass(queryset.model, CaseStudyPage):
            self.known_query_parameters = self.known_query_parameters | PARAMETERS
        super().check_query_parameters(queryset)

    def find_object(self, queryset: QuerySet, request: HttpRequest) -> Page | None:
        """The page with an id or an address. Raises `BadRequestError` for an id of no number."""
        if "id" in request.GET and not request.GET["id"].isdecimal():
            raise BadRequestError("id must be a positive integer")
        return super().find_object(queryset, request)

    @classmethod
    def get_body_fields(cls, model: type[Page]) -> list[APIField]:
        fields = super().get_body_fields(model)
        if issubclass(model, CaseStudyPage):
            fields.append(APIField("facets", serializer=FacetsField()))
        return fields

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "facets": Facets()}


api_router = WagtailAPIRouter("coprod_api")
api_router.register_endpoint("pages", PublicPagesAPIViewSet)
