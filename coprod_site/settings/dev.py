"""For trying the site out on one's own machine: `make run`."""

from .base import *
from .base import DATA_DIR, env

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = "only-for-trying-the-site-on-your-own-machine-never-for-production"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]

# Mail is written to files, to be looked at under /dev/mail/.
COPROD_MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = env.path("MAIL_FOLDER", default=str(DATA_DIR / "mail"))
COPROD_SHOW_SENT_MAIL = True

# Sample sign-ins with a published password exist only where this is True.
COPROD_SAMPLE_SIGN_INS = True

# Static files are found where they are written: no collectstatic while developing.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
