"""What nobody should type, where it can be typed, and what must not come of it.

Used by `tests/compendium/test_hostile_input.py` and, with many more inputs, by
`benchmarks/hostile.py`.
"""

import random
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, quote_from_bytes

from django.test import Client

CASE_STUDIES = "type=coprod_pages.CaseStudyPage"
FACETS = ["tag", "theme", "borough", "stage", "equality", "organisation"]
SELECTION = ["q", *FACETS, "lessons", "sort", "exact"]

HTML, ATOM, JSON = "text/html", "application/atom+xml", "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Surface:
    """An address, its parameters, and the kind of answer it gives when all is well."""

    path: str
    parameters: list[str]
    content_type: str
    always: str = ""  # what else is asked each time


SURFACES = [
    Surface("/compendium/", [*SELECTION, "page", "show"], HTML),
    Surface("/compendium/feed/", SELECTION, ATOM),
    Surface("/compendium/export.csv", SELECTION, "text/csv"),
    Surface("/compendium/export.json", SELECTION, JSON),
    Surface("/compendium/export.xlsx", SELECTION, XLSX),
    Surface("/compendium/suggest/", ["q"], JSON),
    Surface("/booklets/", [*SELECTION, "page"], HTML),
    Surface("/search/", ["query", "page"], HTML),
    Surface("/working-group/news/", ["tag", "year", "page"], HTML),
    Surface("/working-group/news/feed/", ["tag", "year"], ATOM),
    Surface(
        "/api/v2/pages/",
        [
            *SELECTION,
            *("search", "search_operator", "limit", "offset", "order", "fields", "format"),
            *("child_of", "ancestor_of", "descendant_of", "translation_of", "locale", "site"),
            *("id", "slug", "title", "first_published_at", "alias_of", "rich_text_format"),
            *("summary", "reach", "themes", "boroughs", "equality_groups", "has_lessons"),
        ],
        JSON,
        CASE_STUDIES,
    ),
    Surface("/api/v2/pages/", ["search", "type", "order", "fields", "child_of"], JSON),
    Surface("/api/v2/pages/find/", ["id", "html_path"], JSON),
]
# Where the address itself is what is typed.
PATHS = [
    "/compendium/{}/",
    "/compendium/{}",
    "/compendium/export.{}",
    "/api/v2/pages/{}/",
    "/continuum/{}/",
    "/working-group/meetings/{}/",
    "/working-group/meetings/month/{}/",
    "/editions/{}/",
    "/booklets/{}/",
    "/compendium/{}/case-study.pdf",
    "/attend/{}/",
    "/working-group/list/{}/",
    "/{}",
]

SCRIPT = "<script>hostile()</script>"
PICTURE = '"><img src=x onerror=hostile()>'
PIECES = [
    *(SCRIPT, PICTURE, "'><svg/onload=hostile()>", "</title>", "</textarea>", "<!--", "]]>"),
    *("javascript:hostile()", "{{7*7}}", "{% debug %}", "${7*7}", "%s%n%d", "%(x)s", "{0}"),
    *("'", '"', "`", "\\", "\x00", "\x0b", "\x1f", "\x7f", "\x85", "\ufeff", "\ufffe", "\uffff"),
    *("' OR 1=1 --", "'; DROP TABLE wagtailcore_page; --", "1) UNION SELECT 1,2,3 --", "/*", "*/"),
    *("NEAR(a b, 3)", "title:x", "{title head}:x", "a*", "^a", '"unclosed', "AND", "OR NOT", "NOT"),
    *("a & !b", "a <-> b", "a:*", ":*", "!!", "|", "&", "()", "((((", "))))", "--", "- -", "-a"),
    *(
        "co-production",
        "coproduction",
        "co production",
        "carers",
        "gardens",
        "BME",
        "CVS",
        "housing",
    ),
    *("\u2010\u2011\u2012\u2013\u2014", "\u200b\u200d\u2060", "\u202e\u2066", "\u0301" * 40),
    *(
        "İ",
        "ß",
        "ǅ",
        "ﬁ",
        "ſ",
        "K",
        "Å",
        "٣",
        "²",
        "Ⅷ",
        "１２",
        "👩‍👩‍👧",
        "🏳️‍🌈",
        "𝕬𝖇",
        "文字",
        "कखग",
        "עִברִית",
    ),
    *("0", "-1", "1e309", "NaN", "0x10", "9" * 30, "9" * 400, "-" + "9" * 30, "1.5", "1,2", "٣٤"),
    *(
        "../" * 8,
        "/etc/passwd",
        "..%2f",
        "%00",
        "%",
        "%zz",
        "%25",
        "+",
        " ",
        "\t",
        "\r\nX: y",
        "\n",
    ),
    *("a" * 300, "co-" * 200, "a b " * 400, '"a" ' * 100, "-a " * 100, "é" * 5000, "(" * 900),
    *("title", "-title", "random", "*", "_", "*,-title", "themes(*)", "a(" * 90, "root", "true"),
    *("relevance", "newest", "hackney", "food", "need", "london", "beyond", "null", "None", "[]"),
]
ALPHABETS = [
    [chr(number) for number in range(256)],
    [chr(number) for number in range(0x20, 0x2FFF) if not 0xD800 <= number < 0xE000],
    list("\"'()*:^+-&|!<>~{}[] abc"),
    list("co-prdutin \u2011\u2013'\"-"),
    list("0123456789-+.e"),
]
# Bytes that are no UTF-8, and escapes that are no bytes.
RUBBISH = ["%FF%FE", "%C0%80", "%ED%A0%80", "%F5%80%80%80", "%E2%28%A1", "%", "%u0041", "%G1", "%0"]


