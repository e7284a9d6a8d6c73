"""The shape of the sample content, and short ways to write the parts of a story."""

from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any

Block = dict[str, Any]


def paragraphs(*texts: str) -> str:
    """HTML paragraphs. A text may hold inline tags of its own."""
    return "".join(f"<p>{text}</p>" for text in texts)


def bullets(*texts: str) -> str:
    """An HTML list."""
    return "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"


def link(address: str, words: str) -> str:
    """An HTML link to another site."""
    return f'<a href="{escape(address)}">{words}</a>'


def page_link(path: str, words: str) -> str:
    """A link to a page of this site, by its path below the home page.

    The loader puts the page's number in, so that the link follows a page that is moved.
    """
    return f'<a page="{path}">{words}</a>'


def text(*parts: str) -> Block:
    """Running text: each part is a paragraph, unless it is a list or heading already."""
    html = "".join(part if part.startswith(("<ul", "<h3")) else f"<p>{part}</p>" for part in parts)
    return {"type": "paragraph", "value": html}


def heading(words: str) -> Block:
    """A heading inside the body."""
    return {"type": "heading", "value": words}


def quotation(words: str, named_as: str) -> Block:
    """Published words of an organisation, never of a private person."""
    return {"type": "quotation", "value": {"quotation": words, "named_as": named_as}}


def key_figures(*figures: tuple[str, str]) -> Block:
    """Numbers that the source gives, each with what it counts."""
    return {
        "type": "key_figures",
        "value": [{"figure": figure, "meaning": meaning} for figure, meaning in figures],
    }


def timeline(*events: tuple[str, str]) -> Block:
    """What happened when, first to last."""
    return {"type": "timeline", "value": [{"when": when, "what": what} for when, what in events]}


def call_out(title: str, *parts: str) -> Block:
    """A short passage set apart."""
    return {"type": "call_out", "value": {"heading": title, "text": text(*parts)["value"]}}


def picture(key: str, caption: str = "") -> Block:
    """One of our drawings, by its key; the loader puts the image and its words in."""
    return {"type": "picture", "value": {"key": key, "caption": caption}}


@dataclass(frozen=True)
class Source:
    """A published account that a case study was written from."""

    title: str
    link: str
    kind: str = ""  # one of EvidenceKind


@dataclass(frozen=True, kw_only=True)
class CaseStudy:
    """What a case study page is made from. Field names are those of the page."""

    slug: str
    title: str
    summary: str
    search_description: str
    lead: str
    need: str
    story: list[Block]
    stages: dict[str, str]
    worked: str
    did_not_work: str
    themes: list[str]
    tags: list[str]
    sources: list[Source]
    published_days_ago: int = 0
    looked_after_by: str = ""
    partners: dict[str, str] = field(default_factory=dict)
    reach: str = "boroughs"
    boroughs: list[str] = field(default_factory=list)
    place: str = ""
    equality_groups: list[str] = field(default_factory=list)
    participants: int | None = None
    how_reached: str = ""
    payment: str = ""
    access_arrangements: str = ""
    involved_when: str = ""
    final_decision: str = ""
    differently: str = ""
    others_need: str = ""
    what_changed: str = ""
    plain_language: str = ""
    start: tuple[date, str] | None = None
    end: tuple[date, str] | None = None
    progress: str = ""
    money_band: str = ""
    volunteers: str = ""
    funder: str = ""
    related: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class News:
    """What a news page is made from."""

    slug: str
    title: str
    date: date | None  # None: a week before the day of loading
    summary: str
    search_description: str
    picture: str
    tags: list[str]
    body: list[Block]
    pinned: bool = False
    # The addresses, below their sections, of what it is about.
    case_studies: list[str] = field(default_factory=list)
    meetings: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class ContentPageRecord:
    """A general page with the pages below it."""

    slug: str
    title: str
    introduction: str
    search_description: str
    body: list[Block]
    updated_note: str = ""
    children: list["ContentPageRecord"] = field(default_factory=list)
