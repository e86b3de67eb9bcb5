"""How sure merging must be, and which number is best."""

from dataclasses import dataclass

from kg.model import TollRule

__all__ = ["ResolveOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveOptions:
    """Scores from which merging takes two claims for one event (`kg.resolution.comparison`).

    Attributes:
        merge_score: Two reports tell of one event. Pairs are looked for with the default in mind:
            a lower value finds only some of those that would reach it.
        denial_score: A denial is of an event of another text.
        near_denial_score: A denial is of an event of its own text, or of a copy of it.
        tolls: How the best of several numbers is chosen.
    """

    merge_score: float = 0.75
    denial_score: float = 0.6
    near_denial_score: float = 0.4
    tolls: TollRule = TollRule.LATEST

    @property
    def least_score(self) -> float:
        """The score below which a pair of reports has no use."""
        return min(self.merge_score, self.denial_score, self.near_denial_score)
