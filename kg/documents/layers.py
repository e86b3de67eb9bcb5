"""A network layer of ours: a few words of context more, over word vectors that others share."""

from spacy.ml.models.tok2vec import MaxoutWindowEncoder, tok2vec_listener_v1
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model, chain
from thinc.types import Floats2d

__all__ = ["make_deeper_listener"]


@registry.architectures("kg.DeeperListener.v1")  # type: ignore[untyped-decorator]  # spaCy's
def make_deeper_listener(
    width: int, depth: int, maxout_pieces: int
) -> Model[list[Doc], list[Floats2d]]:
    """Return layers of a component's own over the token-to-vector layer of the pipeline.

    Components that look for different things share most of the work of reading and still see
    words in their own way.

    Args:
        width: Of the shared layer's vectors, and of those returned.
        depth: How many layers; each sees one word farther to both sides.
        maxout_pieces: Linear pieces of each layer's activation.
    """
    return chain(
        tok2vec_listener_v1(width),
        MaxoutWindowEncoder(width=width, window_size=1, maxout_pieces=maxout_pieces, depth=depth),
    )
