"""Factories: a thing with all it needs, and traits for the states it can be in."""

from datetime import timedelta
from typing import Any

import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from coprod_pages.case_studies.models import CaseStudyConsent, CaseStudyPage
from coprod_pages.compendium.models import CompendiumPage
from coprod_pages.continuum.models import ContinuumStage
from coprod_pages.contributions.choices import State
from coprod_pages.contributions.consents import agree_to
from coprod_pages.contributions.models import Contribution, ContributionFile
from coprod_pages.meetings.models import MeetingIndexPage, MeetingPage
from coprod_pages.news.models import NewsIndexPage, NewsPage
from coprod_pages.public_forms.keys import new_form_key, new_reference
from coprod_pages.roles.groups import CVS_EDITORS
from coprod_pages.roles.membership import set_organisations
from coprod_pages.sign_off.content import digest_of
from coprod_pages.sign_off.models import ContributorAgreement
from coprod_pages.taxonomy.models import Borough, Organisation, OrganisationKind, Tag, Theme


class OrganisationFactory(factory.django.DjangoModelFactory):
    """An organisation of a kind."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Organisation {n}")
    kind = factory.LazyFunction(lambda: OrganisationKind.objects.get(slug="charity"))


class TagFactory(factory.django.DjangoModelFactory):
    """A tag."""

    class Meta:
        model = Tag

    name = factory.Sequence(lambda n: f"tag {n}")


class UserFactory(factory.django.DjangoModelFactory):
    """A person with a role, by default a CVS editor, and the organisations they belong to."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    class Params:
        role = CVS_EDITORS

    username = factory.Sequence(lambda n: f"person{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.django.Password("a long enough password")

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Any:
        organisations = kwargs.pop("organisations", [])
        role = kwargs.pop("role_name", CVS_EDITORS)
        user = super()._create(model_class, *args, **kwargs)
        if role:
            user.groups.add(Group.objects.get(name=role))
        set_organisations(user, organisations)
        return user


def person(role: str | None = CVS_EDITORS, *organisations: Organisation, **fields: Any) -> Any:
    """An account with `role`, belonging to `organisations`."""
    return UserFactory(role_name=role, organisations=list(organisations), **fields)


def case_study(title: str = "A story told together", **given: Any) -> CaseStudyPage:
    """A complete case study, live unless `live=False`.

    `tags`, `themes`, `boroughs`, `stages` and `equality_groups` are names or slugs;
    `private`, `withdrawn` and `expired` put it into that state.
    """
    live = given.pop("live", True)
    private = given.pop("private", False)
    withdrawn = given.pop("withdrawn", False)
    consent_ended = given.pop("consent_ended", False)
    expired = given.pop("expired", False)
    user = given.pop("user", None)
    lists = {
        "tags": given.pop("tags", []),
        "themes": given.pop("themes", ["health"]),
        "boroughs": given.pop("boroughs", ["hackney"]),
        "stages": given.pop("stages", ["need"]),
        "equality_groups": given.pop("equality_groups", []),
    }
    fields = {
        "summary": "Neighbours and officers found out together what was needed.",
        "lead_organisation": given.pop("lead_organisation", None) or OrganisationFactory(),
        "reach": "boroughs",
        "need": "<p>The lunch club was about to close.</p>",
        "story": [{"type": "paragraph", "value": "<p>They met every week.</p>"}],
        "worked": "<p>People came back.</p>",
        "did_not_work": "<p>The money ran out before the end.</p>",
        **given,
    }
    story = fields.pop("story")
    page = CaseStudyPage(title=title, live=False, **fields)
    page.story = page._meta.get_field("story").to_python(story)
    compendium = CompendiumPage.objects.get()
    compendium.add_child(instance=page)
    _fill_lists(page, lists)
    page.save()
    revision = page.save_revision(user=user)
    if live:
        revision.publish()
        page.refresh_from_db()
    _apply_states(page, private, withdrawn, consent_ended, expired)
    return CaseStudyPage.objects.get(pk=page.pk)


def _fill_lists(page: CaseStudyPage, lists: dict[str, list[str]]) -> None:
    from coprod_pages.taxonomy.models import EqualityGroup

    page.tags.set(lists["tags"])
    page.themes.set(Theme.objects.filter(slug__in=lists["themes"]))
    page.boroughs.set(Borough.objects.filter(slug__in=lists["boroughs"]))
    page.equality_groups.set(EqualityGroup.objects.filter(slug__in=lists["equality_groups"]))
    for order, slug in enumerate(lists["stages"]):
        page.stage_rows.create(stage=ContinuumStage.objects.get(slug=slug), sort_order=order)


def _apply_states(
    page: CaseStudyPage, private: bool, withdrawn: bool, consent_ended: bool, expired: bool
) -> None:
    if private:
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    if withdrawn:
        CaseStudyConsent.objects.create(page=page, withdrawn_at=timezone.now())
    if consent_ended:
        CaseStudyConsent.objects.create(page=page, ends_on=timezone.localdate() - timedelta(days=1))
    if expired:
        CaseStudyPage.objects.filter(pk=page.pk).update(
            expire_at=timezone.now() - timedelta(hours=1)
        )


def news(title: str = "News from the group", live: bool = True, **fields: Any) -> NewsPage:
    """A news item, live unless told otherwise."""
    page = NewsPage(title=title, live=False, summary="What has happened.", **fields)
    return _published(NewsIndexPage.objects.get(), page, live)


def meeting(title: str = "Our next meeting", live: bool = True, **fields: Any) -> MeetingPage:
    """A meeting two weeks from now, live unless told otherwise."""
    start = timezone.now() + timedelta(days=14)
    fields = {"starts_at": start, "ends_at": start + timedelta(hours=2), **fields}
    page = MeetingPage(title=title, live=False, **fields)
    return _published(MeetingIndexPage.objects.get(), page, live)


def _published(parent: Page, page: Any, live: bool) -> Any:
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return type(page).objects.get(pk=page.pk)


def contribution(state: str = State.NEW, **given: Any) -> Contribution:
    """An example that somebody sent in, complete and agreed to.

    `boroughs` are slugs, `consents` the uses agreed to, `days` how long it is in its state.
    """
    boroughs = given.pop("boroughs", ["hackney"])
    consents = given.pop("consents", ["website"])
    since = timezone.now() - timedelta(days=given.pop("days", 0))
    was_confirmed = state not in (State.UNFINISHED, State.UNCONFIRMED)
    fields = {
        "reference": new_reference(),
        "form_key": new_form_key()[:43],
        "name": "Ottoline Penhaligon",
        "email": "ottoline@example.org",
        "phone": "020 7946 0123",
        "title": "A lunch club that residents run",
        "summary": "Residents cook for each other twice a week.",
        "reach": "boroughs",
        "organisation": "Friends of the Lunch Club",
        "need": "Older people ate alone.",
        "story": "We met in the hall.\n\nThen we cooked.",
        "worked": "People came back.",
        "did_not_work": "The hall was too cold.",
        "what_changed": "Nobody eats alone on Tuesdays.",
        "people": "nobody",
        "naming": "organisation",
        "state_since": since,
        "sent_at": since,
        "confirmed_at": since if was_confirmed else None,
        **given,
    }
    sent = Contribution.objects.create(state=state, **fields)
    sent.boroughs.set(Borough.objects.filter(slug__in=boroughs))
    agree_to(sent, consents)
    return sent


def publish_with_yes(page: CaseStudyPage) -> None:
    """Publish the latest text of `page`, to which whoever sent the example has said yes."""
    revision = page.get_latest_revision()
    for sent in page.contributions.all():
        ContributorAgreement.objects.create(
            contribution=sent,
            page=page,
            revision=revision,
            digest=digest_of(revision.as_object()),
            state=ContributorAgreement.State.AGREED,
        )
    revision.publish()


def contribution_file(sent: Contribution, name: str = "letter.pdf") -> ContributionFile:
    """A document that came with `sent`."""
    words = b"%PDF-1.4 a letter"
    kept = ContributionFile(
        contribution=sent, name=name, content_type="application/pdf", size=len(words), sha256="0"
    )
    kept.file.save("unguessable.pdf", ContentFile(words), save=False)
    kept.save()
    return kept
