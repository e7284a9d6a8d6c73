"""What was sent, to be read on one's own machine, where mail goes to files."""

import email
import email.policy
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache

from ..conf import SHOW_SENT_MAIL

# What Django's file backend writes after each message.
BETWEEN_MESSAGES = b"-" * 79 + b"\n"
SHOWN = 50


@dataclass(frozen=True)
class SentMail:
    """A message as somebody got it."""

    subject: str
    to: str
    date: str
    text: str


@never_cache
def sent_mail(request: HttpRequest) -> HttpResponse:
    """The last messages, newest first; not there unless COPROD_SHOW_SENT_MAIL says so."""
    if not SHOW_SENT_MAIL.get():
        raise Http404
    context = {"mails": newest_in(Path(settings.EMAIL_FILE_PATH))}
    return TemplateResponse(request, "coprod_pages/mail/sent_mail.html", context)


def newest_in(folder: Path) -> list[SentMail]:
    """The last messages in the files of `folder`, newest first."""
    files = folder.glob("*.log") if folder.is_dir() else []
    mails: list[SentMail] = []
    for file in sorted(files, key=lambda file: (file.stat().st_mtime_ns, file.name), reverse=True):
        messages = [each for each in file.read_bytes().split(BETWEEN_MESSAGES) if each.strip()]
        mails += [read(each) for each in reversed(messages)]
        if len(mails) >= SHOWN:
            break
    return mails[:SHOWN]


def read(raw: bytes) -> SentMail:
    """A message from the way it travels."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    words = message.get_body(("plain",)) if isinstance(message, EmailMessage) else None
    return SentMail(
        subject=str(message["Subject"] or ""),
        to=str(message["To"] or ""),
        date=str(message["Date"] or ""),
        text=words.get_content() if words else "",
    )
