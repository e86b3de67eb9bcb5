import pytest

from kg.claims.coding import check_quads, code_mention, entry_of
from kg.errors import KgError, LexiconError
from tests.claims.by_hand import make_article, make_lexicon, make_mention, span_of

# text, action, mode
MODES = [
    ("It attacked with warplanes", "attacked", "aerial"),
    ("It attacked from the air", "attacked", "aerial"),
    ("An air-strike attacked it", "attacked", "aerial"),
    ("An airstrike attacked it", "attacked", "aerial"),
    ("Drones attacked it", "attacked", "drone"),
    ("Its drone attacked the bomber", "attacked", "drone"),
    ("It attacked the drone with an air strike", "attacked", "aerial"),
    ("Rockets were launched as drones attacked", "attacked", "drone"),
    ("It was shelling the town", "shelling", "heavy-weapons"),
    ("It shipped arms", "shipped", "heavy-weapons"),
    ("Armed men attacked", "attacked", None),
    ("It banned them", "banned", "beat"),
    ("It is beating them", "beating", "beat"),
    ("It attacked them", "attacked", None),
]


def _code(text, action, quads="plover", **fields):
    events = make_lexicon().events
    mention = make_mention(text, action, **fields)
    entry = entry_of(events, mention)
    return code_mention(make_article(text), mention, entry, events, quads=quads)


@pytest.mark.parametrize(("text", "action", "mode"), MODES, ids=[row[0] for row in MODES])
def test_mode_is_told_by_words_of_the_scope(text, action, mode):
    assert _code(text, action).mode == mode


def test_mode_words_beyond_the_scope_do_not_count():
    text = "It attacked them, and drones fell"
    assert _code(text, "attacked", scope=(span_of(text, "It attacked them"),)).mode is None


def test_mode_is_told_by_the_lemma_where_the_form_hides_it():
    assert _code("It smote them", "smote", lemma="beat").mode == "beat"


def test_mode_of_the_entry_goes_first():
    codes = _code("It shot drones", "shot", entry="ASSAULT.shoot")
    assert (codes.mode, codes.cameo, codes.intensity) == ("firearms", "193", -9.0)


@pytest.mark.parametrize(
    ("text", "entry", "cameo", "intensity"),
    [
        ("It attacked drones", "ASSAULT.attack", "196", -9.4),
        ("It attacked them", "ASSAULT.attack", "180", -9.0),
        ("It attacked drones", "ASSAULT.poison", "204", -9.4),
        ("It attacked them", "MOBILIZE.deploy", "150", -5.5),
    ],
)
def test_cameo_and_intensity_come_from_the_nearest_that_states_them(text, entry, cameo, intensity):
    codes = _code(text, "attacked", entry=entry)
    assert (codes.cameo, codes.intensity) == (cameo, intensity)


@pytest.mark.parametrize(
    ("entry", "quads", "quad"),
    [
        ("SANCTION.halt", "plover", 4),
        ("SANCTION.halt", "gdelt", 4),
        ("SANCTION.halt", "phoenix", 3),
        ("MOBILIZE.deploy", "phoenix", 4),
        ("AID.learned", "gdelt", 2),
    ],
)
def test_quad_comes_from_the_named_table(entry, quads, quad):
    assert _code("It attacked", "attacked", quads, entry=entry).quad == quad


def test_check_quads_names_the_tables_that_exist():
    with pytest.raises(LexiconError, match=r"'goldstein' does not exist.*plover, gdelt, phoenix"):
        check_quads(make_lexicon().events, "goldstein")


def test_entry_of_another_lexicon_is_an_error_that_says_so():
    mention = make_mention("It attacked", "attacked", entry="ASSAULT.unheard-of")
    with pytest.raises(KgError, match=r"article a-1: .*ASSAULT\.unheard-of"):
        entry_of(make_lexicon().events, mention)


def test_contexts_are_told_by_words_of_the_whole_sentence():
    text = "Armies met as terrorists and suicide bombers hit two embassies"
    codes = _code(text, "met", scope=(span_of(text, "Armies met"),))
    assert codes.contexts == ("diplomatic", "military", "terrorism")
