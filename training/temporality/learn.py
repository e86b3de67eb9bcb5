"""Learn when the events of a sentence are told to be, from the annotated claims.

usage: python -m training.temporality.learn --corpus FOLDER --gold-claims FILE [--pipeline FOLDER]
       [--out FILE] [--strength NUMBER] [--check]

A logistic model over the features of `kg/mentions/time_features.py`; its weights are data of the
lexicon. `--check` trains on four fifths and tells the macro F1 on the fifth, five times, beside
that of the rules alone.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from kg.documents import load_pipeline
from kg.mentions.timing import CLASSES, choose_time
from kg.model import Temporality
from kg.scoring.ratios import macro_f1
from training.corpora import HELD_OUT_DIGIT, gold_lines, iter_rows
from training.temporality.lessons import Lesson, lessons

SEEN_TWICE = 2
STRENGTH = 1.0  # how little large weights cost; the best of 0.1, 0.3, 1 and 3 by --check
MOST_STEPS = 400
LEAST_WEIGHT = 0.05  # a feature whose weights are all smaller is left out
FOLDS = 5
OUT = Path("kg/lexicons/data/temporality.tsv")
HEADER = """\
# How much each feature of an event (kg/mentions/time_features.py) speaks for its being told as
# present, future or historical: log odds against the past. Made by training/temporality from the
# annotated claims of voa-claims.jsonl (machine readings under written guidelines); CC BY-SA 4.0.
# Do not edit by hand.
"""

Weights = dict[str, tuple[float, ...]]


def learn(found: Sequence[Lesson], strength: float) -> Weights:
    """Return the weights of the features, those that matter."""
    counter = CountVectorizer(analyzer=lambda one: one.features, min_df=SEEN_TWICE)
    model = LogisticRegression(C=strength, max_iter=MOST_STEPS, fit_intercept=False)
    model.fit(counter.fit_transform(found), [one.truth for one in found])
    rows = dict(zip(model.classes_, model.coef_, strict=True))
    against = [rows[str(each)] - rows[str(Temporality.PAST)] for each in CLASSES]
    names = counter.get_feature_names_out().tolist()
    weights = dict(zip(names, zip(*(row.tolist() for row in against), strict=True), strict=True))
    return {name: row for name, row in weights.items() if max(map(abs, row)) >= LEAST_WEIGHT}


def check(found: Sequence[Lesson], strength: float) -> None:
    """Print the macro F1 of the rules alone, and weighed."""
    told, weighed = [], []
    for fold in range(FOLDS):
        weights = learn([one for one in found if one.line // 10 % FOLDS != fold], strength)
        for one in found:
            if one.line // 10 % FOLDS == fold:
                told.append((one.truth, one.told))
                weighed.append((one.truth, str(choose_time(one.features, weights))))
    print(f"rules {macro_f1(told):.4f}, weighed {macro_f1(weighed):.4f}, of {len(found)} events")


def write(weights: Weights, path: Path) -> None:
    """Write the table of weights."""
    rows = (
        "\t".join((name, *(f"{weight:.2f}" for weight in row))) + "\n"
        for name, row in sorted(weights.items())
    )
    columns = "\t".join(("feature", *map(str, CLASSES))) + "\n"
    path.write_text(HEADER + columns + "".join(rows), encoding="utf-8", newline="\n")


def main() -> None:
    """Parse the command line, learn, and write the weights or check them."""
    parser = argparse.ArgumentParser(description="Learn when events are told to be.")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--gold-claims", type=Path, required=True)
    parser.add_argument("--pipeline")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--strength", type=float, default=STRENGTH)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    excluded = gold_lines(options.gold_claims)
    rows = iter_rows(options.corpus / "voa-claims.jsonl")
    kept = [r for r in rows if int(r["id"]) not in excluded and int(r["id"]) % 10 != HELD_OUT_DIGIT]
    found = list(lessons(kept, load_pipeline(options.pipeline)))
    if options.check:
        check(found, options.strength)
    else:
        write(learn(found, options.strength), options.out)


if __name__ == "__main__":
    main()
