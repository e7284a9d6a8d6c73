"""One row of a spreadsheet, understood: what the case study will hold, and what to say. Pure."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from ..case_studies.requirements import missing
from ..safe_text import says_something
from . import mapping
from .cleaning import rich_text
from .facts import Facts, read_facts
from .interpreting import key, line, shortened
from .notes import CHANGED, LEFT_OUT, LOOK, Note, Notes
from .places import Where, where
from .read import RawRow
from .story import Block, story_of
from .subjects import Subjects, subjects
from .vocabulary import Vocabulary

TITLE_LENGTH, SUMMARY_LENGTH, SOURCE_ID_LENGTH = 255, 280, 60
CREDIT_LENGTH, LINK_LENGTH, ACCOUNT_LENGTH = 250, 500, 200_000
ACCOUNTS = {
    "body_html": "account",
    "need": "need",
    "worked": "what worked",
    "did_not_work": "what did not work",
}


@dataclass(frozen=True)
class Record:
    """What an imported case study holds: plain values, and the addresses of what it refers to."""

    source_id: str
    title: str
    summary: str
    story: list[Block]
    need: str
    worked: str
    did_not_work: str
    where: Where
    subjects: Subjects
    facts: Facts
    source_link: str
    credit: str

    @property
    def digest(self) -> str:
        """The same for the same record, so that a later file can be compared."""
        content = json.dumps(asdict(self), sort_keys=True, default=str)
        return hashlib.sha256(content.encode()).hexdigest()

    def lacks(self) -> list[str]:
        """What would still be asked for before it may be submitted for review."""
        answers: dict[str, Any] = {
            **{name: getattr(self, name) for name in ("title", "summary", "story", "need")},
            **{name: getattr(self, name) for name in ("worked", "did_not_work")},
            "lead_organisation": self.facts.organisations,
            "reach": self.where.reach,
            "boroughs": self.where.boroughs,
            "themes": self.subjects.themes,
            "stage_rows": self.subjects.stages,
        }
        return [str(requirement.wanted) for requirement in missing(answers)]


@dataclass
class ReadRow:
    """A row with what was understood: a record, or the reasons why it is refused."""

    number: int
    source_id: str
    title: str
    record: Record | None = None
    refusals: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def understand(row: RawRow, here: Vocabulary) -> ReadRow:
    """What `row` says, in terms of this site."""
    cells = row.cells
    source_id = source_id_of(cells)
    title = line(cells.get("title", ""))
    read = ReadRow(row.number, source_id, title, refusals=_refusals(row, source_id, title))
    if read.refusals:
        return read
    notes = Notes()
    story = story_of(cells.get("body_html", ""), notes)
    summary = _summary(cells, story, notes)
    read.record = Record(
        source_id=source_id,
        title=_title(title, story, notes),
        summary=summary,
        story=story,
        need=rich_text(cells.get("need", ""), notes),
        worked=rich_text(cells.get("worked", ""), notes),
        did_not_work=rich_text(cells.get("did_not_work", ""), notes),
        where=where(cells, here.boroughs, notes),
        subjects=subjects(cells, here, notes),
        facts=read_facts(cells, here, notes),
        source_link=_link(cells, notes),
        credit=_credit(cells, notes),
    )
    _about_language(cells, notes)
    read.notes = notes.all
    return read


def source_id_of(cells: Mapping[str, str]) -> str:
    """The number with the collection it belongs to: `participedia:1434`. Empty without one.

    The year at the end of a collection's name says when it was taken, not what it is.
    """
    number = line(cells.get("source_id", ""))
    collection = re.sub(r"-\d{4}$", "", key(cells.get("source", "")).replace(" ", "-"))
    return f"{collection or 'spreadsheet'}:{number}" if number else ""


def _refusals(row: RawRow, source_id: str, title: str) -> list[str]:
    reasons = [row.problem] if row.problem else []
    if not source_id:
        reasons.append(
            "It has no source_id, so a second import could not tell that it is the same record."
        )
    elif len(source_id) > SOURCE_ID_LENGTH:
        reasons.append(f"Its source_id is too long ({SOURCE_ID_LENGTH} characters at most).")
    if not title:
        reasons.append("It has no title.")
    elif not says_something(title):
        reasons.append("Its title has no letter and no number.")
    for column, words in ACCOUNTS.items():
        if len(row.cells.get(column, "")) > ACCOUNT_LENGTH:
            reasons.append(f"Its {words} is longer than {ACCOUNT_LENGTH:,} characters.")
    return reasons


def _title(title: str, story: list[Block], notes: Notes) -> str:
    if len(title) > TITLE_LENGTH:
        notes.add(CHANGED, "title shortened; the full title begins the account")
        _keep_at_beginning(story, "Full title", title)
    return shortened(title, TITLE_LENGTH)


def _summary(cells: Mapping[str, str], story: list[Block], notes: Notes) -> str:
    summary = line(cells.get("summary", ""))
    if len(summary) > SUMMARY_LENGTH:
        notes.add(CHANGED, "summary shortened; the full summary begins the account")
        _keep_at_beginning(story, "Full summary", summary)
    return shortened(summary, SUMMARY_LENGTH)


def _keep_at_beginning(story: list[Block], what: str, text: str) -> None:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    story.insert(0, ("paragraph", f"<p><b>{what}:</b> {safe}</p>"))


def _link(cells: Mapping[str, str], notes: Notes) -> str:
    link = line(cells.get("url", ""))
    try:
        if link:
            URLValidator(schemes=["http", "https"])(link)
    except ValidationError:
        whole = False
    else:
        whole = len(link) <= LINK_LENGTH
    if not whole:
        notes.add(LEFT_OUT, f"url “{shortened(link, 80)}” is not a web address")
        return ""
    return link


def _credit(cells: Mapping[str, str], notes: Notes) -> str:
    credit = line(cells.get("credit", ""))
    collection = source_id_of({**cells, "source_id": "1"}).removesuffix(":1")
    if not credit and line(cells.get("source", "")):
        if collection not in mapping.CREDITS:
            notes.add(LOOK, f"source “{collection}”: does it ask for a credit? None was set")
        credit = mapping.CREDITS.get(collection, "")
    if len(credit) > CREDIT_LENGTH:
        notes.add(CHANGED, f"credit shortened; in full: {credit}")
    return shortened(credit, CREDIT_LENGTH)


def _about_language(cells: Mapping[str, str], notes: Notes) -> None:
    language = key(cells.get("language", ""))
    if language and not language.startswith("en"):
        notes.add(LOOK, f"the text is not in English (language “{language}”)")
