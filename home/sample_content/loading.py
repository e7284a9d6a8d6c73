"""Loading the sample content, a group at a time. A second run adds nothing."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Site

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.roles.membership import set_organisations
from coprod_pages.taxonomy.models import Organisation

from . import building, drafts, editions, filling
from .case_studies import CASE_STUDIES
from .general_pages import ABOUT
from .news import NEWS
from .organisations import HACKNEY_CVS, ORGANISATIONS
from .section_pages import SECTIONS
from .sign_ins import PASSWORD, SIGN_INS
from .statements import ACCESSIBILITY, PRIVACY

Say = Callable[[str], object]


class SiteInUse(Exception):
    """There are case studies that are not ours: this is somebody's real site."""


def refuse_a_site_in_use() -> None:
    """Raise `SiteInUse` when somebody has begun a compendium of their own here."""
    if CaseStudyPage.objects.exclude(source_id__startswith="sample:").exists():
        raise SiteInUse


def set_site_address(port: int) -> None:
    """Tell the default site its port, while it is still as the migration left it."""
    site = Site.objects.filter(is_default_site=True, hostname="localhost", port=80).first()
    if site:
        site.port = port
        site.site_name = site.site_name or "Co-production working group"
        site.save()


@transaction.atomic
def add_organisations() -> None:
    """The organisations that are missing. Everything else refers to them."""
    for organisation in ORGANISATIONS:
        building.add_organisation(organisation)


@transaction.atomic
def make_sign_ins(say: Say) -> None:
    """The accounts with their published password. The caller has asked whether it may."""
    users = get_user_model().objects
    for sign_in in SIGN_INS:
        if users.filter(username=sign_in.username).exists():
            continue
        user = users.create(
            username=sign_in.username,
            first_name=sign_in.first_name,
            last_name=sign_in.last_name,
            # What is sent there is read on the site: it leaves no machine.
            email=f"{sign_in.username}@example.org",
        )
        user.set_password(PASSWORD)
        user.save()
        user.groups.add(Group.objects.get(name=sign_in.role))
        set_organisations(user, Organisation.objects.filter(name=sign_in.organisation))
        say(f"Sign-in made: {sign_in.username}")


@transaction.atomic
def load_case_studies(say: Say) -> None:
    """The case studies, then what refers from one to another, then all published."""
    made = []
    for record in CASE_STUDIES:
        user = account("editor" if record.looked_after_by == HACKNEY_CVS else "colleague")
        page = building.add_case_study(record, user)
        if page:
            made.append((record, page, user))
    for record, page, user in made:
        building.pin_related(record, page)
        building.publish(page, user, record.published_days_ago)
    _tell(say, "Case studies made", len(made))


@transaction.atomic
def load_pages(say: Say) -> None:
    """The general pages and the words of the sections, where nobody has written any."""
    count = 0
    for record in (ABOUT, PRIVACY, ACCESSIBILITY):
        count += filling.fill_general_page(record)
    for path, fields in SECTIONS.items():
        count += filling.fill(path, fields)
    _tell(say, "Pages filled", count)


@transaction.atomic
def load_news_and_meetings(say: Say) -> None:
    """The meetings first: the news links to one."""
    secretary = account("secretary")
    meetings = filling.add_first_meeting(secretary) + filling.add_sample_meeting(secretary)
    _tell(say, "Meetings made", meetings)
    _tell(say, "News made", sum(filling.add_news(record, secretary) for record in NEWS))


@transaction.atomic
def load_edition(say: Say) -> None:
    """The example of an edition. The worker makes its documents."""
    _tell(say, "Editions made", editions.add_sample_edition(account("reviewer")))


@transaction.atomic
def load_drafts(say: Say) -> None:
    """Drafts of the two editors. Nobody could see or finish them without the sign-ins."""
    editor, colleague = account("editor"), account("colleague")
    if not (editor and colleague):
        return
    submitted = building.add_case_study(drafts.SUBMITTED, editor)
    if submitted and submitted.get_workflow():
        submitted.get_workflow().start(submitted, editor)
    others = [
        building.add_case_study(drafts.BARELY_BEGUN, editor),
        building.add_case_study(drafts.OF_ANOTHER_ORGANISATION, colleague),
    ]
    _tell(say, "Drafts made", sum(1 for page in (submitted, *others) if page))


def account(username: str) -> Any:
    """The sample account of this name; `None` where there are no sample sign-ins."""
    sign_in = next(sign_in for sign_in in SIGN_INS if sign_in.username == username)
    return get_user_model().objects.filter(username=username, groups__name=sign_in.role).first()


def _tell(say: Say, what: str, count: int) -> None:
    if count:
        say(f"{what}: {count}")
