"""Reading the world's tables: what is wrong with them is named, all of it, with file and line."""

from datetime import date
from types import MappingProxyType

import pytest

from kg.errors import LexiconError
from kg.lexicons import find_actor, find_place
from kg.lexicons.faults import Faults
from kg.lexicons.world_loading import load_world
from kg.model import ActorKind

TABLES = MappingProxyType(
    {
        "countries.tsv": (
            "code\tname\twikidata\tcapital\tlatitude\tlongitude\tdemonyms\tnames\tmetonyms\n"
            "NOR\tNorland\tQ20\tOststad\t60\t20\tNorlandic;Norlander;Norlanders\tN.L.\tOld Castle\n"
            "SUD\tSudria\t\tKessa\t10\t40\tSudrian;Sudrians\t\tKessa\n"
        ),
        "country_words.tsv": "words\tcode\nHill people\tNOR\nNorland Sea\t\n",
        "country_affixes.tsv": "affix\tside\npro\tbefore\nbacked\tafter\n",
        "organs.tsv": (
            "suffix\tlabel\tkind\tsector\twords\n"
            "\t\tgovernment\tGOV\tgovernment;official\n"
            "mil\tarmed forces\tmilitary\tMIL\tarmy;troop\n"
        ),
        "actors.tsv": (
            "id\tname\tkind\tcountry\tsector\twikidata\tpart_of\n"
            "ilan-dravo\tIlan Dravo\tperson\tNOR\tGOV\tQ7\t\n"
            "mara-quell\tMara Quell\tperson\tNOR\tGOV\t\t\n"
            "nor-mil\tRoyal Norlandic Guard\tmilitary\tNOR\tMIL\t\tnor\n"
        ),
        "aliases.tsv": (
            "alias\tactor_id\tsince\tuntil\n"
            "Quell\tmara-quell\t\t\n"
            "RNG\tnor-mil\t\t\n"
            "The Fox\tilan-dravo\t2001-01-01\t2004-12-31\n"
            "The Fox\tmara-quell\t2005-01-01\t\n"
        ),
        "roles.tsv": (
            "actor_id\ttitle\tof\tsince\tuntil\n"
            "ilan-dravo\tpresident\tnor\t2001-01-01\t2004-12-31\n"
            "mara-quell\tpresident\tnor\t2005-01-01\t\n"
        ),
        "leaders.tsv": "state\toffice\tsince\tuntil\nsud\tpresident\t\t\n",
        "titles.tsv": "words\toffices\npresident\tpresident\nleader\tleader\nmrs\t\n",
        "sectors.tsv": "lemma\tsector\tkind\tis_political\nsoldier\tMIL\tmilitary\tyes\n",
        "general_words.tsv": "lemma\nspokesman\n",
        "places.tsv": (
            "name\tnames\tlatitude\tlongitude\tcountry\tprecision\tgeonames_id\n"
            "Kessa oblast\tKessa region\t10.5\t40.5\tSUD\tprovince\t\n"
            "Hill 70\t\t-11\t41\tSUD\tpoint\t\n"
        ),
        "place_words.tsv": "word\tprecision\noblast\tprovince\nregion\tprovince\nnorthern\t\n",
        "city_names.tsv": "name\tcity\tcountry\nEast City\tOststad\tNOR\n",
        "cities.tsv": (
            "# made by a script\n"
            "name\tnames\tlatitude\tlongitude\tcountry\tgeonames_id\tpopulation\n"
            "Oststad\tOstby\t60.1\t20.2\tNOR\t7\t900000\n"
            "Kessa\t\t10.1\t40.2\tSUD\t8\t400000\n"
            "Kessa\t\t61.1\t21.2\tNOR\t9\t90000\n"
        ),
    }
)
EXTRA = "alias\tactor_id\tname\tkind\tcountry\tsector\tsince\tuntil\n"

