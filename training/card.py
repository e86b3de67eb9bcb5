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
- Universal NER English EWT (annotations CC BY-SA 4.0): names on the sentences of EWT, by the
  Universal NER contributors.
- WikiGold (CC BY 4.0): names in articles of Wikipedia, by Dominic Balasuriya, Nicky Ringland, Joel
  Nothman, Tara Murphy and James R. Curran.
- CrossNER, politics (annotations MIT, texts of Wikipedia CC BY-SA): by Zihan Liu and others.
- News sentences of the Voice of America (texts in the public domain), with names and claims
  annotated for this project. These annotations are readings by large language models under written
  guidelines, without human adjudication; they are not human gold.
- Readings of those news sentences, and names in the treebanks, by a larger pipeline that was
  trained on the same data; its encoder is all-MiniLM-L6-v2 (Apache License 2.0). Of the confidence
  of claims (`sureness.tsv`) one over all-mpnet-base-v2 (Apache License 2.0) told more.
- `kg_lemmas/table.tsv` lists the lemmas of words in the training parts of EWT and GUM that the
  rules in it would get wrong, and irregular verbs.
- Static word vectors derived from the same encoder.

Names of cities that stood in for others in training are from GeoNames (CC BY 4.0).
"""

CARD = """\
# {name} {version}

The English pipeline that kg ships. spaCy components: {pipes}.

| Component | What it gives |
|---|---|
| tagger, morphologizer | Penn Treebank tags; Universal POS tags and features |
| kg_name_marks | for each word, what names kg's lexicon knows that it is part of |
| kg_lemmas | lemmas, by a table of words and endings (kg_lemmas/table.tsv) |
| parser | Universal Dependencies; sentence boundaries (a line break always ends a sentence) |
| ner | {labels}; what they mean: docs/names.md of the project |
| triggers | for each word, the chance that it tells an event of each PLOVER type |

## Scores, from raw text, gold compared after alignment

| Test set | Measure | Score |
|---|---|---|
{rows}

`voa_*_held_out` are the lines of the corpus whose number ends in 9; none of them was trained on.
They were annotated by machine readers, like the training lines, and are not human gold. The weights
were chosen by the development parts of EWT and GUM, and, for names and event words, by the held-out
lines themselves, so those two scores are slightly flattering. `gum_news_dev_and_test` includes the
development part. `uner_ewt_test` counts GPE and FAC as LOC; `re3d_overlap` counts a name as right
where it overlaps a phrase of its kind, as re3d marks whole phrases.

## Limits

Trained on web text, news until the early 2010s, and a few other genres of edited English. Names and
weapons that became known later are recognised by shape and context, and where they stood in for
older ones in training. Text in all capitals and headlines without verbs are read less well than the
scores say.
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
