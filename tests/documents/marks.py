"""Documents from words with tags and marked names: "[Goma/NNP|GPE] fell/VBD ./.".

No space follows a word that ends in "~" ("F~/NNP -~/HYPH 16/CD").
"""

from spacy.tokens import Doc


def doc_of(nlp, marked):
    """Return a document of one sentence."""
    words, tags, ents, spaces, label = [], [], [], [], None
    for piece in marked.split():
        opens, closes = piece.startswith("["), piece.endswith("]")
        piece = piece.strip("[]")
        form, _, tag = piece.partition("/")
        tag, _, name = tag.partition("|")
        begins = opens
        label = "open" if opens else label
        words.append(form.removesuffix("~"))
        spaces.append(not form.endswith("~"))
        tags.append(tag)
        ents.append(("B" if begins else "I") if label else "O")
        if closes:
            start = max(i for i, e in enumerate(ents) if e == "B")
            ents[start:] = [f"{e}-{name}" for e in ents[start:]]
            label = None
    starts = [n == 0 for n in range(len(words))]
    return Doc(nlp.vocab, words=words, spaces=spaces, tags=tags, ents=ents, sent_starts=starts)
