"""Photographs that were sent in: put into the draft by a button, and shown while it is agreed to."""

import os
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import PageLogEntry

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.contributions.choices import Purpose, State, Use
from coprod_pages.contributions.files import add_file
from coprod_pages.contributions.links import make_link
from coprod_pages.contributions.models import Contribution
from coprod_pages.contributions.retention import erase_person
from coprod_pages.roles.membership import collection_of
from coprod_pages.sign_off.agreeing import ask
from coprod_pages.sign_off.content import digest_of
from tests.contributions.at_the_desk import DESK, do, words
from tests.editor_form import edit_url
from tests.factories import contribution, news, person, publish_with_yes

from .photographs import photograph, sent_as

pytestmark = pytest.mark.django_db

SHOWS = "Eight people around a table"
IMAGE_TAG = re.compile(r"{% (?:image|picture|srcset_image|image_url) (\S+)")
BUTTON = "Put the photographs into the draft"


@pytest.fixture
def at_the_desk(client: Client, reviewer: Any) -> Client:
    """A reviewer, signed in."""
    client.force_login(reviewer)
    return client


def send(consents: list[str] | None = None, **given: Any) -> Contribution:
    """An example with one photograph."""
    agreed = ["website", "photographs"] if consents is None else consents
    sent = contribution(consents=agreed, **{"naming": "named", **given})
    add_photograph(sent)
    return sent


def add_photograph(sent: Contribution, colour: str = "red", shows: str = SHOWS) -> None:
    add_file(sent, sent_as("IMG_1.HEIC", photograph("HEIF", colour=colour)), shows, "Joe Bloggs")


def draft_of(sent: Contribution) -> CaseStudyPage:
    """The latest text of what was made from `sent`."""
    page = CaseStudyPage.objects.get(contributions=sent)
    return page.get_latest_revision_as_object()


def pictures_in(page: CaseStudyPage) -> list[Any]:
    return [block.value for block in page.story if block.block_type == "picture"]


def started(client: Client, sent: Contribution) -> CaseStudyPage:
    """A draft with the photographs in it."""
    do(client, sent, "start")
    assert do(client, sent, "photographs").status_code == 302
    return CaseStudyPage.objects.get(contributions=sent)


@pytest.fixture
def sent(at_the_desk: Client) -> Contribution:
    """An example whose case study is public, with its photograph."""
    sent = send(title="A garden that tenants run")
    publish_with_yes(started(at_the_desk, sent))
    return sent


def public_page(sent: Contribution) -> CaseStudyPage:
    return CaseStudyPage.objects.get(contributions=sent)


def shown_on(address: str) -> list[Any]:
    """The pictures that a visitor sees there."""
    page = BeautifulSoup(Client().get(address).content, "html.parser")
    return page.main.find_all("img", alt=SHOWS)


def take_back(sent: Contribution, use: str = "photographs") -> None:
    """What the contributor does by their link."""
    Client().post(f"/contribute/{make_link(sent, Purpose.OWN)}/", {"take_back": use})


def let_it_end(sent: Contribution) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    sent.consents.filter(use=Use.PHOTOGRAPHS).update(ends_on=yesterday)


# The button


def test_the_button_puts_photographs_into_the_draft_with_their_words_and_credit(
    at_the_desk: Client, reviewer: Any
) -> None:
    sent = send()
    do(at_the_desk, sent, "start")
    before = draft_of(sent)

    assert BUTTON in words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))
    do(at_the_desk, sent, "photographs")

    draft = draft_of(sent)
    (picture,) = pictures_in(draft)
    assert picture["image"].contextual_alt_text == SHOWS
    assert picture["caption"] == "Photograph: Joe Bloggs"
    assert draft.latest_revision.user == reviewer
    assert draft.latest_revision != before.latest_revision
    assert digest_of(draft) != digest_of(before)
    assert PageLogEntry.objects.filter(page=draft, action="wagtail.edit", user=reviewer).exists()
    history = words(at_the_desk.get(f"{DESK}history/{sent.pk}/"))
    assert "The photographs were put into the draft" in history


