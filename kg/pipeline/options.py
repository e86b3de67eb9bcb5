"""How to read, extract and merge; and the same as people write it in Python."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.articles import ReadOptions
from kg.errors import KgError
from kg.model import TollRule

__all__ = ["BuildOptions", "OptionError"]

MIN_CONFIDENCE = 0.5  # below it a claim is more likely wrong than right


class OptionError(KgError):
    """An option that there is not, or whose value cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How to read, extract and merge.

    Attributes:
        read: What files do not state of themselves.
        lexicon: A project's own actor lists; later files win.
        pipeline: Another spaCy pipeline's name or folder; None for the bundled one.
        workers: Processes that parse; the result does not depend on it.
        quads: The table of quad classes: "plover", "gdelt" or "phoenix".
        convention: How plans, denials and places are coded: "plover", in fields of their own, or
            "cameo", as one code, the way CAMEO's data sets have them.
        min_confidence: Claims below it (0..1) are left out; 0 keeps every claim found. Below the
            default a claim is more likely wrong than right.
        is_strict: Whether the first skip is an error.
        tolls: How the best of several numbers is chosen, now and whenever the store is merged
            again; None leaves it as it was ("latest" at first).
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    lexicon: tuple[Path, ...] = ()
    pipeline: str | None = None
    workers: int = 1
    quads: str = "plover"
    convention: str = "plover"
    min_confidence: float = MIN_CONFIDENCE
    is_strict: bool = False
    tolls: TollRule | None = None

    @classmethod
    def of(cls, **given: Any) -> "BuildOptions":
        """Return options as people write them, those of `ReadOptions` among them.

        Days, paths and rules may be texts, and a single lexicon needs no list.

        Raises:
            OptionError: If there is no such option, or its value cannot be read.

        Example:
            >>> options = BuildOptions.of(published="2024-03-05", lexicon="mine.tsv", workers=2)
            >>> options.read.published, options.workers
            (datetime.date(2024, 3, 5), 2)
        """
        own = {field.name for field in fields(cls)}
        reading = {field.name for field in fields(ReadOptions)}
        unknown = sorted(given.keys() - own - reading)
        if unknown:
            known = ", ".join(sorted(own | reading))
            raise OptionError(f"there is no option {unknown[0]!r}; choose from {known}")
        values = {name: _VALUES.get(name, _as_given)(value) for name, value in given.items()}
        read = replace(
            values.pop("read", ReadOptions()),
            **{name: values.pop(name) for name in reading & values.keys()},
        )
        return cls(read=read, **values)


def _as_given(value: Any) -> Any:
    return value


def _read_day(value: str | date | None) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value is not None else None
    except ValueError as error:
        raise OptionError(f"published={value!r} is no day; write it as in 2024-03-05") from error


def _read_paths(value: str | Path | Iterable[str | Path]) -> tuple[Path, ...]:
    paths = [value] if isinstance(value, str | Path) else value
    return tuple(Path(path) for path in paths)


def _read_rule(value: str | None) -> TollRule | None:
    try:
        return TollRule(value) if value is not None else None
    except ValueError as error:
        raise OptionError(f"tolls={value!r} is none of {', '.join(TollRule)}") from error


_VALUES: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {"published": _read_day, "lexicon": _read_paths, "tolls": _read_rule}
)
