"""Public addresses of the plugin that are no pages. A host includes them at its root."""

from django.urls import path

from .case_studies.api import api_router

urlpatterns = [
    path("api/v2/", api_router.urls),
]
