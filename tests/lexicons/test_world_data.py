"""Whether the bundled tables are whole: codes, links, coordinates, attribution."""

import math
import re
from itertools import groupby

import pytest

from kg.lexicons import find_actor, find_country, find_place, fold, load_lexicon
from kg.lexicons.loading import DATA
from kg.model import ActorKind, PlacePrecision, Sector

# ISO 3166-1 alpha-3, and XKX, which is in use for Kosovo
ALPHA_3 = frozenset(
    re.findall(
        r"[A-Z]{3}",
        """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR
    BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG
    COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH
    FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY
    HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM
    KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL
    MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR
    NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU
    SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA
    TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB
    VIR VNM VUT WLF WSM XKX YEM ZAF ZMB ZWE
        """,
    )
)
OF_THE_PAST = {"CSK", "DDR", "SUN", "YUG"}  # ISO 3166-3
UNINHABITED = {"ATA", "BVT", "HMD", "IOT", "TKL", "UMI"}  # left out: nobody there acts
WITHOUT_CAPITAL = {"ATF", "NFK"}
FARTHEST_CAPITAL_KM = 3400.0  # Moscow, from the middle of Russia


@pytest.fixture(scope="module")
def world():
    return load_lexicon().world


def test_codes_of_countries_are_those_of_iso(world):
    assert set(world.countries) - OF_THE_PAST == ALPHA_3 - UNINHABITED
    assert set(world.countries) >= OF_THE_PAST


def test_every_state_and_organ_is_an_actor(world):
    suffixes = {suffix for suffix in world.organs.values() if suffix}
    assert {"mil", "cop", "mfa", "mod", "leg"} <= suffixes
    for code in world.countries:
        assert world.actors[code.lower()].kind is ActorKind.COUNTRY
        for suffix in suffixes:
            assert world.actors[f"{code.lower()}-{suffix}"].part_of == (code.lower(),)


def test_there_are_many_actors_and_places_by_hand(world):
    generated = re.compile(r"[a-z]{3}(-(mil|cop|mfa|mod|moi|leg|jud|spy))?")
    by_hand = [id_ for id_ in world.actors if not generated.fullmatch(id_)]
    assert len(by_hand) > 1000
    assert sum(1 for line in _lines("places.tsv")) > 700


def test_links_between_actors_hold(world):
    for entry in world.actors.values():
        assert all(part in world.actors for part in entry.part_of), entry.id
        assert all(role.of in world.actors for role in entry.roles), entry.id
        assert entry.country is None or entry.country in {*world.countries, "IGO", "NGO"}
        assert entry.sector is None or entry.sector in list(Sector)


def test_every_actor_of_the_tables_answers_to_its_name(world):
    for row in _lines("actors.tsv"):
        id_, name = row[:2]
        assert id_ in {alias.actor_id for alias in world.aliases[fold(name)]}, name


def test_no_office_has_two_new_holders_on_one_day(world):
    for office, holders in world.offices.items():
        days = [holder.since for holder in holders]
        assert len(days) == len(set(days)), office


@pytest.mark.parametrize("code", sorted(ALPHA_3 - UNINHABITED))
def test_country_is_found_by_name_and_capital(world, code):
    country = world.countries[code]
    assert find_country(world, country.name) == code
    assert find_actor(world, country.name).id == code.lower()
    assert find_place(world, country.name, country=code).country == code
    if code not in WITHOUT_CAPITAL:
        assert find_country(world, country.capital) == code
        capital = find_place(world, country.capital, country=code)
        assert capital.country == code
        assert _distance_km(country, capital) < FARTHEST_CAPITAL_KM


def _distance_km(one, other):
    north = math.radians(other.latitude - one.latitude)
    east = math.radians(other.longitude - one.longitude)
    shrink = math.cos(math.radians(one.latitude)) * math.cos(math.radians(other.latitude))
    half = math.sin(north / 2) ** 2 + shrink * math.sin(east / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


@pytest.mark.parametrize("code", sorted(ALPHA_3 - UNINHABITED))
def test_demonyms_tell_their_country(world, code):
    for demonym in world.countries[code].demonyms:
        assert find_country(world, f"{demonym} officials") == code
        assert world.demonyms[fold(demonym)] == code


def test_demonyms_hold_no_names_of_countries_alone(world):
    assert "russian" in world.demonyms
    assert "us" not in world.demonyms


def test_gazetteer_is_a_mapping_of_sound_entries(world):
    keys = list(world.places)
    assert len(keys) == len(world.places) == len(set(keys))
    for key in keys[::50]:
        assert world.places[key]
        for entry in world.places[key]:
            assert -90 <= entry.latitude <= 90
            assert -180 <= entry.longitude <= 180
            assert entry.country is None or entry.country in world.countries


def test_gazetteer_raises_for_unknown_names(world):
    assert "nowhere on sea" not in world.places
    assert world.places.get("nowhere on sea") is None


def test_states_are_places(world):
    entry = find_place(world, "Ukraine")
    assert entry.precision is PlacePrecision.COUNTRY
    assert (round(entry.latitude), round(entry.longitude)) == (49, 31)


@pytest.mark.parametrize("name", ["README.md", "cities.tsv", "places.tsv", "towns.tsv"])
def test_geonames_is_attributed(name):
    head = (DATA / "world" / name).read_text(encoding="utf-8")
    assert "GeoNames" in head
    assert "CC BY 4.0" in head


def test_cities_file_is_small_and_in_order():
    path = DATA / "world" / "cities.tsv"
    assert path.stat().st_size < 1_600_000
    rows = [(row[4], -int(row[6])) for row in _lines("cities.tsv")]
    assert len(rows) > 30_000
    by_country: dict[str, list[int]] = {}
    for code, rank in rows:
        by_country.setdefault(code, []).append(rank)
    assert all(ranks == sorted(ranks) for ranks in by_country.values())


def test_towns_file_is_sound_and_in_order(world):
    rows = _lines("towns.tsv")
    assert len(rows) > 80_000
    assert (DATA / "world" / "towns.tsv").stat().st_size < 6_500_000
    for name, names, latitude, longitude, country, geonames_id, population in rows:
        assert name
        assert names == ";".join(sorted(map(fold, names.split(";"))))
        assert abs(float(latitude)) <= 90
        assert abs(float(longitude)) <= 180
        assert country in world.countries
        assert geonames_id.isdecimal()
        assert population.isdecimal()
    countries = [code for code, _ in groupby(rows, key=lambda row: row[4])]
    assert len(countries) == len(set(countries))
    for _, found in groupby(rows, key=lambda row: row[4]):
        sizes = [-int(row[6]) for row in found]
        assert sizes == sorted(sizes)


def _lines(name):
    text = (DATA / "world" / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return rows[1:]
