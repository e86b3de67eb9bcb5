"""Learn which words of a sentence are actor and target of an event, from the annotated claims.

usage: python -m training.arguments --corpus FOLDER --gold-claims FILE [--pipeline FOLDER]
       [--out FILE] [--check]

A logistic model over the features of `kg/mentions/features.py`; its weights are data of the
lexicon. The events are those that `kg` itself finds, so the model learns to weigh what the grammar
proposes. `--check` trains on four fifths and tells how many events of the fifth get their sides
right, five times.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.documents import annotate, load_pipeline
from kg.lexicons import Lexicon, load_lexicon
from kg.mentions.candidates import candidates_of
from kg.mentions.drafts import Draft
from kg.mentions.extraction import find_drafts
from kg.mentions.features import ACTOR, NEITHER, TARGET, features_of, look, proposal
from kg.mentions.syntax import read_sentences
from kg.mentions.weighing import choose_sides
from kg.mentions.words import Sentence, Word
from kg.model import Article
from training.corpora import HELD_OUT_DIGIT, gold_lines

SIDES = (NEITHER, ACTOR, TARGET)
SEEN_TWICE = 2
ROUNDS, BATCH, RATE = 10, 256, 4e-3
FEATURES_LOST = 0.15  # share of features hidden from each look, so that none is relied on alone
DECAY = 2e-6
LEAST_WEIGHT = 0.05  # a feature whose weights are both smaller is left out
FOLDS = 5
SEED = 20
OUT = Path("kg/lexicons/data/arguments.tsv")
HEADER = """\
# How much each feature of a candidate (kg/mentions/features.py) speaks for its being the actor,
# and for its being the target, of an event: log odds against being neither. Made by
# training/arguments.py from the annotated claims of voa-claims.jsonl (machine readings under
# written guidelines); CC BY-SA 4.0. Do not edit by hand.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One candidate of an event: its features, the side the grammar proposes, the true one."""

    features: tuple[str, ...]
    proposed: str
    truth: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One event of the corpus: the line it stands in, and its candidates."""

    line: int
    is_optional: bool
    is_reciprocal: bool
    looks: tuple[Look, ...]


def lessons(rows: Sequence[dict[str, Any]], pipeline: str | None) -> Iterator[Lesson]:
    """Yield the events that both `kg` and the annotation find, of one type."""
    lexicon = load_lexicon()
    articles = [Article(id=str(n), text=row["text"]) for n, row in enumerate(rows)]
    for article, doc in annotate(articles, load_pipeline(pipeline)):
        row = rows[int(article.id)]
        for sentence in read_sentences(doc, lexicon.lemmas):
            drafts = find_drafts(sentence, lexicon)
            for draft, claim in _pairs(drafts, row):
                yield _lesson(draft, claim, drafts, sentence, row, lexicon)


def _pairs(drafts: Sequence[Draft], row: dict[str, Any]) -> Iterator[tuple[Draft, dict[str, Any]]]:
    left = list(drafts)
    for claim in row["claims"]:
        types = claim["type"] if isinstance(claim["type"], list) else [claim["type"]]
        spans = _places(row["text"], claim["action"])
        fits = (d for d in left if d.entry.event_type in types and _meets(d.hit.words, spans))
        found = next(fits, None)
        if found is not None:
            left = [d for d in left if d is not found]
            yield found, claim


def _places(text: str, words: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def _meets(words: Iterable[Word], spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < w.end and w.start < end for w in words for start, end in spans)


def _lesson(
    draft: Draft,
    claim: dict[str, Any],
    drafts: Sequence[Draft],
    sentence: Sentence,
    row: dict[str, Any],
    lexicon: Lexicon,
) -> Lesson:
    candidates = candidates_of(draft, sentence, lexicon)
    view = look(draft, candidates, drafts, lexicon)
    proposed = {w.index: proposal(w, draft, lexicon) for w in candidates}
    truth = _truth(draft, claim, candidates, proposed, sentence, row["text"])
    return Lesson(
        line=int(row["id"]),
        is_optional=claim["optional"],
        is_reciprocal=draft.entry.event_type in ("CONSULT", "AGREE", "COOPERATE")
        or (len(claim["actors"]) > 1 and not claim["targets"]),
        looks=tuple(
            Look(
                features=tuple(features_of(w, draft, view, lexicon)),
                proposed=proposed[w.index],
                truth=truth.get(w.index, NEITHER),
            )
            for w in candidates
        ),
    )


def _truth(
    draft: Draft,
    claim: dict[str, Any],
    candidates: Sequence[Word],
    proposed: dict[int, str],
    sentence: Sentence,
    text: str,
) -> dict[int, str]:
    """Return the side of each candidate that the annotation names.

    It writes the name that a pronoun stands for and the name beside a role ("their leader, X"); the
    word that the grammar proposes in its stead is right as well.
    """
    truth: dict[int, str] = {}
    for side, phrases in ((ACTOR, claim["actors"]), (TARGET, claim["targets"])):
        heads = {
            w.index
            for phrase in phrases
            for w in _heads(phrase, draft.hit.word.start, candidates, sentence, text)
        }
        truth |= dict.fromkeys(heads, side)
        if heads and not any(proposed[index] == side for index in heads):
            for word in candidates:
                beside = {w.index for w in (word.head, *word.has("appos"))}
                is_same = word.pos == "PRON" or (word.name is None and beside & heads)
                if proposed[word.index] == side and is_same:
                    truth.setdefault(word.index, side)
    return truth


def _heads(
    phrase: str, near: int, candidates: Sequence[Word], sentence: Sentence, text: str
) -> list[Word]:
    """Return the candidates that head a phrase where it stands nearest to the event."""
    spans = _places(text, phrase)
    if not spans:
        return []
    start, end = min(spans, key=lambda span: abs(span[0] - near))
    inside = [w for w in sentence.words if w.start < end and w.end > start]
    heads = [w for w in candidates if w in inside and (w.is_root or w.head not in inside)]
    return heads or [w for w in candidates if w in inside][-1:]


class Weights(nn.Module):
    """A weight for actor and one for target for each feature."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag(features, len(SIDES) - 1, mode="sum")
        nn.init.zeros_(self.table.weight)

    def forward(self, rows: Sequence[Sequence[int]]) -> Tensor:
        """Return the log odds of the sides of candidates; neither is always 0."""
        flat = torch.tensor([n for row in rows for n in row], dtype=torch.long)
        sizes = [0, *(len(row) for row in rows[:-1])]
        scores: Tensor = self.table(flat, torch.tensor(sizes).cumsum(0))
        return torch.cat((torch.zeros(len(scores), 1), scores), 1)


