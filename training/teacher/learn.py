"""Fine-tune the teacher, choose its labels, measure it.

usage: python -m training.teacher.learn --corpus FOLDER --gold-claims FILE --out FILE
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import spacy
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from training.corpora import HELD_OUT_DIGIT, gold_lines, iter_name_rows, iter_sentences, name_docs
from training.teacher.batches import ENCODER, MAX_PIECES, UNKNOWN, Batcher, Inventory, S, Targets
from training.teacher.examples import NAME_TAGS, Reading, syntax_of
from training.teacher.name_sources import (
    CROSSNER,
    UNER,
    WIKIGOLD,
    doc_reading,
    reading,
)
from training.teacher.network import Batch, Dropout, Scores, Teacher

SEED = 20
SYNTAX_ROUNDS, NAME_ROUNDS = 6, 3
BATCH_PIECES = 1600
ENCODER_RATE, HEAD_RATE = 2e-4, 1.5e-3
WARMUP = 0.08  # of all steps
RULE_TWICE = 2  # a lemma rule seen less often is an exception, not a rule


def treebank(path: Path, names: Path | None = None) -> list[Reading]:
    """Return the sentences of a treebank, with the names that a second file gives them."""
    named = {}
    for rows in iter_name_rows(names) if names else ():
        one = reading(rows, UNER)
        named[one.words] = one.names
    sentences = ((tuple(w.form for w in s.words), s) for s in iter_sentences(path))
    return [
        Reading(words=words, syntax=syntax_of(s), names=named.get(words)) for words, s in sentences
    ]


def names(corpus: Path, gold_claims: Path, *, held_out: bool) -> list[Reading]:
    """Return the name sets: our own convention's, and others under partial labels."""
    excluded = gold_lines(gold_claims)
    nlp = spacy.blank("en")
    docs = name_docs(corpus / "voa-names.jsonl", nlp, held_out=held_out, excluded=excluded)
    found = [doc_reading(doc) for doc in docs]
    if held_out:
        return found
    for name, labels in (
        ("wikigold.conll", WIKIGOLD),
        ("crossner-politics-train.txt", CROSSNER),
        ("crossner-politics-dev.txt", CROSSNER),
    ):
        for number, rows in enumerate(iter_name_rows(corpus / name)):
            if number % 10 != HELD_OUT_DIGIT:
                found.append(reading(rows, labels))
    return found


def inventory(readings: Iterable[Reading]) -> Inventory:
    """Return the labels found in the training sentences."""
    counts: dict[str, Counter[str]] = {p: Counter() for p in ("tags", "kinds", "rules", "deps")}
    for one in readings:
        for part, counter in counts.items():
            counter.update(getattr(one.syntax, part))
    rules = [rule for rule, n in counts["rules"].items() if n >= RULE_TWICE]
    return Inventory(
        tags=tuple(sorted(counts["tags"])),
        kinds=tuple(sorted(counts["kinds"])),
        rules=tuple(sorted(rules)),
        deps=tuple(sorted(counts["deps"])),
    )


def new_teacher(labels: Inventory) -> Teacher:
    """Return a teacher over the pretrained encoder."""
    return Teacher(
        BertModel.from_pretrained(
            ENCODER,
            add_pooling_layer=False,
            attention_probs_dropout_prob=0.0,
            attn_implementation="eager",  # the fused one is slow at half precision
        ),
        tags=len(labels.tags),
        kinds=len(labels.kinds),
        rules=len(labels.rules),
        names=len(NAME_TAGS),
        deps=len(labels.deps),
    )


def loss_of(teacher: Teacher, batch: Batch, targets: Targets) -> Tensor:
    """Return the sum of the tasks' mean losses."""
    scores = teacher(batch)
    total = batch.mask.sum() * 0.0
    if (targets.heads != UNKNOWN).any():
        heads = targets.heads.clamp(min=0)
        for guess, truth in (
            (scores.tags, targets.tags),
            (scores.kinds, targets.kinds),
            (scores.rules, targets.rules),
            (scores.arcs, targets.heads),
            (teacher.label_scores(scores, heads), targets.deps),
        ):
            total = total + functional.cross_entropy(
                guess.flatten(0, 1), truth.flatten(), ignore_index=UNKNOWN
            )
    told = batch.mask & ~targets.names.all(-1)
    if told.any():
        total = total + _name_loss(scores, targets, told)
    return total


def _name_loss(scores: Scores, targets: Targets, told: Tensor) -> Tensor:
    odds = scores.names[told].log_softmax(-1)
    return -odds.masked_fill(~targets.names[told], -1e4).logsumexp(-1).mean()


