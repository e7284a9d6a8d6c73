"""Public addresses of the plugin that are no pages. A host includes them at its root."""

from django.urls import path, re_path

from .compendium.api import api_router
from .compendium.exports import serve_file
from .contributions import own_views, views
from .editions import public_views as editions
from .mail.sent_views import sent_mail
from .mailing_list import views as mailing_list
from .meetings.attending.views import registration, serve_form
from .sign_off import people_views
from .sign_off.contributor_views import picture

urlpatterns = [
    # A link's secret always stands right after `contribute/`: that is what logs leave out.
    path("contribute/start/", views.start, name="coprod_contribute_start"),
    path("contribute/link/", own_views.lost_link, name="coprod_contribute_link"),
    path("contribute/<slug:secret>/", views.contribution, name="coprod_contribution"),
    path("contribute/<slug:secret>/media/<path:path>", picture, name="coprod_sign_off_picture"),
    path("contribute/<slug:secret>/<slug:slug>/", views.step, name="coprod_contribution_step"),
    # As above: what stands right after `quoted/` is a link's secret.
    path("quoted/<slug:secret>/", people_views.quoted, name="coprod_quoted"),
    path("quoted/<slug:secret>/media/<path:path>", people_views.picture),
    # As above: what stands right after `list/` is a link's secret.
    path("working-group/list/", mailing_list.mailing_list, name="coprod_list"),
    path("working-group/list/<slug:secret>/", mailing_list.link, name="coprod_list_link"),
    # Here too the secret stands right after the first part.
    path("attend/<str:secret>/", registration, name="coprod_registration"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)attend/$", serve_form),
    path("booklets/", editions.new_booklet, name="coprod_new_booklet"),
    path("booklets/<slug:secret>/", editions.booklet, name="coprod_booklet"),
    re_path(
        r"^booklets/(?P<secret>[\w-]+)/booklet\.(?P<form>pdf|docx)$",
        editions.booklet_file,
        name="coprod_booklet_file",
    ),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)case-study\.(?P<form>pdf|docx)$",
        editions.single,
        name="coprod_single",
    ),
    path("dev/mail/", sent_mail, name="coprod_sent_mail"),
    path("api/v2/", api_router.urls),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)*)(?P<file>export\.(?:csv|json|xlsx)|(?:calendar|event)\.ics)$",
        serve_file,
        name="coprod_export",
    ),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)*)(?P<file>diagram\.(?:svg|png))$",
        serve_file,
        name="coprod_diagram",
    ),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)(?P<file>edition\.(?:pdf|large\.pdf|docx)|cover\.svg)$",
        serve_file,
        name="coprod_edition_file_of_page",
    ),
]
