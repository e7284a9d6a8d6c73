"""For a server: refuses to start without its secrets and addresses."""

from .base import *
from .base import env

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
# The keys that the site had before: sessions, and what was erased under them, are still known.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env("WAGTAILADMIN_BASE_URL")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[WAGTAILADMIN_BASE_URL])

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz/$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
if env.bool("BEHIND_PROXY", default=True):
    # Only right when the proxy sets this header itself and drops the visitor's.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    COPROD_TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=1)

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

mail_server = env.email_url("EMAIL_URL", default="smtp://localhost:25")
# Mail waits in the outbox; this is where its worker takes it.
COPROD_MAIL_TRANSPORT = mail_server.pop("EMAIL_BACKEND")
vars().update(mail_server)
COPROD_SENT_MAIL_KEPT_DAYS = env.int("SENT_MAIL_KEPT_DAYS", default=30)
COPROD_SHOW_SENT_MAIL = False

COPROD_SAMPLE_SIGN_INS = False
COPROD_SEARCHES_KEPT_DAYS = env.int("SEARCHES_KEPT_DAYS", default=90)

SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # X-Frame-Options is SAMEORIGIN: Wagtail's preview needs it
    "security.W021",  # HSTS preloading binds the whole domain; that is its owner's choice
]
