"""Which namings become one actor, and what the merged actor is called."""

from dataclasses import replace

import pytest

from kg.errors import ResolutionError
from kg.lexicons import Country
from kg.model import ActorKind
from kg.resolution.names import acronyms_of, defined_acronyms, node_of, person_words
from kg.resolution.spelling import are_spellings
from tests.resolution.by_hand import MONDAY, article, claim, judgement, mention, merged, names_of
from tests.samples import sample_world

# (article, actor) pairs, and the names of the merged actors
CASES = {
    "a known actor is one": ([("a-1", "xno-mil"), ("a-2", "xno-mil")], 1),
    "one name with and without country": (
        [("a-1", "Dawn Front/ORG@XSU"), ("a-2", "Dawn Front/ORG")],
        1,
    ),
    "one name in two countries": (
        [("a-1", "Ministry of War/ORG@XSU"), ("a-2", "Ministry of War/ORG@XNO")],
        2,
    ),
    "a name without country between two": (
        [
            ("a-1", "Ministry of War/ORG@XSU"),
            ("a-2", "Ministry of War/ORG@XNO"),
            ("a-3", "Ministry of War/ORG"),
        ],
        3,
    ),
    "case and accents do not count": (
        [("a-1", "Zoë Quell/PERSON"), ("a-2", "zoe quell/PERSON")],
        1,
    ),
    "titles do not count": (
        [("a-1", "Mara Quell/PERSON"), ("a-2", "President Mara Quell/PERSON")],
        1,
    ),
    "a last name in its article": ([("a-1", "Mara Quell/PERSON"), ("a-1", "Quell/PERSON")], 1),
    "a last name elsewhere, the only one": (
        [("a-1", "Mara Quell/PERSON"), ("a-2", "Quell/PERSON")],
        1,
    ),
    "a last name of two people": (
        [("a-1", "Mara Quell/PERSON"), ("a-2", "Tom Quell/PERSON"), ("a-3", "Quell/PERSON")],
        3,
    ),
    "a last name of a known person": ([("a-1", "ilan-dravo"), ("a-1", "Dravo/PERSON")], 1),
    "a first name in its article": ([("a-1", "Mara Quell/PERSON"), ("a-1", "Mara/PERSON")], 1),
    "a first name elsewhere": ([("a-1", "Mara Quell/PERSON"), ("a-2", "Mara/PERSON")], 2),
    "a last name elsewhere that nobody labelled": (
        [("a-1", "Mara Quell/PERSON"), ("a-2", "Quell")],
        1,
    ),
    "a name that nobody labelled": ([("a-1", "Dawn Front/ORG"), ("a-2", "Dawn Front")], 1),
    "a noun at the head of a sentence": ([("a-1", "Refugees/ORG@XSU"), ("a-2", "Refugees")], 2),
    "a body by its noun": ([("a-1", "Defence Ministry/ORG"), ("a-1", "ministry")], 1),
    "a body by its noun elsewhere": ([("a-1", "Defence Ministry/ORG"), ("a-2", "ministry")], 2),
    "the only rebels of an article": ([("a-1", "Dawn Front/ORG:REB"), ("a-1", "rebels:REB")], 1),
    "rebels beside two groups": (
        [
            ("a-1", "Dawn Front/ORG:REB"),
            ("a-1", "Dusk Front/ORG:REB"),
            ("a-1", "rebels:REB"),
        ],
        3,
    ),
    "somebody's own": ([("a-1", "its fleet@XSU"), ("a-2", "fleet@XSU")], 1),
    "two spellings": ([("a-1", "Mara Quell/PERSON"), ("a-2", "Mara Quelle/PERSON")], 1),
    "a spelling of a known person": ([("a-1", "ilan-dravo"), ("a-2", "Ilan Dravoh/PERSON")], 1),
    "brothers": ([("a-1", "Mara Quell/PERSON"), ("a-2", "Tom Quell/PERSON")], 2),
    "an acronym made of initials": (
        [("a-1", "Dawn Liberation Front/ORG"), ("a-2", "DLF/ORG")],
        1,
    ),
    "an acronym of two names": (
        [
            ("a-1", "Dawn Liberation Front/ORG"),
            ("a-2", "Dusk Labour Force/ORG"),
            ("a-3", "DLF/ORG"),
        ],
        3,
    ),
    "an acronym of one name with and without country": (
        [
            ("a-1", "Dawn Liberation Front/ORG@XSU"),
            ("a-2", "Dawn Liberation Front/ORG"),
            ("a-3", "DLF/ORG"),
        ],
        1,
    ),
    "initials of a person are no acronym": ([("a-1", "ilan-dravo"), ("a-1", "ID/ORG")], 2),
    "an acronym in brackets": (
        [("a-1", "Dawn Liberation Front (DLF)/ORG"), ("a-1", "DLF/ORG")],
        1,
    ),
    "rebels of one country": ([("a-1", "rebels@XSU:REB"), ("a-2", "rebels@XSU:REB")], 1),
    "rebels of two countries": ([("a-1", "rebels@XSU:REB"), ("a-2", "rebels@XNO:REB")], 2),
    "a country's name before the noun": (
        [("a-1", "rebels@XSU:REB"), ("a-2", "Sudrian rebels@XSU:REB")],
        1,
    ),
    "one rebel and many": ([("a-1", "rebel@XSU:REB"), ("a-2", "rebels@XSU:REB")], 1),
    "nameless men of two articles": ([("a-1", "gunmen:UAF"), ("a-2", "gunmen:UAF")], 2),
    "nameless men of one article": ([("a-1", "gunmen:UAF"), ("a-1", "gunmen:UAF")], 1),
    "a pronoun that leads to a name": ([("a-1", "Mara Quell/PERSON"), ("a-1", "Mara Quell")], 1),
    "a last name that nobody labelled": ([("a-1", "Mara Quell/PERSON"), ("a-1", "Quell")], 1),
    "a noun like a name": ([("a-1", "Shell/ORG"), ("a-1", "shell")], 2),
    "a noun short for a longer phrase of its article": (
        [("a-1", "Dawn rebels@XSU:REB"), ("a-1", "rebels:REB")],
        1,
    ),
    "their noun, likewise": (
        [("a-1", "Dawn rebels@XSU:REB"), ("a-1", "its rebels:REB")],
        1,
    ),
    "a noun short for two phrases": (
        [("a-1", "Dawn rebels@XSU:REB"), ("a-1", "Dusk rebels@XSU:REB"), ("a-1", "rebels:REB")],
        3,
    ),
    "a noun and a longer phrase of another article": (
        [("a-1", "Dawn rebels@XSU:REB"), ("a-2", "rebels:REB")],
        2,
    ),
    "the head of a phrase with of": (
        [("a-1", "fighters of the Dawn Front@XSU:REB"), ("a-1", "fighters:REB")],
        1,
    ),
    "things of somebody, and things": (
        [("a-1", "Dawn Front vehicles@XSU:REB"), ("a-1", "vehicles")],
        2,
    ),
    "a state's body without its state, in two articles": (
        [("a-1", "Ministry of War/ORG"), ("a-2", "Ministry of War/ORG")],
        2,
    ),
    "a state's body without its state, beside it": (
        [("a-1", "Sudrian War Ministry/ORG@XSU"), ("a-1", "War Ministry/ORG")],
        1,
    ),
    "pronouns are nobody": ([("a-1", "they"), ("a-2", "He")], 0),
    "US in capitals is a name": ([("a-1", "US/GPE")], 1),
    "no words": ([("a-1", "—")], 0),
}


