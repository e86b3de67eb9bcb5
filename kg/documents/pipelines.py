"""Find and load a trained English pipeline: ours, or any other of spaCy's."""

import functools
from pathlib import Path

import spacy
from spacy.language import Language

from kg.documents.boundaries import make_boundaries
from kg.documents.lemmas import make_lemmas
from kg.documents.name_marks import make_name_marks
from kg.documents.name_words import make_name_words
from kg.documents.trigger_tagger import make_trigger_tagger
from kg.errors import PipelineError

__all__ = ["WEIGHTS", "load_pipeline", "pipeline_version"]

WEIGHTS = Path(__file__).parent / "weights"
MAX_CHARS = 6_000_000
# Registered by being imported.
FACTORIES = (
    make_boundaries,
    make_lemmas,
    make_name_marks,
    make_name_words,
    make_trigger_tagger,
)
NEEDED = {
    "parser": "a dependency parser",
    "ner": "names",
    "tagger": "part-of-speech tags",
}


@functools.cache
def load_pipeline(name: str | None = None) -> Language:
    """Return a trained pipeline, loaded once.

    Args:
        name: A package or folder of an English spaCy pipeline; None for the bundled one.

    Raises:
        PipelineError: If it is not found, not English, or lacks a parser, tags or names.
    """
    target = str(WEIGHTS) if name is None else name
    try:
        nlp = spacy.load(target)
    except (OSError, ValueError) as error:
        raise PipelineError(
            f"no trained pipeline {target!r}: {error}. Leave out --pipeline to use the bundled one,"
            f" or install it first (python -m spacy download {target})"
        ) from error
    _check(nlp, target)
    nlp.max_length = MAX_CHARS
    if "kg_boundaries" not in nlp.pipe_names:
        nlp.add_pipe("kg_boundaries", first=True)
    if "kg_name_words" not in nlp.pipe_names:
        nlp.add_pipe("kg_name_words", last=True)
    return nlp


def _check(nlp: Language, name: str) -> None:
    if nlp.lang != "en":
        raise PipelineError(f"pipeline {name!r} reads {nlp.lang!r}; kg reads English only")
    missing = [what for pipe, what in NEEDED.items() if not nlp.has_pipe(pipe)]
    if missing:
        raise PipelineError(
            f"pipeline {name!r} lacks {' and '.join(missing)}; choose one with parser, tagger and"
            " ner, or leave out --pipeline to use the bundled one"
        )


def pipeline_version(nlp: Language) -> str:
    """Return name and version of a pipeline, as `kg --version` prints it."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
