"""The draft of a case study that is made from a contribution, and whose it is."""

from typing import Any

from django.utils.text import slugify
from wagtail.log_actions import log

from ..case_studies.choices import Provenance
from ..case_studies.models import RESERVED_SLUGS, CaseStudyConsent, CaseStudyPage
from ..compendium.models import CompendiumPage
from ..roles.organisations import organisations_of, works_for_every_organisation
from ..safe_text import one_line
from ..taxonomy.models import Organisation
from . import mapping
from .choices import Use
from .models import Contribution


def make_draft(contribution: Contribution, compendium: CompendiumPage, user: Any) -> CaseStudyPage:
    """A draft under `compendium` with all that was sent but files, names and addresses."""
    title = mapping.title_of(contribution)
    page = CaseStudyPage(
        live=False,
        has_unpublished_changes=True,
        owner=contribution.owner,
        title=title,
        draft_title=title,
        summary=mapping.summary_of(contribution),
        reach=contribution.reach,
        provenance=Provenance.SENT_IN,
        naming_level=mapping.naming_of(contribution),
        lead_organisation=organisation_called(contribution.organisation),
    )
    if slugify(title) in RESERVED_SLUGS:
        page.slug = f"{slugify(title)}-example"
    for name in ("need", "worked", "did_not_work", "what_changed"):
        setattr(page, name, mapping.paragraphs(contribution, getattr(contribution, name)))
    blocks = mapping.story_of(contribution)
    page.story = page._meta.get_field("story").to_python(blocks)
    page.boroughs.set(contribution.boroughs.all())
    page.looked_after_by = organisation_for(page, contribution.owner)
    compendium.add_child(instance=page)
    page.save_revision(user=user, clean=False)
    log(instance=page, action="wagtail.create", user=user, content_changed=True)
    consent = contribution.consents.get(use=Use.WEBSITE)
    CaseStudyConsent.objects.create(page=page, ends_on=consent.ends_on)
    return page


def give_to(contribution: Contribution, colleague: Any, user: Any) -> None:
    """Let `colleague` edit a draft that no organisation looks after yet.

    A draft of an organisation stays with it, and one under review with its reviewers.
    """
    page = CaseStudyPage.objects.filter(
        pk=contribution.case_study_id, live=False, looked_after_by=None
    ).first()
    if page is None or page.current_workflow_state is not None:
        return
    draft = page.get_latest_revision_as_object()
    draft.owner, draft.looked_after_by = colleague, organisation_for(draft, colleague)
    draft.save()
    draft.save_revision(user=user, clean=False)


def organisation_called(text: str) -> Organisation | None:
    """The organisation of exactly this name; a contributor's own words name no other."""
    name = one_line(text)
    return Organisation.objects.filter(name__iexact=name).first() if name else None


def organisation_for(page: CaseStudyPage, owner: Any) -> Organisation | None:
    """Who looks after a draft of `owner`: for a CVS editor, their organisation."""
    if owner is None or works_for_every_organisation(owner):
        return None
    own = organisations_of(owner)
    return own.filter(pk=page.lead_organisation_id).first() or own.order_by("name").first()