# table, lines added to its end, what the faults must be
FAULTY = [
    ("aliases.tsv", "Quill\tmara-quill\t\t", ["aliases.tsv:6: actor 'mara-quill' is unknown"]),
    (
        "aliases.tsv",
        "Quell\tilan-dravo\t\t",
        ["aliases.tsv:6: alias 'Quell' names ilan-dravo and mara-quell; add since and until"],
    ),
    (
        "aliases.tsv",
        "the fox\tilan-dravo\t2006-01-01\t2006-02-01",
        ["aliases.tsv:6: alias 'the fox' names ilan-dravo and mara-quell"],
    ),
    ("aliases.tsv", "Norland\tilan-dravo\t\t", ["aliases.tsv:6: alias 'Norland' names"]),
    ("aliases.tsv", "Q\tmara-quell\t2001\t", ["aliases.tsv:6: since '2001' is no day"]),
    ("aliases.tsv", "Q\tmara-quell\t2001-02-30\t", ["since '2001-02-30' is no day"]),
    (
        "aliases.tsv",
        "Q\tmara-quell\t2003-01-01\t2002-01-01",
        ["aliases.tsv:6: since 2003-01-01 is"],
    ),
    ("aliases.tsv", "Q\tmara-quell", ["aliases.tsv:6: has 2 cells, not 4"]),
    ("aliases.tsv", "\tmara-quell\t\t", ["aliases.tsv:6: alias is empty"]),
    ("actors.tsv", "x\tX\tperson\tXXX\tGOV\t\t", ["actors.tsv:5: country 'XXX' is no alpha-3"]),
    ("actors.tsv", "x\tX\tpersona\tNOR\tGOV\t\t", ["actors.tsv:5: kind 'persona' is none of"]),
    ("actors.tsv", "x\tX\t\tNOR\tGOV\t\t", ["actors.tsv:5: kind '' is none of"]),
    ("actors.tsv", "x\tX\tperson\tNOR\tGVO\t\t", ["actors.tsv:5: sector 'GVO' is none of"]),
    ("actors.tsv", "x\tX\tperson\tNOR\tGOV\t7\t", ["actors.tsv:5: wikidata '7' is no item"]),
    ("actors.tsv", "x\tX\tperson\tNOR\tGOV\t\ty", ["actors.tsv:5: part_of 'y' is unknown"]),
    ("actors.tsv", "X y\tX\tperson\tNOR\tGOV\t\t", ["actors.tsv:5: id 'X y' is no id"]),
    ("actors.tsv", "mara-quell\tM\tperson\tNOR\t\t\t", ["actors.tsv:5: id 'mara-quell' is taken"]),
    ("actors.tsv", "nor\tNorway\tcountry\tNOR\t\t\t", ["actors.tsv:5: id 'nor' is taken"]),
    ("actors.tsv", "x\tMara Quell\tperson\tNOR\t\t\t", ["names mara-quell and x"]),
    ("roles.tsv", "mara\tpresident\tnor\t\t", ["roles.tsv:4: actor_id 'mara' is unknown"]),
    ("roles.tsv", "mara-quell\tpresident\tnow\t\t", ["roles.tsv:4: of 'now' is unknown"]),
    ("roles.tsv", "mara-quell\tking\tnor\t\t", ["roles.tsv:4: title 'king' is none of"]),
    ("leaders.tsv", "nod\tpresident\t\t", ["leaders.tsv:3: state 'nod' is unknown"]),
    ("leaders.tsv", "mara-quell\tpresident\t\t", ["leaders.tsv:3: state 'mara-quell' is"]),
    ("sectors.tsv", "rebel\tRBL\tmilitary\tyes", ["sectors.tsv:3: sector 'RBL' is none of"]),
    ("sectors.tsv", "rebel\tREB\trebels\tyes", ["sectors.tsv:3: kind 'rebels' is none of"]),
    ("sectors.tsv", "rebel\tREB\tarmed group\t1", ["sectors.tsv:3: is_political '1' is neither"]),
    ("sectors.tsv", "Soldier\tMIL\tmilitary\tyes", ["sectors.tsv:3: 'Soldier' stands here twice"]),
    (
        "places.tsv",
        "A\t\t91\t0\tSUD\tcity\t",
        ["places.tsv:4: latitude '91' is no number from -90"],
    ),
    ("places.tsv", "A\t\t1\t181\tSUD\tcity\t", ["places.tsv:4: longitude '181' is no number"]),
    ("places.tsv", "A\t\tnan\t0\tSUD\tcity\t", ["places.tsv:4: latitude 'nan' is no number"]),
    ("places.tsv", "A\t\t1\t0\tSUX\tcity\t", ["places.tsv:4: country 'SUX' is no alpha-3"]),
    ("places.tsv", "A\t\t1\t0\tSUD\ttown\t", ["places.tsv:4: precision 'town' is none of"]),
    ("places.tsv", "A\t\t1\t0\tSUD\t\t", ["places.tsv:4: precision '' is none of"]),
    ("places.tsv", "A\t\t1\t0\tSUD\tcity\tx7", ["places.tsv:4: geonames_id 'x7' is no number"]),
    ("cities.tsv", "A\t\t99\t0\tSUD\t1\t2", ["cities.tsv:6: 'A': country, a coordinate"]),
    ("cities.tsv", "A\t\t9\t0\tSUX\t1\t2", ["cities.tsv:6: 'A': country, a coordinate"]),
    ("cities.tsv", "A\t\t9\t0\tSUD\t1\tmany", ["cities.tsv:6: 'A': country, a coordinate"]),
    ("city_names.tsv", "A\tKessax\tSUD", ["city_names.tsv:3: no city 'Kessax' of SUD"]),
    (
        "countries.tsv",
        "NOR\tNorway\t\t\t60\t20\t\t\t",
        ["countries.tsv:4: NOR stands in line 2 too"],
    ),
    (
        "countries.tsv",
        "Nor\tNorway\t\t\t60\t20\t\t\t",
        ["countries.tsv:4: code 'Nor' is no alpha-3"],
    ),
    (
        "countries.tsv",
        "XNO\tNew Norland\t\t\t60\t20\tNorlandic\t\t",
        ["'Norlandic' tells NOR and XNO", "alias 'Norlandic' names nor and xno"],
    ),
    ("country_words.tsv", "Reef\tXXX", ["country_words.tsv:4: code 'XXX' is none of"]),
    ("country_affixes.tsv", "anti\tleft", ["country_affixes.tsv:4: side 'left' is none of"]),
    (
        "aliases.tsv",
        "A\tb\t\t\nC\td\t\t\nE\tmara-quell\tyesterday\t",
        [
            "aliases.tsv:6: actor 'b'",
            "aliases.tsv:7: actor 'd'",
            "aliases.tsv:8: since 'yesterday'",
        ],
    ),
]