@pytest.mark.parametrize(("namings", "expected"), CASES.values(), ids=CASES)
def test_namings_become_actors(namings, expected):
    claims = [
        claim(article_id, at=i * 20, does="PROTEST", actors=[notation])
        for i, (article_id, notation) in enumerate(namings)
    ]
    assert len(merged(claims).actors) == expected


def test_acronym_that_a_text_defines_wins_over_initials_elsewhere():
    text = "The Dusk Labour Force (DLF) said it had left. DLF men were seen."
    claims = [
        claim("a-1", actors=["DLF/ORG"]),
        claim("a-2", actors=["Dawn Liberation Front/ORG"]),
        claim("a-3", actors=["Dusk Labour Force/ORG"]),
    ]
    resolution = merged(claims, [article("a-1", text=text)])
    actor_by_article = {link.article_id: link.actor_id for link in resolution.actor_links}
    assert actor_by_article["a-1"] == actor_by_article["a-3"] != actor_by_article["a-2"]


def test_noun_takes_the_country_of_its_place():
    claims = [
        claim("a-1", actors=["rebels:REB"], where="Kessa"),
        claim("a-2", actors=["rebels@XSU:REB"]),
    ]
    (actor,) = merged(claims).actors
    assert (actor.name, actor.country, actor.kind) == ("rebels", "XSU", ActorKind.ARMED_GROUP)


