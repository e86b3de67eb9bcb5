"""Learn how likely an event is told as it was read, from the annotated claims.

usage: python -m training.sureness.learn --corpus FOLDER --gold-claims FILE [--work FOLDER]
       [--pipeline FOLDER] [--out FILE] [--strength NUMBER] [--check]

With `--work`, where `training/teacher/wide.py` left what it read, events of the news teach as well.

A logistic model over the features of `kg/mentions/sureness.py`; its weights are data of the
lexicon. `--check` trains on four fifths and tells, of the fifth, the share of right events by what
chance they were given, five times.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from kg.lexicons.feature_weights import SURENESS
from kg.mentions.sureness import chance_of
from training.corpora import CLAIMS, gold_lines, iter_rows, news_lines
from training.sureness.lessons import RIGHT, WRONG, Lesson, lessons
from training.sureness.news import Look, news_looks, read_told
from training.weights import Example, Learner, Weights, fit, iter_folds

STRENGTH = 0.02  # how little large weights cost; of .02, .05 and .1 the least log loss
ANNOTATED = 3.0  # how much more an annotated event counts than one of the news
READ = 12_000  # sentences of the news; of three times as many the table is no better
TOLD = "told.jsonl"  # what the wide encoder read, in the folder of a training
SEEN = 5  # how often a feature must be seen
BANDS = 10
HEADER = """\
# How much each feature of an event (kg/mentions/sureness.py) speaks for its being told as it was
# read: log odds. Made by training/sureness from the annotated claims of voa-claims.jsonl (machine
# readings under written guidelines), and what an encoder that learned from them says of other news;
# CC BY-SA 4.0. Do not edit by hand.
"""


def learn(found: Sequence[Lesson], strength: float, further: Sequence[Example] = ()) -> Weights:
    """Return the weights of the features, those that matter."""
    return fit(
        [*found, *further],
        strength=strength,
        classes=SURENESS,
        base=WRONG,
        counts=[ANNOTATED] * len(found) + [1.0] * len(further),
        seen=SEEN,
    )


def read_news(options: argparse.Namespace, nlp: Language) -> list[Look]:
    """Return events of the news, where it is known which words tell any."""
    if options.work is None:
        return []
    told = read_told(options.work / TOLD)
    annotated = frozenset(int(row["id"]) for row in iter_rows(options.corpus / CLAIMS))
    texts = list(news_lines(options.corpus, gold_lines(options.gold_claims) | annotated))
    return list(news_looks(texts[:: max(1, len(texts) // READ)], nlp, told))


def check(found: Sequence[Lesson], strength: float, further: Sequence[Example]) -> None:
    """Print by band of chance how many events there are and which share of them is right."""
    bands: list[list[bool]] = [[] for _ in range(BANDS)]
    for rest, fold in iter_folds(found):
        weights = learn(rest, strength, further)
        for one in fold:
            if one.is_told:
                band = int(chance_of(one.features, weights) * BANDS)
                bands[min(band, BANDS - 1)].append(one.truth == RIGHT)
    for number, outcomes in enumerate(bands):
        share = sum(outcomes) / max(1, len(outcomes))
        print(f"{number / BANDS:.1f}  events {len(outcomes):5}  right {share:.3f}")


LEARNER = Learner(
    about="Learn how likely events are told as they were read.",
    classes=SURENESS,
    header=HEADER,
    out=Path("kg/lexicons/data/sureness.tsv"),
    strength=STRENGTH,
    lessons=lessons,
    learn=learn,
    check=check,
    further=read_news,
)

if __name__ == "__main__":
    LEARNER.run()
