"""Read the world lexicon: a folder of tables in, one frozen `World` out."""

from pathlib import Path
from types import MappingProxyType

from kg.lexicons.actor_loading import load_actors
from kg.lexicons.country_loading import load_countries
from kg.lexicons.faults import Faults
from kg.lexicons.folding import fold
from kg.lexicons.place_loading import load_places
from kg.lexicons.tables import read_rows
from kg.lexicons.towns import Towns
from kg.lexicons.world import SectorWord, World
from kg.model import ActorKind, PlacePrecision, Sector

__all__ = ["load_world"]

_SECTORS = ("lemma", "sector", "kind", "is_political")
_GENERAL_WORDS = ("lemma",)
_PLACE_WORDS = ("word", "precision")


def load_world(folder: Path, extra: tuple[Path, ...], faults: Faults) -> World:
    """Read all tables of a folder, and a project's own actor lists over them.

    Args:
        folder: Holds the tables that its README describes.
        extra: TSV files with the columns alias, actor_id, name, kind, country, sector, since,
            until. A row with a name defines or redefines an actor; any row may add an alias.
            Later files win.
        faults: Where everything that is wrong is noted, with file and line.
    """
    countries = load_countries(folder, faults)
    actors = load_actors(folder, extra, countries, faults)
    place_words = {
        fold(row.text("word")): row.member("precision", PlacePrecision)
        for row in read_rows(folder / "place_words.tsv", _PLACE_WORDS, faults)
    }
    general = read_rows(folder / "general_words.tsv", _GENERAL_WORDS, faults)
    return World(
        countries=countries.by_code,
        actors=actors.by_id,
        aliases=actors.aliases,
        demonyms=countries.demonyms,
        places=load_places(folder, countries, place_words, faults),
        sector_words=MappingProxyType(_sector_words(folder / "sectors.tsv", faults)),
        country_words=countries.words,
        country_affixes=countries.affixes,
        offices=actors.offices,
        organs=actors.organs,
        titles=actors.titles,
        general_words=frozenset(fold(row.text("lemma")) for row in general),
        place_words=MappingProxyType(place_words),
        town=Towns(folder / "towns.tsv").find,
    )


def _sector_words(path: Path, faults: Faults) -> dict[str, SectorWord]:
    found: dict[str, SectorWord] = {}
    for row in read_rows(path, _SECTORS, faults):
        sector, kind = row.needed("sector", Sector), row.needed("kind", ActorKind)
        is_political = row.boolean("is_political")
        lemma = row.text("lemma")
        if sector is None or kind is None:
            continue
        if fold(lemma) in found:
            row.fault(f"{lemma!r} stands here twice; keep one")
        word = SectorWord(lemma=lemma, sector=sector.value, kind=kind, is_political=is_political)
        found[fold(lemma)] = word
    return found