def test_soldiers_are_not_of_the_country_that_they_fight_in():
    (actor,) = merged([claim("a-1", actors=["soldiers:MIL"], where="Kessa")]).actors
    assert actor.country is None


def test_nameless_men_of_one_event_are_one_actor():
    claims = [
        claim("a-1", actors=["gunmen:UAF"], targets=["xsu"], numbers=["14 killed"]),
        claim("a-2", actors=["gunmen:UAF"], targets=["xsu"], numbers=["14 killed"]),
        claim("a-3", actors=["gunmen:UAF"], does="PROTEST"),
    ]
    resolution = merged(claims)
    assert [len(event.actor_ids) for event in resolution.events] == [1, 1]
    assert names_of(resolution) == ["Sudria", "gunmen", "gunmen"]


def test_rebels_of_two_countries_stay_two_actors_of_one_event():
    row = {"where": "Kessa", "when": MONDAY}
    claims = [
        claim("a-1", actors=["rebels@XSU:REB"], **row),
        claim("a-2", actors=["rebels@XNO:REB"], **row),
    ]
    (event,) = merged(claims).events
    assert len(event.actor_ids) == 2


def test_country_in_the_words_is_told_by_the_country():
    country = Country(code="XSU", name="Sudria", demonyms=("Sudrian",), names=("South Sudria",))
    world = replace(sample_world(), countries={"XSU": country})
    nodes = {
        node_of(mention(f"{words}@XSU:REB"), world, article_id="a-1")
        for words in ("rebels", "Sudrian rebels", "South Sudria rebels")
    }
    assert len(nodes) == 1


def test_bodies_without_a_state_are_one_actor_in_one_event():
    row = {"actors": ["Ministry of War/ORG"], "targets": ["xsu"], "numbers": ["14 killed"]}
    resolution = merged([claim("a-1", **row), claim("a-2", **row)])
    assert names_of(resolution) == ["Ministry of War", "Sudria"]


def test_speakers_without_name_and_country_are_no_actors():
    claims = [claim("a-1", actors=["xno"], speaker="witnesses")]
    assert names_of(merged(claims)) == ["Norland"]


@pytest.mark.parametrize("speaker", ["officials@XSU:GOV", "Mara Quell/PERSON", "igo-un"])
def test_speakers_with_name_or_country_are_actors(speaker):
    assert len(merged([claim("a-1", actors=["xno"], speaker=speaker)]).actors) == 2


