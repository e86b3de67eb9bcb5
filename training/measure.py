"""Score a pipeline from raw text, on texts that nothing was trained on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example

__all__ = ["measure"]

SYNTAX_SCORES = (
    "token_acc",
    "dep_las",
    "dep_uas",
    "pos_acc",
    "tag_acc",
    "lemma_acc",
    "sents_f",
)
NAME_SCORES = ("ents_f", "ents_p", "ents_r", "ents_per_type")
TRIGGER_SCORES = ("trigger_f", "trigger_p", "trigger_r")
# UNER counts buildings and countries among its places, and gives no label to the rest of ours.
AS_UNER = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
AS_RE3D = {
    "Organisation": {"ORG", "GPE", "NORP"},
    "Person": {"PERSON"},
    "Location": {"GPE", "LOC", "FAC"},
    "Nationality": {"NORP", "GPE"},
    "Weapon": {"WEAPON"},
    "MilitaryPlatform": {"WEAPON"},
}


def measure(nlp: Language, corpus: Path, work: Path) -> dict[str, Any]:
    """Return the scores (0..1) by test set and measure.

    Args:
        nlp: A whole pipeline.
        corpus: The training corpora, for re3d.
        work: Where `prepare` left the other test sets.
    """
    scores = {
        "ewt_test": _pick(nlp, work / "ewt-test.spacy", SYNTAX_SCORES),
        "gum_test": _pick(nlp, work / "gum-test.spacy", SYNTAX_SCORES),
        "gum_news_dev_and_test": _pick(nlp, work / "gum-news.spacy", SYNTAX_SCORES),
        "voa_names_held_out": _pick(nlp, work / "names-dev.spacy", NAME_SCORES),
        "uner_ewt_test": _as_uner(nlp, work / "uner-test.spacy"),
        "re3d_overlap": _as_re3d(nlp, corpus / "re3d-entities.jsonl"),
    }
    if "triggers" in nlp.pipe_names:
        scores["voa_triggers_held_out"] = _pick(nlp, work / "triggers-dev.spacy", TRIGGER_SCORES)
    return scores


def _pick(nlp: Language, path: Path, keys: tuple[str, ...]) -> dict[str, Any]:
    scores = Scorer(nlp).score(list(_examples(nlp, path)), per_component=False)
    return {key: _rounded(scores[key]) for key in keys if scores.get(key) is not None}


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in sorted(value.items())}
    return round(value, 4)


def _examples(nlp: Language, path: Path) -> Iterator[Example]:
    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    predicted: Iterator[Doc] = nlp.pipe([doc.text for doc in gold])
    for guess, truth in zip(predicted, gold, strict=True):
        yield Example(guess, truth)


def _as_uner(nlp: Language, path: Path) -> dict[str, Any]:
    examples = list(_examples(nlp, path))
    for example in examples:
        doc = example.predicted
        doc.ents = [
            Span(doc, ent.start, ent.end, label=AS_UNER[ent.label_])
            for ent in doc.ents
            if ent.label_ in AS_UNER
        ]
    scores = Scorer.score_spans(examples, "ents")
    return {key: _rounded(scores[key]) for key in NAME_SCORES}


def _as_re3d(nlp: Language, path: Path) -> dict[str, float]:
    """Compare by overlap: re3d marks whole noun phrases, with titles and articles.

    Only phrases with a capital after their first letter are counted as names that must be found.
    """
    found = right = gold = hit = 0
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    for row, doc in zip(rows, nlp.pipe([row["text"] for row in rows]), strict=True):
        spans = [
            (start, end, AS_RE3D.get(label, set())) for start, end, label, _ in row["entities"]
        ]
        names = [(e.start_char, e.end_char, {e.label_}) for e in doc.ents if e.label_ != "EVENT"]
        found += len(names)
        right += sum(any(_agree(name, span) for span in spans) for name in names)
        named = [
            s for s in spans if s[2] and any(c.isupper() for c in row["text"][s[0] + 1 : s[1]])
        ]
        gold += len(named)
        hit += sum(any(_agree(name, span) for name in names) for span in named)
    p, r = right / found, hit / gold
    return {"p": round(p, 4), "r": round(r, 4), "f": round(2 * p * r / (p + r), 4)}


def _agree(one: tuple[int, int, set[str]], other: tuple[int, int, set[str]]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and bool(one[2] & other[2])
