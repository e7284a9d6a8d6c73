"""The editor's form of a meeting: times are those of the clock where it takes place."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..page_tree import TreeSafePageForm
from .minutes.headings import is_only_headings, starting_text
from .times import FIRST_YEAR, LAST_YEAR, from_wall_clock, in_zone, zone_names

TIMES = ("starts_at", "ends_at")


class MeetingPageForm(TreeSafePageForm):
    """Reads and shows `starts_at` and `ends_at` by the clock in the meeting's own zone.

    Where there are no minutes yet it offers the headings that minutes begin with.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "time_zone" in self.fields:
            names = [(name, name.replace("_", " ")) for name in zone_names()]
            self.fields["time_zone"].widget = forms.Select(choices=names)
        for name in TIMES:
            moment = getattr(self.instance, name)
            if moment and name in self.fields:
                wall = in_zone(moment, self.instance.time_zone).replace(tzinfo=None)
                # Django shows what has a zone in the site's; without one it stays as it is.
                self.initial[name] = wall
        if self.instance.pk and not self.instance.minutes:
            self.initial["minutes"] = starting_text()

    def clean_minutes(self) -> str:
        """The minutes; none, as long as there are only the headings that were offered."""
        text = self.cleaned_data["minutes"]
        return "" if is_only_headings(text) else text

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        zone = cleaned.get("time_zone") or self.instance.time_zone
        for name in TIMES:
            if not cleaned.get(name):
                continue
            if not FIRST_YEAR <= cleaned[name].year <= LAST_YEAR:
                self.add_error(name, NO_SUCH_YEAR)
                continue
            # The field has read it by the site's clock: what was typed is that clock's wall time.
            wall = timezone.localtime(cleaned[name]).replace(tzinfo=None)
            try:
                cleaned[name] = self._moment(name, wall, zone)
            except ValueError:
                self.add_error(name, HOUR_LEFT_OUT)
        return cleaned

    def _moment(self, name: str, wall: datetime, zone: str) -> datetime:
        """The moment at which a clock in `zone` shows `wall`; what was not changed stays as it is.

        Of an hour that comes twice, the clock alone cannot tell which of them was meant.
        """
        before = getattr(self.instance, name)
        if before and in_zone(before, zone).replace(tzinfo=None, fold=0) == wall.replace(fold=0):
            return before
        return from_wall_clock(wall, zone)


NO_SUCH_YEAR = ValidationError(
    _("Please check the year: it has to be from %(first)s to %(last)s."),
    params={"first": FIRST_YEAR, "last": LAST_YEAR},
)
HOUR_LEFT_OUT = ValidationError(
    _("The clocks go forward then, and this hour does not exist. Choose another time.")
)
