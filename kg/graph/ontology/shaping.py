"""What a line of the table of constraints says, and short ways to write the usual ones."""

from dataclasses import dataclass

__all__ = ["Constraint", "Shape", "many", "maybe", "none", "number", "one", "one_being", "some"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """What is so of one property of a node.

    Attributes:
        name: The property.
        least, most: How many values it has; `most` None: any number.
        of: Class of its values; None: what the table of predicates says.
        of_elsewhere: Class of its values, which the graph need not describe.
        is_counted_by_class: Whether `least` and `most` count only its values of class `of`.
        minimum, maximum: Lowest and highest number.
        pattern: Regular expression that a text matches.
        at_most: Property whose value is not smaller.
        same_as: Property with the same values.
        apart_from: Property that shares no value.
        value, never: A value that is there, or is not.
    """

    name: str
    least: int = 0
    most: int | None = None
    of: str | None = None
    of_elsewhere: str | None = None
    is_counted_by_class: bool = False
    minimum: int | None = None
    maximum: int | None = None
    pattern: str | None = None
    at_most: str | None = None
    same_as: str | None = None
    apart_from: str | None = None
    value: str | None = None
    never: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What is so of all nodes of one class.

    Attributes:
        name: The class.
        also: Classes of others that its nodes have too.
        never: Classes that they never have.
        constraints: What they have.
    """

    name: str
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    constraints: tuple[Constraint, ...] = ()


def one(name: str, of: str | None = None) -> Constraint:
    """Return that there is exactly one value."""
    return Constraint(name=name, least=1, most=1, of=of)


def maybe(name: str, of: str | None = None) -> Constraint:
    """Return that there is at most one value."""
    return Constraint(name=name, most=1, of=of)


def some(name: str, of: str | None = None) -> Constraint:
    """Return that there is at least one value."""
    return Constraint(name=name, least=1, of=of)


def many(name: str, of: str | None = None) -> Constraint:
    """Return that there may be any number of values."""
    return Constraint(name=name, of=of)


def none(name: str) -> Constraint:
    """Return that there is no value."""
    return Constraint(name=name, most=0)


def one_being(name: str, of: str) -> Constraint:
    """Return that exactly one of the values is of a class."""
    return Constraint(name=name, least=1, most=1, of=of, is_counted_by_class=True)


def number(name: str, minimum: int, maximum: int | None = None) -> Constraint:
    """Return that there is exactly one number, within limits."""
    return Constraint(name=name, least=1, most=1, minimum=minimum, maximum=maximum)
