"""The store: what is in it stays in it, and nothing else is taken for it."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from kg.errors import StoreError
from kg.graph import Standing, Store
from kg.graph.rows import articles_of
from kg.graph.schema import APPLICATION_ID, SCHEMA_VERSION
from kg.model import Article, Judgement, Resolution, Skip
from kg.resolution import resolve
from tests.samples import (
    sample_articles,
    sample_claims,
    sample_graph,
    sample_lexicon,
    sample_resolution,
)

ROOT = Path(__file__).parents[2]
JUDGEMENT = Judgement(
    kind="actor", left="xsu", right="xno", is_same=False, who="ann", when="2024-04-01", why="no"
)


def batch(articles=None):
    """Return articles, all of the sample if none are named, with their claims."""
    chosen = sample_articles() if articles is None else articles
    return [(a, [c for c in sample_claims() if c.article_id == a.id]) for a in chosen]


def merge(store):
    store.save_resolution(
        resolve(store.articles(), store.claims(), sample_lexicon(), judgements=store.judgements())
    )
    return store.load()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "graph.kg"


@pytest.fixture
def filled(path):
    """The path of a store that holds the whole sample."""
    with Store.open(path, create=True) as store:
        store.add_many(batch())
        store.save_resolution(sample_resolution())
        store.add_skips(sample_graph().records.skips)
    return path


def test_what_was_written_is_read(filled):
    with Store.open(filled) as store:
        assert store.load() == sample_graph()


def test_standing_of_articles(filled):
    known = sample_articles()[0]
    with Store.open(filled) as store:
        assert store.standing(known) is Standing.SAME
        assert store.standing(replace(known, text=known.text + "!")) is Standing.CONFLICT
        assert store.standing(replace(known, id="a-new")) is Standing.NEW
        assert store.has(known.id)
        assert not store.has("a-new")


def test_article_that_is_stored_is_not_written_again(filled):
    changed = replace(sample_articles()[0], text="Other words.")
    with Store.open(filled) as store:
        assert store.add_many(batch()) == (Standing.SAME,) * len(sample_articles())
        assert store.add(changed, ()) is Standing.CONFLICT
        assert store.load() == sample_graph()


def test_batch_is_written_whole_or_not_at_all(path):
    first, second = sample_articles()[:2]
    claim = sample_claims()[0]
    with Store.open(path, create=True) as store:
        with pytest.raises(StoreError, match=f"article '{second.id}': two of its claims share"):
            store.add_many([(first, [claim]), (second, [claim])])
        assert store.articles() == store.claims() == ()


def test_new_articles_call_for_a_new_merging(path):
    with Store.open(path, create=True) as store:
        assert store.is_resolved
        store.add_many(batch(sample_articles()[:1]))
        assert not store.is_resolved
        with pytest.raises(StoreError, match="stopped before merging; run `kg build`"):
            store.load()
        merge(store)
        assert store.is_resolved


def test_judgement_calls_for_a_new_merging(filled):
    with Store.open(filled) as store:
        store.add_judgement(JUDGEMENT)
        assert not store.is_resolved


def test_later_judgement_on_a_pair_takes_the_place_of_the_earlier(path):
    reversed_ = replace(JUDGEMENT, left="xno", right="xsu", is_same=True)
    with Store.open(path, create=True) as store:
        store.add_judgement(JUDGEMENT)
        store.add_judgement(replace(JUDGEMENT, kind="event"))
        store.add_judgement(reversed_)
        assert store.judgements() == (reversed_, replace(JUDGEMENT, kind="event"))


def test_skips_are_kept_once_until_they_are_cleared(path):
    skip = Skip(where="x.txt", reason="empty")
    with Store.open(path, create=True) as store:
        store.add_skips([skip, skip])
        store.add_skips([skip])
        assert store.skips() == (skip,)
        store.clear_skips()
        assert store.skips() == ()


def test_meta_is_kept(path):
    with Store.open(path, create=True) as store:
        assert store.get_meta("lexicon") is None
        store.set_meta("lexicon", "abc")
        store.set_meta("lexicon", "def")
    with Store.open(path) as store:
        assert store.get_meta("lexicon") == "def"


@pytest.mark.parametrize("removed", [article.id for article in sample_articles()])
def test_removed_article_leaves_the_graph_without_it(tmp_path, removed):
    rest = [article for article in sample_articles() if article.id != removed]
    with Store.open(tmp_path / "all.kg", create=True) as store:
        store.add_many(batch())
        merge(store)
        store.remove(removed)
        shrunk = merge(store)
    with Store.open(tmp_path / "rest.kg", create=True) as store:
        store.add_many(batch(rest))
        assert merge(store) == shrunk


def test_removing_what_is_not_there_is_an_error(filled):
    with Store.open(filled) as store, pytest.raises(StoreError, match="holds no article 'a-9'"):
        store.remove("a-9")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.permutations(sample_articles()))
def test_order_and_repetition_of_builds_do_not_matter(tmp_path_factory, order):
    path = tmp_path_factory.mktemp("store") / "graph.kg"
    with Store.open(path, create=True) as store:
        for article in (*order, *order[:2]):
            store.add_many(batch([article]))
            merge(store)
        found = store.load().records
    assert found.events == resolve(sample_articles(), sample_claims(), sample_lexicon()).events


def test_event_that_gets_an_earlier_report_is_still_found(path):
    by_id = {article.id: article for article in sample_articles()}
    with Store.open(path, create=True) as store:
        store.add_many(batch([by_id["a-wire-1"]]))
        before = merge(store)
        struck = next(claim for claim in store.claims() if claim.action.text == "struck")
        old_id = before.event_of(struck.id)
        store.add_many(batch([by_id["a-herald-1"]]))
        new_id = merge(store).event_of(struck.id)
        assert old_id != new_id
        assert store.current_event_id(old_id) == new_id
        assert store.current_event_id(new_id) == new_id
        store.remove("a-herald-1")
        merge(store)
        assert store.current_event_id(old_id) == old_id
        assert store.current_event_id(new_id) == old_id


def test_forwards_are_no_part_of_the_graph(filled):
    with Store.open(filled) as store:
        before = store.load()
        store.save_resolution(Resolution())
        store.save_resolution(sample_resolution())
        assert store.load() == before


def test_any_text_can_be_stored(path):
    articles = [
        Article(id=f"a-{i}", text=text, title=text, source=text)
        for i, text in enumerate(["\ud800", "\x00", "a\u2028b", "'; DROP TABLE articles; --", ""])
    ]
    with Store.open(path, create=True) as store:
        store.add_many((article, ()) for article in articles)
        assert store.articles() == tuple(articles)


def test_id_that_is_no_text_is_refused(path):
    with Store.open(path, create=True) as store:
        with pytest.raises(StoreError, match="give the article another id"):
            store.add(Article(id="a-\ud800", text="x"), ())
        assert store.articles() == ()


def write_empty(path):
    path.touch()


def write_text(path):
    path.write_text("Dear diary, " * 100, encoding="utf-8")


def write_short_text(path):
    path.write_text("note", encoding="utf-8")


def write_foreign(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE places (url TEXT)")
    connection.close()


def set_pragma(name, value):
    def write(path):
        Store.open(path, create=True).close()
        connection = sqlite3.connect(path)
        connection.execute(f"PRAGMA {name} = {value}")
        connection.close()

    return write


def write_truncated(path):
    with Store.open(path, create=True) as store:
        store.add_many(batch())
        store.save_resolution(sample_resolution())
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def run_sql(sql):
    def write(path):
        with Store.open(path, create=True) as store:
            store.add_many(batch())
            store.save_resolution(sample_resolution())
        connection = sqlite3.connect(path)
        connection.execute(sql)
        connection.commit()
        connection.close()

    return write


def change_record(table, old, new):
    def write(path):
        with Store.open(path, create=True) as store:
            store.add_many(batch())
            store.save_resolution(sample_resolution())
        connection = sqlite3.connect(path)
        connection.execute(f"UPDATE {table} SET record = replace(record, ?, ?)", (old, new))
        connection.commit()
        connection.close()

    return write


BAD_FILES = {
    "missing": (lambda path: None, "there is no store; make one with `kg build`"),
    "a folder": (Path.mkdir, "is a folder; name the file in it"),
    "empty": (write_empty, "is empty; make a store"),
    "no database": (write_text, "it is no store of kg; choose another path"),
    "no database, and short": (write_short_text, "it is no store of kg; choose another path"),
    "another program's": (write_foreign, "is a database of another program"),
    "another program's, marked": (set_pragma("application_id", 7), "another program"),
    "newer": (
        set_pragma("user_version", SCHEMA_VERSION + 1),
        f"has layout {SCHEMA_VERSION + 1}, this program reads {SCHEMA_VERSION}; install a newer",
    ),
    "older": (set_pragma("user_version", 0), "has layout 0, which this program no longer reads"),
    "truncated": (write_truncated, "is damaged; restore a copy, or delete it and build again"),
    "changed text": (change_record("articles", "Kessa", "Kassa"), "its text is damaged"),
    "broken record": (change_record("claims", "{", "["), "a record cannot be read"),
    "link to no actor": (run_sql("UPDATE actor_links SET actor_id = 'x'"), "'x' is named and not"),
    "link to no event": (run_sql("UPDATE event_links SET event_id = 'e'"), "'e' is named and not"),
    "link of no article": (run_sql("UPDATE actor_links SET article_id = 'x'||rowid"), "not there"),
    "link that is no text": (
        run_sql("UPDATE event_links SET claim_id = x'00' WHERE rowid = 1"),
        "link cannot be read",
    ),
    "other actor": (change_record("events", '"xno"', '"xnn"'), "'xnn' is named and not there"),
    "no text": (run_sql("UPDATE claims SET record = CAST(x'd6' AS TEXT)"), "it is damaged"),
    "number": (run_sql("UPDATE events SET record = 7"), "a record cannot be read"),
    "record of another layout": (change_record("events", '"quad"', '"squad"'), "cannot be read"),
}


@pytest.mark.parametrize(("write", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_file_that_is_no_sound_store_is_refused(path, write, message):
    write(path)
    with pytest.raises(StoreError) as caught, Store.open(path) as store:
        store.load()
    assert message in str(caught.value)


@pytest.mark.parametrize("write", [write_text, write_short_text, write_foreign])
def test_foreign_file_is_never_written(path, write):
    write(path)
    before = path.read_bytes()
    with pytest.raises(StoreError):
        Store.open(path, create=True)
    assert path.read_bytes() == before


def test_empty_file_becomes_a_store_when_asked(path):
    path.touch()
    with Store.open(path, create=True) as store:
        assert store.articles() == ()


def test_file_is_marked_as_ours(filled):
    connection = sqlite3.connect(filled)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()


def test_locked_store_says_who_is_to_wait(filled, monkeypatch):
    monkeypatch.setattr("kg.graph.schema.BUSY_SECONDS", 0.01)
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreError, match="locked; another program is writing to it; wait"):
            Store.open(filled)
    finally:
        other.close()


def test_store_that_is_written_can_be_read_meanwhile(filled):
    with Store.open(filled) as writer, Store.open(filled) as reader:
        writer.add_judgement(JUDGEMENT)
        assert reader.judgements() == (JUDGEMENT,)


def test_store_can_be_written_while_a_large_graph_is_being_made(filled, monkeypatch):
    monkeypatch.setattr("kg.graph.schema.BUSY_SECONDS", 0.01)

    def slowly(rows):
        with Store.open(filled) as writer:
            writer.add_judgement(JUDGEMENT)
        return articles_of(rows)

    monkeypatch.setattr("kg.graph.store.articles_of", slowly)
    with Store.open(filled) as reader:
        assert reader.load() == sample_graph()
    with Store.open(filled) as store:
        assert store.judgements() == (JUDGEMENT,)


def test_damaged_event_is_no_hindrance_to_merging_anew(filled):
    change_record("events", '"quad"', '"squad"')(filled)
    with Store.open(filled) as store:
        store.save_resolution(sample_resolution())
        assert store.load() == sample_graph()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_write_protected_store_can_be_read(filled):
    filled.chmod(0o444)
    with Store.open(filled) as store:
        assert store.load() == sample_graph()
        with pytest.raises(StoreError, match="write-protected"):
            store.add_judgement(JUDGEMENT)


def test_store_is_one_file(filled):
    assert [each.name for each in filled.parent.iterdir()] == ["graph.kg"]


BUILD = """
    import sys
    from kg.graph import Store
    from kg.model import Article

    with Store.open(sys.argv[1], create=True) as store:
        for number in range(100_000):
            batch = [(Article(id=f"a-{number}-{i}", text="x" * 2000), ()) for i in range(3)]
            store.add_many(batch)
            print(number, flush=True)
"""


@pytest.mark.parametrize("batches", [1, 5, 20])
def test_killed_build_keeps_all_that_it_reported(path, batches):
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(BUILD), str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    reported = [int(process.stdout.readline()) for _ in range(batches)]
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    reported += [int(line) for line in rest.splitlines() if line.strip()]
    with Store.open(path, create=True) as store:
        ids = {article.id for article in store.articles()}
        expected = {f"a-{number}-{i}" for number in reported for i in range(3)}
        assert expected <= ids
        assert len(ids) % 3 == 0
        assert store.add(Article(id="a-more", text="y"), ()) is Standing.NEW
