"""Weights of readable features, learned from the annotated claims: one way for all that is weighed.

A logistic model; its weights are data of the lexicon. What is learned, and what a lesson is, each
learner says itself.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.language import Language

from kg.documents import load_pipeline
from training.corpora import CLAIMS, claim_rows, gold_lines

__all__ = ["LEAST_WEIGHT", "SEEN_TWICE", "Example", "Learner", "Weights", "fit", "iter_folds"]

SEEN_TWICE = 2
MOST_STEPS = 400
LEAST_WEIGHT = 0.05
FOLDS = 5

Weights: TypeAlias = dict[str, tuple[float, ...]]


class Example(Protocol):
    """Something seen, and what it is."""

    @property
    def features(self) -> tuple[str, ...]:
        """What is seen."""

    @property
    def truth(self) -> str:
        """The name of its class."""


class OfLine(Protocol):
    """A lesson: it knows the line of the corpus that it stands in."""

    @property
    def line(self) -> int: ...


L = TypeVar("L", bound=OfLine)


def fit(
    examples: Sequence[Example],
    *,
    strength: float,
    classes: Sequence[str],
    base: str,
    counts: Sequence[float] | None = None,
    seen: int = SEEN_TWICE,
    least: float = LEAST_WEIGHT,
) -> Weights:
    """Return the weights of the features for some classes against another, those that matter.

    Args:
        examples: What is learned from.
        strength: How little large weights cost.
        classes: The classes that get weights.
        base: The class that they are weighed against.
        counts: How much each example counts, by default all the same.
        seen: How often a feature must be seen.
        least: A feature whose weights are all smaller is left out.
    """
    counter = CountVectorizer(analyzer=lambda one: one.features, min_df=seen)
    model = LogisticRegression(C=strength, max_iter=MOST_STEPS, fit_intercept=False)
    model.fit(
        counter.fit_transform(examples), [one.truth for one in examples], sample_weight=counts
    )
    coefficients = model.coef_
    if len(coefficients) == 1:  # of two classes there is one row, that of the second
        coefficients = [-coefficients[0] / 2, coefficients[0] / 2]
    rows = dict(zip(model.classes_, coefficients, strict=True))
    against = [(rows[name] - rows[base]).tolist() for name in classes]
    names = counter.get_feature_names_out().tolist()
    weights = dict(zip(names, zip(*against, strict=True), strict=True))
    return {name: row for name, row in weights.items() if max(map(abs, row)) >= least}


def iter_folds(found: Sequence[L]) -> Iterator[tuple[list[L], list[L]]]:
    """Yield the lessons in two parts, five times: what to learn from, and a fifth to check by."""
    for fold in range(FOLDS):
        is_kept = [one.line // 10 % FOLDS == fold for one in found]
        rest = [one for one, kept in zip(found, is_kept, strict=True) if not kept]
        yield rest, [one for one, kept in zip(found, is_kept, strict=True) if kept]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner(Generic[L]):
    """What learns one table of weights from the command line.

    Attributes:
        about: What it learns, a sentence.
        classes: The columns of the table.
        header: Its first lines.
        out: Where it lies.
        strength: How little large weights cost.
        lessons: Makes lessons of annotated rows, read by a pipeline.
        learn: Makes weights of lessons, a strength, and further examples.
        check: Prints how well these do, five times.
        further: Makes further examples of the options and the pipeline, by default none.
    """

    about: str
    classes: Sequence[str]
    header: str
    out: Path
    strength: float
    lessons: Callable[[Sequence[dict[str, Any]], Language], Iterator[L]]
    learn: Callable[[Sequence[L], float, Sequence[Example]], Weights]
    check: Callable[[Sequence[L], float, Sequence[Example]], None]
    further: Callable[[argparse.Namespace, Language], Sequence[Example]] = lambda *_: ()

    def run(self) -> None:
        """Parse the command line, learn, and write the weights or check them."""
        parser = argparse.ArgumentParser(description=self.about)
        parser.add_argument("--corpus", type=Path, required=True)
        parser.add_argument("--gold-claims", type=Path, required=True)
        parser.add_argument("--pipeline")
        parser.add_argument("--out", type=Path, default=self.out)
        parser.add_argument("--strength", type=float, default=self.strength)
        parser.add_argument("--work", type=Path, help="where the teacher lies, if it is to help")
        parser.add_argument("--check", action="store_true")
        options = parser.parse_args()
        rows = claim_rows(options.corpus / CLAIMS, gold_lines(options.gold_claims))
        nlp = load_pipeline(options.pipeline)
        found, further = list(self.lessons(rows, nlp)), self.further(options, nlp)
        if options.check:
            self.check(found, options.strength, further)
        else:
            self.write(self.learn(found, options.strength, further), options.out)

    def write(self, weights: Weights, path: Path) -> None:
        """Write the table of weights."""
        rows = (
            "\t".join((name, *(f"{weight:.2f}" for weight in row))) + "\n"
            for name, row in sorted(weights.items())
        )
        text = self.header + "\t".join(("feature", *self.classes)) + "\n" + "".join(rows)
        path.write_text(text, encoding="utf-8", newline="\n")