def test_links_name_the_rule():
    claims = [
        claim("a-1", at=0, actors=["xno"]),
        claim("a-1", at=20, actors=["Mara Quell/PERSON"]),
        claim("a-1", at=40, actors=["Quell/PERSON"]),
        claim("a-1", at=60, actors=["rebels@XSU:REB"]),
        claim("a-2", actors=["Mara Quelle/PERSON"]),
        claim("a-2", at=20, actors=["Dawn Liberation Front/ORG"]),
        claim("a-2", at=40, actors=["DLF/ORG"]),
    ]
    rules = [link.rule for link in merged(claims).actor_links]
    assert rules == ["lexicon", "name", "last name", "noun", "spelling", "name", "acronym"]


def test_name_is_the_most_frequent_full_form():
    forms = ["President Mara Quell", "Mara Quell", "Mara J. Quell", "Quell", "Quell", "Quell"]
    claims = [claim("a-1", at=i * 20, actors=[f"{form}/PERSON"]) for i, form in enumerate(forms)]
    (actor,) = merged(claims).actors
    assert actor.name == "Mara Quell"
    assert actor.aliases == ("Mara J. Quell", "Mara Quell", "President Mara Quell", "Quell")
    assert actor.kind is ActorKind.PERSON


def test_known_actor_is_as_the_lexicon_has_it():
    (actor,) = merged([claim("a-1", actors=["ilan-dravo"])]).actors
    entry = sample_world().actors["ilan-dravo"]
    assert (actor.name, actor.roles, actor.part_of) == (entry.name, entry.roles, entry.part_of)


KINDS = {
    "sector word in the name": ("Dawn Brigade/ORG", ActorKind.ARMED_GROUP),
    "sector": ("Dawn Front/ORG:PTY", ActorKind.PARTY),
    "bloc": ("Aid for All/ORG@NGO", ActorKind.NGO),
    "town": ("Port Sel/GPE@XSU", ActorKind.PLACE),
    "person": ("Mara Quell/PERSON:MIL", ActorKind.PERSON),
    "nothing known": ("Dawn Front/ORG", ActorKind.OTHER),
}


@pytest.mark.parametrize(("notation", "kind"), KINDS.values(), ids=KINDS)
def test_kind_follows_from_words_sector_or_label(notation, kind):
    (actor,) = merged([claim("a-1", actors=[notation])]).actors
    assert actor.kind is kind


def test_judgement_joins_two_actors_under_the_known_id():
    claims = [claim("a-1", actors=["Dawn Front/ORG"]), claim("a-2", actors=["xno-mil"])]
    ids = [actor.id for actor in merged(claims).actors]
    resolution = merged(claims, judgements=[judgement(*ids, kind="actor")])
    assert [actor.id for actor in resolution.actors] == ["xno-mil"]
    assert resolution.actors[0].aliases == ("Armed Forces of Norland", "Dawn Front")


def test_judgement_parts_two_spellings():
    claims = [
        claim("a-1", actors=["Mara Quell/PERSON"]),
        claim("a-2", actors=["Mara Quelle/PERSON"]),
    ]
    ids = [node_of(c.actors[0], sample_world(), article_id=c.article_id).id for c in claims]
    ruling = judgement(*ids, kind="actor", is_same=False)
    assert sorted(actor.id for actor in merged(claims, judgements=[ruling]).actors) == sorted(ids)


def test_judgement_parts_an_acronym_from_its_initials():
    claims = [claim("a-1", actors=["Dawn Liberation Front/ORG"]), claim("a-2", actors=["DLF/ORG"])]
    ids = [node_of(c.actors[0], sample_world(), article_id=c.article_id).id for c in claims]
    ruling = judgement(*ids, kind="actor", is_same=False)
    assert len(merged(claims, judgements=[ruling]).actors) == 2


CONTRADICTIONS = {
    "directly": [("a", "b", True), ("b", "a", False)],
    "through others": [("a", "b", True), ("c", "b", True), ("c", "d", True), ("d", "a", False)],
    "with itself": [("a", "a", False)],
}


