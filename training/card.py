"""The words that ship with the weights: model card and attribution."""

from typing import Any

ATTRIBUTION = """\
# Licence and attribution of the bundled pipeline

The weights in this folder are licensed under the Creative Commons Attribution-ShareAlike 4.0
International licence (CC BY-SA 4.0), https://creativecommons.org/licenses/by-sa/4.0/.
The code of kg around them is under the MIT licence.

They were trained on:

- Universal Dependencies English EWT (annotations CC BY-SA 4.0): the English Web Treebank annotated
  with Universal Dependencies by the UD_English-EWT contributors.
- Universal Dependencies English GUM, the genres whose texts allow reuse (annotations CC BY 4.0,
  texts CC BY, CC BY-SA or public domain): the Georgetown University Multilayer corpus, by Amir
  Zeldes and the GUM contributors.
- Names and claims annotated for this project on news sentences of the Voice of America (texts in
  the public domain). These annotations are readings by large language models under written
  guidelines, without human adjudication; they are not human gold.
- Static word vectors derived from the sentence encoder all-MiniLM-L6-v2 (Apache License 2.0).
"""

CARD = """\
# {name} {version}

The English pipeline that kg ships. spaCy components: {pipes}.

| Component | What it gives |
|---|---|
| tagger, morphologizer | Penn Treebank tags; Universal POS tags and features |
| trainable_lemmatizer | lemmas |
| parser | Universal Dependencies; sentence boundaries (a line break always ends a sentence) |
| ner | {labels} |
| triggers | for each word, the chance that it tells an event of each PLOVER type |

## Scores, from raw text, gold compared after alignment

| Test set | Measure | Score |
|---|---|---|
{rows}

`voa_*_held_out` are the lines of the corpus whose number ends in 9; none of them was trained on.
They were annotated by machine readers, like the training lines, and are not human gold. The weights
were chosen by the development parts of EWT and GUM, and, for names and triggers, by the held-out
lines themselves, so those two scores are slightly flattering.

## Limits

Trained on web text, news until the early 2010s, and a few other genres of edited English. Names and
weapons that became known later are recognised by their shape and context only. Text in all capitals
and headlines without verbs are read less well than the scores say.
"""


def card(meta: dict[str, Any]) -> str:
    """Return the model card for a pipeline's meta data."""
    rows = [
        f"| {test} | {measure} | {score:.3f} |"
        for test, scores in meta["performance"].items()
        for measure, score in scores.items()
        if isinstance(score, float)
    ]
    return CARD.format(
        name=meta["name"],
        version=meta["version"],
        pipes=", ".join(meta["pipeline"]),
        labels=", ".join(meta["labels"]["ner"]),
        rows="\n".join(rows),
    )
