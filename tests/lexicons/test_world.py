"""What the bundled world answers, as tables of what people write and who or what they mean."""

from datetime import date

import pytest

from kg.lexicons import find_actor, find_country, find_place, find_town, load_lexicon, sector_of

NAMES = [
    # states, their seats and people
    ("Ukraine", "ukr"),
    ("Ukraine's", "ukr"),
    ("the U.S.", "usa"),
    ("US", "usa"),
    ("us", None),
    ("Us", None),
    ("Kremlin", "rus"),
    ("the White House", "usa"),
    ("Downing Street", "gbr"),
    ("the Élysée", "fra"),
    ("Washington", "usa"),
    ("Kyiv", "ukr"),
    ("Kiev", "ukr"),
    ("Russians", "rus"),
    ("Russian", "rus"),
    ("polish", None),
    ("turkey", None),
    ("Georgia", "geo"),
    ("Jordan", "jor"),
    ("Michael Jordan", None),
    ("Burma", "mmr"),
    ("Zaire", "cod"),
    ("USSR", "sun"),
    ("Soviet", "sun"),
    # organs of states
    ("Russian forces", "rus-mil"),
    ("Russian government", "rus"),
    ("Russian officials", "rus"),
    ("Ukrainian police", "ukr-cop"),
    ("Ukraine's foreign ministry", "ukr-mfa"),
    ("Chinese Foreign Ministry spokesman", "chn-mfa"),
    ("Israeli army spokesman", "isr-mil"),
    ("IDF", "isr-mil"),
    ("armed forces of Ukraine", "ukr-mil"),
    ("the army of the Democratic Republic of Congo", "cod-mil"),
    ("U.S. Defense Department", "usa-mod"),
    ("Pentagon", "usa-mod"),
    ("Nigerian Senate", "nga-leg"),
    ("Senate", "us-senate"),
    ("Verkhovna Rada", "ukr-leg"),
    ("the Assad regime", "syr"),
    ("Gaddafi's forces", "lby-mil"),
    ("Bush administration", "usa"),
    ("Syrian civilians", None),
    ("Iraqi journalists", None),
    ("Russian man", None),
    ("Norwegian militants", None),
    ("security forces", None),
    # organisations and their parts
    ("WHO", "who"),
    ("who", None),
    ("IS", "islamic-state"),
    ("is", None),
    ("Nato", "nato"),
    ("NATO troops", "nato"),
    ("UN Security Council", "unsc"),
    ("U.N. peacekeepers", "un-peacekeepers"),
    ("Brussels", "eu"),
    ("Red Cross", "icrc"),
    ("Hamas fighters", "hamas"),
    ("Hizbullah", "hezbollah"),
    ("Taleban insurgents", "taliban"),
    ("al-Qaida", "al-qaeda"),
    ("Al Qaeda in Iraq", "aqi"),
    ("Lord's Resistance Army", "lra"),
    ("Tamil Tiger rebels", "ltte"),
    ("rebel group Boko Haram", "boko-haram"),
    ("Iran-backed Houthis", "houthis"),
    ("Lebanon's Hezbollah", "hezbollah"),
    ("Egyptian Islamic Jihad", None),
    ("Hamas victims", None),
    ("Donetsk People's Republic", "dpr"),
    ("Wagner mercenaries", "wagner-group"),
    ("pro-Russian separatists", "russian-backed-separatists"),
    # persons
    ("Putin", "vladimir-putin"),
    ("President Putin", "vladimir-putin"),
    ("Vladimir V. Putin", "vladimir-putin"),
    ("Russian President Vladimir Putin", "vladimir-putin"),
    ("President Putin of Russia", "vladimir-putin"),
    ("Mr Zelenskiy", "volodymyr-zelenskiy"),
    ("Volodymyr Zelenskyy's", "volodymyr-zelenskiy"),
    ("his Ukrainian counterpart Volodymyr Zelensky", "volodymyr-zelenskiy"),
    ("Ukraine's foreign minister Dmytro Kuleba", "dmytro-kuleba"),
    ("Foreign Minister Sergei Lavrov of Russia", "sergei-lavrov"),
    ("Qaddafi", "muammar-gaddafi"),
    ("U.N. Secretary-General Ban Ki-moon", "ban-ki-moon"),
    ("US ambassador to Iraq Zalmay Khalilzad", "zalmay-khalilzad"),
    ("Gen. Valery Gerasimov", "valery-gerasimov"),
    ("former president Jimmy Carter", "jimmy-carter"),
    ("Carlos Putin", None),
    ("lawyer for Vladimir Putin", None),
    ("Putin's spokesman", None),
    ("the Russian president", None),
    ("", None),
    ("...", None),
]