def test_pressing_again_adds_only_what_is_new(at_the_desk: Client) -> None:
    sent = send()
    started(at_the_desk, sent)

    again = do(at_the_desk, sent, "photographs")
    assert "That was done already" in words(at_the_desk.get(again.url))
    assert BUTTON not in words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))
    add_photograph(sent, "blue", "The garden")
    do(at_the_desk, sent, "photographs")

    shown = [picture["image"].contextual_alt_text for picture in pictures_in(draft_of(sent))]
    assert shown == [SHOWS, "The garden"]
    assert get_image_model().objects.count() == 2


def test_what_an_editor_took_out_is_not_put_in_again(at_the_desk: Client) -> None:
    sent = send()
    started(at_the_desk, sent)
    draft = draft_of(sent)
    del draft.story[-1]
    draft.save_revision()

    do(at_the_desk, sent, "photographs")

    assert not pictures_in(draft_of(sent))


def test_a_new_draft_gets_the_same_pictures(at_the_desk: Client) -> None:
    sent = send()
    started(at_the_desk, sent).delete()

    started(at_the_desk, sent)

    assert len(pictures_in(draft_of(sent))) == 1
    assert get_image_model().objects.count() == 1


@pytest.mark.parametrize("how", ["never given", "taken back", "ended"])
def test_without_a_yes_there_is_no_button_and_a_sentence_says_why(
    at_the_desk: Client, how: str
) -> None:
    sent = send(["website"] if how == "never given" else None)
    do(at_the_desk, sent, "start")
    if how == "taken back":
        take_back(sent)
    elif how == "ended":
        let_it_end(sent)

    text = words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))
    pressed = do(at_the_desk, sent, "photographs")

    assert BUTTON not in text
    expected = "have not agreed" if how == "never given" else "do not agree any more"
    assert expected in text
    assert pressed.status_code == 422
    assert not pictures_in(draft_of(sent))
    assert not get_image_model().objects.exists()


def test_documents_alone_bring_no_button(at_the_desk: Client) -> None:
    sent = contribution(consents=["website", "photographs"])
    add_file(sent, sent_as("letter.pdf", b"%PDF-1.7 a letter"), "", "")
    do(at_the_desk, sent, "start")

    text = words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))

    assert BUTTON not in text
    assert "their photographs" not in text


def test_who_may_not_edit_the_draft_may_not_press(
    at_the_desk: Client, editor: Any, camden: Any
) -> None:
    sent = send(owner=editor)
    do(at_the_desk, sent, "start")
    CaseStudyPage.objects.update(looked_after_by=camden)
    theirs = Client()
    theirs.force_login(editor)

    assert BUTTON not in words(theirs.get(f"{DESK}inspect/{sent.pk}/"))
    assert do(theirs, sent, "photographs").status_code == 403
    assert not get_image_model().objects.exists()


def test_nobody_puts_photographs_into_a_text_that_others_review(
    client: Client, editor: Any, hackney: Any
) -> None:
    client.force_login(editor)
    sent = send(owner=editor)
    do(client, sent, "start")
    page = draft_of(sent)
    page.get_workflow().start(page, editor)

    assert do(client, sent, "photographs").status_code == 403
    assert not pictures_in(draft_of(sent))


def test_a_review_in_progress_is_of_the_text_with_the_photographs(
    at_the_desk: Client, editor: Any
) -> None:
    sent = send()
    do(at_the_desk, sent, "start")
    page = CaseStudyPage.objects.get(contributions=sent)
    page.get_workflow().start(page, editor)

    do(at_the_desk, sent, "photographs")

    page = CaseStudyPage.objects.get(contributions=sent)
    assert page.current_workflow_task_state.revision == page.get_latest_revision()
    assert "You edited it last" in words(at_the_desk.get(edit_url(page)))


@pytest.mark.parametrize("naming", ["organisation", "anonymised"])
def test_nobody_is_named_in_a_caption_who_did_not_agree_to_names(
    at_the_desk: Client, naming: str
) -> None:
    sent = send(naming=naming)
    started(at_the_desk, sent)

    assert pictures_in(draft_of(sent))[0]["caption"] == ""
    assert "taken by Joe Bloggs" in words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))


def test_how_to_reach_the_contributor_is_not_in_the_description(at_the_desk: Client) -> None:
    sent = send()
    sent.files.update(description="Ottoline Penhaligon, ottoline@example.org")
    started(at_the_desk, sent)

    image = get_image_model().objects.get()
    told = f"{image.title} {image.description} {image.file.name}"
    told += pictures_in(draft_of(sent))[0]["image"].contextual_alt_text
    assert "ttoline" not in told


