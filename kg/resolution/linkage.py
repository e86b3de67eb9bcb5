"""Groups of what is alike on average: likenesses enter, a group number for each leaves."""

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

__all__ = ["join_alike"]

Likenesses = NDArray[np.float64]

MOST = 2.0  # above every likeness, so that distances stay positive


def join_alike(likenesses: Likenesses, *, least: float) -> list[int]:
    """Return the group of each row, by average linkage (UPGMA: Sokal and Michener 1958).

    The two groups most alike come together, as long as their members are `least` alike on average.

    Args:
        likenesses: A symmetric matrix, below 2; what stands on its diagonal does not count. Give
            rows in an order of their own (sorted), so that ties fall the same way every time.
        least: From here two groups are one.

    Example:
        >>> join_alike(np.array([[1.0, 0.9, 0.1], [0.9, 1.0, 0.2], [0.1, 0.2, 1.0]]), least=0.5)
        [1, 1, 2]
    """
    if len(likenesses) < 2:
        return [1] * len(likenesses)
    distances = np.clip(MOST - likenesses, 0.0, None)
    np.fill_diagonal(distances, 0.0)
    tree = linkage(squareform(distances, checks=False), method="average")
    groups: list[int] = fcluster(tree, MOST - least, criterion="distance").tolist()
    return groups
