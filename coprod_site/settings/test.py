"""For the tests: fast hashing, files in memory, nothing sent."""

from .dev import *
from .dev import INSTALLED_APPS, MIDDLEWARE

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
AXES_ENABLED = False
INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "whitenoise.runserver_nostatic"]
MIDDLEWARE = [m for m in MIDDLEWARE if "WhiteNoise" not in m]
# No test but those of the report counts searches: the counts are written between requests.
COPROD_SEARCHES_KEPT_DAYS = 0
# Those that are about the list of erasures name a file.
COPROD_ERASURES_FILE = None
SILENCED_SYSTEM_CHECKS = ["coprod_pages.W003"]  # which says so
