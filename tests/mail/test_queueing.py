"""Messages are kept with the change that causes them, clean, and whole."""

from email.mime.text import MIMEText
from typing import Any

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from django.db import transaction
from django.test import Client

from coprod_pages.contributions.mails import ask_to_confirm
from coprod_pages.contributions.models import Contribution
from coprod_pages.mail.models import OutgoingMail, State
from coprod_pages.mail.queueing import absolute
from coprod_pages.mail.sending import send_due
from tests.factories import case_study
from tests.mail.conftest import queue_one
from tests.mail.mail_servers import Postbox

pytestmark = pytest.mark.django_db


class Undone(Exception):
    """The change that causes a message fails."""


def test_a_message_waits_and_no_server_is_asked(postbox: type[Postbox]) -> None:
    mail = queue_one()

    assert (mail.state, mail.attempts, mail.about) == (State.WAITING, 0, "sign-in link")
    assert "https://compendium.example/contribute/secret/" in mail.text
    assert 'href="https://compendium.example/contribute/secret/"' in mail.html
    assert (postbox.opened, postbox.delivered) == (0, [])


def test_a_message_is_taken_back_with_the_change_that_causes_it() -> None:
    with pytest.raises(Undone), transaction.atomic():
        queue_one()
        raise Undone

    assert not OutgoingMail.objects.exists()


def test_a_template_without_html_gets_the_shared_layout(
    settings: Any, tmp_path: Any, postbox: type[Postbox]
) -> None:
    (tmp_path / "plain.txt").write_text(
        "{% autoescape off %}Hello <{{ name }}>,\n\n{{ link }}{% endautoescape %}"
    )
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]

    mail = queue_one(template="plain", context={"name": "Ada & Co", "link": absolute("/here/")})

    assert mail.text == "Hello <Ada & Co>,\n\nhttps://compendium.example/here/"
    assert "Hello &lt;Ada &amp; Co&gt;," in mail.html
    assert 'href="https://compendium.example/here/"' in mail.html
    assert "<title>Please confirm</title>" in mail.html


def test_each_person_gets_a_message_and_reads_nobody_elses_address(
    postbox: type[Postbox],
) -> None:
    EmailMessage(
        "Minutes",
        "Words",
        to=["Ada <ada@example.org>", "ben@example.org"],
        cc=["cy@example.org", "ADA@example.org"],
        bcc=["di@example.org"],
        headers={"To": "everybody@example.org"},
    ).send()

    send_due()

    envelopes = [message.recipients() for message in postbox.delivered]
    assert envelopes == [
        *(["ADA@example.org"], ["ben@example.org"], ["cy@example.org"], ["di@example.org"])
    ]
    headers = [message.message() for message in postbox.delivered]
    assert [(header["To"], header["Cc"], header["Bcc"]) for header in headers] == [
        (envelope[0], None, None) for envelope in envelopes
    ]


@pytest.mark.parametrize(
    "subject",
    ["Hello\nBcc: eve@example.org", "Hello\r\nBcc: eve@example.org", "Hel\x00lo\x85 \u202eyou"],
)
def test_a_subject_that_breaks_headers_is_cleaned_and_not_an_error(
    subject: str, postbox: type[Postbox]
) -> None:
    queue_one(subject=subject)

    send_due()

    [message] = postbox.delivered
    assert message.recipients() == ["ada@example.org"]
    assert message.message()["Bcc"] is None
    assert message.subject.startswith("Hel")
    assert not set("\n\r\x00\x85\u202e") & set(message.subject)


def test_hostile_text_headers_and_names_of_files_are_kept_without_what_breaks_them(
    postbox: type[Postbox],
) -> None:
    message = EmailMultiAlternatives(
        "x" * 2000,
        "text\x00 and \ud800 more",
        to=["ada@example.org"],
        reply_to=["ben@example.org\nBcc: eve@example.org"],
        headers={"X-Thing\n": "one\r\ntwo\x00"},
        attachments=[("a\nb\x00.txt", "words", "text/plain")],
    )
    message.attach_alternative("<p>\x00html</p>", "text/html")

    message.send()

    mail = OutgoingMail.objects.get()
    assert mail.text == "text and  more"
    assert mail.html == "<p>html</p>"
    assert mail.reply_to == ["ben@example.org Bcc: eve@example.org"]
    assert mail.headers["X-Thing"] == "one two"
    assert mail.attachments[0]["name"] == "a b.txt"
    assert len(mail.subject) == 255


