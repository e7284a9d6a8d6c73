"""Addresses of this site. Pages come last: their addresses are the page tree."""

from django.conf import settings
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from coprod_pages import urls as coprod_urls
from search.views import search

from .views import favicon, healthz, media, robots

handler400 = "coprod_site.views.bad_request"
handler403 = "coprod_site.views.forbidden"

urlpatterns = [
    path("healthz/", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media, name="media"),
    path("search/", search, name="search"),
    path("", include(coprod_urls)),
    path("", include(wagtail_urls)),
]
