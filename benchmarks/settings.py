"""For measuring the page cache beside plain files: files are found once, as in production."""

import os

from coprod_site.settings.dev import *  # noqa: F403

WHITENOISE_AUTOREFRESH = False
WHITENOISE_USE_FINDERS = True
WHITENOISE_ROOT = os.environ.get("BENCH_FILES")
COPROD_SEARCHES_KEPT_DAYS = 0
