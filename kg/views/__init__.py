"""Graphs as pages: a `KnowledgeGraph` enters, self-contained HTML leaves."""

from kg.views.notebook import View, mimebundle
from kg.views.options import ViewOptions
from kg.views.pages import render_page, write_page

__all__ = ["View", "ViewOptions", "mimebundle", "render_page", "write_page"]
