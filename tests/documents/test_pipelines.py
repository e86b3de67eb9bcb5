import pytest
import spacy

from kg.documents import annotate, load_pipeline, pipeline_version
from kg.errors import PipelineError
from kg.model import Article


def test_missing_pipeline_says_what_to_do():
    with pytest.raises(PipelineError, match="install it first") as error:
        load_pipeline("no_such_pipeline")
    assert "no_such_pipeline" in str(error.value)


def test_pipeline_without_parser_and_names_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(PipelineError, match="lacks a dependency parser and names"):
        load_pipeline(str(tmp_path))


def test_pipeline_of_another_language_is_refused(tmp_path):
    spacy.blank("de").to_disk(tmp_path)
    with pytest.raises(PipelineError, match="reads 'de'"):
        load_pipeline(str(tmp_path))


@pytest.mark.pipeline
def test_bundled_pipeline_has_a_version():
    assert pipeline_version(load_pipeline()).startswith("en_kg_news ")


@pytest.mark.pipeline
def test_annotate_keeps_order_and_offsets():
    texts = ("Rebels fled.\n\nTroops came.", "Police arrested “him”.", "Fin.")
    articles = [Article(id=str(n), text=text) for n, text in enumerate(texts)]
    pairs = list(annotate(articles, load_pipeline()))
    assert [article.id for article, _ in pairs] == ["0", "1", "2"]
    for article, doc in pairs:
        assert all(article.text[t.idx : t.idx + len(t.text)] == t.text for t in doc)


@pytest.mark.pipeline
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Volodymyr Zelenskiy met Emmanuel Macron in Paris.", {"PERSON", "GPE"}),
        ("NATO and the European Union condemned the attack.", {"ORG"}),
        ("Russian troops left Kherson.", {"NORP", "GPE"}),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_bundled_pipeline_finds_names(text, names):
    assert names <= {ent.label_ for ent in load_pipeline()(text).ents}


@pytest.mark.pipeline
def test_no_name_goes_over_a_line_break():
    doc = load_pipeline()("Attack on Kofi Annan\nKofi Annan was not hurt in Baghdad\n\nIraq mourns")
    assert doc.ents
    assert not any("\n" in ent.text for ent in doc.ents)