@pytest.fixture
def folder(tmp_path):
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _load(folder, *extra):
    faults = Faults()
    world = load_world(folder, tuple(extra), faults)
    faults.raise_any()
    return world


def _faults(folder, *extra):
    faults = Faults()
    load_world(folder, tuple(extra), faults)
    return list(faults)


def _extra(folder, name, *lines):
    path = folder / name
    path.write_text(EXTRA + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_sound_tables_have_no_faults(folder):
    assert _faults(folder) == []


@pytest.mark.parametrize(
    ("name", "lines", "expected"), FAULTY, ids=[f"{name} {lines}" for name, lines, _ in FAULTY]
)
def test_every_fault_is_named(folder, name, lines, expected):
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(f"{lines}\n")
    found = _faults(folder)
    assert len(found) == len(expected)
    for message, start in zip(sorted(found), sorted(expected), strict=True):
        assert start in message


def test_faults_of_several_files_are_one_error(folder):
    (folder / "roles.tsv").unlink()
    (folder / "titles.tsv").write_bytes(b"words\toffices\n\xff\t\n")
    (folder / "sectors.tsv").write_text("lemma\tsector\n", encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        _load(folder)
    for start in (
        "roles.tsv:file: cannot be read",
        "titles.tsv:file: is no UTF-8 text",
        "sectors.tsv:1: the",
    ):
        assert start in str(error.value)


def test_comments_empty_lines_and_other_line_ends_are_no_rows(folder):
    text = TABLES["aliases.tsv"].replace("\n", "\r\n")
    (folder / "aliases.tsv").write_bytes(f"\ufeff# note\r\n\r\n{text}\r\n".encode())
    assert find_actor(_load(folder), "Quell").id == "mara-quell"


# text, day, actor
ANSWERS = [
    ("Norlandic army", None, "nor-mil"),
    ("Royal Norlandic Guard", None, "nor-mil"),
    ("RNG", None, "nor-mil"),
    ("rng", None, None),
    ("army spokesman of Norland", None, "nor-mil"),
    ("Sudrian troops", None, "sud-mil"),
    ("Old Castle", None, "nor"),
    ("Oststad", None, None),
    ("Norland Sea", None, None),
    ("Mrs Quell", None, "mara-quell"),
    ("The Fox", date(2003, 1, 1), "ilan-dravo"),
    ("The Fox", date(2004, 12, 31), "ilan-dravo"),
    ("The Fox", date(2005, 1, 1), "mara-quell"),
    ("The Fox", date(2000, 1, 1), None),
    ("The Fox", None, "mara-quell"),
    ("Norland's president", date(2004, 1, 1), "ilan-dravo"),
    ("Norland's president", None, None),
]


@pytest.mark.parametrize(
    ("text", "on", "actor_id"), ANSWERS, ids=[f"{text} {on}" for text, on, _ in ANSWERS]
)
def test_tables_answer(folder, text, on, actor_id):
    entry = find_actor(_load(folder), text, on=on)
    assert (entry.id if entry else None) == actor_id


@pytest.mark.parametrize(
    ("name", "country", "geonames_id"),
    [
        ("East City", None, 7),
        ("Ostby", None, 7),
        ("Kessa", None, 8),
        ("Kessa", "NOR", 9),
        ("northern Kessa", None, 8),
        ("Kessa region", None, None),
        ("Hill 70", None, None),
    ],
)
def test_gazetteer_answers(folder, name, country, geonames_id):
    assert find_place(_load(folder), name, country=country).geonames_id == geonames_id


def test_organ_keeps_generated_name_unless_renamed(folder):
    world = _load(folder)
    assert world.actors["sud-mil"].name == "Sudrian armed forces"
    assert world.actors["nor-mil"].name == "Royal Norlandic Guard"
    assert world.actors["nor-mil"].part_of == ("nor",)


def test_world_cannot_be_changed(folder):
    world = _load(folder)
    for mapping in (world.actors, world.aliases, world.countries, world.demonyms, world.offices):
        with pytest.raises(TypeError):
            mapping["x"] = None
    with pytest.raises(TypeError):
        world.places["x"] = ()


def test_extra_file_adds_actors_and_aliases(folder):
    extra = _extra(
        folder,
        "own.tsv",
        "Reds\tred-brigade\tRed Brigade\tarmed group\tSUD\tREB\t\t",
        "R.B.\tred-brigade\t\t\t\t\t\t",
        "Dravo\tilan-dravo\t\t\t\t\t2001-01-01\t",
    )
    world = _load(folder, extra)
    assert world.actors["red-brigade"].kind is ActorKind.ARMED_GROUP
    for text in ("Reds", "Red Brigade", "RB"):
        assert find_actor(world, text).id == "red-brigade"
    assert find_actor(world, "Dravo", on=date(2000, 1, 1)) is None
    assert find_actor(world, "Dravo", on=date(2002, 1, 1)).id == "ilan-dravo"


def test_later_extra_file_wins(folder):
    first = _extra(folder, "one.tsv", "Quell\tilan-dravo\t\t\t\t\t\t", "Reds\tsud-mil\t\t\t\t\t\t")
    second = _extra(folder, "two.tsv", "Reds\tnor-mil\t\t\t\t\t\t")
    assert find_actor(_load(folder, first), "Quell").id == "ilan-dravo"
    assert find_actor(_load(folder, first), "Reds").id == "sud-mil"
    assert find_actor(_load(folder, first, second), "Reds").id == "nor-mil"
    assert find_actor(_load(folder, second, first), "Reds").id == "sud-mil"


def test_extra_file_redefines_an_actor_and_keeps_the_rest(folder):
    extra = _extra(folder, "own.tsv", "\tilan-dravo\tIlan the Old\tperson\tSUD\tELI\t\t")
    entry = _load(folder, extra).actors["ilan-dravo"]
    assert (entry.name, entry.country, entry.sector) == ("Ilan the Old", "SUD", "ELI")
    assert entry.wikidata == "Q7"
    assert [role.title for role in entry.roles] == ["president"]


def test_extra_file_takes_an_alias_for_its_days_only(folder):
    extra = _extra(folder, "own.tsv", "The Fox\tnor-mil\t\t\t\t\t2005-06-01\t2005-06-30")
    world = _load(folder, extra)
    assert find_actor(world, "The Fox", on=date(2003, 1, 1)).id == "ilan-dravo"
    assert find_actor(world, "The Fox", on=date(2005, 6, 15)).id == "nor-mil"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Reds\tred-brigade\t\t\t\t\t\t"], "own.tsv:2: name is empty"),
        (["Reds\tred-brigade\tRed\tgang\t\t\t\t"], "own.tsv:2: kind 'gang' is none of"),
        (
            ["Reds\tnor-mil\t\t\t\t\t\t", "Reds\tsud-mil\t\t\t\t\t\t"],
            "own.tsv:3: alias 'Reds' names",
        ),
    ],
    ids=["unknown actor", "bad kind", "two actors"],
)
def test_faults_of_an_extra_file_are_named(folder, lines, expected):
    assert any(expected in fault for fault in _faults(folder, _extra(folder, "own.tsv", *lines)))


def test_missing_extra_file_is_a_fault(folder):
    (fault,) = _faults(folder, folder / "gone.tsv")
    assert "gone.tsv:file: cannot be read: No such file" in fault
