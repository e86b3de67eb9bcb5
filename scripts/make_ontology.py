"""Write the shipped ontology and shapes, and the tables of docs/ontology.md, from code and lexicon.

Run it after a term, a code, a mode, a constraint, a definition or the version has changed:

python scripts/make_ontology.py            # write
python scripts/make_ontology.py --check    # only tell whether all is up to date
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from kg.exports import EXPORTERS, ExportOptions
from kg.exports.vocabularies.shapes import amount, limits, value_of
from kg.graph import KnowledgeGraph
from kg.graph.ontology.classes import meaning_of, own_classes, parents_of
from kg.graph.ontology.constraints import SHAPES
from kg.graph.ontology.properties import own_properties, ranges_of, subjects_of
from kg.graph.ontology.shaping import Constraint
from kg.graph.triples.actors import known_types
from kg.graph.vocabulary import code_name
from kg.lexicons import load_glossary
from kg.model import ActorKind, Resolution, Sector

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "kg" / "exports" / "vocabularies"
DOCUMENT = ROOT / "docs" / "ontology.md"
FORMATS = ("ontology", "shapes")
NOTHING = KnowledgeGraph(articles=(), claims=(), resolution=Resolution())

_BLOCK = re.compile(r"(<!-- table: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def alignments() -> Iterator[str]:
    """Yield how our classes and properties stand to those of others."""
    yield from _head("ours", "is a kind of")
    for name in own_classes():
        theirs = [parent for parent in parents_of(name) if not parent.startswith("kg:")]
        if theirs and not {"skos:Concept", "owl:Class"} & set(theirs):
            yield _row(f"`{name}`", _listed(theirs))
    for kind in ActorKind:
        if known_types(kind):
            yield _row(f"`kg:{code_name(kind)}`", _listed(known_types(kind)))
    for row in own_properties():
        if row.parent:
            yield _row(f"`{row.name}`", f"`{row.parent}`")


def classes() -> Iterator[str]:
    """Yield the classes of ours."""
    yield from _head("class", "is a", "what it is")
    for name in own_classes():
        yield _row(f"`{name}`", _listed(parents_of(name)), meaning_of(name))


def properties() -> Iterator[str]:
    """Yield the properties of ours, in the order of the model."""
    yield from _head("property", "of", "values", "what it says")
    for row in own_properties():
        values = ranges_of(row) or ("an IRI",)
        subjects = _listed(subjects_of(row.name)) or "named graph"
        yield _row(f"`{row.name}`", subjects, _listed(values), row.meaning)


def codes() -> Iterator[str]:
    """Yield the terms of the closed sets."""
    yield from _head("term", "set", "code", "meaning")
    for members, meanings in load_glossary().meanings.items():
        for code, meaning in meanings.items():
            term = f"plover:{code}" if members is Sector else f"kg:{code_name(code)}"
            yield _row(f"`{term}`", f"`kg:{members.__name__}`", f"`{code}`", meaning)


def constraints() -> Iterator[str]:
    """Yield what the shapes ask of each node."""
    yield from _head("node", "property", "how many", "values")
    for shape in SHAPES:
        for number, constraint in enumerate(shape.constraints):
            name = "" if number else f"`{shape.name}`"
            number_of = amount(constraint).removesuffix(" of")
            yield _row(name, f"`{constraint.name}`", number_of, _values(constraint))


def _values(constraint: Constraint) -> str:
    kind = constraint.of or constraint.of_elsewhere or value_of(constraint.name)
    shown = "IRI" if kind == "iri" else f"`{kind}`"
    return "" if constraint.most == 0 else ", ".join((shown, *limits(constraint)))


TABLES: Mapping[str, Callable[[], Iterator[str]]] = MappingProxyType(
    {
        "alignments": alignments,
        "classes": classes,
        "properties": properties,
        "codes": codes,
        "constraints": constraints,
    }
)


def fill(text: str) -> str:
    """Return a document with all its tables as they are now."""
    return _BLOCK.sub(lambda block: f"{block[1]}{''.join(TABLES[block['name']]())}{block[3]}", text)


def shipped(name: str) -> str:
    """Return what the shipped file of a format must hold."""
    return "".join(map(str, EXPORTERS[name].iterate(NOTHING, options=ExportOptions())))


def contents() -> Iterator[tuple[Path, str]]:
    """Yield every file that this script writes, and what it must hold."""
    for name in FORMATS:
        yield FOLDER / EXPORTERS[name].file_name, shipped(name)
    yield DOCUMENT, fill(DOCUMENT.read_text(encoding="utf-8"))


def _head(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield "|" + "---|" * len(names) + "\n"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(name if name.startswith("an ") else f"`{name}`" for name in names)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files, or check them; return 1 where a check finds one out of date."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    is_check = parser.parse_args(arguments).check
    if is_check:
        return int(any(not p.is_file() or p.read_text("utf-8") != text for p, text in contents()))
    for path, text in contents():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
