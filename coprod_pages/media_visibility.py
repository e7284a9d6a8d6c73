"""Which pictures and documents are public: those that some public page uses."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page, ReferenceIndex

from .case_studies.models import CaseStudyPage


def is_public(media: Model) -> bool:
    """Whether a page that everybody may see refers to `media`, an image or a document.

    Files used only by drafts, private pages or withdrawn case studies are not public. What
    is not a page (a site setting, a vocabulary) has no draft state and counts as public.
    """
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
