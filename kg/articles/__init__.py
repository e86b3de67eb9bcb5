"""Files, feeds and streams in, articles out; what cannot be read is a counted skip."""

from kg.articles.dates import parse_date
from kg.articles.drafts import Draft, Format, OpenInput, Reader
from kg.articles.exact import iter_exact
from kg.articles.options import FIELDS, ReadOptions
from kg.articles.readers import FORMATS, READERS
from kg.articles.reading import read_articles
from kg.articles.skips import SkipReason

__all__ = [
    "FIELDS",
    "FORMATS",
    "READERS",
    "Draft",
    "Format",
    "OpenInput",
    "ReadOptions",
    "Reader",
    "SkipReason",
    "iter_exact",
    "parse_date",
    "read_articles",
]