def learn(
    teacher: Teacher, batcher: Batcher, syntax: Sequence[Reading], found: Sequence[Reading]
) -> None:
    """Train on both kinds of examples, mixed."""
    rng = random.Random(SEED)
    groups = [
        group
        for readings, rounds in ((syntax, SYNTAX_ROUNDS), (found, NAME_ROUNDS))
        for _ in range(rounds)
        for group in batcher.groups(readings, size=BATCH_PIECES, rng=rng)
    ]
    rng.shuffle(groups)
    teacher.train()
    train(
        rates_of(teacher, teacher.encoder, ENCODER_RATE, HEAD_RATE),
        groups,
        lambda group: loss_of(teacher, batcher.batch(group, rng), batcher.targets(group)),
        warmup=WARMUP,
    )


def rates_of(
    model: nn.Module, encoder: nn.Module, encoder_rate: float, head_rate: float
) -> dict[float, list[nn.Parameter]]:
    """Return what of a model is trained at which rate: its encoder slowly, all else faster."""
    slow = list(encoder.parameters())
    known = {id(p) for p in slow}
    return {encoder_rate: slow, head_rate: [p for p in model.parameters() if id(p) not in known]}


def train(
    parameters: Mapping[float, list[nn.Parameter]],
    groups: Sequence[list[S]],
    loss_of_group: Callable[[list[S]], Tensor],
    *,
    warmup: float,
) -> None:
    """Go once through batches, with one rise and fall of the rate.

    Args:
        parameters: What is trained, by its highest rate.
        groups: The batches, in order.
        loss_of_group: The loss of a batch.
        warmup: The share of the steps in which the rate rises.
    """
    optimizer = torch.optim.AdamW(
        [{"params": p, "lr": rate} for rate, p in parameters.items()],
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        max_lr=list(parameters),
        total_steps=len(groups),
        pct_start=warmup,
        anneal_strategy="linear",
    )
    everything = [p for part in parameters.values() for p in part]
    started, seen = time.time(), 0.0
    for step, group in enumerate(groups, 1):
        loss = loss_of_group(group)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(everything, 2.0)
        optimizer.step()
        schedule.step()
        seen = 0.98 * seen + 0.02 * loss.item()
        if step % 50 == 0:
            spent = time.time() - started
            print(f"{step}/{len(groups)} loss {seen:.3f} {spent:.0f} s", flush=True)


@torch.no_grad()
def measure(teacher: Teacher, batcher: Batcher, readings: Sequence[Reading]) -> dict[str, float]:
    """Return accuracies over the words of sentences with gold words."""
    teacher.eval()
    right: Counter[str] = Counter()
    for group in batcher.groups(readings, size=6000):
        batch, targets = batcher.batch(group), batcher.targets(group)
        scores = teacher(batch)
        mask = batch.mask
        heads = scores.arcs.argmax(-1)
        labels = teacher.label_scores(scores, heads).argmax(-1)
        attached = (heads == targets.heads) & mask
        right["words"] += int(mask.sum())
        right["uas"] += int(attached.sum())
        right["las"] += int((attached & (labels == targets.deps)).sum())
        for part in ("tags", "kinds", "rules"):
            guess = getattr(scores, part).argmax(-1)
            right[part] += int(((guess == getattr(targets, part)) & mask).sum())
    return {part: round(n / right["words"], 4) for part, n in right.items() if part != "words"}


def main() -> None:
    """Parse the command line, train, measure on development data, save."""
    parser = argparse.ArgumentParser(description="Fine-tune the teacher.")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--gold-claims", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    Dropout.seed(SEED)
    syntax = treebank(
        options.corpus / "ewt-train.conllu", options.corpus / "uner-ewt-train.iob2"
    ) + treebank(options.corpus / "gum-train.conllu")
    labels = inventory(syntax)
    batcher = Batcher(labels)
    found = names(options.corpus, options.gold_claims, held_out=False)
    kept = [[r for r in rs if batcher.length(r.words) <= MAX_PIECES] for rs in (syntax, found)]
    teacher = new_teacher(labels)
    learn(teacher, batcher, *kept)
    torch.save({"labels": asdict(labels), "state": teacher.state_dict()}, options.out)
    for name in ("ewt", "gum"):
        dev = treebank(options.corpus / f"{name}-dev.conllu")
        print(name, measure(teacher, batcher, dev))


if __name__ == "__main__":
    main()
