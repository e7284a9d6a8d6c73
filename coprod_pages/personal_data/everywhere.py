"""Where an e-mail address stands: what people sent with it, and any column of any table."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from secrets import token_hex
from typing import Any
from urllib.parse import unquote_plus

from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, models
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from ..contributions import retention as contributions
from ..email_addresses import certain_parts, mention_of
from ..mail import retention as mail
from ..mailing_list import retention as mailing_list
from ..meetings.attending import retention as attending
from ..sign_off import people_retention
from ..working_group import retention as working_group


@dataclass(frozen=True)
class Holder:
    """Something that people send with their address: it is handed over and erased as a whole."""

    name: Any
    # The model whose rows it is.
    model: str
    held_about: Callable[[str], list[Any]]
    erase_person: Callable[[str], int]


# A feature that keeps what somebody sent with their address adds its line here. What is not sent
# by themselves needs none: `places` looks into every column there is.
HOLDERS = [
    Holder(
        _("Contributions"),
        "coprod_pages.Contribution",
        contributions.held_about,
        contributions.erase_person,
    ),
    Holder(_("Outgoing mail"), "coprod_pages.OutgoingMail", mail.held_about, mail.erase_person),
    Holder(
        _("Mailing list"),
        "coprod_pages.Subscriber",
        mailing_list.held_about,
        mailing_list.erase_person,
    ),
    Holder(
        _("People quoted by name"),
        "coprod_pages.QuotedPerson",
        people_retention.held_about,
        people_retention.erase_person,
    ),
    Holder(
        _("Registrations for meetings"),
        "coprod_pages.MeetingRegistration",
        attending.held_about,
        attending.erase_person,
    ),
    Holder(
        _("Requests to join"),
        "coprod_pages.JoinRequest",
        working_group.held_about,
        working_group.erase_person,
    ),
]

# Rows that nobody misses: forms as they stood when somebody looked at a preview, sign-ins that
# failed, open sessions. They are deleted and not written over.
DISPOSABLE = {
    "wagtailadmin.FormState",
    "sessions.Session",
    "axes.AccessAttempt",
    "axes.AccessFailureLog",
    "axes.AccessLog",
}

ERASED = "[erased]"
# Of the text around a mention, to be handed over: characters on each side.
AROUND = 100


@dataclass(frozen=True)
class Place:
    """A row whose column holds the address."""

    model: type[models.Model]
    pk: Any
    field: str

    def __str__(self) -> str:
        return f"{self.model._meta.label} {self.pk} {self.field}"

    @property
    def is_disposable(self) -> bool:
        """Whether the row is deleted, and not written over."""
        return self.model._meta.label in DISPOSABLE


def places(email: str) -> Iterator[Place]:
    """Every row and column that holds `email`, however written, whatever app the table is of."""
    for place, _texts in _mentions(email):
        yield place


def excerpts(email: str) -> Iterator[tuple[Place, list[str]]]:
    """Every place with the words around each mention, to be handed over."""
    mention = mention_of(email)
    for place, texts in _mentions(email):
        yield (
            place,
            [
                text[max(found.start() - AROUND, 0) : found.end() + AROUND]
                for text in texts
                for found in mention.finditer(text)
            ],
        )


def overwrite(place: Place, email: str) -> None:
    """Write over the address where it stands, and leave the rest of the column as it is."""
    # Past `save`: a record of the past is changed here, and nothing is to be told of it.
    rows = models.QuerySet(place.model).filter(pk=place.pk)
    if place.is_disposable:
        rows.delete()
        return
    field = place.model._meta.get_field(place.field)
    is_json = isinstance(field, models.JSONField)
    as_stored = rows.annotate(_written=Cast(field.name, TextField()))
    value = as_stored.values_list(field.name if is_json else "_written", flat=True).first()
    if value is None:
        return
    # What has to be unique in its table stays so.
    instead = f"erased-{token_hex(4)}" if _is_unique(field) else ERASED
    if isinstance(field, models.EmailField) and not _is_unique(field):
        instead = ""
    changed = _written_over(value, mention_of(email), instead)
    if isinstance(changed, str) and field.max_length:
        changed = changed[: field.max_length]
    rows.update(**{field.name: changed if is_json else field.to_python(changed)})


def stored_models() -> Iterator[type[models.Model]]:
    """Every model that has a table."""
    existing = set(connection.introspection.table_names())
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy and model._meta.db_table in existing:
            yield model


def written_columns(model: type[models.Model]) -> list[models.Field]:
    """The columns of `model` that hold text of any kind."""
    written = (
        *(models.CharField, models.TextField, models.JSONField, models.FileField),
        StreamField,
    )
    return [field for field in model._meta.local_concrete_fields if isinstance(field, written)]


def texts_in(model: type[models.Model], value: Any) -> Iterator[str]:
    """Every text in a value of a column, as it can be read."""
    if isinstance(value, str):
        label = model._meta.label
        if label == "sessions.Session" and ":" in value:
            # What is packed has a signature after a colon; its key has none.
            value = str(SessionStore().decode(value))
        yield value
        if label == "wagtailadmin.FormState":
            yield unquote_plus(value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_in(model, key)
            yield from texts_in(model, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(model, inner)


def _mentions(email: str) -> Iterator[tuple[Place, list[str]]]:
    mention = mention_of(email)
    parts = certain_parts(email)[:3]
    for model in stored_models():
        for field in written_columns(model):
            for key, stored in _stored(model, field, parts):
                texts = [text for text in texts_in(model, stored) if mention.search(text)]
                if texts:
                    yield Place(model, key, field.name), texts


def _stored(
    model: type[models.Model], field: models.Field, parts: list[str]
) -> Iterator[tuple[Any, Any]]:
    rows = models.QuerySet(model).annotate(_written=Cast(field.name, TextField())).order_by("pk")
    if model._meta.label != "sessions.Session":
        # A session is packed; every other column shows the letters and digits of an address.
        for part in parts:
            rows = rows.filter(Q(_written__icontains=part))
    column = field.name if isinstance(field, models.JSONField) else "_written"
    yield from rows.values_list("pk", column).iterator(500)


def _written_over(value: Any, mention: re.Pattern[str], instead: str) -> Any:
    if isinstance(value, str):
        return mention.sub(instead, value)
    if isinstance(value, dict):
        return {
            _written_over(key, mention, instead): _written_over(inner, mention, instead)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_written_over(inner, mention, instead) for inner in value]
    return value


def _is_unique(field: models.Field) -> bool:
    meta = field.model._meta
    together = [*meta.unique_together, *(c.fields for c in meta.total_unique_constraints)]
    return field.unique or any(field.name in names for names in together)
