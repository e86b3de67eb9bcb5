"""The event lexicon: its files keep what they promise, and bad files name all their faults."""

import re
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import kg.lexicons
from kg.errors import LexiconError
from kg.lexicons import TriggerKind, lemmas_of
from kg.lexicons.event_loading import load_events
from kg.lexicons.faults import Faults
from kg.lexicons.word_classes import WordClasses
from kg.model import EventType

DATA = Path(kg.lexicons.__file__).parent / "data"

# PLOVER manual, draft 2.0: quad, score and modes of each type. ACCUSE is printed 3 and read −3;
# `vandalize` has no score and takes its type's; SANCTION has quad 4 in its own section.
PLOVER = {
    "AGREE": (1, 2.5, {}),
    "CONSULT": (1, 2.5, {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5}),
    "SUPPORT": (1, 5, {}),
    "CONCEDE": (1, 4.5, {}),
    "COOPERATE": (2, 9.5, {}),
    "AID": (2, 10, {}),
    "RETREAT": (
        2,
        6.5,
        {
            "withdraw": 8,
            "release": 6.5,
            "disarm": 10,
            "ceasefire": 7.5,
            "access": 6.5,
            "resign": 4.5,
        },
    ),
    "REQUEST": (3, 0, {"assist": 0.5, "change": -1, "yield": -1, "meet": 0}),
    "ACCUSE": (3, -3, {"disapprove": -2, "investigate": -3.5, "allege": -3.5}),
    "REJECT": (3, -2, {"assist": -1.5, "change": -2, "yield": -2, "meet": -2}),
    "THREATEN": (
        3,
        -3.5,
        {
            "restrict": -3,
            "arrest": -3.5,
            "relations": -3.5,
            "expel": -3.5,
            "territory": -4,
            "violence": -3.5,
        },
    ),
    "PROTEST": (
        4,
        -5,
        {
            "demo": -5,
            "riot": -7,
            "strike": -5,
            "hunger": -4.5,
            "boycott": -4.5,
            "obstruct": -4.5,
            "vandalize": -5,
        },
    ),
    "SANCTION": (4, -6, {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6}),
    "MOBILIZE": (4, -5.5, {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6}),
    "COERCE": (
        4,
        -7,
        {
            "seize": -7,
            "restrict": -7,
            "censor": -6.5,
            "curfew": -6.5,
            "martial-law": -7.5,
            "arrest": -7,
            "deport": -7,
            "withhold": -7,
            "misinformation": -6.5,
            "cyber": -7,
        },
    ),
    "ASSAULT": (
        4,
        -9,
        {
            "abduct": -8.5,
            "beat": -7.5,
            "torture": -8.5,
            "sexual": -8.5,
            "targeted": -9.5,
            "destroy": -8.5,
            "primitive": -8,
            "firearms": -9,
            "explosives": -9,
            "suicide-attack": -9.5,
            "aerial": -9.5,
            "drone": -9.5,
            "heavy-weapons": -9.5,
            "crowd-control": -7.5,
            "unconventional": -10,
        },
    ),
}

FRAMES = """
[transitive]
actor = ["subject"]
target = ["object"]
noun_actor = ["by"]
noun_target = ["of"]
"""

LEARNED = """
obligation = "REQUEST"
refusal = "REQUEST"

[REQUEST]
frame = "transitive"
"""

PROTEST = """
[type]
name = "PROTEST"
label = "Protest"
definition = "Citizens show dissent."
quad = 4
intensity = -5.0
cameo = "140"

[[mode]]
name = "strike"
cameo = "143"
words = ["strike"]

[[entry]]
id = "march"
verbs = ["march on", "march"]
nouns = ["protest march"]
phrases = ["take street"]
frame = "transitive"
examples = ["Students marched on the palace."]
"""


@pytest.fixture(scope="module")
def events():
    faults = Faults()
    lexicon = load_events(DATA, faults)
    assert list(faults) == []
    return lexicon


