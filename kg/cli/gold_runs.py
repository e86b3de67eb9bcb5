"""What `kg score` runs for each layout of gold: read it, run kg on its texts, compare."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any, Protocol

from kg.articles import read_articles
from kg.documents import load_pipeline, word_directions
from kg.graph import Store
from kg.lexicons import load_lexicon
from kg.model import Article, Claim
from kg.pipeline import BuildOptions, build, extract, extract_with_heads
from kg.resolution import resolve
from kg.scoring import (
    BCubed,
    ChainScores,
    ClaimScores,
    GoldSentence,
    Layout,
    Ratio,
    Share,
    label_found,
    label_given,
    read_chains,
    read_clusters,
    read_coded,
    read_factuality,
    read_gold,
    read_records,
    read_relations,
    read_toponyms,
    score_claims,
    score_coded,
    score_coreference,
    score_factuality,
    score_merging,
    score_records,
    score_relations,
    score_toponyms,
    with_countries,
)

__all__ = ["RUNS", "Record", "iter_merged_apart"]

Record = dict[str, Any]
Run = Callable[[Path, Path, BuildOptions], Record]


class _Sentence(Protocol):
    """A sentence of gold that is an article of its own."""

    @property
    def article_id(self) -> str: ...

    @property
    def text(self) -> str: ...


def _run_claims(gold: Path, folder: Path, options: BuildOptions) -> Record:
    sentences = read_gold(gold)
    if all(sentence.start == 0 for sentence in sentences):
        claims = _claims_of(sentences, options)
    else:
        claims = _extracted(_wanted(sentences, folder, options), options)
    return _claims_record(score_claims(sentences, claims))


def _wanted(
    sentences: Iterable[GoldSentence], folder: Path, options: BuildOptions
) -> list[Article]:
    ids = {sentence.article_id for sentence in sentences}
    found = read_articles([folder], options=options.read)
    return [article for article in found if isinstance(article, Article) and article.id in ids]


def _claims_of(sentences: Iterable[_Sentence], options: BuildOptions) -> list[Claim]:
    return _extracted([Article(id=s.article_id, text=s.text) for s in sentences], options)


def _extracted(articles: Iterable[Article], options: BuildOptions) -> list[Claim]:
    return [claim for _, claims in extract(articles, options=options) for claim in claims]


def _run_clusters(gold: Path, folder: Path, options: BuildOptions) -> Record:
    with (
        tempfile.TemporaryDirectory() as scratch,
        Store.open(Path(scratch) / "graph.kg", create=True) as store,
    ):
        build([folder], store, options=options)
        records = store.load().records
    scores = score_merging(
        read_clusters(gold), records.claims, records.event_links, records.actor_links
    )
    return {
        "events": _plain(scores.events) | {"gold_items": scores.events_gold},
        "actors": _plain(scores.actors) | {"gold_items": scores.actors_gold},
    }


def _run_relations(gold: Path, folder: Path, options: BuildOptions) -> Record:
    sentences = read_relations(gold)
    return _record(score_relations(sentences, _claims_of(sentences, options)))


def _run_records(gold: Path, folder: Path, options: BuildOptions) -> Record:
    sentences = read_records(gold)
    articles = [Article(id=s.article_id, text=s.text) for s in sentences]
    told = [claim for _, claims in iter_merged_apart(articles, options) for claim in claims]
    return _record(score_records(sentences, told))


def iter_merged_apart(
    articles: Iterable[Article], options: BuildOptions
) -> Iterator[tuple[Article, list[Claim]]]:
    """Yield each article with its claims, merged by itself for the countries of its actors."""
    lexicon = load_lexicon(options.lexicon)
    for article, claims in extract(articles, options=options):
        merged = resolve([article], claims, lexicon)
        yield article, with_countries(claims, merged.actors, merged.actor_links)


def _run_coders(gold: Path, folder: Path, options: BuildOptions) -> Record:
    sentences = read_coded(gold)
    return _record(score_coded(sentences, _claims_of(sentences, options)))


def _run_factuality(gold: Path, folder: Path, options: BuildOptions) -> Record:
    sentences = read_factuality(gold)
    return _record(score_factuality(sentences, _claims_of(sentences, options)))


def _run_toponyms(gold: Path, folder: Path, options: BuildOptions) -> Record:
    return _record(score_toponyms(read_toponyms(gold), load_lexicon(options.lexicon).world))


def _run_chains(gold: Path, folder: Path, options: BuildOptions) -> Record:
    chained = read_chains(gold)
    articles = [one.article for one in chained]
    phrases = {one.article.id: tuple(p.spans for p in one.phrases) for one in chained}
    read = list(extract_with_heads(articles, phrases, options=options))
    heads = {one.article.id: one.heads for one in read}
    words = {w for one in read for h in one.heads if h is not None for w in (h.word, h.lemma)}
    directions = word_directions(words, load_pipeline(options.pipeline))
    claims = [claim for one in read for claim in one.claims]
    merged = resolve(articles, claims, load_lexicon(options.lexicon))
    labels = {
        "given phrases": label_given(chained, heads, directions),
        "end to end": label_found(chained, claims, merged.event_links, merged.actor_links),
    }
    return _record(score_coreference(chained, labels))


RUNS: Mapping[Layout, Run] = {
    Layout.CLAIMS: _run_claims,
    Layout.CLUSTERS: _run_clusters,
    Layout.RELATIONS: _run_relations,
    Layout.CODERS: _run_coders,
    Layout.FACTUALITY: _run_factuality,
    Layout.TOPONYMS: _run_toponyms,
    Layout.CHAINS: _run_chains,
    Layout.RECORDS: _run_records,
}


def _claims_record(scores: ClaimScores) -> Record:
    record = _record(scores)
    for name in ("type", "triple"):
        record[name]["f1_95"] = record.pop(f"{name}_interval")
    record["by_confidence"] = {
        name: {
            "claims": band.claims,
            "type": round(band.type.value, 3),
            "triple": round(band.triple.value, 3),
        }
        for name, band in scores.by_confidence.items()
    }
    phenomena = record.pop("by_phenomenon")
    return record | ({"by_phenomenon": phenomena} if phenomena else {})


def _record(scores: Any) -> Record:
    return {name: _plain(getattr(scores, name)) for name in scores.__dataclass_fields__}


def _plain(value: Any) -> Any:
    """Return scores as JSON can hold them, shares rounded."""
    if isinstance(value, Ratio):
        shares = {"p": value.precision, "r": value.recall, "f1": value.f1}
        return {name: round(share, 3) for name, share in shares.items()} | asdict(value)
    if isinstance(value, Share):
        return {"share": round(value.value, 3)} | asdict(value)
    if isinstance(value, ChainScores):
        return _chain_scores(value)
    if isinstance(value, BCubed):
        return _b_cubed(value)
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return _record(value) if is_dataclass(value) else value


def _b_cubed(scores: BCubed) -> Record:
    shares = {
        "p": scores.precision,
        "r": scores.recall,
        "f1": scores.f1,
        "pairs_f1": scores.pair_f1,
        "over_merged": scores.over_merged,
        "under_merged": scores.under_merged,
    }
    return {"items_found": scores.items} | {name: round(share, 3) for name, share in shares.items()}


def _chain_scores(scores: ChainScores) -> Record:
    """Return the measures of coreference, those of B-cubed with its precision and recall."""
    shares = {
        "conll": scores.conll,
        "muc": scores.muc.f1,
        "b3": scores.b_cubed.f1,
        "b3_p": scores.b_cubed.precision,
        "b3_r": scores.b_cubed.recall,
        "ceafe": scores.ceaf_e.f1,
        "over_merged": scores.b_cubed.over_merged,
        "under_merged": scores.b_cubed.under_merged,
    }
    return {name: round(share, 4) for name, share in shares.items()}
