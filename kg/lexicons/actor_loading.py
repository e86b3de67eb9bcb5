"""Read the known actors of the world lexicon: tables in, actors, offices and their aliases out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kg.lexicons.alias_loading import PlacedAlias, index_aliases
from kg.lexicons.country_loading import Countries
from kg.lexicons.faults import Faults
from kg.lexicons.folding import fold
from kg.lexicons.tables import Row, read_rows
from kg.lexicons.world import ActorEntry, AliasEntry, Country
from kg.model import ActorKind, Role, Sector

__all__ = ["Actors", "load_actors"]

_ORGANS = ("suffix", "label", "kind", "sector", "words")
_ACTORS = ("id", "name", "kind", "country", "sector", "wikidata", "part_of")
_ROLES = ("actor_id", "title", "of", "since", "until")
_ALIASES = ("alias", "actor_id", "since", "until")
_TITLES = ("words", "offices")
_LEADERS = ("state", "office", "since", "until")
_LEADER, _USUAL_LEADER = "leader", "president"
_EXTRA = ("alias", "actor_id", "name", "kind", "country", "sector", "since", "until")
_NO_STATE = ("IGO", "NGO")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """The known actors and what names them."""

    by_id: Mapping[str, ActorEntry]
    aliases: Mapping[str, tuple[AliasEntry, ...]]
    offices: Mapping[tuple[str, str], tuple[AliasEntry, ...]]
    organs: Mapping[str, str]
    titles: Mapping[str, tuple[str, ...]]


def load_actors(
    folder: Path, extra: tuple[Path, ...], countries: Countries, faults: Faults
) -> Actors:
    """Read the actor tables, make one actor of each state and organ, lay `extra` over them."""
    organs = tuple(read_rows(folder / "organs.tsv", _ORGANS, faults))
    by_id = {actor.id: actor for actor in _states(countries)}
    by_id |= {a.id: a for a in _organs_of_states(organs, countries)}
    own = _Reader(by_id, countries)
    own.read(read_rows(folder / "actors.tsv", _ACTORS, faults))
    layers = [[*_aliases_of_states(countries), *own.named]]
    layers[0] += _aliases(read_rows(folder / "aliases.tsv", _ALIASES, faults))
    for path in extra:
        reader = _Reader(own.by_id, countries)
        layers.append(reader.lay_over(read_rows(path, _EXTRA, faults)))
    titles = _titles(read_rows(folder / "titles.tsv", _TITLES, faults))
    roles = tuple(_roles(read_rows(folder / "roles.tsv", _ROLES, faults), own.by_id, titles))
    leaders = tuple(_leaders(read_rows(folder / "leaders.tsv", _LEADERS, faults), own.by_id))
    return Actors(
        by_id=MappingProxyType(_with_roles(own.by_id, roles)),
        aliases=index_aliases(layers, own.by_id),
        offices=_with_leaders(_offices(roles, titles), own.by_id, leaders),
        organs=MappingProxyType(
            {fold(w): r.cells["suffix"] for r in organs for w in r.many("words")}
        ),
        titles=titles,
    )


def _states(countries: Countries) -> Iterator[ActorEntry]:
    for country in countries.by_code.values():
        yield ActorEntry(
            id=country.code.lower(),
            name=country.name,
            kind=ActorKind.COUNTRY,
            country=country.code,
            wikidata=country.wikidata,
        )


def _aliases_of_states(countries: Countries) -> Iterator[PlacedAlias]:
    for country in countries.by_code.values():
        texts = (country.name, *country.names, *country.demonyms, *country.metonyms)
        for text in texts:
            alias = AliasEntry(text=text, actor_id=country.code.lower())
            yield PlacedAlias(alias, countries.rows[country.code])


def _organs_of_states(organs: Sequence[Row], countries: Countries) -> Iterator[ActorEntry]:
    for row in organs:
        kind, sector = row.needed("kind", ActorKind), row.member("sector", Sector)
        suffix = row.maybe("suffix")
        if kind is None or suffix is None:
            continue
        for country in countries.by_code.values():
            yield ActorEntry(
                id=f"{country.code.lower()}-{suffix}",
                name=f"{_adjective(country)} {row.cells['label']}",
                kind=kind,
                country=country.code,
                sector=sector.value if sector else None,
                part_of=(country.code.lower(),),
            )


def _adjective(country: Country) -> str:
    return country.demonyms[0] if country.demonyms else country.name


class _Reader:
    """Adds the rows of one file to the actors read so far."""

    def __init__(self, by_id: dict[str, ActorEntry], countries: Countries) -> None:
        self.by_id = by_id
        self.named: list[PlacedAlias] = []
        self._countries = countries
        self._lines: dict[str, int] = {}

    def read(self, rows: Iterable[Row]) -> None:
        """Take the rows of actors.tsv; they may rename organs, nothing else."""
        parts: list[tuple[Row, str]] = []
        for row in rows:
            entry = self._entry(row, row.text("id"))
            if entry is None:
                continue
            known = self.by_id.get(entry.id)
            if entry.id in self._lines or (known and not known.part_of):
                row.fault(f"id {entry.id!r} is taken; choose another or keep one row")
                continue
            parts += [(row, part) for part in row.many("part_of")]
            entry = replace(
                entry, part_of=row.many("part_of"), wikidata=_wikidata(row, row.maybe("wikidata"))
            )
            self._take(entry, row)
        for row, part in parts:
            if part not in self.by_id:
                row.fault(f"part_of {part!r} is unknown; add that actor or mend the id")

    def lay_over(self, rows: Iterable[Row]) -> list[PlacedAlias]:
        """Take the rows of a project's own file, and return its aliases."""
        aliases: list[PlacedAlias] = []
        for row in rows:
            id_ = row.text("actor_id")
            if row.maybe("name") or id_ not in self.by_id:
                entry = self._entry(row, id_)
                if entry is None:
                    continue
                self._take(_like(entry, self.by_id.get(id_)), row)
            since, until = row.span()
            if row.maybe("alias"):
                text = row.cells["alias"]
                alias = AliasEntry(text=text, actor_id=id_, since=since, until=until)
                aliases.append(PlacedAlias(alias, row))
        return [*self.named, *aliases]

    def _take(self, entry: ActorEntry, row: Row) -> None:
        self.by_id[entry.id] = entry
        self._lines[entry.id] = row.line
        self.named.append(PlacedAlias(AliasEntry(text=entry.name, actor_id=entry.id), row))

    def _entry(self, row: Row, id_: str) -> ActorEntry | None:
        """Return the actor that a row describes, None where it lacks an id, a name or a kind."""
        if not _ID.fullmatch(id_):
            row.fault(f"id {id_!r} is no id; use small letters, digits and single hyphens")
        name, kind = row.text("name"), row.needed("kind", ActorKind)
        country = self._countries.check(row.maybe("country"), row, others=_NO_STATE)
        sector = row.member("sector", Sector)
        if kind is None or not name or not _ID.fullmatch(id_):
            return None
        return ActorEntry(
            id=id_,
            name=name,
            kind=kind,
            country=country,
            sector=sector.value if sector else None,
        )