def test_text_html_attachments_and_headers_arrive_as_they_were_given(
    postbox: type[Postbox],
) -> None:
    message = EmailMultiAlternatives(
        "Meeting",
        "Come",
        "group@example.org",
        to=["ada@example.org"],
        reply_to=["chair@example.org"],
        headers={"X-Thing": "one"},
    )
    message.attach_alternative("<p>Come</p>", "text/html")
    message.attach("meeting.ics", "BEGIN:VCALENDAR", "text/calendar")
    message.attach("paper.pdf", b"%PDF-\xff", "application/pdf")
    message.attach(MIMEText("inside", "plain"))
    message.attach("other.eml", EmailMessage("Other", "its words"), "message/rfc822")
    message.send()

    send_due()

    [sent] = postbox.delivered
    whole = sent.message()
    assert (whole["From"], whole["Reply-To"]) == ("group@example.org", "chair@example.org")
    assert (whole["X-Thing"], whole["Auto-Submitted"]) == ("one", "auto-generated")
    parts = [part for part in whole.walk() if not part.is_multipart()]
    found = [(part.get_content_type(), part.get_filename()) for part in parts]
    assert found == [
        ("text/plain", None),
        ("text/html", None),
        ("text/calendar", "meeting.ics"),
        ("application/pdf", "paper.pdf"),
        ("text/plain", None),
        ("text/plain", None),
    ]
    assert parts[3].get_payload(decode=True) == b"%PDF-\xff"
    assert "its words" in whole.as_string()


def test_a_message_of_html_alone_gets_a_text() -> None:
    message = EmailMessage("Hello", "<p>Come <b>all</b></p>", to=["ada@example.org"])
    message.content_subtype = "html"
    message.send()

    mail = OutgoingMail.objects.get()
    assert (mail.text, mail.html) == ("Come all", "<p>Come <b>all</b></p>")


def test_the_message_id_is_the_same_at_every_try(postbox: type[Postbox]) -> None:
    queue_one()
    first = OutgoingMail.objects.get().headers["Message-ID"]

    send_due()

    assert postbox.delivered[0].message()["Message-ID"] == first
    assert first.endswith("@compendium.example>")


def test_sending_says_how_many_were_queued() -> None:
    assert send_mail("One", "words", None, ["ada@example.org", "ben@example.org"]) == 1
    assert send_mail("None", "words", None, []) == 0


def test_a_password_reset_goes_through_the_outbox(reviewer: Any) -> None:
    Client().post("/admin/password_reset/", {"email": reviewer.email})

    mail = OutgoingMail.objects.get()
    assert mail.recipient == reviewer.email
    assert "https://compendium.example/admin/password_reset/confirm/" in mail.text


def test_wagtails_own_notices_go_through_the_outbox(
    editor: Any, reviewer: Any, hackney: Any
) -> None:
    page = case_study(looked_after_by=hackney, owner=editor, live=False)
    page.save_revision(user=editor)

    with transaction.atomic():
        page.get_workflow().start(page, editor)

    assert reviewer.email in OutgoingMail.objects.values_list("recipient", flat=True)


def test_nothing_in_a_label_tells_about_a_person() -> None:
    mail = queue_one()

    assert str(mail) == f"sign-in link ({mail.pk})"


def test_a_message_to_a_contributor_is_known_by_its_reference_and_not_by_a_name() -> None:
    contribution = Contribution(name="Ada Example", email="ada@example.org", reference="ABCDEFGH")

    ask_to_confirm(contribution, "secret")

    mail = OutgoingMail.objects.get()
    assert (mail.related, mail.recipient) == ("ABCDEFGH", "ada@example.org")
    assert mail.about == "Please confirm your example"
