"""Hostile posts at the form for examples, and what must never come of them."""

import random
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from coprod_pages.contributions.form_pages import STEPS, StartForm
from coprod_pages.contributions.models import Contribution
from tests.hostile_input import PICTURE, SCRIPT, hostile_text

from .conftest import ANSWERS, EXAMPLE, START, Visitor

EXPECTED = {200, 302, 404, 422, 429}
BY_SLUG = {step.slug: step for step in STEPS}
VALID = {**ANSWERS, "example": EXAMPLE}


def posts(dice: random.Random, number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """So many posts: to which page, and with what. Some answers are as they should be."""
    for _ in range(number):
        page = dice.choice(["start", "later", "files", "check", "own", "link", *BY_SLUG])
        names = list(VALID.get("example" if page == "start" else page, {}))
        data: dict[str, Any] = {
            name: VALID["example" if page == "start" else page][name]
            if dice.random() < 0.3
            else hostile_text(dice)
            for name in names
            if dice.random() < 0.9
        }
        for extra in ("email", "remove", "take_back", "later", "add", "form_key", "website"):
            if dice.random() < 0.15:
                data[extra] = hostile_text(dice)
        if dice.random() < 0.1:
            data[hostile_text(dice)[:50]] = hostile_text(dice)
        yield page, data


def complaints(visitor: Visitor, page: str, data: dict[str, Any]) -> list[str]:
    """Post it, and say what is wrong with what came of it."""
    address = {"start": START, "own": visitor.own, "link": "/contribute/link/"}.get(
        page, f"{visitor.own}{page}/"
    )
    before, sent_before = Contribution.objects.count(), number_sent()
    response = visitor.client.post(address, data)
    content = response.content.decode()
    found = []
    if response.status_code not in EXPECTED:
        found.append(f"status {response.status_code}")
    if SCRIPT in content or PICTURE in content:
        found.append("markup")
    if page == "start" and response.status_code == 422 and Contribution.objects.count() != before:
        found.append("kept what was refused")
    if page != "check" and number_sent() != sent_before:
        found.append("sent without being asked")
    if response.status_code == 422:
        found += lost(content, page, data)
    return found


def number_sent() -> int:
    """How many examples have been sent, and not only begun."""
    return Contribution.objects.exclude(state="unfinished").count()


def lost(content: str, page: str, data: dict[str, Any]) -> list[str]:
    """What was typed into a form and is not there any more when it comes back."""
    form = {"start": StartForm, **BY_SLUG}.get(page)
    if form is None:
        return []
    there = BeautifulSoup(content, "html.parser")
    gone = []
    for name, value in data.items():
        control = there.find(["input", "textarea"], {"name": name})
        is_written = control is not None and control.get("type", "text") in ("text", "email")
        if not is_written or name == "website" or not isinstance(value, str):
            continue
        kept = control.get("value") if control.name == "input" else control.get_text()
        if squeezed(kept or "") != squeezed(value):
            gone.append(f"lost {name}: {value[:60]!r}")
    return gone


def squeezed(text: str) -> str:
    """A text as far as a browser keeps it: blanks and what is no character do not count."""
    return "".join(char for char in text if char.isprintable() and not char.isspace())


def new_visitor() -> Visitor:
    """Somebody in the middle of the form."""
    visitor = Visitor()
    visitor.client = Client(raise_request_exception=False)
    visitor.begin()
    return visitor
