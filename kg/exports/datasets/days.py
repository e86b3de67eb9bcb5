"""When an event was: the days that its claims state, else what its first report says of it."""

from dataclasses import dataclass
from datetime import date

from kg.model import Event, EventStatus

__all__ = ["PUBLISHED_LAG_DAYS", "Period", "period_of"]

# Merging holds an event without stated days to be at most so much older than its first report.
PUBLISHED_LAG_DAYS = 2

_NOW = (EventStatus.REPORTED, EventStatus.DISPUTED)  # of others the first report says no day


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Inclusive days; `is_stated` is false where they are only told by the first report."""

    first: date
    last: date
    is_stated: bool

    @property
    def length_days(self) -> int:
        """How many days it has, 1 or more."""
        return (self.last - self.first).days + 1

    @property
    def day(self) -> date:
        """The one day that stands for it: its middle, or the day of the first report."""
        return self.first + (self.last - self.first) // 2 if self.is_stated else self.last

    @property
    def year(self) -> int | None:
        """Its year, None where it has more than one and no day stands for it."""
        is_one = self.first.year == self.last.year or not self.is_stated
        return self.last.year if is_one else None


def period_of(event: Event) -> Period | None:
    """Return when an event was, None where nothing tells it.

    Example:
        >>> from kg.model import Event
        >>> Period(first=date(2024, 3, 1), last=date(2024, 3, 31), is_stated=True).day
        datetime.date(2024, 3, 16)
    """
    first, last = event.earliest or event.latest, event.latest or event.earliest
    if first and last:
        return Period(first=first, last=last, is_stated=True)
    published = event.first_published
    if published is None or event.status not in _NOW:
        return None
    earliest = max(published.toordinal() - PUBLISHED_LAG_DAYS, date.min.toordinal())
    return Period(first=date.fromordinal(earliest), last=published, is_stated=False)