# Where they are kept


def test_pictures_are_with_the_files_of_the_organisation_or_at_the_desk(
    client: Client, editor: Any, other_editor: Any, hackney: Any, reviewer: Any
) -> None:
    client.force_login(editor)
    theirs = send(owner=editor)
    page = started(client, theirs)
    image = get_image_model().objects.get()
    assert image.collection == collection_of(hackney)
    client.force_login(reviewer)
    started(client, send())
    at_the_desk = get_image_model().objects.latest("pk")

    for each, allowed in ((image, [editor, reviewer]), (at_the_desk, [reviewer])):
        address = each.get_rendition("width-50").url
        for user in (editor, other_editor, reviewer):
            visitor = Client()
            visitor.force_login(user)
            assert visitor.get(address).status_code == (200 if user in allowed else 404)
        assert Client().get(address).status_code == 404
    assert not page.live


def test_pictures_go_with_a_draft_that_is_handed_over(
    at_the_desk: Client, editor: Any, hackney: Any
) -> None:
    sent = send()
    started(at_the_desk, sent)

    do(at_the_desk, sent, "hand", colleague=editor.pk)

    assert get_image_model().objects.get().collection == collection_of(hackney)


# The consent acts


def test_a_photograph_is_public_with_its_case_study(sent: Contribution) -> None:
    (image,) = shown_on(public_page(sent).get_url())

    assert Client().get(image["src"]).status_code == 200


@pytest.mark.parametrize("how", ["taken back", "ended", "never given", "contributor erased"])
def test_without_consent_the_picture_is_gone_and_the_case_study_stays(
    sent: Contribution, settings: Any, how: str
) -> None:
    settings.PAGE_CACHE = False  # the day changes, and nothing else
    page = public_page(sent)
    address = page.get_url()
    source = shown_on(address)[0]["src"]
    kept = Client().get(source)["ETag"]
    digest = digest_of(page)

    if how == "taken back":
        take_back(sent)
    elif how == "ended":
        let_it_end(sent)
    elif how == "never given":
        sent.consents.filter(use=Use.PHOTOGRAPHS).delete()
    else:
        Contribution.objects.filter(pk=sent.pk).delete()

    assert not shown_on(address)
    assert Client().get(source).status_code == 404
    # What a browser or a cache has kept is asked about each time, and is gone too.
    assert Client().get(source, headers={"if-none-match": kept}).status_code == 404
    page = public_page(sent) if how != "contributor erased" else CaseStudyPage.objects.get()
    assert Client().get(address).status_code == 200
    assert page.live
    assert digest_of(page) == digest
    assert not page.has_unpublished_changes


def test_a_picture_that_is_kept_by_a_cache_is_asked_about_each_time(sent: Contribution) -> None:
    source = shown_on(public_page(sent).get_url())[0]["src"]

    response = Client().get(source)
    again = Client().get(source, headers={"if-none-match": response["ETag"]})

    assert "no-cache" in response["Cache-Control"]
    assert "max-age" not in response["Cache-Control"]
    assert again.status_code == 304


def test_a_page_that_was_kept_does_not_show_it_any_more(sent: Contribution, settings: Any) -> None:
    settings.PAGE_CACHE = True
    address = public_page(sent).get_url()
    assert shown_on(address)
    assert shown_on(address)

    take_back(sent)

    assert not shown_on(address)


def test_another_page_that_uses_the_picture_does_not_show_it_either(sent: Contribution) -> None:
    image = get_image_model().objects.get()
    piece = news("About a garden", lead_image=image, lead_image_description=SHOWS)
    assert shown_on(piece.get_url())

    take_back(sent)

    assert not shown_on(piece.get_url())
    assert Client().get(image.get_rendition("width-1000").url).status_code == 404


def test_its_words_are_found_and_listed_nowhere(sent: Contribution) -> None:
    for surface in (
        *("/compendium/?q=table", "/search/?query=table"),
        *("/compendium/export.json", "/compendium/feed/", "/sitemap.xml"),
        f"/api/v2/pages/{public_page(sent).pk}/?fields=*",
    ):
        response = Client().get(surface)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        assert b"around a table" not in content, surface
        assert b"photograph-" not in content, surface


def test_a_renewed_consent_shows_it_again(sent: Contribution) -> None:
    let_it_end(sent)
    own = f"/contribute/{make_link(sent, Purpose.OWN)}/"

    Client().post(own, {"renew": "photographs"})

    assert len(shown_on(public_page(sent).get_url())) == 1


