"""Mail servers for the tests: what they were given, and what they answer."""

from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import sanitize_address

UNREACHABLE = ConnectionRefusedError("nobody at ada@example.org")
BUSY = SMTPDataError(451, b"try later, ada@example.org")
NOBODY_THERE = SMTPRecipientsRefused({"ada@example.org": (550, b"no such ada@example.org")})
FULL = SMTPRecipientsRefused({"ada@example.org": (452, b"mailbox full")})


class Postbox(BaseEmailBackend):
    """Takes every message, unless it is told what to answer. Shared by all connections."""

    delivered: list[Any] = []
    opened = 0
    unreachable = False
    refusal: BaseException | None = None

    @classmethod
    def reset(cls) -> None:
        """An empty postbox that takes everything."""
        cls.delivered, cls.opened, cls.unreachable, cls.refusal = [], 0, False, None
        cls.on_delivery = lambda message: None

    def open(self) -> bool:
        if Postbox.unreachable:
            raise UNREACHABLE
        if not getattr(self, "is_open", False):
            self.is_open = True
            Postbox.opened += 1
        return True

    def close(self) -> None:
        self.is_open = False

    def send_messages(self, messages: list[Any]) -> int:
        if Postbox.refusal:
            raise Postbox.refusal
        for message in messages:
            # As the backend for SMTP does, which refuses what is no address.
            for address in message.recipients():
                sanitize_address(address, "utf-8")
            message.message()
            Postbox.delivered.append(message)
            Postbox.on_delivery(message)
        return len(messages)
