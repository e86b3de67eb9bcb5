"""Article to spaCy `Doc`: finds, loads and runs the trained pipeline; holds the bundled weights."""

from kg.documents.annotation import annotate
from kg.documents.directions import word_directions
from kg.documents.pipelines import WEIGHTS, load_pipeline, pipeline_version

__all__ = ["WEIGHTS", "annotate", "load_pipeline", "pipeline_version", "word_directions"]
