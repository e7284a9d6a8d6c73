"""The editor's form as a browser would send it: read from the page, changed, posted."""

from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse
from django.utils.text import slugify
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield


def form_values(html: str, form_id: str = "page-edit-form") -> dict[str, Any]:
    """What the form in `html` would send if nothing was changed.

    Stream fields are drawn by JavaScript and are not in the HTML: see `story`.
    """
    form = BeautifulSoup(html, "html.parser").find("form", id=form_id)
    assert form is not None, f"there is no form {form_id!r} on the page"
    values: dict[str, list[str]] = {}
    for control in form.find_all(["input", "textarea", "select"]):
        name = control.get("name")
        if not name or control.has_attr("disabled"):
            continue
        values.setdefault(name, []).extend(_sent_by(control))
    return {
        name: sent if len(sent) > 1 else sent[0]
        for name, sent in values.items()
        if sent and "__prefix__" not in name and not name.startswith(("action-", "csrf"))
    }


def _sent_by(control: Tag) -> list[str]:
    if control.name == "textarea":
        return [control.get_text().removeprefix("\n")]
    if control.name == "select":
        options = control.find_all("option")
        chosen = [option for option in options if option.has_attr("selected")]
        if not chosen and not control.has_attr("multiple"):
            chosen = options[:1]
        return [option.get("value", "") for option in chosen]
    kind = control.get("type", "text")
    if kind in ("checkbox", "radio"):
        return [control.get("value", "on")] if control.has_attr("checked") else []
    return [] if kind in ("file", "submit", "button") else [control.get("value", "")]


def story(*paragraphs: str, field: str = "story") -> dict[str, Any]:
    """A stream field with these paragraphs."""
    blocks = [("paragraph", rich_text(f"<p>{text}</p>")) for text in paragraphs]
    return nested_form_data({field: streamfield(blocks)})


def stream_of(page: Page, field: str) -> dict[str, Any]:
    """The stream field `field` of `page` as it stands; paragraphs only."""
    stream = getattr(page, field)
    blocks = [("paragraph", rich_text(str(block.value.source))) for block in stream]
    keys = {f"{field}-{place}-id": block.id for place, block in enumerate(stream)}
    return {**nested_form_data({field: streamfield(blocks)}), **keys}


def edit_url(page: Page) -> str:
    """Where `page` is edited."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def current_values(client: Client, page: Page, **changes: Any) -> dict[str, Any]:
    """What the editor of `page` would send as it is open for the user of `client`."""
    response = client.get(edit_url(page))
    assert response.status_code == 200, "the editor does not open"
    values = form_values(response.content.decode())
    for field in ("story", "body"):
        if hasattr(page, field) and hasattr(getattr(page, field), "raw_data"):
            values.update(stream_of(page.get_latest_revision_as_object(), field))
    return {**values, **changes}


def save(client: Client, page: Page, action: str = "", **changes: Any) -> Any:
    """Open the editor of `page`, make `changes` and press a button; the response, followed.

    `action` is the button: nothing for "Save draft", "publish", "submit" and so on.
    """
    values = current_values(client, page, **changes)
    return post(client, page, values, action)


def post(client: Client, page: Page, values: Mapping[str, Any], action: str = "") -> Any:
    """Send `values` to the editor of `page` with a button."""
    data = dict(values)
    if action:
        data[f"action-{action}"] = "yes"
    return client.post(edit_url(page), data, follow=True)


def decide(client: Client, page: Page, name: str, comment: str = "") -> Any:
    """Press Approve or Request changes outside the editor; the response, followed."""
    state = Page.objects.get(pk=page.pk).specific.current_workflow_task_state
    assert state is not None, "nothing waits for a decision"
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])
    return client.post(url, {"comment": comment}, follow=True)


def messages_of(response: Any) -> str:
    """The messages at the top of an admin page, as text."""
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    return " ".join(part.get_text(" ", strip=True) for part in soup.select(".messages"))


def text_of(response: Any) -> str:
    """The words on a page, without its markup."""
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    for hidden in soup(["script", "style", "template"]):
        hidden.decompose()
    return " ".join(soup.get_text(" ").split())


def new_case_study(title: str = "Begun by an editor", **fields: Any) -> dict[str, Any]:
    """What the form of a new case study sends with nothing but a title."""
    formsets = ("stage_rows", "evidence", "partners", "pinned_related", "comments")
    management = {
        f"{formset}-{name}": value
        for formset in formsets
        for name, value in (
            *(("TOTAL_FORMS", "0"), ("INITIAL_FORMS", "0")),
            *(("MIN_NUM_FORMS", "0"), ("MAX_NUM_FORMS", "1000")),
        )
    }
    empty = {"need": "null", "worked": "null", "did_not_work": "null"}
    choices = {
        "start_precision": "day",
        "end_precision": "day",
        "provenance": "written",
        "naming_level": "organisation",
    }
    slug = {"slug": slugify(title)}  # the editor fills it in while one types the title
    return {"title": title, **slug, **management, **empty, **choices, **story(), **fields}
