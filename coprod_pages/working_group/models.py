"""The working group's own section, and the register of people who asked to join."""

from datetime import date, timedelta
from typing import Any

from django.core import signing
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField

from ..blocks import BodyBlock
from ..client_address import client_address
from ..erasures_file import note_or_log
from ..meetings.models import MeetingPage
from ..news.models import NewsPage
from ..page_tree import SectionPage, TreeSafePage
from ..public_forms.rate_limit import may_send

# Personal data is kept no longer than it takes to answer and invite.
KEEP_REQUESTS_FOR = timedelta(days=365)
# In the list of what must not come back with a backup.
ERASED = "request to join erased"
# The page after asking can be made by nobody else, and says nothing later.
SIGNER = signing.TimestampSigner(sep="~", salt="coprod_pages.working_group.thanks")
THANKS_SHOWN_FOR = timedelta(minutes=15)

TOO_MANY = _(
    "This form has been sent many times from where you are. Please wait an hour and press "
    "Send again. What you wrote is still here."
)


def erase_after() -> date:
    """The day after which a request made today is erased."""
    return timezone.localdate() + KEEP_REQUESTS_FOR


class WorkingGroupPage(SectionPage):
    """Who the working group is, its next meeting and its latest news."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])
    body = StreamField(BodyBlock(required=False), verbose_name=_("body"), blank=True)

    template = "coprod_pages/working_group/working_group_page.html"
    page_description = _("Who the working group is, with its next meeting and latest news.")
    subpage_types = [
        "coprod_pages.NewsIndexPage",
        "coprod_pages.MeetingIndexPage",
        "coprod_pages.JoinPage",
    ]

    content_panels = [*SectionPage.content_panels, "introduction", "body"]

    class Meta:
        verbose_name = _("working group")

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        return {"head": [self.introduction], "body": [self.body]}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        meetings = MeetingPage.objects.visible_to_public().descendant_of(self)
        context["upcoming"] = meetings.upcoming()[:3]
        context["past"] = meetings.past()[:3]
        context["news"] = NewsPage.objects.listed().descendant_of(self)[:3]
        context["sections"] = self.get_children().live().public().specific()
        return context


class JoinPage(TreeSafePage):
    """Asking to come: a short form that stores a row and never makes a page."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link", "ul"])
    thank_you = RichTextField(_("what people read after sending"), blank=True, features=["link"])

    template = "coprod_pages/working_group/join_page.html"
    landing_page_template = "coprod_pages/working_group/join_page_thanks.html"
    page_description = _("The form for people who would like to come to meetings.")
    parent_page_types = ["coprod_pages.WorkingGroupPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    content_panels = [*TreeSafePage.content_panels, "introduction", "thank_you"]

    class Meta:
        verbose_name = _("asking to join")

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        return {"head": [], "body": [self.introduction]}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; after a good post, a redirect to the thanks, so that reload sends nothing."""
        from .forms import JoinForm
        from .joining import receive

        if request.method == "POST" and not getattr(request, "is_preview", False):
            form = JoinForm(request.POST)
            status = 422
            if form.is_valid() and not may_send("join", client_address(request)):
                form.add_error(None, TOO_MANY)
                status = 429
            if form.is_valid():
                reference = receive(form.cleaned_data, looks_automatic=form.looks_automatic)
                return redirect(f"{self.get_url(request)}?sent={SIGNER.sign(reference)}")
        else:
            form, status = JoinForm(), 200
        context = self.get_context(request)
        context["form"] = form
        context["reference"] = _read_reference(request.GET.get("sent", ""))
        template = self.landing_page_template if context["reference"] else self.template
        response = TemplateResponse(request, template, context, status=status)
        response["Cache-Control"] = "no-store"
        return response


def _read_reference(signed: str) -> str:
    """The reference that was given lately; "" for what somebody else has written into the address."""
    try:
        return SIGNER.unsign(signed, max_age=THANKS_SHOWN_FOR)
    except signing.BadSignature:
        return ""


class JoinRequest(models.Model):
    """Somebody who asked to join. Holds personal data, kept for a year at most."""

    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"), max_length=254)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    message = models.TextField(_("message"), max_length=1000, blank=True)
    reference = models.CharField(_("reference"), max_length=8, unique=True, editable=False)
    # The form's own key: a double click stores once.
    form_key = models.CharField(max_length=43, unique=True, editable=False)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now, db_index=True)
    erase_after = models.DateField(_("erased after"), default=erase_after, db_index=True)
    answered = models.BooleanField(_("answered"), default=False)
    looks_automatic = models.BooleanField(
        _("looks automatic"),
        default=False,
        help_text=_("Sent faster than people type, or with a hidden field filled in."),
    )

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = _("request to join")
        verbose_name_plural = _("requests to join")

    def __str__(self) -> str:
        # Stands in log labels: no personal data.
        return f"{self.reference}"

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Deleted by hand before its time, it does not come back with a backup either."""
        note_or_log(ERASED, request_to_join=self.reference)
        return super().delete(*args, **kwargs)
