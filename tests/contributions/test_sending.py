"""Sending an example: in steps, with pauses, nothing lost, nothing kept twice."""

import io
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.utils import timezone
from PIL import Image

from coprod_pages.contributions.models import Contribution, ContributionFile, ContributionLink

from .conftest import ANSWERS, EXAMPLE, START, Visitor, link_in

pytestmark = pytest.mark.django_db


def picture(name: str = "garden.png", colour: str = "green") -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(data, "PNG")
    return SimpleUploadedFile(name, data.getvalue(), "image/png")


def test_the_page_that_asks_leads_to_the_form(client: Client) -> None:
    page = BeautifulSoup(client.get("/contribute/").content, "html.parser")

    assert page.main.find("a", href=START) is not None


def test_an_example_reaches_the_desk_once_its_address_is_confirmed(visitor: Visitor) -> None:
    visitor.fill_in()
    sent = visitor.send()

    contribution = Contribution.objects.get()
    assert sent["Location"] == visitor.own
    assert contribution.state == "unconfirmed"
    assert "ada@example.org" in visitor.text()
    assert contribution.reference in visitor.text()

    link = link_in(mail.outbox[0])
    assert mail.outbox[0].to == ["ada@example.org"]
    assert "Yes, I sent it" in str(visitor.client.get(link).content)
    contribution.refresh_from_db()
    assert contribution.state == "unconfirmed"  # opening a link changes nothing

    visitor.client.post(link)
    contribution.refresh_from_db()
    assert contribution.state == "new"
    assert contribution.title == EXAMPLE["title"]
    assert contribution.story == ANSWERS["story"]["story"]
    assert [borough.slug for borough in contribution.boroughs.all()] == ["hackney"]
    assert [consent.use for consent in contribution.consents.all()] == ["website"]
    assert link_in(mail.outbox[1]) != link


def test_confirming_twice_thanks_once(visitor: Visitor) -> None:
    visitor.fill_in()
    visitor.send()
    link = link_in(mail.outbox[0])

    for _click in range(2):
        visitor.client.post(link)

    assert len(mail.outbox) == 2
    assert "Thank you" in visitor.text(link)


def test_a_double_click_keeps_one_example(visitor: Visitor) -> None:
    key = visitor.form_key()
    for _click in range(2):
        visitor.client.post(START, {**EXAMPLE, "form_key": key})

    assert Contribution.objects.count() == 1


def test_sending_twice_mails_once(visitor: Visitor) -> None:
    visitor.fill_in()
    for _click in range(2):
        visitor.send()

    assert len(mail.outbox) == 1


