"""Every COPROD_ setting: its name, default and meaning.

No model field reads a setting: a host's `makemigrations` would then want to write a
migration inside the plugin.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings


@dataclass(frozen=True)
class Setting:
    """One setting a host site may give."""

    name: str
    default: Any
    meaning: str

    def get(self) -> Any:
        """The host's value, or the default."""
        return getattr(settings, self.name, self.default)


SAMPLE_SIGN_INS = Setting(
    "COPROD_SAMPLE_SIGN_INS",
    False,
    "Whether `load_sample_content` may create the sample sign-ins with their published "
    "password. Never True on a public server.",
)
CASE_STUDIES_PER_PAGE = Setting(
    "COPROD_CASE_STUDIES_PER_PAGE",
    12,
    "How many case studies a page of the compendium lists.",
)
NEWS_PER_PAGE = Setting("COPROD_NEWS_PER_PAGE", 10, "How many news items an index page lists.")
RELATED_CASE_STUDIES = Setting(
    "COPROD_RELATED_CASE_STUDIES",
    3,
    "How many related case studies a case study shows.",
)

TRUSTED_PROXIES = Setting(
    "COPROD_TRUSTED_PROXIES",
    0,
    "How many proxies of the site's own stand in front of it and add to X-Forwarded-For.",
)

SEARCHES_KEPT_DAYS = Setting(
    "COPROD_SEARCHES_KEPT_DAYS",
    90,
    "How many days it is kept what people searched for, without who they are; 0: not at all.",
)

SENDINGS_PER_HOUR = Setting(
    "COPROD_SENDINGS_PER_HOUR",
    20,
    "How many examples may be begun, and how many mails asked for, from one network address in "
    "an hour. An office shares one.",
)

MAIL_TRANSPORT = Setting(
    "COPROD_MAIL_TRANSPORT",
    "django.core.mail.backends.smtp.EmailBackend",
    "The mail backend that the worker hands queued messages to.",
)
SENT_MAIL_KEPT_DAYS = Setting(
    "COPROD_SENT_MAIL_KEPT_DAYS",
    30,
    "How many days it is kept to whom a message was sent. What it said is erased when it is sent.",
)
SHOW_SENT_MAIL = Setting(
    "COPROD_SHOW_SENT_MAIL",
    False,
    "Whether everybody may read at `/dev/mail/` what was sent to files in EMAIL_FILE_PATH. For "
    "trying the site out on one's own machine; never True on a public server.",
)

ERASURES_FILE = Setting(
    "COPROD_ERASURES_FILE",
    None,
    "Where it is listed what was erased and withdrawn, so that a restored backup does not bring it "
    "back. A file outside of the database and of its backups; None: nothing is listed.",
)

SECRETARY_EMAIL = Setting(
    "COPROD_SECRETARY_EMAIL",
    None,
    "Who is asked for agendas and minutes that are missing: one shared address. None: everybody of "
    "the working group who may publish the meeting.",
)

SETTINGS = [
    SECRETARY_EMAIL,
    ERASURES_FILE,
    MAIL_TRANSPORT,
    SENT_MAIL_KEPT_DAYS,
    SHOW_SENT_MAIL,
    SENDINGS_PER_HOUR,
    TRUSTED_PROXIES,
    SAMPLE_SIGN_INS,
    CASE_STUDIES_PER_PAGE,
    NEWS_PER_PAGE,
    RELATED_CASE_STUDIES,
    SEARCHES_KEPT_DAYS,
]
