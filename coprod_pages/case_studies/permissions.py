"""Who may do what to a case study: one tester, so that every admin route follows it.

Wagtail asks the tester in the editor, history, revisions, comparison, copy, move, delete,
unpublish, bulk actions, workflow and chooser. Two rules are added to Wagtail's own:

- A CVS editor may change the case studies of their own organisation, and no others.
- A case study becomes public by its review alone. Publishing directly (button, bulk action,
  copy, schedule, moving a live page in) would go round the second pair of eyes.
"""

from collections.abc import Callable
from typing import Any

from django.utils.functional import cached_property
from wagtail.models import PagePermissionTester

from ..roles.organisations import organisation_ids_of, works_for_every_organisation
from .rows import CaseStudyConsent

# Further reasons why what was agreed to is one page and no copy: whoever has one says so here.
bound_to_one_page: list[Callable[[Any], bool]] = []


class CompendiumPermissionTester(PagePermissionTester):
    """The compendium page itself: nothing is published straight into it."""

    def can_publish_subpage(self) -> bool:
        return self.user.is_superuser


class CaseStudyPermissionTester(PagePermissionTester):
    """A case study, owned by an organisation and published by its review."""

    def may_edit_as_member(self) -> bool:
        """Whether the user works on it as an editor of the organisation that looks after it.

        A case study that nobody looks after yet belongs to who began it.
        """
        if "add" not in self.permissions:
            return False
        if self.kept_by is None:
            return self.page.owner_id == self.user.pk
        return self.kept_by in organisation_ids_of(self.user)

    @cached_property
    def kept_by(self) -> int | None:
        """The organisation that looks after it, as stored.

        Wagtail also asks with a page made from a revision, an older one when somebody goes
        back to it: what that says would let a former organisation in again.
        """
        stored = type(self.page).objects.filter(pk=self.page.pk)
        return stored.values_list("looked_after_by_id", flat=True).first()

    def can_edit(self) -> bool:
        if not self.user.is_active:
            return False
        if works_for_every_organisation(self.user):
            return super().can_edit()
        return self.may_edit_as_member()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        if not self.user.is_active:
            return False
        if works_for_every_organisation(self.user):
            return super().can_delete(ignore_bulk)
        # What was public once is taken down by a reviewer, not lost by an editor.
        never_public = not self.page.live and self.page.first_published_at is None
        return self.may_edit_as_member() and never_public

    def can_copy(self) -> bool:
        """Not where somebody's consent is recorded: it is to this page, and not to a copy."""
        consent = CaseStudyConsent.objects.filter(page_id=self.page.pk)
        if consent.exists() or any(is_bound(self.page) for is_bound in bound_to_one_page):
            return False
        return super().can_copy()

    def can_publish(self) -> bool:
        """Never directly, whatever the group: approval in the review publishes."""
        return self.user.is_active and self.user.is_superuser

    def can_unpublish(self) -> bool:
        if not self.user.is_active or not self.page.live or self.page_locked():
            return False
        return self.user.is_superuser or "publish" in self.permissions

    def can_set_view_restrictions(self) -> bool:
        return self.can_unpublish() or self.can_publish()

    def can_unschedule(self) -> bool:
        return self.user.is_active and (self.user.is_superuser or "publish" in self.permissions)

    def can_submit_for_moderation(self) -> bool:
        return self.can_edit() and super().can_submit_for_moderation()

    def can_view_revisions(self) -> bool:
        return self.can_edit()