@pytest.mark.parametrize("kind", ["actor", "event"])
@pytest.mark.parametrize("rows", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_contradicting_judgements_are_named(rows, kind):
    rulings = [judgement(a, b, kind=kind, is_same=same) for a, b, same in rows]
    with pytest.raises(
        ResolutionError, match=f"{kind}s contradict each other: .* is different from"
    ):
        merged([claim("a-1", actors=["xno"])], judgements=rulings)


def test_contradiction_names_the_whole_chain():
    rows = CONTRADICTIONS["through others"]
    rulings = [judgement(a, b, is_same=same) for a, b, same in rows]
    with pytest.raises(ResolutionError) as caught:
        merged([claim()], judgements=rulings)
    assert all(f"{a} is same as {b} (ann" in str(caught.value) for a, b, same in rows if same)


SPELLINGS = {
    "Zelenskiy": ("volodymyr zelenskiy", "volodymyr zelensky", True),
    "Mohammed": ("mohammed morsi", "muhammad morsi", True),
    "Gaddafi": ("muammar gaddafi", "muammar qaddafi", True),
    "particle": ("bashar al assad", "bashar assad", True),
    "middle initial": ("john f kennedy", "john kennedy", True),
    "Hassan is not Hussein": ("hassan rouhani", "hussein rouhani", False),
    "Kim Jong Un is not Kim Jong Il": ("kim jong un", "kim jong il", False),
    "Kim Yong Chol is not Kim Yong Chul": ("kim yong chol", "kim yong chul", False),
    "two given names": ("ali hassan nasr", "ali nasr", False),
    "other first name": ("vladimir putin", "igor putin", False),
}


@pytest.mark.parametrize(("one", "other", "expected"), SPELLINGS.values(), ids=SPELLINGS)
def test_spellings_of_personal_names(one, other, expected):
    assert are_spellings(tuple(one.split()), tuple(other.split())) is expected
    assert are_spellings(tuple(other.split()), tuple(one.split())) is expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("syrian democratic forces", {"sdf"}),
        ("ministry of war", {"mow", "mw"}),
        ("front", set()),
    ],
)
def test_acronyms_of_a_name(form, expected):
    assert acronyms_of(form) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Dawn Liberation Front (DLF) left", [("dlf", "dawn liberation front")]),
        ("Front (DLF) left", []),
        ("(DLF) left", []),
        ("Dawn\nLiberation Front (DLF)", []),
        ("Ministry of War (MOW) and (2024)", [("mow", "ministry of war")]),
    ],
)
def test_acronyms_defined_in_brackets(text, expected):
    assert list(defined_acronyms(text)) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("gen mara quell", "mara quell"),
        ("sudrian defence minister mara quell", "mara quell"),
        ("president", "president"),
        ("mr quell", "quell"),
        ("martin luther king", "martin luther king"),
    ],
)
def test_titles_are_no_part_of_a_name(form, expected):
    assert " ".join(person_words(form)) == expected


def test_id_of_unknown_actor_depends_on_what_tells_it_apart():
    world = sample_world()
    base = mention("rebels@XSU:REB")
    same = node_of(replace(base, name="the Rebels"), world, article_id="a-9")
    other = node_of(replace(base, country="XNO"), world, article_id="a-9")
    assert node_of(base, world, article_id="a-1").id == same.id != other.id


@pytest.mark.parametrize("words", ["some of which", "80", "its", "others", "two of them"])
def test_words_that_only_point_or_count_name_nobody(words):
    resolution = merged([claim("a-1", actors=[words])])
    assert resolution.actors == ()


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("farmers", "XSU"),
        ("its farmers", None),
        ("envoys", None),
        ("foreign envoys of the king", None),
    ],
)
def test_only_those_who_live_there_are_of_the_country_of_a_place(words, country):
    (actor,) = merged([claim("a-1", actors=[words], where="Kessa")]).actors
    assert actor.country == country


def test_possessive_pronouns_are_no_part_of_name_and_aliases():
    (actor,) = merged([claim("a-1", actors=["its gunmen"])]).actors
    assert (actor.name, actor.aliases) == ("gunmen", ("gunmen",))