def test_what_was_answered_is_there_on_another_device(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("story", worked="", later="1")
    visitor.client.post(f"{visitor.own}later/", {"email": "ada@example.org"})
    elsewhere = Client()

    opened = elsewhere.get(link_in(mail.outbox[0]), follow=True)

    page = BeautifulSoup(opened.content, "html.parser")
    assert opened.redirect_chain[-1][0].endswith("/story/")
    assert page.find("textarea", {"name": "need"}).get_text().strip() == "A green place."


def test_what_is_right_is_kept_when_something_else_is_wrong(visitor: Visitor) -> None:
    visitor.begin()

    response = visitor.answer("you", email="nonsense", consents=[])

    assert response.status_code == 422
    assert Contribution.objects.get().name == "Ada Example"
    page = BeautifulSoup(response.content, "html.parser")
    assert page.find("input", {"name": "email"})["value"] == "nonsense"
    assert page.find(attrs={"role": "alert"}).find("a", href="#id_email") is not None
    assert page.find(id="id_consents") is not None  # where the summary's link leads


@pytest.mark.parametrize("step", [*ANSWERS, "example"])
def test_a_page_left_empty_says_what_is_missing(visitor: Visitor, step: str) -> None:
    visitor.begin()

    response = visitor.client.post(f"{visitor.own}{step}/", {})

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    for link in page.find(attrs={"role": "alert"}).find_all("a"):
        assert page.find(id=link["href"].removeprefix("#")) is not None, link


@pytest.mark.parametrize(("step", "name"), [("example", "title"), ("story", "need")])
def test_what_is_too_long_comes_back_whole_and_says_by_how_much(
    visitor: Visitor, step: str, name: str
) -> None:
    visitor.begin()
    long = "Tea. " * 1300

    response = visitor.answer(step, **{name: long.strip()})

    page = BeautifulSoup(response.content, "html.parser")
    box = page.find(["input", "textarea"], {"name": name})
    assert response.status_code == 422
    assert "too long: it has 6499 characters" in page.find(attrs={"role": "alert"}).get_text()
    assert long.strip() in (box.get("value") or box.get_text())
    # A browser that knew the limit would cut what is pasted, without a word.
    assert not box.has_attr("maxlength")


def test_who_has_said_it_in_short_need_not_say_it_twice(visitor: Visitor) -> None:
    visitor.begin()

    response = visitor.answer("story", story="")

    assert response.status_code == 302
    visitor.answer("you")
    assert visitor.send().status_code == 302
    assert Contribution.objects.get().state == "unconfirmed"


def test_whoever_has_to_look_at_their_mail_is_offered_nothing_else(visitor: Visitor) -> None:
    visitor.fill_in()
    visitor.send()

    assert "What you agreed to" not in visitor.text()

    visitor.client.post(link_in(mail.outbox[0]))
    assert "What you agreed to" in visitor.text()


def test_an_unfinished_example_is_not_sent(visitor: Visitor) -> None:
    visitor.begin()

    response = visitor.send()

    assert response.status_code == 422
    assert "Write what was needed." in response.content.decode()
    assert Contribution.objects.get().state == "unfinished"
    assert not mail.outbox


def test_a_borough_is_asked_for_only_where_there_is_one(visitor: Visitor) -> None:
    visitor.begin()

    without = visitor.answer("example", boroughs=[])
    across = visitor.answer("example", boroughs=[], reach="london-wide")

    assert without.status_code == 422
    assert across.status_code == 302


def test_nothing_is_agreed_to_beforehand(visitor: Visitor) -> None:
    visitor.begin()

    page = BeautifulSoup(visitor.client.get(f"{visitor.own}you/").content, "html.parser")

    boxes = page.find_all("input", {"name": "consents"})
    assert len(boxes) == 5
    assert not [box for box in boxes if box.has_attr("checked")]


def test_correcting_from_the_overview_leads_back_to_it(visitor: Visitor) -> None:
    visitor.fill_in()

    response = visitor.client.post(f"{visitor.own}story/?check=1", ANSWERS["story"])

    assert response["Location"] == f"{visitor.own}check/"


def test_nothing_can_be_changed_after_sending(visitor: Visitor) -> None:
    visitor.fill_in()
    visitor.send()

    visitor.answer("story", story="Something else.")

    assert Contribution.objects.get().story == ANSWERS["story"]["story"]


def test_a_wrong_address_is_put_right_and_the_old_link_stops_working(visitor: Visitor) -> None:
    visitor.fill_in(email="aad@example.org")
    visitor.send()
    visitor.client.post(visitor.own, {"email": "ada@example.org"})

    assert mail.outbox[1].to == ["ada@example.org"]
    assert visitor.client.post(link_in(mail.outbox[0])).status_code == 404
    visitor.client.post(link_in(mail.outbox[1]))
    assert Contribution.objects.get().state == "new"


def test_pictures_come_along_and_are_not_public(visitor: Visitor) -> None:
    visitor.begin()
    for _click in range(2):
        visitor.answer("files", file=picture(), description="The beds", add="1")

    kept = ContributionFile.objects.get()
    assert kept.description == "The beds"
    assert kept.content_type == "image/png"
    assert Client().get(f"/media/{kept.file.name}").status_code == 404


def test_a_chosen_file_is_kept_whichever_button_is_pressed(visitor: Visitor) -> None:
    visitor.begin()

    response = visitor.answer("files", file=picture(), on="1")

    assert response["Location"].endswith("/check/")
    assert ContributionFile.objects.count() == 1


def test_a_file_can_be_taken_off_again_from_the_disk_too(
    visitor: Visitor, django_capture_on_commit_callbacks: object
) -> None:
    visitor.begin()
    visitor.answer("files", file=picture(), add="1")
    kept = ContributionFile.objects.get()
    storage, name = kept.file.storage, kept.file.name

    with django_capture_on_commit_callbacks(execute=True):
        visitor.client.post(f"{visitor.own}files/", {"remove": kept.pk})

    assert not ContributionFile.objects.exists()
    assert not storage.exists(name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("picture.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("page.pdf", b"<html><script>hostile()</script></html>"),
        ("letter.docx", b"PK\x03\x04 and nothing else"),
        ("program.exe", b"MZ\x90\x00"),
        ("cut.png", picture().read()[:40]),
    ],
)
def test_a_file_is_known_by_its_content(visitor: Visitor, name: str, content: bytes) -> None:
    visitor.begin()

    response = visitor.answer("files", file=SimpleUploadedFile(name, content), add="1")

    assert response.status_code == 422
    assert "This is something else" in response.content.decode()
    assert not ContributionFile.objects.exists()


def test_a_ninth_file_is_refused(visitor: Visitor) -> None:
    visitor.begin()
    for shade in range(8):
        visitor.answer("files", file=picture(colour=f"rgb(0, {shade}, 0)"), add="1")

    response = visitor.answer("files", file=picture(colour="red"), add="1")

    assert "eight files at most" in response.content.decode()
    assert ContributionFile.objects.count() == 8


@pytest.mark.parametrize("wanted", [{"website": "https://spam.example"}, {}])
def test_what_looks_automatic_is_kept_apart_and_thanked(db: None, wanted: dict[str, str]) -> None:
    visitor = Visitor()  # quicker than a person

    visitor.begin(**wanted)

    assert Contribution.objects.get().looks_automatic


@override_settings(COPROD_SENDINGS_PER_HOUR=2)
def test_there_is_a_limit_and_what_was_typed_is_still_there(visitor: Visitor) -> None:
    answers = [visitor.begin() for _again in range(3)]

    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert EXAMPLE["title"] in answers[2].content.decode()
    assert Contribution.objects.count() == 2


def test_nobody_can_have_somebody_elses_letter_box_filled(visitor: Visitor) -> None:
    visitor.begin()

    for _again in range(5):
        visitor.client.post(f"{visitor.own}later/", {"email": "somebody@example.org"})

    assert len(mail.outbox) == 3


def test_mail_to_an_unconfirmed_address_holds_nothing_that_the_sender_wrote(
    visitor: Visitor,
) -> None:
    visitor.fill_in(name="Cheap watches at http://spam.example")
    visitor.client.post(f"{visitor.own}later/", {"email": "somebody@example.org"})
    visitor.send()

    for message in mail.outbox:
        assert "spam.example" not in message.subject + message.body + message.alternatives[0][0]
        assert EXAMPLE["title"] not in message.subject + message.body


@pytest.mark.parametrize("address", ["", "example/", "check/", "later/", "withdraw/"])
def test_the_pages_of_a_contributor_are_for_nobody_else(visitor: Visitor, address: str) -> None:
    visitor.begin()

    response = visitor.client.get(f"{visitor.own}{address}")

    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response["X-Robots-Tag"]
    assert not response.cookies


@pytest.mark.parametrize(
    "address",
    [
        "/contribute/nonsense/",
        "/contribute/nonsense/example/",
        "/contribute/" + "a" * 43 + "/check/",
    ],
)
def test_a_made_up_link_opens_nothing(client: Client, db: None, address: str) -> None:
    for response in (client.get(address), client.post(address)):
        assert response.status_code == 404


def test_a_link_is_for_its_purpose_alone(visitor: Visitor) -> None:
    visitor.fill_in()
    visitor.send()
    confirm = link_in(mail.outbox[0])

    for step in ("withdraw/", "example/", "files/", "check/"):
        assert visitor.client.get(confirm + step).status_code == 404
        assert visitor.client.post(confirm + step).status_code == 404


def test_an_old_link_to_confirm_does_nothing(visitor: Visitor) -> None:
    visitor.fill_in()
    visitor.send()
    ContributionLink.objects.filter(purpose="confirm").update(
        expires_at=timezone.now() - timedelta(minutes=1)
    )

    assert visitor.client.post(link_in(mail.outbox[0])).status_code == 404
    assert Contribution.objects.get().state == "unconfirmed"


def test_the_database_holds_no_link_that_could_be_opened(visitor: Visitor) -> None:
    visitor.begin()

    secret = visitor.own.split("/")[2]

    assert not [link for link in ContributionLink.objects.values() if secret in str(link)]


def test_a_lost_link_is_sent_again_and_never_says_whose(visitor: Visitor) -> None:
    visitor.send_and_confirm()
    before = len(mail.outbox)

    known = visitor.client.post("/contribute/link/", {"email": "ADA@example.org"})
    unknown = visitor.client.post("/contribute/link/", {"email": "nobody@example.org"})

    assert known.content == unknown.content
    assert len(mail.outbox) == before + 1
    assert EXAMPLE["title"] in visitor.text(link_in(mail.outbox[-1]))


def test_what_was_never_sent_can_be_thrown_away(visitor: Visitor) -> None:
    visitor.begin()

    response = visitor.client.post(f"{visitor.own}withdraw/")

    assert "It is erased" in response.content.decode()
    assert not Contribution.objects.exists()


def test_going_back_to_the_first_page_begins_no_second_example(visitor: Visitor) -> None:
    """A browser that goes back shows the page it has kept, with the form's own key."""
    kept = visitor.client.get(START)
    assert kept["Cache-Control"] == "private, no-cache"
    key = BeautifulSoup(kept.content, "html.parser").find("input", {"name": "form_key"})["value"]
    visitor.client.post(START, {**EXAMPLE, "form_key": key})

    visitor.client.post(START, {**EXAMPLE, "title": "A better name", "form_key": key})

    assert Contribution.objects.get().title == "A better name"


@pytest.mark.parametrize(("button", "leads_to"), [("back", "example"), ("later", "later")])
def test_leaving_a_page_keeps_what_was_typed_and_what_was_emptied(
    visitor: Visitor, button: str, leads_to: str
) -> None:
    visitor.begin()
    visitor.answer("story")

    response = visitor.answer("story", need="", worked="Tea.", **{button: "1"})

    assert response["Location"] == f"{visitor.own}{leads_to}/"
    sent = Contribution.objects.get()
    assert (sent.need, sent.worked) == ("", "Tea.")
    assert "Write what was needed." in visitor.send().content.decode()


def test_going_back_does_not_drop_what_cannot_be_kept(visitor: Visitor) -> None:
    visitor.begin()

    response = visitor.answer("you", email="ada@", consents=["edition"], back="1")

    assert response.status_code == 422
    page = BeautifulSoup(response.content, "html.parser")
    assert page.find("input", {"name": "email"})["value"] == "ada@"
    assert [consent.use for consent in Contribution.objects.get().consents.all()] == ["edition"]


def test_asking_for_the_link_again_leaves_the_one_before_working(visitor: Visitor) -> None:
    visitor.fill_in()
    visitor.send()
    visitor.client.post(visitor.own, {"email": "Ada@example.org"})

    visitor.client.post(link_in(mail.outbox[0]))

    assert len(mail.outbox) == 3
    assert Contribution.objects.get().state == "new"
