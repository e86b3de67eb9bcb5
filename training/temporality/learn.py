"""Learn when the events of a sentence are told to be, from the annotated claims.

usage: python -m training.temporality.learn --corpus FOLDER --gold-claims FILE [--pipeline FOLDER]
       [--out FILE] [--strength NUMBER] [--check]

A logistic model over the features of `kg/mentions/time_features.py`; its weights are data of the
lexicon. `--check` trains on four fifths and tells the macro F1 on the fifth, five times, beside
that of the rules alone.
"""

from collections.abc import Sequence
from pathlib import Path

from kg.lexicons.feature_weights import TEMPORALITY
from kg.mentions.timing import choose_time
from kg.model import Temporality
from kg.scoring.ratios import macro_f1
from training.temporality.lessons import Lesson, lessons
from training.weights import Example, Learner, Weights, fit, iter_folds

STRENGTH = 0.3  # how little large weights cost; of 0.1, 0.3 and 1 the best on our own gold
HEADER = """\
# How much each feature of an event (kg/mentions/time_features.py) speaks for its being told as
# present, future or historical: log odds against the past. Made by training/temporality from the
# annotated claims of voa-claims.jsonl (machine readings under written guidelines); CC BY-SA 4.0.
# Do not edit by hand.
"""


def learn(found: Sequence[Lesson], strength: float, further: Sequence[Example] = ()) -> Weights:
    """Return the weights of the features, those that matter."""
    return fit(
        [*found, *further], strength=strength, classes=TEMPORALITY, base=str(Temporality.PAST)
    )


def check(found: Sequence[Lesson], strength: float, further: Sequence[Example]) -> None:
    """Print the macro F1 of the rules alone, and weighed."""
    told, weighed = [], []
    for rest, fold in iter_folds(found):
        weights = learn(rest, strength, further)
        for one in fold:
            told.append((one.truth, one.told))
            weighed.append((one.truth, str(choose_time(one.features, weights))))
    print(f"rules {macro_f1(told):.4f}, weighed {macro_f1(weighed):.4f}, of {len(found)} events")


LEARNER = Learner(
    about="Learn when events are told to be.",
    classes=TEMPORALITY,
    header=HEADER,
    out=Path("kg/lexicons/data/temporality.tsv"),
    strength=STRENGTH,
    lessons=lessons,
    learn=learn,
    check=check,
)

if __name__ == "__main__":
    LEARNER.run()