CLASSES = """
[squares]
definition = "Where crowds meet."
words = ["market square", "square"]
"""


CONVENTIONS = (
    "convention\twhen\tevent_type\tmode\trecorded_as\tcameo\n"
    "cameo\tplanned\tPROTEST\t\tTHREATEN\t133\n"
    "cameo\tplaced\tPROTEST\tstrike\t\t\n"
)


def _write(folder, **files):
    (folder / "events").mkdir()
    (folder / "frames.toml").write_text(FRAMES, encoding="utf-8")
    (folder / "contexts.toml").write_text("", encoding="utf-8")
    (folder / "learned.toml").write_text(LEARNED, encoding="utf-8")
    (folder / "word_classes.toml").write_text(CLASSES, encoding="utf-8")
    (folder / "conventions.tsv").write_text(CONVENTIONS, encoding="utf-8")
    for name, text in files.items():
        (folder / "events" / f"{name}.toml").write_text(text, encoding="utf-8")


def _load(folder, **files):
    _write(folder, **files)
    faults = Faults()
    return load_events(folder, faults), [f for f in faults if "no file describes" not in f]


def _irregular():
    rows = (DATA / "irregular_verbs.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if row[:1] != "#")
    return {form: lemma for lemma, forms in pairs for form in forms.split()}


def _is_form(word, lemma, irregular):
    stem = lemma[: max(3, len(lemma) - 1)]
    return (
        word.startswith(stem)
        or lemma in lemmas_of(word)
        or irregular.get(word) == lemma
        or (lemma == "be" and word in {"is", "was", "are", "were"})
        or (lemma == "life" and word == "lives")
    )


def _holds(sentence, trigger, irregular):
    words = re.findall(r"[\w'’]+", sentence.lower())
    return all(any(_is_form(w, lemma, irregular) for w in words) for lemma in trigger.lemmas)


def _named(pairs):
    return [pytest.param(*pair, id=str(pair[0])) for pair in pairs]


@pytest.mark.parametrize(("name", "facts"), _named(PLOVER.items()))
def test_types_keep_quad_and_score_of_the_manual(events, name, facts):
    quad, score, _ = facts
    entry = events.types[EventType(name)]
    assert (entry.quad, entry.intensity) == (quad, score)


@pytest.mark.parametrize(("name", "facts"), _named(PLOVER.items()))
def test_types_have_the_modes_and_scores_of_the_manual(events, name, facts):
    modes = events.types[EventType(name)].modes
    assert {mode: modes[mode].intensity for mode in modes} == facts[2]


def test_every_mode_has_words_unless_entries_fix_it(events):
    fixed = {(e.event_type, e.mode) for e in events.entries.values()}
    silent = [
        f"{name}.{mode.name}"
        for name, entry in events.types.items()
        for mode in entry.modes.values()
        if not mode.words and (name, mode.name) not in fixed
    ]
    assert silent == []


def test_cameo_codes_are_strings_of_two_to_four_digits(events):
    codes = [entry.cameo for entry in events.entries.values() if entry.cameo is not None]
    for entry in events.types.values():
        codes += [entry.cameo, *(mode.cameo for mode in entry.modes.values())]
    assert [code for code in codes if not re.fullmatch(r"\d{2,4}", code)] == []


def test_every_example_holds_the_words_of_a_trigger(events):
    irregular = _irregular()
    silent = [
        f"{entry.id}: {example}"
        for entry in events.entries.values()
        for example in entry.examples
        if not any(_holds(example, trigger, irregular) for trigger in entry.triggers)
    ]
    assert silent == []


def test_examples_stand_under_one_entry_only(events):
    counts = Counter(example for entry in events.entries.values() for example in entry.examples)
    assert [example for example, times in counts.items() if times > 1] == []


def test_no_sentence_is_example_and_counterexample_of_one_entry(events):
    assert [e.id for e in events.entries.values() if {*e.examples} & {*e.counterexamples}] == []


def test_no_trigger_stands_twice_under_one_type(events):
    counts = Counter(
        (str(entry.event_type), str(trigger.kind), " ".join(trigger.lemmas))
        for entry in events.entries.values()
        for trigger in entry.triggers
    )
    assert [wording for wording, times in counts.items() if times > 1] == []


def test_types_that_share_a_trigger_need_further_words_but_for_one(events):
    plain = defaultdict(list)
    for entry in events.entries.values():
        if not entry.requires:
            for trigger in entry.triggers:
                plain[f"{trigger.kind} {' '.join(trigger.lemmas)}"].append(entry.id)
    assert {wording: ids for wording, ids in plain.items() if len(ids) > 1} == {}


def test_triggers_and_word_lists_are_lower_case_lemmas(events):
    odd = [
        word
        for entry in events.entries.values()
        for word in (
            *entry.requires,
            *entry.excludes,
            *(w for t in entry.triggers for w in t.lemmas),
        )
        if word != word.lower().strip() or not word
    ]
    assert odd == []


def test_no_word_is_required_and_excluded_at_once(events):
    assert [e.id for e in events.entries.values() if {*e.requires} & {*e.excludes}] == []


def test_precision_is_a_share(events):
    assert [e.id for e in events.entries.values() if not 0 < e.precision <= 1] == []


def test_triggers_are_found_by_their_head_the_longest_first(events):
    for table in (events.by_verb, events.by_noun):
        for lemma, pairs in table.items():
            assert {trigger.head for trigger, _ in pairs} == {lemma}
            lengths = [len(trigger.lemmas) for trigger, _ in pairs]
            assert lengths == sorted(lengths, reverse=True)


def test_a_small_lexicon_is_read_whole(tmp_path):
    lexicon, faults = _load(tmp_path, protest=PROTEST)
    assert faults == []
    entry = lexicon.entries["PROTEST.march"]
    assert [(t.kind, t.lemmas) for t in entry.triggers] == [
        (TriggerKind.VERB, ("march", "on")),
        (TriggerKind.VERB, ("march",)),
        (TriggerKind.NOUN, ("protest", "march")),
        (TriggerKind.PHRASE, ("take", "street")),
    ]
    assert lexicon.types[EventType.PROTEST].modes["strike"].intensity == -5.0
    assert [t.lemmas for t, _ in lexicon.by_verb["march"]] == [("march", "on"), ("march",)]
    assert [*lexicon.by_noun] == ["march"]
    convention = lexicon.conventions["cameo"]
    assert convention.codes == {"133"}
    assert convention.is_placed(EventType.PROTEST, "strike")
    assert not convention.is_placed(EventType.PROTEST, None)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("planned", "plotted", "'plotted' is none of planned, denied, coded, placed"),
        ("THREATEN", "THREAT", "recorded_as 'THREAT' is none of"),
        ("133", "", "cameo is empty"),
        ("strike", "sit-in", "mode 'sit-in' is none of PROTEST's"),
        ("planned\tPROTEST", "planned\tFIGHT", "event_type 'FIGHT' is none of"),
    ],
)
def test_fault_of_a_convention_is_named(tmp_path, old, new, fault):
    _write(tmp_path, protest=PROTEST)
    assert old in CONVENTIONS
    path = tmp_path / "conventions.tsv"
    path.write_text(CONVENTIONS.replace(old, new), encoding="utf-8")
    faults = Faults()
    load_events(tmp_path, faults)
    assert any(fault in told for told in faults)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        pytest.param(
            'frame = "transitive"', 'frame = "oblique"', "march: frame 'oblique'", id="frame"
        ),
        pytest.param('id = "march"', 'id = "march"\nmode = "sit-in"', "mode 'sit-in'", id="mode"),
        pytest.param('id = "march"', 'id = "march"\nneeds = ["crowd"]', "'crowd'", id="needs"),
        pytest.param('id = "march"', 'id = "march"\nverb = ["go"]', "'verb' is no key", id="key"),
        pytest.param('cameo = "143"', "cameo = 143", "strike: cameo 143", id="cameo as number"),
        pytest.param('cameo = "140"', 'cameo = "14th"', "type: cameo '14th'", id="cameo"),
        pytest.param('label = "Protest"\n', "", "type: label is missing", id="label"),
        pytest.param(
            'examples = ["Students marched on the palace."]', "", "has no example", id="no example"
        ),
        pytest.param('name = "PROTEST"', 'name = "STRIKE"', "'STRIKE' is none of", id="type"),
        pytest.param(
            'id = "march"', 'id = "march"\nobjects = ["parks"]', "objects 'parks'", id="class"
        ),
        pytest.param("[type]", "[type", "file: is not TOML", id="syntax"),
    ],
)
def test_a_fault_names_its_file_and_place(tmp_path, old, new, fault):
    assert old in PROTEST
    _, faults = _load(tmp_path, protest=PROTEST.replace(old, new, 1))
    assert any(f.startswith("protest.toml:") and fault in f for f in faults)


