"""Loading the sample content, a group at a time. A second run adds nothing."""

from collections.abc import Callable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Site

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.roles.membership import set_organisations
from coprod_pages.taxonomy.models import Organisation

from . import building
from .case_studies import CASE_STUDIES
from .organisations import ORGANISATIONS
from .sign_ins import PASSWORD, SIGN_INS

Say = Callable[[str], object]


class NotAnEmptySite(Exception):
    """There are case studies that are not ours: this is somebody's real site."""


def refuse_a_site_in_use(force: bool = False) -> None:
    """Raise `NotAnEmptySite` when somebody has begun a compendium of their own here."""
    if not force and CaseStudyPage.objects.exclude(source_id__startswith="sample:").exists():
        raise NotAnEmptySite


@transaction.atomic
def load_case_studies(say: Say) -> None:
    """Organisations first, then the case studies, then what refers to both."""
    for organisation in ORGANISATIONS:
        building.add_organisation(organisation)
    users = {user.username: user for user in get_user_model().objects.all()[:50]}
    made = []
    for record in CASE_STUDIES:
        user = users.get("editor" if record.looked_after_by else "colleague")
        page = building.add_case_study(record, user)
        if page:
            made.append((record, page, user))
    for record, page, user in made:
        building.pin_related(record, page)
        building.publish(page, user, record.published_days_ago)
    if made:
        say(f"Case studies made: {len(made)}")


@transaction.atomic
def make_sign_ins(say: Say) -> None:
    """The accounts with their published password. The caller has asked whether it may."""
    for organisation in ORGANISATIONS:
        building.add_organisation(organisation)
    users = get_user_model().objects
    for sign_in in SIGN_INS:
        if users.filter(username=sign_in.username).exists():
            continue
        user = users.create(
            username=sign_in.username,
            first_name=sign_in.first_name,
            last_name=sign_in.last_name,
        )
        user.set_password(PASSWORD)
        user.save()
        user.groups.add(Group.objects.get(name=sign_in.role))
        organisations = Organisation.objects.filter(name=sign_in.organisation)
        set_organisations(user, organisations)
        say(f"Sign-in made: {sign_in.username}")


def set_site_address(port: int) -> None:
    """Tell the default site its port, while it is still as the migration left it."""
    site = Site.objects.filter(is_default_site=True, hostname="localhost", port=80).first()
    if site:
        site.port = port
        site.site_name = site.site_name or "Co-production working group"
        site.save()