DATED = [
    ("the Russian president", 2014, "vladimir-putin"),
    ("the Russian president", 2009, "dmitry-medvedev"),
    ("US president", 2012, "barack-obama"),
    ("president of the United States", 2003, "george-w-bush"),
    ("U.S. Secretary of State", 2006, "condoleezza-rice"),
    ("British foreign secretary", 2005, "jack-straw"),
    ("German chancellor", 2010, "angela-merkel"),
    ("Ukraine's foreign minister", 2023, "dmytro-kuleba"),
    ("Syrian president", 2013, "bashar-al-assad"),
    ("Syrian president", 2025, "ahmed-al-sharaa"),
    ("UN secretary-general", 2003, "kofi-annan"),
    ("NATO chief", 2022, "jens-stoltenberg"),
    ("head of the IAEA", 2006, "mohamed-elbaradei"),
    ("Hamas leader", 2020, "ismail-haniyeh"),
    ("US vice president", 2012, "joe-biden"),
    ("the Russian leader", 2010, "dmitry-medvedev"),
    ("the Russian leader", 2025, "vladimir-putin"),
    ("leader of Ukraine", 2023, "volodymyr-zelenskiy"),
    ("British leader", 2025, "keir-starmer"),
    ("Turkish leader", 2013, "recep-tayyip-erdogan"),
    ("Armenian leader", 2020, "nikol-pashinyan"),
    ("Iranian leader", 2020, "ali-khamenei"),
    ("Libyan leader", 2010, "muammar-gaddafi"),
    ("Russian opposition leader", 2020, None),
    ("Hassan Nasrallah's fighters", 2015, "hezbollah"),
    ("Hassan Nasrallah's fighters", 2025, None),
    ("Yevgeny Prigozhin's lawyer", 2022, None),
    ("former US president", 2012, None),
    ("Bush", 1990, "george-h-w-bush"),
    ("Bush", 2003, "george-w-bush"),
    ("Bush", 2015, None),
    ("Bush", None, "george-w-bush"),
    ("Clinton", 1996, "bill-clinton"),
    ("Clinton", 2010, "hillary-clinton"),
    ("Rice", 2006, "condoleezza-rice"),
    ("Rice", 2020, None),
    ("the Pope", 2010, "pope-benedict-xvi"),
    ("Castro", 1995, "fidel-castro"),
    ("Castro", 2010, "raul-castro"),
]

COUNTRIES = [
    ("Russian troops", "RUS"),
    ("US and Ukrainian envoys", "USA"),
    ("us", None),
    ("UK's", "GBR"),
    ("The Hague", "NLD"),
    ("Brussels", "BEL"),
    ("Washington, D.C.", "USA"),
    ("Dominican", "DOM"),
    ("Dominica", "DMA"),
    ("Niger", "NER"),
    ("Nigerien soldiers", "NER"),
    ("Nigerian soldiers", "NGA"),
    ("Guinea", "GIN"),
    ("Guinea-Bissau", "GNB"),
    ("Equatorial Guinea", "GNQ"),
    ("Papua New Guinea", "PNG"),
    ("New Guinea", None),
    ("Congo", "COD"),
    ("Republic of Congo", "COG"),
    ("Congo-Brazzaville", "COG"),
    ("Democratic Republic of the Congo", "COD"),
    ("Congolese army", "COD"),
    ("South Sudanese rebels", "SSD"),
    ("South African police", "ZAF"),
    ("South Korean", "KOR"),
    ("St. Vincent and the Grenadines", "VCT"),
    ("Georgia", "GEO"),
    ("New Mexico", "USA"),
    ("South America", None),
    ("Latin American", None),
    ("Indian Ocean", None),
    ("pro-Russian rebels", None),
    ("Turkish-backed Syrian rebels", "SYR"),
    ("Russian-controlled Crimea", "UKR"),
    ("US-led coalition", "USA"),
    ("Chechen", "RUS"),
    ("Gaza militants", "PSE"),
    ("Bosnian Serb", "BIH"),
    ("Soviet troops", "SUN"),
    ("Kurdish rebels", None),
    ("", None),
]

PLACES = [
    # name, country hint; name, country, precision found
    ("Kharkiv", None, ("Kharkiv", "UKR", "city")),
    ("Kharkiv region", None, ("Kharkiv oblast", "UKR", "province")),
    ("Kharkov", None, ("Kharkiv", "UKR", "city")),
    ("Kiev", None, ("Kyiv", "UKR", "city")),
    ("Helmand province", None, ("Helmand", "AFG", "province")),
    ("province of Helmand", None, ("Helmand", "AFG", "province")),
    ("Idlib", None, ("Idlib", "SYR", "city")),
    ("Idlib province", None, ("Idlib province", "SYR", "province")),
    ("Idlib", "USA", ("Idlib", "SYR", "city")),
    ("city of Mosul", None, ("Mosul", "IRQ", "city")),
    ("al-Qaim", None, ("Qaim", "IRQ", "city")),
    ("northern Iraq", None, ("Iraq", "IRQ", "country")),
    ("Bucha", None, ("Bucha", "UKR", "city")),
    ("Snake Island", None, ("Snake Island", "UKR", "point")),
    ("Zaporizhzhia nuclear plant", None, ("Zaporizhzhia nuclear power plant", "UKR", "point")),
    ("Crimea", None, ("Crimea", "UKR", "province")),
    ("Gaza", None, ("Gaza Strip", "PSE", "province")),
    ("Gaza City", None, ("Gaza City", "PSE", "city")),
    ("Black Sea", None, ("Black Sea", None, "province")),
    ("Georgia", None, ("Georgia", "GEO", "country")),
    ("Georgia", "USA", ("Georgia", "USA", "province")),
    ("Washington", None, ("Washington, DC", "USA", "city")),
    ("US", None, ("United States", "USA", "country")),
    ("Us", None, None),
    ("us", None, None),
    ("border", None, None),
    ("Tripoli", None, ("Tripoli", "LBY", "city")),
    ("Tripoli", "LBN", ("Tripoli", "LBN", "city")),
    ("Tripoli, Lebanon", None, ("Tripoli", "LBN", "city")),
    ("Paris, Texas", None, ("Paris", "USA", "city")),
    ("Palma", None, ("Palma", "ESP", "city")),
    ("Palma", "MOZ", ("Palma", "MOZ", "city")),
    ("Luxembourg", None, ("Luxembourg", "LUX", "country")),
    ("Nowhere-on-Sea", None, None),
    ("", None, None),
]

