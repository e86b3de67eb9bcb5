"""Learn which words of a sentence are actor and target of an event, from the annotated claims.

usage: python -m training.arguments.learn --corpus FOLDER --gold-claims FILE [--work FOLDER]
       [--pipeline FOLDER] [--out FILE] [--strength NUMBER] [--check]

A logistic model over the features of `kg/mentions/features.py`; its weights are data of the
lexicon. With `--work`, where `training/teacher` left what it learned, the teacher reads the news
for further lessons. `--check` trains on four fifths and tells how many events of the fifth get
their sides right, five times.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from kg.lexicons.feature_weights import ARGUMENTS
from kg.mentions.features import NEITHER
from kg.mentions.weighing import choose_sides
from training.arguments.lessons import Lesson, Look, is_right, lessons
from training.arguments.news import news_looks
from training.news import news_and_teacher
from training.weights import LEAST_WEIGHT, SEEN_TWICE, Learner, Weights, fit, iter_folds

ANNOTATED = 3.0  # how much more an annotated candidate counts than a sure one of the news
SEEN_IN_NEWS = 6  # how often a feature must be seen, where the news is read too
LEAST_IN_NEWS = 0.1  # half the table, and as good
READ = 36_000  # sentences of the news: about all
STRENGTH = 0.03  # how little large weights cost; of 0.03, 0.05 and 0.1 the best on our open gold
HEADER = """\
# How much each feature of a candidate (kg/mentions/features.py) speaks for its being the actor,
# and for its being the target, of an event: log odds against being neither. Made by
# training/arguments from the annotated claims of voa-claims.jsonl (machine readings under
# written guidelines), and what a teacher that learned from them says of other news; CC BY-SA 4.0.
# Do not edit by hand.
"""


def learn(found: Sequence[Lesson], strength: float, further: Sequence[Look]) -> Weights:
    """Return the weights of the features, those that matter."""
    looks = [seen for one in found for seen in one.looks]
    return fit(
        [*looks, *further],
        strength=strength,
        classes=ARGUMENTS,
        base=NEITHER,
        counts=[ANNOTATED] * len(looks) + [seen.odds for seen in further],
        seen=SEEN_IN_NEWS if further else SEEN_TWICE,
        least=LEAST_IN_NEWS if further else LEAST_WEIGHT,
    )


def read_news(options: argparse.Namespace, nlp: Language) -> list[Look]:
    """Return what the teacher reads in the news, if there is one."""
    texts, teacher = news_and_teacher(options, READ)
    return [] if teacher is None else list(news_looks(texts, nlp, teacher))


def check(found: Sequence[Lesson], strength: float, further: Sequence[Look]) -> None:
    """Print how many events get their sides right, by the grammar alone and weighed."""
    right: Counter[str] = Counter()
    for rest, fold in iter_folds(found):
        weights = learn(rest, strength, further)
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
    further=read_news,
)

if __name__ == "__main__":
    LEARNER.run()
