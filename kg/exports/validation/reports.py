"""What a check finds."""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Report", "Violation"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """One thing that is not as it must be.

    Attributes:
        focus: IRI of the node.
        path: Prefixed name of the property, empty where the node as a whole is wrong.
        message: What must be so.
        value: The value that is wrong, empty where none can be named.
        rule: The constraint of SHACL that is broken: "MinCount", "Class", …
    """

    focus: str
    path: str
    message: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was checked, and what was found.

    Attributes:
        statements: How many different statements there are.
        nodes: How many nodes there are of each main class, by its prefixed name.
        violations: What is wrong, sorted.
    """

    statements: int
    nodes: Mapping[str, int]
    violations: tuple[Violation, ...]
