"""Our events in the columns of the data sets that researchers know; see docs/datasets.md."""

from kg.exports.datasets.acled import iter_acled
from kg.exports.datasets.gdelt import iter_gdelt
from kg.exports.datasets.icews import iter_icews
from kg.exports.datasets.plover import iter_plover
from kg.exports.datasets.ucdp import iter_ucdp

__all__ = ["iter_acled", "iter_gdelt", "iter_icews", "iter_plover", "iter_ucdp"]
