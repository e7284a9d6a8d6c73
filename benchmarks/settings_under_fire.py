"""For sending many examples at once from one machine, to a mail server of our own."""

import os

from coprod_site.settings.dev import *  # noqa: F403

COPROD_SENDINGS_PER_HOUR = 10**6
COPROD_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
COPROD_SHOW_SENT_MAIL = False
EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = "127.0.0.1", int(os.environ.get("MAIL_PORT", "0")), 2
