"""`kg different`: an analyst's word that wins over every score."""

from kg.cli.judging import Folder, Left, Right, Undo, Who, Why, judge_pair
from kg.cli.options import Lexicon

__all__ = ["different"]


def different(
    folder: Folder,
    left: Left,
    right: Right,
    who: Who = None,
    why: Why = "",
    undo: Undo = False,
    lexicon: Lexicon = None,
) -> None:
    """Say that two actors, or two events, are not one; it is kept and holds for every later build.

    Events are held on to by their claims: give the id of a claim to speak of just that report. What
    is said takes the place of what was said of the same pair before; --undo takes it back. Two that
    contradict each other, maybe by way of others, are refused.

    Examples:
      kg different out e-3f0c2a9b1d4e5f60 e-9a8b7c6d5e4f3a2b --why 'two strikes, a day apart'
      kg different out xno-mil x-0123456789abcdef --who "desk Kyiv"
      kg different out xno-mil x-0123456789abcdef --undo
    """
    judge_pair(
        folder, left, right, is_same=False, who=who, why=why, is_undone=undo, lexicon=lexicon
    )