NOUNS = [
    ("two Russian soldiers", "MIL"),
    ("gunmen", "UAF"),
    ("militants", "UAF"),
    ("rebel commander", "REB"),
    ("rebels", "REB"),
    ("armed separatists", "REB"),
    ("pro-government militia", "PRM"),
    ("policemen", "COP"),
    ("police chief", "COP"),
    ("protesters", "OPP"),
    ("student protesters", "OPP"),
    ("women and children", "CVL"),
    ("villagers", "CVL"),
    ("people", "CVL"),
    ("prime minister", "GOV"),
    ("leader", "GOV"),
    ("opposition leader", "OPP"),
    ("union leader", "LAB"),
    ("army spokesman", "MIL"),
    ("foreign ministry spokesman", "GOV"),
    ("lawmakers", "LEG"),
    ("Muslim cleric", "REL"),
    ("refugees", "REF"),
    ("drug gang", "CRM"),
    ("aid workers", "SOC"),
    ("peacekeepers", "MIL"),
    ("shadows", None),
    ("", None),
]


@pytest.fixture(scope="module")
def world():
    return load_lexicon().world


def _id(entry):
    return entry.id if entry else None


@pytest.mark.parametrize(("text", "actor_id"), NAMES, ids=[text for text, _ in NAMES])
def test_find_actor_without_day(world, text, actor_id):
    assert _id(find_actor(world, text)) == actor_id


@pytest.mark.parametrize(
    ("text", "year", "actor_id"), DATED, ids=[f"{text} {year}" for text, year, _ in DATED]
)
def test_find_actor_on_a_day(world, text, year, actor_id):
    on = date(year, 7, 1) if year else None
    assert _id(find_actor(world, text, on=on)) == actor_id


@pytest.mark.parametrize(
    ("day", "actor_id"),
    [("2014-06-06", "oleksandr-turchynov"), ("2014-06-07", "petro-poroshenko")],
)
def test_find_actor_hands_office_over_on_the_first_day(world, day, actor_id):
    assert _id(find_actor(world, "Ukraine's president", on=date.fromisoformat(day))) == actor_id


@pytest.mark.parametrize(("text", "code"), COUNTRIES, ids=[text for text, _ in COUNTRIES])
def test_find_country(world, text, code):
    assert find_country(world, text) == code


@pytest.mark.parametrize(
    ("name", "hint", "expected"), PLACES, ids=[f"{name} {hint}" for name, hint, _ in PLACES]
)
def test_find_place(world, name, hint, expected):
    entry = find_place(world, name, country=hint)
    assert (entry and (entry.name, entry.country, entry.precision.value)) == expected


TOWNS = [
    ("Deir Hafer", ["SYR"], ("Dayr Ḩāfir", "SYR")),
    ("the town of Deir Hafer", ["IRQ", "SYR"], ("Dayr Ḩāfir", "SYR")),
    ("Uludere district", ["TUR"], ("Uludere", "TUR")),
    ("Vedeno", ["USA", "RUS"], ("Vedeno", "RUS")),
    ("Vedeno", ["USA"], None),
    ("Vedeno", [], None),
    ("vedeno", ["RUS"], None),
    ("Vede", ["RUS"], None),
    ("Atarib", ["SYR"], ("Al Atārib", "SYR")),
    ("34", ["SYR"], None),
]


@pytest.mark.parametrize(("name", "countries", "expected"), TOWNS)
def test_find_town_only_in_the_countries_given(world, name, countries, expected):
    entry = find_town(world, name, countries)
    assert (entry and (entry.name, entry.country)) == expected


@pytest.mark.parametrize(("phrase", "sector"), NOUNS, ids=[phrase for phrase, _ in NOUNS])
def test_sector_of(world, phrase, sector):
    word = sector_of(world, phrase.split())
    assert (word.sector if word else None) == sector


@pytest.mark.parametrize(
    ("words", "is_political"), [(["soldiers"], True), (["protester"], True), (["child"], False)]
)
def test_sector_word_tells_political_actors(world, words, is_political):
    assert sector_of(world, words).is_political is is_political
