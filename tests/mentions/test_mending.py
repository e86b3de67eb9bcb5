"""Mended trees: each slip is put right, and the right parse most like it stays as it is."""

from itertools import islice

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.lexicons import load_lexicon
from kg.mentions.syntax import read_sentences
from tests.mentions.parses import parse

# A parse, and of some of its words: the word, its head, its label after mending.
SLIPS = {
    "a noun that opens the sentence, taken for its verb": (
        "Calls/VBZ/0/root for/IN/3/case peace/NN/1/obl grew/VBD/1/advcl in/IN/6/case"
        " Kenya/NNP/4/obl/GPE ././1/punct",
        {"Calls": ("grew", "nsubj"), "peace": ("Calls", "nmod"), ".": ("grew", "punct")},
    ),
    "two people run together": (
        "Chief/NN/2/nmod:desc Omar/NNP/6/nmod:desc/PERSON Dao/NNP/2/flat/PERSON and/CC/5/cc"
        " lawyer/NN/6/nmod:desc Sara/NNP/7/nsubj/PERSON fled/VBD/0/root",
        {
            "Chief": ("Omar", "nmod:desc"),
            "Omar": ("fled", "nsubj"),
            "and": ("Sara", "cc"),
            "lawyer": ("Sara", "nmod:desc"),
            "Sara": ("Omar", "conj"),
        },
    ),
    "a person at the end of another's name": (
        "Omar/NNP/5/nsubj/PERSON and/CC/3/cc lawyer/NN/1/conj Sara/NNP/1/flat/PERSON"
        " fled/VBD/0/root",
        {"lawyer": ("Sara", "compound"), "Sara": ("Omar", "conj"), "and": ("Sara", "cc")},
    ),
    "a side run together with another": (
        "Kyiv/NNP/4/compound/GPE and/CC/3/cc Syrian/JJ/4/amod/NORP rebels/NNS/5/nsubj"
        " fled/VBD/0/root",
        {
            "Kyiv": ("fled", "nsubj"),
            "Syrian": ("rebels", "amod"),
            "rebels": ("Kyiv", "conj"),
            "and": ("rebels", "cc"),
        },
    ),
    "what was said on a day": (
        "Kenya/NNP/2/nsubj/GPE said/VBD/0/root on/IN/4/case Friday/NNP/2/obl that/IN/7/mark"
        " rebels/NNS/7/nsubj fled/VBD/4/acl:relcl",
        {"fled": ("said", "ccomp")},
    ),
    "what somebody was told": (
        "Monks/NNS/2/nsubj told/VBD/0/root judges/NNS/2/iobj that/IN/6/mark"
        " soldiers/NNS/6/nsubj fled/VBD/3/acl:relcl",
        {"fled": ("told", "ccomp")},
    ),
    "a speaker behind the verb": (
        "We/PRP/2/nsubj leave/VBP/4/ccomp ,/,/4/punct announced/VBD/0/root Dao/NNP/4/obj/PERSON",
        {"Dao": ("announced", "nsubj")},
    ),
    "who says so, behind what is said": (
        "Rebels/NNS/2/nsubj fled/VBD/0/root ,/,/5/punct police/NNS/5/nsubj said/VBD/2/conj",
        {"said": ("fled", "parataxis"), "police": ("said", "nsubj")},
    ),
    "what was said before the verb": (
        "Jets/NNS/3/nsubj will/MD/3/aux bomb/VB/7/advcl it/PRP/3/obj ,/,/7/punct"
        " monks/NNS/7/nsubj said/VBD/0/root",
        {"bomb": ("said", "ccomp")},
    ),
    "a participle in the place of its verb": (
        "A/DT/2/det strike/NN/5/nsubj on/IN/4/case camps/NNS/2/nmod crowded/VBD/0/root"
        " with/IN/7/case people/NNS/5/obl killed/VBN/7/acl ten/CD/8/obj",
        {"strike": ("killed", "nsubj"), "killed": ("killed", "ROOT"), "crowded": ("camps", "acl")},
    ),
    "a result hung on an aside": (
        "Shells/NNS/2/nsubj fell/VBD/0/root as/IN/5/mark people/NNS/5/nsubj slept/VBD/2/advcl"
        " ,/,/7/punct killing/VBG/5/advcl ten/CD/7/obj",
        {"killing": ("fell", "advcl")},
    ),
    "a name and an adjective share their noun": (
        "US/NNP/5/nsubj/GPE and/CC/3/cc Ukrainian/JJ/1/conj/NORP envoys/NNS/3/flat met/VBD/0/root",
        {"US": ("envoys", "amod"), "Ukrainian": ("envoys", "amod")},
    ),
    "a finite verb at the root noun": (
        "The/DT/2/det strike/NN/0/root killed/VBD/2/acl ten/CD/3/obj",
        {"strike": ("killed", "nsubj"), "killed": ("killed", "ROOT")},
    ),
    "a finite verb below a noun's own noun": (
        "A/DT/2/det strike/NN/0/root on/IN/4/case Kyiv/NNP/2/nmod/GPE"
        " killed/VBD/4/acl ten/CD/5/obj",
        {"strike": ("killed", "nsubj"), "Kyiv": ("strike", "nmod"), "killed": ("killed", "ROOT")},
    ),
    "a subject under a preposition": (
        "A/DT/2/det strike/NN/0/root on/IN/4/case Kyiv/NNP/5/nsubj/GPE"
        " killed/VBD/2/acl ten/CD/5/obj",
        {"strike": ("killed", "nsubj"), "Kyiv": ("strike", "nmod")},
    ),
    "a clause of time taken for a phrase": (
        "Kenya/NNP/2/nsubj/GPE met/VBD/0/root after/IN/5/case a/DT/5/det strike/NN/2/obl"
        " killed/VBD/5/acl ten/CD/6/obj",
        {"strike": ("killed", "nsubj"), "killed": ("met", "advcl"), "after": ("killed", "mark")},
    ),
    "a participle for a main verb": (
        "Kenya/NNP/3/compound/GPE eased/VBN/3/amod restrictions/NNS/0/root on/IN/5/case"
        " rebels/NNS/3/nmod",
        {"Kenya": ("eased", "nsubj"), "eased": ("eased", "ROOT"), "restrictions": ("eased", "obj")},
    ),
    "a captive's noun": (
        "Rebels/NNS/2/nsubj took/VBD/0/root the/DT/5/det mayor/NN/5/compound hostage/NN/2/obj",
        {"mayor": ("took", "obj"), "hostage": ("took", "xcomp"), "the": ("mayor", "det")},
    ),
    "an owner coordinated with what is owned": (
        "Ministers/NNS/6/nsubj of/IN/3/case Egypt/NNP/1/nmod/GPE and/CC/5/cc Sudan/NNP/1/conj/GPE"
        " met/VBD/0/root",
        {"Sudan": ("Egypt", "conj")},
    ),
    "those blamed below the deed": (
        "Kenya/NNP/2/nsubj/GPE blamed/VBD/0/root the/DT/4/det raid/NN/2/obj on/IN/6/case"
        " rebels/NNS/4/nmod",
        {"rebels": ("blamed", "obl")},
    ),
    "the subject of an auxiliary": (
        "The/DT/2/det mayor/NN/3/nsubj got/VBD/4/aux:pass killed/VBN/0/root",
        {"mayor": ("killed", "nsubj")},
    ),
    "an adjective for a subject": (
        "Heavy/JJ/2/nsubj fighting/VBG/3/csubj killed/VBD/0/root ten/CD/3/obj",
        {"Heavy": ("fighting", "amod"), "fighting": ("killed", "nsubj")},
    ),
    "an infinitive below a verb as if it described it": (
        "Rebels/NNS/2/nsubj plan/VBP/0/root to/TO/4/mark shell/VB/2/acl Kyiv/NNP/4/obj/GPE",
        {"shell": ("plan", "xcomp")},
    ),
    "between two numbers": (
        "Jets/NNS/2/nsubj killed/VBD/0/root/-/kill between/IN/7/case ten/CD/7/nummod and/CC/6/cc"
        " twelve/CD/4/conj men/NNS/2/obl",
        {"men": ("killed", "obj"), "between": ("men", "advmod")},
    ),
    "what was claimed, without that": (
        "He/PRP/2/nsubj denied/VBD/0/root claims/NNS/2/obj/-/claim rebels/NNS/5/nsubj"
        " took/VBD/3/acl:relcl Kessa/NNP/5/obj/GPE",
        {"took": ("claims", "acl")},
    ),
    "who is freed, not free": (
        "Kenya/NNP/2/nsubj/GPE left/VBD/0/root in/IN/6/mark order/NN/3/fixed to/IN/6/mark"
        " free/JJ/7/amod men/NNS/2/obl",
        {"free": ("left", "advcl"), "men": ("free", "obj")},
    ),
}
RIGHT = {
    "a clipped sentence that opens with its verb": (
        "Calls/VBZ/0/root envoy/NN/1/obj after/IN/4/mark talks/NNS/5/nsubj fail/VBP/1/advcl",
        {"Calls": ("Calls", "ROOT"), "fail": ("Calls", "advcl")},
    ),
    "claims that somebody made": (
        "He/PRP/2/nsubj denied/VBD/0/root claims/NNS/2/obj/-/claim rebels/NNS/5/nsubj"
        " made/VBD/3/acl:relcl",
        {"made": ("claims", "acl:relcl")},
    ),
    "a claim that changes things": (
        "He/PRP/2/nsubj denied/VBD/0/root claims/NNS/2/obj/-/claim that/WDT/5/nsubj"
        " changed/VBD/3/acl:relcl it/PRP/5/obj",
        {"changed": ("claims", "acl:relcl")},
    ),
    "fighting between two is not done to them": (
        "Clashes/NNS/2/nsubj erupted/VBD/0/root/-/erupt between/IN/4/case factions/NNS/2/obl"
        " and/CC/6/cc police/NNS/4/conj",
        {"factions": ("erupted", "obl")},
    ),
    "who speaks as well": (
        "Rebels/NNS/2/nsubj fled/VBD/0/root and/CC/5/cc police/NNS/5/nsubj spoke/VBD/2/conj//say",
        {"spoke": ("fled", "conj")},
    ),
    "two states share a noun": (
        "Chad/NNP/4/compound/GPE and/CC/3/cc Mali/NNP/1/conj/GPE talks/NNS/5/nsubj"
        " failed/VBD/0/root",
        {"Chad": ("talks", "compound"), "Mali": ("Chad", "conj")},
    ),
    "two acronyms and a nation share a noun": (
        "US/NNP/4/amod/GPE and/CC/3/cc Malian/JJ/4/amod/NORP envoys/NNS/5/nsubj met/VBD/0/root",
        {"US": ("envoys", "amod"), "Malian": ("envoys", "amod")},
    ),
    "what a claim says": (
        "Kenya/NNP/2/nsubj/GPE denied/VBD/0/root the/DT/4/det claim/NN/2/obj that/IN/7/mark"
        " rebels/NNS/7/nsubj fled/VBD/4/acl",
        {"fled": ("claim", "acl")},
    ),
    "whom they fought were killed": (
        "Troops/NNS/2/nsubj clashed/VBD/0/root with/IN/4/case rebels/NNS/2/obl killed/VBN/4/acl"
        " yesterday/NN/5/obl",
        {"killed": ("rebels", "acl"), "clashed": ("clashed", "ROOT")},
    ),
    "two names": (
        "Kenya/NNP/5/nsubj/GPE and/CC/4/cc Ugandan/JJ/4/amod/NORP envoys/NNS/1/conj met/VBD/0/root",
        {"Kenya": ("met", "nsubj"), "envoys": ("Kenya", "conj")},
    ),
    "a name under a preposition": (
        "Envoys/NNS/6/nsubj of/IN/3/case US/NNP/1/nmod/GPE and/CC/5/cc Ukrainian/JJ/3/conj/NORP"
        " met/VBD/0/root",
        {"US": ("Envoys", "nmod")},
    ),
    "a reduced relative": (
        "The/DT/2/det town/NN/0/root shelled/VBD/2/acl by/IN/5/case rebels/NNS/3/obl:agent",
        {"town": ("town", "ROOT"), "shelled": ("town", "acl")},
    ),
    "a relative with its word": (
        "The/DT/2/det strike/NN/0/root that/WDT/4/nsubj killed/VBD/2/acl:relcl ten/CD/4/obj",
        {"strike": ("strike", "ROOT"), "killed": ("strike", "acl:relcl")},
    ),
    "a participle in a sentence with a verb": (
        "Kenya/NNP/3/compound/GPE imposed/VBN/3/amod restrictions/NNS/4/nsubj failed/VBD/0/root",
        {"restrictions": ("failed", "nsubj"), "imposed": ("restrictions", "amod")},
    ),
    "a country that acts beside others": (
        "Ministers/NNS/7/nsubj of/IN/3/case Egypt/NNP/1/nmod/GPE and/CC/6/cc the/DT/6/det"
        " rebels/NNS/1/conj met/VBD/0/root",
        {"rebels": ("Ministers", "conj")},
    ),
    "whom a deed was done to": (
        "Kenya/NNP/2/nsubj/GPE condemned/VBD/0/root the/DT/4/det raid/NN/2/obj on/IN/6/case"
        " rebels/NNS/4/nmod",
        {"rebels": ("raid", "nmod")},
    ),
    "a company of hostages": (
        "Rebels/NNS/2/nsubj met/VBD/0/root the/DT/5/det police/NN/5/compound hostage/NN/2/obj",
        {"police": ("hostage", "compound")},
    ),
    "an infinitive of a noun": (
        "A/DT/2/det plan/NN/5/nsubj to/TO/4/mark shell/VB/2/acl failed/VBD/0/root",
        {"shell": ("plan", "acl")},
    ),
    "a participle": (
        "The/DT/2/det strike/NN/0/root killing/VBG/2/acl ten/CD/3/obj",
        {"strike": ("strike", "ROOT"), "killing": ("strike", "acl")},
    ),
    "a phrase of place": (
        "Kenya/NNP/2/nsubj/GPE met/VBD/0/root in/IN/5/case a/DT/5/det town/NN/2/obl"
        " damaged/VBD/5/acl badly/RB/6/advmod",
        {"town": ("met", "obl"), "damaged": ("town", "acl")},
    ),
}