def test_an_entry_has_the_words_of_its_classes(tmp_path):
    text = PROTEST.replace('id = "march"', 'id = "march"\nobjects = ["squares"]', 1)
    lexicon, faults = _load(tmp_path, protest=text)
    assert faults == []
    assert lexicon.entries["PROTEST.march"].objects == {"market square", "square"}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("definition = ", "meaning = ", "'meaning' is no key"),
        ('"market square", ', '"square", ', "'square' stands twice"),
        ('words = ["market square", "square"]', "words = []", "needs a definition and words"),
    ],
)
def test_faults_of_word_classes_are_named(tmp_path, old, new, fault):
    assert old in CLASSES
    faults = Faults()
    WordClasses(tmp_path / "c.toml", tomllib.loads(CLASSES.replace(old, new, 1)), faults)
    assert any(f.startswith("c.toml:squares") and fault in f for f in faults)


def test_an_entry_without_triggers_is_a_fault(tmp_path):
    bare = re.sub(r"(verbs|nouns|phrases) = .*\n", "", PROTEST)
    _, faults = _load(tmp_path, protest=bare)
    assert faults == ["protest.toml:march: has neither verbs nor nouns nor phrases"]


def test_an_id_that_stands_twice_is_a_fault(tmp_path):
    again = PROTEST + PROTEST[PROTEST.index("[[entry]]") :]
    _, faults = _load(tmp_path, protest=again)
    assert len(faults) == 1
    assert "the id stands twice" in faults[0]


