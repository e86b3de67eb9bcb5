"""The day from which relative expressions of time are read, and what it makes of bare names.

A weekday, month or date without a year is the latest one not after publication; told of what is
still to come, it is the first one not before publication. On the day itself, it is that day.
"""

from dataclasses import dataclass
from datetime import date

from kg.claims.periods import Period, month_of, weekday_near

__all__ = ["Reference"]

_LEAP_REACH_YEARS = 8  # the longest wait for a 29 February


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Publication day of a text, and whether its event is told as still to come."""

    published: date
    is_ahead: bool = False

    def weekday(self, weekday: int) -> date:
        """Return the day that a bare weekday (0 Monday … 6 Sunday) means."""
        return weekday_near(self.published, weekday, is_ahead=self.is_ahead)

    def day(self, month: int, day: int) -> date | None:
        """Return the day that a date without a year means, None if no year has it."""
        step = 1 if self.is_ahead else -1
        for years in range(_LEAP_REACH_YEARS + 1):
            found = _day(self.published.year + step * years, month, day)
            if found is not None and (found - self.published).days * step >= 0:
                return found
        return None

    def month(self, month: int) -> Period:
        """Return the month that a bare month means."""
        here = month_of(self.published.year, month)
        if self.is_ahead and here.latest < self.published:
            return month_of(self.published.year + 1, month)
        if not self.is_ahead and here.earliest > self.published:
            return month_of(self.published.year - 1, month)
        return here


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
