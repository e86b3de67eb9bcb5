"""A pipeline component that tells, word by word, which PLOVER event type a word tells.

It is spaCy's tagger with labels of its own: `O` and the event types. It leaves the tags of the
document alone and writes its word probabilities beside them.
"""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import Tagger
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from thinc.api import Model

from kg.model import WORD_EVENTS

__all__ = ["NOTHING", "TriggerTagger", "make_trigger_tagger", "score_triggers"]

NOTHING = "O"


class TriggerTagger(Tagger):  # type: ignore[misc]  # spaCy's components are untyped
    """Writes `doc.user_data["kg_triggers"]`: labels, and an array of words by labels (0..1)."""

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """Return one array of label probabilities a document."""
        docs = list(docs)
        if not any(len(doc) for doc in docs):
            return [np.zeros((0, len(self.labels)), dtype="f") for _ in docs]
        return [_odds(self.model.ops.to_numpy(scores)) for scores in self.model.predict(docs)]

    def set_annotations(self, docs: Iterable[Doc], batch_tag_ids: list[Any]) -> None:
        """Store the probabilities of `predict` with each document."""
        for doc, scores in zip(docs, batch_tag_ids, strict=True):
            doc.user_data[WORD_EVENTS] = (self.labels, scores)


def _odds(scores: Any) -> Any:
    """Turn each word's scores into odds that add up to one; spaCy's taggers leave that out."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def score_triggers(examples: Iterable[Example], **_: Any) -> dict[str, float]:
    """Return micro precision, recall and F1 over the words that tell an event (0..1)."""
    right = predicted = gold = 0
    for example in examples:
        labels, scores = example.predicted.user_data[WORD_EVENTS]
        truths = example.get_aligned("TAG", as_string=True)
        for truth, row in zip(truths, scores, strict=True):
            guess = labels[int(row.argmax())]
            predicted += guess != NOTHING
            gold += truth not in (None, NOTHING)
            right += guess == truth and guess != NOTHING
    p = right / predicted if predicted else 0.0
    r = right / gold if gold else 0.0
    return {"trigger_p": p, "trigger_r": r, "trigger_f": 2 * p * r / (p + r) if p + r else 0.0}


@registry.scorers("kg.trigger_scorer.v1")  # type: ignore[untyped-decorator]  # spaCy's
def make_trigger_scorer() -> Callable[..., dict[str, float]]:
    """Return the scorer of this component."""
    return score_triggers


@Language.factory(
    "kg_triggers",
    default_config={"scorer": {"@scorers": "kg.trigger_scorer.v1"}, "label_smoothing": 0.0},
    default_score_weights={"trigger_f": 1.0},
)
def make_trigger_tagger(
    nlp: Language,
    name: str,
    model: Model[list[Doc], list[Any]],
    scorer: Callable[..., dict[str, float]],
    label_smoothing: float,
) -> TriggerTagger:
    """Return the component; its model is any of spaCy's tagger models."""
    return TriggerTagger(
        nlp.vocab, model, name, scorer=scorer, overwrite=True, label_smoothing=label_smoothing
    )