def _assert_tree(lines, expected):
    (read,) = read_sentences(parse(lines), load_lexicon().lemmas)
    found = {word.text: (word.head.text, word.dep) for word in read.words}
    found = {k: (h, "ROOT" if d == "root" else d) for k, (h, d) in found.items()}
    assert {text: found[text] for text in expected} == expected
    assert sum(word.is_root for word in read.words) == 1


@pytest.mark.parametrize(("lines", "expected"), SLIPS.values(), ids=SLIPS)
def test_slips_are_mended(lines, expected):
    _assert_tree(lines, expected)


PREDICATES = [
    ("Villagers/NNS/2/nsubj dread/NN/0/root a/DT/4/det raid/NN/2/obj", "VBP"),
    ("The/DT/2/det villagers/NNS/3/nsubj fears/NNS/0/root raids/NNS/3/obj", "VBZ"),
    ("It/PRP/3/nsubj is/VBZ/3/cop raid/NN/0/root", "NN"),
    ("The/DT/2/det raid/NN/0/root on/IN/4/case Goma/NNP/2/nmod", "NN"),
]


@pytest.mark.parametrize(("lines", "tag"), PREDICATES)
def test_a_noun_with_subject_and_object_is_a_verb(lines, tag):
    (read,) = read_sentences(parse(lines), load_lexicon().lemmas)
    assert [word.tag for word in read.words if word.is_root] == [tag]