def hostile_text(dice: random.Random) -> str:
    """One input: pieces that break things elsewhere, or any characters at all."""
    kind = dice.random()
    if kind < 0.3:
        return dice.choice(PIECES)
    if kind < 0.7:
        return dice.choice(["", " "]).join(dice.choices(PIECES, k=dice.randint(2, 6)))
    if kind < 0.97:
        return "".join(dice.choices(dice.choice(ALPHABETS), k=dice.randint(1, 40)))
    return "".join(dice.choices(dice.choice(ALPHABETS), k=dice.randint(1000, 3000)))


def hostile_value(dice: random.Random) -> str:
    """One input as it stands in an address: escaped as it should be, or not."""
    kind = dice.random()
    if kind < 0.85:
        return quote(hostile_text(dice), safe="")
    if kind < 0.95:
        return quote_from_bytes(dice.randbytes(dice.randint(1, 30)), safe="")
    return dice.choice(RUBBISH) + quote(hostile_text(dice)[:50], safe="/:?@!$'()*,;")


def hostile_query(dice: random.Random, surface: Surface, parameter: str) -> str:
    """A query with one hostile value for `parameter`, sometimes with several, or with more."""
    parts = [surface.always] if surface.always else []
    parts += [f"{parameter}={hostile_value(dice)}" for _ in range(dice.choice([1, 1, 1, 2, 30]))]
    if dice.random() < 0.2:
        other = dice.choice(surface.parameters)
        parts.append(f"{other}={hostile_value(dice)}")
    if dice.random() < 0.05:
        parts.append(f"{hostile_value(dice)}={hostile_value(dice)}")
    return "&".join(parts)


def ask(client: Client, path: str, query: str = "") -> Any:
    """The answer to a query that is sent as it is."""
    return client.get(path, QUERY_STRING=query)


def complaints(surface: Surface, response: Any) -> list[str]:
    """What is wrong with an answer."""
    found = []
    content = response.getvalue()
    content_type = response.get("Content-Type", "")
    if response.status_code >= 500:
        found.append(f"status {response.status_code}")
    if response.status_code == 200 and not content_type.startswith(surface.content_type):
        found.append(f"content type {content_type}")
    if response.get("X-Content-Type-Options") != "nosniff":
        found.append("a browser may guess the content type")
    if content_type.startswith("text/csv"):
        pass  # shows the case studies' own text, as text
    elif b"<script>hostile" in content or b'"><img src=x' in content or b"<svg/onload" in content:
        found.append("markup of the visitor's")
    if "\n" in response.get("Location", "") or response.get("X"):
        found.append("a header of the visitor's")
    return found
