"""Which pictures and documents are public: those that some public page uses."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.images.models import AbstractImage
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from .case_studies.models import CaseStudyPage
from .shown_pictures import withheld


def may_be_seen_by(user: Any, media: Model) -> bool:
    """Whether `user` may see `media`: everybody may when it is public.

    Otherwise it is for those who work with it: who may use its collection, and who may edit
    a page that uses it. That somebody may sign in is not enough.
    """
    if is_public(media):
        return True
    if not user.has_perm("wagtailadmin.access_admin"):
        return False
    policy = policy_registry.get_by_type(type(media))
    if policy.user_has_any_permission_for_instance(user, ["choose", "change", "add"], media):
        return True
    pages = Page.objects.filter(pk__in=_pages_using(media)).specific()
    return any(page.permissions_for_user(user).can_edit() for page in pages)


def _pages_using(media: Model) -> set[int]:
    page_type = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(media).filter(base_content_type=page_type)
    return {int(key) for key in references.values_list("object_id", flat=True)}


def is_public(media: Model) -> bool:
    """Whether a page that everybody may see refers to `media`, an image or a document.

    Files used only by drafts, private pages or withdrawn case studies are not public. What
    is not a page (a site setting, a vocabulary) has no draft state and counts as public. A
    picture whose sender does not agree to it is public nowhere.
    """
    if isinstance(media, AbstractImage) and withheld(keys=[media.pk]):
        return False
    page_type = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(media).values_list(
        "base_content_type_id", "object_id"
    )
    page_ids = set()
    for content_type_id, object_id in references:
        if content_type_id != page_type.pk:
            return True
        page_ids.add(int(object_id))
    if not page_ids:
        return False
    others = Page.objects.live().public().not_type(CaseStudyPage).filter(pk__in=page_ids)
    if others.exists():
        return True
    return CaseStudyPage.objects.visible_to_public().filter(pk__in=page_ids).exists()
