import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims.counts import code_counts
from kg.claims.governors import kind_of
from kg.model import Bound, CountKind
from tests.claims.by_hand import (
    make_article,
    make_lexicon,
    make_mention,
    marked_quantity,
    span_of,
)

# text with the quantity in brackets, its number, its noun, its governor, counts expected
COUNTS = [
    ("Rebels killed [25 civilians].", "25", "civilian", "kill", "killed 25 exactly total"),
    ("Rebels killed [one soldier].", "one", "soldier", "kill", "killed 1 exactly total"),
    ("The attack left [12 dead].", "12", "dead", "leave", "killed 12 exactly total"),
    ("The attack left [12 wounded].", "12", "wounded", "leave", "injured 12 exactly total"),
    ("[Four people] died.", "Four", "people", "die", "killed 4 exactly total"),
    ("The attack wounded [19].", "19", "", "wound", "injured 19 exactly total"),
    ("[Two] were hurt in the attack.", "Two", "", "hurt", "injured 2 exactly total"),
    ("Police arrested [93 suspects].", "93", "suspect", "arrest", "detained 93 exactly total"),
    ("The army captured [ten men].", "ten", "man", "capture", "detained 10 exactly total"),
    ("[4,000 villagers] fled.", "4,000", "villager", "flee", "displaced 4000 exactly total"),
    (
        "[1.5 million people] were displaced.",
        "1.5 million",
        "people",
        "displace",
        "displaced 1500000 exactly total",
    ),
    (
        "Gunmen kidnapped [eight engineers].",
        "eight",
        "engineer",
        "kidnap",
        "abducted 8 exactly total",
    ),
    ("They took [three hostages].", "three", "hostage", "take", "abducted 3 exactly total"),
    ("[Six policemen] are missing.", "Six", "policeman", "missing", "missing 6 exactly total"),
    ("It deployed [500 troops].", "500", "troop", "deploy", "deployed 500 exactly total"),
    ("It sent [20,000 soldiers].", "20,000", "soldier", "send", "deployed 20000 exactly total"),
    (
        "The presence of [1,700 troops] angered them.",
        "1,700",
        "troop",
        "presence",
        "deployed 1700 exactly total",
    ),
    # bounds
    (
        "Rebels killed [at least 25 civilians].",
        "25",
        "civilian",
        "kill",
        "killed 25 at_least total",
    ),
    (
        "Rebels killed at least [25 civilians].",
        "25",
        "civilian",
        "kill",
        "killed 25 at_least total",
    ),
    ("[More than 300 people] were killed.", "300", "people", "kill", "killed 300 at_least total"),
    ("[Over 40 people] were killed.", "40", "people", "kill", "killed 40 at_least total"),
    ("[No fewer than 7 people] died.", "7", "people", "die", "killed 7 at_least total"),
    ("[No more than 7 people] died.", "7", "people", "die", "killed 7 at_most total"),
    ("[Fewer than ten people] died.", "ten", "people", "die", "killed 10 at_most total"),
    ("[Up to 50 people] were wounded.", "50", "people", "wound", "injured 50 at_most total"),
    ("[As many as 50 people] died.", "50", "people", "die", "killed 50 at_most total"),
    ("[About 140 people] were killed.", "140", "people", "kill", "killed 140 about total"),
    ("[Some 140 people] were killed.", "140", "people", "kill", "killed 140 about total"),
    ("[Nearly 100 people] were killed.", "100", "people", "kill", "killed 100 about total"),
    (
        "[An estimated two million people] died.",
        "two million",
        "people",
        "die",
        "killed 2000000 about total",
    ),
    ("[Around a dozen rebels] died.", "dozen", "rebel", "die", "killed 12 about total"),
    ("[More than a dozen rebels] died.", "dozen", "rebel", "die", "killed 12 at_least total"),
    ("[Half a dozen rebels] died.", "dozen", "rebel", "die", "killed 6 exactly total"),
    ("[25 or more people] died.", "25", "people", "die", "killed 25 at_least total"),
    ("[30 or so people] died.", "30", "people", "die", "killed 30 about total"),
    # plurals
    ("[Dozens of people] were killed.", "Dozens", "people", "kill", "killed 24 at_least total"),
    ("[Scores] were wounded.", "Scores", "", "wound", "injured 40 at_least total"),
    ("[Hundreds of people] fled.", "Hundreds", "people", "flee", "displaced 200 at_least total"),
    (
        "[Tens of thousands of people] fled.",
        "thousands",
        "people",
        "flee",
        "displaced 20000 at_least total",
    ),
    ("[Up to hundreds of people] died.", "hundreds", "people", "die", "killed 200 at_most total"),
    # ranges
    (
        "[10 to 15 people] died.",
        "10",
        "people",
        "die",
        "killed 10 at_least total; killed 15 at_most total",
    ),
    (
        "[Between 10 and 15 people] died.",
        "10",
        "people",
        "die",
        "killed 10 at_least total; killed 15 at_most total",
    ),
    (
        "[10-15 people] died.",
        "10",
        "people",
        "die",
        "killed 10 at_least total; killed 15 at_most total",
    ),
    (
        "[two or three people] died.",
        "two",
        "people",
        "die",
        "killed 2 at_least total; killed 3 at_most total",
    ),
    (
        "[1 to 1.5 million people] fled.",
        "1",
        "people",
        "flee",
        "displaced 1000000 at_least total; displaced 1500000 at_most total",
    ),
    ("[15 to 10 people] died.", "15", "people", "die", "killed 15 exactly total"),
    # relations
    (
        "It killed nine people, including [two children].",
        "two",
        "child",
        "kill",
        "killed 2 exactly part_of",
    ),
    (
        "It killed nine, including [at least three women].",
        "three",
        "woman",
        "kill",
        "killed 3 at_least part_of",
    ),
    ("It killed nine, [two of them children].", "two", "child", "kill", "killed 2 exactly part_of"),
    ("Another [three people] died.", "three", "people", "die", "killed 3 exactly additional"),
    ("[Another three people] died.", "three", "people", "die", "killed 3 exactly additional"),
    ("[Another soldier] was killed.", "Another", "soldier", "kill", "killed 1 exactly additional"),
    ("[Three more people] died.", "Three", "people", "die", "killed 3 exactly additional"),
    ("[Three more than before] died.", "Three", "", "die", "killed 3 exactly total"),
    ("[Two other soldiers] were killed.", "Two", "soldier", "kill", "killed 2 exactly additional"),
    ("[An additional 40 people] fled.", "40", "people", "flee", "displaced 40 exactly additional"),
    (
        "It killed eight people and wounded [15 others].",
        "15",
        "other",
        "wound",
        "injured 15 exactly total",
    ),
    (
        "One policeman was killed and [four others] wounded.",
        "four",
        "other",
        "wound",
        "injured 4 exactly total",
    ),
    ("The death toll rose to [15].", "15", "", "toll", "killed 15 exactly update"),
    ("The toll rose from 10 to [15].", "15", "", "toll", "killed 15 exactly update"),
    ("The toll rose from [10] to 15.", "10", "", "toll", ""),
    ("It died, raising [the toll to 15].", "15", "", "toll", "killed 15 exactly update"),
    (
        "That brought the number of dead to [at least 20].",
        "20",
        "",
        "dead",
        "killed 20 at_least update",
    ),
    ("The death toll stands at [31].", "31", "", "toll", "killed 31 exactly update"),
    ("Police now say [31 people] were killed.", "31", "people", "kill", "killed 31 exactly update"),
    # nobody
    ("[No soldiers] were killed.", "No", "soldier", "kill", "killed 0 exactly total"),
    ("[No one] was killed.", "No one", "", "kill", "killed 0 exactly total"),
    ("[No one] was hurt.", "No one", "", "hurt", "killed 0 exactly total; injured 0 exactly total"),
    (
        "There were [no casualties].",
        "no",
        "casualty",
        "be",
        "killed 0 exactly total; injured 0 exactly total",
    ),
    ("There were [no injuries].", "no", "injury", "be", "injured 0 exactly total"),
    ("[At most zero men] died.", "zero", "man", "die", "killed 0 exactly total"),
    # no counts
    ("It suffered [12 casualties].", "12", "casualty", "suffer", ""),
    ("It attacked [three tanks].", "three", "tank", "attack", ""),
    ("It deployed [30 tanks].", "30", "tank", "deploy", ""),
    ("It deployed [30 Leopards].", "30", "leopard", "deploy", ""),
    ("It killed them in [three attacks].", "three", "attack", "kill", ""),
    ("[Several others] were wounded.", "Several", "other", "wound", ""),
    ("[A handful of people] died.", "handful", "people", "die", ""),
    ("It killed the third [man].", "third", "man", "kill", ""),
    ("It killed [12 percent] of them.", "12", "", "kill", ""),
    ("It killed [12%] of them.", "12", "", "kill", ""),
    ("It killed them for $[500].", "500", "", "kill", ""),
    ("It killed a [12-year-old boy].", "12", "boy", "kill", ""),
    ("It arrested [12 ships].", "12", "ship", "arrest", ""),
    ("It seized [12 tons].", "12", "ton", "seize", ""),
    ("It killed men of the [1988 crackdown].", "1988", "crackdown", "kill", ""),
    ("It killed [1988 men].", "1988", "man", "kill", "killed 1988 exactly total"),
    ("It killed [1,988 Elbonians].", "1,988", "elbonian", "kill", "killed 1988 exactly total"),
    ("It met [12 ministers].", "12", "minister", "meet", ""),
    ("They fled [20 kilometres].", "20", "kilometre", "flee", ""),
    ("It killed [two].", "", "", "kill", "killed 2 exactly total"),
]