def learn(found: Sequence[Lesson]) -> dict[str, tuple[float, float]]:
    """Return the weights of the features, those that matter."""
    counts = Counter(f for one in found for seen in one.looks for f in seen.features)
    names = sorted(f for f, n in counts.items() if n >= SEEN_TWICE)
    numbers = {feature: n for n, feature in enumerate(names)}
    looks = [seen for one in found for seen in one.looks]
    rows = [[numbers[f] for f in seen.features if f in numbers] for seen in looks]
    truth = torch.tensor([SIDES.index(seen.truth) for seen in looks])
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    model = Weights(len(names))
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE)
    order = list(range(len(rows)))
    for number in range(ROUNDS):
        rng.shuffle(order)
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - number / ROUNDS)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            shown = [[n for n in rows[i] if rng.random() > FEATURES_LOST] for i in batch]
            loss = functional.cross_entropy(model(shown), truth[batch])
            loss = loss + DECAY * (model.table.weight**2).sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    # While learning, features were hidden; with all of them seen the sums would be too great.
    table = ((1 - FEATURES_LOST) * model.table.weight.detach()).tolist()
    pairs = zip(names, table, strict=True)
    return {name: (a, t) for name, (a, t) in pairs if max(abs(a), abs(t)) >= LEAST_WEIGHT}


def is_right(one: Lesson, chosen: Sequence[str]) -> bool:
    """Tell whether the sides of an event are right, as scorers count it.

    At least one actor is, or there is none; targets likewise. Of what two do together, two must be.
    """
    right = {
        side: sum(side == mine == seen.truth for mine, seen in zip(chosen, one.looks, strict=True))
        for side in (ACTOR, TARGET)
    }
    named = Counter(seen.truth for seen in one.looks)
    if one.is_reciprocal:
        either = sum(
            NEITHER not in (mine, seen.truth) for mine, seen in zip(chosen, one.looks, strict=True)
        )
        return either >= min(2, named[ACTOR] + named[TARGET])
    return all(right[side] or not (named[side] or side in chosen) for side in (ACTOR, TARGET))


def check(found: Sequence[Lesson]) -> None:
    """Print how many events get their sides right, by the grammar alone and weighed."""
    right: Counter[str] = Counter()
    for fold in range(FOLDS):
        weights = learn([one for one in found if one.line // 10 % FOLDS != fold])
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


def write(weights: dict[str, tuple[float, float]], path: Path) -> None:
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
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    excluded = gold_lines(options.gold_claims)
    lines = (options.corpus / "voa-claims.jsonl").open(encoding="utf-8")
    rows = [json.loads(line) for line in lines]
    kept = [r for r in rows if int(r["id"]) not in excluded and int(r["id"]) % 10 != HELD_OUT_DIGIT]
    found = list(lessons(kept, options.pipeline))
    if options.check:
        check(found)
    else:
        write(learn(found), options.out)


if __name__ == "__main__":
    main()
