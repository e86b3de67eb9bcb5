"""Pictures of a graph for notebooks: a `KnowledgeGraph` enters, SVG of our own leaves."""

from kg.views.charts.chart import Chart
from kg.views.charts.maps import draw_map
from kg.views.charts.networks import draw_network
from kg.views.charts.timelines import draw_timeline

__all__ = ["Chart", "draw_map", "draw_network", "draw_timeline"]
