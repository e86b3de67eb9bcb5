"""Write the tables of docs/schema.md that say what values there are, from lexicon and code.

Each stands between `<!-- table: NAME -->` and `<!-- end -->`; the words around them stay.

    python scripts/make_schema_tables.py            # write
    python scripts/make_schema_tables.py --check    # only tell whether they are up to date
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from kg.articles import FORMATS, SkipReason
from kg.exports import EXPORTERS
from kg.lexicons import CODE_SETS, load_glossary
from kg.lexicons.event_loading import EventLexicon, load_events
from kg.lexicons.faults import Faults
from kg.lexicons.loading import DATA
from kg.model import Sector

DOCUMENT = Path(__file__).parent.parent / "docs" / "schema.md"
QUAD_TABLES = ("gdelt", "phoenix")

_BLOCK = re.compile(r"(<!-- table: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def event_types(events: EventLexicon) -> Iterator[str]:
    """Yield the table of event types."""
    yield from _head("type", "what it is", "quad", *QUAD_TABLES, "intensity", "CAMEO")
    for event_type, entry in sorted(events.types.items()):
        quads = [entry.quads_elsewhere.get(name, entry.quad) for name in QUAD_TABLES]
        definition = entry.definition.rstrip(".")
        yield _row(
            f"`{event_type}`", definition, entry.quad, *quads, entry.intensity, f"`{entry.cameo}`"
        )


def modes(events: EventLexicon) -> Iterator[str]:
    """Yield the table of modes; an event type without any has no line."""
    yield from _head("type", "mode", "intensity", "CAMEO")
    for event_type, entry in sorted(events.types.items()):
        for mode in sorted(entry.modes.values(), key=lambda mode: mode.name):
            yield _row(f"`{event_type}`", f"`{mode.name}`", mode.intensity, f"`{mode.cameo}`")


def contexts(events: EventLexicon) -> Iterator[str]:
    """Yield the contexts in one paragraph."""
    yield _listed(sorted(context.name for context in events.contexts)) + ".\n"


def sectors(_: EventLexicon) -> Iterator[str]:
    """Yield the table of sectors."""
    yield from _head("sector", "who")
    meanings = load_glossary().meanings[Sector]
    yield from (_row(f"`{sector}`", meaning) for sector, meaning in meanings.items())


def closed_sets(_: EventLexicon) -> Iterator[str]:
    """Yield the table of the small closed sets, in the words of their own docstrings."""
    yield from _head("set", "values", "what it says")
    for members in CODE_SETS:
        if members is Sector:  # has a table of its own
            continue
        name = re.sub("(?<=[a-z])(?=[A-Z])", " ", members.__name__).lower()
        words = " ".join((members.__doc__ or "").split("\n\n")[0].split()).rstrip(".")
        yield _row(name, _listed(members), words)


def exporters(_: EventLexicon) -> Iterator[str]:
    """Yield the table of output formats."""
    yield from _head("format", "usual file", "endings that mean it", "good for")
    for name, row in EXPORTERS.items():
        yield _row(
            f"`{name}`", f"`{row.file_name}`", _listed(row.extensions), _escaped(row.description)
        )


def readers(_: EventLexicon) -> Iterator[str]:
    """Yield the table of input formats."""
    yield from _head("format", "endings", "what it is")
    for row in FORMATS:
        yield _row(f"`{row.name}`", _listed(row.extensions), _escaped(row.description))


def skip_reasons(_: EventLexicon) -> Iterator[str]:
    """Yield the reasons of skips in one paragraph."""
    yield _listed(sorted(SkipReason)) + ".\n"


TABLES: Mapping[str, Callable[[EventLexicon], Iterator[str]]] = MappingProxyType(
    {
        "event-types": event_types,
        "modes": modes,
        "contexts": contexts,
        "sectors": sectors,
        "closed-sets": closed_sets,
        "exporters": exporters,
        "readers": readers,
        "skip-reasons": skip_reasons,
    }
)


def fill(text: str) -> str:
    """Return a document with all its tables as lexicon and code have them now."""
    faults = Faults()
    events = load_events(DATA, faults)
    faults.raise_any()

    def filled(block: re.Match[str]) -> str:
        table = "".join(TABLES[block["name"]](events))
        return f"{block[1]}{table}{block[3]}"

    return _BLOCK.sub(filled, text)


def names_in(text: str) -> list[str]:
    """Return the names of the tables that a document holds, in its order."""
    return [block["name"] for block in _BLOCK.finditer(text)]


def _head(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield "|" + "---|" * len(names) + "\n"


def _row(*cells: object) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |\n"


def _cell(value: object) -> str:
    return f"{value:g}".replace("-", "−") if isinstance(value, float) else str(value)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"`{value}`" for value in values)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the tables, or check them; return 1 where a check finds them out of date."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    is_check = parser.parse_args(arguments).check
    old = DOCUMENT.read_text(encoding="utf-8")
    new = fill(old)
    if is_check:
        return int(new != old)
    DOCUMENT.write_text(new, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
