"""Head words of phrases: phrases of a parsed article enter, a `Head` for each leaves.

A phrase may have gaps ("checked herself into"), so it is a tuple of spans. Its head is the first of
its words that hangs on a word outside.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from kg.lexicons import Complement, Lexicon
from kg.mentions.reference import References, resolve_references
from kg.mentions.syntax import read_sentences
from kg.mentions.words import Sentence, Word
from kg.model import Article, Head, Span

__all__ = ["read_heads"]

# What takes part in an event, after a verb as after a noun; Universal Dependencies version 2.
ARGUMENTS = (
    *("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:npmod"),
    *("nmod", "nmod:poss", "compound", "appos"),
)
SUBJECTS = ("nsubj", "nsubj:pass")
SHARE_SUBJECT = ("conj", "xcomp", "advcl")  # clauses without a subject have that of the one above
NAME_PARTS = ("compound", "flat", "flat:name")
OWNER = "nmod:poss"
PROPER = "PROPN"


def read_heads(
    article: Article, doc: Doc, phrases: Sequence[tuple[Span, ...]], lexicon: Lexicon
) -> tuple[Head | None, ...]:
    """Return the head of each phrase, None where no word stands.

    Args:
        article: The article; all offsets are characters of its text.
        doc: Its parse, of the same text.
        phrases: Each as the spans that it is made of.
        lexicon: Tells lemmas, words of saying, and whom pronouns may stand for.
    """
    sentences = list(read_sentences(doc, lexicon.lemmas))
    references = resolve_references(sentences, lexicon)
    found = (_find(phrase, sentences) for phrase in phrases)
    return tuple(_head(article, *place, references, lexicon) if place else None for place in found)


def _find(
    phrase: tuple[Span, ...], sentences: Sequence[Sentence]
) -> tuple[Sentence, list[Word]] | None:
    """Return the first sentence that holds words of a phrase, and these."""
    for sentence in sentences:
        words = [
            w for w in sentence.words if any(w.start < s.end and s.start < w.end for s in phrase)
        ]
        if words:
            return sentence, words
    return None


def _head(
    article: Article,
    sentence: Sentence,
    words: Sequence[Word],
    references: References,
    lexicon: Lexicon,
) -> Head:
    head = next(w for w in words if w.is_root or w.head not in words)
    name = _name(head, words, references)
    return Head(
        article_id=article.id,
        sentence=sentence.start,
        word=name or head.text.lower(),
        lemma=head.lemma,
        is_open=name is None and _is_pronoun(head),
        is_saying=lexicon.cues.complements.get(head.lemma) is Complement.REPORTED,
        arguments=tuple(sorted(_arguments(head, references) - {w.lemma for w in words})),
    )


def _name(head: Word, words: Sequence[Word], references: References) -> str | None:
    """Return the last word of the name that heads a phrase, or of that which it stands for."""
    proper = [w for w in words if w.pos == PROPER and _is_beside(w, head, words)]
    if proper:
        return proper[-1].text.lower()
    meant = references.of(head)
    return meant.split()[-1].lower() if meant else None


def _is_beside(word: Word, head: Word, words: Sequence[Word]) -> bool:
    """Tell whether a word stands for what its phrase does: no preposition or owner is between."""
    while word is not head:
        if word.case or word.dep == OWNER:
            return False
        if word.is_root or word.head not in words:
            return True
        word = word.head
    return True


def _is_pronoun(word: Word) -> bool:
    return word.pos == "PRON" or word.tag in ("PRP", "PRP$", "WP", "WP$", "WDT")


def _arguments(head: Word, references: References) -> set[str]:
    taking = head.has(*ARGUMENTS)
    if head.dep in SHARE_SUBJECT and not head.has(*SUBJECTS):
        taking += head.head.has(*SUBJECTS)
    return {lemma for word in taking for lemma in _called(word, references)}


def _called(word: Word, references: References) -> Iterator[str]:
    """Yield what one who takes part is called: the noun, and the parts of the name."""
    if not _is_pronoun(word):
        yield word.lemma
        yield from (part.lemma for part in word.children if _is_of_name(part))
    elif (meant := references.of(word)) is not None:
        yield meant.split()[-1].lower()


def _is_of_name(part: Word) -> bool:
    return part.dep in NAME_PARTS or part.pos == PROPER
