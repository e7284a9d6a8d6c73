"""What of a case study somebody says yes to, and whether it is still the same.

Everything that a reader reads is content. Tags and themes, the address and what is only for the
desk are not: they may change without asking again.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from ..case_studies.models import CaseStudyPage
from ..case_studies.requirements import plain_text

FIELDS = [
    *("title", "summary", "need", "story", "involved_when", "final_decision", "worked"),
    *("did_not_work", "differently", "others_need", "what_changed", "plain_language"),
    *("easy_read_document", "lead_organisation", "reach", "boroughs", "place"),
    *("equality_groups", "participants", "how_reached", "payment", "access_arrangements"),
    *("start_date", "start_precision", "end_date", "end_precision", "progress", "money_band"),
    *("staff", "volunteers", "funder", "credit", "source_link"),
]
ROWS = {
    "stage_rows": ["stage", "note"],
    "partners": ["organisation", "role"],
    "evidence": ["title", "kind", "link", "document"],
}
# What editors look after besides: it may change without asking anybody again.
BESIDES = [
    *("slug", "seo_title", "search_description", "show_in_menus", "themes", "pinned_related"),
    *("looked_after_by", "naming_level", "review_by", "review_owner", "go_live_at", "expire_at"),
]
# The editor gives each paragraph a key, and a new one when it first saves a text made by code.
BLOCK_KEY = re.compile(r' data-block-key=\\"[^"\\]*\\"')
# What is left of a text when somebody has deleted all of it: to a reader as if it never was.
EMPTIED, NEVER_FILLED = '"<p></p>"', '""'
# The parts of the page beside which changes can be asked for, with their heading on it.
PARTS = [
    *("title", "summary", "need", "story", "worked", "did_not_work", "differently"),
    *("others_need", "what_changed", "plain_language"),
]


@dataclass(frozen=True)
class Changed:
    """A part that is different now."""

    name: str
    before: str
    after: str


def content_of(page: CaseStudyPage) -> dict[str, Any]:
    """What a reader reads of `page`, as it is in memory, in a form that can be compared."""
    data = page.serializable_data()
    content = {name: data.get(name) for name in FIELDS}
    content["story"] = _without_ids(json.loads(data.get("story") or "[]"))
    for relation, names in ROWS.items():
        rows = sorted(data.get(relation) or [], key=lambda row: row.get("sort_order") or 0)
        content[relation] = [{name: row.get(name) for name in names} for row in rows]
    content["files"] = _files(content)
    return content


def digest_of(page: CaseStudyPage) -> str:
    """A fingerprint (SHA-256) of what a reader reads of `page`."""
    written = json.dumps(content_of(page), sort_keys=True, ensure_ascii=False, default=str)
    written = BLOCK_KEY.sub("", written).replace(EMPTIED, NEVER_FILLED)
    return hashlib.sha256(written.encode()).hexdigest()


def is_as_before(before: CaseStudyPage, after: CaseStudyPage) -> bool:
    """Whether somebody who saved `after` has changed nothing.

    A text made by code differs all the same once it is saved in the editor, which gives keys to
    its paragraphs and puts its tags in another order.
    """
    one, other = ((page.serializable_data(), _tags(page)) for page in (before, after))
    if one[1] != other[1] or any(one[0].get(name) != other[0].get(name) for name in BESIDES):
        return False
    return digest_of(before) == digest_of(after)


def _tags(page: CaseStudyPage) -> set[int]:
    return {row["tag"] for row in page.serializable_data()["tagged_items"]}


def changes(before: CaseStudyPage, after: CaseStudyPage) -> list[Changed]:
    """The parts whose words differ, in the order of the page."""
    texts = ((name, words_of(before, name), words_of(after, name)) for name in PARTS)
    return [Changed(label_of(name), old, new) for name, old, new in texts if old != new]


def words_of(page: CaseStudyPage, name: str) -> str:
    """The words of one part, without markup."""
    value = getattr(page, name)
    if name == "story":
        value = " ".join(map(str, value.stream_block.get_searchable_content(value)))
    return " ".join(plain_text(str(value or "")).split())


def label_of(name: str) -> str:
    """What a part is called on the page."""
    if name not in PARTS:
        return gettext("Anything else")
    label = str(CaseStudyPage._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def _without_ids(value: Any) -> Any:
    """A stream without the keys of its blocks, which say nothing to a reader.

    The items of a list are stored with a key and a type by the editor, and may be without by code.
    """
    if isinstance(value, list):
        return [_without_ids(item) for item in value]
    if isinstance(value, dict) and value.get("type") == "item" and "value" in value:
        return _without_ids(value["value"])
    if isinstance(value, dict):
        return {key: _without_ids(item) for key, item in value.items() if key != "id"}
    return value


def _files(content: dict[str, Any]) -> list[list[str]]:
    """The pictures and documents that are shown, by what is in them: a file may be replaced."""
    wanted: dict[str, set[int]] = {"image": set(), "document": set()}

    def look(value: Any) -> None:
        for item in value if isinstance(value, list) else ():
            look(item)
        for key, item in value.items() if isinstance(value, dict) else ():
            if key in wanted and isinstance(item, int):
                wanted[key].add(item)
            look(item)

    look(content["story"])
    look(content["evidence"])
    if isinstance(content["easy_read_document"], int):
        wanted["document"].add(content["easy_read_document"])
    models = {"image": get_image_model(), "document": get_document_model()}
    return [
        [kind, str(file.pk), file.file_hash or file.file.name]
        for kind, keys in wanted.items()
        if keys
        for file in models[kind].objects.filter(pk__in=keys).order_by("pk")
    ]
