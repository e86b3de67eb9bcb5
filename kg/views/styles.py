"""How things look: a shape and a colour for each kind of actor, a colour for each quad.

Edges take their colours from the palette of Okabe and Ito ("Color Universal Design", 2008), which
stays distinct under every common colour-vision deficiency; actors differ by shape as well.
"""

from dataclasses import dataclass
from math import sqrt
from types import MappingProxyType

from kg.model import ActorKind, PlacePrecision

__all__ = [
    "EXACT_PLACES",
    "KIND_STYLES",
    "QUAD_STYLES",
    "UNNAMED",
    "KindStyle",
    "QuadStyle",
    "fold_radius",
    "node_radius",
    "quad_style_sheet",
]

EXACT_PLACES = (PlacePrecision.POINT, PlacePrecision.CITY, PlacePrecision.DISTRICT)
"""How finely a place must be known for its point to be a place of the event, and no mere middle."""

UNNAMED = "unnamed"
"""The kind of the placeholder that stands for an actor whom no report names."""

_SMALLEST_PX = 6.0
_LARGEST_PX = 26.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KindStyle:
    """Look of one kind of actor: a vis-network shape, and a fill for light and dark pages."""

    label: str
    shape: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuadStyle:
    """Look of one quad: its line colour, and a text colour of the same hue that can be read."""

    label: str
    line: str
    light: str
    dark: str


def _kind(label: str, shape: str, light: str, dark: str) -> KindStyle:
    return KindStyle(label=label, shape=shape, light=light, dark=dark)


# States are blue, forces olive, armed groups wine, parties purple, international bodies teal,
# business and media brown, people mauve; a glance tells the family, the shape tells the kind.
KIND_STYLES = MappingProxyType(
    {
        ActorKind.COUNTRY.value: _kind("Country", "dot", "#35558a", "#8fb1ea"),
        ActorKind.GOVERNMENT.value: _kind("Government", "square", "#35558a", "#8fb1ea"),
        ActorKind.LEGISLATURE.value: _kind("Legislature", "hexagon", "#35558a", "#8fb1ea"),
        ActorKind.COURT.value: _kind("Court", "diamond", "#35558a", "#8fb1ea"),
        ActorKind.MILITARY.value: _kind("Military", "triangle", "#6b6a1f", "#cfcb6a"),
        ActorKind.POLICE.value: _kind("Police", "triangleDown", "#6b6a1f", "#cfcb6a"),
        ActorKind.ARMED_GROUP.value: _kind("Armed group", "diamond", "#882255", "#e98bb9"),
        ActorKind.PARTY.value: _kind("Party", "star", "#6a3d9a", "#bf9ae8"),
        ActorKind.IGO.value: _kind("Intergovernmental", "hexagon", "#1f7a80", "#74cbd0"),
        ActorKind.NGO.value: _kind("Non-governmental", "square", "#1f7a80", "#74cbd0"),
        ActorKind.COMPANY.value: _kind("Company", "square", "#8a5a33", "#d9ab82"),
        ActorKind.MEDIA.value: _kind("Media", "triangleDown", "#8a5a33", "#d9ab82"),
        ActorKind.PERSON.value: _kind("Person", "dot", "#7d5a8c", "#cdaadb"),
        ActorKind.CIVILIANS.value: _kind("Civilians", "dot", "#b0647f", "#eda6bd"),
        ActorKind.OTHER.value: _kind("Other", "dot", "#6b7480", "#a6b0bb"),
        ActorKind.PLACE.value: _kind("Place", "square", "#8b949e", "#7d8894"),
        UNNAMED: _kind("Unnamed", "dot", "#8b949e", "#7d8894"),
    }
)

QUAD_STYLES = MappingProxyType(
    {
        4: QuadStyle(label="Material conflict", line="#D55E00", light="#a84a00", dark="#ff9a4d"),
        3: QuadStyle(label="Verbal conflict", line="#E69F00", light="#8a5f00", dark="#f2bd4b"),
        2: QuadStyle(label="Material cooperation", line="#009E73", light="#00704f", dark="#4fd1ab"),
        1: QuadStyle(label="Verbal cooperation", line="#56B4E9", light="#1c6ea4", dark="#8dccf2"),
    }
)


def node_radius(events: int) -> float:
    """Return the radius of an actor, in layout units, whose area grows with its events.

    Example:
        >>> node_radius(1), node_radius(100_000)
        (8.2, 26.0)
    """
    return min(_LARGEST_PX, round(_SMALLEST_PX + 2.2 * sqrt(events), 1))


def fold_radius(actors: int, most: int, width: float) -> float:
    """Return the radius of a folded community, in layout units.

    Args:
        actors: How many it holds.
        most: How many the largest holds.
        width: Width of the whole picture, since folds are looked at from afar.

    Example:
        >>> fold_radius(100, 100, 1000), fold_radius(25, 100, 1000)
        (24.0, 15.0)
    """
    return round(width * (0.006 + 0.018 * sqrt(actors / most)), 1)


def quad_style_sheet() -> str:
    """Return the colours of the quads for pages that are drawn by style sheets.

    A mark takes its colour from the class of its quad, words take the readable one of `is-word`.
    """
    light = "".join(f"--word-{quad}: {style.light}; " for quad, style in QUAD_STYLES.items())
    dark = "".join(f"--word-{quad}: {style.dark}; " for quad, style in QUAD_STYLES.items())
    marks = "\n".join(
        f".quad-{quad} {{ --quad: {style.line}; --word: var(--word-{quad}); }}"
        for quad, style in QUAD_STYLES.items()
    )
    is_dark = "@media (prefers-color-scheme: dark)"
    return f":root {{ {light}}}\n{is_dark} {{ :root {{ {dark}}} }}\n{marks}\n"
