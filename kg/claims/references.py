"""The day from which relative expressions of time are read, and what it makes of bare names.

A weekday, month or date without a year is the latest one not after publication; told of what is
still to come, it is the first one not before publication. On the day itself, it is that day.
"""

from dataclasses import dataclass
from datetime import date

from kg.claims.periods import Period, month_of, weekday_near

__all__ = ["Reference"]

_JUST_PAST_DAYS = 30  # told of what is to come, a date so long ago is taken to be past all the same
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
        if self.is_ahead and (just := self._just_past(month, day)) is not None:
            return just
        step = 1 if self.is_ahead else -1
        for years in range(_LEAP_REACH_YEARS + 1):
            found = _day(self.published.year + step * years, month, day)
            if found is not None and (found - self.published).days * step >= 0:
                return found
        return None

    def _just_past(self, month: int, day: int) -> date | None:
        """Return a date of this year that has passed but days ago: nobody plans for a year hence.

        What "may have been" on 16 March, told on the 25th, was nine days before.
        """
        found = _day(self.published.year, month, day)
        if found is None or not 0 < (self.published - found).days <= _JUST_PAST_DAYS:
            return None
        return found

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
