"""The digest: what was published since the last one, put together as a message to edit.

What there is to tell of, features above this one know. They register a source each, which asks by
its own rule of visibility, when the digest is written and again before it is sent.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..safe_text import one_line
from .models import Kind, ListMessage, State
from .wording import HEADING, link

# How far back the first digest goes.
FIRST_COVERS = timedelta(days=31)
MOST_ENTRIES = 20  # of one source; the others are counted


class NothingNew(ValueError):
    """Nothing was published since the last digest."""

    def __init__(self, since: datetime) -> None:
        super().__init__(since.isoformat())
        self.since = since


@dataclass(frozen=True)
class Entry:
    """A page to tell of: its whole address, and a line or two about it."""

    page_id: int
    title: str
    address: str
    words: str


@dataclass(frozen=True)
class Found:
    """What a source has to tell: the first entries, how many there are, how many of them are
    new since the last digest, and where all of them are."""

    entries: list[Entry] = field(default_factory=list)
    total: int = 0
    new: int = 0
    address: str = ""


@dataclass(frozen=True)
class Source:
    """Something that a digest tells of."""

    name: str
    heading: str
    # What was published in the time from the first moment to the second.
    find: Callable[[datetime, datetime], Found]
    # Which of these pages everybody may see now.
    visible: Callable[[Iterable[int]], set[int]]


@dataclass(frozen=True)
class Composed:
    """A digest as it is put together."""

    subject: str
    text: str
    lists: dict[str, dict[str, str]]


sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Let digests tell of `source`, in the order in which sources are registered."""
    sources[source.name] = source


def since(now: datetime) -> datetime:
    """Where the next digest begins: where the last one that was sent has ended."""
    sent = ListMessage.objects.filter(kind=Kind.DIGEST, state__in=[State.SENDING, State.SENT])
    last = sent.order_by("-covers_until").values_list("covers_until", flat=True).first()
    return last or now - FIRST_COVERS


def compose(begin: datetime, end: datetime) -> Composed:
    """What was published from `begin` to `end`. Raises `NothingNew`."""
    found = {source: source.find(begin, end) for source in sources.values()}
    if not any(each.new for each in found.values()):
        raise NothingNew(begin)
    told = {source: each for source, each in found.items() if each.entries}
    blocks = [block for source, each in told.items() for block in _blocks(source, each)]
    day = date_format(timezone.localtime(end), "j F Y")
    return Composed(
        subject=_("What is new in co-production: %(day)s") % {"day": day},
        text="\n\n".join([_("Hello,"), *blocks]),
        lists={
            source.name: {str(entry.page_id): entry.address for entry in each.entries}
            for source, each in told.items()
        },
    )


def gone_from(message: ListMessage) -> list[str]:
    """The addresses in a digest of what has been taken down since it was put together."""
    gone = []
    for name, addresses in message.lists.items():
        linked = {int(key): at for key, at in addresses.items() if at in message.text}
        visible = sources[name].visible(linked) if name in sources else set()
        gone += [address for key, address in linked.items() if key not in visible]
    return gone


def _blocks(source: Source, found: Found) -> list[str]:
    blocks = [f"{HEADING}{source.heading}"]
    for entry in found.entries:
        words = one_line(entry.words)
        title = link(one_line(entry.title), entry.address)
        blocks.append(f"{title}\n{words}" if words else title)
    left = found.total - len(found.entries)
    if left > 0:
        blocks.append(
            _("And %(count)d more: %(address)s") % {"count": left, "address": found.address}
        )
    return blocks