def _code(marked, number, of, governor, **fields):
    text, quantity = marked_quantity(marked, number=number, of=of, governor=governor)
    fields = {"quantities": (quantity,), "lemma": "attack"} | fields
    mention = make_mention(text, text.split()[0], **fields)
    lexicon = make_lexicon()
    return code_counts(
        make_article(text), mention, lexicon.events.entries[mention.entry], lexicon.world
    )


def _told(counts):
    return "; ".join(f"{c.kind} {c.value} {c.bound} {c.relation}" for c in counts)


@pytest.mark.parametrize(
    ("marked", "number", "of", "governor", "expected"), COUNTS, ids=[row[0] for row in COUNTS]
)
def test_code_counts_reads_quantity(marked, number, of, governor, expected):
    assert _told(_code(marked, number, of, governor)) == expected


# the first number is between brackets, those after it have no noun of their own
ELLIPSES = {
    "It killed [39 people] and wounded 87.": "killed 39; injured 87",
    "It killed [50 people], including five children, and wounded 98.": "killed 50; injured 98",
    "It killed [16 people], wounding more than 100, it said.": "killed 16; injured 100",
    "It killed [13], 157 wounded and 82 missing.": "killed 13; injured 157; missing 82",
    "It killed [31 people] on Monday and 117 were wounded.": "killed 31; injured 117",
    "It killed [20 people], including 3 wounded in May.": "killed 20",
    "It killed [20 people]. In May, 30 were wounded.": "killed 20",
    "It killed [20 people], the army said, where 30 were wounded.": "killed 20",
    "It killed [20 people] and wounded several.": "killed 20",
    "It met [20 people] and wounded 30.": "",
}


