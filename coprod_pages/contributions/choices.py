"""The closed answers around a contribution: their stored value and their plain words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a contribution is on its way."""

    UNFINISHED = "unfinished", _("Being written")
    UNCONFIRMED = "unconfirmed", _("Address not confirmed")
    NEW = "new", _("New")
    QUESTION = "question", _("Question asked")
    IN_EDITING = "in-editing", _("In editing")
    WAITING = "waiting", _("Waiting for sign-off")
    PUBLISHED = "published", _("Published")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# What the desk sees: everything whose sender is known to read mail at that address.
ON_THE_DESK = [
    *(State.NEW, State.QUESTION, State.IN_EDITING, State.WAITING),
    *(State.PUBLISHED, State.DECLINED, State.WITHDRAWN),
]
# Somebody has to do something about these.
OPEN = [State.NEW, State.QUESTION, State.IN_EDITING, State.WAITING]
# That somebody is the desk: these become overdue.
WAITS_FOR_US = [State.NEW, State.IN_EDITING]


class SentBy(models.TextChoices):
    """How it reached us."""

    FORM = "form", _("By the form on this site")
    PHONE = "phone", _("By telephone")
    POST = "post", _("By post")
    EMAIL = "email", _("By e-mail")
    IN_PERSON = "in-person", _("In person")


class PeopleInStory(models.TextChoices):
    """Whether somebody can be recognised, and knows."""

    NOBODY = "nobody", _("No, nobody can be recognised")
    THEY_KNOW = "they-know", _("Yes, and they know that I am sending this")
    NOT_YET = "not-yet", _("Yes, but they do not know yet")


class Naming(models.TextChoices):
    """How people and organisations are to be named."""

    NAMED = "named", _("By name")
    ORGANISATION = "organisation", _("Name only the organisation")
    ANONYMISED = "anonymised", _("Do not name anybody")


class Use(models.TextChoices):
    """What somebody agrees to, each use by itself."""

    WEBSITE = "website", _("Publish it on this website")
    EDITION = "edition", _("Print it in an edition of the compendium")
    NEWS = "news", _("Tell of it in our news and on social media")
    PHOTOGRAPHS = "photographs", _("Show the photographs I send")
    QUOTATION = "quotation", _("Quote what I wrote, word for word")


class Purpose(models.TextChoices):
    """What a link lets its holder do, and nothing else."""

    OWN = "own", _("write, read and withdraw one's own contribution")
    CONFIRM = "confirm", _("confirm an address")
    ANSWER = "answer", _("answer a question")
    SIGN_OFF = "sign-off", _("say yes or no to a text")