def test_types_without_a_file_are_faults(tmp_path):
    _write(tmp_path, protest=PROTEST)
    faults = Faults()
    load_events(tmp_path, faults)
    assert sorted(faults) == sorted(
        f"events:{name}: no file describes this type; add one"
        for name in EventType
        if name != EventType.PROTEST
    )


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("DEMAND", "REQUEST"),
        ("DISAPPROVE", "ACCUSE"),
        ("INVESTIGATE", "ACCUSE"),
        ("FIGHT", "ASSAULT"),
        ("YIELD", "CONCEDE or RETREAT"),
    ],
)
def test_names_of_2016_are_told_apart(tmp_path, old, today):
    text = PROTEST.replace('name = "PROTEST"', f'name = "{old}"')
    _, faults = _load(tmp_path, old=text)
    assert faults == [f"old.toml:type: {old} is a name of 2016; today it is {today}"]


def test_one_error_names_the_faults_of_all_files(tmp_path):
    wrong_frame = PROTEST.replace('frame = "transitive"', 'frame = "oblique"')
    wrong_name = PROTEST.replace('name = "PROTEST"', 'name = "FIGHT"')
    _write(tmp_path, one=wrong_frame, two=wrong_name)
    faults = Faults()
    load_events(tmp_path, faults)
    with pytest.raises(LexiconError) as caught:
        faults.raise_any()
    assert "one.toml:march" in str(caught.value)
    assert "two.toml:type" in str(caught.value)