@pytest.mark.parametrize(("marked", "expected"), ELLIPSES.items(), ids=ELLIPSES)
def test_code_counts_reads_numbers_without_a_noun(marked, expected):
    governor = marked.split()[1].removesuffix("ed").replace("met", "meet")
    number = marked.partition("[")[2].split()[0].strip("],")
    counts = _code(marked, number, "people", governor)
    assert "; ".join(f"{c.kind} {c.value}" for c in counts) == expected


@pytest.mark.parametrize(
    ("marked", "relation"),
    [
        ("It killed [31 people] in the capital alone.", "part_of"),
        ("It killed [31 people] in the capital.", "total"),
        ("[Six] of them were killed.", "total"),
        ("It killed twelve, [three] of them were killed in bed.", "part_of"),
    ],
)
def test_code_counts_relates_parts_to_totals(marked, relation):
    number = marked.partition("[")[2].split()[0].strip("]")
    (count,) = _code(marked, number, "people", "kill")
    assert count.relation == relation


def test_others_of_the_next_sentence_are_beside_the_dead_of_this_one():
    text, quantity = marked_quantity(
        "It killed 52. [More than 100 others] were wounded.",
        number="100",
        of="other",
        governor="wound",
    )
    second = span_of(text, "More than 100 others were wounded.")
    mention = make_mention(text, "wounded", sentence=second, quantities=(quantity,))
    lexicon = make_lexicon()
    entry = lexicon.events.entries[mention.entry]
    (count,) = code_counts(make_article(text), mention, entry, lexicon.world)
    assert count.relation == "total"


