"""Head words: what a phrase of the text is about, and what hangs on it."""

from dataclasses import dataclass

__all__ = ["Head"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The word that heads a phrase, as its sentence shows it.

    Attributes:
        article_id: The article.
        sentence: First character of its sentence in the article's text.
        word: As it stands, lower case; of a name, its last word ("Ilan Dravo's" -> "dravo"), of a
            pronoun, the last word of the name that it stands for, if that is known.
        lemma: Lemma of the head, lower case.
        is_open: Whether it only points at somebody, and nobody knows at whom ("she").
        is_saying: Whether it is a word of saying ("told", "statement").
        arguments: Lemmas of what hangs on it, with the last words of names, sorted.
    """

    article_id: str
    sentence: int
    word: str
    lemma: str
    is_open: bool = False
    is_saying: bool = False
    arguments: tuple[str, ...] = ()
