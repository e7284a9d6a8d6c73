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

SETTINGS = [
    TRUSTED_PROXIES,
    SAMPLE_SIGN_INS,
    CASE_STUDIES_PER_PAGE,
    NEWS_PER_PAGE,
    RELATED_CASE_STUDIES,
]
