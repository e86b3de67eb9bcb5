"""A first course for the token-to-vector layer of the pipeline, in torch, where training is fast.

spaCy's own layer is copied weight by weight, taught everything at once by simple heads (tags,
features, lemma rules, names, sentence starts, a biaffine parser) and copied back. `spacy train`
goes on from there, with the components that ship.
"""
