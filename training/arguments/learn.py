"""Learn which words of a sentence are actor and target of an event, from the annotated claims.

usage: python -m training.arguments.learn --corpus FOLDER --gold-claims FILE [--pipeline FOLDER]
       [--out FILE] [--strength NUMBER] [--check]

A logistic model over the features of `kg/mentions/features.py`; its weights are data of the
lexicon. `--check` trains on four fifths and tells how many events of the fifth get their sides
right, five times.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kg.lexicons.feature_weights import ARGUMENTS
from kg.mentions.features import NEITHER
from kg.mentions.weighing import choose_sides
from training.arguments.lessons import Lesson, is_right, lessons
from training.weights import Learner, Weights, fit, iter_folds

STRENGTH = 0.1  # how little large weights cost; the best of 0.03, 0.1 and 0.3 by --check
HEADER = """\
# How much each feature of a candidate (kg/mentions/features.py) speaks for its being the actor,
# and for its being the target, of an event: log odds against being neither. Made by
# training/arguments from the annotated claims of voa-claims.jsonl (machine readings under
# written guidelines); CC BY-SA 4.0. Do not edit by hand.
"""


def learn(found: Sequence[Lesson], strength: float) -> Weights:
    """Return the weights of the features, those that matter."""
    looks = [seen for one in found for seen in one.looks]
    return fit(looks, strength=strength, classes=ARGUMENTS, base=NEITHER)


def check(found: Sequence[Lesson], strength: float) -> None:
    """Print how many events get their sides right, by the grammar alone and weighed."""
    right: Counter[str] = Counter()
    for rest, fold in iter_folds(found):
        weights = learn(rest, strength)
        for one in fold:
            if not one.is_optional:
                weighed = choose_sides((seen.features for seen in one.looks), weights)
                right["events"] += 1
                right["grammar"] += is_right(one, [seen.proposed for seen in one.looks])
                right["weighed"] += is_right(one, weighed)
                for mine, seen in zip(weighed, one.looks, strict=True):
                    right["words chosen"] += mine != NEITHER
                    right["words of the gold"] += seen.truth != NEITHER
                    right["words right"] += mine == seen.truth != NEITHER
    print(dict(right))


LEARNER = Learner(
    about="Learn the weights of actors and targets.",
    classes=ARGUMENTS,
    header=HEADER,
    out=Path("kg/lexicons/data/arguments.tsv"),
    strength=STRENGTH,
    lessons=lessons,
    learn=learn,
    check=check,
)

if __name__ == "__main__":
    LEARNER.run()