def test_pictures_cost_one_question_however_many_there_are(
    at_the_desk: Client, sent: Contribution
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            Client().get(public_page(sent).get_url())
        about = [each for each in queries if "contributedphotograph" in each["sql"]]
        return len(about)

    before = asked()
    for colour in ("blue", "green", "yellow"):
        add_photograph(sent, colour, f"A {colour} garden")
    do(at_the_desk, sent, "photographs")
    publish_with_yes(public_page(sent))

    assert before == asked() == 1


def test_a_new_tag_is_published_without_asking_again(sent: Contribution, reviewer: Any) -> None:
    take_back(sent)
    page = public_page(sent)
    page.tags.add("gardens")

    page.save_revision(user=reviewer).publish()

    assert public_page(sent).live
    assert not shown_on(page.get_url())


# Who sees it still, and is told


def test_editors_see_it_in_previews_with_a_note(at_the_desk: Client, sent: Contribution) -> None:
    page = public_page(sent)
    take_back(sent)

    preview = at_the_desk.get(f"/admin/pages/{page.pk}/view_draft/")

    shown = BeautifulSoup(preview.content, "html.parser").main
    picture = shown.find("img", alt=SHOWS)
    assert picture is not None
    assert "Visitors do not see this picture" in shown.get_text()
    assert at_the_desk.get(picture["src"]).status_code == 200


def test_editors_are_told_in_the_editor_and_at_the_desk(
    at_the_desk: Client, sent: Contribution
) -> None:
    page = public_page(sent)
    told = "Visitors do not see 1 picture on this page"
    assert told not in words(at_the_desk.get(edit_url(page)))

    take_back(sent)

    assert told in words(at_the_desk.get(edit_url(page)))
    assert "Visitors see none of them" in words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))


def test_the_text_for_the_contributor_shows_it(at_the_desk: Client) -> None:
    sent = send()
    page = started(at_the_desk, sent)
    ask(page)
    secret = make_link(sent, Purpose.SIGN_OFF)

    html = BeautifulSoup(Client().get(f"/contribute/{secret}/").content, "html.parser")

    picture = html.main.find("img", alt=SHOWS)
    assert Client().get(picture["src"]).status_code == 200


# Erasing


def test_pictures_are_erased_with_their_contributor(
    files_on_disk: Any, sent: Contribution, django_capture_on_commit_callbacks: Any
) -> None:
    image = get_image_model().objects.get()
    files = [image.file.path, image.get_rendition("width-1000").file.path]
    assert all(map(os.path.exists, files))

    with django_capture_on_commit_callbacks(execute=True):
        erase_person(sent.email)

    assert not get_image_model().objects.exists()
    assert not any(map(os.path.exists, files))


def test_pictures_are_erased_with_contact_details_a_year_after_the_last_consent(
    sent: Contribution,
) -> None:
    long_ago = timezone.now() - timedelta(days=1200)
    sent.consents.update(ends_on=long_ago.date())
    Contribution.objects.update(state=State.PUBLISHED, state_since=long_ago)

    call_command("erase_expired_personal_data", verbosity=0)

    assert not get_image_model().objects.exists()


def test_a_person_of_the_desk_may_delete_the_picture(at_the_desk: Client) -> None:
    sent = send()
    started(at_the_desk, sent)
    get_image_model().objects.get().delete()

    assert at_the_desk.get(f"{DESK}inspect/{sent.pk}/").status_code == 200
    assert BUTTON in words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))


def test_the_desk_of_somebody_else_has_no_such_button(client: Client, at_the_desk: Client) -> None:
    sent = send()
    do(at_the_desk, sent, "start")
    client.force_login(person())

    assert do(client, sent, "photographs").status_code in (302, 404)
    assert not get_image_model().objects.exists()


def test_every_template_that_shows_a_picture_asks_whether_it_may() -> None:
    folders = [Path(__file__).parents[2] / name for name in ("coprod_pages", "templates", "home")]
    asking = []
    for template in (each for folder in folders for each in folder.rglob("*.html")):
        for tag in IMAGE_TAG.findall(template.read_text()):
            assert tag == "shown.picture", template
            asking.append(template.name)

    assert {"picture.html", "news_page.html"} <= set(asking)
