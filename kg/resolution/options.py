"""How sure merging must be, and which number is best; what makes threads and their events."""

from dataclasses import dataclass

from kg.model import TollRule

__all__ = ["ResolveOptions", "TellingOptions", "ThreadOptions"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadOptions:
    """When two articles follow one thread (`kg.resolution.threads`).

    Chosen by the event chains of the odd topics of ECB+ (Cybulska and Vossen 2014); a step of
    `least` to either side loses .001 to .006 there. What they give: `TellingOptions`.

    Attributes:
        least: How alike they must be, on average over two groups (0..1).
        common_weight: What a word counts that is no name; a name counts 1.
        lead_words: How many words from the start are the lead: news tells first what matters most.
        lead_weight: How often a word of the lead counts.
    """

    least: float = 0.27
    common_weight: float = 0.3
    lead_words: int = 80
    lead_weight: float = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingOptions:
    """When two words of one thread tell of one event (`kg.resolution.tellings`).

    Chosen by the odd topics of ECB+, phrases given. There the CoNLL score of events is .775, on the
    even topics, which were only measured on, .795, on all .785; of participants .731, .729, .730.
    The last word of each phrase alone gives .70 and .72 with the topics given, .56 and .65 without.

    Attributes:
        least: How near they must be: the cosine of what they mean, and what is added to it.
        party: The same for words that name who or what takes part.
        arguments: Added where they take the same arguments (times the cosine of these).
        apart: Taken away where they stand in one sentence, which seldom tells a thing twice
            (times the share of the sentences of the rarer word).
        speech: Two words of saying are one act where they share this much of the arguments of the
            one that has fewer: all sources say something.
    """

    least: float = 0.57
    party: float = 0.7
    arguments: float = 0.3
    apart: float = 0.3
    speech: float = 0.5
