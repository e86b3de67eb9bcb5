"""Axes of drawings: days and numbers in, places in percent and readable ticks out.

Places are percent of a drawing's width, so that drawings stretch without a script.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from math import floor, log10

from kg.views.words import day as day_words

__all__ = ["DayAxis", "NumberAxis", "Tick"]

_DAYS = {"day": 1, "week": 7, "month": 30.4, "quarter": 91.3, "year": 365.25, "decade": 3652.5}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place on an axis in percent, and what is written there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAxis:
    """Days from `first` to `last`, both of them whole on the axis."""

    first: date
    last: date

    @classmethod
    def around(cls, days: Iterable[date], *, room_days: int = 0) -> "DayAxis":
        """Return an axis that holds some days, at least one, with room before and after them.

        Example:
            >>> DayAxis.around([date(2022, 3, 2)], room_days=1).ticks(3)[0].label
            '1 Mar'
        """
        numbers = sorted(day.toordinal() for day in days)
        first = max(numbers[0] - room_days, date.min.toordinal())
        last = min(numbers[-1] + room_days, date.max.toordinal())
        return cls(first=date.fromordinal(first), last=date.fromordinal(last))

    @property
    def days(self) -> int:
        """How many days the axis has."""
        return (self.last - self.first).days + 1

    def start(self, day: date) -> float:
        """Return where a day begins, between 0 and 100 whatever the day."""
        return _within(100 * (day - self.first).days / self.days)

    def end(self, day: date) -> float:
        """Return where a day ends."""
        return _within(100 * ((day - self.first).days + 1) / self.days)

    def middle(self, day: date) -> float:
        """Return the middle of a day."""
        return _within(100 * ((day - self.first).days + 0.5) / self.days)

    def holds(self, first: date, last: date) -> bool:
        """Tell whether some days touch the axis."""
        return first <= self.last and last >= self.first

    def ticks(self, most: int) -> tuple[Tick, ...]:
        """Return ticks at beginnings of days, weeks, months or years, at most as many as asked.

        Example:
            >>> axis = DayAxis(first=date(2022, 2, 20), last=date(2022, 6, 1))
            >>> [tick.label for tick in axis.ticks(6)]
            ['Mar 2022', 'Apr 2022', 'May 2022', 'Jun 2022']
        """
        unit = next((unit for unit, days in _DAYS.items() if self.days / days <= most), "decade")
        found = tuple(Tick(at=self.start(day), label=_label(day, unit)) for day in self._at(unit))
        # A span without a beginning of its unit says at least where it begins.
        return found or (Tick(at=0.0, label=day_words(self.first)),)

    def _at(self, unit: str) -> Iterator[date]:
        if unit in ("day", "week"):
            step = 1 if unit == "day" else 7
            ahead = 0 if unit == "day" else -self.first.weekday() % 7
            yield from (self.first + timedelta(n) for n in range(ahead, self.days, step))
            return
        step = _MONTHS[unit]
        months = (self.first.year * 12 + self.first.month - 1) // step * step
        while months // 12 <= MAXYEAR:
            day = date(max(months // 12, 1), months % 12 + 1, 1)
            if day > self.last:
                return
            if day >= self.first:
                yield day
            months += step


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberAxis:
    """Numbers from 0 to a round one."""

    last: int
    step: int

    @classmethod
    def up_to(cls, most: int, *, ticks: int = 5) -> "NumberAxis":
        """Return an axis that reaches a number with at most so many steps.

        Example:
            >>> NumberAxis.up_to(52)
            NumberAxis(last=60, step=20)
        """
        rough = max(most, 1) / ticks
        unit = 10 ** max(floor(log10(rough)), 0)
        step = next(round(unit * s) for s in _STEPS if unit * s >= rough)
        return cls(last=-(-max(most, 1) // step) * step, step=step)

    def at(self, value: float) -> float:
        """Return where a number stands."""
        return _within(100 * value / self.last)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The round numbers on the axis."""
        values = range(0, self.last + 1, self.step)
        return tuple(Tick(at=self.at(value), label=f"{value:,}") for value in values)


def _label(day: date, unit: str) -> str:
    if unit in ("year", "decade"):
        return str(day.year)
    words = day_words(day)
    return words.partition(" ")[2] if unit in ("month", "quarter") else words.rpartition(" ")[0]


def _within(percent: float) -> float:
    return round(min(max(percent, 0.0), 100.0), 3)
