"""Learn which words of a sentence are actor and target of an event, from the annotated claims.

usage: python -m training.arguments.learn --corpus FOLDER --gold-claims FILE [--pipeline FOLDER]
       [--out FILE] [--strength NUMBER] [--check]

A logistic model over the features of `kg/mentions/features.py`; its weights are data of the
lexicon. `--check` trains on four fifths and tells how many events of the fifth get their sides
right, five times.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from kg.documents import load_pipeline
from kg.mentions.features import ACTOR, NEITHER, TARGET
from kg.mentions.weighing import choose_sides
from training.arguments.lessons import Lesson, is_right, lessons
from training.corpora import HELD_OUT_DIGIT, gold_lines, iter_rows

SEEN_TWICE = 2
STRENGTH = 0.1  # how little large weights cost; the best of 0.03, 0.1 and 0.3 by --check
MOST_STEPS = 400
LEAST_WEIGHT = 0.05  # a feature whose weights are both smaller is left out
FOLDS = 5
OUT = Path("kg/lexicons/data/arguments.tsv")
HEADER = """\
# How much each feature of a candidate (kg/mentions/features.py) speaks for its being the actor,
# and for its being the target, of an event: log odds against being neither. Made by
# training/arguments from the annotated claims of voa-claims.jsonl (machine readings under
# written guidelines); CC BY-SA 4.0. Do not edit by hand.
"""

Weights = dict[str, tuple[float, float]]


def learn(found: Sequence[Lesson], strength: float) -> Weights:
    """Return the weights of the features, those that matter."""
    looks = [seen for one in found for seen in one.looks]
    counter = CountVectorizer(analyzer=lambda seen: seen.features, min_df=SEEN_TWICE)
    table = counter.fit_transform(looks)
    model = LogisticRegression(C=strength, max_iter=MOST_STEPS, fit_intercept=False)
    model.fit(table, [seen.truth for seen in looks])
    rows = dict(zip(model.classes_, model.coef_, strict=True))
    actor, target = (rows[side] - rows[NEITHER] for side in (ACTOR, TARGET))
    names = counter.get_feature_names_out()
    pairs = zip(actor.tolist(), target.tolist(), strict=True)
    weights = dict(zip(names.tolist(), pairs, strict=True))
    return {name: pair for name, pair in weights.items() if max(map(abs, pair)) >= LEAST_WEIGHT}


def check(found: Sequence[Lesson], strength: float) -> None:
    """Print how many events get their sides right, by the grammar alone and weighed."""
    right: Counter[str] = Counter()
    for fold in range(FOLDS):
        weights = learn([one for one in found if one.line // 10 % FOLDS != fold], strength)
        for one in found:
            if one.line // 10 % FOLDS == fold and not one.is_optional:
                weighed = choose_sides((seen.features for seen in one.looks), weights)
                right["events"] += 1
                right["grammar"] += is_right(one, [seen.proposed for seen in one.looks])
                right["weighed"] += is_right(one, weighed)
                for mine, seen in zip(weighed, one.looks, strict=True):
                    right["words chosen"] += mine != NEITHER
                    right["words of the gold"] += seen.truth != NEITHER
                    right["words right"] += mine == seen.truth != NEITHER
    print(dict(right))


def write(weights: Weights, path: Path) -> None:
    """Write the table of weights."""
    rows = (f"{name}\t{a:.2f}\t{t:.2f}\n" for name, (a, t) in sorted(weights.items()))
    text = HEADER + "feature\tactor\ttarget\n" + "".join(rows)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Parse the command line, learn, and write the weights or check them."""
    parser = argparse.ArgumentParser(description="Learn the weights of actors and targets.")
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