def test_code_counts_takes_kind_of_entry_for_the_action_itself():
    counts = _code(
        "It shot [3 men].", "3", "man", "shoot", entry="ASSAULT.shoot", lemma="shoot dead"
    )
    assert _told(counts) == "killed 3 exactly total"


def test_code_counts_takes_no_kind_of_entry_for_another_verb():
    assert (
        _code(
            "It shot men guarding [3 women].",
            "3",
            "woman",
            "guard",
            entry="ASSAULT.shoot",
            lemma="shoot dead",
        )
        == ()
    )


def test_code_counts_knows_people_by_demonym():
    counts = _code("It deployed [30 Norlanders].", "30", "norlander", "deploy")
    assert _told(counts) == "deployed 30 exactly total"


def test_code_counts_keeps_noun_and_span():
    (count,) = _code("Rebels killed [at least 25 civilians] there.", "25", "civilian", "kill")
    assert (count.of, count.span.text) == ("civilian", "at least 25 civilians")


def test_code_counts_are_in_text_order_each_once():
    text, first = marked_quantity(
        "It killed [2 men] and 3 women.", number="2", of="man", governor="kill"
    )
    _, second = marked_quantity(
        "It killed 2 men and [3 women].", number="3", of="woman", governor="kill"
    )
    mention = make_mention(text, "killed", quantities=(second, first, first))
    lexicon = make_lexicon()
    entry = lexicon.events.entries["ASSAULT.attack"]
    counts = code_counts(make_article(text), mention, entry, lexicon.world)
    assert [c.value for c in counts] == [2, 3]


@pytest.mark.parametrize(
    ("governor", "kind"),
    [
        ("kill", CountKind.KILLED),
        ("death toll", CountKind.KILLED),
        ("round up", CountKind.DETAINED),
        ("evacuate", CountKind.DISPLACED),
        ("be wounded", CountKind.INJURED),
        ("praise", None),
        ("", None),
    ],
)
def test_kind_of_governor(governor, kind):
    assert kind_of(governor) is kind


@given(
    number=st.integers(min_value=1, max_value=10**7),
    bound=st.sampled_from(
        [
            ("at least ", Bound.AT_LEAST),
            ("up to ", Bound.AT_MOST),
            ("about ", Bound.ABOUT),
            ("", Bound.EXACTLY),
        ]
    ),
)
def test_code_counts_reads_any_number_with_its_bound(number, bound):
    words, expected = bound
    (count,) = _code(f"It killed [{words}{number:,} men].", f"{number:,}", "man", "kill")
    assert (count.value, count.bound) == (number, expected)