@pytest.mark.parametrize(("lines", "expected"), RIGHT.values(), ids=RIGHT)
def test_right_parses_stay(lines, expected):
    _assert_tree(lines, expected)


@st.composite
def near_slips(draw):
    """A slip, or the right parse most like it, some of whose words hang somewhere else."""
    rows = [word.split("/") for word in draw(st.sampled_from(ALL)).split()]
    places = st.integers(1, len(rows))
    for _ in range(draw(st.integers(0, 5))):
        moved, head = draw(places), draw(places)
        if rows[moved - 1][2] != "0" and moved not in _way_up(rows, head):
            rows[moved - 1][2] = str(head)
            rows[moved - 1][3] = draw(st.sampled_from(DEPS))
    return " ".join("/".join(row) for row in rows)


def _way_up(rows, number):
    while number:
        yield number
        number = int(rows[number - 1][2])


ALL = [lines for lines, _ in (*SLIPS.values(), *RIGHT.values())]
DEPS = (
    "nsubj", "nsubj:pass", "obj", "obl", "nmod", "compound", "amod", "conj", "cc", "acl",
    "acl:relcl", "advcl", "ccomp", "appos", "flat", "aux", "case", "mark",
)  # fmt: skip


@given(near_slips())
@example(  # the noun before the participle hangs below it
    "A/DT/2/det strike/NN/5/nsubj on/IN/4/case camps/NNS/5/obj crowded/VBD/0/root"
    " with/IN/7/case people/NNS/5/obl killed/VBN/7/acl ten/CD/8/obj"
)
@example(  # the noun that two would describe hangs below the word between them
    "US/NNP/5/nsubj/GPE and/CC/5/cc Ukrainian/JJ/1/conj/NORP envoys/NNS/2/flat met/VBD/0/root"
)
def test_no_rule_ties_a_ring(lines):
    (read,) = read_sentences(parse(lines), load_lexicon().lemmas)
    (root,) = (word for word in read.words if word.is_root)
    for word in read.words:
        above = list(islice(word.ancestors(), len(read.words)))
        assert (above[-1] if above else word) is root
