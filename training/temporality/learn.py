"""Learn when the events of a sentence are told to be, from the annotated claims.

usage: python -m training.temporality.learn --corpus FOLDER --gold-claims FILE [--work FOLDER]
       [--pipeline FOLDER] [--out FILE] [--strength NUMBER] [--check]

With `--work`, where `training/teacher` left what it learned, the teacher reads the news for further
lessons.

A logistic model over the features of `kg/mentions/time_features.py`; its weights are data of the
lexicon. `--check` trains on four fifths and tells the macro F1 on the fifth, five times, beside
that of the rules alone.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from kg.lexicons.feature_weights import TEMPORALITY
from kg.mentions.timing import choose_time
from kg.model import Temporality
from kg.scoring.ratios import macro_f1
from training.news import news_and_teacher
from training.temporality.lessons import Lesson, Look, lessons, news_looks
from training.weights import SEEN_TWICE, Example, Learner, Weights, fit, iter_folds

ANNOTATED = 3.0  # how much more an annotated event counts than one of the news
SEEN_IN_NEWS = 4  # how often a feature must be seen, where the news is read too
READ = 18_000  # sentences of the news
STRENGTH = 0.07  # how little large weights cost; of .05, .07 and .1 the best on all our sets
HEADER = """\
# How much each feature of an event (kg/mentions/time_features.py) speaks for its being told as
# present, future or historical: log odds against the past. Made by training/temporality from the
# annotated claims of voa-claims.jsonl (machine readings under written guidelines), and what a
# teacher that learned from them says of other news; CC BY-SA 4.0.
# Do not edit by hand.
"""


def learn(found: Sequence[Lesson], strength: float, further: Sequence[Example] = ()) -> Weights:
    """Return the weights of the features, those that matter."""
    return fit(
        [*found, *further],
        strength=strength,
        classes=TEMPORALITY,
        base=str(Temporality.PAST),
        counts=[ANNOTATED] * len(found) + [1.0] * len(further),
        seen=SEEN_IN_NEWS if further else SEEN_TWICE,
    )


def read_news(options: argparse.Namespace, nlp: Language) -> list[Look]:
    """Return what the teacher reads in the news, if there is one."""
    texts, teacher = news_and_teacher(options, READ)
    return [] if teacher is None else list(news_looks(texts, nlp, teacher))


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
    further=read_news,
)

if __name__ == "__main__":
    LEARNER.run()