def _like(entry: ActorEntry, old: ActorEntry | None) -> ActorEntry:
    """Return a redefined actor with what a project's file cannot say of it."""
    if old is None:
        return entry
    return replace(entry, wikidata=old.wikidata, roles=old.roles, part_of=old.part_of)


def _wikidata(row: Row, value: str | None) -> str | None:
    if value is not None and not _WIKIDATA.fullmatch(value):
        row.fault(f"wikidata {value!r} is no item; write Q and its number")
    return value


def _aliases(rows: Iterable[Row]) -> Iterator[PlacedAlias]:
    for row in rows:
        since, until = row.span()
        alias = AliasEntry(
            text=row.text("alias"), actor_id=row.cells["actor_id"], since=since, until=until
        )
        yield PlacedAlias(alias, row)


def _titles(rows: Iterable[Row]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({fold(row.text("words")): row.many("offices") for row in rows})


def _roles(
    rows: Iterable[Row], by_id: Mapping[str, ActorEntry], titles: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, Role]]:
    for row in rows:
        since, until = row.span()
        role = Role(title=row.text("title"), of=row.text("of"), since=since, until=until)
        for column in ("actor_id", "of"):
            if row.cells[column] not in by_id:
                row.fault(
                    f"{column} {row.cells[column]!r} is unknown; add that actor or mend the id"
                )
        if fold(role.title) not in titles:
            row.fault(f"title {role.title!r} is none of titles.tsv; add it there")
        yield row.cells["actor_id"], role


def _with_roles(
    by_id: Mapping[str, ActorEntry], roles: Iterable[tuple[str, Role]]
) -> dict[str, ActorEntry]:
    held: dict[str, list[Role]] = defaultdict(list)
    for actor_id, role in roles:
        held[actor_id].append(role)
    return {
        id_: replace(entry, roles=tuple(held[id_])) if id_ in held else entry
        for id_, entry in sorted(by_id.items())
    }


def _leaders(rows: Iterable[Row], by_id: Mapping[str, ActorEntry]) -> Iterator[AliasEntry]:
    """Yield the offices that lead states; the id of each is that of its state."""
    for row in rows:
        state = row.cells["state"]
        if state not in by_id or by_id[state].kind is not ActorKind.COUNTRY:
            row.fault(f"state {state!r} is unknown; give the code of a state in lower case")
        since, until = row.span()
        yield AliasEntry(text=row.text("office"), actor_id=state, since=since, until=until)


def _offices(
    roles: Iterable[tuple[str, Role]], titles: Mapping[str, tuple[str, ...]]
) -> dict[tuple[str, str], list[AliasEntry]]:
    found: dict[tuple[str, str], list[AliasEntry]] = defaultdict(list)
    for actor_id, role in roles:
        holder = AliasEntry(text=role.title, actor_id=actor_id, since=role.since, until=role.until)
        for office in titles.get(fold(role.title), ()):
            found[office, role.of].append(holder)
    return found


def _with_leaders(
    offices: Mapping[tuple[str, str], list[AliasEntry]],
    by_id: Mapping[str, ActorEntry],
    leaders: Sequence[AliasEntry],
) -> Mapping[tuple[str, str], tuple[AliasEntry, ...]]:
    """Return the offices with who leads each state ("the Russian leader").

    Whom roles.tsv itself calls a leader from that day on goes before.
    """
    found = {key: [*holders] for key, holders in offices.items()}
    told = {leading.actor_id for leading in leaders}
    usual = (
        AliasEntry(text=_USUAL_LEADER, actor_id=id_)
        for id_, entry in by_id.items()
        if entry.kind is ActorKind.COUNTRY and id_ not in told
    )
    for leading in (*leaders, *usual):
        for holder in offices.get((leading.text, leading.actor_id), ()):
            since = max(holder.since or date.min, leading.since or date.min)
            until = min(holder.until or date.max, leading.until or date.max)
            led = found.setdefault((_LEADER, leading.actor_id), [])
            if since <= until and since not in {leader.since for leader in led}:
                led.append(replace(holder, since=since, until=until))
    return MappingProxyType({key: tuple(found[key]) for key in sorted(found)})
