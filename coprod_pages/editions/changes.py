"""What has changed since an edition was made, for its editor, who decides whether to make it anew."""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from ..case_studies.models import CaseStudyPage
from ..sign_off.content import digest_of
from .choosing import sections_of
from .making_models import Making, Pin
from .models import EditionPage
from .own_changes import own_changes
from .permitted import may_be_in_editions, refused_pins


@dataclass
class Changes:
    """The titles of what is different now, each kind by itself."""

    own: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    may_not_be_shown: list[str] = field(default_factory=list)
    deleted: int = 0
    left_out: list[str] = field(default_factory=list)
    would_come_in: list[str] = field(default_factory=list)
    would_go: list[str] = field(default_factory=list)
    # The titles of the sections whose rules find other case studies than are kept.
    rules: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any(vars(self).values())


def changes_since(edition: EditionPage, making: Making) -> Changes:
    """What is different now from what `making` holds. `edition` is the latest text."""
    pins = list(making.pins.filter(is_case_study=True))
    keys = [pin.page_id for pin in pins if pin.page_id]
    live = CaseStudyPage.objects.in_bulk(keys)
    refused = set(refused_pins().filter(making=making).values_list("pk", flat=True))
    # As it is stored: a value in memory has its blocks filled up with what was left out.
    found = Changes(own=own_changes(edition.get_latest_revision().content, making.content))
    for pin in pins:
        page = live.get(pin.page_id)
        if page is None:
            found.deleted += 1
        elif pin.is_missing:
            found.left_out.append(page.title)
        elif pin.pk in refused:
            found.may_not_be_shown.append(page.title)
        elif pin.digest and pin.revision_id != page.live_revision_id and _differs(pin, page):
            found.changed.append(page.title)
    sections = [section for section in sections_of(edition) if section.has_case_studies]
    wanted = [key for section in sections for key in section.pages]
    found.rules = [section.title for section in sections if section.is_out_of_date]
    held = {pin.page_id for pin in pins if not pin.is_missing}
    found.would_come_in = titles_of([key for key in wanted if key not in held])
    found.would_go = titles_of([key for key in held - set(wanted) if key])
    return found


def _differs(pin: Pin, page: CaseStudyPage) -> bool:
    return pin.digest != digest_of(page)


def titles_of(keys: list[int]) -> list[str]:
    """The titles of those of `keys` that may be in editions, in their order."""
    rows: QuerySet = may_be_in_editions().filter(pk__in=keys)
    titles = dict(rows.values_list("pk", "title"))
    return [titles[key] for key in keys if key in titles]
